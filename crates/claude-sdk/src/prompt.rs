//! What is asked: a text, blocks, or a whole user message.

use claude_types::{Content, ContentBlock, UserApiMessage, UserInput};

/// A prompt. Made from a text, from content blocks, or from a [`UserInput`] with all its fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Prompt(UserInput);

impl Prompt {
    /// A prompt with this content.
    pub fn new(content: impl Into<Content>) -> Self {
        Self(UserInput::new(UserApiMessage::new(content)))
    }

    pub(crate) fn into_input(self) -> UserInput {
        self.0
    }
}

impl From<&str> for Prompt {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Prompt {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&String> for Prompt {
    fn from(text: &String) -> Self {
        Self::new(text.as_str())
    }
}

impl From<Vec<ContentBlock>> for Prompt {
    fn from(blocks: Vec<ContentBlock>) -> Self {
        Self::new(blocks)
    }
}

impl From<UserInput> for Prompt {
    fn from(input: UserInput) -> Self {
        Self(input)
    }
}
