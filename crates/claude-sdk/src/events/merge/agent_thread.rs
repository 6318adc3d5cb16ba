//! Agent thread: merges the deltas of a block with its complete message, for one thread of agents.
//!
//! The main thread and each subagent have one. It contains the blocks of the answer that is being
//! written and of the one before, and how much of each was sent. The text of a complete block is
//! not kept. `partial.rs` reads the deltas.

use std::collections::VecDeque;
use std::mem::{Discriminant, discriminant};

use claude_types::{ApiMessageId, ContentBlock, MessageUuid, Raw, Timestamp, ToolUseId};

use super::text_delta::Whole;
use super::{BlockKey, Reason, TextDelta};
use crate::events::sink::{ResultContext, Sink};
use crate::events::tool::{Call, answered};
use crate::events::{Event, ToolUse};

/// The number of answers that are kept: the one that is being written, and the one before.
const ANSWERS: usize = 2;

/// The number of blocks of one answer that are kept.
const BLOCKS: usize = 256;

#[derive(Debug)]
pub(crate) struct AgentThread {
    pub(crate) parent: Option<ToolUseId>,
    answers: VecDeque<Answer>,
}

/// An answer of the API.
#[derive(Debug)]
pub(crate) struct Answer {
    id: ApiMessageId,
    parent: Option<ToolUseId>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) end: End,
}

/// How an answer ends, as far as its deltas show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// It has not ended, or its end was not reported.
    Open,
    /// It ended with a stop reason, or with a list of abandoned blocks.
    Reason,
    /// It ended without a stop reason: the stream broke, or the turn was interrupted.
    NoReason,
}

/// A block of an answer, as far as it has arrived.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) index: u64,
    pub(crate) stage: Stage,
    pub(crate) body: Body,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Deltas arrive.
    Open,
    /// No more deltas arrive.
    Stopped,
    /// The complete block was sent.
    Whole,
    /// It was retracted. Its deltas are ignored; a complete block would be sent.
    Dropped,
}

#[derive(Debug)]
pub(crate) enum Body {
    /// The text that was sent.
    Text(String),
    /// The thinking that was sent.
    Thinking(String),
    /// A block that is only sent when it is complete.
    Other(Draft),
}

/// A block that is only sent when it is complete, while its deltas arrive.
#[derive(Debug)]
pub(crate) struct Draft {
    kind: Discriminant<ContentBlock>,
    /// The call that it is, or is the result of.
    call: Option<ToolUseId>,
    /// Its beginning; `None` once it was sent.
    begun: Option<ContentBlock>,
    /// The deltas of its input.
    pub(crate) json: String,
}

/// The facts in a message that apply to all of its blocks.
#[derive(Debug, Default, Clone)]
pub(crate) struct MessageContext {
    pub(crate) aborted: bool,
    pub(crate) duration_ms: Option<u64>,
    pub(crate) uuid: Option<MessageUuid>,
    pub(crate) timestamp: Option<Timestamp>,
}

impl AgentThread {
    pub(crate) fn new(parent: Option<ToolUseId>) -> Self {
        Self { parent, answers: VecDeque::with_capacity(ANSWERS) }
    }

    /// Returns the answer with this ID, or the one that is being written. Creates an answer if
    /// there is none.
    pub(crate) fn answer(&mut self, id: Option<&ApiMessageId>, sink: &mut Sink) -> &mut Answer {
        let place = self.place(id).unwrap_or_else(|| self.begin(id, sink));
        &mut self.answers[place]
    }

    /// Returns the answer with this ID, or the one that is being written, if there is one.
    pub(crate) fn known(&mut self, id: Option<&ApiMessageId>) -> Option<&mut Answer> {
        let place = self.place(id)?;
        self.answers.get_mut(place)
    }

    fn place(&self, id: Option<&ApiMessageId>) -> Option<usize> {
        match id {
            Some(id) => self.answers.iter().rposition(|answer| answer.id == *id),
            None => self.answers.len().checked_sub(1),
        }
    }

    /// Begins an answer. An earlier one that is still open has broken off.
    ///
    /// Up to 2.1.250, the CLI ends a broken stream like any other, without the complete blocks. The
    /// new answer replaces it then.
    pub(crate) fn begin(&mut self, id: Option<&ApiMessageId>, sink: &mut Sink) -> usize {
        if let Some(answer) = self.answers.back_mut().filter(|last| last.end == End::NoReason) {
            answer.abandon(|block| block.stage == Stage::Stopped, sink);
        }
        self.break_off(sink);
        if self.answers.len() == ANSWERS {
            self.answers.pop_front();
        }
        let id = id.cloned().unwrap_or_else(|| ApiMessageId::new(""));
        let (parent, blocks) = (self.parent.clone(), Vec::new());
        self.answers.push_back(Answer { id, parent, blocks, end: End::Open });
        self.answers.len() - 1
    }

    /// Ends the answer that is being written.
    fn break_off(&mut self, sink: &mut Sink) {
        if let Some(answer) = self.answers.back_mut() {
            answer.abandon(|block| block.stage == Stage::Open, sink);
            answer.conclude(sink);
        }
    }

