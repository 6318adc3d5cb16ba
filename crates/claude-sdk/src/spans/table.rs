//! The open spans of a session, and what is needed to name and place new ones.

use std::collections::HashMap;

use claude_types::MessageUuid;
use tracing::Span;

use super::Labels;
use super::chats::Chats;
use super::requests::Requests;
use super::tools::Tools;
use super::turns::Turns;

/// The open spans of a session.
pub(super) struct Table {
    pub(super) session: Span,
    pub(super) labels: Labels,
    /// The provider of the model, by the name of the conventions.
    pub(super) provider: String,
    /// The ID of the session, once it is known.
    pub(super) conversation: Option<String>,
    /// The spans in which prompts were sent that the loop has not received yet.
    pub(super) callers: HashMap<MessageUuid, Span>,
    pub(super) turns: Turns,
    pub(super) tools: Tools,
    pub(super) requests: Requests,
    pub(super) chats: Chats,
}

impl Table {
    pub(super) fn new(session: Span, labels: Labels) -> Self {
        Self {
            session,
            labels,
            provider: "anthropic".into(),
            conversation: None,
            callers: HashMap::new(),
            turns: Turns::default(),
            tools: Tools::default(),
            requests: Requests::default(),
            chats: Chats::default(),
        }
    }

    /// Returns the name of the agent of the main thread.
    pub(super) fn agent(&self) -> &str {
        self.labels.agent.as_deref().unwrap_or("claude-code")
    }

    /// Returns the parent of what the main thread, or the subagent of the call `parent`, does.
    pub(super) fn parent(&self, parent: Option<&str>) -> Span {
        let thread = match parent {
            Some(call) => self.tools.of_subagent(call),
            None => self.turns.running(),
        };
        thread.unwrap_or_else(|| self.session.clone())
    }

    /// Returns the parent of a request about a tool call, or of one about no call.
    pub(super) fn of_call(&self, call: Option<&str>) -> Span {
        call.and_then(|call| self.tools.span(call)).unwrap_or_else(|| self.parent(None))
    }
}
