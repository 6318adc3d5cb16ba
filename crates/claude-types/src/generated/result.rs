// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The end of a turn.

use super::all::*;

/// How a turn ended.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResultSubtype {
    /// The turn ran to its end; `is_error` reports whether the API failed.
    Success,
    /// The turn was interrupted, or something failed.
    ErrorDuringExecution,
    /// The maximum number of turns was reached.
    ErrorMaxTurns,
    /// The cost limit was reached.
    ErrorMaxBudgetUsd,
    /// The model failed to produce output that matches the schema.
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

/// The reason why a turn ended.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TerminalReason {
    /// The model finished its work.
    Completed,
    /// The API failed.
    ApiError,
    /// The model failed.
    ModelError,
    /// The model wrote malformed tool calls too often.
    MalformedToolUseExhausted,
    /// The maximum number of turns was reached.
    MaxTurns,
    /// The cost limit was reached.
    BudgetExhausted,
    /// The model failed to produce output that matches the schema.
    StructuredOutputRetryExhausted,
    /// The turn was interrupted while the model was answering.
    AbortedStreaming,
    /// The turn was interrupted while tools were running, or by a denial that requested it.
    AbortedTools,
    /// A Stop hook ended the turn.
    StopHookPrevented,
    /// A hook requested not to continue.
    HookStopped,
    /// A hook deferred a tool call.
    ToolDeferred,
    /// The deferred tool call can no longer be made.
    ToolDeferredUnavailable,
    /// The turn was moved to the background.
    BackgroundRequested,
    /// The prompt is too long to be sent, even after compaction.
    BlockingLimit,
    /// The context filled up again immediately after compaction, too often.
    RapidRefillBreaker,
    /// The API rejected the prompt as too long.
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

/// The reason why a session could not start.
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
    /// The account belongs to an organisation other than the pinned one.
    OrgPinMismatch,
    /// The managed settings are not valid.
    ManagedSettingsInvalid,
    /// Remote settings are required and could not be fetched.
    RemoteSettingsRequiredUnavailable,
    /// The gateway requires a login.
    GatewaySigninRequired,
    /// The gateway denies access.
    GatewayAccessDenied,
    /// The proxy setting is not valid.
    ProxyInvalid,
    /// The directory for temporary files cannot be used.
    TempDirUnusable,
    /// The working directory does not exist.
    CwdUnavailable,
    /// No usable shell was found.
    ShellToolMissing,
    /// A background process holds the session.
    SessionHeldByBackground,
    /// Resuming the session's worktree is not allowed.
    WorktreeResumeRefused,
    /// The session's worktree could not be verified.
    WorktreeUnverified,
    /// The CLI is older than the vendor allows.
    CliVersionTooOld,
    /// Permissions cannot be skipped as root.
    BypassRoot,
    /// The organisation's configuration is required and could not be fetched.
    OrgConfigRequiredUnavailable,
    /// The organisation's configuration was rejected.
    OrgConfigRefused,
    /// A sandbox is required and is not available.
    SandboxRequiredUnavailable,
    /// Another message arrived before the initialize request.
    InitializeNotFirst,
    /// The configuration file is not valid.
    ConfigFileInvalid,
    /// Managed settings were announced and did not arrive.
    ManagedSettingsNotDelivered,
    /// Fields of the initialize request were announced and did not arrive.
    InitializeFieldsNotDelivered,
    /// The flags that load plugins or servers are disabled. Since CLI 2.1.332.
    SideloadFlagsDisabled,
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
    SideloadFlagsDisabled = "sideload_flags_disabled",
});

/// What an upload of a remote session waits for.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PostQueuedBehind {
    /// An upload that must be kept.
    DurablePost,
    /// An upload that can be dropped.
    EphemeralPost,
    /// The pause before a retry.
    RetryBackoff,
    /// Uploads are on hold.
    Hold,
    /// The upload did not wait.
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

