// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Partial messages: the raw events of the Messages API while an answer is being written.

use super::all::*;

/// Classes of errors of the Messages API.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiErrorType {
    /// The request is wrong in form or content.
    InvalidRequestError,
    /// The key or token is not valid.
    AuthenticationError,
    /// Payment is the problem.
    BillingError,
    /// The key may not do this.
    PermissionError,
    /// There is no such model or resource.
    NotFoundError,
    /// The request has too many bytes.
    RequestTooLarge,
    /// Too many requests or tokens in a time.
    RateLimitError,
    /// The request took too long.
    TimeoutError,
    /// Something failed inside the API.
    ApiError,
    /// The API has too much to do.
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

/// An event of the Messages API's stream.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum StreamEvent {
    /// An answer begins.
    MessageStart(Box<MessageStartEvent>),
    /// A block begins.
    ContentBlockStart(Box<ContentBlockStartEvent>),
    /// A block grows.
    ContentBlockDelta(ContentBlockDeltaEvent),
    /// A block is complete.
    ContentBlockStop(ContentBlockStopEvent),
    /// Facts about the whole answer, near its end.
    MessageDelta(Box<MessageDeltaEvent>),
    /// The answer is complete, or was broken off.
    MessageStop(MessageStopEvent),
    /// A sign of life.
    Ping(PingEvent),
    /// The API failed in mid-stream.
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

/// What is added to a block.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ContentDelta {
    /// More text.
    TextDelta(TextDelta),
    /// More of a tool's input.
    InputJsonDelta(InputJsonDelta),
    /// More thinking.
    ThinkingDelta(ThinkingDelta),
    /// The signature of the thinking.
    SignatureDelta(SignatureDelta),
    /// One more citation.
    CitationsDelta(CitationsDelta),
    /// The summary of a compaction.
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

/// One event of an answer that is being written. It comes only if partial messages were asked for, and never for subagents.
///
/// Wire: `type: stream_event`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StreamEventMessage {
    /// The event, as the API sent it.
    pub event: StreamEvent,
    /// The tool call whose subagent this belongs to. Only null has been seen.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// The answer that the event is part of.
    pub api_message_id: Option<ApiMessageId>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    pub uuid: Option<MessageUuid>,
    /// Milliseconds from the request to the first event; on `message_start` only.
    pub ttft_ms: Option<u64>,
    /// Set where the stream broke: blocks that will not be finished and have to be dropped. Since CLI 2.1.329.
    pub abandoned_blocks: Option<Box<AbandonedBlocks>>,
    /// How thinking is shown in this answer.
    pub thinking_display: Option<ThinkingDisplay>,
    /// The user message that this answers; the last one where several are answered at once. Since CLI 2.1.250.
    pub user_message_uuid: Option<MessageUuid>,
    /// All user messages that this answers. Since CLI 2.1.275.
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// Internal bookkeeping of the CLI. Only an empty list has been seen.
    pub owed_rows: Option<Vec<Raw>>,
    /// Why an earlier turn is being resumed.
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

/// Blocks of a broken answer that the consumer has to forget.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AbandonedBlocks {
    /// The broken answer.
    pub api_message_id: Option<ApiMessageId>,
    /// The first block to forget, counted from 0; all after it go too.
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

/// An answer begins.
///
/// Wire: `type: message_start`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageStartEvent {
    /// The answer so far: no content yet, and the input tokens.
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

/// A block begins.
///
/// Wire: `type: content_block_start`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContentBlockStartEvent {
    /// Which block of the answer, counted from 0.
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

/// A block grows.
///
/// Wire: `type: content_block_delta`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContentBlockDeltaEvent {
    /// Which block of the answer, counted from 0.
    pub index: u64,
    /// What is added.
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

/// A block is complete. The assistant message with the whole block comes just before.
///
/// Wire: `type: content_block_stop`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContentBlockStopEvent {
    /// Which block of the answer, counted from 0.
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

/// Facts about the whole answer, known near its end.
///
/// Wire: `type: message_delta`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageDeltaEvent {
    /// What has changed.
    pub delta: MessageDelta,
    /// Tokens so far, counted from the start of the answer.
    pub usage: Option<Box<Usage>>,
    /// What the API removed from the context on its own.
    pub context_management: Maybe<Box<ContextManagement>>,
    /// What the API changed about the request, where another model took over in mid-stream.
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

/// Changes to the answer itself.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageDelta {
    /// Why the model stopped. It is null where the CLI closed a broken stream.
    pub stop_reason: Option<StopReason>,
    /// The stop sequence that was met, if one was.
    pub stop_sequence: Option<String>,
    /// The code execution container that was used.
    pub container: Maybe<Box<Container>>,
    /// More about why the model stopped.
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

/// The answer is complete, or was broken off: then the frame names the abandoned blocks.
///
/// Wire: `type: message_stop`.
#[derive(Debug, Clone, PartialEq)]
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

/// A sign of life of the API, with no content.
///
/// Wire: `type: ping`.
#[derive(Debug, Clone, PartialEq)]
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

/// The API failed in mid-stream.
///
/// Wire: `type: error`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ErrorEvent {
    /// What went wrong.
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

/// An error as the Messages API words it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ApiErrorBody {
    /// Its class. Wire: `type`.
    pub kind: Option<ApiErrorType>,
    /// Its text.
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

/// More text.
///
/// Wire: `type: text_delta`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TextDelta {
    /// The piece to append.
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

/// More of a tool's input.
///
/// Wire: `type: input_json_delta`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InputJsonDelta {
    /// A piece of JSON text to append; it parses only when the block is complete.
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

/// More thinking.
///
/// Wire: `type: thinking_delta`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ThinkingDelta {
    /// The piece to append.
    pub thinking: String,
    /// About how many tokens the piece stands for, where its text is withheld.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SignatureDelta {
    /// The signature, whole.
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
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CompactionDelta {
    /// The summary, whole; null when it failed.
    pub content: Maybe<String>,
    /// What the API needs of it later, to be sent back unchanged.
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
