// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Content blocks of messages, and the API message that holds them. A text that stands where a list of blocks may stand is the hand-written type `Content`.

use super::all::*;

/// Why the model stopped producing output.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum StopReason {
    /// The model had said what it wanted to say.
    ///
    /// `end_turn`. Seen on the wire.
    EndTurn,
    /// The answer reached the limit of output tokens.
    ///
    /// `max_tokens`. Declared, not seen.
    MaxTokens,
    /// A stop sequence was met. Messages that the CLI wrote itself also have this reason.
    ///
    /// `stop_sequence`. Seen on the wire.
    StopSequence,
    /// The model calls a tool and waits for its result.
    ///
    /// `tool_use`. Seen on the wire.
    ToolUse,
    /// The API paused a long turn, which goes on when the answer is sent back.
    ///
    /// `pause_turn`. Seen on the wire.
    PauseTurn,
    /// The model, or a safeguard around it, refused.
    ///
    /// `refusal`. Declared, not seen.
    Refusal,
    /// The context window was full.
    ///
    /// `model_context_window_exceeded`. Declared, not seen.
    ModelContextWindowExceeded,
    /// The API stopped to compact the context.
    ///
    /// `compaction`. Declared, not seen.
    Compaction,
    /// A hook put the tool call off, so the turn ended with the call open.
    ///
    /// `tool_deferred`. Seen on the wire.
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

/// Tools that run at the API.
///
/// An open set: a newer CLI may send other values. Feature: BLK-05.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ServerToolName {
    /// Searches the web.
    ///
    /// `web_search`. Seen on the wire.
    WebSearch,
    /// Fetches a page.
    ///
    /// `web_fetch`. Declared, not seen.
    WebFetch,
    /// Runs Python code.
    ///
    /// `code_execution`. Declared, not seen.
    CodeExecution,
    /// Runs shell commands.
    ///
    /// `bash_code_execution`. Declared, not seen.
    BashCodeExecution,
    /// Works on files of the container.
    ///
    /// `text_editor_code_execution`. Declared, not seen.
    TextEditorCodeExecution,
    /// Looks for tools by regular expression.
    ///
    /// `tool_search_tool_regex`. Declared, not seen.
    ToolSearchToolRegex,
    /// Looks for tools by words.
    ///
    /// `tool_search_tool_bm25`. Declared, not seen.
    ToolSearchToolBm25,
    /// Asks a second model for advice.
    ///
    /// `advisor`. Declared, not seen.
    Advisor,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ServerToolName {
    WebSearch = "web_search",
    WebFetch = "web_fetch",
    CodeExecution = "code_execution",
    BashCodeExecution = "bash_code_execution",
    TextEditorCodeExecution = "text_editor_code_execution",
    ToolSearchToolRegex = "tool_search_tool_regex",
    ToolSearchToolBm25 = "tool_search_tool_bm25",
    Advisor = "advisor",
});

