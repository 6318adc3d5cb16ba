// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The handshake: the configuration that the SDK requests for a session, and the information that the CLI returns.

use super::all::*;

/// The effect of a hook callback that returns an error.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HookFailurePolicy {
    /// The CLI continues as if the hook had returned an empty reply. This is the default.
    Continue,
    /// The CLI blocks the action that the hook was called for.
    Block,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] HookFailurePolicy {
    Continue = "continue",
    Block = "block",
});

/// The memory that a subagent keeps between sessions.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AgentMemory {
    /// A memory for all projects.
    User,
    /// A shared memory for the project.
    Project,
    /// A memory for the project that is not shared.
    Local,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] AgentMemory {
    User = "user",
    Project = "project",
    Local = "local",
});

/// The freshness of the MCP handshake responses that the SDK sends in advance.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpManifestOrigin {
    /// The responses were created for this request.
    HostPerSend,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] McpManifestOrigin {
    HostPerSend = "host_per_send",
});

/// The outcome of the manifest of an MCP server in the SDK's process. If the manifest was not used, the CLI performs the handshake.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpManifestOutcome {
    /// The manifest was accepted.
    Parked,
    /// The server was already connected.
    AlreadyConnected,
    /// The manifest has another MCP version than the CLI.
    ProtocolVersionMismatch,
    /// The manifest is malformed or too large.
    Malformed,
    /// The CLI refused the manifest.
    NotHonoured,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] McpManifestOutcome {
    Parked = "parked",
    AlreadyConnected = "already_connected",
    ProtocolVersionMismatch = "protocol_version_mismatch",
    Malformed = "malformed",
    NotHonoured = "not_honoured",
});

