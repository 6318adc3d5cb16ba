//! Random conversations: aborted, interleaved, with lost lines.

use std::collections::BTreeMap;

use claude_sdk::events::{Event, Transcript};
use proptest::prelude::*;
use serde_json::Value;

use super::events;
use super::frames::{Answer, Block};

/// One answer in a thread, and the form in which it arrives.
#[derive(Debug, Clone)]
struct Case {
    thread: usize,
    blocks: Vec<Block>,
    /// The number of blocks before the abort, and of deltas of the next block.
    broken: Option<(usize, usize, Break)>,
    lost: Lost,
}

#[derive(Debug, Clone, Copy)]
enum Break {
    /// In the form of current CLIs.
    Announced,
    /// The same, after the end of the block.
    AnnouncedAfterStop,
    /// As CLIs up to 2.1.150, which do not announce it.
    Silent,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Lost {
    Nothing,
    Pieces,
    Wholes,
}

type Texts = BTreeMap<(usize, String), Vec<String>>;

fn pieces() -> impl Strategy<Value = Vec<String>> {
    // Few letters, so that one text is often the beginning of another.
    prop::collection::vec("[abö]{1,3}", 0..4)
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        3 => pieces().prop_map(Block::Text),
        1 => pieces().prop_map(Block::Thinking),
        1 => "[a-z]{1,4}".prop_map(|command| Block::call("", &command)),
    ]
}

fn case() -> impl Strategy<Value = Case> {
    let breaks =
        prop_oneof![Just(Break::Announced), Just(Break::AnnouncedAfterStop), Just(Break::Silent)];
    let broken = prop::option::of((0..4usize, 0..4usize, breaks));
    let lost = prop_oneof![Just(Lost::Nothing), Just(Lost::Pieces), Just(Lost::Wholes)];
    let blocks = prop::collection::vec(block(), 1..5);
    (0..3usize, blocks, broken, lost).prop_map(|(thread, blocks, broken, lost)| Case {
        thread,
        blocks,
        broken,
        lost,
    })
}

/// The lines of a case, and the blocks that count.
fn play(case: &Case, number: usize) -> (Vec<Value>, Vec<Block>) {
    let answer = answer(case, number);
    let blocks: Vec<Block> = case
        .blocks
        .iter()
        .enumerate()
        .map(|(at, block)| match block {
            Block::Call(_, input) => Block::Call(format!("toolu_{number}_{at}"), input.clone()),
            block => block.clone(),
        })
        .collect();
    let (mut lines, counting) = match case.broken {
        Some((whole, pieces, how)) => {
            let whole = whole.min(blocks.len() - 1);
            let mut lines = vec![answer.start()];
            for (index, block) in blocks[..whole].iter().enumerate() {
                lines.extend(answer.block(index, block));
            }
            lines.extend(answer.pieces(whole, &blocks[whole], pieces));
            match how {
                Break::Announced => lines.push(answer.abandoned(whole)),
                Break::AnnouncedAfterStop => {
                    lines.extend([answer.block_stop(whole), answer.abandoned(whole)]);
                }
                Break::Silent => {}
            }
            (lines, blocks[..whole].to_vec())
        }
        None => (answer.lines(&blocks), blocks.clone()),
    };
    match case.lost {
        Lost::Nothing => {}
        Lost::Pieces => lines.retain(|line| line["type"] == "assistant"),
        Lost::Wholes => lines.retain(|line| line["type"] == "stream_event"),
    }
    (lines, counting)
}

fn answer(case: &Case, number: usize) -> Answer {
    let id = format!("msg_{number}");
    match case.thread {
        0 => Answer::new(&id),
        thread => Answer::of(&id, &format!("toolu_agent{thread}")),
    }
}

/// Interleaves the lines of the threads; `order` selects the next thread.
fn mix(mut threads: Vec<Vec<Value>>, order: &[usize]) -> Vec<Value> {
    threads.iter_mut().for_each(|lines| lines.reverse());
    let mut mixed = Vec::new();
    let mut order = order.iter().cycle();
    while threads.iter().any(|lines| !lines.is_empty()) {
        let next = order.next().copied().unwrap_or_default() % threads.len();
        let lines = &mut threads[next];
        let line = lines.pop().or_else(|| threads.iter_mut().find_map(Vec::pop));
        mixed.extend(line);
    }
    mixed
}

fn texts(events: &[Event]) -> Texts {
    let mut transcript = Transcript::new();
    events.iter().for_each(|event| transcript.apply(event));
    let mut texts = Texts::new();
    for (key, text) in transcript.texts().chain(transcript.thinking()) {
        let thread = key
            .parent()
            .map_or(0, |id| id.as_str().trim_start_matches("toolu_agent").parse().unwrap());
        // A block that began and whose complete message was lost has no text if it is empty.
        if !text.is_empty() {
            texts.entry((thread, key.message().to_string())).or_default().push(text.to_owned());
        }
    }
    texts.values_mut().for_each(|texts| texts.sort());
    texts
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_doubled_or_lost(
        cases in prop::collection::vec(case(), 1..8),
        order in prop::collection::vec(0..3usize, 1..40),
    ) {
        let mut threads = vec![Vec::new(); 3];
        let mut expected = Texts::new();
        let mut calls = Vec::new();
        // Each thread ends with a complete answer, so that none ends aborted.
        let ends = (0..3).map(|thread| Case {
            thread, blocks: vec![Block::text(&["end"])], broken: None, lost: Lost::Nothing,
        });
        for (number, case) in cases.into_iter().chain(ends).enumerate() {
            let (lines, counting) = play(&case, number);
            threads[case.thread].extend(lines);
            for block in counting {
                match &block {
                    Block::Text(pieces) | Block::Thinking(pieces) if !pieces.is_empty() => {
                        let key = (case.thread, format!("msg_{number}"));
                        expected.entry(key).or_default().push(pieces.concat());
                    }
                    Block::Call(id, _) => calls.push(id.clone()),
                    _ => {}
                }
            }
        }
        expected.values_mut().for_each(|texts| texts.sort());
        let events = events(&mix(threads, &order));
        prop_assert_eq!(texts(&events), expected);
        let mut found: Vec<_> = events.iter().filter_map(|event| match event {
            Event::ToolUse(tool) => Some(tool.id().to_string()),
            _ => None,
        }).collect();
        found.sort();
        calls.sort();
        prop_assert_eq!(found, calls);
        // Each text belongs to the thread of its line: parents are not mixed up.
        prop_assert!(events.iter().all(|event| event.key().is_none_or(
            |key| key.parent().is_none_or(|id| id.as_str().starts_with("toolu_agent")),
        )));
    }
}