/// One piece of a message's content.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ContentBlock {
    /// A piece of text.
    Text(TextBlock),
    /// The model's thinking.
    Thinking(ThinkingBlock),
    /// Thinking that is encrypted.
    RedactedThinking(Box<RedactedThinkingBlock>),
    /// A call of a tool.
    ToolUse(ToolUseBlock),
    /// The result of a tool call.
    ToolResult(ToolResultBlock),
    /// A call of a tool that runs at the API.
    ServerToolUse(Box<ServerToolUseBlock>),
    /// What a web search of the API found.
    WebSearchToolResult(Box<WebSearchToolResultBlock>),
    /// What a web fetch of the API brought.
    WebFetchToolResult(Box<WebFetchToolResultBlock>),
    /// What code run at the API gave.
    CodeExecutionToolResult(Box<CodeExecutionToolResultBlock>),
    /// What a shell command run at the API gave.
    BashCodeExecutionToolResult(Box<BashCodeExecutionToolResultBlock>),
    /// What a file operation at the API gave.
    TextEditorCodeExecutionToolResult(Box<TextEditorCodeExecutionToolResultBlock>),
    /// Which tools a tool search found.
    ToolSearchToolResult(Box<ToolSearchToolResultBlock>),
    /// What the advisor model said.
    AdvisorToolResult(Box<AdvisorToolResultBlock>),
    /// A call of an MCP tool that the API makes itself.
    McpToolUse(Box<McpToolUseBlock>),
    /// The result of such a call.
    McpToolResult(Box<McpToolResultBlock>),
    /// An image.
    Image(Box<ImageBlock>),
    /// A document.
    Document(Box<DocumentBlock>),
    /// A search result that the caller supplies and the model may cite.
    SearchResult(Box<SearchResultBlock>),
    /// A tool that becomes known to the model.
    ToolReference(Box<ToolReferenceBlock>),
    /// A file put into the code execution container.
    ContainerUpload(Box<ContainerUploadBlock>),
    /// A summary that stands for earlier content.
    Compaction(Box<CompactionBlock>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(ContentBlock by "type" {
    "text" => Text: TextBlock,
    "thinking" => Thinking: ThinkingBlock,
    "redacted_thinking" => RedactedThinking: Box<RedactedThinkingBlock>,
    "tool_use" => ToolUse: ToolUseBlock,
    "tool_result" => ToolResult: ToolResultBlock,
    "server_tool_use" => ServerToolUse: Box<ServerToolUseBlock>,
    "web_search_tool_result" => WebSearchToolResult: Box<WebSearchToolResultBlock>,
    "web_fetch_tool_result" => WebFetchToolResult: Box<WebFetchToolResultBlock>,
    "code_execution_tool_result" => CodeExecutionToolResult: Box<CodeExecutionToolResultBlock>,
    "bash_code_execution_tool_result" => BashCodeExecutionToolResult: Box<BashCodeExecutionToolResultBlock>,
    "text_editor_code_execution_tool_result" => TextEditorCodeExecutionToolResult: Box<TextEditorCodeExecutionToolResultBlock>,
    "tool_search_tool_result" => ToolSearchToolResult: Box<ToolSearchToolResultBlock>,
    "advisor_tool_result" => AdvisorToolResult: Box<AdvisorToolResultBlock>,
    "mcp_tool_use" => McpToolUse: Box<McpToolUseBlock>,
    "mcp_tool_result" => McpToolResult: Box<McpToolResultBlock>,
    "image" => Image: Box<ImageBlock>,
    "document" => Document: Box<DocumentBlock>,
    "search_result" => SearchResult: Box<SearchResultBlock>,
    "tool_reference" => ToolReference: Box<ToolReferenceBlock>,
    "container_upload" => ContainerUpload: Box<ContainerUploadBlock>,
    "compaction" => Compaction: Box<CompactionBlock>,
} local {  });

/// Where the bytes of an image or a document are.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum MediaSource {
    /// In the message itself.
    Base64(Base64Source),
    /// At an address.
    Url(UrlSource),
    /// At the Files API.
    File(FileSource),
    /// In the message, as plain text.
    Text(TextSource),
    /// In the message, as blocks.
    Content(ContentSource),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(MediaSource by "type" {
    "base64" => Base64: Base64Source,
    "url" => Url: UrlSource,
    "file" => File: FileSource,
    "text" => Text: TextSource,
    "content" => Content: ContentSource,
} local {  });

/// Where a statement comes from.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Citation {
    /// A range of characters of a document.
    CharLocation(Box<CharLocation>),
    /// A range of pages of a document.
    PageLocation(Box<PageLocation>),
    /// A range of blocks of a document.
    ContentBlockLocation(Box<ContentBlockLocation>),
    /// A page that a web search found.
    WebSearchResultLocation(Box<WebSearchResultLocation>),
    /// A search result that the caller supplied.
    SearchResultLocation(Box<SearchResultLocation>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(Citation by "type" {
    "char_location" => CharLocation: Box<CharLocation>,
    "page_location" => PageLocation: Box<PageLocation>,
    "content_block_location" => ContentBlockLocation: Box<ContentBlockLocation>,
    "web_search_result_location" => WebSearchResultLocation: Box<WebSearchResultLocation>,
    "search_result_location" => SearchResultLocation: Box<SearchResultLocation>,
} local {  });

/// One answer of the Messages API, or the part of it that this frame brings: the CLI sends each finished block in a frame of its own.
///
/// Wire: `type: message`, `role: assistant`. Seen 379 times in the recordings. Feature: MSG-01.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ApiMessage {
    /// Names the answer; frames with the same id belong together.
    ///
    /// May be absent; seen 379/379.
    pub id: Option<ApiMessageId>,
    /// The model that answered; `<synthetic>` for text that the CLI wrote itself.
    ///
    /// May be absent; seen 379/379.
    pub model: Option<ModelName>,
    /// The blocks of this frame, usually one.
    ///
    /// Required; seen 379/379.
    pub content: Vec<ContentBlock>,
    /// Why the model stopped. It is null in streamed frames; the result has the final one.
    ///
    /// May be null; seen 379/379.
    pub stop_reason: Option<StopReason>,
    /// The stop sequence that was met, if one was.
    ///
    /// May be null; seen 379/379.
    pub stop_sequence: Option<String>,
    /// Tokens. In streamed frames these are the numbers known when the answer began.
    ///
    /// May be absent; seen 379/379.
    pub usage: Option<Box<Usage>>,
    /// What the API removed from the context on its own. Only `null` has been seen.
    ///
    /// May be absent or null; seen 361/379.
    pub context_management: Maybe<Raw>,
    /// More about why the model stopped, for refusals above all.
    ///
    /// May be absent or null; seen 18/379.
    pub stop_details: Maybe<Raw>,
    /// The code execution container that was used.
    ///
    /// May be absent or null; seen 18/379.
    pub container: Maybe<Box<Container>>,
    /// Remarks of the API. Only `null` has been seen.
    ///
    /// May be absent or null; seen 18/379.
    pub diagnostics: Maybe<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ApiMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(content: impl Into<Vec<ContentBlock>>) -> Self {
        Self {
            id: None,
            model: None,
            content: content.into(),
            stop_reason: None,
            stop_sequence: None,
            usage: None,
            context_management: Maybe::Absent,
            stop_details: Maybe::Absent,
            container: Maybe::Absent,
            diagnostics: Maybe::Absent,
            extra: Extra::default(),
        }
    }

    /// Sets [`id`](Self::id).
    #[must_use]
    pub fn id(mut self, value: impl Into<ApiMessageId>) -> Self {
        self.id = Some(value.into());
        self
    }

    /// Sets [`model`](Self::model).
    #[must_use]
    pub fn model(mut self, value: impl Into<ModelName>) -> Self {
        self.model = Some(value.into());
        self
    }

    /// Sets [`stop_reason`](Self::stop_reason).
    #[must_use]
    pub fn stop_reason(mut self, value: impl Into<StopReason>) -> Self {
        self.stop_reason = Some(value.into());
        self
    }

    /// Sets [`stop_sequence`](Self::stop_sequence).
    #[must_use]
    pub fn stop_sequence(mut self, value: impl Into<String>) -> Self {
        self.stop_sequence = Some(value.into());
        self
    }

    /// Sets [`usage`](Self::usage).
    #[must_use]
    pub fn usage(mut self, value: impl Into<Box<Usage>>) -> Self {
        self.usage = Some(value.into());
        self
    }

    /// Sets [`context_management`](Self::context_management).
    #[must_use]
    pub fn context_management(mut self, value: impl Into<Raw>) -> Self {
        self.context_management = Maybe::Value(value.into());
        self
    }

    /// Sets [`stop_details`](Self::stop_details).
    #[must_use]
    pub fn stop_details(mut self, value: impl Into<Raw>) -> Self {
        self.stop_details = Maybe::Value(value.into());
        self
    }

    /// Sets [`container`](Self::container).
    #[must_use]
    pub fn container(mut self, value: impl Into<Box<Container>>) -> Self {
        self.container = Maybe::Value(value.into());
        self
    }

    /// Sets [`diagnostics`](Self::diagnostics).
    #[must_use]
    pub fn diagnostics(mut self, value: impl Into<Raw>) -> Self {
        self.diagnostics = Maybe::Value(value.into());
        self
    }
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
        6 maybe context_management: Raw = "context_management",
        7 maybe stop_details: Raw = "stop_details",
        8 maybe container: Box<Container> = "container",
        9 maybe diagnostics: Raw = "diagnostics",
    ],
});

/// What a user message says: text, or blocks such as images and tool results.
///
/// Wire: `role: user`. Seen 161 times in the recordings. Feature: IN-01.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserApiMessage {
    /// A text, or a list of blocks.
    ///
    /// Required; seen 161/161.
    pub content: Content,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl UserApiMessage {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), extra: Extra::default() }
    }
}

wire_struct!(UserApiMessage {
    tags: ["role" = "user"],
    fields: [
        0 required content: Content = "content",
    ],
});

