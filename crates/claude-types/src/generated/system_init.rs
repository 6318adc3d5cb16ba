// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The state of the session at the start of a turn.

use super::all::*;

/// Capabilities of a CLI beyond those that every CLI has.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Capability {
    /// The response to an interrupt lists the messages that are still queued.
    InterruptReceiptV1,
    /// An interrupt can cancel the queued messages.
    InterruptCancelQueuedV1,
    /// An interrupt can start a queued message immediately.
    InterruptSendNowV1,
    /// An interrupt can put the message of the running turn back into the queue.
    InterruptRequeueTakenV1,
    /// The CLI reports the progress of each message with a `uuid`.
    MsgLifecycleV1,
    /// The start of a message names the schedule that sent it.
    LifecycleWakeupSourceV1,
    /// Control requests of the CLI contain lists of markers.
    RequestMarkerListsV1,
    /// Notifications can be queued for the model to read.
    QueuedNotifications,
    /// A reply to AskUserQuestion can state that a question was left unanswered.
    AskUserQuestionUnansweredV1,
    /// Reloading plugins can be rejected while a turn runs.
    ReloadPluginsRefuseIfBusyV1,
    /// MCP servers in the SDK's process can change their tools.
    SdkMcpToolsListChanged,
    /// MCP servers in the SDK's process can be declared in advance.
    SdkMcpManifests,
    /// Resources of MCP servers can be read by a control request.
    McpReadResourceV1,
    /// Tools of MCP servers include metadata for display.
    McpToolUiMetaV1,
    /// The result of an MCP call made by a control request is not sent to the model.
    McpCallResultNotForModelV1,
    /// The state of MCP servers can be requested without their configurations.
    McpStatusNoConfigV1,
    /// A control request that calls an MCP tool can require the permission check.
    McpCallCheckPermissionsV1,
    /// A control request that calls an MCP tool can ask for the result of a failed tool. Since CLI 2.1.332.
    McpCallSoftErrorResultV1,
    /// The model is informed about tools that were withdrawn. Since CLI 2.1.332.
    WithdrawnToolsV1,
    /// The usage of the plan can be requested without waiting for a turn.
    GetUsageDetachedV1,
    /// Notes on a voice call are kept.
    VoiceCallTalkLineV1,
    /// The model is informed about attached files that were withdrawn.
    WithdrawnFilesNoteV2,
    /// Files can be sent again without a turn.
    SilentResendFilesV1,
    /// Plugins can draw on a surface of the SDK.
    UiSurfaceV1,
    /// Plugins can draw widgets in a pane of the SDK.
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
    McpCallSoftErrorResultV1 = "mcp_call_soft_error_result_v1",
    WithdrawnToolsV1 = "withdrawn_tools_v1",
    GetUsageDetachedV1 = "get_usage_detached_v1",
    VoiceCallTalkLineV1 = "voice_call_talk_line_v1",
    WithdrawnFilesNoteV2 = "withdrawn_files_note_v2",
    SilentResendFilesV1 = "silent_resend_files_v1",
    UiSurfaceV1 = "ui_surface_v1",
    UiPaneWidgetV1 = "ui_pane_widget_v1",
});

/// How much of a turn is displayed.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ViewMode {
    /// The whole turn.
    Default,
    /// The prompt and the last message only; the model is informed about it.
    Focus,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ViewMode {
    Default = "default",
    Focus = "focus",
});

/// The state of an MCP server.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpServerState {
    /// The server is connected.
    Connected,
    /// The CLI is connecting to the server.
    Pending,
    /// The connection failed.
    Failed,
    /// The server requires a login.
    NeedsAuth,
    /// The server is disabled.
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
    /// The caller, inside its own process.
    Sdk,
    /// The caller, as a command or an address.
    Dynamic,
    /// A plugin.
    Plugin,
    /// The user's settings for this project.
    Local,
    /// The user's settings.
    User,
    /// The project's `.mcp.json`.
    Project,
    /// The managed settings.
    Enterprise,
    /// The organisation.
    Managed,
    /// The claude.ai account.
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

/// The source of the API key.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiKeySource {
    /// The environment variable of that name. Wire: `ANTHROPIC_API_KEY`.
    AnthropicApiKey,
    /// A command from the settings.
    ApiKeyHelper,
    /// A key that the command `/login` created and stored. Wire: `/login managed key`.
    LoginManagedKey,
    /// No key: a login, a token or a cloud provider is used, or nothing.
    None,
    /// The user's settings. Used by older CLIs.
    User,
    /// The project's settings. Used by older CLIs.
    Project,
    /// The organisation's settings. Used by older CLIs.
    Org,
    /// A key for this session only. Used by older CLIs.
    Temporary,
    /// A login instead of a key. Used by older CLIs.
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

