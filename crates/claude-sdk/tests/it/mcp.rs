//! In-process MCP servers: how they are declared, and that their tools are called before and after
//! a result. Their notifications are in `mcp_notifications.rs`, servers that are added and removed
//! at run time in `mcp_running.rs`.

use std::time::Duration;

use claude_sdk::mcp::rmcp::ServerHandler;
use claude_sdk::mcp::rmcp::model::{ErrorData, ListToolsResult, PaginatedRequestParams};
use claude_sdk::mcp::rmcp::service::{RequestContext, RoleServer};
use claude_sdk::mcp::{NoArgs, Server, Tool, schemars};
use claude_sdk::types::{McpServerConfig, SdkMcpServerConfig};
use claude_sdk::{Client, Error, McpServers, Options, query};
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

use crate::cli::Cli;
use crate::stage::{Stage, everywhere, paused};

#[derive(serde::Deserialize, schemars::JsonSchema)]
struct Add {
    a: i64,
    b: i64,
}

/// A server with the tool `add`.
pub(crate) fn calculator() -> Server {
    Server::builder("calculator", "1.2.3")
        .tool("add", "Adds two numbers.", |args: Add| async move { args.a + args.b })
        .build()
}

/// A server whose tool `add` returns this text.
fn saying(text: &'static str) -> Server {
    Server::builder("calculator", "1.2.3")
        .tool("add", "Says something.", move |_: Add| async move { text })
        .build()
}

/// The control request with a message for a server.
pub(crate) fn to(server: &str, message: Value) -> Value {
    json!({ "subtype": "mcp_message", "server_name": server, "message": message })
}

/// A JSON-RPC call of a tool.
pub(crate) fn calls(id: &str, tool: &str, arguments: Value) -> Value {
    json!({
        "jsonrpc": "2.0", "id": id, "method": "tools/call",
        "params": { "name": tool, "arguments": arguments },
    })
}

/// Calls `add` as the CLI. Returns the JSON-RPC response.
pub(crate) async fn add(cli: &mut Cli, id: &str, server: &str) -> Value {
    let call = to(server, calls(id, "add", json!({ "a": 1, "b": 2 })));
    let answer = cli.ask(id, call).await.unwrap()["mcp_response"].take();
    assert_eq!(answer["id"], id, "{answer}");
    answer
}

/// The text of a tool result.
pub(crate) fn text(answer: &Value) -> &str {
    answer["result"]["content"][0]["text"].as_str().unwrap_or_else(|| panic!("{answer}"))
}

pub(crate) async fn send_state(cli: &mut Cli, state: &str) {
    let line = json!({ "type": "system", "subtype": "session_state_changed", "state": state });
    cli.send(line).await;
}

#[test]
fn a_server_is_declared_with_its_manifest() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let request = cli.handshake().await;
            assert_eq!(request["sdkMcpServers"], json!(["calc"]));
            assert_eq!(request.get("sdkMcpServerConfigs"), None);
            let manifests = request["sdkMcpServerManifests"].as_object().unwrap();
            assert_eq!(manifests.keys().collect::<Vec<_>>(), ["calc"]);
            let hello = &manifests["calc"]["initializeResult"];
            // With any other version the CLI would send `initialize` to the server.
            assert_eq!(hello["protocolVersion"], "2025-11-25");
            assert_eq!(hello["serverInfo"]["name"], "calculator");
            let tools = &manifests["calc"]["toolsListResult"]["tools"];
            assert_eq!(tools[0]["name"], "add");
            assert_eq!(tools[0]["inputSchema"]["required"], json!(["a", "b"]));
            // Nothing else is declared.
            cli.finish().await;
        });
        let options = options.mcp_server("calc", calculator());
        Client::connect(options).await.unwrap().close().await.unwrap();
        stage.done().await;
        // Its name is known before `initialize`, so that a deferred call of its tools is found.
        let args = stage.args();
        let flag = args.iter().position(|arg| arg == "--mcp-config").unwrap();
        assert_eq!(args[flag + 1], r#"{"mcpServers":{"calc":{"type":"sdk","name":"calc"}}}"#);
        assert_eq!(args.join(" ").matches("calc").count(), 2, "{args:?}");
    });
}