/// The first request of a session. An older CLI silently ignores fields that it does not know. Malformed hooks are refused as a whole; CLIs up to 2.1.200 hang or exit because of them.
///
/// Wire: `subtype: initialize`.
///
/// Answered by `InitializeResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InitializeRequest {
    /// The callbacks for each hook event; null or absent for none.
    pub hooks: Maybe<BTreeMap<String, Vec<HookMatcherSpec>>>,
    /// The subagents, by name.
    pub agents: Option<BTreeMap<String, AgentDefinition>>,
    /// The parts of a system prompt that replaces the CLI's own.
    pub system_prompt: Option<Vec<String>>,
    /// The text to append to the system prompt.
    pub append_system_prompt: Option<String>,
    /// True to move the part about this machine, such as the working directory, from the CLI's own system prompt into the first message.
    pub exclude_dynamic_sections: Option<bool>,
    /// Whether the system prompt stays unchanged during the session; true if absent, except in bare mode. Since CLI 2.1.257.
    pub system_prompt_snapshot: Option<bool>,
    /// The instructions for the permission mode `plan`.
    pub plan_mode_instructions: Option<String>,
    /// The only skills that the model has; an empty list for none. If absent, the model has all skills.
    pub skills: Option<Vec<String>>,
    /// Aliases of tool names. An alias of an alias is not resolved.
    pub tool_aliases: Option<BTreeMap<String, String>>,
    /// The JSON Schema of the structured output. The CLI exits if the schema is not an object.
    pub json_schema: Option<Raw>,
    /// The title of the session.
    pub title: Option<String>,
    /// The names of the MCP servers in the SDK's process.
    pub sdk_mcp_servers: Option<Vec<String>>,
    /// The settings of those servers, by name.
    pub sdk_mcp_server_configs: Option<BTreeMap<String, SdkMcpServerConfig>>,
    /// The responses of those servers to the MCP handshake, by name. The CLI then skips the handshake.
    pub sdk_mcp_server_manifests: Option<BTreeMap<String, SdkMcpServerManifest>>,
    /// The freshness of these responses. Only used by sessions in the cloud.
    pub sdk_mcp_server_manifests_origin: Option<McpManifestOrigin>,
    /// The names of MCP servers. An error text of the CLI names the field; its effect is not known.
    pub web_search_isolation_exempt_mcp_servers: Option<Vec<String>>,
    /// The MCP servers to start, by name. Only read with `--await-initialize`. Since CLI 2.1.261.
    pub mcp_servers: Option<BTreeMap<String, McpServerConfig>>,
    /// The plugins to load. Only read with `--await-initialize`. Since CLI 2.1.261.
    pub plugins: Option<Vec<LocalPlugin>>,
    /// True to also receive the text and thinking of subagents, not only their tool calls.
    pub forward_subagent_text: Option<bool>,
    /// True to receive summaries of the subagents' progress as text, about every 30 seconds.
    pub agent_progress_summaries: Option<bool>,
    /// True to receive a suggestion for the next prompt after a result.
    pub prompt_suggestions: Option<bool>,
    /// True if the user can stop each background agent separately. It changes how an interrupt affects them.
    pub per_task_stop_affordance: Option<bool>,
    /// The organisation's settings, as an object. Only read with `--managed-settings-in-initialize`. Since CLI 2.1.329.
    pub managed_settings: Option<Raw>,
    /// The kinds of dialogs that the SDK can show.
    pub supported_dialog_kinds: Option<Vec<DialogKind>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for InitializeRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl InitializeRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`hooks`](Self::hooks).
    #[inline]
    #[must_use]
    pub fn hooks(mut self, value: impl Into<BTreeMap<String, Vec<HookMatcherSpec>>>) -> Self {
        self.hooks = Maybe::Value(value.into());
        self
    }

    /// Sets [`agents`](Self::agents).
    #[inline]
    #[must_use]
    pub fn agents(mut self, value: impl Into<BTreeMap<String, AgentDefinition>>) -> Self {
        self.agents = Some(value.into());
        self
    }

    /// Sets [`system_prompt`](Self::system_prompt).
    #[inline]
    #[must_use]
    pub fn system_prompt(mut self, value: impl Into<Vec<String>>) -> Self {
        self.system_prompt = Some(value.into());
        self
    }

    /// Sets [`append_system_prompt`](Self::append_system_prompt).
    #[inline]
    #[must_use]
    pub fn append_system_prompt(mut self, value: impl Into<String>) -> Self {
        self.append_system_prompt = Some(value.into());
        self
    }

    /// Sets [`exclude_dynamic_sections`](Self::exclude_dynamic_sections).
    #[inline]
    #[must_use]
    pub fn exclude_dynamic_sections(mut self, value: bool) -> Self {
        self.exclude_dynamic_sections = Some(value);
        self
    }

    /// Sets [`system_prompt_snapshot`](Self::system_prompt_snapshot).
    #[inline]
    #[must_use]
    pub fn system_prompt_snapshot(mut self, value: bool) -> Self {
        self.system_prompt_snapshot = Some(value);
        self
    }

    /// Sets [`plan_mode_instructions`](Self::plan_mode_instructions).
    #[inline]
    #[must_use]
    pub fn plan_mode_instructions(mut self, value: impl Into<String>) -> Self {
        self.plan_mode_instructions = Some(value.into());
        self
    }

    /// Sets [`skills`](Self::skills).
    #[inline]
    #[must_use]
    pub fn skills(mut self, value: impl Into<Vec<String>>) -> Self {
        self.skills = Some(value.into());
        self
    }

    /// Sets [`tool_aliases`](Self::tool_aliases).
    #[inline]
    #[must_use]
    pub fn tool_aliases(mut self, value: impl Into<BTreeMap<String, String>>) -> Self {
        self.tool_aliases = Some(value.into());
        self
    }

    /// Sets [`json_schema`](Self::json_schema).
    #[inline]
    #[must_use]
    pub fn json_schema(mut self, value: impl Into<Raw>) -> Self {
        self.json_schema = Some(value.into());
        self
    }

    /// Sets [`title`](Self::title).
    #[inline]
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`sdk_mcp_servers`](Self::sdk_mcp_servers).
    #[inline]
    #[must_use]
    pub fn sdk_mcp_servers(mut self, value: impl Into<Vec<String>>) -> Self {
        self.sdk_mcp_servers = Some(value.into());
        self
    }

    /// Sets [`sdk_mcp_server_configs`](Self::sdk_mcp_server_configs).
    #[inline]
    #[must_use]
    pub fn sdk_mcp_server_configs(
        mut self,
        value: impl Into<BTreeMap<String, SdkMcpServerConfig>>,
    ) -> Self {
        self.sdk_mcp_server_configs = Some(value.into());
        self
    }

    /// Sets [`sdk_mcp_server_manifests`](Self::sdk_mcp_server_manifests).
    #[inline]
    #[must_use]
    pub fn sdk_mcp_server_manifests(
        mut self,
        value: impl Into<BTreeMap<String, SdkMcpServerManifest>>,
    ) -> Self {
        self.sdk_mcp_server_manifests = Some(value.into());
        self
    }

    /// Sets [`sdk_mcp_server_manifests_origin`](Self::sdk_mcp_server_manifests_origin).
    #[inline]
    #[must_use]
    pub fn sdk_mcp_server_manifests_origin(mut self, value: impl Into<McpManifestOrigin>) -> Self {
        self.sdk_mcp_server_manifests_origin = Some(value.into());
        self
    }

    /// Sets [`web_search_isolation_exempt_mcp_servers`](Self::web_search_isolation_exempt_mcp_servers).
    #[inline]
    #[must_use]
    pub fn web_search_isolation_exempt_mcp_servers(
        mut self,
        value: impl Into<Vec<String>>,
    ) -> Self {
        self.web_search_isolation_exempt_mcp_servers = Some(value.into());
        self
    }

    /// Sets [`mcp_servers`](Self::mcp_servers).
    #[inline]
    #[must_use]
    pub fn mcp_servers(mut self, value: impl Into<BTreeMap<String, McpServerConfig>>) -> Self {
        self.mcp_servers = Some(value.into());
        self
    }

    /// Sets [`plugins`](Self::plugins).
    #[inline]
    #[must_use]
    pub fn plugins(mut self, value: impl Into<Vec<LocalPlugin>>) -> Self {
        self.plugins = Some(value.into());
        self
    }

    /// Sets [`forward_subagent_text`](Self::forward_subagent_text).
    #[inline]
    #[must_use]
    pub fn forward_subagent_text(mut self, value: bool) -> Self {
        self.forward_subagent_text = Some(value);
        self
    }

    /// Sets [`agent_progress_summaries`](Self::agent_progress_summaries).
    #[inline]
    #[must_use]
    pub fn agent_progress_summaries(mut self, value: bool) -> Self {
        self.agent_progress_summaries = Some(value);
        self
    }

    /// Sets [`prompt_suggestions`](Self::prompt_suggestions).
    #[inline]
    #[must_use]
    pub fn prompt_suggestions(mut self, value: bool) -> Self {
        self.prompt_suggestions = Some(value);
        self
    }

    /// Sets [`per_task_stop_affordance`](Self::per_task_stop_affordance).
    #[inline]
    #[must_use]
    pub fn per_task_stop_affordance(mut self, value: bool) -> Self {
        self.per_task_stop_affordance = Some(value);
        self
    }

    /// Sets [`managed_settings`](Self::managed_settings).
    #[inline]
    #[must_use]
    pub fn managed_settings(mut self, value: impl Into<Raw>) -> Self {
        self.managed_settings = Some(value.into());
        self
    }

    /// Sets [`supported_dialog_kinds`](Self::supported_dialog_kinds).
    #[inline]
    #[must_use]
    pub fn supported_dialog_kinds(mut self, value: impl Into<Vec<DialogKind>>) -> Self {
        self.supported_dialog_kinds = Some(value.into());
        self
    }
}

