// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Tools that look at the web and at the resources of MCP servers: their inputs and outputs. The tools of MCP servers themselves have inputs of their own; their outputs are texts, lists of blocks, or objects with both.

use super::all::*;

/// How asking for tools went.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpRefreshStatus {
    /// The tools are those of now.
    Refreshed,
    /// It failed, and the tools are those of before.
    Error,
    /// There is no connection to the server.
    NotConnected,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] McpRefreshStatus {
    Refreshed = "refreshed",
    Error = "error",
    NotConnected = "not_connected",
});

/// Fetches a page and asks a model about it.
///
/// The input of the tool `WebFetch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebFetchInput {
    /// The address.
    pub url: String,
    /// What to ask.
    pub prompt: String,
    /// The character of the page to begin with, for long pages.
    pub offset: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl WebFetchInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(url: impl Into<String>, prompt: impl Into<String>) -> Self {
        Self { url: url.into(), prompt: prompt.into(), offset: None, extra: Extra::default() }
    }

    /// Sets [`offset`](Self::offset).
    #[inline]
    #[must_use]
    pub fn offset(mut self, value: u64) -> Self {
        self.offset = Some(value);
        self
    }
}

wire_struct!(#[inline] WebFetchInput {
    tags: [],
    fields: [
        0 required url: String = "url",
        1 required prompt: String = "prompt",
        2 optional offset: u64 = "offset",
    ],
});

impl crate::wire::ToolInput for WebFetchInput {
    const TOOL: &'static str = "WebFetch";
    const ALIASES: &'static [&'static str] = &[];
}

/// What a page says.
///
/// The output of the tool `WebFetch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebFetchOutput {
    /// The size of the page.
    pub bytes: Option<u64>,
    /// The HTTP status.
    pub code: Option<u64>,
    /// The HTTP status in words.
    pub code_text: Option<String>,
    /// The answer.
    pub result: Option<String>,
    /// How long it took, in milliseconds.
    pub duration_ms: Option<u64>,
    /// The address.
    pub url: Option<String>,
    /// Which published artifact the page is.
    pub artifact_read: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WebFetchOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] WebFetchOutput {
    tags: [],
    fields: [
        0 optional bytes: u64 = "bytes",
        1 optional code: u64 = "code",
        2 optional code_text: String = "codeText",
        3 optional result: String = "result",
        4 optional duration_ms: u64 = "durationMs",
        5 optional url: String = "url",
        6 optional artifact_read: Raw = "artifactRead",
    ],
});

impl crate::wire::ToolOutput for WebFetchOutput {
    const TOOL: &'static str = "WebFetch";
    const ALIASES: &'static [&'static str] = &[];
}

/// Searches the web.
///
/// The input of the tool `WebSearch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebSearchInput {
    /// What to look for.
    pub query: String,
    /// Only these domains.
    pub allowed_domains: Option<Vec<String>>,
    /// Never these domains.
    pub blocked_domains: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl WebSearchInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            allowed_domains: None,
            blocked_domains: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`allowed_domains`](Self::allowed_domains).
    #[inline]
    #[must_use]
    pub fn allowed_domains(mut self, value: impl Into<Vec<String>>) -> Self {
        self.allowed_domains = Some(value.into());
        self
    }

    /// Sets [`blocked_domains`](Self::blocked_domains).
    #[inline]
    #[must_use]
    pub fn blocked_domains(mut self, value: impl Into<Vec<String>>) -> Self {
        self.blocked_domains = Some(value.into());
        self
    }
}

wire_struct!(#[inline] WebSearchInput {
    tags: [],
    fields: [
        0 required query: String = "query",
        1 optional allowed_domains: Vec<String> = "allowed_domains",
        2 optional blocked_domains: Vec<String> = "blocked_domains",
    ],
});

impl crate::wire::ToolInput for WebSearchInput {
    const TOOL: &'static str = "WebSearch";
    const ALIASES: &'static [&'static str] = &[];
}