/// A container at the API in which code runs.
///
/// Declared, not seen.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Container {
    /// Names the container, for use in a later request.
    ///
    /// May be absent; declared, not seen.
    pub id: Option<String>,
    /// When the API throws it away.
    ///
    /// May be absent; declared, not seen.
    pub expires_at: Option<Timestamp>,
    /// Skills that were loaded into it.
    ///
    /// May be absent or null; declared, not seen.
    pub skills: Maybe<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Container {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { id: None, expires_at: None, skills: Maybe::Absent, extra: Extra::default() }
    }

    /// Sets [`id`](Self::id).
    #[must_use]
    pub fn id(mut self, value: impl Into<String>) -> Self {
        self.id = Some(value.into());
        self
    }

    /// Sets [`expires_at`](Self::expires_at).
    #[must_use]
    pub fn expires_at(mut self, value: impl Into<Timestamp>) -> Self {
        self.expires_at = Some(value.into());
        self
    }

    /// Sets [`skills`](Self::skills).
    #[must_use]
    pub fn skills(mut self, value: impl Into<Raw>) -> Self {
        self.skills = Maybe::Value(value.into());
        self
    }
}

wire_struct!(Container {
    tags: [],
    fields: [
        0 optional id: String = "id",
        1 optional expires_at: Timestamp = "expires_at",
        2 maybe skills: Raw = "skills",
    ],
});

/// A piece of text.
///
/// Wire: `type: text`. Seen 281 times in the recordings. Feature: BLK-01.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TextBlock {
    /// The text.
    ///
    /// Required; seen 281/281.
    pub text: String,
    /// Where statements of the text come from.
    ///
    /// May be absent or null; declared, not seen.
    pub citations: Maybe<Vec<Citation>>,
    /// Marks the end of a cached prefix, on the way in.
    ///
    /// May be absent; declared, not seen.
    pub cache_control: Option<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl TextBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            citations: Maybe::Absent,
            cache_control: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`citations`](Self::citations).
    #[must_use]
    pub fn citations(mut self, value: impl Into<Vec<Citation>>) -> Self {
        self.citations = Maybe::Value(value.into());
        self
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Some(value.into());
        self
    }
}

wire_struct!(TextBlock {
    tags: ["type" = "text"],
    fields: [
        0 required text: String = "text",
        1 maybe citations: Vec<Citation> = "citations",
        2 optional cache_control: CacheControl = "cache_control",
    ],
});

/// The model's thinking, or a summary of it.
///
/// Wire: `type: thinking`. Seen 3 times in the recordings. Feature: BLK-02.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ThinkingBlock {
    /// The text of it; empty when thinking is not displayed.
    ///
    /// Required; seen 3/3.
    pub thinking: String,
    /// Proves to the API that the thinking is its own; has to be sent back unchanged.
    ///
    /// May be absent; seen 3/3.
    pub signature: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ThinkingBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(thinking: impl Into<String>) -> Self {
        Self { thinking: thinking.into(), signature: None, extra: Extra::default() }
    }

    /// Sets [`signature`](Self::signature).
    #[must_use]
    pub fn signature(mut self, value: impl Into<String>) -> Self {
        self.signature = Some(value.into());
        self
    }
}

wire_struct!(ThinkingBlock {
    tags: ["type" = "thinking"],
    fields: [
        0 required thinking: String = "thinking",
        1 optional signature: String = "signature",
    ],
});

/// Thinking that the API encrypted for safety reasons.
///
/// Wire: `type: redacted_thinking`. Seen 1 times in the recordings. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RedactedThinkingBlock {
    /// The encrypted thinking, to be sent back unchanged.
    ///
    /// Required; seen 1/1.
    pub data: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl RedactedThinkingBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(data: impl Into<String>) -> Self {
        Self { data: data.into(), extra: Extra::default() }
    }
}

wire_struct!(RedactedThinkingBlock {
    tags: ["type" = "redacted_thinking"],
    fields: [
        0 required data: String = "data",
    ],
});

/// A call of a tool by the model.
///
/// Wire: `type: tool_use`. Seen 130 times in the recordings. Feature: BLK-03.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolUseBlock {
    /// Names the call; its result refers to it.
    ///
    /// Required; seen 130/130.
    pub id: ToolUseId,
    /// The tool's name; tools of MCP servers are named `mcp__SERVER__TOOL`.
    ///
    /// Required; seen 130/130.
    pub name: String,
    /// The arguments. Where the model wrote broken JSON, an object with `__unparsedToolInput` stands here.
    ///
    /// Required; seen 130/130.
    pub input: Raw,
    /// Who called the tool: the model directly, or code that it runs.
    ///
    /// May be absent; declared, not seen.
    pub caller: Option<Raw>,
    /// Marks the end of a cached prefix, on the way in.
    ///
    /// May be absent; declared, not seen.
    pub cache_control: Option<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ToolUseBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(id: impl Into<ToolUseId>, name: impl Into<String>, input: impl Into<Raw>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            input: input.into(),
            caller: None,
            cache_control: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`caller`](Self::caller).
    #[must_use]
    pub fn caller(mut self, value: impl Into<Raw>) -> Self {
        self.caller = Some(value.into());
        self
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Some(value.into());
        self
    }
}

wire_struct!(ToolUseBlock {
    tags: ["type" = "tool_use"],
    fields: [
        0 required id: ToolUseId = "id",
        1 required name: String = "name",
        2 required input: Raw = "input",
        3 optional caller: Raw = "caller",
        4 optional cache_control: CacheControl = "cache_control",
    ],
});

/// The result of a tool call. It stands in user messages.
///
/// Wire: `type: tool_result`. Seen 124 times in the recordings. Feature: BLK-04.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolResultBlock {
    /// The call this answers.
    ///
    /// Required; seen 124/124.
    pub tool_use_id: ToolUseId,
    /// What the tool gave back: a text or blocks. Absent for a tool that returned nothing.
    ///
    /// May be absent; seen 124/124.
    pub content: Option<Content>,
    /// Whether the call failed or was refused. Absent means that it did not fail.
    ///
    /// May be absent; seen 95/124.
    pub is_error: Option<bool>,
    /// Marks the end of a cached prefix, on the way in.
    ///
    /// May be absent; declared, not seen.
    pub cache_control: Option<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ToolResultBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(tool_use_id: impl Into<ToolUseId>) -> Self {
        Self {
            tool_use_id: tool_use_id.into(),
            content: None,
            is_error: None,
            cache_control: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<Content>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`is_error`](Self::is_error).
    #[must_use]
    pub fn is_error(mut self, value: bool) -> Self {
        self.is_error = Some(value);
        self
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Some(value.into());
        self
    }
}

wire_struct!(ToolResultBlock {
    tags: ["type" = "tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: Content = "content",
        2 optional is_error: bool = "is_error",
        3 optional cache_control: CacheControl = "cache_control",
    ],
});

