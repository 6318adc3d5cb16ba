// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Requests of the SDK about usage: of the context window, of the plan, and of money.

use super::all::*;

/// The level of detail of a context usage report.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContextUsageDetail {
    /// Token counts of the API. They take about a second.
    Full,
    /// Estimates, available at once.
    Summary,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ContextUsageDetail {
    Full = "full",
    Summary = "summary",
});

/// A part of the context window.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContextCategoryId {
    /// The system prompt.
    SystemPrompt,
    /// The CLI's own tools.
    SystemTools,
    /// The tools of MCP servers.
    McpTools,
    /// The instructions of MCP servers.
    McpInstructions,
    /// The tools of MCP servers that are loaded when they are needed.
    McpToolsDeferred,
    /// The CLI's own tools that are loaded when they are needed.
    SystemToolsDeferred,
    /// The subagents that are not built into the CLI.
    CustomAgents,
    /// The memory files, such as CLAUDE.md.
    MemoryFiles,
    /// The skills.
    Skills,
    /// The conversation.
    Messages,
    /// The space reserved for automatic compaction.
    AutocompactBuffer,
    /// The space reserved for compaction on demand.
    CompactBuffer,
    /// The free space.
    FreeSpace,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ContextCategoryId {
    SystemPrompt = "system_prompt",
    SystemTools = "system_tools",
    McpTools = "mcp_tools",
    McpInstructions = "mcp_instructions",
    McpToolsDeferred = "mcp_tools_deferred",
    SystemToolsDeferred = "system_tools_deferred",
    CustomAgents = "custom_agents",
    MemoryFiles = "memory_files",
    Skills = "skills",
    Messages = "messages",
    AutocompactBuffer = "autocompact_buffer",
    CompactBuffer = "compact_buffer",
    FreeSpace = "free_space",
});

/// The kind of a costly behaviour.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UsageBehaviorKey {
    /// Requests missed the prompt cache.
    CacheMiss,
    /// The context was long.
    LongContext,
    /// Subagents did much of the work.
    SubagentHeavy,
    /// Much work ran at the same time.
    HighParallel,
    /// Work ran on a schedule.
    Cron,
    /// The highest effort was used.
    MaxEffort,
    /// Workflows did much of the work.
    Workflow,
    /// Much content was in the context all the time.
    AlwaysOnContext,
    /// Tool results were large.
    LargeToolResults,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] UsageBehaviorKey {
    CacheMiss = "cache_miss",
    LongContext = "long_context",
    SubagentHeavy = "subagent_heavy",
    HighParallel = "high_parallel",
    Cron = "cron",
    MaxEffort = "max_effort",
    Workflow = "workflow",
    AlwaysOnContext = "always_on_context",
    LargeToolResults = "large_tool_results",
});

/// A request for the contents of the context window.
///
/// Wire: `subtype: get_context_usage`.
///
/// Answered by `ContextUsage`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetContextUsageRequest {
    /// The level of detail; `full` if absent.
    pub detail: Option<ContextUsageDetail>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetContextUsageRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl GetContextUsageRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`detail`](Self::detail).
    #[inline]
    #[must_use]
    pub fn detail(mut self, value: impl Into<ContextUsageDetail>) -> Self {
        self.detail = Some(value.into());
        self
    }
}

wire_struct!(#[inline] GetContextUsageRequest {
    tags: ["subtype" = "get_context_usage"],
    fields: [
        0 optional detail: ContextUsageDetail = "detail",
    ],
});

impl crate::wire::ControlRequest for GetContextUsageRequest {
    const SUBTYPE: &'static str = "get_context_usage";
    type Response = ContextUsage;
}

