//! Accumulator: turns messages into events.

use std::collections::HashMap;
use std::mem::take;

use claude_types::{
    ApiMessageId, AssistantMessage, Content, ContentBlock, Message, MessageUuid,
    ModelRefusalFallbackMessage, ResultMessage, SystemMessage, ToolUseId, UserMessage,
};

use super::merge::{AgentThread, MessageContext, RecentMessages};
use super::sink::{ResultContext, Sink};
use super::tool::answered;
use super::{Event, Failure, Reason, Status};

/// The number of subagents whose state is kept at a time.
const SUBAGENTS: usize = 64;

/// Turns messages into [`Event`]s.
///
/// [`Events`](super::Events) uses one. Create one for messages that arrive in another way. It does
/// no IO and does not depend on time.
///
/// # Memory
///
/// Memory does not grow with the conversation. These are kept:
///
/// - the deltas of the current and the previous answer until their complete messages arrive, for
///   the main thread and at most 64 subagents;
/// - at most 1024 tool calls without a result;
/// - the keys of the last 512 blocks, to find those that are retracted;
/// - the last 256 message IDs of a turn, to skip repeated messages.
///
/// # Examples
///
/// ```
/// use claude_sdk::Message;
/// use claude_sdk::events::Accumulator;
///
/// let line = br#"{"type":"assistant","message":{"id":"msg_1","role":"assistant",
///     "content":[{"type":"text","text":"Hello."}]}}"#;
/// let mut accumulator = Accumulator::new();
/// accumulator.push(Message::decode(line));
/// let event = accumulator.next_event();
/// assert_eq!(event.unwrap().as_text(), Some("Hello."));
/// assert!(accumulator.next_event().is_none());
/// ```
#[derive(Debug)]
pub struct Accumulator {
    main: AgentThread,
    /// Subagents, the most recently active ones at the end.
    subagents: Vec<AgentThread>,
    sink: Sink,
    recent: RecentMessages,
    /// Whether a request of the main thread has failed in this turn.
    failed: bool,
}

impl Default for Accumulator {
    fn default() -> Self {
        Self::new()
    }
}

impl Accumulator {
    /// Creates an accumulator without any state.
    #[must_use]
    pub fn new() -> Self {
        Self {
            main: AgentThread::new(None),
            subagents: Vec::new(),
            sink: Sink::default(),
            recent: RecentMessages::new(),
            failed: false,
        }
    }

    /// Adds the next message. [`Accumulator::next_event`] then returns its events.
    pub fn push(&mut self, message: Message) {
        match message {
            Message::StreamEvent(message) => {
                if !self.recent.before(message.uuid.as_ref()) {
                    let parent = message.parent_tool_use_id.clone();
                    let (thread, sink) = self.thread(parent);
                    thread.stream(message, sink);
                }
            }
            Message::Assistant(message) => {
                if !self.recent.before(message.uuid.as_ref()) {
                    self.assistant(message);
                }
            }
            Message::User(message) => {
                if !self.recent.before(message.uuid.as_ref()) {
                    self.user(message);
                }
            }
            Message::Result(result) => self.result(result),
            message => self.aside(message),
        }
    }

    /// Returns the next event of the messages that were added, or `None` if all were returned.
    pub fn next_event(&mut self) -> Option<Event> {
        self.sink.pop()
    }

    /// Ends the sequence: tool calls without a result get the outcome
    /// [`ToolOutcome::Missing`](super::ToolOutcome::Missing).
    pub fn finish(&mut self) {
        for thread in std::iter::once(&mut self.main).chain(&mut self.subagents) {
            thread.conclude(&mut self.sink);
        }
        self.subagents.clear();
        self.sink.miss(|_| true);
    }

    /// Returns the state of the main thread or of a subagent.
    fn thread(&mut self, parent: Option<ToolUseId>) -> (&mut AgentThread, &mut Sink) {
        if parent.is_none() {
            return (&mut self.main, &mut self.sink);
        }
        match self.subagents.iter().position(|thread| thread.parent == parent) {
            Some(place) => self.subagents[place..].rotate_left(1),
            None => {
                if self.subagents.len() == SUBAGENTS {
                    self.subagents.remove(0);
                }
                self.subagents.push(AgentThread::new(parent));
            }
        }
        let last = self.subagents.len() - 1;
        (&mut self.subagents[last], &mut self.sink)
    }

