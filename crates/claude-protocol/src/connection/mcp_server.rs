//! MCP server: a server in this process, as the connection sees it: a name and a callback for
//! JSON-RPC.
//!
//! Methods and sessions are the business of the server. Telling the CLI about a server is the
//! business of the caller. Next: `callbacks/mcp.rs`.

use std::fmt;

use claude_types::{Raw, SdkMcpServerConfig, SdkMcpServerManifest};

use super::callback::Callback;

/// An MCP server in this process: what it is called, and what is called.
#[derive(Clone)]
#[non_exhaustive]
pub struct McpServer {
    /// Its name. Of two servers with one name the later answers.
    pub name: String,
    /// Gets each JSON-RPC message of the CLI, and answers each request with JSON-RPC.
    ///
    /// Messages are handed over in the order in which they came: the closure is called for the
    /// next one when it has returned its future for the one before. So it must not block. The
    /// futures run side by side, and have no deadline.
    ///
    /// Where the CLI waits for no answer (a notification, or its answer to a request of the
    /// server), what the future returns is passed over, and the CLI is told that it arrived. An
    /// error or a panic becomes a JSON-RPC error with the id of the request.
    pub answer: Callback<Raw, Raw>,
    /// What the CLI is told in `initialize` about deadlines and permissions of its tools.
    pub config: Option<SdkMcpServerConfig>,
    /// What the CLI is told in `initialize` in place of the MCP handshake.
    pub manifest: Option<SdkMcpServerManifest>,
}

impl McpServer {
    /// A server without configuration and manifest.
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