/// A call of a tool that the API runs itself. Nobody has to answer it.
///
/// Wire: `type: server_tool_use`. Seen 1 times in the recordings. Feature: BLK-05.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ServerToolUseBlock {
    /// Names the call.
    ///
    /// Required; seen 1/1.
    pub id: ToolUseId,
    /// Which tool.
    ///
    /// Required; seen 1/1.
    pub name: ServerToolName,
    /// The arguments.
    ///
    /// Required; seen 1/1.
    pub input: Raw,
    /// Who called the tool.
    ///
    /// May be absent; declared, not seen.
    pub caller: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ServerToolUseBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(
        id: impl Into<ToolUseId>,
        name: impl Into<ServerToolName>,
        input: impl Into<Raw>,
    ) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            input: input.into(),
            caller: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`caller`](Self::caller).
    #[must_use]
    pub fn caller(mut self, value: impl Into<Raw>) -> Self {
        self.caller = Some(value.into());
        self
    }
}

wire_struct!(ServerToolUseBlock {
    tags: ["type" = "server_tool_use"],
    fields: [
        0 required id: ToolUseId = "id",
        1 required name: ServerToolName = "name",
        2 required input: Raw = "input",
        3 optional caller: Raw = "caller",
    ],
});

/// What a web search of the API found.
///
/// Wire: `type: web_search_tool_result`. Seen 1 times in the recordings. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebSearchToolResultBlock {
    /// The call this answers.
    ///
    /// Required; seen 1/1.
    pub tool_use_id: ToolUseId,
    /// A list of `WebSearchResult`, or one `ServerToolError`.
    ///
    /// May be absent; seen 1/1.
    pub content: Option<Raw>,
    /// Who called the tool.
    ///
    /// May be absent; declared, not seen.
    pub caller: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl WebSearchToolResultBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(tool_use_id: impl Into<ToolUseId>) -> Self {
        Self {
            tool_use_id: tool_use_id.into(),
            content: None,
            caller: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<Raw>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`caller`](Self::caller).
    #[must_use]
    pub fn caller(mut self, value: impl Into<Raw>) -> Self {
        self.caller = Some(value.into());
        self
    }
}

wire_struct!(WebSearchToolResultBlock {
    tags: ["type" = "web_search_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: Raw = "content",
        2 optional caller: Raw = "caller",
    ],
});

/// One hit of a web search. It is what `WebSearchToolResultBlock::content` parses into, as a list.
///
/// Wire: `type: web_search_result`. Declared, not seen.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebSearchResult {
    /// The page's address.
    ///
    /// Required; declared, not seen.
    pub url: String,
    /// The page's title.
    ///
    /// May be absent; declared, not seen.
    pub title: Option<String>,
    /// How old the page is, in words of the search engine.
    ///
    /// May be null; declared, not seen.
    pub page_age: Option<String>,
    /// The page's text, readable by the API only; has to be sent back for citations to work.
    ///
    /// May be absent; declared, not seen.
    pub encrypted_content: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl WebSearchResult {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            title: None,
            page_age: None,
            encrypted_content: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`title`](Self::title).
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`page_age`](Self::page_age).
    #[must_use]
    pub fn page_age(mut self, value: impl Into<String>) -> Self {
        self.page_age = Some(value.into());
        self
    }

    /// Sets [`encrypted_content`](Self::encrypted_content).
    #[must_use]
    pub fn encrypted_content(mut self, value: impl Into<String>) -> Self {
        self.encrypted_content = Some(value.into());
        self
    }
}

wire_struct!(WebSearchResult {
    tags: ["type" = "web_search_result"],
    fields: [
        0 required url: String = "url",
        1 optional title: String = "title",
        2 nullable page_age: String = "page_age",
        3 optional encrypted_content: String = "encrypted_content",
    ],
});

/// Why a tool at the API failed. It is what the content of such a result parses into when it is an object with an error code.
///
/// Declared, not seen.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ServerToolError {
    /// Which tool failed, as in `web_search_tool_result_error`.
    ///
    /// Wire: `type`. May be absent; declared, not seen.
    pub kind: Option<String>,
    /// The reason as a word, as in `max_uses_exceeded`.
    ///
    /// May be absent; declared, not seen.
    pub error_code: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ServerToolError {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { kind: None, error_code: None, extra: Extra::default() }
    }

    /// Sets [`kind`](Self::kind).
    #[must_use]
    pub fn kind(mut self, value: impl Into<String>) -> Self {
        self.kind = Some(value.into());
        self
    }

    /// Sets [`error_code`](Self::error_code).
    #[must_use]
    pub fn error_code(mut self, value: impl Into<String>) -> Self {
        self.error_code = Some(value.into());
        self
    }
}

wire_struct!(ServerToolError {
    tags: [],
    fields: [
        0 optional kind: String = "type",
        1 optional error_code: String = "error_code",
    ],
});

/// What a web fetch of the API brought.
///
/// Wire: `type: web_fetch_tool_result`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebFetchToolResultBlock {
    /// The call this answers.
    ///
    /// Required; declared, not seen.
    pub tool_use_id: ToolUseId,
    /// The page as a document with its address, or an error.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<Raw>,
    /// Who called the tool.
    ///
    /// May be absent; declared, not seen.
    pub caller: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl WebFetchToolResultBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(tool_use_id: impl Into<ToolUseId>) -> Self {
        Self {
            tool_use_id: tool_use_id.into(),
            content: None,
            caller: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<Raw>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`caller`](Self::caller).
    #[must_use]
    pub fn caller(mut self, value: impl Into<Raw>) -> Self {
        self.caller = Some(value.into());
        self
    }
}

wire_struct!(WebFetchToolResultBlock {
    tags: ["type" = "web_fetch_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: Raw = "content",
        2 optional caller: Raw = "caller",
    ],
});

/// What code run at the API gave.
///
/// Wire: `type: code_execution_tool_result`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CodeExecutionToolResultBlock {
    /// The call this answers.
    ///
    /// Required; declared, not seen.
    pub tool_use_id: ToolUseId,
    /// Output, exit code and files, or an error.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CodeExecutionToolResultBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(tool_use_id: impl Into<ToolUseId>) -> Self {
        Self { tool_use_id: tool_use_id.into(), content: None, extra: Extra::default() }
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<Raw>) -> Self {
        self.content = Some(value.into());
        self
    }
}

wire_struct!(CodeExecutionToolResultBlock {
    tags: ["type" = "code_execution_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: Raw = "content",
    ],
});