/// What the search found.
///
/// The output of the tool `WebSearch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebSearchOutput {
    /// What was looked for.
    pub query: Option<String>,
    /// Hits, and remarks of the model between them.
    pub results: Option<Vec<TextOr<WebSearchHits>>>,
    /// How long it took, in seconds.
    pub duration_seconds: Option<f64>,
    /// How many searches were made.
    pub search_count: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WebSearchOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] WebSearchOutput {
    tags: [],
    fields: [
        0 optional query: String = "query",
        1 optional results: Vec<TextOr<WebSearchHits>> = "results",
        2 optional duration_seconds: f64 = "durationSeconds",
        3 optional search_count: u64 = "searchCount",
    ],
});

impl crate::wire::ToolOutput for WebSearchOutput {
    const TOOL: &'static str = "WebSearch";
    const ALIASES: &'static [&'static str] = &[];
}

/// Hits of one search.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebSearchHits {
    /// The search, at the API.
    pub tool_use_id: Option<ToolUseId>,
    /// The hits.
    pub content: Option<Vec<WebSearchHit>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WebSearchHits {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] WebSearchHits {
    tags: [],
    fields: [
        0 optional tool_use_id: ToolUseId = "tool_use_id",
        1 optional content: Vec<WebSearchHit> = "content",
    ],
});

/// A page that was found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebSearchHit {
    /// Its title.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Text of the page. Only hooks get it.
    pub snippet: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WebSearchHit {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] WebSearchHit {
    tags: [],
    fields: [
        0 optional title: String = "title",
        1 optional url: String = "url",
        2 optional snippet: String = "snippet",
    ],
});

/// Lists what MCP servers have to read. The output is a list of `ListedMcpResource`.
///
/// The input of the tool `ListMcpResourcesTool`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListMcpResourcesInput {
    /// Only this server.
    pub server: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ListMcpResourcesInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ListMcpResourcesInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`server`](Self::server).
    #[inline]
    #[must_use]
    pub fn server(mut self, value: impl Into<String>) -> Self {
        self.server = Some(value.into());
        self
    }
}

wire_struct!(#[inline] ListMcpResourcesInput {
    tags: [],
    fields: [
        0 optional server: String = "server",
    ],
});

impl crate::wire::ToolInput for ListMcpResourcesInput {
    const TOOL: &'static str = "ListMcpResourcesTool";
    const ALIASES: &'static [&'static str] = &["ListMcpResources"];
}

/// Something that an MCP server has to read.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListedMcpResource {
    /// Its address.
    pub uri: String,
    /// Its name.
    pub name: Option<String>,
    /// Its MIME type; `inode/directory` for folders.
    pub mime_type: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// The server; told where several are listed.
    pub server: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ListedMcpResource {
    tags: [],
    fields: [
        0 required uri: String = "uri",
        1 optional name: String = "name",
        2 optional mime_type: String = "mimeType",
        3 optional description: String = "description",
        4 optional server: String = "server",
    ],
});

/// Reads from an MCP server.
///
/// The input of the tool `ReadMcpResourceTool`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadMcpResourceInput {
    /// The server.
    pub server: String,
    /// The address.
    pub uri: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ReadMcpResourceInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(server: impl Into<String>, uri: impl Into<String>) -> Self {
        Self { server: server.into(), uri: uri.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] ReadMcpResourceInput {
    tags: [],
    fields: [
        0 required server: String = "server",
        1 required uri: String = "uri",
    ],
});

impl crate::wire::ToolInput for ReadMcpResourceInput {
    const TOOL: &'static str = "ReadMcpResourceTool";
    const ALIASES: &'static [&'static str] = &["ReadMcpResource"];
}

/// What was read from an MCP server.
///
/// The output of the tool `ReadMcpResourceTool`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadMcpResourceOutput {
    /// What came.
    pub contents: Option<Vec<ReadMcpContent>>,
    /// Why it could not be read.
    pub error: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReadMcpResourceOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ReadMcpResourceOutput {
    tags: [],
    fields: [
        0 optional contents: Vec<ReadMcpContent> = "contents",
        1 optional error: String = "error",
    ],
});

