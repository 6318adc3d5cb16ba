// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Messages about shell hooks. Hooks that call back into the caller do not cause such messages.

use super::all::*;

/// The outcome of a shell hook.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HookOutcome {
    /// The hook exited with code 0.
    Success,
    /// The hook exited with another code.
    Error,
    /// The hook was cancelled.
    Cancelled,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(HookOutcome {
    Success = "success",
    Error = "error",
    Cancelled = "cancelled",
});

/// The start of a shell hook. Hooks that call back into the caller do not cause this message.
///
/// Wire: `type: system`, `subtype: hook_started`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookStartedMessage {
    /// The ID of this run of the hook.
    pub hook_id: Option<HookRunId>,
    /// The event and its subject, as in `PreToolUse:Bash`.
    pub hook_name: Option<String>,
    /// The event of the hook.
    pub hook_event: Option<HookEvent>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
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

/// The output of a running shell hook.
///
/// Wire: `type: system`, `subtype: hook_progress`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookProgressMessage {
    /// The ID of this run of the hook.
    pub hook_id: Option<HookRunId>,
    /// The event and its subject.
    pub hook_name: Option<String>,
    /// The event of the hook.
    pub hook_event: Option<HookEvent>,
    /// Standard output and standard error so far, interleaved.
    pub output: Option<String>,
    /// Standard output so far.
    pub stdout: Option<String>,
    /// Standard error so far.
    pub stderr: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
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

/// The end of a shell hook.
///
/// Wire: `type: system`, `subtype: hook_response`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookResponseMessage {
    /// The ID of this run of the hook.
    pub hook_id: Option<HookRunId>,
    /// The event and its subject.
    pub hook_name: Option<String>,
    /// The event of the hook.
    pub hook_event: Option<HookEvent>,
    /// Standard output and standard error, interleaved.
    pub output: Option<String>,
    /// Standard output.
    pub stdout: Option<String>,
    /// Standard error.
    pub stderr: Option<String>,
    /// The exit code; absent if the hook was cancelled.
    pub exit_code: Option<i64>,
    /// The outcome of the hook.
    pub outcome: Option<HookOutcome>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
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
