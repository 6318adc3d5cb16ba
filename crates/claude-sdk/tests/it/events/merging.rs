//! Merging: deltas and complete messages, aborted streams, and retracted messages.

use serde_json::{Value, json};

use super::frames::{Answer, Block, output, result, system, uuid};
use super::{events, printed, shown, standing};

/// The texts of a turn whose answer was aborted and retried.
fn retried(broken: Vec<Value>) -> (Vec<String>, Vec<String>) {
    let retry = Answer::new("msg_2").lines(&[Block::text(&["retry ", "ok"])]);
    let lines: Vec<_> = broken.into_iter().chain(retry).chain([result("retry ok")]).collect();
    let events = events(&lines);
    (shown(&events), standing(&events))
}

#[test]
fn deltas_and_complete_messages_give_the_same_text_once() {
    let answer = Answer::new("msg_1");
    let blocks = [
        Block::thinking(&["hm", "m"]),
        Block::text(&["I wil", "l run"]),
        Block::call("toolu_1", "ls"),
        Block::text(&["Done."]),
    ];
    let both = answer.lines(&blocks);
    let is = |kind: &'static str| move |line: &&Value| line["type"] == kind;
    let ways: [Vec<&Value>; 3] = [
        both.iter().collect(),
        both.iter().filter(is("assistant")).collect(),
        both.iter().filter(is("stream_event")).collect(),
    ];
    for way in ways {
        let events = events(way);
        assert_eq!(printed(&events), "I will runDone.");
        assert_eq!(standing(&events), ["I will run", "Done."]);
        let calls = shown(&events);
        assert_eq!(calls.iter().filter(|word| *word == "use Bash ls").count(), 1, "{calls:?}");
        let missing = calls.iter().filter(|word| *word == "Missing Bash: (no result)").count();
        assert_eq!(missing, 1, "{calls:?}");
    }
}

#[test]
fn deltas_are_sent_at_once_and_the_last_is_marked() {
    let answer = Answer::new("msg_1");
    let lines = answer.lines(&[Block::thinking(&["hm"]), Block::text(&["a", "b"])]);
    let words = ["thinking hm", "thinking .", "text a", "text b", "text ."];
    assert_eq!(shown(&events(&lines)), words);
    let whole = answer.whole(&Block::text(&["ab"]));
    assert_eq!(shown(&events([&whole])), ["text ab."]);
}

#[test]
fn an_answer_of_many_blocks_is_shown_in_full() {
    let answer = Answer::new("msg_1");
    let texts: Vec<String> = (0..2000).map(|n| format!("{n};")).collect();
    let blocks: Vec<_> = texts.iter().map(|text| Block::text(&[text.as_str()])).collect();
    let whole: Vec<_> = blocks.iter().map(|block| answer.whole(block)).collect();
    let events = events(&whole);
    assert_eq!(printed(&events), texts.concat());
    let keys: std::collections::HashSet<_> = events.iter().filter_map(|e| e.key()).collect();
    assert_eq!(keys.len(), texts.len());
}

#[test]
fn blocks_have_the_same_keys_either_way() {
    let answer = Answer::of("msg_1", "toolu_0");
    let both = answer.lines(&[Block::text(&["a"]), Block::call("t", "ls"), Block::text(&["b"])]);
    let keys = |lines: Vec<&Value>| {
        let events = events(lines);
        let mut keys: Vec<_> = events.iter().filter_map(|event| event.key().cloned()).collect();
        keys.dedup();
        keys.sort();
        keys.dedup();
        keys
    };
    let with = keys(both.iter().collect());
    let without = keys(both.iter().filter(|line| line["type"] == "assistant").collect());
    assert_eq!(with, without);
    assert_eq!(with.iter().map(|key| key.index()).collect::<Vec<_>>(), [0, 1, 2]);
    assert!(with.iter().all(|key| key.message() == "msg_1"));
    assert!(with.iter().all(|key| key.parent().unwrap() == "toolu_0"));
}

#[test]
fn an_aborted_answer_is_retracted() {
    let answer = Answer::new("msg_1");
    let mut broken = vec![answer.start()];
    broken.extend(answer.pieces(0, &Block::text(&["part", "ial"]), 2));
    broken.extend([answer.block_stop(0), answer.abandoned(0)]);
    let (words, texts) = retried(broken);
    assert_eq!(texts, ["retry ok"]);
    assert_eq!(words[..3], ["text part", "text ial", "Abandoned [0]"]);
}

