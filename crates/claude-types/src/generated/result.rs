// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The end of a turn.

use super::all::*;

/// How a turn ended.
///
/// An open set: a newer CLI may send other values. Feature: MSG-06, MSG-07, SO-03.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResultSubtype {
    /// It ran to its end; `is_error` tells whether the API failed.
    ///
    /// `success`. Seen on the wire.
    Success,
    /// It was interrupted, or something failed.
    ///
    /// `error_during_execution`. Seen on the wire.
    ErrorDuringExecution,
    /// The limit of turns was reached.
    ///
    /// `error_max_turns`. Seen on the wire.
    ErrorMaxTurns,
    /// The limit of cost was reached.
    ///
    /// `error_max_budget_usd`. Seen on the wire.
    ErrorMaxBudgetUsd,
    /// The model did not manage to give output that fits the schema.
    ///
    /// `error_max_structured_output_retries`. Seen on the wire.
    ErrorMaxStructuredOutputRetries,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ResultSubtype {
    Success = "success",
    ErrorDuringExecution = "error_during_execution",
    ErrorMaxTurns = "error_max_turns",
    ErrorMaxBudgetUsd = "error_max_budget_usd",
    ErrorMaxStructuredOutputRetries = "error_max_structured_output_retries",
});

/// Why a turn ended.
///
/// An open set: a newer CLI may send other values. Feature: MSG-08.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TerminalReason {
    /// The model had nothing more to do.
    ///
    /// `completed`. Seen on the wire.
    Completed,
    /// The API failed.
    ///
    /// `api_error`. Seen on the wire.
    ApiError,
    /// The model failed.
    ///
    /// `model_error`. Declared, not seen.
    ModelError,
    /// The model wrote broken tool calls too often.
    ///
    /// `malformed_tool_use_exhausted`. Declared, not seen.
    MalformedToolUseExhausted,
    /// The limit of turns was reached.
    ///
    /// `max_turns`. Seen on the wire.
    MaxTurns,
    /// The limit of cost was reached.
    ///
    /// `budget_exhausted`. Seen on the wire.
    BudgetExhausted,
    /// The model did not manage to give output that fits the schema.
    ///
    /// `structured_output_retry_exhausted`. Seen on the wire.
    StructuredOutputRetryExhausted,
    /// Interrupted while the model was answering.
    ///
    /// `aborted_streaming`. Seen on the wire.
    AbortedStreaming,
    /// Interrupted while tools were running, or by a refusal that asked for it.
    ///
    /// `aborted_tools`. Seen on the wire.
    AbortedTools,
    /// A Stop hook ended it.
    ///
    /// `stop_hook_prevented`. Declared, not seen.
    StopHookPrevented,
    /// A hook said not to go on.
    ///
    /// `hook_stopped`. Declared, not seen.
    HookStopped,
    /// A hook put a tool call off.
    ///
    /// `tool_deferred`. Declared, not seen.
    ToolDeferred,
    /// The tool call that was put off can no longer be made.
    ///
    /// `tool_deferred_unavailable`. Declared, not seen.
    ToolDeferredUnavailable,
    /// The turn was sent to the background.
    ///
    /// `background_requested`. Declared, not seen.
    BackgroundRequested,
    /// The prompt is too long to be sent, also after compaction.
    ///
    /// `blocking_limit`. Seen on the wire.
    BlockingLimit,
    /// The context filled up again right after compaction, too often.
    ///
    /// `rapid_refill_breaker`. Declared, not seen.
    RapidRefillBreaker,
    /// The API found the prompt too long.
    ///
    /// `prompt_too_long`. Seen on the wire.
    PromptTooLong,
    /// An image, or the whole request, is too large.
    ///
    /// `image_error`. Seen on the wire.
    ImageError,
    /// The turn could not be prepared.
    ///
    /// `turn_setup_failed`. Declared, not seen.
    TurnSetupFailed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(TerminalReason {
    Completed = "completed",
    ApiError = "api_error",
    ModelError = "model_error",
    MalformedToolUseExhausted = "malformed_tool_use_exhausted",
    MaxTurns = "max_turns",
    BudgetExhausted = "budget_exhausted",
    StructuredOutputRetryExhausted = "structured_output_retry_exhausted",
    AbortedStreaming = "aborted_streaming",
    AbortedTools = "aborted_tools",
    StopHookPrevented = "stop_hook_prevented",
    HookStopped = "hook_stopped",
    ToolDeferred = "tool_deferred",
    ToolDeferredUnavailable = "tool_deferred_unavailable",
    BackgroundRequested = "background_requested",
    BlockingLimit = "blocking_limit",
    RapidRefillBreaker = "rapid_refill_breaker",
    PromptTooLong = "prompt_too_long",
    ImageError = "image_error",
    TurnSetupFailed = "turn_setup_failed",
});

