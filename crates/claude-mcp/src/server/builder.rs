//! A server made of closures.

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

/// An MCP server made of closures. Cheap to clone: the tools are shared.
///
/// State that tools share is captured by their closures, in an `Arc`. For resources, prompts and
/// the rest of MCP, implement [`ServerHandler`] instead.
#[derive(Debug, Clone)]
pub struct Server {
    info: Arc<ServerConfig>,
    tools: Arc<[Tool]>,
}

impl Server {
    /// Begins a server. Name and version are what clients are told; the names of the tools
    /// (`mcp__server__tool`) come from the name under which a server is given to the CLI.
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

/// Builds a [`Server`].
#[derive(Debug)]
pub struct ServerBuilder {
    info: ServerConfig,
    tools: Vec<Tool>,
}

impl ServerBuilder {
    /// What the model is told about the server as a whole.
    #[must_use]
    pub fn instructions(mut self, text: &str) -> Self {
        self.info.instructions = Some(text.into());
        self
    }

    /// Adds a tool from a function; see [`Tool::new`].
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

    /// Adds a tool. One of the same name is replaced.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "a tool joins a list; nothing is summed")]
    pub fn add(mut self, tool: Tool) -> Self {
        self.tools.retain(|other| other.name() != tool.name());
        self.tools.push(tool);
        self
    }

    /// The server.
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
