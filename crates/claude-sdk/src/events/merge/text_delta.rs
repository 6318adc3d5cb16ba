//! Text delta: new text of a block.

use std::fmt;
use std::time::Duration;

use claude_types::{Citation, MessageUuid, Timestamp};
use serde::Serialize;

use super::BlockKey;

/// New text of a block, and nothing that was told before.
///
/// The last piece of a block [is complete](TextDelta::is_complete) and knows what only the whole
/// message tells. With partial messages on its text is often empty, because all of it has come;
/// with partial messages off it is the only one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TextDelta {
    key: BlockKey,
    text: String,
    complete: bool,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    whole: Option<Box<Whole>>,
}

/// What the whole message tells of a block beside its text.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub(crate) struct Whole {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) aborted: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) citations: Vec<Citation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) duration_ms: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) uuid: Option<MessageUuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Timestamp>,
}

impl TextDelta {
    pub(crate) fn part(key: BlockKey, text: String) -> Self {
        Self { key, text, complete: false, whole: None }
    }

    pub(crate) fn last(key: BlockKey, text: String, whole: Whole) -> Self {
        Self { key, text, complete: true, whole: Some(Box::new(whole)) }
    }

    /// The block that it belongs to.
    #[must_use]
    pub fn key(&self) -> &BlockKey {
        &self.key
    }

    /// The new text; it may be empty.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The new text, without a copy.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text
    }

    /// Tells whether the block is complete with this.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Tells whether an interrupt cut the block off here.
    #[must_use]
    pub fn is_aborted(&self) -> bool {
        self.whole.as_ref().is_some_and(|whole| whole.aborted)
    }

    /// The sources of the whole block; known when it is complete.
    #[must_use]
    pub fn citations(&self) -> &[Citation] {
        self.whole.as_ref().map_or(&[], |whole| &whole.citations)
    }

    /// How long the model thought; known when a block of thinking is complete.
    #[must_use]
    pub fn thinking_time(&self) -> Option<Duration> {
        self.whole.as_ref()?.duration_ms.map(Duration::from_millis)
    }

    /// The message that holds the whole block; known when it is complete.
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        self.whole.as_ref()?.uuid.as_ref()
    }

    /// When the block was complete.
    #[must_use]
    pub fn timestamp(&self) -> Option<&Timestamp> {
        self.whole.as_ref()?.timestamp.as_ref()
    }
}

impl AsRef<str> for TextDelta {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for TextDelta {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
