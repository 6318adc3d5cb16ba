//! CLI info: what a client knows of its CLI, a second handshake, and requests that a CLI does not
//! support.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use claude_sdk::client::InterruptOptions;
use claude_sdk::error::{CloseReason, Precondition};
use claude_sdk::types::{LocalPlugin, McpCallRequest, ReloadPluginsRequest};
use claude_sdk::version::CliVersion;
use claude_sdk::{Client, Error, InterruptOutcome, Permission, query};
use serde_json::{Value, json};
use tokio::sync::{Notify, Semaphore};

use crate::cli::Cli;
use crate::stage::{Stage, everywhere, paused};

/// Completes the handshake with this response.
async fn handshake(cli: &mut Cli, answer: Value) {
    let (id, _) = cli.request("initialize").await;
    cli.succeed(&id, answer).await;
}

#[test]
fn capabilities_come_from_the_handshake_and_the_first_turn() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let answer = json!({
                "claude_code_version": "2.1.329", "capabilities": ["ui_surface_v1", "new_v7"],
            });
            handshake(&mut cli, answer).await;
            let prompt = cli.prompt().await;
            cli.send(json!({
                "type": "system", "subtype": "init", "model": "m", "tools": ["Bash"],
                "capabilities": ["msg_lifecycle_v1", "ui_surface_v1"],
            }))
            .await;
            cli.result(&[&prompt], "x").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        assert!(client.system_init().is_none());
        let names = |client: &Client| -> Vec<String> {
            client.capabilities().iter().map(Into::into).collect()
        };
        assert_eq!(names(&client), ["new_v7", "ui_surface_v1"]);
        client.send("a").await.unwrap().text().await.unwrap();
        assert_eq!(names(&client), ["msg_lifecycle_v1", "new_v7", "ui_surface_v1"]);
        assert!(client.capabilities().has("msg_lifecycle_v1"));
        let init = client.system_init().unwrap();
        assert_eq!(init.tools.as_deref(), Some(&["Bash".to_owned()][..]));
        assert_eq!(client.cli_version(), Some(CliVersion::new(2, 1, 329)));
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn lists_come_from_the_handshake_and_pushed_commands_replace_them() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let answer = json!({
                "claude_code_version": "2.1.329",
                "commands": [{ "name": "compact" }],
                "agents": [{ "name": "explore" }],
                "models": [{ "value": "default" }, { "value": "opus" }],
                "account": { "apiProvider": "firstParty", "email": "a@example.org" },
                "available_output_styles": ["default", "Concise"],
            });
            handshake(&mut cli, answer).await;
            let prompt = cli.prompt().await;
            let commands = json!([{ "name": "compact" }, { "name": "plug:c" }]);
            cli.send(json!({
                "type": "system", "subtype": "commands_changed", "commands": commands,
            }))
            .await;
            cli.answer(&prompt, "x").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let commands = |client: &Client| -> Vec<String> {
            client.supported_commands().iter().map(|command| command.name.clone()).collect()
        };
        assert_eq!(commands(&client), ["compact"]);
        client.send("a").await.unwrap().text().await.unwrap();
        assert_eq!(commands(&client), ["compact", "plug:c"]);
        let models: Vec<_> = client.supported_models().into_iter().map(|m| m.value).collect();
        assert_eq!(models, ["default", "opus"]);
        assert_eq!(client.supported_agents()[0].name, "explore");
        assert_eq!(client.account().unwrap().email.as_deref(), Some("a@example.org"));
        assert_eq!(client.output_styles(), ["default", "Concise"]);
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// A permission request.
fn question(id: &str) -> Value {
    json!({
        "type": "control_request", "request_id": id,
        "request": { "subtype": "can_use_tool", "tool_name": "Bash", "input": { "command": id } },
    })
}

