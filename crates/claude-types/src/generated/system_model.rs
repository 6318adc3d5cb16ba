// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! News about requests to the model: what the session is busy with, retries, other models that take over, thinking and compaction.

use super::all::*;

/// What the session is busy with.
///
/// An open set: a newer CLI may send other values. Feature: MSG-17.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BusyStatus {
    /// A request to the API.
    ///
    /// `requesting`. Seen on the wire.
    Requesting,
    /// A compaction of the context.
    ///
    /// `compacting`. Seen on the wire.
    Compacting,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(BusyStatus {
    Requesting = "requesting",
    Compacting = "compacting",
});

/// How a compaction ended.
///
/// An open set: a newer CLI may send other values. Feature: MSG-17.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum CompactResult {
    /// The context was compacted.
    ///
    /// `success`. Seen on the wire.
    Success,
    /// It was not.
    ///
    /// `failed`. Seen on the wire.
    Failed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(CompactResult {
    Success = "success",
    Failed = "failed",
});

/// Why another model took over.
///
/// An open set: a newer CLI may send other values. Feature: MSG-20.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FallbackTrigger {
    /// The model had too much to do, several times in a row.
    ///
    /// `overloaded`. Seen on the wire.
    Overloaded,
    /// The API failed.
    ///
    /// `server_error`. Declared, not seen.
    ServerError,
    /// There is no such model, or no more.
    ///
    /// `model_not_found`. Declared, not seen.
    ModelNotFound,
    /// The account may not use the model.
    ///
    /// `permission_denied`. Declared, not seen.
    PermissionDenied,
    /// The model is turned off for now.
    ///
    /// `model_blocked`. Declared, not seen.
    ModelBlocked,
    /// The request failed in a way that does not pass.
    ///
    /// `last_resort`. Declared, not seen.
    LastResort,
    /// The model refused.
    ///
    /// `refusal`. Declared, not seen.
    Refusal,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(FallbackTrigger {
    Overloaded = "overloaded",
    ServerError = "server_error",
    ModelNotFound = "model_not_found",
    PermissionDenied = "permission_denied",
    ModelBlocked = "model_blocked",
    LastResort = "last_resort",
    Refusal = "refusal",
});

/// Which way the model changes.
///
/// An open set: a newer CLI may send other values. Feature: MSG-20.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FallbackDirection {
    /// The fallback model tries this request.
    ///
    /// `retry`. Declared, not seen.
    Retry,
    /// The original model is back.
    ///
    /// `revert`. Declared, not seen.
    Revert,
    /// The fallback model stays.
    ///
    /// `sticky`. Declared, not seen.
    Sticky,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(FallbackDirection {
    Retry = "retry",
    Revert = "revert",
    Sticky = "sticky",
});

/// What a change of model applies to.
///
/// An open set: a newer CLI may send other values. Feature: MSG-20.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FallbackScope {
    /// The whole session.
    ///
    /// `session`. Declared, not seen.
    Session,
    /// This request only.
    ///
    /// `local`. Declared, not seen.
    Local,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(FallbackScope {
    Session = "session",
    Local = "local",
});

/// The API's classes of refusals.
///
/// An open set: a newer CLI may send other values. Feature: MSG-20, MSG-21.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RefusalCategory {
    /// It could do harm to computers and networks.
    ///
    /// `cyber`. Declared, not seen.
    Cyber,
    /// It could do biological harm.
    ///
    /// `bio`. Declared, not seen.
    Bio,
    /// It could help to build competing models.
    ///
    /// `frontier_llm`. Declared, not seen.
    FrontierLlm,
    /// It wants the model to tell its inner reasoning.
    ///
    /// `reasoning_extraction`. Declared, not seen.
    ReasoningExtraction,
    /// It could do other harm.
    ///
    /// `general_harms`. Declared, not seen.
    GeneralHarms,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(RefusalCategory {
    Cyber = "cyber",
    Bio = "bio",
    FrontierLlm = "frontier_llm",
    ReasoningExtraction = "reasoning_extraction",
    GeneralHarms = "general_harms",
});

/// Who wanted a compaction.
///
/// An open set: a newer CLI may send other values. Feature: MSG-16.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum CompactTrigger {
    /// The user, by the command `/compact`.
    ///
    /// `manual`. Seen on the wire.
    Manual,
    /// The CLI, because the context was nearly full.
    ///
    /// `auto`. Declared, not seen.
    Auto,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(CompactTrigger {
    Manual = "manual",
    Auto = "auto",
});

