// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The answer of the Messages API that an assistant message holds, and what the API says about how it came about.

use super::all::*;

/// Why the model stopped producing output.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StopReason {
    /// The model had said what it wanted to say.
    EndTurn,
    /// The answer reached the limit of output tokens.
    MaxTokens,
    /// A stop sequence was met. Messages that the CLI wrote itself also have this reason.
    StopSequence,
    /// The model calls a tool and waits for its result.
    ToolUse,
    /// The API paused a long turn, which goes on when the answer is sent back.
    PauseTurn,
    /// The model, or a safeguard around it, refused.
    Refusal,
    /// The context window was full.
    ModelContextWindowExceeded,
    /// The API stopped to compact the context.
    Compaction,
    /// A hook put the tool call off, so the turn ended with the call open.
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

/// Whose a skill is.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContainerSkillKind {
    /// It comes with the API.
    Anthropic,
    /// It was uploaded.
    Custom,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ContainerSkillKind {
    Anthropic = "anthropic",
    Custom = "custom",
});

/// What the API does to a context.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContextEditKind {
    /// It removes old tool calls with their results. Wire: `clear_tool_uses_20250919`.
    ClearToolUses,
    /// It removes old thinking. Wire: `clear_thinking_20251015`.
    ClearThinking,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ContextEditKind {
    ClearToolUses = "clear_tool_uses_20250919",
    ClearThinking = "clear_thinking_20251015",
});

/// Why the prompt cache could not be used.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CacheMissReason {
    /// The model is another one.
    ModelChanged,
    /// The system prompt is another one.
    SystemChanged,
    /// The tools are other ones.
    ToolsChanged,
    /// Earlier messages are other ones.
    MessagesChanged,
    /// The answer to compare with is not known.
    PreviousMessageNotFound,
    /// It could not be found out.
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

/// What the API does to a request.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InputTransformationKind {
    /// It removed thinking that does not belong here.
    ThinkingDropped,
    /// It found thinking that does not belong here, and left it.
    ThinkingMismatchAllowed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(InputTransformationKind {
    ThinkingDropped = "thinking_dropped",
    ThinkingMismatchAllowed = "thinking_mismatch_allowed",
});

/// One answer of the Messages API, or the part of it that this frame brings: the CLI sends each finished block in a frame of its own.
///
/// Wire: `type: message`, `role: assistant`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ApiMessage {
    /// Names the answer; frames with the same id belong together.
    pub id: Option<ApiMessageId>,
    /// The model that answered; `<synthetic>` for text that the CLI wrote itself.
    pub model: Option<ModelName>,
    /// The blocks of this frame, usually one.
    pub content: Vec<ContentBlock>,
    /// Why the model stopped. It is null in streamed frames; the result has the final one.
    pub stop_reason: Option<StopReason>,
    /// The stop sequence that was met, if one was.
    pub stop_sequence: Option<String>,
    /// Tokens. In streamed frames these are the numbers known when the answer began.
    pub usage: Option<Box<Usage>>,
    /// What the API removed from the context on its own. Only null has been seen.
    pub context_management: Maybe<Box<ContextManagement>>,
    /// More about why the model stopped, for refusals. Only null has been seen.
    pub stop_details: Maybe<Box<StopDetails>>,
    /// The code execution container that was used. Only null has been seen.
    pub container: Maybe<Box<Container>>,
    /// Remarks of the API on the prompt cache. Only null has been seen.
    pub diagnostics: Maybe<Box<Diagnostics>>,
    /// What the API changed about the request before the model saw it.
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

/// More about why the model stopped. It is told for refusals.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StopDetails {
    /// What it is about, which is `refusal`. Wire: `type`.
    pub kind: Option<String>,
    /// The API's class of the refusal.
    pub category: Maybe<RefusalCategory>,
    /// The reason in words.
    pub explanation: Maybe<String>,
    /// A model to try instead.
    pub recommended_model: Maybe<ModelName>,
    /// A token that lowers the price of a retry with another model, for a few minutes.
    pub fallback_credit_token: Maybe<String>,
    /// True if the token is also good for a retry that goes on with the answer so far.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Container {
    /// Names the container, for use in a later request.
    pub id: Option<String>,
    /// When the API throws it away.
    pub expires_at: Option<Timestamp>,
    /// Skills that were loaded into it.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContainerSkill {
    /// Names the skill.
    pub skill_id: Option<String>,
    /// Whose it is. Wire: `type`.
    pub kind: Option<ContainerSkillKind>,
    /// Its version.
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

/// What the API removed from the context on its own.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextManagement {
    /// What was done.
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

/// One thing that the API did to the context.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContextEdit {
    /// What it was. Wire: `type`.
    pub kind: Option<ContextEditKind>,
    /// Tokens that it saved.
    pub cleared_input_tokens: Option<u64>,
    /// Tool calls that were removed.
    pub cleared_tool_uses: Option<u64>,
    /// Turns whose thinking was removed.
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

/// Remarks of the API on the prompt cache.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Diagnostics {
    /// Why the cache could not be used in full; null while that is being found out.
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

/// Why the prompt cache could not be used in full.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CacheMiss {
    /// The reason. Wire: `type`.
    pub kind: Option<CacheMissReason>,
    /// About how many tokens could have come from the cache.
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

/// Something that the API changed about a request, or found odd in it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InputTransformation {
    /// What it did. Wire: `type`.
    pub kind: Option<InputTransformationKind>,
    /// Where in the request, as in `messages.2.content.0`.
    pub path: Option<String>,
    /// Which check failed, as in `model_binding_mismatch`.
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
