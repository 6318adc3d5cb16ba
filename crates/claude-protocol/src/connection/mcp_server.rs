//! MCP server: a server in this process, which is a name and a callback for JSON-RPC messages.
//!
//! The server implements methods and sessions. The caller declares the server to the CLI. How
//! messages reach the callback is in `callbacks/mcp.rs`.

use std::fmt;

use claude_types::{Raw, SdkMcpServerConfig, SdkMcpServerManifest};

use super::callback::Callback;

/// An MCP server in this process.
///
/// # Examples
///
/// A server that returns an empty result for every request:
///
/// ```
/// use std::sync::Arc;
///
/// use claude_protocol::{Callback, Handlers, McpServer};
/// use claude_types::Raw;
/// use serde_json::{Value, json};
///
/// let answer: Callback<Raw, Raw> = Arc::new(|message, _context| {
///     Box::pin(async move {
///         let message: Value = message.parse()?;
///         Ok(json!({ "jsonrpc": "2.0", "id": message["id"], "result": {} }).into())
///     })
/// });
/// let mut handlers = Handlers::default();
/// handlers.mcp.push(McpServer::new("empty", answer));
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct McpServer {
    /// The name of the server. Of two servers with the same name, the later one is used.
    pub name: String,
    /// The callback that receives each JSON-RPC message of the CLI, and returns the JSON-RPC
    /// response to each request.
    ///
    /// Messages are passed in the order in which they arrive: the closure is called for the next
    /// message when it has returned its future for the previous one. So the closure must not block.
    /// The futures run concurrently, and have no deadline.
    ///
    /// The value that the future returns is ignored if the message needs no response: a
    /// notification, or the response to a request of the server. The CLI is sent an acknowledgement
    /// then. An error or a panic becomes a JSON-RPC error with the ID of the request.
    pub answer: Callback<Raw, Raw>,
    /// The deadlines and permissions of its tools, which `initialize` sends to the CLI.
    pub config: Option<SdkMcpServerConfig>,
    /// The result of the MCP handshake, which `initialize` sends to the CLI so that it can skip the
    /// handshake.
    pub manifest: Option<SdkMcpServerManifest>,
}

impl McpServer {
    /// Creates a server without a configuration and a manifest.
    #[must_use]
    pub fn new(name: impl Into<String>, answer: Callback<Raw, Raw>) -> Self {
        Self { name: name.into(), answer, config: None, manifest: None }
    }
}

impl fmt::Debug for McpServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("McpServer")
            .field("name", &self.name)
            .field("config", &self.config)
            .field("manifest", &self.manifest.is_some())
            .finish_non_exhaustive()
    }
}
