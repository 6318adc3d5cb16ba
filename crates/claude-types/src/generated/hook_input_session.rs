// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Hook inputs about a session: its start and end, prompts, turns, subagents, compaction, the model, and text to be displayed.

use super::all::*;

/// The reason why a session starts or continues.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SessionStartSource {
    /// The CLI was started.
    Startup,
    /// An earlier session was resumed.
    Resume,
    /// The conversation was cleared.
    Clear,
    /// The context was compacted.
    Compact,
    /// A copy of an earlier session was resumed.
    Fork,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SessionStartSource {
    Startup = "startup",
    Resume = "resume",
    Clear = "clear",
    Compact = "compact",
    Fork = "fork",
});

/// The reason why a session ends.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SessionEndReason {
    /// The conversation was cleared.
    Clear,
    /// Another session is resumed.
    Resume,
    /// The user logged out.
    Logout,
    /// The user exited at the prompt.
    PromptInputExit,
    /// The session ended for another reason. Wire: `other`.
    Unspecified,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SessionEndReason {
    Clear = "clear",
    Resume = "resume",
    Logout = "logout",
    PromptInputExit = "prompt_input_exit",
    Unspecified = "other",
});

/// The purpose of a setup.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SetupTrigger {
    /// The initial setup of the project.
    Init,
    /// The maintenance of the project.
    Maintenance,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SetupTrigger {
    Init = "init",
    Maintenance = "maintenance",
});

/// The kind of a notification.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotificationType {
    /// A permission request is open.
    PermissionPrompt,
    /// The user has replied to an elicitation.
    ElicitationResponse,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] NotificationType {
    PermissionPrompt = "permission_prompt",
    ElicitationResponse = "elicitation_response",
});

/// The author of a prompt.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PromptSource {
    /// A person at the terminal.
    User,
    /// The caller of the SDK, or of `--print`.
    Sdk,
    /// The CLI itself: messages of others, notifications of tasks, turns that continue automatically.
    System,
    /// A loop that sets its own interval.
    LoopWakeup,
    /// A scheduled task.
    ScheduleWakeup,
    /// An event that the host submits. A hook that blocks the prompt refuses the event.
    PollEvent,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] PromptSource {
    User = "user",
    Sdk = "sdk",
    System = "system",
    LoopWakeup = "loop_wakeup",
    ScheduleWakeup = "schedule_wakeup",
    PollEvent = "poll_event",
});

/// The kind of a prompt expansion.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExpansionType {
    /// A slash command: a text in a file.
    SlashCommand,
    /// A prompt of an MCP server.
    McpPrompt,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ExpansionType {
    SlashCommand = "slash_command",
    McpPrompt = "mcp_prompt",
});

/// The party that requested a model switch.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ModelSwitchSource {
    /// The user, with a command.
    Command,
    /// The user, from a list.
    Picker,
    /// The host, with a control request.
    Sdk,
    /// The CLI, for instance because the model cannot be reached. Reported only after the switch.
    Auto,
    /// An earlier session that is resumed and used this model. Reported only after the switch.
    Resume,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ModelSwitchSource {
    Command = "command",
    Picker = "picker",
    Sdk = "sdk",
    Auto = "auto",
    Resume = "resume",
});

/// The lifetime of a context in the API's cache.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CacheTtl {
    /// Five minutes. Wire: `5m`.
    FiveMinutes,
    /// One hour. Wire: `1h`.
    OneHour,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] CacheTtl {
    FiveMinutes = "5m",
    OneHour = "1h",
});

/// The source of a model's price.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ModelPricing {
    /// The managed settings.
    Configured,
    /// The price list.
    Catalog,
    /// A usual price, because the model is not known.
    Default,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ModelPricing {
    Configured = "configured",
    Catalog = "catalog",
    Default = "default",
});

/// The input of a `SessionStart` hook: a session starts or continues.
///
/// Wire: `hook_event_name: SessionStart`.
///
/// The input of hooks of the event `SessionStart`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SessionStartInput {
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
    /// The reason for the start.
    pub source: Option<SessionStartSource>,
    /// The model.
    pub model: Option<ModelName>,
    /// The title of the session.
    pub session_title: Option<String>,
    /// After `resume` and `fork`: the age of the model's last answer in seconds.
    pub seconds_since_last_response: Option<f64>,
    /// After `resume` and `fork`: the number of context tokens of the session.
    pub context_tokens: Option<u64>,
    /// After `resume` and `fork`: true if the API's cache has most likely dropped that context.
    pub prompt_cache_likely_expired: Option<bool>,
    /// After `resume` and `fork`: the estimated cost of caching that context again, in US dollars.
    pub estimated_cache_write_usd: Option<f64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SessionStartInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SessionStartInput {
    tags: ["hook_event_name" = "SessionStart"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional source: SessionStartSource = "source",
        9 optional model: ModelName = "model",
        10 optional session_title: String = "session_title",
        11 optional seconds_since_last_response: f64 = "seconds_since_last_response",
        12 optional context_tokens: u64 = "context_tokens",
        13 optional prompt_cache_likely_expired: bool = "prompt_cache_likely_expired",
        14 optional estimated_cache_write_usd: f64 = "estimated_cache_write_usd",
    ],
});

