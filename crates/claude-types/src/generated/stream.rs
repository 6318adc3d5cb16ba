// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Partial messages: the raw events of the Messages API while the model writes an answer.

use super::all::*;

/// Classes of errors of the Messages API.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiErrorType {
    /// The form or content of the request is invalid.
    InvalidRequestError,
    /// The key or token is invalid.
    AuthenticationError,
    /// The payment failed.
    BillingError,
    /// The key does not have the permission.
    PermissionError,
    /// The model or resource does not exist.
    NotFoundError,
    /// The request is too large in bytes.
    RequestTooLarge,
    /// Too many requests or tokens in a period.
    RateLimitError,
    /// The request took too long.
    TimeoutError,
    /// The API failed internally.
    ApiError,
    /// The API is overloaded.
    OverloadedError,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ApiErrorType {
    InvalidRequestError = "invalid_request_error",
    AuthenticationError = "authentication_error",
    BillingError = "billing_error",
    PermissionError = "permission_error",
    NotFoundError = "not_found_error",
    RequestTooLarge = "request_too_large",
    RateLimitError = "rate_limit_error",
    TimeoutError = "timeout_error",
    ApiError = "api_error",
    OverloadedError = "overloaded_error",
});

/// An event of the stream of the Messages API.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum StreamEvent {
    /// The start of an answer.
    MessageStart(Box<MessageStartEvent>),
    /// The start of a block.
    ContentBlockStart(Box<ContentBlockStartEvent>),
    /// A delta for a block.
    ContentBlockDelta(ContentBlockDeltaEvent),
    /// The end of a block.
    ContentBlockStop(ContentBlockStopEvent),
    /// Changes to the answer as a whole, near its end.
    MessageDelta(Box<MessageDeltaEvent>),
    /// The end of the answer: complete or aborted.
    MessageStop(MessageStopEvent),
    /// A keep-alive.
    Ping(PingEvent),
    /// A failure of the API while streaming.
    Error(ErrorEvent),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(StreamEvent by "type" {
    "message_start" => MessageStart: Box<MessageStartEvent>,
    "content_block_start" => ContentBlockStart: Box<ContentBlockStartEvent>,
    "content_block_delta" => ContentBlockDelta: ContentBlockDeltaEvent,
    "content_block_stop" => ContentBlockStop: ContentBlockStopEvent,
    "message_delta" => MessageDelta: Box<MessageDeltaEvent>,
    "message_stop" => MessageStop: MessageStopEvent,
    "ping" => Ping: PingEvent,
    "error" => Error: ErrorEvent,
} local {  });

/// A delta for a block.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum ContentDelta {
    /// A text delta.
    TextDelta(TextDelta),
    /// A delta of the input of a tool.
    InputJsonDelta(InputJsonDelta),
    /// A thinking delta.
    ThinkingDelta(ThinkingDelta),
    /// The signature of a thinking block.
    SignatureDelta(SignatureDelta),
    /// One more citation of a text block.
    CitationsDelta(CitationsDelta),
    /// The summary of a compaction block.
    CompactionDelta(CompactionDelta),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(ContentDelta by "type" {
    "text_delta" => TextDelta: TextDelta,
    "input_json_delta" => InputJsonDelta: InputJsonDelta,
    "thinking_delta" => ThinkingDelta: ThinkingDelta,
    "signature_delta" => SignatureDelta: SignatureDelta,
    "citations_delta" => CitationsDelta: CitationsDelta,
    "compaction_delta" => CompactionDelta: CompactionDelta,
} local {  });

