//! Edit: a line with another value of a field. All other bytes stay as they are.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// What the model reads as the result of a call whose result is lost.
const LOST: &str = "The session ended before the result of this tool call was recorded.";

/// The fields of a line that each line of the conversation repeats.
const REPEATED: [&str; 10] = [
    "isSidechain",
    "agentId",
    "promptId",
    "timestamp",
    "userType",
    "entrypoint",
    "cwd",
    "sessionId",
    "version",
    "gitBranch",
];

/// The fields of an object, each with its JSON. Of a doubled field, the last one, as for the CLI.
struct Fields<'l>(BTreeMap<Cow<'l, str>, &'l RawValue>);

/// A name that is borrowed unless it has escapes.
#[derive(serde::Deserialize)]
struct Name<'l>(#[serde(borrow)] Cow<'l, str>);

impl<'l> Fields<'l> {
    fn of(object: &'l str) -> Option<Self> {
        serde_json::from_str(object).ok()
    }

    fn get(&self, name: &str) -> Option<&'l str> {
        self.0.get(name).map(|value| value.get())
    }

    fn text(&self, name: &str) -> Option<String> {
        serde_json::from_str(self.get(name)?).ok()
    }
}

impl<'de: 'l, 'l> Deserialize<'de> for Fields<'l> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
                let mut fields = BTreeMap::new();
                while let Some((Name(name), value)) = map.next_entry()? {
                    fields.insert(name, value);
                }
                Ok(Fields(fields))
            }
        }
        from.deserialize_map(Object)
    }
}

/// Returns the text of a field.
pub(super) fn text(line: &str, name: &str) -> Option<String> {
    Fields::of(line)?.text(name)
}

/// Returns a line with another value (JSON) of a field. Without the field, the line stays as it is.
pub(super) fn with_field(line: &str, name: &str, value: &str) -> String {
    match Fields::of(line).and_then(|fields| fields.get(name)) {
        Some(old) => spliced(line, old, value),
        None => line.to_owned(),
    }
}

/// Replaces a part of a line.
fn spliced(line: &str, part: &str, by: &str) -> String {
    let begin = part.as_ptr().addr() - line.as_ptr().addr();
    [&line[..begin], by, &line[begin + part.len()..]].concat()
}

/// Returns the blocks of the content of a message, and the content.
fn blocks(line: &str) -> Option<(&str, Vec<&str>)> {
    let content = Fields::of(Fields::of(line)?.get("message")?)?.get("content")?;
    let blocks: Vec<&RawValue> = serde_json::from_str(content).ok()?;
    Some((content, blocks.into_iter().map(RawValue::get).collect()))
}

/// Returns a line without the results of some calls. `None` if nothing else is in it.
pub(super) fn without_results(line: &str, is_orphan: impl Fn(&str) -> bool) -> Option<String> {
    let Some((content, mut blocks)) = blocks(line) else { return Some(line.to_owned()) };
    blocks.retain(|block| {
        let Some(fields) = Fields::of(block) else { return true };
        let is_result = fields.text("type").as_deref() == Some("tool_result");
        !(is_result && fields.text("tool_use_id").is_some_and(|call| is_orphan(&call)))
    });
    (!blocks.is_empty()).then(|| spliced(line, content, &format!("[{}]", blocks.join(","))))
}

/// Returns a line with error results for some calls of a line. `None` if none of them is a block of
/// its message.
pub(super) fn closing(line: &str, uuid: &str, is_open: impl Fn(&str) -> bool) -> Option<String> {
    let fields = Fields::of(line)?;
    let calls = blocks(line)?.1.into_iter().filter_map(|block| {
        let block = Fields::of(block)?;
        let is_call = block.text("type").as_deref() == Some("tool_use");
        block.text("id").filter(|id| is_call && is_open(id))
    });
    let results: Vec<_> = calls
        .map(|call| {
            serde_json::json!({
                "type": "tool_result", "tool_use_id": call, "content": LOST, "is_error": true,
            })
        })
        .collect();
    if results.is_empty() {
        return None;
    }
    let content = serde_json::json!({ "role": "user", "content": results });
    let mut closing = format!(r#"{{"parentUuid":{},"type":"user""#, fields.get("uuid")?);
    closing.push_str(&format!(r#","message":{content},"uuid":"{uuid}""#));
    closing.push_str(&format!(r#","sourceToolAssistantUUID":{}"#, fields.get("uuid")?));
    for name in REPEATED {
        if let Some(value) = fields.get(name) {
            closing.push_str(&format!(r#","{name}":{value}"#));
        }
    }
    closing.push('}');
    Some(closing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_value_of_the_field_changes() {
        let line = r#"{ "a" : {"parentUuid":1}, "parentUuid" : "x" ,"n":1e999,"b":"\u0000\ud800"}"#;
        let expected = line.replace(r#""x""#, "null");
        assert_eq!(with_field(line, "parentUuid", "null"), expected);
        assert_eq!(with_field(line, "none", "null"), line);
        // The last one counts.
        let doubled = r#"{"a":1,"a":2}"#;
        assert_eq!(with_field(doubled, "a", "3"), r#"{"a":1,"a":3}"#);
        assert_eq!(text(r#"{"\u0061":"x\n"}"#, "a").as_deref(), Some("x\n"));
    }

    #[test]
    fn results_are_removed_and_other_blocks_keep_their_bytes() {
        let line = r#"{"message":{"content":[ {"type":"tool_result","tool_use_id":"t1"}, {"type": "text"}]},"x":1}"#;
        let expected = r#"{"message":{"content":[{"type": "text"}]},"x":1}"#;
        assert_eq!(without_results(line, |call| call == "t1").as_deref(), Some(expected));
        assert_eq!(
            without_results(&line.replace("text", "tool_result"), |_| true).as_deref(),
            Some(r#"{"message":{"content":[{"type": "tool_result"}]},"x":1}"#)
        );
        let only = r#"{"message":{"content":[{"type":"tool_result","tool_use_id":"t1"}]}}"#;
        assert_eq!(without_results(only, |_| true), None);
        assert_eq!(without_results("{}", |_| true).as_deref(), Some("{}"));
    }

    #[test]
    fn open_calls_get_error_results() {
        let line = r#"{"uuid":"u","cwd":"/a","x":1,"message":{"content":[{"type":"tool_use","id":"t1"},{"type":"tool_use","id":"t2"}]}}"#;
        let closing = closing(line, "new", |call| call == "t2").unwrap();
        let closing: serde_json::Value = serde_json::from_str(&closing).unwrap();
        assert_eq!(closing["parentUuid"], "u");
        assert_eq!((&closing["uuid"], &closing["cwd"]), (&"new".into(), &"/a".into()));
        let [result] = &closing["message"]["content"].as_array().unwrap()[..] else { panic!() };
        assert_eq!((&result["tool_use_id"], &result["is_error"]), (&"t2".into(), &true.into()));
        assert!(closing.get("x").is_none());
    }
}