/// The input of a `SessionEnd` hook: a session ends.
///
/// Wire: `hook_event_name: SessionEnd`.
///
/// The input of hooks of the event `SessionEnd`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SessionEndInput {
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
    /// The reason for the end.
    pub reason: Option<SessionEndReason>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SessionEndInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SessionEndInput {
    tags: ["hook_event_name" = "SessionEnd"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional reason: SessionEndReason = "reason",
    ],
});

/// The input of a `Setup` hook: the CLI sets up or maintains a project.
///
/// Wire: `hook_event_name: Setup`.
///
/// The input of hooks of the event `Setup`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetupInput {
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
    /// The purpose of the setup.
    pub trigger: Option<SetupTrigger>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SetupInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SetupInput {
    tags: ["hook_event_name" = "Setup"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional trigger: SetupTrigger = "trigger",
    ],
});

/// The input of a `Notification` hook: the CLI requests the attention of the user, for instance because a permission request has been open for six seconds.
///
/// Wire: `hook_event_name: Notification`.
///
/// The input of hooks of the event `Notification`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct NotificationInput {
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
    /// The text for the user.
    pub message: String,
    /// The heading.
    pub title: Option<String>,
    /// The kind of notification.
    pub notification_type: Option<NotificationType>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] NotificationInput {
    tags: ["hook_event_name" = "Notification"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required message: String = "message",
        9 optional title: String = "title",
        10 optional notification_type: NotificationType = "notification_type",
    ],
});

/// The input of a `UserPromptSubmit` hook: a prompt was submitted.
///
/// Wire: `hook_event_name: UserPromptSubmit`.
///
/// The input of hooks of the event `UserPromptSubmit`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UserPromptSubmitInput {
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
    /// The prompt.
    pub prompt: String,
    /// The author of the prompt.
    pub source: Option<PromptSource>,
    /// The title of the session.
    pub session_title: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] UserPromptSubmitInput {
    tags: ["hook_event_name" = "UserPromptSubmit"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required prompt: String = "prompt",
        9 optional source: PromptSource = "source",
        10 optional session_title: String = "session_title",
    ],
});

/// The input of a `UserPromptExpansion` hook: a slash command is about to become a prompt.
///
/// Wire: `hook_event_name: UserPromptExpansion`.
///
/// The input of hooks of the event `UserPromptExpansion`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UserPromptExpansionInput {
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
    /// The kind of expansion.
    pub expansion_type: Option<ExpansionType>,
    /// The command, without the slash.
    pub command_name: Option<String>,
    /// The arguments of the command.
    pub command_args: Option<String>,
    /// The source of the command, as in `projectSettings`.
    pub command_source: Option<String>,
    /// The text that the user typed.
    pub prompt: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] UserPromptExpansionInput {
    tags: ["hook_event_name" = "UserPromptExpansion"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional expansion_type: ExpansionType = "expansion_type",
        9 optional command_name: String = "command_name",
        10 optional command_args: String = "command_args",
        11 optional command_source: String = "command_source",
        12 required prompt: String = "prompt",
    ],
});

/// The input of a `Stop` hook: the model has finished.
///
/// Wire: `hook_event_name: Stop`.
///
/// The input of hooks of the event `Stop`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct StopInput {
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
    /// True if a hook has already made the model continue. A hook that ignores this field can make the model continue forever.
    pub stop_hook_active: Option<bool>,
    /// The last message of the model.
    pub last_assistant_message: Option<String>,
    /// The background tasks that are still running and may wake the session later.
    pub background_tasks: Option<Vec<BackgroundTaskSummary>>,
    /// The scheduled tasks that will wake the session later.
    pub session_crons: Option<Vec<SessionCronSummary>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for StopInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] StopInput {
    tags: ["hook_event_name" = "Stop"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional stop_hook_active: bool = "stop_hook_active",
        9 optional last_assistant_message: String = "last_assistant_message",
        10 optional background_tasks: Vec<BackgroundTaskSummary> = "background_tasks",
        11 optional session_crons: Vec<SessionCronSummary> = "session_crons",
    ],
});

