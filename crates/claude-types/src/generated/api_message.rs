// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! API messages: the response of the Messages API inside an assistant message, and what the API reports about how it was produced.

use super::all::*;

/// The reason why the model stopped producing output.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StopReason {
    /// The model finished its answer.
    EndTurn,
    /// The answer reached the limit of output tokens.
    MaxTokens,
    /// A stop sequence was met. Messages that the CLI wrote itself also have this reason.
    StopSequence,
    /// The model calls a tool and waits for its result.
    ToolUse,
    /// The API paused a long turn. The turn continues when the response is sent back.
    PauseTurn,
    /// The model, or a safeguard around it, refused.
    Refusal,
    /// The context window was full.
    ModelContextWindowExceeded,
    /// The API stopped to compact the context.
    Compaction,
    /// A hook deferred the tool call, so the turn ended with the call open.
    ToolDeferred,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(StopReason {
    EndTurn = "end_turn",
    MaxTokens = "max_tokens",
    StopSequence = "stop_sequence",
    ToolUse = "tool_use",
    PauseTurn = "pause_turn",
    Refusal = "refusal",
    ModelContextWindowExceeded = "model_context_window_exceeded",
    Compaction = "compaction",
    ToolDeferred = "tool_deferred",
});

/// The owner of a skill in a container.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContainerSkillKind {
    /// The skill comes with the API.
    Anthropic,
    /// The skill was uploaded.
    Custom,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ContainerSkillKind {
    Anthropic = "anthropic",
    Custom = "custom",
});

/// The kind of a context edit.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContextEditKind {
    /// The API removed old tool calls with their results. Wire: `clear_tool_uses_20250919`.
    ClearToolUses,
    /// The API removed old thinking. Wire: `clear_thinking_20251015`.
    ClearThinking,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ContextEditKind {
    ClearToolUses = "clear_tool_uses_20250919",
    ClearThinking = "clear_thinking_20251015",
});

/// The reason for a prompt cache miss.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CacheMissReason {
    /// The model changed.
    ModelChanged,
    /// The system prompt changed.
    SystemChanged,
    /// The tools changed.
    ToolsChanged,
    /// Earlier messages changed.
    MessagesChanged,
    /// The response to compare with is not known.
    PreviousMessageNotFound,
    /// The reason could not be determined.
    Unavailable,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(CacheMissReason {
    ModelChanged = "model_changed",
    SystemChanged = "system_changed",
    ToolsChanged = "tools_changed",
    MessagesChanged = "messages_changed",
    PreviousMessageNotFound = "previous_message_not_found",
    Unavailable = "unavailable",
});

/// The kind of an input transformation.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InputTransformationKind {
    /// The API removed thinking that does not belong to this request.
    ThinkingDropped,
    /// The API found thinking that does not belong to this request, and kept it.
    ThinkingMismatchAllowed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(InputTransformationKind {
    ThinkingDropped = "thinking_dropped",
    ThinkingMismatchAllowed = "thinking_mismatch_allowed",
});

/// A response of the Messages API, or the part of it that this frame carries. The CLI sends each finished block in a frame of its own.
///
/// Wire: `type: message`, `role: assistant`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ApiMessage {
    /// The ID of the response. Frames with the same ID belong to the same response.
    pub id: Option<ApiMessageId>,
    /// The model that produced the response; `<synthetic>` for text that the CLI wrote itself.
    pub model: Option<ModelName>,
    /// The blocks of this frame, usually one.
    pub content: Vec<ContentBlock>,
    /// The reason why the model stopped. It is null in streamed frames; the result has the final reason.
    pub stop_reason: Option<StopReason>,
    /// The stop sequence that was met, if any.
    pub stop_sequence: Option<String>,
    /// The token usage. In streamed frames these are the numbers known when the response began.
    pub usage: Option<Box<Usage>>,
    /// The edits that the API made to the context. Only null has been seen.
    pub context_management: Maybe<Box<ContextManagement>>,
    /// Details of the stop reason, for refusals. Only null has been seen.
    pub stop_details: Maybe<Box<StopDetails>>,
    /// The code execution container that was used. Only null has been seen.
    pub container: Maybe<Box<Container>>,
    /// Diagnostics of the API for the prompt cache. Only null has been seen.
    pub diagnostics: Maybe<Box<Diagnostics>>,
    /// The changes that the API made to the request before the model saw it.
    pub input_transformations: Maybe<Vec<InputTransformation>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ApiMessage {
    tags: ["type" = "message", "role" = "assistant"],
    fields: [
        0 optional id: ApiMessageId = "id",
        1 optional model: ModelName = "model",
        2 required content: Vec<ContentBlock> = "content",
        3 nullable stop_reason: StopReason = "stop_reason",
        4 nullable stop_sequence: String = "stop_sequence",
        5 optional usage: Box<Usage> = "usage",
        6 maybe context_management: Box<ContextManagement> = "context_management",
        7 maybe stop_details: Box<StopDetails> = "stop_details",
        8 maybe container: Box<Container> = "container",
        9 maybe diagnostics: Box<Diagnostics> = "diagnostics",
        10 maybe input_transformations: Vec<InputTransformation> = "input_transformations",
    ],
});

