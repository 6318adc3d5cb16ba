// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! News about the session as a whole: its state, title, commands, files and memories.

use super::all::*;

/// What a session is doing.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SessionState {
    /// Nothing: no turn runs and none waits.
    Idle,
    /// A turn runs, or a background agent lives.
    Running,
    /// It waits for an answer about a permission or the like.
    RequiresAction,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(SessionState {
    Idle = "idle",
    Running = "running",
    RequiresAction = "requires_action",
});

/// The system's words for a disk that takes no more.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WriteErrorCode {
    /// The disk is full. Wire: `ENOSPC`.
    NoSpace,
    /// The user's share of the disk is full. Wire: `EDQUOT`.
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

/// How far a control request is.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ControlRequestStatus {
    /// It is being worked on.
    Started,
    /// The API failed, and its request will be tried again.
    ApiRetry,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ControlRequestStatus {
    Started = "started",
    ApiRetry = "api_retry",
});

/// How far the installation of plugins is.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PluginInstallStatus {
    /// It began.
    Started,
    /// A plugin is installed.
    Installed,
    /// A plugin could not be installed.
    Failed,
    /// All of it is done.
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

/// How memories are brought in.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MemoryRecallMode {
    /// As they are.
    Select,
    /// Put together to a text.
    Synthesize,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(MemoryRecallMode {
    Select = "select",
    Synthesize = "synthesize",
});

/// Whose memory it is.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MemoryScope {
    /// The user's own.
    Personal,
    /// The team's.
    Team,
    /// The organisation's.
    Organization,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(MemoryScope {
    Personal = "personal",
    Team = "team",
    Organization = "organization",
});

/// Sorts of changes of a repository.
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
    /// Commits were moved.
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

/// The session is idle, busy, or waits for somebody. It comes only if it was asked for; idle comes after the result.
///
/// Wire: `type: system`, `subtype: session_state_changed`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionStateChangedMessage {
    /// The state from now on.
    pub state: SessionState,
    /// True where the SDK asked for these messages and the user did not.
    pub sdk_host_only: Option<bool>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionTitleChangedMessage {
    /// The title.
    pub title: String,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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

/// The disk is full, and parts of the transcript are lost.
///
/// Wire: `type: system`, `subtype: session_writes_lost`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionWritesLostMessage {
    /// The system's word for it.
    pub error_code: Option<WriteErrorCode>,
    /// What was lost.
    pub lost: Option<Vec<LostWrite>>,
    /// The sessions whose transcripts have gaps.
    pub transcript_session_ids: Option<Vec<SessionId>>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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

/// The slash commands changed. The list is the whole set, not a difference.
///
/// Wire: `type: system`, `subtype: commands_changed`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CommandsChangedMessage {
    /// The commands there are now.
    pub commands: Vec<SlashCommand>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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

/// A control request takes its time; the answer will come.
///
/// Wire: `type: system`, `subtype: control_request_progress`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControlRequestProgressMessage {
    /// The control request.
    pub request_id: RequestId,
    /// How far it is.
    pub status: Option<ControlRequestStatus>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// Which retry it is, counted from 1.
    pub attempt: Option<u64>,
    /// How many retries there will be at most.
    pub max_retries: Option<u64>,
    /// Milliseconds until the retry.
    pub retry_delay_ms: Option<u64>,
    /// The HTTP status; null where no answer came.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PluginInstallMessage {
    /// How far it is.
    pub status: Option<PluginInstallStatus>,
    /// The plugin.
    pub name: Option<String>,
    /// Why it failed.
    pub error: Option<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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

/// An elicitation that sent the user to a page is done there.
///
/// Wire: `type: system`, `subtype: elicitation_complete`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ElicitationCompleteMessage {
    /// The MCP server that asked.
    pub mcp_server_name: Option<String>,
    /// The elicitation.
    pub elicitation_id: Option<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FilesPersistedMessage {
    /// Files that were stored.
    pub files: Option<Vec<PersistedFile>>,
    /// Files that were not.
    pub failed: Option<Vec<FailedFile>>,
    /// When it was done.
    pub processed_at: Option<Timestamp>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PersistedFile {
    /// Its name.
    pub filename: Option<String>,
    /// Its id at the Files API.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FailedFile {
    /// Its name.
    pub filename: Option<String>,
    /// Why not.
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

/// Memories were brought into the conversation.
///
/// Wire: `type: system`, `subtype: memory_recall`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MemoryRecallMessage {
    /// How they were brought in.
    pub mode: Option<MemoryRecallMode>,
    /// The memories.
    pub memories: Option<Vec<RecalledMemory>>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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

/// A memory that was brought in.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RecalledMemory {
    /// Its file.
    pub path: Option<String>,
    /// Whose memory it is.
    pub scope: Option<MemoryScope>,
    /// Its text.
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

/// A shell command changed the state of a repository. What exactly has to be read from there.
///
/// Wire: `type: system`, `subtype: vcs_state_changed`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct VcsStateChangedMessage {
    /// What sort of change it was.
    pub kind: Option<VcsChangeKind>,
    /// Where the command ended.
    pub cwd: Option<String>,
    /// The branch. Commits and pushes were seen with it, merges and rebases without.
    pub branch: Option<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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

/// Lines of a transcript could not be handed to a session store. An SDK makes this message, not the CLI.
///
/// Wire: `type: system`, `subtype: mirror_error`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MirrorErrorMessage {
    /// The transcript.
    pub key: Option<MirrorKey>,
    /// What went wrong.
    pub error: Option<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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

/// Names a transcript in a session store.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MirrorKey {
    /// The project.
    pub project_key: Option<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The part of the session, for subagents.
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

/// The process is about to end by itself.
///
/// Wire: `type: system`, `subtype: worker_shutting_down`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkerShuttingDownMessage {
    /// Why it ends.
    pub reason: Option<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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
