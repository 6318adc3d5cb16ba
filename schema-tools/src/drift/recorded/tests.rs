//! Tests: invented recordings compared with a small schema.

use super::{Lines, Recording, compare};
use crate::drift::fixture::{about, model};

/// A recording without differences.
const GOOD: &str = r#"
{"type":"ping","session_id":"a","count":3,"colour":"red"}
not json at all
{"type":"ping","session_id":"a","colour":null}
"#;

fn wire(text: &str) -> Recording {
    Recording { lines: Lines::Wire, text: text.to_owned() }
}

fn found(line: &str) -> Vec<String> {
    let findings = compare(&model(), &[wire(GOOD), wire(line)]);
    about(&findings, "")
}

#[test]
fn matching_recordings_have_no_drift() {
    assert_eq!(found(""), [""; 0]);
    assert_eq!(
        found(r#"{"type":"ping","session_id":"a","colour":"red","anything":[{}]}"#),
        [
            "Type PingMessage.anything: marked as declared in the schema, but 1 times in the recordings"
        ]
    );
}

#[test]
fn new_items_are_reported() {
    assert_eq!(found(r#"{"type":"pong"}"#), ["New line/pong: a type of line"]);
    assert_eq!(
        found(r#"{"type":"ping","session_id":"a","colour":"green","more":[1]}"#),
        ["New Colour=green", "New PingMessage.more: a list"]
    );
    let part = found(r#"{"type":"news","part":{"kind":"leg"}}"#);
    assert!(part.contains(&"New Part/leg".to_owned()), "{part:?}");
}

#[test]
fn different_types_are_reported() {
    let differences = |field: &str| {
        let line = format!(r#"{{"type":"ping","session_id":"a","colour":"red",{field}}}"#);
        let all = found(&line);
        all.into_iter().filter(|line| !line.contains("marked as declared")).collect::<Vec<_>>()
    };
    assert_eq!(
        differences(r#""count":1.5"#),
        ["Type PingMessage.count: a fraction; the schema has u64"]
    );
    assert_eq!(
        differences(r#""count":-1"#),
        ["Type PingMessage.count: a number; the schema has u64"]
    );
    assert_eq!(differences(r#""count":null"#), ["Type PingMessage.count: null; it is Optional"]);
    assert_eq!(
        differences(r#""names":[1]"#),
        ["Type PingMessage.names: a number; the schema has String"]
    );
    assert_eq!(
        differences(r#""limits":{"a":"b"}"#),
        ["Type PingMessage.limits: a text; the schema has u64"]
    );
    assert_eq!(
        differences(r#""effort":[]"#),
        ["Type PingMessage.effort: a list; the schema has u64"]
    );
    assert_eq!(differences(r#""ratio":null,"limits":{"a":1},"effort":"high","names":[]"#), [""; 0]);
}

#[test]
fn absent_fields_are_reported() {
    assert_eq!(
        found(r#"{"type":"ping"}"#),
        [
            "Type PingMessage.colour: absent; it is Nullable",
            "Type PingMessage.session_id: absent; it is Required"
        ]
    );
}

#[test]
fn claims_without_a_recording_are_reported() {
    let once = r#"{"type":"ping","session_id":"a","colour":null}"#;
    let findings = compare(&model(), &[wire(once)]);
    let detail = "marked as seen in the schema, but in no recording";
    assert_eq!(about(&findings, ""), [format!("Gone PingMessage.count: {detail}")]);
    let findings = compare(&model(), &[]);
    assert_eq!(about(&findings, ""), [format!("Gone PingMessage: {detail}")]);
}

#[test]
fn inputs_of_accepted_tool_calls_are_checked() {
    let call = r#"{"type":"news","call":{"id":"1","name":"View","input":{"file":"a"}}}"#;
    let differences = |result: &str| {
        let result =
            format!(r#"{{"type":"news","message":{{"content":[{{"tool_use_id":"1"{result}}}]}}}}"#);
        let all = found(&format!("{call}\n{result}"));
        all.into_iter().filter(|line| line.contains("ReadInput.")).collect::<Vec<_>>()
    };
    let wrong = ["New ReadInput.file: a text", "Type ReadInput.path: absent; it is Required"];
    assert_eq!(differences(""), wrong);
    assert_eq!(differences(r#","is_error":false"#), wrong);
    assert_eq!(differences(r#","is_error":true"#), [""; 0]);
    let hook = r#"{"type":"news","tool_name":"Read","tool_input":{"path":1}}"#;
    let all = found(hook);
    let wrong = "Type ReadInput.path: a number; the schema has String".to_owned();
    assert!(all.contains(&wrong), "{all:?}");
}

#[test]
fn both_sides_of_an_exchange_are_checked() {
    let all = found(r#"{"request":{"subtype":"stop","later":1},"answer":{"left":"two"}}"#);
    assert!(all.contains(&"New StopRequest.later: a number".to_owned()), "{all:?}");
    let differences = "Type StopResponse.left: a text; the schema has u64".to_owned();
    assert!(all.contains(&differences), "{all:?}");
    assert_eq!(found(r#"{"request":{"subtype":"go"}}"#), ["New ControlRequest/go"]);
}

#[test]
fn lines_of_session_files_have_their_own_types() {
    let text = r#"{"kind":"title","text":"a","more":1}"#.to_owned();
    let findings = compare(&model(), &[wire(GOOD), Recording { lines: Lines::Transcript, text }]);
    let all = about(&findings, "");
    assert!(all.contains(&"New TitleLine.more: a number".to_owned()), "{all:?}");
}