#[test]
fn a_request_repeated_by_a_second_handshake_is_handled_once() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let first = cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            cli.send(question("open")).await;
            let (id, again) = cli.request("initialize").await;
            assert_eq!(first, again, "the same hooks and servers");
            // The second request is new: it was sent before this client subscribed.
            let response = json!({
                "subtype": "success", "request_id": id,
                "response": { "claude_code_version": "2.1.329", "commands": [{ "name": "new" }] },
                "pending_permission_requests": [question("open"), question("missed")],
            });
            cli.send(json!({ "type": "control_response", "response": response })).await;
            let mut answered = Vec::new();
            for _ in 0..2 {
                let line = cli.expect("control_response").await;
                assert_eq!(line["response"]["response"]["behavior"], "allow");
                answered.push(line["response"]["request_id"].as_str().unwrap().to_owned());
            }
            answered.sort();
            assert_eq!(answered, ["missed", "open"]);
            cli.result(&[&prompt], "x").await;
            cli.finish().await;
        });
        let (asked, may_answer) = (Arc::new(AtomicUsize::new(0)), Arc::new(Semaphore::new(0)));
        let seen = Arc::new(Notify::new());
        let (count, gate, note) = (Arc::clone(&asked), Arc::clone(&may_answer), Arc::clone(&seen));
        let options = options.on_permission(move |_, _| {
            count.fetch_add(1, Ordering::SeqCst);
            note.notify_one();
            let gate = Arc::clone(&gate);
            async move {
                let _ = gate.acquire().await.unwrap();
                Permission::allow()
            }
        });
        let client = Client::connect(options).await.unwrap();
        let turn = client.send("a").await.unwrap();
        seen.notified().await;
        let lists = client.reinitialize().await.unwrap();
        assert_eq!(lists.commands.as_ref().unwrap()[0].name, "new");
        assert_eq!(client.supported_commands()[0].name, "new");
        assert!(client.initialized().unwrap().commands.is_none(), "the first answer stays");
        may_answer.add_permits(2);
        assert_eq!(turn.text().await.unwrap(), "x");
        assert_eq!(asked.load(Ordering::SeqCst), 2);
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// Our reply crosses the response to the handshake: the CLI had not read it yet.
#[test]
fn a_request_answered_during_a_handshake_is_not_handled_again() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            let (id, _) = cli.request("initialize").await;
            assert!(cli.ask("q", question("q")["request"].clone()).await.is_ok());
            let response = json!({
                "subtype": "success", "request_id": id, "response": {},
                "pending_permission_requests": [question("q")],
            });
            cli.send(json!({ "type": "control_response", "response": response })).await;
            cli.send(question("q")).await;
            // A later request shows that no reply is on its way.
            assert!(cli.ask("later", question("later")["request"].clone()).await.is_ok());
            cli.result(&[&prompt], "x").await;
            cli.finish().await;
        });
        let options = options.on_permission(async |_, _| Permission::allow());
        let client = Client::connect(options).await.unwrap();
        let mut turn = client.send("a").await.unwrap();
        turn.next().await.unwrap().unwrap();
        client.reinitialize().await.unwrap();
        assert_eq!(turn.text().await.unwrap(), "x");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn unknown_requests_and_refused_requests_are_different_errors() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            // Older CLIs send no error codes, and the texts of newer ones may change.
            let (id, _) = cli.request("set_color").await;
            cli.refuse(&id, "Unsupported control request subtype: set_color").await;
            let (id, _) = cli.request("get_plan").await;
            let response = json!({
                "subtype": "error", "request_id": id, "error": "never heard of it",
                "error_code": "unsupported_request",
            });
            cli.send(json!({ "type": "control_response", "response": response })).await;
            let (id, _) = cli.request("get_plan").await;
            cli.refuse(&id, "not now").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        for error in [client.set_color("red").await.unwrap_err(), client.plan().await.unwrap_err()]
        {
            let Error::Unsupported { version, .. } = &error else { panic!("{error:?}") };
            assert_eq!(*version, Some(CliVersion::new(2, 1, 329)));
        }
        assert!(
            matches!(client.plan().await, Err(Error::Control { subtype, .. }) if subtype == "get_plan")
        );
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn an_untyped_request_can_be_sent() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let (id, request) = cli.request("teleport").await;
            assert_eq!(request, json!({ "subtype": "teleport", "to": "home" }));
            cli.succeed(&id, json!({ "arrived": true })).await;
            let (id, request) = cli.request("teleport").await;
            assert_eq!(request, json!({ "subtype": "teleport" }));
            cli.refuse(&id, "Unsupported control request subtype: teleport").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let answer = client.request_raw("teleport", json!({ "to": "home" })).await.unwrap();
        assert_eq!(answer.get(), r#"{"arrived":true}"#);
        // The name may be created at run time.
        let error = client.request_raw(String::from("teleport"), Value::Null).await.unwrap_err();
        assert!(
            matches!(&error, Error::Unsupported { subtype, .. } if subtype == "teleport"),
            "{error:?}"
        );
        let error = client.request_raw("teleport", json!(["x"])).await.unwrap_err();
        assert!(matches!(error, Error::Options { .. }), "{error:?}");
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// A request is not sent to a CLI that would ignore the property that makes it safe.
#[test]
fn requests_that_an_old_cli_would_ignore_are_not_sent() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            handshake(&mut cli, json!({ "claude_code_version": "2.1.200" })).await;
            let (id, request) = cli.request("mcp_call").await;
            assert_eq!(request["check_permissions"], false);
            cli.succeed(&id, json!({})).await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let call = McpCallRequest::new("mcp__a__b");
        let reload = ReloadPluginsRequest::new().refuse_if_busy(true);
        for error in [
            client.interrupt_with(InterruptOptions::new().cancel_queued()).await.unwrap_err(),
            client.call_mcp_tool(call.clone().check_permissions(true)).await.unwrap_err(),
            client.reload_plugins(reload).await.unwrap_err(),
        ] {
            let Error::Unsupported { version, .. } = &error else { panic!("{error:?}") };
            assert_eq!(*version, Some(CliVersion::new(2, 1, 200)));
        }
        // Positive control: without the property the same call is made.
        client.call_mcp_tool(call.check_permissions(false)).await.unwrap();
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// Once the CLI has sent its complete list, the list decides, and not the version.
#[test]
fn capabilities_of_the_first_turn_take_precedence() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            handshake(&mut cli, json!({ "claude_code_version": "2.1.329" })).await;
            let (id, _) = cli.request("interrupt").await;
            cli.succeed(&id, json!({ "still_queued": [], "cancelled": [] })).await;
            let prompt = cli.prompt().await;
            // The list of this CLI lacks the name.
            cli.answer(&prompt, "x").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let all = InterruptOptions::new().cancel_queued();
        assert_eq!(client.interrupt_with(all).await.unwrap(), InterruptOutcome::NothingRunning);
        client.send("a").await.unwrap().text().await.unwrap();
        let error = client.interrupt_with(all).await.unwrap_err();
        assert!(
            matches!(&error, Error::Unsupported { subtype, .. } if subtype == "interrupt"),
            "{error:?}"
        );
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_plugin_path_must_be_absolute() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let client = Client::connect(options).await.unwrap();
        let request = ReloadPluginsRequest::new().add_plugins(vec![LocalPlugin::new("plug")]);
        let error = client.reload_plugins(request).await.unwrap_err();
        assert!(matches!(&error, Error::Options { problem } if problem.contains("`plug`")));
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn an_unrequested_permission_mode_is_an_error() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let (id, _) = cli.request("set_permission_mode").await;
            cli.succeed(&id, json!({ "mode": "auto" })).await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let error = client.set_permission_mode(claude_sdk::PermissionMode::Plan).await.unwrap_err();
        assert!(
            matches!(error, Error::Precondition(Precondition::PermissionMode { .. })),
            "{error:?}"
        );
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_query_has_the_methods_of_a_client_while_stdin_is_open() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            let (id, _) = cli.request("get_plan").await;
            cli.succeed(&id, json!({ "exists": false })).await;
            cli.result(&[&prompt], "x").await;
            cli.finish().await;
        });
        let mut run =
            query("a", options.on_permission(async |_, _| Permission::allow())).await.unwrap();
        run.next().await.unwrap().unwrap();
        assert_eq!(run.client().plan().await.unwrap().exists, Some(false));
        assert_eq!(run.text().await.unwrap(), "x");
        stage.done().await;
    });
}