wire_struct!(#[inline] InitializeRequest {
    tags: ["subtype" = "initialize"],
    fields: [
        0 maybe hooks: BTreeMap<String, Vec<HookMatcherSpec>> = "hooks",
        1 optional agents: BTreeMap<String, AgentDefinition> = "agents",
        2 optional system_prompt: Vec<String> = "systemPrompt",
        3 optional append_system_prompt: String = "appendSystemPrompt",
        4 optional exclude_dynamic_sections: bool = "excludeDynamicSections",
        5 optional system_prompt_snapshot: bool = "systemPromptSnapshot",
        6 optional plan_mode_instructions: String = "planModeInstructions",
        7 optional skills: Vec<String> = "skills",
        8 optional tool_aliases: BTreeMap<String, String> = "toolAliases",
        9 optional json_schema: Raw = "jsonSchema",
        10 optional title: String = "title",
        11 optional sdk_mcp_servers: Vec<String> = "sdkMcpServers",
        12 optional sdk_mcp_server_configs: BTreeMap<String, SdkMcpServerConfig> = "sdkMcpServerConfigs",
        13 optional sdk_mcp_server_manifests: BTreeMap<String, SdkMcpServerManifest> = "sdkMcpServerManifests",
        14 optional sdk_mcp_server_manifests_origin: McpManifestOrigin = "sdkMcpServerManifestsOrigin",
        15 optional web_search_isolation_exempt_mcp_servers: Vec<String> = "webSearchIsolationExemptMcpServers",
        16 optional mcp_servers: BTreeMap<String, McpServerConfig> = "mcpServers",
        17 optional plugins: Vec<LocalPlugin> = "plugins",
        18 optional forward_subagent_text: bool = "forwardSubagentText",
        19 optional agent_progress_summaries: bool = "agentProgressSummaries",
        20 optional prompt_suggestions: bool = "promptSuggestions",
        21 optional per_task_stop_affordance: bool = "perTaskStopAffordance",
        22 optional managed_settings: Raw = "managedSettings",
        23 optional supported_dialog_kinds: Vec<DialogKind> = "supportedDialogKinds",
    ],
});

