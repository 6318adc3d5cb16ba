// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Messages about the session as a whole: its state, title, commands, files and memories.

use super::all::*;

/// The state of a session.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SessionState {
    /// No turn runs and none is queued.
    Idle,
    /// A turn or a background agent runs.
    Running,
    /// The session waits for a reply, such as a permission decision.
    RequiresAction,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(SessionState {
    Idle = "idle",
    Running = "running",
    RequiresAction = "requires_action",
});

/// The error codes of a full disk.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WriteErrorCode {
    /// The disk is full. Wire: `ENOSPC`.
    NoSpace,
    /// The user's disk quota is exceeded. Wire: `EDQUOT`.
    QuotaExceeded,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(WriteErrorCode {
    NoSpace = "ENOSPC",
    QuotaExceeded = "EDQUOT",
});

/// What could not be written.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LostWrite {
    /// Lines of a transcript.
    Transcript,
    /// The CLI's own configuration.
    GlobalConfig,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(LostWrite {
    Transcript = "transcript",
    GlobalConfig = "global_config",
});

/// The progress of a control request.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ControlRequestStatus {
    /// The CLI works on the request.
    Started,
    /// The API failed, and the request to the API will be retried.
    ApiRetry,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ControlRequestStatus {
    Started = "started",
    ApiRetry = "api_retry",
});

/// The progress of the installation of plugins.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PluginInstallStatus {
    /// The installation began.
    Started,
    /// A plugin is installed.
    Installed,
    /// A plugin could not be installed.
    Failed,
    /// The whole installation is complete.
    Completed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(PluginInstallStatus {
    Started = "started",
    Installed = "installed",
    Failed = "failed",
    Completed = "completed",
});

/// How memories are added to the conversation.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MemoryRecallMode {
    /// The memories are added unchanged.
    Select,
    /// The memories are combined into one text.
    Synthesize,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(MemoryRecallMode {
    Select = "select",
    Synthesize = "synthesize",
});

/// The owner of a memory.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MemoryScope {
    /// The user.
    Personal,
    /// The team.
    Team,
    /// The organisation.
    Organization,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(MemoryScope {
    Personal = "personal",
    Team = "team",
    Organization = "organization",
});

/// Kinds of changes of a repository.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VcsChangeKind {
    /// A commit was made.
    Commit,
    /// Commits were pushed.
    Push,
    /// Branches were merged.
    Merge,
    /// Commits were rebased.
    Rebase,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(VcsChangeKind {
    Commit = "commit",
    Push = "push",
    Merge = "merge",
    Rebase = "rebase",
});

/// The session is idle, running, or waits for a reply. The CLI sends this message only on request; `idle` comes after the result.
///
/// Wire: `type: system`, `subtype: session_state_changed`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SessionStateChangedMessage {
    /// The new state.
    pub state: SessionState,
    /// True if the SDK requested these messages and the user did not.
    pub sdk_host_only: Option<bool>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(SessionStateChangedMessage {
    tags: ["type" = "system", "subtype" = "session_state_changed"],
    fields: [
        0 required state: SessionState = "state",
        1 optional sdk_host_only: bool = "sdk_host_only",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
    ],
});

