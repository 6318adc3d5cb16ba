//! Status: activity outside of the conversation, as lines for a status bar.

use std::fmt;

use claude_types::{
    ApiRetryMessage, BusyStatus, ContentBlock, Message, RateLimitEventMessage, StatusMessage,
    StreamEvent, SystemMessage, TaskPatch, ToolProgressMessage, ToolUseId,
};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::session::not_connected;

/// Activity of the session outside of the conversation.
///
/// `Display` is one line: a text of this SDK, or of the CLI if it sends one. [`Status::message`]
/// contains the details.
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    kind: StatusKind,
    message: Message,
}

/// The subject of a [`Status`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StatusKind {
    /// A request is being sent, or the permission mode has changed.
    Activity,
    /// An API request is repeated.
    Retry,
    /// Another model answers.
    Model,
    /// The conversation is being compacted, was compacted, or was reset.
    Conversation,
    /// A notice for the user.
    Notice,
    /// A tool call was denied.
    Permission,
    /// A tool is called or still running.
    Tool,
    /// A subagent or a background command.
    Task,
    /// A hook that the CLI runs.
    Hook,
    /// MCP servers that are not connected, so that their tools are missing.
    Mcp,
    /// Authentication and usage limits.
    Account,
    /// Files, plugins, memories and the repository.
    Surroundings,
    /// A problem with the session file or the stream: messages were lost, or the CLI shuts down.
    Trouble,
}

impl Status {
    /// Returns the message as a status, or unchanged if it is not one.
    pub(super) fn of(message: Message) -> Result<Self, Message> {
        match kind(&message) {
            Some(kind) => Ok(Self { kind, message }),
            None => Err(message),
        }
    }

    /// Returns the subject.
    #[must_use]
    pub fn kind(&self) -> StatusKind {
        self.kind
    }

    /// Returns the message.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// Returns the text for clients that must not learn about the server: texts of this SDK and of
    /// the model. `None` for a status with other text of the CLI, or about the machine.
    pub(super) fn client_text(&self) -> Option<String> {
        use SystemMessage as S;
        match (&self.message, self.kind) {
            (Message::System(S::PermissionDenied(denied)), _) => {
                Some(format!("{} was denied", denied.tool_name.as_deref().unwrap_or("a tool")))
            }
            (Message::System(S::TaskUpdated(task)), _) => {
                let status = task.patch.as_ref().and_then(|patch| patch.status.as_ref());
                status.map(|status| format!("task {}: {status}", task.task_id))
            }
            (Message::System(S::Status(status)), StatusKind::Conversation) => {
                Some(match (&status.status, &status.compact_result) {
                    (Some(busy), _) => busy.to_string(),
                    (None, Some(result)) => format!("compaction: {result}"),
                    (None, None) => "compaction".to_owned(),
                })
            }
            (
                _,
                StatusKind::Activity
                | StatusKind::Retry
                | StatusKind::Model
                | StatusKind::Conversation
                | StatusKind::Tool
                | StatusKind::Task,
            ) => Some(self.to_string()),
            _ => None,
        }
    }

    /// Returns the tool call whose subagent this is about; `None` for the main thread.
    #[must_use]
    pub fn parent(&self) -> Option<&ToolUseId> {
        match &self.message {
            Message::System(SystemMessage::TaskStarted(task)) => task.tool_use_id.as_ref(),
            Message::System(SystemMessage::TaskProgress(task)) => task.tool_use_id.as_ref(),
            Message::System(SystemMessage::TaskNotification(task)) => task.tool_use_id.as_ref(),
            message => message.parent_tool_use_id(),
        }
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut object = to.serialize_struct("Status", 3)?;
        object.serialize_field("kind", &self.kind)?;
        object.serialize_field("text", &self.to_string())?;
        object.serialize_field("message", &self.message)?;
        object.end()
    }
}