/// What the session is busy with, or its new permission mode.
///
/// Wire: `type: system`, `subtype: status`. Seen 31 times in the recordings. Feature: MSG-17.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StatusMessage {
    /// What it is busy with; null when it is done, or where only the mode changed.
    ///
    /// May be null; seen 31/31.
    pub status: Option<BusyStatus>,
    /// The session.
    ///
    /// May be absent; seen 31/31.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 31/31.
    pub uuid: Option<MessageUuid>,
    /// The new permission mode.
    ///
    /// Wire: `permissionMode`. May be absent; seen 10/31.
    pub permission_mode: Option<PermissionMode>,
    /// How a compaction ended.
    ///
    /// May be absent; seen 2/31.
    pub compact_result: Option<CompactResult>,
    /// Why a compaction failed.
    ///
    /// May be absent; seen 1/31.
    pub compact_error: Option<String>,
    /// Characters of summary that a compaction has written so far.
    ///
    /// May be absent; seen 1/31.
    pub compact_output_chars: Option<u64>,
    /// The user messages that the request answers.
    ///
    /// May be absent; seen 1/31 (since CLI 2.1.275).
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl StatusMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            status: None,
            session_id: None,
            uuid: None,
            permission_mode: None,
            compact_result: None,
            compact_error: None,
            compact_output_chars: None,
            user_message_uuids: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn status(mut self, value: impl Into<BusyStatus>) -> Self {
        self.status = Some(value.into());
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

    /// Sets [`permission_mode`](Self::permission_mode).
    #[must_use]
    pub fn permission_mode(mut self, value: impl Into<PermissionMode>) -> Self {
        self.permission_mode = Some(value.into());
        self
    }

    /// Sets [`compact_result`](Self::compact_result).
    #[must_use]
    pub fn compact_result(mut self, value: impl Into<CompactResult>) -> Self {
        self.compact_result = Some(value.into());
        self
    }

    /// Sets [`compact_error`](Self::compact_error).
    #[must_use]
    pub fn compact_error(mut self, value: impl Into<String>) -> Self {
        self.compact_error = Some(value.into());
        self
    }

    /// Sets [`compact_output_chars`](Self::compact_output_chars).
    #[must_use]
    pub fn compact_output_chars(mut self, value: u64) -> Self {
        self.compact_output_chars = Some(value);
        self
    }

    /// Sets [`user_message_uuids`](Self::user_message_uuids).
    #[must_use]
    pub fn user_message_uuids(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.user_message_uuids = Some(value.into());
        self
    }
}

wire_struct!(StatusMessage {
    tags: ["type" = "system", "subtype" = "status"],
    fields: [
        0 nullable status: BusyStatus = "status",
        1 optional session_id: SessionId = "session_id",
        2 optional uuid: MessageUuid = "uuid",
        3 optional permission_mode: PermissionMode = "permissionMode",
        4 optional compact_result: CompactResult = "compact_result",
        5 optional compact_error: String = "compact_error",
        6 optional compact_output_chars: u64 = "compact_output_chars",
        7 optional user_message_uuids: Vec<MessageUuid> = "user_message_uuids",
    ],
});

/// A request to the API failed and will be tried again.
///
/// Wire: `type: system`, `subtype: api_retry`. Seen 13 times in the recordings. Feature: MSG-18.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ApiRetryMessage {
    /// Which retry it is, counted from 1.
    ///
    /// May be absent; seen 13/13.
    pub attempt: Option<u64>,
    /// How many retries there will be at most.
    ///
    /// May be absent; seen 13/13.
    pub max_retries: Option<u64>,
    /// Milliseconds until the retry.
    ///
    /// May be absent; seen 13/13.
    pub retry_delay_ms: Option<u64>,
    /// The HTTP status; null where no answer came.
    ///
    /// May be null; seen 13/13.
    pub error_status: Option<u64>,
    /// The sort of error.
    ///
    /// May be absent; seen 13/13.
    pub error: Option<ApiErrorKind>,
    /// The session.
    ///
    /// May be absent; seen 13/13.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 13/13.
    pub uuid: Option<MessageUuid>,
    /// Set where the API did not answer at all.
    ///
    /// May be absent; declared, not seen.
    pub no_response: Option<NoResponse>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ApiRetryMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            attempt: None,
            max_retries: None,
            retry_delay_ms: None,
            error_status: None,
            error: None,
            session_id: None,
            uuid: None,
            no_response: None,
            extra: Extra::default(),
        }
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

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn error(mut self, value: impl Into<ApiErrorKind>) -> Self {
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

    /// Sets [`no_response`](Self::no_response).
    #[must_use]
    pub fn no_response(mut self, value: impl Into<NoResponse>) -> Self {
        self.no_response = Some(value.into());
        self
    }
}

