// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The state of the session at the start of a turn.

use super::all::*;

/// Things that a CLI can do, beyond those that every CLI can.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Capability {
    /// The answer to an interrupt tells which messages are still queued.
    InterruptReceiptV1,
    /// An interrupt can take back the messages that are queued.
    InterruptCancelQueuedV1,
    /// An interrupt can let a queued message go on at once.
    InterruptSendNowV1,
    /// An interrupt can put the message of the running turn back into the queue.
    InterruptRequeueTakenV1,
    /// The way of each message with a `uuid` is told.
    MsgLifecycleV1,
    /// The start of a message tells which schedule sent it.
    LifecycleWakeupSourceV1,
    /// Requests of the CLI carry lists of markers.
    RequestMarkerListsV1,
    /// Notifications can be queued for the model to read.
    QueuedNotifications,
    /// An answer to AskUserQuestion can say that a question was left open.
    AskUserQuestionUnansweredV1,
    /// Reloading plugins can be refused while a turn runs.
    ReloadPluginsRefuseIfBusyV1,
    /// MCP servers in the SDK's process can change their tools.
    SdkMcpToolsListChanged,
    /// MCP servers in the SDK's process can be declared ahead.
    SdkMcpManifests,
    /// Resources of MCP servers can be read by a control request.
    McpReadResourceV1,
    /// Tools of MCP servers carry what a screen needs.
    McpToolUiMetaV1,
    /// The result of an MCP call that a control request made is kept from the model.
    McpCallResultNotForModelV1,
    /// The state of MCP servers can be asked for without their configurations.
    McpStatusNoConfigV1,
    /// A control request that calls an MCP tool can ask for the permission check.
    McpCallCheckPermissionsV1,
    /// The use of the plan can be asked for without waiting for a turn.
    GetUsageDetachedV1,
    /// Notes on what was said in a voice call are kept.
    VoiceCallTalkLineV1,
    /// The model is told of attached files that were taken back.
    WithdrawnFilesNoteV2,
    /// Files can be sent again without a turn.
    SilentResendFilesV1,
    /// Plugins can draw on a screen of the SDK's.
    UiSurfaceV1,
    /// Plugins can draw small parts of it.
    UiPaneWidgetV1,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(Capability {
    InterruptReceiptV1 = "interrupt_receipt_v1",
    InterruptCancelQueuedV1 = "interrupt_cancel_queued_v1",
    InterruptSendNowV1 = "interrupt_send_now_v1",
    InterruptRequeueTakenV1 = "interrupt_requeue_taken_v1",
    MsgLifecycleV1 = "msg_lifecycle_v1",
    LifecycleWakeupSourceV1 = "lifecycle_wakeup_source_v1",
    RequestMarkerListsV1 = "request_marker_lists_v1",
    QueuedNotifications = "queued_notifications",
    AskUserQuestionUnansweredV1 = "ask_user_question_unanswered_v1",
    ReloadPluginsRefuseIfBusyV1 = "reload_plugins_refuse_if_busy_v1",
    SdkMcpToolsListChanged = "sdk_mcp_tools_list_changed",
    SdkMcpManifests = "sdk_mcp_manifests",
    McpReadResourceV1 = "mcp_read_resource_v1",
    McpToolUiMetaV1 = "mcp_tool_ui_meta_v1",
    McpCallResultNotForModelV1 = "mcp_call_result_not_for_model_v1",
    McpStatusNoConfigV1 = "mcp_status_no_config_v1",
    McpCallCheckPermissionsV1 = "mcp_call_check_permissions_v1",
    GetUsageDetachedV1 = "get_usage_detached_v1",
    VoiceCallTalkLineV1 = "voice_call_talk_line_v1",
    WithdrawnFilesNoteV2 = "withdrawn_files_note_v2",
    SilentResendFilesV1 = "silent_resend_files_v1",
    UiSurfaceV1 = "ui_surface_v1",
    UiPaneWidgetV1 = "ui_pane_widget_v1",
});

