// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The end of a turn.

use super::all::*;

/// How a turn ended.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResultSubtype {
    /// It ran to its end; `is_error` tells whether the API failed.
    Success,
    /// It was interrupted, or something failed.
    ErrorDuringExecution,
    /// The limit of turns was reached.
    ErrorMaxTurns,
    /// The limit of cost was reached.
    ErrorMaxBudgetUsd,
    /// The model did not manage to give output that fits the schema.
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
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TerminalReason {
    /// The model had nothing more to do.
    Completed,
    /// The API failed.
    ApiError,
    /// The model failed.
    ModelError,
    /// The model wrote broken tool calls too often.
    MalformedToolUseExhausted,
    /// The limit of turns was reached.
    MaxTurns,
    /// The limit of cost was reached.
    BudgetExhausted,
    /// The model did not manage to give output that fits the schema.
    StructuredOutputRetryExhausted,
    /// Interrupted while the model was answering.
    AbortedStreaming,
    /// Interrupted while tools were running, or by a refusal that asked for it.
    AbortedTools,
    /// A Stop hook ended it.
    StopHookPrevented,
    /// A hook said not to go on.
    HookStopped,
    /// A hook put a tool call off.
    ToolDeferred,
    /// The tool call that was put off can no longer be made.
    ToolDeferredUnavailable,
    /// The turn was sent to the background.
    BackgroundRequested,
    /// The prompt is too long to be sent, also after compaction.
    BlockingLimit,
    /// The context filled up again right after compaction, too often.
    RapidRefillBreaker,
    /// The API found the prompt too long.
    PromptTooLong,
    /// An image, or the whole request, is too large.
    ImageError,
    /// The turn could not be prepared.
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
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StartupFailureReason {
    /// The settings pin an organisation, and an API key is set as well.
    OrgPinApiKeyConflict,
    /// The settings do not allow this provider.
    ProviderNotAllowed,
    /// The organisation could not be verified.
    OrgVerifyFailed,
    /// The account belongs to another organisation than the pinned one.
    OrgPinMismatch,
    /// The managed settings are not valid.
    ManagedSettingsInvalid,
    /// Remote settings are required and could not be had.
    RemoteSettingsRequiredUnavailable,
    /// The gateway wants a login.
    GatewaySigninRequired,
    /// The gateway denies access.
    GatewayAccessDenied,
    /// The proxy setting is not valid.
    ProxyInvalid,
    /// The directory for temporary files cannot be used.
    TempDirUnusable,
    /// The working directory is not there.
    CwdUnavailable,
    /// No usable shell was found.
    ShellToolMissing,
    /// A background process holds the session.
    SessionHeldByBackground,
    /// The session's worktree must not be resumed.
    WorktreeResumeRefused,
    /// The session's worktree could not be verified.
    WorktreeUnverified,
    /// The CLI is older than the vendor allows.
    CliVersionTooOld,
    /// Permissions must not be skipped as root.
    BypassRoot,
    /// The organisation's configuration is required and could not be had.
    OrgConfigRequiredUnavailable,
    /// The organisation's configuration was refused.
    OrgConfigRefused,
    /// A sandbox is required and is not available.
    SandboxRequiredUnavailable,
    /// Something else came before the initialize request.
    InitializeNotFirst,
    /// The configuration file is not valid.
    ConfigFileInvalid,
    /// Managed settings were promised and did not come.
    ManagedSettingsNotDelivered,
    /// Fields of the initialize request were promised and did not come.
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
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PostQueuedBehind {
    /// An upload that has to be kept.
    DurablePost,
    /// An upload that need not be kept.
    EphemeralPost,
    /// The pause before a retry.
    RetryBackoff,
    /// Uploads are held up.
    Hold,
    /// Nothing.
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
/// Wire: `type: result`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ResultMessage {
    /// How the turn ended. `success` with `is_error` means that the API failed.
    pub subtype: Option<ResultSubtype>,
    /// True if the turn failed.
    pub is_error: Option<bool>,
    /// The final text, or the text of the error where the API failed. Absent for the error subtypes.
    pub result: Option<String>,
    /// Why the model stopped in the last answer.
    pub stop_reason: Option<StopReason>,
    /// Why the turn ended. Absent for slash commands and for failures at the start.
    pub terminal_reason: Option<TerminalReason>,
    /// The HTTP status where the API failed.
    pub api_error_status: Maybe<u64>,
    /// Rounds with the model: one, and one more for each round of tools. Zero for slash commands.
    pub num_turns: Option<u64>,
    /// How long the turn took, in milliseconds.
    pub duration_ms: Option<u64>,
    /// How long requests to the API took in the whole session, in milliseconds.
    pub duration_api_ms: Option<u64>,
    /// What the session has cost so far, in US dollars, subagents included.
    pub total_cost_usd: Option<f64>,
    /// Tokens of this turn, without subagents. All zero for an interrupted turn.
    pub usage: Option<Usage>,
    /// Use of each model in the session so far, subagents included.
    pub model_usage: Option<BTreeMap<String, ModelUsage>>,
    /// Use of each model since the result before.
    pub model_usage_since_last_result: Option<BTreeMap<String, ModelUsage>>,
    /// Tool calls that were refused in this turn.
    pub permission_denials: Option<Vec<PermissionDenial>>,
    /// What became of the subagents.
    pub subagent_stats: Option<SubagentStats>,
    /// How many answers the safeguards stopped.
    pub safety_stops: Option<u64>,
    /// How many results this process wrote before. Since CLI 2.1.275.
    pub result_index: Option<u64>,
    /// How many turns wait behind this one.
    pub queued_turn_count: Option<u64>,
    /// Whether fast mode is on.
    pub fast_mode_state: Option<FastModeState>,
    /// Why fast mode cannot be used.
    pub fast_mode_disabled_reason: Option<FastModeDisabledReason>,
    /// Milliseconds from the start of the turn until the answer had content.
    pub ttft_ms: Option<u64>,
    /// Milliseconds from the start of the turn until the API's stream began.
    pub ttft_stream_ms: Option<u64>,
    /// Milliseconds from the start of the turn to the first API request.
    pub time_to_request_ms: Option<u64>,
    /// Milliseconds from the start of the turn to the first content.
    pub first_content_frame_ms: Option<u64>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// The value that fits the JSON schema which was asked for.
    pub structured_output: Option<Raw>,
    /// What went wrong, for the error subtypes.
    pub errors: Option<Vec<String>>,
    /// The API's class of the error.
    pub api_error_type: Option<ApiErrorType>,
    /// The CLI's own word for what went wrong, where it has one.
    pub api_error: Option<ApiFailure>,
    /// What started the turn, where it was not a message of the caller.
    pub origin: Option<MessageOrigin>,
    /// The user message that the turn answered; the last one where several were answered at once. Since CLI 2.1.250.
    pub user_message_uuid: Option<MessageUuid>,
    /// All user messages that the turn answered, at most 64. Since CLI 2.1.275.
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// The slash command that ran without the model.
    pub local_command: Option<String>,
    /// When the first API request was sent, in milliseconds since 1970.
    pub request_sent_wall_ms: Option<f64>,
    /// Input tokens of the first API request.
    pub first_request_input_tokens: Option<u64>,
    /// Input tokens of the first API request that came from the cache.
    pub first_request_cache_read_input_tokens: Option<u64>,
    /// Why the session could not start.
    pub startup_failure_reason: Option<StartupFailureReason>,
    /// The configuration file that could not be read.
    pub invalid_config_file: Option<InvalidConfigFile>,
    /// The tool call that a hook put off; the turn ended with it open.
    pub deferred_tool_use: Option<DeferredToolUse>,
    /// Remote sessions: milliseconds to the first upload of a stream event.
    pub first_stream_post_ms: Option<u64>,
    /// Remote sessions: milliseconds to the receipt for that upload.
    pub first_stream_post_ack_ms: Option<u64>,
    /// Remote sessions: how long that upload waited in the queue.
    pub first_stream_post_queue_wait_ms: Option<u64>,
    /// Remote sessions: what that upload waited behind.
    pub first_stream_post_queued_behind: Option<PostQueuedBehind>,
    /// Remote sessions: when it was sent, in milliseconds since 1970.
    pub first_stream_post_wall_ms: Option<f64>,
    /// Remote sessions: milliseconds to the first upload of text.
    pub first_text_post_ms: Option<u64>,
    /// Remote sessions: how long that upload waited in the queue.
    pub first_text_post_queue_wait_ms: Option<u64>,
    /// Remote sessions: what that upload waited behind.
    pub first_text_post_queued_behind: Option<PostQueuedBehind>,
    /// Remote sessions: when it was sent, in milliseconds since 1970.
    pub first_text_post_wall_ms: Option<f64>,
    /// Milliseconds from the start of the process to the first API request.
    pub time_to_request_from_spawn_ms: Option<u64>,
    /// When the process started, in milliseconds since 1970.
    pub time_origin_ms: Option<f64>,
    /// True if the session took over a process that was started ahead.
    pub warm_spare_claimed: Option<bool>,
    /// When the claude.ai login in use ends for good.
    pub credential_expires_at: Option<Timestamp>,
    /// Why the turn went on with one that a restart interrupted.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InvalidConfigFile {
    /// The file.
    pub path: String,
    /// True for the user's own file, false for a project's.
    pub is_global: Option<bool>,
    /// True if a backup was looked for.
    pub backup_searched: Option<bool>,
    /// The backup that was found.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionDenial {
    /// The tool.
    pub tool_name: Option<String>,
    /// The call.
    pub tool_use_id: Option<ToolUseId>,
    /// The arguments.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeferredToolUse {
    /// The call.
    pub id: ToolUseId,
    /// The tool.
    pub name: String,
    /// The arguments.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentStats {
    /// Subagents started.
    pub spawned: Option<u64>,
    /// How they were asked for.
    pub requested: Option<SubagentRequests>,
    /// Those that ran in the background.
    pub started_in_background: Option<u64>,
    /// How deep they were nested.
    pub max_depth: Option<u64>,
    /// Those that other subagents started.
    pub spawned_by_subagents: Option<u64>,
    /// Those that came to an end.
    pub completed: Option<u64>,
    /// Those that failed.
    pub failed: Option<u64>,
    /// Those that were stopped.
    pub killed: Option<SubagentKills>,
    /// Those that were not started.
    pub refused: Option<SubagentRefusals>,
    /// How many were started of each type.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentRequests {
    /// In the background.
    pub background: Option<u64>,
    /// In the foreground.
    pub foreground: Option<u64>,
    /// Without saying.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentKills {
    /// The agent that had started them.
    pub parent: Option<u64>,
    /// The user or the caller.
    pub user: Option<u64>,
    /// The CLI.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentRefusals {
    /// They would have been nested too deep.
    pub depth_limit: Option<u64>,
    /// Too many were running.
    pub concurrency_limit: Option<u64>,
    /// The limit of cost was reached.
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
