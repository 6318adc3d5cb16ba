//! Prompts of the host.

use serde_json::Value;

/// A user message that is queued, or part of a turn.
#[derive(Clone, Debug)]
pub(super) struct Prompt {
    pub(super) uuid: Option<String>,
    pub(super) content: Value,
    /// Whether the prompt was sent while another turn ran. All such prompts are merged into one
    /// turn.
    pub(super) mid_turn: bool,
    /// Whether the prompt was merged into a running turn.
    pub(super) folded: bool,
}

impl Prompt {
    /// The text of the prompt, its blocks joined.
    pub(super) fn text(&self) -> String {
        match &self.content {
            Value::String(text) => text.clone(),
            Value::Array(blocks) => {
                let texts = blocks.iter().filter_map(|block| block["text"].as_str());
                texts.collect::<Vec<_>>().join("\n")
            }
            _ => String::new(),
        }
    }
}
