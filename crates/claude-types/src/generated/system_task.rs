// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! News about tasks: subagents, commands in the background, and the items of the task list.

use super::all::*;

/// Sorts of tasks.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskType {
    /// A subagent.
    LocalAgent,
    /// A shell command.
    LocalBash,
    /// A workflow.
    LocalWorkflow,
    /// A call of an MCP tool that goes on in the background.
    McpTask,
    /// An agent on another machine.
    RemoteAgent,
    /// A teammate in the same process.
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
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskStatus {
    /// It has not begun.
    Pending,
    /// It is running.
    Running,
    /// It is held up.
    Paused,
    /// It did its work.
    Completed,
    /// It failed.
    Failed,
    /// It was stopped.
    Stopped,
    /// It was stopped by force.
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
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskEndReason {
    /// The process that ran it ended, and another took over the session.
    WorkerRestart,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(TaskEndReason {
    WorkerRestart = "worker_restart",
});

/// A task began: a subagent, or a command that may go to the background.
///
/// Wire: `type: system`, `subtype: task_started`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskStartedMessage {
    /// The task.
    pub task_id: TaskId,
    /// This run of it.
    pub run_id: Option<RunId>,
    /// The tool call that started it.
    pub tool_use_id: Option<ToolUseId>,
    /// What sort of task it is.
    pub task_type: Option<TaskType>,
    /// The type of the subagent, if it is one.
    pub subagent_type: Option<String>,
    /// What it does, in a few words.
    pub description: Option<String>,
    /// What the subagent was asked to do.
    pub prompt: Option<String>,
    /// True if it runs in the background from the start.
    pub is_backgrounded: Option<bool>,
    /// How deep the subagent is nested: 1 for those of the main conversation.
    pub spawn_depth: Option<u64>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// The task that started it.
    pub parent_task_id: Option<TaskId>,
    /// The workflow it belongs to.
    pub workflow_name: Option<String>,
    /// True if it is not to be shown in the conversation.
    pub skip_transcript: Option<bool>,
    /// True for work of the CLI that the user did not ask for.
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
/// Wire: `type: system`, `subtype: task_progress`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskProgressMessage {
    /// The task.
    pub task_id: TaskId,
    /// This run of it.
    pub run_id: Option<RunId>,
    /// The tool call that started it.
    pub tool_use_id: Option<ToolUseId>,
    /// What it is doing now.
    pub description: Option<String>,
    /// The type of the subagent, if it is one.
    pub subagent_type: Option<String>,
    /// What it has consumed so far.
    pub usage: Option<TaskUsage>,
    /// The tool it called last.
    pub last_tool_name: Option<String>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// What it has done so far, if summaries were asked for.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskUsage {
    /// Tokens of all its answers.
    pub total_tokens: Option<u64>,
    /// Tools it has called.
    pub tool_uses: Option<u64>,
    /// How long it has run, in milliseconds.
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
/// Wire: `type: system`, `subtype: task_updated`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskUpdatedMessage {
    /// The task.
    pub task_id: TaskId,
    /// This run of it.
    pub run_id: Option<RunId>,
    /// What changed; other facts stay as they were.
    pub patch: Option<TaskPatch>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskPatch {
    /// How it is now.
    pub status: Option<TaskStatus>,
    /// When it ended, in milliseconds since 1970.
    pub end_time: Option<u64>,
    /// What it does, in a few words.
    pub description: Option<String>,
    /// How long it was paused, in milliseconds.
    pub total_paused_ms: Option<u64>,
    /// Why it failed.
    pub error: Option<String>,
    /// True once it runs in the background.
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
/// Wire: `type: system`, `subtype: task_notification`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskNotificationMessage {
    /// The task.
    pub task_id: TaskId,
    /// This run of it.
    pub run_id: Option<RunId>,
    /// The tool call that started it.
    pub tool_use_id: Option<ToolUseId>,
    /// How it ended: completed, failed or stopped.
    pub status: Option<TaskStatus>,
    /// The file with its output; empty where there is none.
    pub output_file: Option<String>,
    /// What came of it, in words.
    pub summary: Option<String>,
    /// What it consumed.
    pub usage: Option<TaskUsage>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// True where the summary is the subagent's own report.
    pub summary_is_report: Option<bool>,
    /// Why it was stopped, if not by somebody.
    pub reason: Option<TaskEndReason>,
    /// Resources that an MCP task gave back, at most 50.
    pub resource_links: Option<Vec<ResourceLink>>,
    /// True if it is not to be shown in the conversation.
    pub skip_transcript: Option<bool>,
    /// True for work of the CLI that the user did not ask for.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ResourceLink {
    /// Its address.
    pub uri: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Its name, fit for display.
    pub title: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// Its media type.
    pub mime_type: Option<String>,
    /// Its size in bytes.
    pub size: Option<f64>,
    /// Remarks of the server.
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
/// Wire: `type: system`, `subtype: background_tasks_changed`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTasksChangedMessage {
    /// The tasks that are alive in the background.
    pub tasks: Vec<BackgroundTask>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTask {
    /// The task.
    pub task_id: TaskId,
    /// This run of it.
    pub run_id: Option<RunId>,
    /// What sort of task it is.
    pub task_type: Option<TaskType>,
    /// The type of the subagent, if it is one.
    pub subagent_type: Option<String>,
    /// What it does, in a few words.
    pub description: Option<String>,
    /// The task that started it.
    pub parent_task_id: Option<TaskId>,
    /// True for work of the CLI that the user did not ask for.
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
