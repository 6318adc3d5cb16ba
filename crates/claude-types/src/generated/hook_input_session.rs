// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! What hooks are told about a session: its start and end, prompts, turns, subagents, compaction, the model, and text on its way to the screen.

use super::all::*;

/// How a session came to begin or go on.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SessionStartSource {
    /// The CLI was started.
    Startup,
    /// An earlier session is taken up.
    Resume,
    /// The conversation was cleared.
    Clear,
    /// The context was compacted.
    Compact,
    /// A copy of an earlier session is taken up.
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

/// Why a session ends.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SessionEndReason {
    /// The conversation was cleared.
    Clear,
    /// Another session is taken up.
    Resume,
    /// The user logged out.
    Logout,
    /// The user left at the prompt.
    PromptInputExit,
    /// For another reason. Wire: `other`.
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

/// What a setup is for.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SetupTrigger {
    /// The first time.
    Init,
    /// Keeping it in order.
    Maintenance,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SetupTrigger {
    Init = "init",
    Maintenance = "maintenance",
});

/// What a notification is about.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotificationType {
    /// A permission is waited for.
    PermissionPrompt,
    /// An elicitation has its answer.
    ElicitationResponse,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] NotificationType {
    PermissionPrompt = "permission_prompt",
    ElicitationResponse = "elicitation_response",
});

/// Who made a prompt.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PromptSource {
    /// A person at the terminal.
    User,
    /// The caller of the SDK, or of `--print`.
    Sdk,
    /// The CLI itself: messages of others, notes about tasks, turns that go on by themselves.
    System,
    /// A loop that sets its own pace.
    LoopWakeup,
    /// A task that was due.
    ScheduleWakeup,
    /// An event that the host submits. A hook that blocks it refuses the event.
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

/// What a command stands for.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExpansionType {
    /// A text in a file.
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

/// Who wants another model.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ModelSwitchSource {
    /// The user, by a command.
    Command,
    /// The user, from a list.
    Picker,
    /// The host, by a control request.
    Sdk,
    /// The CLI, for instance because the model cannot be reached. Told after the change only.
    Auto,
    /// An earlier session that is taken up and had this model. Told after the change only.
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

/// How long the cache of the API keeps a context.
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

/// Where the price of a model comes from.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ModelPricing {
    /// From the managed settings.
    Configured,
    /// From the price list.
    Catalog,
    /// The model is not known, and a usual price was taken.
    Default,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ModelPricing {
    Configured = "configured",
    Catalog = "catalog",
    Default = "default",
});

/// A session begins or goes on.
///
/// Wire: `hook_event_name: SessionStart`.
///
/// The input of hooks of the event `SessionStart`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionStartInput {
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
    /// How it came about.
    pub source: Option<SessionStartSource>,
    /// The model.
    pub model: Option<ModelName>,
    /// The title of the session.
    pub session_title: Option<String>,
    /// After `resume` and `fork`: how old the last answer of the model is, in seconds.
    pub seconds_since_last_response: Option<f64>,
    /// After `resume` and `fork`: how many tokens of context the session brings with it.
    pub context_tokens: Option<u64>,
    /// After `resume` and `fork`: true if the cache of the API has most likely forgotten that context.
    pub prompt_cache_likely_expired: Option<bool>,
    /// After `resume` and `fork`: what it would cost to cache that context again, in US dollars.
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

/// A session ends.
///
/// Wire: `hook_event_name: SessionEnd`.
///
/// The input of hooks of the event `SessionEnd`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionEndInput {
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
    /// Why.
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

/// The CLI sets up or maintains a project.
///
/// Wire: `hook_event_name: Setup`.
///
/// The input of hooks of the event `Setup`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetupInput {
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
    /// Which of the two.
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

/// The CLI wants the attention of the user, for instance because a permission has been waited for for six seconds.
///
/// Wire: `hook_event_name: Notification`.
///
/// The input of hooks of the event `Notification`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NotificationInput {
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
    /// What the user is to read.
    pub message: String,
    /// A heading.
    pub title: Option<String>,
    /// What it is about.
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

/// A prompt has come.
///
/// Wire: `hook_event_name: UserPromptSubmit`.
///
/// The input of hooks of the event `UserPromptSubmit`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserPromptSubmitInput {
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
    /// The prompt.
    pub prompt: String,
    /// Who made it.
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

/// A slash command is about to become a prompt.
///
/// Wire: `hook_event_name: UserPromptExpansion`.
///
/// The input of hooks of the event `UserPromptExpansion`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserPromptExpansionInput {
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
    /// Where the text comes from.
    pub expansion_type: Option<ExpansionType>,
    /// The command, without the slash.
    pub command_name: Option<String>,
    /// What follows the command.
    pub command_args: Option<String>,
    /// Where the command is defined, as in `projectSettings`.
    pub command_source: Option<String>,
    /// What was typed.
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

/// The model is done.
///
/// Wire: `hook_event_name: Stop`.
///
/// The input of hooks of the event `Stop`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StopInput {
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
    /// True where a hook has made the model go on already. A hook that does not look may do so for ever.
    pub stop_hook_active: Option<bool>,
    /// What the model said last.
    pub last_assistant_message: Option<String>,
    /// What still runs in the background, and may wake the session later.
    pub background_tasks: Option<Vec<BackgroundTaskSummary>>,
    /// What is planned to wake the session later.
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

