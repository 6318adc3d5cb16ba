//! Recycling: which CLI is started in the place of the old one, when, and what stays the same.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use claude_sdk::options::Recycle;
use claude_sdk::types::{McpServerConfig, ThinkingDisplay};
use claude_sdk::{Client, Error, McpServers, Message, Options, PermissionMode, query};
use serde_json::{Value, json};

use crate::cli::{Cli, SESSION};
use crate::stage::{Stage, everywhere, paused};

/// CLIs that answer prompts with their number until their stdin ends.
fn numbered() -> (Options, Stage) {
    numbered_in(|_| "default")
}

/// The same, each in a permission mode.
fn numbered_in(mode: fn(usize) -> &'static str) -> (Options, Stage) {
    let started = AtomicUsize::new(0);
    Stage::play(move |cli: Cli| {
        let number = started.fetch_add(1, Ordering::SeqCst);
        serve(cli, number, mode(number))
    })
}

async fn serve(mut cli: Cli, number: usize, mode: &'static str) {
    cli.handshake_in(mode).await;
    while let Some(line) = cli.line().await {
        if line["type"] == "control_request" {
            cli.succeed(line["request_id"].as_str().unwrap(), json!({})).await;
            continue;
        }
        let prompt = Cli::read_prompt(&line);
        cli.send(json!({
            "type": "system", "subtype": "init", "session_id": SESSION, "permissionMode": mode,
        }))
        .await;
        cli.say(&number.to_string()).await;
        cli.result(&[&prompt], &number.to_string()).await;
    }
    cli.exit(0, "");
}

async fn ask(client: &Client) -> String {
    let text = client.send("x").await.unwrap().text().await.unwrap();
    client.idle().await.unwrap();
    text
}

fn flag(launch: &claude_sdk::transport::Launch, name: &str) -> Option<String> {
    let args: Vec<_> = launch.args.iter().map(|arg| arg.to_str().unwrap()).collect();
    let joined = args.iter().find_map(|arg| arg.strip_prefix(&format!("{name}=")));
    let next = || args.iter().skip_while(|arg| **arg != name).nth(1).copied();
    joined.or_else(next).map(str::to_owned)
}

#[test]
fn a_recycled_client_has_the_same_id_and_another_cli() {
    everywhere(async || {
        let (options, stage) = numbered();
        let client = Client::connect(options).await.unwrap();
        let mut messages = client.messages().unwrap();
        let given = client.session_id().unwrap().clone();
        assert_eq!(ask(&client).await, "0");
        let id = client.session_id().unwrap().clone();
        client.clone().recycle().await.unwrap();
        assert_eq!(ask(&client).await, "1");
        assert_eq!(client.session_id(), Some(&id));
        client.close().await.unwrap();
        stage.done().await;
        let launches = stage.launches();
        assert_eq!(launches.len(), 2);
        assert_eq!(flag(&launches[0], "--session-id").as_deref(), Some(given.as_str()));
        assert_eq!(flag(&launches[1], "--resume").as_deref(), Some(id.as_str()));
        assert_eq!(flag(&launches[1], "--session-id"), None);
        // A subscription from before has the results of both.
        let mut results = Vec::new();
        while let Some(message) = messages.next().await {
            if let Message::Result(result) = message.unwrap() {
                results.push(result.text().to_owned());
            }
        }
        assert_eq!(results, ["0", "1"]);
        assert_eq!(client.ledger().turn_count, 2);
    });
}

#[test]
fn a_session_without_a_turn_begins_again_with_its_id() {
    everywhere(async || {
        let (options, stage) = numbered();
        let client = Client::connect(options).await.unwrap();
        client.recycle().await.unwrap();
        assert_eq!(ask(&client).await, "1");
        client.close().await.unwrap();
        stage.done().await;
        let launches = stage.launches();
        let ids: Vec<_> = launches.iter().map(|launch| flag(launch, "--session-id")).collect();
        assert!(ids[0].is_some() && ids[0] == ids[1], "{ids:?}");
        assert_eq!(flag(&launches[1], "--resume"), None);
    });
}

#[test]
fn a_client_is_recycled_before_a_prompt_when_it_is_due() {
    paused(async || {
        for (when, answers) in [
            (Recycle::new().turns(2), ["0", "0", "1", "1", "2"]),
            (Recycle::new().age(Duration::from_secs(25)), ["0", "0", "0", "1", "1"]),
            (Recycle::new(), ["0"; 5]),
        ] {
            let (options, stage) = numbered();
            let client = Client::connect(options.recycle_when(when)).await.unwrap();
            for answer in answers {
                assert_eq!(ask(&client).await, answer, "{when:?}");
                tokio::time::sleep(Duration::from_secs(10)).await;
            }
            client.close().await.unwrap();
            stage.done().await;
        }
    });
}