wire_struct!(ApiRetryMessage {
    tags: ["type" = "system", "subtype" = "api_retry"],
    fields: [
        0 optional attempt: u64 = "attempt",
        1 optional max_retries: u64 = "max_retries",
        2 optional retry_delay_ms: u64 = "retry_delay_ms",
        3 nullable error_status: u64 = "error_status",
        4 optional error: ApiErrorKind = "error",
        5 optional session_id: SessionId = "session_id",
        6 optional uuid: MessageUuid = "uuid",
        7 optional no_response: NoResponse = "no_response",
    ],
});

/// A wait for an API that does not answer.
///
/// Declared, not seen. Feature: MSG-18.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NoResponse {
    /// Milliseconds waited so far.
    ///
    /// May be absent; declared, not seen.
    pub waited_ms: Option<u64>,
    /// Milliseconds until the retry.
    ///
    /// May be absent; declared, not seen.
    pub retry_wait_ms: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl NoResponse {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { waited_ms: None, retry_wait_ms: None, extra: Extra::default() }
    }

    /// Sets [`waited_ms`](Self::waited_ms).
    #[must_use]
    pub fn waited_ms(mut self, value: u64) -> Self {
        self.waited_ms = Some(value);
        self
    }

    /// Sets [`retry_wait_ms`](Self::retry_wait_ms).
    #[must_use]
    pub fn retry_wait_ms(mut self, value: u64) -> Self {
        self.retry_wait_ms = Some(value);
        self
    }
}

wire_struct!(NoResponse {
    tags: [],
    fields: [
        0 optional waited_ms: u64 = "waited_ms",
        1 optional retry_wait_ms: u64 = "retry_wait_ms",
    ],
});

