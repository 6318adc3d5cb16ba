//! External MCP servers: how servers that the CLI starts or connects to are declared, and that
//! secrets are not shown.

use std::collections::BTreeMap;

use claude_sdk::error::Precondition;
use claude_sdk::types::{McpHttpServer, McpServerConfig, McpStdioServer};
use claude_sdk::{Client, Error, McpServers, Options, query};
use serde_json::{Value, json};

use crate::cli::Cli;
use crate::stage::{Stage, everywhere};

const SECRET: &str = "s3cret";

/// A command with a secret variable, and a URL with a secret header.
fn servers() -> McpServers {
    let map = |key: &str| BTreeMap::from([(key.to_owned(), SECRET.to_owned())]);
    let files = McpStdioServer::new("serve-files").args(["--all".to_owned()]).env(map("TOKEN"));
    let web = McpHttpServer::new("https://mcp.example.com").headers(map("Authorization"));
    McpServers::new().external("files", files.into()).external("web", web.into())
}

fn declared() -> Value {
    json!({
        "files": { "command": "serve-files", "args": ["--all"], "env": { "TOKEN": SECRET } },
        "web": {
            "type": "http", "url": "https://mcp.example.com",
            "headers": { "Authorization": SECRET },
        },
    })
}

/// Answers the request that declares servers. Returns its servers.
async fn set(cli: &mut Cli, errors: Value) -> Value {
    let (id, mut request) = cli.request("mcp_set_servers").await;
    cli.succeed(&id, json!({ "added": [], "removed": [], "errors": errors })).await;
    request["servers"].take()
}

#[test]
fn external_servers_are_not_on_the_command_line() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let request = cli.handshake().await;
            assert_eq!(request.get("sdkMcpServers"), None);
            // For CLIs with `--await-initialize`; others ignore them here.
            assert_eq!(request["mcpServers"], declared());
            assert_eq!(set(&mut cli, json!({})).await, declared());
            let prompt = cli.prompt().await;
            cli.answer(&prompt, "done").await;
            cli.finish().await;
        });
        let options = options.mcp_servers(servers());
        assert_eq!(query("x", options).text().await.unwrap(), "done");
        stage.done().await;
        let launch = stage.launch();
        let env = format!("{:?}", launch.env);
        let args = stage.args().join(" ");
        for hidden in [SECRET, "serve-files", "example.com", "mcp"] {
            assert!(!args.to_lowercase().contains(hidden), "{args}");
            assert!(!env.contains(hidden), "{env}");
        }
        // The version of this CLI is not known, so it reads them from a private file.
        let [file] = &launch.files[..] else { panic!("{launch:?}") };
        assert_eq!(file.argument, "--mcp-config=");
        let content: Value = serde_json::from_slice(&file.content).unwrap();
        assert_eq!(content, json!({ "mcpServers": declared() }));
        assert!(!format!("{launch:?}").contains(SECRET));
    });
}

#[test]
fn debug_shows_only_names_of_external_servers() {
    let shown = format!("{:#?} {:#?}", servers(), Options::default().mcp_servers(servers()));
    for hidden in [SECRET, "TOKEN", "Authorization", "serve-files", "--all", "example.com"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
    assert_eq!(shown.matches("\"files\"").count(), 2, "{shown}");
}

#[test]
fn without_servers_nothing_is_declared() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let options = options.mcp_servers(McpServers::new());
        assert_eq!(query("a", options).text().await.unwrap(), "echo: a");
        stage.done().await;
    });
}

#[cfg(feature = "mcp")]
#[test]
fn servers_of_both_kinds_are_in_one_request() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            assert_eq!(cli.handshake().await["sdkMcpServers"], json!(["calc"]));
            let mut expected = declared();
            // The request replaces all servers, so it must include the in-process ones.
            expected["calc"] = json!({ "type": "sdk", "name": "calc" });
            assert_eq!(set(&mut cli, json!({})).await, expected);
            let prompt = cli.prompt().await;
            let answer = crate::mcp::add(&mut cli, "c", "calc").await;
            cli.answer(&prompt, crate::mcp::text(&answer)).await;
            cli.finish().await;
        });
        let options = options.mcp_servers(servers()).mcp_server("calc", crate::mcp::calculator());
        assert_eq!(query("add", options).text().await.unwrap(), "3");
        stage.done().await;
    });
}

