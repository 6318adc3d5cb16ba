// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Messages: the messages of the stream, without the control frames. Each group of messages has a file of its own; this file has the union of all messages, and the assistant message.

use super::all::*;

/// The kind of an API error, as the CLI classifies it.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiErrorKind {
    /// The credentials are missing or invalid.
    AuthenticationFailed,
    /// The account's organisation may not be used.
    OauthOrgNotAllowed,
    /// The account is on hold.
    AccountOnHold,
    /// The account must be verified first.
    VerificationRequired,
    /// The payment failed, for instance because there is no credit.
    BillingError,
    /// Too many requests or tokens were used within a period.
    RateLimit,
    /// The API is overloaded.
    Overloaded,
    /// The request is invalid or too large.
    InvalidRequest,
    /// The model does not exist, or may not be used.
    ModelNotFound,
    /// The API had an internal error.
    ServerError,
    /// The answer exceeded the limit of output tokens.
    MaxOutputTokens,
    /// The credentials of the cloud provider failed.
    CloudCredentialError,
    /// Another error occurred, such as a refused connection.
    Unknown,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ApiErrorKind {
    AuthenticationFailed = "authentication_failed",
    OauthOrgNotAllowed = "oauth_org_not_allowed",
    AccountOnHold = "account_on_hold",
    VerificationRequired = "verification_required",
    BillingError = "billing_error",
    RateLimit = "rate_limit",
    Overloaded = "overloaded",
    InvalidRequest = "invalid_request",
    ModelNotFound = "model_not_found",
    ServerError = "server_error",
    MaxOutputTokens = "max_output_tokens",
    CloudCredentialError = "cloud_credential_error",
    Unknown = "unknown",
});