/// The model failed, and the fallback model took over for this turn.
///
/// Wire: `type: system`, `subtype: model_fallback`. Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ModelFallbackMessage {
    /// Why.
    ///
    /// May be absent; seen 1/1.
    pub trigger: Option<FallbackTrigger>,
    /// The model that should have answered.
    ///
    /// May be absent; seen 1/1.
    pub original_model: Option<ModelName>,
    /// The model that answers.
    ///
    /// May be absent; seen 1/1.
    pub fallback_model: Option<ModelName>,
    /// The same in words.
    ///
    /// May be absent; seen 1/1.
    pub content: Option<String>,
    /// The session.
    ///
    /// May be absent; seen 1/1.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 1/1.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ModelFallbackMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            trigger: None,
            original_model: None,
            fallback_model: None,
            content: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`trigger`](Self::trigger).
    #[must_use]
    pub fn trigger(mut self, value: impl Into<FallbackTrigger>) -> Self {
        self.trigger = Some(value.into());
        self
    }

    /// Sets [`original_model`](Self::original_model).
    #[must_use]
    pub fn original_model(mut self, value: impl Into<ModelName>) -> Self {
        self.original_model = Some(value.into());
        self
    }

    /// Sets [`fallback_model`](Self::fallback_model).
    #[must_use]
    pub fn fallback_model(mut self, value: impl Into<ModelName>) -> Self {
        self.fallback_model = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
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

wire_struct!(ModelFallbackMessage {
    tags: ["type" = "system", "subtype" = "model_fallback"],
    fields: [
        0 optional trigger: FallbackTrigger = "trigger",
        1 optional original_model: ModelName = "original_model",
        2 optional fallback_model: ModelName = "fallback_model",
        3 optional content: String = "content",
        4 optional session_id: SessionId = "session_id",
        5 optional uuid: MessageUuid = "uuid",
    ],
});

/// The model refused, and another took over or handed back. Retracted messages have to be dropped.
///
/// Wire: `type: system`, `subtype: model_refusal_fallback`. Declared, not seen. Feature: MSG-20.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ModelRefusalFallbackMessage {
    /// What started it, which is a refusal.
    ///
    /// May be absent; declared, not seen.
    pub trigger: Option<FallbackTrigger>,
    /// To the fallback model, back, or for good.
    ///
    /// May be absent; declared, not seen.
    pub direction: Option<FallbackDirection>,
    /// What the change applies to.
    ///
    /// May be absent; declared, not seen.
    pub scope: Option<FallbackScope>,
    /// The model that refused.
    ///
    /// May be absent; declared, not seen.
    pub original_model: Option<ModelName>,
    /// The model that answers.
    ///
    /// May be absent; declared, not seen.
    pub fallback_model: Option<ModelName>,
    /// The refused request.
    ///
    /// May be null; declared, not seen.
    pub request_id: Option<ApiRequestId>,
    /// The API's class of the refusal.
    ///
    /// May be absent or null; declared, not seen.
    pub api_refusal_category: Maybe<RefusalCategory>,
    /// The API's reason.
    ///
    /// May be absent or null; declared, not seen.
    pub api_refusal_explanation: Maybe<String>,
    /// Messages that no longer count and have to be dropped.
    ///
    /// May be absent; declared, not seen.
    pub retracted_message_uuids: Option<Vec<MessageUuid>>,
    /// The user message that was refused.
    ///
    /// May be absent or null; declared, not seen.
    pub refused_user_message_uuid: Maybe<MessageUuid>,
    /// The same in words.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<String>,
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

impl ModelRefusalFallbackMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            trigger: None,
            direction: None,
            scope: None,
            original_model: None,
            fallback_model: None,
            request_id: None,
            api_refusal_category: Maybe::Absent,
            api_refusal_explanation: Maybe::Absent,
            retracted_message_uuids: None,
            refused_user_message_uuid: Maybe::Absent,
            content: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`trigger`](Self::trigger).
    #[must_use]
    pub fn trigger(mut self, value: impl Into<FallbackTrigger>) -> Self {
        self.trigger = Some(value.into());
        self
    }

    /// Sets [`direction`](Self::direction).
    #[must_use]
    pub fn direction(mut self, value: impl Into<FallbackDirection>) -> Self {
        self.direction = Some(value.into());
        self
    }

    /// Sets [`scope`](Self::scope).
    #[must_use]
    pub fn scope(mut self, value: impl Into<FallbackScope>) -> Self {
        self.scope = Some(value.into());
        self
    }

    /// Sets [`original_model`](Self::original_model).
    #[must_use]
    pub fn original_model(mut self, value: impl Into<ModelName>) -> Self {
        self.original_model = Some(value.into());
        self
    }

    /// Sets [`fallback_model`](Self::fallback_model).
    #[must_use]
    pub fn fallback_model(mut self, value: impl Into<ModelName>) -> Self {
        self.fallback_model = Some(value.into());
        self
    }

    /// Sets [`request_id`](Self::request_id).
    #[must_use]
    pub fn request_id(mut self, value: impl Into<ApiRequestId>) -> Self {
        self.request_id = Some(value.into());
        self
    }

    /// Sets [`api_refusal_category`](Self::api_refusal_category).
    #[must_use]
    pub fn api_refusal_category(mut self, value: impl Into<RefusalCategory>) -> Self {
        self.api_refusal_category = Maybe::Value(value.into());
        self
    }

    /// Sets [`api_refusal_explanation`](Self::api_refusal_explanation).
    #[must_use]
    pub fn api_refusal_explanation(mut self, value: impl Into<String>) -> Self {
        self.api_refusal_explanation = Maybe::Value(value.into());
        self
    }

    /// Sets [`retracted_message_uuids`](Self::retracted_message_uuids).
    #[must_use]
    pub fn retracted_message_uuids(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.retracted_message_uuids = Some(value.into());
        self
    }

    /// Sets [`refused_user_message_uuid`](Self::refused_user_message_uuid).
    #[must_use]
    pub fn refused_user_message_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.refused_user_message_uuid = Maybe::Value(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
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

wire_struct!(ModelRefusalFallbackMessage {
    tags: ["type" = "system", "subtype" = "model_refusal_fallback"],
    fields: [
        0 optional trigger: FallbackTrigger = "trigger",
        1 optional direction: FallbackDirection = "direction",
        2 optional scope: FallbackScope = "scope",
        3 optional original_model: ModelName = "original_model",
        4 optional fallback_model: ModelName = "fallback_model",
        5 nullable request_id: ApiRequestId = "request_id",
        6 maybe api_refusal_category: RefusalCategory = "api_refusal_category",
        7 maybe api_refusal_explanation: String = "api_refusal_explanation",
        8 optional retracted_message_uuids: Vec<MessageUuid> = "retracted_message_uuids",
        9 maybe refused_user_message_uuid: MessageUuid = "refused_user_message_uuid",
        10 optional content: String = "content",
        11 optional session_id: SessionId = "session_id",
        12 optional uuid: MessageUuid = "uuid",
    ],
});

/// The model refused, and no other model takes over.
///
/// Wire: `type: system`, `subtype: model_refusal_no_fallback`. Declared, not seen. Feature: MSG-21.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ModelRefusalNoFallbackMessage {
    /// The model that refused.
    ///
    /// May be absent; declared, not seen.
    pub original_model: Option<ModelName>,
    /// The refused request.
    ///
    /// May be null; declared, not seen.
    pub request_id: Option<ApiRequestId>,
    /// The API's class of the refusal.
    ///
    /// May be absent or null; declared, not seen.
    pub api_refusal_category: Maybe<RefusalCategory>,
    /// The API's reason.
    ///
    /// May be absent or null; declared, not seen.
    pub api_refusal_explanation: Maybe<String>,
    /// The user message that was refused.
    ///
    /// May be absent or null; declared, not seen.
    pub refused_user_message_uuid: Maybe<MessageUuid>,
    /// The same in words.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<String>,
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

impl ModelRefusalNoFallbackMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            original_model: None,
            request_id: None,
            api_refusal_category: Maybe::Absent,
            api_refusal_explanation: Maybe::Absent,
            refused_user_message_uuid: Maybe::Absent,
            content: None,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`original_model`](Self::original_model).
    #[must_use]
    pub fn original_model(mut self, value: impl Into<ModelName>) -> Self {
        self.original_model = Some(value.into());
        self
    }

    /// Sets [`request_id`](Self::request_id).
    #[must_use]
    pub fn request_id(mut self, value: impl Into<ApiRequestId>) -> Self {
        self.request_id = Some(value.into());
        self
    }

    /// Sets [`api_refusal_category`](Self::api_refusal_category).
    #[must_use]
    pub fn api_refusal_category(mut self, value: impl Into<RefusalCategory>) -> Self {
        self.api_refusal_category = Maybe::Value(value.into());
        self
    }

    /// Sets [`api_refusal_explanation`](Self::api_refusal_explanation).
    #[must_use]
    pub fn api_refusal_explanation(mut self, value: impl Into<String>) -> Self {
        self.api_refusal_explanation = Maybe::Value(value.into());
        self
    }

    /// Sets [`refused_user_message_uuid`](Self::refused_user_message_uuid).
    #[must_use]
    pub fn refused_user_message_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.refused_user_message_uuid = Maybe::Value(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
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

wire_struct!(ModelRefusalNoFallbackMessage {
    tags: ["type" = "system", "subtype" = "model_refusal_no_fallback"],
    fields: [
        0 optional original_model: ModelName = "original_model",
        1 nullable request_id: ApiRequestId = "request_id",
        2 maybe api_refusal_category: RefusalCategory = "api_refusal_category",
        3 maybe api_refusal_explanation: String = "api_refusal_explanation",
        4 maybe refused_user_message_uuid: MessageUuid = "refused_user_message_uuid",
        5 optional content: String = "content",
        6 optional session_id: SessionId = "session_id",
        7 optional uuid: MessageUuid = "uuid",
    ],
});

/// How much the model has thought so far. It comes without partial messages too.
///
/// Wire: `type: system`, `subtype: thinking_tokens`. Seen 5 times in the recordings. Feature: MSG-35.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ThinkingTokensMessage {
    /// About how many tokens so far.
    ///
    /// May be absent; seen 5/5.
    pub estimated_tokens: Option<u64>,
    /// About how many since the last such message.
    ///
    /// May be absent; seen 5/5.
    pub estimated_tokens_delta: Option<u64>,
    /// The session.
    ///
    /// May be absent; seen 5/5.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 5/5.
    pub uuid: Option<MessageUuid>,
    /// The user message that is being answered.
    ///
    /// May be absent; declared, not seen.
    pub user_message_uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ThinkingTokensMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            estimated_tokens: None,
            estimated_tokens_delta: None,
            session_id: None,
            uuid: None,
            user_message_uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`estimated_tokens`](Self::estimated_tokens).
    #[must_use]
    pub fn estimated_tokens(mut self, value: u64) -> Self {
        self.estimated_tokens = Some(value);
        self
    }

    /// Sets [`estimated_tokens_delta`](Self::estimated_tokens_delta).
    #[must_use]
    pub fn estimated_tokens_delta(mut self, value: u64) -> Self {
        self.estimated_tokens_delta = Some(value);
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

    /// Sets [`user_message_uuid`](Self::user_message_uuid).
    #[must_use]
    pub fn user_message_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.user_message_uuid = Some(value.into());
        self
    }
}

