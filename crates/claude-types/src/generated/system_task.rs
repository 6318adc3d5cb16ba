// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Messages about tasks: subagents, commands in the background, and the items of the task list.

use super::all::*;

/// Kinds of tasks.
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
    /// A call of an MCP tool that continues in the background.
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

/// The status of a task. The last four values are final.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskStatus {
    /// The task has not begun.
    Pending,
    /// The task is running.
    Running,
    /// The task is paused.
    Paused,
    /// The task completed.
    Completed,
    /// The task failed.
    Failed,
    /// The task was stopped.
    Stopped,
    /// The task was killed.
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

/// The reason why a task was stopped, if no user or caller stopped it.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskEndReason {
    /// The process that ran the task exited, and another process took over the session.
    WorkerRestart,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(TaskEndReason {
    WorkerRestart = "worker_restart",
});

/// The start of a task: a subagent, or a command that may move to the background.
///
/// Wire: `type: system`, `subtype: task_started`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskStartedMessage {
    /// The ID of the task.
    pub task_id: TaskId,
    /// The ID of this run of the task.
    pub run_id: Option<RunId>,
    /// The tool call that started the task.
    pub tool_use_id: Option<ToolUseId>,
    /// The kind of task.
    pub task_type: Option<TaskType>,
    /// The type of the subagent, if the task is a subagent.
    pub subagent_type: Option<String>,
    /// A description of the task in a few words.
    pub description: Option<String>,
    /// The prompt of the subagent.
    pub prompt: Option<String>,
    /// True if the task runs in the background from the start.
    pub is_backgrounded: Option<bool>,
    /// The nesting depth of the subagent: 1 for subagents of the main conversation.
    pub spawn_depth: Option<u64>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// The task that started this task.
    pub parent_task_id: Option<TaskId>,
    /// The workflow of the task.
    pub workflow_name: Option<String>,
    /// True if the task should not be shown in the conversation.
    pub skip_transcript: Option<bool>,
    /// True for work of the CLI that the user did not request.
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

/// The progress of a task.
///
/// Wire: `type: system`, `subtype: task_progress`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskProgressMessage {
    /// The ID of the task.
    pub task_id: TaskId,
    /// The ID of this run of the task.
    pub run_id: Option<RunId>,
    /// The tool call that started the task.
    pub tool_use_id: Option<ToolUseId>,
    /// A description of the current step.
    pub description: Option<String>,
    /// The type of the subagent, if the task is a subagent.
    pub subagent_type: Option<String>,
    /// The usage of the task so far.
    pub usage: Option<TaskUsage>,
    /// The tool that the task called last.
    pub last_tool_name: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// A summary of the work so far, if summaries were requested.
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

/// The usage of a task.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskUsage {
    /// The tokens of all answers of the task.
    pub total_tokens: Option<u64>,
    /// The number of tool calls of the task.
    pub tool_uses: Option<u64>,
    /// The duration so far in milliseconds.
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

/// Changed fields of a task. A task may end with this message alone, so treat a final status like a notification.
///
/// Wire: `type: system`, `subtype: task_updated`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskUpdatedMessage {
    /// The ID of the task.
    pub task_id: TaskId,
    /// The ID of this run of the task.
    pub run_id: Option<RunId>,
    /// The changed fields; other fields keep their values.
    pub patch: Option<TaskPatch>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
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

/// The changed fields of a task.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskPatch {
    /// The new status.
    pub status: Option<TaskStatus>,
    /// When the task ended, in milliseconds since 1970.
    pub end_time: Option<u64>,
    /// A description of the task in a few words.
    pub description: Option<String>,
    /// The time for which the task was paused, in milliseconds.
    pub total_paused_ms: Option<u64>,
    /// The reason why the task failed.
    pub error: Option<String>,
    /// True once the task runs in the background.
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

/// The end of a task.
///
/// Wire: `type: system`, `subtype: task_notification`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskNotificationMessage {
    /// The ID of the task.
    pub task_id: TaskId,
    /// The ID of this run of the task.
    pub run_id: Option<RunId>,
    /// The tool call that started the task.
    pub tool_use_id: Option<ToolUseId>,
    /// The final status: completed, failed or stopped.
    pub status: Option<TaskStatus>,
    /// The file with the output; empty if there is none.
    pub output_file: Option<String>,
    /// The outcome of the task as a text.
    pub summary: Option<String>,
    /// The usage of the task.
    pub usage: Option<TaskUsage>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// True if the summary is the subagent's own report.
    pub summary_is_report: Option<bool>,
    /// The reason why the task was stopped, if no user or caller stopped it.
    pub reason: Option<TaskEndReason>,
    /// Resources that an MCP task returned, at most 50.
    pub resource_links: Option<Vec<ResourceLink>>,
    /// True if the task should not be shown in the conversation.
    pub skip_transcript: Option<bool>,
    /// True for work of the CLI that the user did not request.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ResourceLink {
    /// The URI of the resource.
    pub uri: Option<String>,
    /// The name of the resource.
    pub name: Option<String>,
    /// The name of the resource for display.
    pub title: Option<String>,
    /// A description of the resource.
    pub description: Option<String>,
    /// The MIME type of the resource.
    pub mime_type: Option<String>,
    /// The size of the resource in bytes.
    pub size: Option<f64>,
    /// Annotations of the server.
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

/// The set of live background tasks changed. The list is the complete set, not a difference.
///
/// Wire: `type: system`, `subtype: background_tasks_changed`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTasksChangedMessage {
    /// The live tasks in the background.
    pub tasks: Vec<BackgroundTask>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
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

/// A live task in the background.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTask {
    /// The ID of the task.
    pub task_id: TaskId,
    /// The ID of this run of the task.
    pub run_id: Option<RunId>,
    /// The kind of task.
    pub task_type: Option<TaskType>,
    /// The type of the subagent, if the task is a subagent.
    pub subagent_type: Option<String>,
    /// A description of the task in a few words.
    pub description: Option<String>,
    /// The task that started this task.
    pub parent_task_id: Option<TaskId>,
    /// True for work of the CLI that the user did not request.
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
