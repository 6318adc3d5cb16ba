// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Reports that two slash commands return in addition to their text: the contents of the context window, and the usage of the plan.

use super::all::*;

/// A limit of a context window.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContextLimitKind {
    /// The limit of the model. The API will refuse the request.
    HardLimit,
    /// The window that compaction uses, which may be smaller than the model's.
    CompactionWindow,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ContextLimitKind {
    HardLimit = "hard_limit",
    CompactionWindow = "compaction_window",
});

/// The kind of a part of the context window.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContextReportKind {
    /// The part is sent with each request.
    Used,
    /// The part is loaded only when it is needed, so it is not counted.
    Deferred,
    /// The part is reserved for compaction.
    Buffer,
    /// The part is free.
    Free,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ContextReportKind {
    Used = "used",
    Deferred = "deferred",
    Buffer = "buffer",
    Free = "free",
});

/// The contents of the context window: the answer to `/context`, as data.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextReport {
    /// The model that the window belongs to.
    pub model: Option<ModelName>,
    /// The estimated number of tokens in use. It may exceed the window.
    pub total_tokens: Option<u64>,
    /// The size of the window in tokens. If compaction uses a smaller window, the size of that one.
    pub raw_max_tokens: Option<u64>,
    /// The used part in percent, from 0 to 100, or above if the context no longer fits.
    pub percentage: Option<f64>,
    /// The parts of the window, including the free part.
    pub categories: Option<Vec<ContextReportCategory>>,
    /// The tools of MCP servers.
    pub mcp_tools: Option<Vec<ContextReportMcpTool>>,
    /// The memory files.
    pub memory_files: Option<Vec<ContextReportMemoryFile>>,
    /// The agent definitions, except those of the CLI.
    pub agents: Option<Vec<ContextReportAgent>>,
    /// The skills.
    pub skills: Option<Vec<ContextReportSkill>>,
    /// The excess. Present if the context no longer fits.
    pub over_limit: Option<ContextOverLimit>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextReport {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ContextReport {
    tags: [],
    fields: [
        0 optional model: ModelName = "model",
        1 optional total_tokens: u64 = "total_tokens",
        2 optional raw_max_tokens: u64 = "raw_max_tokens",
        3 optional percentage: f64 = "percentage",
        4 optional categories: Vec<ContextReportCategory> = "categories",
        5 optional mcp_tools: Vec<ContextReportMcpTool> = "mcp_tools",
        6 optional memory_files: Vec<ContextReportMemoryFile> = "memory_files",
        7 optional agents: Vec<ContextReportAgent> = "agents",
        8 optional skills: Vec<ContextReportSkill> = "skills",
        9 optional over_limit: ContextOverLimit = "over_limit",
    ],
});

/// The excess of a context that is too large.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextOverLimit {
    /// The number of tokens beyond the limit.
    pub tokens_over: Option<u64>,
    /// The limit that is exceeded.
    pub kind: Option<ContextLimitKind>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextOverLimit {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ContextOverLimit {
    tags: [],
    fields: [
        0 optional tokens_over: u64 = "tokens_over",
        1 optional kind: ContextLimitKind = "kind",
    ],
});

/// A part of the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextReportCategory {
    /// The name for display.
    pub name: Option<String>,
    /// The size in tokens.
    pub tokens: Option<u64>,
    /// The kind of part.
    pub kind: Option<ContextReportKind>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextReportCategory {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ContextReportCategory {
    tags: [],
    fields: [
        0 optional name: String = "name",
        1 optional tokens: u64 = "tokens",
        2 optional kind: ContextReportKind = "kind",
    ],
});

/// A tool of an MCP server in the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextReportMcpTool {
    /// The tool's name, as in `mcp__SERVER__TOOL`.
    pub name: Option<String>,
    /// The tool's server.
    pub server_name: Option<String>,
    /// The size in tokens.
    pub tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextReportMcpTool {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ContextReportMcpTool {
    tags: [],
    fields: [
        0 optional name: String = "name",
        1 optional server_name: String = "server_name",
        2 optional tokens: u64 = "tokens",
    ],
});

/// A memory file in the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextReportMemoryFile {
    /// The file.
    pub path: Option<String>,
    /// The kind of memory for display, as in `Project`. Wire: `type`.
    pub kind: Option<String>,
    /// The size in tokens.
    pub tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextReportMemoryFile {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ContextReportMemoryFile {
    tags: [],
    fields: [
        0 optional path: String = "path",
        1 optional kind: String = "type",
        2 optional tokens: u64 = "tokens",
    ],
});

/// An agent definition in the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextReportAgent {
    /// The type of the agent.
    pub agent_type: Option<String>,
    /// The source of the definition, as in `projectSettings`.
    pub source: Option<String>,
    /// The size in tokens.
    pub tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextReportAgent {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ContextReportAgent {
    tags: [],
    fields: [
        0 optional agent_type: String = "agent_type",
        1 optional source: String = "source",
        2 optional tokens: u64 = "tokens",
    ],
});