wire_struct!(ThinkingTokensMessage {
    tags: ["type" = "system", "subtype" = "thinking_tokens"],
    fields: [
        0 optional estimated_tokens: u64 = "estimated_tokens",
        1 optional estimated_tokens_delta: u64 = "estimated_tokens_delta",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
        4 optional user_message_uuid: MessageUuid = "user_message_uuid",
    ],
});

/// The context was compacted: what came before is now a summary.
///
/// Wire: `type: system`, `subtype: compact_boundary`. Seen 1 times in the recordings. Feature: MSG-16.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CompactBoundaryMessage {
    /// How the compaction went.
    ///
    /// May be absent; seen 1/1.
    pub compact_metadata: Option<CompactMetadata>,
    /// The last message before it.
    ///
    /// May be absent or null; seen 1/1.
    pub logical_parent_uuid: Maybe<MessageUuid>,
    /// The session.
    ///
    /// May be absent; seen 1/1.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 1/1.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CompactBoundaryMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            compact_metadata: None,
            logical_parent_uuid: Maybe::Absent,
            session_id: None,
            uuid: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`compact_metadata`](Self::compact_metadata).
    #[must_use]
    pub fn compact_metadata(mut self, value: impl Into<CompactMetadata>) -> Self {
        self.compact_metadata = Some(value.into());
        self
    }

    /// Sets [`logical_parent_uuid`](Self::logical_parent_uuid).
    #[must_use]
    pub fn logical_parent_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.logical_parent_uuid = Maybe::Value(value.into());
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