/// What a shell command run at the API gave.
///
/// Wire: `type: bash_code_execution_tool_result`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BashCodeExecutionToolResultBlock {
    /// The call this answers.
    ///
    /// Required; declared, not seen.
    pub tool_use_id: ToolUseId,
    /// Output, exit code and files, or an error.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl BashCodeExecutionToolResultBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(tool_use_id: impl Into<ToolUseId>) -> Self {
        Self { tool_use_id: tool_use_id.into(), content: None, extra: Extra::default() }
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<Raw>) -> Self {
        self.content = Some(value.into());
        self
    }
}

wire_struct!(BashCodeExecutionToolResultBlock {
    tags: ["type" = "bash_code_execution_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: Raw = "content",
    ],
});

/// What a file operation at the API gave.
///
/// Wire: `type: text_editor_code_execution_tool_result`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TextEditorCodeExecutionToolResultBlock {
    /// The call this answers.
    ///
    /// Required; declared, not seen.
    pub tool_use_id: ToolUseId,
    /// The file or the change, or an error.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl TextEditorCodeExecutionToolResultBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(tool_use_id: impl Into<ToolUseId>) -> Self {
        Self { tool_use_id: tool_use_id.into(), content: None, extra: Extra::default() }
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<Raw>) -> Self {
        self.content = Some(value.into());
        self
    }
}

wire_struct!(TextEditorCodeExecutionToolResultBlock {
    tags: ["type" = "text_editor_code_execution_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: Raw = "content",
    ],
});

/// Which tools a tool search at the API found.
///
/// Wire: `type: tool_search_tool_result`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolSearchToolResultBlock {
    /// The call this answers.
    ///
    /// Required; declared, not seen.
    pub tool_use_id: ToolUseId,
    /// References to tools, or an error.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ToolSearchToolResultBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(tool_use_id: impl Into<ToolUseId>) -> Self {
        Self { tool_use_id: tool_use_id.into(), content: None, extra: Extra::default() }
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<Raw>) -> Self {
        self.content = Some(value.into());
        self
    }
}

wire_struct!(ToolSearchToolResultBlock {
    tags: ["type" = "tool_search_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: Raw = "content",
    ],
});

/// What the advisor model said.
///
/// Wire: `type: advisor_tool_result`. Declared, not seen. Feature: BLK-06.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AdvisorToolResultBlock {
    /// The call this answers.
    ///
    /// Required; declared, not seen.
    pub tool_use_id: ToolUseId,
    /// The advice, which may be encrypted, or an error.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl AdvisorToolResultBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(tool_use_id: impl Into<ToolUseId>) -> Self {
        Self { tool_use_id: tool_use_id.into(), content: None, extra: Extra::default() }
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<Raw>) -> Self {
        self.content = Some(value.into());
        self
    }
}

wire_struct!(AdvisorToolResultBlock {
    tags: ["type" = "advisor_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: Raw = "content",
    ],
});

/// A call of an MCP tool that the API makes itself, without the CLI.
///
/// Wire: `type: mcp_tool_use`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct McpToolUseBlock {
    /// Names the call.
    ///
    /// Required; declared, not seen.
    pub id: ToolUseId,
    /// The tool's name at its server.
    ///
    /// Required; declared, not seen.
    pub name: String,
    /// The MCP server.
    ///
    /// May be absent; declared, not seen.
    pub server_name: Option<String>,
    /// The arguments.
    ///
    /// Required; declared, not seen.
    pub input: Raw,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpToolUseBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(id: impl Into<ToolUseId>, name: impl Into<String>, input: impl Into<Raw>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            server_name: None,
            input: input.into(),
            extra: Extra::default(),
        }
    }

    /// Sets [`server_name`](Self::server_name).
    #[must_use]
    pub fn server_name(mut self, value: impl Into<String>) -> Self {
        self.server_name = Some(value.into());
        self
    }
}

wire_struct!(McpToolUseBlock {
    tags: ["type" = "mcp_tool_use"],
    fields: [
        0 required id: ToolUseId = "id",
        1 required name: String = "name",
        2 optional server_name: String = "server_name",
        3 required input: Raw = "input",
    ],
});

/// The result of an MCP call that the API made.
///
/// Wire: `type: mcp_tool_result`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct McpToolResultBlock {
    /// The call this answers.
    ///
    /// Required; declared, not seen.
    pub tool_use_id: ToolUseId,
    /// What the tool gave back.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<Content>,
    /// Whether the call failed.
    ///
    /// May be absent; declared, not seen.
    pub is_error: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpToolResultBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(tool_use_id: impl Into<ToolUseId>) -> Self {
        Self {
            tool_use_id: tool_use_id.into(),
            content: None,
            is_error: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<Content>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`is_error`](Self::is_error).
    #[must_use]
    pub fn is_error(mut self, value: bool) -> Self {
        self.is_error = Some(value);
        self
    }
}

wire_struct!(McpToolResultBlock {
    tags: ["type" = "mcp_tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: Content = "content",
        2 optional is_error: bool = "is_error",
    ],
});

/// An image, in prompts and in tool results.
///
/// Wire: `type: image`. Seen 1 times in the recordings. Feature: BLK-08.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ImageBlock {
    /// Where the image is.
    ///
    /// Required; seen 1/1.
    pub source: MediaSource,
    /// Marks the end of a cached prefix, on the way in.
    ///
    /// May be absent; declared, not seen.
    pub cache_control: Option<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ImageBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(source: impl Into<MediaSource>) -> Self {
        Self { source: source.into(), cache_control: None, extra: Extra::default() }
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Some(value.into());
        self
    }
}

wire_struct!(ImageBlock {
    tags: ["type" = "image"],
    fields: [
        0 required source: MediaSource = "source",
        1 optional cache_control: CacheControl = "cache_control",
    ],
});

/// A document, such as a PDF file or plain text.
///
/// Wire: `type: document`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DocumentBlock {
    /// Where the document is.
    ///
    /// Required; declared, not seen.
    pub source: MediaSource,
    /// Its title.
    ///
    /// May be absent; declared, not seen.
    pub title: Option<String>,
    /// What the model should know about it without citing it.
    ///
    /// May be absent; declared, not seen.
    pub context: Option<String>,
    /// Whether the model may cite it.
    ///
    /// May be absent; declared, not seen.
    pub citations: Option<CitationsConfig>,
    /// Marks the end of a cached prefix, on the way in.
    ///
    /// May be absent; declared, not seen.
    pub cache_control: Option<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl DocumentBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(source: impl Into<MediaSource>) -> Self {
        Self {
            source: source.into(),
            title: None,
            context: None,
            citations: None,
            cache_control: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`title`](Self::title).
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`context`](Self::context).
    #[must_use]
    pub fn context(mut self, value: impl Into<String>) -> Self {
        self.context = Some(value.into());
        self
    }

    /// Sets [`citations`](Self::citations).
    #[must_use]
    pub fn citations(mut self, value: impl Into<CitationsConfig>) -> Self {
        self.citations = Some(value.into());
        self
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Some(value.into());
        self
    }
}

