//! Text delta: new text of a block.

use std::fmt;
use std::time::Duration;

use claude_types::{Citation, MessageUuid, Timestamp};
use serde::Serialize;

use super::BlockKey;

/// New text of a block. Text that was sent before is not repeated.
///
/// The last delta of a block [is complete](TextDelta::is_complete) and contains what only the
/// complete message knows. With partial messages enabled, its text is often empty, because all of
/// it was sent before. Otherwise it is the only delta of the block.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TextDelta {
    key: BlockKey,
    text: String,
    complete: bool,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    whole: Option<Box<Whole>>,
}

/// The facts in the complete message, in addition to the text.
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

    /// Returns the block that the text belongs to.
    #[must_use]
    pub fn key(&self) -> &BlockKey {
        &self.key
    }

    /// Returns the new text; it may be empty.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the new text without copying it.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text
    }

    /// Returns whether the block is complete with this delta.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Returns whether an interrupt cut the block off here.
    #[must_use]
    pub fn is_aborted(&self) -> bool {
        self.whole.as_ref().is_some_and(|whole| whole.aborted)
    }

    /// Returns the citations of the block; empty until it is complete.
    #[must_use]
    pub fn citations(&self) -> &[Citation] {
        self.whole.as_ref().map_or(&[], |whole| &whole.citations)
    }

    /// Returns how long the model thought; known when a block of thinking is complete.
    #[must_use]
    pub fn thinking_time(&self) -> Option<Duration> {
        self.whole.as_ref()?.duration_ms.map(Duration::from_millis)
    }

    /// Returns the ID of the message that contains the block; known when the block is complete.
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        self.whole.as_ref()?.uuid.as_ref()
    }

    /// Returns when the block was complete.
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
