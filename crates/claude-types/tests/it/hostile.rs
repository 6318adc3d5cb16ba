//! Hostile input: lines that try to break the decoder.

use claude_types::{Message, frame_type};

#[test]
fn a_lone_surrogate_does_not_lose_the_message() {
    let line = br#"{"type":"assistant","uuid":"u1","message":{"model":"m","content":[{"type":"text","text":"cut \ud83d"}]}}"#;
    let Message::Assistant(reply) = Message::decode(line) else { panic!() };
    assert_eq!(reply.text(), "cut \u{fffd}");
    assert_eq!(reply.uuid.unwrap(), "u1");

    let line = br#"{"is_error":false,"result":"\ude00 x","type":"result","subtype":"success"}"#;
    let Message::Result(result) = Message::decode(line) else { panic!() };
    assert_eq!(result.text(), "\u{fffd} x");
    assert!(!result.is_failure());
}

#[test]
fn a_lone_surrogate_in_a_key_does_not_lose_the_message() {
    let line = br#"{"type":"result","subtype":"success","is_error":false,"\ud83d":1}"#;
    let Message::Result(result) = Message::decode(line) else { panic!() };
    assert!(!result.is_failure());
}

#[test]
fn a_type_with_an_escaped_key_or_after_a_lone_surrogate_is_found() {
    for line in [
        r#"{"\u0074ype":"result","is_error":false}"#,
        r#"{"is_error":false,"\u0074ype":"result"}"#,
        r#"{"\ud83d":1,"is_error":false,"type":"result"}"#,
    ] {
        assert_eq!(frame_type(line.as_bytes()).as_deref(), Some("result"), "{line}");
        let Message::Result(result) = Message::decode(line.as_bytes()) else { panic!("{line}") };
        assert!(!result.is_failure());
    }
}

#[test]
fn invalid_utf8_is_replaced() {
    let mut line =
        br#"{"type":"assistant","message":{"content":[{"type":"text","text":"a?b"}]}}"#.to_vec();
    let at = line.iter().position(|byte| *byte == b'?').unwrap();
    line[at] = 0xff;
    let Message::Assistant(reply) = Message::decode(&line) else { panic!() };
    assert_eq!(reply.text(), "a\u{fffd}b");
}

#[test]
fn of_duplicate_keys_the_last_one_counts_but_of_types_the_first() {
    let line = br#"{"type":"result","num_turns":1,"num_turns":2,"is_error":true,"is_error":false}"#;
    let Message::Result(result) = Message::decode(line) else { panic!() };
    assert_eq!((result.num_turns, result.is_error), (Some(2), Some(false)));
    for line in
        [r#"{"x":1,"type":"result","type":"assistant"}"#, r#"{"x":1,"type":[1],"type":"result"}"#]
    {
        assert_eq!(frame_type(line.as_bytes()).unwrap(), "result");
        assert!(matches!(Message::decode(line.as_bytes()), Message::Result(_)), "{line}");
    }
}

#[test]
fn deep_nesting_is_kept_and_does_not_overflow() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let line = format!(r#"{{"type":"result","subtype":"success","is_error":false,"deep":{deep}}}"#);
    let Message::Result(result) = Message::decode(line.as_bytes()) else { panic!() };
    assert_eq!(result.extra.get("deep").unwrap().get(), deep);
}

#[test]
fn values_that_are_not_objects_are_noise() {
    for line in [
        "",
        "\0",
        "null",
        "[]",
        "{",
        "{\"type\":\"result\"",
        "{\"type\":\"result\"} x",
        "\u{feff}{}",
    ] {
        let message = Message::decode(line.as_bytes());
        assert!(matches!(message, Message::Noise(_)), "{line:?}: {message:?}");
    }
}

#[test]
fn a_result_with_only_its_type_is_a_failure() {
    let Message::Result(result) = Message::decode(br#"{"type":"result"}"#) else { panic!() };
    assert!(result.is_failure());
}

#[test]
fn a_long_line_is_decoded() {
    let text = "0123456789é".repeat(400_000);
    let line = format!(
        r#"{{"type":"assistant","message":{{"content":[{{"type":"text","text":"{text}"}}]}}}}"#
    );
    let Message::Assistant(reply) = Message::decode(line.as_bytes()) else { panic!() };
    assert_eq!(reply.text(), text);
}

#[test]
fn secrets_and_prompts_do_not_show_in_debug_of_untyped_objects() {
    let message = Message::decode(b"token sk-ant-secret");
    assert!(!format!("{message:?}").contains("secret"));
}