wire_struct!(DocumentBlock {
    tags: ["type" = "document"],
    fields: [
        0 required source: MediaSource = "source",
        1 optional title: String = "title",
        2 optional context: String = "context",
        3 optional citations: CitationsConfig = "citations",
        4 optional cache_control: CacheControl = "cache_control",
    ],
});

/// Whether a document may be cited.
///
/// Declared, not seen.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CitationsConfig {
    /// True lets the model cite it. The default is false.
    ///
    /// May be absent; declared, not seen.
    pub enabled: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CitationsConfig {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { enabled: None, extra: Extra::default() }
    }

    /// Sets [`enabled`](Self::enabled).
    #[must_use]
    pub fn enabled(mut self, value: bool) -> Self {
        self.enabled = Some(value);
        self
    }
}

wire_struct!(CitationsConfig {
    tags: [],
    fields: [
        0 optional enabled: bool = "enabled",
    ],
});

/// A search result that the caller supplies.
///
/// Wire: `type: search_result`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchResultBlock {
    /// Where it comes from, usually an address.
    ///
    /// Required; declared, not seen.
    pub source: String,
    /// Its title.
    ///
    /// May be absent; declared, not seen.
    pub title: Option<String>,
    /// Its text, as text blocks.
    ///
    /// May be absent; declared, not seen.
    pub content: Option<Vec<ContentBlock>>,
    /// Whether the model may cite it.
    ///
    /// May be absent; declared, not seen.
    pub citations: Option<CitationsConfig>,
    /// Marks the end of a cached prefix, on the way in.
    ///
    /// May be absent; declared, not seen.
    pub cache_control: Option<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SearchResultBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(source: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            title: None,
            content: None,
            citations: None,
            cache_control: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`title`](Self::title).
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<Vec<ContentBlock>>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`citations`](Self::citations).
    #[must_use]
    pub fn citations(mut self, value: impl Into<CitationsConfig>) -> Self {
        self.citations = Some(value.into());
        self
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Some(value.into());
        self
    }
}

wire_struct!(SearchResultBlock {
    tags: ["type" = "search_result"],
    fields: [
        0 required source: String = "source",
        1 optional title: String = "title",
        2 optional content: Vec<ContentBlock> = "content",
        3 optional citations: CitationsConfig = "citations",
        4 optional cache_control: CacheControl = "cache_control",
    ],
});

/// A tool that becomes known to the model, in results of a tool search.
///
/// Wire: `type: tool_reference`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolReferenceBlock {
    /// The tool's name.
    ///
    /// Required; declared, not seen.
    pub tool_name: String,
    /// Marks the end of a cached prefix, on the way in.
    ///
    /// May be absent; declared, not seen.
    pub cache_control: Option<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ToolReferenceBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(tool_name: impl Into<String>) -> Self {
        Self { tool_name: tool_name.into(), cache_control: None, extra: Extra::default() }
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Some(value.into());
        self
    }
}

wire_struct!(ToolReferenceBlock {
    tags: ["type" = "tool_reference"],
    fields: [
        0 required tool_name: String = "tool_name",
        1 optional cache_control: CacheControl = "cache_control",
    ],
});

/// A file put into the code execution container.
///
/// Wire: `type: container_upload`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContainerUploadBlock {
    /// The uploaded file.
    ///
    /// Required; declared, not seen.
    pub file_id: FileId,
    /// Marks the end of a cached prefix, on the way in.
    ///
    /// May be absent; declared, not seen.
    pub cache_control: Option<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ContainerUploadBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(file_id: impl Into<FileId>) -> Self {
        Self { file_id: file_id.into(), cache_control: None, extra: Extra::default() }
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Some(value.into());
        self
    }
}

wire_struct!(ContainerUploadBlock {
    tags: ["type" = "container_upload"],
    fields: [
        0 required file_id: FileId = "file_id",
        1 optional cache_control: CacheControl = "cache_control",
    ],
});

/// A summary by the API that stands for earlier content.
///
/// Wire: `type: compaction`. Declared, not seen. Feature: BLK-07.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CompactionBlock {
    /// The summary; null when the API could not make one.
    ///
    /// May be absent or null; declared, not seen.
    pub content: Maybe<String>,
    /// Marks the end of a cached prefix, on the way in.
    ///
    /// May be absent; declared, not seen.
    pub cache_control: Option<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CompactionBlock {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { content: Maybe::Absent, cache_control: None, extra: Extra::default() }
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Maybe::Value(value.into());
        self
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Some(value.into());
        self
    }
}

wire_struct!(CompactionBlock {
    tags: ["type" = "compaction"],
    fields: [
        0 maybe content: String = "content",
        1 optional cache_control: CacheControl = "cache_control",
    ],
});

/// Asks the API to cache everything up to this block.
///
/// Wire: `type: ephemeral`. Declared, not seen.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CacheControl {
    /// How long: `5m` or `1h`. The default is five minutes.
    ///
    /// May be absent; declared, not seen.
    pub ttl: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CacheControl {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { ttl: None, extra: Extra::default() }
    }

    /// Sets [`ttl`](Self::ttl).
    #[must_use]
    pub fn ttl(mut self, value: impl Into<String>) -> Self {
        self.ttl = Some(value.into());
        self
    }
}

wire_struct!(CacheControl {
    tags: ["type" = "ephemeral"],
    fields: [
        0 optional ttl: String = "ttl",
    ],
});

/// Bytes in the message itself.
///
/// Wire: `type: base64`. Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Base64Source {
    /// The media type, as in `image/png`.
    ///
    /// Required; seen 1/1.
    pub media_type: String,
    /// The bytes in base64, with no line breaks.
    ///
    /// Required; seen 1/1.
    pub data: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Base64Source {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(media_type: impl Into<String>, data: impl Into<String>) -> Self {
        Self { media_type: media_type.into(), data: data.into(), extra: Extra::default() }
    }
}

wire_struct!(Base64Source {
    tags: ["type" = "base64"],
    fields: [
        0 required media_type: String = "media_type",
        1 required data: String = "data",
    ],
});

/// Bytes at an address that the API fetches.
///
/// Wire: `type: url`. Declared, not seen.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UrlSource {
    /// The address.
    ///
    /// Required; declared, not seen.
    pub url: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl UrlSource {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), extra: Extra::default() }
    }
}

wire_struct!(UrlSource {
    tags: ["type" = "url"],
    fields: [
        0 required url: String = "url",
    ],
});

