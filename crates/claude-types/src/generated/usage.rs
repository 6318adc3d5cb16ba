// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The usage of an answer, a turn or a session: tokens, searches, cost.

use super::all::*;

/// The service tier of a request.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ServiceTier {
    /// The standard tier.
    Standard,
    /// Capacity that was bought in advance.
    Priority,
    /// The asynchronous batch tier.
    Batch,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ServiceTier {
    Standard = "standard",
    Priority = "priority",
    Batch = "batch",
});

/// The speed mode of a request.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InferenceSpeed {
    /// The standard speed.
    Standard,
    /// Fast mode, at a higher price.
    Fast,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(InferenceSpeed {
    Standard = "standard",
    Fast = "fast",
});

/// Kinds of rounds of an answer.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UsageIterationKind {
    /// The model answered.
    Message,
    /// The API compacted the context.
    Compaction,
    /// The advisor model answered.
    AdvisorMessage,
    /// Another model answered after a refusal.
    FallbackMessage,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(UsageIterationKind {
    Message = "message",
    Compaction = "compaction",
    AdvisorMessage = "advisor_message",
    FallbackMessage = "fallback_message",
});

/// Whether the credit was used.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FallbackCreditOutcome {
    /// The credit was used.
    Redeemed,
    /// The credit was not used.
    NotApplied,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(FallbackCreditOutcome {
    Redeemed = "redeemed",
    NotApplied = "not_applied",
});

/// The service through which a model is reached.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiProvider {
    /// Anthropic's own API.
    FirstParty,
    /// Amazon Bedrock.
    Bedrock,
    /// Google Vertex AI.
    Vertex,
    /// Microsoft Foundry.
    Foundry,
    /// Anthropic's API on AWS.
    AnthropicAws,
    /// Anthropic's API on Google Cloud.
    AnthropicGoogleCloud,
    /// The Mantle service.
    Mantle,
    /// A gateway of the organisation.
    Gateway,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ApiProvider {
    FirstParty = "firstParty",
    Bedrock = "bedrock",
    Vertex = "vertex",
    Foundry = "foundry",
    AnthropicAws = "anthropicAws",
    AnthropicGoogleCloud = "anthropicGoogleCloud",
    Mantle = "mantle",
    Gateway = "gateway",
});

/// The price list that a cost is computed with.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CostBasis {
    /// The public list prices.
    List,
    /// Prices set by the organisation's managed settings.
    Managed,
    /// The price of the model is unknown, so the cost is not reliable.
    Unknown,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(CostBasis {
    List = "list",
    Managed = "managed",
    Unknown = "unknown",
});

/// The tokens of one API answer, or of one turn if the usage is part of a result. Result messages count only the main conversation, without subagents.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct Usage {
    /// Tokens of the input that were neither read from the cache nor written to it.
    pub input_tokens: Maybe<u64>,
    /// Tokens the model produced. Streamed assistant messages contain the count at their start, so the total is in the result.
    pub output_tokens: Option<u64>,
    /// Tokens of the input that were written to the prompt cache.
    pub cache_creation_input_tokens: Maybe<u64>,
    /// Tokens of the input that came from the prompt cache.
    pub cache_read_input_tokens: Maybe<u64>,
    /// The tier that served the request.
    pub service_tier: Maybe<ServiceTier>,
    /// The written tokens, split by the lifetime of the cache entry.
    pub cache_creation: Maybe<Box<CacheCreation>>,
    /// The output tokens, split by purpose.
    pub output_tokens_details: Maybe<Box<OutputTokensDetails>>,
    /// The number of uses of tools that run at the API.
    pub server_tool_use: Maybe<Box<ServerToolUsage>>,
    /// The region that computed the answer; an empty text if it is not reported.
    pub inference_geo: Maybe<String>,
    /// The speed mode of the request.
    pub speed: Maybe<InferenceSpeed>,
    /// The usage of each round of an answer with several rounds; empty for most answers.
    pub iterations: Maybe<Vec<UsageIteration>>,
    /// The outcome of the credit for a refused request, on its retry. Only null has been seen.
    pub fallback_credit: Maybe<Box<FallbackCredit>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for Usage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(Usage {
    tags: [],
    fields: [
        0 maybe input_tokens: u64 = "input_tokens",
        1 optional output_tokens: u64 = "output_tokens",
        2 maybe cache_creation_input_tokens: u64 = "cache_creation_input_tokens",
        3 maybe cache_read_input_tokens: u64 = "cache_read_input_tokens",
        4 maybe service_tier: ServiceTier = "service_tier",
        5 maybe cache_creation: Box<CacheCreation> = "cache_creation",
        6 maybe output_tokens_details: Box<OutputTokensDetails> = "output_tokens_details",
        7 maybe server_tool_use: Box<ServerToolUsage> = "server_tool_use",
        8 maybe inference_geo: String = "inference_geo",
        9 maybe speed: InferenceSpeed = "speed",
        10 maybe iterations: Vec<UsageIteration> = "iterations",
        11 maybe fallback_credit: Box<FallbackCredit> = "fallback_credit",
    ],
});

