// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Lines of session files that hold the state of a session: titles, costs, queues, backups of files. For most of them, only the last line of a kind counts.

use super::all::*;

/// An operation on the queue of prompts.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QueueOperation {
    /// The prompt was queued.
    Enqueue,
    /// The prompt was taken from the queue to run.
    Dequeue,
    /// The prompt was removed.
    Remove,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] QueueOperation {
    Enqueue = "enqueue",
    Dequeue = "dequeue",
    Remove = "remove",
});

/// The reason why a prompt was removed from the queue.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QueueRemovalReason {
    /// The prompt was added to the running turn.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SummaryLine {
    /// The summary.
    pub summary: String,
    /// The last line that the summary covers.
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

/// The title that a user or caller gave the session.
///
/// Wire: `type: custom-title`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CustomTitleLine {
    /// The title.
    pub custom_title: String,
    /// The ID of the line, if an SDK wrote it.
    pub uuid: Option<MessageUuid>,
    /// The time at which the line was written, if an SDK wrote it.
    pub timestamp: Option<Timestamp>,
    /// The ID of the session.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AiTitleLine {
    /// The title.
    pub ai_title: String,
    /// The ID of the session.
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

/// The name under which other sessions know this session.
///
/// Wire: `type: agent-name`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AgentNameLine {
    /// The name.
    pub agent_name: String,
    /// The ID of the session.
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

/// A tag that a user or caller put on the session.
///
/// Wire: `type: tag`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TagLine {
    /// The tag; empty if it was removed.
    pub tag: String,
    /// The ID of the line, if an SDK wrote it.
    pub uuid: Option<MessageUuid>,
    /// The time at which the line was written, if an SDK wrote it.
    pub timestamp: Option<Timestamp>,
    /// The ID of the session.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ModeLine {
    /// The mode, as in `normal`.
    pub mode: String,
    /// The ID of the session.
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

/// The last prompt, and where the conversation ends. Lists of sessions use this line instead of the whole file.
///
/// Wire: `type: last-prompt`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct LastPromptLine {
    /// The prompt.
    pub last_prompt: Option<String>,
    /// The last line of the conversation.
    pub leaf_uuid: Option<MessageUuid>,
    /// The ID of the session.
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

/// A change of the queue of prompts.
///
/// Wire: `type: queue-operation`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct QueueOperationLine {
    /// The operation on the prompt.
    pub operation: QueueOperation,
    /// The time of the operation.
    pub timestamp: Option<Timestamp>,
    /// The prompt.
    pub content: Option<Content>,
    /// The reason why the prompt was removed.
    pub reason: Option<QueueRemovalReason>,
    /// The ID of the prompt.
    pub command_uuid: Option<MessageUuid>,
    /// The ID of the delivery into the conversation.
    pub delivery_id: Option<String>,
    /// The ID of the session.
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

/// The cost of the session so far.
///
/// Wire: `type: cost-state`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CostStateLine {
    /// The cost in US dollars, as computed by the CLI. Wire: `totalCostUSD`.
    pub total_cost_usd: Option<f64>,
    /// The time spent in the API, in milliseconds. Wire: `totalAPIDuration`.
    pub total_api_duration: Option<u64>,
    /// The time spent in the API without failed attempts, in milliseconds. Wire: `totalAPIDurationWithoutRetries`.
    pub total_api_duration_without_retries: Option<u64>,
    /// The time spent in tools, in milliseconds.
    pub total_tool_duration: Option<u64>,
    /// The number of lines added to files.
    pub total_lines_added: Option<u64>,
    /// The number of lines removed from files.
    pub total_lines_removed: Option<u64>,
    /// The time for which the session was open, in milliseconds.
    pub total_duration: Option<u64>,
    /// When the session was opened, in milliseconds since 1970.
    pub start_time: Option<u64>,
    /// The usage of each model.
    pub model_usage: Option<BTreeMap<String, ModelUsage>>,
    /// True if the price of a model is unknown.
    pub has_unknown_model_cost: Option<bool>,
    /// The ID of the session.
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

/// The tools that have been called so far.
///
/// Wire: `type: tools-used`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolsUsedLine {
    /// The names of the tools.
    pub tools: Vec<String>,
    /// The ID of the session.
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

/// A move of the session to another directory.
///
/// Wire: `type: relocated`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RelocatedLine {
    /// The new directory.
    pub relocated_cwd: String,
    /// The ID of the session.
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

