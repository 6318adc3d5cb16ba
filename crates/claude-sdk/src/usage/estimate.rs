//! Estimate: the usage in messages before a result arrives, each answer counted once.
//!
//! One answer of the API is several messages, and each contains the usage so far. The last one
//! counts, and no count decreases. Memory is bounded: of old answers only the sum is kept.

use std::collections::VecDeque;

use claude_types::{
    ApiMessage, ApiMessageId, AssistantMessage, Message, ModelName, StreamEvent,
    StreamEventMessage, ToolUseId,
};

use super::{Spend, Tokens};

/// The number of answers that are kept. Answers of subagents that run at the same time are
/// interleaved.
const ANSWERS: usize = 256;
/// The number of tool calls that are kept, so that none is counted twice.
const CALLS: usize = 256;
/// The model name in messages that the CLI writes itself.
const SYNTHETIC: &str = "<synthetic>";

/// What one answer is known to have consumed.
#[derive(Debug)]
struct Answer {
    id: ApiMessageId,
    /// The model. Later parts of a stream do not contain it.
    model: Option<ModelName>,
    tokens: Tokens,
}

/// The increase of one answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Growth {
    /// The tool call of the subagent that answered; `None` for the main thread.
    pub(crate) parent: Option<ToolUseId>,
    /// The increase in tokens.
    pub(crate) tokens: Tokens,
}

/// The usage since the last result.
#[derive(Debug, Default)]
pub(crate) struct Estimate {
    answers: VecDeque<Answer>,
    calls: VecDeque<ToolUseId>,
    /// The tokens of the main thread.
    pub(crate) main: Tokens,
    /// The tokens of subagents.
    pub(crate) subagents: Tokens,
    /// The cost, if there are prices.
    pub(crate) cost_usd: f64,
    /// The answers of the main thread.
    pub(crate) model_turns: u64,
    /// The tool calls since the session began.
    pub(crate) tool_calls: u64,
}

impl Estimate {
    /// Adds a message. Returns the increase if it belongs to an answer.
    pub(crate) fn message(
        &mut self,
        message: &Message,
        price: impl Fn(&str, Tokens) -> f64,
    ) -> Option<Growth> {
        match message {
            Message::Assistant(reply) => self.assistant(reply, price),
            Message::StreamEvent(event) => self.event(event, price),
            _ => None,
        }
    }

    /// Resets the estimate, because a result contains the exact numbers.
    pub(crate) fn settle(&mut self) {
        self.main = Tokens::default();
        self.subagents = Tokens::default();
        self.cost_usd = 0.0;
        self.model_turns = 0;
    }

    /// Returns what was counted since the last result.
    pub(crate) fn pending(&self) -> Spend {
        let mut tokens = self.main;
        tokens += self.subagents;
        Spend { tokens, cost_usd: self.cost_usd }
    }

    fn assistant(
        &mut self,
        reply: &AssistantMessage,
        price: impl Fn(&str, Tokens) -> f64,
    ) -> Option<Growth> {
        for call in reply.tool_uses() {
            if !self.calls.contains(&call.id) {
                self.tool_calls += 1;
                push(&mut self.calls, call.id.clone(), CALLS);
            }
        }
        self.answer(&reply.message, reply.parent_tool_use_id.clone(), price)
    }

    fn event(
        &mut self,
        event: &StreamEventMessage,
        price: impl Fn(&str, Tokens) -> f64,
    ) -> Option<Growth> {
        let parent = event.parent_tool_use_id.clone();
        match &event.event {
            StreamEvent::MessageStart(start) => self.answer(&start.message, parent, price),
            StreamEvent::MessageDelta(delta) => {
                let tokens = Tokens::from(delta.usage.as_deref()?);
                // Without the ID of the answer there is nothing to compare with.
                let id = event.api_message_id.clone()?;
                Some(self.grow(Some(id), None, parent, tokens, price))
            }
            _ => None,
        }
    }

    fn answer(
        &mut self,
        message: &ApiMessage,
        parent: Option<ToolUseId>,
        price: impl Fn(&str, Tokens) -> f64,
    ) -> Option<Growth> {
        // Skip texts of the CLI itself, which cost nothing.
        if message.model.as_ref().is_some_and(|model| model.as_str() == SYNTHETIC) {
            return None;
        }
        let tokens = Tokens::from(message.usage.as_deref()?);
        Some(self.grow(message.id.clone(), message.model.clone(), parent, tokens, price))
    }

    fn grow(
        &mut self,
        id: Option<ApiMessageId>,
        model: Option<ModelName>,
        parent: Option<ToolUseId>,
        tokens: Tokens,
        price: impl Fn(&str, Tokens) -> f64,
    ) -> Growth {
        let known = self.answers.iter_mut().rev().find(|known| Some(&known.id) == id.as_ref());
        let (model, grown) = match known {
            Some(known) => {
                let now = known.tokens.max(tokens);
                let grown = now - known.tokens;
                known.tokens = now;
                (known.model.clone(), grown)
            }
            None => {
                if parent.is_none() {
                    self.model_turns += 1;
                }
                if let Some(id) = id {
                    let answer = Answer { id, model: model.clone(), tokens };
                    push(&mut self.answers, answer, ANSWERS);
                }
                (model, tokens)
            }
        };
        match &parent {
            None => self.main += grown,
            Some(_) => self.subagents += grown,
        }
        self.cost_usd += price(model.as_ref().map(ModelName::as_str).unwrap_or_default(), grown);
        Growth { parent, tokens: grown }
    }
}

fn push<T>(queue: &mut VecDeque<T>, item: T, most: usize) {
    if queue.len() >= most {
        queue.pop_front();
    }
    queue.push_back(item);
}