/// The end of a turn: its outcome and cost. `subtype` and `is_error` together report whether the turn succeeded.
///
/// Wire: `type: result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ResultMessage {
    /// How the turn ended. `success` with `is_error` means that the API failed.
    pub subtype: Option<ResultSubtype>,
    /// True if the turn failed.
    pub is_error: Option<bool>,
    /// The final text, or the text of the error if the API failed. Absent for the error subtypes.
    pub result: Option<String>,
    /// The reason why the model stopped in the last answer.
    pub stop_reason: Option<StopReason>,
    /// The reason why the turn ended. Absent for slash commands and for failures at the start.
    pub terminal_reason: Option<TerminalReason>,
    /// The HTTP status, if the API failed.
    pub api_error_status: Maybe<u64>,
    /// The number of requests to the model: one, and one more after each round of tools. Zero for slash commands.
    pub num_turns: Option<u64>,
    /// The duration of the turn in milliseconds.
    pub duration_ms: Option<u64>,
    /// The total duration of API requests in the whole session, in milliseconds.
    pub duration_api_ms: Option<u64>,
    /// The cost of the session so far in US dollars, subagents included.
    pub total_cost_usd: Option<f64>,
    /// Tokens of this turn, without subagents. All zero for an interrupted turn.
    pub usage: Option<Usage>,
    /// The usage of each model in the session so far, subagents included.
    pub model_usage: Option<BTreeMap<String, ModelUsage>>,
    /// The usage of each model since the previous result.
    pub model_usage_since_last_result: Option<BTreeMap<String, ModelUsage>>,
    /// Tool calls that were denied in this turn.
    pub permission_denials: Option<Vec<PermissionDenial>>,
    /// Statistics on the subagents.
    pub subagent_stats: Option<SubagentStats>,
    /// The number of answers that the safeguards stopped.
    pub safety_stops: Option<u64>,
    /// The number of results that this process wrote before. Since CLI 2.1.275.
    pub result_index: Option<u64>,
    /// The number of turns that are queued after this one.
    pub queued_turn_count: Option<u64>,
    /// The state of fast mode.
    pub fast_mode_state: Option<FastModeState>,
    /// The reason why fast mode cannot be used.
    pub fast_mode_disabled_reason: Option<FastModeDisabledReason>,
    /// Milliseconds from the start of the turn until the answer had content.
    pub ttft_ms: Option<u64>,
    /// Milliseconds from the start of the turn until the API's stream began.
    pub ttft_stream_ms: Option<u64>,
    /// Milliseconds from the start of the turn to the first API request.
    pub time_to_request_ms: Option<u64>,
    /// Milliseconds from the start of the turn to the first content.
    pub first_content_frame_ms: Option<u64>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// The value that matches the requested JSON schema.
    pub structured_output: Option<Raw>,
    /// The error messages, for the error subtypes.
    pub errors: Option<Vec<String>>,
    /// The API's class of the error.
    pub api_error_type: Option<ApiErrorType>,
    /// The CLI's own code for the failure, if it has one.
    pub api_error: Option<ApiFailure>,
    /// What started the turn, if it was not a message of the caller.
    pub origin: Option<MessageOrigin>,
    /// The user message that the turn answered; the last one if several were answered at once. Since CLI 2.1.250.
    pub user_message_uuid: Option<MessageUuid>,
    /// All user messages that the turn answered, at most 64. Since CLI 2.1.275.
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// The answers of the model that were begun and are not complete. Since CLI 2.1.332.
    pub begun_message_ids: Option<Vec<ApiMessageId>>,
    /// The slash command that ran without the model.
    pub local_command: Option<String>,
    /// When the first API request was sent, in milliseconds since 1970.
    pub request_sent_wall_ms: Option<f64>,
    /// Input tokens of the first API request.
    pub first_request_input_tokens: Option<u64>,
    /// Input tokens of the first API request that came from the cache.
    pub first_request_cache_read_input_tokens: Option<u64>,
    /// The reason why the session could not start.
    pub startup_failure_reason: Option<StartupFailureReason>,
    /// The configuration file that could not be read.
    pub invalid_config_file: Option<InvalidConfigFile>,
    /// The tool call that a hook deferred; it is still open after the end of the turn.
    pub deferred_tool_use: Option<DeferredToolUse>,
    /// Remote sessions: milliseconds to the first upload of a stream event.
    pub first_stream_post_ms: Option<u64>,
    /// Remote sessions: milliseconds to the acknowledgement of that upload.
    pub first_stream_post_ack_ms: Option<u64>,
    /// Remote sessions: the time that upload waited in the queue, in milliseconds.
    pub first_stream_post_queue_wait_ms: Option<u64>,
    /// Remote sessions: what that upload waited for.
    pub first_stream_post_queued_behind: Option<PostQueuedBehind>,
    /// Remote sessions: when that upload was sent, in milliseconds since 1970.
    pub first_stream_post_wall_ms: Option<f64>,
    /// Remote sessions: milliseconds to the first upload of text.
    pub first_text_post_ms: Option<u64>,
    /// Remote sessions: the time that upload waited in the queue, in milliseconds.
    pub first_text_post_queue_wait_ms: Option<u64>,
    /// Remote sessions: what that upload waited for.
    pub first_text_post_queued_behind: Option<PostQueuedBehind>,
    /// Remote sessions: when that upload was sent, in milliseconds since 1970.
    pub first_text_post_wall_ms: Option<f64>,
    /// Milliseconds from the start of the process to the first API request.
    pub time_to_request_from_spawn_ms: Option<u64>,
    /// When the process started, in milliseconds since 1970.
    pub time_origin_ms: Option<f64>,
    /// True if the session took over a process that was started in advance.
    pub warm_spare_claimed: Option<bool>,
    /// When the claude.ai login in use expires permanently.
    pub credential_expires_at: Option<Timestamp>,
    /// The reason why the turn continued a turn that a restart had interrupted.
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
        33 optional begun_message_ids: Vec<ApiMessageId> = "begun_message_ids",
        34 optional local_command: String = "local_command",
        35 optional request_sent_wall_ms: f64 = "request_sent_wall_ms",
        36 optional first_request_input_tokens: u64 = "first_request_input_tokens",
        37 optional first_request_cache_read_input_tokens: u64 = "first_request_cache_read_input_tokens",
        38 optional startup_failure_reason: StartupFailureReason = "startup_failure_reason",
        39 optional invalid_config_file: InvalidConfigFile = "invalid_config_file",
        40 optional deferred_tool_use: DeferredToolUse = "deferred_tool_use",
        41 optional first_stream_post_ms: u64 = "first_stream_post_ms",
        42 optional first_stream_post_ack_ms: u64 = "first_stream_post_ack_ms",
        43 optional first_stream_post_queue_wait_ms: u64 = "first_stream_post_queue_wait_ms",
        44 optional first_stream_post_queued_behind: PostQueuedBehind = "first_stream_post_queued_behind",
        45 optional first_stream_post_wall_ms: f64 = "first_stream_post_wall_ms",
        46 optional first_text_post_ms: u64 = "first_text_post_ms",
        47 optional first_text_post_queue_wait_ms: u64 = "first_text_post_queue_wait_ms",
        48 optional first_text_post_queued_behind: PostQueuedBehind = "first_text_post_queued_behind",
        49 optional first_text_post_wall_ms: f64 = "first_text_post_wall_ms",
        50 optional time_to_request_from_spawn_ms: u64 = "time_to_request_from_spawn_ms",
        51 optional time_origin_ms: f64 = "time_origin_ms",
        52 optional warm_spare_claimed: bool = "warm_spare_claimed",
        53 optional credential_expires_at: Timestamp = "credential_expires_at",
        54 optional resume_reason: String = "resume_reason",
    ],
});