/// The contents of the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextUsage {
    /// The parts of the window, including the free part.
    pub categories: Option<Vec<ContextCategory>>,
    /// The number of tokens in use.
    pub total_tokens: Option<u64>,
    /// The size of the window in tokens.
    pub max_tokens: Option<u64>,
    /// The size of the model's window in tokens, independent of settings.
    pub raw_max_tokens: Option<u64>,
    /// The used part in percent, from 0 to 100.
    pub percentage: Option<f64>,
    /// The chart that the CLI shows in its own terminal interface.
    pub grid_rows: Option<Raw>,
    /// The model that the window belongs to.
    pub model: Option<ModelName>,
    /// The memory files, such as CLAUDE.md.
    pub memory_files: Option<Vec<ContextMemoryFile>>,
    /// The tools of MCP servers.
    pub mcp_tools: Option<Vec<ContextMcpTool>>,
    /// The instructions of MCP servers for the model.
    pub mcp_instructions: Option<Vec<ContextMcpInstructions>>,
    /// The CLI's own tools that are loaded when the model searches for them.
    pub deferred_builtin_tools: Option<Vec<ContextItem>>,
    /// The CLI's own tools.
    pub system_tools: Option<Vec<ContextItem>>,
    /// The parts of the system prompt.
    pub system_prompt_sections: Option<Vec<ContextItem>>,
    /// The subagents that are not built into the CLI.
    pub agents: Option<Vec<ContextAgent>>,
    /// The slash commands.
    pub slash_commands: Option<ContextCommands>,
    /// The skills.
    pub skills: Option<Box<ContextSkills>>,
    /// The number of tokens at which the CLI compacts the conversation automatically.
    pub auto_compact_threshold: Option<u64>,
    /// The source of the threshold, as in `model-default`. Not declared by the vendor.
    pub autocompact_source: Option<String>,
    /// Whether automatic compaction is enabled.
    pub is_auto_compact_enabled: Option<bool>,
    /// The conversation.
    pub message_breakdown: Option<Box<ContextMessages>>,
    /// The token usage that the last response of the API reported; null before the first.
    pub api_usage: Option<Box<Usage>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextUsage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ContextUsage {
    tags: [],
    fields: [
        0 optional categories: Vec<ContextCategory> = "categories",
        1 optional total_tokens: u64 = "totalTokens",
        2 optional max_tokens: u64 = "maxTokens",
        3 optional raw_max_tokens: u64 = "rawMaxTokens",
        4 optional percentage: f64 = "percentage",
        5 optional grid_rows: Raw = "gridRows",
        6 optional model: ModelName = "model",
        7 optional memory_files: Vec<ContextMemoryFile> = "memoryFiles",
        8 optional mcp_tools: Vec<ContextMcpTool> = "mcpTools",
        9 optional mcp_instructions: Vec<ContextMcpInstructions> = "mcpInstructions",
        10 optional deferred_builtin_tools: Vec<ContextItem> = "deferredBuiltinTools",
        11 optional system_tools: Vec<ContextItem> = "systemTools",
        12 optional system_prompt_sections: Vec<ContextItem> = "systemPromptSections",
        13 optional agents: Vec<ContextAgent> = "agents",
        14 optional slash_commands: ContextCommands = "slashCommands",
        15 optional skills: Box<ContextSkills> = "skills",
        16 optional auto_compact_threshold: u64 = "autoCompactThreshold",
        17 optional autocompact_source: String = "autocompactSource",
        18 optional is_auto_compact_enabled: bool = "isAutoCompactEnabled",
        19 optional message_breakdown: Box<ContextMessages> = "messageBreakdown",
        20 nullable api_usage: Box<Usage> = "apiUsage",
    ],
});

/// A part of the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextCategory {
    /// The part.
    pub id: Option<ContextCategoryId>,
    /// The name for display.
    pub name: Option<String>,
    /// The size in tokens.
    pub tokens: Option<u64>,
    /// The colour in the CLI's own terminal interface.
    pub color: Option<String>,
    /// True if the part is loaded only when it is needed.
    pub is_deferred: Option<bool>,
    /// The kind of part.
    pub kind: Option<ContextReportKind>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextCategory {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ContextCategory {
    tags: [],
    fields: [
        0 optional id: ContextCategoryId = "id",
        1 optional name: String = "name",
        2 optional tokens: u64 = "tokens",
        3 optional color: String = "color",
        4 optional is_deferred: bool = "isDeferred",
        5 optional kind: ContextReportKind = "kind",
    ],
});

/// A memory file, such as CLAUDE.md, in the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextMemoryFile {
    /// The file.
    pub path: String,
    /// The owner of the file, as in `User` or `Project`. Wire: `type`.
    pub kind: Option<String>,
    /// The size in tokens.
    pub tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ContextMemoryFile {
    tags: [],
    fields: [
        0 required path: String = "path",
        1 optional kind: String = "type",
        2 optional tokens: u64 = "tokens",
    ],
});

/// A tool of an MCP server in the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextMcpTool {
    /// The tool's full name.
    pub name: String,
    /// The tool's server.
    pub server_name: Option<String>,
    /// The size in tokens.
    pub tokens: Option<u64>,
    /// False if the tool is not loaded yet.
    pub is_loaded: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ContextMcpTool {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional server_name: String = "serverName",
        2 optional tokens: u64 = "tokens",
        3 optional is_loaded: bool = "isLoaded",
    ],
});

