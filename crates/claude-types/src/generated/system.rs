// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! News about the session itself: messages of type `system`, told apart by `subtype`.

use super::all::*;

/// How an MCP server is.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum McpServerState {
    /// It is connected.
    ///
    /// `connected`. Seen on the wire.
    Connected,
    /// It is being connected.
    ///
    /// `pending`. Declared, not seen.
    Pending,
    /// It could not be connected.
    ///
    /// `failed`. Seen on the wire.
    Failed,
    /// It wants a login.
    ///
    /// `needs-auth`. Declared, not seen.
    NeedsAuth,
    /// It is turned off.
    ///
    /// `disabled`. Declared, not seen.
    Disabled,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(McpServerState {
    Connected = "connected",
    Pending = "pending",
    Failed = "failed",
    NeedsAuth = "needs-auth",
    Disabled = "disabled",
});

/// Where an MCP server was declared.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum McpServerSource {
    /// By the caller, inside its own process.
    ///
    /// `sdk`. Seen on the wire.
    Sdk,
    /// By the caller, as a command or an address.
    ///
    /// `dynamic`. Seen on the wire.
    Dynamic,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(McpServerSource {
    Sdk = "sdk",
    Dynamic = "dynamic",
});

/// Where the API key comes from.
///
/// An open set: a newer CLI may send other values. Feature: MSG-13.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ApiKeySource {
    /// The environment variable of that name.
    ///
    /// `ANTHROPIC_API_KEY`. Seen on the wire.
    AnthropicApiKey,
    /// The user's settings.
    ///
    /// `user`. Declared, not seen.
    User,
    /// The project's settings.
    ///
    /// `project`. Declared, not seen.
    Project,
    /// The organisation's settings.
    ///
    /// `org`. Declared, not seen.
    Org,
    /// A key for this session only.
    ///
    /// `temporary`. Declared, not seen.
    Temporary,
    /// A login, not a key.
    ///
    /// `oauth`. Declared, not seen.
    Oauth,
    /// There is no key.
    ///
    /// `none`. Seen on the wire.
    None,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ApiKeySource {
    AnthropicApiKey = "ANTHROPIC_API_KEY",
    User = "user",
    Project = "project",
    Org = "org",
    Temporary = "temporary",
    Oauth = "oauth",
    None = "none",
});

/// How hard the model works on an answer.
///
/// An open set: a newer CLI may send other values. Feature: TH-02.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EffortLevel {
    /// Least effort, fastest.
    ///
    /// `low`. Declared, not seen.
    Low,
    /// Between low and high.
    ///
    /// `medium`. Declared, not seen.
    Medium,
    /// Much effort.
    ///
    /// `high`. Declared, not seen.
    High,
    /// More than high.
    ///
    /// `xhigh`. Declared, not seen.
    ExtraHigh,
    /// All the effort there is.
    ///
    /// `max`. Declared, not seen.
    Max,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(EffortLevel {
    Low = "low",
    Medium = "medium",
    High = "high",
    ExtraHigh = "xhigh",
    Max = "max",
});

/// What the session is busy with.
///
/// An open set: a newer CLI may send other values. Feature: MSG-17.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BusyStatus {
    /// A request to the API.
    ///
    /// `requesting`. Seen on the wire.
    Requesting,
    /// A compaction of the context.
    ///
    /// `compacting`. Seen on the wire.
    Compacting,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(BusyStatus {
    Requesting = "requesting",
    Compacting = "compacting",
});

/// How a compaction ended.
///
/// An open set: a newer CLI may send other values. Feature: MSG-17.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum CompactResult {
    /// The context was compacted.
    ///
    /// `success`. Seen on the wire.
    Success,
    /// It was not.
    ///
    /// `failed`. Seen on the wire.
    Failed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(CompactResult {
    Success = "success",
    Failed = "failed",
});

/// Which way the model changes.
///
/// An open set: a newer CLI may send other values. Feature: MSG-20.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FallbackDirection {
    /// The fallback model tries this request.
    ///
    /// `retry`. Declared, not seen.
    Retry,
    /// The original model is back.
    ///
    /// `revert`. Declared, not seen.
    Revert,
    /// The fallback model stays.
    ///
    /// `sticky`. Declared, not seen.
    Sticky,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(FallbackDirection {
    Retry = "retry",
    Revert = "revert",
    Sticky = "sticky",
});

/// What a change of model applies to.
///
/// An open set: a newer CLI may send other values. Feature: MSG-20.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FallbackScope {
    /// The whole session.
    ///
    /// `session`. Declared, not seen.
    Session,
    /// This request only.
    ///
    /// `local`. Declared, not seen.
    Local,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(FallbackScope {
    Session = "session",
    Local = "local",
});

/// How grave a notice is.
///
/// An open set: a newer CLI may send other values. Feature: MSG-48.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum InformationalLevel {
    /// For information.
    ///
    /// `info`. Declared, not seen.
    Info,
    /// Worth reading.
    ///
    /// `notice`. Seen on the wire.
    Notice,
    /// A proposal.
    ///
    /// `suggestion`. Declared, not seen.
    Suggestion,
    /// Something is wrong.
    ///
    /// `warning`. Seen on the wire.
    Warning,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(InformationalLevel {
    Info = "info",
    Notice = "notice",
    Suggestion = "suggestion",
    Warning = "warning",
});

/// What a hook did to a prompt.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PromptSubmitOutcomeKind {
    /// It blocked the prompt.
    ///
    /// `blocked_by_hook`. Seen on the wire.
    BlockedByHook,
    /// It stopped the session from going on.
    ///
    /// `stopped_by_hook`. Seen on the wire.
    StoppedByHook,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(PromptSubmitOutcomeKind {
    BlockedByHook = "blocked_by_hook",
    StoppedByHook = "stopped_by_hook",
});

/// How urgent a notice is.
///
/// An open set: a newer CLI may send other values. Feature: MSG-39.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum NotificationPriority {
    /// It can wait.
    ///
    /// `low`. Declared, not seen.
    Low,
    /// It is usual.
    ///
    /// `medium`. Declared, not seen.
    Medium,
    /// It should be seen soon.
    ///
    /// `high`. Declared, not seen.
    High,
    /// It should be seen now.
    ///
    /// `immediate`. Seen on the wire.
    Immediate,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(NotificationPriority {
    Low = "low",
    Medium = "medium",
    High = "high",
    Immediate = "immediate",
});

/// Who wanted a compaction.
///
/// An open set: a newer CLI may send other values. Feature: MSG-16.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum CompactTrigger {
    /// The user, by the command `/compact`.
    ///
    /// `manual`. Seen on the wire.
    Manual,
    /// The CLI, because the context was nearly full.
    ///
    /// `auto`. Declared, not seen.
    Auto,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(CompactTrigger {
    Manual = "manual",
    Auto = "auto",
});

/// Sorts of tasks.
///
/// An open set: a newer CLI may send other values. Feature: RUN-03.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum TaskType {
    /// A subagent.
    ///
    /// `local_agent`. Seen on the wire.
    LocalAgent,
    /// A workflow.
    ///
    /// `local_workflow`. Declared, not seen.
    LocalWorkflow,
    /// A shell command.
    ///
    /// `local_bash`. Seen on the wire.
    LocalBash,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(TaskType {
    LocalAgent = "local_agent",
    LocalWorkflow = "local_workflow",
    LocalBash = "local_bash",
});

/// How a task is. The last four are final.
///
/// An open set: a newer CLI may send other values. Feature: MSG-33.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum TaskStatus {
    /// It has not begun.
    ///
    /// `pending`. Declared, not seen.
    Pending,
    /// It is running.
    ///
    /// `running`. Declared, not seen.
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

/// How a shell hook ended.
///
/// An open set: a newer CLI may send other values. Feature: MSG-25.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum HookOutcome {
    /// It exited with 0.
    ///
    /// `success`. Seen on the wire.
    Success,
    /// It exited with another code.
    ///
    /// `error`. Seen on the wire.
    Error,
    /// It was cancelled.
    ///
    /// `cancelled`. Declared, not seen.
    Cancelled,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(HookOutcome {
    Success = "success",
    Error = "error",
    Cancelled = "cancelled",
});

/// What a session is doing.
///
/// An open set: a newer CLI may send other values. Feature: MSG-36.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

/// How far a control request is.
///
/// An open set: a newer CLI may send other values. Feature: MSG-19.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

