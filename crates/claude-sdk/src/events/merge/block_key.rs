//! Block key: the identity of a block, and blocks that are retracted.

use claude_types::{ApiMessageId, MessageUuid, ToolUseId};
use serde::Serialize;

/// A block of an answer: the same for its pieces and for the whole.
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

    /// The answer of the API. It stands in several messages of the CLI, one for each block.
    #[must_use]
    pub fn message(&self) -> &ApiMessageId {
        &self.message
    }

    /// The place of the block in its answer, counted from zero.
    #[must_use]
    pub fn index(&self) -> u64 {
        self.index
    }

    /// The call whose subagent wrote it; `None` in the main thread.
    #[must_use]
    pub fn parent(&self) -> Option<&ToolUseId> {
        self.parent.as_ref()
    }
}

/// Blocks that were shown and are to be removed.
///
/// A removed block may come back under the same key; then all of it comes anew.
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

    /// The blocks.
    #[must_use]
    pub fn keys(&self) -> &[BlockKey] {
        &self.keys
    }

    /// The messages of the CLI that hold them, where it named them. It may name some whose blocks
    /// came too long ago to be known by their keys.
    #[must_use]
    pub fn messages(&self) -> &[MessageUuid] {
        &self.messages
    }

    /// Why.
    #[must_use]
    pub fn reason(&self) -> Reason {
        self.reason
    }
}

/// Why blocks no longer count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// The answer broke off before the block was complete.
    Abandoned,
    /// The whole block says something else than its pieces did; the whole follows.
    Replaced,
    /// A later message takes the place of this one.
    Superseded,
    /// The model refused, and another answers.
    Refused,
}