/// Why a session could not start.
///
/// An open set: a newer CLI may send other values. Feature: MSG-09.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StartupFailureReason {
    /// The settings pin an organisation, and an API key is set as well.
    ///
    /// `org_pin_api_key_conflict`. Declared, not seen.
    OrgPinApiKeyConflict,
    /// The settings do not allow this provider.
    ///
    /// `provider_not_allowed`. Declared, not seen.
    ProviderNotAllowed,
    /// The organisation could not be verified.
    ///
    /// `org_verify_failed`. Declared, not seen.
    OrgVerifyFailed,
    /// The account belongs to another organisation than the pinned one.
    ///
    /// `org_pin_mismatch`. Declared, not seen.
    OrgPinMismatch,
    /// The managed settings are not valid.
    ///
    /// `managed_settings_invalid`. Declared, not seen.
    ManagedSettingsInvalid,
    /// Remote settings are required and could not be had.
    ///
    /// `remote_settings_required_unavailable`. Declared, not seen.
    RemoteSettingsRequiredUnavailable,
    /// The gateway wants a login.
    ///
    /// `gateway_signin_required`. Declared, not seen.
    GatewaySigninRequired,
    /// The gateway denies access.
    ///
    /// `gateway_access_denied`. Declared, not seen.
    GatewayAccessDenied,
    /// The proxy setting is not valid.
    ///
    /// `proxy_invalid`. Declared, not seen.
    ProxyInvalid,
    /// The directory for temporary files cannot be used.
    ///
    /// `temp_dir_unusable`. Declared, not seen.
    TempDirUnusable,
    /// The working directory is not there.
    ///
    /// `cwd_unavailable`. Declared, not seen.
    CwdUnavailable,
    /// No usable shell was found.
    ///
    /// `shell_tool_missing`. Declared, not seen.
    ShellToolMissing,
    /// A background process holds the session.
    ///
    /// `session_held_by_background`. Declared, not seen.
    SessionHeldByBackground,
    /// The session's worktree must not be resumed.
    ///
    /// `worktree_resume_refused`. Declared, not seen.
    WorktreeResumeRefused,
    /// The session's worktree could not be verified.
    ///
    /// `worktree_unverified`. Declared, not seen.
    WorktreeUnverified,
    /// The CLI is older than the vendor allows.
    ///
    /// `cli_version_too_old`. Declared, not seen.
    CliVersionTooOld,
    /// Permissions must not be skipped as root.
    ///
    /// `bypass_root`. Declared, not seen.
    BypassRoot,
    /// The organisation's configuration is required and could not be had.
    ///
    /// `org_config_required_unavailable`. Declared, not seen.
    OrgConfigRequiredUnavailable,
    /// The organisation's configuration was refused.
    ///
    /// `org_config_refused`. Declared, not seen.
    OrgConfigRefused,
    /// A sandbox is required and is not available.
    ///
    /// `sandbox_required_unavailable`. Declared, not seen.
    SandboxRequiredUnavailable,
    /// Something else came before the initialize request.
    ///
    /// `initialize_not_first`. Declared, not seen.
    InitializeNotFirst,
    /// The configuration file is not valid.
    ///
    /// `config_file_invalid`. Declared, not seen.
    ConfigFileInvalid,
    /// Managed settings were promised and did not come.
    ///
    /// `managed_settings_not_delivered`. Declared, not seen.
    ManagedSettingsNotDelivered,
    /// Fields of the initialize request were promised and did not come.
    ///
    /// `initialize_fields_not_delivered`. Declared, not seen.
    InitializeFieldsNotDelivered,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(StartupFailureReason {
    OrgPinApiKeyConflict = "org_pin_api_key_conflict",
    ProviderNotAllowed = "provider_not_allowed",
    OrgVerifyFailed = "org_verify_failed",
    OrgPinMismatch = "org_pin_mismatch",
    ManagedSettingsInvalid = "managed_settings_invalid",
    RemoteSettingsRequiredUnavailable = "remote_settings_required_unavailable",
    GatewaySigninRequired = "gateway_signin_required",
    GatewayAccessDenied = "gateway_access_denied",
    ProxyInvalid = "proxy_invalid",
    TempDirUnusable = "temp_dir_unusable",
    CwdUnavailable = "cwd_unavailable",
    ShellToolMissing = "shell_tool_missing",
    SessionHeldByBackground = "session_held_by_background",
    WorktreeResumeRefused = "worktree_resume_refused",
    WorktreeUnverified = "worktree_unverified",
    CliVersionTooOld = "cli_version_too_old",
    BypassRoot = "bypass_root",
    OrgConfigRequiredUnavailable = "org_config_required_unavailable",
    OrgConfigRefused = "org_config_refused",
    SandboxRequiredUnavailable = "sandbox_required_unavailable",
    InitializeNotFirst = "initialize_not_first",
    ConfigFileInvalid = "config_file_invalid",
    ManagedSettingsNotDelivered = "managed_settings_not_delivered",
    InitializeFieldsNotDelivered = "initialize_fields_not_delivered",
});