    /// Ends the thread because no more messages arrive. Text that broke off stays.
    pub(crate) fn conclude(&mut self, sink: &mut Sink) {
        let Some(answer) = self.answers.back_mut() else { return };
        for block in answer.blocks.iter_mut().filter(|block| block.stage == Stage::Open) {
            if let Body::Other(_) = block.body {
                block.drop_body();
            }
        }
        answer.conclude(sink);
    }

    /// Ends the thread, or a turn of it.
    pub(crate) fn end(&mut self, sink: &mut Sink) {
        self.break_off(sink);
        self.answers.clear();
    }
}

impl Answer {
    pub(crate) fn key(&self, index: u64) -> BlockKey {
        BlockKey::new(self.id.clone(), index, self.parent.clone())
    }

    /// Retracts what was sent of some blocks.
    pub(crate) fn abandon(&mut self, which: impl Fn(&Block) -> bool, sink: &mut Sink) {
        let mut keys = Vec::new();
        for place in 0..self.blocks.len() {
            let block = &mut self.blocks[place];
            if which(block) {
                if block.was_sent() {
                    keys.push(block.index);
                }
                block.drop_body();
            }
        }
        let keys = keys.into_iter().map(|index| self.key(index)).collect();
        sink.retract(keys, Reason::Abandoned);
    }

    /// Ends the deltas. Sends the blocks whose complete message was lost.
    pub(crate) fn conclude(&mut self, sink: &mut Sink) {
        for place in 0..self.blocks.len() {
            let block = &mut self.blocks[place];
            if block.stage == Stage::Open {
                block.stage = Stage::Stopped;
            }
            if block.stage == Stage::Stopped
                && let Body::Other(draft) = &mut block.body
                && let Some(begun) = draft.begun.take()
            {
                let begun = with_input(begun, std::mem::take(&mut draft.json));
                self.send(place, begun, &MessageContext::default(), sink);
            }
        }
    }

    /// Handles a complete block. Returns it if no event is made of it.
    pub(crate) fn whole(
        &mut self,
        block: ContentBlock,
        context: &MessageContext,
        sink: &mut Sink,
    ) -> Option<ContentBlock> {
        let same = |known: &Block| known.stage == Stage::Whole && known.is_like(&block);
        if identity(&block).is_some() && self.blocks.iter().any(same) {
            return None;
        }
        let place = self.place(&block);
        let key = self.key(self.blocks[place].index);
        sink.held(context.uuid.as_ref(), &key);
        self.send(place, block, context, sink)
    }

    /// Returns the place of the block that this is the complete form of. The message does not name
    /// it: the complete block arrives before the end of its deltas or, if deltas were lost, after
    /// it.
    fn place(&mut self, whole: &ContentBlock) -> usize {
        let open = |block: &Block| block.stage == Stage::Open;
        let find = |fits: &dyn Fn(&Block) -> bool| {
            self.blocks.iter().position(|block| {
                block.stage != Stage::Whole && block.is_like(whole) && fits(block)
            })
        };
        let known = match whole {
            ContentBlock::Text(_) | ContentBlock::Thinking(_) => {
                // A block with exactly this text comes first: if it is stopped, all of its deltas
                // have arrived.
                find(&|block| block.sent() == text(whole) && !block.sent().is_empty())
                    .or_else(|| find(&|block| open(block) && text(whole).starts_with(block.sent())))
                    .or_else(|| find(&|block| block.stage == Stage::Dropped))
                    .or_else(|| find(&open))
            }
            _ => find(&|_| true),
        };
        known.unwrap_or_else(|| {
            let index =
                self.blocks.iter().map(|block| block.index.saturating_add(1)).max().unwrap_or(0);
            self.add(Block::begin(index, whole, None))
        })
    }

    /// Adds a block, and returns its place. Forgets the oldest one that is complete, or else the
    /// oldest one, if there are too many: all are searched for each block.
    pub(crate) fn add(&mut self, block: Block) -> usize {
        if self.blocks.len() >= BLOCKS {
            let is_over = |block: &Block| matches!(block.stage, Stage::Whole | Stage::Dropped);
            // Not the last one: the next index follows from it.
            let place = self.blocks.iter().position(is_over);
            self.blocks.remove(place.filter(|place| place + 1 < self.blocks.len()).unwrap_or(0));
        }
        self.blocks.push(block);
        self.blocks.len() - 1
    }

    /// Sends a complete block, or the rest that was not sent yet.
    fn send(
        &mut self,
        place: usize,
        whole: ContentBlock,
        context: &MessageContext,
        sink: &mut Sink,
    ) -> Option<ContentBlock> {
        let block = &mut self.blocks[place];
        let sent = block.take_sent();
        block.stage = Stage::Whole;
        let key = self.key(self.blocks[place].index);
        match whole {
            ContentBlock::Text(block) => {
                let citations = block.citations.into_value().unwrap_or_default();
                let text = rest(block.text, &sent, &key, sink);
                let last = TextDelta::last(key, text, Whole { citations, ..context.into() });
                sink.push(Event::Text(last));
            }
            ContentBlock::Thinking(block) => {
                let text = rest(block.thinking, &sent, &key, sink);
                let duration_ms = context.duration_ms;
                let last = TextDelta::last(key, text, Whole { duration_ms, ..context.into() });
                sink.push(Event::Thinking(last));
            }
            other => return send_call(other, key, context, sink),
        }
        None
    }
}

