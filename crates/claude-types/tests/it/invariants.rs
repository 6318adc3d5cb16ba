//! Invariants of any line: the checks of generated input, here and in `fuzz/`.
//!
//! This file uses no type of message and nothing of its neighbours, because `fuzz/src/lib.rs`
//! includes it.

use claude_types::{
    ControlCancelFrame, ControlRequestFrame, ControlResponseFrame, KeepAliveFrame, Message,
    TranscriptLine, WireType, decode, frame_type,
};
use serde::Serialize;
use serde_json::Value;

/// Decodes a line in every way and checks the outcome:
///
/// - A message is never lost: an object with a type is not noise, and a result is a result.
/// - What cannot be typed is kept byte for byte, and noise is kept.
/// - A decoded message encodes to the same JSON, which decodes to the same value.
pub(crate) fn check_invariants(line: &[u8]) {
    message(line);
    match frame_type(line).as_deref() {
        Some("control_request") => frame::<ControlRequestFrame>(line),
        Some("control_response") => frame::<ControlResponseFrame>(line),
        Some("control_cancel_request") => frame::<ControlCancelFrame>(line),
        Some("keep_alive") => frame::<KeepAliveFrame>(line),
        _ => frame::<TranscriptLine>(line),
    }
}

fn message(line: &[u8]) {
    let text = String::from_utf8_lossy(line);
    // `Value` refuses lone surrogates, huge numbers and deep nesting. The SDK may accept them.
    let value = serde_json::from_str::<Value>(&text).ok();
    let kind = value.as_ref().and_then(|_| kind(&text));
    let message = Message::decode(line);
    match &message {
        Message::Noise(noise) => {
            assert_eq!(*noise.text, *text);
            assert_eq!(kind, None, "noise that has a type: {text}");
            return;
        }
        Message::Unknown(unknown) => kept(unknown.raw().get(), &text),
        Message::Undecoded(undecoded) => kept(undecoded.raw.get(), &text),
        Message::Oversized(_) | Message::Lagged(_) => panic!("a line became {message:?}"),
        _ => {}
    }
    if kind == Some("result") {
        assert!(matches!(message, Message::Result(_)), "a lost result: {text}");
    }
    if kind.is_some() {
        assert!(frame_type(line).is_some(), "a type that is not seen: {text}");
    }
    let encoded = serde_json::to_string(&message).unwrap();
    assert_eq!(Message::decode(encoded.as_bytes()), message, "{encoded}");
    if let Some(value) = value {
        lossless(&value, &encoded);
    }
}

/// The type of an object that has exactly one `type`, written without escapes.
pub(crate) fn kind(text: &str) -> Option<&str> {
    #[derive(serde::Deserialize)]
    struct Typed<'t> {
        r#type: &'t str,
    }
    let typed: Typed<'_> = serde_json::from_str(text).ok()?;
    text.contains("\"type\"").then_some(typed.r#type)
}

/// Complete objects are kept unchanged, except for white space around them.
fn kept(raw: &str, text: &str) {
    // A lone surrogate in a key is repaired first, so the text may differ.
    let may_be_repaired = text.contains("\\u");
    assert!(may_be_repaired || raw == text.trim_matches([' ', '\n', '\t', '\r']), "{raw}\n{text}");
}

fn frame<T: WireType + Serialize + PartialEq + std::fmt::Debug>(line: &[u8]) {
    let Ok(frame) = decode::<T>("frame", line) else { return };
    let encoded = serde_json::to_string(&frame).unwrap();
    assert_eq!(decode::<T>("frame", encoded.as_bytes()).unwrap(), frame, "{encoded}");
    if let Ok(value) = serde_json::from_slice(line) {
        lossless(&value, &encoded);
    }
}

fn lossless(before: &Value, encoded: &str) {
    let mut after = serde_json::from_str(encoded).unwrap();
    without_added_nulls(before, &mut after);
    without_added_constants(before, &mut after);
    assert!(equal(before, &after), "not the same JSON\n{before}\n{after}");
}

/// Removes the constant fields that encoding added: an object may be sent without them.
fn without_added_constants(before: &Value, after: &mut Value) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let added = |key: &str| matches!(key, "type" | "role") && !before.contains_key(key);
            after.retain(|key, _| !added(key));
            for (key, after) in after {
                if let Some(before) = before.get(key) {
                    without_added_constants(before, after);
                }
            }
        }
        (Value::Array(before), Value::Array(after)) => {
            for (before, after) in before.iter().zip(after) {
                without_added_constants(before, after);
            }
        }
        _ => {}
    }
}

/// Equal JSON: objects without order, numbers by value.
pub(crate) fn equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| equal(a, b)))
        }
        (a, b) => a == b,
    }
}

/// Removes the nulls that encoding added: a field that is always present and sometimes null is
/// written as null if it was absent.
pub(crate) fn without_added_nulls(before: &Value, after: &mut Value) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            after.retain(|key, value| !value.is_null() || before.contains_key(key));
            for (key, after) in after {
                if let Some(before) = before.get(key) {
                    without_added_nulls(before, after);
                }
            }
        }
        (Value::Array(before), Value::Array(after)) => {
            for (before, after) in before.iter().zip(after) {
                without_added_nulls(before, after);
            }
        }
        _ => {}
    }
}