/// The session has a new title.
///
/// Wire: `type: system`, `subtype: session_title_changed`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SessionTitleChangedMessage {
    /// The new title.
    pub title: String,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(SessionTitleChangedMessage {
    tags: ["type" = "system", "subtype" = "session_title_changed"],
    fields: [
        0 required title: String = "title",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// Parts of the transcript were lost because the disk is full.
///
/// Wire: `type: system`, `subtype: session_writes_lost`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SessionWritesLostMessage {
    /// The error code of the system.
    pub error_code: Option<WriteErrorCode>,
    /// What was lost.
    pub lost: Option<Vec<LostWrite>>,
    /// The sessions with gaps in their transcripts.
    pub transcript_session_ids: Option<Vec<SessionId>>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SessionWritesLostMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(SessionWritesLostMessage {
    tags: ["type" = "system", "subtype" = "session_writes_lost"],
    fields: [
        0 optional error_code: WriteErrorCode = "error_code",
        1 optional lost: Vec<LostWrite> = "lost",
        2 optional transcript_session_ids: Vec<SessionId> = "transcript_session_ids",
        3 optional session_id: SessionId = "session_id",
        4 optional uuid: MessageUuid = "uuid",
    ],
});

/// The slash commands changed. The list is the complete set, not a difference.
///
/// Wire: `type: system`, `subtype: commands_changed`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CommandsChangedMessage {
    /// The current commands.
    pub commands: Vec<SlashCommand>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(CommandsChangedMessage {
    tags: ["type" = "system", "subtype" = "commands_changed"],
    fields: [
        0 required commands: Vec<SlashCommand> = "commands",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// The progress of a control request that takes long. The response follows later.
///
/// Wire: `type: system`, `subtype: control_request_progress`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ControlRequestProgressMessage {
    /// The ID of the control request.
    pub request_id: RequestId,
    /// The progress of the request.
    pub status: Option<ControlRequestStatus>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// The number of the retry, counted from 1.
    pub attempt: Option<u64>,
    /// The maximum number of retries.
    pub max_retries: Option<u64>,
    /// Milliseconds until the retry.
    pub retry_delay_ms: Option<u64>,
    /// The HTTP status; null if the API did not respond.
    pub error_status: Maybe<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ControlRequestProgressMessage {
    tags: ["type" = "system", "subtype" = "control_request_progress"],
    fields: [
        0 required request_id: RequestId = "request_id",
        1 optional status: ControlRequestStatus = "status",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
        4 optional attempt: u64 = "attempt",
        5 optional max_retries: u64 = "max_retries",
        6 optional retry_delay_ms: u64 = "retry_delay_ms",
        7 maybe error_status: u64 = "error_status",
    ],
});

/// A plugin is being installed.
///
/// Wire: `type: system`, `subtype: plugin_install`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PluginInstallMessage {
    /// The progress of the installation.
    pub status: Option<PluginInstallStatus>,
    /// The plugin.
    pub name: Option<String>,
    /// The reason for the failure.
    pub error: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PluginInstallMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(PluginInstallMessage {
    tags: ["type" = "system", "subtype" = "plugin_install"],
    fields: [
        0 optional status: PluginInstallStatus = "status",
        1 optional name: String = "name",
        2 optional error: String = "error",
        3 optional session_id: SessionId = "session_id",
        4 optional uuid: MessageUuid = "uuid",
    ],
});

/// The user completed an elicitation on a page outside the session.
///
/// Wire: `type: system`, `subtype: elicitation_complete`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ElicitationCompleteMessage {
    /// The MCP server that sent the elicitation.
    pub mcp_server_name: Option<String>,
    /// The ID of the elicitation.
    pub elicitation_id: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ElicitationCompleteMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ElicitationCompleteMessage {
    tags: ["type" = "system", "subtype" = "elicitation_complete"],
    fields: [
        0 optional mcp_server_name: String = "mcp_server_name",
        1 optional elicitation_id: String = "elicitation_id",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
    ],
});

/// Files of the session were stored at the Files API.
///
/// Wire: `type: system`, `subtype: files_persisted`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FilesPersistedMessage {
    /// The files that were stored.
    pub files: Option<Vec<PersistedFile>>,
    /// The files that could not be stored.
    pub failed: Option<Vec<FailedFile>>,
    /// The time at which the files were stored.
    pub processed_at: Option<Timestamp>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FilesPersistedMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(FilesPersistedMessage {
    tags: ["type" = "system", "subtype" = "files_persisted"],
    fields: [
        0 optional files: Vec<PersistedFile> = "files",
        1 optional failed: Vec<FailedFile> = "failed",
        2 optional processed_at: Timestamp = "processed_at",
        3 optional session_id: SessionId = "session_id",
        4 optional uuid: MessageUuid = "uuid",
    ],
});

/// A file that was stored.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PersistedFile {
    /// The name of the file.
    pub filename: Option<String>,
    /// The ID of the file at the Files API.
    pub file_id: Option<FileId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PersistedFile {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(PersistedFile {
    tags: [],
    fields: [
        0 optional filename: String = "filename",
        1 optional file_id: FileId = "file_id",
    ],
});

/// A file that could not be stored.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FailedFile {
    /// The name of the file.
    pub filename: Option<String>,
    /// The reason for the failure.
    pub error: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FailedFile {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(FailedFile {
    tags: [],
    fields: [
        0 optional filename: String = "filename",
        1 optional error: String = "error",
    ],
});

/// Memories that were added to the conversation.
///
/// Wire: `type: system`, `subtype: memory_recall`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MemoryRecallMessage {
    /// How the memories were added to the conversation.
    pub mode: Option<MemoryRecallMode>,
    /// The memories.
    pub memories: Option<Vec<RecalledMemory>>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for MemoryRecallMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(MemoryRecallMessage {
    tags: ["type" = "system", "subtype" = "memory_recall"],
    fields: [
        0 optional mode: MemoryRecallMode = "mode",
        1 optional memories: Vec<RecalledMemory> = "memories",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
    ],
});

/// A memory that was added to the conversation.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RecalledMemory {
    /// The file of the memory.
    pub path: Option<String>,
    /// The owner of the memory.
    pub scope: Option<MemoryScope>,
    /// The text of the memory.
    pub content: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for RecalledMemory {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(RecalledMemory {
    tags: [],
    fields: [
        0 optional path: String = "path",
        1 optional scope: MemoryScope = "scope",
        2 optional content: String = "content",
    ],
});

/// A shell command changed the state of a repository. The consumer must read the details from the repository.
///
/// Wire: `type: system`, `subtype: vcs_state_changed`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct VcsStateChangedMessage {
    /// The kind of change.
    pub kind: Option<VcsChangeKind>,
    /// The working directory at the end of the command.
    pub cwd: Option<String>,
    /// The branch. Commits and pushes were seen with it, merges and rebases without.
    pub branch: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for VcsStateChangedMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(VcsStateChangedMessage {
    tags: ["type" = "system", "subtype" = "vcs_state_changed"],
    fields: [
        0 optional kind: VcsChangeKind = "kind",
        1 optional cwd: String = "cwd",
        2 optional branch: String = "branch",
        3 optional session_id: SessionId = "session_id",
        4 optional uuid: MessageUuid = "uuid",
    ],
});

/// Lines of a transcript could not be written to a session store. An SDK creates this message, not the CLI.
///
/// Wire: `type: system`, `subtype: mirror_error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MirrorErrorMessage {
    /// The transcript.
    pub key: Option<MirrorKey>,
    /// The error message.
    pub error: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for MirrorErrorMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(MirrorErrorMessage {
    tags: ["type" = "system", "subtype" = "mirror_error"],
    fields: [
        0 optional key: MirrorKey = "key",
        1 optional error: String = "error",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
    ],
});

/// The key of a transcript in a session store.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MirrorKey {
    /// The project.
    pub project_key: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The path of the part of the session, for subagents.
    pub subpath: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for MirrorKey {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(MirrorKey {
    tags: [],
    fields: [
        0 optional project_key: String = "projectKey",
        1 optional session_id: SessionId = "sessionId",
        2 optional subpath: String = "subpath",
    ],
});

/// A change after which a user interface must be drawn anew. It was seen after `claim_session`.
///
/// Wire: `type: system`, `subtype: ui_invalidate`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UiInvalidateMessage {
    /// What has changed.
    pub event: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UiInvalidateMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(UiInvalidateMessage {
    tags: ["type" = "system", "subtype" = "ui_invalidate"],
    fields: [
        0 optional event: String = "event",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// The process is about to exit on its own.
///
/// Wire: `type: system`, `subtype: worker_shutting_down`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkerShuttingDownMessage {
    /// The reason for the exit.
    pub reason: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WorkerShuttingDownMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(WorkerShuttingDownMessage {
    tags: ["type" = "system", "subtype" = "worker_shutting_down"],
    fields: [
        0 optional reason: String = "reason",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});
