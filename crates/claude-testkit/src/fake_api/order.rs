//! Field order: the fields of an answer in the order in which the API sends them.
//!
//! A `type` at the beginning is cheaper to read than one at the end, so recordings and measurements
//! with this API must have it in the same place as the real one.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// Fields by their rank; other fields come last, sorted.
const ORDER: [&str; 23] = [
    "type",
    "index",
    "tool_use_id",
    "id",
    "role",
    "model",
    "name",
    "content",
    "input",
    "thinking",
    "text",
    "signature",
    "stop_reason",
    "stop_sequence",
    "message",
    "content_block",
    "delta",
    "input_tokens",
    "cache_creation_input_tokens",
    "cache_read_input_tokens",
    "output_tokens",
    "service_tier",
    "usage",
];

/// A value that is written with its fields in this order.
pub(super) struct InOrder<'a>(pub(super) &'a Value);

impl InOrder<'_> {
    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for InOrder<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Array(items) => serializer.collect_seq(items.iter().map(InOrder)),
            Value::Object(fields) => {
                let is_message = fields.contains_key("role");
                let rank = |name: &str| match name {
                    // The only object whose type is not its first field.
                    "id" if is_message => 0,
                    _ => 1 + ORDER.iter().position(|field| *field == name).unwrap_or(ORDER.len()),
                };
                let mut fields: Vec<_> = fields.iter().collect();
                fields.sort_by_key(|(name, _)| rank(name));
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, &InOrder(value))?;
                }
                map.end()
            }
            other => other.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn types_come_first_except_in_messages() {
        let block =
            json!({"name": "Bash", "input": {"z": 1, "a": 2}, "id": "t", "type": "tool_use"});
        let message =
            json!({"role": "assistant", "content": [block], "type": "message", "id": "m"});
        assert_eq!(
            InOrder(&json!({"message": message, "type": "message_start"})).text(),
            r#"{"type":"message_start","message":{"id":"m","type":"message","role":"assistant","content":[{"type":"tool_use","id":"t","name":"Bash","input":{"a":2,"z":1}}]}}"#
        );
    }
}