impl crate::wire::ControlRequest for InitializeRequest {
    const SUBTYPE: &'static str = "initialize";
    type Response = InitializeResponse;
}

/// The hook callbacks of one event, and the occurrences that they are called for.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookMatcherSpec {
    /// A pattern such as `Write|Edit`, which is matched against the tool's name or the event's equivalent; null or absent for all.
    pub matcher: Maybe<String>,
    /// The IDs of the callbacks, which the SDK chooses.
    pub hook_callback_ids: Vec<CallbackId>,
    /// The time that the CLI waits for each callback, in seconds; 60 if absent. After that it cancels the request, and the tool does not run (it did up to 2.1.150).
    pub timeout: Option<f64>,
    /// The effect of an error of a callback. CLIs that do not report `hook_on_failure_supported` ignore it.
    pub on_failure: Option<HookFailurePolicy>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl HookMatcherSpec {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(hook_callback_ids: impl Into<Vec<CallbackId>>) -> Self {
        Self {
            matcher: Maybe::Absent,
            hook_callback_ids: hook_callback_ids.into(),
            timeout: None,
            on_failure: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`matcher`](Self::matcher).
    #[inline]
    #[must_use]
    pub fn matcher(mut self, value: impl Into<String>) -> Self {
        self.matcher = Maybe::Value(value.into());
        self
    }

    /// Sets [`timeout`](Self::timeout).
    #[inline]
    #[must_use]
    pub fn timeout(mut self, value: f64) -> Self {
        self.timeout = Some(value);
        self
    }

    /// Sets [`on_failure`](Self::on_failure).
    #[inline]
    #[must_use]
    pub fn on_failure(mut self, value: impl Into<HookFailurePolicy>) -> Self {
        self.on_failure = Some(value.into());
        self
    }
}

wire_struct!(#[inline] HookMatcherSpec {
    tags: [],
    fields: [
        0 maybe matcher: String = "matcher",
        1 required hook_callback_ids: Vec<CallbackId> = "hookCallbackIds",
        2 optional timeout: f64 = "timeout",
        3 optional on_failure: HookFailurePolicy = "onFailure",
    ],
});

