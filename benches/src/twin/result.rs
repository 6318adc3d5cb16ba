//! Results: the end of a turn, and its usage.
#![expect(dead_code, reason = "decoding them is the work")]

use std::collections::BTreeMap;

use claude_types::{
    ApiErrorType, ApiFailure, ApiMessageId, ApiProvider, CostBasis, DeferredToolUse, Extra,
    FallbackCredit, FastModeDisabledReason, FastModeState, InferenceSpeed, InvalidConfigFile,
    Maybe, MessageOrigin, MessageUuid, ModelName, PermissionDenial, PostQueuedBehind,
    ResultSubtype, ServiceTier, SessionId, StartupFailureReason, StopReason, TerminalReason,
    Timestamp, UsageIteration,
};
use serde::Deserialize;

use super::{Of, Way, maybe};

#[derive(Deserialize)]
#[serde(bound = "W: Way")]
pub(crate) struct ResultMessage<W: Way> {
    subtype: Option<Of<ResultSubtype>>,
    is_error: Option<bool>,
    result: Option<String>,
    stop_reason: Option<Of<StopReason>>,
    terminal_reason: Option<Of<TerminalReason>>,
    #[serde(default, deserialize_with = "maybe")]
    api_error_status: Maybe<u64>,
    num_turns: Option<u64>,
    duration_ms: Option<u64>,
    duration_api_ms: Option<u64>,
    total_cost_usd: Option<f64>,
    usage: Option<Usage>,
    #[serde(rename = "modelUsage")]
    model_usage: Option<BTreeMap<String, ModelUsage>>,
    model_usage_since_last_result: Option<BTreeMap<String, ModelUsage>>,
    permission_denials: Option<Vec<PermissionDenial>>,
    subagent_stats: Option<SubagentStats>,
    safety_stops: Option<u64>,
    result_index: Option<u64>,
    queued_turn_count: Option<u64>,
    fast_mode_state: Option<Of<FastModeState>>,
    fast_mode_disabled_reason: Option<Of<FastModeDisabledReason>>,
    ttft_ms: Option<u64>,
    ttft_stream_ms: Option<u64>,
    time_to_request_ms: Option<u64>,
    first_content_frame_ms: Option<u64>,
    session_id: Option<Of<SessionId>>,
    uuid: Option<Of<MessageUuid>>,
    structured_output: Option<W::Raw>,
    errors: Option<Vec<String>>,
    api_error_type: Option<Of<ApiErrorType>>,
    api_error: Option<Of<ApiFailure>>,
    origin: Option<MessageOrigin>,
    user_message_uuid: Option<Of<MessageUuid>>,
    user_message_uuids: Option<Vec<Of<MessageUuid>>>,
    begun_message_ids: Option<Vec<Of<ApiMessageId>>>,
    local_command: Option<String>,
    request_sent_wall_ms: Option<f64>,
    first_request_input_tokens: Option<u64>,
    first_request_cache_read_input_tokens: Option<u64>,
    startup_failure_reason: Option<Of<StartupFailureReason>>,
    invalid_config_file: Option<InvalidConfigFile>,
    deferred_tool_use: Option<DeferredToolUse>,
    first_stream_post_ms: Option<u64>,
    first_stream_post_ack_ms: Option<u64>,
    first_stream_post_queue_wait_ms: Option<u64>,
    first_stream_post_queued_behind: Option<Of<PostQueuedBehind>>,
    first_stream_post_wall_ms: Option<f64>,
    first_text_post_ms: Option<u64>,
    first_text_post_queue_wait_ms: Option<u64>,
    first_text_post_queued_behind: Option<Of<PostQueuedBehind>>,
    first_text_post_wall_ms: Option<f64>,
    time_to_request_from_spawn_ms: Option<u64>,
    time_origin_ms: Option<f64>,
    warm_spare_claimed: Option<bool>,
    credential_expires_at: Option<Of<Timestamp>>,
    resume_reason: Option<String>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct SubagentStats {
    spawned: Option<u64>,
    requested: Option<SubagentRequests>,
    started_in_background: Option<u64>,
    max_depth: Option<u64>,
    spawned_by_subagents: Option<u64>,
    completed: Option<u64>,
    failed: Option<u64>,
    killed: Option<SubagentKills>,
    refused: Option<SubagentRefusals>,
    by_type: Option<BTreeMap<String, u64>>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct SubagentRequests {
    background: Option<u64>,
    foreground: Option<u64>,
    unset: Option<u64>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct SubagentKills {
    parent: Option<u64>,
    user: Option<u64>,
    system: Option<u64>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct SubagentRefusals {
    depth_limit: Option<u64>,
    concurrency_limit: Option<u64>,
    budget: Option<u64>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct ModelUsage {
    #[serde(rename = "inputTokens")]
    input_tokens: Option<u64>,
    #[serde(rename = "outputTokens")]
    output_tokens: Option<u64>,
    #[serde(rename = "cacheReadInputTokens")]
    cache_read_input_tokens: Option<u64>,
    #[serde(rename = "cacheCreationInputTokens")]
    cache_creation_input_tokens: Option<u64>,
    #[serde(rename = "cacheCreationEphemeral5mInputTokens")]
    cache_creation_ephemeral_5m_input_tokens: Option<u64>,
    #[serde(rename = "cacheCreationEphemeral1hInputTokens")]
    cache_creation_ephemeral_1h_input_tokens: Option<u64>,
    #[serde(rename = "thinkingTokens")]
    thinking_tokens: Option<u64>,
    #[serde(rename = "webSearchRequests")]
    web_search_requests: Option<u64>,
    #[serde(rename = "costUSD")]
    cost_usd: Option<f64>,
    #[serde(rename = "contextWindow")]
    context_window: Option<u64>,
    #[serde(rename = "maxOutputTokens")]
    max_output_tokens: Option<u64>,
    #[serde(rename = "canonicalModel")]
    canonical_model: Option<Of<ModelName>>,
    provider: Option<Of<ApiProvider>>,
    #[serde(rename = "costBasis")]
    cost_basis: Option<Of<CostBasis>>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct Usage {
    #[serde(default, deserialize_with = "maybe")]
    input_tokens: Maybe<u64>,
    output_tokens: Option<u64>,
    #[serde(default, deserialize_with = "maybe")]
    cache_creation_input_tokens: Maybe<u64>,
    #[serde(default, deserialize_with = "maybe")]
    cache_read_input_tokens: Maybe<u64>,
    #[serde(default, deserialize_with = "maybe")]
    service_tier: Maybe<Of<ServiceTier>>,
    #[serde(default, deserialize_with = "maybe")]
    cache_creation: Maybe<Box<CacheCreation>>,
    #[serde(default, deserialize_with = "maybe")]
    output_tokens_details: Maybe<Box<OutputTokensDetails>>,
    #[serde(default, deserialize_with = "maybe")]
    server_tool_use: Maybe<Box<ServerToolUsage>>,
    #[serde(default, deserialize_with = "maybe")]
    inference_geo: Maybe<String>,
    #[serde(default, deserialize_with = "maybe")]
    speed: Maybe<Of<InferenceSpeed>>,
    #[serde(default, deserialize_with = "maybe")]
    iterations: Maybe<Vec<UsageIteration>>,
    #[serde(default, deserialize_with = "maybe")]
    fallback_credit: Maybe<Box<FallbackCredit>>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct CacheCreation {
    ephemeral_5m_input_tokens: Option<u64>,
    ephemeral_1h_input_tokens: Option<u64>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct OutputTokensDetails {
    thinking_tokens: Option<u64>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct ServerToolUsage {
    web_search_requests: Option<u64>,
    web_fetch_requests: Option<u64>,
    #[serde(skip)]
    extra: Extra,
}