/// The CLI's own name for a failed request. It is finer than the class of the error, and most errors have none.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiFailure {
    /// The connection could not be established.
    ConnectionFailed,
    /// A limit of the plan is reached.
    UsageLimitReached,
    /// The answer reached the limit of output tokens.
    MaxOutputTokens,
    /// The organisation's data-loss prevention refused the request.
    DlpRequestDenied,
    /// The API requires a newer CLI.
    ClaudeCodeVersionTooOld,
    /// A safety monitor blocked the request.
    SafetyMonitorBlocked,
    /// A hook denied the request.
    HookDenied,
    /// The effort requires thinking.
    EffortRequiresThinking,
    /// The advisor does not work with this model.
    AdvisorIncompatible,
    /// A tool call of the history has no result, or the reverse.
    ToolHistoryMismatch,
    /// The context was full again right after it was compacted, several times.
    AutocompactThrashing,
    /// A PDF is too large.
    PdfTooLarge,
    /// A PDF is protected by a password.
    PdfPasswordProtected,
    /// The stored login was refused.
    StoredLoginRefused,
    /// The renewed login could not be stored.
    OauthRefreshStoreRefused,
    /// Media was removed from the request.
    MediaRemoved,
    /// The API sent no response.
    NoResponse,
    /// The certificate's issuer is not trusted.
    TlsUntrustedCa,
    /// The certificate's signature is wrong.
    TlsCertSignatureFailure,
    /// A gateway sent another type of content.
    GatewayContentType,
    /// The stream was silent for too long.
    StreamIdleTimeout,
    /// The computer slept.
    ComputerSlept,
    /// The provider refused the credentials.
    ProviderCredentials,
    /// The gateway requires a login.
    GatewaySigninRequired,
    /// The session with the gateway has expired.
    GatewaySessionExpired,
    /// API keys are disabled.
    ApiKeyAuthDisabled,
    /// The organisation has disabled this credential.
    OrgDisabledCredential,
    /// The credential cannot be sent as a header.
    InvalidCredentialHeader,
    /// The model requires usage credits.
    ModelRequiresUsageCredits,
    /// A long context requires usage credits.
    LongContextCreditsRequired,
    /// A required consent was not answered.
    ConsentUnanswered,
    /// No allowed model can take over.
    NoAllowedFallback,
    /// The model may not be replaced.
    ModelSubstitutionDisabled,
    /// A field of the request is not granted.
    FieldNotGranted,
    /// The answer was empty.
    EmptyCompletion,
    /// The model wrote malformed tool calls too often.
    MalformedToolUseExhausted,
    /// The limit of unattended starts is reached.
    UnattendedStartLimit,
    /// An unattended start was not confirmed.
    UnattendedStartUnconfirmed,
    /// The message is longer than the context.
    MessageOverContextLimit,
    /// The network edge blocked the request.
    NetworkEdgeBlocked,
    /// The named profile cannot be used.
    NamedProfileUnusable,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ApiFailure {
    ConnectionFailed = "connection_failed",
    UsageLimitReached = "usage_limit_reached",
    MaxOutputTokens = "max_output_tokens",
    DlpRequestDenied = "dlp_request_denied",
    ClaudeCodeVersionTooOld = "claude_code_version_too_old",
    SafetyMonitorBlocked = "safety_monitor_blocked",
    HookDenied = "hook_denied",
    EffortRequiresThinking = "effort_requires_thinking",
    AdvisorIncompatible = "advisor_incompatible",
    ToolHistoryMismatch = "tool_history_mismatch",
    AutocompactThrashing = "autocompact_thrashing",
    PdfTooLarge = "pdf_too_large",
    PdfPasswordProtected = "pdf_password_protected",
    StoredLoginRefused = "stored_login_refused",
    OauthRefreshStoreRefused = "oauth_refresh_store_refused",
    MediaRemoved = "media_removed",
    NoResponse = "no_response",
    TlsUntrustedCa = "tls_untrusted_ca",
    TlsCertSignatureFailure = "tls_cert_signature_failure",
    GatewayContentType = "gateway_content_type",
    StreamIdleTimeout = "stream_idle_timeout",
    ComputerSlept = "computer_slept",
    ProviderCredentials = "provider_credentials",
    GatewaySigninRequired = "gateway_signin_required",
    GatewaySessionExpired = "gateway_session_expired",
    ApiKeyAuthDisabled = "api_key_auth_disabled",
    OrgDisabledCredential = "org_disabled_credential",
    InvalidCredentialHeader = "invalid_credential_header",
    ModelRequiresUsageCredits = "model_requires_usage_credits",
    LongContextCreditsRequired = "long_context_credits_required",
    ConsentUnanswered = "consent_unanswered",
    NoAllowedFallback = "no_allowed_fallback",
    ModelSubstitutionDisabled = "model_substitution_disabled",
    FieldNotGranted = "field_not_granted",
    EmptyCompletion = "empty_completion",
    MalformedToolUseExhausted = "malformed_tool_use_exhausted",
    UnattendedStartLimit = "unattended_start_limit",
    UnattendedStartUnconfirmed = "unattended_start_unconfirmed",
    MessageOverContextLimit = "message_over_context_limit",
    NetworkEdgeBlocked = "network_edge_blocked",
    NamedProfileUnusable = "named_profile_unusable",
});

/// The kind of a slash command's outcome.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LocalCommandOutcomeKind {
    /// The command failed.
    Failed,
    /// The command requires a terminal.
    UnavailableHeadless,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(LocalCommandOutcomeKind {
    Failed = "failed",
    UnavailableHeadless = "unavailable_headless",
});

