//! The content blocks of a scripted answer.
//!
//! A block knows what it holds and in how many pieces it is streamed; `events.rs` makes the events of it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One content block of an answer, and the number of pieces in which it is streamed.
///
/// In JSON it is what the API calls a block, with `deltas` beside: `{"type": "text", "text": "Hi", "deltas": 2}`.
/// `{"type": "text", "fill": 3000000}` is a text of that many bytes, and `raw_input` of a `tool_use` is its
/// input as text, which need not be JSON. A block of any other type goes out as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    #[serde(flatten)]
    pub(super) content: Content,
    #[serde(default = "two")]
    pub(super) deltas: usize,
}

impl Block {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Content::Text { text: text.into(), fill: None }.into()
    }

    /// A text of `bytes` bytes, which need not be kept in the script.
    #[must_use]
    pub fn filled(bytes: usize) -> Self {
        Content::Text { text: String::new(), fill: Some(bytes) }.into()
    }

    /// A thought, signed.
    #[must_use]
    pub fn thinking(thinking: impl Into<String>) -> Self {
        Content::Thinking { thinking: thinking.into(), signature: signature() }.into()
    }

    /// A thought that nobody may read.
    #[must_use]
    pub fn redacted_thinking(data: impl Into<String>) -> Self {
        Content::RedactedThinking { data: data.into() }.into()
    }

    /// The use of a tool, with an id made when it is sent.
    #[must_use]
    pub fn tool(name: impl Into<String>, input: Value) -> Self {
        Content::ToolUse { id: None, name: name.into(), input, raw_input: None }.into()
    }

    /// The use of a tool whose input is not the JSON that it should be.
    #[must_use]
    pub fn broken_tool(name: impl Into<String>, input: impl Into<String>) -> Self {
        let raw_input = Some(input.into());
        Content::ToolUse { id: None, name: name.into(), input: Value::Null, raw_input }.into()
    }

    /// Any other block; it goes out as it is, in one piece.
    #[must_use]
    pub fn raw(block: Value) -> Self {
        Content::Raw(block).into()
    }

    /// Sets the number of pieces.
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
