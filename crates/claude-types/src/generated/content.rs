// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Content blocks of messages. A text in place of a list of blocks is the hand-written type `Content`. Blocks of tools that run at the API, and images, documents and citations, have files of their own.

use super::all::*;

/// The kind of a tool caller.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolCallerKind {
    /// The model.
    Direct,
    /// Code in the container of that version. Wire: `code_execution_20250825`.
    CodeExecution20250825,
    /// Code in the container of that version. Wire: `code_execution_20260120`.
    CodeExecution20260120,
    /// Code in the container of that version. Wire: `code_execution_20260521`.
    CodeExecution20260521,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ToolCallerKind {
    Direct = "direct",
    CodeExecution20250825 = "code_execution_20250825",
    CodeExecution20260120 = "code_execution_20260120",
    CodeExecution20260521 = "code_execution_20260521",
});

/// The way in which added or removed tools are named.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolChangeKind {
    /// By the name of the tool.
    ToolReference,
    /// By an MCP server and the name of the tool there.
    McpToolReference,
    /// By an MCP server, for all of its tools.
    McpToolsetReference,
    /// By a definition.
    ToolDefinition,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ToolChangeKind {
    ToolReference = "tool_reference",
    McpToolReference = "mcp_tool_reference",
    McpToolsetReference = "mcp_toolset_reference",
    ToolDefinition = "tool_definition",
});

/// The kind of a browser event.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BrowserChangeKind {
    /// A tab was opened.
    TabOpened,
    /// A download started.
    DownloadStarted,
    /// A download is complete.
    DownloadCompleted,
    /// A download failed.
    DownloadFailed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(BrowserChangeKind {
    TabOpened = "tab_opened",
    DownloadStarted = "download_started",
    DownloadCompleted = "download_completed",
    DownloadFailed = "download_failed",
});

/// The lifetime of a prompt cache entry, counted from its last use.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CacheLifetime {
    /// Five minutes. Wire: `5m`.
    FiveMinutes,
    /// One hour. Wire: `1h`.
    OneHour,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(CacheLifetime {
    FiveMinutes = "5m",
    OneHour = "1h",
});

/// A content block of a message: every block of the Messages API, including those of its beta features.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum ContentBlock {
    /// A piece of text.
    Text(TextBlock),
    /// The model's thinking.
    Thinking(ThinkingBlock),
    /// Encrypted thinking.
    RedactedThinking(Box<RedactedThinkingBlock>),
    /// A call of a tool.
    ToolUse(ToolUseBlock),
    /// The result of a tool call.
    ToolResult(ToolResultBlock),
    /// A call of a tool that runs at the API.
    ServerToolUse(Box<ServerToolUseBlock>),
    /// The result of a web search at the API.
    WebSearchToolResult(Box<WebSearchToolResultBlock>),
    /// The result of a web fetch at the API.
    WebFetchToolResult(Box<WebFetchToolResultBlock>),
    /// The result of code that ran at the API.
    CodeExecutionToolResult(Box<CodeExecutionToolResultBlock>),
    /// The result of a shell command that ran at the API.
    BashCodeExecutionToolResult(Box<BashCodeExecutionToolResultBlock>),
    /// The result of a file operation at the API.
    TextEditorCodeExecutionToolResult(Box<TextEditorCodeExecutionToolResultBlock>),
    /// The tools that a tool search found.
    ToolSearchToolResult(Box<ToolSearchToolResultBlock>),
    /// The advice of the advisor model.
    AdvisorToolResult(Box<AdvisorToolResultBlock>),
    /// A call of an MCP tool that the API makes.
    McpToolUse(Box<McpToolUseBlock>),
    /// The result of an MCP call that the API made.
    McpToolResult(Box<McpToolResultBlock>),
    /// The tools of an MCP server that the API connected to.
    McpToolListing(Box<McpToolListingBlock>),
    /// An image.
    Image(Box<ImageBlock>),
    /// A document.
    Document(Box<DocumentBlock>),
    /// A search result that the caller supplies and the model may cite.
    SearchResult(Box<SearchResultBlock>),
    /// A tool that becomes available to the model.
    ToolReference(Box<ToolReferenceBlock>),
    /// A tool that the model has from this block on.
    ToolAddition(Box<ToolAdditionBlock>),
    /// A tool that the model no longer has from this block on.
    ToolRemoval(Box<ToolRemovalBlock>),
    /// A file uploaded to the code execution container.
    ContainerUpload(Box<ContainerUploadBlock>),
    /// A summary that replaces earlier content.
    Compaction(Box<CompactionBlock>),
    /// A switch to another model, which answers from this block on.
    Fallback(Box<FallbackBlock>),
    /// The tabs of a browser, after a call of a browser tool.
    BrowserState(Box<BrowserStateBlock>),
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
    "mcp_tool_listing" => McpToolListing: Box<McpToolListingBlock>,
    "image" => Image: Box<ImageBlock>,
    "document" => Document: Box<DocumentBlock>,
    "search_result" => SearchResult: Box<SearchResultBlock>,
    "tool_reference" => ToolReference: Box<ToolReferenceBlock>,
    "tool_addition" => ToolAddition: Box<ToolAdditionBlock>,
    "tool_removal" => ToolRemoval: Box<ToolRemovalBlock>,
    "container_upload" => ContainerUpload: Box<ContainerUploadBlock>,
    "compaction" => Compaction: Box<CompactionBlock>,
    "fallback" => Fallback: Box<FallbackBlock>,
    "browser_state" => BrowserState: Box<BrowserStateBlock>,
} local {  });