/// News about the session itself.
///
/// Chosen by `subtype`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum SystemMessage {
    /// A turn begins; the state of the session.
    Init(Box<InitMessage>),
    /// What the session is busy with, or a new permission mode.
    Status(Box<StatusMessage>),
    /// A request failed and will be tried again.
    ApiRetry(Box<ApiRetryMessage>),
    /// Another model took over.
    ModelFallback(Box<ModelFallbackMessage>),
    /// Another model took over after a refusal.
    ModelRefusalFallback(Box<ModelRefusalFallbackMessage>),
    /// The model refused, and no other takes over.
    ModelRefusalNoFallback(Box<ModelRefusalNoFallbackMessage>),
    /// A notice for the user.
    Informational(Box<InformationalMessage>),
    /// A notice for the user that a screen shows for a while.
    Notification(Box<NotificationMessage>),
    /// The output of a slash command.
    LocalCommandOutput(Box<LocalCommandOutputMessage>),
    /// A tool call was refused without asking.
    PermissionDenied(Box<PermissionDeniedMessage>),
    /// How much the model has thought so far.
    ThinkingTokens(Box<ThinkingTokensMessage>),
    /// The context was compacted.
    CompactBoundary(Box<CompactBoundaryMessage>),
    /// A task began.
    TaskStarted(Box<TaskStartedMessage>),
    /// A task goes on.
    TaskProgress(Box<TaskProgressMessage>),
    /// Facts about a task changed.
    TaskUpdated(Box<TaskUpdatedMessage>),
    /// A task ended.
    TaskNotification(Box<TaskNotificationMessage>),
    /// The set of background tasks changed.
    BackgroundTasksChanged(Box<BackgroundTasksChangedMessage>),
    /// A shell hook began.
    HookStarted(Box<HookStartedMessage>),
    /// A shell hook wrote something.
    HookProgress(Box<HookProgressMessage>),
    /// A shell hook ended.
    HookResponse(Box<HookResponseMessage>),
    /// The session is idle, busy, or waits for somebody.
    SessionStateChanged(Box<SessionStateChangedMessage>),
    /// The session has a new title.
    SessionTitleChanged(Box<SessionTitleChangedMessage>),
    /// The transcript could not be written.
    SessionWritesLost(Box<SessionWritesLostMessage>),
    /// The slash commands changed.
    CommandsChanged(Box<CommandsChangedMessage>),
    /// A control request takes its time.
    ControlRequestProgress(Box<ControlRequestProgressMessage>),
    /// A plugin is being installed.
    PluginInstall(Box<PluginInstallMessage>),
    /// An elicitation outside the session is done.
    ElicitationComplete(Box<ElicitationCompleteMessage>),
    /// Files were stored.
    FilesPersisted(Box<FilesPersistedMessage>),
    /// Memories were recalled.
    MemoryRecall(Box<MemoryRecallMessage>),
    /// A session store could not be written.
    MirrorError(Box<MirrorErrorMessage>),
    /// The process is about to end.
    WorkerShuttingDown(Box<WorkerShuttingDownMessage>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(SystemMessage by "subtype" {
    "init" => Init: Box<InitMessage>,
    "status" => Status: Box<StatusMessage>,
    "api_retry" => ApiRetry: Box<ApiRetryMessage>,
    "model_fallback" => ModelFallback: Box<ModelFallbackMessage>,
    "model_refusal_fallback" => ModelRefusalFallback: Box<ModelRefusalFallbackMessage>,
    "model_refusal_no_fallback" => ModelRefusalNoFallback: Box<ModelRefusalNoFallbackMessage>,
    "informational" => Informational: Box<InformationalMessage>,
    "notification" => Notification: Box<NotificationMessage>,
    "local_command_output" => LocalCommandOutput: Box<LocalCommandOutputMessage>,
    "permission_denied" => PermissionDenied: Box<PermissionDeniedMessage>,
    "thinking_tokens" => ThinkingTokens: Box<ThinkingTokensMessage>,
    "compact_boundary" => CompactBoundary: Box<CompactBoundaryMessage>,
    "task_started" => TaskStarted: Box<TaskStartedMessage>,
    "task_progress" => TaskProgress: Box<TaskProgressMessage>,
    "task_updated" => TaskUpdated: Box<TaskUpdatedMessage>,
    "task_notification" => TaskNotification: Box<TaskNotificationMessage>,
    "background_tasks_changed" => BackgroundTasksChanged: Box<BackgroundTasksChangedMessage>,
    "hook_started" => HookStarted: Box<HookStartedMessage>,
    "hook_progress" => HookProgress: Box<HookProgressMessage>,
    "hook_response" => HookResponse: Box<HookResponseMessage>,
    "session_state_changed" => SessionStateChanged: Box<SessionStateChangedMessage>,
    "session_title_changed" => SessionTitleChanged: Box<SessionTitleChangedMessage>,
    "session_writes_lost" => SessionWritesLost: Box<SessionWritesLostMessage>,
    "commands_changed" => CommandsChanged: Box<CommandsChangedMessage>,
    "control_request_progress" => ControlRequestProgress: Box<ControlRequestProgressMessage>,
    "plugin_install" => PluginInstall: Box<PluginInstallMessage>,
    "elicitation_complete" => ElicitationComplete: Box<ElicitationCompleteMessage>,
    "files_persisted" => FilesPersisted: Box<FilesPersistedMessage>,
    "memory_recall" => MemoryRecall: Box<MemoryRecallMessage>,
    "mirror_error" => MirrorError: Box<MirrorErrorMessage>,
    "worker_shutting_down" => WorkerShuttingDown: Box<WorkerShuttingDownMessage>,
} local {  });

/// The state of the session. It comes at the start of every turn, not once per process.
///
/// Wire: `type: system`, `subtype: init`. Seen 237 times in the recordings. Feature: MSG-13.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct InitMessage {
    /// The working directory.
    ///
    /// May be absent; seen 237/237.
    pub cwd: Option<String>,
    /// The working directory at the start of the session.
    ///
    /// May be absent; seen 237/237.
    pub original_cwd: Option<String>,
    /// More directories that tools may work in.
    ///
    /// May be absent; seen 237/237.
    pub additional_directories: Option<Vec<String>>,
    /// The model in use.
    ///
    /// May be absent; seen 237/237.
    pub model: Option<ModelName>,
    /// The permission mode in use.
    ///
    /// Wire: `permissionMode`. May be absent; seen 237/237.
    pub permission_mode: Option<PermissionMode>,
    /// The tools that the model has. The Agent tool is listed as `Task`.
    ///
    /// May be absent; seen 237/237.
    pub tools: Option<Vec<String>>,
    /// The MCP servers and how they are.
    ///
    /// May be absent; seen 237/237.
    pub mcp_servers: Option<Vec<InitMcpServer>>,
    /// Slash commands that can be sent, without the slash.
    ///
    /// May be absent; seen 237/237.
    pub slash_commands: Option<Vec<String>>,
    /// Slash commands that work on a terminal only.
    ///
    /// May be absent; seen 237/237.
    pub terminal_slash_commands: Option<Vec<String>>,
    /// The types of subagents.
    ///
    /// May be absent; seen 237/237.
    pub agents: Option<Vec<String>>,
    /// The skills.
    ///
    /// May be absent; seen 237/237.
    pub skills: Option<Vec<String>>,
    /// The plugins.
    ///
    /// May be absent; seen 237/237.
    pub plugins: Option<Vec<InitPlugin>>,
    /// Where the API key comes from.
    ///
    /// Wire: `apiKeySource`. May be absent; seen 237/237.
    pub api_key_source: Option<ApiKeySource>,
    /// The version of the CLI.
    ///
    /// May be absent; seen 237/237.
    pub claude_code_version: Option<String>,
    /// What this CLI can do, as an open set of words; test for these rather than for versions.
    ///
    /// May be absent; seen 237/237. Feature: MSG-14.
    pub capabilities: Option<Vec<String>>,
    /// The output style in use.
    ///
    /// May be absent; seen 237/237.
    pub output_style: Option<String>,
    /// True if the effort can be set for each turn.
    ///
    /// May be absent; seen 237/237.
    pub per_turn_effort_active: Option<bool>,
    /// Whether fast mode is on.
    ///
    /// May be absent; seen 237/237.
    pub fast_mode_state: Option<FastModeState>,
    /// Why fast mode cannot be used.
    ///
    /// May be absent; seen 237/237.
    pub fast_mode_disabled_reason: Option<FastModeDisabledReason>,
    /// True if the word `ultrathink` in a prompt has an effect.
    ///
    /// May be absent; seen 237/237.
    pub ultrathink_available: Option<bool>,
    /// True if typing it raises the effort.
    ///
    /// May be absent; seen 237/237.
    pub ultrathink_typed_raises: Option<bool>,
    /// How much a screen of the CLI would show.
    ///
    /// May be absent; seen 237/237.
    pub view_mode: Option<String>,
    /// Directories of memory files, by kind.
    ///
    /// May be absent; seen 237/237.
    pub memory_paths: Option<BTreeMap<String, String>>,
    /// The socket through which other sessions reach this one.
    ///
    /// May be absent; seen 237/237.
    pub messaging_socket_path: Option<String>,
    /// True if the API is Anthropic's own.
    ///
    /// May be absent; seen 237/237.
    pub served_by_anthropic: Option<bool>,
    /// True if no usage data is sent.
    ///
    /// May be absent; seen 237/237.
    pub analytics_disabled: Option<bool>,
    /// True if feedback is not asked for.
    ///
    /// May be absent; seen 237/237.
    pub product_feedback_disabled: Option<bool>,
    /// The session.
    ///
    /// May be absent; seen 237/237.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 237/237.
    pub uuid: Option<MessageUuid>,
    /// MCP servers whose configuration was skipped.
    ///
    /// May be absent; seen 1/237.
    pub mcp_server_errors: Option<Vec<McpServerError>>,
    /// Plugins that could not be loaded.
    ///
    /// May be absent; seen 1/237.
    pub plugin_errors: Option<Vec<PluginError>>,
    /// The user messages that the turn answers.
    ///
    /// May be absent; seen 16/237 (since CLI 2.1.275).
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// How hard the model works.
    ///
    /// May be absent; declared, not seen.
    pub effort: Option<EffortLevel>,
    /// Beta features that the API is asked for.
    ///
    /// May be absent; declared, not seen.
    pub betas: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl InitMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            cwd: None,
            original_cwd: None,
            additional_directories: None,
            model: None,
            permission_mode: None,
            tools: None,
            mcp_servers: None,
            slash_commands: None,
            terminal_slash_commands: None,
            agents: None,
            skills: None,
            plugins: None,
            api_key_source: None,
            claude_code_version: None,
            capabilities: None,
            output_style: None,
            per_turn_effort_active: None,
            fast_mode_state: None,
            fast_mode_disabled_reason: None,
            ultrathink_available: None,
            ultrathink_typed_raises: None,
            view_mode: None,
            memory_paths: None,
            messaging_socket_path: None,
            served_by_anthropic: None,
            analytics_disabled: None,
            product_feedback_disabled: None,
            session_id: None,
            uuid: None,
            mcp_server_errors: None,
            plugin_errors: None,
            user_message_uuids: None,
            effort: None,
            betas: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`cwd`](Self::cwd).
    #[must_use]
    pub fn cwd(mut self, value: impl Into<String>) -> Self {
        self.cwd = Some(value.into());
        self
    }

    /// Sets [`original_cwd`](Self::original_cwd).
    #[must_use]
    pub fn original_cwd(mut self, value: impl Into<String>) -> Self {
        self.original_cwd = Some(value.into());
        self
    }

    /// Sets [`additional_directories`](Self::additional_directories).
    #[must_use]
    pub fn additional_directories(mut self, value: impl Into<Vec<String>>) -> Self {
        self.additional_directories = Some(value.into());
        self
    }

    /// Sets [`model`](Self::model).
    #[must_use]
    pub fn model(mut self, value: impl Into<ModelName>) -> Self {
        self.model = Some(value.into());
        self
    }

    /// Sets [`permission_mode`](Self::permission_mode).
    #[must_use]
    pub fn permission_mode(mut self, value: impl Into<PermissionMode>) -> Self {
        self.permission_mode = Some(value.into());
        self
    }

    /// Sets [`tools`](Self::tools).
    #[must_use]
    pub fn tools(mut self, value: impl Into<Vec<String>>) -> Self {
        self.tools = Some(value.into());
        self
    }

    /// Sets [`mcp_servers`](Self::mcp_servers).
    #[must_use]
    pub fn mcp_servers(mut self, value: impl Into<Vec<InitMcpServer>>) -> Self {
        self.mcp_servers = Some(value.into());
        self
    }

    /// Sets [`slash_commands`](Self::slash_commands).
    #[must_use]
    pub fn slash_commands(mut self, value: impl Into<Vec<String>>) -> Self {
        self.slash_commands = Some(value.into());
        self
    }

    /// Sets [`terminal_slash_commands`](Self::terminal_slash_commands).
    #[must_use]
    pub fn terminal_slash_commands(mut self, value: impl Into<Vec<String>>) -> Self {
        self.terminal_slash_commands = Some(value.into());
        self
    }

    /// Sets [`agents`](Self::agents).
    #[must_use]
    pub fn agents(mut self, value: impl Into<Vec<String>>) -> Self {
        self.agents = Some(value.into());
        self
    }

    /// Sets [`skills`](Self::skills).
    #[must_use]
    pub fn skills(mut self, value: impl Into<Vec<String>>) -> Self {
        self.skills = Some(value.into());
        self
    }

    /// Sets [`plugins`](Self::plugins).
    #[must_use]
    pub fn plugins(mut self, value: impl Into<Vec<InitPlugin>>) -> Self {
        self.plugins = Some(value.into());
        self
    }

    /// Sets [`api_key_source`](Self::api_key_source).
    #[must_use]
    pub fn api_key_source(mut self, value: impl Into<ApiKeySource>) -> Self {
        self.api_key_source = Some(value.into());
        self
    }

    /// Sets [`claude_code_version`](Self::claude_code_version).
    #[must_use]
    pub fn claude_code_version(mut self, value: impl Into<String>) -> Self {
        self.claude_code_version = Some(value.into());
        self
    }

    /// Sets [`capabilities`](Self::capabilities).
    #[must_use]
    pub fn capabilities(mut self, value: impl Into<Vec<String>>) -> Self {
        self.capabilities = Some(value.into());
        self
    }

    /// Sets [`output_style`](Self::output_style).
    #[must_use]
    pub fn output_style(mut self, value: impl Into<String>) -> Self {
        self.output_style = Some(value.into());
        self
    }

    /// Sets [`per_turn_effort_active`](Self::per_turn_effort_active).
    #[must_use]
    pub fn per_turn_effort_active(mut self, value: bool) -> Self {
        self.per_turn_effort_active = Some(value);
        self
    }

    /// Sets [`fast_mode_state`](Self::fast_mode_state).
    #[must_use]
    pub fn fast_mode_state(mut self, value: impl Into<FastModeState>) -> Self {
        self.fast_mode_state = Some(value.into());
        self
    }

    /// Sets [`fast_mode_disabled_reason`](Self::fast_mode_disabled_reason).
    #[must_use]
    pub fn fast_mode_disabled_reason(mut self, value: impl Into<FastModeDisabledReason>) -> Self {
        self.fast_mode_disabled_reason = Some(value.into());
        self
    }

    /// Sets [`ultrathink_available`](Self::ultrathink_available).
    #[must_use]
    pub fn ultrathink_available(mut self, value: bool) -> Self {
        self.ultrathink_available = Some(value);
        self
    }

    /// Sets [`ultrathink_typed_raises`](Self::ultrathink_typed_raises).
    #[must_use]
    pub fn ultrathink_typed_raises(mut self, value: bool) -> Self {
        self.ultrathink_typed_raises = Some(value);
        self
    }

    /// Sets [`view_mode`](Self::view_mode).
    #[must_use]
    pub fn view_mode(mut self, value: impl Into<String>) -> Self {
        self.view_mode = Some(value.into());
        self
    }

    /// Sets [`memory_paths`](Self::memory_paths).
    #[must_use]
    pub fn memory_paths(mut self, value: impl Into<BTreeMap<String, String>>) -> Self {
        self.memory_paths = Some(value.into());
        self
    }

    /// Sets [`messaging_socket_path`](Self::messaging_socket_path).
    #[must_use]
    pub fn messaging_socket_path(mut self, value: impl Into<String>) -> Self {
        self.messaging_socket_path = Some(value.into());
        self
    }

    /// Sets [`served_by_anthropic`](Self::served_by_anthropic).
    #[must_use]
    pub fn served_by_anthropic(mut self, value: bool) -> Self {
        self.served_by_anthropic = Some(value);
        self
    }

    /// Sets [`analytics_disabled`](Self::analytics_disabled).
    #[must_use]
    pub fn analytics_disabled(mut self, value: bool) -> Self {
        self.analytics_disabled = Some(value);
        self
    }

    /// Sets [`product_feedback_disabled`](Self::product_feedback_disabled).
    #[must_use]
    pub fn product_feedback_disabled(mut self, value: bool) -> Self {
        self.product_feedback_disabled = Some(value);
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`mcp_server_errors`](Self::mcp_server_errors).
    #[must_use]
    pub fn mcp_server_errors(mut self, value: impl Into<Vec<McpServerError>>) -> Self {
        self.mcp_server_errors = Some(value.into());
        self
    }

    /// Sets [`plugin_errors`](Self::plugin_errors).
    #[must_use]
    pub fn plugin_errors(mut self, value: impl Into<Vec<PluginError>>) -> Self {
        self.plugin_errors = Some(value.into());
        self
    }

    /// Sets [`user_message_uuids`](Self::user_message_uuids).
    #[must_use]
    pub fn user_message_uuids(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.user_message_uuids = Some(value.into());
        self
    }

    /// Sets [`effort`](Self::effort).
    #[must_use]
    pub fn effort(mut self, value: impl Into<EffortLevel>) -> Self {
        self.effort = Some(value.into());
        self
    }

    /// Sets [`betas`](Self::betas).
    #[must_use]
    pub fn betas(mut self, value: impl Into<Vec<String>>) -> Self {
        self.betas = Some(value.into());
        self
    }
}

