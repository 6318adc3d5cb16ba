// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! MCP servers: their configuration, their status, and the transport of JSON-RPC messages to servers in the SDK's process. The MCP layer handles the content of these messages.

use super::all::*;

/// The permission policy of an MCP tool.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpToolPermissionPolicy {
    /// Calls always run. Servers in the SDK's process cannot use this policy.
    AlwaysAllow,
    /// Calls always cause a permission request.
    AlwaysAsk,
    /// Calls never run.
    AlwaysDeny,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] McpToolPermissionPolicy {
    AlwaysAllow = "always_allow",
    AlwaysAsk = "always_ask",
    AlwaysDeny = "always_deny",
});

/// The maximum permission that an organisation grants an MCP tool.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpOrgPermission {
    /// The tool may run.
    Allow,
    /// The tool requires a permission request, even in the mode `auto`.
    Ask,
    /// The tool may not run.
    Blocked,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] McpOrgPermission {
    Allow = "allow",
    Ask = "ask",
    Blocked = "blocked",
});

/// The transport of an MCP server.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpTransport {
    /// The pipes of a child process.
    Stdio,
    /// HTTP, with the older SSE transport of MCP.
    Sse,
    /// HTTP.
    Http,
    /// Control requests to the SDK.
    Sdk,
    /// A proxy of claude.ai. Wire: `claudeai-proxy`.
    ClaudeAi,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] McpTransport {
    Stdio = "stdio",
    Sse = "sse",
    Http = "http",
    Sdk = "sdk",
    ClaudeAi = "claudeai-proxy",
});

/// The configuration of an MCP server. A configuration without a type is a command.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum McpServerConfig {
    /// A command that the CLI starts.
    Stdio(Box<McpStdioServer>),
    /// An address with the older SSE transport of MCP.
    Sse(Box<McpSseServer>),
    /// An HTTP address.
    Http(Box<McpHttpServer>),
    /// A server in the SDK's process.
    Sdk(Box<McpSdkServer>),
    /// A connector of claude.ai. It is only reported, and cannot be declared.
    ClaudeAi(Box<McpClaudeAiServer>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] McpServerConfig by "type" default "stdio" {
    "stdio" => Stdio: Box<McpStdioServer>,
    "sse" => Sse: Box<McpSseServer>,
    "http" => Http: Box<McpHttpServer>,
    "sdk" => Sdk: Box<McpSdkServer>,
    "claudeai-proxy" => ClaudeAi: Box<McpClaudeAiServer>,
} local {  });

/// An MCP server that the CLI starts as a child process.
#[derive(PartialEq)]
#[non_exhaustive]
pub struct McpStdioServer {
    /// The type: `stdio`, or absent. Wire: `type`.
    pub kind: Option<String>,
    /// The program.
    pub command: String,
    /// The arguments of the program. Send an empty list, too: `mcp_set_servers` fails without one.
    pub args: Option<Vec<String>>,
    /// The environment variables of the program. The CLI never reports them.
    pub env: Option<BTreeMap<String, String>>,
    /// The maximum duration of a tool call in milliseconds. A value below 1000 is ignored.
    pub timeout: Option<u64>,
    /// True to give the model the server's tools at once, not only when it searches for them. The session's start then waits for the server.
    pub always_load: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl std::fmt::Debug for McpStdioServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("McpStdioServer")
            .field("kind", &self.kind)
            .field("command", &self.command)
            .field("args", &self.args)
            .field("env", &self.env.as_ref().map(|_| crate::values::Redacted))
            .field("timeout", &self.timeout)
            .field("always_load", &self.always_load)
            .field("extra", &self.extra)
            .finish()
    }
}

impl McpStdioServer {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(command: impl Into<String>) -> Self {
        Self {
            kind: None,
            command: command.into(),
            args: None,
            env: None,
            timeout: None,
            always_load: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`kind`](Self::kind).
    #[inline]
    #[must_use]
    pub fn kind(mut self, value: impl Into<String>) -> Self {
        self.kind = Some(value.into());
        self
    }

    /// Sets [`args`](Self::args).
    #[inline]
    #[must_use]
    pub fn args(mut self, value: impl Into<Vec<String>>) -> Self {
        self.args = Some(value.into());
        self
    }

