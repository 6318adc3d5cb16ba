// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Hook inputs about the environment of a session: files and directories, worktrees, task lists, teammates, and elicitations of MCP servers.

use super::all::*;

/// The location of settings that changed.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConfigSource {
    /// The user's settings.
    UserSettings,
    /// The project's settings.
    ProjectSettings,
    /// The project's settings that are not shared.
    LocalSettings,
    /// The organisation's settings.
    PolicySettings,
    /// The skills.
    Skills,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ConfigSource {
    UserSettings = "user_settings",
    ProjectSettings = "project_settings",
    LocalSettings = "local_settings",
    PolicySettings = "policy_settings",
    Skills = "skills",
});

/// The scope of an instructions file.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InstructionsScope {
    /// The user's instructions.
    User,
    /// The project's instructions.
    Project,
    /// The project's instructions that are not shared.
    Local,
    /// The organisation's instructions.
    Managed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(InstructionsScope {
    User = "User",
    Project = "Project",
    Local = "Local",
    Managed = "Managed",
});

/// The reason why an instructions file was read.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InstructionsLoadReason {
    /// The session started.
    SessionStart,
    /// A file in its directory, or below, was used.
    NestedTraversal,
    /// A file that matches its patterns was used.
    PathGlobMatch,
    /// Another instructions file includes it.
    Include,
    /// The context was compacted.
    Compact,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] InstructionsLoadReason {
    SessionStart = "session_start",
    NestedTraversal = "nested_traversal",
    PathGlobMatch = "path_glob_match",
    Include = "include",
    Compact = "compact",
});

/// The kind of change to a watched file.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileChange {
    /// The file's content has changed.
    Change,
    /// The file was created.
    Add,
    /// The file was deleted.
    Unlink,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FileChange {
    Change = "change",
    Add = "add",
    Unlink = "unlink",
});

/// The party that added a working directory.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DirectoryAddedSource {
    /// The user, with the command `/add-dir`.
    SlashCommand,
    /// The host, with a control request.
    RegisterRepoRoot,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] DirectoryAddedSource {
    SlashCommand = "slash_command",
    RegisterRepoRoot = "register_repo_root",
});

/// The input of a `ConfigChange` hook: a settings file has changed.
///
/// Wire: `hook_event_name: ConfigChange`.
///
/// The input of hooks of the event `ConfigChange`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ConfigChangeInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The kind of settings.
    pub source: Option<ConfigSource>,
    /// The file.
    pub file_path: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ConfigChangeInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ConfigChangeInput {
    tags: ["hook_event_name" = "ConfigChange"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional source: ConfigSource = "source",
        9 optional file_path: String = "file_path",
    ],
});

/// The input of an `InstructionsLoaded` hook: an instructions file, such as CLAUDE.md, was read.
///
/// Wire: `hook_event_name: InstructionsLoaded`.
///
/// The input of hooks of the event `InstructionsLoaded`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InstructionsLoadedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The file.
    pub file_path: String,
    /// The scope of the instructions.
    pub memory_type: Option<InstructionsScope>,
    /// The reason why the file was read.
    pub load_reason: Option<InstructionsLoadReason>,
    /// The path patterns that the file applies to.
    pub globs: Option<Vec<String>>,
    /// The file whose use caused the read.
    pub trigger_file_path: Option<String>,
    /// The file that includes it.
    pub parent_file_path: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] InstructionsLoadedInput {
    tags: ["hook_event_name" = "InstructionsLoaded"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required file_path: String = "file_path",
        9 optional memory_type: InstructionsScope = "memory_type",
        10 optional load_reason: InstructionsLoadReason = "load_reason",
        11 optional globs: Vec<String> = "globs",
        12 optional trigger_file_path: String = "trigger_file_path",
        13 optional parent_file_path: String = "parent_file_path",
    ],
});

/// The input of a `CwdChanged` hook: the working directory has changed.
///
/// Wire: `hook_event_name: CwdChanged`.
///
/// The input of hooks of the event `CwdChanged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CwdChangedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The old working directory.
    pub old_cwd: Option<String>,
    /// The new working directory.
    pub new_cwd: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] CwdChangedInput {
    tags: ["hook_event_name" = "CwdChanged"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional old_cwd: String = "old_cwd",
        9 required new_cwd: String = "new_cwd",
    ],
});

/// The input of a `FileChanged` hook: a watched file has changed.
///
/// Wire: `hook_event_name: FileChanged`.
///
/// The input of hooks of the event `FileChanged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FileChangedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The file.
    pub file_path: String,
    /// The kind of change.
    pub event: Option<FileChange>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] FileChangedInput {
    tags: ["hook_event_name" = "FileChanged"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required file_path: String = "file_path",
        9 optional event: FileChange = "event",
    ],
});

/// The input of a `DirectoryAdded` hook: a working directory was added.
///
/// Wire: `hook_event_name: DirectoryAdded`.
///
/// The input of hooks of the event `DirectoryAdded`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct DirectoryAddedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The absolute path of the directory.
    pub directory: String,
    /// The party that added the directory.
    pub source: Option<DirectoryAddedSource>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] DirectoryAddedInput {
    tags: ["hook_event_name" = "DirectoryAdded"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required directory: String = "directory",
        9 optional source: DirectoryAddedSource = "source",
    ],
});

