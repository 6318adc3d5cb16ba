// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! What the CLI says to its user: the messages of the stream, without the control frames.

use super::all::*;

/// Why the API gave no answer, as the CLI sorts it.
///
/// An open set: a newer CLI may send other values. Feature: MSG-02.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ApiErrorKind {
    /// There is no key, or it is not valid.
    ///
    /// `authentication_failed`. Seen on the wire.
    AuthenticationFailed,
    /// The account's organisation may not be used.
    ///
    /// `oauth_org_not_allowed`. Declared, not seen.
    OauthOrgNotAllowed,
    /// The account is on hold.
    ///
    /// `account_on_hold`. Declared, not seen.
    AccountOnHold,
    /// The account has to be verified first.
    ///
    /// `verification_required`. Declared, not seen.
    VerificationRequired,
    /// Payment is the problem, for instance no credit.
    ///
    /// `billing_error`. Seen on the wire.
    BillingError,
    /// Too many requests or tokens in a time.
    ///
    /// `rate_limit`. Seen on the wire.
    RateLimit,
    /// The API has too much to do.
    ///
    /// `overloaded`. Seen on the wire.
    Overloaded,
    /// The request is wrong or too large.
    ///
    /// `invalid_request`. Seen on the wire.
    InvalidRequest,
    /// The model does not exist, or may not be used.
    ///
    /// `model_not_found`. Seen on the wire.
    ModelNotFound,
    /// Something failed inside the API.
    ///
    /// `server_error`. Seen on the wire.
    ServerError,
    /// The answer was longer than it may be.
    ///
    /// `max_output_tokens`. Declared, not seen.
    MaxOutputTokens,
    /// The credentials of the cloud provider failed.
    ///
    /// `cloud_credential_error`. Declared, not seen.
    CloudCredentialError,
    /// Anything else, such as a refused connection.
    ///
    /// `unknown`. Seen on the wire.
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

/// What went wrong before the API could answer.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ApiFailure {
    /// The connection could not be made.
    ///
    /// `connection_failed`. Seen on the wire.
    ConnectionFailed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ApiFailure {
    ConnectionFailed = "connection_failed",
});

/// How thinking is shown.
///
/// An open set: a newer CLI may send other values. Feature: TH-01.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThinkingDisplay {
    /// As a summary.
    ///
    /// `summarized`. Seen on the wire.
    Summarized,
    /// Not at all: thinking blocks are empty.
    ///
    /// `omitted`. Declared, not seen.
    Omitted,
    /// As its main points.
    ///
    /// `highlights`. Declared, not seen.
    Highlights,
    /// As short notes on progress.
    ///
    /// `updates`. Seen on the wire.
    Updates,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ThinkingDisplay {
    Summarized = "summarized",
    Omitted = "omitted",
    Highlights = "highlights",
    Updates = "updates",
});

/// Ways in which a slash command ends.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum LocalCommandOutcomeKind {
    /// It could not do its work.
    ///
    /// `failed`. Seen on the wire.
    Failed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(LocalCommandOutcomeKind {
    Failed = "failed",
});

/// Sorts of parts of the context window.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ContextReportKind {
    /// Sent with each request.
    ///
    /// `used`. Seen on the wire.
    Used,
    /// Loaded only when it is needed, so not counted.
    ///
    /// `deferred`. Seen on the wire.
    Deferred,
    /// Kept free for compaction.
    ///
    /// `buffer`. Seen on the wire.
    Buffer,
    /// Not used.
    ///
    /// `free`. Seen on the wire.
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

/// How soon a message is taken up.
///
/// An open set: a newer CLI may send other values. Feature: IN-03.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MessagePriority {
    /// At once: the running turn is aborted.
    ///
    /// `now`. Declared, not seen.
    Now,
    /// As the next message.
    ///
    /// `next`. Declared, not seen.
    Next,
    /// After the other messages that wait.
    ///
    /// `later`. Declared, not seen.
    Later,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(MessagePriority {
    Now = "now",
    Next = "next",
    Later = "later",
});

/// Whether a tool call may run.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ToolPermissionOutcome {
    /// It may run.
    ///
    /// `accept`. Seen on the wire.
    Accept,
    /// It may not run.
    ///
    /// `reject`. Seen on the wire.
    Reject,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ToolPermissionOutcome {
    Accept = "accept",
    Reject = "reject",
});

/// Who decided about a tool call.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ToolPermissionSource {
    /// Rules and settings.
    ///
    /// `config`. Seen on the wire.
    Config,
    /// The user or the caller, for this once.
    ///
    /// `user_temporary`. Seen on the wire.
    UserTemporary,
    /// The user or the caller, for good.
    ///
    /// `user_permanent`. Declared, not seen.
    UserPermanent,
    /// The user or the caller refused.
    ///
    /// `user_reject`. Seen on the wire.
    UserReject,
    /// A hook decided.
    ///
    /// `hook`. Seen on the wire.
    Hook,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ToolPermissionSource {
    Config = "config",
    UserTemporary = "user_temporary",
    UserPermanent = "user_permanent",
    UserReject = "user_reject",
    Hook = "hook",
});

/// Why a tool call did not run.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum NonExecutionKind {
    /// A rule or the permission mode forbids it.
    ///
    /// `permission-rule`. Seen on the wire.
    PermissionRule,
    /// The user or the caller refused.
    ///
    /// `user-rejected`. Seen on the wire.
    UserRejected,
    /// The turn was interrupted before.
    ///
    /// `interrupted`. Seen on the wire.
    Interrupted,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(NonExecutionKind {
    PermissionRule = "permission-rule",
    UserRejected = "user-rejected",
    Interrupted = "interrupted",
});

/// The ground of a decision about a tool call.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DecisionReasonType {
    /// A permission rule.
    ///
    /// `rule`. Seen on the wire.
    Rule,
    /// The permission mode.
    ///
    /// `mode`. Seen on the wire.
    Mode,
    /// The parts of a compound command, each judged by itself.
    ///
    /// `subcommandResults`. Seen on the wire.
    SubcommandResults,
    /// The permission prompt tool's answer.
    ///
    /// `permissionPromptTool`. Declared, not seen.
    PermissionPromptTool,
    /// A hook's answer.
    ///
    /// `hook`. Seen on the wire.
    Hook,
    /// A background agent cannot ask anybody.
    ///
    /// `asyncAgent`. Seen on the wire.
    AsyncAgent,
    /// The call wants to leave the sandbox.
    ///
    /// `sandboxOverride`. Declared, not seen.
    SandboxOverride,
    /// A path outside the working directories.
    ///
    /// `workingDir`. Declared, not seen.
    WorkingDir,
    /// A path that is protected.
    ///
    /// `safetyCheck`. Seen on the wire.
    SafetyCheck,
    /// The classifier of the mode `auto`.
    ///
    /// `classifier`. Declared, not seen.
    Classifier,
    /// Anything else.
    ///
    /// `other`. Seen on the wire.
    Unspecified,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(DecisionReasonType {
    Rule = "rule",
    Mode = "mode",
    SubcommandResults = "subcommandResults",
    PermissionPromptTool = "permissionPromptTool",
    Hook = "hook",
    AsyncAgent = "asyncAgent",
    SandboxOverride = "sandboxOverride",
    WorkingDir = "workingDir",
    SafetyCheck = "safetyCheck",
    Classifier = "classifier",
    Unspecified = "other",
});

/// Sorts of senders.
///
/// An open set: a newer CLI may send other values. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MessageOriginKind {
    /// A person. It is the only kind that the CLI takes from a caller.
    ///
    /// `human`. Declared, not seen.
    Human,
    /// A channel of an MCP server.
    ///
    /// `channel`. Declared, not seen.
    Channel,
    /// Another session on the same machine.
    ///
    /// `peer`. Declared, not seen.
    Peer,
    /// A background task that has news.
    ///
    /// `task-notification`. Seen on the wire.
    TaskNotification,
    /// A coordinating session.
    ///
    /// `coordinator`. Declared, not seen.
    Coordinator,
    /// A sender that is not told.
    ///
    /// `unclassified`. Declared, not seen.
    Unclassified,
    /// An agent that watches the session.
    ///
    /// `observer`. Declared, not seen.
    Observer,
    /// The CLI goes on by itself.
    ///
    /// `auto-continuation`. Declared, not seen.
    AutoContinuation,
    /// Something that an observer did.
    ///
    /// `observer-activity`. Declared, not seen.
    ObserverActivity,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(MessageOriginKind {
    Human = "human",
    Channel = "channel",
    Peer = "peer",
    TaskNotification = "task-notification",
    Coordinator = "coordinator",
    Unclassified = "unclassified",
    Observer = "observer",
    AutoContinuation = "auto-continuation",
    ObserverActivity = "observer-activity",
});

/// Stages of a message that the caller sent.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum CommandState {
    /// It waits for the running turn.
    ///
    /// `queued`. Seen on the wire.
    Queued,
    /// The model is given it.
    ///
    /// `started`. Seen on the wire.
    Started,
    /// Its turn is over.
    ///
    /// `completed`. Seen on the wire.
    Completed,
    /// It was taken out of the queue, or its turn was interrupted.
    ///
    /// `cancelled`. Seen on the wire.
    Cancelled,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(CommandState {
    Queued = "queued",
    Started = "started",
    Completed = "completed",
    Cancelled = "cancelled",
});