wire_struct!(InitMessage {
    tags: ["type" = "system", "subtype" = "init"],
    fields: [
        0 optional cwd: String = "cwd",
        1 optional original_cwd: String = "original_cwd",
        2 optional additional_directories: Vec<String> = "additional_directories",
        3 optional model: ModelName = "model",
        4 optional permission_mode: PermissionMode = "permissionMode",
        5 optional tools: Vec<String> = "tools",
        6 optional mcp_servers: Vec<InitMcpServer> = "mcp_servers",
        7 optional slash_commands: Vec<String> = "slash_commands",
        8 optional terminal_slash_commands: Vec<String> = "terminal_slash_commands",
        9 optional agents: Vec<String> = "agents",
        10 optional skills: Vec<String> = "skills",
        11 optional plugins: Vec<InitPlugin> = "plugins",
        12 optional api_key_source: ApiKeySource = "apiKeySource",
        13 optional claude_code_version: String = "claude_code_version",
        14 optional capabilities: Vec<String> = "capabilities",
        15 optional output_style: String = "output_style",
        16 optional per_turn_effort_active: bool = "per_turn_effort_active",
        17 optional fast_mode_state: FastModeState = "fast_mode_state",
        18 optional fast_mode_disabled_reason: FastModeDisabledReason = "fast_mode_disabled_reason",
        19 optional ultrathink_available: bool = "ultrathink_available",
        20 optional ultrathink_typed_raises: bool = "ultrathink_typed_raises",
        21 optional view_mode: String = "view_mode",
        22 optional memory_paths: BTreeMap<String, String> = "memory_paths",
        23 optional messaging_socket_path: String = "messaging_socket_path",
        24 optional served_by_anthropic: bool = "served_by_anthropic",
        25 optional analytics_disabled: bool = "analytics_disabled",
        26 optional product_feedback_disabled: bool = "product_feedback_disabled",
        27 optional session_id: SessionId = "session_id",
        28 optional uuid: MessageUuid = "uuid",
        29 optional mcp_server_errors: Vec<McpServerError> = "mcp_server_errors",
        30 optional plugin_errors: Vec<PluginError> = "plugin_errors",
        31 optional user_message_uuids: Vec<MessageUuid> = "user_message_uuids",
        32 optional effort: EffortLevel = "effort",
        33 optional betas: Vec<String> = "betas",
    ],
});

/// An MCP server, as the start of a turn tells it.
///
/// Seen 15 times in the recordings. Feature: MSG-13.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InitMcpServer {
    /// Its name.
    ///
    /// Required; seen 15/15.
    pub name: String,
    /// How it is.
    ///
    /// May be absent; seen 15/15.
    pub status: Option<McpServerState>,
    /// Where it was declared.
    ///
    /// May be absent; seen 15/15.
    pub source: Option<McpServerSource>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl InitMcpServer {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), status: None, source: None, extra: Extra::default() }
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn status(mut self, value: impl Into<McpServerState>) -> Self {
        self.status = Some(value.into());
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn source(mut self, value: impl Into<McpServerSource>) -> Self {
        self.source = Some(value.into());
        self
    }
}

wire_struct!(InitMcpServer {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional status: McpServerState = "status",
        2 optional source: McpServerSource = "source",
    ],
});

/// An MCP server whose configuration was skipped.
///
/// Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct McpServerError {
    /// Its name.
    ///
    /// May be absent; seen 1/1.
    pub name: Option<String>,
    /// The sort of error, as in `invalid_config`.
    ///
    /// Wire: `type`. May be absent; seen 1/1.
    pub kind: Option<String>,
    /// What is wrong.
    ///
    /// May be absent; seen 1/1.
    pub message: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpServerError {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, kind: None, message: None, extra: Extra::default() }
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// Sets [`kind`](Self::kind).
    #[must_use]
    pub fn kind(mut self, value: impl Into<String>) -> Self {
        self.kind = Some(value.into());
        self
    }

    /// Sets [`message`](Self::message).
    #[must_use]
    pub fn message(mut self, value: impl Into<String>) -> Self {
        self.message = Some(value.into());
        self
    }
}

wire_struct!(McpServerError {
    tags: [],
    fields: [
        0 optional name: String = "name",
        1 optional kind: String = "type",
        2 optional message: String = "message",
    ],
});

/// A plugin that is loaded.
///
/// Seen 711 times in the recordings. Feature: MSG-13.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InitPlugin {
    /// Its name.
    ///
    /// Required; seen 711/711.
    pub name: String,
    /// Its directory; `builtin` for those of the CLI.
    ///
    /// May be absent; seen 711/711.
    pub path: Option<String>,
    /// Its name with its marketplace.
    ///
    /// May be absent; seen 711/711.
    pub source: Option<String>,
    /// Its version.
    ///
    /// May be absent; declared, not seen.
    pub version: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl InitPlugin {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), path: None, source: None, version: None, extra: Extra::default() }
    }

    /// Sets [`path`](Self::path).
    #[must_use]
    pub fn path(mut self, value: impl Into<String>) -> Self {
        self.path = Some(value.into());
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn source(mut self, value: impl Into<String>) -> Self {
        self.source = Some(value.into());
        self
    }

    /// Sets [`version`](Self::version).
    #[must_use]
    pub fn version(mut self, value: impl Into<String>) -> Self {
        self.version = Some(value.into());
        self
    }
}

wire_struct!(InitPlugin {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional path: String = "path",
        2 optional source: String = "source",
        3 optional version: String = "version",
    ],
});

/// A plugin that could not be loaded.
///
/// Seen 1 times in the recordings. Feature: MSG-13, PL-03.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PluginError {
    /// Which plugin.
    ///
    /// May be absent; seen 1/1.
    pub plugin: Option<String>,
    /// The sort of error, as in `path-not-found`.
    ///
    /// Wire: `type`. May be absent; seen 1/1.
    pub kind: Option<String>,
    /// What is wrong.
    ///
    /// May be absent; seen 1/1.
    pub message: Option<String>,
    /// Where it was looked for.
    ///
    /// May be absent; seen 1/1.
    pub path: Option<String>,
    /// What the managed settings hold fast about it.
    ///
    /// May be absent; declared, not seen.
    pub managed_lock: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PluginError {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            plugin: None,
            kind: None,
            message: None,
            path: None,
            managed_lock: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`plugin`](Self::plugin).
    #[must_use]
    pub fn plugin(mut self, value: impl Into<String>) -> Self {
        self.plugin = Some(value.into());
        self
    }

    /// Sets [`kind`](Self::kind).
    #[must_use]
    pub fn kind(mut self, value: impl Into<String>) -> Self {
        self.kind = Some(value.into());
        self
    }

    /// Sets [`message`](Self::message).
    #[must_use]
    pub fn message(mut self, value: impl Into<String>) -> Self {
        self.message = Some(value.into());
        self
    }

    /// Sets [`path`](Self::path).
    #[must_use]
    pub fn path(mut self, value: impl Into<String>) -> Self {
        self.path = Some(value.into());
        self
    }

    /// Sets [`managed_lock`](Self::managed_lock).
    #[must_use]
    pub fn managed_lock(mut self, value: impl Into<Raw>) -> Self {
        self.managed_lock = Some(value.into());
        self
    }
}

wire_struct!(PluginError {
    tags: [],
    fields: [
        0 optional plugin: String = "plugin",
        1 optional kind: String = "type",
        2 optional message: String = "message",
        3 optional path: String = "path",
        4 optional managed_lock: Raw = "managed_lock",
    ],
});

/// What the session is busy with, or its new permission mode.
///
/// Wire: `type: system`, `subtype: status`. Seen 31 times in the recordings. Feature: MSG-17.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StatusMessage {
    /// What it is busy with; null when it is done, or where only the mode changed.
    ///
    /// May be null; seen 31/31.
    pub status: Option<BusyStatus>,
    /// The session.
    ///
    /// May be absent; seen 31/31.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 31/31.
    pub uuid: Option<MessageUuid>,
    /// The new permission mode.
    ///
    /// Wire: `permissionMode`. May be absent; seen 10/31.
    pub permission_mode: Option<PermissionMode>,
    /// How a compaction ended.
    ///
    /// May be absent; seen 2/31.
    pub compact_result: Option<CompactResult>,
    /// Why a compaction failed.
    ///
    /// May be absent; seen 1/31.
    pub compact_error: Option<String>,
    /// Characters of summary that a compaction has written so far.
    ///
    /// May be absent; seen 1/31.
    pub compact_output_chars: Option<u64>,
    /// The user messages that the request answers.
    ///
    /// May be absent; seen 1/31 (since CLI 2.1.275).
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl StatusMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            status: None,
            session_id: None,
            uuid: None,
            permission_mode: None,
            compact_result: None,
            compact_error: None,
            compact_output_chars: None,
            user_message_uuids: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn status(mut self, value: impl Into<BusyStatus>) -> Self {
        self.status = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`permission_mode`](Self::permission_mode).
    #[must_use]
    pub fn permission_mode(mut self, value: impl Into<PermissionMode>) -> Self {
        self.permission_mode = Some(value.into());
        self
    }

    /// Sets [`compact_result`](Self::compact_result).
    #[must_use]
    pub fn compact_result(mut self, value: impl Into<CompactResult>) -> Self {
        self.compact_result = Some(value.into());
        self
    }

    /// Sets [`compact_error`](Self::compact_error).
    #[must_use]
    pub fn compact_error(mut self, value: impl Into<String>) -> Self {
        self.compact_error = Some(value.into());
        self
    }

    /// Sets [`compact_output_chars`](Self::compact_output_chars).
    #[must_use]
    pub fn compact_output_chars(mut self, value: u64) -> Self {
        self.compact_output_chars = Some(value);
        self
    }

    /// Sets [`user_message_uuids`](Self::user_message_uuids).
    #[must_use]
    pub fn user_message_uuids(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.user_message_uuids = Some(value.into());
        self
    }
}

