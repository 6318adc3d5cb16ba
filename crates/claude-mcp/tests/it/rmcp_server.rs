//! A server with resources and prompts, written with the macros and traits of rmcp.

use claude_mcp::Session;
use claude_mcp::rmcp::handler::server::router::tool::ToolRouter;
use claude_mcp::rmcp::handler::server::wrapper::Parameters;
use claude_mcp::rmcp::model::{
    ErrorData, GetPromptRequestParams, GetPromptResponse, GetPromptResult, Implementation,
    ListPromptsResult, ListResourcesResult, PaginatedRequestParams, Prompt, PromptMessage,
    ReadResourceRequestParams, ReadResourceResponse, ReadResourceResult, Resource,
    ResourceContents, Role, ServerCapabilities, ServerConfig,
};
use claude_mcp::rmcp::service::{RequestContext, RoleServer};
use claude_mcp::rmcp::{self, ServerHandler, tool, tool_handler, tool_router};
use claude_mcp::schemars::{self, JsonSchema};
use serde::Deserialize;
use serde_json::json;

use crate::client::{ask, call, failure, hello, text, tools};

#[derive(Clone)]
struct Library {
    tool_router: ToolRouter<Self>,
}

#[derive(Deserialize, JsonSchema)]
struct Shout {
    /// What to shout.
    word: String,
}

#[tool_router]
impl Library {
    fn new() -> Self {
        Self { tool_router: Self::tool_router() }
    }

    #[tool(description = "Shouts a word.")]
    async fn shout(&self, Parameters(Shout { word }): Parameters<Shout>) -> String {
        word.to_uppercase()
    }

    #[tool(description = "Panics.")]
    async fn panics(&self) -> String {
        panic!("the shelf broke")
    }
}

#[tool_handler(router = self.tool_router)]
impl ServerHandler for Library {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder()
            .enable_tools()
            .enable_resources()
            .enable_prompts()
            .build();
        let mut info = ServerConfig::new(capabilities);
        info.server_info = Implementation::new("library", "0.0.1");
        info
    }

    async fn list_resources(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListResourcesResult, ErrorData> {
        let book = Resource::new("book://moby", "Moby Dick").with_mime_type("text/plain");
        Ok(ListResourcesResult::with_all_items(vec![book]))
    }

    async fn read_resource(
        &self,
        asked: ReadResourceRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<ReadResourceResponse, ErrorData> {
        match asked.uri.as_str() {
            "book://moby" => {
                let text = ResourceContents::text("Call me Ishmael.", &asked.uri);
                Ok(ReadResourceResult::new(vec![text]).into())
            }
            "book://cursed" => panic!("the book bites"),
            _ => Err(ErrorData::resource_not_found("no such book", None)),
        }
    }

    async fn list_prompts(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListPromptsResult, ErrorData> {
        let prompt = Prompt::new("review", Some("Asks for a review."), None);
        Ok(ListPromptsResult::with_all_items(vec![prompt]))
    }

    async fn get_prompt(
        &self,
        asked: GetPromptRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<GetPromptResponse, ErrorData> {
        let text = format!("Please do the {}.", asked.name);
        Ok(GetPromptResult::new(vec![PromptMessage::new_text(Role::User, text)]).into())
    }
}

fn session() -> Session {
    Session::new("library", Library::new())
}

#[tokio::test(start_paused = true)]
async fn it_completes_the_handshake_with_its_capabilities() {
    let answer = ask(&session(), 0, "initialize", hello("2025-11-25")).await;
    let result = &answer["result"];
    assert_eq!(result["protocolVersion"], "2025-11-25");
    assert_eq!(result["serverInfo"]["name"], "library");
    for capability in ["tools", "resources", "prompts"] {
        assert!(result["capabilities"][capability].is_object(), "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn its_tools_are_listed_and_called() {
    let session = session();
    let tools = tools(&session).await;
    let names: Vec<_> = tools.iter().map(|tool| tool["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["panics", "shout"]);
    let word = &tools[1]["inputSchema"]["properties"]["word"];
    assert_eq!(word["description"], "What to shout.");
    assert_eq!(text(&call(&session, 2, "shout", json!({ "word": "hey" })).await), "HEY");
}

#[tokio::test(start_paused = true)]
async fn its_resources_are_listed_and_read() {
    let session = session();
    let list = ask(&session, 1, "resources/list", json!({})).await;
    assert_eq!(list["result"]["resources"][0]["uri"], "book://moby", "{list}");
    assert_eq!(list["result"]["resources"][0]["mimeType"], "text/plain");
    let read = ask(&session, 2, "resources/read", json!({ "uri": "book://moby" })).await;
    assert_eq!(read["result"]["contents"][0]["text"], "Call me Ishmael.", "{read}");
    let missing = ask(&session, 3, "resources/read", json!({ "uri": "book://no" })).await;
    assert_eq!(missing["error"]["message"], "no such book", "{missing}");
}

#[tokio::test(start_paused = true)]
async fn its_prompts_are_listed_and_fetched() {
    let session = session();
    let list = ask(&session, 1, "prompts/list", json!({})).await;
    assert_eq!(list["result"]["prompts"][0]["name"], "review", "{list}");
    let got = ask(&session, 2, "prompts/get", json!({ "name": "review" })).await;
    let message = &got["result"]["messages"][0];
    assert_eq!(message["role"], "user", "{got}");
    assert_eq!(message["content"]["text"], "Please do the review.");
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_a_handler_is_an_error_and_the_session_continues() {
    let session = session();
    let result = call(&session, 1, "panics", json!({})).await;
    assert!(failure(&result).contains("the shelf broke"), "{result}");
    let read = ask(&session, 2, "resources/read", json!({ "uri": "book://cursed" })).await;
    assert_eq!(read["id"], 2);
    assert_eq!(read["error"]["code"], -32603, "{read}");
    assert!(read["error"]["message"].as_str().unwrap().contains("the book bites"), "{read}");
    assert_eq!(text(&call(&session, 3, "shout", json!({ "word": "on" })).await), "ON");
}
