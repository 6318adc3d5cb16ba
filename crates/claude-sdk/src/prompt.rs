//! Prompt: a text, content blocks, or a whole user message.

use std::borrow::Cow;
use std::fmt;

use claude_types::{Content, ContentBlock, TextBlock, UserApiMessage, UserInput};

/// A prompt. Made from a text, from content blocks, or from a [`UserInput`] with all its fields.
#[derive(Clone, PartialEq)]
pub struct Prompt(UserInput);

impl Prompt {
    /// A prompt with this content.
    pub fn new(content: impl Into<Content>) -> Self {
        Self(UserInput::new(UserApiMessage::new(content)))
    }

    /// What it says in words; images and documents are left out.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        self.0.message.content.text()
    }

    /// Adds a text, as a block of its own.
    pub fn append(&mut self, text: impl Into<String>) {
        let content = &mut self.0.message.content;
        let block = ContentBlock::Text(TextBlock::new(text));
        if let Content::Blocks(blocks) = content {
            return blocks.push(block);
        }
        let before = content.text().into_owned();
        // The API refuses an empty block.
        let before = (!before.is_empty()).then(|| ContentBlock::Text(TextBlock::new(before)));
        *content = Vec::from_iter(before.into_iter().chain([block])).into();
    }

    /// The whole message.
    #[must_use]
    pub fn input(&self) -> &UserInput {
        &self.0
    }

    /// The whole message, to be changed.
    pub fn input_mut(&mut self) -> &mut UserInput {
        &mut self.0
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