#[test]
fn a_running_turn_is_not_recycled() {
    everywhere(async || {
        let (options, stage) = Stage::play(|mut cli: Cli| async move {
            cli.handshake().await;
            // The first CLI gets no prompt.
            let Some(line) = cli.line().await else { return cli.exit(0, "") };
            let first = Cli::read_prompt(&line);
            let second = cli.prompt().await;
            for prompt in [first, second] {
                cli.result(&[&prompt], "done").await;
            }
            cli.eof().await;
            cli.exit(0, "");
        });
        // It is always due.
        let when = Recycle::new().age(Duration::ZERO);
        let options = options.recycle_when(when);
        let client = Client::connect(options).await.unwrap();
        // The first prompt is due, too, so another CLI answers it.
        let first = client.send("1").await.unwrap();
        let error = client.recycle().await.unwrap_err();
        assert!(matches!(error, Error::Unfinished { .. }), "{error:?}");
        let second = client.send("2").await.unwrap();
        assert_eq!(first.text().await.unwrap(), "done");
        assert_eq!(second.text().await.unwrap(), "done");
        client.close().await.unwrap();
        assert_eq!(stage.started(), 2);
    });
}

#[test]
fn model_and_mode_of_the_running_session_are_kept() {
    everywhere(async || {
        let (options, stage) =
            numbered_in(|number| if number == 0 { "default" } else { "acceptEdits" });
        let client = Client::connect(options.model("opus")).await.unwrap();
        ask(&client).await;
        client.set_model("haiku").await.unwrap();
        client.set_permission_mode(PermissionMode::AcceptEdits).await.unwrap();
        client.recycle().await.unwrap();
        ask(&client).await;
        client.close().await.unwrap();
        stage.done().await;
        let launches = stage.launches();
        assert_eq!(flag(&launches[0], "--model").as_deref(), Some("opus"));
        assert_eq!(flag(&launches[1], "--model").as_deref(), Some("haiku"));
        assert_eq!(flag(&launches[1], "--permission-mode").as_deref(), Some("acceptEdits"));
    });
}

/// The requests that each CLI got, by its number.
type Requests = Arc<Mutex<Vec<(usize, Value)>>>;

/// CLIs that record the requests that change a session, with their number.
fn recorded() -> (Options, Stage, Requests) {
    let requests = Arc::new(Mutex::new(Vec::new()));
    let (started, seen) = (AtomicUsize::new(0), Arc::clone(&requests));
    let (options, stage) = Stage::play(move |mut cli: Cli| {
        let number = started.fetch_add(1, Ordering::SeqCst);
        let seen = Arc::clone(&seen);
        async move {
            cli.handshake().await;
            while let Some(line) = cli.line().await {
                if line["type"] == "user" {
                    seen.lock().unwrap().push((number, json!("prompt")));
                    cli.init().await;
                    cli.result(&[&Cli::read_prompt(&line)], "done").await;
                    continue;
                }
                let id = line["request_id"].as_str().unwrap().to_owned();
                let request = line["request"].clone();
                if request["serverName"] == "gone" && number > 0 {
                    cli.refuse(&id, "Server not found: gone").await;
                } else {
                    cli.succeed(&id, json!({})).await;
                }
                seen.lock().unwrap().push((number, request));
            }
            cli.exit(0, "");
        }
    });
    (options, stage, requests)
}

/// The requests of one CLI, without one that changes nothing.
fn of(requests: &Mutex<Vec<(usize, Value)>>, number: usize) -> Vec<Value> {
    let requests = requests.lock().unwrap();
    let own =
        requests.iter().filter(|(of, request)| *of == number && request["subtype"] != "interrupt");
    own.map(|(_, request)| request.clone()).collect()
}