wire_struct!(StatusMessage {
    tags: ["type" = "system", "subtype" = "status"],
    fields: [
        0 nullable status: BusyStatus = "status",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
        3 optional permission_mode: PermissionMode = "permissionMode",
        4 optional compact_result: CompactResult = "compact_result",
        5 optional compact_error: String = "compact_error",
        6 optional compact_output_chars: u64 = "compact_output_chars",
        7 optional user_message_uuids: Vec<MessageUuid> = "user_message_uuids",
    ],
});

/// A request to the API failed and will be tried again.
///
/// Wire: `type: system`, `subtype: api_retry`. Seen 13 times in the recordings. Feature: MSG-18.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ApiRetryMessage {
    /// Which retry it is, counted from 1.
    ///
    /// May be absent; seen 13/13.
    pub attempt: Option<u64>,
    /// How many retries there will be at most.
    ///
    /// May be absent; seen 13/13.
    pub max_retries: Option<u64>,
    /// Milliseconds until the retry.
    ///
    /// May be absent; seen 13/13.
    pub retry_delay_ms: Option<u64>,
    /// The HTTP status; null where no answer came.
    ///
    /// May be null; seen 13/13.
    pub error_status: Option<u64>,
    /// The sort of error.
    ///
    /// May be absent; seen 13/13.
    pub error: Option<ApiErrorKind>,
    /// The session.
    ///
    /// May be absent; seen 13/13.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 13/13.
    pub uuid: Option<MessageUuid>,
    /// Set where the API did not answer at all.
    ///
    /// May be absent; declared, not seen.
    pub no_response: Option<NoResponse>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ApiRetryMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            attempt: None,
            max_retries: None,
            retry_delay_ms: None,
            error_status: None,
            error: None,
            session_id: None,
            uuid: None,
            no_response: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`attempt`](Self::attempt).
    #[must_use]
    pub fn attempt(mut self, value: u64) -> Self {
        self.attempt = Some(value);
        self
    }

    /// Sets [`max_retries`](Self::max_retries).
    #[must_use]
    pub fn max_retries(mut self, value: u64) -> Self {
        self.max_retries = Some(value);
        self
    }

    /// Sets [`retry_delay_ms`](Self::retry_delay_ms).
    #[must_use]
    pub fn retry_delay_ms(mut self, value: u64) -> Self {
        self.retry_delay_ms = Some(value);
        self
    }

    /// Sets [`error_status`](Self::error_status).
    #[must_use]
    pub fn error_status(mut self, value: u64) -> Self {
        self.error_status = Some(value);
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn error(mut self, value: impl Into<ApiErrorKind>) -> Self {
        self.error = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`no_response`](Self::no_response).
    #[must_use]
    pub fn no_response(mut self, value: impl Into<NoResponse>) -> Self {
        self.no_response = Some(value.into());
        self
    }
}

wire_struct!(ApiRetryMessage {
    tags: ["type" = "system", "subtype" = "api_retry"],
    fields: [
        0 optional attempt: u64 = "attempt",
        1 optional max_retries: u64 = "max_retries",
        2 optional retry_delay_ms: u64 = "retry_delay_ms",
        3 nullable error_status: u64 = "error_status",
        4 optional error: ApiErrorKind = "error",
        5 optional session_id: SessionId = "session_id",
        6 optional uuid: MessageUuid = "uuid",
        7 optional no_response: NoResponse = "no_response",
    ],
});

/// A wait for an API that does not answer.
///
/// Declared, not seen. Feature: MSG-18.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NoResponse {
    /// Milliseconds waited so far.
    ///
    /// May be absent; declared, not seen.
    pub waited_ms: Option<u64>,
    /// Milliseconds until the retry.
    ///
    /// May be absent; declared, not seen.
    pub retry_wait_ms: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl NoResponse {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { waited_ms: None, retry_wait_ms: None, extra: Extra::default() }
    }

    /// Sets [`waited_ms`](Self::waited_ms).
    #[must_use]
    pub fn waited_ms(mut self, value: u64) -> Self {
        self.waited_ms = Some(value);
        self
    }

    /// Sets [`retry_wait_ms`](Self::retry_wait_ms).
    #[must_use]
    pub fn retry_wait_ms(mut self, value: u64) -> Self {
        self.retry_wait_ms = Some(value);
        self
    }
}

wire_struct!(NoResponse {
    tags: [],
    fields: [
        0 optional waited_ms: u64 = "waited_ms",
        1 optional retry_wait_ms: u64 = "retry_wait_ms",
    ],
});

/// The model had too much to do, and the fallback model took over.
///
/// Wire: `type: system`, `subtype: model_fallback`. Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ModelFallbackMessage {
    /// Why, as in `overloaded`.
    ///
    /// May be absent; seen 1/1.
    pub trigger: Option<String>,
    /// The model that should have answered.
    ///
    /// May be absent; seen 1/1.
    pub original_model: Option<ModelName>,
    /// The model that answers.
    ///
    /// May be absent; seen 1/1.
    pub fallback_model: Option<ModelName>,
    /// The same in words.
    ///
    /// May be absent; seen 1/1.
    pub content: Option<String>,
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

impl ModelFallbackMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            trigger: None,
            original_model: None,
            fallback_model: None,
            content: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`trigger`](Self::trigger).
    #[must_use]
    pub fn trigger(mut self, value: impl Into<String>) -> Self {
        self.trigger = Some(value.into());
        self
    }

    /// Sets [`original_model`](Self::original_model).
    #[must_use]
    pub fn original_model(mut self, value: impl Into<ModelName>) -> Self {
        self.original_model = Some(value.into());
        self
    }

    /// Sets [`fallback_model`](Self::fallback_model).
    #[must_use]
    pub fn fallback_model(mut self, value: impl Into<ModelName>) -> Self {
        self.fallback_model = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(ModelFallbackMessage {
    tags: ["type" = "system", "subtype" = "model_fallback"],
    fields: [
        0 optional trigger: String = "trigger",
        1 optional original_model: ModelName = "original_model",
        2 optional fallback_model: ModelName = "fallback_model",
        3 optional content: String = "content",
        4 optional session_id: SessionId = "session_id",
        5 optional uuid: MessageUuid = "uuid",
    ],
});

/// The model refused, and another took over or handed back. Retracted messages have to be dropped.
///
/// Wire: `type: system`, `subtype: model_refusal_fallback`. Declared, not seen. Feature: MSG-20.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ModelRefusalFallbackMessage {
    /// What started it.
    ///
    /// May be absent; declared, not seen.
    pub trigger: Option<String>,
    /// To the fallback model, back, or for good.
    ///
    /// May be absent; declared, not seen.
    pub direction: Option<FallbackDirection>,
    /// What the change applies to.
    ///
    /// May be absent; declared, not seen.
    pub scope: Option<FallbackScope>,
    /// The model that refused.
    ///
    /// May be absent; declared, not seen.
    pub original_model: Option<ModelName>,
    /// The model that answers.
    ///
    /// May be absent; declared, not seen.
    pub fallback_model: Option<ModelName>,
    /// The refused request.
    ///
    /// May be absent; declared, not seen.
    pub request_id: Option<ApiRequestId>,
    /// The API's class of the refusal.
    ///
    /// May be absent or null; declared, not seen.
    pub api_refusal_category: Maybe<String>,
    /// The API's reason.
    ///
    /// May be absent or null; declared, not seen.
    pub api_refusal_explanation: Maybe<String>,
    /// Messages that no longer count and have to be dropped.
    ///
    /// May be absent; declared, not seen.
    pub retracted_message_uuids: Option<Vec<MessageUuid>>,
    /// The user message that was refused.
    ///
    /// May be absent; declared, not seen.
    pub refused_user_message_uuid: Option<MessageUuid>,
    /// The same in words.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<String>,
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

impl ModelRefusalFallbackMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            trigger: None,
            direction: None,
            scope: None,
            original_model: None,
            fallback_model: None,
            request_id: None,
            api_refusal_category: Maybe::Absent,
            api_refusal_explanation: Maybe::Absent,
            retracted_message_uuids: None,
            refused_user_message_uuid: None,
            content: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`trigger`](Self::trigger).
    #[must_use]
    pub fn trigger(mut self, value: impl Into<String>) -> Self {
        self.trigger = Some(value.into());
        self
    }

    /// Sets [`direction`](Self::direction).
    #[must_use]
    pub fn direction(mut self, value: impl Into<FallbackDirection>) -> Self {
        self.direction = Some(value.into());
        self
    }

    /// Sets [`scope`](Self::scope).
    #[must_use]
    pub fn scope(mut self, value: impl Into<FallbackScope>) -> Self {
        self.scope = Some(value.into());
        self
    }

    /// Sets [`original_model`](Self::original_model).
    #[must_use]
    pub fn original_model(mut self, value: impl Into<ModelName>) -> Self {
        self.original_model = Some(value.into());
        self
    }

    /// Sets [`fallback_model`](Self::fallback_model).
    #[must_use]
    pub fn fallback_model(mut self, value: impl Into<ModelName>) -> Self {
        self.fallback_model = Some(value.into());
        self
    }

    /// Sets [`request_id`](Self::request_id).
    #[must_use]
    pub fn request_id(mut self, value: impl Into<ApiRequestId>) -> Self {
        self.request_id = Some(value.into());
        self
    }

    /// Sets [`api_refusal_category`](Self::api_refusal_category).
    #[must_use]
    pub fn api_refusal_category(mut self, value: impl Into<String>) -> Self {
        self.api_refusal_category = Maybe::Value(value.into());
        self
    }

    /// Sets [`api_refusal_explanation`](Self::api_refusal_explanation).
    #[must_use]
    pub fn api_refusal_explanation(mut self, value: impl Into<String>) -> Self {
        self.api_refusal_explanation = Maybe::Value(value.into());
        self
    }

    /// Sets [`retracted_message_uuids`](Self::retracted_message_uuids).
    #[must_use]
    pub fn retracted_message_uuids(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.retracted_message_uuids = Some(value.into());
        self
    }

    /// Sets [`refused_user_message_uuid`](Self::refused_user_message_uuid).
    #[must_use]
    pub fn refused_user_message_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.refused_user_message_uuid = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(ModelRefusalFallbackMessage {
    tags: ["type" = "system", "subtype" = "model_refusal_fallback"],
    fields: [
        0 optional trigger: String = "trigger",
        1 optional direction: FallbackDirection = "direction",
        2 optional scope: FallbackScope = "scope",
        3 optional original_model: ModelName = "original_model",
        4 optional fallback_model: ModelName = "fallback_model",
        5 optional request_id: ApiRequestId = "request_id",
        6 maybe api_refusal_category: String = "api_refusal_category",
        7 maybe api_refusal_explanation: String = "api_refusal_explanation",
        8 optional retracted_message_uuids: Vec<MessageUuid> = "retracted_message_uuids",
        9 optional refused_user_message_uuid: MessageUuid = "refused_user_message_uuid",
        10 optional content: String = "content",
        11 optional session_id: SessionId = "session_id",
        12 optional uuid: MessageUuid = "uuid",
    ],
});

