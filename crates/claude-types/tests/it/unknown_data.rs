//! Unknown data survives: fields, types, subtypes, blocks, values and values of unexpected types.

use std::collections::BTreeSet;

use claude_types::{ContentBlock, Message, SystemMessage};
use serde_json::{Value, json};

use crate::corpus::{Frame, equal, frame, pointers, round, shapes, without_added_nulls};

#[test]
fn invented_fields_survive_at_every_level() {
    for shape in shapes() {
        let mut value = shape.clone();
        for pointer in pointers(&shape).into_iter().chain([String::new()]) {
            if let Some(Value::Object(map)) = value.pointer_mut(&pointer) {
                map.insert("sdk_invented".into(), json!({ "deep": [1, "é😀", null] }));
            }
        }
        let after = round(&value.to_string());
        assert!(equal(&value, &after), "{value}\n{after}");
    }
}

#[test]
fn a_field_of_another_type_does_not_lose_the_message() {
    let mut tried = BTreeSet::new();
    for shape in shapes() {
        let text = shape.to_string();
        let expected = variant(&*frame(&text));
        for pointer in pointers(&shape) {
            // Shapes share most of their fields. Each field is tested once for each kind of object.
            if is_envelope(&shape, &pointer) || !tried.insert(place(&shape, &pointer)) {
                continue;
            }
            for changed in [
                Value::Null,
                json!(1.5),
                json!(-1),
                json!("odd"),
                json!(true),
                json!([]),
                json!({}),
            ] {
                let mut value = shape.clone();
                *value.pointer_mut(&pointer).unwrap() = changed;
                // A line without a type is noise.
                if pointer == "/type" && !value["type"].is_string() {
                    continue;
                }
                let mismatched = frame(&value.to_string());
                let mut after = mismatched.json();
                without_added_nulls(&value, &mut after);
                assert!(equal(&value, &after), "{pointer}\n{value}\n{after}");
                if shape["type"] == "result" && pointer != "/type" {
                    assert_eq!(
                        variant(&*mismatched),
                        expected,
                        "a result must end its turn: {value}"
                    );
                }
            }
        }
    }
    assert!(tried.len() > 1_000, "only {} fields were tried", tried.len());
}

/// The variant of a message.
fn variant(frame: &dyn Frame) -> String {
    frame.debug().split('(').next().unwrap().to_owned()
}

/// The names of a value and of all objects around it, with the tags that identify them. Two values
/// with the same place are decoded by the same code.
fn place(shape: &Value, pointer: &str) -> String {
    let mut place = String::new();
    let mut at = shape;
    for key in pointer.split('/').skip(1) {
        for tag in ["type", "subtype", "behavior"] {
            if let Some(value) = at[tag].as_str() {
                place += &format!("<{value}>");
            }
        }
        place.push('/');
        at = match at {
            Value::Array(list) => &list[key.parse::<usize>().unwrap()],
            object => {
                place.push_str(key);
                &object[key.replace("~1", "/").replace("~0", "~")]
            }
        };
    }
    place
}

/// A control frame requires its ID and its body.
fn is_envelope(shape: &Value, pointer: &str) -> bool {
    let control = shape["type"].as_str().unwrap_or_default().starts_with("control_");
    control
        && matches!(
            pointer,
            "/type" | "/request_id" | "/request" | "/response" | "/response/request_id"
        )
}

#[test]
fn an_absent_field_does_not_lose_the_message() {
    for shape in shapes() {
        if shape["type"] != "result" && shape["subtype"] != "init" {
            continue;
        }
        for pointer in pointers(&shape) {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            if !parent.is_empty() || matches!(key, "type" | "subtype") {
                continue;
            }
            let mut value = shape.clone();
            value.as_object_mut().unwrap().remove(key);
            let message = Message::decode(value.to_string().as_bytes());
            assert!(
                matches!(message, Message::Result(_) | Message::System(SystemMessage::Init(_))),
                "{pointer}: {message:?}"
            );
        }
    }
}

#[test]
fn unknown_types_subtypes_and_blocks_are_kept_byte_for_byte() {
    let line = r#"{"type":"hologram", "x" : [1,2],"é":"\u00e9"}"#;
    let Message::Unknown(unknown) = Message::decode(line.as_bytes()) else { panic!() };
    assert_eq!((unknown.tag(), unknown.raw().get()), ("hologram", line));

    let line = r#"{"type":"system","subtype":"hologram", "x":1}"#;
    let Message::System(SystemMessage::Unknown(unknown)) = Message::decode(line.as_bytes()) else {
        panic!()
    };
    assert_eq!((unknown.tag(), unknown.raw().get()), ("hologram", line));

    let block = r#"{"beam":true, "type":"hologram"}"#;
    let line = format!(
        r#"{{"type":"assistant","message":{{"content":[{{"type":"text","text":"a"}},{block}]}}}}"#
    );
    let Message::Assistant(reply) = Message::decode(line.as_bytes()) else { panic!() };
    assert_eq!(reply.text(), "a");
    let ContentBlock::Unknown(unknown) = &reply.message.content[1] else { panic!() };
    assert_eq!((unknown.tag(), unknown.raw().get()), ("hologram", block));
}

#[test]
fn an_invalid_body_of_a_known_block_loses_only_the_block() {
    let line = br#"{"type":"assistant","message":{"content":[{"type":"text"},{"type":"text","text":"b"}]}}"#;
    let Message::Assistant(reply) = Message::decode(line) else { panic!() };
    let ContentBlock::Undecoded(undecoded) = &reply.message.content[0] else { panic!() };
    assert_eq!(undecoded.raw.get(), r#"{"type":"text"}"#);
    assert!(undecoded.error.contains("text"), "{}", undecoded.error);
    assert_eq!(reply.text(), "b");
}

#[test]
fn types_decode_from_a_value_as_from_text() {
    for shape in shapes().into_iter().filter(|shape| shape["type"] == "assistant") {
        let message: Message = serde_json::from_value(shape.clone()).unwrap();
        assert!(matches!(message, Message::Assistant(_)));
        assert!(equal(&shape, &serde_json::to_value(&message).unwrap()));
    }
}

/// serde buffers such types in a form from which raw JSON cannot be read. This test documents what
/// happens.
#[test]
fn raw_values_inside_buffering_serde_types_are_an_error() {
    #[derive(Debug, serde::Deserialize)]
    struct Flat {
        #[serde(flatten)]
        _message: Message,
    }
    let line = r#"{"type":"assistant","message":{"content":[]}}"#;
    assert!(serde_json::from_str::<Flat>(line).is_err());
}
