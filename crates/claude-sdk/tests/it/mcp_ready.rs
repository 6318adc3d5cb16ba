//! MCP readiness: servers that must be connected before the first prompt, and servers that a caller
//! waits for.

use std::time::Duration;

use claude_sdk::error::Precondition;
use claude_sdk::types::{McpServerConfig, McpServerState};
use claude_sdk::{Client, Error, McpServers, Options, query};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::cli::Cli;
use crate::stage::{Stage, everywhere, paused};

const SECOND: Duration = Duration::from_secs(1);

fn server(name: &str, status: &str) -> Value {
    json!({ "name": name, "status": status, "transport": "http", "scope": "dynamic" })
}

/// Answers each status request with the servers of that time. Returns the first other line, `None`
/// at the end of stdin.
async fn tell(cli: &mut Cli, servers: impl Fn(Duration) -> Value) -> Option<Value> {
    let begun = Instant::now();
    loop {
        let line = cli.line().await?;
        if line["request"]["subtype"] != "mcp_status" {
            return Some(line);
        }
        let id = line["request_id"].as_str().unwrap();
        cli.succeed(id, json!({ "mcpServers": servers(begun.elapsed()) })).await;
    }
}

/// Accepts the declaration of the servers.
async fn declared(cli: &mut Cli) {
    cli.handshake().await;
    let (id, _) = cli.request("mcp_set_servers").await;
    cli.succeed(&id, json!({ "added": ["web"], "removed": [], "errors": {} })).await;
}

fn required(options: Options) -> Options {
    let web = McpServerConfig::http("https://mcp.example.com");
    options.mcp_servers(McpServers::new().external("web", web)).require_mcp_servers(["web"])
}

/// A required server that becomes ready after this time.
fn ready_after(time: Duration) -> (Options, Stage) {
    let (options, stage) = Stage::play(move |mut cli: Cli| async move {
        declared(&mut cli).await;
        let begun = Instant::now();
        let status = |after| if after < time { "pending" } else { "connected" };
        let line = tell(&mut cli, |after| json!([server("web", status(after))])).await.unwrap();
        assert_eq!(line["type"], "user", "{line}");
        assert!(begun.elapsed() >= time, "asked after {:?}", begun.elapsed());
        assert!(begun.elapsed() <= time + SECOND, "asked after {:?}", begun.elapsed());
        let uuid = line["uuid"].as_str().unwrap().to_owned();
        cli.answer(&crate::cli::Prompt { uuid, text: String::new() }, "done").await;
        cli.finish().await;
    });
    (required(options), stage)
}

#[test]
fn the_first_prompt_waits_for_required_servers() {
    paused(async || {
        for time in [Duration::ZERO, 3 * SECOND, Duration::from_millis(29_900)] {
            let (options, stage) = ready_after(time);
            assert_eq!(query("x", options).text().await.unwrap(), "done");
            stage.done().await;
        }
    });
}

/// The error of a start whose required server has this status, and the time until it fails.
async fn failure(servers: impl Fn() -> Value + Send + Sync + Clone + 'static) -> (Error, Duration) {
    let (options, stage) = Stage::play(move |mut cli: Cli| {
        let servers = servers.clone();
        async move {
            declared(&mut cli).await;
            // No status is requested.
            assert_eq!(tell(&mut cli, |_| servers()).await, None);
        }
    });
    let begun = Instant::now();
    let error = query("x", required(options)).text().await.unwrap_err();
    let took = begun.elapsed();
    stage.done().await;
    (error, took)
}

#[test]
fn a_failed_required_server_ends_the_start_with_its_reason() {
    paused(async || {
        let reported = |status: &'static str, error: Option<&'static str>| {
            move || {
                let mut web = server("web", status);
                web["error"] = error.into();
                json!([server("other", "pending"), web])
            }
        };
        for (status, error, expected) in [
            ("failed", Some("ECONNREFUSED: no route"), "ECONNREFUSED: no route"),
            ("failed", None, "the connection failed"),
            ("needs-auth", None, "authentication is required"),
            ("disabled", None, "the server is disabled"),
        ] {
            let (error, took) = failure(reported(status, error)).await;
            let Error::Precondition(Precondition::McpServer { server, reason }) = &error else {
                panic!("{error:?}")
            };
            assert_eq!((server.as_str(), reason.as_str()), ("web", expected), "{status}");
            assert!(error.to_string().contains(expected), "{error}");
            assert!(took < SECOND, "{took:?}");
        }
    });
}

#[test]
fn a_required_server_that_never_connects_ends_the_start() {
    paused(async || {
        for status in ["pending", "state of a later version"] {
            let (error, took) = failure(move || json!([server("web", status)])).await;
            let Error::Precondition(Precondition::McpServer { server, reason }) = &error else {
                panic!("{error:?}")
            };
            assert_eq!(server, "web");
            assert!(reason.contains("30s"), "{reason}");
            assert_eq!(took.as_secs(), 30, "{took:?}");
        }
    });
}

#[test]
fn an_unknown_required_server_ends_the_start() {
    paused(async || {
        let (error, took) = failure(|| json!([server("wob", "connected")])).await;
        let Error::Precondition(Precondition::McpServer { server, reason }) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(server, "web");
        assert!(reason.contains("does not report"), "{reason}");
        assert!(took < SECOND, "{took:?}");
    });
}

