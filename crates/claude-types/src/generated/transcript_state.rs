// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Lines of session files that hold the state of a session: titles, costs, queues, kept files. Of most of them, only the last one of a file counts.

use super::all::*;

/// What happens to prompts that wait.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QueueOperation {
    /// It began to wait.
    Enqueue,
    /// Its turn came.
    Dequeue,
    /// It was taken out.
    Remove,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] QueueOperation {
    Enqueue = "enqueue",
    Dequeue = "dequeue",
    Remove = "remove",
});

/// Why a prompt stops waiting.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QueueRemovalReason {
    /// It went into the running turn.
    AbsorbedMidTurn,
    /// The queue was cleared.
    ClearedOnCancel,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] QueueRemovalReason {
    AbsorbedMidTurn = "absorbed_mid_turn",
    ClearedOnCancel = "cleared_on_cancel",
});

/// A summary of the conversation, in files of older CLIs.
///
/// Wire: `type: summary`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SummaryLine {
    /// The summary.
    pub summary: String,
    /// The last line it is about.
    pub leaf_uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] SummaryLine {
    tags: ["type" = "summary"],
    fields: [
        0 required summary: String = "summary",
        1 optional leaf_uuid: MessageUuid = "leafUuid",
    ],
});

/// The title that somebody gave the session.
///
/// Wire: `type: custom-title`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomTitleLine {
    /// The title.
    pub custom_title: String,
    /// Names this line, where an SDK wrote it.
    pub uuid: Option<MessageUuid>,
    /// When it was written, where an SDK wrote it.
    pub timestamp: Option<Timestamp>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] CustomTitleLine {
    tags: ["type" = "custom-title"],
    fields: [
        0 required custom_title: String = "customTitle",
        1 optional uuid: MessageUuid = "uuid",
        2 optional timestamp: Timestamp = "timestamp",
        3 optional session_id: SessionId = "sessionId",
    ],
});

/// The title that a model gave the session.
///
/// Wire: `type: ai-title`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AiTitleLine {
    /// The title.
    pub ai_title: String,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] AiTitleLine {
    tags: ["type" = "ai-title"],
    fields: [
        0 required ai_title: String = "aiTitle",
        1 optional session_id: SessionId = "sessionId",
    ],
});

/// The name of the session for other sessions.
///
/// Wire: `type: agent-name`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AgentNameLine {
    /// The name.
    pub agent_name: String,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] AgentNameLine {
    tags: ["type" = "agent-name"],
    fields: [
        0 required agent_name: String = "agentName",
        1 optional session_id: SessionId = "sessionId",
    ],
});

/// A mark that somebody put on the session.
///
/// Wire: `type: tag`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TagLine {
    /// The mark; empty where it was taken away.
    pub tag: String,
    /// Names this line, where an SDK wrote it.
    pub uuid: Option<MessageUuid>,
    /// When it was written, where an SDK wrote it.
    pub timestamp: Option<Timestamp>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] TagLine {
    tags: ["type" = "tag"],
    fields: [
        0 required tag: String = "tag",
        1 optional uuid: MessageUuid = "uuid",
        2 optional timestamp: Timestamp = "timestamp",
        3 optional session_id: SessionId = "sessionId",
    ],
});

/// The mode of the session.
///
/// Wire: `type: mode`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ModeLine {
    /// The mode, as in `normal`.
    pub mode: String,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ModeLine {
    tags: ["type" = "mode"],
    fields: [
        0 required mode: String = "mode",
        1 optional session_id: SessionId = "sessionId",
    ],
});

/// The last prompt, and where the conversation ends. It stands for the whole file when sessions are listed.
///
/// Wire: `type: last-prompt`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LastPromptLine {
    /// The prompt.
    pub last_prompt: Option<String>,
    /// The last line of the conversation.
    pub leaf_uuid: Option<MessageUuid>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for LastPromptLine {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] LastPromptLine {
    tags: ["type" = "last-prompt"],
    fields: [
        0 optional last_prompt: String = "lastPrompt",
        1 optional leaf_uuid: MessageUuid = "leafUuid",
        2 optional session_id: SessionId = "sessionId",
    ],
});