/// A subagent that the model may call.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AgentDefinition {
    /// The description of when to call the subagent, for the model.
    pub description: String,
    /// The subagent's system prompt.
    pub prompt: String,
    /// The tools that the subagent has; all if absent.
    pub tools: Option<Vec<String>>,
    /// The tools that the subagent does not have.
    pub disallowed_tools: Option<Vec<String>>,
    /// The subagent's model: `sonnet`, `opus`, `haiku`, `fable`, `inherit`, or a full name.
    pub model: Option<ModelName>,
    /// The effort of the subagent's model: a level as text, such as those of `EffortLevel`, or a number.
    pub effort: Option<TextOr<u64>>,
    /// The subagent's permission mode.
    pub permission_mode: Option<PermissionMode>,
    /// The skills that are loaded at the start of the subagent.
    pub skills: Option<Vec<String>>,
    /// The subagent's MCP servers: names of existing servers, or objects that define new ones.
    pub mcp_servers: Option<Vec<TextOr<BTreeMap<String, McpServerConfig>>>>,
    /// The memory that the subagent keeps between sessions; none if absent.
    pub memory: Option<AgentMemory>,
    /// A first prompt that is submitted automatically if the agent is the main agent.
    pub initial_prompt: Option<String>,
    /// The maximum number of turns.
    pub max_turns: Option<u64>,
    /// True to always run the subagent in the background.
    pub background: Option<bool>,
    /// True to withhold the CLAUDE.md files of the user and the project from the agent when it runs as a subagent.
    pub omit_claude_md: Option<bool>,
    /// The number of context tokens at which the agent's context is compacted when it runs as a subagent. It can only lower the default.
    pub auto_compact_window: Option<u64>,
    /// Another agent that observes this one in the background, or up to four, separated by commas.
    pub observer: Option<String>,
    /// A message for the observing agent, in addition to what it observes.
    pub observer_message: Option<String>,
    /// A reminder that the model receives repeatedly. The vendor calls it experimental.
    pub critical_system_reminder_experimental: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl AgentDefinition {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(description: impl Into<String>, prompt: impl Into<String>) -> Self {
        Self {
            description: description.into(),
            prompt: prompt.into(),
            tools: None,
            disallowed_tools: None,
            model: None,
            effort: None,
            permission_mode: None,
            skills: None,
            mcp_servers: None,
            memory: None,
            initial_prompt: None,
            max_turns: None,
            background: None,
            omit_claude_md: None,
            auto_compact_window: None,
            observer: None,
            observer_message: None,
            critical_system_reminder_experimental: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`tools`](Self::tools).
    #[inline]
    #[must_use]
    pub fn tools(mut self, value: impl Into<Vec<String>>) -> Self {
        self.tools = Some(value.into());
        self
    }

    /// Sets [`disallowed_tools`](Self::disallowed_tools).
    #[inline]
    #[must_use]
    pub fn disallowed_tools(mut self, value: impl Into<Vec<String>>) -> Self {
        self.disallowed_tools = Some(value.into());
        self
    }

    /// Sets [`model`](Self::model).
    #[inline]
    #[must_use]
    pub fn model(mut self, value: impl Into<ModelName>) -> Self {
        self.model = Some(value.into());
        self
    }

    /// Sets [`effort`](Self::effort).
    #[inline]
    #[must_use]
    pub fn effort(mut self, value: impl Into<TextOr<u64>>) -> Self {
        self.effort = Some(value.into());
        self
    }

    /// Sets [`permission_mode`](Self::permission_mode).
    #[inline]
    #[must_use]
    pub fn permission_mode(mut self, value: impl Into<PermissionMode>) -> Self {
        self.permission_mode = Some(value.into());
        self
    }

    /// Sets [`skills`](Self::skills).
    #[inline]
    #[must_use]
    pub fn skills(mut self, value: impl Into<Vec<String>>) -> Self {
        self.skills = Some(value.into());
        self
    }

    /// Sets [`mcp_servers`](Self::mcp_servers).
    #[inline]
    #[must_use]
    pub fn mcp_servers(
        mut self,
        value: impl Into<Vec<TextOr<BTreeMap<String, McpServerConfig>>>>,
    ) -> Self {
        self.mcp_servers = Some(value.into());
        self
    }

    /// Sets [`memory`](Self::memory).
    #[inline]
    #[must_use]
    pub fn memory(mut self, value: impl Into<AgentMemory>) -> Self {
        self.memory = Some(value.into());
        self
    }

    /// Sets [`initial_prompt`](Self::initial_prompt).
    #[inline]
    #[must_use]
    pub fn initial_prompt(mut self, value: impl Into<String>) -> Self {
        self.initial_prompt = Some(value.into());
        self
    }

    /// Sets [`max_turns`](Self::max_turns).
    #[inline]
    #[must_use]
    pub fn max_turns(mut self, value: u64) -> Self {
        self.max_turns = Some(value);
        self
    }

    /// Sets [`background`](Self::background).
    #[inline]
    #[must_use]
    pub fn background(mut self, value: bool) -> Self {
        self.background = Some(value);
        self
    }

    /// Sets [`omit_claude_md`](Self::omit_claude_md).
    #[inline]
    #[must_use]
    pub fn omit_claude_md(mut self, value: bool) -> Self {
        self.omit_claude_md = Some(value);
        self
    }

    /// Sets [`auto_compact_window`](Self::auto_compact_window).
    #[inline]
    #[must_use]
    pub fn auto_compact_window(mut self, value: u64) -> Self {
        self.auto_compact_window = Some(value);
        self
    }

    /// Sets [`observer`](Self::observer).
    #[inline]
    #[must_use]
    pub fn observer(mut self, value: impl Into<String>) -> Self {
        self.observer = Some(value.into());
        self
    }

    /// Sets [`observer_message`](Self::observer_message).
    #[inline]
    #[must_use]
    pub fn observer_message(mut self, value: impl Into<String>) -> Self {
        self.observer_message = Some(value.into());
        self
    }

    /// Sets [`critical_system_reminder_experimental`](Self::critical_system_reminder_experimental).
    #[inline]
    #[must_use]
    pub fn critical_system_reminder_experimental(mut self, value: impl Into<String>) -> Self {
        self.critical_system_reminder_experimental = Some(value.into());
        self
    }
}

wire_struct!(#[inline] AgentDefinition {
    tags: [],
    fields: [
        0 required description: String = "description",
        1 required prompt: String = "prompt",
        2 optional tools: Vec<String> = "tools",
        3 optional disallowed_tools: Vec<String> = "disallowedTools",
        4 optional model: ModelName = "model",
        5 optional effort: TextOr<u64> = "effort",
        6 optional permission_mode: PermissionMode = "permissionMode",
        7 optional skills: Vec<String> = "skills",
        8 optional mcp_servers: Vec<TextOr<BTreeMap<String, McpServerConfig>>> = "mcpServers",
        9 optional memory: AgentMemory = "memory",
        10 optional initial_prompt: String = "initialPrompt",
        11 optional max_turns: u64 = "maxTurns",
        12 optional background: bool = "background",
        13 optional omit_claude_md: bool = "omitClaudeMd",
        14 optional auto_compact_window: u64 = "autoCompactWindow",
        15 optional observer: String = "observer",
        16 optional observer_message: String = "observerMessage",
        17 optional critical_system_reminder_experimental: String = "criticalSystemReminder_EXPERIMENTAL",
    ],
});

