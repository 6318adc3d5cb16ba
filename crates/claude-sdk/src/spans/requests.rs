//! The spans of requests of the CLI: permissions, hooks, and calls of MCP servers.

use std::collections::HashMap;

use claude_protocol::facts::{AnswerOutcome, Answered, Asked, Topic};
use claude_types::RequestId;
use tracing::Span;
use tracing::field::Empty;

use super::table::Table;
use super::tools::fail;

struct Request {
    span: Span,
    call: Option<String>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A person may answer it.
    Person,
    Hook,
    Mcp,
}

/// The open spans of requests.
#[derive(Default)]
pub(super) struct Requests {
    open: HashMap<RequestId, Request>,
}

impl Requests {
    pub(super) fn span(&self, id: &RequestId) -> Option<Span> {
        self.open.get(id).map(|request| request.span.clone())
    }

    pub(super) fn clear(&mut self) {
        self.open.clear();
    }
}

impl Table {
    pub(super) fn asked(&mut self, asked: &Asked<'_>) {
        let parent = match asked.topic {
            // A call of a server outside of a tool call belongs to the session.
            Topic::Mcp { .. } if asked.tool_use_id.is_none() => self.session.clone(),
            _ => self.of_call(asked.tool_use_id),
        };
        let (kind, span) = match asked.topic {
            Topic::Hook { event, .. } => (Kind::Hook, hook(&parent, event.as_str())),
            Topic::Mcp { server, method, tool } => (Kind::Mcp, mcp(&parent, server, method, tool)),
            Topic::Question => (Kind::Person, permission(&parent, "question")),
            Topic::Plan => (Kind::Person, permission(&parent, "plan")),
            Topic::Elicitation { .. } => (Kind::Person, permission(&parent, "elicitation")),
            Topic::Dialog { .. } => (Kind::Person, permission(&parent, "dialog")),
            _ => (Kind::Person, permission(&parent, "tool")),
        };
        let call = asked.tool_use_id.map(str::to_owned);
        self.requests.open.insert(asked.request.clone(), Request { span, call, kind });
    }

    pub(super) fn answered(&mut self, answered: &Answered<'_>) {
        let Some(request) = self.requests.open.remove(answered.request) else {
            return;
        };
        let denied = answered.outcome == AnswerOutcome::Denied;
        if denied && let Some(call) = &request.call {
            self.tools.denied(call);
        }
        let (failed, name) = match answered.outcome {
            AnswerOutcome::Allowed => (false, "allow"),
            AnswerOutcome::Denied => (false, "deny"),
            AnswerOutcome::Given => (false, "ok"),
            AnswerOutcome::External => (false, "external"),
            AnswerOutcome::Withdrawn => (false, "cancelled"),
            AnswerOutcome::Unhandled => (false, "unhandled"),
            AnswerOutcome::Lost => (true, "lost"),
            AnswerOutcome::Panicked => (true, "panic"),
            AnswerOutcome::TimedOut => (true, "timeout"),
            _ => (true, "error"),
        };
        let field = match request.kind {
            Kind::Person => "claude_sdk.decision",
            Kind::Hook | Kind::Mcp => "claude_sdk.outcome",
        };
        request.span.record(field, name);
        fail(&request.span, failed.then_some(name));
        if request.kind == Kind::Person {
            self.turns.waited(answered.took);
        }
    }
}

fn permission(parent: &Span, kind: &str) -> Span {
    tracing::info_span!(
        target: "claude_sdk",
        parent: parent,
        "claude.permission",
        otel.kind = "internal",
        otel.status_code = Empty,
        error.type = Empty,
        claude_sdk.kind = kind,
        claude_sdk.decision = Empty,
    )
}

fn hook(parent: &Span, event: &str) -> Span {
    tracing::info_span!(
        target: "claude_sdk",
        parent: parent,
        "claude.hook",
        otel.kind = "internal",
        otel.status_code = Empty,
        error.type = Empty,
        claude_sdk.hook.event = event,
        claude_sdk.outcome = Empty,
    )
}

fn mcp(parent: &Span, server: &str, method: Option<&str>, tool: Option<&str>) -> Span {
    let method = method.unwrap_or("response");
    let name = tool.map_or_else(|| method.to_owned(), |tool| format!("{method} {tool}"));
    tracing::info_span!(
        target: "claude_sdk",
        parent: parent,
        "mcp.server",
        otel.name = name,
        otel.kind = "server",
        otel.status_code = Empty,
        error.type = Empty,
        mcp.method.name = method,
        gen_ai.tool.name = tool,
        network.transport = "pipe",
        claude_sdk.mcp.server = server,
        claude_sdk.outcome = Empty,
    )
}