#[test]
fn thinking_settings_and_servers_of_the_running_session_are_kept() {
    everywhere(async || {
        let (options, stage, requests) = recorded();
        let server = |program: &str| McpServerConfig::stdio(program, ["--flag"]);
        let options = options.mcp_servers(McpServers::new().external("old", server("old")));
        let client = Client::connect(options).await.unwrap();
        ask(&client).await;
        client.set_max_thinking_tokens(2048).await.unwrap();
        client.set_thinking_display(ThinkingDisplay::Omitted).await.unwrap();
        client.set_max_thinking_tokens(1024).await.unwrap();
        let first = json!({ "effortLevel": "low", "env": { "A": "1" } });
        client.apply_flag_settings(&first).await.unwrap();
        client.apply_flag_settings(&json!({ "effortLevel": "high" })).await.unwrap();
        client.toggle_mcp_server("old", false).await.unwrap();
        let new = McpServers::new().external("old", server("new")).external("x", server("x"));
        client.set_mcp_servers(new).await.unwrap();
        client.toggle_mcp_server("x", false).await.unwrap();
        client.toggle_mcp_server("gone", false).await.unwrap();
        client.recycle().await.unwrap();
        ask(&client).await;
        client.recycle().await.unwrap();
        ask(&client).await;
        client.close().await.unwrap();
        stage.done().await;
        let servers = |name: &str, program: &str| {
            (name.to_owned(), json!({ "command": program, "args": ["--flag"] }))
        };
        let servers = serde_json::Map::from_iter([servers("old", "new"), servers("x", "x")]);
        let toggle =
            |name: &str| json!({ "subtype": "mcp_toggle", "serverName": name, "enabled": false });
        let kept = [
            json!({ "subtype": "mcp_set_servers", "servers": servers }),
            json!({
                "subtype": "set_max_thinking_tokens", "max_thinking_tokens": 1024,
                "thinking_display": "omitted",
            }),
            json!({
                "subtype": "apply_flag_settings",
                "settings": { "effortLevel": "high", "env": { "A": "1" } },
            }),
            toggle("gone"),
            toggle("x"),
            json!("prompt"),
        ];
        assert_eq!(of(&requests, 1), kept);
        assert_eq!(of(&requests, 2), kept);
    });
}

#[test]
fn a_set_without_servers_replaces_that_of_the_options() {
    everywhere(async || {
        let (options, stage, requests) = recorded();
        let servers = McpServers::new().external("old", McpServerConfig::stdio("old", [""; 0]));
        let client = Client::connect(options.mcp_servers(servers)).await.unwrap();
        client.set_mcp_servers(McpServers::new()).await.unwrap();
        client.recycle().await.unwrap();
        client.close().await.unwrap();
        stage.done().await;
        assert_eq!(of(&requests, 1), [json!({ "subtype": "mcp_set_servers", "servers": {} })]);
    });
}

#[test]
fn a_session_that_was_not_changed_gets_no_requests() {
    everywhere(async || {
        let (options, stage, requests) = recorded();
        let client = Client::connect(options).await.unwrap();
        client.recycle().await.unwrap();
        ask(&client).await;
        client.close().await.unwrap();
        stage.done().await;
        assert_eq!(of(&requests, 1), [json!("prompt")]);
    });
}

#[test]
fn a_cli_that_cannot_be_started_again_is_tried_twice_and_ends_the_session() {
    everywhere(async || {
        let started = AtomicUsize::new(0);
        let (options, stage) = Stage::play(move |mut cli: Cli| {
            let number = started.fetch_add(1, Ordering::SeqCst);
            async move {
                match number {
                    0 => serve(cli, 0, "default").await,
                    _ => cli.exit(1, "Error: Settings file not found: /s.json"),
                }
            }
        });
        let client = Client::connect(options).await.unwrap();
        ask(&client).await;
        let error = client.recycle().await.unwrap_err();
        let Error::Exited { cause, .. } = &error else { panic!("{error:?}") };
        assert_eq!(*cause, claude_sdk::error::ExitCause::Settings);
        assert_eq!(stage.started(), 3);
        assert!(client.send("x").await.is_err());
    });
}

#[test]
fn what_cannot_be_resumed_is_refused() {
    everywhere(async || {
        let (options, _stage) = numbered();
        let client = Client::connect(options.persist_session(false)).await.unwrap();
        assert_eq!(ask(&client).await, "0");
        let error = client.recycle().await.unwrap_err();
        assert!(matches!(error, Error::Options { .. }), "{error:?}");
        assert_eq!(ask(&client).await, "0", "the session goes on");
        let both = Options::default().persist_session(false).recycle_when(Recycle::new());
        assert!(both.validate().is_err());
        let (options, _stage) = numbered();
        let run = query("x", options).await.unwrap();
        let error = run.client().recycle().await.unwrap_err();
        assert!(matches!(error, Error::Options { .. }), "{error:?}");
    });
}
