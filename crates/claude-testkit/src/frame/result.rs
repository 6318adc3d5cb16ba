//! Results of turns.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::id::uuid;

/// The last message of a turn; `type` is in the middle.
#[derive(Serialize)]
pub(crate) struct ResultFrame<'a> {
    duration_api_ms: u64,
    pub(crate) stop_reason: Option<&'a str>,
    session_id: &'a str,
    total_cost_usd: f64,
    usage: TurnUsage,
    #[serde(rename = "modelUsage")]
    model_usage: BTreeMap<&'a str, ModelUsage<'a>>,
    permission_denials: &'a [Denial],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) terminal_reason: Option<&'a str>,
    fast_mode_state: &'static str,
    fast_mode_disabled_reason: &'static str,
    subagent_stats: SubagentStats,
    safety_stops: u64,
    pub(crate) is_error: bool,
    pub(crate) num_turns: u64,
    pub(crate) subtype: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) api_error_status: Option<Option<u16>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) api_error_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) result: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) errors: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) deferred_tool_use: Option<&'a Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) structured_output: Option<&'a Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) local_command: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ttft_ms: Option<u64>,
    #[serde(rename = "type")]
    kind: &'static str,
    pub(crate) duration_ms: u64,
    uuid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_message_uuid: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) user_message_uuids: Vec<&'a str>,
    pub(crate) queued_turn_count: usize,
    pub(crate) result_index: u64,
    model_usage_since_last_result: BTreeMap<&'a str, ModelUsage<'a>>,
}

/// The usage of turns.
#[derive(Clone, Copy, Default)]
pub(crate) struct Totals {
    /// The API calls in this process.
    pub(crate) process: u64,
    /// The API calls in this turn.
    pub(crate) turn: u64,
}

/// A call that was denied.
#[derive(Debug, Serialize)]
pub(crate) struct Denial {
    pub(crate) tool_name: String,
    pub(crate) tool_use_id: String,
    pub(crate) tool_input: Box<RawValue>,
}

impl<'a> ResultFrame<'a> {
    pub(crate) fn new(
        session_id: &'a str,
        model: &'a str,
        totals: Totals,
        denials: &'a [Denial],
    ) -> Self {
        Self {
            duration_api_ms: totals.process * 20,
            stop_reason: Some("end_turn"),
            session_id,
            total_cost_usd: cost(totals.process),
            usage: TurnUsage::of(totals.turn),
            model_usage: models(model, totals.process),
            permission_denials: denials,
            terminal_reason: Some("completed"),
            fast_mode_state: "off",
            fast_mode_disabled_reason: "sdk_opt_in_required",
            subagent_stats: SubagentStats::default(),
            safety_stops: 0,
            is_error: false,
            num_turns: totals.turn,
            subtype: "success",
            api_error_status: None,
            api_error_type: None,
            result: None,
            errors: Vec::new(),
            deferred_tool_use: None,
            structured_output: None,
            local_command: None,
            ttft_ms: None,
            kind: "result",
            duration_ms: 0,
            uuid: uuid(),
            user_message_uuid: None,
            user_message_uuids: Vec::new(),
            queued_turn_count: 0,
            result_index: 0,
            model_usage_since_last_result: models(model, totals.turn),
        }
    }
}

/// What API calls cost.
pub(crate) fn cost(calls: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a scenario has not 2^53 calls")]
    let calls = calls as f64;
    calls * 0.0008
}

fn models(model: &str, calls: u64) -> BTreeMap<&str, ModelUsage<'_>> {
    if calls == 0 {
        return BTreeMap::new();
    }
    let usage = ModelUsage {
        input_tokens: calls * 100,
        output_tokens: calls * 20,
        cache_read_input_tokens: 0,
        cache_creation_input_tokens: 0,
        web_search_requests: 0,
        cost_usd: cost(calls),
        context_window: 1_000_000,
        max_output_tokens: 128_000,
        thinking_tokens: 0,
        cache_creation_5m: 0,
        cache_creation_1h: 0,
        canonical_model: model,
        provider: "firstParty",
        cost_basis: "list",
    };
    BTreeMap::from([(model, usage)])
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ModelUsage<'a> {
    input_tokens: u64,
    output_tokens: u64,
    cache_read_input_tokens: u64,
    cache_creation_input_tokens: u64,
    web_search_requests: u64,
    #[serde(rename = "costUSD")]
    cost_usd: f64,
    context_window: u64,
    max_output_tokens: u64,
    thinking_tokens: u64,
    #[serde(rename = "cacheCreationEphemeral5mInputTokens")]
    cache_creation_5m: u64,
    #[serde(rename = "cacheCreationEphemeral1hInputTokens")]
    cache_creation_1h: u64,
    canonical_model: &'a str,
    provider: &'static str,
    cost_basis: &'static str,
}

#[derive(Serialize)]
struct TurnUsage {
    input_tokens: u64,
    cache_creation_input_tokens: u64,
    cache_read_input_tokens: u64,
    output_tokens: u64,
    output_tokens_details: ThinkingTokens,
    server_tool_use: ServerTools,
    service_tier: &'static str,
    cache_creation: CacheCreation,
    inference_geo: &'static str,
    iterations: [(); 0],
    speed: &'static str,
    fallback_credit: Option<()>,
}

impl TurnUsage {
    fn of(calls: u64) -> Self {
        Self {
            input_tokens: calls * 100,
            cache_creation_input_tokens: 0,
            cache_read_input_tokens: 0,
            output_tokens: calls * 20,
            output_tokens_details: ThinkingTokens::default(),
            server_tool_use: ServerTools::default(),
            service_tier: "standard",
            cache_creation: CacheCreation::default(),
            inference_geo: "",
            iterations: [],
            speed: "standard",
            fallback_credit: None,
        }
    }
}

#[derive(Default, Serialize)]
struct ThinkingTokens {
    thinking_tokens: u64,
}

#[derive(Default, Serialize)]
struct ServerTools {
    web_search_requests: u64,
    web_fetch_requests: u64,
}

#[derive(Default, Serialize)]
struct CacheCreation {
    ephemeral_1h_input_tokens: u64,
    ephemeral_5m_input_tokens: u64,
}

#[derive(Default, Serialize)]
struct SubagentStats {
    spawned: u64,
    requested: Requested,
    started_in_background: u64,
    max_depth: u64,
    spawned_by_subagents: u64,
    completed: u64,
    failed: u64,
    killed: Killed,
    refused: Refused,
    by_type: BTreeMap<(), ()>,
}

#[derive(Default, Serialize)]
struct Requested {
    background: u64,
    foreground: u64,
    unset: u64,
}

#[derive(Default, Serialize)]
struct Killed {
    parent: u64,
    user: u64,
    system: u64,
}

#[derive(Default, Serialize)]
struct Refused {
    depth_limit: u64,
    concurrency_limit: u64,
    budget: u64,
}