/// A prompt that waited its turn.
///
/// Wire: `type: queue-operation`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct QueueOperationLine {
    /// What happened to it.
    pub operation: QueueOperation,
    /// When.
    pub timestamp: Option<Timestamp>,
    /// The prompt.
    pub content: Option<Content>,
    /// Why it was taken out.
    pub reason: Option<QueueRemovalReason>,
    /// The prompt's own name.
    pub command_uuid: Option<MessageUuid>,
    /// Names its way into the conversation.
    pub delivery_id: Option<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] QueueOperationLine {
    tags: ["type" = "queue-operation"],
    fields: [
        0 required operation: QueueOperation = "operation",
        1 optional timestamp: Timestamp = "timestamp",
        2 optional content: Content = "content",
        3 optional reason: QueueRemovalReason = "reason",
        4 optional command_uuid: MessageUuid = "commandUuid",
        5 optional delivery_id: String = "deliveryId",
        6 optional session_id: SessionId = "sessionId",
    ],
});

/// What the session has cost up to here.
///
/// Wire: `type: cost-state`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CostStateLine {
    /// The price in US dollars, as the CLI reckons it. Wire: `totalCostUSD`.
    pub total_cost_usd: Option<f64>,
    /// How long the API worked, in milliseconds. Wire: `totalAPIDuration`.
    pub total_api_duration: Option<u64>,
    /// The same without tries that failed. Wire: `totalAPIDurationWithoutRetries`.
    pub total_api_duration_without_retries: Option<u64>,
    /// How long tools ran, in milliseconds.
    pub total_tool_duration: Option<u64>,
    /// Lines added to files.
    pub total_lines_added: Option<u64>,
    /// Lines removed from files.
    pub total_lines_removed: Option<u64>,
    /// How long the session was open, in milliseconds.
    pub total_duration: Option<u64>,
    /// When it was opened, in milliseconds since 1970.
    pub start_time: Option<u64>,
    /// What each model consumed.
    pub model_usage: Option<BTreeMap<String, ModelUsage>>,
    /// True where the price of a model is not known.
    pub has_unknown_model_cost: Option<bool>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CostStateLine {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] CostStateLine {
    tags: ["type" = "cost-state"],
    fields: [
        0 optional total_cost_usd: f64 = "totalCostUSD",
        1 optional total_api_duration: u64 = "totalAPIDuration",
        2 optional total_api_duration_without_retries: u64 = "totalAPIDurationWithoutRetries",
        3 optional total_tool_duration: u64 = "totalToolDuration",
        4 optional total_lines_added: u64 = "totalLinesAdded",
        5 optional total_lines_removed: u64 = "totalLinesRemoved",
        6 optional total_duration: u64 = "totalDuration",
        7 optional start_time: u64 = "startTime",
        8 optional model_usage: BTreeMap<String, ModelUsage> = "modelUsage",
        9 optional has_unknown_model_cost: bool = "hasUnknownModelCost",
        10 optional session_id: SessionId = "sessionId",
    ],
});

/// The tools that have been called up to here.
///
/// Wire: `type: tools-used`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolsUsedLine {
    /// Their names.
    pub tools: Vec<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ToolsUsedLine {
    tags: ["type" = "tools-used"],
    fields: [
        0 required tools: Vec<String> = "tools",
        1 optional session_id: SessionId = "sessionId",
    ],
});

/// The session has gone to another folder.
///
/// Wire: `type: relocated`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RelocatedLine {
    /// The folder.
    pub relocated_cwd: String,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] RelocatedLine {
    tags: ["type" = "relocated"],
    fields: [
        0 required relocated_cwd: String = "relocatedCwd",
        1 optional session_id: SessionId = "sessionId",
    ],
});