#[test]
fn the_last_external_server_with_a_name_is_declared() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let declared = set_after_handshake(&mut cli).await;
            assert_eq!(declared, json!({ "web": { "type": "sse", "url": "https://new" } }));
            cli.finish().await;
        });
        let one = |config| McpServers::new().external("web", config);
        let options = options
            .mcp_servers(one(McpServerConfig::http("https://old")))
            .mcp_servers(one(McpServerConfig::sse("https://new")));
        Client::connect(options).await.unwrap().close().await.unwrap();
        stage.done().await;
    });
}

async fn set_after_handshake(cli: &mut Cli) -> Value {
    cli.handshake().await;
    set(cli, json!({})).await
}

#[test]
fn a_refused_required_server_ends_the_start() {
    everywhere(async || {
        let play = || {
            Stage::play(async |mut cli: Cli| {
                cli.handshake().await;
                set(&mut cli, json!({ "files": "no such command", "web": "bad address" })).await;
                // No prompt is sent and no status is requested.
                cli.eof().await;
            })
        };
        let (options, stage) = play();
        let options = options.mcp_servers(servers()).require_mcp_servers(["web"]);
        let error = Client::connect(options).await.unwrap_err();
        stage.done().await;
        let Error::Precondition(Precondition::McpServer { server, reason }) = error else {
            panic!("{error:?}")
        };
        assert_eq!((server.as_str(), reason.as_str()), ("web", "bad address"));

        let (options, stage) = play();
        let options = options.mcp_servers(servers()).require_mcp_servers(["files"]);
        let error = query("x", options).text().await.unwrap_err();
        stage.done().await;
        assert!(
            matches!(&error, Error::Precondition(Precondition::McpServer { server, .. }) if server == "files"),
            "{error:?}"
        );
    });
}

#[test]
fn a_refused_optional_server_does_not_end_the_start() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            set(&mut cli, json!({ "web": "bad address" })).await;
            let prompt = cli.prompt().await;
            cli.answer(&prompt, "done").await;
            cli.finish().await;
        });
        assert_eq!(query("x", options.mcp_servers(servers())).text().await.unwrap(), "done");
        stage.done().await;
    });
}

#[test]
fn a_cli_without_external_servers_ends_the_start() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let (id, _) = cli.request("mcp_set_servers").await;
            cli.refuse(&id, "unknown request").await;
            cli.eof().await;
        });
        let error = Client::connect(options.mcp_servers(servers())).await.unwrap_err();
        stage.done().await;
        assert!(
            matches!(&error, Error::Control { subtype, .. } if subtype == "mcp_set_servers"),
            "{error:?}"
        );
    });
}

#[test]
fn servers_can_be_toggled_and_reconnected() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            for enabled in [false, true] {
                let (id, request) = cli.request("mcp_toggle").await;
                assert_eq!(request["serverName"], "web");
                assert_eq!(request["enabled"], enabled);
                cli.succeed(&id, json!({})).await;
            }
            let (id, request) = cli.request("mcp_reconnect").await;
            assert_eq!(request["serverName"], "web");
            // As the CLI does: without a body.
            let response = json!({ "subtype": "success", "request_id": id });
            cli.send(json!({ "type": "control_response", "response": response })).await;
            let (id, _) = cli.request("mcp_reconnect").await;
            cli.refuse(&id, "Server not found: wob").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        client.toggle_mcp_server("web", false).await.unwrap();
        client.toggle_mcp_server("web", true).await.unwrap();
        client.reconnect_mcp_server("web").await.unwrap();
        let error = client.reconnect_mcp_server("wob").await.unwrap_err();
        let Error::Control { message, .. } = &error else { panic!("{error:?}") };
        assert_eq!(message, "Server not found: wob");
        client.close().await.unwrap();
        stage.done().await;
    });
}