#[test]
fn settings_of_a_server_are_declared_if_set() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let request = cli.handshake().await;
            assert_eq!(request["sdkMcpServers"], json!(["plain", "slow"]));
            assert_eq!(request["sdkMcpServerConfigs"], json!({ "slow": { "timeout": 5000 } }));
            assert_eq!(request["sdkMcpServerManifests"].as_object().unwrap().len(), 2);
            cli.finish().await;
        });
        let config = SdkMcpServerConfig::new().timeout(5000_u64);
        let servers = McpServers::new()
            .server_with("slow", calculator(), config)
            .server("plain", calculator());
        Client::connect(options.mcp_servers(servers)).await.unwrap().close().await.unwrap();
        stage.done().await;
    });
}

/// A server that never lists its tools.
struct Silent;

impl ServerHandler for Silent {
    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        std::future::pending().await
    }
}

#[test]
fn a_server_without_a_manifest_in_time_does_not_delay_the_start() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let request = cli.handshake().await;
            assert_eq!(request["sdkMcpServers"], json!(["calc", "silent"]));
            // The CLI sends `tools/list` itself.
            let manifests = request["sdkMcpServerManifests"].as_object().unwrap();
            assert_eq!(manifests.keys().collect::<Vec<_>>(), ["calc"]);
            let ping = json!({ "jsonrpc": "2.0", "id": "p", "method": "ping" });
            let pong = cli.ask("p", to("silent", ping)).await.unwrap();
            assert_eq!(pong["mcp_response"]["result"], json!({}));
            cli.finish().await;
        });
        let begun = Instant::now();
        let options = options.mcp_server("silent", Silent).mcp_server("calc", calculator());
        let client = Client::connect(options).await.unwrap();
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn manifests_are_requested_concurrently() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let request = cli.handshake().await;
            assert_eq!(request["sdkMcpServers"].as_array().unwrap().len(), 5);
            cli.finish().await;
        });
        let begun = Instant::now();
        let options = ["a", "b", "c", "d", "e"]
            .into_iter()
            .fold(options, |options, name| options.mcp_server(name, Silent));
        let client = Client::connect(options).await.unwrap();
        assert_eq!(begun.elapsed().as_secs(), 2, "{:?}", begun.elapsed());
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_query_answers_calls_before_and_after_its_first_result() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            send_state(&mut cli, "running").await;
            cli.init().await;
            assert_eq!(text(&add(&mut cli, "early", "calc").await), "3");
            cli.result(&[&prompt], "first").await;
            assert_eq!(text(&add(&mut cli, "late", "calc").await), "3");
            send_state(&mut cli, "idle").await;
            cli.finish().await;
        });
        let run = query("add", options.mcp_server("calc", calculator())).await.unwrap();
        assert_eq!(run.run_to_end().await.unwrap().text(), "first");
        stage.done().await;
    });
}

#[test]
fn a_conversation_answers_calls_during_and_between_turns() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            for turn in ["one", "two"] {
                let prompt = cli.prompt().await;
                cli.init().await;
                assert_eq!(text(&add(&mut cli, &format!("in {turn}"), "calc").await), "3");
                cli.result(&[&prompt], turn).await;
                assert_eq!(text(&add(&mut cli, &format!("late {turn}"), "calc").await), "3");
                // The query requests the next prompt only now.
                cli.say("go on").await;
            }
            cli.finish().await;
        });
        let client = Client::connect(options.mcp_server("calc", calculator())).await.unwrap();
        let mut all = client.messages().unwrap();
        for turn in ["one", "two"] {
            assert_eq!(client.send(turn).await.unwrap().text().await.unwrap(), turn);
            while !matches!(all.next().await.unwrap().unwrap(), claude_sdk::Message::Assistant(_)) {
            }
        }
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn the_last_server_with_a_name_replaces_earlier_ones() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            assert_eq!(cli.handshake().await["sdkMcpServers"], json!(["calc"]));
            // There is no request for the server that the CLI would have run.
            let prompt = cli.prompt().await;
            let answer = add(&mut cli, "c", "calc").await;
            cli.answer(&prompt, text(&answer)).await;
            cli.finish().await;
        });
        let external = McpServerConfig::stdio("calc", ["--old"]);
        let options = options
            .mcp_servers(McpServers::new().external("calc", external))
            .mcp_server("calc", saying("old"))
            .mcp_servers(McpServers::new().server("calc", saying("older")))
            .mcp_server("calc", saying("new"));
        assert_eq!(query("add", options).text().await.unwrap(), "new");
        stage.done().await;
    });
}

