// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Small messages beside the conversation: how far a prompt is, that a tool still runs, that the conversation was cleared, and so on.

use super::all::*;

/// Stages of a message that the caller sent. All but the first two are final.
///
/// An open set: a newer CLI may send other values. Feature: IN-02.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CommandState {
    /// It waits for the running turn.
    ///
    /// `queued`. Seen on the wire.
    Queued,
    /// The model is given it.
    ///
    /// `started`. Seen on the wire.
    Started,
    /// Its turn is over.
    ///
    /// `completed`. Seen on the wire.
    Completed,
    /// It was taken out of the queue, or its turn was interrupted.
    ///
    /// `cancelled`. Seen on the wire.
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

/// What clears a conversation.
///
/// An open set: a newer CLI may send other values. Feature: MSG-49.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConversationResetTrigger {
    /// The command `/clear`.
    ///
    /// `clear`. Seen on the wire.
    Clear,
    /// A plan was accepted, and work on it begins afresh.
    ///
    /// `plan_mode_exit`. Declared, not seen.
    PlanModeExit,
    /// A new session was asked for.
    ///
    /// `fresh_session`. Declared, not seen.
    FreshSession,
    /// The first steps with the CLI are over.
    ///
    /// `onboarding`. Declared, not seen.
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

/// How far a message that the caller sent with a `uuid` has come.
///
/// Wire: `type: command_lifecycle`. Seen 56 times in the recordings (since CLI 2.1.250). Feature: IN-02.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CommandLifecycleMessage {
    /// The caller's message.
    ///
    /// Required; seen 56/56.
    pub command_uuid: MessageUuid,
    /// How far it is.
    ///
    /// Required; seen 56/56.
    pub state: CommandState,
    /// The session.
    ///
    /// May be absent; seen 56/56.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 56/56.
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

/// The conversation was cleared. Costs and usage of the session start again at zero.
///
/// Wire: `type: conversation_reset`. Seen 2 times in the recordings. Feature: MSG-49.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationResetMessage {
    /// The session id from now on.
    ///
    /// Required; seen 2/2.
    pub new_conversation_id: SessionId,
    /// What cleared it.
    ///
    /// May be absent; seen 2/2.
    pub trigger: Option<ConversationResetTrigger>,
    /// The message that asked for it.
    ///
    /// May be absent; seen 2/2.
    pub user_message_uuid: Option<MessageUuid>,
    /// When it happened.
    ///
    /// May be absent; seen 2/2.
    pub timestamp: Option<Timestamp>,
    /// The session as it was called until now.
    ///
    /// May be absent; seen 2/2.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 2/2.
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

/// A tool call is still running. It is told first after 30 seconds.
///
/// Wire: `type: tool_progress`. Seen 1 times in the recordings. Feature: MSG-27.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolProgressMessage {
    /// The progress notice; for a heartbeat the id of the call with `-heartbeat-N` behind it.
    ///
    /// May be absent; seen 1/1.
    pub tool_use_id: Option<ToolUseId>,
    /// The tool.
    ///
    /// May be absent; seen 1/1.
    pub tool_name: Option<String>,
    /// The call that is running.
    ///
    /// May be null; seen 1/1.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// How long the call has been running, in seconds.
    ///
    /// May be absent; seen 1/1.
    pub elapsed_time_seconds: Option<f64>,
    /// True where the notice says no more than that the call is alive.
    ///
    /// May be absent; seen 1/1.
    pub heartbeat: Option<bool>,
    /// The session.
    ///
    /// May be absent; seen 1/1.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 1/1.
    pub uuid: Option<MessageUuid>,
    /// The task that the call became.
    ///
    /// May be absent; declared, not seen.
    pub task_id: Option<TaskId>,
    /// The type of the subagent, if the tool is one.
    ///
    /// May be absent; declared, not seen.
    pub subagent_type: Option<String>,
    /// A retry that a subagent waits for.
    ///
    /// May be absent; declared, not seen.
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