wire_struct!(CompactBoundaryMessage {
    tags: ["type" = "system", "subtype" = "compact_boundary"],
    fields: [
        0 optional compact_metadata: CompactMetadata = "compact_metadata",
        1 maybe logical_parent_uuid: MessageUuid = "logical_parent_uuid",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
    ],
});

/// How a compaction went.
///
/// Seen 1 times in the recordings. Feature: MSG-16.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CompactMetadata {
    /// Who wanted it.
    ///
    /// May be absent; seen 1/1.
    pub trigger: Option<CompactTrigger>,
    /// The size of the context before, in tokens.
    ///
    /// May be absent; seen 1/1.
    pub pre_tokens: Option<u64>,
    /// The size of the context after, in tokens.
    ///
    /// May be absent; seen 1/1.
    pub post_tokens: Option<u64>,
    /// Tokens dropped without a summary, over all compactions.
    ///
    /// May be absent; seen 1/1.
    pub cumulative_dropped_tokens: Option<u64>,
    /// How long it took, in milliseconds.
    ///
    /// May be absent; seen 1/1.
    pub duration_ms: Option<u64>,
    /// The run of messages that was kept word for word.
    ///
    /// May be absent; seen 1/1.
    pub preserved_segment: Option<PreservedSegment>,
    /// The messages that were kept word for word.
    ///
    /// May be absent; seen 1/1.
    pub preserved_messages: Option<PreservedMessages>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CompactMetadata {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            trigger: None,
            pre_tokens: None,
            post_tokens: None,
            cumulative_dropped_tokens: None,
            duration_ms: None,
            preserved_segment: None,
            preserved_messages: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`trigger`](Self::trigger).
    #[must_use]
    pub fn trigger(mut self, value: impl Into<CompactTrigger>) -> Self {
        self.trigger = Some(value.into());
        self
    }

    /// Sets [`pre_tokens`](Self::pre_tokens).
    #[must_use]
    pub fn pre_tokens(mut self, value: u64) -> Self {
        self.pre_tokens = Some(value);
        self
    }

    /// Sets [`post_tokens`](Self::post_tokens).
    #[must_use]
    pub fn post_tokens(mut self, value: u64) -> Self {
        self.post_tokens = Some(value);
        self
    }

    /// Sets [`cumulative_dropped_tokens`](Self::cumulative_dropped_tokens).
    #[must_use]
    pub fn cumulative_dropped_tokens(mut self, value: u64) -> Self {
        self.cumulative_dropped_tokens = Some(value);
        self
    }

    /// Sets [`duration_ms`](Self::duration_ms).
    #[must_use]
    pub fn duration_ms(mut self, value: u64) -> Self {
        self.duration_ms = Some(value);
        self
    }

    /// Sets [`preserved_segment`](Self::preserved_segment).
    #[must_use]
    pub fn preserved_segment(mut self, value: impl Into<PreservedSegment>) -> Self {
        self.preserved_segment = Some(value.into());
        self
    }

    /// Sets [`preserved_messages`](Self::preserved_messages).
    #[must_use]
    pub fn preserved_messages(mut self, value: impl Into<PreservedMessages>) -> Self {
        self.preserved_messages = Some(value.into());
        self
    }
}