/// Tokens written to the prompt cache, by lifetime of the entry.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CacheCreation {
    /// Tokens written to entries with a lifetime of five minutes.
    pub ephemeral_5m_input_tokens: Option<u64>,
    /// Tokens written to entries with a lifetime of one hour.
    pub ephemeral_1h_input_tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CacheCreation {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(CacheCreation {
    tags: [],
    fields: [
        0 optional ephemeral_5m_input_tokens: u64 = "ephemeral_5m_input_tokens",
        1 optional ephemeral_1h_input_tokens: u64 = "ephemeral_1h_input_tokens",
    ],
});

/// Parts of the output tokens.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct OutputTokensDetails {
    /// Tokens used for thinking.
    pub thinking_tokens: Maybe<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for OutputTokensDetails {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(OutputTokensDetails {
    tags: [],
    fields: [
        0 maybe thinking_tokens: u64 = "thinking_tokens",
    ],
});

/// The number of uses of tools that run at the API, which are billed per use.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ServerToolUsage {
    /// The number of web searches.
    pub web_search_requests: Option<u64>,
    /// The number of fetched web pages.
    pub web_fetch_requests: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ServerToolUsage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ServerToolUsage {
    tags: [],
    fields: [
        0 optional web_search_requests: u64 = "web_search_requests",
        1 optional web_fetch_requests: u64 = "web_fetch_requests",
    ],
});

/// The tokens of one round of an answer with several rounds.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UsageIteration {
    /// The kind of round. Wire: `type`.
    pub kind: Option<UsageIterationKind>,
    /// The model of the round; absent for a compaction.
    pub model: Maybe<ModelName>,
    /// Tokens of the input that were neither read from the cache nor written to it.
    pub input_tokens: Option<u64>,
    /// Tokens the model produced.
    pub output_tokens: Option<u64>,
    /// Tokens of the input that were written to the prompt cache.
    pub cache_creation_input_tokens: Option<u64>,
    /// Tokens of the input that came from the prompt cache.
    pub cache_read_input_tokens: Option<u64>,
    /// The written tokens, split by the lifetime of the cache entry.
    pub cache_creation: Maybe<Box<CacheCreation>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UsageIteration {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(UsageIteration {
    tags: [],
    fields: [
        0 optional kind: UsageIterationKind = "type",
        1 maybe model: ModelName = "model",
        2 optional input_tokens: u64 = "input_tokens",
        3 optional output_tokens: u64 = "output_tokens",
        4 optional cache_creation_input_tokens: u64 = "cache_creation_input_tokens",
        5 optional cache_read_input_tokens: u64 = "cache_read_input_tokens",
        6 maybe cache_creation: Box<CacheCreation> = "cache_creation",
    ],
});

/// The outcome of the credit for a refused request, on its retry with another model.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FallbackCredit {
    /// Whether the credit was used.
    pub status: Option<FallbackCreditStatus>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FallbackCredit {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(FallbackCredit {
    tags: [],
    fields: [
        0 optional status: FallbackCreditStatus = "status",
    ],
});

/// Whether the credit for a refused request was used.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FallbackCreditStatus {
    /// Whether the credit was used. Wire: `type`.
    pub kind: Option<FallbackCreditOutcome>,
    /// The reason why the credit was not used, such as `expired` or `body_mismatch`.
    pub reason: Option<String>,
    /// The fields of the request that prevented the use of the credit.
    pub remove_to_redeem: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FallbackCreditStatus {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(FallbackCreditStatus {
    tags: [],
    fields: [
        0 optional kind: FallbackCreditOutcome = "type",
        1 optional reason: String = "reason",
        2 optional remove_to_redeem: Vec<String> = "remove_to_redeem",
    ],
});

/// The usage of one model, subagents included. In a result's `modelUsage`, it counts from the start of the session; in `model_usage_since_last_result`, it counts from the previous result.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ModelUsage {
    /// Input tokens without use of the prompt cache.
    pub input_tokens: Option<u64>,
    /// Output tokens, thinking included.
    pub output_tokens: Option<u64>,
    /// Input tokens read from the prompt cache.
    pub cache_read_input_tokens: Option<u64>,
    /// Input tokens written to the prompt cache.
    pub cache_creation_input_tokens: Option<u64>,
    /// Tokens written to entries with a lifetime of five minutes. Wire: `cacheCreationEphemeral5mInputTokens`.
    pub cache_creation_ephemeral_5m_input_tokens: Option<u64>,
    /// Tokens written to entries with a lifetime of one hour. Wire: `cacheCreationEphemeral1hInputTokens`.
    pub cache_creation_ephemeral_1h_input_tokens: Option<u64>,
    /// The part of the output tokens that was used for thinking.
    pub thinking_tokens: Option<u64>,
    /// The number of web searches made by the API.
    pub web_search_requests: Option<u64>,
    /// The cost in US dollars, as computed by the CLI. Wire: `costUSD`.
    pub cost_usd: Option<f64>,
    /// The size of the model's context window in tokens.
    pub context_window: Option<u64>,
    /// The maximum number of tokens of one answer of the model.
    pub max_output_tokens: Option<u64>,
    /// The model's full name, if the key of the map is the requested name.
    pub canonical_model: Option<ModelName>,
    /// The service that provides the model.
    pub provider: Option<ApiProvider>,
    /// The price list that a cost is computed with.
    pub cost_basis: Option<CostBasis>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ModelUsage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ModelUsage {
    tags: [],
    fields: [
        0 optional input_tokens: u64 = "inputTokens",
        1 optional output_tokens: u64 = "outputTokens",
        2 optional cache_read_input_tokens: u64 = "cacheReadInputTokens",
        3 optional cache_creation_input_tokens: u64 = "cacheCreationInputTokens",
        4 optional cache_creation_ephemeral_5m_input_tokens: u64 = "cacheCreationEphemeral5mInputTokens",
        5 optional cache_creation_ephemeral_1h_input_tokens: u64 = "cacheCreationEphemeral1hInputTokens",
        6 optional thinking_tokens: u64 = "thinkingTokens",
        7 optional web_search_requests: u64 = "webSearchRequests",
        8 optional cost_usd: f64 = "costUSD",
        9 optional context_window: u64 = "contextWindow",
        10 optional max_output_tokens: u64 = "maxOutputTokens",
        11 optional canonical_model: ModelName = "canonicalModel",
        12 optional provider: ApiProvider = "provider",
        13 optional cost_basis: CostBasis = "costBasis",
    ],
});
