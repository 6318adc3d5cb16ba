// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! News about the session as a whole: its state, title, commands, files and memories.

use super::all::*;

/// What a session is doing.
///
/// An open set: a newer CLI may send other values. Feature: MSG-36.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SessionState {
    /// Nothing: no turn runs and none waits.
    ///
    /// `idle`. Seen on the wire.
    Idle,
    /// A turn runs, or a background agent lives.
    ///
    /// `running`. Seen on the wire.
    Running,
    /// It waits for an answer about a permission or the like.
    ///
    /// `requires_action`. Seen on the wire.
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
/// An open set: a newer CLI may send other values. Feature: MSG-50.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WriteErrorCode {
    /// The disk is full.
    ///
    /// `ENOSPC`. Declared, not seen.
    NoSpace,
    /// The user's share of the disk is full.
    ///
    /// `EDQUOT`. Declared, not seen.
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
/// An open set: a newer CLI may send other values. Feature: MSG-50.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LostWrite {
    /// Lines of a transcript.
    ///
    /// `transcript`. Declared, not seen.
    Transcript,
    /// The CLI's own configuration.
    ///
    /// `global_config`. Declared, not seen.
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
/// An open set: a newer CLI may send other values. Feature: MSG-19.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ControlRequestStatus {
    /// It is being worked on.
    ///
    /// `started`. Seen on the wire.
    Started,
    /// The API failed, and its request will be tried again.
    ///
    /// `api_retry`. Declared, not seen.
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
/// An open set: a newer CLI may send other values. Feature: MSG-26.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PluginInstallStatus {
    /// It began.
    ///
    /// `started`. Declared, not seen.
    Started,
    /// A plugin is installed.
    ///
    /// `installed`. Declared, not seen.
    Installed,
    /// A plugin could not be installed.
    ///
    /// `failed`. Declared, not seen.
    Failed,
    /// All of it is done.
    ///
    /// `completed`. Declared, not seen.
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
/// An open set: a newer CLI may send other values. Feature: MSG-42.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MemoryRecallMode {
    /// As they are.
    ///
    /// `select`. Declared, not seen.
    Select,
    /// Put together to a text.
    ///
    /// `synthesize`. Declared, not seen.
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
/// An open set: a newer CLI may send other values. Feature: MSG-42.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MemoryScope {
    /// The user's own.
    ///
    /// `personal`. Declared, not seen.
    Personal,
    /// The team's.
    ///
    /// `team`. Declared, not seen.
    Team,
    /// The organisation's.
    ///
    /// `organization`. Declared, not seen.
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
    ///
    /// `commit`. Seen on the wire.
    Commit,
    /// Commits were pushed.
    ///
    /// `push`. Seen on the wire.
    Push,
    /// Branches were merged.
    ///
    /// `merge`. Seen on the wire.
    Merge,
    /// Commits were moved.
    ///
    /// `rebase`. Seen on the wire.
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
/// Wire: `type: system`, `subtype: session_state_changed`. Seen 25 times in the recordings. Feature: MSG-36.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionStateChangedMessage {
    /// The state from now on.
    ///
    /// Required; seen 25/25.
    pub state: SessionState,
    /// True where the SDK asked for these messages and the user did not.
    ///
    /// May be absent; seen 21/25.
    pub sdk_host_only: Option<bool>,
    /// The session.
    ///
    /// May be absent; seen 25/25.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 25/25.
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
/// Wire: `type: system`, `subtype: session_title_changed`. Seen 5 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionTitleChangedMessage {
    /// The title.
    ///
    /// Required; seen 5/5.
    pub title: String,
    /// The session.
    ///
    /// May be absent; seen 5/5.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 5/5.
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
/// Wire: `type: system`, `subtype: session_writes_lost`. Declared, not seen. Feature: MSG-50.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionWritesLostMessage {
    /// The system's word for it.
    ///
    /// May be absent; declared, not seen.
    pub error_code: Option<WriteErrorCode>,
    /// What was lost.
    ///
    /// May be absent; declared, not seen.
    pub lost: Option<Vec<LostWrite>>,
    /// The sessions whose transcripts have gaps.
    ///
    /// May be absent; declared, not seen.
    pub transcript_session_ids: Option<Vec<SessionId>>,
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
/// Wire: `type: system`, `subtype: commands_changed`. Seen 1 times in the recordings. Feature: MSG-38.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CommandsChangedMessage {
    /// The commands there are now.
    ///
    /// Required; seen 1/1.
    pub commands: Vec<SlashCommand>,
    /// The session.
    ///
    /// May be absent; seen 1/1.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 1/1.
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
/// Wire: `type: system`, `subtype: control_request_progress`. Seen 1 times in the recordings. Feature: MSG-19.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControlRequestProgressMessage {
    /// The control request.
    ///
    /// Required; seen 1/1.
    pub request_id: RequestId,
    /// How far it is.
    ///
    /// May be absent; seen 1/1.
    pub status: Option<ControlRequestStatus>,
    /// The session.
    ///
    /// May be absent; seen 1/1.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 1/1.
    pub uuid: Option<MessageUuid>,
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
    /// May be absent or null; declared, not seen.
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
/// Wire: `type: system`, `subtype: plugin_install`. Declared, not seen. Feature: MSG-26.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PluginInstallMessage {
    /// How far it is.
    ///
    /// May be absent; declared, not seen.
    pub status: Option<PluginInstallStatus>,
    /// The plugin.
    ///
    /// May be absent; declared, not seen.
    pub name: Option<String>,
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
/// Wire: `type: system`, `subtype: elicitation_complete`. Declared, not seen. Feature: MSG-44.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ElicitationCompleteMessage {
    /// The MCP server that asked.
    ///
    /// May be absent; declared, not seen.
    pub mcp_server_name: Option<String>,
    /// The elicitation.
    ///
    /// May be absent; declared, not seen.
    pub elicitation_id: Option<String>,
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
/// Wire: `type: system`, `subtype: files_persisted`. Declared, not seen. Feature: MSG-40.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FilesPersistedMessage {
    /// Files that were stored.
    ///
    /// May be absent; declared, not seen.
    pub files: Option<Vec<PersistedFile>>,
    /// Files that were not.
    ///
    /// May be absent; declared, not seen.
    pub failed: Option<Vec<FailedFile>>,
    /// When it was done.
    ///
    /// May be absent; declared, not seen.
    pub processed_at: Option<Timestamp>,
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
///
/// Declared, not seen. Feature: MSG-40.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PersistedFile {
    /// Its name.
    ///
    /// May be absent; declared, not seen.
    pub filename: Option<String>,
    /// Its id at the Files API.
    ///
    /// May be absent; declared, not seen.
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
///
/// Declared, not seen. Feature: MSG-40.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FailedFile {
    /// Its name.
    ///
    /// May be absent; declared, not seen.
    pub filename: Option<String>,
    /// Why not.
    ///
    /// May be absent; declared, not seen.
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
/// Wire: `type: system`, `subtype: memory_recall`. Declared, not seen. Feature: MSG-42.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MemoryRecallMessage {
    /// How they were brought in.
    ///
    /// May be absent; declared, not seen.
    pub mode: Option<MemoryRecallMode>,
    /// The memories.
    ///
    /// May be absent; declared, not seen.
    pub memories: Option<Vec<RecalledMemory>>,
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
///
/// Declared, not seen. Feature: MSG-42.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RecalledMemory {
    /// Its file.
    ///
    /// May be absent; declared, not seen.
    pub path: Option<String>,
    /// Whose memory it is.
    ///
    /// May be absent; declared, not seen.
    pub scope: Option<MemoryScope>,
    /// Its text.
    ///
    /// May be absent; declared, not seen.
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
/// Wire: `type: system`, `subtype: vcs_state_changed`. Seen 6 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct VcsStateChangedMessage {
    /// What sort of change it was.
    ///
    /// May be absent; seen 6/6.
    pub kind: Option<VcsChangeKind>,
    /// Where the command ended.
    ///
    /// May be absent; seen 6/6.
    pub cwd: Option<String>,
    /// The branch. Commits and pushes were seen with it, merges and rebases without.
    ///
    /// May be absent; seen 3/6.
    pub branch: Option<String>,
    /// The session.
    ///
    /// May be absent; seen 6/6.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 6/6.
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
/// Wire: `type: system`, `subtype: mirror_error`. Declared, not seen. Feature: MSG-47.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MirrorErrorMessage {
    /// The transcript.
    ///
    /// May be absent; declared, not seen.
    pub key: Option<MirrorKey>,
    /// What went wrong.
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
///
/// Declared, not seen. Feature: MSG-47.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MirrorKey {
    /// The project.
    ///
    /// Wire: `projectKey`. May be absent; declared, not seen.
    pub project_key: Option<String>,
    /// The session.
    ///
    /// Wire: `sessionId`. May be absent; declared, not seen.
    pub session_id: Option<SessionId>,
    /// The part of the session, for subagents.
    ///
    /// May be absent; declared, not seen.
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
/// Wire: `type: system`, `subtype: worker_shutting_down`. Declared, not seen. Feature: MSG-37.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkerShuttingDownMessage {
    /// Why it ends.
    ///
    /// May be absent; declared, not seen.
    pub reason: Option<String>,
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
