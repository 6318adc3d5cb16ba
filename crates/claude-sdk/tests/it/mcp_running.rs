//! Running MCP servers: in-process servers that are added and removed while the session runs.

use claude_sdk::mcp::{NoArgs, Server};
use claude_sdk::types::McpServerConfig;
use claude_sdk::{Client, McpServers};
use serde_json::{Value, json};

use crate::cli::Cli;
use crate::mcp::{add, calculator, text};
use crate::stage::{Stage, everywhere};

/// Answers a request to set servers. Returns its servers.
async fn set(cli: &mut Cli, answer: Value) -> Value {
    let (id, mut request) = cli.request("mcp_set_servers").await;
    cli.succeed(&id, answer).await;
    request["servers"].take()
}

/// A prompt whose answer is the result of a call of `add`, or its error code.
async fn prompt_for_add(cli: &mut Cli) {
    let prompt = cli.prompt().await;
    let answer = add(cli, &prompt.uuid, "calc").await;
    match &answer["error"]["code"] {
        Value::Null => cli.answer(&prompt, text(&answer)).await,
        code => cli.answer(&prompt, &code.to_string()).await,
    }
}

async fn answer(client: &Client) -> String {
    client.send("add").await.unwrap().text().await.unwrap()
}

const NOT_THERE: &str = "-32601";

#[test]
fn an_added_server_is_called_and_a_removed_one_is_not() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            assert_eq!(cli.handshake().await.get("sdkMcpServers"), None);
            prompt_for_add(&mut cli).await;
            let (id, request) = cli.request("mcp_set_servers").await;
            let calc = json!({ "calc": { "type": "sdk", "name": "calc" } });
            assert_eq!(request["servers"], calc);
            // The CLI may send calls before it answers.
            assert_eq!(text(&add(&mut cli, "meanwhile", "calc").await), "3");
            cli.succeed(&id, json!({ "added": ["calc"], "removed": [], "errors": {} })).await;
            prompt_for_add(&mut cli).await;
            let removed = json!({ "added": [], "removed": ["calc"], "errors": {} });
            assert_eq!(set(&mut cli, removed).await, json!({}));
            prompt_for_add(&mut cli).await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        assert_eq!(answer(&client).await, NOT_THERE);
        let calc = McpServers::new().server("calc", calculator());
        let response = client.set_mcp_servers(calc).await.unwrap();
        assert_eq!(response.added.unwrap(), ["calc"]);
        assert_eq!(answer(&client).await, "3");
        let response = client.set_mcp_servers(McpServers::new()).await.unwrap();
        assert_eq!(response.removed.unwrap(), ["calc"]);
        assert_eq!(answer(&client).await, NOT_THERE);
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn kept_and_replaced_servers_are_still_called() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            // The response does not mention the server.
            set(&mut cli, json!({ "added": ["files"], "removed": [], "errors": {} })).await;
            prompt_for_add(&mut cli).await;
            let anew = json!({ "added": ["calc"], "removed": ["calc", "files"], "errors": {} });
            set(&mut cli, anew).await;
            prompt_for_add(&mut cli).await;
            cli.finish().await;
        });
        let client = Client::connect(options.mcp_server("calc", calculator())).await.unwrap();
        let files = McpServers::new().external("files", McpServerConfig::stdio("files", ["--x"]));
        client.set_mcp_servers(files).await.unwrap();
        assert_eq!(answer(&client).await, "3");
        client.set_mcp_servers(McpServers::new().server("calc", calculator())).await.unwrap();
        assert_eq!(answer(&client).await, "3");
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// A refusal leaves the session unchanged.
#[test]
fn a_server_that_fails_to_connect_is_reported_and_is_not_an_error() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let errors = json!({ "web": "connection refused" });
            set(&mut cli, json!({ "added": ["calc"], "removed": [], "errors": errors })).await;
            let (id, _) = cli.request("mcp_set_servers").await;
            cli.refuse(&id, "not now").await;
            cli.serve_on().await;
        });
        let client = Client::connect(options).await.unwrap();
        let servers = || {
            McpServers::new()
                .server("calc", calculator())
                .external("web", McpServerConfig::http("https://mcp.example.com"))
        };
        let response = client.set_mcp_servers(servers()).await.unwrap();
        assert_eq!(response.errors.unwrap()["web"], "connection refused");
        let error = client.set_mcp_servers(servers()).await.unwrap_err();
        assert!(
            matches!(&error, claude_sdk::Error::Control { message, .. } if message == "not now"),
            "{error:?}"
        );
        assert_eq!(client.send("a").await.unwrap().text().await.unwrap(), "echo: a");
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// Returns another text than the calculator.
fn other() -> Server {
    Server::builder("other", "1").tool("add", "Lies.", |_: NoArgs| async { "a lie" }).build()
}

#[test]
fn a_refusal_leaves_the_servers_unchanged() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let (id, _) = cli.request("mcp_set_servers").await;
            // Meanwhile the new server answers.
            assert_eq!(text(&add(&mut cli, "meanwhile", "calc").await), "a lie");
            cli.refuse(&id, "not now").await;
            prompt_for_add(&mut cli).await;
            let gone = add(&mut cli, "gone", "new").await;
            assert_eq!(gone["error"]["code"].to_string(), NOT_THERE, "{gone}");
            cli.finish().await;
        });
        let client = Client::connect(options.mcp_server("calc", calculator())).await.unwrap();
        let servers = McpServers::new().server("calc", other()).server("new", other());
        client.set_mcp_servers(servers).await.unwrap_err();
        assert_eq!(answer(&client).await, "3");
        client.close().await.unwrap();
        stage.done().await;
    });
}
