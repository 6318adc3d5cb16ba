//! Block key: the identity of a block, and blocks that are retracted.

use claude_types::{ApiMessageId, MessageUuid, ToolUseId};
use serde::Serialize;

/// The identity of a block of an answer. Its deltas and its complete form have the same key.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct BlockKey {
    message: ApiMessageId,
    index: u64,
    parent: Option<ToolUseId>,
}

impl BlockKey {
    pub(crate) fn new(message: ApiMessageId, index: u64, parent: Option<ToolUseId>) -> Self {
        Self { message, index, parent }
    }

    /// Returns the ID of the answer of the API. The CLI sends one answer as several messages, one
    /// for each block.
    #[must_use]
    pub fn message(&self) -> &ApiMessageId {
        &self.message
    }

    /// Returns the position of the block in its answer, counted from zero.
    #[must_use]
    pub fn index(&self) -> u64 {
        self.index
    }

    /// Returns the tool call whose subagent wrote the block; `None` for the main thread.
    #[must_use]
    pub fn parent(&self) -> Option<&ToolUseId> {
        self.parent.as_ref()
    }
}

/// Blocks that were sent and are to be removed.
///
/// A removed block may be sent again under the same key, from its beginning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Retracted {
    keys: Vec<BlockKey>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    messages: Vec<MessageUuid>,
    reason: Reason,
}

impl Retracted {
    pub(crate) fn new(keys: Vec<BlockKey>, reason: Reason) -> Self {
        Self { keys, messages: Vec::new(), reason }
    }

    pub(crate) fn messages_of(mut self, messages: Vec<MessageUuid>) -> Self {
        self.messages = messages;
        self
    }

    /// Returns the keys of the blocks.
    #[must_use]
    pub fn keys(&self) -> &[BlockKey] {
        &self.keys
    }

    /// Returns the IDs of the messages that contain the blocks, if the CLI named them.
    ///
    /// They may include messages whose blocks are too old to be found by their keys: the keys of
    /// the last 512 blocks are kept.
    #[must_use]
    pub fn messages(&self) -> &[MessageUuid] {
        &self.messages
    }

    /// Returns the reason.
    #[must_use]
    pub fn reason(&self) -> Reason {
        self.reason
    }
}

/// The reason why blocks are retracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// The answer broke off before the block was complete.
    Abandoned,
    /// The complete block differs from its deltas. The complete text follows.
    Replaced,
    /// A later message replaces this one.
    Superseded,
    /// The model refused, and another model answers.
    Refused,
}
