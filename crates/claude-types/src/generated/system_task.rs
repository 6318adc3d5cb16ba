// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! News about tasks: subagents, commands in the background, and the items of the task list.

use super::all::*;

/// Sorts of tasks.
///
/// An open set: a newer CLI may send other values. Feature: RUN-03, MSG-29.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskType {
    /// A subagent.
    ///
    /// `local_agent`. Seen on the wire.
    LocalAgent,
    /// A shell command.
    ///
    /// `local_bash`. Seen on the wire.
    LocalBash,
    /// A workflow.
    ///
    /// `local_workflow`. Seen on the wire.
    LocalWorkflow,
    /// A call of an MCP tool that goes on in the background.
    ///
    /// `mcp_task`. Declared, not seen.
    McpTask,
    /// An agent on another machine.
    ///
    /// `remote_agent`. Declared, not seen.
    RemoteAgent,
    /// A teammate in the same process.
    ///
    /// `in_process_teammate`. Declared, not seen.
    InProcessTeammate,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(TaskType {
    LocalAgent = "local_agent",
    LocalBash = "local_bash",
    LocalWorkflow = "local_workflow",
    McpTask = "mcp_task",
    RemoteAgent = "remote_agent",
    InProcessTeammate = "in_process_teammate",
});

/// How a task is. The last four are final.
///
/// An open set: a newer CLI may send other values. Feature: MSG-33.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskStatus {
    /// It has not begun.
    ///
    /// `pending`. Declared, not seen.
    Pending,
    /// It is running.
    ///
    /// `running`. Seen on the wire.
    Running,
    /// It is held up.
    ///
    /// `paused`. Declared, not seen.
    Paused,
    /// It did its work.
    ///
    /// `completed`. Seen on the wire.
    Completed,
    /// It failed.
    ///
    /// `failed`. Seen on the wire.
    Failed,
    /// It was stopped.
    ///
    /// `stopped`. Seen on the wire.
    Stopped,
    /// It was stopped by force.
    ///
    /// `killed`. Seen on the wire.
    Killed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(TaskStatus {
    Pending = "pending",
    Running = "running",
    Paused = "paused",
    Completed = "completed",
    Failed = "failed",
    Stopped = "stopped",
    Killed = "killed",
});

/// Why a task was stopped, if not by somebody.
///
/// An open set: a newer CLI may send other values. Feature: MSG-32.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskEndReason {
    /// The process that ran it ended, and another took over the session.
    ///
    /// `worker_restart`. Declared, not seen.
    WorkerRestart,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(TaskEndReason {
    WorkerRestart = "worker_restart",
});

/// A task began: a subagent, or a command that may go to the background.
///
/// Wire: `type: system`, `subtype: task_started`. Seen 9 times in the recordings. Feature: MSG-29.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskStartedMessage {
    /// The task.
    ///
    /// Required; seen 9/9.
    pub task_id: TaskId,
    /// This run of it.
    ///
    /// May be absent; seen 9/9.
    pub run_id: Option<RunId>,
    /// The tool call that started it.
    ///
    /// May be absent; seen 9/9.
    pub tool_use_id: Option<ToolUseId>,
    /// What sort of task it is.
    ///
    /// May be absent; seen 9/9.
    pub task_type: Option<TaskType>,
    /// The type of the subagent, if it is one.
    ///
    /// May be absent; seen 6/9.
    pub subagent_type: Option<String>,
    /// What it does, in a few words.
    ///
    /// May be absent; seen 9/9.
    pub description: Option<String>,
    /// What the subagent was asked to do.
    ///
    /// May be absent; seen 6/9.
    pub prompt: Option<String>,
    /// True if it runs in the background from the start.
    ///
    /// May be absent; seen 9/9.
    pub is_backgrounded: Option<bool>,
    /// How deep the subagent is nested: 1 for those of the main conversation.
    ///
    /// May be absent; seen 6/9.
    pub spawn_depth: Option<u64>,
    /// The session.
    ///
    /// May be absent; seen 9/9.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 9/9.
    pub uuid: Option<MessageUuid>,
    /// The task that started it.
    ///
    /// May be absent; declared, not seen.
    pub parent_task_id: Option<TaskId>,
    /// The workflow it belongs to.
    ///
    /// May be absent; declared, not seen.
    pub workflow_name: Option<String>,
    /// True if it is not to be shown in the conversation.
    ///
    /// May be absent; declared, not seen.
    pub skip_transcript: Option<bool>,
    /// True for work of the CLI that the user did not ask for.
    ///
    /// May be absent; declared, not seen.
    pub ambient: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(TaskStartedMessage {
    tags: ["type" = "system", "subtype" = "task_started"],
    fields: [
        0 required task_id: TaskId = "task_id",
        1 optional run_id: RunId = "run_id",
        2 optional tool_use_id: ToolUseId = "tool_use_id",
        3 optional task_type: TaskType = "task_type",
        4 optional subagent_type: String = "subagent_type",
        5 optional description: String = "description",
        6 optional prompt: String = "prompt",
        7 optional is_backgrounded: bool = "is_backgrounded",
        8 optional spawn_depth: u64 = "spawn_depth",
        9 optional session_id: SessionId = "session_id",
        10 optional uuid: MessageUuid = "uuid",
        11 optional parent_task_id: TaskId = "parent_task_id",
        12 optional workflow_name: String = "workflow_name",
        13 optional skip_transcript: bool = "skip_transcript",
        14 optional ambient: bool = "ambient",
    ],
});