/// A server from the settings can be required without being declared.
#[test]
fn a_required_server_may_come_from_the_settings() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let line = tell(&mut cli, |_| json!([server("team", "connected")])).await;
            assert_eq!(line, None);
            cli.exit(0, "");
        });
        let options = options.require_mcp_servers(["team"]);
        Client::connect(options).await.unwrap().close().await.unwrap();
        stage.done().await;
    });
}

/// A conversation whose servers have this status.
async fn client(
    servers: impl Fn(Duration) -> Value + Send + Sync + Clone + 'static,
) -> (Client, Stage) {
    let (options, stage) = Stage::play(move |mut cli: Cli| {
        let servers = servers.clone();
        async move {
            cli.handshake().await;
            assert_eq!(tell(&mut cli, servers).await, None);
            cli.exit(0, "");
        }
    });
    (Client::connect(options).await.unwrap(), stage)
}

fn connected_after(after: Duration, seconds: u64) -> &'static str {
    if after < Duration::from_secs(seconds) { "pending" } else { "connected" }
}

#[test]
fn without_names_all_servers_are_awaited() {
    paused(async || {
        let (client, stage) = client(|after| {
            let mut own = server("own", "pending");
            // The CLI connects it with the first prompt.
            own["transport"] = "sdk".into();
            json!([
                own,
                server("a", connected_after(after, 2)),
                server("b", connected_after(after, 5)),
            ])
        })
        .await;
        let begun = Instant::now();
        let all = client.wait_for_mcp(&[], 20 * SECOND).await.unwrap();
        assert_eq!(begun.elapsed().as_secs(), 5);
        let states: Vec<_> = all.into_iter().map(|server| (server.name, server.status)).collect();
        let expected = [
            ("own", McpServerState::Pending),
            ("a", McpServerState::Connected),
            ("b", McpServerState::Connected),
        ];
        assert_eq!(states, expected.map(|(name, state)| (name.to_owned(), Some(state))));
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn with_names_only_these_servers_are_awaited() {
    paused(async || {
        let (client, stage) = client(|after| {
            json!([
                server("broken", "failed"),
                server("later", connected_after(after, 60)),
                server("a", connected_after(after, 2)),
            ])
        })
        .await;
        let begun = Instant::now();
        client.wait_for_mcp(&["a"], 20 * SECOND).await.unwrap();
        assert_eq!(begun.elapsed().as_secs(), 2);
        let error = client.wait_for_mcp(&["a", "later"], 5 * SECOND).await.unwrap_err();
        assert!(
            matches!(&error, Error::Precondition(Precondition::McpServer { server, .. }) if server == "later"),
            "{error:?}"
        );
        assert_eq!(begun.elapsed().as_secs(), 7);
        let error = client.wait_for_mcp(&[], 5 * SECOND).await.unwrap_err();
        assert!(
            matches!(&error, Error::Precondition(Precondition::McpServer { server, .. }) if server == "broken"),
            "{error:?}"
        );
        let error = client.wait_for_mcp(&["none"], 5 * SECOND).await.unwrap_err();
        assert!(
            matches!(&error, Error::Precondition(Precondition::McpServer { server, .. }) if server == "none"),
            "{error:?}"
        );
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn the_wait_may_be_unlimited_or_zero() {
    paused(async || {
        let (client, stage) =
            client(|after| json!([server("a", connected_after(after, 400))])).await;
        let begun = Instant::now();
        let error = client.wait_for_mcp(&[], Duration::ZERO).await.unwrap_err();
        assert!(
            matches!(&error, Error::Precondition(Precondition::McpServer { server, .. }) if server == "a"),
            "{error:?}"
        );
        assert_eq!(begun.elapsed(), Duration::ZERO);
        client.wait_for_mcp(&[], Duration::MAX).await.unwrap();
        assert_eq!(begun.elapsed().as_secs(), 400);
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// A CLI that does not answer must not take more than the remaining time.
#[test]
fn an_unanswered_status_request_is_limited_by_the_remaining_time() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            for status in ["pending", "pending"] {
                let (id, _) = cli.request("mcp_status").await;
                let servers = json!([server("a", status)]);
                cli.succeed(&id, json!({ "mcpServers": servers })).await;
            }
            // From here on the CLI does not answer.
            while cli.line().await.is_some() {}
            cli.exit(0, "");
        });
        let client = Client::connect(options).await.unwrap();
        for (names, expected) in [(&[][..], "a"), (&["a"][..], "a")] {
            let begun = Instant::now();
            let error = client.wait_for_mcp(names, 5 * SECOND).await.unwrap_err();
            assert!(
                matches!(&error, Error::Precondition(Precondition::McpServer { server, .. }) if server == expected),
                "{error:?}"
            );
            assert!(begun.elapsed() >= 5 * SECOND, "{:?}", begun.elapsed());
            assert!(begun.elapsed() <= 6 * SECOND, "{:?}", begun.elapsed());
        }
        let error = client.wait_for_mcp(&[], SECOND).await.unwrap_err();
        assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn server_status_is_returned_as_the_cli_reports_it() {
    everywhere(async || {
        let (client, stage) = client(|_| {
            let mut web = server("web", "failed");
            web["error"] = "no route".into();
            json!([web])
        })
        .await;
        let servers = client.mcp_status().await.unwrap();
        let [web] = &servers[..] else { panic!("{servers:?}") };
        assert_eq!((web.name.as_str(), web.error.as_deref()), ("web", Some("no route")));
        assert_eq!(web.status, Some(McpServerState::Failed));
        client.close().await.unwrap();
        stage.done().await;
    });
}