/// The model refused, and no other model takes over.
///
/// Wire: `type: system`, `subtype: model_refusal_no_fallback`. Declared, not seen. Feature: MSG-21.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ModelRefusalNoFallbackMessage {
    /// The model that refused.
    ///
    /// May be absent; declared, not seen.
    pub original_model: Option<ModelName>,
    /// The refused request.
    ///
    /// May be absent; declared, not seen.
    pub request_id: Option<ApiRequestId>,
    /// The API's class of the refusal.
    ///
    /// May be absent or null; declared, not seen.
    pub api_refusal_category: Maybe<String>,
    /// The API's reason.
    ///
    /// May be absent or null; declared, not seen.
    pub api_refusal_explanation: Maybe<String>,
    /// The user message that was refused.
    ///
    /// May be absent; declared, not seen.
    pub refused_user_message_uuid: Option<MessageUuid>,
    /// The same in words.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<String>,
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

impl ModelRefusalNoFallbackMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            original_model: None,
            request_id: None,
            api_refusal_category: Maybe::Absent,
            api_refusal_explanation: Maybe::Absent,
            refused_user_message_uuid: None,
            content: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`original_model`](Self::original_model).
    #[must_use]
    pub fn original_model(mut self, value: impl Into<ModelName>) -> Self {
        self.original_model = Some(value.into());
        self
    }

    /// Sets [`request_id`](Self::request_id).
    #[must_use]
    pub fn request_id(mut self, value: impl Into<ApiRequestId>) -> Self {
        self.request_id = Some(value.into());
        self
    }

    /// Sets [`api_refusal_category`](Self::api_refusal_category).
    #[must_use]
    pub fn api_refusal_category(mut self, value: impl Into<String>) -> Self {
        self.api_refusal_category = Maybe::Value(value.into());
        self
    }

    /// Sets [`api_refusal_explanation`](Self::api_refusal_explanation).
    #[must_use]
    pub fn api_refusal_explanation(mut self, value: impl Into<String>) -> Self {
        self.api_refusal_explanation = Maybe::Value(value.into());
        self
    }

    /// Sets [`refused_user_message_uuid`](Self::refused_user_message_uuid).
    #[must_use]
    pub fn refused_user_message_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.refused_user_message_uuid = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(ModelRefusalNoFallbackMessage {
    tags: ["type" = "system", "subtype" = "model_refusal_no_fallback"],
    fields: [
        0 optional original_model: ModelName = "original_model",
        1 optional request_id: ApiRequestId = "request_id",
        2 maybe api_refusal_category: String = "api_refusal_category",
        3 maybe api_refusal_explanation: String = "api_refusal_explanation",
        4 optional refused_user_message_uuid: MessageUuid = "refused_user_message_uuid",
        5 optional content: String = "content",
        6 optional session_id: SessionId = "session_id",
        7 optional uuid: MessageUuid = "uuid",
    ],
});

/// A notice for the user.
///
/// Wire: `type: system`, `subtype: informational`. Seen 9 times in the recordings. Feature: MSG-48.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InformationalMessage {
    /// The notice.
    ///
    /// Required; seen 9/9.
    pub content: String,
    /// How grave it is.
    ///
    /// May be absent; seen 9/9.
    pub level: Option<InformationalLevel>,
    /// The session.
    ///
    /// May be absent; seen 9/9.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 9/9.
    pub uuid: Option<MessageUuid>,
    /// Which notice it is, as in `hook_callback_failed`.
    ///
    /// May be absent; seen 3/9.
    pub tag: Option<String>,
    /// True where the turn does not go on.
    ///
    /// May be absent; seen 2/9.
    pub prevent_continuation: Option<bool>,
    /// What became of the prompt, where a hook held it up.
    ///
    /// May be absent; seen 2/9.
    pub prompt_submit_outcome: Option<PromptSubmitOutcome>,
    /// The tool call it is about.
    ///
    /// May be absent; declared, not seen.
    pub tool_use_id: Option<ToolUseId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl InformationalMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(content: impl Into<String>) -> Self {
        Self {
            content: content.into(),
            level: None,
            session_id: None,
            uuid: None,
            tag: None,
            prevent_continuation: None,
            prompt_submit_outcome: None,
            tool_use_id: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`level`](Self::level).
    #[must_use]
    pub fn level(mut self, value: impl Into<InformationalLevel>) -> Self {
        self.level = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`tag`](Self::tag).
    #[must_use]
    pub fn tag(mut self, value: impl Into<String>) -> Self {
        self.tag = Some(value.into());
        self
    }

    /// Sets [`prevent_continuation`](Self::prevent_continuation).
    #[must_use]
    pub fn prevent_continuation(mut self, value: bool) -> Self {
        self.prevent_continuation = Some(value);
        self
    }

    /// Sets [`prompt_submit_outcome`](Self::prompt_submit_outcome).
    #[must_use]
    pub fn prompt_submit_outcome(mut self, value: impl Into<PromptSubmitOutcome>) -> Self {
        self.prompt_submit_outcome = Some(value.into());
        self
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }
}

wire_struct!(InformationalMessage {
    tags: ["type" = "system", "subtype" = "informational"],
    fields: [
        0 required content: String = "content",
        1 optional level: InformationalLevel = "level",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
        4 optional tag: String = "tag",
        5 optional prevent_continuation: bool = "prevent_continuation",
        6 optional prompt_submit_outcome: PromptSubmitOutcome = "prompt_submit_outcome",
        7 optional tool_use_id: ToolUseId = "tool_use_id",
    ],
});

/// What became of a prompt that a hook held up.
///
/// Seen 2 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PromptSubmitOutcome {
    /// What the hook did.
    ///
    /// Required; seen 2/2.
    pub kind: PromptSubmitOutcomeKind,
    /// True if the prompt stays in the conversation.
    ///
    /// May be absent; seen 2/2.
    pub prompt_kept: Option<bool>,
    /// The hook's reason.
    ///
    /// May be absent; seen 2/2.
    pub reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PromptSubmitOutcome {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(kind: impl Into<PromptSubmitOutcomeKind>) -> Self {
        Self { kind: kind.into(), prompt_kept: None, reason: None, extra: Extra::default() }
    }

    /// Sets [`prompt_kept`](Self::prompt_kept).
    #[must_use]
    pub fn prompt_kept(mut self, value: bool) -> Self {
        self.prompt_kept = Some(value);
        self
    }

    /// Sets [`reason`](Self::reason).
    #[must_use]
    pub fn reason(mut self, value: impl Into<String>) -> Self {
        self.reason = Some(value.into());
        self
    }
}

wire_struct!(PromptSubmitOutcome {
    tags: [],
    fields: [
        0 required kind: PromptSubmitOutcomeKind = "kind",
        1 optional prompt_kept: bool = "prompt_kept",
        2 optional reason: String = "reason",
    ],
});

/// A notice that a screen shows for a while.
///
/// Wire: `type: system`, `subtype: notification`. Seen 2 times in the recordings. Feature: MSG-39.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NotificationMessage {
    /// Which notice it is; a later one with the same key replaces it.
    ///
    /// May be absent; seen 2/2.
    pub key: Option<String>,
    /// The notice.
    ///
    /// Required; seen 2/2.
    pub text: String,
    /// How urgent it is.
    ///
    /// May be absent; seen 2/2.
    pub priority: Option<NotificationPriority>,
    /// The session.
    ///
    /// May be absent; seen 2/2.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 2/2.
    pub uuid: Option<MessageUuid>,
    /// The colour to show it in.
    ///
    /// May be absent; declared, not seen.
    pub color: Option<String>,
    /// Milliseconds to show it for.
    ///
    /// May be absent; declared, not seen.
    pub timeout_ms: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl NotificationMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            key: None,
            text: text.into(),
            priority: None,
            session_id: None,
            uuid: None,
            color: None,
            timeout_ms: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`key`](Self::key).
    #[must_use]
    pub fn key(mut self, value: impl Into<String>) -> Self {
        self.key = Some(value.into());
        self
    }

    /// Sets [`priority`](Self::priority).
    #[must_use]
    pub fn priority(mut self, value: impl Into<NotificationPriority>) -> Self {
        self.priority = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`color`](Self::color).
    #[must_use]
    pub fn color(mut self, value: impl Into<String>) -> Self {
        self.color = Some(value.into());
        self
    }

    /// Sets [`timeout_ms`](Self::timeout_ms).
    #[must_use]
    pub fn timeout_ms(mut self, value: u64) -> Self {
        self.timeout_ms = Some(value);
        self
    }
}

wire_struct!(NotificationMessage {
    tags: ["type" = "system", "subtype" = "notification"],
    fields: [
        0 optional key: String = "key",
        1 required text: String = "text",
        2 optional priority: NotificationPriority = "priority",
        3 optional session_id: SessionId = "session_id",
        4 optional uuid: MessageUuid = "uuid",
        5 optional color: String = "color",
        6 optional timeout_ms: u64 = "timeout_ms",
    ],
});

/// The output of a slash command that ran without the model.
///
/// Wire: `type: system`, `subtype: local_command_output`. Declared, not seen. Feature: MSG-22.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LocalCommandOutputMessage {
    /// The output.
    ///
    /// Required; declared, not seen.
    pub content: String,
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

impl LocalCommandOutputMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(content: impl Into<String>) -> Self {
        Self { content: content.into(), session_id: None, uuid: None, extra: Extra::default() }
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(LocalCommandOutputMessage {
    tags: ["type" = "system", "subtype" = "local_command_output"],
    fields: [
        0 required content: String = "content",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// A tool call was refused without asking anybody. The list in the result is the one that counts.
///
/// Wire: `type: system`, `subtype: permission_denied`. Seen 5 times in the recordings (since CLI 2.1.250). Feature: MSG-45.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PermissionDeniedMessage {
    /// The tool.
    ///
    /// May be absent; seen 5/5.
    pub tool_name: Option<String>,
    /// The call.
    ///
    /// May be absent; seen 5/5.
    pub tool_use_id: Option<ToolUseId>,
    /// On what ground.
    ///
    /// May be absent; seen 4/5.
    pub decision_reason_type: Option<DecisionReasonType>,
    /// What the model was told.
    ///
    /// May be absent; seen 5/5.
    pub message: Option<String>,
    /// The session.
    ///
    /// May be absent; seen 5/5.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 5/5.
    pub uuid: Option<MessageUuid>,
    /// The ground in words.
    ///
    /// May be absent; seen 2/5.
    pub decision_reason: Option<String>,
    /// The subagent that made the call.
    ///
    /// May be absent; declared, not seen.
    pub agent_id: Option<AgentId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PermissionDeniedMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            tool_name: None,
            tool_use_id: None,
            decision_reason_type: None,
            message: None,
            session_id: None,
            uuid: None,
            decision_reason: None,
            agent_id: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`tool_name`](Self::tool_name).
    #[must_use]
    pub fn tool_name(mut self, value: impl Into<String>) -> Self {
        self.tool_name = Some(value.into());
        self
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }

    /// Sets [`decision_reason_type`](Self::decision_reason_type).
    #[must_use]
    pub fn decision_reason_type(mut self, value: impl Into<DecisionReasonType>) -> Self {
        self.decision_reason_type = Some(value.into());
        self
    }

    /// Sets [`message`](Self::message).
    #[must_use]
    pub fn message(mut self, value: impl Into<String>) -> Self {
        self.message = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`decision_reason`](Self::decision_reason).
    #[must_use]
    pub fn decision_reason(mut self, value: impl Into<String>) -> Self {
        self.decision_reason = Some(value.into());
        self
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn agent_id(mut self, value: impl Into<AgentId>) -> Self {
        self.agent_id = Some(value.into());
        self
    }
}

wire_struct!(PermissionDeniedMessage {
    tags: ["type" = "system", "subtype" = "permission_denied"],
    fields: [
        0 optional tool_name: String = "tool_name",
        1 optional tool_use_id: ToolUseId = "tool_use_id",
        2 optional decision_reason_type: DecisionReasonType = "decision_reason_type",
        3 optional message: String = "message",
        4 optional session_id: SessionId = "session_id",
        5 optional uuid: MessageUuid = "uuid",
        6 optional decision_reason: String = "decision_reason",
        7 optional agent_id: AgentId = "agent_id",
    ],
});

/// How much the model has thought so far. It comes without partial messages too.
///
/// Wire: `type: system`, `subtype: thinking_tokens`. Seen 5 times in the recordings. Feature: MSG-35.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ThinkingTokensMessage {
    /// About how many tokens so far.
    ///
    /// May be absent; seen 5/5.
    pub estimated_tokens: Option<u64>,
    /// About how many since the last such message.
    ///
    /// May be absent; seen 5/5.
    pub estimated_tokens_delta: Option<u64>,
    /// The session.
    ///
    /// May be absent; seen 5/5.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 5/5.
    pub uuid: Option<MessageUuid>,
    /// The user message that is being answered.
    ///
    /// May be absent; declared, not seen.
    pub user_message_uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ThinkingTokensMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            estimated_tokens: None,
            estimated_tokens_delta: None,
            session_id: None,
            uuid: None,
            user_message_uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`estimated_tokens`](Self::estimated_tokens).
    #[must_use]
    pub fn estimated_tokens(mut self, value: u64) -> Self {
        self.estimated_tokens = Some(value);
        self
    }

    /// Sets [`estimated_tokens_delta`](Self::estimated_tokens_delta).
    #[must_use]
    pub fn estimated_tokens_delta(mut self, value: u64) -> Self {
        self.estimated_tokens_delta = Some(value);
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`user_message_uuid`](Self::user_message_uuid).
    #[must_use]
    pub fn user_message_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.user_message_uuid = Some(value.into());
        self
    }
}

