// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Tools for the web and for resources of MCP servers: their inputs and outputs. The inputs of MCP tools are defined by their servers; the outputs of MCP tools are texts, lists of blocks, or objects with both.

use super::all::*;

/// The outcome of requesting the tools again.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpRefreshStatus {
    /// The tools are up to date.
    Refreshed,
    /// The request failed, and the tools are unchanged.
    Error,
    /// The server is not connected.
    NotConnected,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] McpRefreshStatus {
    Refreshed = "refreshed",
    Error = "error",
    NotConnected = "not_connected",
});

/// Fetches a page and asks a model about its content.
///
/// The input of the tool `WebFetch`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WebFetchInput {
    /// The URL of the page.
    pub url: String,
    /// The prompt for the model.
    pub prompt: String,
    /// The character of the page to start with, for long pages.
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

/// The answer about a page.
///
/// The output of the tool `WebFetch`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WebFetchOutput {
    /// The size of the page in bytes.
    pub bytes: Option<u64>,
    /// The HTTP status.
    pub code: Option<u64>,
    /// The HTTP status as a text.
    pub code_text: Option<String>,
    /// The answer.
    pub result: Option<String>,
    /// The duration in milliseconds.
    pub duration_ms: Option<u64>,
    /// The URL of the page.
    pub url: Option<String>,
    /// The published artifact that the page is.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WebSearchInput {
    /// The query.
    pub query: String,
    /// The domains to search only.
    pub allowed_domains: Option<Vec<String>>,
    /// The domains to exclude.
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

/// The result of a web search.
///
/// The output of the tool `WebSearch`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WebSearchOutput {
    /// The query.
    pub query: Option<String>,
    /// Hits, and texts of the model between them.
    pub results: Option<Vec<TextOr<WebSearchHits>>>,
    /// The duration in seconds.
    pub duration_seconds: Option<f64>,
    /// The number of searches.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WebSearchHits {
    /// The ID of the search at the API.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WebSearchHit {
    /// The title of the page.
    pub title: Option<String>,
    /// The URL of the page.
    pub url: Option<String>,
    /// A text of the page. Only hooks receive it.
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

/// Lists the resources of MCP servers. The output is a list of `ListedMcpResource`.
///
/// The input of the tool `ListMcpResourcesTool`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ListMcpResourcesInput {
    /// The server that the call is limited to.
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

/// A resource of an MCP server.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ListedMcpResource {
    /// The URI of the resource.
    pub uri: String,
    /// The name of the resource.
    pub name: Option<String>,
    /// The MIME type of the resource; `inode/directory` for directories.
    pub mime_type: Option<String>,
    /// A description of the resource.
    pub description: Option<String>,
    /// The server; present if several servers are listed.
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

/// Reads a resource of an MCP server.
///
/// The input of the tool `ReadMcpResourceTool`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadMcpResourceInput {
    /// The server.
    pub server: String,
    /// The URI of the resource.
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

/// The content of a resource of an MCP server.
///
/// The output of the tool `ReadMcpResourceTool`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadMcpResourceOutput {
    /// The parts of the content.
    pub contents: Option<Vec<ReadMcpContent>>,
    /// The reason why the resource could not be read.
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

/// A part of the content of a resource.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadMcpContent {
    /// The URI of the part.
    pub uri: Option<String>,
    /// The MIME type of the part.
    pub mime_type: Option<String>,
    /// The text of the part.
    pub text: Option<String>,
    /// The file that the part was saved to, if it is not text.
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

/// Lists a directory of an MCP server.
///
/// The input of the tool `ReadMcpResourceDirTool`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadMcpResourceDirInput {
    /// The server.
    pub server: String,
    /// The URI of the directory.
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

/// The entries of a directory of an MCP server.
///
/// The output of the tool `ReadMcpResourceDirTool`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadMcpResourceDirOutput {
    /// The entries.
    pub resources: Option<Vec<ListedMcpResource>>,
    /// The reason why the directory could not be listed.
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

/// Requests the tools of MCP servers again. The output is a list of `RefreshedMcpServer`.
///
/// The input of the tool `RefreshMcpTools`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RefreshMcpToolsInput {
    /// The server that the call is limited to.
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

/// An MCP server whose tools were requested again.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RefreshedMcpServer {
    /// The server.
    pub server: String,
    /// The outcome of the request.
    pub status: Option<McpRefreshStatus>,
    /// The current number of tools.
    pub tool_count: Option<u64>,
    /// The new tools.
    pub added: Option<Vec<String>>,
    /// The removed tools.
    pub removed: Option<Vec<String>>,
    /// The error message.
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