/// How much of a turn its reader is shown.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ViewMode {
    /// All of it.
    Default,
    /// The prompt and the last message only; the model is told so.
    Focus,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ViewMode {
    Default = "default",
    Focus = "focus",
});

/// How an MCP server is.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpServerState {
    /// It is connected.
    Connected,
    /// It is being connected.
    Pending,
    /// It could not be connected.
    Failed,
    /// It wants a login.
    NeedsAuth,
    /// It is turned off.
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpServerSource {
    /// By the caller, inside its own process.
    Sdk,
    /// By the caller, as a command or an address.
    Dynamic,
    /// In a plugin.
    Plugin,
    /// In the user's settings for this project.
    Local,
    /// In the user's settings.
    User,
    /// In the project's `.mcp.json`.
    Project,
    /// In the managed settings.
    Enterprise,
    /// By the organisation.
    Managed,
    /// In the claude.ai account.
    Claudeai,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(McpServerSource {
    Sdk = "sdk",
    Dynamic = "dynamic",
    Plugin = "plugin",
    Local = "local",
    User = "user",
    Project = "project",
    Enterprise = "enterprise",
    Managed = "managed",
    Claudeai = "claudeai",
});

/// Where the API key comes from.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiKeySource {
    /// The environment variable of that name. Wire: `ANTHROPIC_API_KEY`.
    AnthropicApiKey,
    /// A command from the settings.
    ApiKeyHelper,
    /// A key that the command `/login` made and keeps. Wire: `/login managed key`.
    LoginManagedKey,
    /// There is no key: a login, a token or a cloud provider is used, or nothing.
    None,
    /// The user's settings; of older CLIs.
    User,
    /// The project's settings; of older CLIs.
    Project,
    /// The organisation's settings; of older CLIs.
    Org,
    /// A key for this session only; of older CLIs.
    Temporary,
    /// A login, not a key; of older CLIs.
    Oauth,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ApiKeySource {
    AnthropicApiKey = "ANTHROPIC_API_KEY",
    ApiKeyHelper = "apiKeyHelper",
    LoginManagedKey = "/login managed key",
    None = "none",
    User = "user",
    Project = "project",
    Org = "org",
    Temporary = "temporary",
    Oauth = "oauth",
});