/// What an upload of a remote session waits behind.
///
/// An open set: a newer CLI may send other values. Feature: MSG-06.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PostQueuedBehind {
    /// An upload that has to be kept.
    ///
    /// `durable_post`. Declared, not seen.
    DurablePost,
    /// An upload that need not be kept.
    ///
    /// `ephemeral_post`. Declared, not seen.
    EphemeralPost,
    /// The pause before a retry.
    ///
    /// `retry_backoff`. Declared, not seen.
    RetryBackoff,
    /// Uploads are held up.
    ///
    /// `hold`. Declared, not seen.
    Hold,
    /// Nothing.
    ///
    /// `none`. Declared, not seen.
    None,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(PostQueuedBehind {
    DurablePost = "durable_post",
    EphemeralPost = "ephemeral_post",
    RetryBackoff = "retry_backoff",
    Hold = "hold",
    None = "none",
});

/// The end of a turn: what came of it and what it cost. Whether it went well is told by `subtype` and `is_error` together.
///
/// Wire: `type: result`. Seen 238 times in the recordings. Feature: MSG-06, MSG-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ResultMessage {
    /// How the turn ended. `success` with `is_error` means that the API failed.
    ///
    /// May be absent; seen 238/238.
    pub subtype: Option<ResultSubtype>,
    /// True if the turn failed.
    ///
    /// May be absent; seen 238/238.
    pub is_error: Option<bool>,
    /// The final text, or the text of the error where the API failed. Absent for the error subtypes.
    ///
    /// May be absent; seen 224/238.
    pub result: Option<String>,
    /// Why the model stopped in the last answer.
    ///
    /// May be null; seen 238/238.
    pub stop_reason: Option<StopReason>,
    /// Why the turn ended. Absent for slash commands and for failures at the start.
    ///
    /// May be absent; seen 228/238. Feature: MSG-08.
    pub terminal_reason: Option<TerminalReason>,
    /// The HTTP status where the API failed.
    ///
    /// May be absent or null; seen 215/238.
    pub api_error_status: Maybe<u64>,
    /// Rounds with the model: one, and one more for each round of tools. Zero for slash commands.
    ///
    /// May be absent; seen 238/238.
    pub num_turns: Option<u64>,
    /// How long the turn took, in milliseconds.
    ///
    /// May be absent; seen 238/238.
    pub duration_ms: Option<u64>,
    /// How long requests to the API took in the whole session, in milliseconds.
    ///
    /// May be absent; seen 238/238.
    pub duration_api_ms: Option<u64>,
    /// What the session has cost so far, in US dollars, subagents included.
    ///
    /// May be absent; seen 238/238.
    pub total_cost_usd: Option<f64>,
    /// Tokens of this turn, without subagents. All zero for an interrupted turn.
    ///
    /// May be absent; seen 238/238.
    pub usage: Option<Usage>,
    /// Use of each model in the session so far, subagents included.
    ///
    /// Wire: `modelUsage`. May be absent; seen 238/238. Feature: MSG-10.
    pub model_usage: Option<BTreeMap<String, ModelUsage>>,
    /// Use of each model since the result before.
    ///
    /// May be absent; seen 235/238.
    pub model_usage_since_last_result: Option<BTreeMap<String, ModelUsage>>,
    /// Tool calls that were refused in this turn.
    ///
    /// May be absent; seen 238/238. Feature: MSG-11.
    pub permission_denials: Option<Vec<PermissionDenial>>,
    /// What became of the subagents.
    ///
    /// May be absent; seen 237/238.
    pub subagent_stats: Option<SubagentStats>,
    /// How many answers the safeguards stopped.
    ///
    /// May be absent; seen 237/238.
    pub safety_stops: Option<u64>,
    /// How many results this process wrote before.
    ///
    /// May be absent; seen 238/238 (since CLI 2.1.275).
    pub result_index: Option<u64>,
    /// How many turns wait behind this one.
    ///
    /// May be absent; seen 237/238.
    pub queued_turn_count: Option<u64>,
    /// Whether fast mode is on.
    ///
    /// May be absent; seen 237/238. Feature: TH-03.
    pub fast_mode_state: Option<FastModeState>,
    /// Why fast mode cannot be used.
    ///
    /// May be absent; seen 237/238. Feature: TH-03.
    pub fast_mode_disabled_reason: Option<FastModeDisabledReason>,
    /// Milliseconds from the start of the turn until the answer had content.
    ///
    /// May be absent; seen 200/238.
    pub ttft_ms: Option<u64>,
    /// Milliseconds from the start of the turn until the API's stream began.
    ///
    /// May be absent; seen 200/238.
    pub ttft_stream_ms: Option<u64>,
    /// Milliseconds from the start of the turn to the first API request.
    ///
    /// May be absent; seen 200/238.
    pub time_to_request_ms: Option<u64>,
    /// Milliseconds from the start of the turn to the first content.
    ///
    /// May be absent; seen 200/238.
    pub first_content_frame_ms: Option<u64>,
    /// The session.
    ///
    /// May be absent; seen 238/238.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 238/238.
    pub uuid: Option<MessageUuid>,
    /// The value that fits the JSON schema which was asked for.
    ///
    /// May be absent; seen 2/238. Feature: SO-02.
    pub structured_output: Option<Raw>,
    /// What went wrong, for the error subtypes.
    ///
    /// May be absent; seen 14/238. Feature: MSG-07.
    pub errors: Option<Vec<String>>,
    /// The API's class of the error.
    ///
    /// May be absent; seen 12/238.
    pub api_error_type: Option<ApiErrorType>,
    /// The CLI's own word for what went wrong, where it has one.
    ///
    /// May be absent; seen 1/238.
    pub api_error: Option<ApiFailure>,
    /// What started the turn, where it was not a message of the caller.
    ///
    /// May be absent; seen 3/238. Feature: MSG-05.
    pub origin: Option<MessageOrigin>,
    /// The user message that the turn answered; the last one where several were answered at once.
    ///
    /// May be absent; seen 16/238 (since CLI 2.1.250).
    pub user_message_uuid: Option<MessageUuid>,
    /// All user messages that the turn answered, at most 64.
    ///
    /// May be absent; seen 16/238 (since CLI 2.1.275).
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// The slash command that ran without the model.
    ///
    /// May be absent; seen 6/238.
    pub local_command: Option<String>,
    /// When the first API request was sent, in milliseconds since 1970.
    ///
    /// May be absent; seen 11/238.
    pub request_sent_wall_ms: Option<f64>,
    /// Input tokens of the first API request.
    ///
    /// May be absent; seen 11/238.
    pub first_request_input_tokens: Option<u64>,
    /// Input tokens of the first API request that came from the cache.
    ///
    /// May be absent; seen 11/238.
    pub first_request_cache_read_input_tokens: Option<u64>,
    /// Why the session could not start.
    ///
    /// May be absent; declared, not seen. Feature: MSG-09.
    pub startup_failure_reason: Option<StartupFailureReason>,
    /// The configuration file that could not be read.
    ///
    /// May be absent; declared, not seen. Feature: MSG-07.
    pub invalid_config_file: Option<InvalidConfigFile>,
    /// The tool call that a hook put off; the turn ended with it open.
    ///
    /// May be absent; declared, not seen. Feature: MSG-12.
    pub deferred_tool_use: Option<DeferredToolUse>,
    /// Remote sessions: milliseconds to the first upload of a stream event.
    ///
    /// May be absent; declared, not seen.
    pub first_stream_post_ms: Option<u64>,
    /// Remote sessions: milliseconds to the receipt for that upload.
    ///
    /// May be absent; declared, not seen.
    pub first_stream_post_ack_ms: Option<u64>,
    /// Remote sessions: how long that upload waited in the queue.
    ///
    /// May be absent; declared, not seen.
    pub first_stream_post_queue_wait_ms: Option<u64>,
    /// Remote sessions: what that upload waited behind.
    ///
    /// May be absent; declared, not seen.
    pub first_stream_post_queued_behind: Option<PostQueuedBehind>,
    /// Remote sessions: when it was sent, in milliseconds since 1970.
    ///
    /// May be absent; declared, not seen.
    pub first_stream_post_wall_ms: Option<f64>,
    /// Remote sessions: milliseconds to the first upload of text.
    ///
    /// May be absent; declared, not seen.
    pub first_text_post_ms: Option<u64>,
    /// Remote sessions: how long that upload waited in the queue.
    ///
    /// May be absent; declared, not seen.
    pub first_text_post_queue_wait_ms: Option<u64>,
    /// Remote sessions: what that upload waited behind.
    ///
    /// May be absent; declared, not seen.
    pub first_text_post_queued_behind: Option<PostQueuedBehind>,
    /// Remote sessions: when it was sent, in milliseconds since 1970.
    ///
    /// May be absent; declared, not seen.
    pub first_text_post_wall_ms: Option<f64>,
    /// Milliseconds from the start of the process to the first API request.
    ///
    /// May be absent; declared, not seen.
    pub time_to_request_from_spawn_ms: Option<u64>,
    /// When the process started, in milliseconds since 1970.
    ///
    /// May be absent; declared, not seen.
    pub time_origin_ms: Option<f64>,
    /// True if the session took over a process that was started ahead.
    ///
    /// May be absent; declared, not seen.
    pub warm_spare_claimed: Option<bool>,
    /// When the claude.ai login in use ends for good.
    ///
    /// May be absent; declared, not seen.
    pub credential_expires_at: Option<Timestamp>,
    /// Why the turn went on with one that a restart interrupted.
    ///
    /// May be absent; declared, not seen.
    pub resume_reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ResultMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ResultMessage {
    tags: ["type" = "result"],
    fields: [
        0 optional subtype: ResultSubtype = "subtype",
        1 optional is_error: bool = "is_error",
        2 optional result: String = "result",
        3 nullable stop_reason: StopReason = "stop_reason",
        4 optional terminal_reason: TerminalReason = "terminal_reason",
        5 maybe api_error_status: u64 = "api_error_status",
        6 optional num_turns: u64 = "num_turns",
        7 optional duration_ms: u64 = "duration_ms",
        8 optional duration_api_ms: u64 = "duration_api_ms",
        9 optional total_cost_usd: f64 = "total_cost_usd",
        10 optional usage: Usage = "usage",
        11 optional model_usage: BTreeMap<String, ModelUsage> = "modelUsage",
        12 optional model_usage_since_last_result: BTreeMap<String, ModelUsage> = "model_usage_since_last_result",
        13 optional permission_denials: Vec<PermissionDenial> = "permission_denials",
        14 optional subagent_stats: SubagentStats = "subagent_stats",
        15 optional safety_stops: u64 = "safety_stops",
        16 optional result_index: u64 = "result_index",
        17 optional queued_turn_count: u64 = "queued_turn_count",
        18 optional fast_mode_state: FastModeState = "fast_mode_state",
        19 optional fast_mode_disabled_reason: FastModeDisabledReason = "fast_mode_disabled_reason",
        20 optional ttft_ms: u64 = "ttft_ms",
        21 optional ttft_stream_ms: u64 = "ttft_stream_ms",
        22 optional time_to_request_ms: u64 = "time_to_request_ms",
        23 optional first_content_frame_ms: u64 = "first_content_frame_ms",
        24 optional session_id: SessionId = "session_id",
        25 optional uuid: MessageUuid = "uuid",
        26 optional structured_output: Raw = "structured_output",
        27 optional errors: Vec<String> = "errors",
        28 optional api_error_type: ApiErrorType = "api_error_type",
        29 optional api_error: ApiFailure = "api_error",
        30 optional origin: MessageOrigin = "origin",
        31 optional user_message_uuid: MessageUuid = "user_message_uuid",
        32 optional user_message_uuids: Vec<MessageUuid> = "user_message_uuids",
        33 optional local_command: String = "local_command",
        34 optional request_sent_wall_ms: f64 = "request_sent_wall_ms",
        35 optional first_request_input_tokens: u64 = "first_request_input_tokens",
        36 optional first_request_cache_read_input_tokens: u64 = "first_request_cache_read_input_tokens",
        37 optional startup_failure_reason: StartupFailureReason = "startup_failure_reason",
        38 optional invalid_config_file: InvalidConfigFile = "invalid_config_file",
        39 optional deferred_tool_use: DeferredToolUse = "deferred_tool_use",
        40 optional first_stream_post_ms: u64 = "first_stream_post_ms",
        41 optional first_stream_post_ack_ms: u64 = "first_stream_post_ack_ms",
        42 optional first_stream_post_queue_wait_ms: u64 = "first_stream_post_queue_wait_ms",
        43 optional first_stream_post_queued_behind: PostQueuedBehind = "first_stream_post_queued_behind",
        44 optional first_stream_post_wall_ms: f64 = "first_stream_post_wall_ms",
        45 optional first_text_post_ms: u64 = "first_text_post_ms",
        46 optional first_text_post_queue_wait_ms: u64 = "first_text_post_queue_wait_ms",
        47 optional first_text_post_queued_behind: PostQueuedBehind = "first_text_post_queued_behind",
        48 optional first_text_post_wall_ms: f64 = "first_text_post_wall_ms",
        49 optional time_to_request_from_spawn_ms: u64 = "time_to_request_from_spawn_ms",
        50 optional time_origin_ms: f64 = "time_origin_ms",
        51 optional warm_spare_claimed: bool = "warm_spare_claimed",
        52 optional credential_expires_at: Timestamp = "credential_expires_at",
        53 optional resume_reason: String = "resume_reason",
    ],
});

