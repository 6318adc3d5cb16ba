//! What one asks of messages and blocks most often.

use crate::{AssistantMessage, ContentBlock, ResultMessage, TextBlock, ToolUseBlock};

impl ContentBlock {
    /// The text, if this is a text block.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(block) => Some(&block.text),
            _ => None,
        }
    }
}

impl AssistantMessage {
    /// All text of the message, joined as it comes.
    #[must_use]
    pub fn text(&self) -> String {
        self.message.content.iter().filter_map(ContentBlock::as_text).collect()
    }

    /// The tools that the model wants to use.
    pub fn tool_uses(&self) -> impl Iterator<Item = &ToolUseBlock> {
        self.message.content.iter().filter_map(|block| match block {
            ContentBlock::ToolUse(tool) => Some(tool),
            _ => None,
        })
    }
}

impl ResultMessage {
    /// Tells whether the run failed. A result that does not say counts as failed.
    ///
    /// An API error is a result with the subtype `success` and `is_error`; CLIs before 2.1.113
    /// leave `is_error` false in the `error_` subtypes. Both are failures here.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        let subtype = self.subtype.as_ref().map(|subtype| subtype.as_str());
        self.is_error != Some(false) || subtype.is_some_and(|subtype| subtype.starts_with("error"))
    }

    /// The final text of the run; empty if there is none.
    #[must_use]
    pub fn text(&self) -> &str {
        self.result.as_deref().unwrap_or_default()
    }
}

impl From<&str> for TextBlock {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}