/// Returns the subject of a message, if it belongs into a status line.
fn kind(message: &Message) -> Option<StatusKind> {
    use SystemMessage as S;
    Some(match message {
        Message::StreamEvent(_) | Message::ToolProgress(_) | Message::ToolUseSummary(_) => {
            StatusKind::Tool
        }
        Message::AuthStatus(_) | Message::RateLimitEvent(_) => StatusKind::Account,
        Message::ConversationReset(_) => StatusKind::Conversation,
        Message::Lagged(_) | Message::Oversized(_) => StatusKind::Trouble,
        Message::System(system) => match system {
            S::Status(status) if is_compaction(status) => StatusKind::Conversation,
            S::Status(_) => StatusKind::Activity,
            S::ApiRetry(_) => StatusKind::Retry,
            S::ModelFallback(_) | S::ModelRefusalFallback(_) | S::ModelRefusalNoFallback(_) => {
                StatusKind::Model
            }
            S::CompactBoundary(_) => StatusKind::Conversation,
            S::Informational(_) | S::Notification(_) | S::LocalCommandOutput(_) => {
                StatusKind::Notice
            }
            S::PermissionDenied(_) => StatusKind::Permission,
            S::TaskStarted(_) | S::TaskProgress(_) | S::TaskUpdated(_) | S::TaskNotification(_) => {
                StatusKind::Task
            }
            S::HookStarted(_) | S::HookProgress(_) | S::HookResponse(_) => StatusKind::Hook,
            S::Init(init) if not_connected(init).next().is_some() => StatusKind::Mcp,
            S::PluginInstall(_)
            | S::ElicitationComplete(_)
            | S::FilesPersisted(_)
            | S::MemoryRecall(_)
            | S::VcsStateChanged(_) => StatusKind::Surroundings,
            S::MirrorError(_) | S::SessionWritesLost(_) | S::WorkerShuttingDown(_) => {
                StatusKind::Trouble
            }
            _ => return None,
        },
        _ => return None,
    })
}

fn is_compaction(status: &StatusMessage) -> bool {
    status.status == Some(BusyStatus::Compacting) || status.compact_result.is_some()
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Message::System(system) => write_system(system, f),
            Message::StreamEvent(event) => match &event.event {
                StreamEvent::ContentBlockStart(start) => {
                    write!(f, "calling {}", called(&start.content_block))
                }
                _ => f.write_str("writing"),
            },
            Message::ToolProgress(progress) => write_progress(progress, f),
            Message::ToolUseSummary(summary) => f.write_str(&summary.summary),
            Message::AuthStatus(status) => match (&status.error, status.is_authenticating) {
                (Some(error), _) => write!(f, "login failed: {error}"),
                (None, Some(true)) => f.write_str("logging in"),
                (None, _) => f.write_str("logged in"),
            },
            Message::RateLimitEvent(event) => write_limit(event, f),
            Message::ConversationReset(_) => f.write_str("the conversation was reset"),
            Message::Lagged(lagged) => write!(f, "{} messages were dropped", lagged.messages),
            Message::Oversized(line) => write!(f, "skipped a line of {} bytes", line.length),
            _ => Ok(()),
        }
    }
}

fn write_system(message: &SystemMessage, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    use SystemMessage as S;
    let or = |text: &Option<String>, other: &str| text.clone().unwrap_or_else(|| other.to_owned());
    match message {
        S::Status(status) => write_status(status, f),
        S::Init(init) => {
            f.write_str("MCP servers are not connected")?;
            for (number, (server, state)) in not_connected(init).enumerate() {
                write!(f, "{} {server} ({state})", if number == 0 { ":" } else { "," })?;
            }
            Ok(())
        }
        S::ApiRetry(retry) => write_retry(retry, f),
        S::ModelFallback(fallback) => match (&fallback.content, &fallback.fallback_model) {
            (Some(content), _) => f.write_str(content),
            (None, Some(model)) => write!(f, "switched to {model}"),
            (None, None) => f.write_str("switched to another model"),
        },
        S::ModelRefusalFallback(fallback) => match (&fallback.content, &fallback.fallback_model) {
            (Some(content), _) => f.write_str(content),
            (None, Some(model)) => write!(f, "the model refused; switched to {model}"),
            (None, None) => f.write_str("the model refused; switched to another model"),
        },
        S::ModelRefusalNoFallback(refusal) => {
            f.write_str(&or(&refusal.content, "the model refused"))
        }
        S::CompactBoundary(boundary) => {
            let tokens = boundary.compact_metadata.as_ref();
            match tokens.and_then(|tokens| Some((tokens.pre_tokens?, tokens.post_tokens?))) {
                Some((before, after)) => write!(f, "compacted: {before} -> {after} tokens"),
                None => f.write_str("compacted"),
            }
        }
        S::Informational(notice) => f.write_str(&notice.content),
        S::Notification(notice) => f.write_str(&notice.text),
        S::LocalCommandOutput(output) => f.write_str(&output.content),
        S::PermissionDenied(denied) => {
            write!(f, "{} was denied", or(&denied.tool_name, "a tool"))?;
            denied.message.as_ref().map_or(Ok(()), |why| write!(f, ": {why}"))
        }
        S::HookStarted(hook) => write!(f, "hook {} is running", or(&hook.hook_name, "")),
        S::HookProgress(hook) => write!(f, "hook {} is running", or(&hook.hook_name, "")),
        S::HookResponse(hook) => match &hook.outcome {
            Some(outcome) => write!(f, "hook {}: {outcome}", or(&hook.hook_name, "")),
            None => write!(f, "hook {} ended", or(&hook.hook_name, "")),
        },
        S::PluginInstall(install) => match (&install.status, &install.name) {
            (Some(status), Some(name)) => write!(f, "plugin {name}: {status}"),
            _ => f.write_str("installing plugins"),
        },
        S::ElicitationComplete(_) => f.write_str("the elicitation of an MCP server is complete"),
        S::FilesPersisted(files) => {
            write!(f, "{} files were saved", files.files.as_ref().map_or(0, Vec::len))
        }
        S::MemoryRecall(recall) => {
            write!(f, "{} memories were recalled", recall.memories.as_ref().map_or(0, Vec::len))
        }
        S::VcsStateChanged(change) => match &change.kind {
            Some(kind) => write!(f, "repository: {kind}"),
            None => f.write_str("the repository has changed"),
        },
        S::MirrorError(error) => write!(f, "the mirror failed: {}", or(&error.error, "unknown")),
        S::SessionWritesLost(_) => f.write_str("the session could not be written to disk"),
        S::WorkerShuttingDown(worker) => {
            write!(f, "shutting down: {}", or(&worker.reason, "no reason given"))
        }
        _ => write_task(message, f),
    }
}

