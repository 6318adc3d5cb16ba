//! What is asked: a text, blocks, or a whole user message.

use std::fmt;

use claude_types::{Content, ContentBlock, UserApiMessage, UserInput};

/// A prompt. Made from a text, from content blocks, or from a [`UserInput`] with all its fields.
#[derive(Clone, PartialEq)]
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

impl fmt::Debug for Prompt {
    /// Shows nothing of what is asked: it may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prompt").finish_non_exhaustive()
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
