//! MCP notifications: messages that in-process servers send on their own do not keep a session
//! open.

use std::time::Duration;

use claude_sdk::Client;
use claude_sdk::mcp::rmcp::ServerHandler;
use claude_sdk::mcp::rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, ErrorData,
};
use claude_sdk::mcp::rmcp::service::{RequestContext, RoleServer};
use claude_sdk::mcp::{NoArgs, Server, Tool, ToolContext};
use claude_sdk::transport::Signal;
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::cli::Cli;
use crate::mcp::{calculator, calls, text, to};
use crate::stage::{Stage, everywhere, paused};

/// A handler that uses only rmcp. Each of its tools changes the list of tools.
struct Changing;

impl ServerHandler for Changing {
    async fn call_tool(
        &self,
        _: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        context.peer.notify_tool_list_changed().await.unwrap();
        Ok(CallToolResult::success(vec![ContentBlock::text("changed")]).into())
    }
}

/// Sends a call without waiting for its response.
async fn begin(cli: &mut Cli, id: &str, server: &str, call: Value) {
    let request = to(server, call);
    cli.send(json!({ "type": "control_request", "request_id": id, "request": request })).await;
}

/// Reads the response to a call and the messages of servers, in any order. `reply` answers each
/// message of a server.
async fn receive(
    cli: &mut Cli,
    words: usize,
    reply: impl AsyncFn(&mut Cli, &str),
) -> (Value, Vec<Value>) {
    let (mut answer, mut said) = (None, Vec::new());
    while answer.is_none() || said.len() < words {
        let mut line = cli.line().await.unwrap();
        if line["type"] == "control_response" {
            answer = Some(line["response"]["response"]["mcp_response"].take());
        } else {
            assert_eq!(line["request"]["subtype"], "mcp_message", "{line}");
            said.push(line["request"].take());
            reply(cli, line["request_id"].as_str().unwrap()).await;
        }
    }
    (answer.unwrap(), said)
}

#[test]
fn a_change_of_tools_is_sent_with_the_name_of_the_server() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            begin(&mut cli, "c", "news", calls("c", "change", json!({}))).await;
            let (answer, said) = receive(&mut cli, 1, async |cli: &mut Cli, id: &str| {
                cli.succeed(id, json!({})).await;
            })
            .await;
            assert_eq!(said[0]["server_name"], "news");
            assert_eq!(said[0]["message"]["method"], "notifications/tools/list_changed");
            cli.answer(&prompt, text(&answer)).await;
            cli.finish().await;
        });
        let options = options.mcp_server("calc", calculator()).mcp_server("news", Changing);
        let client = Client::connect(options).await.unwrap();
        assert_eq!(client.send("x").await.unwrap().text().await.unwrap(), "changed");
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// Reports progress twice.
async fn work(_: NoArgs, context: ToolContext) -> &'static str {
    context.progress(1.0, Some(2.0), Some("half")).await;
    context.progress(2.0, Some(2.0), None).await;
    "worked"
}

fn working() -> Server {
    Server::builder("worker", "1.0.0").add(Tool::with_context("work", "Works.", work)).build()
}

#[test]
fn progress_is_sent_in_order_even_if_the_cli_refuses_it() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            let mut call = calls("c", "work", json!({}));
            call["params"]["_meta"] = json!({ "progressToken": 7 });
            begin(&mut cli, "c", "lab", call).await;
            let (answer, said) =
                receive(&mut cli, 2, async |cli: &mut Cli, id: &str| cli.refuse(id, "no").await)
                    .await;
            let params: Vec<_> = said.iter().map(|said| &said["message"]["params"]).collect();
            assert_eq!(params[0]["progressToken"], 7);
            assert_eq!(params[0]["message"], "half");
            assert_eq!(
                (&params[0]["progress"], &params[1]["progress"]),
                (&json!(1.0), &json!(2.0))
            );
            cli.answer(&prompt, text(&answer)).await;
            cli.finish().await;
        });
        let client = Client::connect(options.mcp_server("lab", working())).await.unwrap();
        assert_eq!(client.send("x").await.unwrap().text().await.unwrap(), "worked");
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// A message that the CLI never accepts must not keep the session open.
#[test]
fn a_session_closes_at_once_while_a_server_message_is_unanswered() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            begin(&mut cli, "c", "news", calls("c", "change", json!({}))).await;
            // The CLI reads it and does not answer it.
            let (answer, _) = receive(&mut cli, 1, async |_: &mut Cli, _: &str| {}).await;
            cli.answer(&prompt, text(&answer)).await;
            let answered = Instant::now();
            cli.eof().await;
            assert_eq!(cli.signal().await, Some(Signal::Terminate));
            assert!(answered.elapsed() < Duration::from_secs(1), "{:?}", answered.elapsed());
        });
        let client = Client::connect(options.mcp_server("news", Changing)).await.unwrap();
        assert_eq!(client.send("x").await.unwrap().text().await.unwrap(), "changed");
        drop(client);
        stage.done().await;
    });
}
