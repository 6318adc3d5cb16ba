//! Server builder: builds an MCP server from closures.

use std::sync::Arc;

use rmcp::ServerHandler;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, ErrorData, Implementation, ListToolsResult,
    PaginatedRequestParams, ServerCapabilities, ServerConfig, Tool as Listed,
};
use rmcp::service::{RequestContext, RoleServer};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::context::ToolContext;
use super::output::{ToolOutput, failed};
use super::tool::Tool;
use crate::version::CLI_SPEAKS;

/// An MCP server that is built from closures. Clones share the tools.
///
/// Closures capture the state that tools share, in an `Arc`. For resources, prompts and the rest of MCP, implement
/// [`ServerHandler`] instead.
///
/// # Examples
///
/// ```
/// use claude_mcp::{NoArgs, Server, Session};
///
/// let server = Server::builder("clock", "1.0.0")
///     .tool("now", "Returns the time.", |_: NoArgs| async { "12:00" })
///     .build();
/// let session = Session::new("clock", server);
/// ```
#[derive(Debug, Clone)]
pub struct Server {
    info: Arc<ServerConfig>,
    tools: Arc<[Tool]>,
}

impl Server {
    /// Creates a builder.
    ///
    /// `name` and `version` are sent to clients. The names of the tools (`mcp__server__tool`) contain the name under
    /// which the server is registered with the CLI instead.
    #[must_use]
    pub fn builder(name: &str, version: &str) -> ServerBuilder {
        let mut info = ServerConfig::new(ServerCapabilities::builder().enable_tools().build());
        info.server_info = Implementation::new(name, version);
        info.protocol_version = CLI_SPEAKS;
        ServerBuilder { info, tools: Vec::new() }
    }

    fn find(&self, name: &str) -> Option<&Tool> {
        self.tools.iter().find(|tool| tool.name() == name)
    }
}

/// A builder of a [`Server`].
///
/// # Examples
///
/// ```
/// use claude_mcp::{NoArgs, Server, Tool};
///
/// let server = Server::builder("clock", "1.0.0")
///     .instructions("Ask before you rely on the time of day.")
///     .add(Tool::new("now", "Returns the time.", |_: NoArgs| async { "12:00" }).read_only(true))
///     .build();
/// ```
#[derive(Debug)]
pub struct ServerBuilder {
    info: ServerConfig,
    tools: Vec<Tool>,
}

impl ServerBuilder {
    /// Sets the instructions of the server, which the model reads.
    #[must_use]
    pub fn instructions(mut self, text: &str) -> Self {
        self.info.instructions = Some(text.into());
        self
    }

    /// Adds a tool from a function. See [`Tool::new`].
    #[must_use]
    pub fn tool<A, O, F>(
        self,
        name: &str,
        description: &str,
        run: impl Fn(A) -> F + Send + Sync + 'static,
    ) -> Self
    where
        A: DeserializeOwned + JsonSchema + 'static,
        O: ToolOutput,
        F: Future<Output = O> + Send + 'static,
    {
        self.add(Tool::new(name, description, run))
    }

    /// Adds a tool. It replaces a tool with the same name.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "a tool joins a list; nothing is summed")]
    pub fn add(mut self, tool: Tool) -> Self {
        self.tools.retain(|other| other.name() != tool.name());
        self.tools.push(tool);
        self
    }

    /// Builds the server.
    #[must_use]
    pub fn build(self) -> Server {
        Server { info: Arc::new(self.info), tools: self.tools.into() }
    }
}

impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        (*self.info).clone()
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        let tools = self.tools.iter().map(|tool| tool.listed.clone()).collect();
        Ok(ListToolsResult::with_all_items(tools))
    }

    async fn call_tool(
        &self,
        call: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let result = match self.find(&call.name) {
            Some(tool) => {
                tool.call(call.arguments.unwrap_or_default(), ToolContext::new(&context)).await
            }
            None => failed(&format!("Tool '{}' not found", call.name)),
        };
        Ok(result.into())
    }

    fn get_tool(&self, name: &str) -> Option<Listed> {
        self.find(name).map(|tool| tool.listed.clone())
    }
}