    /// Sets [`env`](Self::env).
    #[inline]
    #[must_use]
    pub fn env(mut self, value: impl Into<BTreeMap<String, String>>) -> Self {
        self.env = Some(value.into());
        self
    }

    /// Sets [`timeout`](Self::timeout).
    #[inline]
    #[must_use]
    pub fn timeout(mut self, value: u64) -> Self {
        self.timeout = Some(value);
        self
    }

    /// Sets [`always_load`](Self::always_load).
    #[inline]
    #[must_use]
    pub fn always_load(mut self, value: bool) -> Self {
        self.always_load = Some(value);
        self
    }
}

wire_struct!(#[inline] McpStdioServer {
    tags: [],
    fields: [
        0 optional kind: String = "type",
        1 required command: String = "command",
        2 optional args: Vec<String> = "args",
        3 optional env: BTreeMap<String, String> = "env",
        4 optional timeout: u64 = "timeout",
        5 optional always_load: bool = "alwaysLoad",
    ],
});

/// An MCP server at an address, with the older SSE transport of MCP.
///
/// Wire: `type: sse`.
#[derive(PartialEq)]
#[non_exhaustive]
pub struct McpSseServer {
    /// The address.
    pub url: String,
    /// The HTTP headers. The CLI reports them.
    pub headers: Option<BTreeMap<String, String>>,
    /// The permission policies of the server's tools.
    pub tools: Option<Vec<McpToolPolicy>>,
    /// The maximum duration of a tool call in milliseconds. A value below 1000 is ignored.
    pub timeout: Option<u64>,
    /// True to give the model the server's tools at once, not only when it searches for them. The session's start then waits for the server.
    pub always_load: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl std::fmt::Debug for McpSseServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("McpSseServer")
            .field("url", &self.url)
            .field("headers", &self.headers.as_ref().map(|_| crate::values::Redacted))
            .field("tools", &self.tools)
            .field("timeout", &self.timeout)
            .field("always_load", &self.always_load)
            .field("extra", &self.extra)
            .finish()
    }
}

impl McpSseServer {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            headers: None,
            tools: None,
            timeout: None,
            always_load: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`headers`](Self::headers).
    #[inline]
    #[must_use]
    pub fn headers(mut self, value: impl Into<BTreeMap<String, String>>) -> Self {
        self.headers = Some(value.into());
        self
    }

    /// Sets [`tools`](Self::tools).
    #[inline]
    #[must_use]
    pub fn tools(mut self, value: impl Into<Vec<McpToolPolicy>>) -> Self {
        self.tools = Some(value.into());
        self
    }

    /// Sets [`timeout`](Self::timeout).
    #[inline]
    #[must_use]
    pub fn timeout(mut self, value: u64) -> Self {
        self.timeout = Some(value);
        self
    }

    /// Sets [`always_load`](Self::always_load).
    #[inline]
    #[must_use]
    pub fn always_load(mut self, value: bool) -> Self {
        self.always_load = Some(value);
        self
    }
}

wire_struct!(#[inline] McpSseServer {
    tags: ["type" = "sse"],
    fields: [
        0 required url: String = "url",
        1 optional headers: BTreeMap<String, String> = "headers",
        2 optional tools: Vec<McpToolPolicy> = "tools",
        3 optional timeout: u64 = "timeout",
        4 optional always_load: bool = "alwaysLoad",
    ],
});

/// An MCP server at an address.
///
/// Wire: `type: http`.
#[derive(PartialEq)]
#[non_exhaustive]
pub struct McpHttpServer {
    /// The address.
    pub url: String,
    /// The HTTP headers. The CLI reports them.
    pub headers: Option<BTreeMap<String, String>>,
    /// The permission policies of the server's tools.
    pub tools: Option<Vec<McpToolPolicy>>,
    /// The maximum duration of a tool call in milliseconds. A value below 1000 is ignored.
    pub timeout: Option<u64>,
    /// True to give the model the server's tools at once, not only when it searches for them. The session's start then waits for the server.
    pub always_load: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl std::fmt::Debug for McpHttpServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("McpHttpServer")
            .field("url", &self.url)
            .field("headers", &self.headers.as_ref().map(|_| crate::values::Redacted))
            .field("tools", &self.tools)
            .field("timeout", &self.timeout)
            .field("always_load", &self.always_load)
            .field("extra", &self.extra)
            .finish()
    }
}