wire_struct!(ThinkingTokensMessage {
    tags: ["type" = "system", "subtype" = "thinking_tokens"],
    fields: [
        0 optional estimated_tokens: u64 = "estimated_tokens",
        1 optional estimated_tokens_delta: u64 = "estimated_tokens_delta",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
        4 optional user_message_uuid: MessageUuid = "user_message_uuid",
    ],
});

/// The context was compacted: what came before is now a summary.
///
/// Wire: `type: system`, `subtype: compact_boundary`. Seen 1 times in the recordings. Feature: MSG-16.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CompactBoundaryMessage {
    /// How the compaction went.
    ///
    /// May be absent; seen 1/1.
    pub compact_metadata: Option<CompactMetadata>,
    /// The last message before it.
    ///
    /// May be absent; seen 1/1.
    pub logical_parent_uuid: Option<MessageUuid>,
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

impl CompactBoundaryMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            compact_metadata: None,
            logical_parent_uuid: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`compact_metadata`](Self::compact_metadata).
    #[must_use]
    pub fn compact_metadata(mut self, value: impl Into<CompactMetadata>) -> Self {
        self.compact_metadata = Some(value.into());
        self
    }

    /// Sets [`logical_parent_uuid`](Self::logical_parent_uuid).
    #[must_use]
    pub fn logical_parent_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.logical_parent_uuid = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(CompactBoundaryMessage {
    tags: ["type" = "system", "subtype" = "compact_boundary"],
    fields: [
        0 optional compact_metadata: CompactMetadata = "compact_metadata",
        1 optional logical_parent_uuid: MessageUuid = "logical_parent_uuid",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
    ],
});

/// How a compaction went.
///
/// Seen 1 times in the recordings. Feature: MSG-16.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CompactMetadata {
    /// Who wanted it.
    ///
    /// May be absent; seen 1/1.
    pub trigger: Option<CompactTrigger>,
    /// The size of the context before, in tokens.
    ///
    /// May be absent; seen 1/1.
    pub pre_tokens: Option<u64>,
    /// The size of the context after, in tokens.
    ///
    /// May be absent; seen 1/1.
    pub post_tokens: Option<u64>,
    /// Tokens dropped without a summary, over all compactions.
    ///
    /// May be absent; seen 1/1.
    pub cumulative_dropped_tokens: Option<u64>,
    /// How long it took, in milliseconds.
    ///
    /// May be absent; seen 1/1.
    pub duration_ms: Option<u64>,
    /// The run of messages that was kept word for word.
    ///
    /// May be absent; seen 1/1.
    pub preserved_segment: Option<PreservedSegment>,
    /// The messages that were kept word for word.
    ///
    /// May be absent; seen 1/1.
    pub preserved_messages: Option<PreservedMessages>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CompactMetadata {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            trigger: None,
            pre_tokens: None,
            post_tokens: None,
            cumulative_dropped_tokens: None,
            duration_ms: None,
            preserved_segment: None,
            preserved_messages: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`trigger`](Self::trigger).
    #[must_use]
    pub fn trigger(mut self, value: impl Into<CompactTrigger>) -> Self {
        self.trigger = Some(value.into());
        self
    }

    /// Sets [`pre_tokens`](Self::pre_tokens).
    #[must_use]
    pub fn pre_tokens(mut self, value: u64) -> Self {
        self.pre_tokens = Some(value);
        self
    }

    /// Sets [`post_tokens`](Self::post_tokens).
    #[must_use]
    pub fn post_tokens(mut self, value: u64) -> Self {
        self.post_tokens = Some(value);
        self
    }

    /// Sets [`cumulative_dropped_tokens`](Self::cumulative_dropped_tokens).
    #[must_use]
    pub fn cumulative_dropped_tokens(mut self, value: u64) -> Self {
        self.cumulative_dropped_tokens = Some(value);
        self
    }

    /// Sets [`duration_ms`](Self::duration_ms).
    #[must_use]
    pub fn duration_ms(mut self, value: u64) -> Self {
        self.duration_ms = Some(value);
        self
    }

    /// Sets [`preserved_segment`](Self::preserved_segment).
    #[must_use]
    pub fn preserved_segment(mut self, value: impl Into<PreservedSegment>) -> Self {
        self.preserved_segment = Some(value.into());
        self
    }

    /// Sets [`preserved_messages`](Self::preserved_messages).
    #[must_use]
    pub fn preserved_messages(mut self, value: impl Into<PreservedMessages>) -> Self {
        self.preserved_messages = Some(value.into());
        self
    }
}

wire_struct!(CompactMetadata {
    tags: [],
    fields: [
        0 optional trigger: CompactTrigger = "trigger",
        1 optional pre_tokens: u64 = "pre_tokens",
        2 optional post_tokens: u64 = "post_tokens",
        3 optional cumulative_dropped_tokens: u64 = "cumulative_dropped_tokens",
        4 optional duration_ms: u64 = "duration_ms",
        5 optional preserved_segment: PreservedSegment = "preserved_segment",
        6 optional preserved_messages: PreservedMessages = "preserved_messages",
    ],
});

/// A run of messages that a compaction kept.
///
/// Seen 1 times in the recordings. Feature: MSG-16.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PreservedSegment {
    /// The first of them.
    ///
    /// May be absent; seen 1/1.
    pub head_uuid: Option<MessageUuid>,
    /// The message after which they now stand.
    ///
    /// May be absent; seen 1/1.
    pub anchor_uuid: Option<MessageUuid>,
    /// The last of them.
    ///
    /// May be absent; seen 1/1.
    pub tail_uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PreservedSegment {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { head_uuid: None, anchor_uuid: None, tail_uuid: None, extra: Extra::default() }
    }

    /// Sets [`head_uuid`](Self::head_uuid).
    #[must_use]
    pub fn head_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.head_uuid = Some(value.into());
        self
    }

    /// Sets [`anchor_uuid`](Self::anchor_uuid).
    #[must_use]
    pub fn anchor_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.anchor_uuid = Some(value.into());
        self
    }

    /// Sets [`tail_uuid`](Self::tail_uuid).
    #[must_use]
    pub fn tail_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.tail_uuid = Some(value.into());
        self
    }
}

wire_struct!(PreservedSegment {
    tags: [],
    fields: [
        0 optional head_uuid: MessageUuid = "head_uuid",
        1 optional anchor_uuid: MessageUuid = "anchor_uuid",
        2 optional tail_uuid: MessageUuid = "tail_uuid",
    ],
});

/// Messages that a compaction kept.
///
/// Seen 1 times in the recordings. Feature: MSG-16.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PreservedMessages {
    /// The message after which they now stand.
    ///
    /// May be absent; seen 1/1.
    pub anchor_uuid: Option<MessageUuid>,
    /// Those of the conversation.
    ///
    /// May be absent; seen 1/1.
    pub uuids: Option<Vec<MessageUuid>>,
    /// Those and all others of the transcript.
    ///
    /// May be absent; seen 1/1.
    pub all_uuids: Option<Vec<MessageUuid>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PreservedMessages {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { anchor_uuid: None, uuids: None, all_uuids: None, extra: Extra::default() }
    }

    /// Sets [`anchor_uuid`](Self::anchor_uuid).
    #[must_use]
    pub fn anchor_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.anchor_uuid = Some(value.into());
        self
    }

    /// Sets [`uuids`](Self::uuids).
    #[must_use]
    pub fn uuids(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.uuids = Some(value.into());
        self
    }

    /// Sets [`all_uuids`](Self::all_uuids).
    #[must_use]
    pub fn all_uuids(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.all_uuids = Some(value.into());
        self
    }
}