/// What clears a conversation.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ConversationResetTrigger {
    /// The command `/clear`.
    ///
    /// `clear`. Seen on the wire.
    Clear,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ConversationResetTrigger {
    Clear = "clear",
});

/// Whether requests are served.
///
/// An open set: a newer CLI may send other values. Feature: MSG-43.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RateLimitStatus {
    /// They are.
    ///
    /// `allowed`. Declared, not seen.
    Allowed,
    /// They are, but the limit is near.
    ///
    /// `allowed_warning`. Declared, not seen.
    AllowedWarning,
    /// They are not.
    ///
    /// `rejected`. Declared, not seen.
    Rejected,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(RateLimitStatus {
    Allowed = "allowed",
    AllowedWarning = "allowed_warning",
    Rejected = "rejected",
});

/// The limits of a plan.
///
/// An open set: a newer CLI may send other values. Feature: MSG-43.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RateLimitType {
    /// For five hours.
    ///
    /// `five_hour`. Declared, not seen.
    FiveHour,
    /// For a week.
    ///
    /// `seven_day`. Declared, not seen.
    SevenDay,
    /// For a week, Opus models.
    ///
    /// `seven_day_opus`. Declared, not seen.
    SevenDayOpus,
    /// For a week, Sonnet models.
    ///
    /// `seven_day_sonnet`. Declared, not seen.
    SevenDaySonnet,
    /// For a week, extra usage included.
    ///
    /// `seven_day_overage_included`. Declared, not seen.
    SevenDayOverageIncluded,
    /// For extra usage.
    ///
    /// `overage`. Declared, not seen.
    Overage,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(RateLimitType {
    FiveHour = "five_hour",
    SevenDay = "seven_day",
    SevenDayOpus = "seven_day_opus",
    SevenDaySonnet = "seven_day_sonnet",
    SevenDayOverageIncluded = "seven_day_overage_included",
    Overage = "overage",
});

/// One message of the stream. Control requests, their answers and signs of life are not among them.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Message {
    /// A finished block of an answer of the model, or text that the CLI wrote in its place.
    Assistant(Box<AssistantMessage>),
    /// A tool result, a prompt that the CLI made, or a prompt of the caller that is repeated.
    User(Box<UserMessage>),
    /// News about the session itself, told apart by `subtype`.
    System(SystemMessage),
    /// The end of a turn.
    Result(Box<ResultMessage>),
    /// A piece of an answer that is being written.
    StreamEvent(Box<StreamEventMessage>),
    /// How far a message that the caller sent has come.
    CommandLifecycle(Box<CommandLifecycleMessage>),
    /// The conversation was cleared and goes on under a new id.
    ConversationReset(Box<ConversationResetMessage>),
    /// A tool call is still running.
    ToolProgress(Box<ToolProgressMessage>),
    /// Lines that were written to the transcript on disk.
    TranscriptMirror(Box<TranscriptMirrorMessage>),
    /// A summary of tool calls.
    ToolUseSummary(Box<ToolUseSummaryMessage>),
    /// How a login is going.
    AuthStatus(Box<AuthStatusMessage>),
    /// How much of the plan's limits is used.
    RateLimitEvent(Box<RateLimitEventMessage>),
    /// What the user may want to ask next.
    PromptSuggestion(Box<PromptSuggestionMessage>),
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
    /// Messages that were dropped because nobody read them.
    ///
    /// Made by the SDK; never on the wire.
    Lagged(Lagged),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
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
    "active_goal" => ActiveGoal: Box<ActiveGoalMessage>,
} local { Noise, Oversized, Lagged });

