// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! News about shell hooks. Hooks that call back into the caller are not told in this way.

use super::all::*;

/// How a shell hook ended.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HookOutcome {
    /// It exited with 0.
    Success,
    /// It exited with another code.
    Error,
    /// It was cancelled.
    Cancelled,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(HookOutcome {
    Success = "success",
    Error = "error",
    Cancelled = "cancelled",
});

/// A shell hook began. Hooks that call back into the caller are not told in this way.
///
/// Wire: `type: system`, `subtype: hook_started`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HookStartedMessage {
    /// This run of the hook.
    pub hook_id: Option<HookRunId>,
    /// The event with what it is about, as in `PreToolUse:Bash`.
    pub hook_name: Option<String>,
    /// The event.
    pub hook_event: Option<HookEvent>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HookStartedMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(HookStartedMessage {
    tags: ["type" = "system", "subtype" = "hook_started"],
    fields: [
        0 optional hook_id: HookRunId = "hook_id",
        1 optional hook_name: String = "hook_name",
        2 optional hook_event: HookEvent = "hook_event",
        3 optional session_id: SessionId = "session_id",
        4 optional uuid: MessageUuid = "uuid",
    ],
});

/// A shell hook wrote something.
///
/// Wire: `type: system`, `subtype: hook_progress`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HookProgressMessage {
    /// This run of the hook.
    pub hook_id: Option<HookRunId>,
    /// The event with what it is about.
    pub hook_name: Option<String>,
    /// The event.
    pub hook_event: Option<HookEvent>,
    /// Both outputs so far, mixed.
    pub output: Option<String>,
    /// Standard output so far.
    pub stdout: Option<String>,
    /// Standard error so far.
    pub stderr: Option<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HookProgressMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(HookProgressMessage {
    tags: ["type" = "system", "subtype" = "hook_progress"],
    fields: [
        0 optional hook_id: HookRunId = "hook_id",
        1 optional hook_name: String = "hook_name",
        2 optional hook_event: HookEvent = "hook_event",
        3 optional output: String = "output",
        4 optional stdout: String = "stdout",
        5 optional stderr: String = "stderr",
        6 optional session_id: SessionId = "session_id",
        7 optional uuid: MessageUuid = "uuid",
    ],
});

/// A shell hook ended.
///
/// Wire: `type: system`, `subtype: hook_response`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HookResponseMessage {
    /// This run of the hook.
    pub hook_id: Option<HookRunId>,
    /// The event with what it is about.
    pub hook_name: Option<String>,
    /// The event.
    pub hook_event: Option<HookEvent>,
    /// Both outputs, mixed.
    pub output: Option<String>,
    /// Standard output.
    pub stdout: Option<String>,
    /// Standard error.
    pub stderr: Option<String>,
    /// The exit code; absent where the hook was cancelled.
    pub exit_code: Option<i64>,
    /// How it ended.
    pub outcome: Option<HookOutcome>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HookResponseMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(HookResponseMessage {
    tags: ["type" = "system", "subtype" = "hook_response"],
    fields: [
        0 optional hook_id: HookRunId = "hook_id",
        1 optional hook_name: String = "hook_name",
        2 optional hook_event: HookEvent = "hook_event",
        3 optional output: String = "output",
        4 optional stdout: String = "stdout",
        5 optional stderr: String = "stderr",
        6 optional exit_code: i64 = "exit_code",
        7 optional outcome: HookOutcome = "outcome",
        8 optional session_id: SessionId = "session_id",
        9 optional uuid: MessageUuid = "uuid",
    ],
});
