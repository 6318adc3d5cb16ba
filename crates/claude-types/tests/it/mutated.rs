//! Mutations: changed lines, and changed values.
//!
//! Lines: the types survive every mutation of a recorded line. Values: a changed field shows in the
//! output, and nothing else changes, because encoding uses the typed fields.

use claude_types::{ContentBlock, Maybe, Message, StopReason, StreamEvent, SystemMessage};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::corpus::{equal, frames};
use crate::invariants::check_invariants;
use crate::mutation::mutated;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_mutation_of_a_line_loses_it(line in mutated()) {
        check_invariants(line.as_bytes());
    }

    /// A line that is cut, or contains bytes that are not UTF-8, or half a character.
    #[test]
    fn no_damage_to_the_text_loses_it(
        line in mutated(),
        at in any::<prop::sample::Index>(),
        length in 0..8_usize,
        damage in prop::sample::select(vec![&b""[..], b"\"", b"\\", b"\xff", b"\\ud83d", b"\\udc00", b"[", b"}", b",", b"\0", b"1e999"]),
    ) {
        let mut line = line.into_bytes();
        let at = at.index(line.len());
        let end = line.len().min(at + length);
        line.splice(at..end, damage.iter().copied());
        check_invariants(&line);
        line.truncate(at);
        check_invariants(&line);
    }
}

/// Without this, the two tests above could pass without checking anything.
#[test]
fn mutated_lines_reach_every_outcome() {
    let mut runner = TestRunner::deterministic();
    let lines = mutated();
    let all: String = (0..500)
        .map(|_| lines.new_tree(&mut runner).unwrap().current())
        .map(|line| format!("{:?}\n", Message::decode(line.as_bytes())))
        .collect();
    for end in ["Noise", "Unknown", "Undecoded", "Other(", "Result(", "extra: {\"", "[Unknown"] {
        assert!(all.contains(end), "never {end}");
    }
}

#[test]
fn every_recorded_line_keeps_the_invariants() {
    for (_, line) in frames() {
        check_invariants(line.as_bytes());
    }
}

/// Decodes the first recorded line of a type, changes it, and expects one change in the JSON.
fn change(holds: impl Fn(&Value) -> bool, edit: impl Fn(&mut Message), at: &str, to: Value) {
    let (_, line) =
        frames().into_iter().find(|(_, line)| holds(&serde_json::from_str(line).unwrap())).unwrap();
    let mut expected: Value = serde_json::from_str(&line).unwrap();
    let mut message = Message::decode(line.as_bytes());
    edit(&mut message);
    match expected.pointer_mut(at) {
        Some(place) => *place = to,
        None => expected[at.trim_start_matches('/')] = to,
    }
    let after = serde_json::to_value(&message).unwrap();
    assert!(equal(&expected, &after), "{at}\n{expected}\n{after}");
}

#[test]
fn a_changed_field_of_each_kind_is_encoded() {
    let text = |value: &Value| {
        value["type"] == "assistant" && value["message"]["content"][0]["type"] == "text"
    };
    change(
        text,
        |message| {
            let Message::Assistant(reply) = message else { panic!() };
            reply.message.stop_reason = Some(StopReason::Other("new".into()));
        },
        "/message/stop_reason",
        json!("new"),
    );
    change(
        text,
        |message| {
            let Message::Assistant(reply) = message else { panic!() };
            let ContentBlock::Text(block) = &mut reply.message.content[0] else { panic!() };
            block.text = "changed".into();
        },
        "/message/content/0/text",
        json!("changed"),
    );
    change(
        |value| value["type"] == "result",
        |message| {
            let Message::Result(result) = message else { panic!() };
            result.num_turns = Some(77);
        },
        "/num_turns",
        json!(77),
    );
    change(
        |value| {
            value["type"] == "result"
                && value["api_error_status"].is_null()
                && value.get("api_error_status").is_some()
        },
        |message| {
            let Message::Result(result) = message else { panic!() };
            assert_eq!(result.api_error_status, Maybe::Null);
            result.api_error_status = Maybe::Value(529);
        },
        "/api_error_status",
        json!(529),
    );
    change(
        |value| value["subtype"] == "init",
        |message| {
            let Message::System(SystemMessage::Init(init)) = message else { panic!() };
            init.cwd = Some("/elsewhere".into());
        },
        "/cwd",
        json!("/elsewhere"),
    );
    change(
        |value| value["event"]["type"] == "content_block_stop",
        |message| {
            let Message::StreamEvent(event) = message else { panic!() };
            let StreamEvent::ContentBlockStop(stop) = &mut event.event else { panic!() };
            stop.index = 9;
        },
        "/event/index",
        json!(9),
    );
    change(
        |value| value["type"] == "user" && value["message"]["content"][0]["type"] == "tool_result",
        |message| {
            let Message::User(user) = message else { panic!() };
            user.parent_tool_use_id = Some("toolu_x".into());
        },
        "/parent_tool_use_id",
        json!("toolu_x"),
    );
}

#[test]
fn a_typed_value_replaces_a_kept_invalid_one() {
    let line = br#"{"type":"result","num_turns":"many","subtype":"success"}"#;
    let Message::Result(mut result) = Message::decode(line) else { panic!() };
    assert_eq!(result.num_turns, None);
    assert_eq!(result.extra.get("num_turns").unwrap().get(), "\"many\"");
    result.num_turns = Some(2);
    let after = serde_json::to_value(&result).unwrap();
    assert_eq!(after["num_turns"], 2);
    assert_eq!(serde_json::to_string(&result).unwrap().matches("num_turns").count(), 1);
}