/// The state of the session. The CLI sends it at the start of every turn, not once per process.
///
/// Wire: `type: system`, `subtype: init`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InitMessage {
    /// The working directory.
    pub cwd: Option<String>,
    /// The working directory at the start of the session.
    pub original_cwd: Option<String>,
    /// Further directories in which tools may work.
    pub additional_directories: Option<Vec<String>>,
    /// The model in use.
    pub model: Option<ModelName>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The tools of the model. The Agent tool is listed as `Task`.
    pub tools: Option<Vec<String>>,
    /// The MCP servers and their states.
    pub mcp_servers: Option<Vec<InitMcpServer>>,
    /// The slash commands that can be sent, without the slash.
    pub slash_commands: Option<Vec<String>>,
    /// The slash commands that work only in a terminal.
    pub terminal_slash_commands: Option<Vec<String>>,
    /// The types of subagents.
    pub agents: Option<Vec<String>>,
    /// The skills.
    pub skills: Option<Vec<String>>,
    /// The plugins.
    pub plugins: Option<Vec<InitPlugin>>,
    /// The source of the API key.
    pub api_key_source: Option<ApiKeySource>,
    /// The version of the CLI.
    pub claude_code_version: Option<String>,
    /// The capabilities of this CLI. Test for capabilities instead of versions.
    pub capabilities: Option<Vec<Capability>>,
    /// The output style in use.
    pub output_style: Option<String>,
    /// True if the effort can be set for each turn.
    pub per_turn_effort_active: Option<bool>,
    /// The state of fast mode.
    pub fast_mode_state: Option<FastModeState>,
    /// The reason why fast mode cannot be used.
    pub fast_mode_disabled_reason: Option<FastModeDisabledReason>,
    /// True if the word `ultrathink` in a prompt has an effect.
    pub ultrathink_available: Option<bool>,
    /// True if typing `ultrathink` raises the effort.
    pub ultrathink_typed_raises: Option<bool>,
    /// How much of a turn is displayed.
    pub view_mode: Option<ViewMode>,
    /// True if shell commands run in a sandbox. Since CLI 2.1.332.
    pub sandbox_enabled: Option<bool>,
    /// Directories of memory files, by kind: `auto` or `team`.
    pub memory_paths: Option<BTreeMap<String, String>>,
    /// The path of the socket through which other sessions reach this one.
    pub messaging_socket_path: Option<String>,
    /// True if the API is Anthropic's own.
    pub served_by_anthropic: Option<bool>,
    /// True if no usage data is sent.
    pub analytics_disabled: Option<bool>,
    /// True if the CLI does not ask for feedback.
    pub product_feedback_disabled: Option<bool>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// MCP servers whose configuration was skipped.
    pub mcp_server_errors: Option<Vec<McpServerError>>,
    /// Plugins that could not be loaded.
    pub plugin_errors: Option<Vec<PluginError>>,
    /// The user messages that the turn answers. Since CLI 2.1.275.
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// The effort of the model; null if no effort is sent to the API.
    pub effort: Maybe<EffortLevel>,
    /// The beta features that are requested from the API.
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
        22 optional sandbox_enabled: bool = "sandbox_enabled",
        23 optional memory_paths: BTreeMap<String, String> = "memory_paths",
        24 optional messaging_socket_path: String = "messaging_socket_path",
        25 optional served_by_anthropic: bool = "served_by_anthropic",
        26 optional analytics_disabled: bool = "analytics_disabled",
        27 optional product_feedback_disabled: bool = "product_feedback_disabled",
        28 optional session_id: SessionId = "session_id",
        29 optional uuid: MessageUuid = "uuid",
        30 optional mcp_server_errors: Vec<McpServerError> = "mcp_server_errors",
        31 optional plugin_errors: Vec<PluginError> = "plugin_errors",
        32 optional user_message_uuids: Vec<MessageUuid> = "user_message_uuids",
        33 maybe effort: EffortLevel = "effort",
        34 optional betas: Vec<ApiBeta> = "betas",
    ],
});

/// An MCP server and its state at the start of a turn.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InitMcpServer {
    /// The name.
    pub name: String,
    /// The state of the server.
    pub status: Option<McpServerState>,
    /// Where the server was declared.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpServerError {
    /// The name.
    pub name: Option<String>,
    /// The kind of error, as in `invalid_config`. Wire: `type`.
    pub kind: Option<String>,
    /// The error message.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InitPlugin {
    /// The name.
    pub name: String,
    /// The directory of the plugin; `builtin` for plugins of the CLI.
    pub path: Option<String>,
    /// The name of the plugin with its marketplace.
    pub source: Option<String>,
    /// The version.
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

/// A plugin, or a part of a plugin, that could not be loaded.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PluginError {
    /// The plugin: its name with its marketplace, or its position among the given plugins, as in `inline[0]`.
    pub plugin: Option<String>,
    /// The kind of error, as in `path-not-found`. Wire: `type`.
    pub kind: Option<String>,
    /// The error message.
    pub message: Option<String>,
    /// The path that was searched.
    pub path: Option<String>,
    /// The entry of the managed settings that blocks the plugin.
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

/// An entry of the managed settings for a plugin.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PluginLock {
    /// True if the entry enables the plugin from another source; false if it disables the plugin.
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
