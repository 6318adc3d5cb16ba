//! Content: the text or the blocks of a user message or a tool result.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::generated::ContentBlock;
use crate::wire::{self, Mismatch, Reader, Shape, Wire};

/// The content of a user message or of a tool result: one text, or a list of blocks.
///
/// # Examples
///
/// ```
/// use claude_types::{Content, ContentBlock, TextBlock};
///
/// let content = Content::from(vec![ContentBlock::Text(TextBlock::new("Hello"))]);
/// assert_eq!(content.text(), "Hello");
/// assert_eq!(content.blocks().len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Content {
    /// One text.
    Text(String),
    /// A list of blocks.
    Blocks(Vec<ContentBlock>),
}

impl Content {
    /// Returns the blocks, or an empty slice if the content is one text.
    #[must_use]
    pub fn blocks(&self) -> &[ContentBlock] {
        match self {
            Self::Text(_) => &[],
            Self::Blocks(blocks) => blocks,
        }
    }

    /// Returns all text of the content, joined without separators.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Blocks(blocks) => {
                let mut texts = blocks.iter().filter_map(ContentBlock::as_text);
                let first = texts.next().unwrap_or_default();
                texts.fold(Cow::Borrowed(first), |all, text| all + text)
            }
        }
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<ContentBlock>> for Content {
    fn from(blocks: Vec<ContentBlock>) -> Self {
        Self::Blocks(blocks)
    }
}

impl Wire for Content {
    const VACANT: Self = Self::Text(String::new());

    fn shape() -> Shape {
        Shape::TextOr(Vec::<ContentBlock>::shape)
    }

    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Mismatch> {
        match self {
            Self::Text(text) if from.peek() == b'"' => return text.fill(from),
            _ => wire::put(self, Self::Blocks(Vec::new())),
        }
        match self {
            Self::Blocks(blocks) => blocks.fill(from),
            Self::Text(_) => Ok(()),
        }
    }
}

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(to),
            Self::Blocks(blocks) => blocks.serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        wire::deserialize(from)
    }
}