/// Without callbacks, stdin is closed after the prompt. The error says so.
#[test]
fn a_query_with_closed_stdin_returns_input_ended() {
    paused(async || {
        let go = Arc::new(Notify::new());
        let went = Arc::clone(&go);
        let (options, stage) = Stage::play(move |mut cli: Cli| {
            let went = Arc::clone(&went);
            async move {
                cli.handshake().await;
                let prompt = cli.prompt().await;
                cli.init().await;
                cli.eof().await;
                went.notified().await;
                cli.result(&[&prompt], "4").await;
                cli.exit(0, "");
            }
        });
        let mut run = query("a", options).await.unwrap();
        run.next().await.unwrap().unwrap();
        let client = run.client().clone();
        let says_so = |error: Error| {
            let Error::Closed { reason } = &error else { panic!("{error:?}") };
            assert_eq!(*reason, CloseReason::InputEnded);
            assert!(error.hint().contains("`Client`"), "{}", error.hint());
        };
        says_so(client.plan().await.unwrap_err());
        says_so(client.set_model("m").await.unwrap_err());
        says_so(client.send("more").await.unwrap().text().await.unwrap_err());
        go.notify_one();
        assert_eq!(run.text().await.unwrap(), "4");
        // The same after the CLI has exited.
        says_so(client.plan().await.unwrap_err());
        stage.done().await;
    });
}