/// The input of a `WorktreeCreate` hook: a worktree is requested.
///
/// Wire: `hook_event_name: WorktreeCreate`.
///
/// The input of hooks of the event `WorktreeCreate`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WorktreeCreateInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The name for the worktree.
    pub name: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] WorktreeCreateInput {
    tags: ["hook_event_name" = "WorktreeCreate"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required name: String = "name",
    ],
});

/// The input of a `WorktreeRemove` hook: a worktree is to be removed.
///
/// Wire: `hook_event_name: WorktreeRemove`.
///
/// The input of hooks of the event `WorktreeRemove`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WorktreeRemoveInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The path of the worktree.
    pub worktree_path: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] WorktreeRemoveInput {
    tags: ["hook_event_name" = "WorktreeRemove"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required worktree_path: String = "worktree_path",
    ],
});

/// The input of a `TaskCreated` hook: a task is about to be added to the task list.
///
/// Wire: `hook_event_name: TaskCreated`.
///
/// The input of hooks of the event `TaskCreated`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskCreatedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The number of the task on the list, such as `1`. It is not the ID of a background task.
    pub task_id: Option<String>,
    /// The short description of the task.
    pub task_subject: Option<String>,
    /// The full description of the task.
    pub task_description: Option<String>,
    /// The teammate that the task is assigned to.
    pub teammate_name: Option<String>,
    /// The team. The vendor plans to remove this field.
    pub team_name: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskCreatedInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] TaskCreatedInput {
    tags: ["hook_event_name" = "TaskCreated"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional task_id: String = "task_id",
        9 optional task_subject: String = "task_subject",
        10 optional task_description: String = "task_description",
        11 optional teammate_name: String = "teammate_name",
        12 optional team_name: String = "team_name",
    ],
});

/// The input of a `TaskCompleted` hook: a task of the task list is about to be completed.
///
/// Wire: `hook_event_name: TaskCompleted`.
///
/// The input of hooks of the event `TaskCompleted`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskCompletedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The number of the task on the list, such as `1`. It is not the ID of a background task.
    pub task_id: Option<String>,
    /// The short description of the task.
    pub task_subject: Option<String>,
    /// The full description of the task.
    pub task_description: Option<String>,
    /// The teammate that the task is assigned to.
    pub teammate_name: Option<String>,
    /// The team. The vendor plans to remove this field.
    pub team_name: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskCompletedInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] TaskCompletedInput {
    tags: ["hook_event_name" = "TaskCompleted"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional task_id: String = "task_id",
        9 optional task_subject: String = "task_subject",
        10 optional task_description: String = "task_description",
        11 optional teammate_name: String = "teammate_name",
        12 optional team_name: String = "team_name",
    ],
});

/// The input of a `TeammateIdle` hook: a teammate is idle.
///
/// Wire: `hook_event_name: TeammateIdle`.
///
/// The input of hooks of the event `TeammateIdle`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TeammateIdleInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The teammate.
    pub teammate_name: Option<String>,
    /// The team. The vendor plans to remove this field.
    pub team_name: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TeammateIdleInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] TeammateIdleInput {
    tags: ["hook_event_name" = "TeammateIdle"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional teammate_name: String = "teammate_name",
        9 optional team_name: String = "team_name",
    ],
});

/// The input of an `Elicitation` hook: an MCP server requests input of the user.
///
/// Wire: `hook_event_name: Elicitation`.
///
/// The input of hooks of the event `Elicitation`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ElicitationInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The MCP server that sent the request.
    pub mcp_server_name: Option<String>,
    /// The text for the user.
    pub message: String,
    /// The kind of elicitation.
    pub mode: Option<ElicitationMode>,
    /// The address to open.
    pub url: Option<String>,
    /// The ID of the elicitation.
    pub elicitation_id: Option<String>,
    /// The JSON Schema of the form.
    pub requested_schema: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ElicitationInput {
    tags: ["hook_event_name" = "Elicitation"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional mcp_server_name: String = "mcp_server_name",
        9 required message: String = "message",
        10 optional mode: ElicitationMode = "mode",
        11 optional url: String = "url",
        12 optional elicitation_id: String = "elicitation_id",
        13 optional requested_schema: Raw = "requested_schema",
    ],
});

/// The input of an `ElicitationResult` hook: the user has replied to an elicitation, and the reply is about to be sent to the MCP server.
///
/// Wire: `hook_event_name: ElicitationResult`.
///
/// The input of hooks of the event `ElicitationResult`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ElicitationResultInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The MCP server that sent the request.
    pub mcp_server_name: Option<String>,
    /// The ID of the elicitation.
    pub elicitation_id: Option<String>,
    /// The kind of elicitation.
    pub mode: Option<ElicitationMode>,
    /// The user's decision.
    pub action: ElicitationAction,
    /// The filled-in form.
    pub content: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ElicitationResultInput {
    tags: ["hook_event_name" = "ElicitationResult"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional mcp_server_name: String = "mcp_server_name",
        9 optional elicitation_id: String = "elicitation_id",
        10 optional mode: ElicitationMode = "mode",
        11 required action: ElicitationAction = "action",
        12 optional content: Raw = "content",
    ],
});