impl McpHttpServer {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            headers: None,
            tools: None,
            timeout: None,
            always_load: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`headers`](Self::headers).
    #[inline]
    #[must_use]
    pub fn headers(mut self, value: impl Into<BTreeMap<String, String>>) -> Self {
        self.headers = Some(value.into());
        self
    }

    /// Sets [`tools`](Self::tools).
    #[inline]
    #[must_use]
    pub fn tools(mut self, value: impl Into<Vec<McpToolPolicy>>) -> Self {
        self.tools = Some(value.into());
        self
    }

    /// Sets [`timeout`](Self::timeout).
    #[inline]
    #[must_use]
    pub fn timeout(mut self, value: u64) -> Self {
        self.timeout = Some(value);
        self
    }

    /// Sets [`always_load`](Self::always_load).
    #[inline]
    #[must_use]
    pub fn always_load(mut self, value: bool) -> Self {
        self.always_load = Some(value);
        self
    }
}

wire_struct!(#[inline] McpHttpServer {
    tags: ["type" = "http"],
    fields: [
        0 required url: String = "url",
        1 optional headers: BTreeMap<String, String> = "headers",
        2 optional tools: Vec<McpToolPolicy> = "tools",
        3 optional timeout: u64 = "timeout",
        4 optional always_load: bool = "alwaysLoad",
    ],
});

/// An MCP server in the SDK's process, as declared on the command line and in `mcp_set_servers`.
///
/// Wire: `type: sdk`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpSdkServer {
    /// The server's name.
    pub name: String,
    /// The maximum duration of a tool call in milliseconds. A value below 1000 is ignored.
    pub timeout: Option<u64>,
    /// The permission policies of the server's tools.
    pub tools: Option<Vec<McpToolPolicy>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpSdkServer {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), timeout: None, tools: None, extra: Extra::default() }
    }

    /// Sets [`timeout`](Self::timeout).
    #[inline]
    #[must_use]
    pub fn timeout(mut self, value: u64) -> Self {
        self.timeout = Some(value);
        self
    }

    /// Sets [`tools`](Self::tools).
    #[inline]
    #[must_use]
    pub fn tools(mut self, value: impl Into<Vec<McpToolPolicy>>) -> Self {
        self.tools = Some(value.into());
        self
    }
}

wire_struct!(#[inline] McpSdkServer {
    tags: ["type" = "sdk"],
    fields: [
        0 required name: String = "name",
        1 optional timeout: u64 = "timeout",
        2 optional tools: Vec<McpToolPolicy> = "tools",
    ],
});

/// A connector of claude.ai.
///
/// Wire: `type: claudeai-proxy`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpClaudeAiServer {
    /// The connector's address.
    pub url: String,
    /// The connector's ID.
    pub id: Option<String>,
    /// The maximum duration of a tool call in milliseconds.
    pub timeout: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpClaudeAiServer {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), id: None, timeout: None, extra: Extra::default() }
    }

    /// Sets [`id`](Self::id).
    #[inline]
    #[must_use]
    pub fn id(mut self, value: impl Into<String>) -> Self {
        self.id = Some(value.into());
        self
    }

    /// Sets [`timeout`](Self::timeout).
    #[inline]
    #[must_use]
    pub fn timeout(mut self, value: u64) -> Self {
        self.timeout = Some(value);
        self
    }
}

wire_struct!(#[inline] McpClaudeAiServer {
    tags: ["type" = "claudeai-proxy"],
    fields: [
        0 required url: String = "url",
        1 optional id: String = "id",
        2 optional timeout: u64 = "timeout",
    ],
});

/// The permission policy of a tool of an MCP server.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpToolPolicy {
    /// The tool, without the server's name.
    pub name: String,
    /// The permission policy of the tool's calls.
    pub permission_policy: Option<McpToolPermissionPolicy>,
    /// The maximum permission that the organisation grants the tool.
    pub org_max_permission: Option<McpOrgPermission>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpToolPolicy {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            permission_policy: None,
            org_max_permission: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`permission_policy`](Self::permission_policy).
    #[inline]
    #[must_use]
    pub fn permission_policy(mut self, value: impl Into<McpToolPermissionPolicy>) -> Self {
        self.permission_policy = Some(value.into());
        self
    }

    /// Sets [`org_max_permission`](Self::org_max_permission).
    #[inline]
    #[must_use]
    pub fn org_max_permission(mut self, value: impl Into<McpOrgPermission>) -> Self {
        self.org_max_permission = Some(value.into());
        self
    }
}

