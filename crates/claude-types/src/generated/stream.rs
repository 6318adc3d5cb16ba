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
    ///
    /// `invalid_request_error`. Seen on the wire.
    InvalidRequestError,
    /// The key or token is not valid.
    ///
    /// `authentication_error`. Seen on the wire.
    AuthenticationError,
    /// Payment is the problem.
    ///
    /// `billing_error`. Declared, not seen.
    BillingError,
    /// The key may not do this.
    ///
    /// `permission_error`. Seen on the wire.
    PermissionError,
    /// There is no such model or resource.
    ///
    /// `not_found_error`. Seen on the wire.
    NotFoundError,
    /// The request has too many bytes.
    ///
    /// `request_too_large`. Seen on the wire.
    RequestTooLarge,
    /// Too many requests or tokens in a time.
    ///
    /// `rate_limit_error`. Seen on the wire.
    RateLimitError,
    /// The request took too long.
    ///
    /// `timeout_error`. Declared, not seen.
    TimeoutError,
    /// Something failed inside the API.
    ///
    /// `api_error`. Seen on the wire.
    ApiError,
    /// The API has too much to do.
    ///
    /// `overloaded_error`. Declared, not seen.
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
/// Chosen by `type`. An unknown one is kept, byte for byte. Feature: MSG-15.
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
/// Wire: `type: stream_event`. Seen 149 times in the recordings. Feature: MSG-15.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StreamEventMessage {
    /// The event, as the API sent it.
    ///
    /// Required; seen 149/149.
    pub event: StreamEvent,
    /// The tool call whose subagent this belongs to. Only null has been seen.
    ///
    /// May be null; seen 149/149.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// The answer that the event is part of.
    ///
    /// May be absent; seen 149/149.
    pub api_message_id: Option<ApiMessageId>,
    /// The session.
    ///
    /// May be absent; seen 149/149.
    pub session_id: Option<SessionId>,
    /// Names this frame.
    ///
    /// May be absent; seen 149/149.
    pub uuid: Option<MessageUuid>,
    /// Milliseconds from the request to the first event; on `message_start` only.
    ///
    /// May be absent; seen 18/149.
    pub ttft_ms: Option<u64>,
    /// Set where the stream broke: blocks that will not be finished and have to be dropped.
    ///
    /// May be absent; seen 5/149 (since CLI 2.1.329).
    pub abandoned_blocks: Option<Box<AbandonedBlocks>>,
    /// How thinking is shown in this answer.
    ///
    /// May be absent; seen 22/149.
    pub thinking_display: Option<ThinkingDisplay>,
    /// The user message that this answers; the last one where several are answered at once.
    ///
    /// May be absent; seen 1/149 (since CLI 2.1.250).
    pub user_message_uuid: Option<MessageUuid>,
    /// All user messages that this answers.
    ///
    /// May be absent; seen 1/149 (since CLI 2.1.275).
    pub user_message_uuids: Option<Vec<MessageUuid>>,
    /// Internal bookkeeping of the CLI. Only an empty list has been seen.
    ///
    /// May be absent; seen 1/149.
    pub owed_rows: Option<Vec<Raw>>,
    /// Why an earlier turn is being resumed.
    ///
    /// May be absent; declared, not seen.
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
///
/// Seen 5 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AbandonedBlocks {
    /// The broken answer.
    ///
    /// May be absent; seen 5/5.
    pub api_message_id: Option<ApiMessageId>,
    /// The first block to forget, counted from 0; all after it go too.
    ///
    /// May be absent; seen 5/5.
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
/// Wire: `type: message_start`. Seen 18 times in the recordings. Feature: MSG-15.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageStartEvent {
    /// The answer so far: no content yet, and the input tokens.
    ///
    /// Required; seen 18/18.
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
/// Wire: `type: content_block_start`. Seen 21 times in the recordings. Feature: MSG-15.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContentBlockStartEvent {
    /// Which block of the answer, counted from 0.
    ///
    /// Required; seen 21/21.
    pub index: u64,
    /// The block so far, with empty text or input.
    ///
    /// Required; seen 21/21.
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
/// Wire: `type: content_block_delta`. Seen 60 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContentBlockDeltaEvent {
    /// Which block of the answer, counted from 0.
    ///
    /// Required; seen 60/60.
    pub index: u64,
    /// What is added.
    ///
    /// Required; seen 60/60.
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
/// Wire: `type: content_block_stop`. Seen 19 times in the recordings. Feature: MSG-15.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContentBlockStopEvent {
    /// Which block of the answer, counted from 0.
    ///
    /// Required; seen 19/19.
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
/// Wire: `type: message_delta`. Seen 14 times in the recordings. Feature: MSG-15.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageDeltaEvent {
    /// What has changed.
    ///
    /// Required; seen 14/14.
    pub delta: MessageDelta,
    /// Tokens so far, counted from the start of the answer.
    ///
    /// May be absent; seen 14/14.
    pub usage: Option<Box<Usage>>,
    /// What the API removed from the context on its own.
    ///
    /// May be absent or null; seen 2/14.
    pub context_management: Maybe<Box<ContextManagement>>,
    /// What the API changed about the request, where another model took over in mid-stream.
    ///
    /// May be absent or null; declared, not seen.
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
///
/// Seen 14 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageDelta {
    /// Why the model stopped. It is null where the CLI closed a broken stream.
    ///
    /// May be null; seen 14/14.
    pub stop_reason: Option<StopReason>,
    /// The stop sequence that was met, if one was.
    ///
    /// May be null; seen 14/14.
    pub stop_sequence: Option<String>,
    /// The code execution container that was used.
    ///
    /// May be absent or null; seen 2/14.
    pub container: Maybe<Box<Container>>,
    /// More about why the model stopped.
    ///
    /// May be absent or null; seen 2/14.
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
/// Wire: `type: message_stop`. Seen 17 times in the recordings. Feature: MSG-15.
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
/// Wire: `type: ping`. Declared, not seen. Feature: MSG-15.
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
/// Wire: `type: error`. Declared, not seen. Feature: MSG-15.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ErrorEvent {
    /// What went wrong.
    ///
    /// Required; declared, not seen.
    pub error: ApiErrorBody,
    /// The request that failed.
    ///
    /// May be absent or null; declared, not seen.
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
///
/// Declared, not seen.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ApiErrorBody {
    /// Its class.
    ///
    /// Wire: `type`. May be absent; declared, not seen.
    pub kind: Option<ApiErrorType>,
    /// Its text.
    ///
    /// May be absent; declared, not seen.
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
/// Wire: `type: text_delta`. Seen 46 times in the recordings. Feature: MSG-15.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TextDelta {
    /// The piece to append.
    ///
    /// Required; seen 46/46.
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
/// Wire: `type: input_json_delta`. Seen 10 times in the recordings. Feature: MSG-15.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InputJsonDelta {
    /// A piece of JSON text to append; it parses only when the block is complete.
    ///
    /// Required; seen 10/10.
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
/// Wire: `type: thinking_delta`. Seen 3 times in the recordings. Feature: MSG-15.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ThinkingDelta {
    /// The piece to append.
    ///
    /// Required; seen 3/3.
    pub thinking: String,
    /// About how many tokens the piece stands for, where its text is withheld.
    ///
    /// May be absent or null; declared, not seen.
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
/// Wire: `type: signature_delta`. Seen 1 times in the recordings. Feature: MSG-15.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SignatureDelta {
    /// The signature, whole.
    ///
    /// Required; seen 1/1.
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
/// Wire: `type: citations_delta`. Declared, not seen. Feature: BLK-01.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CitationsDelta {
    /// The citation to append.
    ///
    /// Required; declared, not seen.
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
/// Wire: `type: compaction_delta`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CompactionDelta {
    /// The summary, whole; null when it failed.
    ///
    /// May be absent or null; declared, not seen.
    pub content: Maybe<String>,
    /// What the API needs of it later, to be sent back unchanged.
    ///
    /// May be absent or null; declared, not seen.
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
