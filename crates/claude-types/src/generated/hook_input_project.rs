// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! What hooks are told about what surrounds a session: files and directories, worktrees, task lists, teammates, and questions of MCP servers.

use super::all::*;

/// Where settings that changed are kept.
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
    /// The settings of the organisation.
    PolicySettings,
    /// Skills.
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

/// Whose instructions a file holds.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InstructionsScope {
    /// The user's.
    User,
    /// The project's.
    Project,
    /// The project's, but not shared.
    Local,
    /// The organisation's.
    Managed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] InstructionsScope {
    User = "User",
    Project = "Project",
    Local = "Local",
    Managed = "Managed",
});

/// Why a file of instructions was read.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InstructionsLoadReason {
    /// The session began.
    SessionStart,
    /// A file in its directory, or below, was used.
    NestedTraversal,
    /// A file that its patterns name was used.
    PathGlobMatch,
    /// Another file of instructions includes it.
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

/// What became of a watched file.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileChange {
    /// It has another content.
    Change,
    /// It is new.
    Add,
    /// It is gone.
    Unlink,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FileChange {
    Change = "change",
    Add = "add",
    Unlink = "unlink",
});

/// Who added a working directory.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DirectoryAddedSource {
    /// The user, by the command `/add-dir`.
    SlashCommand,
    /// The host, by a control request.
    RegisterRepoRoot,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] DirectoryAddedSource {
    SlashCommand = "slash_command",
    RegisterRepoRoot = "register_repo_root",
});

/// A settings file has changed.
///
/// Wire: `hook_event_name: ConfigChange`.
///
/// The input of hooks of the event `ConfigChange`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConfigChangeInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// Which settings.
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

/// A file of instructions, such as CLAUDE.md, was read.
///
/// Wire: `hook_event_name: InstructionsLoaded`.
///
/// The input of hooks of the event `InstructionsLoaded`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InstructionsLoadedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The file.
    pub file_path: String,
    /// Whose instructions they are.
    pub memory_type: Option<InstructionsScope>,
    /// Why it was read.
    pub load_reason: Option<InstructionsLoadReason>,
    /// The patterns of paths that the file is about.
    pub globs: Option<Vec<String>>,
    /// The file whose use led to it.
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

/// The working directory has changed.
///
/// Wire: `hook_event_name: CwdChanged`.
///
/// The input of hooks of the event `CwdChanged`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CwdChangedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The old one.
    pub old_cwd: Option<String>,
    /// The new one.
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

/// A watched file has changed.
///
/// Wire: `hook_event_name: FileChanged`.
///
/// The input of hooks of the event `FileChanged`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileChangedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The file.
    pub file_path: String,
    /// What became of it.
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

/// A working directory was added.
///
/// Wire: `hook_event_name: DirectoryAdded`.
///
/// The input of hooks of the event `DirectoryAdded`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DirectoryAddedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// Its absolute path.
    pub directory: String,
    /// Who added it.
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

/// A worktree is wanted.
///
/// Wire: `hook_event_name: WorktreeCreate`.
///
/// The input of hooks of the event `WorktreeCreate`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorktreeCreateInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// How it is to be called.
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

/// A worktree is to be removed.
///
/// Wire: `hook_event_name: WorktreeRemove`.
///
/// The input of hooks of the event `WorktreeRemove`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorktreeRemoveInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// Its path.
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

/// A task was put on the list.
///
/// Wire: `hook_event_name: TaskCreated`.
///
/// The input of hooks of the event `TaskCreated`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskCreatedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The place of the task on the list, such as `1`. It is not the id of a task in the background.
    pub task_id: Option<String>,
    /// The task in a few words.
    pub task_subject: Option<String>,
    /// The task in full.
    pub task_description: Option<String>,
    /// The teammate whose task it is.
    pub teammate_name: Option<String>,
    /// The team. The vendor is going to remove it.
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

/// A task of the list is done.
///
/// Wire: `hook_event_name: TaskCompleted`.
///
/// The input of hooks of the event `TaskCompleted`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskCompletedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The place of the task on the list, such as `1`. It is not the id of a task in the background.
    pub task_id: Option<String>,
    /// The task in a few words.
    pub task_subject: Option<String>,
    /// The task in full.
    pub task_description: Option<String>,
    /// The teammate whose task it is.
    pub teammate_name: Option<String>,
    /// The team. The vendor is going to remove it.
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

/// A teammate has nothing to do.
///
/// Wire: `hook_event_name: TeammateIdle`.
///
/// The input of hooks of the event `TeammateIdle`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TeammateIdleInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// Who.
    pub teammate_name: Option<String>,
    /// The team. The vendor is going to remove it.
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

/// An MCP server wants something of the user.
///
/// Wire: `hook_event_name: Elicitation`.
///
/// The input of hooks of the event `Elicitation`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ElicitationInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The MCP server that asks.
    pub mcp_server_name: Option<String>,
    /// What the user is to read.
    pub message: String,
    /// What the user is to do.
    pub mode: Option<ElicitationMode>,
    /// The address to be opened.
    pub url: Option<String>,
    /// Names the elicitation.
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

/// An elicitation has its answer, and the MCP server is about to get it.
///
/// Wire: `hook_event_name: ElicitationResult`.
///
/// The input of hooks of the event `ElicitationResult`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ElicitationResultInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The MCP server that asked.
    pub mcp_server_name: Option<String>,
    /// Names the elicitation.
    pub elicitation_id: Option<String>,
    /// What the user was to do.
    pub mode: Option<ElicitationMode>,
    /// What the user did.
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