/// The session has gone into a git worktree, or out of it.
///
/// Wire: `type: worktree-state`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorktreeStateLine {
    /// The worktree; null when the session has left it.
    pub worktree_session: Option<WorktreeSession>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WorktreeStateLine {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] WorktreeStateLine {
    tags: ["type" = "worktree-state"],
    fields: [
        0 nullable worktree_session: WorktreeSession = "worktreeSession",
        1 optional session_id: SessionId = "sessionId",
    ],
});

/// The git worktree that a session is in.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorktreeSession {
    /// Where the session was before.
    pub original_cwd: Option<String>,
    /// Where the session began.
    pub pre_enter_original_cwd: Option<String>,
    /// The folder of the worktree.
    pub worktree_path: Option<String>,
    /// Its name.
    pub worktree_name: Option<String>,
    /// Its branch.
    pub worktree_branch: Option<String>,
    /// The branch of before.
    pub original_branch: Option<String>,
    /// The commit of before.
    pub original_head_commit: Option<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Where the project's own settings are looked for.
    pub extension_root: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WorktreeSession {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] WorktreeSession {
    tags: [],
    fields: [
        0 optional original_cwd: String = "originalCwd",
        1 optional pre_enter_original_cwd: String = "preEnterOriginalCwd",
        2 optional worktree_path: String = "worktreePath",
        3 optional worktree_name: String = "worktreeName",
        4 optional worktree_branch: String = "worktreeBranch",
        5 optional original_branch: String = "originalBranch",
        6 optional original_head_commit: String = "originalHeadCommit",
        7 optional session_id: SessionId = "sessionId",
        8 optional extension_root: String = "extensionRoot",
    ],
});

/// The files that can be brought back, as of a prompt.
///
/// Wire: `type: file-history-snapshot`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileHistorySnapshotLine {
    /// The prompt.
    pub message_id: MessageUuid,
    /// The files.
    pub snapshot: Option<FileHistorySnapshot>,
    /// True where this takes the place of an earlier one.
    pub is_snapshot_update: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] FileHistorySnapshotLine {
    tags: ["type" = "file-history-snapshot"],
    fields: [
        0 required message_id: MessageUuid = "messageId",
        1 optional snapshot: FileHistorySnapshot = "snapshot",
        2 optional is_snapshot_update: bool = "isSnapshotUpdate",
    ],
});

/// The files that can be brought back.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileHistorySnapshot {
    /// The prompt.
    pub message_id: Option<MessageUuid>,
    /// The files, by their paths in the working directory.
    pub tracked_file_backups: Option<BTreeMap<String, FileBackup>>,
    /// When.
    pub timestamp: Option<Timestamp>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FileHistorySnapshot {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] FileHistorySnapshot {
    tags: [],
    fields: [
        0 optional message_id: MessageUuid = "messageId",
        1 optional tracked_file_backups: BTreeMap<String, FileBackup> = "trackedFileBackups",
        2 optional timestamp: Timestamp = "timestamp",
    ],
});

/// What a file was.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileBackup {
    /// The copy, in the folder `file-history` of the session; null where there was no file.
    pub backup_file_name: Maybe<String>,
    /// Which copy of the file it is.
    pub version: Option<u64>,
    /// When it was made.
    pub backup_time: Option<Timestamp>,
    /// The folder of the file.
    pub real_parent_dir: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FileBackup {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] FileBackup {
    tags: [],
    fields: [
        0 maybe backup_file_name: String = "backupFileName",
        1 optional version: u64 = "version",
        2 optional backup_time: Timestamp = "backupTime",
        3 optional real_parent_dir: String = "realParentDir",
    ],
});

/// A file that was kept before it was changed.
///
/// Wire: `type: file-history-delta`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileHistoryDeltaLine {
    /// The line with the call that changed it.
    pub message_id: Option<MessageUuid>,
    /// The prompt whose snapshot it belongs to.
    pub snapshot_message_id: Option<MessageUuid>,
    /// The file's path in the working directory.
    pub tracking_path: String,
    /// What it was.
    pub backup: Option<FileBackup>,
    /// When.
    pub timestamp: Option<Timestamp>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] FileHistoryDeltaLine {
    tags: ["type" = "file-history-delta"],
    fields: [
        0 optional message_id: MessageUuid = "messageId",
        1 optional snapshot_message_id: MessageUuid = "snapshotMessageId",
        2 required tracking_path: String = "trackingPath",
        3 optional backup: FileBackup = "backup",
        4 optional timestamp: Timestamp = "timestamp",
    ],
});