/// The settings of an MCP server in the SDK's process.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SdkMcpServerConfig {
    /// The maximum duration of a tool call in milliseconds. A value below 1000 is ignored.
    pub timeout: Option<u64>,
    /// The permission policies of the server's tools.
    pub tools: Option<Vec<McpToolPolicy>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SdkMcpServerConfig {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SdkMcpServerConfig {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`timeout`](Self::timeout).
    #[inline]
    #[must_use]
    pub fn timeout(mut self, value: u64) -> Self {
        self.timeout = Some(value);
        self
    }

    /// Sets [`tools`](Self::tools).
    #[inline]
    #[must_use]
    pub fn tools(mut self, value: impl Into<Vec<McpToolPolicy>>) -> Self {
        self.tools = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SdkMcpServerConfig {
    tags: [],
    fields: [
        0 optional timeout: u64 = "timeout",
        1 optional tools: Vec<McpToolPolicy> = "tools",
    ],
});

/// The responses of an MCP server in the SDK's process to the MCP handshake. Their protocol version must be `2025-11-25`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SdkMcpServerManifest {
    /// The result of the MCP method `initialize`.
    pub initialize_result: Raw,
    /// The result of the MCP method `tools/list`.
    pub tools_list_result: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SdkMcpServerManifest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(initialize_result: impl Into<Raw>) -> Self {
        Self {
            initialize_result: initialize_result.into(),
            tools_list_result: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`tools_list_result`](Self::tools_list_result).
    #[inline]
    #[must_use]
    pub fn tools_list_result(mut self, value: impl Into<Raw>) -> Self {
        self.tools_list_result = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SdkMcpServerManifest {
    tags: [],
    fields: [
        0 required initialize_result: Raw = "initializeResult",
        1 optional tools_list_result: Raw = "toolsListResult",
    ],
});

/// A plugin in a directory of this machine.
///
/// Wire: `type: local`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct LocalPlugin {
    /// The directory of the plugin.
    pub path: String,
    /// True to ignore the plugin's MCP servers.
    pub skip_mcp_discovery: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl LocalPlugin {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), skip_mcp_discovery: None, extra: Extra::default() }
    }

    /// Sets [`skip_mcp_discovery`](Self::skip_mcp_discovery).
    #[inline]
    #[must_use]
    pub fn skip_mcp_discovery(mut self, value: bool) -> Self {
        self.skip_mcp_discovery = Some(value);
        self
    }
}

wire_struct!(#[inline] LocalPlugin {
    tags: ["type" = "local"],
    fields: [
        0 required path: String = "path",
        1 optional skip_mcp_discovery: bool = "skipMcpDiscovery",
    ],
});