/// An API request of a subagent failed and will be tried again.
///
/// Declared, not seen. Feature: MSG-27.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentRetry {
    /// The subagent.
    ///
    /// May be absent; declared, not seen.
    pub agent_id: Option<AgentId>,
    /// Which retry it is, counted from 1.
    ///
    /// May be absent; declared, not seen.
    pub attempt: Option<u64>,
    /// How many retries there will be at most.
    ///
    /// May be absent; declared, not seen.
    pub max_retries: Option<u64>,
    /// Milliseconds until the retry.
    ///
    /// May be absent; declared, not seen.
    pub retry_delay_ms: Option<u64>,
    /// The HTTP status; null where no answer came.
    ///
    /// May be null; declared, not seen.
    pub error_status: Option<u64>,
    /// The sort of error.
    ///
    /// May be absent; declared, not seen.
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

/// Lines that the CLI wrote to a transcript file. It comes only if mirroring was asked for, and has neither uuid nor session id.
///
/// Wire: `type: transcript_mirror`. Seen 7 times in the recordings. Feature: MSG-53.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TranscriptMirrorMessage {
    /// The transcript file.
    ///
    /// Wire: `filePath`. Required; seen 7/7.
    pub file_path: String,
    /// The lines, each one JSON object.
    ///
    /// Required; seen 7/7.
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

/// A summary of tool calls, for display.
///
/// Wire: `type: tool_use_summary`. Declared, not seen. Feature: MSG-41.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolUseSummaryMessage {
    /// The summary.
    ///
    /// Required; declared, not seen.
    pub summary: String,
    /// The calls it stands for.
    ///
    /// May be absent; declared, not seen.
    pub preceding_tool_use_ids: Option<Vec<ToolUseId>>,
    /// The session.
    ///
    /// May be absent; declared, not seen.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; declared, not seen.
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

/// How a login is going.
///
/// Wire: `type: auth_status`. Declared, not seen. Feature: MSG-28.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthStatusMessage {
    /// True while it is going on.
    ///
    /// Wire: `isAuthenticating`. May be absent; declared, not seen.
    pub is_authenticating: Option<bool>,
    /// Lines for the user.
    ///
    /// May be absent; declared, not seen.
    pub output: Option<Vec<String>>,
    /// Why it failed.
    ///
    /// May be absent; declared, not seen.
    pub error: Option<String>,
    /// The session.
    ///
    /// May be absent; declared, not seen.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; declared, not seen.
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

/// What the user may want to ask next. It comes after the result.
///
/// Wire: `type: prompt_suggestion`. Declared, not seen. Feature: MSG-46.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PromptSuggestionMessage {
    /// The suggested prompt.
    ///
    /// Required; declared, not seen.
    pub suggestion: String,
    /// The session.
    ///
    /// May be absent; declared, not seen.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; declared, not seen.
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

/// The goal that the session works towards has changed.
///
/// Wire: `type: active_goal`. Declared, not seen. Feature: MSG-51.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ActiveGoalMessage {
    /// The goal; null when there is none.
    ///
    /// May be null; declared, not seen.
    pub value: Option<ActiveGoal>,
    /// The session.
    ///
    /// May be absent; declared, not seen.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; declared, not seen.
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
///
/// Declared, not seen. Feature: MSG-51.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ActiveGoal {
    /// When it is met, in words.
    ///
    /// Required; declared, not seen.
    pub condition: String,
    /// How many rounds there have been.
    ///
    /// May be absent; declared, not seen.
    pub iterations: Option<u64>,
    /// When it was set, in milliseconds since 1970.
    ///
    /// May be absent; declared, not seen.
    pub set_at: Option<u64>,
    /// Tokens used when it was set.
    ///
    /// May be absent; declared, not seen.
    pub tokens_at_start: Option<u64>,
    /// Why it was not met in the last round.
    ///
    /// May be absent; declared, not seen.
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
