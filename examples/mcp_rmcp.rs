//! A whole MCP server in this process, written with rmcp's macros: tools, a resource, a prompt.
//!
//! Run: `cargo run -p claude-examples --example mcp_rmcp` (needs the Claude Code CLI and a login;
//! set `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: the answer of the model, and the notes that it has taken.

use std::sync::{Arc, Mutex, PoisonError};

use claude_sdk::mcp::rmcp::handler::server::wrapper::Parameters;
use claude_sdk::mcp::rmcp::model::{
    ErrorData, GetPromptRequestParams, GetPromptResponse, GetPromptResult, ListPromptsResult,
    ListResourcesResult, PaginatedRequestParams, Prompt, PromptMessage, ReadResourceRequestParams,
    ReadResourceResponse, ReadResourceResult, Resource, ResourceContents, Role, ServerCapabilities,
    ServerConfig,
};
use claude_sdk::mcp::rmcp::service::{RequestContext, RoleServer};
use claude_sdk::mcp::rmcp::{ServerHandler, tool, tool_handler, tool_router};
use claude_sdk::mcp::{rmcp, schemars};
use claude_sdk::{Options, ToolName, query};

const NOTES: &str = "notes://all";

#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<String>>>);

#[derive(serde::Deserialize, schemars::JsonSchema)]
struct Note {
    /// What to remember.
    text: String,
}

#[tool_router]
impl Notes {
    #[tool(description = "Takes a note.")]
    async fn take(&self, Parameters(note): Parameters<Note>) -> String {
        let mut notes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        notes.push(note.text);
        format!("{} notes so far", notes.len())
    }
}

impl Notes {
    fn all(&self) -> String {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).join("\n")
    }
}

#[tool_handler]
impl ServerHandler for Notes {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder()
            .enable_tools()
            .enable_resources()
            .enable_prompts()
            .build();
        ServerConfig::new(capabilities)
    }

    async fn list_resources(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListResourcesResult, ErrorData> {
        Ok(ListResourcesResult::with_all_items(vec![Resource::new(NOTES, "notes")]))
    }

    async fn read_resource(
        &self,
        request: ReadResourceRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<ReadResourceResponse, ErrorData> {
        if request.uri != NOTES {
            return Err(ErrorData::resource_not_found("there is no such resource", None));
        }
        let text = ResourceContents::text(self.all(), NOTES);
        Ok(ReadResourceResult::new(vec![text]).into())
    }

    async fn list_prompts(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListPromptsResult, ErrorData> {
        let summary = Prompt::new("summary", Some("Sums the notes up."), None);
        Ok(ListPromptsResult::with_all_items(vec![summary]))
    }

    async fn get_prompt(
        &self,
        request: GetPromptRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<GetPromptResponse, ErrorData> {
        if request.name != "summary" {
            return Err(ErrorData::invalid_params("there is no such prompt", None));
        }
        let text = format!("Sum these notes up:\n{}", self.all());
        Ok(GetPromptResult::new(vec![PromptMessage::new_text(Role::User, text)]).into())
    }
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let notes = Notes::default();
    let options = Options::default()
        .mcp_server("notes", notes.clone())
        .allow_tools([ToolName::server("notes")]);
    let answer = query("Take a note: buy milk.", options).text().await?;
    println!("{answer}\nnotes: {}", notes.all());
    Ok(())
}