wire_struct!(CompactMetadata {
    tags: [],
    fields: [
        0 optional trigger: CompactTrigger = "trigger",
        1 optional pre_tokens: u64 = "pre_tokens",
        2 optional post_tokens: u64 = "post_tokens",
        3 optional cumulative_dropped_tokens: u64 = "cumulative_dropped_tokens",
        4 optional duration_ms: u64 = "duration_ms",
        5 optional preserved_segment: PreservedSegment = "preserved_segment",
        6 optional preserved_messages: PreservedMessages = "preserved_messages",
    ],
});

/// A run of messages that a compaction kept.
///
/// Seen 1 times in the recordings. Feature: MSG-16.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PreservedSegment {
    /// The first of them.
    ///
    /// May be absent; seen 1/1.
    pub head_uuid: Option<MessageUuid>,
    /// The message after which they now stand.
    ///
    /// May be absent; seen 1/1.
    pub anchor_uuid: Option<MessageUuid>,
    /// The last of them.
    ///
    /// May be absent; seen 1/1.
    pub tail_uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PreservedSegment {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { head_uuid: None, anchor_uuid: None, tail_uuid: None, extra: Extra::default() }
    }

    /// Sets [`head_uuid`](Self::head_uuid).
    #[must_use]
    pub fn head_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.head_uuid = Some(value.into());
        self
    }

    /// Sets [`anchor_uuid`](Self::anchor_uuid).
    #[must_use]
    pub fn anchor_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.anchor_uuid = Some(value.into());
        self
    }

    /// Sets [`tail_uuid`](Self::tail_uuid).
    #[must_use]
    pub fn tail_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.tail_uuid = Some(value.into());
        self
    }
}

wire_struct!(PreservedSegment {
    tags: [],
    fields: [
        0 optional head_uuid: MessageUuid = "head_uuid",
        1 optional anchor_uuid: MessageUuid = "anchor_uuid",
        2 optional tail_uuid: MessageUuid = "tail_uuid",
    ],
});

/// Messages that a compaction kept.
///
/// Seen 1 times in the recordings. Feature: MSG-16.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PreservedMessages {
    /// The message after which they now stand.
    ///
    /// May be absent; seen 1/1.
    pub anchor_uuid: Option<MessageUuid>,
    /// Those of the conversation.
    ///
    /// May be absent; seen 1/1.
    pub uuids: Option<Vec<MessageUuid>>,
    /// Those and all others of the transcript.
    ///
    /// May be absent; seen 1/1.
    pub all_uuids: Option<Vec<MessageUuid>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PreservedMessages {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { anchor_uuid: None, uuids: None, all_uuids: None, extra: Extra::default() }
    }

    /// Sets [`anchor_uuid`](Self::anchor_uuid).
    #[must_use]
    pub fn anchor_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.anchor_uuid = Some(value.into());
        self
    }

    /// Sets [`uuids`](Self::uuids).
    #[must_use]
    pub fn uuids(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.uuids = Some(value.into());
        self
    }

    /// Sets [`all_uuids`](Self::all_uuids).
    #[must_use]
    pub fn all_uuids(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.all_uuids = Some(value.into());
        self
    }
}

wire_struct!(PreservedMessages {
    tags: [],
    fields: [
        0 optional anchor_uuid: MessageUuid = "anchor_uuid",
        1 optional uuids: Vec<MessageUuid> = "uuids",
        2 optional all_uuids: Vec<MessageUuid> = "all_uuids",
    ],
});