/// The instructions of an MCP server for the model.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextMcpInstructions {
    /// The server.
    pub server_name: String,
    /// The estimated size in tokens.
    pub tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ContextMcpInstructions {
    tags: [],
    fields: [
        0 required server_name: String = "serverName",
        1 optional tokens: u64 = "tokens",
    ],
});

/// An item in the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextItem {
    /// The name of the item.
    pub name: String,
    /// The size in tokens.
    pub tokens: Option<u64>,
    /// Whether the item is loaded. Only for tools that are loaded when they are needed.
    pub is_loaded: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ContextItem {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional tokens: u64 = "tokens",
        2 optional is_loaded: bool = "isLoaded",
    ],
});

/// A subagent in the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextAgent {
    /// The subagent's name.
    pub agent_type: String,
    /// The source of the definition, as in `userSettings`.
    pub source: Option<String>,
    /// The ID of the plugin that defines the subagent.
    pub plugin_id: Option<String>,
    /// The file that defines the subagent.
    pub path: Option<String>,
    /// The size in tokens.
    pub tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ContextAgent {
    tags: [],
    fields: [
        0 required agent_type: String = "agentType",
        1 optional source: String = "source",
        2 optional plugin_id: String = "pluginId",
        3 optional path: String = "path",
        4 optional tokens: u64 = "tokens",
    ],
});

/// The slash commands in the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextCommands {
    /// The number of commands.
    pub total_commands: Option<u64>,
    /// The number of commands that the model can see.
    pub included_commands: Option<u64>,
    /// The total size of the commands in tokens.
    pub tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextCommands {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ContextCommands {
    tags: [],
    fields: [
        0 optional total_commands: u64 = "totalCommands",
        1 optional included_commands: u64 = "includedCommands",
        2 optional tokens: u64 = "tokens",
    ],
});

/// The skills in the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextSkills {
    /// The number of skills.
    pub total_skills: Option<u64>,
    /// The number of skills that the model can see.
    pub included_skills: Option<u64>,
    /// The total size of the skills in tokens.
    pub tokens: Option<u64>,
    /// The skills, one by one.
    pub skill_frontmatter: Option<Vec<ContextSkill>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextSkills {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ContextSkills {
    tags: [],
    fields: [
        0 optional total_skills: u64 = "totalSkills",
        1 optional included_skills: u64 = "includedSkills",
        2 optional tokens: u64 = "tokens",
        3 optional skill_frontmatter: Vec<ContextSkill> = "skillFrontmatter",
    ],
});

/// A skill in the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextSkill {
    /// The skill's name.
    pub name: String,
    /// The source of the skill, as in `built-in` or `userSettings`.
    pub source: Option<String>,
    /// The plugin that defines the skill.
    pub plugin_name: Option<String>,
    /// The ID of that plugin, with its marketplace.
    pub plugin_id: Option<String>,
    /// The file that defines the skill.
    pub path: Option<String>,
    /// The size in tokens.
    pub tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ContextSkill {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional source: String = "source",
        2 optional plugin_name: String = "pluginName",
        3 optional plugin_id: String = "pluginId",
        4 optional path: String = "path",
        5 optional tokens: u64 = "tokens",
    ],
});

/// The conversation in the context window, in tokens.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextMessages {
    /// The size of the tool calls.
    pub tool_call_tokens: Option<u64>,
    /// The size of the tool results.
    pub tool_result_tokens: Option<u64>,
    /// The size of the attachments that the CLI adds to messages.
    pub attachment_tokens: Option<u64>,
    /// The size of the model's answers.
    pub assistant_message_tokens: Option<u64>,
    /// The size of the user's messages.
    pub user_message_tokens: Option<u64>,
    /// The meaning is not declared by the vendor.
    pub redirected_context_tokens: Option<u64>,
    /// The size of everything that belongs to none of the other fields.
    pub unattributed_tokens: Option<u64>,
    /// The tool calls, by tool.
    pub tool_calls_by_type: Option<Vec<ContextToolCalls>>,
    /// The attachments, by kind.
    pub attachments_by_type: Option<Vec<ContextItem>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextMessages {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ContextMessages {
    tags: [],
    fields: [
        0 optional tool_call_tokens: u64 = "toolCallTokens",
        1 optional tool_result_tokens: u64 = "toolResultTokens",
        2 optional attachment_tokens: u64 = "attachmentTokens",
        3 optional assistant_message_tokens: u64 = "assistantMessageTokens",
        4 optional user_message_tokens: u64 = "userMessageTokens",
        5 optional redirected_context_tokens: u64 = "redirectedContextTokens",
        6 optional unattributed_tokens: u64 = "unattributedTokens",
        7 optional tool_calls_by_type: Vec<ContextToolCalls> = "toolCallsByType",
        8 optional attachments_by_type: Vec<ContextItem> = "attachmentsByType",
    ],
});