/// A skill in the context window.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextReportSkill {
    /// The skill's name.
    pub name: Option<String>,
    /// The source of the skill, as in `built-in`.
    pub source: Option<String>,
    /// The plugin that the skill belongs to.
    pub plugin_name: Option<String>,
    /// The size in tokens.
    pub tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextReportSkill {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ContextReportSkill {
    tags: [],
    fields: [
        0 optional name: String = "name",
        1 optional source: String = "source",
        2 optional plugin_name: String = "plugin_name",
        3 optional tokens: u64 = "tokens",
    ],
});

/// The usage of the session and of the plan: the answer to `/usage`, as data. It is present only with a subscription login, and its shape may change.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageReport {
    /// The usage of this session.
    pub session: Option<UsageReportSession>,
    /// The usage of the plan; null if the CLI could not get it.
    pub rate_limits: Option<Box<UsageReportLimits>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UsageReport {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(UsageReport {
    tags: [],
    fields: [
        0 optional session: UsageReportSession = "session",
        1 nullable rate_limits: Box<UsageReportLimits> = "rate_limits",
    ],
});

/// The usage of a session so far.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageReportSession {
    /// The estimated price in US dollars.
    pub total_cost_usd: Option<f64>,
    /// The total duration of API requests in milliseconds.
    pub total_api_duration_ms: Option<u64>,
    /// The duration of the session in milliseconds.
    pub total_duration_ms: Option<u64>,
    /// The number of lines of code that were added.
    pub total_lines_added: Option<u64>,
    /// The number of lines of code that were removed.
    pub total_lines_removed: Option<u64>,
    /// The usage by model.
    pub model_usage: Option<BTreeMap<String, ModelUsage>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UsageReportSession {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(UsageReportSession {
    tags: [],
    fields: [
        0 optional total_cost_usd: f64 = "total_cost_usd",
        1 optional total_api_duration_ms: u64 = "total_api_duration_ms",
        2 optional total_duration_ms: u64 = "total_duration_ms",
        3 optional total_lines_added: u64 = "total_lines_added",
        4 optional total_lines_removed: u64 = "total_lines_removed",
        5 optional model_usage: BTreeMap<String, ModelUsage> = "model_usage",
    ],
});

/// The usage of the plan.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageReportLimits {
    /// The limits, in the order of the service; null if it sent none.
    pub limits: Option<Vec<UsageReportLimit>>,
    /// The usage beyond the plan.
    pub extra_usage: Maybe<UsageReportExtra>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UsageReportLimits {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(UsageReportLimits {
    tags: [],
    fields: [
        0 nullable limits: Vec<UsageReportLimit> = "limits",
        1 maybe extra_usage: UsageReportExtra = "extra_usage",
    ],
});

/// A limit of the plan.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageReportLimit {
    /// The kind of limit, as in `session`, `weekly_all` or `weekly_scoped`.
    pub kind: Option<String>,
    /// The heading for the limit, as in `weekly`.
    pub group: Option<String>,
    /// The used part in percent, from 0 to 100.
    pub percent: Option<f64>,
    /// The time at which the limit resets.
    pub resets_at: Option<Timestamp>,
    /// The scope of the limit, if it does not apply to everything.
    pub scope: Maybe<UsageReportScope>,
    /// The severity, as in `normal`, `warning` or `critical`.
    pub severity: Option<String>,
    /// True for the limit to display if there is space for only one.
    pub is_active: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UsageReportLimit {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(UsageReportLimit {
    tags: [],
    fields: [
        0 optional kind: String = "kind",
        1 optional group: String = "group",
        2 optional percent: f64 = "percent",
        3 nullable resets_at: Timestamp = "resets_at",
        4 maybe scope: UsageReportScope = "scope",
        5 optional severity: String = "severity",
        6 optional is_active: bool = "is_active",
    ],
});

/// The scope of a limit.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageReportScope {
    /// The model that the limit applies to.
    pub model: Maybe<UsageReportLabel>,
    /// The program that the limit applies to.
    pub surface: Maybe<UsageReportLabel>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UsageReportScope {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(UsageReportScope {
    tags: [],
    fields: [
        0 maybe model: UsageReportLabel = "model",
        1 maybe surface: UsageReportLabel = "surface",
    ],
});

/// A name for display.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageReportLabel {
    /// The name.
    pub display_name: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UsageReportLabel {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(UsageReportLabel {
    tags: [],
    fields: [
        0 optional display_name: String = "display_name",
    ],
});

/// The usage beyond the plan in this period.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageReportExtra {
    /// True while extra usage can pay for requests.
    pub is_enabled: Option<bool>,
    /// The limit per month, in the smallest unit of the currency; null for none.
    pub monthly_limit: Option<f64>,
    /// The amount spent, in the smallest unit of the currency.
    pub used_credits: Option<f64>,
    /// The used part of the limit in percent, from 0 to 100.
    pub utilization: Option<f64>,
    /// The currency, as in `USD`.
    pub currency: Maybe<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UsageReportExtra {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(UsageReportExtra {
    tags: [],
    fields: [
        0 optional is_enabled: bool = "is_enabled",
        1 nullable monthly_limit: f64 = "monthly_limit",
        2 nullable used_credits: f64 = "used_credits",
        3 nullable utilization: f64 = "utilization",
        4 maybe currency: String = "currency",
    ],
});