wire_struct!(PreservedMessages {
    tags: [],
    fields: [
        0 optional anchor_uuid: MessageUuid = "anchor_uuid",
        1 optional uuids: Vec<MessageUuid> = "uuids",
        2 optional all_uuids: Vec<MessageUuid> = "all_uuids",
    ],
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

impl TaskStartedMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(task_id: impl Into<TaskId>) -> Self {
        Self {
            task_id: task_id.into(),
            run_id: None,
            tool_use_id: None,
            task_type: None,
            subagent_type: None,
            description: None,
            prompt: None,
            is_backgrounded: None,
            spawn_depth: None,
            session_id: None,
            uuid: None,
            parent_task_id: None,
            workflow_name: None,
            skip_transcript: None,
            ambient: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn run_id(mut self, value: impl Into<RunId>) -> Self {
        self.run_id = Some(value.into());
        self
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }

    /// Sets [`task_type`](Self::task_type).
    #[must_use]
    pub fn task_type(mut self, value: impl Into<TaskType>) -> Self {
        self.task_type = Some(value.into());
        self
    }

    /// Sets [`subagent_type`](Self::subagent_type).
    #[must_use]
    pub fn subagent_type(mut self, value: impl Into<String>) -> Self {
        self.subagent_type = Some(value.into());
        self
    }

    /// Sets [`description`](Self::description).
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Sets [`prompt`](Self::prompt).
    #[must_use]
    pub fn prompt(mut self, value: impl Into<String>) -> Self {
        self.prompt = Some(value.into());
        self
    }

    /// Sets [`is_backgrounded`](Self::is_backgrounded).
    #[must_use]
    pub fn is_backgrounded(mut self, value: bool) -> Self {
        self.is_backgrounded = Some(value);
        self
    }

    /// Sets [`spawn_depth`](Self::spawn_depth).
    #[must_use]
    pub fn spawn_depth(mut self, value: u64) -> Self {
        self.spawn_depth = Some(value);
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`parent_task_id`](Self::parent_task_id).
    #[must_use]
    pub fn parent_task_id(mut self, value: impl Into<TaskId>) -> Self {
        self.parent_task_id = Some(value.into());
        self
    }

    /// Sets [`workflow_name`](Self::workflow_name).
    #[must_use]
    pub fn workflow_name(mut self, value: impl Into<String>) -> Self {
        self.workflow_name = Some(value.into());
        self
    }

    /// Sets [`skip_transcript`](Self::skip_transcript).
    #[must_use]
    pub fn skip_transcript(mut self, value: bool) -> Self {
        self.skip_transcript = Some(value);
        self
    }

    /// Sets [`ambient`](Self::ambient).
    #[must_use]
    pub fn ambient(mut self, value: bool) -> Self {
        self.ambient = Some(value);
        self
    }
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

impl TaskProgressMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(task_id: impl Into<TaskId>) -> Self {
        Self {
            task_id: task_id.into(),
            run_id: None,
            tool_use_id: None,
            description: None,
            subagent_type: None,
            usage: None,
            last_tool_name: None,
            session_id: None,
            uuid: None,
            summary: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn run_id(mut self, value: impl Into<RunId>) -> Self {
        self.run_id = Some(value.into());
        self
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }

    /// Sets [`description`](Self::description).
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Sets [`subagent_type`](Self::subagent_type).
    #[must_use]
    pub fn subagent_type(mut self, value: impl Into<String>) -> Self {
        self.subagent_type = Some(value.into());
        self
    }

    /// Sets [`usage`](Self::usage).
    #[must_use]
    pub fn usage(mut self, value: impl Into<TaskUsage>) -> Self {
        self.usage = Some(value.into());
        self
    }

    /// Sets [`last_tool_name`](Self::last_tool_name).
    #[must_use]
    pub fn last_tool_name(mut self, value: impl Into<String>) -> Self {
        self.last_tool_name = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`summary`](Self::summary).
    #[must_use]
    pub fn summary(mut self, value: impl Into<String>) -> Self {
        self.summary = Some(value.into());
        self
    }
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
#[derive(Debug, Clone, PartialEq, Default)]
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

impl TaskUsage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { total_tokens: None, tool_uses: None, duration_ms: None, extra: Extra::default() }
    }

    /// Sets [`total_tokens`](Self::total_tokens).
    #[must_use]
    pub fn total_tokens(mut self, value: u64) -> Self {
        self.total_tokens = Some(value);
        self
    }

    /// Sets [`tool_uses`](Self::tool_uses).
    #[must_use]
    pub fn tool_uses(mut self, value: u64) -> Self {
        self.tool_uses = Some(value);
        self
    }

    /// Sets [`duration_ms`](Self::duration_ms).
    #[must_use]
    pub fn duration_ms(mut self, value: u64) -> Self {
        self.duration_ms = Some(value);
        self
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

impl TaskUpdatedMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(task_id: impl Into<TaskId>) -> Self {
        Self {
            task_id: task_id.into(),
            run_id: None,
            patch: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn run_id(mut self, value: impl Into<RunId>) -> Self {
        self.run_id = Some(value.into());
        self
    }

    /// Sets [`patch`](Self::patch).
    #[must_use]
    pub fn patch(mut self, value: impl Into<TaskPatch>) -> Self {
        self.patch = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
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
#[derive(Debug, Clone, PartialEq, Default)]
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

impl TaskPatch {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            status: None,
            end_time: None,
            description: None,
            total_paused_ms: None,
            error: None,
            is_backgrounded: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn status(mut self, value: impl Into<TaskStatus>) -> Self {
        self.status = Some(value.into());
        self
    }

    /// Sets [`end_time`](Self::end_time).
    #[must_use]
    pub fn end_time(mut self, value: u64) -> Self {
        self.end_time = Some(value);
        self
    }

    /// Sets [`description`](Self::description).
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Sets [`total_paused_ms`](Self::total_paused_ms).
    #[must_use]
    pub fn total_paused_ms(mut self, value: u64) -> Self {
        self.total_paused_ms = Some(value);
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn error(mut self, value: impl Into<String>) -> Self {
        self.error = Some(value.into());
        self
    }

    /// Sets [`is_backgrounded`](Self::is_backgrounded).
    #[must_use]
    pub fn is_backgrounded(mut self, value: bool) -> Self {
        self.is_backgrounded = Some(value);
        self
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
/// Wire: `type: system`, `subtype: task_notification`. Seen 9 times in the recordings. Feature: MSG-32.
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
    /// Why it was stopped, as in `worker_restart`.
    ///
    /// May be absent; declared, not seen.
    pub reason: Option<String>,
    /// Resources that it gave back.
    ///
    /// May be absent; declared, not seen.
    pub resource_links: Option<Vec<Raw>>,
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

impl TaskNotificationMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(task_id: impl Into<TaskId>) -> Self {
        Self {
            task_id: task_id.into(),
            run_id: None,
            tool_use_id: None,
            status: None,
            output_file: None,
            summary: None,
            usage: None,
            session_id: None,
            uuid: None,
            summary_is_report: None,
            reason: None,
            resource_links: None,
            skip_transcript: None,
            ambient: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn run_id(mut self, value: impl Into<RunId>) -> Self {
        self.run_id = Some(value.into());
        self
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn status(mut self, value: impl Into<TaskStatus>) -> Self {
        self.status = Some(value.into());
        self
    }

    /// Sets [`output_file`](Self::output_file).
    #[must_use]
    pub fn output_file(mut self, value: impl Into<String>) -> Self {
        self.output_file = Some(value.into());
        self
    }

    /// Sets [`summary`](Self::summary).
    #[must_use]
    pub fn summary(mut self, value: impl Into<String>) -> Self {
        self.summary = Some(value.into());
        self
    }

    /// Sets [`usage`](Self::usage).
    #[must_use]
    pub fn usage(mut self, value: impl Into<TaskUsage>) -> Self {
        self.usage = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`summary_is_report`](Self::summary_is_report).
    #[must_use]
    pub fn summary_is_report(mut self, value: bool) -> Self {
        self.summary_is_report = Some(value);
        self
    }

    /// Sets [`reason`](Self::reason).
    #[must_use]
    pub fn reason(mut self, value: impl Into<String>) -> Self {
        self.reason = Some(value.into());
        self
    }

    /// Sets [`resource_links`](Self::resource_links).
    #[must_use]
    pub fn resource_links(mut self, value: impl Into<Vec<Raw>>) -> Self {
        self.resource_links = Some(value.into());
        self
    }

    /// Sets [`skip_transcript`](Self::skip_transcript).
    #[must_use]
    pub fn skip_transcript(mut self, value: bool) -> Self {
        self.skip_transcript = Some(value);
        self
    }

    /// Sets [`ambient`](Self::ambient).
    #[must_use]
    pub fn ambient(mut self, value: bool) -> Self {
        self.ambient = Some(value);
        self
    }
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
        10 optional reason: String = "reason",
        11 optional resource_links: Vec<Raw> = "resource_links",
        12 optional skip_transcript: bool = "skip_transcript",
        13 optional ambient: bool = "ambient",
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

impl BackgroundTasksChangedMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(tasks: impl Into<Vec<BackgroundTask>>) -> Self {
        Self { tasks: tasks.into(), session_id: None, uuid: None, extra: Extra::default() }
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
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

impl BackgroundTask {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(task_id: impl Into<TaskId>) -> Self {
        Self {
            task_id: task_id.into(),
            run_id: None,
            task_type: None,
            subagent_type: None,
            description: None,
            parent_task_id: None,
            ambient: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn run_id(mut self, value: impl Into<RunId>) -> Self {
        self.run_id = Some(value.into());
        self
    }

    /// Sets [`task_type`](Self::task_type).
    #[must_use]
    pub fn task_type(mut self, value: impl Into<TaskType>) -> Self {
        self.task_type = Some(value.into());
        self
    }

    /// Sets [`subagent_type`](Self::subagent_type).
    #[must_use]
    pub fn subagent_type(mut self, value: impl Into<String>) -> Self {
        self.subagent_type = Some(value.into());
        self
    }

    /// Sets [`description`](Self::description).
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Sets [`parent_task_id`](Self::parent_task_id).
    #[must_use]
    pub fn parent_task_id(mut self, value: impl Into<TaskId>) -> Self {
        self.parent_task_id = Some(value.into());
        self
    }

    /// Sets [`ambient`](Self::ambient).
    #[must_use]
    pub fn ambient(mut self, value: bool) -> Self {
        self.ambient = Some(value);
        self
    }
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

/// A shell hook began. Hooks that call back into the caller are not told in this way.
///
/// Wire: `type: system`, `subtype: hook_started`. Seen 3 times in the recordings. Feature: MSG-23.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct HookStartedMessage {
    /// This run of the hook.
    ///
    /// May be absent; seen 3/3.
    pub hook_id: Option<HookRunId>,
    /// The event with what it is about, as in `PreToolUse:Bash`.
    ///
    /// May be absent; seen 3/3.
    pub hook_name: Option<String>,
    /// The event.
    ///
    /// May be absent; seen 3/3.
    pub hook_event: Option<HookEvent>,
    /// The session.
    ///
    /// May be absent; seen 3/3.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 3/3.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl HookStartedMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            hook_id: None,
            hook_name: None,
            hook_event: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`hook_id`](Self::hook_id).
    #[must_use]
    pub fn hook_id(mut self, value: impl Into<HookRunId>) -> Self {
        self.hook_id = Some(value.into());
        self
    }

    /// Sets [`hook_name`](Self::hook_name).
    #[must_use]
    pub fn hook_name(mut self, value: impl Into<String>) -> Self {
        self.hook_name = Some(value.into());
        self
    }

    /// Sets [`hook_event`](Self::hook_event).
    #[must_use]
    pub fn hook_event(mut self, value: impl Into<HookEvent>) -> Self {
        self.hook_event = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(HookStartedMessage {
    tags: ["type" = "system", "subtype" = "hook_started"],
    fields: [
        0 optional hook_id: HookRunId = "hook_id",
        1 optional hook_name: String = "hook_name",
        2 optional hook_event: HookEvent = "hook_event",
        3 optional session_id: SessionId = "session_id",
        4 optional uuid: MessageUuid = "uuid",
    ],
});

/// A shell hook wrote something.
///
/// Wire: `type: system`, `subtype: hook_progress`. Declared, not seen. Feature: MSG-24.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct HookProgressMessage {
    /// This run of the hook.
    ///
    /// May be absent; declared, not seen.
    pub hook_id: Option<HookRunId>,
    /// The event with what it is about.
    ///
    /// May be absent; declared, not seen.
    pub hook_name: Option<String>,
    /// The event.
    ///
    /// May be absent; declared, not seen.
    pub hook_event: Option<HookEvent>,
    /// Both outputs so far, mixed.
    ///
    /// May be absent; declared, not seen.
    pub output: Option<String>,
    /// Standard output so far.
    ///
    /// May be absent; declared, not seen.
    pub stdout: Option<String>,
    /// Standard error so far.
    ///
    /// May be absent; declared, not seen.
    pub stderr: Option<String>,
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

impl HookProgressMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            hook_id: None,
            hook_name: None,
            hook_event: None,
            output: None,
            stdout: None,
            stderr: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`hook_id`](Self::hook_id).
    #[must_use]
    pub fn hook_id(mut self, value: impl Into<HookRunId>) -> Self {
        self.hook_id = Some(value.into());
        self
    }

    /// Sets [`hook_name`](Self::hook_name).
    #[must_use]
    pub fn hook_name(mut self, value: impl Into<String>) -> Self {
        self.hook_name = Some(value.into());
        self
    }

    /// Sets [`hook_event`](Self::hook_event).
    #[must_use]
    pub fn hook_event(mut self, value: impl Into<HookEvent>) -> Self {
        self.hook_event = Some(value.into());
        self
    }

    /// Sets [`output`](Self::output).
    #[must_use]
    pub fn output(mut self, value: impl Into<String>) -> Self {
        self.output = Some(value.into());
        self
    }

    /// Sets [`stdout`](Self::stdout).
    #[must_use]
    pub fn stdout(mut self, value: impl Into<String>) -> Self {
        self.stdout = Some(value.into());
        self
    }

    /// Sets [`stderr`](Self::stderr).
    #[must_use]
    pub fn stderr(mut self, value: impl Into<String>) -> Self {
        self.stderr = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(HookProgressMessage {
    tags: ["type" = "system", "subtype" = "hook_progress"],
    fields: [
        0 optional hook_id: HookRunId = "hook_id",
        1 optional hook_name: String = "hook_name",
        2 optional hook_event: HookEvent = "hook_event",
        3 optional output: String = "output",
        4 optional stdout: String = "stdout",
        5 optional stderr: String = "stderr",
        6 optional session_id: SessionId = "session_id",
        7 optional uuid: MessageUuid = "uuid",
    ],
});

/// A shell hook ended.
///
/// Wire: `type: system`, `subtype: hook_response`. Seen 3 times in the recordings. Feature: MSG-25.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct HookResponseMessage {
    /// This run of the hook.
    ///
    /// May be absent; seen 3/3.
    pub hook_id: Option<HookRunId>,
    /// The event with what it is about.
    ///
    /// May be absent; seen 3/3.
    pub hook_name: Option<String>,
    /// The event.
    ///
    /// May be absent; seen 3/3.
    pub hook_event: Option<HookEvent>,
    /// Both outputs, mixed.
    ///
    /// May be absent; seen 3/3.
    pub output: Option<String>,
    /// Standard output.
    ///
    /// May be absent; seen 3/3.
    pub stdout: Option<String>,
    /// Standard error.
    ///
    /// May be absent; seen 3/3.
    pub stderr: Option<String>,
    /// The exit code; absent where the hook was cancelled.
    ///
    /// May be absent; seen 3/3.
    pub exit_code: Option<i64>,
    /// How it ended.
    ///
    /// May be absent; seen 3/3.
    pub outcome: Option<HookOutcome>,
    /// The session.
    ///
    /// May be absent; seen 3/3.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 3/3.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl HookResponseMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            hook_id: None,
            hook_name: None,
            hook_event: None,
            output: None,
            stdout: None,
            stderr: None,
            exit_code: None,
            outcome: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`hook_id`](Self::hook_id).
    #[must_use]
    pub fn hook_id(mut self, value: impl Into<HookRunId>) -> Self {
        self.hook_id = Some(value.into());
        self
    }

    /// Sets [`hook_name`](Self::hook_name).
    #[must_use]
    pub fn hook_name(mut self, value: impl Into<String>) -> Self {
        self.hook_name = Some(value.into());
        self
    }

    /// Sets [`hook_event`](Self::hook_event).
    #[must_use]
    pub fn hook_event(mut self, value: impl Into<HookEvent>) -> Self {
        self.hook_event = Some(value.into());
        self
    }

    /// Sets [`output`](Self::output).
    #[must_use]
    pub fn output(mut self, value: impl Into<String>) -> Self {
        self.output = Some(value.into());
        self
    }

    /// Sets [`stdout`](Self::stdout).
    #[must_use]
    pub fn stdout(mut self, value: impl Into<String>) -> Self {
        self.stdout = Some(value.into());
        self
    }

    /// Sets [`stderr`](Self::stderr).
    #[must_use]
    pub fn stderr(mut self, value: impl Into<String>) -> Self {
        self.stderr = Some(value.into());
        self
    }

    /// Sets [`exit_code`](Self::exit_code).
    #[must_use]
    pub fn exit_code(mut self, value: i64) -> Self {
        self.exit_code = Some(value);
        self
    }

    /// Sets [`outcome`](Self::outcome).
    #[must_use]
    pub fn outcome(mut self, value: impl Into<HookOutcome>) -> Self {
        self.outcome = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(HookResponseMessage {
    tags: ["type" = "system", "subtype" = "hook_response"],
    fields: [
        0 optional hook_id: HookRunId = "hook_id",
        1 optional hook_name: String = "hook_name",
        2 optional hook_event: HookEvent = "hook_event",
        3 optional output: String = "output",
        4 optional stdout: String = "stdout",
        5 optional stderr: String = "stderr",
        6 optional exit_code: i64 = "exit_code",
        7 optional outcome: HookOutcome = "outcome",
        8 optional session_id: SessionId = "session_id",
        9 optional uuid: MessageUuid = "uuid",
    ],
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

impl SessionStateChangedMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(state: impl Into<SessionState>) -> Self {
        Self {
            state: state.into(),
            sdk_host_only: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`sdk_host_only`](Self::sdk_host_only).
    #[must_use]
    pub fn sdk_host_only(mut self, value: bool) -> Self {
        self.sdk_host_only = Some(value);
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
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

impl SessionTitleChangedMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), session_id: None, uuid: None, extra: Extra::default() }
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
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
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SessionWritesLostMessage {
    /// The system's word: `ENOSPC` or `EDQUOT`.
    ///
    /// May be absent; declared, not seen.
    pub error_code: Option<String>,
    /// What was lost.
    ///
    /// May be absent; declared, not seen.
    pub lost: Option<Vec<Raw>>,
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

impl SessionWritesLostMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            error_code: None,
            lost: None,
            transcript_session_ids: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`error_code`](Self::error_code).
    #[must_use]
    pub fn error_code(mut self, value: impl Into<String>) -> Self {
        self.error_code = Some(value.into());
        self
    }

    /// Sets [`lost`](Self::lost).
    #[must_use]
    pub fn lost(mut self, value: impl Into<Vec<Raw>>) -> Self {
        self.lost = Some(value.into());
        self
    }

    /// Sets [`transcript_session_ids`](Self::transcript_session_ids).
    #[must_use]
    pub fn transcript_session_ids(mut self, value: impl Into<Vec<SessionId>>) -> Self {
        self.transcript_session_ids = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(SessionWritesLostMessage {
    tags: ["type" = "system", "subtype" = "session_writes_lost"],
    fields: [
        0 optional error_code: String = "error_code",
        1 optional lost: Vec<Raw> = "lost",
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

impl CommandsChangedMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(commands: impl Into<Vec<SlashCommand>>) -> Self {
        Self { commands: commands.into(), session_id: None, uuid: None, extra: Extra::default() }
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
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

impl ControlRequestProgressMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(request_id: impl Into<RequestId>) -> Self {
        Self {
            request_id: request_id.into(),
            status: None,
            session_id: None,
            uuid: None,
            attempt: None,
            max_retries: None,
            retry_delay_ms: None,
            error_status: Maybe::Absent,
            extra: Extra::default(),
        }
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn status(mut self, value: impl Into<ControlRequestStatus>) -> Self {
        self.status = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`attempt`](Self::attempt).
    #[must_use]
    pub fn attempt(mut self, value: u64) -> Self {
        self.attempt = Some(value);
        self
    }

    /// Sets [`max_retries`](Self::max_retries).
    #[must_use]
    pub fn max_retries(mut self, value: u64) -> Self {
        self.max_retries = Some(value);
        self
    }

    /// Sets [`retry_delay_ms`](Self::retry_delay_ms).
    #[must_use]
    pub fn retry_delay_ms(mut self, value: u64) -> Self {
        self.retry_delay_ms = Some(value);
        self
    }

    /// Sets [`error_status`](Self::error_status).
    #[must_use]
    pub fn error_status(mut self, value: u64) -> Self {
        self.error_status = Maybe::Value(value);
        self
    }
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
#[derive(Debug, Clone, PartialEq, Default)]
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

impl PluginInstallMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            status: None,
            name: None,
            error: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn status(mut self, value: impl Into<PluginInstallStatus>) -> Self {
        self.status = Some(value.into());
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn error(mut self, value: impl Into<String>) -> Self {
        self.error = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
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
#[derive(Debug, Clone, PartialEq, Default)]
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

impl ElicitationCompleteMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            mcp_server_name: None,
            elicitation_id: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`mcp_server_name`](Self::mcp_server_name).
    #[must_use]
    pub fn mcp_server_name(mut self, value: impl Into<String>) -> Self {
        self.mcp_server_name = Some(value.into());
        self
    }

    /// Sets [`elicitation_id`](Self::elicitation_id).
    #[must_use]
    pub fn elicitation_id(mut self, value: impl Into<String>) -> Self {
        self.elicitation_id = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
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
#[derive(Debug, Clone, PartialEq, Default)]
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

impl FilesPersistedMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            files: None,
            failed: None,
            processed_at: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`files`](Self::files).
    #[must_use]
    pub fn files(mut self, value: impl Into<Vec<PersistedFile>>) -> Self {
        self.files = Some(value.into());
        self
    }

    /// Sets [`failed`](Self::failed).
    #[must_use]
    pub fn failed(mut self, value: impl Into<Vec<FailedFile>>) -> Self {
        self.failed = Some(value.into());
        self
    }

    /// Sets [`processed_at`](Self::processed_at).
    #[must_use]
    pub fn processed_at(mut self, value: impl Into<Timestamp>) -> Self {
        self.processed_at = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
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
#[derive(Debug, Clone, PartialEq, Default)]
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

impl PersistedFile {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { filename: None, file_id: None, extra: Extra::default() }
    }

    /// Sets [`filename`](Self::filename).
    #[must_use]
    pub fn filename(mut self, value: impl Into<String>) -> Self {
        self.filename = Some(value.into());
        self
    }

    /// Sets [`file_id`](Self::file_id).
    #[must_use]
    pub fn file_id(mut self, value: impl Into<FileId>) -> Self {
        self.file_id = Some(value.into());
        self
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
#[derive(Debug, Clone, PartialEq, Default)]
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

impl FailedFile {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { filename: None, error: None, extra: Extra::default() }
    }

    /// Sets [`filename`](Self::filename).
    #[must_use]
    pub fn filename(mut self, value: impl Into<String>) -> Self {
        self.filename = Some(value.into());
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn error(mut self, value: impl Into<String>) -> Self {
        self.error = Some(value.into());
        self
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
#[derive(Debug, Clone, PartialEq, Default)]
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

impl MemoryRecallMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { mode: None, memories: None, session_id: None, uuid: None, extra: Extra::default() }
    }

    /// Sets [`mode`](Self::mode).
    #[must_use]
    pub fn mode(mut self, value: impl Into<MemoryRecallMode>) -> Self {
        self.mode = Some(value.into());
        self
    }

    /// Sets [`memories`](Self::memories).
    #[must_use]
    pub fn memories(mut self, value: impl Into<Vec<RecalledMemory>>) -> Self {
        self.memories = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
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
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct RecalledMemory {
    /// Its file.
    ///
    /// May be absent; declared, not seen.
    pub path: Option<String>,
    /// Whose memory it is.
    ///
    /// May be absent; declared, not seen.
    pub scope: Option<String>,
    /// Its text.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl RecalledMemory {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { path: None, scope: None, content: None, extra: Extra::default() }
    }

    /// Sets [`path`](Self::path).
    #[must_use]
    pub fn path(mut self, value: impl Into<String>) -> Self {
        self.path = Some(value.into());
        self
    }

    /// Sets [`scope`](Self::scope).
    #[must_use]
    pub fn scope(mut self, value: impl Into<String>) -> Self {
        self.scope = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
        self
    }
}

wire_struct!(RecalledMemory {
    tags: [],
    fields: [
        0 optional path: String = "path",
        1 optional scope: String = "scope",
        2 optional content: String = "content",
    ],
});

/// Lines of a transcript could not be handed to a session store. An SDK makes this message, not the CLI.
///
/// Wire: `type: system`, `subtype: mirror_error`. Declared, not seen. Feature: MSG-47.
#[derive(Debug, Clone, PartialEq, Default)]
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

impl MirrorErrorMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { key: None, error: None, session_id: None, uuid: None, extra: Extra::default() }
    }

    /// Sets [`key`](Self::key).
    #[must_use]
    pub fn key(mut self, value: impl Into<MirrorKey>) -> Self {
        self.key = Some(value.into());
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn error(mut self, value: impl Into<String>) -> Self {
        self.error = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
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
#[derive(Debug, Clone, PartialEq, Default)]
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

impl MirrorKey {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { project_key: None, session_id: None, subpath: None, extra: Extra::default() }
    }

    /// Sets [`project_key`](Self::project_key).
    #[must_use]
    pub fn project_key(mut self, value: impl Into<String>) -> Self {
        self.project_key = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`subpath`](Self::subpath).
    #[must_use]
    pub fn subpath(mut self, value: impl Into<String>) -> Self {
        self.subpath = Some(value.into());
        self
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
#[derive(Debug, Clone, PartialEq, Default)]
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

impl WorkerShuttingDownMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { reason: None, session_id: None, uuid: None, extra: Extra::default() }
    }

    /// Sets [`reason`](Self::reason).
    #[must_use]
    pub fn reason(mut self, value: impl Into<String>) -> Self {
        self.reason = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
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