/// Details of a stop reason. They are reported for refusals.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct StopDetails {
    /// The kind of details, which is `refusal`. Wire: `type`.
    pub kind: Option<String>,
    /// The API's category of the refusal.
    pub category: Maybe<RefusalCategory>,
    /// The reason as text.
    pub explanation: Maybe<String>,
    /// A model to try instead.
    pub recommended_model: Maybe<ModelName>,
    /// A token that lowers the price of a retry with another model. It is valid for a few minutes.
    pub fallback_credit_token: Maybe<String>,
    /// True if the token is also valid for a retry that continues the answer so far.
    pub fallback_has_prefill_claim: Maybe<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for StopDetails {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(StopDetails {
    tags: [],
    fields: [
        0 optional kind: String = "type",
        1 maybe category: RefusalCategory = "category",
        2 maybe explanation: String = "explanation",
        3 maybe recommended_model: ModelName = "recommended_model",
        4 maybe fallback_credit_token: String = "fallback_credit_token",
        5 maybe fallback_has_prefill_claim: bool = "fallback_has_prefill_claim",
    ],
});

/// A container at the API in which code runs.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct Container {
    /// The ID of the container, for use in a later request.
    pub id: Option<String>,
    /// The time at which the API discards the container.
    pub expires_at: Option<Timestamp>,
    /// The skills that were loaded into the container.
    pub skills: Maybe<Vec<ContainerSkill>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for Container {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(Container {
    tags: [],
    fields: [
        0 optional id: String = "id",
        1 optional expires_at: Timestamp = "expires_at",
        2 maybe skills: Vec<ContainerSkill> = "skills",
    ],
});

/// A skill in a container at the API.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContainerSkill {
    /// The ID of the skill.
    pub skill_id: Option<String>,
    /// The owner of the skill. Wire: `type`.
    pub kind: Option<ContainerSkillKind>,
    /// The version of the skill.
    pub version: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContainerSkill {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ContainerSkill {
    tags: [],
    fields: [
        0 optional skill_id: String = "skill_id",
        1 optional kind: ContainerSkillKind = "type",
        2 optional version: String = "version",
    ],
});

/// The edits that the API made to the context.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextManagement {
    /// The edits.
    pub applied_edits: Option<Vec<ContextEdit>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextManagement {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ContextManagement {
    tags: [],
    fields: [
        0 optional applied_edits: Vec<ContextEdit> = "applied_edits",
    ],
});

/// An edit that the API made to the context.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContextEdit {
    /// The kind of edit. Wire: `type`.
    pub kind: Option<ContextEditKind>,
    /// The input tokens that the edit removed.
    pub cleared_input_tokens: Option<u64>,
    /// The number of tool calls that were removed.
    pub cleared_tool_uses: Option<u64>,
    /// The number of turns whose thinking was removed.
    pub cleared_thinking_turns: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContextEdit {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ContextEdit {
    tags: [],
    fields: [
        0 optional kind: ContextEditKind = "type",
        1 optional cleared_input_tokens: u64 = "cleared_input_tokens",
        2 optional cleared_tool_uses: u64 = "cleared_tool_uses",
        3 optional cleared_thinking_turns: u64 = "cleared_thinking_turns",
    ],
});

/// Diagnostics of the API for the prompt cache.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct Diagnostics {
    /// The reason why the cache could not be used in full; null while the reason is still being determined.
    pub cache_miss_reason: Maybe<CacheMiss>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for Diagnostics {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(Diagnostics {
    tags: [],
    fields: [
        0 maybe cache_miss_reason: CacheMiss = "cache_miss_reason",
    ],
});

/// A prompt cache miss: the cache could not be used in full.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CacheMiss {
    /// The reason. Wire: `type`.
    pub kind: Option<CacheMissReason>,
    /// The approximate number of tokens that could have come from the cache.
    pub cache_missed_input_tokens: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CacheMiss {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(CacheMiss {
    tags: [],
    fields: [
        0 optional kind: CacheMissReason = "type",
        1 optional cache_missed_input_tokens: u64 = "cache_missed_input_tokens",
    ],
});

/// A change that the API made to a request, or a mismatch that it found in the request.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InputTransformation {
    /// The kind of change. Wire: `type`.
    pub kind: Option<InputTransformationKind>,
    /// The position in the request, as in `messages.2.content.0`.
    pub path: Option<String>,
    /// The check that failed, as in `model_binding_mismatch`.
    pub reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for InputTransformation {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(InputTransformation {
    tags: [],
    fields: [
        0 optional kind: InputTransformationKind = "type",
        1 optional path: String = "path",
        2 optional reason: String = "reason",
    ],
});