/// A message of the stream. Control requests, their responses and keep-alive frames are not messages.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum Message {
    /// A finished block of an answer of the model, or text that the CLI wrote instead.
    Assistant(Box<AssistantMessage>),
    /// A tool result, a prompt that the CLI wrote, or a replayed prompt of the caller.
    User(Box<UserMessage>),
    /// A message about the session itself. `subtype` distinguishes the kinds.
    System(SystemMessage),
    /// The end of a turn.
    Result(Box<ResultMessage>),
    /// A delta of an answer that is being streamed.
    StreamEvent(Box<StreamEventMessage>),
    /// The state of a message that the caller sent.
    CommandLifecycle(Box<CommandLifecycleMessage>),
    /// A reset of the conversation: it was cleared and continues with a new ID.
    ConversationReset(Box<ConversationResetMessage>),
    /// The progress of a tool call that is still running.
    ToolProgress(Box<ToolProgressMessage>),
    /// Lines that were written to the transcript on disk.
    TranscriptMirror(Box<TranscriptMirrorMessage>),
    /// A summary of tool calls.
    ToolUseSummary(Box<ToolUseSummaryMessage>),
    /// The progress of a login.
    AuthStatus(Box<AuthStatusMessage>),
    /// The usage of the plan's limits.
    RateLimitEvent(Box<RateLimitEventMessage>),
    /// A suggestion for the user's next prompt.
    PromptSuggestion(Box<PromptSuggestionMessage>),
    /// Context for the model that a resumed CLI found in the transcript.
    Attachment(Box<AttachmentMessage>),
    /// The goal that the session works towards.
    ActiveGoal(Box<ActiveGoalMessage>),
    /// A line that is not a JSON object.
    ///
    /// Made by the SDK; never on the wire.
    Noise(Noise),
    /// A line that was too long and has been skipped.
    ///
    /// Made by the SDK; never on the wire.
    Oversized(Oversized),
    /// A gap: messages that were dropped because the consumer was too slow.
    ///
    /// Made by the SDK; never on the wire.
    Lagged(Lagged),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

impl Message {
    /// The `session_id` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        match self {
            Self::Assistant(body) => body.session_id.as_ref(),
            Self::User(body) => body.session_id.as_ref(),
            Self::System(body) => body.session_id(),
            Self::Result(body) => body.session_id.as_ref(),
            Self::StreamEvent(body) => body.session_id.as_ref(),
            Self::CommandLifecycle(body) => body.session_id.as_ref(),
            Self::ConversationReset(body) => body.session_id.as_ref(),
            Self::ToolProgress(body) => body.session_id.as_ref(),
            Self::ToolUseSummary(body) => body.session_id.as_ref(),
            Self::AuthStatus(body) => body.session_id.as_ref(),
            Self::RateLimitEvent(body) => body.session_id.as_ref(),
            Self::PromptSuggestion(body) => body.session_id.as_ref(),
            Self::Attachment(body) => body.session_id.as_ref(),
            Self::ActiveGoal(body) => body.session_id.as_ref(),
            _ => None,
        }
    }

    /// The `uuid` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        match self {
            Self::Assistant(body) => body.uuid.as_ref(),
            Self::User(body) => body.uuid.as_ref(),
            Self::System(body) => body.uuid(),
            Self::Result(body) => body.uuid.as_ref(),
            Self::StreamEvent(body) => body.uuid.as_ref(),
            Self::CommandLifecycle(body) => body.uuid.as_ref(),
            Self::ConversationReset(body) => body.uuid.as_ref(),
            Self::ToolProgress(body) => body.uuid.as_ref(),
            Self::ToolUseSummary(body) => body.uuid.as_ref(),
            Self::AuthStatus(body) => body.uuid.as_ref(),
            Self::RateLimitEvent(body) => body.uuid.as_ref(),
            Self::PromptSuggestion(body) => body.uuid.as_ref(),
            Self::Attachment(body) => body.uuid.as_ref(),
            Self::ActiveGoal(body) => body.uuid.as_ref(),
            _ => None,
        }
    }

    /// The `parent_tool_use_id` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn parent_tool_use_id(&self) -> Option<&ToolUseId> {
        match self {
            Self::Assistant(body) => body.parent_tool_use_id.as_ref(),
            Self::User(body) => body.parent_tool_use_id.as_ref(),
            Self::StreamEvent(body) => body.parent_tool_use_id.as_ref(),
            Self::ToolProgress(body) => body.parent_tool_use_id.as_ref(),
            Self::Attachment(body) => body.parent_tool_use_id.as_ref(),
            _ => None,
        }
    }

    /// The `agent_id` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn agent_id(&self) -> Option<&AgentId> {
        match self {
            Self::Assistant(body) => body.agent_id.as_ref(),
            Self::User(body) => body.agent_id.as_ref(),
            _ => None,
        }
    }

    /// The `user_message_uuid` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn user_message_uuid(&self) -> Option<&MessageUuid> {
        match self {
            Self::Assistant(body) => body.user_message_uuid.as_ref(),
            Self::Result(body) => body.user_message_uuid.as_ref(),
            Self::StreamEvent(body) => body.user_message_uuid.as_ref(),
            Self::ConversationReset(body) => body.user_message_uuid.as_ref(),
            _ => None,
        }
    }
}