/// A finished block of the model's answer. Frames of one answer share `message.id`.
///
/// Wire: `type: assistant`. Seen 361 times in the recordings. Feature: MSG-01.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AssistantMessage {
    /// The answer, with the block that this frame brings.
    ///
    /// Required; seen 361/361.
    pub message: ApiMessage,
    /// The call of the Agent tool whose subagent speaks; null for the main conversation.
    ///
    /// May be null; seen 361/361.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// The API request that brought the answer.
    ///
    /// May be absent; seen 355/361.
    pub request_id: Option<ApiRequestId>,
    /// When the frame was made.
    ///
    /// May be absent; seen 361/361.
    pub timestamp: Option<Timestamp>,
    /// The session.
    ///
    /// May be absent; seen 361/361.
    pub session_id: Option<SessionId>,
    /// Names this frame, and its line in the transcript.
    ///
    /// May be absent; seen 361/361.
    pub uuid: Option<MessageUuid>,
    /// Why there is no answer, where the CLI wrote an error text in its place.
    ///
    /// May be absent; seen 15/361.
    pub error: Option<ApiErrorKind>,
    /// True where the text is an error text of the CLI.
    ///
    /// May be absent; seen 15/361.
    pub is_api_error_message: Option<bool>,
    /// The HTTP status of the failed request.
    ///
    /// May be absent; seen 12/361.
    pub api_error_status: Option<u64>,
    /// The API's class of the error.
    ///
    /// May be absent; seen 12/361.
    pub api_error_type: Option<ApiErrorType>,
    /// What went wrong before the API could answer.
    ///
    /// May be absent; seen 1/361.
    pub api_error: Option<ApiFailure>,
    /// The user message that this answers, on the first frame of a turn; the last one where several are answered at once.
    ///
    /// May be absent; seen 14/361 (since CLI 2.1.250).
    pub user_message_uuid: Option<MessageUuid>,
    /// All user messages that this answers.
    ///
    /// May be absent; seen 14/361 (since CLI 2.1.275).
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// Names fit for display of the MCP tools called here.
    ///
    /// May be absent; seen 16/361.
    pub tool_use_meta: Option<Vec<ToolUseMeta>>,
    /// True where the answer was cut off by an interrupt.
    ///
    /// May be absent; seen 4/361.
    pub aborted: Option<bool>,
    /// How long the model thought, in milliseconds.
    ///
    /// May be absent; seen 2/361.
    pub thinking_duration_ms: Option<u64>,
    /// How thinking is shown in this answer.
    ///
    /// May be absent; seen 2/361.
    pub thinking_display: Option<ThinkingDisplay>,
    /// The subagent that speaks.
    ///
    /// May be absent; seen 12/361.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, as in `general-purpose`.
    ///
    /// May be absent; seen 12/361.
    pub subagent_type: Option<String>,
    /// What that subagent was asked to do, in a few words.
    ///
    /// May be absent; seen 12/361.
    pub task_description: Option<String>,
    /// The output of a slash command that ran without the model, with the tags it has in the transcript.
    ///
    /// May be absent; seen 3/361.
    pub local_command_source: Option<String>,
    /// The slash command that ran.
    ///
    /// May be absent; seen 3/361.
    pub local_command_run: Option<Box<LocalCommandRun>>,
    /// How the slash command ended, where it did not simply succeed.
    ///
    /// May be absent; seen 1/361.
    pub local_command_outcome: Option<Box<LocalCommandOutcome>>,
    /// What fills the context window, on the answer to `/context`.
    ///
    /// May be absent; seen 1/361.
    pub context_usage: Option<Box<ContextReport>>,
    /// The use of the plan, on the answer to `/usage`.
    ///
    /// May be absent; declared, not seen.
    pub usage_report: Option<Raw>,
    /// Earlier frames that this one replaces; a consumer drops them.
    ///
    /// May be absent; declared, not seen.
    pub supersedes: Option<Vec<MessageUuid>>,
    /// Why an earlier turn is being resumed.
    ///
    /// May be absent; declared, not seen.
    pub resume_reason: Option<String>,
    /// True where the turn goes on after thinking that was cut off.
    ///
    /// May be absent; declared, not seen.
    pub resumed_from_incomplete_thinking: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl AssistantMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(message: impl Into<ApiMessage>) -> Self {
        Self {
            message: message.into(),
            parent_tool_use_id: None,
            request_id: None,
            timestamp: None,
            session_id: None,
            uuid: None,
            error: None,
            is_api_error_message: None,
            api_error_status: None,
            api_error_type: None,
            api_error: None,
            user_message_uuid: None,
            user_message_uuids: None,
            tool_use_meta: None,
            aborted: None,
            thinking_duration_ms: None,
            thinking_display: None,
            agent_id: None,
            subagent_type: None,
            task_description: None,
            local_command_source: None,
            local_command_run: None,
            local_command_outcome: None,
            context_usage: None,
            usage_report: None,
            supersedes: None,
            resume_reason: None,
            resumed_from_incomplete_thinking: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`parent_tool_use_id`](Self::parent_tool_use_id).
    #[must_use]
    pub fn parent_tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.parent_tool_use_id = Some(value.into());
        self
    }

    /// Sets [`request_id`](Self::request_id).
    #[must_use]
    pub fn request_id(mut self, value: impl Into<ApiRequestId>) -> Self {
        self.request_id = Some(value.into());
        self
    }

    /// Sets [`timestamp`](Self::timestamp).
    #[must_use]
    pub fn timestamp(mut self, value: impl Into<Timestamp>) -> Self {
        self.timestamp = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn error(mut self, value: impl Into<ApiErrorKind>) -> Self {
        self.error = Some(value.into());
        self
    }

    /// Sets [`is_api_error_message`](Self::is_api_error_message).
    #[must_use]
    pub fn is_api_error_message(mut self, value: bool) -> Self {
        self.is_api_error_message = Some(value);
        self
    }

    /// Sets [`api_error_status`](Self::api_error_status).
    #[must_use]
    pub fn api_error_status(mut self, value: u64) -> Self {
        self.api_error_status = Some(value);
        self
    }

    /// Sets [`api_error_type`](Self::api_error_type).
    #[must_use]
    pub fn api_error_type(mut self, value: impl Into<ApiErrorType>) -> Self {
        self.api_error_type = Some(value.into());
        self
    }

    /// Sets [`api_error`](Self::api_error).
    #[must_use]
    pub fn api_error(mut self, value: impl Into<ApiFailure>) -> Self {
        self.api_error = Some(value.into());
        self
    }

    /// Sets [`user_message_uuid`](Self::user_message_uuid).
    #[must_use]
    pub fn user_message_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.user_message_uuid = Some(value.into());
        self
    }

    /// Sets [`user_message_uuids`](Self::user_message_uuids).
    #[must_use]
    pub fn user_message_uuids(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.user_message_uuids = Some(value.into());
        self
    }

    /// Sets [`tool_use_meta`](Self::tool_use_meta).
    #[must_use]
    pub fn tool_use_meta(mut self, value: impl Into<Vec<ToolUseMeta>>) -> Self {
        self.tool_use_meta = Some(value.into());
        self
    }

    /// Sets [`aborted`](Self::aborted).
    #[must_use]
    pub fn aborted(mut self, value: bool) -> Self {
        self.aborted = Some(value);
        self
    }

    /// Sets [`thinking_duration_ms`](Self::thinking_duration_ms).
    #[must_use]
    pub fn thinking_duration_ms(mut self, value: u64) -> Self {
        self.thinking_duration_ms = Some(value);
        self
    }

    /// Sets [`thinking_display`](Self::thinking_display).
    #[must_use]
    pub fn thinking_display(mut self, value: impl Into<ThinkingDisplay>) -> Self {
        self.thinking_display = Some(value.into());
        self
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn agent_id(mut self, value: impl Into<AgentId>) -> Self {
        self.agent_id = Some(value.into());
        self
    }

    /// Sets [`subagent_type`](Self::subagent_type).
    #[must_use]
    pub fn subagent_type(mut self, value: impl Into<String>) -> Self {
        self.subagent_type = Some(value.into());
        self
    }

    /// Sets [`task_description`](Self::task_description).
    #[must_use]
    pub fn task_description(mut self, value: impl Into<String>) -> Self {
        self.task_description = Some(value.into());
        self
    }

    /// Sets [`local_command_source`](Self::local_command_source).
    #[must_use]
    pub fn local_command_source(mut self, value: impl Into<String>) -> Self {
        self.local_command_source = Some(value.into());
        self
    }

    /// Sets [`local_command_run`](Self::local_command_run).
    #[must_use]
    pub fn local_command_run(mut self, value: impl Into<Box<LocalCommandRun>>) -> Self {
        self.local_command_run = Some(value.into());
        self
    }

    /// Sets [`local_command_outcome`](Self::local_command_outcome).
    #[must_use]
    pub fn local_command_outcome(mut self, value: impl Into<Box<LocalCommandOutcome>>) -> Self {
        self.local_command_outcome = Some(value.into());
        self
    }

    /// Sets [`context_usage`](Self::context_usage).
    #[must_use]
    pub fn context_usage(mut self, value: impl Into<Box<ContextReport>>) -> Self {
        self.context_usage = Some(value.into());
        self
    }

    /// Sets [`usage_report`](Self::usage_report).
    #[must_use]
    pub fn usage_report(mut self, value: impl Into<Raw>) -> Self {
        self.usage_report = Some(value.into());
        self
    }

    /// Sets [`supersedes`](Self::supersedes).
    #[must_use]
    pub fn supersedes(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.supersedes = Some(value.into());
        self
    }

    /// Sets [`resume_reason`](Self::resume_reason).
    #[must_use]
    pub fn resume_reason(mut self, value: impl Into<String>) -> Self {
        self.resume_reason = Some(value.into());
        self
    }

    /// Sets [`resumed_from_incomplete_thinking`](Self::resumed_from_incomplete_thinking).
    #[must_use]
    pub fn resumed_from_incomplete_thinking(mut self, value: bool) -> Self {
        self.resumed_from_incomplete_thinking = Some(value);
        self
    }
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
        11 optional user_message_uuid: MessageUuid = "user_message_uuid",
        12 optional user_message_uuids: Vec<MessageUuid> = "user_message_uuids",
        13 optional tool_use_meta: Vec<ToolUseMeta> = "tool_use_meta",
        14 optional aborted: bool = "aborted",
        15 optional thinking_duration_ms: u64 = "thinking_duration_ms",
        16 optional thinking_display: ThinkingDisplay = "thinking_display",
        17 optional agent_id: AgentId = "agent_id",
        18 optional subagent_type: String = "subagent_type",
        19 optional task_description: String = "task_description",
        20 optional local_command_source: String = "local_command_source",
        21 optional local_command_run: Box<LocalCommandRun> = "local_command_run",
        22 optional local_command_outcome: Box<LocalCommandOutcome> = "local_command_outcome",
        23 optional context_usage: Box<ContextReport> = "context_usage",
        24 optional usage_report: Raw = "usage_report",
        25 optional supersedes: Vec<MessageUuid> = "supersedes",
        26 optional resume_reason: String = "resume_reason",
        27 optional resumed_from_incomplete_thinking: bool = "resumed_from_incomplete_thinking",
    ],
});