#[test]
fn one_server_serves_many_sessions() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            let answer = add(&mut cli, "same id", "calc").await;
            cli.answer(&prompt, text(&answer)).await;
            cli.finish().await;
        });
        let options = options.mcp_server("calc", calculator());
        for _ in 0..2 {
            assert_eq!(query("add", options.clone()).text().await.unwrap(), "3");
        }
        stage.done().await;
    });
}

/// A server whose `slow` takes a minute, and reports when it begins. The receiver that it sends
/// ends when its future is dropped.
fn slow() -> (Server, mpsc::UnboundedReceiver<oneshot::Receiver<()>>) {
    let (calls, called) = mpsc::unbounded_channel();
    let server = Server::builder("slow", "1.0.0")
        .tool("add", "Adds two numbers.", |args: Add| async move { args.a + args.b })
        .tool("slow", "Takes a minute.", move |_: NoArgs| {
            let calls = calls.clone();
            async move {
                let (_held, dropped) = oneshot::channel();
                calls.send(dropped).unwrap();
                tokio::time::sleep(Duration::from_secs(60)).await;
                "at last"
            }
        })
        .build();
    (server, called)
}

async fn begin_slow(cli: &mut Cli, id: &str) {
    let request = to("lab", calls(id, "slow", json!({})));
    cli.send(json!({ "type": "control_request", "request_id": id, "request": request })).await;
}

#[test]
fn a_slow_tool_does_not_block_others_and_can_be_cancelled() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            let begun = Instant::now();
            begin_slow(&mut cli, "s").await;
            for id in ["a", "b", "c"] {
                assert_eq!(text(&add(&mut cli, id, "lab").await), "3");
            }
            // A JSON-RPC cancellation of the CLI: the call is answered at once, and only once.
            let params = json!({ "requestId": "s", "reason": "the user said stop" });
            let cancel =
                json!({ "jsonrpc": "2.0", "method": "notifications/cancelled", "params": params });
            let cancel = to("lab", cancel);
            cli.send(json!({ "type": "control_request", "request_id": "n", "request": cancel }))
                .await;
            let mut answers = [cli.line().await.unwrap(), cli.line().await.unwrap()];
            answers.sort_by_key(|line| line["response"]["request_id"].to_string());
            let [acknowledged, cancelled] = &answers;
            assert_eq!(acknowledged["response"]["subtype"], "success", "{acknowledged}");
            let cancelled = &cancelled["response"]["response"]["mcp_response"];
            assert_eq!(
                (&cancelled["id"], &cancelled["error"]["code"]),
                (&json!("s"), &json!(-32800))
            );
            assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
            // Without a cancellation, the call finishes.
            begin_slow(&mut cli, "t").await;
            let answer = cli.answered("t").await.unwrap();
            assert_eq!(text(&answer["mcp_response"]), "at last");
            assert_eq!(begun.elapsed().as_secs(), 60);
            cli.answer(&prompt, "done").await;
            cli.finish().await;
        });
        let (server, mut called) = slow();
        let client = Client::connect(options.mcp_server("lab", server)).await.unwrap();
        let begun = Instant::now();
        let turn = client.send("be slow").await.unwrap();
        let dropped = called.recv().await.unwrap();
        assert!(dropped.await.is_err(), "nobody says anything");
        assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
        assert_eq!(turn.text().await.unwrap(), "done");
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// The CLI would drop the whole list of the server, and call it connected.
#[test]
fn a_tool_that_the_cli_would_not_accept_ends_the_start() {
    paused(async || {
        let schema = json!({ "type": "string" });
        let bad = Tool::new("shout", "Shouts.", |word: Value| async move { word.to_string() });
        let bad = bad.input_schema(schema.as_object().unwrap().clone());
        let long = Tool::new(&"x".repeat(200), "Waits.", |_: NoArgs| async {});
        for (tool, why) in [(bad, "`shout` has an input schema"), (long, "at most 128 characters")]
        {
            let server = Server::builder("lab", "1").add(tool).build();
            let options = Options::default().cli_path("/not/started").mcp_server("lab", server);
            let error = Client::connect(options).await.unwrap_err();
            assert!(matches!(error, Error::Options { .. }), "{error}");
            let text = error.to_string();
            assert!(text.contains("the MCP server `lab`") && text.contains(why), "{text}");
        }
    });
}