/// The information of the CLI about itself and the session before the first turn. `system/init` reports the actual configuration at the start of each turn.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InitializeResponse {
    /// The slash commands.
    pub commands: Option<Vec<SlashCommand>>,
    /// The subagents.
    pub agents: Option<Vec<AgentInfo>>,
    /// The models to choose from.
    pub models: Option<Vec<ModelInfo>>,
    /// The output style in use.
    pub output_style: Option<String>,
    /// The output styles to choose from.
    pub available_output_styles: Option<Vec<String>>,
    /// The directory for the user's own output styles.
    pub user_output_styles_dir: Option<String>,
    /// The account that the session uses.
    pub account: Option<AccountInfo>,
    /// The process ID of the CLI.
    pub pid: Option<u64>,
    /// The version of the CLI. Reported from some version after 2.1.275 on.
    pub claude_code_version: Option<String>,
    /// The permission mode in use. It differs from the requested mode if the settings override it.
    pub current_permission_mode: Option<PermissionMode>,
    /// The state of the session.
    pub session_state: Option<SessionState>,
    /// The capabilities of this CLI, as an open set of names. `system/init` has a longer list.
    pub capabilities: Option<Vec<String>>,
    /// True if the hooks of the request were applied; absent if it had none.
    pub hooks_applied: Option<bool>,
    /// True if shell commands run in a sandbox. Since CLI 2.1.332.
    pub sandbox_enabled: Option<bool>,
    /// True if the CLI respects `onFailure`. If it is absent, the tool runs when a hook fails.
    pub hook_on_failure_supported: Option<bool>,
    /// A number of hooks. Its meaning is not declared, and only 0 has been seen.
    pub hooks_when_unanswered_kept: Option<u64>,
    /// True if a permission request that another hook asks for takes precedence over the reply of a hook of the SDK.
    pub other_hook_ask_outranks_host: Option<bool>,
    /// True if the MCP servers of the request were applied; absent if it had none.
    pub mcp_servers_applied: Option<bool>,
    /// True if the managed settings of the request were applied; absent if it had none. Seen in a contract test.
    pub managed_settings_applied: Option<bool>,
    /// True if the plugins of the request were applied; absent if it had none.
    pub plugins_applied: Option<bool>,
    /// The outcome of each manifest of the request, by server.
    pub sdk_mcp_manifests_parked: Option<BTreeMap<String, McpManifestOutcome>>,
    /// The state of fast mode.
    pub fast_mode_state: Option<FastModeState>,
    /// The reason why fast mode cannot be used.
    pub fast_mode_disabled_reason: Option<FastModeDisabledReason>,
    /// The feedback mode: whether the CLI asks the user for feedback.
    pub feedback_mode: Option<FeedbackMode>,
    /// True if the CLI sends no usage data.
    pub analytics_disabled: Option<bool>,
    /// True if the session can be controlled remotely.
    pub remote_control_available: Option<bool>,
    /// True if remote control is to be turned on automatically.
    pub remote_control_auto_enable: Option<bool>,
    /// The default for connecting remote control automatically.
    pub remote_control_auto_connect_default: Option<bool>,
    /// True if remote control is on by default.
    pub remote_control_auto_on_by_default: Option<bool>,
    /// True if an editor may turn on remote control automatically.
    pub ide_rc_auto_enable_gate: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for InitializeResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] InitializeResponse {
    tags: [],
    fields: [
        0 optional commands: Vec<SlashCommand> = "commands",
        1 optional agents: Vec<AgentInfo> = "agents",
        2 optional models: Vec<ModelInfo> = "models",
        3 optional output_style: String = "output_style",
        4 optional available_output_styles: Vec<String> = "available_output_styles",
        5 optional user_output_styles_dir: String = "user_output_styles_dir",
        6 optional account: AccountInfo = "account",
        7 optional pid: u64 = "pid",
        8 optional claude_code_version: String = "claude_code_version",
        9 optional current_permission_mode: PermissionMode = "current_permission_mode",
        10 optional session_state: SessionState = "session_state",
        11 optional capabilities: Vec<String> = "capabilities",
        12 optional hooks_applied: bool = "hooks_applied",
        13 optional sandbox_enabled: bool = "sandbox_enabled",
        14 optional hook_on_failure_supported: bool = "hook_on_failure_supported",
        15 optional hooks_when_unanswered_kept: u64 = "hooks_when_unanswered_kept",
        16 optional other_hook_ask_outranks_host: bool = "other_hook_ask_outranks_host",
        17 optional mcp_servers_applied: bool = "mcp_servers_applied",
        18 optional managed_settings_applied: bool = "managed_settings_applied",
        19 optional plugins_applied: bool = "plugins_applied",
        20 optional sdk_mcp_manifests_parked: BTreeMap<String, McpManifestOutcome> = "sdk_mcp_manifests_parked",
        21 optional fast_mode_state: FastModeState = "fast_mode_state",
        22 optional fast_mode_disabled_reason: FastModeDisabledReason = "fast_mode_disabled_reason",
        23 optional feedback_mode: FeedbackMode = "feedback_mode",
        24 optional analytics_disabled: bool = "analytics_disabled",
        25 optional remote_control_available: bool = "remote_control_available",
        26 optional remote_control_auto_enable: bool = "remote_control_auto_enable",
        27 optional remote_control_auto_connect_default: bool = "remote_control_auto_connect_default",
        28 optional remote_control_auto_on_by_default: bool = "remote_control_auto_on_by_default",
        29 optional ide_rc_auto_enable_gate: bool = "ide_rc_auto_enable_gate",
    ],
});

