// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Short messages in addition to the conversation: the state of a prompt, the progress of a tool call, a cleared conversation, and others.

use super::all::*;

/// The state of a message that the caller sent. All states except the first two are final.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CommandState {
    /// The message waits for the running turn.
    Queued,
    /// The message is passed to the model.
    Started,
    /// The turn of the message has ended.
    Completed,
    /// The message was removed from the queue, or its turn was interrupted.
    Cancelled,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(CommandState {
    Queued = "queued",
    Started = "started",
    Completed = "completed",
    Cancelled = "cancelled",
});

/// The trigger of a conversation reset.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConversationResetTrigger {
    /// The command `/clear`.
    Clear,
    /// An accepted plan: work on it starts with a new conversation.
    PlanModeExit,
    /// A request for a new session.
    FreshSession,
    /// The end of the CLI's onboarding.
    Onboarding,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ConversationResetTrigger {
    Clear = "clear",
    PlanModeExit = "plan_mode_exit",
    FreshSession = "fresh_session",
    Onboarding = "onboarding",
});

/// The state of a message that the caller sent with a `uuid`. Since CLI 2.1.250.
///
/// Wire: `type: command_lifecycle`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CommandLifecycleMessage {
    /// The ID of the caller's message.
    pub command_uuid: MessageUuid,
    /// The state of the message.
    pub state: CommandState,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(CommandLifecycleMessage {
    tags: ["type" = "command_lifecycle"],
    fields: [
        0 required command_uuid: MessageUuid = "command_uuid",
        1 required state: CommandState = "state",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
    ],
});

/// A reset of the conversation: it was cleared. Costs and usage of the session restart at zero.
///
/// Wire: `type: conversation_reset`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ConversationResetMessage {
    /// The ID of the new conversation. It is not the next session ID: that is in the `init` and the result that follow.
    pub new_conversation_id: SessionId,
    /// The trigger of the reset.
    pub trigger: Option<ConversationResetTrigger>,
    /// The message that requested the reset.
    pub user_message_uuid: Option<MessageUuid>,
    /// The time of the reset.
    pub timestamp: Option<Timestamp>,
    /// The session ID before the reset.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ConversationResetMessage {
    tags: ["type" = "conversation_reset"],
    fields: [
        0 required new_conversation_id: SessionId = "new_conversation_id",
        1 optional trigger: ConversationResetTrigger = "trigger",
        2 optional user_message_uuid: MessageUuid = "user_message_uuid",
        3 optional timestamp: Timestamp = "timestamp",
        4 optional session_id: SessionId = "session_id",
        5 optional uuid: MessageUuid = "uuid",
    ],
});

/// The progress of a tool call that is still running. The first report comes after 30 seconds.
///
/// Wire: `type: tool_progress`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolProgressMessage {
    /// The ID of the progress report. For a heartbeat it is the ID of the call followed by `-heartbeat-N`.
    pub tool_use_id: Option<ToolUseId>,
    /// The tool.
    pub tool_name: Option<String>,
    /// The call that is running.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// The time that the call has been running, in seconds.
    pub elapsed_time_seconds: Option<f64>,
    /// True if the report only says that the call is still running.
    pub heartbeat: Option<bool>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// The task that the call became.
    pub task_id: Option<TaskId>,
    /// The type of the subagent, if the tool call runs one.
    pub subagent_type: Option<String>,
    /// A retry that a subagent waits for.
    pub subagent_retry: Option<SubagentRetry>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ToolProgressMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ToolProgressMessage {
    tags: ["type" = "tool_progress"],
    fields: [
        0 optional tool_use_id: ToolUseId = "tool_use_id",
        1 optional tool_name: String = "tool_name",
        2 nullable parent_tool_use_id: ToolUseId = "parent_tool_use_id",
        3 optional elapsed_time_seconds: f64 = "elapsed_time_seconds",
        4 optional heartbeat: bool = "heartbeat",
        5 optional session_id: SessionId = "session_id",
        6 optional uuid: MessageUuid = "uuid",
        7 optional task_id: TaskId = "task_id",
        8 optional subagent_type: String = "subagent_type",
        9 optional subagent_retry: SubagentRetry = "subagent_retry",
    ],
});

