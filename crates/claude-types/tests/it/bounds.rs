//! Bounds: what one line may cost, whatever it contains.
//!
//! Each shape of line is decoded in two lengths. What the value takes is counted by the decoder
//! itself; the tests of whole processes measure it.

use claude_types::{ControlRequestFrame, IncomingRequest, Message, Outlined, WireType, frame_type};

/// The length of the long lines.
const LENGTH: usize = 3 << 20;

/// Repeats a part between the two halves of a line, up to a length.
fn filled(head: &str, part: &str, tail: &str, length: usize) -> String {
    let mut line = String::with_capacity(length + 1024);
    line.push_str(head);
    while line.len() < length {
        line.push_str(part);
        line.push(',');
    }
    line.push_str(part);
    line.push_str(tail);
    line
}

fn decode(line: &str) -> (Message, usize) {
    let kind = frame_type(line.as_bytes()).unwrap();
    let (message, weight) = Outlined::decode_weighed(&kind, line.as_bytes());
    (message.into_inner(), weight)
}

/// Lines of every kind: what they begin with, what is repeated, what they end with.
const LINES: [(&str, &str, &str); 24] = [
    (r#"{"type":"user","message":{"role":"user","content":["#, "0", "]}}"),
    (r#"{"type":"user","message":{"role":"user","content":["#, "{}", "]}}"),
    (r#"{"type":"user","message":{"role":"user","content":["#, "[]", "]}}"),
    (r#"{"type":"user","message":{"role":"user","content":["#, r#"{"type":"new"}"#, "]}}"),
    (r#"{"type":"user","message":{"role":"user","content":["#, r#"{"type":"text"}"#, "]}}"),
    (r#"{"type":"user","message":{"content":["#, r#"{"type":"text","text":""}"#, "]}}"),
    (r#"{"type":"user","message":{"content":["#, r#"{"type":"image","source":0}"#, "]}}"),
    (r#"{"type":"assistant","message":{"id":"m","content":["#, "{}", "]}}"),
    (r#"{"type":"assistant","message":{"id":"m","content":["#, r#"{"type":"tool_use"}"#, "]}}"),
    (
        r#"{"type":"assistant","message":{"id":"m","content":[{"type":"text","text":"","citations":["#,
        "{}",
        "]}]}}",
    ),
    (r#"{"type":"result","permission_denials":["#, "{}", "]}"),
    (r#"{"type":"result","permission_denials":["#, "0", "]}"),
    (r#"{"type":"result","errors":["#, r#""""#, "]}"),
    (r#"{"type":"result","modelUsage":{"#, r#""":{}"#, "}}"),
    (r#"{"type":"result","modelUsage":{"#, r#""":0"#, "}}"),
    (r#"{"type":"result","#, r#""":0"#, "}"),
    (r#"{"type":"result","usage":{"#, r#""":0"#, "}}"),
    (r#"{"type":"system","subtype":"init","tools":["#, r#""""#, "]}"),
    (r#"{"type":"system","subtype":"init","tools":["#, "0", "]}"),
    (r#"{"type":"system","subtype":"init","mcp_servers":["#, "{}", "]}"),
    (
        r#"{"type":"system","subtype":"background_tasks_changed","tasks":["#,
        r#"{"task_id":""}"#,
        "]}",
    ),
    (
        r#"{"type":"stream_event","event":{"type":"message_start","message":{"content":["#,
        "{}",
        "]}}}",
    ),
    (r#"{"type":"stream_event","event":{"type":"new","l":["#, "0", "]}}"),
    (r#"{"type":"brand_new","l":["#, "{}", "]}"),
];

#[test]
fn a_line_takes_no_more_than_a_multiple_of_itself() {
    for (head, part, tail) in LINES {
        let line = filled(head, part, tail, LENGTH);
        let (message, weight) = decode(&line);
        assert!(weight <= 3 * line.len() + (17 << 20), "{weight} bytes for {head}{part}");
        // Nothing is lost: what is not typed is raw.
        let json = serde_json::to_string(&message).unwrap();
        assert!(
            json.len() >= line.len() / 2,
            "{head}{part}: {} bytes of {}",
            json.len(),
            line.len()
        );
    }
}

#[test]
fn a_result_is_a_result_whatever_it_contains() {
    for (head, part, tail) in LINES.into_iter().filter(|line| line.0.contains("result")) {
        let line = filled(head, part, tail, LENGTH);
        assert!(matches!(decode(&line).0, Message::Result(_)), "{head}{part}");
    }
}

#[test]
fn few_parts_that_do_not_fit_are_kept_one_by_one_and_many_as_a_whole() {
    let line = |count: usize| {
        let items = vec!["0"; count].join(",");
        format!(r#"{{"type":"assistant","message":{{"id":"m","content":[{items}]}}}}"#)
    };
    let Message::Assistant(reply) = Message::decode(line(1024).as_bytes()) else { panic!() };
    assert_eq!(reply.message.content.len(), 1024);
    let many = line(1025);
    let Message::Undecoded(kept) = Message::decode(many.as_bytes()) else { panic!() };
    assert_eq!(kept.raw.get(), many);
    assert!(kept.error.contains("1024"), "{}", kept.error);
}

#[test]
fn an_optional_list_that_does_not_fit_costs_its_own_field_only() {
    let items = vec!["0"; 2000].join(",");
    let line =
        format!(r#"{{"type":"result","num_turns":2,"permission_denials":[{items}],"result":"x"}}"#);
    let Message::Result(result) = Message::decode(line.as_bytes()) else { panic!() };
    assert_eq!((result.num_turns, result.text()), (Some(2), "x"));
    assert_eq!(result.extra.get("permission_denials").unwrap().get(), format!("[{items}]"));
}

#[test]
fn a_request_with_a_list_that_does_not_fit_is_still_a_request() {
    for part in ["0", "{}", r#"{"type":"new"}"#, r#"{"type":"addRules","rules":[0]}"#] {
        let head = r#"{"type":"control_request","request_id":"r","request":{"subtype":"can_use_tool","tool_name":"Bash","input":{},"permission_suggestions":["#;
        let line = filled(head, part, "]}}", LENGTH);
        let frame = Outlined::<ControlRequestFrame>::decode(line.as_bytes()).unwrap();
        let IncomingRequest::CanUseTool(request) = &frame.request else { panic!("{part}") };
        assert_eq!((frame.request_id.as_str(), request.tool_name.as_str()), ("r", "Bash"));
        assert!(request.permission_suggestions.is_none());
        assert!(request.extra.get("permission_suggestions").unwrap().get().len() >= LENGTH / 2);
    }
}

#[test]
fn unknown_fields_beyond_some_thousands_are_kept_in_one() {
    let fields: Vec<_> = (0..400_000).map(|n| format!("\"k{n}\":{n}")).collect();
    let line = format!(r#"{{"type":"result",{},"num_turns":2}}"#, fields.join(","));
    let Message::Result(result) = Message::decode(line.as_bytes()) else { panic!() };
    assert_eq!(result.num_turns, Some(2));
    assert_eq!(result.extra.get("k4095").unwrap().get(), "4095");
    let more = result.extra.get("sdk_more_fields").unwrap();
    assert_eq!(more.get(), format!("{{{}}}", fields[4096..].join(",")));
}

#[test]
fn a_long_value_of_another_type_and_a_long_tag_are_not_copied_into_errors() {
    let long = "x".repeat(LENGTH);
    for line in [
        format!(r#"{{"type":"user","message":{{"role":"user","content":{{"a":"{long}"}}}}}}"#),
        format!(r#"{{"type":"assistant","message":{{"id":"m","content":"{long}"}}}}"#),
        format!(r#"{{"type":"system","subtype":"{long}"}}"#),
        format!(r#"{{"type":"{long}"}}"#),
        format!(r#"{{"type":"result","num_turns":"{long}"}}"#),
    ] {
        let (message, weight) = decode(&line);
        assert!(weight <= 3 * line.len() + (1 << 20));
        match message {
            Message::Unknown(unknown) => assert!(unknown.tag().len() <= 1024),
            Message::Undecoded(undecoded) => assert!(undecoded.error.len() <= 1024),
            Message::System(_) | Message::Result(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn objects_in_objects_are_read_a_bounded_number_of_times() {
    // The tag is behind the content on each level, and something does not fit at the bottom.
    for bottom in ["[0]", "\"\"", "{}"] {
        let padding = "x".repeat(LENGTH);
        let mut content = format!(r#"[{{"type":"text","text":"{padding}"}},{bottom}]"#);
        for _ in 0..45 {
            content =
                format!(r#"[{{"tool_use_id":"t","content":{content},"type":"tool_result"}}]"#);
        }
        let line = format!(r#"{{"message":{{"content":{content}}},"type":"user"}}"#);
        let message = decode(&line).0;
        let json = serde_json::to_string(&message).unwrap();
        assert!(json.len() >= LENGTH && !matches!(message, Message::Noise(_)));
    }
}

#[test]
fn a_long_transcript_of_small_blocks_stays_typed() {
    let part = r#"{"type":"text","text":"one line of an answer"}"#;
    let line = filled(r#"{"type":"user","message":{"content":["#, part, "]}}", 1 << 20);
    let Message::User(user) = Message::decode(line.as_bytes()) else { panic!() };
    assert!(user.message.content.blocks().len() > 20_000);
}

#[test]
fn bytes_that_are_not_utf8_and_half_pairs_cost_a_multiple_at_most() {
    let mut line = br#"{"type":"user","message":{"content":""#.to_vec();
    line.resize(LENGTH, 0xff);
    let (message, weight) = Outlined::decode_weighed("user", &line);
    assert!(matches!(*message, Message::Noise(_)));
    assert!(weight <= 3 * line.len() + 1024);
    let halves = r"\ud83d".repeat(LENGTH / 6);
    let line = format!(r#"{{"type":"user","message":{{"content":"{halves}"}}}}"#);
    let (message, weight) = decode(&line);
    assert!(matches!(message, Message::User(_)) && weight <= 2 * line.len() + 8192);
}

#[test]
fn an_item_weighs_at_least_what_its_type_takes() {
    let (result, weight) = decode(r#"{"type":"result"}"#);
    let Message::Result(result) = result else { panic!() };
    assert!(weight >= size_of_val(&*result) + size_of::<Message>());
    assert!(claude_types::ResultMessage::from_json("{}").is_ok());
}