/// One event of an answer that the model is writing. The CLI sends it only if partial messages are enabled, and never for subagents.
///
/// Wire: `type: stream_event`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct StreamEventMessage {
    /// The event, as the API sent it.
    pub event: StreamEvent,
    /// The tool call that started the subagent of this event. Only null has been seen.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// The answer that the event is part of.
    pub api_message_id: Option<ApiMessageId>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame.
    pub uuid: Option<MessageUuid>,
    /// Milliseconds from the request to the first event; on `message_start` only.
    pub ttft_ms: Option<u64>,
    /// The blocks that will not be finished and must be dropped. Set if the stream broke. Since CLI 2.1.329.
    pub abandoned_blocks: Option<Box<AbandonedBlocks>>,
    /// How thinking is shown in this answer.
    pub thinking_display: Option<ThinkingDisplay>,
    /// The user message that the answer is for; the last one if several are answered at once. Since CLI 2.1.250.
    pub user_message_uuid: Option<MessageUuid>,
    /// All user messages that the answer is for. Since CLI 2.1.275.
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// Internal bookkeeping of the CLI. Only an empty list has been seen.
    pub owed_rows: Option<Vec<Raw>>,
    /// The reason why an earlier turn is resumed.
    pub resume_reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(StreamEventMessage {
    tags: ["type" = "stream_event"],
    fields: [
        0 required event: StreamEvent = "event",
        1 nullable parent_tool_use_id: ToolUseId = "parent_tool_use_id",
        2 optional api_message_id: ApiMessageId = "api_message_id",
        3 optional session_id: SessionId = "session_id",
        4 optional uuid: MessageUuid = "uuid",
        5 optional ttft_ms: u64 = "ttft_ms",
        6 optional abandoned_blocks: Box<AbandonedBlocks> = "abandoned_blocks",
        7 optional thinking_display: ThinkingDisplay = "thinking_display",
        8 optional user_message_uuid: MessageUuid = "user_message_uuid",
        9 optional user_message_uuids: Vec<MessageUuid> = "user_message_uuids",
        10 optional owed_rows: Vec<Raw> = "owed_rows",
        11 optional resume_reason: String = "resume_reason",
    ],
});

/// Blocks of a broken answer that the consumer must drop.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AbandonedBlocks {
    /// The broken answer.
    pub api_message_id: Option<ApiMessageId>,
    /// The first block to drop, counted from 0; all later blocks are dropped, too.
    pub from_block_index: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AbandonedBlocks {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(AbandonedBlocks {
    tags: [],
    fields: [
        0 optional api_message_id: ApiMessageId = "api_message_id",
        1 optional from_block_index: u64 = "from_block_index",
    ],
});

/// The start of an answer.
///
/// Wire: `type: message_start`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageStartEvent {
    /// The answer so far: without content, and with the input tokens.
    pub message: ApiMessage,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(MessageStartEvent {
    tags: ["type" = "message_start"],
    fields: [
        0 required message: ApiMessage = "message",
    ],
});

/// The start of a block.
///
/// Wire: `type: content_block_start`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContentBlockStartEvent {
    /// The index of the block in the answer, counted from 0.
    pub index: u64,
    /// The block so far, with empty text or input.
    pub content_block: ContentBlock,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ContentBlockStartEvent {
    tags: ["type" = "content_block_start"],
    fields: [
        0 required index: u64 = "index",
        1 required content_block: ContentBlock = "content_block",
    ],
});

/// A delta for a block.
///
/// Wire: `type: content_block_delta`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContentBlockDeltaEvent {
    /// The index of the block in the answer, counted from 0.
    pub index: u64,
    /// The delta to append.
    pub delta: ContentDelta,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ContentBlockDeltaEvent {
    tags: ["type" = "content_block_delta"],
    fields: [
        0 required index: u64 = "index",
        1 required delta: ContentDelta = "delta",
    ],
});

/// The end of a block. The assistant message with the complete block comes immediately before.
///
/// Wire: `type: content_block_stop`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContentBlockStopEvent {
    /// The index of the block in the answer, counted from 0.
    pub index: u64,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ContentBlockStopEvent {
    tags: ["type" = "content_block_stop"],
    fields: [
        0 required index: u64 = "index",
    ],
});

/// Changes to the answer as a whole, known near its end.
///
/// Wire: `type: message_delta`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageDeltaEvent {
    /// The changed fields of the answer.
    pub delta: MessageDelta,
    /// Tokens so far, counted from the start of the answer.
    pub usage: Option<Box<Usage>>,
    /// What the API removed from the context on its own.
    pub context_management: Maybe<Box<ContextManagement>>,
    /// What the API changed in the request, if another model took over while streaming.
    pub input_transformations: Maybe<Vec<InputTransformation>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(MessageDeltaEvent {
    tags: ["type" = "message_delta"],
    fields: [
        0 required delta: MessageDelta = "delta",
        1 optional usage: Box<Usage> = "usage",
        2 maybe context_management: Box<ContextManagement> = "context_management",
        3 maybe input_transformations: Vec<InputTransformation> = "input_transformations",
    ],
});