/// Bytes uploaded before.
///
/// Wire: `type: file`. Declared, not seen.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileSource {
    /// The uploaded file.
    ///
    /// Required; declared, not seen.
    pub file_id: FileId,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl FileSource {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(file_id: impl Into<FileId>) -> Self {
        Self { file_id: file_id.into(), extra: Extra::default() }
    }
}

wire_struct!(FileSource {
    tags: ["type" = "file"],
    fields: [
        0 required file_id: FileId = "file_id",
    ],
});

/// A document given as plain text.
///
/// Wire: `type: text`. Declared, not seen.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TextSource {
    /// The media type, which is `text/plain`.
    ///
    /// May be absent; declared, not seen.
    pub media_type: Option<String>,
    /// The text.
    ///
    /// Required; declared, not seen.
    pub data: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl TextSource {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(data: impl Into<String>) -> Self {
        Self { media_type: None, data: data.into(), extra: Extra::default() }
    }

    /// Sets [`media_type`](Self::media_type).
    #[must_use]
    pub fn media_type(mut self, value: impl Into<String>) -> Self {
        self.media_type = Some(value.into());
        self
    }
}

wire_struct!(TextSource {
    tags: ["type" = "text"],
    fields: [
        0 optional media_type: String = "media_type",
        1 required data: String = "data",
    ],
});

/// A document given as blocks of the caller's own making.
///
/// Wire: `type: content`. Declared, not seen.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ContentSource {
    /// A text, or text and image blocks.
    ///
    /// Required; declared, not seen.
    pub content: Content,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ContentSource {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), extra: Extra::default() }
    }
}

wire_struct!(ContentSource {
    tags: ["type" = "content"],
    fields: [
        0 required content: Content = "content",
    ],
});

/// A range of characters of a plain text document.
///
/// Wire: `type: char_location`. Declared, not seen.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CharLocation {
    /// The text that is cited.
    ///
    /// May be absent; declared, not seen.
    pub cited_text: Option<String>,
    /// Which document, counted from 0.
    ///
    /// May be absent; declared, not seen.
    pub document_index: Option<u64>,
    /// The document's title.
    ///
    /// May be null; declared, not seen.
    pub document_title: Option<String>,
    /// The first character, counted from 0.
    ///
    /// May be absent; declared, not seen.
    pub start_char_index: Option<u64>,
    /// The character after the last.
    ///
    /// May be absent; declared, not seen.
    pub end_char_index: Option<u64>,
    /// The uploaded file that the document came from.
    ///
    /// May be absent; declared, not seen.
    pub file_id: Option<FileId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CharLocation {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            cited_text: None,
            document_index: None,
            document_title: None,
            start_char_index: None,
            end_char_index: None,
            file_id: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`cited_text`](Self::cited_text).
    #[must_use]
    pub fn cited_text(mut self, value: impl Into<String>) -> Self {
        self.cited_text = Some(value.into());
        self
    }

    /// Sets [`document_index`](Self::document_index).
    #[must_use]
    pub fn document_index(mut self, value: u64) -> Self {
        self.document_index = Some(value);
        self
    }

    /// Sets [`document_title`](Self::document_title).
    #[must_use]
    pub fn document_title(mut self, value: impl Into<String>) -> Self {
        self.document_title = Some(value.into());
        self
    }

    /// Sets [`start_char_index`](Self::start_char_index).
    #[must_use]
    pub fn start_char_index(mut self, value: u64) -> Self {
        self.start_char_index = Some(value);
        self
    }

    /// Sets [`end_char_index`](Self::end_char_index).
    #[must_use]
    pub fn end_char_index(mut self, value: u64) -> Self {
        self.end_char_index = Some(value);
        self
    }

    /// Sets [`file_id`](Self::file_id).
    #[must_use]
    pub fn file_id(mut self, value: impl Into<FileId>) -> Self {
        self.file_id = Some(value.into());
        self
    }
}

wire_struct!(CharLocation {
    tags: ["type" = "char_location"],
    fields: [
        0 optional cited_text: String = "cited_text",
        1 optional document_index: u64 = "document_index",
        2 nullable document_title: String = "document_title",
        3 optional start_char_index: u64 = "start_char_index",
        4 optional end_char_index: u64 = "end_char_index",
        5 optional file_id: FileId = "file_id",
    ],
});

/// A range of pages of a PDF document.
///
/// Wire: `type: page_location`. Declared, not seen.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PageLocation {
    /// The text that is cited.
    ///
    /// May be absent; declared, not seen.
    pub cited_text: Option<String>,
    /// Which document, counted from 0.
    ///
    /// May be absent; declared, not seen.
    pub document_index: Option<u64>,
    /// The document's title.
    ///
    /// May be null; declared, not seen.
    pub document_title: Option<String>,
    /// The first page, counted from 1.
    ///
    /// May be absent; declared, not seen.
    pub start_page_number: Option<u64>,
    /// The page after the last.
    ///
    /// May be absent; declared, not seen.
    pub end_page_number: Option<u64>,
    /// The uploaded file that the document came from.
    ///
    /// May be absent; declared, not seen.
    pub file_id: Option<FileId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PageLocation {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            cited_text: None,
            document_index: None,
            document_title: None,
            start_page_number: None,
            end_page_number: None,
            file_id: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`cited_text`](Self::cited_text).
    #[must_use]
    pub fn cited_text(mut self, value: impl Into<String>) -> Self {
        self.cited_text = Some(value.into());
        self
    }

    /// Sets [`document_index`](Self::document_index).
    #[must_use]
    pub fn document_index(mut self, value: u64) -> Self {
        self.document_index = Some(value);
        self
    }

    /// Sets [`document_title`](Self::document_title).
    #[must_use]
    pub fn document_title(mut self, value: impl Into<String>) -> Self {
        self.document_title = Some(value.into());
        self
    }

    /// Sets [`start_page_number`](Self::start_page_number).
    #[must_use]
    pub fn start_page_number(mut self, value: u64) -> Self {
        self.start_page_number = Some(value);
        self
    }

    /// Sets [`end_page_number`](Self::end_page_number).
    #[must_use]
    pub fn end_page_number(mut self, value: u64) -> Self {
        self.end_page_number = Some(value);
        self
    }

    /// Sets [`file_id`](Self::file_id).
    #[must_use]
    pub fn file_id(mut self, value: impl Into<FileId>) -> Self {
        self.file_id = Some(value.into());
        self
    }
}

wire_struct!(PageLocation {
    tags: ["type" = "page_location"],
    fields: [
        0 optional cited_text: String = "cited_text",
        1 optional document_index: u64 = "document_index",
        2 nullable document_title: String = "document_title",
        3 optional start_page_number: u64 = "start_page_number",
        4 optional end_page_number: u64 = "end_page_number",
        5 optional file_id: FileId = "file_id",
    ],
});