    fn assistant(&mut self, mut message: Box<AssistantMessage>) {
        let superseded = message.supersedes.take().unwrap_or_default();
        self.sink.retract_messages(superseded, Reason::Superseded);
        let id = message.message.id.clone();
        let id = id.unwrap_or_else(|| stand_in(message.uuid.as_ref()));
        let parent = message.parent_tool_use_id.clone();
        let failed = message.error.is_some() || message.is_api_error_message == Some(true);
        self.failed |= failed && parent.is_none();
        let (thread, sink) = self.thread(parent);
        let answer = thread.answer(Some(&id), sink);
        if failed {
            return sink.push(Event::Error(Box::new(Failure::of_request(*message))));
        }
        let context = MessageContext {
            aborted: message.aborted == Some(true),
            duration_ms: message.thinking_duration_ms,
            uuid: message.uuid.clone(),
            timestamp: message.timestamp.clone(),
        };
        let blocks = take(&mut message.message.content);
        let empty = blocks.is_empty();
        let blocks = blocks.into_iter().filter_map(|block| answer.whole(block, &context, sink));
        message.message.content = blocks.collect();
        if empty || !message.message.content.is_empty() {
            self.sink.push(Event::Other(Message::Assistant(message)));
        }
    }

    fn user(&mut self, mut message: Box<UserMessage>) {
        let mut results = Vec::new();
        if message.is_replay != Some(true)
            && let Content::Blocks(blocks) = &mut message.message.content
        {
            let is_result = |block: &ContentBlock| answered(block).is_some();
            let (mine, rest): (Vec<_>, Vec<_>) = take(blocks).into_iter().partition(is_result);
            (results, *blocks) = (mine, rest);
        }
        if results.is_empty() {
            return self.sink.push(Event::Other(Message::User(message)));
        }
        let alone = results.len() == 1;
        let metas = message.tool_result_meta.take();
        // The first of one ID counts.
        let by_id: HashMap<_, _> =
            metas.iter().flatten().rev().map(|meta| (&meta.id, meta)).collect();
        for block in results {
            let id = answered(&block).map(|(id, _)| id);
            let meta = id.and_then(|id| by_id.get(id).copied());
            let context = ResultContext {
                parent: message.parent_tool_use_id.clone(),
                output: if alone { message.tool_use_result.take() } else { None },
                meta: meta.cloned(),
                uuid: message.uuid.clone(),
                timestamp: message.timestamp.clone(),
            };
            self.sink.result(block, context);
        }
        if !message.message.content.blocks().is_empty() {
            message.tool_result_meta = metas;
            self.sink.push(Event::Other(Message::User(message)));
        }
    }

    fn result(&mut self, result: Box<ResultMessage>) {
        self.main.end(&mut self.sink);
        self.miss(None);
        if !take(&mut self.failed)
            && let Some(failure) = Failure::of_turn(&result)
        {
            self.sink.push(Event::Error(Box::new(failure)));
        }
        self.recent.forget();
        self.sink.push(Event::Result(result));
    }

    /// Handles a message that is neither written by the model nor the result of a tool.
    fn aside(&mut self, mut message: Message) {
        match &mut message {
            Message::System(SystemMessage::ModelRefusalFallback(fallback)) => {
                let ModelRefusalFallbackMessage { retracted_message_uuids, .. } = &**fallback;
                let retracted = retracted_message_uuids.clone().unwrap_or_default();
                self.sink.retract_messages(retracted, Reason::Refused);
            }
            Message::System(SystemMessage::TaskNotification(task)) => {
                if task.status.as_ref().is_none_or(claude_types::TaskStatus::is_final)
                    && let Some(id) = task.tool_use_id.clone()
                {
                    self.over(id);
                }
            }
            _ => {}
        }
        self.sink.push(match Status::of(message) {
            Ok(status) => Event::Status(status),
            Err(message) => Event::Other(message),
        });
    }

    /// Ends a subagent.
    fn over(&mut self, id: ToolUseId) {
        let id = Some(id);
        if let Some(place) = self.subagents.iter().position(|thread| thread.parent == id) {
            self.subagents.remove(place).end(&mut self.sink);
        }
        self.miss(id);
    }

    /// Ends the calls of a thread that have no result, and the subagents that they started.
    fn miss(&mut self, thread: Option<ToolUseId>) {
        for id in self.sink.miss(|call| call.key().parent() == thread.as_ref()) {
            self.over(id);
        }
    }
}

/// Returns an ID for an answer that has none.
fn stand_in(uuid: Option<&MessageUuid>) -> ApiMessageId {
    ApiMessageId::new(uuid.map(MessageUuid::as_str).unwrap_or_default())
}