/// A slash command or a skill.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SlashCommand {
    /// The name, without the slash.
    pub name: String,
    /// The description of the command.
    pub description: Option<String>,
    /// The arguments that may follow the name, as in `[issue description]`; empty if there are none.
    pub argument_hint: Option<String>,
    /// True if the command is built into the CLI.
    pub builtin: Option<bool>,
    /// Other names of the command.
    pub aliases: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(SlashCommand {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional description: String = "description",
        2 optional argument_hint: String = "argumentHint",
        3 optional builtin: bool = "builtin",
        4 optional aliases: Vec<String> = "aliases",
    ],
});

/// A subagent that the model may call.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AgentInfo {
    /// The subagent's name.
    pub name: String,
    /// The description of when to call the subagent.
    pub description: Option<String>,
    /// The subagent's model; `inherit` for the model of the main conversation.
    pub model: Option<ModelName>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] AgentInfo {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional description: String = "description",
        2 optional model: ModelName = "model",
    ],
});

/// A model that can be selected.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ModelInfo {
    /// The name to request, as in `opus`; `default` stands for the default model.
    pub value: ModelName,
    /// The full name of the model that the name currently stands for.
    pub resolved_model: Option<ModelName>,
    /// The model's name for display.
    pub display_name: Option<String>,
    /// The description of the model's strengths and its price.
    pub description: Option<String>,
    /// True if the effort can be set.
    pub supports_effort: Option<bool>,
    /// The effort levels that the model supports.
    pub supported_effort_levels: Option<Vec<EffortLevel>>,
    /// True if the model can decide itself how much to think.
    pub supports_adaptive_thinking: Option<bool>,
    /// True if thinking can be turned off.
    pub supports_thinking_off: Option<bool>,
    /// True if the model has a fast mode.
    pub supports_fast_mode: Option<bool>,
    /// True if the permission mode `auto` works with the model.
    pub supports_auto_mode: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ModelInfo {
    tags: [],
    fields: [
        0 required value: ModelName = "value",
        1 optional resolved_model: ModelName = "resolvedModel",
        2 optional display_name: String = "displayName",
        3 optional description: String = "description",
        4 optional supports_effort: bool = "supportsEffort",
        5 optional supported_effort_levels: Vec<EffortLevel> = "supportedEffortLevels",
        6 optional supports_adaptive_thinking: bool = "supportsAdaptiveThinking",
        7 optional supports_thinking_off: bool = "supportsThinkingOff",
        8 optional supports_fast_mode: bool = "supportsFastMode",
        9 optional supports_auto_mode: bool = "supportsAutoMode",
    ],
});

/// The account that the session uses. The kind of login decides which fields are present.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AccountInfo {
    /// The source of the login token; `none` if an API key is used.
    pub token_source: Option<String>,
    /// The source of the API key; absent if there is none.
    pub api_key_source: Option<ApiKeySource>,
    /// The provider that serves the models.
    pub api_provider: Option<ApiProvider>,
    /// The email address of the account.
    pub email: Option<String>,
    /// The organisation of the account.
    pub organization: Option<String>,
    /// The plan of the account.
    pub subscription_type: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AccountInfo {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] AccountInfo {
    tags: [],
    fields: [
        0 optional token_source: String = "tokenSource",
        1 optional api_key_source: ApiKeySource = "apiKeySource",
        2 optional api_provider: ApiProvider = "apiProvider",
        3 optional email: String = "email",
        4 optional organization: String = "organization",
        5 optional subscription_type: String = "subscriptionType",
    ],
});

/// The feedback mode: whether the CLI asks the user for feedback.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FeedbackMode {
    /// The kind of feedback mode. Only `disabled` has been seen.
    pub kind: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FeedbackMode {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] FeedbackMode {
    tags: [],
    fields: [
        0 optional kind: String = "kind",
    ],
});