/// The session has entered or left a git worktree.
///
/// Wire: `type: worktree-state`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WorktreeStateLine {
    /// The worktree; null if the session has left it.
    pub worktree_session: Option<WorktreeSession>,
    /// The ID of the session.
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

/// The git worktree of a session.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WorktreeSession {
    /// The working directory before the session entered the worktree.
    pub original_cwd: Option<String>,
    /// The working directory at the start of the session.
    pub pre_enter_original_cwd: Option<String>,
    /// The directory of the worktree.
    pub worktree_path: Option<String>,
    /// The name of the worktree.
    pub worktree_name: Option<String>,
    /// The branch of the worktree.
    pub worktree_branch: Option<String>,
    /// The branch before the session entered the worktree.
    pub original_branch: Option<String>,
    /// The commit before the session entered the worktree.
    pub original_head_commit: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The directory in which the project's own settings are searched.
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

/// The files that can be restored, as of a prompt.
///
/// Wire: `type: file-history-snapshot`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FileHistorySnapshotLine {
    /// The prompt.
    pub message_id: MessageUuid,
    /// The files.
    pub snapshot: Option<FileHistorySnapshot>,
    /// True if this snapshot replaces an earlier one.
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

/// The files that can be restored.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FileHistorySnapshot {
    /// The prompt.
    pub message_id: Option<MessageUuid>,
    /// The files, by their paths in the working directory.
    pub tracked_file_backups: Option<BTreeMap<String, FileBackup>>,
    /// The time of the snapshot.
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

/// A backup of a file.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FileBackup {
    /// The copy in the directory `file-history` of the session; null if the file did not exist.
    pub backup_file_name: Maybe<String>,
    /// The number of the copy.
    pub version: Option<u64>,
    /// The time at which the copy was made.
    pub backup_time: Option<Timestamp>,
    /// The directory of the file.
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

/// The backup of a file before a change.
///
/// Wire: `type: file-history-delta`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FileHistoryDeltaLine {
    /// The line with the call that changed the file.
    pub message_id: Option<MessageUuid>,
    /// The prompt of the snapshot that the backup belongs to.
    pub snapshot_message_id: Option<MessageUuid>,
    /// The path of the file in the working directory.
    pub tracking_path: String,
    /// The backup.
    pub backup: Option<FileBackup>,
    /// The time of the backup.
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

/// A state of the CLI. Not explained.
///
/// Wire: `type: atis-latch`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AtisLatchLine {
    /// The state; seen empty.
    pub atis: String,
    /// The ID of the session.
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

/// A request to the API. The parts that it shares with other requests are in separate lines.
///
/// Wire: `type: api-request`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ApiRequestLine {
    /// The ID of the request, to which assistant lines refer.
    pub id: String,
    /// The time at which the request was sent.
    pub timestamp: Option<Timestamp>,
    /// The version of the CLI.
    pub version: Option<String>,
    /// The source of the request, as in `sdk` or `agent:builtin:Explore`.
    pub query_source: Option<String>,
    /// The `api-request-shape` with its system prompt and tools.
    pub shape_hash: Option<String>,
    /// The other parameters of the request.
    pub params: Option<Raw>,
    /// The earlier request whose messages this request begins with.
    pub base: Option<String>,
    /// The number of those messages.
    pub keep: Option<u64>,
    /// The messages that follow, as hashes of `api-request-blob`.
    pub tail: Option<Vec<String>>,
    /// The positions of cache control.
    pub cache_control: Option<Vec<Raw>>,
    /// A hash of the whole request.
    pub request_digest: Option<String>,
    /// The subagent that made the request.
    pub agent_id: Option<AgentId>,
    /// The ID of the session.
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

/// The parts that requests to the API have in common: the system prompt and the tools.
///
/// Wire: `type: api-request-shape`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ApiRequestShapeLine {
    /// The hash that identifies the shape.
    pub shape_hash: String,
    /// The time at which the line was written.
    pub timestamp: Option<Timestamp>,
    /// The version of the CLI.
    pub version: Option<String>,
    /// The parts of the request.
    pub shape: Option<Raw>,
    /// The subagent that made the request.
    pub agent_id: Option<AgentId>,
    /// The ID of the session.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ApiRequestBlobLine {
    /// The hash that identifies the message.
    pub hash: String,
    /// The message.
    pub message: Option<Raw>,
    /// The subagent that made the request.
    pub agent_id: Option<AgentId>,
    /// The ID of the session.
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
