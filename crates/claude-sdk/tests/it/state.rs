//! State: what a session is doing, as the facade reports it.

use std::time::Duration;

use claude_sdk::options::EnvPolicy;
use claude_sdk::status::{Recovery, StallPolicy};
use claude_sdk::transport::Signal;
use claude_sdk::{Client, Error, ErrorKind, Options, State, query};
use serde_json::{Value, json};

use crate::cli::Cli;
use crate::stage::{Stage, everywhere, paused};

fn task(subtype: &str, fields: Value) -> Value {
    let mut line = json!({ "type": "system", "subtype": subtype, "task_id": "a1" });
    line.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    line
}

fn started() -> Value {
    task(
        "task_started",
        json!({ "task_type": "local_agent", "is_backgrounded": true,
        "description": "look around", "tool_use_id": "t1" }),
    )
}

fn frame(state: &str, marked: bool) -> Value {
    let mut line = json!({ "type": "system", "subtype": "session_state_changed", "state": state });
    if marked {
        line["sdk_host_only"] = true.into();
    }
    line
}

#[test]
fn idle_waits_for_a_background_agent_and_names_it() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            cli.send(started()).await;
            cli.result(&[&prompt], "launched").await;
            tokio::time::sleep(Duration::from_secs(60)).await;
            cli.send(task("task_updated", json!({ "patch": { "status": "completed" } }))).await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        assert_eq!(client.send("go").await.unwrap().text().await.unwrap(), "launched");
        assert!(matches!(client.state().get(), State::Background { agents: 1, .. }));
        let error = client.idle().within(Duration::from_secs(1)).await.unwrap_err();
        let Error::Unfinished { waiting_for, .. } = &error else { panic!("{error:?}") };
        assert_eq!((waiting_for.as_str(), error.kind()), ("the task a1", ErrorKind::Timeout));
        let ended = client.tasks().join().only(["a1"]).await.unwrap();
        assert_eq!(ended[0].description, "look around");
        client.idle().await.unwrap();
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_task_can_be_stopped_through_the_client() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.send(started()).await;
            cli.result(&[&prompt], "launched").await;
            let (id, request) = cli.request("stop_task").await;
            assert_eq!(request["task_id"], "a1");
            cli.send(task("task_notification", json!({ "status": "stopped" }))).await;
            cli.succeed(&id, json!({})).await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        client.send("go").await.unwrap().text().await.unwrap();
        let tasks = client.tasks();
        tasks.stop(&"a1".into()).await.unwrap();
        assert_eq!(tasks.get().live().count(), 0);
        client.idle().await.unwrap();
        client.close().await.unwrap();
        stage.done().await;
    });
}

async fn send_states(mut cli: Cli) {
    cli.handshake().await;
    let prompt = cli.prompt().await;
    cli.send(frame("running", true)).await;
    cli.send(frame("running", false)).await;
    cli.result(&[&prompt], "done").await;
    cli.send(frame("idle", false)).await;
    cli.finish().await;
}

async fn states_seen(edit: impl Fn(Options) -> Options) -> usize {
    let (options, stage) = Stage::play(send_states);
    let client = Client::connect(edit(options.env_policy(EnvPolicy::Clear))).await.unwrap();
    let mut messages = client.messages().unwrap();
    client.send("go").await.unwrap().text().await.unwrap();
    client.close().await.unwrap();
    let mut seen = 0;
    while let Some(message) = messages.next().await {
        let line = serde_json::to_value(message.unwrap()).unwrap();
        seen += usize::from(line["subtype"] == "session_state_changed");
    }
    stage.done().await;
    seen
}

#[test]
fn state_frames_are_seen_by_full_subscriptions() {
    everywhere(async || {
        assert_eq!(states_seen(|options| options).await, 0);
        assert_eq!(states_seen(|options| options.include_session_state(true)).await, 3);
        let asked = |options: Options| options.env("CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS", "1");
        assert_eq!(states_seen(asked).await, 2);
    });
}

#[test]
fn a_stall_is_reported_and_the_run_continues() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            tokio::time::sleep(Duration::from_secs(1000)).await;
            cli.result(&[&prompt], "late").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let (mut stalls, turn) = (client.stalls(), client.send("go").await.unwrap());
        let stalled = stalls.next().await.unwrap();
        assert_eq!((stalled.silent_for.as_secs(), stalled.recovery), (300, Recovery::Report));
        assert_eq!(turn.text().await.unwrap(), "late");
        client.close().await.unwrap();
        assert!(stalls.next().await.is_none());
        stage.done().await;
    });
}

#[test]
fn a_run_ended_because_of_a_stall_fails_with_a_timeout() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.eof().await;
            assert_eq!(cli.signal().await, Some(Signal::Terminate));
            cli.exit(143, "");
        });
        let policy = StallPolicy::default().model(Duration::from_secs(9)).recovery(Recovery::End);
        let error = query("go", options.on_stall(policy)).text().await.unwrap_err();
        let Error::Timeout { waiting_for, after, .. } = &error else { panic!("{error:?}") };
        assert_eq!(waiting_for, "output of the CLI");
        assert_eq!((after.as_secs(), error.kind()), (19, ErrorKind::Timeout));
        stage.done().await;
    });
}
