// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Notices for the user, and denied tool calls.

use super::all::*;

/// The severity of a notice.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InformationalLevel {
    /// Information.
    Info,
    /// A notice worth reading.
    Notice,
    /// A suggestion.
    Suggestion,
    /// A warning.
    Warning,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(InformationalLevel {
    Info = "info",
    Notice = "notice",
    Suggestion = "suggestion",
    Warning = "warning",
});

/// The action of a hook on a prompt.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PromptSubmitOutcomeKind {
    /// The hook blocked the prompt.
    BlockedByHook,
    /// The hook stopped the session from continuing.
    StoppedByHook,
    /// The hook failed to decide.
    NoVerdict,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(PromptSubmitOutcomeKind {
    BlockedByHook = "blocked_by_hook",
    StoppedByHook = "stopped_by_hook",
    NoVerdict = "no_verdict",
});

/// The urgency of a notice.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotificationPriority {
    /// Low: the notice can wait.
    Low,
    /// Medium: the usual urgency.
    Medium,
    /// High: the user should see the notice soon.
    High,
    /// Immediate: the user should see the notice now.
    Immediate,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(NotificationPriority {
    Low = "low",
    Medium = "medium",
    High = "high",
    Immediate = "immediate",
});

/// A notice for the user.
///
/// Wire: `type: system`, `subtype: informational`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InformationalMessage {
    /// The text of the notice.
    pub content: String,
    /// The severity of the notice.
    pub level: Option<InformationalLevel>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// The kind of notice, as in `hook_callback_failed`.
    pub tag: Option<String>,
    /// True if the turn does not continue.
    pub prevent_continuation: Option<bool>,
    /// The outcome of the prompt, if a hook intervened.
    pub prompt_submit_outcome: Option<PromptSubmitOutcome>,
    /// The tool call that the notice is about.
    pub tool_use_id: Option<ToolUseId>,
    /// True if the notice is not part of the conversation.
    pub is_meta: Option<bool>,
    /// The time at which the notice was created.
    pub timestamp: Option<Timestamp>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(InformationalMessage {
    tags: ["type" = "system", "subtype" = "informational"],
    fields: [
        0 required content: String = "content",
        1 optional level: InformationalLevel = "level",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
        4 optional tag: String = "tag",
        5 optional prevent_continuation: bool = "prevent_continuation",
        6 optional prompt_submit_outcome: PromptSubmitOutcome = "prompt_submit_outcome",
        7 optional tool_use_id: ToolUseId = "tool_use_id",
        8 optional is_meta: bool = "isMeta",
        9 optional timestamp: Timestamp = "timestamp",
    ],
});

/// The outcome of a prompt after a hook intervened.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PromptSubmitOutcome {
    /// The action of the hook.
    pub kind: PromptSubmitOutcomeKind,
    /// True if the prompt stays in the conversation.
    pub prompt_kept: Option<bool>,
    /// Why the hook failed to decide, such as `callback_timed_out`.
    pub no_verdict_kind: Option<String>,
    /// The reason that the hook gave.
    pub reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(PromptSubmitOutcome {
    tags: [],
    fields: [
        0 required kind: PromptSubmitOutcomeKind = "kind",
        1 optional prompt_kept: bool = "prompt_kept",
        2 optional no_verdict_kind: String = "no_verdict_kind",
        3 optional reason: String = "reason",
    ],
});

/// A notice that is displayed for a limited time.
///
/// Wire: `type: system`, `subtype: notification`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct NotificationMessage {
    /// The key of the notice; a later notice with the same key replaces it.
    pub key: Option<String>,
    /// The notice.
    pub text: String,
    /// The urgency of the notice.
    pub priority: Option<NotificationPriority>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// The colour of the notice.
    pub color: Option<String>,
    /// The display time in milliseconds.
    pub timeout_ms: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(NotificationMessage {
    tags: ["type" = "system", "subtype" = "notification"],
    fields: [
        0 optional key: String = "key",
        1 required text: String = "text",
        2 optional priority: NotificationPriority = "priority",
        3 optional session_id: SessionId = "session_id",
        4 optional uuid: MessageUuid = "uuid",
        5 optional color: String = "color",
        6 optional timeout_ms: u64 = "timeout_ms",
    ],
});

/// The output of a slash command that ran without the model.
///
/// Wire: `type: system`, `subtype: local_command_output`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct LocalCommandOutputMessage {
    /// The output.
    pub content: String,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(LocalCommandOutputMessage {
    tags: ["type" = "system", "subtype" = "local_command_output"],
    fields: [
        0 required content: String = "content",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// A tool call that was denied without asking. The list in the result is authoritative. Since CLI 2.1.250.
///
/// Wire: `type: system`, `subtype: permission_denied`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PermissionDeniedMessage {
    /// The tool.
    pub tool_name: Option<String>,
    /// The ID of the call.
    pub tool_use_id: Option<ToolUseId>,
    /// The kind of reason for the denial.
    pub decision_reason_type: Option<DecisionReasonType>,
    /// The text that the model received.
    pub message: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// The reason for the denial as a text.
    pub decision_reason: Option<String>,
    /// The reason for the denial as a word.
    pub decision_reason_code: Option<String>,
    /// The subagent that made the call.
    pub agent_id: Option<AgentId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PermissionDeniedMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(PermissionDeniedMessage {
    tags: ["type" = "system", "subtype" = "permission_denied"],
    fields: [
        0 optional tool_name: String = "tool_name",
        1 optional tool_use_id: ToolUseId = "tool_use_id",
        2 optional decision_reason_type: DecisionReasonType = "decision_reason_type",
        3 optional message: String = "message",
        4 optional session_id: SessionId = "session_id",
        5 optional uuid: MessageUuid = "uuid",
        6 optional decision_reason: String = "decision_reason",
        7 optional decision_reason_code: String = "decision_reason_code",
        8 optional agent_id: AgentId = "agent_id",
    ],
});
