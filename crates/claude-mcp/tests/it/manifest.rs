//! Manifest: the responses to the handshake, requested in advance.

use claude_mcp::rmcp::model::{
    ErrorData, ListToolsResult, PaginatedRequestParams, ServerConfig, Tool as Listed,
};
use claude_mcp::rmcp::service::{RequestContext, RoleServer};
use claude_mcp::rmcp::{self, ServerHandler};
use claude_mcp::{NoArgs, Server, Session};
use serde_json::json;

use crate::client::{ask, call, hello, soon, text, value};

fn clock() -> Session {
    let server = Server::builder("clock", "3.1.4")
        .tool("now", "Tells the time.", |_: NoArgs| async { "ten past nine" })
        .build();
    Session::new("clock", server)
}

#[tokio::test(start_paused = true)]
async fn the_manifest_equals_the_response_to_the_handshake() {
    let session = clock();
    let manifest = soon(session.manifest()).await.unwrap();
    let initialize = ask(&session, 0, "initialize", hello("2025-11-25")).await;
    let list = ask(&session, 1, "tools/list", json!({})).await;
    assert_eq!(value(&manifest.initialize_result), initialize["result"]);
    assert_eq!(value(&manifest.tools_list_result), list["result"]);
    assert_eq!(value(&manifest.tools_list_result)["tools"][0]["name"], "now");
}

#[tokio::test(start_paused = true)]
async fn the_session_works_after_a_manifest_without_a_handshake() {
    let session = clock();
    assert!(soon(session.manifest()).await.is_some());
    assert_eq!(text(&call(&session, 0, "now", json!({})).await), "ten past nine");
    assert!(soon(session.manifest()).await.is_some(), "it can be asked again");
}

#[tokio::test(start_paused = true)]
async fn the_manifest_can_be_requested_concurrently() {
    let session = clock();
    let (first, second) =
        soon(async { tokio::join!(session.manifest(), session.manifest()) }).await;
    assert!(first.is_some());
    assert!(second.is_some());
}

#[tokio::test(start_paused = true)]
async fn a_closed_session_has_no_manifest() {
    let session = clock();
    session.close().await;
    assert!(soon(session.manifest()).await.is_none());
}

enum Lister {
    Pages,
    Refuses,
    Panics,
}

impl ServerHandler for Lister {
    fn get_info(&self) -> ServerConfig {
        ServerConfig::default()
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, rmcp::ErrorData> {
        match self {
            Self::Pages => {
                let tool = Listed::new("one", "The first of many.", serde_json::Map::default());
                let mut page = ListToolsResult::with_all_items(vec![tool]);
                page.next_cursor = Some("page 2".into());
                Ok(page)
            }
            Self::Refuses => Err(ErrorData::internal_error("not today", None)),
            Self::Panics => panic!("no list"),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_with_several_pages_of_tools_has_no_manifest() {
    assert!(soon(Session::new("s", Lister::Pages).manifest()).await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_server_that_refuses_or_panics_has_no_manifest() {
    assert!(soon(Session::new("s", Lister::Refuses).manifest()).await.is_none());
    assert!(soon(Session::new("s", Lister::Panics).manifest()).await.is_none());
}