/// Names of an MCP tool call that are fit for display.
///
/// Seen 16 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolUseMeta {
    /// The call.
    ///
    /// Required; seen 16/16.
    pub id: ToolUseId,
    /// The tool's title.
    ///
    /// May be absent; seen 16/16.
    pub display_name: Option<String>,
    /// The server's title.
    ///
    /// May be absent; seen 15/16.
    pub server_display_name: Option<String>,
    /// The tool's name at its server.
    ///
    /// May be absent; seen 15/16.
    pub tool_name: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ToolUseMeta {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(id: impl Into<ToolUseId>) -> Self {
        Self {
            id: id.into(),
            display_name: None,
            server_display_name: None,
            tool_name: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`display_name`](Self::display_name).
    #[must_use]
    pub fn display_name(mut self, value: impl Into<String>) -> Self {
        self.display_name = Some(value.into());
        self
    }

    /// Sets [`server_display_name`](Self::server_display_name).
    #[must_use]
    pub fn server_display_name(mut self, value: impl Into<String>) -> Self {
        self.server_display_name = Some(value.into());
        self
    }

    /// Sets [`tool_name`](Self::tool_name).
    #[must_use]
    pub fn tool_name(mut self, value: impl Into<String>) -> Self {
        self.tool_name = Some(value.into());
        self
    }
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
///
/// Seen 3 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LocalCommandRun {
    /// Its name, without the slash.
    ///
    /// May be absent; seen 3/3.
    pub command: Option<String>,
    /// The text after the name.
    ///
    /// May be absent; seen 3/3.
    pub args: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl LocalCommandRun {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { command: None, args: None, extra: Extra::default() }
    }

    /// Sets [`command`](Self::command).
    #[must_use]
    pub fn command(mut self, value: impl Into<String>) -> Self {
        self.command = Some(value.into());
        self
    }

    /// Sets [`args`](Self::args).
    #[must_use]
    pub fn args(mut self, value: impl Into<String>) -> Self {
        self.args = Some(value.into());
        self
    }
}

wire_struct!(LocalCommandRun {
    tags: [],
    fields: [
        0 optional command: String = "command",
        1 optional args: String = "args",
    ],
});

/// How a slash command ended.
///
/// Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LocalCommandOutcome {
    /// Which way.
    ///
    /// Required; seen 1/1.
    pub kind: LocalCommandOutcomeKind,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl LocalCommandOutcome {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(kind: impl Into<LocalCommandOutcomeKind>) -> Self {
        Self { kind: kind.into(), extra: Extra::default() }
    }
}

wire_struct!(LocalCommandOutcome {
    tags: [],
    fields: [
        0 required kind: LocalCommandOutcomeKind = "kind",
    ],
});

/// What fills the context window.
///
/// Seen 1 times in the recordings. Feature: MSG-54.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ContextReport {
    /// The model whose window it is.
    ///
    /// May be absent; seen 1/1.
    pub model: Option<ModelName>,
    /// Tokens in use.
    ///
    /// May be absent; seen 1/1.
    pub total_tokens: Option<u64>,
    /// The size of the window in tokens.
    ///
    /// May be absent; seen 1/1.
    pub raw_max_tokens: Option<u64>,
    /// The part in use, from 0 to 100.
    ///
    /// May be absent; seen 1/1.
    pub percentage: Option<f64>,
    /// What the tokens are used for, the free part too.
    ///
    /// May be absent; seen 1/1.
    pub categories: Option<Vec<ContextReportCategory>>,
    /// Tools of MCP servers, with their tokens.
    ///
    /// May be absent; seen 1/1.
    pub mcp_tools: Option<Vec<Raw>>,
    /// Memory files, with their tokens.
    ///
    /// May be absent; seen 1/1.
    pub memory_files: Option<Vec<Raw>>,
    /// Agent definitions, with their tokens.
    ///
    /// May be absent; seen 1/1.
    pub agents: Option<Vec<Raw>>,
    /// Skills, with their tokens.
    ///
    /// May be absent; seen 1/1.
    pub skills: Option<Vec<ContextReportSkill>>,
    /// True if the context no longer fits.
    ///
    /// May be absent; declared, not seen.
    pub over_limit: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ContextReport {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            model: None,
            total_tokens: None,
            raw_max_tokens: None,
            percentage: None,
            categories: None,
            mcp_tools: None,
            memory_files: None,
            agents: None,
            skills: None,
            over_limit: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`model`](Self::model).
    #[must_use]
    pub fn model(mut self, value: impl Into<ModelName>) -> Self {
        self.model = Some(value.into());
        self
    }

    /// Sets [`total_tokens`](Self::total_tokens).
    #[must_use]
    pub fn total_tokens(mut self, value: u64) -> Self {
        self.total_tokens = Some(value);
        self
    }

    /// Sets [`raw_max_tokens`](Self::raw_max_tokens).
    #[must_use]
    pub fn raw_max_tokens(mut self, value: u64) -> Self {
        self.raw_max_tokens = Some(value);
        self
    }

    /// Sets [`percentage`](Self::percentage).
    #[must_use]
    pub fn percentage(mut self, value: f64) -> Self {
        self.percentage = Some(value);
        self
    }

    /// Sets [`categories`](Self::categories).
    #[must_use]
    pub fn categories(mut self, value: impl Into<Vec<ContextReportCategory>>) -> Self {
        self.categories = Some(value.into());
        self
    }

    /// Sets [`mcp_tools`](Self::mcp_tools).
    #[must_use]
    pub fn mcp_tools(mut self, value: impl Into<Vec<Raw>>) -> Self {
        self.mcp_tools = Some(value.into());
        self
    }

    /// Sets [`memory_files`](Self::memory_files).
    #[must_use]
    pub fn memory_files(mut self, value: impl Into<Vec<Raw>>) -> Self {
        self.memory_files = Some(value.into());
        self
    }

    /// Sets [`agents`](Self::agents).
    #[must_use]
    pub fn agents(mut self, value: impl Into<Vec<Raw>>) -> Self {
        self.agents = Some(value.into());
        self
    }

    /// Sets [`skills`](Self::skills).
    #[must_use]
    pub fn skills(mut self, value: impl Into<Vec<ContextReportSkill>>) -> Self {
        self.skills = Some(value.into());
        self
    }

    /// Sets [`over_limit`](Self::over_limit).
    #[must_use]
    pub fn over_limit(mut self, value: bool) -> Self {
        self.over_limit = Some(value);
        self
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
        5 optional mcp_tools: Vec<Raw> = "mcp_tools",
        6 optional memory_files: Vec<Raw> = "memory_files",
        7 optional agents: Vec<Raw> = "agents",
        8 optional skills: Vec<ContextReportSkill> = "skills",
        9 optional over_limit: bool = "over_limit",
    ],
});

/// A part of the context window.
///
/// Seen 7 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ContextReportCategory {
    /// Its name, fit for display.
    ///
    /// May be absent; seen 7/7.
    pub name: Option<String>,
    /// Its size in tokens.
    ///
    /// May be absent; seen 7/7.
    pub tokens: Option<u64>,
    /// What sort of part it is.
    ///
    /// May be absent; seen 7/7.
    pub kind: Option<ContextReportKind>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ContextReportCategory {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, tokens: None, kind: None, extra: Extra::default() }
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// Sets [`tokens`](Self::tokens).
    #[must_use]
    pub fn tokens(mut self, value: u64) -> Self {
        self.tokens = Some(value);
        self
    }

    /// Sets [`kind`](Self::kind).
    #[must_use]
    pub fn kind(mut self, value: impl Into<ContextReportKind>) -> Self {
        self.kind = Some(value.into());
        self
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

/// A skill in the context window.
///
/// Seen 2 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ContextReportSkill {
    /// Its name.
    ///
    /// May be absent; seen 2/2.
    pub name: Option<String>,
    /// Where it comes from, as in `built-in`.
    ///
    /// May be absent; seen 2/2.
    pub source: Option<String>,
    /// Its size in tokens.
    ///
    /// May be absent; seen 2/2.
    pub tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ContextReportSkill {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, source: None, tokens: None, extra: Extra::default() }
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn source(mut self, value: impl Into<String>) -> Self {
        self.source = Some(value.into());
        self
    }

    /// Sets [`tokens`](Self::tokens).
    #[must_use]
    pub fn tokens(mut self, value: u64) -> Self {
        self.tokens = Some(value);
        self
    }
}

wire_struct!(ContextReportSkill {
    tags: [],
    fields: [
        0 optional name: String = "name",
        1 optional source: String = "source",
        2 optional tokens: u64 = "tokens",
    ],
});

/// A message in the user's role: a tool result, a prompt that the CLI made itself, or a prompt of the caller that is repeated.
///
/// Wire: `type: user`. Seen 161 times in the recordings. Feature: MSG-03, MSG-04.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserMessage {
    /// What it says.
    ///
    /// Required; seen 161/161.
    pub message: UserApiMessage,
    /// The call of the Agent tool whose subagent this belongs to; null for the main conversation.
    ///
    /// May be null; seen 161/161.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// The tool's own output: an object that depends on the tool, the blocks of an MCP tool, or a text when it failed.
    ///
    /// May be absent; seen 119/161.
    pub tool_use_result: Option<Raw>,
    /// How each tool result came about.
    ///
    /// May be absent; seen 116/161.
    pub tool_result_meta: Option<Vec<ToolResultMeta>>,
    /// When the frame was made.
    ///
    /// May be absent; seen 161/161.
    pub timestamp: Option<Timestamp>,
    /// The session.
    ///
    /// May be absent; seen 161/161.
    pub session_id: Option<SessionId>,
    /// Names this frame, and its line in the transcript; for a repeated message it is the caller's own.
    ///
    /// May be absent; seen 161/161.
    pub uuid: Option<MessageUuid>,
    /// True for a message of the caller that is repeated, and for the output of a slash command.
    ///
    /// Wire: `isReplay`. May be absent; seen 18/161.
    pub is_replay: Option<bool>,
    /// True for a prompt that the CLI made itself.
    ///
    /// Wire: `isSynthetic`. May be absent; seen 9/161.
    pub is_synthetic: Option<bool>,
    /// The answer that was refused, where this prompt asks for another.
    ///
    /// May be absent; seen 3/161.
    pub refused_message_id: Option<ApiMessageId>,
    /// The subagent this belongs to.
    ///
    /// May be absent; seen 10/161.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent.
    ///
    /// May be absent; seen 10/161.
    pub subagent_type: Option<String>,
    /// What that subagent was asked to do, in a few words.
    ///
    /// May be absent; seen 10/161.
    pub task_description: Option<String>,
    /// Who the message comes from.
    ///
    /// May be absent; declared, not seen.
    pub origin: Option<MessageOrigin>,
    /// How soon the message is to be taken up.
    ///
    /// May be absent; declared, not seen.
    pub priority: Option<MessagePriority>,
    /// False for a message that only joins the transcript.
    ///
    /// Wire: `shouldQuery`. May be absent; declared, not seen.
    pub should_query: Option<bool>,
    /// True for a message that is taken word for word, with no commands or file names expanded.
    ///
    /// May be absent; declared, not seen.
    pub client_composed: Option<bool>,
    /// Text that was pasted into the prompt.
    ///
    /// May be absent; declared, not seen.
    pub pasted_content: Option<Raw>,
    /// Pasted text that stands inside the prompt.
    ///
    /// May be absent; declared, not seen.
    pub inline_pastes: Option<Raw>,
    /// Files attached to the prompt.
    ///
    /// May be absent; declared, not seen.
    pub file_attachments: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl UserMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(message: impl Into<UserApiMessage>) -> Self {
        Self {
            message: message.into(),
            parent_tool_use_id: None,
            tool_use_result: None,
            tool_result_meta: None,
            timestamp: None,
            session_id: None,
            uuid: None,
            is_replay: None,
            is_synthetic: None,
            refused_message_id: None,
            agent_id: None,
            subagent_type: None,
            task_description: None,
            origin: None,
            priority: None,
            should_query: None,
            client_composed: None,
            pasted_content: None,
            inline_pastes: None,
            file_attachments: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`parent_tool_use_id`](Self::parent_tool_use_id).
    #[must_use]
    pub fn parent_tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.parent_tool_use_id = Some(value.into());
        self
    }

    /// Sets [`tool_use_result`](Self::tool_use_result).
    #[must_use]
    pub fn tool_use_result(mut self, value: impl Into<Raw>) -> Self {
        self.tool_use_result = Some(value.into());
        self
    }

    /// Sets [`tool_result_meta`](Self::tool_result_meta).
    #[must_use]
    pub fn tool_result_meta(mut self, value: impl Into<Vec<ToolResultMeta>>) -> Self {
        self.tool_result_meta = Some(value.into());
        self
    }

    /// Sets [`timestamp`](Self::timestamp).
    #[must_use]
    pub fn timestamp(mut self, value: impl Into<Timestamp>) -> Self {
        self.timestamp = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`is_replay`](Self::is_replay).
    #[must_use]
    pub fn is_replay(mut self, value: bool) -> Self {
        self.is_replay = Some(value);
        self
    }

    /// Sets [`is_synthetic`](Self::is_synthetic).
    #[must_use]
    pub fn is_synthetic(mut self, value: bool) -> Self {
        self.is_synthetic = Some(value);
        self
    }

    /// Sets [`refused_message_id`](Self::refused_message_id).
    #[must_use]
    pub fn refused_message_id(mut self, value: impl Into<ApiMessageId>) -> Self {
        self.refused_message_id = Some(value.into());
        self
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn agent_id(mut self, value: impl Into<AgentId>) -> Self {
        self.agent_id = Some(value.into());
        self
    }

    /// Sets [`subagent_type`](Self::subagent_type).
    #[must_use]
    pub fn subagent_type(mut self, value: impl Into<String>) -> Self {
        self.subagent_type = Some(value.into());
        self
    }

    /// Sets [`task_description`](Self::task_description).
    #[must_use]
    pub fn task_description(mut self, value: impl Into<String>) -> Self {
        self.task_description = Some(value.into());
        self
    }

    /// Sets [`origin`](Self::origin).
    #[must_use]
    pub fn origin(mut self, value: impl Into<MessageOrigin>) -> Self {
        self.origin = Some(value.into());
        self
    }

    /// Sets [`priority`](Self::priority).
    #[must_use]
    pub fn priority(mut self, value: impl Into<MessagePriority>) -> Self {
        self.priority = Some(value.into());
        self
    }

    /// Sets [`should_query`](Self::should_query).
    #[must_use]
    pub fn should_query(mut self, value: bool) -> Self {
        self.should_query = Some(value);
        self
    }

    /// Sets [`client_composed`](Self::client_composed).
    #[must_use]
    pub fn client_composed(mut self, value: bool) -> Self {
        self.client_composed = Some(value);
        self
    }

    /// Sets [`pasted_content`](Self::pasted_content).
    #[must_use]
    pub fn pasted_content(mut self, value: impl Into<Raw>) -> Self {
        self.pasted_content = Some(value.into());
        self
    }

    /// Sets [`inline_pastes`](Self::inline_pastes).
    #[must_use]
    pub fn inline_pastes(mut self, value: impl Into<Raw>) -> Self {
        self.inline_pastes = Some(value.into());
        self
    }

    /// Sets [`file_attachments`](Self::file_attachments).
    #[must_use]
    pub fn file_attachments(mut self, value: impl Into<Raw>) -> Self {
        self.file_attachments = Some(value.into());
        self
    }
}