fn write_status(status: &StatusMessage, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match (&status.status, &status.compact_result, &status.permission_mode) {
        (Some(busy), ..) => write!(f, "{busy}"),
        (None, Some(result), _) => {
            write!(f, "compaction: {result}")?;
            status.compact_error.as_ref().map_or(Ok(()), |error| write!(f, " ({error})"))
        }
        (None, None, Some(mode)) => write!(f, "permission mode: {mode}"),
        (None, None, None) => f.write_str("ready"),
    }
}

fn write_retry(retry: &ApiRetryMessage, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("retrying")?;
    if let Some(delay) = retry.retry_delay_ms {
        write!(f, " in {:?}", std::time::Duration::from_millis(delay))?;
    }
    if let (Some(attempt), Some(most)) = (retry.attempt, retry.max_retries) {
        write!(f, " ({attempt} of {most})")?;
    }
    match (&retry.error, retry.error_status) {
        (Some(error), Some(status)) => write!(f, ": {error}, status {status}"),
        (Some(error), None) => write!(f, ": {error}"),
        (None, Some(status)) => write!(f, ": status {status}"),
        (None, None) => Ok(()),
    }
}

fn write_progress(progress: &ToolProgressMessage, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(progress.tool_name.as_deref().unwrap_or("a tool"))?;
    match progress.elapsed_time_seconds {
        Some(seconds) => write!(f, " has been running for {seconds:.0} s"),
        None => f.write_str(" is running"),
    }
}

fn write_limit(event: &RateLimitEventMessage, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let info = &event.rate_limit_info;
    write!(f, "limit: {}", info.status)?;
    info.rate_limit_type.as_ref().map_or(Ok(()), |window| write!(f, " ({window})"))
}

fn write_task(message: &SystemMessage, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    use SystemMessage as S;
    let (name, what) = match message {
        S::TaskStarted(task) => (task.description.as_deref(), "started".to_owned()),
        S::TaskProgress(task) => (None, task.description.clone().unwrap_or_default()),
        S::TaskUpdated(task) => (None, task.patch.as_ref().map(change).unwrap_or_default()),
        S::TaskNotification(task) => {
            let status = task.status.as_ref().map(ToString::to_string);
            (task.summary.as_deref(), status.unwrap_or_else(|| "ended".to_owned()))
        }
        _ => return Ok(()),
    };
    let id = message.task_id().map(ToString::to_string).unwrap_or_default();
    write!(f, "task {}: {what}", name.unwrap_or(&id))
}

fn change(patch: &TaskPatch) -> String {
    match (&patch.status, &patch.error, patch.is_backgrounded) {
        (Some(status), Some(error), _) => format!("{status}: {error}"),
        (Some(status), None, _) => status.to_string(),
        (None, _, Some(true)) => "moved to the background".to_owned(),
        (None, ..) => patch.description.clone().unwrap_or_else(|| "changed".to_owned()),
    }
}

/// Returns the name of the tool that a block calls; empty if it is not a call.
fn called(block: &ContentBlock) -> String {
    match block {
        ContentBlock::ToolUse(block) => block.name.clone(),
        ContentBlock::ServerToolUse(block) => block.name.to_string(),
        ContentBlock::McpToolUse(block) => block.name.clone(),
        _ => String::new(),
    }
}
