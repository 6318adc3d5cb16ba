//! The observer in the loop that begins and ends the spans of a session.

use std::time::Instant;

use claude_protocol::facts::{Ended, RawLine};
use claude_protocol::{Fact, Observe};
use claude_types::{CommandState, Message, SystemMessage, TaskStatus};

use super::session_spans::{Shared, lock};
use super::table::Table;
use super::tools::fail;
use super::turns::class;
use crate::error::Error;
use crate::usage::Ledger;

/// Begins and ends the spans of a session.
pub(super) struct SpanObserver {
    table: Shared,
    ledger: Box<dyn Fn() -> Ledger + Send>,
}

impl SpanObserver {
    pub(super) fn new(table: Shared, ledger: Box<dyn Fn() -> Ledger + Send>) -> Self {
        Self { table, ledger }
    }
}

impl Observe for SpanObserver {
    fn fact(&mut self, fact: &Fact<'_>, at: Instant) {
        let mut table = lock(&self.table);
        match fact {
            Fact::Started(started) => {
                let account = started.handshake.and_then(|answer| answer.account.as_ref());
                if let Some(provider) = account.and_then(|account| account.api_provider.as_ref()) {
                    table.provider = provider_name(provider.as_str()).to_owned();
                }
                let version = started.handshake.and_then(|it| it.claude_code_version.as_deref());
                if let Some(version) = version {
                    table.session.record("claude_sdk.cli.version", version);
                }
            }
            Fact::Sent(sent) => table.sent(sent.prompt, at),
            Fact::Unanswered(unanswered) => {
                let kind = Error::from(unanswered.error.clone()).kind();
                table.turns.unanswered(unanswered.prompt, kind);
            }
            Fact::Line(line) => raw_line(&mut table, line, at),
            Fact::Called(call) => table.tool_called(call),
            Fact::Returned(end) => table.tools.returned(end),
            Fact::Asked(asked) => table.asked(asked),
            Fact::Answered(answered) => table.answered(answered),
            Fact::Message(Message::Result(result)) => {
                // The ledger is told first, so it has this result already.
                let ledger = (self.ledger)();
                table.result(result, ledger.turns.back(), at);
            }
            Fact::Message(message) => table.message(message, at),
            Fact::Stalled(stall) => {
                let silent_ms = u64::try_from(stall.silent_for.as_millis()).unwrap_or(u64::MAX);
                table.parent(None).in_scope(|| {
                    tracing::info!(target: "claude_sdk", silent_ms, "stalled");
                });
            }
            Fact::Requested(request) => {
                let took_ms = u64::try_from(request.took.as_millis()).unwrap_or(u64::MAX);
                let (subtype, failed) = (request.subtype, request.error.is_some());
                table.session.in_scope(|| {
                    tracing::debug!(target: "claude_sdk", subtype, failed, took_ms, "control request");
                });
            }
            Fact::Ended(ended) => table.ended(ended),
            _ => {}
        }
    }
}

fn raw_line(table: &mut Table, line: &RawLine<'_>, at: Instant) {
    match line.kind {
        "stream_event" => {
            table.turns.output(at);
            table.stream_event(line.bytes, at);
        }
        "assistant" => table.turns.output(at),
        _ => {}
    }
}

impl Table {
    fn message(&mut self, message: &Message, at: Instant) {
        match message {
            Message::CommandLifecycle(frame) if frame.state == CommandState::Started => {
                self.turns.started(&frame.command_uuid, at);
            }
            Message::System(system) => self.system(system, at),
            _ => {}
        }
    }

    fn system(&mut self, system: &SystemMessage, at: Instant) {
        match system {
            SystemMessage::Init(init) => {
                if let Some(id) = &init.session_id {
                    self.session.record("gen_ai.conversation.id", id.as_str());
                    self.conversation = Some(id.as_str().to_owned());
                }
                if let Some(version) = &init.claude_code_version {
                    self.session.record("claude_sdk.cli.version", version.as_str());
                }
                self.turn_began(at);
            }
            SystemMessage::ApiRetry(retry) => {
                let (attempt, delay_ms) = (retry.attempt, retry.retry_delay_ms);
                self.parent(None).in_scope(|| {
                    tracing::info!(target: "claude_sdk", attempt, delay_ms, "api_retry");
                });
            }
            SystemMessage::CompactBoundary(_) => {
                self.parent(None).in_scope(|| {
                    tracing::info!(target: "claude_sdk", "compaction");
                });
            }
            SystemMessage::TaskStarted(task) => self.task_started(task),
            SystemMessage::TaskUpdated(task) => {
                let status = task.patch.as_ref().and_then(|patch| patch.status.as_ref());
                if status.is_some_and(TaskStatus::is_final) {
                    self.tools.task_ended(task.task_id.as_str(), status, None);
                }
            }
            SystemMessage::TaskNotification(task) => {
                let tokens = task.usage.as_ref().and_then(|usage| usage.total_tokens);
                self.tools.task_ended(task.task_id.as_str(), task.status.as_ref(), tokens);
            }
            _ => {}
        }
    }

    fn ended(&mut self, ended: &Ended<'_>) {
        let end = match (ended.error, ended.exit) {
            (None, Some(exit)) if exit.signal.is_some() => "killed",
            (None, Some(_)) => "exited",
            (None, None) => "closed",
            (Some(claude_protocol::ProtocolError::Stalled { .. }), _) => "stalled",
            (Some(_), _) => "error",
        };
        self.session.record("claude_sdk.end", end);
        if let Some(error) = ended.error {
            fail(&self.session, Some(class(Error::from(error.clone()).kind())));
        }
        self.turns.clear();
        self.chats.clear();
        self.requests.clear();
        self.tools.clear();
        self.callers.clear();
    }
}

/// Returns the name of a provider in the conventions, as far as they have one.
fn provider_name(reported: &str) -> &str {
    match reported {
        "firstParty" => "anthropic",
        "bedrock" => "aws.bedrock",
        "vertex" => "gcp.vertex_ai",
        "foundry" => "azure.ai.inference",
        other => other,
    }
}