/// A configuration file that could not be read.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InvalidConfigFile {
    /// The path of the file.
    pub path: String,
    /// True for the user's own file, false for a project's.
    pub is_global: Option<bool>,
    /// True if the CLI searched for a backup.
    pub backup_searched: Option<bool>,
    /// The path of the backup that was found.
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

/// A tool call that was denied.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PermissionDenial {
    /// The tool.
    pub tool_name: Option<String>,
    /// The ID of the call.
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

/// A tool call that a hook deferred, to be answered later.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct DeferredToolUse {
    /// The ID of the call.
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

/// Statistics on the subagents.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SubagentStats {
    /// The number of subagents that were started.
    pub spawned: Option<u64>,
    /// How the model requested subagents.
    pub requested: Option<SubagentRequests>,
    /// The number of subagents that ran in the background.
    pub started_in_background: Option<u64>,
    /// The maximum nesting depth.
    pub max_depth: Option<u64>,
    /// The number of subagents that other subagents started.
    pub spawned_by_subagents: Option<u64>,
    /// The number of subagents that completed.
    pub completed: Option<u64>,
    /// The number of subagents that failed.
    pub failed: Option<u64>,
    /// The number of subagents that were stopped, by initiator.
    pub killed: Option<SubagentKills>,
    /// The number of subagents that were not started, by reason.
    pub refused: Option<SubagentRefusals>,
    /// The number of started subagents of each type.
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

/// The number of subagents, by how the model requested them.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SubagentRequests {
    /// Subagents requested to run in the background.
    pub background: Option<u64>,
    /// Subagents requested to run in the foreground.
    pub foreground: Option<u64>,
    /// Subagents requested without a choice.
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

/// The number of stopped subagents, by initiator.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SubagentKills {
    /// Stopped by the agent that started them.
    pub parent: Option<u64>,
    /// Stopped by the user or the caller.
    pub user: Option<u64>,
    /// Stopped by the CLI.
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

/// The number of subagents that were not started, by reason.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SubagentRefusals {
    /// The nesting would have been too deep.
    pub depth_limit: Option<u64>,
    /// Too many subagents were running.
    pub concurrency_limit: Option<u64>,
    /// The cost limit was reached.
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