/// A task goes on.
///
/// Wire: `type: system`, `subtype: task_progress`. Seen 6 times in the recordings. Feature: MSG-30.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskProgressMessage {
    /// The task.
    ///
    /// Required; seen 6/6.
    pub task_id: TaskId,
    /// This run of it.
    ///
    /// May be absent; seen 6/6.
    pub run_id: Option<RunId>,
    /// The tool call that started it.
    ///
    /// May be absent; seen 6/6.
    pub tool_use_id: Option<ToolUseId>,
    /// What it is doing now.
    ///
    /// May be absent; seen 6/6.
    pub description: Option<String>,
    /// The type of the subagent, if it is one.
    ///
    /// May be absent; seen 6/6.
    pub subagent_type: Option<String>,
    /// What it has consumed so far.
    ///
    /// May be absent; seen 6/6.
    pub usage: Option<TaskUsage>,
    /// The tool it called last.
    ///
    /// May be absent; seen 6/6.
    pub last_tool_name: Option<String>,
    /// The session.
    ///
    /// May be absent; seen 6/6.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 6/6.
    pub uuid: Option<MessageUuid>,
    /// What it has done so far, if summaries were asked for.
    ///
    /// May be absent; declared, not seen.
    pub summary: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(TaskProgressMessage {
    tags: ["type" = "system", "subtype" = "task_progress"],
    fields: [
        0 required task_id: TaskId = "task_id",
        1 optional run_id: RunId = "run_id",
        2 optional tool_use_id: ToolUseId = "tool_use_id",
        3 optional description: String = "description",
        4 optional subagent_type: String = "subagent_type",
        5 optional usage: TaskUsage = "usage",
        6 optional last_tool_name: String = "last_tool_name",
        7 optional session_id: SessionId = "session_id",
        8 optional uuid: MessageUuid = "uuid",
        9 optional summary: String = "summary",
    ],
});

/// What a task has consumed.
///
/// Seen 11 times in the recordings. Feature: MSG-30.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskUsage {
    /// Tokens of all its answers.
    ///
    /// May be absent; seen 11/11.
    pub total_tokens: Option<u64>,
    /// Tools it has called.
    ///
    /// May be absent; seen 11/11.
    pub tool_uses: Option<u64>,
    /// How long it has run, in milliseconds.
    ///
    /// May be absent; seen 11/11.
    pub duration_ms: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskUsage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(TaskUsage {
    tags: [],
    fields: [
        0 optional total_tokens: u64 = "total_tokens",
        1 optional tool_uses: u64 = "tool_uses",
        2 optional duration_ms: u64 = "duration_ms",
    ],
});