/// The calls of one tool in the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextToolCalls {
    /// The tool.
    pub name: String,
    /// The size of the calls in tokens.
    pub call_tokens: Option<u64>,
    /// The size of the results in tokens.
    pub result_tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ContextToolCalls {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional call_tokens: u64 = "callTokens",
        2 optional result_tokens: u64 = "resultTokens",
    ],
});

/// A request for the cost of the session as text.
///
/// Wire: `subtype: get_session_cost`.
///
/// Answered by `GetSessionCostResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetSessionCostRequest {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetSessionCostRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl GetSessionCostRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    GetSessionCostRequest { tags: ["subtype" = "get_session_cost"], fields: [] }
);

impl crate::wire::ControlRequest for GetSessionCostRequest {
    const SUBTYPE: &'static str = "get_session_cost";
    type Response = GetSessionCostResponse;
}

/// The cost of the session.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetSessionCostResponse {
    /// The cost as several lines for display.
    pub text: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetSessionCostResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GetSessionCostResponse {
    tags: [],
    fields: [
        0 optional text: String = "text",
    ],
});

/// A request for the usage of money, tokens and the plan. The vendor says that it may change.
///
/// Wire: `subtype: get_usage`.
///
/// Answered by `PlanUsage`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetUsageRequest {
    /// True to omit the data from the transcripts of the last seven days, which takes long to collect.
    pub skip_behaviors: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetUsageRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl GetUsageRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`skip_behaviors`](Self::skip_behaviors).
    #[inline]
    #[must_use]
    pub fn skip_behaviors(mut self, value: bool) -> Self {
        self.skip_behaviors = Some(value);
        self
    }
}

wire_struct!(#[inline] GetUsageRequest {
    tags: ["subtype" = "get_usage"],
    fields: [
        0 optional skip_behaviors: bool = "skip_behaviors",
    ],
});

impl crate::wire::ControlRequest for GetUsageRequest {
    const SUBTYPE: &'static str = "get_usage";
    type Response = PlanUsage;
}

/// The usage of money, tokens and the plan.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PlanUsage {
    /// The usage of this session.
    pub session: Option<Box<UsageReportSession>>,
    /// The plan, as in `pro` or `max`; null with an API key.
    pub subscription_type: Option<String>,
    /// Whether the limits of a plan apply.
    pub rate_limits_available: Option<bool>,
    /// The usage of the plan's limits; null if no limits apply.
    pub rate_limits: Option<Box<PlanRateLimits>>,
    /// The usage of the plan by behaviour, from the transcripts on this machine; null if there is no plan.
    pub behaviors: Option<Box<UsageBehaviors>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PlanUsage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PlanUsage {
    tags: [],
    fields: [
        0 optional session: Box<UsageReportSession> = "session",
        1 nullable subscription_type: String = "subscription_type",
        2 optional rate_limits_available: bool = "rate_limits_available",
        3 nullable rate_limits: Box<PlanRateLimits> = "rate_limits",
        4 nullable behaviors: Box<UsageBehaviors> = "behaviors",
    ],
});

/// The usage of a plan's limits.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PlanRateLimits {
    /// The five-hour limit.
    pub five_hour: Maybe<RateLimitWindow>,
    /// The weekly limit.
    pub seven_day: Maybe<RateLimitWindow>,
    /// The weekly limit for other programs.
    pub seven_day_oauth_apps: Maybe<RateLimitWindow>,
    /// The weekly limit for Opus models.
    pub seven_day_opus: Maybe<RateLimitWindow>,
    /// The weekly limit for Sonnet models.
    pub seven_day_sonnet: Maybe<RateLimitWindow>,
    /// The weekly limits for other models.
    pub model_scoped: Option<Vec<ModelRateLimitWindow>>,
    /// The usage that is paid in addition to the plan.
    pub extra_usage: Maybe<UsageReportExtra>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PlanRateLimits {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PlanRateLimits {
    tags: [],
    fields: [
        0 maybe five_hour: RateLimitWindow = "five_hour",
        1 maybe seven_day: RateLimitWindow = "seven_day",
        2 maybe seven_day_oauth_apps: RateLimitWindow = "seven_day_oauth_apps",
        3 maybe seven_day_opus: RateLimitWindow = "seven_day_opus",
        4 maybe seven_day_sonnet: RateLimitWindow = "seven_day_sonnet",
        5 optional model_scoped: Vec<ModelRateLimitWindow> = "model_scoped",
        6 maybe extra_usage: UsageReportExtra = "extra_usage",
    ],
});

