// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Requests of the SDK about use: of the context window, of the plan, of money.

use super::all::*;

/// How exact an answer about the context window is to be.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContextUsageDetail {
    /// Counted by the API, which takes about a second.
    Full,
    /// Estimated at once.
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
    /// What MCP servers tell about themselves.
    McpInstructions,
    /// The tools of MCP servers that are loaded when they are needed.
    McpToolsDeferred,
    /// The CLI's own tools that are loaded when they are needed.
    SystemToolsDeferred,
    /// The subagents that do not come with the CLI.
    CustomAgents,
    /// The files such as CLAUDE.md.
    MemoryFiles,
    /// The skills.
    Skills,
    /// The conversation.
    Messages,
    /// Room that is kept for compaction that happens by itself.
    AutocompactBuffer,
    /// Room that is kept for compaction on demand.
    CompactBuffer,
    /// What is free.
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

/// A habit that costs.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UsageBehaviorKey {
    /// The prompt cache was missed.
    CacheMiss,
    /// The context was long.
    LongContext,
    /// Subagents did much.
    SubagentHeavy,
    /// Much ran at the same time.
    HighParallel,
    /// It ran by the clock.
    Cron,
    /// The effort was the highest.
    MaxEffort,
    /// Workflows did it.
    Workflow,
    /// Much was in the context all the time.
    AlwaysOnContext,
    /// Results of tools were large.
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

/// Asks what fills the context window.
///
/// Wire: `subtype: get_context_usage`.
///
/// Answered by `ContextUsage`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetContextUsageRequest {
    /// How exact the answer is to be; `full` if absent.
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

/// What fills the context window.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextUsage {
    /// The parts of the window, the free one too.
    pub categories: Option<Vec<ContextCategory>>,
    /// Tokens in use.
    pub total_tokens: Option<u64>,
    /// The size of the window in tokens.
    pub max_tokens: Option<u64>,
    /// The size of the model's window in tokens, whatever was set.
    pub raw_max_tokens: Option<u64>,
    /// The part in use, from 0 to 100.
    pub percentage: Option<f64>,
    /// The picture that the CLI's own screen shows.
    pub grid_rows: Option<Raw>,
    /// The model whose window it is.
    pub model: Option<ModelName>,
    /// The files such as CLAUDE.md.
    pub memory_files: Option<Vec<ContextMemoryFile>>,
    /// The tools of MCP servers.
    pub mcp_tools: Option<Vec<ContextMcpTool>>,
    /// What MCP servers tell the model about themselves.
    pub mcp_instructions: Option<Vec<ContextMcpInstructions>>,
    /// The CLI's own tools that the model gets when it searches for them.
    pub deferred_builtin_tools: Option<Vec<ContextItem>>,
    /// The CLI's own tools.
    pub system_tools: Option<Vec<ContextItem>>,
    /// The parts of the system prompt.
    pub system_prompt_sections: Option<Vec<ContextItem>>,
    /// The subagents that do not come with the CLI.
    pub agents: Option<Vec<ContextAgent>>,
    /// The slash commands.
    pub slash_commands: Option<ContextCommands>,
    /// The skills.
    pub skills: Option<Box<ContextSkills>>,
    /// How many tokens make the CLI compact the conversation by itself.
    pub auto_compact_threshold: Option<u64>,
    /// Where that number comes from, as in `model-default`. Not declared.
    pub autocompact_source: Option<String>,
    /// Whether it does so.
    pub is_auto_compact_enabled: Option<bool>,
    /// The conversation.
    pub message_breakdown: Option<Box<ContextMessages>>,
    /// What the last answer of the API says about it; null before the first.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextCategory {
    /// Which part.
    pub id: Option<ContextCategoryId>,
    /// Its name for a screen.
    pub name: Option<String>,
    /// Its size in tokens.
    pub tokens: Option<u64>,
    /// Its colour on the CLI's own screen.
    pub color: Option<String>,
    /// True where it is loaded only when it is needed.
    pub is_deferred: Option<bool>,
    /// What sort of part it is.
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

/// A file such as CLAUDE.md in the context window.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextMemoryFile {
    /// The file.
    pub path: String,
    /// Whose it is, as in `User` or `Project`. Wire: `type`.
    pub kind: Option<String>,
    /// Its size in tokens.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextMcpTool {
    /// Its full name.
    pub name: String,
    /// Its server.
    pub server_name: Option<String>,
    /// Its size in tokens.
    pub tokens: Option<u64>,
    /// False where the model has not got it yet.
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

/// What an MCP server tells the model about itself.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextMcpInstructions {
    /// The server.
    pub server_name: String,
    /// Its size in tokens, estimated.
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