/// A state of the CLI that is not explained.
///
/// Wire: `type: atis-latch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AtisLatchLine {
    /// The state; it was seen empty.
    pub atis: String,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] AtisLatchLine {
    tags: ["type" = "atis-latch"],
    fields: [
        0 required atis: String = "atis",
        1 optional session_id: SessionId = "sessionId",
    ],
});

/// A request to the API: what it shares with others stands in lines of their own.
///
/// Wire: `type: api-request`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ApiRequestLine {
    /// Names it; assistant lines refer to it.
    pub id: String,
    /// When it was sent.
    pub timestamp: Option<Timestamp>,
    /// The version of the CLI.
    pub version: Option<String>,
    /// Who asked, as in `sdk` or `agent:builtin:Explore`.
    pub query_source: Option<String>,
    /// The `api-request-shape` with its system prompt and tools.
    pub shape_hash: Option<String>,
    /// Its other parameters.
    pub params: Option<Raw>,
    /// The earlier request whose messages it begins with.
    pub base: Option<String>,
    /// How many of those messages.
    pub keep: Option<u64>,
    /// The messages that follow, as hashes of `api-request-blob`.
    pub tail: Option<Vec<String>>,
    /// Where it may be cached.
    pub cache_control: Option<Vec<Raw>>,
    /// A hash of the whole request.
    pub request_digest: Option<String>,
    /// The subagent that asked.
    pub agent_id: Option<AgentId>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ApiRequestLine {
    tags: ["type" = "api-request"],
    fields: [
        0 required id: String = "id",
        1 optional timestamp: Timestamp = "timestamp",
        2 optional version: String = "version",
        3 optional query_source: String = "querySource",
        4 optional shape_hash: String = "shapeHash",
        5 optional params: Raw = "params",
        6 optional base: String = "base",
        7 optional keep: u64 = "keep",
        8 optional tail: Vec<String> = "tail",
        9 optional cache_control: Vec<Raw> = "cacheControl",
        10 optional request_digest: String = "requestDigest",
        11 optional agent_id: AgentId = "agentId",
        12 optional session_id: SessionId = "sessionId",
    ],
});

/// What requests to the API have in common: the system prompt and the tools.
///
/// Wire: `type: api-request-shape`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ApiRequestShapeLine {
    /// Names it.
    pub shape_hash: String,
    /// When it was written.
    pub timestamp: Option<Timestamp>,
    /// The version of the CLI.
    pub version: Option<String>,
    /// The parts of the request.
    pub shape: Option<Raw>,
    /// The subagent that asked.
    pub agent_id: Option<AgentId>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ApiRequestShapeLine {
    tags: ["type" = "api-request-shape"],
    fields: [
        0 required shape_hash: String = "shapeHash",
        1 optional timestamp: Timestamp = "timestamp",
        2 optional version: String = "version",
        3 optional shape: Raw = "shape",
        4 optional agent_id: AgentId = "agentId",
        5 optional session_id: SessionId = "sessionId",
    ],
});

/// A message of requests to the API.
///
/// Wire: `type: api-request-blob`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ApiRequestBlobLine {
    /// Names it.
    pub hash: String,
    /// The message.
    pub message: Option<Raw>,
    /// The subagent that asked.
    pub agent_id: Option<AgentId>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ApiRequestBlobLine {
    tags: ["type" = "api-request-blob"],
    fields: [
        0 required hash: String = "hash",
        1 optional message: Raw = "message",
        2 optional agent_id: AgentId = "agentId",
        3 optional session_id: SessionId = "sessionId",
    ],
});