/// A range of blocks of a document that was given as blocks.
///
/// Wire: `type: content_block_location`. Declared, not seen.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ContentBlockLocation {
    /// The text that is cited.
    ///
    /// May be absent; declared, not seen.
    pub cited_text: Option<String>,
    /// Which document, counted from 0.
    ///
    /// May be absent; declared, not seen.
    pub document_index: Option<u64>,
    /// The document's title.
    ///
    /// May be null; declared, not seen.
    pub document_title: Option<String>,
    /// The first block, counted from 0.
    ///
    /// May be absent; declared, not seen.
    pub start_block_index: Option<u64>,
    /// The block after the last.
    ///
    /// May be absent; declared, not seen.
    pub end_block_index: Option<u64>,
    /// The uploaded file that the document came from.
    ///
    /// May be absent; declared, not seen.
    pub file_id: Option<FileId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ContentBlockLocation {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            cited_text: None,
            document_index: None,
            document_title: None,
            start_block_index: None,
            end_block_index: None,
            file_id: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`cited_text`](Self::cited_text).
    #[must_use]
    pub fn cited_text(mut self, value: impl Into<String>) -> Self {
        self.cited_text = Some(value.into());
        self
    }

    /// Sets [`document_index`](Self::document_index).
    #[must_use]
    pub fn document_index(mut self, value: u64) -> Self {
        self.document_index = Some(value);
        self
    }

    /// Sets [`document_title`](Self::document_title).
    #[must_use]
    pub fn document_title(mut self, value: impl Into<String>) -> Self {
        self.document_title = Some(value.into());
        self
    }

    /// Sets [`start_block_index`](Self::start_block_index).
    #[must_use]
    pub fn start_block_index(mut self, value: u64) -> Self {
        self.start_block_index = Some(value);
        self
    }

    /// Sets [`end_block_index`](Self::end_block_index).
    #[must_use]
    pub fn end_block_index(mut self, value: u64) -> Self {
        self.end_block_index = Some(value);
        self
    }

    /// Sets [`file_id`](Self::file_id).
    #[must_use]
    pub fn file_id(mut self, value: impl Into<FileId>) -> Self {
        self.file_id = Some(value.into());
        self
    }
}

wire_struct!(ContentBlockLocation {
    tags: ["type" = "content_block_location"],
    fields: [
        0 optional cited_text: String = "cited_text",
        1 optional document_index: u64 = "document_index",
        2 nullable document_title: String = "document_title",
        3 optional start_block_index: u64 = "start_block_index",
        4 optional end_block_index: u64 = "end_block_index",
        5 optional file_id: FileId = "file_id",
    ],
});

/// A page that a web search found.
///
/// Wire: `type: web_search_result_location`. Declared, not seen.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct WebSearchResultLocation {
    /// The text that is cited.
    ///
    /// May be absent; declared, not seen.
    pub cited_text: Option<String>,
    /// The page's address.
    ///
    /// May be absent; declared, not seen.
    pub url: Option<String>,
    /// The page's title.
    ///
    /// May be null; declared, not seen.
    pub title: Option<String>,
    /// Refers to the place in the page; has to be sent back unchanged.
    ///
    /// May be absent; declared, not seen.
    pub encrypted_index: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl WebSearchResultLocation {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            cited_text: None,
            url: None,
            title: None,
            encrypted_index: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`cited_text`](Self::cited_text).
    #[must_use]
    pub fn cited_text(mut self, value: impl Into<String>) -> Self {
        self.cited_text = Some(value.into());
        self
    }

    /// Sets [`url`](Self::url).
    #[must_use]
    pub fn url(mut self, value: impl Into<String>) -> Self {
        self.url = Some(value.into());
        self
    }

    /// Sets [`title`](Self::title).
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`encrypted_index`](Self::encrypted_index).
    #[must_use]
    pub fn encrypted_index(mut self, value: impl Into<String>) -> Self {
        self.encrypted_index = Some(value.into());
        self
    }
}

wire_struct!(WebSearchResultLocation {
    tags: ["type" = "web_search_result_location"],
    fields: [
        0 optional cited_text: String = "cited_text",
        1 optional url: String = "url",
        2 nullable title: String = "title",
        3 optional encrypted_index: String = "encrypted_index",
    ],
});

/// A range of blocks of a search result that the caller supplied.
///
/// Wire: `type: search_result_location`. Declared, not seen.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SearchResultLocation {
    /// The text that is cited.
    ///
    /// May be absent; declared, not seen.
    pub cited_text: Option<String>,
    /// Where the search result comes from.
    ///
    /// May be absent; declared, not seen.
    pub source: Option<String>,
    /// Its title.
    ///
    /// May be null; declared, not seen.
    pub title: Option<String>,
    /// Which search result, counted from 0.
    ///
    /// May be absent; declared, not seen.
    pub search_result_index: Option<u64>,
    /// The first block, counted from 0.
    ///
    /// May be absent; declared, not seen.
    pub start_block_index: Option<u64>,
    /// The block after the last.
    ///
    /// May be absent; declared, not seen.
    pub end_block_index: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SearchResultLocation {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            cited_text: None,
            source: None,
            title: None,
            search_result_index: None,
            start_block_index: None,
            end_block_index: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`cited_text`](Self::cited_text).
    #[must_use]
    pub fn cited_text(mut self, value: impl Into<String>) -> Self {
        self.cited_text = Some(value.into());
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn source(mut self, value: impl Into<String>) -> Self {
        self.source = Some(value.into());
        self
    }

    /// Sets [`title`](Self::title).
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`search_result_index`](Self::search_result_index).
    #[must_use]
    pub fn search_result_index(mut self, value: u64) -> Self {
        self.search_result_index = Some(value);
        self
    }

    /// Sets [`start_block_index`](Self::start_block_index).
    #[must_use]
    pub fn start_block_index(mut self, value: u64) -> Self {
        self.start_block_index = Some(value);
        self
    }

    /// Sets [`end_block_index`](Self::end_block_index).
    #[must_use]
    pub fn end_block_index(mut self, value: u64) -> Self {
        self.end_block_index = Some(value);
        self
    }
}

wire_struct!(SearchResultLocation {
    tags: ["type" = "search_result_location"],
    fields: [
        0 optional cited_text: String = "cited_text",
        1 optional source: String = "source",
        2 nullable title: String = "title",
        3 optional search_result_index: u64 = "search_result_index",
        4 optional start_block_index: u64 = "start_block_index",
        5 optional end_block_index: u64 = "end_block_index",
    ],
});