/// The usage of a limit.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RateLimitWindow {
    /// The used part in percent, from 0 to 100.
    pub utilization: Option<f64>,
    /// The time at which the limit resets.
    pub resets_at: Option<Timestamp>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for RateLimitWindow {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] RateLimitWindow {
    tags: [],
    fields: [
        0 nullable utilization: f64 = "utilization",
        1 nullable resets_at: Timestamp = "resets_at",
    ],
});

/// The usage of the weekly limit for some models.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ModelRateLimitWindow {
    /// The models' name for display.
    pub display_name: String,
    /// The used part in percent, from 0 to 100.
    pub utilization: Option<f64>,
    /// The time at which the limit resets.
    pub resets_at: Option<Timestamp>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ModelRateLimitWindow {
    tags: [],
    fields: [
        0 required display_name: String = "display_name",
        1 nullable utilization: f64 = "utilization",
        2 nullable resets_at: Timestamp = "resets_at",
    ],
});

/// The usage of a plan by behaviour.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageBehaviors {
    /// The last 24 hours.
    pub day: Option<UsagePeriod>,
    /// The last seven days.
    pub week: Option<UsagePeriod>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UsageBehaviors {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] UsageBehaviors {
    tags: [],
    fields: [
        0 optional day: UsagePeriod = "day",
        1 optional week: UsagePeriod = "week",
    ],
});

/// The usage of a plan in one period. Shares are percentages from 0 to 100, and overlap.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsagePeriod {
    /// The number of requests.
    pub request_count: Option<u64>,
    /// The number of sessions.
    pub session_count: Option<u64>,
    /// The costly behaviours.
    pub behaviors: Option<Vec<UsageBehavior>>,
    /// The recommendations, the largest share first.
    pub recommendations: Option<Vec<UsageRecommendation>>,
    /// A fix that can be applied at once.
    pub fix: Option<UsageFix>,
    /// The shares of subagents.
    pub agents: Option<Vec<UsageShare>>,
    /// The shares of skills.
    pub skills: Option<Vec<UsageShare>>,
    /// The shares of plugins.
    pub plugins: Option<Vec<UsageShare>>,
    /// The shares of MCP servers.
    pub mcp_servers: Option<Vec<UsageShare>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UsagePeriod {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] UsagePeriod {
    tags: [],
    fields: [
        0 optional request_count: u64 = "request_count",
        1 optional session_count: u64 = "session_count",
        2 optional behaviors: Vec<UsageBehavior> = "behaviors",
        3 optional recommendations: Vec<UsageRecommendation> = "recommendations",
        4 optional fix: UsageFix = "fix",
        5 optional agents: Vec<UsageShare> = "agents",
        6 optional skills: Vec<UsageShare> = "skills",
        7 optional plugins: Vec<UsageShare> = "plugins",
        8 optional mcp_servers: Vec<UsageShare> = "mcp_servers",
    ],
});

/// A costly behaviour.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageBehavior {
    /// The kind of behaviour.
    pub key: UsageBehaviorKey,
    /// The share of the behaviour.
    pub pct: Option<f64>,
    /// The number of requests that show the behaviour.
    pub count: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] UsageBehavior {
    tags: [],
    fields: [
        0 required key: UsageBehaviorKey = "key",
        1 optional pct: f64 = "pct",
        2 optional count: u64 = "count",
    ],
});

/// A recommendation about a costly behaviour.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageRecommendation {
    /// The behaviour, or `agent`, `skill`, `plugin` or `mcp_server`.
    pub key: String,
    /// The share of the behaviour.
    pub pct: Option<f64>,
    /// The recommended action.
    pub title: Option<String>,
    /// The reason, or the command to use.
    pub detail: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] UsageRecommendation {
    tags: [],
    fields: [
        0 required key: String = "key",
        1 optional pct: f64 = "pct",
        2 optional title: String = "title",
        3 optional detail: String = "detail",
    ],
});

/// A fix for costly behaviours that can be applied at once.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageFix {
    /// The recommendations that the fix covers.
    pub keys: Option<Vec<String>>,
    /// The messages to send, one after the other.
    pub messages: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UsageFix {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] UsageFix {
    tags: [],
    fields: [
        0 optional keys: Vec<String> = "keys",
        1 optional messages: Vec<String> = "messages",
    ],
});

/// The share of an item in the usage of a plan.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageShare {
    /// The name of the item.
    pub name: String,
    /// The share of the item.
    pub pct: Option<f64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] UsageShare {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional pct: f64 = "pct",
    ],
});