/// The input of a `StopFailure` hook: a turn ended with an API error.
///
/// Wire: `hook_event_name: StopFailure`.
///
/// The input of hooks of the event `StopFailure`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct StopFailureInput {
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
    /// The kind of error.
    pub error: Option<ApiErrorKind>,
    /// The details of the error.
    pub error_details: Option<String>,
    /// The last message of the conversation, which is the error as text.
    pub last_assistant_message: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for StopFailureInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] StopFailureInput {
    tags: ["hook_event_name" = "StopFailure"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional error: ApiErrorKind = "error",
        9 optional error_details: String = "error_details",
        10 optional last_assistant_message: String = "last_assistant_message",
    ],
});

/// The input of a `SubagentStart` hook: a subagent starts. `agent_id` and `agent_type` identify it.
///
/// Wire: `hook_event_name: SubagentStart`.
///
/// The input of hooks of the event `SubagentStart`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SubagentStartInput {
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
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SubagentStartInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SubagentStartInput {
    tags: ["hook_event_name" = "SubagentStart"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
    ],
});

/// The input of a `SubagentStop` hook: a subagent has finished. `agent_id` and `agent_type` identify it.
///
/// Wire: `hook_event_name: SubagentStop`.
///
/// The input of hooks of the event `SubagentStop`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SubagentStopInput {
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
    /// True if a hook has already made the subagent continue.
    pub stop_hook_active: Option<bool>,
    /// The subagent's transcript file.
    pub agent_transcript_path: Option<String>,
    /// The last message of the subagent.
    pub last_assistant_message: Option<String>,
    /// The background tasks that are still running. A background subagent is itself among them.
    pub background_tasks: Option<Vec<BackgroundTaskSummary>>,
    /// The scheduled tasks that will wake the session later.
    pub session_crons: Option<Vec<SessionCronSummary>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SubagentStopInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SubagentStopInput {
    tags: ["hook_event_name" = "SubagentStop"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional stop_hook_active: bool = "stop_hook_active",
        9 optional agent_transcript_path: String = "agent_transcript_path",
        10 optional last_assistant_message: String = "last_assistant_message",
        11 optional background_tasks: Vec<BackgroundTaskSummary> = "background_tasks",
        12 optional session_crons: Vec<SessionCronSummary> = "session_crons",
    ],
});

/// A background task that is still running when the model has finished.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTaskSummary {
    /// The ID of the task.
    pub id: Option<TaskId>,
    /// The kind of task: `shell`, `subagent`, `monitor`, `workflow` and others. Wire: `type`.
    pub kind: Option<String>,
    /// The status of the task.
    pub status: Option<TaskStatus>,
    /// The description of the task, cut after 1000 characters.
    pub description: Option<String>,
    /// The command line of a `shell`, cut after 1000 characters.
    pub command: Option<String>,
    /// The type of a `subagent`.
    pub agent_type: Option<String>,
    /// The MCP server, for a task of an MCP server.
    pub server: Option<String>,
    /// The MCP tool, for a task of an MCP server.
    pub tool: Option<String>,
    /// The name of a `workflow`.
    pub name: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for BackgroundTaskSummary {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] BackgroundTaskSummary {
    tags: [],
    fields: [
        0 optional id: TaskId = "id",
        1 optional kind: String = "type",
        2 optional status: TaskStatus = "status",
        3 optional description: String = "description",
        4 optional command: String = "command",
        5 optional agent_type: String = "agent_type",
        6 optional server: String = "server",
        7 optional tool: String = "tool",
        8 optional name: String = "name",
    ],
});

/// A scheduled task that will wake the session.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SessionCronSummary {
    /// The ID of the scheduled task.
    pub id: Option<String>,
    /// The schedule, as a cron expression such as `0 9 * * 1-5`.
    pub schedule: Option<String>,
    /// True if the task repeats, false if it runs once.
    pub recurring: Option<bool>,
    /// The prompt that the task submits, cut after 1000 characters.
    pub prompt: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SessionCronSummary {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SessionCronSummary {
    tags: [],
    fields: [
        0 optional id: String = "id",
        1 optional schedule: String = "schedule",
        2 optional recurring: bool = "recurring",
        3 optional prompt: String = "prompt",
    ],
});

/// The input of a `PreCompact` hook: the context is about to be compacted.
///
/// Wire: `hook_event_name: PreCompact`.
///
/// The input of hooks of the event `PreCompact`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PreCompactInput {
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
    /// The trigger of the compaction.
    pub trigger: Option<CompactTrigger>,
    /// The user's instructions for the summary; null for none.
    pub custom_instructions: Maybe<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PreCompactInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PreCompactInput {
    tags: ["hook_event_name" = "PreCompact"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional trigger: CompactTrigger = "trigger",
        9 maybe custom_instructions: String = "custom_instructions",
    ],
});

/// The input of a `PostCompact` hook: the context has been compacted.
///
/// Wire: `hook_event_name: PostCompact`.
///
/// The input of hooks of the event `PostCompact`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PostCompactInput {
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
    /// The trigger of the compaction.
    pub trigger: Option<CompactTrigger>,
    /// The summary that replaces the earlier content.
    pub compact_summary: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PostCompactInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PostCompactInput {
    tags: ["hook_event_name" = "PostCompact"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional trigger: CompactTrigger = "trigger",
        9 optional compact_summary: String = "compact_summary",
    ],
});

