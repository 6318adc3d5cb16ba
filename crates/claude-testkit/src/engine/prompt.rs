//! A prompt of the host.

use serde_json::Value;

/// A user message that waits for a turn, or has one.
#[derive(Clone, Debug)]
pub(super) struct Prompt {
    pub(super) uuid: Option<String>,
    pub(super) content: Value,
    /// It came while another turn ran: all such are taken into one turn.
    pub(super) mid_turn: bool,
    /// It was taken into a turn that ran already.
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