impl crate::wire::ToolOutput for ReadMcpResourceOutput {
    const TOOL: &'static str = "ReadMcpResourceTool";
    const ALIASES: &'static [&'static str] = &["ReadMcpResource"];
}

/// A piece of what was read from an MCP server.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadMcpContent {
    /// Its address.
    pub uri: Option<String>,
    /// Its MIME type.
    pub mime_type: Option<String>,
    /// Its text.
    pub text: Option<String>,
    /// The file it was saved to, where it is no text.
    pub blob_saved_to: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReadMcpContent {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ReadMcpContent {
    tags: [],
    fields: [
        0 optional uri: String = "uri",
        1 optional mime_type: String = "mimeType",
        2 optional text: String = "text",
        3 optional blob_saved_to: String = "blobSavedTo",
    ],
});

/// Lists a folder of an MCP server.
///
/// The input of the tool `ReadMcpResourceDirTool`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadMcpResourceDirInput {
    /// The server.
    pub server: String,
    /// The address of the folder.
    pub uri: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ReadMcpResourceDirInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(server: impl Into<String>, uri: impl Into<String>) -> Self {
        Self { server: server.into(), uri: uri.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] ReadMcpResourceDirInput {
    tags: [],
    fields: [
        0 required server: String = "server",
        1 required uri: String = "uri",
    ],
});

impl crate::wire::ToolInput for ReadMcpResourceDirInput {
    const TOOL: &'static str = "ReadMcpResourceDirTool";
    const ALIASES: &'static [&'static str] = &["ReadMcpResourceDir"];
}

/// What is in a folder of an MCP server.
///
/// The output of the tool `ReadMcpResourceDirTool`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadMcpResourceDirOutput {
    /// What is in it.
    pub resources: Option<Vec<ListedMcpResource>>,
    /// Why it could not be listed.
    pub error: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReadMcpResourceDirOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ReadMcpResourceDirOutput {
    tags: [],
    fields: [
        0 optional resources: Vec<ListedMcpResource> = "resources",
        1 optional error: String = "error",
    ],
});

impl crate::wire::ToolOutput for ReadMcpResourceDirOutput {
    const TOOL: &'static str = "ReadMcpResourceDirTool";
    const ALIASES: &'static [&'static str] = &["ReadMcpResourceDir"];
}

/// Asks MCP servers for their tools again. The output is a list of `RefreshedMcpServer`.
///
/// The input of the tool `RefreshMcpTools`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RefreshMcpToolsInput {
    /// Only this server.
    pub server: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for RefreshMcpToolsInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl RefreshMcpToolsInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`server`](Self::server).
    #[inline]
    #[must_use]
    pub fn server(mut self, value: impl Into<String>) -> Self {
        self.server = Some(value.into());
        self
    }
}

wire_struct!(#[inline] RefreshMcpToolsInput {
    tags: [],
    fields: [
        0 optional server: String = "server",
    ],
});

impl crate::wire::ToolInput for RefreshMcpToolsInput {
    const TOOL: &'static str = "RefreshMcpTools";
    const ALIASES: &'static [&'static str] = &[];
}

/// An MCP server that was asked for its tools again.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RefreshedMcpServer {
    /// The server.
    pub server: String,
    /// How that went.
    pub status: Option<McpRefreshStatus>,
    /// How many tools it has now.
    pub tool_count: Option<u64>,
    /// Tools that are new.
    pub added: Option<Vec<String>>,
    /// Tools that are gone.
    pub removed: Option<Vec<String>>,
    /// What went wrong.
    pub error: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] RefreshedMcpServer {
    tags: [],
    fields: [
        0 required server: String = "server",
        1 optional status: McpRefreshStatus = "status",
        2 optional tool_count: u64 = "toolCount",
        3 optional added: Vec<String> = "added",
        4 optional removed: Vec<String> = "removed",
        5 optional error: String = "error",
    ],
});