/// The state of the session. It comes at the start of every turn, not once per process.
///
/// Wire: `type: system`, `subtype: init`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InitMessage {
    /// The working directory.
    pub cwd: Option<String>,
    /// The working directory at the start of the session.
    pub original_cwd: Option<String>,
    /// More directories that tools may work in.
    pub additional_directories: Option<Vec<String>>,
    /// The model in use.
    pub model: Option<ModelName>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The tools that the model has. The Agent tool is listed as `Task`.
    pub tools: Option<Vec<String>>,
    /// The MCP servers and how they are.
    pub mcp_servers: Option<Vec<InitMcpServer>>,
    /// Slash commands that can be sent, without the slash.
    pub slash_commands: Option<Vec<String>>,
    /// Slash commands that work on a terminal only.
    pub terminal_slash_commands: Option<Vec<String>>,
    /// The types of subagents.
    pub agents: Option<Vec<String>>,
    /// The skills.
    pub skills: Option<Vec<String>>,
    /// The plugins.
    pub plugins: Option<Vec<InitPlugin>>,
    /// Where the API key comes from.
    pub api_key_source: Option<ApiKeySource>,
    /// The version of the CLI.
    pub claude_code_version: Option<String>,
    /// What this CLI can do. Test for these rather than for versions.
    pub capabilities: Option<Vec<Capability>>,
    /// The output style in use.
    pub output_style: Option<String>,
    /// True if the effort can be set for each turn.
    pub per_turn_effort_active: Option<bool>,
    /// Whether fast mode is on.
    pub fast_mode_state: Option<FastModeState>,
    /// Why fast mode cannot be used.
    pub fast_mode_disabled_reason: Option<FastModeDisabledReason>,
    /// True if the word `ultrathink` in a prompt has an effect.
    pub ultrathink_available: Option<bool>,
    /// True if typing it raises the effort.
    pub ultrathink_typed_raises: Option<bool>,
    /// How much of a turn its reader is shown.
    pub view_mode: Option<ViewMode>,
    /// Directories of memory files, by kind: `auto` or `team`.
    pub memory_paths: Option<BTreeMap<String, String>>,
    /// The socket through which other sessions reach this one.
    pub messaging_socket_path: Option<String>,
    /// True if the API is Anthropic's own.
    pub served_by_anthropic: Option<bool>,
    /// True if no usage data is sent.
    pub analytics_disabled: Option<bool>,
    /// True if feedback is not asked for.
    pub product_feedback_disabled: Option<bool>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// MCP servers whose configuration was skipped.
    pub mcp_server_errors: Option<Vec<McpServerError>>,
    /// Plugins that could not be loaded.
    pub plugin_errors: Option<Vec<PluginError>>,
    /// The user messages that the turn answers. Since CLI 2.1.275.
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// How hard the model works; null where no effort is sent to the API.
    pub effort: Maybe<EffortLevel>,
    /// Beta features that the API is asked for.
    pub betas: Option<Vec<ApiBeta>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for InitMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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
        14 optional capabilities: Vec<Capability> = "capabilities",
        15 optional output_style: String = "output_style",
        16 optional per_turn_effort_active: bool = "per_turn_effort_active",
        17 optional fast_mode_state: FastModeState = "fast_mode_state",
        18 optional fast_mode_disabled_reason: FastModeDisabledReason = "fast_mode_disabled_reason",
        19 optional ultrathink_available: bool = "ultrathink_available",
        20 optional ultrathink_typed_raises: bool = "ultrathink_typed_raises",
        21 optional view_mode: ViewMode = "view_mode",
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
        32 maybe effort: EffortLevel = "effort",
        33 optional betas: Vec<ApiBeta> = "betas",
    ],
});

/// An MCP server, as the start of a turn tells it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InitMcpServer {
    /// Its name.
    pub name: String,
    /// How it is.
    pub status: Option<McpServerState>,
    /// Where it was declared.
    pub source: Option<McpServerSource>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct McpServerError {
    /// Its name.
    pub name: Option<String>,
    /// The sort of error, as in `invalid_config`. Wire: `type`.
    pub kind: Option<String>,
    /// What is wrong.
    pub message: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for McpServerError {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InitPlugin {
    /// Its name.
    pub name: String,
    /// Its directory; `builtin` for those of the CLI.
    pub path: Option<String>,
    /// Its name with its marketplace.
    pub source: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
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

/// A plugin that could not be loaded, or a part of one.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PluginError {
    /// Which plugin: its name with its marketplace, or its place among those given, as in `inline[0]`.
    pub plugin: Option<String>,
    /// The sort of error, as in `path-not-found`. Wire: `type`.
    pub kind: Option<String>,
    /// What is wrong.
    pub message: Option<String>,
    /// Where it was looked for.
    pub path: Option<String>,
    /// The entry of the managed settings that keeps it out.
    pub managed_lock: Option<PluginLock>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PluginError {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(PluginError {
    tags: [],
    fields: [
        0 optional plugin: String = "plugin",
        1 optional kind: String = "type",
        2 optional message: String = "message",
        3 optional path: String = "path",
        4 optional managed_lock: PluginLock = "managed_lock",
    ],
});

/// An entry of the managed settings that decides about a plugin.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PluginLock {
    /// True if the entry turns the plugin on, from elsewhere than here; false if it turns it off.
    pub plugin_enabled: Option<bool>,
    /// The plugin that the entry names.
    pub name: Option<String>,
    /// The marketplace that the entry names.
    pub marketplace: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PluginLock {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(PluginLock {
    tags: [],
    fields: [
        0 optional plugin_enabled: bool = "plugin_enabled",
        1 optional name: String = "name",
        2 optional marketplace: String = "marketplace",
    ],
});