/// A piece of text.
///
/// Wire: `type: text`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TextBlock {
    /// The text.
    pub text: String,
    /// The sources of statements in the text.
    pub citations: Maybe<Vec<Citation>>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl TextBlock {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            citations: Maybe::Absent,
            cache_control: Maybe::Absent,
            extra: Extra::default(),
        }
    }

    /// Sets [`citations`](Self::citations).
    #[inline]
    #[must_use]
    pub fn citations(mut self, value: impl Into<Vec<Citation>>) -> Self {
        self.citations = Maybe::Value(value.into());
        self
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[inline]
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Maybe::Value(value.into());
        self
    }
}

wire_struct!(TextBlock {
    tags: ["type" = "text"],
    fields: [
        0 required text: String = "text",
        1 maybe citations: Vec<Citation> = "citations",
        2 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// The model's thinking, or a summary of it.
///
/// Wire: `type: thinking`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ThinkingBlock {
    /// The text of the thinking; empty when thinking is not displayed.
    pub thinking: String,
    /// A signature that proves that the thinking comes from the API. It must be sent back unchanged.
    pub signature: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
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
/// Wire: `type: redacted_thinking`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RedactedThinkingBlock {
    /// The encrypted thinking. It must be sent back unchanged.
    pub data: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(RedactedThinkingBlock {
    tags: ["type" = "redacted_thinking"],
    fields: [
        0 required data: String = "data",
    ],
});

/// A call of a tool by the model.
///
/// Wire: `type: tool_use`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolUseBlock {
    /// The ID of the call. Its result refers to it.
    pub id: ToolUseId,
    /// The tool's name; tools of MCP servers are named `mcp__SERVER__TOOL`.
    pub name: String,
    /// The arguments. If the model wrote invalid JSON, the value is an object with `__unparsedToolInput`.
    pub input: Raw,
    /// The caller of the tool, if it is not the model itself.
    pub caller: Option<Box<ToolCaller>>,
    /// The family of tools that this tool belongs to, such as the browser tools.
    pub toolset_name: Maybe<String>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ToolUseBlock {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(id: impl Into<ToolUseId>, name: impl Into<String>, input: impl Into<Raw>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            input: input.into(),
            caller: None,
            toolset_name: Maybe::Absent,
            cache_control: Maybe::Absent,
            extra: Extra::default(),
        }
    }

    /// Sets [`caller`](Self::caller).
    #[inline]
    #[must_use]
    pub fn caller(mut self, value: impl Into<Box<ToolCaller>>) -> Self {
        self.caller = Some(value.into());
        self
    }

    /// Sets [`toolset_name`](Self::toolset_name).
    #[inline]
    #[must_use]
    pub fn toolset_name(mut self, value: impl Into<String>) -> Self {
        self.toolset_name = Maybe::Value(value.into());
        self
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[inline]
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Maybe::Value(value.into());
        self
    }
}

wire_struct!(ToolUseBlock {
    tags: ["type" = "tool_use"],
    fields: [
        0 required id: ToolUseId = "id",
        1 required name: String = "name",
        2 required input: Raw = "input",
        3 optional caller: Box<ToolCaller> = "caller",
        4 maybe toolset_name: String = "toolset_name",
        5 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// The caller of a tool: the model, or code that it runs at the API.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolCaller {
    /// The kind of caller. Wire: `type`.
    pub kind: Option<ToolCallerKind>,
    /// The tool call that runs the code.
    pub tool_id: Option<ToolUseId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ToolCaller {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ToolCaller {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`kind`](Self::kind).
    #[inline]
    #[must_use]
    pub fn kind(mut self, value: impl Into<ToolCallerKind>) -> Self {
        self.kind = Some(value.into());
        self
    }

    /// Sets [`tool_id`](Self::tool_id).
    #[inline]
    #[must_use]
    pub fn tool_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_id = Some(value.into());
        self
    }
}

wire_struct!(ToolCaller {
    tags: [],
    fields: [
        0 optional kind: ToolCallerKind = "type",
        1 optional tool_id: ToolUseId = "tool_id",
    ],
});

/// The result of a tool call. It occurs in user messages.
///
/// Wire: `type: tool_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolResultBlock {
    /// The tool call that this is the result of.
    pub tool_use_id: ToolUseId,
    /// The output of the tool: a text or blocks. Absent if the tool returned nothing.
    pub content: Maybe<Content>,
    /// Whether the call failed or was refused. Absent means that it succeeded.
    pub is_error: Option<bool>,
    /// The family of tools that the called tool belongs to.
    pub toolset_name: Maybe<String>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ToolResultBlock {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(tool_use_id: impl Into<ToolUseId>) -> Self {
        Self {
            tool_use_id: tool_use_id.into(),
            content: Maybe::Absent,
            is_error: None,
            toolset_name: Maybe::Absent,
            cache_control: Maybe::Absent,
            extra: Extra::default(),
        }
    }

    /// Sets [`content`](Self::content).
    #[inline]
    #[must_use]
    pub fn content(mut self, value: impl Into<Content>) -> Self {
        self.content = Maybe::Value(value.into());
        self
    }

    /// Sets [`is_error`](Self::is_error).
    #[inline]
    #[must_use]
    pub fn is_error(mut self, value: bool) -> Self {
        self.is_error = Some(value);
        self
    }

    /// Sets [`toolset_name`](Self::toolset_name).
    #[inline]
    #[must_use]
    pub fn toolset_name(mut self, value: impl Into<String>) -> Self {
        self.toolset_name = Maybe::Value(value.into());
        self
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[inline]
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Maybe::Value(value.into());
        self
    }
}

wire_struct!(ToolResultBlock {
    tags: ["type" = "tool_result"],
    fields: [
        0 required tool_use_id: ToolUseId = "tool_use_id",
        1 maybe content: Content = "content",
        2 optional is_error: bool = "is_error",
        3 maybe toolset_name: String = "toolset_name",
        4 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// A tool that becomes available to the model, in results of a tool search.
///
/// Wire: `type: tool_reference`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolReferenceBlock {
    /// The tool's name.
    pub tool_name: String,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ToolReferenceBlock {
    tags: ["type" = "tool_reference"],
    fields: [
        0 required tool_name: String = "tool_name",
        1 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// A tool, or all tools of a server, that the model has from this block on.
///
/// Wire: `type: tool_addition`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolAdditionBlock {
    /// The tool.
    pub tool: ToolChange,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ToolAdditionBlock {
    tags: ["type" = "tool_addition"],
    fields: [
        0 required tool: ToolChange = "tool",
        1 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// A tool that the model no longer has from this block on.
///
/// Wire: `type: tool_removal`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolRemovalBlock {
    /// The tool.
    pub tool: ToolChange,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ToolRemovalBlock {
    tags: ["type" = "tool_removal"],
    fields: [
        0 required tool: ToolChange = "tool",
        1 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// Tools that are added or removed. The kind decides which fields are present.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolChange {
    /// The way in which the tools are named. Wire: `type`.
    pub kind: Option<ToolChangeKind>,
    /// The tool's name. For a tool of an MCP server, its name at the server.
    pub name: Option<String>,
    /// The MCP server.
    pub server_name: Option<String>,
    /// The complete definition of the tool.
    pub definition: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ToolChange {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ToolChange {
    tags: [],
    fields: [
        0 optional kind: ToolChangeKind = "type",
        1 optional name: String = "name",
        2 optional server_name: String = "server_name",
        3 optional definition: Raw = "definition",
    ],
});

/// A summary by the API that replaces earlier content.
///
/// Wire: `type: compaction`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CompactionBlock {
    /// The summary; null if the API could not make one.
    pub content: Maybe<String>,
    /// Data that the API needs later. It must be sent back unchanged.
    pub encrypted_content: Maybe<String>,
    /// A signature that proves that the summary comes from the API. It must be sent back unchanged.
    pub signature: Maybe<String>,
    /// The tools that were added and removed in the summarized content, as `tool_addition` and `tool_removal` blocks.
    pub tool_changes: Maybe<Vec<ContentBlock>>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CompactionBlock {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(CompactionBlock {
    tags: ["type" = "compaction"],
    fields: [
        0 maybe content: String = "content",
        1 maybe encrypted_content: String = "encrypted_content",
        2 maybe signature: String = "signature",
        3 maybe tool_changes: Vec<ContentBlock> = "tool_changes",
        4 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// A switch to another model after a refusal. The answer of the other model follows.
///
/// Wire: `type: fallback`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FallbackBlock {
    /// The model that stops answering here.
    pub from: Option<FallbackModel>,
    /// The model that continues.
    pub to: Option<FallbackModel>,
    /// The refusal that caused the switch.
    pub trigger: Maybe<FallbackRefusal>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FallbackBlock {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(FallbackBlock {
    tags: ["type" = "fallback"],
    fields: [
        0 optional from: FallbackModel = "from",
        1 optional to: FallbackModel = "to",
        2 maybe trigger: FallbackRefusal = "trigger",
    ],
});

/// A model before or after a switch.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FallbackModel {
    /// The model's name.
    pub model: Option<ModelName>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FallbackModel {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(FallbackModel {
    tags: [],
    fields: [
        0 optional model: ModelName = "model",
    ],
});

/// The refusal that caused a switch to another model.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FallbackRefusal {
    /// The cause, which is `refusal`. Wire: `type`.
    pub kind: Option<String>,
    /// The API's category of the refusal.
    pub category: Maybe<RefusalCategory>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FallbackRefusal {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(FallbackRefusal {
    tags: [],
    fields: [
        0 optional kind: String = "type",
        1 maybe category: RefusalCategory = "category",
    ],
});

/// The tabs of a browser, after a call of a browser tool. The block occurs in tool results.
///
/// Wire: `type: browser_state`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BrowserStateBlock {
    /// All open tabs.
    pub tabs: Vec<BrowserTab>,
    /// The events during the call.
    pub state_changes: Maybe<Vec<BrowserChange>>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(BrowserStateBlock {
    tags: ["type" = "browser_state"],
    fields: [
        0 required tabs: Vec<BrowserTab> = "tabs",
        1 maybe state_changes: Vec<BrowserChange> = "state_changes",
        2 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// A tab of a browser.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BrowserTab {
    /// The ID of the tab.
    pub tab_id: Option<String>,
    /// The title of its page.
    pub title: Option<String>,
    /// The address of its page.
    pub url: Option<String>,
    /// True for the tab in the foreground.
    pub active: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for BrowserTab {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(BrowserTab {
    tags: [],
    fields: [
        0 optional tab_id: String = "tab_id",
        1 optional title: String = "title",
        2 optional url: String = "url",
        3 optional active: bool = "active",
    ],
});

/// An event in a browser. The kind decides which fields are present.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BrowserChange {
    /// The kind of event. Wire: `type`.
    pub kind: Option<BrowserChangeKind>,
    /// The tab that was opened.
    pub tab_id: Option<String>,
    /// The ID of the download.
    pub download_id: Option<String>,
    /// The address of the download.
    pub url: Option<String>,
    /// The path of the downloaded file.
    pub path: Maybe<String>,
    /// The size of the file in bytes.
    pub size_bytes: Maybe<u64>,
    /// The reason why the download failed.
    pub error: Maybe<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for BrowserChange {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(BrowserChange {
    tags: [],
    fields: [
        0 optional kind: BrowserChangeKind = "type",
        1 optional tab_id: String = "tab_id",
        2 optional download_id: String = "download_id",
        3 optional url: String = "url",
        4 maybe path: String = "path",
        5 maybe size_bytes: u64 = "size_bytes",
        6 maybe error: String = "error",
    ],
});

/// A request to the API to cache everything up to this block.
///
/// Wire: `type: ephemeral`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CacheControl {
    /// The lifetime of the cache entry. The default is five minutes.
    pub ttl: Option<CacheLifetime>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CacheControl {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl CacheControl {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`ttl`](Self::ttl).
    #[inline]
    #[must_use]
    pub fn ttl(mut self, value: impl Into<CacheLifetime>) -> Self {
        self.ttl = Some(value.into());
        self
    }
}

wire_struct!(CacheControl {
    tags: ["type" = "ephemeral"],
    fields: [
        0 optional ttl: CacheLifetime = "ttl",
    ],
});