/// A turn ended with an error of the API.
///
/// Wire: `hook_event_name: StopFailure`.
///
/// The input of hooks of the event `StopFailure`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StopFailureInput {
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
    /// The sort of error.
    pub error: Option<ApiErrorKind>,
    /// More about it.
    pub error_details: Option<String>,
    /// What the conversation says last, which is the error in words.
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

/// A subagent begins. Which one is in `agent_id` and `agent_type`.
///
/// Wire: `hook_event_name: SubagentStart`.
///
/// The input of hooks of the event `SubagentStart`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentStartInput {
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

/// A subagent is done. Which one is in `agent_id` and `agent_type`.
///
/// Wire: `hook_event_name: SubagentStop`.
///
/// The input of hooks of the event `SubagentStop`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentStopInput {
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
    /// True where a hook has made the subagent go on already.
    pub stop_hook_active: Option<bool>,
    /// The file of the subagent's transcript.
    pub agent_transcript_path: Option<String>,
    /// What the subagent said last.
    pub last_assistant_message: Option<String>,
    /// What still runs in the background; a subagent in the background is itself among them.
    pub background_tasks: Option<Vec<BackgroundTaskSummary>>,
    /// What is planned to wake the session later.
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

/// Something that runs in the background when the model is done.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTaskSummary {
    /// The task.
    pub id: Option<TaskId>,
    /// What sort of task it is, in a word: `shell`, `subagent`, `monitor`, `workflow` and others. Wire: `type`.
    pub kind: Option<String>,
    /// How it is.
    pub status: Option<TaskStatus>,
    /// What it does, cut after 1000 characters.
    pub description: Option<String>,
    /// The command line of a `shell`, cut after 1000 characters.
    pub command: Option<String>,
    /// The type of a `subagent`.
    pub agent_type: Option<String>,
    /// The MCP server of a task of one.
    pub server: Option<String>,
    /// The MCP tool of such a task.
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

/// Something that is planned to wake the session.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionCronSummary {
    /// Names it.
    pub id: Option<String>,
    /// When, as a cron expression such as `0 9 * * 1-5`.
    pub schedule: Option<String>,
    /// True if it comes again each time, false if it comes once.
    pub recurring: Option<bool>,
    /// The prompt that it submits, cut after 1000 characters.
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

/// The context is about to be compacted.
///
/// Wire: `hook_event_name: PreCompact`.
///
/// The input of hooks of the event `PreCompact`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreCompactInput {
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
    /// Who wants it.
    pub trigger: Option<CompactTrigger>,
    /// What the user wants of the summary; null for nothing.
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

/// The context has been compacted.
///
/// Wire: `hook_event_name: PostCompact`.
///
/// The input of hooks of the event `PostCompact`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostCompactInput {
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
    /// Who wanted it.
    pub trigger: Option<CompactTrigger>,
    /// The summary that stands for what was before.
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

/// The model is about to change.
///
/// Wire: `hook_event_name: PreModelSwitch`.
///
/// The input of hooks of the event `PreModelSwitch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreModelSwitchInput {
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
    /// The model that runs before the change.
    pub from_model: Option<ModelName>,
    /// The model that runs after it.
    pub to_model: ModelName,
    /// What was asked for, which may be an alias; null for the default.
    pub requested_model: Maybe<ModelName>,
    /// Who asked.
    pub source: Option<ModelSwitchSource>,
    /// How many tokens the new model has to read; 0 before the first answer.
    pub context_tokens: Option<u64>,
    /// True if the old model most likely still has them cached, which the change gives up.
    pub prompt_cache_warm: Option<bool>,
    /// How long the cache of the API keeps them.
    pub cache_ttl: Option<CacheTtl>,
    /// What it would cost to cache them for the new model, in US dollars.
    pub estimated_cache_write_usd: Option<f64>,
    /// Where the price comes from.
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

/// The model has changed.
///
/// Wire: `hook_event_name: PostModelSwitch`.
///
/// The input of hooks of the event `PostModelSwitch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostModelSwitchInput {
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
    /// The model that runs before the change.
    pub from_model: Option<ModelName>,
    /// The model that runs after it.
    pub to_model: ModelName,
    /// What was asked for, which may be an alias; null for the default.
    pub requested_model: Maybe<ModelName>,
    /// Who asked.
    pub source: Option<ModelSwitchSource>,
    /// How many tokens the new model has to read; 0 before the first answer.
    pub context_tokens: Option<u64>,
    /// True if the old model most likely still has them cached, which the change gives up.
    pub prompt_cache_warm: Option<bool>,
    /// How long the cache of the API keeps them.
    pub cache_ttl: Option<CacheTtl>,
    /// What it would cost to cache them for the new model, in US dollars.
    pub estimated_cache_write_usd: Option<f64>,
    /// Where the price comes from.
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

/// Text of the model is about to be shown: the lines that are complete since the last time.
///
/// Wire: `hook_event_name: MessageDisplay`.
///
/// The input of hooks of the event `MessageDisplay`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageDisplayInput {
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
    /// Names the turn.
    pub turn_id: Option<String>,
    /// Names the message, not by the id of the API.
    pub message_id: Option<MessageUuid>,
    /// Which part of the message it is, from 0.
    pub index: Option<u64>,
    /// True for the last part of the message, which each message has once. Wire: `final`.
    pub is_final: Option<bool>,
    /// The text: whole lines, but for the last part, which may also be empty.
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