/// A retry of a subagent's API request that failed.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SubagentRetry {
    /// The subagent.
    pub agent_id: Option<AgentId>,
    /// The number of the retry, counted from 1.
    pub attempt: Option<u64>,
    /// The maximum number of retries.
    pub max_retries: Option<u64>,
    /// The time until the retry, in milliseconds.
    pub retry_delay_ms: Option<u64>,
    /// The HTTP status; null if there was no response.
    pub error_status: Option<u64>,
    /// The kind of error.
    pub error_category: Option<ApiErrorKind>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SubagentRetry {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(SubagentRetry {
    tags: [],
    fields: [
        0 optional agent_id: AgentId = "agent_id",
        1 optional attempt: u64 = "attempt",
        2 optional max_retries: u64 = "max_retries",
        3 optional retry_delay_ms: u64 = "retry_delay_ms",
        4 nullable error_status: u64 = "error_status",
        5 optional error_category: ApiErrorKind = "error_category",
    ],
});

/// Lines that the CLI wrote to a transcript file. The message is sent only if mirroring was requested, and has neither a UUID nor a session ID.
///
/// Wire: `type: transcript_mirror`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TranscriptMirrorMessage {
    /// The transcript file.
    pub file_path: String,
    /// The lines, each one JSON object.
    pub entries: Vec<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(TranscriptMirrorMessage {
    tags: ["type" = "transcript_mirror"],
    fields: [
        0 required file_path: String = "filePath",
        1 required entries: Vec<Raw> = "entries",
    ],
});

/// Context for the model. A resumed CLI sends it for the hook of a deferred call that it repeats.
///
/// Wire: `type: attachment`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AttachmentMessage {
    /// The attachment.
    pub attachment: Attachment,
    /// The ID of the line in the transcript.
    pub uuid: Option<MessageUuid>,
    /// When the line was written, as RFC 3339.
    pub timestamp: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The tool call that started the subagent.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(AttachmentMessage {
    tags: ["type" = "attachment"],
    fields: [
        0 required attachment: Attachment = "attachment",
        1 optional uuid: MessageUuid = "uuid",
        2 optional timestamp: String = "timestamp",
        3 optional session_id: SessionId = "session_id",
        4 nullable parent_tool_use_id: ToolUseId = "parent_tool_use_id",
    ],
});

/// A summary of tool calls, for display.
///
/// Wire: `type: tool_use_summary`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolUseSummaryMessage {
    /// The summary.
    pub summary: String,
    /// The calls that are summarized.
    pub preceding_tool_use_ids: Option<Vec<ToolUseId>>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ToolUseSummaryMessage {
    tags: ["type" = "tool_use_summary"],
    fields: [
        0 required summary: String = "summary",
        1 optional preceding_tool_use_ids: Vec<ToolUseId> = "preceding_tool_use_ids",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
    ],
});

/// The progress of a login.
///
/// Wire: `type: auth_status`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AuthStatusMessage {
    /// True while the login is in progress.
    pub is_authenticating: Option<bool>,
    /// Lines for the user.
    pub output: Option<Vec<String>>,
    /// The reason why the login failed.
    pub error: Option<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AuthStatusMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(AuthStatusMessage {
    tags: ["type" = "auth_status"],
    fields: [
        0 optional is_authenticating: bool = "isAuthenticating",
        1 optional output: Vec<String> = "output",
        2 optional error: String = "error",
        3 optional session_id: SessionId = "session_id",
        4 optional uuid: MessageUuid = "uuid",
    ],
});

/// A suggestion for the user's next prompt. It comes after the result.
///
/// Wire: `type: prompt_suggestion`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PromptSuggestionMessage {
    /// The suggested prompt.
    pub suggestion: String,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(PromptSuggestionMessage {
    tags: ["type" = "prompt_suggestion"],
    fields: [
        0 required suggestion: String = "suggestion",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// A change of the goal that the session works towards.
///
/// Wire: `type: active_goal`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ActiveGoalMessage {
    /// The goal; null if there is none.
    pub value: Option<ActiveGoal>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ActiveGoalMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ActiveGoalMessage {
    tags: ["type" = "active_goal"],
    fields: [
        0 nullable value: ActiveGoal = "value",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// A goal that the session works towards until it is met.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ActiveGoal {
    /// The condition that meets the goal, as text.
    pub condition: String,
    /// The number of rounds so far.
    pub iterations: Option<u64>,
    /// The time at which the goal was set, in milliseconds since 1970.
    pub set_at: Option<u64>,
    /// The number of tokens that were used when the goal was set.
    pub tokens_at_start: Option<u64>,
    /// The reason why the goal was not met in the last round.
    pub last_reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ActiveGoal {
    tags: [],
    fields: [
        0 required condition: String = "condition",
        1 optional iterations: u64 = "iterations",
        2 optional set_at: u64 = "set_at",
        3 optional tokens_at_start: u64 = "tokens_at_start",
        4 optional last_reason: String = "last_reason",
    ],
});