/// Facts about a task changed. A task may end with this message alone, so its status counts as much as a notification.
///
/// Wire: `type: system`, `subtype: task_updated`. Seen 9 times in the recordings. Feature: MSG-31.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskUpdatedMessage {
    /// The task.
    ///
    /// Required; seen 9/9.
    pub task_id: TaskId,
    /// This run of it.
    ///
    /// May be absent; seen 9/9.
    pub run_id: Option<RunId>,
    /// What changed; other facts stay as they were.
    ///
    /// May be absent; seen 9/9.
    pub patch: Option<TaskPatch>,
    /// The session.
    ///
    /// May be absent; seen 9/9.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 9/9.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(TaskUpdatedMessage {
    tags: ["type" = "system", "subtype" = "task_updated"],
    fields: [
        0 required task_id: TaskId = "task_id",
        1 optional run_id: RunId = "run_id",
        2 optional patch: TaskPatch = "patch",
        3 optional session_id: SessionId = "session_id",
        4 optional uuid: MessageUuid = "uuid",
    ],
});

/// What changed about a task.
///
/// Seen 9 times in the recordings. Feature: MSG-31.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskPatch {
    /// How it is now.
    ///
    /// May be absent; seen 8/9.
    pub status: Option<TaskStatus>,
    /// When it ended, in milliseconds since 1970.
    ///
    /// May be absent; seen 8/9.
    pub end_time: Option<u64>,
    /// What it does, in a few words.
    ///
    /// May be absent; declared, not seen.
    pub description: Option<String>,
    /// How long it was paused, in milliseconds.
    ///
    /// May be absent; declared, not seen.
    pub total_paused_ms: Option<u64>,
    /// Why it failed.
    ///
    /// May be absent; declared, not seen.
    pub error: Option<String>,
    /// True once it runs in the background.
    ///
    /// May be absent; seen 1/9.
    pub is_backgrounded: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskPatch {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(TaskPatch {
    tags: [],
    fields: [
        0 optional status: TaskStatus = "status",
        1 optional end_time: u64 = "end_time",
        2 optional description: String = "description",
        3 optional total_paused_ms: u64 = "total_paused_ms",
        4 optional error: String = "error",
        5 optional is_backgrounded: bool = "is_backgrounded",
    ],
});

/// A task ended.
///
/// Wire: `type: system`, `subtype: task_notification`. Seen 9 times in the recordings. Feature: MSG-32, MSG-33.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskNotificationMessage {
    /// The task.
    ///
    /// Required; seen 9/9.
    pub task_id: TaskId,
    /// This run of it.
    ///
    /// May be absent; seen 9/9.
    pub run_id: Option<RunId>,
    /// The tool call that started it.
    ///
    /// May be absent; seen 9/9.
    pub tool_use_id: Option<ToolUseId>,
    /// How it ended: completed, failed or stopped.
    ///
    /// May be absent; seen 9/9.
    pub status: Option<TaskStatus>,
    /// The file with its output; empty where there is none.
    ///
    /// May be absent; seen 9/9.
    pub output_file: Option<String>,
    /// What came of it, in words.
    ///
    /// May be absent; seen 9/9.
    pub summary: Option<String>,
    /// What it consumed.
    ///
    /// May be absent; seen 5/9.
    pub usage: Option<TaskUsage>,
    /// The session.
    ///
    /// May be absent; seen 9/9.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 9/9.
    pub uuid: Option<MessageUuid>,
    /// True where the summary is the subagent's own report.
    ///
    /// May be absent; seen 2/9.
    pub summary_is_report: Option<bool>,
    /// Why it was stopped, if not by somebody.
    ///
    /// May be absent; declared, not seen.
    pub reason: Option<TaskEndReason>,
    /// Resources that an MCP task gave back, at most 50.
    ///
    /// May be absent; declared, not seen.
    pub resource_links: Option<Vec<ResourceLink>>,
    /// True if it is not to be shown in the conversation.
    ///
    /// May be absent; declared, not seen.
    pub skip_transcript: Option<bool>,
    /// True for work of the CLI that the user did not ask for.
    ///
    /// May be absent; declared, not seen.
    pub ambient: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(TaskNotificationMessage {
    tags: ["type" = "system", "subtype" = "task_notification"],
    fields: [
        0 required task_id: TaskId = "task_id",
        1 optional run_id: RunId = "run_id",
        2 optional tool_use_id: ToolUseId = "tool_use_id",
        3 optional status: TaskStatus = "status",
        4 optional output_file: String = "output_file",
        5 optional summary: String = "summary",
        6 optional usage: TaskUsage = "usage",
        7 optional session_id: SessionId = "session_id",
        8 optional uuid: MessageUuid = "uuid",
        9 optional summary_is_report: bool = "summary_is_report",
        10 optional reason: TaskEndReason = "reason",
        11 optional resource_links: Vec<ResourceLink> = "resource_links",
        12 optional skip_transcript: bool = "skip_transcript",
        13 optional ambient: bool = "ambient",
    ],
});

/// A resource of an MCP server that a result refers to.
///
/// Declared, not seen. Feature: MSG-32.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ResourceLink {
    /// Its address.
    ///
    /// May be absent; declared, not seen.
    pub uri: Option<String>,
    /// Its name.
    ///
    /// May be absent; declared, not seen.
    pub name: Option<String>,
    /// Its name, fit for display.
    ///
    /// May be absent; declared, not seen.
    pub title: Option<String>,
    /// What it is.
    ///
    /// May be absent; declared, not seen.
    pub description: Option<String>,
    /// Its media type.
    ///
    /// Wire: `mimeType`. May be absent; declared, not seen.
    pub mime_type: Option<String>,
    /// Its size in bytes.
    ///
    /// May be absent; declared, not seen.
    pub size: Option<f64>,
    /// Remarks of the server.
    ///
    /// May be absent; declared, not seen.
    pub annotations: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ResourceLink {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ResourceLink {
    tags: [],
    fields: [
        0 optional uri: String = "uri",
        1 optional name: String = "name",
        2 optional title: String = "title",
        3 optional description: String = "description",
        4 optional mime_type: String = "mimeType",
        5 optional size: f64 = "size",
        6 optional annotations: Raw = "annotations",
    ],
});

/// The set of live background tasks changed. The list is the whole set, not a difference.
///
/// Wire: `type: system`, `subtype: background_tasks_changed`. Seen 13 times in the recordings. Feature: MSG-34.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTasksChangedMessage {
    /// The tasks that are alive in the background.
    ///
    /// Required; seen 13/13.
    pub tasks: Vec<BackgroundTask>,
    /// The session.
    ///
    /// May be absent; seen 13/13.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 13/13.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(BackgroundTasksChangedMessage {
    tags: ["type" = "system", "subtype" = "background_tasks_changed"],
    fields: [
        0 required tasks: Vec<BackgroundTask> = "tasks",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// A task that is alive in the background.
///
/// Seen 5 times in the recordings. Feature: MSG-34.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTask {
    /// The task.
    ///
    /// Required; seen 5/5.
    pub task_id: TaskId,
    /// This run of it.
    ///
    /// May be absent; seen 5/5.
    pub run_id: Option<RunId>,
    /// What sort of task it is.
    ///
    /// May be absent; seen 5/5.
    pub task_type: Option<TaskType>,
    /// The type of the subagent, if it is one.
    ///
    /// May be absent; seen 3/5.
    pub subagent_type: Option<String>,
    /// What it does, in a few words.
    ///
    /// May be absent; seen 5/5.
    pub description: Option<String>,
    /// The task that started it.
    ///
    /// May be absent; declared, not seen.
    pub parent_task_id: Option<TaskId>,
    /// True for work of the CLI that the user did not ask for.
    ///
    /// May be absent; declared, not seen.
    pub ambient: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(BackgroundTask {
    tags: [],
    fields: [
        0 required task_id: TaskId = "task_id",
        1 optional run_id: RunId = "run_id",
        2 optional task_type: TaskType = "task_type",
        3 optional subagent_type: String = "subagent_type",
        4 optional description: String = "description",
        5 optional parent_task_id: TaskId = "parent_task_id",
        6 optional ambient: bool = "ambient",
    ],
});