wire_union!(Message by "type" {
    "assistant" => Assistant: Box<AssistantMessage>,
    "user" => User: Box<UserMessage>,
    "system" => System: SystemMessage,
    "result" => Result: Box<ResultMessage>,
    "stream_event" => StreamEvent: Box<StreamEventMessage>,
    "command_lifecycle" => CommandLifecycle: Box<CommandLifecycleMessage>,
    "conversation_reset" => ConversationReset: Box<ConversationResetMessage>,
    "tool_progress" => ToolProgress: Box<ToolProgressMessage>,
    "transcript_mirror" => TranscriptMirror: Box<TranscriptMirrorMessage>,
    "tool_use_summary" => ToolUseSummary: Box<ToolUseSummaryMessage>,
    "auth_status" => AuthStatus: Box<AuthStatusMessage>,
    "rate_limit_event" => RateLimitEvent: Box<RateLimitEventMessage>,
    "prompt_suggestion" => PromptSuggestion: Box<PromptSuggestionMessage>,
    "attachment" => Attachment: Box<AttachmentMessage>,
    "active_goal" => ActiveGoal: Box<ActiveGoalMessage>,
} local { Noise, Oversized, Lagged });

/// A finished block of the model's answer. Frames of one answer share `message.id`.
///
/// Wire: `type: assistant`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AssistantMessage {
    /// The answer, with the block that this frame carries.
    pub message: ApiMessage,
    /// The call of the Agent tool that started the subagent; null for the main conversation.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// The ID of the API request that returned the answer.
    pub request_id: Option<ApiRequestId>,
    /// The time at which the block was finished, by the clock of the CLI's machine. It is for display: do not order frames by it.
    pub timestamp: Option<Timestamp>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame, and of its line in the transcript.
    pub uuid: Option<MessageUuid>,
    /// The kind of error, if the CLI wrote an error text instead of an answer.
    pub error: Option<ApiErrorKind>,
    /// True if the text is an error text of the CLI.
    pub is_api_error_message: Option<bool>,
    /// The HTTP status of the failed request.
    pub api_error_status: Option<u64>,
    /// The API's class of the error.
    pub api_error_type: Option<ApiErrorType>,
    /// The CLI's own name for the error, if it has one.
    pub api_error: Option<ApiFailure>,
    /// Details of the error that `api_error` names.
    pub api_error_params: Option<Box<ApiErrorParams>>,
    /// The user message that this answers, on the first frame of a turn. If several are answered at once, the last one. Since CLI 2.1.250.
    pub user_message_uuid: Option<MessageUuid>,
    /// All user messages that this answers, at most 64. Since CLI 2.1.275.
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// The display names of the MCP tools called here.
    pub tool_use_meta: Option<Vec<ToolUseMeta>>,
    /// True if an interrupt cut off the answer.
    pub aborted: Option<bool>,
    /// The duration of the model's thinking in milliseconds.
    pub thinking_duration_ms: Option<u64>,
    /// The display of thinking in this answer.
    pub thinking_display: Option<ThinkingDisplay>,
    /// The ID of the subagent that wrote the message.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, as in `general-purpose`.
    pub subagent_type: Option<String>,
    /// The short description of the subagent's task.
    pub task_description: Option<String>,
    /// The output of a slash command that ran without the model, with the tags that it has in the transcript.
    pub local_command_source: Option<String>,
    /// The slash command that ran.
    pub local_command_run: Option<Box<LocalCommandRun>>,
    /// The outcome of the slash command, unless it succeeded.
    pub local_command_outcome: Option<Box<LocalCommandOutcome>>,
    /// The contents of the context window, on the answer to `/context`.
    pub context_usage: Option<Box<ContextReport>>,
    /// The usage of the session and of the plan, on the answer to `/usage` with a subscription login.
    pub usage_report: Option<Box<UsageReport>>,
    /// Earlier messages that this message replaces. A consumer must drop them.
    pub supersedes: Option<Vec<MessageUuid>>,
    /// The reason why the turn continues one that a restart interrupted, as in `interrupted_turn`.
    pub resume_reason: Option<String>,
    /// True if the turn continues after thinking that was cut off.
    pub resumed_from_incomplete_thinking: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(AssistantMessage {
    tags: ["type" = "assistant"],
    fields: [
        0 required message: ApiMessage = "message",
        1 nullable parent_tool_use_id: ToolUseId = "parent_tool_use_id",
        2 optional request_id: ApiRequestId = "request_id",
        3 optional timestamp: Timestamp = "timestamp",
        4 optional session_id: SessionId = "session_id",
        5 optional uuid: MessageUuid = "uuid",
        6 optional error: ApiErrorKind = "error",
        7 optional is_api_error_message: bool = "is_api_error_message",
        8 optional api_error_status: u64 = "api_error_status",
        9 optional api_error_type: ApiErrorType = "api_error_type",
        10 optional api_error: ApiFailure = "api_error",
        11 optional api_error_params: Box<ApiErrorParams> = "api_error_params",
        12 optional user_message_uuid: MessageUuid = "user_message_uuid",
        13 optional user_message_uuids: Vec<MessageUuid> = "user_message_uuids",
        14 optional tool_use_meta: Vec<ToolUseMeta> = "tool_use_meta",
        15 optional aborted: bool = "aborted",
        16 optional thinking_duration_ms: u64 = "thinking_duration_ms",
        17 optional thinking_display: ThinkingDisplay = "thinking_display",
        18 optional agent_id: AgentId = "agent_id",
        19 optional subagent_type: String = "subagent_type",
        20 optional task_description: String = "task_description",
        21 optional local_command_source: String = "local_command_source",
        22 optional local_command_run: Box<LocalCommandRun> = "local_command_run",
        23 optional local_command_outcome: Box<LocalCommandOutcome> = "local_command_outcome",
        24 optional context_usage: Box<ContextReport> = "context_usage",
        25 optional usage_report: Box<UsageReport> = "usage_report",
        26 optional supersedes: Vec<MessageUuid> = "supersedes",
        27 optional resume_reason: String = "resume_reason",
        28 optional resumed_from_incomplete_thinking: bool = "resumed_from_incomplete_thinking",
    ],
});