#[test]
fn complete_blocks_of_an_aborted_answer_stay() {
    let answer = Answer::new("msg_1");
    let mut broken = vec![answer.start()];
    broken.extend(answer.block(0, &Block::text(&["whole ", "block"])));
    broken.extend(answer.pieces(1, &Block::call("toolu_1", "ls"), 1));
    broken.push(answer.abandoned(1));
    let (words, texts) = retried(broken);
    assert_eq!(texts, ["whole block", "retry ok"]);
    // The call was never complete, so there is only the status that it began.
    let calls: Vec<_> = words.iter().filter(|word| word.contains("Bash")).collect();
    assert_eq!(calls, ["status calling Bash"]);
}

/// CLIs up to 2.1.150 do not report that a stream was aborted.
#[test]
fn an_unannounced_abort_ends_with_the_next_message() {
    let answer = Answer::new("msg_1");
    let mut broken = vec![answer.start()];
    broken.extend(answer.block(0, &Block::text(&["whole"])));
    broken.extend(answer.pieces(1, &Block::text(&["part", "ial"]), 1));
    let (words, texts) = retried(broken.clone());
    assert_eq!(texts, ["whole", "retry ok"]);
    assert!(words.contains(&"Abandoned [1]".to_owned()), "{words:?}");

    // The same if a complete message follows, or only the result.
    let whole = Answer::new("msg_2").whole(&Block::text(&["in one go"]));
    let lines: Vec<_> = broken.iter().chain([&whole]).cloned().collect();
    assert_eq!(standing(&events(&lines)), ["whole", "in one go"]);
    let lines: Vec<_> = broken.into_iter().chain([result("")]).collect();
    assert_eq!(standing(&events(&lines)), ["whole"]);
}

/// CLIs up to 2.1.250 end an aborted stream without reporting the abort and without the complete
/// blocks.
#[test]
fn an_answer_that_is_retried_is_retracted() {
    let answer = Answer::new("msg_1");
    let mut broken = vec![answer.start()];
    broken.extend(answer.block(0, &Block::text(&["whole"])));
    broken.extend(answer.pieces(1, &Block::text(&["part", "ial"]), 1));
    broken.push(answer.block_stop(1));
    broken.extend(answer.pieces(2, &Block::call("toolu_1", "ls"), 1));
    broken.extend([answer.block_stop(2), answer.stop()]);
    let (words, texts) = retried(broken.clone());
    assert_eq!(texts, ["whole", "retry ok"]);
    assert!(words.contains(&"Abandoned [1]".to_owned()), "{words:?}");
    assert!(!words.iter().any(|word| word.starts_with("use Bash")), "{words:?}");

    // Interrupted without a replacement: the text that the user has seen stays.
    let lines: Vec<_> = broken.into_iter().chain([result("")]).collect();
    assert_eq!(standing(&events(&lines)), ["whole", "part"]);
}

/// The CLI exited, so this is the last known text of the model.
#[test]
fn an_incomplete_answer_at_the_end_of_the_stream_stays() {
    let answer = Answer::new("msg_1");
    let mut lines = vec![answer.start()];
    lines.extend(answer.pieces(0, &Block::text(&["part"]), 1));
    lines.extend(answer.pieces(1, &Block::call("toolu_1", "ls"), 1));
    assert_eq!(shown(&events(&lines)), ["text part", "status calling Bash"]);
}

#[test]
fn an_interrupted_block_stays_and_is_marked() {
    let answer = Answer::new("msg_1");
    let mut lines = vec![answer.start()];
    lines.extend(answer.pieces(0, &Block::text(&["sl", "ow"]), 1));
    let mut whole = answer.whole(&Block::text(&["sl"]));
    whole["aborted"] = true.into();
    lines.extend([whole, answer.block_stop(0), answer.abandoned(1)]);
    let events = events(&lines);
    assert_eq!(shown(&events), ["text sl", "text ."]);
    let aborted = events
        .iter()
        .filter(|event| matches!(event, claude_sdk::Event::Text(piece) if piece.is_aborted()));
    assert_eq!(aborted.count(), 1);
}

#[test]
fn a_complete_message_that_differs_replaces_its_deltas() {
    let answer = Answer::new("msg_1");
    let mut lines = vec![answer.start()];
    lines.extend(answer.pieces(0, &Block::text(&["Hel", "lo"]), 2));
    lines.push(answer.whole(&Block::text(&["Goodbye"])));
    let events = events(&lines);
    assert_eq!(shown(&events), ["text Hel", "text lo", "Replaced [0]", "text Goodbye."]);
    assert_eq!(standing(&events), ["Goodbye"]);
}