wire_struct!(UserMessage {
    tags: ["type" = "user"],
    fields: [
        0 required message: UserApiMessage = "message",
        1 nullable parent_tool_use_id: ToolUseId = "parent_tool_use_id",
        2 optional tool_use_result: Raw = "tool_use_result",
        3 optional tool_result_meta: Vec<ToolResultMeta> = "tool_result_meta",
        4 optional timestamp: Timestamp = "timestamp",
        5 optional session_id: SessionId = "session_id",
        6 optional uuid: MessageUuid = "uuid",
        7 optional is_replay: bool = "isReplay",
        8 optional is_synthetic: bool = "isSynthetic",
        9 optional refused_message_id: ApiMessageId = "refused_message_id",
        10 optional agent_id: AgentId = "agent_id",
        11 optional subagent_type: String = "subagent_type",
        12 optional task_description: String = "task_description",
        13 optional origin: MessageOrigin = "origin",
        14 optional priority: MessagePriority = "priority",
        15 optional should_query: bool = "shouldQuery",
        16 optional client_composed: bool = "client_composed",
        17 optional pasted_content: Raw = "pasted_content",
        18 optional inline_pastes: Raw = "inline_pastes",
        19 optional file_attachments: Raw = "file_attachments",
    ],
});

/// How a tool result came about.
///
/// Seen 116 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolResultMeta {
    /// The tool call.
    ///
    /// Required; seen 116/116.
    pub id: ToolUseId,
    /// Who let the tool run, or refused it.
    ///
    /// May be absent; seen 113/116.
    pub permission_decision: Option<ToolPermissionDecision>,
    /// Why the tool did not run.
    ///
    /// May be absent; seen 25/116.
    pub non_execution_kind: Option<NonExecutionKind>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ToolResultMeta {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(id: impl Into<ToolUseId>) -> Self {
        Self {
            id: id.into(),
            permission_decision: None,
            non_execution_kind: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`permission_decision`](Self::permission_decision).
    #[must_use]
    pub fn permission_decision(mut self, value: impl Into<ToolPermissionDecision>) -> Self {
        self.permission_decision = Some(value.into());
        self
    }

    /// Sets [`non_execution_kind`](Self::non_execution_kind).
    #[must_use]
    pub fn non_execution_kind(mut self, value: impl Into<NonExecutionKind>) -> Self {
        self.non_execution_kind = Some(value.into());
        self
    }
}

wire_struct!(ToolResultMeta {
    tags: [],
    fields: [
        0 required id: ToolUseId = "id",
        1 optional permission_decision: ToolPermissionDecision = "permission_decision",
        2 optional non_execution_kind: NonExecutionKind = "non_execution_kind",
    ],
});

/// The decision about a tool call.
///
/// Seen 113 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ToolPermissionDecision {
    /// Whether it may run.
    ///
    /// May be absent; seen 113/113.
    pub decision: Option<ToolPermissionOutcome>,
    /// Who decided.
    ///
    /// May be absent; seen 113/113.
    pub source: Option<ToolPermissionSource>,
    /// On what ground.
    ///
    /// May be absent; seen 74/113.
    pub reason_type: Option<DecisionReasonType>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ToolPermissionDecision {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { decision: None, source: None, reason_type: None, extra: Extra::default() }
    }

    /// Sets [`decision`](Self::decision).
    #[must_use]
    pub fn decision(mut self, value: impl Into<ToolPermissionOutcome>) -> Self {
        self.decision = Some(value.into());
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn source(mut self, value: impl Into<ToolPermissionSource>) -> Self {
        self.source = Some(value.into());
        self
    }

    /// Sets [`reason_type`](Self::reason_type).
    #[must_use]
    pub fn reason_type(mut self, value: impl Into<DecisionReasonType>) -> Self {
        self.reason_type = Some(value.into());
        self
    }
}

wire_struct!(ToolPermissionDecision {
    tags: [],
    fields: [
        0 optional decision: ToolPermissionOutcome = "decision",
        1 optional source: ToolPermissionSource = "source",
        2 optional reason_type: DecisionReasonType = "reason_type",
    ],
});

/// Who a message, or the turn that it started, comes from. Which fields are there depends on the kind.
///
/// Seen 3 times in the recordings. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageOrigin {
    /// Which sort of sender.
    ///
    /// Required; seen 3/3.
    pub kind: MessageOriginKind,
    /// The part of the CLI that made the message, as in `session-task`.
    ///
    /// May be absent; seen 3/3.
    pub producer: Option<String>,
    /// The run of the task whose end started the turn.
    ///
    /// Wire: `runId`. May be absent; seen 3/3.
    pub run_id: Option<RunId>,
    /// Which sort of task notification.
    ///
    /// May be absent; declared, not seen.
    pub subkind: Option<String>,
    /// Why a scheduled task fired.
    ///
    /// Wire: `fireReason`. May be absent; declared, not seen.
    pub fire_reason: Option<String>,
    /// The MCP server behind a channel.
    ///
    /// May be absent; declared, not seen.
    pub server: Option<String>,
    /// The peer or observer that sent it.
    ///
    /// May be absent; declared, not seen.
    pub from: Option<String>,
    /// The permission mode of the peer.
    ///
    /// Wire: `fromMode`. May be absent; declared, not seen.
    pub from_mode: Option<String>,
    /// The peer's name.
    ///
    /// May be absent; declared, not seen.
    pub name: Option<String>,
    /// The peer's session.
    ///
    /// Wire: `fromSession`. May be absent; declared, not seen.
    pub from_session: Option<SessionId>,
    /// The task of the sender.
    ///
    /// Wire: `senderTaskId`. May be absent; declared, not seen.
    pub sender_task_id: Option<TaskId>,
    /// What the peer said, without what the CLI put around it.
    ///
    /// May be absent; declared, not seen.
    pub body: Option<String>,
    /// The peer's process, once it is verified.
    ///
    /// Wire: `verifiedPeerPid`. May be absent; declared, not seen.
    pub verified_peer_pid: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl MessageOrigin {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(kind: impl Into<MessageOriginKind>) -> Self {
        Self {
            kind: kind.into(),
            producer: None,
            run_id: None,
            subkind: None,
            fire_reason: None,
            server: None,
            from: None,
            from_mode: None,
            name: None,
            from_session: None,
            sender_task_id: None,
            body: None,
            verified_peer_pid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`producer`](Self::producer).
    #[must_use]
    pub fn producer(mut self, value: impl Into<String>) -> Self {
        self.producer = Some(value.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn run_id(mut self, value: impl Into<RunId>) -> Self {
        self.run_id = Some(value.into());
        self
    }

    /// Sets [`subkind`](Self::subkind).
    #[must_use]
    pub fn subkind(mut self, value: impl Into<String>) -> Self {
        self.subkind = Some(value.into());
        self
    }

    /// Sets [`fire_reason`](Self::fire_reason).
    #[must_use]
    pub fn fire_reason(mut self, value: impl Into<String>) -> Self {
        self.fire_reason = Some(value.into());
        self
    }

    /// Sets [`server`](Self::server).
    #[must_use]
    pub fn server(mut self, value: impl Into<String>) -> Self {
        self.server = Some(value.into());
        self
    }

    /// Sets [`from`](Self::from).
    #[must_use]
    pub fn from(mut self, value: impl Into<String>) -> Self {
        self.from = Some(value.into());
        self
    }

    /// Sets [`from_mode`](Self::from_mode).
    #[must_use]
    pub fn from_mode(mut self, value: impl Into<String>) -> Self {
        self.from_mode = Some(value.into());
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// Sets [`from_session`](Self::from_session).
    #[must_use]
    pub fn from_session(mut self, value: impl Into<SessionId>) -> Self {
        self.from_session = Some(value.into());
        self
    }

    /// Sets [`sender_task_id`](Self::sender_task_id).
    #[must_use]
    pub fn sender_task_id(mut self, value: impl Into<TaskId>) -> Self {
        self.sender_task_id = Some(value.into());
        self
    }

    /// Sets [`body`](Self::body).
    #[must_use]
    pub fn body(mut self, value: impl Into<String>) -> Self {
        self.body = Some(value.into());
        self
    }

    /// Sets [`verified_peer_pid`](Self::verified_peer_pid).
    #[must_use]
    pub fn verified_peer_pid(mut self, value: u64) -> Self {
        self.verified_peer_pid = Some(value);
        self
    }
}

wire_struct!(MessageOrigin {
    tags: [],
    fields: [
        0 required kind: MessageOriginKind = "kind",
        1 optional producer: String = "producer",
        2 optional run_id: RunId = "runId",
        3 optional subkind: String = "subkind",
        4 optional fire_reason: String = "fireReason",
        5 optional server: String = "server",
        6 optional from: String = "from",
        7 optional from_mode: String = "fromMode",
        8 optional name: String = "name",
        9 optional from_session: SessionId = "fromSession",
        10 optional sender_task_id: TaskId = "senderTaskId",
        11 optional body: String = "body",
        12 optional verified_peer_pid: u64 = "verifiedPeerPid",
    ],
});

/// How far a message that the caller sent with a `uuid` has come.
///
/// Wire: `type: command_lifecycle`. Seen 56 times in the recordings (since CLI 2.1.250).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CommandLifecycleMessage {
    /// The caller's message.
    ///
    /// Required; seen 56/56.
    pub command_uuid: MessageUuid,
    /// How far it is.
    ///
    /// Required; seen 56/56.
    pub state: CommandState,
    /// The session.
    ///
    /// May be absent; seen 56/56.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 56/56.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CommandLifecycleMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(command_uuid: impl Into<MessageUuid>, state: impl Into<CommandState>) -> Self {
        Self {
            command_uuid: command_uuid.into(),
            state: state.into(),
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(CommandLifecycleMessage {
    tags: ["type" = "command_lifecycle"],
    fields: [
        0 required command_uuid: MessageUuid = "command_uuid",
        1 required state: CommandState = "state",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
    ],
});

/// The conversation was cleared. Costs and usage of the session start again at zero.
///
/// Wire: `type: conversation_reset`. Seen 2 times in the recordings. Feature: MSG-49.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationResetMessage {
    /// The session id from now on.
    ///
    /// Required; seen 2/2.
    pub new_conversation_id: SessionId,
    /// What cleared it.
    ///
    /// May be absent; seen 2/2.
    pub trigger: Option<ConversationResetTrigger>,
    /// The message that asked for it.
    ///
    /// May be absent; seen 2/2.
    pub user_message_uuid: Option<MessageUuid>,
    /// When it happened.
    ///
    /// May be absent; seen 2/2.
    pub timestamp: Option<Timestamp>,
    /// The session as it was called until now.
    ///
    /// May be absent; seen 2/2.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 2/2.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ConversationResetMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(new_conversation_id: impl Into<SessionId>) -> Self {
        Self {
            new_conversation_id: new_conversation_id.into(),
            trigger: None,
            user_message_uuid: None,
            timestamp: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`trigger`](Self::trigger).
    #[must_use]
    pub fn trigger(mut self, value: impl Into<ConversationResetTrigger>) -> Self {
        self.trigger = Some(value.into());
        self
    }

    /// Sets [`user_message_uuid`](Self::user_message_uuid).
    #[must_use]
    pub fn user_message_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.user_message_uuid = Some(value.into());
        self
    }

    /// Sets [`timestamp`](Self::timestamp).
    #[must_use]
    pub fn timestamp(mut self, value: impl Into<Timestamp>) -> Self {
        self.timestamp = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(ConversationResetMessage {
    tags: ["type" = "conversation_reset"],
    fields: [
        0 required new_conversation_id: SessionId = "new_conversation_id",
        1 optional trigger: ConversationResetTrigger = "trigger",
        2 optional user_message_uuid: MessageUuid = "user_message_uuid",
        3 optional timestamp: Timestamp = "timestamp",
        4 optional session_id: SessionId = "session_id",
        5 optional uuid: MessageUuid = "uuid",
    ],
});

/// A tool call is still running. It is told first after 30 seconds.
///
/// Wire: `type: tool_progress`. Seen 1 times in the recordings. Feature: MSG-27.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ToolProgressMessage {
    /// The progress notice; for a heartbeat the id of the call with `-heartbeat-N` behind it.
    ///
    /// May be absent; seen 1/1.
    pub tool_use_id: Option<ToolUseId>,
    /// The tool.
    ///
    /// May be absent; seen 1/1.
    pub tool_name: Option<String>,
    /// The call that is running.
    ///
    /// May be null; seen 1/1.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// How long the call has been running, in seconds.
    ///
    /// May be absent; seen 1/1.
    pub elapsed_time_seconds: Option<f64>,
    /// True where the notice says no more than that the call is alive.
    ///
    /// May be absent; seen 1/1.
    pub heartbeat: Option<bool>,
    /// The session.
    ///
    /// May be absent; seen 1/1.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 1/1.
    pub uuid: Option<MessageUuid>,
    /// The task that the call became.
    ///
    /// May be absent; declared, not seen.
    pub task_id: Option<TaskId>,
    /// The type of the subagent, if the tool is one.
    ///
    /// May be absent; declared, not seen.
    pub subagent_type: Option<String>,
    /// A retry that a subagent waits for.
    ///
    /// May be absent; declared, not seen.
    pub subagent_retry: Option<SubagentRetry>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ToolProgressMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            tool_use_id: None,
            tool_name: None,
            parent_tool_use_id: None,
            elapsed_time_seconds: None,
            heartbeat: None,
            session_id: None,
            uuid: None,
            task_id: None,
            subagent_type: None,
            subagent_retry: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }

    /// Sets [`tool_name`](Self::tool_name).
    #[must_use]
    pub fn tool_name(mut self, value: impl Into<String>) -> Self {
        self.tool_name = Some(value.into());
        self
    }

    /// Sets [`parent_tool_use_id`](Self::parent_tool_use_id).
    #[must_use]
    pub fn parent_tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.parent_tool_use_id = Some(value.into());
        self
    }

    /// Sets [`elapsed_time_seconds`](Self::elapsed_time_seconds).
    #[must_use]
    pub fn elapsed_time_seconds(mut self, value: f64) -> Self {
        self.elapsed_time_seconds = Some(value);
        self
    }

    /// Sets [`heartbeat`](Self::heartbeat).
    #[must_use]
    pub fn heartbeat(mut self, value: bool) -> Self {
        self.heartbeat = Some(value);
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`task_id`](Self::task_id).
    #[must_use]
    pub fn task_id(mut self, value: impl Into<TaskId>) -> Self {
        self.task_id = Some(value.into());
        self
    }

    /// Sets [`subagent_type`](Self::subagent_type).
    #[must_use]
    pub fn subagent_type(mut self, value: impl Into<String>) -> Self {
        self.subagent_type = Some(value.into());
        self
    }

    /// Sets [`subagent_retry`](Self::subagent_retry).
    #[must_use]
    pub fn subagent_retry(mut self, value: impl Into<SubagentRetry>) -> Self {
        self.subagent_retry = Some(value.into());
        self
    }
}

wire_struct!(ToolProgressMessage {
    tags: ["type" = "tool_progress"],
    fields: [
        0 optional tool_use_id: ToolUseId = "tool_use_id",
        1 optional tool_name: String = "tool_name",
        2 nullable parent_tool_use_id: ToolUseId = "parent_tool_use_id",
        3 optional elapsed_time_seconds: f64 = "elapsed_time_seconds",
        4 optional heartbeat: bool = "heartbeat",
        5 optional session_id: SessionId = "session_id",
        6 optional uuid: MessageUuid = "uuid",
        7 optional task_id: TaskId = "task_id",
        8 optional subagent_type: String = "subagent_type",
        9 optional subagent_retry: SubagentRetry = "subagent_retry",
    ],
});

/// An API request of a subagent failed and will be tried again.
///
/// Declared, not seen. Feature: MSG-27.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SubagentRetry {
    /// The subagent.
    ///
    /// May be absent; declared, not seen.
    pub agent_id: Option<AgentId>,
    /// Which retry it is, counted from 1.
    ///
    /// May be absent; declared, not seen.
    pub attempt: Option<u64>,
    /// How many retries there will be at most.
    ///
    /// May be absent; declared, not seen.
    pub max_retries: Option<u64>,
    /// Milliseconds until the retry.
    ///
    /// May be absent; declared, not seen.
    pub retry_delay_ms: Option<u64>,
    /// The HTTP status; null where no answer came.
    ///
    /// May be null; declared, not seen.
    pub error_status: Option<u64>,
    /// The sort of error.
    ///
    /// May be absent; declared, not seen.
    pub error_category: Option<ApiErrorKind>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SubagentRetry {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            agent_id: None,
            attempt: None,
            max_retries: None,
            retry_delay_ms: None,
            error_status: None,
            error_category: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn agent_id(mut self, value: impl Into<AgentId>) -> Self {
        self.agent_id = Some(value.into());
        self
    }

    /// Sets [`attempt`](Self::attempt).
    #[must_use]
    pub fn attempt(mut self, value: u64) -> Self {
        self.attempt = Some(value);
        self
    }

    /// Sets [`max_retries`](Self::max_retries).
    #[must_use]
    pub fn max_retries(mut self, value: u64) -> Self {
        self.max_retries = Some(value);
        self
    }

    /// Sets [`retry_delay_ms`](Self::retry_delay_ms).
    #[must_use]
    pub fn retry_delay_ms(mut self, value: u64) -> Self {
        self.retry_delay_ms = Some(value);
        self
    }

    /// Sets [`error_status`](Self::error_status).
    #[must_use]
    pub fn error_status(mut self, value: u64) -> Self {
        self.error_status = Some(value);
        self
    }

    /// Sets [`error_category`](Self::error_category).
    #[must_use]
    pub fn error_category(mut self, value: impl Into<ApiErrorKind>) -> Self {
        self.error_category = Some(value.into());
        self
    }
}

wire_struct!(SubagentRetry {
    tags: [],
    fields: [
        0 optional agent_id: AgentId = "agent_id",
        1 optional attempt: u64 = "attempt",
        2 optional max_retries: u64 = "max_retries",
        3 optional retry_delay_ms: u64 = "retry_delay_ms",
        4 nullable error_status: u64 = "error_status",
        5 optional error_category: ApiErrorKind = "error_category",
    ],
});

/// Lines that the CLI wrote to a transcript file. It comes only if mirroring was asked for, and has neither uuid nor session id.
///
/// Wire: `type: transcript_mirror`. Seen 7 times in the recordings. Feature: MSG-53.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TranscriptMirrorMessage {
    /// The transcript file.
    ///
    /// Wire: `filePath`. Required; seen 7/7.
    pub file_path: String,
    /// The lines, each one JSON object.
    ///
    /// Required; seen 7/7.
    pub entries: Vec<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl TranscriptMirrorMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(file_path: impl Into<String>, entries: impl Into<Vec<Raw>>) -> Self {
        Self { file_path: file_path.into(), entries: entries.into(), extra: Extra::default() }
    }
}

wire_struct!(TranscriptMirrorMessage {
    tags: ["type" = "transcript_mirror"],
    fields: [
        0 required file_path: String = "filePath",
        1 required entries: Vec<Raw> = "entries",
    ],
});

/// A summary of tool calls, for display.
///
/// Wire: `type: tool_use_summary`. Declared, not seen. Feature: MSG-41.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolUseSummaryMessage {
    /// The summary.
    ///
    /// Required; declared, not seen.
    pub summary: String,
    /// The calls it stands for.
    ///
    /// May be absent; declared, not seen.
    pub preceding_tool_use_ids: Option<Vec<ToolUseId>>,
    /// The session.
    ///
    /// May be absent; declared, not seen.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; declared, not seen.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ToolUseSummaryMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(summary: impl Into<String>) -> Self {
        Self {
            summary: summary.into(),
            preceding_tool_use_ids: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`preceding_tool_use_ids`](Self::preceding_tool_use_ids).
    #[must_use]
    pub fn preceding_tool_use_ids(mut self, value: impl Into<Vec<ToolUseId>>) -> Self {
        self.preceding_tool_use_ids = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(ToolUseSummaryMessage {
    tags: ["type" = "tool_use_summary"],
    fields: [
        0 required summary: String = "summary",
        1 optional preceding_tool_use_ids: Vec<ToolUseId> = "preceding_tool_use_ids",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
    ],
});

/// How a login is going.
///
/// Wire: `type: auth_status`. Declared, not seen. Feature: MSG-28.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct AuthStatusMessage {
    /// True while it is going on.
    ///
    /// Wire: `isAuthenticating`. May be absent; declared, not seen.
    pub is_authenticating: Option<bool>,
    /// Lines for the user.
    ///
    /// May be absent; declared, not seen.
    pub output: Option<Vec<String>>,
    /// Why it failed.
    ///
    /// May be absent; declared, not seen.
    pub error: Option<String>,
    /// The session.
    ///
    /// May be absent; declared, not seen.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; declared, not seen.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl AuthStatusMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            is_authenticating: None,
            output: None,
            error: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`is_authenticating`](Self::is_authenticating).
    #[must_use]
    pub fn is_authenticating(mut self, value: bool) -> Self {
        self.is_authenticating = Some(value);
        self
    }

    /// Sets [`output`](Self::output).
    #[must_use]
    pub fn output(mut self, value: impl Into<Vec<String>>) -> Self {
        self.output = Some(value.into());
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn error(mut self, value: impl Into<String>) -> Self {
        self.error = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(AuthStatusMessage {
    tags: ["type" = "auth_status"],
    fields: [
        0 optional is_authenticating: bool = "isAuthenticating",
        1 optional output: Vec<String> = "output",
        2 optional error: String = "error",
        3 optional session_id: SessionId = "session_id",
        4 optional uuid: MessageUuid = "uuid",
    ],
});

/// News about the limits of the account's plan. It comes only with a subscription login.
///
/// Wire: `type: rate_limit_event`. Declared, not seen. Feature: MSG-43.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RateLimitEventMessage {
    /// The limits.
    ///
    /// Required; declared, not seen.
    pub rate_limit_info: RateLimitInfo,
    /// The session.
    ///
    /// May be absent; declared, not seen.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; declared, not seen.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl RateLimitEventMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(rate_limit_info: impl Into<RateLimitInfo>) -> Self {
        Self {
            rate_limit_info: rate_limit_info.into(),
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(RateLimitEventMessage {
    tags: ["type" = "rate_limit_event"],
    fields: [
        0 required rate_limit_info: RateLimitInfo = "rate_limit_info",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// How much of a limit is used.
///
/// Declared, not seen. Feature: MSG-43.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RateLimitInfo {
    /// Whether requests are still served.
    ///
    /// Required; declared, not seen.
    pub status: RateLimitStatus,
    /// When the limit starts again, in seconds since 1970.
    ///
    /// Wire: `resetsAt`. May be absent; declared, not seen.
    pub resets_at: Option<u64>,
    /// Which limit.
    ///
    /// Wire: `rateLimitType`. May be absent; declared, not seen.
    pub rate_limit_type: Option<RateLimitType>,
    /// How much is used: 1 is all.
    ///
    /// May be absent; declared, not seen.
    pub utilization: Option<f64>,
    /// The warning threshold that was passed.
    ///
    /// Wire: `surpassedThreshold`. May be absent; declared, not seen.
    pub surpassed_threshold: Option<f64>,
    /// Whether requests beyond the plan are served.
    ///
    /// Wire: `overageStatus`. May be absent; declared, not seen.
    pub overage_status: Option<RateLimitStatus>,
    /// When the limit beyond the plan starts again, in seconds since 1970.
    ///
    /// Wire: `overageResetsAt`. May be absent; declared, not seen.
    pub overage_resets_at: Option<u64>,
    /// Why nothing beyond the plan is served.
    ///
    /// Wire: `overageDisabledReason`. May be absent; declared, not seen.
    pub overage_disabled_reason: Option<String>,
    /// True while requests are paid beyond the plan.
    ///
    /// Wire: `isUsingOverage`. May be absent; declared, not seen.
    pub is_using_overage: Option<bool>,
    /// True while extra usage is being drawn on.
    ///
    /// Wire: `overageInUse`. May be absent; declared, not seen.
    pub overage_in_use: Option<bool>,
    /// True if extra usage is turned on.
    ///
    /// Wire: `overageEnabled`. May be absent; declared, not seen.
    pub overage_enabled: Option<bool>,
    /// Whom the limit is for.
    ///
    /// Wire: `limitScope`. May be absent; declared, not seen.
    pub limit_scope: Option<String>,
    /// The API's word for the reason of a refusal.
    ///
    /// Wire: `errorCode`. May be absent; declared, not seen.
    pub error_code: Option<String>,
    /// True if the user may buy credits.
    ///
    /// Wire: `canUserPurchaseCredits`. May be absent; declared, not seen.
    pub can_user_purchase_credits: Option<bool>,
    /// True if there is a saved way to pay.
    ///
    /// Wire: `hasChargeableSavedPaymentMethod`. May be absent; declared, not seen.
    pub has_chargeable_saved_payment_method: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl RateLimitInfo {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(status: impl Into<RateLimitStatus>) -> Self {
        Self {
            status: status.into(),
            resets_at: None,
            rate_limit_type: None,
            utilization: None,
            surpassed_threshold: None,
            overage_status: None,
            overage_resets_at: None,
            overage_disabled_reason: None,
            is_using_overage: None,
            overage_in_use: None,
            overage_enabled: None,
            limit_scope: None,
            error_code: None,
            can_user_purchase_credits: None,
            has_chargeable_saved_payment_method: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`resets_at`](Self::resets_at).
    #[must_use]
    pub fn resets_at(mut self, value: u64) -> Self {
        self.resets_at = Some(value);
        self
    }

    /// Sets [`rate_limit_type`](Self::rate_limit_type).
    #[must_use]
    pub fn rate_limit_type(mut self, value: impl Into<RateLimitType>) -> Self {
        self.rate_limit_type = Some(value.into());
        self
    }

    /// Sets [`utilization`](Self::utilization).
    #[must_use]
    pub fn utilization(mut self, value: f64) -> Self {
        self.utilization = Some(value);
        self
    }

    /// Sets [`surpassed_threshold`](Self::surpassed_threshold).
    #[must_use]
    pub fn surpassed_threshold(mut self, value: f64) -> Self {
        self.surpassed_threshold = Some(value);
        self
    }

    /// Sets [`overage_status`](Self::overage_status).
    #[must_use]
    pub fn overage_status(mut self, value: impl Into<RateLimitStatus>) -> Self {
        self.overage_status = Some(value.into());
        self
    }

    /// Sets [`overage_resets_at`](Self::overage_resets_at).
    #[must_use]
    pub fn overage_resets_at(mut self, value: u64) -> Self {
        self.overage_resets_at = Some(value);
        self
    }

    /// Sets [`overage_disabled_reason`](Self::overage_disabled_reason).
    #[must_use]
    pub fn overage_disabled_reason(mut self, value: impl Into<String>) -> Self {
        self.overage_disabled_reason = Some(value.into());
        self
    }

    /// Sets [`is_using_overage`](Self::is_using_overage).
    #[must_use]
    pub fn is_using_overage(mut self, value: bool) -> Self {
        self.is_using_overage = Some(value);
        self
    }

    /// Sets [`overage_in_use`](Self::overage_in_use).
    #[must_use]
    pub fn overage_in_use(mut self, value: bool) -> Self {
        self.overage_in_use = Some(value);
        self
    }

    /// Sets [`overage_enabled`](Self::overage_enabled).
    #[must_use]
    pub fn overage_enabled(mut self, value: bool) -> Self {
        self.overage_enabled = Some(value);
        self
    }

    /// Sets [`limit_scope`](Self::limit_scope).
    #[must_use]
    pub fn limit_scope(mut self, value: impl Into<String>) -> Self {
        self.limit_scope = Some(value.into());
        self
    }

    /// Sets [`error_code`](Self::error_code).
    #[must_use]
    pub fn error_code(mut self, value: impl Into<String>) -> Self {
        self.error_code = Some(value.into());
        self
    }

    /// Sets [`can_user_purchase_credits`](Self::can_user_purchase_credits).
    #[must_use]
    pub fn can_user_purchase_credits(mut self, value: bool) -> Self {
        self.can_user_purchase_credits = Some(value);
        self
    }

    /// Sets [`has_chargeable_saved_payment_method`](Self::has_chargeable_saved_payment_method).
    #[must_use]
    pub fn has_chargeable_saved_payment_method(mut self, value: bool) -> Self {
        self.has_chargeable_saved_payment_method = Some(value);
        self
    }
}

wire_struct!(RateLimitInfo {
    tags: [],
    fields: [
        0 required status: RateLimitStatus = "status",
        1 optional resets_at: u64 = "resetsAt",
        2 optional rate_limit_type: RateLimitType = "rateLimitType",
        3 optional utilization: f64 = "utilization",
        4 optional surpassed_threshold: f64 = "surpassedThreshold",
        5 optional overage_status: RateLimitStatus = "overageStatus",
        6 optional overage_resets_at: u64 = "overageResetsAt",
        7 optional overage_disabled_reason: String = "overageDisabledReason",
        8 optional is_using_overage: bool = "isUsingOverage",
        9 optional overage_in_use: bool = "overageInUse",
        10 optional overage_enabled: bool = "overageEnabled",
        11 optional limit_scope: String = "limitScope",
        12 optional error_code: String = "errorCode",
        13 optional can_user_purchase_credits: bool = "canUserPurchaseCredits",
        14 optional has_chargeable_saved_payment_method: bool = "hasChargeableSavedPaymentMethod",
    ],
});

/// What the user may want to ask next. It comes after the result.
///
/// Wire: `type: prompt_suggestion`. Declared, not seen. Feature: MSG-46.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PromptSuggestionMessage {
    /// The suggested prompt.
    ///
    /// Required; declared, not seen.
    pub suggestion: String,
    /// The session.
    ///
    /// May be absent; declared, not seen.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; declared, not seen.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PromptSuggestionMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(suggestion: impl Into<String>) -> Self {
        Self {
            suggestion: suggestion.into(),
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(PromptSuggestionMessage {
    tags: ["type" = "prompt_suggestion"],
    fields: [
        0 required suggestion: String = "suggestion",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// The goal that the session works towards has changed.
///
/// Wire: `type: active_goal`. Declared, not seen. Feature: MSG-51.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ActiveGoalMessage {
    /// The goal; null when there is none.
    ///
    /// May be null; declared, not seen.
    pub value: Option<ActiveGoal>,
    /// The session.
    ///
    /// May be absent; declared, not seen.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; declared, not seen.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ActiveGoalMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { value: None, session_id: None, uuid: None, extra: Extra::default() }
    }

    /// Sets [`value`](Self::value).
    #[must_use]
    pub fn value(mut self, value: impl Into<ActiveGoal>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }
}

wire_struct!(ActiveGoalMessage {
    tags: ["type" = "active_goal"],
    fields: [
        0 nullable value: ActiveGoal = "value",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
    ],
});

/// A goal that the session works towards until it is met.
///
/// Declared, not seen. Feature: MSG-51.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ActiveGoal {
    /// When it is met, in words.
    ///
    /// Required; declared, not seen.
    pub condition: String,
    /// How many rounds there have been.
    ///
    /// May be absent; declared, not seen.
    pub iterations: Option<u64>,
    /// When it was set.
    ///
    /// May be absent; declared, not seen.
    pub set_at: Option<Raw>,
    /// Tokens used when it was set.
    ///
    /// May be absent; declared, not seen.
    pub tokens_at_start: Option<u64>,
    /// Why it was not met in the last round.
    ///
    /// May be absent; declared, not seen.
    pub last_reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ActiveGoal {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(condition: impl Into<String>) -> Self {
        Self {
            condition: condition.into(),
            iterations: None,
            set_at: None,
            tokens_at_start: None,
            last_reason: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`iterations`](Self::iterations).
    #[must_use]
    pub fn iterations(mut self, value: u64) -> Self {
        self.iterations = Some(value);
        self
    }

    /// Sets [`set_at`](Self::set_at).
    #[must_use]
    pub fn set_at(mut self, value: impl Into<Raw>) -> Self {
        self.set_at = Some(value.into());
        self
    }

    /// Sets [`tokens_at_start`](Self::tokens_at_start).
    #[must_use]
    pub fn tokens_at_start(mut self, value: u64) -> Self {
        self.tokens_at_start = Some(value);
        self
    }

    /// Sets [`last_reason`](Self::last_reason).
    #[must_use]
    pub fn last_reason(mut self, value: impl Into<String>) -> Self {
        self.last_reason = Some(value.into());
        self
    }
}

wire_struct!(ActiveGoal {
    tags: [],
    fields: [
        0 required condition: String = "condition",
        1 optional iterations: u64 = "iterations",
        2 optional set_at: Raw = "set_at",
        3 optional tokens_at_start: u64 = "tokens_at_start",
        4 optional last_reason: String = "last_reason",
    ],
});
