//! Control requests of a running session: model, permission mode, interrupt.

use std::sync::Arc;

use claude_sdk::{Client, Error, InterruptOutcome, PermissionMode, query};
use serde_json::{Value, json};
use tokio::sync::Notify;

use crate::cli::Cli;
use crate::stage::{Stage, everywhere};

#[test]
fn the_model_and_the_permission_mode_are_changed() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let (id, request) = cli.request("set_model").await;
            assert_eq!(request["model"], "opus");
            cli.succeed(&id, json!({ "model": "claude-opus" })).await;
            let (id, request) = cli.request("set_model").await;
            // No model selects the default model.
            assert_eq!(request.get("model").unwrap_or(&Value::Null), &Value::Null);
            cli.succeed(&id, json!({})).await;
            let (id, request) = cli.request("set_permission_mode").await;
            assert_eq!(request["mode"], "plan");
            cli.succeed(&id, json!({ "mode": "plan" })).await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        client.set_model("opus").await.unwrap();
        client.set_model(None).await.unwrap();
        client.set_permission_mode(PermissionMode::Plan).await.unwrap();
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_refusal_names_the_request_and_the_reason() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let (id, _) = cli.request("set_permission_mode").await;
            cli.refuse(&id, "not allowed here").await;
            cli.serve_on().await;
        });
        let client = Client::connect(options).await.unwrap();
        let mode = PermissionMode::BypassPermissions;
        let error = client.set_permission_mode(mode).await.unwrap_err();
        let Error::Control { subtype, message, .. } = &error else { panic!("{error:?}") };
        assert_eq!(subtype, "set_permission_mode");
        assert_eq!(message, "not allowed here");
        // The session still works.
        assert_eq!(client.send("a").await.unwrap().text().await.unwrap(), "echo: a");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn an_interrupt_stops_the_turn_and_the_next_one_works() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            let (id, _) = cli.request("interrupt").await;
            cli.succeed(&id, json!({ "still_queued": [] })).await;
            let stopped = json!({
                "subtype": "error_during_execution", "is_error": true,
                "terminal_reason": "aborted_streaming",
            });
            cli.end(&[&prompt], stopped).await;
            cli.serve_on().await;
        });
        let client = Client::connect(options).await.unwrap();
        let mut turn = client.send("a").await.unwrap();
        turn.next().await.unwrap().unwrap();
        assert_eq!(client.interrupt().await.unwrap(), InterruptOutcome::Stopped);
        assert!(turn.result().await.unwrap().is_failure());
        assert_eq!(client.send("b").await.unwrap().text().await.unwrap(), "echo: b");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn an_interrupt_without_a_turn_returns_nothing_running() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let client = Client::connect(options).await.unwrap();
        assert_eq!(client.interrupt().await.unwrap(), InterruptOutcome::NothingRunning);
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// With callbacks stdin stays open, so that a query can be controlled while it runs.
#[test]
fn a_query_with_callbacks_can_be_controlled() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            let (id, request) = cli.request("set_model").await;
            assert_eq!(request["model"], "opus");
            cli.succeed(&id, json!({})).await;
            let (id, _) = cli.request("set_permission_mode").await;
            cli.succeed(&id, json!({})).await;
            let (id, _) = cli.request("interrupt").await;
            cli.succeed(&id, json!({})).await;
            let stopped = json!({ "subtype": "error_during_execution", "is_error": true });
            cli.end(&[&prompt], stopped).await;
            cli.eof().await;
            cli.exit(1, "");
        });
        let options = options.on_permission(async |_, _| claude_sdk::Permission::allow());
        let mut run = query("a", options).await.unwrap();
        run.next().await.unwrap().unwrap();
        run.set_model("opus").await.unwrap();
        run.set_permission_mode(PermissionMode::Plan).await.unwrap();
        assert_eq!(run.interrupt().await.unwrap(), InterruptOutcome::Stopped);
        assert!(run.run_to_end().await.unwrap().is_failure());
        stage.done().await;
    });
}

#[test]
fn a_query_without_callbacks_cannot_be_controlled() {
    everywhere(async || {
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
                cli.answer(&prompt, "4").await;
                cli.exit(0, "");
            }
        });
        let mut run = query("a", options).await.unwrap();
        // The prompt has arrived, so stdin is closed.
        run.next().await.unwrap().unwrap();
        let error = run.interrupt().await.unwrap_err();
        assert!(matches!(error, Error::Closed { .. }), "{error:?}");
        // The run continues.
        go.notify_one();
        assert_eq!(run.text().await.unwrap(), "4");
        stage.done().await;
    });
}