/// Changes to the fields of the answer.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageDelta {
    /// The reason why the model stopped. Null if the CLI closed a broken stream.
    pub stop_reason: Option<StopReason>,
    /// The stop sequence that the model produced, if any.
    pub stop_sequence: Option<String>,
    /// The code execution container that was used.
    pub container: Maybe<Box<Container>>,
    /// Details on why the model stopped.
    pub stop_details: Maybe<Box<StopDetails>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for MessageDelta {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(MessageDelta {
    tags: [],
    fields: [
        0 nullable stop_reason: StopReason = "stop_reason",
        1 nullable stop_sequence: String = "stop_sequence",
        2 maybe container: Box<Container> = "container",
        3 maybe stop_details: Box<StopDetails> = "stop_details",
    ],
});

/// The end of the answer: complete or aborted. If it was aborted, the frame names the abandoned blocks.
///
/// Wire: `type: message_stop`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageStopEvent {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for MessageStopEvent {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(MessageStopEvent { tags: ["type" = "message_stop"], fields: [] });

/// A keep-alive of the API, without content.
///
/// Wire: `type: ping`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PingEvent {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PingEvent {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(PingEvent { tags: ["type" = "ping"], fields: [] });

/// A failure of the API while streaming.
///
/// Wire: `type: error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ErrorEvent {
    /// The error.
    pub error: ApiErrorBody,
    /// The request that failed.
    pub request_id: Maybe<ApiRequestId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ErrorEvent {
    tags: ["type" = "error"],
    fields: [
        0 required error: ApiErrorBody = "error",
        1 maybe request_id: ApiRequestId = "request_id",
    ],
});

/// An error of the Messages API.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ApiErrorBody {
    /// The class of the error. Wire: `type`.
    pub kind: Option<ApiErrorType>,
    /// The error message.
    pub message: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ApiErrorBody {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ApiErrorBody {
    tags: [],
    fields: [
        0 optional kind: ApiErrorType = "type",
        1 optional message: String = "message",
    ],
});

/// A text delta.
///
/// Wire: `type: text_delta`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TextDelta {
    /// The text to append.
    pub text: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(TextDelta {
    tags: ["type" = "text_delta"],
    fields: [
        0 required text: String = "text",
    ],
});

/// A delta of the input of a tool.
///
/// Wire: `type: input_json_delta`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InputJsonDelta {
    /// The JSON text to append; the text can be parsed only when the block is complete.
    pub partial_json: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(InputJsonDelta {
    tags: ["type" = "input_json_delta"],
    fields: [
        0 required partial_json: String = "partial_json",
    ],
});

/// A thinking delta.
///
/// Wire: `type: thinking_delta`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ThinkingDelta {
    /// The text to append.
    pub thinking: String,
    /// The estimated number of tokens of the delta, if its text is withheld.
    pub estimated_tokens: Maybe<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ThinkingDelta {
    tags: ["type" = "thinking_delta"],
    fields: [
        0 required thinking: String = "thinking",
        1 maybe estimated_tokens: u64 = "estimated_tokens",
    ],
});

/// The signature of a thinking block.
///
/// Wire: `type: signature_delta`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SignatureDelta {
    /// The complete signature.
    pub signature: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(SignatureDelta {
    tags: ["type" = "signature_delta"],
    fields: [
        0 required signature: String = "signature",
    ],
});

/// One more citation of a text block.
///
/// Wire: `type: citations_delta`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CitationsDelta {
    /// The citation to append.
    pub citation: Citation,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(CitationsDelta {
    tags: ["type" = "citations_delta"],
    fields: [
        0 required citation: Citation = "citation",
    ],
});

/// The summary of a compaction block.
///
/// Wire: `type: compaction_delta`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CompactionDelta {
    /// The complete summary; null if the compaction failed.
    pub content: Maybe<String>,
    /// Encrypted data that must be sent back to the API unchanged.
    pub encrypted_content: Maybe<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CompactionDelta {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(CompactionDelta {
    tags: ["type" = "compaction_delta"],
    fields: [
        0 maybe content: String = "content",
        1 maybe encrypted_content: String = "encrypted_content",
    ],
});
