// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Notices for the user, and refused tool calls.

use super::all::*;

/// How grave a notice is.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InformationalLevel {
    /// For information.
    Info,
    /// Worth reading.
    Notice,
    /// A proposal.
    Suggestion,
    /// Something is wrong.
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

/// What a hook did to a prompt.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PromptSubmitOutcomeKind {
    /// It blocked the prompt.
    BlockedByHook,
    /// It stopped the session from going on.
    StoppedByHook,
    /// It failed to decide.
    NoVerdict,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(PromptSubmitOutcomeKind {
    BlockedByHook = "blocked_by_hook",
    StoppedByHook = "stopped_by_hook",
    NoVerdict = "no_verdict",
});

/// How urgent a notice is.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotificationPriority {
    /// It can wait.
    Low,
    /// It is usual.
    Medium,
    /// It should be seen soon.
    High,
    /// It should be seen now.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InformationalMessage {
    /// The notice.
    pub content: String,
    /// How grave it is.
    pub level: Option<InformationalLevel>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// Which notice it is, as in `hook_callback_failed`.
    pub tag: Option<String>,
    /// True where the turn does not go on.
    pub prevent_continuation: Option<bool>,
    /// What became of the prompt, where a hook held it up.
    pub prompt_submit_outcome: Option<PromptSubmitOutcome>,
    /// The tool call it is about.
    pub tool_use_id: Option<ToolUseId>,
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
    ],
});

/// What became of a prompt that a hook held up.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PromptSubmitOutcome {
    /// What the hook did.
    pub kind: PromptSubmitOutcomeKind,
    /// True if the prompt stays in the conversation.
    pub prompt_kept: Option<bool>,
    /// The hook's reason.
    pub reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(PromptSubmitOutcome {
    tags: [],
    fields: [
        0 required kind: PromptSubmitOutcomeKind = "kind",
        1 optional prompt_kept: bool = "prompt_kept",
        2 optional reason: String = "reason",
    ],
});

/// A notice that a screen shows for a while.
///
/// Wire: `type: system`, `subtype: notification`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NotificationMessage {
    /// Which notice it is; a later one with the same key replaces it.
    pub key: Option<String>,
    /// The notice.
    pub text: String,
    /// How urgent it is.
    pub priority: Option<NotificationPriority>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// The colour to show it in.
    pub color: Option<String>,
    /// Milliseconds to show it for.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LocalCommandOutputMessage {
    /// The output.
    pub content: String,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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

/// A tool call was refused without asking anybody. The list in the result is the one that counts. Since CLI 2.1.250.
///
/// Wire: `type: system`, `subtype: permission_denied`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionDeniedMessage {
    /// The tool.
    pub tool_name: Option<String>,
    /// The call.
    pub tool_use_id: Option<ToolUseId>,
    /// On what ground.
    pub decision_reason_type: Option<DecisionReasonType>,
    /// What the model was told.
    pub message: Option<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// The ground in words.
    pub decision_reason: Option<String>,
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
        7 optional agent_id: AgentId = "agent_id",
    ],
});
