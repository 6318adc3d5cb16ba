// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Content blocks of messages. A text that stands where a list of blocks may stand is the hand-written type `Content`; blocks of tools that run at the API, and images, documents and citations have files of their own.

use super::all::*;

/// Sorts of callers of tools.
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

/// How tools that come or go are named.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolChangeKind {
    /// By the name of the tool.
    ToolReference,
    /// By an MCP server and the name of the tool there.
    McpToolReference,
    /// By an MCP server: all of its tools.
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

/// What happens in a browser.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BrowserChangeKind {
    /// A tab was opened.
    TabOpened,
    /// A download began.
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

/// How long an entry of the prompt cache lives after its last use.
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

/// One piece of a message's content: every block of the Messages API, those of its beta features too.
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
    /// The tools of an MCP server that the API asked itself.
    McpToolListing(Box<McpToolListingBlock>),
    /// An image.
    Image(Box<ImageBlock>),
    /// A document.
    Document(Box<DocumentBlock>),
    /// A search result that the caller supplies and the model may cite.
    SearchResult(Box<SearchResultBlock>),
    /// A tool that becomes known to the model.
    ToolReference(Box<ToolReferenceBlock>),
    /// From here on the model has a tool.
    ToolAddition(Box<ToolAdditionBlock>),
    /// From here on the model has a tool no more.
    ToolRemoval(Box<ToolRemovalBlock>),
    /// A file put into the code execution container.
    ContainerUpload(Box<ContainerUploadBlock>),
    /// A summary that stands for earlier content.
    Compaction(Box<CompactionBlock>),
    /// From here on another model answers.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TextBlock {
    /// The text.
    pub text: String,
    /// Where statements of the text come from.
    pub citations: Maybe<Vec<Citation>>,
    /// Marks the end of a cached prefix, on the way in.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ThinkingBlock {
    /// The text of it; empty when thinking is not displayed.
    pub thinking: String,
    /// Proves to the API that the thinking is its own; has to be sent back unchanged.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RedactedThinkingBlock {
    /// The encrypted thinking, to be sent back unchanged.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolUseBlock {
    /// Names the call; its result refers to it.
    pub id: ToolUseId,
    /// The tool's name; tools of MCP servers are named `mcp__SERVER__TOOL`.
    pub name: String,
    /// The arguments. Where the model wrote broken JSON, an object with `__unparsedToolInput` stands here.
    pub input: Raw,
    /// Who called the tool, if not the model directly.
    pub caller: Option<Box<ToolCaller>>,
    /// The family of tools that this one belongs to, such as those for a browser.
    pub toolset_name: Maybe<String>,
    /// Marks the end of a cached prefix, on the way in.
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

/// Who called a tool: the model, or code that it runs at the API.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolCaller {
    /// Which of both. Wire: `type`.
    pub kind: Option<ToolCallerKind>,
    /// The call that runs the code.
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

/// The result of a tool call. It stands in user messages.
///
/// Wire: `type: tool_result`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolResultBlock {
    /// The call this answers.
    pub tool_use_id: ToolUseId,
    /// What the tool gave back: a text or blocks. Absent for a tool that returned nothing.
    pub content: Maybe<Content>,
    /// Whether the call failed or was refused. Absent means that it did not fail.
    pub is_error: Option<bool>,
    /// The family of tools of the call.
    pub toolset_name: Maybe<String>,
    /// Marks the end of a cached prefix, on the way in.
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

/// A tool that becomes known to the model, in results of a tool search.
///
/// Wire: `type: tool_reference`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolReferenceBlock {
    /// The tool's name.
    pub tool_name: String,
    /// Marks the end of a cached prefix, on the way in.
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

/// From here on the model has a tool, or a whole server of tools.
///
/// Wire: `type: tool_addition`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolAdditionBlock {
    /// The tool.
    pub tool: ToolChange,
    /// Marks the end of a cached prefix, on the way in.
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

/// From here on the model has a tool no more.
///
/// Wire: `type: tool_removal`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolRemovalBlock {
    /// The tool.
    pub tool: ToolChange,
    /// Marks the end of a cached prefix, on the way in.
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

/// Tools that come or go. Which fields are there depends on the kind.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolChange {
    /// How the tools are named. Wire: `type`.
    pub kind: Option<ToolChangeKind>,
    /// The tool's name; for one of an MCP server, its name there.
    pub name: Option<String>,
    /// The MCP server.
    pub server_name: Option<String>,
    /// The whole definition of the tool.
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

/// A summary by the API that stands for earlier content.
///
/// Wire: `type: compaction`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CompactionBlock {
    /// The summary; null when the API could not make one.
    pub content: Maybe<String>,
    /// What the API needs of it later, to be sent back unchanged.
    pub encrypted_content: Maybe<String>,
    /// Proves to the API that the summary is its own, to be sent back unchanged.
    pub signature: Maybe<String>,
    /// Tools that came and went in what is summarized, as blocks of these two types.
    pub tool_changes: Maybe<Vec<ContentBlock>>,
    /// Marks the end of a cached prefix, on the way in.
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

/// The model refused, and from here on another model's answer follows.
///
/// Wire: `type: fallback`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FallbackBlock {
    /// The model whose answer ends here.
    pub from: Option<FallbackModel>,
    /// The model that goes on.
    pub to: Option<FallbackModel>,
    /// What made it change.
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

/// A model that hands over or takes over.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FallbackModel {
    /// Its name.
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

/// The refusal that made another model take over.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FallbackRefusal {
    /// What happened, which is `refusal`. Wire: `type`.
    pub kind: Option<String>,
    /// The API's class of the refusal.
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

/// The tabs of a browser, after a call of a browser tool. It stands in tool results.
///
/// Wire: `type: browser_state`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BrowserStateBlock {
    /// All tabs that are open.
    pub tabs: Vec<BrowserTab>,
    /// What happened during the call.
    pub state_changes: Maybe<Vec<BrowserChange>>,
    /// Marks the end of a cached prefix, on the way in.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BrowserTab {
    /// Names the tab.
    pub tab_id: Option<String>,
    /// The title of its page.
    pub title: Option<String>,
    /// The address of its page.
    pub url: Option<String>,
    /// True for the one that is in front.
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

/// Something that happened in a browser. Which fields are there depends on the kind.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BrowserChange {
    /// What happened. Wire: `type`.
    pub kind: Option<BrowserChangeKind>,
    /// The tab that was opened.
    pub tab_id: Option<String>,
    /// Names the download.
    pub download_id: Option<String>,
    /// The address of the download.
    pub url: Option<String>,
    /// The file it was written to.
    pub path: Maybe<String>,
    /// The size of the file.
    pub size_bytes: Maybe<u64>,
    /// Why the download failed.
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

/// Asks the API to cache everything up to this block.
///
/// Wire: `type: ephemeral`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CacheControl {
    /// How long. The default is five minutes.
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