/// A configuration file that could not be read.
///
/// Declared, not seen. Feature: MSG-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InvalidConfigFile {
    /// The file.
    ///
    /// Required; declared, not seen.
    pub path: String,
    /// True for the user's own file, false for a project's.
    ///
    /// May be absent; declared, not seen.
    pub is_global: Option<bool>,
    /// True if a backup was looked for.
    ///
    /// May be absent; declared, not seen.
    pub backup_searched: Option<bool>,
    /// The backup that was found.
    ///
    /// May be absent; declared, not seen.
    pub backup_path: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(InvalidConfigFile {
    tags: [],
    fields: [
        0 required path: String = "path",
        1 optional is_global: bool = "is_global",
        2 optional backup_searched: bool = "backup_searched",
        3 optional backup_path: String = "backup_path",
    ],
});

/// A tool call that was refused.
///
/// Seen 23 times in the recordings. Feature: MSG-11.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionDenial {
    /// The tool.
    ///
    /// May be absent; seen 23/23.
    pub tool_name: Option<String>,
    /// The call.
    ///
    /// May be absent; seen 23/23.
    pub tool_use_id: Option<ToolUseId>,
    /// The arguments.
    ///
    /// May be absent; seen 23/23.
    pub tool_input: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PermissionDenial {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(PermissionDenial {
    tags: [],
    fields: [
        0 optional tool_name: String = "tool_name",
        1 optional tool_use_id: ToolUseId = "tool_use_id",
        2 optional tool_input: Raw = "tool_input",
    ],
});

/// A tool call that a hook put off, to be answered later.
///
/// Declared, not seen. Feature: MSG-12.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeferredToolUse {
    /// The call.
    ///
    /// Required; declared, not seen.
    pub id: ToolUseId,
    /// The tool.
    ///
    /// Required; declared, not seen.
    pub name: String,
    /// The arguments.
    ///
    /// Required; declared, not seen.
    pub input: Raw,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(DeferredToolUse {
    tags: [],
    fields: [
        0 required id: ToolUseId = "id",
        1 required name: String = "name",
        2 required input: Raw = "input",
    ],
});

/// What became of the subagents.
///
/// Seen 237 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentStats {
    /// Subagents started.
    ///
    /// May be absent; seen 237/237.
    pub spawned: Option<u64>,
    /// How they were asked for.
    ///
    /// May be absent; seen 237/237.
    pub requested: Option<SubagentRequests>,
    /// Those that ran in the background.
    ///
    /// May be absent; seen 237/237.
    pub started_in_background: Option<u64>,
    /// How deep they were nested.
    ///
    /// May be absent; seen 237/237.
    pub max_depth: Option<u64>,
    /// Those that other subagents started.
    ///
    /// May be absent; seen 237/237.
    pub spawned_by_subagents: Option<u64>,
    /// Those that came to an end.
    ///
    /// May be absent; seen 237/237.
    pub completed: Option<u64>,
    /// Those that failed.
    ///
    /// May be absent; seen 237/237.
    pub failed: Option<u64>,
    /// Those that were stopped.
    ///
    /// May be absent; seen 237/237.
    pub killed: Option<SubagentKills>,
    /// Those that were not started.
    ///
    /// May be absent; seen 237/237.
    pub refused: Option<SubagentRefusals>,
    /// How many were started of each type.
    ///
    /// May be absent; seen 237/237.
    pub by_type: Option<BTreeMap<String, u64>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SubagentStats {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(SubagentStats {
    tags: [],
    fields: [
        0 optional spawned: u64 = "spawned",
        1 optional requested: SubagentRequests = "requested",
        2 optional started_in_background: u64 = "started_in_background",
        3 optional max_depth: u64 = "max_depth",
        4 optional spawned_by_subagents: u64 = "spawned_by_subagents",
        5 optional completed: u64 = "completed",
        6 optional failed: u64 = "failed",
        7 optional killed: SubagentKills = "killed",
        8 optional refused: SubagentRefusals = "refused",
        9 optional by_type: BTreeMap<String, u64> = "by_type",
    ],
});

/// How the model asked for subagents.
///
/// Seen 237 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentRequests {
    /// In the background.
    ///
    /// May be absent; seen 237/237.
    pub background: Option<u64>,
    /// In the foreground.
    ///
    /// May be absent; seen 237/237.
    pub foreground: Option<u64>,
    /// Without saying.
    ///
    /// May be absent; seen 237/237.
    pub unset: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SubagentRequests {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(SubagentRequests {
    tags: [],
    fields: [
        0 optional background: u64 = "background",
        1 optional foreground: u64 = "foreground",
        2 optional unset: u64 = "unset",
    ],
});

/// Who stopped subagents.
///
/// Seen 237 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentKills {
    /// The agent that had started them.
    ///
    /// May be absent; seen 237/237.
    pub parent: Option<u64>,
    /// The user or the caller.
    ///
    /// May be absent; seen 237/237.
    pub user: Option<u64>,
    /// The CLI.
    ///
    /// May be absent; seen 237/237.
    pub system: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SubagentKills {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(SubagentKills {
    tags: [],
    fields: [
        0 optional parent: u64 = "parent",
        1 optional user: u64 = "user",
        2 optional system: u64 = "system",
    ],
});

/// Why subagents were not started.
///
/// Seen 237 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentRefusals {
    /// They would have been nested too deep.
    ///
    /// May be absent; seen 237/237.
    pub depth_limit: Option<u64>,
    /// Too many were running.
    ///
    /// May be absent; seen 237/237.
    pub concurrency_limit: Option<u64>,
    /// The limit of cost was reached.
    ///
    /// May be absent; seen 237/237.
    pub budget: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SubagentRefusals {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(SubagentRefusals {
    tags: [],
    fields: [
        0 optional depth_limit: u64 = "depth_limit",
        1 optional concurrency_limit: u64 = "concurrency_limit",
        2 optional budget: u64 = "budget",
    ],
});