/// Returns the part of a text that was not sent yet. If something else was sent, retracts it and
/// returns the whole text.
fn rest(mut text: String, sent: &str, key: &BlockKey, sink: &mut Sink) -> String {
    if sent.is_empty() {
        return text;
    }
    if text.starts_with(sent) {
        return text.split_off(sent.len());
    }
    sink.retract(vec![key.clone()], Reason::Replaced);
    text
}

/// Sends a call or a result of a tool of the API. Returns the block if it is neither.
fn send_call(
    block: ContentBlock,
    key: BlockKey,
    context: &MessageContext,
    sink: &mut Sink,
) -> Option<ContentBlock> {
    let (id, name, input, server) = match block {
        ContentBlock::ToolUse(block) => (block.id, block.name, block.input, false),
        ContentBlock::ServerToolUse(block) => (block.id, block.name.to_string(), block.input, true),
        ContentBlock::McpToolUse(block) => (block.id, block.name, block.input, true),
        other => {
            let (uuid, timestamp) = (context.uuid.clone(), context.timestamp.clone());
            let parent = key.parent().cloned();
            return sink.result(
                other,
                ResultContext { parent, uuid, timestamp, ..ResultContext::default() },
            );
        }
    };
    let (uuid, timestamp) = (context.uuid.clone(), context.timestamp.clone());
    sink.call(ToolUse::new(Call { key, id, name, input, server, uuid, timestamp }));
    None
}

impl Block {
    /// Creates a block. `begun` is kept if the block is only sent when it is complete.
    pub(crate) fn begin(index: u64, like: &ContentBlock, begun: Option<ContentBlock>) -> Self {
        let body = match like {
            ContentBlock::Text(_) => Body::Text(String::new()),
            ContentBlock::Thinking(_) => Body::Thinking(String::new()),
            other => Body::Other(Draft {
                kind: discriminant(other),
                call: identity(other).cloned(),
                begun,
                json: String::new(),
            }),
        };
        Self { index, stage: Stage::Open, body }
    }

    /// Returns whether a complete block may be the complete form of this one.
    fn is_like(&self, whole: &ContentBlock) -> bool {
        match &self.body {
            Body::Text(_) => matches!(whole, ContentBlock::Text(_)),
            Body::Thinking(_) => matches!(whole, ContentBlock::Thinking(_)),
            Body::Other(draft) => {
                draft.kind == discriminant(whole) && draft.call.as_ref() == identity(whole)
            }
        }
    }

    fn sent(&self) -> &str {
        match &self.body {
            Body::Text(sent) | Body::Thinking(sent) => sent,
            Body::Other(_) => "",
        }
    }

    fn was_sent(&self) -> bool {
        self.stage == Stage::Whole || !self.sent().is_empty()
    }

    fn take_sent(&mut self) -> String {
        match &mut self.body {
            Body::Text(sent) | Body::Thinking(sent) => std::mem::take(sent),
            Body::Other(draft) => {
                (draft.begun, draft.json) = (None, String::new());
                String::new()
            }
        }
    }

    fn drop_body(&mut self) {
        self.take_sent();
        self.stage = Stage::Dropped;
    }
}

impl From<&MessageContext> for Whole {
    fn from(context: &MessageContext) -> Self {
        Self {
            aborted: context.aborted,
            uuid: context.uuid.clone(),
            timestamp: context.timestamp.clone(),
            ..Self::default()
        }
    }
}

/// Returns the text of a block that is sent in deltas.
fn text(block: &ContentBlock) -> &str {
    match block {
        ContentBlock::Text(block) => &block.text,
        ContentBlock::Thinking(block) => &block.thinking,
        _ => "",
    }
}

/// Returns the ID of the call that a block is, or is the result of.
fn identity(block: &ContentBlock) -> Option<&ToolUseId> {
    match block {
        ContentBlock::ToolUse(block) => Some(&block.id),
        ContentBlock::ServerToolUse(block) => Some(&block.id),
        ContentBlock::McpToolUse(block) => Some(&block.id),
        block => answered(block).map(|(id, _)| id),
    }
}

/// Returns a call with the input from its deltas. Input that is not JSON is kept as a string.
fn with_input(mut block: ContentBlock, json: String) -> ContentBlock {
    let input = match &mut block {
        ContentBlock::ToolUse(block) => &mut block.input,
        ContentBlock::ServerToolUse(block) => &mut block.input,
        ContentBlock::McpToolUse(block) => &mut block.input,
        _ => return block,
    };
    if !json.is_empty() {
        *input =
            Raw::from_text(json.clone()).unwrap_or_else(|_| serde_json::Value::from(json).into());
    }
    block
}
