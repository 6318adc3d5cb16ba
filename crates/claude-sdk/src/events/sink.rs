//! Sink: the queue of events, the calls that have no result yet, and which message contained which
//! block.

use std::collections::{HashSet, VecDeque};

use claude_types::{ContentBlock, MessageUuid, Raw, Timestamp, ToolResultMeta, ToolUseId};

use super::tool::answered;
use super::{BlockKey, Event, Reason, Retracted, ToolOutcome, ToolResult, ToolUse};

/// The number of calls without a result that are kept.
const CALLS: usize = 1024;

/// The number of blocks that can be found by their message.
const BLOCKS: usize = 512;

/// The facts about a result that are in its message.
#[derive(Debug, Default)]
pub(super) struct ResultContext {
    pub(super) parent: Option<ToolUseId>,
    pub(super) output: Option<Raw>,
    pub(super) meta: Option<ToolResultMeta>,
    pub(super) uuid: Option<MessageUuid>,
    pub(super) timestamp: Option<Timestamp>,
}

#[derive(Debug, Default)]
pub(super) struct Sink {
    events: VecDeque<Event>,
    /// Calls without a result, in their order.
    calls: VecDeque<ToolUse>,
    /// The last complete blocks, by their messages.
    blocks: VecDeque<(MessageUuid, BlockKey)>,
}

impl Sink {
    pub(super) fn pop(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    pub(super) fn push(&mut self, event: Event) {
        self.events.push_back(event);
    }

    /// Records which message contains a block.
    pub(super) fn held(&mut self, uuid: Option<&MessageUuid>, key: &BlockKey) {
        if let Some(uuid) = uuid {
            if self.blocks.len() == BLOCKS {
                self.blocks.pop_front();
            }
            self.blocks.push_back((uuid.clone(), key.clone()));
        }
    }

    pub(super) fn call(&mut self, call: ToolUse) {
        if self.calls.len() == CALLS {
            self.calls.pop_front();
        }
        self.calls.push_back(call.clone());
        self.push(Event::ToolUse(call));
    }

    /// Pushes the result of a call. Returns the block if it is not a result.
    pub(super) fn result(
        &mut self,
        block: ContentBlock,
        context: ResultContext,
    ) -> Option<ContentBlock> {
        let Some((id, outcome)) = answered(&block) else { return Some(block) };
        let tool_use_id = id.clone();
        let place = self.calls.iter().position(|call| *call.id() == tool_use_id);
        let tool_use = place.and_then(|place| self.calls.remove(place));
        let ResultContext { parent, output, meta, uuid, timestamp } = context;
        self.push(Event::ToolResult(Box::new(ToolResult {
            tool_use_id,
            tool_use,
            parent,
            outcome,
            block: Some(block),
            output,
            meta,
            uuid,
            timestamp,
        })));
        None
    }

    /// Ends the calls of a thread that have no result. Returns their IDs, so that the caller can
    /// end the subagents that they started.
    pub(super) fn miss(&mut self, of: impl Fn(&ToolUse) -> bool) -> Vec<ToolUseId> {
        let (missing, rest): (VecDeque<_>, _) = self.calls.drain(..).partition(of);
        self.calls = rest;
        let ids = missing.iter().map(|call| call.id().clone()).collect();
        for call in missing {
            self.push(Event::ToolResult(Box::new(ToolResult {
                tool_use_id: call.id().clone(),
                parent: call.key().parent().cloned(),
                tool_use: Some(call),
                outcome: ToolOutcome::Missing,
                block: None,
                output: None,
                meta: None,
                uuid: None,
                timestamp: None,
            })));
        }
        ids
    }

    /// Retracts blocks that were sent.
    pub(super) fn retract(&mut self, keys: Vec<BlockKey>, reason: Reason) {
        if !keys.is_empty() {
            self.forget(&keys);
            self.push(Event::Retracted(Retracted::new(keys, reason)));
        }
    }

    /// Retracts the blocks of some messages.
    pub(super) fn retract_messages(&mut self, messages: Vec<MessageUuid>, reason: Reason) {
        if messages.is_empty() {
            return;
        }
        let all: HashSet<_> = messages.iter().collect();
        let retracted = self.blocks.iter().filter(|(uuid, _)| all.contains(uuid));
        let keys: Vec<_> = retracted.map(|(_, key)| key.clone()).collect();
        self.forget(&keys);
        self.push(Event::Retracted(Retracted::new(keys, reason).messages_of(messages)));
    }

    fn forget(&mut self, keys: &[BlockKey]) {
        let keys: HashSet<_> = keys.iter().collect();
        self.calls.retain(|call| !keys.contains(call.key()));
        self.blocks.retain(|(_, key)| !keys.contains(key));
    }
}