/// Details of a failed request.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ApiErrorParams {
    /// The limit that is reached (`usage_limit_reached`).
    pub rate_limit_info: Option<Box<RateLimitInfo>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ApiErrorParams {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ApiErrorParams {
    tags: [],
    fields: [
        0 optional rate_limit_info: Box<RateLimitInfo> = "rate_limit_info",
    ],
});

/// The display names of an MCP tool call.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolUseMeta {
    /// The call.
    pub id: ToolUseId,
    /// The tool's title.
    pub display_name: Option<String>,
    /// The server's title.
    pub server_display_name: Option<String>,
    /// The tool's name at its server.
    pub tool_name: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ToolUseMeta {
    tags: [],
    fields: [
        0 required id: ToolUseId = "id",
        1 optional display_name: String = "display_name",
        2 optional server_display_name: String = "server_display_name",
        3 optional tool_name: String = "tool_name",
    ],
});

/// A slash command that the CLI ran without the model.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct LocalCommandRun {
    /// The name, without the slash.
    pub command: Option<String>,
    /// The text after the name.
    pub args: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for LocalCommandRun {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(LocalCommandRun {
    tags: [],
    fields: [
        0 optional command: String = "command",
        1 optional args: String = "args",
    ],
});

/// The outcome of a slash command.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct LocalCommandOutcome {
    /// The kind of outcome.
    pub kind: LocalCommandOutcomeKind,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(LocalCommandOutcome {
    tags: [],
    fields: [
        0 required kind: LocalCommandOutcomeKind = "kind",
    ],
});
