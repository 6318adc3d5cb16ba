//! Content blocks of a scripted answer.
//!
//! A block has its content and the number of deltas in which it is streamed; `events.rs` creates
//! the events.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One content block of an answer, and the number of deltas in which it is streamed.
///
/// In JSON it is a block of the API with an additional field `deltas`: `{"type": "text", "text":
/// "Hi", "deltas": 2}`. `{"type": "text", "fill": 3000000}` is a text of this number of bytes.
/// `raw_input` of a `tool_use` is its input as text, which may be invalid JSON. A block of any
/// other type is sent unchanged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    #[serde(flatten)]
    pub(super) content: Content,
    #[serde(default = "two")]
    pub(super) deltas: usize,
}

impl Block {
    /// Creates a text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Content::Text { text: text.into(), fill: None }.into()
    }

    /// Creates a text of `bytes` bytes, which is not stored in the script.
    #[must_use]
    pub fn filled(bytes: usize) -> Self {
        Content::Text { text: String::new(), fill: Some(bytes) }.into()
    }

    /// Creates a signed thinking block.
    #[must_use]
    pub fn thinking(thinking: impl Into<String>) -> Self {
        Content::Thinking { thinking: thinking.into(), signature: signature() }.into()
    }

    /// Creates a redacted thinking block.
    #[must_use]
    pub fn redacted_thinking(data: impl Into<String>) -> Self {
        Content::RedactedThinking { data: data.into() }.into()
    }

    /// Creates a tool call. Its ID is generated when it is sent.
    #[must_use]
    pub fn tool(name: impl Into<String>, input: Value) -> Self {
        Content::ToolUse { id: None, name: name.into(), input, raw_input: None }.into()
    }

    /// Creates a tool call whose input is a text, such as invalid JSON.
    #[must_use]
    pub fn broken_tool(name: impl Into<String>, input: impl Into<String>) -> Self {
        let raw_input = Some(input.into());
        Content::ToolUse { id: None, name: name.into(), input: Value::Null, raw_input }.into()
    }

    /// Creates any other block; it is sent unchanged, without deltas.
    #[must_use]
    pub fn raw(block: Value) -> Self {
        Content::Raw(block).into()
    }

    /// Sets the number of deltas.
    #[must_use]
    pub fn deltas(mut self, deltas: usize) -> Self {
        self.deltas = deltas;
        self
    }

    pub(super) fn is_tool(&self) -> bool {
        matches!(self.content, Content::ToolUse { .. })
    }
}

impl From<Content> for Block {
    fn from(content: Content) -> Self {
        Self { content, deltas: two() }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Content {
    Text {
        #[serde(default)]
        text: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fill: Option<usize>,
    },
    Thinking {
        thinking: String,
        #[serde(default = "signature")]
        signature: String,
    },
    RedactedThinking {
        data: String,
    },
    ToolUse {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        name: String,
        #[serde(default)]
        input: Value,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        raw_input: Option<String>,
    },
    #[serde(untagged)]
    Raw(Value),
}

fn two() -> usize {
    2
}

fn signature() -> String {
    "c2lnbmF0dXJl".to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn blocks_round_trip_through_json() {
        for block in [
            Block::text("hi").deltas(7),
            Block::filled(3_000_000),
            Block::thinking("hm"),
            Block::tool("Bash", json!({"command": "true"})),
            Block::broken_tool("Bash", "{\"command\": "),
        ] {
            let json = serde_json::to_value(&block).unwrap();
            assert_eq!(serde_json::from_value::<Block>(json).unwrap(), block);
        }
    }

    #[test]
    fn an_unknown_block_is_kept_unchanged() {
        let block =
            json!({"type": "server_tool_use", "id": "s", "name": "web_search", "input": {}});
        let parsed: Block = serde_json::from_value(block.clone()).unwrap();
        assert_eq!(parsed.content, Content::Raw(block));
    }
}