#[test]
fn lost_deltas_are_sent_with_the_complete_message() {
    let block = Block::text(&["one ", "two ", "three"]);
    let answer = Answer::new("msg_1");
    let lines = answer.lines(std::slice::from_ref(&block));
    for lost in 0..lines.len() {
        if lines[lost]["type"] == "assistant" {
            continue;
        }
        let left: Vec<_> = lines.iter().enumerate().filter(|(at, _)| *at != lost).collect();
        let events = events(left.into_iter().map(|(_, line)| line));
        assert_eq!(standing(&events), ["one two three"], "without line {lost}");
    }
}

#[test]
fn repeated_lines_give_events_once() {
    let answer = Answer::new("msg_1");
    let mut lines = answer.lines(&[Block::text(&["a", "b"]), Block::call("toolu_1", "ls")]);
    lines.push(output("toolu_1", None, "a.txt"));
    let once = shown(&events(&lines));
    let twice: Vec<_> = lines.iter().flat_map(|line| [line, line]).collect();
    assert_eq!(shown(&events(twice)), once);
    let again: Vec<_> = lines.iter().chain(&lines).collect();
    assert_eq!(shown(&events(again)), once);
}

/// A late message gives late events, and deltas after the complete message give none.
#[test]
fn lines_out_of_order_give_events_once() {
    let answer = Answer::new("msg_1");
    let [first, second] = [Block::text(&["a", "b"]), Block::text(&["c"])];
    let lines = answer.lines(&[first.clone(), second]);
    for from in 0..lines.len() {
        for to in 0..lines.len() {
            let mut moved = lines.clone();
            let line = moved.remove(from);
            // Do not swap deltas: their order cannot be restored.
            if line["type"] != "assistant" {
                continue;
            }
            moved.insert(to, line);
            let mut texts = standing(&events(&moved));
            texts.sort();
            assert_eq!(texts, ["ab", "c"], "line {from} at {to}");
        }
    }
}

#[test]
fn superseded_and_refused_messages_are_retracted() {
    let gone = Answer::new("msg_1").whole(&Block::text(&["old"]));
    let call = Answer::new("msg_1").whole(&Block::call("toolu_1", "ls"));
    let mut new = Answer::new("msg_2").whole(&Block::text(&["new"]));
    new["supersedes"] = json!([gone["uuid"], call["uuid"], uuid()]);
    let lines = [gone.clone(), call.clone(), new];
    let superseded = events(&lines);
    let words = ["text old.", "use Bash ls", "Superseded [0, 1]", "text new."];
    assert_eq!(shown(&superseded), words);
    let claude_sdk::Event::Retracted(retracted) = &superseded[2] else { panic!() };
    assert_eq!(retracted.messages().len(), 3);

    let fallback = json!({
        "retracted_message_uuids": [gone["uuid"]], "fallback_model": "other", "trigger": "refusal",
    });
    let lines = [gone, system("model_refusal_fallback", fallback)];
    let refused = events(&lines);
    let words = ["text old.", "Refused [0]", "status the model refused; switched to other"];
    assert_eq!(shown(&refused), words);
    assert!(standing(&refused).is_empty());
}

/// The state for complete messages is dropped.
#[test]
fn the_state_does_not_grow() {
    let mut accumulator = claude_sdk::events::Accumulator::new();
    let mut size = 0;
    for turn in 0..2000 {
        let parent = format!("toolu_agent{turn}");
        let id = format!("msg_{turn}");
        let call = format!("toolu_{turn}");
        let mut lines = Answer::new(&id).lines(&[Block::text(&["a"]), Block::call(&call, "ls")]);
        lines.push(output(&call, None, "x"));
        lines.extend(Answer::of(&id, &parent).lines(&[Block::text(&["b"])]));
        lines.push(result("a"));
        for line in &lines {
            let line = line.to_string();
            accumulator.push(claude_sdk::Message::decode(line.as_bytes()));
            while accumulator.next_event().is_some() {}
        }
        if turn == 1000 {
            size = format!("{accumulator:?}").len();
        }
    }
    let now = format!("{accumulator:?}").len();
    assert!(now <= size + size / 10, "{size} bytes have become {now}");
}