/// Something in the context window.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextItem {
    /// What it is.
    pub name: String,
    /// Its size in tokens.
    pub tokens: Option<u64>,
    /// For tools that are loaded when they are needed: whether it is.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextAgent {
    /// Its name.
    pub agent_type: String,
    /// Where it is declared, as in `userSettings`.
    pub source: Option<String>,
    /// The plugin that it comes from.
    pub plugin_id: Option<String>,
    /// Its file.
    pub path: Option<String>,
    /// Its size in tokens.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextCommands {
    /// How many there are.
    pub total_commands: Option<u64>,
    /// How many the model is told of.
    pub included_commands: Option<u64>,
    /// Their size in tokens.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextSkills {
    /// How many there are.
    pub total_skills: Option<u64>,
    /// How many the model is told of.
    pub included_skills: Option<u64>,
    /// Their size in tokens.
    pub tokens: Option<u64>,
    /// Each of them.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextSkill {
    /// Its name.
    pub name: String,
    /// Where it comes from, as in `built-in` or `userSettings`.
    pub source: Option<String>,
    /// The plugin that it comes from.
    pub plugin_name: Option<String>,
    /// That plugin with its marketplace.
    pub plugin_id: Option<String>,
    /// Its file.
    pub path: Option<String>,
    /// Its size in tokens.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextMessages {
    /// Tool calls.
    pub tool_call_tokens: Option<u64>,
    /// Their results.
    pub tool_result_tokens: Option<u64>,
    /// What the CLI adds to messages.
    pub attachment_tokens: Option<u64>,
    /// Answers of the model.
    pub assistant_message_tokens: Option<u64>,
    /// Messages of the user.
    pub user_message_tokens: Option<u64>,
    /// Its meaning is not declared.
    pub redirected_context_tokens: Option<u64>,
    /// What belongs to none of these.
    pub unattributed_tokens: Option<u64>,
    /// The calls, by tool.
    pub tool_calls_by_type: Option<Vec<ContextToolCalls>>,
    /// The additions, by kind.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextToolCalls {
    /// The tool.
    pub name: String,
    /// The size of its calls in tokens.
    pub call_tokens: Option<u64>,
    /// The size of its results in tokens.
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

/// Asks for the cost of the session as a text.
///
/// Wire: `subtype: get_session_cost`.
///
/// Answered by `GetSessionCostResponse`.
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetSessionCostResponse {
    /// Several lines for a screen.
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

/// Asks for the use of money, tokens and the plan. The vendor says that it may change.
///
/// Wire: `subtype: get_usage`.
///
/// Answered by `PlanUsage`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetUsageRequest {
    /// True to leave out what the transcripts of the last seven days tell, which takes long.
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

/// What was used of money, tokens and the plan.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PlanUsage {
    /// What this session used.
    pub session: Option<Box<UsageReportSession>>,
    /// The plan, as in `pro` or `max`; null with an API key.
    pub subscription_type: Option<String>,
    /// Whether the limits of a plan apply.
    pub rate_limits_available: Option<bool>,
    /// How far the limits of the plan are used up; null where none apply.
    pub rate_limits: Option<Box<PlanRateLimits>>,
    /// What the plan was used for, by the transcripts on this machine; null where there is no plan.
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

/// How far the limits of a plan are used up.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PlanRateLimits {
    /// The limit of five hours.
    pub five_hour: Maybe<RateLimitWindow>,
    /// The limit of the week.
    pub seven_day: Maybe<RateLimitWindow>,
    /// The limit of the week for other programs.
    pub seven_day_oauth_apps: Maybe<RateLimitWindow>,
    /// The limit of the week for Opus models.
    pub seven_day_opus: Maybe<RateLimitWindow>,
    /// The limit of the week for Sonnet models.
    pub seven_day_sonnet: Maybe<RateLimitWindow>,
    /// The limits of the week for other models.
    pub model_scoped: Option<Vec<ModelRateLimitWindow>>,
    /// Use that is paid beside the plan.
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

/// How far one limit is used up.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RateLimitWindow {
    /// The used part, from 0 to 100.
    pub utilization: Option<f64>,
    /// When it begins anew.
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

/// How far the limit of the week for some models is used up.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ModelRateLimitWindow {
    /// The models' name for a screen.
    pub display_name: String,
    /// The used part, from 0 to 100.
    pub utilization: Option<f64>,
    /// When it begins anew.
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

/// What a plan was used for.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UsageBehaviors {
    /// In the last 24 hours.
    pub day: Option<UsagePeriod>,
    /// In the last seven days.
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

/// What a plan was used for in a time. Shares are from 0 to 100, and overlap.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UsagePeriod {
    /// How many requests were made.
    pub request_count: Option<u64>,
    /// How many sessions there were.
    pub session_count: Option<u64>,
    /// Habits that cost.
    pub behaviors: Option<Vec<UsageBehavior>>,
    /// What could be done about it, the largest share first.
    pub recommendations: Option<Vec<UsageRecommendation>>,
    /// What can be done at once.
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

/// A habit that costs.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UsageBehavior {
    /// Which one.
    pub key: UsageBehaviorKey,
    /// Its share.
    pub pct: Option<f64>,
    /// How many requests show it.
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

/// What could be done about a habit that costs.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UsageRecommendation {
    /// The habit, or `agent`, `skill`, `plugin` or `mcp_server`.
    pub key: String,
    /// The share that it is about.
    pub pct: Option<f64>,
    /// What to do.
    pub title: Option<String>,
    /// Why, or with which command.
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

/// What can be done at once about habits that cost.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UsageFix {
    /// The recommendations that it covers.
    pub keys: Option<Vec<String>>,
    /// The messages to be sent for it, one after the other.
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

/// The share of something in the use of a plan.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UsageShare {
    /// What it is.
    pub name: String,
    /// Its share.
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