wire_struct!(#[inline] McpToolPolicy {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional permission_policy: McpToolPermissionPolicy = "permission_policy",
        2 optional org_max_permission: McpOrgPermission = "org_max_permission",
    ],
});

/// The status of an MCP server.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpServerStatus {
    /// The server's name, as declared.
    pub name: String,
    /// The state of the server.
    pub status: Option<McpServerState>,
    /// The server's information about itself, once it is connected.
    pub server_info: Option<McpServerInfo>,
    /// The reason why the server failed.
    pub error: Option<String>,
    /// The server's configuration; absent for servers in the SDK's process.
    pub config: Option<McpServerConfig>,
    /// The transport of the server. Not declared by the vendor.
    pub transport: Option<McpTransport>,
    /// The scope that the server was declared for.
    pub scope: Option<McpServerSource>,
    /// The source of the declaration. Only `sdk` proves that the server belongs to the caller: any source can use any name.
    pub source: Option<McpServerSource>,
    /// The server's tools, once it is connected.
    pub tools: Option<Vec<McpToolInfo>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] McpServerStatus {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional status: McpServerState = "status",
        2 optional server_info: McpServerInfo = "serverInfo",
        3 optional error: String = "error",
        4 optional config: McpServerConfig = "config",
        5 optional transport: McpTransport = "transport",
        6 optional scope: McpServerSource = "scope",
        7 optional source: McpServerSource = "source",
        8 optional tools: Vec<McpToolInfo> = "tools",
    ],
});

/// The information of an MCP server about itself.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpServerInfo {
    /// The name that the server reports.
    pub name: Option<String>,
    /// The server's version.
    pub version: Option<String>,
    /// The server's name for display. Not declared by the vendor.
    pub title: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for McpServerInfo {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] McpServerInfo {
    tags: [],
    fields: [
        0 optional name: String = "name",
        1 optional version: String = "version",
        2 optional title: String = "title",
    ],
});

/// A tool of an MCP server.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpToolInfo {
    /// The tool's name, without the server's name.
    pub name: String,
    /// The tool's description. CLI 2.1.329 omits it.
    pub description: Option<String>,
    /// The server's claims about the tool.
    pub annotations: Option<McpToolTraits>,
    /// The page that shows the tool's results, if the server has one. Wire: `_meta`.
    pub meta: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] McpToolInfo {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional description: String = "description",
        2 optional annotations: McpToolTraits = "annotations",
        3 optional meta: Raw = "_meta",
    ],
});

/// The claims of an MCP server about a tool. They are not guaranteed to be true.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpToolTraits {
    /// True if the tool changes nothing.
    pub read_only: Option<bool>,
    /// True if the tool may destroy data.
    pub destructive: Option<bool>,
    /// True if the tool accesses other machines.
    pub open_world: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for McpToolTraits {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] McpToolTraits {
    tags: [],
    fields: [
        0 optional read_only: bool = "readOnly",
        1 optional destructive: bool = "destructive",
        2 optional open_world: bool = "openWorld",
    ],
});

/// A JSON-RPC message of the CLI, which is the MCP client, for a server in the SDK's process. Notifications require a reply, too.
///
/// Wire: `subtype: mcp_message`.
///
/// Answered by `McpMessageResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpMessageRequest {
    /// The server that the message is for.
    pub server_name: String,
    /// The JSON-RPC message.
    pub message: Raw,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] McpMessageRequest {
    tags: ["subtype" = "mcp_message"],
    fields: [
        0 required server_name: String = "server_name",
        1 required message: Raw = "message",
    ],
});

impl crate::wire::ControlRequest for McpMessageRequest {
    const SUBTYPE: &'static str = "mcp_message";
    type Response = McpMessageResponse;
}

/// The reply of a server in the SDK's process.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpMessageResponse {
    /// The JSON-RPC response. For a notification, an empty result without an ID is sufficient.
    pub mcp_response: Raw,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpMessageResponse {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(mcp_response: impl Into<Raw>) -> Self {
        Self { mcp_response: mcp_response.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] McpMessageResponse {
    tags: [],
    fields: [
        0 required mcp_response: Raw = "mcp_response",
    ],
});