/// The input of a `PreModelSwitch` hook: the model is about to change.
///
/// Wire: `hook_event_name: PreModelSwitch`.
///
/// The input of hooks of the event `PreModelSwitch`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PreModelSwitchInput {
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
    /// The model before the switch.
    pub from_model: Option<ModelName>,
    /// The model after the switch.
    pub to_model: ModelName,
    /// The requested model, which may be an alias; null for the default.
    pub requested_model: Maybe<ModelName>,
    /// The party that requested the switch.
    pub source: Option<ModelSwitchSource>,
    /// The number of context tokens that the new model must read; 0 before the first answer.
    pub context_tokens: Option<u64>,
    /// True if the old model most likely still has that context cached. The switch gives up this cache.
    pub prompt_cache_warm: Option<bool>,
    /// The lifetime of that context in the API's cache.
    pub cache_ttl: Option<CacheTtl>,
    /// The estimated cost of caching that context for the new model, in US dollars.
    pub estimated_cache_write_usd: Option<f64>,
    /// The source of the price.
    pub pricing: Option<ModelPricing>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] PreModelSwitchInput {
    tags: ["hook_event_name" = "PreModelSwitch"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional from_model: ModelName = "from_model",
        9 required to_model: ModelName = "to_model",
        10 maybe requested_model: ModelName = "requested_model",
        11 optional source: ModelSwitchSource = "source",
        12 optional context_tokens: u64 = "context_tokens",
        13 optional prompt_cache_warm: bool = "prompt_cache_warm",
        14 optional cache_ttl: CacheTtl = "cache_ttl",
        15 optional estimated_cache_write_usd: f64 = "estimated_cache_write_usd",
        16 optional pricing: ModelPricing = "pricing",
    ],
});

/// The input of a `PostModelSwitch` hook: the model has changed.
///
/// Wire: `hook_event_name: PostModelSwitch`.
///
/// The input of hooks of the event `PostModelSwitch`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PostModelSwitchInput {
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
    /// The model before the switch.
    pub from_model: Option<ModelName>,
    /// The model after the switch.
    pub to_model: ModelName,
    /// The requested model, which may be an alias; null for the default.
    pub requested_model: Maybe<ModelName>,
    /// The party that requested the switch.
    pub source: Option<ModelSwitchSource>,
    /// The number of context tokens that the new model must read; 0 before the first answer.
    pub context_tokens: Option<u64>,
    /// True if the old model most likely still has that context cached. The switch gives up this cache.
    pub prompt_cache_warm: Option<bool>,
    /// The lifetime of that context in the API's cache.
    pub cache_ttl: Option<CacheTtl>,
    /// The estimated cost of caching that context for the new model, in US dollars.
    pub estimated_cache_write_usd: Option<f64>,
    /// The source of the price.
    pub pricing: Option<ModelPricing>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] PostModelSwitchInput {
    tags: ["hook_event_name" = "PostModelSwitch"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional from_model: ModelName = "from_model",
        9 required to_model: ModelName = "to_model",
        10 maybe requested_model: ModelName = "requested_model",
        11 optional source: ModelSwitchSource = "source",
        12 optional context_tokens: u64 = "context_tokens",
        13 optional prompt_cache_warm: bool = "prompt_cache_warm",
        14 optional cache_ttl: CacheTtl = "cache_ttl",
        15 optional estimated_cache_write_usd: f64 = "estimated_cache_write_usd",
        16 optional pricing: ModelPricing = "pricing",
    ],
});

/// The input of a `MessageDisplay` hook: text of the model is about to be displayed. It contains the lines that were completed since the last call.
///
/// Wire: `hook_event_name: MessageDisplay`.
///
/// The input of hooks of the event `MessageDisplay`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageDisplayInput {
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
    /// The ID of the turn.
    pub turn_id: Option<String>,
    /// The ID of the message. It is not the ID of the API.
    pub message_id: Option<MessageUuid>,
    /// The index of this part of the message, counted from 0.
    pub index: Option<u64>,
    /// True for the last part of the message. Each message has exactly one last part. Wire: `final`.
    pub is_final: Option<bool>,
    /// The text. It contains whole lines, except in the last part, which may also be empty.
    pub delta: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for MessageDisplayInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] MessageDisplayInput {
    tags: ["hook_event_name" = "MessageDisplay"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional turn_id: String = "turn_id",
        9 optional message_id: MessageUuid = "message_id",
        10 optional index: u64 = "index",
        11 optional is_final: bool = "final",
        12 optional delta: String = "delta",
    ],
});
