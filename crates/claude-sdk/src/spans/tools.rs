//! The spans of tools, and of the subagents and workflows that tools begin.

use std::collections::HashMap;

use claude_protocol::facts::{Called, ReturnOutcome, Returned};
use claude_types::{TaskStartedMessage, TaskStatus, TaskType};
use tracing::Span;
use tracing::field::Empty;

use super::table::Table;

struct Tool {
    span: Span,
    /// A permission or a hook refused it.
    denied: bool,
}

struct Subagent {
    span: Span,
    /// The call that began it.
    call: Option<String>,
}

/// The open spans of tools and subagents.
#[derive(Default)]
pub(super) struct Tools {
    calls: HashMap<String, Tool>,
    /// By the ID of the task.
    subagents: HashMap<String, Subagent>,
}

impl Tools {
    pub(super) fn span(&self, call: &str) -> Option<Span> {
        self.calls.get(call).map(|tool| tool.span.clone())
    }

    /// Returns the span of the subagent that a call began, or of the call itself.
    pub(super) fn of_subagent(&self, call: &str) -> Option<Span> {
        let subagent = self.subagents.values().find(|agent| agent.call.as_deref() == Some(call));
        subagent.map(|agent| agent.span.clone()).or_else(|| self.span(call))
    }

    pub(super) fn denied(&mut self, call: &str) {
        if let Some(tool) = self.calls.get_mut(call) {
            tool.denied = true;
        }
    }

    pub(super) fn returned(&mut self, end: &Returned<'_>) {
        let Some(tool) = self.calls.remove(end.call) else {
            return;
        };
        let error = match end.outcome {
            ReturnOutcome::Success => None,
            ReturnOutcome::Lost => Some("lost"),
            _ if tool.denied => Some("denied"),
            _ => Some("tool_error"),
        };
        tool.span.record("claude_sdk.tool.result_bytes", end.bytes);
        fail(&tool.span, error);
    }

    pub(super) fn task_ended(
        &mut self,
        task: &str,
        status: Option<&TaskStatus>,
        tokens: Option<u64>,
    ) {
        let Some(agent) = self.subagents.remove(task) else {
            return;
        };
        if let Some(status) = status {
            agent.span.record("claude_sdk.task.status", status.as_str());
            fail(&agent.span, (*status == TaskStatus::Failed).then_some("task_failed"));
        }
        if let Some(tokens) = tokens {
            agent.span.record("claude_sdk.task.tokens", tokens);
        }
    }

    pub(super) fn clear(&mut self) {
        self.calls.clear();
        self.subagents.clear();
    }
}

impl Table {
    pub(super) fn tool_called(&mut self, call: &Called<'_>) {
        let kind = if call.tool.starts_with("mcp__") { "extension" } else { "function" };
        let span = tracing::info_span!(
            target: "claude_sdk",
            parent: &self.parent(call.parent),
            "execute_tool",
            otel.name = format_args!("execute_tool {}", call.tool),
            otel.kind = "internal",
            otel.status_code = Empty,
            error.type = Empty,
            gen_ai.operation.name = "execute_tool",
            gen_ai.tool.name = call.tool,
            gen_ai.tool.call.id = call.call,
            gen_ai.tool.type = kind,
            claude_sdk.tool.result_bytes = Empty,
        );
        self.tools.calls.insert(call.call.to_owned(), Tool { span, denied: false });
    }

    pub(super) fn task_started(&mut self, task: &TaskStartedMessage) {
        if !matches!(task.task_type, Some(TaskType::LocalAgent | TaskType::LocalWorkflow)) {
            // A command in the background is its tool.
            return;
        }
        let call = task.tool_use_id.as_ref().map(|id| id.as_str().to_owned());
        let parent = self.of_call(call.as_deref());
        let name = task.subagent_type.as_deref().or(task.workflow_name.as_deref());
        let name = name.unwrap_or("agent");
        let span = tracing::info_span!(
            target: "claude_sdk",
            parent: &parent,
            "invoke_agent",
            otel.name = format_args!("invoke_agent {name}"),
            otel.kind = "internal",
            otel.status_code = Empty,
            error.type = Empty,
            gen_ai.operation.name = "invoke_agent",
            gen_ai.provider.name = self.provider,
            gen_ai.agent.name = name,
            gen_ai.conversation.id = self.conversation.as_deref(),
            claude_sdk.task.id = task.task_id.as_str(),
            claude_sdk.task.background = task.is_backgrounded.unwrap_or(false),
            claude_sdk.task.status = Empty,
            claude_sdk.task.tokens = Empty,
        );
        self.tools.subagents.insert(task.task_id.as_str().to_owned(), Subagent { span, call });
    }
}

/// Marks a span as failed, if there is a class of error. Its text is not recorded.
pub(super) fn fail(span: &Span, error: Option<&str>) {
    if let Some(error) = error {
        span.record("error.type", error);
        span.record("otel.status_code", "ERROR");
    }
}
