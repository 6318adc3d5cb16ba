// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Notices for the user, and refused tool calls.

use super::all::*;

/// How grave a notice is.
///
/// An open set: a newer CLI may send other values. Feature: MSG-48.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InformationalLevel {
    /// For information.
    ///
    /// `info`. Seen on the wire.
    Info,
    /// Worth reading.
    ///
    /// `notice`. Seen on the wire.
    Notice,
    /// A proposal.
    ///
    /// `suggestion`. Seen on the wire.
    Suggestion,
    /// Something is wrong.
    ///
    /// `warning`. Seen on the wire.
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
    ///
    /// `blocked_by_hook`. Seen on the wire.
    BlockedByHook,
    /// It stopped the session from going on.
    ///
    /// `stopped_by_hook`. Seen on the wire.
    StoppedByHook,
    /// It failed to decide.
    ///
    /// `no_verdict`. Declared, not seen.
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
/// An open set: a newer CLI may send other values. Feature: MSG-39.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotificationPriority {
    /// It can wait.
    ///
    /// `low`. Declared, not seen.
    Low,
    /// It is usual.
    ///
    /// `medium`. Declared, not seen.
    Medium,
    /// It should be seen soon.
    ///
    /// `high`. Declared, not seen.
    High,
    /// It should be seen now.
    ///
    /// `immediate`. Seen on the wire.
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
/// Wire: `type: system`, `subtype: informational`. Seen 9 times in the recordings. Feature: MSG-48.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InformationalMessage {
    /// The notice.
    ///
    /// Required; seen 9/9.
    pub content: String,
    /// How grave it is.
    ///
    /// May be absent; seen 9/9.
    pub level: Option<InformationalLevel>,
    /// The session.
    ///
    /// May be absent; seen 9/9.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 9/9.
    pub uuid: Option<MessageUuid>,
    /// Which notice it is, as in `hook_callback_failed`.
    ///
    /// May be absent; seen 3/9.
    pub tag: Option<String>,
    /// True where the turn does not go on.
    ///
    /// May be absent; seen 2/9.
    pub prevent_continuation: Option<bool>,
    /// What became of the prompt, where a hook held it up.
    ///
    /// May be absent; seen 2/9.
    pub prompt_submit_outcome: Option<PromptSubmitOutcome>,
    /// The tool call it is about.
    ///
    /// May be absent; declared, not seen.
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
///
/// Seen 2 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PromptSubmitOutcome {
    /// What the hook did.
    ///
    /// Required; seen 2/2.
    pub kind: PromptSubmitOutcomeKind,
    /// True if the prompt stays in the conversation.
    ///
    /// May be absent; seen 2/2.
    pub prompt_kept: Option<bool>,
    /// The hook's reason.
    ///
    /// May be absent; seen 2/2.
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
/// Wire: `type: system`, `subtype: notification`. Seen 2 times in the recordings. Feature: MSG-39.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NotificationMessage {
    /// Which notice it is; a later one with the same key replaces it.
    ///
    /// May be absent; seen 2/2.
    pub key: Option<String>,
    /// The notice.
    ///
    /// Required; seen 2/2.
    pub text: String,
    /// How urgent it is.
    ///
    /// May be absent; seen 2/2.
    pub priority: Option<NotificationPriority>,
    /// The session.
    ///
    /// May be absent; seen 2/2.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 2/2.
    pub uuid: Option<MessageUuid>,
    /// The colour to show it in.
    ///
    /// May be absent; declared, not seen.
    pub color: Option<String>,
    /// Milliseconds to show it for.
    ///
    /// May be absent; declared, not seen.
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
/// Wire: `type: system`, `subtype: local_command_output`. Declared, not seen. Feature: MSG-22.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LocalCommandOutputMessage {
    /// The output.
    ///
    /// Required; declared, not seen.
    pub content: String,
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

wire_struct!(LocalCommandOutputMessage {
    tags: ["type" = "system", "subtype" = "local_command_output"],
    fields: [
        0 required content: String = "content",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// A tool call was refused without asking anybody. The list in the result is the one that counts.
///
/// Wire: `type: system`, `subtype: permission_denied`. Seen 5 times in the recordings (since CLI 2.1.250). Feature: MSG-45.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionDeniedMessage {
    /// The tool.
    ///
    /// May be absent; seen 5/5.
    pub tool_name: Option<String>,
    /// The call.
    ///
    /// May be absent; seen 5/5.
    pub tool_use_id: Option<ToolUseId>,
    /// On what ground.
    ///
    /// May be absent; seen 4/5.
    pub decision_reason_type: Option<DecisionReasonType>,
    /// What the model was told.
    ///
    /// May be absent; seen 5/5.
    pub message: Option<String>,
    /// The session.
    ///
    /// May be absent; seen 5/5.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 5/5.
    pub uuid: Option<MessageUuid>,
    /// The ground in words.
    ///
    /// May be absent; seen 2/5.
    pub decision_reason: Option<String>,
    /// The subagent that made the call.
    ///
    /// May be absent; declared, not seen.
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
