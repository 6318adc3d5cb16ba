// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Messages about requests to the model: the state of the session, retries, switches to other models, thinking and compaction.

use super::all::*;

/// What the session is busy with.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BusyStatus {
    /// A request to the API.
    Requesting,
    /// A compaction of the context.
    Compacting,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(BusyStatus {
    Requesting = "requesting",
    Compacting = "compacting",
});

/// The outcome of a compaction.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CompactResult {
    /// The context was compacted.
    Success,
    /// The compaction failed.
    Failed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(CompactResult {
    Success = "success",
    Failed = "failed",
});

/// The reason for a switch to another model.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FallbackTrigger {
    /// The model was overloaded several times in a row.
    Overloaded,
    /// The model refused.
    Refusal,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(FallbackTrigger {
    Overloaded = "overloaded",
    Refusal = "refusal",
});

/// The direction of the switch.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FallbackDirection {
    /// The fallback model tries this request.
    Retry,
    /// The original model is used again.
    Revert,
    /// The fallback model remains in use.
    Sticky,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(FallbackDirection {
    Retry = "retry",
    Revert = "revert",
    Sticky = "sticky",
});

/// The scope of the switch.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FallbackScope {
    /// The whole session.
    Session,
    /// This request only.
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
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RefusalCategory {
    /// The answer could harm computers and networks.
    Cyber,
    /// The answer could cause biological harm.
    Bio,
    /// The answer could help to build competing models.
    FrontierLlm,
    /// The request tries to extract the model's inner reasoning.
    ReasoningExtraction,
    /// The answer could cause other harm.
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

/// What triggered a compaction.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CompactTrigger {
    /// The user, with the command `/compact`.
    Manual,
    /// The CLI, because the context was nearly full.
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
/// Wire: `type: system`, `subtype: status`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct StatusMessage {
    /// What the session is busy with; null if the work is done, or if only the mode changed.
    pub status: Option<BusyStatus>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// The new permission mode.
    pub permission_mode: Option<PermissionMode>,
    /// The outcome of the compaction.
    pub compact_result: Option<CompactResult>,
    /// The reason why a compaction failed.
    pub compact_error: Option<String>,
    /// The number of characters of the summary that a compaction has written so far.
    pub compact_output_chars: Option<u64>,
    /// The user messages that the request is for. Since CLI 2.1.275.
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for StatusMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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

/// A request to the API failed and will be retried.
///
/// Wire: `type: system`, `subtype: api_retry`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ApiRetryMessage {
    /// The number of the retry, counted from 1.
    pub attempt: Option<u64>,
    /// The maximum number of retries.
    pub max_retries: Option<u64>,
    /// Milliseconds until the retry.
    pub retry_delay_ms: Option<u64>,
    /// The HTTP status; null if the API did not respond.
    pub error_status: Option<u64>,
    /// The kind of error.
    pub error: Option<ApiErrorKind>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Details, if the API did not respond at all.
    pub no_response: Option<NoResponse>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ApiRetryMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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

/// A wait for an API that does not respond.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct NoResponse {
    /// Milliseconds waited so far.
    pub waited_ms: Option<u64>,
    /// Milliseconds until the retry.
    pub retry_wait_ms: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for NoResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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
/// Wire: `type: system`, `subtype: model_fallback`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ModelFallbackMessage {
    /// The reason for the switch.
    pub trigger: Option<FallbackTrigger>,
    /// The model that failed.
    pub original_model: Option<ModelName>,
    /// The fallback model.
    pub fallback_model: Option<ModelName>,
    /// The message as a text for display.
    pub content: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ModelFallbackMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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

/// A refusal of the model, and the switch to another model or back. Retracted messages must be dropped.
///
/// Wire: `type: system`, `subtype: model_refusal_fallback`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ModelRefusalFallbackMessage {
    /// The reason for the switch, which is a refusal.
    pub trigger: Option<FallbackTrigger>,
    /// The direction of the switch.
    pub direction: Option<FallbackDirection>,
    /// The scope of the switch.
    pub scope: Option<FallbackScope>,
    /// The model that refused.
    pub original_model: Option<ModelName>,
    /// The model that answers.
    pub fallback_model: Option<ModelName>,
    /// The refused request.
    pub request_id: Option<ApiRequestId>,
    /// The API's class of the refusal.
    pub api_refusal_category: Maybe<RefusalCategory>,
    /// The reason that the API gave.
    pub api_refusal_explanation: Maybe<String>,
    /// Retracted messages, which must be dropped.
    pub retracted_message_uuids: Option<Vec<MessageUuid>>,
    /// The user message that was refused.
    pub refused_user_message_uuid: Maybe<MessageUuid>,
    /// The message as a text for display.
    pub content: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ModelRefusalFallbackMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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
/// Wire: `type: system`, `subtype: model_refusal_no_fallback`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ModelRefusalNoFallbackMessage {
    /// The model that refused.
    pub original_model: Option<ModelName>,
    /// The refused request.
    pub request_id: Option<ApiRequestId>,
    /// The API's class of the refusal.
    pub api_refusal_category: Maybe<RefusalCategory>,
    /// The reason that the API gave.
    pub api_refusal_explanation: Maybe<String>,
    /// The user message that was refused.
    pub refused_user_message_uuid: Maybe<MessageUuid>,
    /// The message as a text for display.
    pub content: Option<String>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ModelRefusalNoFallbackMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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

/// The number of thinking tokens so far. The CLI sends it without partial messages, too.
///
/// Wire: `type: system`, `subtype: thinking_tokens`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ThinkingTokensMessage {
    /// The estimated number of tokens so far.
    pub estimated_tokens: Option<u64>,
    /// The estimated number of tokens since the previous such message.
    pub estimated_tokens_delta: Option<u64>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// The user message that is being answered.
    pub user_message_uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ThinkingTokensMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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

/// A compaction of the context: a summary replaces the earlier messages.
///
/// Wire: `type: system`, `subtype: compact_boundary`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CompactBoundaryMessage {
    /// Details of the compaction.
    pub compact_metadata: Option<CompactMetadata>,
    /// The last message before the compaction.
    pub logical_parent_uuid: Maybe<MessageUuid>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CompactBoundaryMessage {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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

/// Details of a compaction.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CompactMetadata {
    /// What triggered the compaction.
    pub trigger: Option<CompactTrigger>,
    /// The size of the context before the compaction, in tokens.
    pub pre_tokens: Option<u64>,
    /// The size of the context after the compaction, in tokens.
    pub post_tokens: Option<u64>,
    /// The number of tokens dropped without a summary, over all compactions.
    pub cumulative_dropped_tokens: Option<u64>,
    /// The duration in milliseconds.
    pub duration_ms: Option<u64>,
    /// The sequence of messages that was kept literally.
    pub preserved_segment: Option<PreservedSegment>,
    /// The messages that were kept literally.
    pub preserved_messages: Option<PreservedMessages>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CompactMetadata {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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

/// A sequence of messages that a compaction kept.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PreservedSegment {
    /// The first message of the sequence.
    pub head_uuid: Option<MessageUuid>,
    /// The message that now precedes the kept messages.
    pub anchor_uuid: Option<MessageUuid>,
    /// The last message of the sequence.
    pub tail_uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PreservedSegment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PreservedMessages {
    /// The message that now precedes the kept messages.
    pub anchor_uuid: Option<MessageUuid>,
    /// The kept messages of the conversation.
    pub uuids: Option<Vec<MessageUuid>>,
    /// The kept messages of the conversation and all others of the transcript.
    pub all_uuids: Option<Vec<MessageUuid>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PreservedMessages {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
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
