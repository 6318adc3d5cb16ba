//! stdin: when it is closed without a call to `close`.

use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{ConnectionOptions, ProtocolError, StdinPolicy};
use claude_types::{PermissionAllow, PermissionResult};
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::script::{by_hand, session_with};
use crate::show::{all, callback, next, prompt};
use crate::stage::{everywhere, paused};

fn input(input: StdinPolicy) -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.input = input;
    options
}

#[test]
fn without_callbacks_stdin_closes_after_the_prompt() {
    everywhere(async || {
        let (connection, cli) = session_with(
            input(StdinPolicy::EndsWithPrompt),
            "-> prompt $a hi
             -> eof
             <- started $a
             <- result $a done
             <- exit 0",
        )
        .await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        connection.end_input().unwrap();
        assert_eq!(turn.result().await.unwrap().text(), "done");
        cli.done().await;
    });
}

#[test]
fn stdin_of_a_conversation_stays_open() {
    everywhere(async || {
        let (connection, cli) = session_with(
            input(StdinPolicy::Open),
            "-> prompt $a hi
             <- started $a
             <- result $a done
             <- idle
             -> request $r set_model
             <- success $r",
        )
        .await;
        connection.end_input().unwrap();
        connection.send(prompt("hi")).await.unwrap().result().await.unwrap();
        connection.set_model(None).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn requests_after_stdin_is_closed_are_refused_at_once() {
    everywhere(async || {
        let (connection, cli) =
            session_with(input(StdinPolicy::EndsWithPrompt), "-> eof\n ==\n <- exit 0").await;
        connection.end_input().unwrap();
        let turn = connection.send(prompt("too late")).await.unwrap();
        let handle = turn.handle().clone();
        assert!(matches!(turn.result().await, Err(ProtocolError::InputClosed)));
        assert!(handle.progress().is_over(), "nothing waits for it any more");
        assert!(matches!(connection.set_model(None).await, Err(ProtocolError::InputClosed)));
        assert!(matches!(connection.interrupt().await, Err(ProtocolError::InputClosed)));
        connection.state().wait_for(|state| state.is_idle()).await.unwrap();
        cli.meet().await;
        cli.done().await;
    });
}

/// Sends one prompt to a run that ends by itself. Returns what its turn received.
async fn run(script: &str) -> Vec<String> {
    let (connection, cli) = session_with(input(StdinPolicy::EndsWithRun), script).await;
    let turn = connection.send(prompt("hi")).await.unwrap();
    connection.end_input().unwrap();
    let seen = all(turn).await;
    cli.done().await;
    seen
}

#[test]
fn a_run_ends_when_the_cli_is_idle_after_its_result() {
    everywhere(async || {
        let seen = run("-> prompt $a hi
             <- running
             <- started $a
             <- result $a done
             <- idle
             -> eof
             <- exit 0")
        .await;
        assert_eq!(seen, ["started", "result done"]);
    });
}

#[test]
fn a_run_does_not_end_before_the_cli_is_idle() {
    paused(async || {
        let begun = Instant::now();
        run("-> prompt $a hi
             <- running
             <- started $a
             <- result $a done
             .. 300s
             <- idle
             -> eof
             <- exit 0")
        .await;
        assert_eq!(begun.elapsed().as_secs(), 300);
    });
}

#[test]
fn a_run_of_an_older_cli_without_states_ends_with_its_result() {
    everywhere(async || {
        let seen = run("-> prompt $a hi\n <- init\n <- result - done\n -> eof\n <- exit 0").await;
        assert_eq!(seen, ["init", "result done"]);
    });
}

#[test]
fn a_run_waits_for_its_background_agents_and_not_for_shells() {
    paused(async || {
        let begun = Instant::now();
        run(r#"-> prompt $a hi
             <- running
             <- started $a
             <- {"type":"system","subtype":"task_started","task_id":"agent","task_type":"local_agent"}
             <- {"type":"system","subtype":"task_started","task_id":"shell","task_type":"local_bash"}
             <- result $a launched
             <- idle
             .. 5000s
             <- {"type":"system","subtype":"task_updated","task_id":"agent","patch":{"status":"completed"}}
             <- {"type":"system","subtype":"task_notification","task_id":"agent","status":"completed"}
             -> eof
             <- exit 0"#)
        .await;
        assert_eq!(begun.elapsed().as_secs(), 5000);
    });
}

#[test]
fn a_run_whose_cli_is_never_idle_ends_ten_minutes_after_its_result() {
    paused(async || {
        let begun = Instant::now();
        // The CLI gets no signal: it may finish its work.
        run("-> prompt $a hi
             <- running
             <- started $a
             .. 100s
             <- result $a done
             -> eof
             .. 1000s
             <- exit 0")
        .await;
        assert_eq!(begun.elapsed().as_secs(), 100 + 600 + 1000);
    });
}

#[test]
fn the_deadline_waits_for_unwritten_lines() {
    paused(async || {
        let mut options = input(StdinPolicy::EndsWithRun);
        options.deadlines.run_end = Duration::from_secs(1);
        let (connection, mut far) = by_hand(options, 512).await;
        let first = connection.send(prompt("a").uuid("a")).await.unwrap();
        far.next_line().await.unwrap();
        let _second = connection.send(prompt(&"x".repeat(4096))).await.unwrap();
        connection.end_input().unwrap();
        far.send(r#"{"type":"system","subtype":"session_state_changed","state":"running"}"#).await;
        far.send(r#"{"type":"command_lifecycle","command_uuid":"a","state":"started"}"#).await;
        far.send(r#"{"type":"result","subtype":"success","is_error":false}"#).await;
        first.result().await.unwrap();
        tokio::time::sleep(Duration::from_secs(10)).await;
        assert!(far.next_line().await.unwrap().contains("xxxx"));
        assert_eq!(far.next_line().await, None);
    });
}

#[test]
fn an_open_request_keeps_stdin_open_until_it_is_answered() {
    everywhere(async || {
        let mut options = input(StdinPolicy::EndsWithRun);
        let go = Arc::new(Notify::new());
        let human = Arc::clone(&go);
        options.handlers.permission = Some(callback(move |_, _| {
            let human = Arc::clone(&human);
            async move {
                human.notified().await;
                Ok(PermissionResult::Allow(PermissionAllow::new()).into())
            }
        }));
        let (connection, cli) = session_with(
            options,
            r#"-> prompt $a hi
               <- started $a
               <- ask q {"subtype":"can_use_tool","tool_name":"Bash","input":{},"tool_use_id":"t"}
               <- result $a done
               <- idle
               <- raw all is said
               ==
               -> answer q {"behavior":"allow","updatedInput":{}}
               -> eof
               <- exit 0"#,
        )
        .await;
        let mut everything = connection.subscribe().unwrap();
        connection.post(prompt("hi")).await.unwrap();
        connection.end_input().unwrap();
        while next(&mut everything).await.unwrap() != "noise all is said" {}
        cli.meet().await;
        go.notify_one();
        cli.done().await;
    });
}

/// The time that a run may take to end, in paused time.
#[test]
fn a_cli_that_never_exits_after_its_result_is_ended() {
    paused(async || {
        let (connection, cli) = session_with(
            input(StdinPolicy::EndsWithPrompt),
            "-> prompt $a hi
             -> eof
             <- started $a
             <- result $a done",
        )
        .await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        connection.end_input().unwrap();
        assert_eq!(turn.result().await.unwrap().text(), "done");
        let _far = cli.done().await;
        let begun = Instant::now();
        let mut all = connection.subscribe().unwrap();
        assert!(all.next().await.is_none(), "the run is complete");
        let took = begun.elapsed();
        assert!(took > Duration::from_secs(8) && took < Duration::from_secs(12), "{took:?}");
    });
}

#[test]
fn a_run_whose_only_prompt_is_cancelled_ends() {
    everywhere(async || {
        let (connection, cli) = session_with(
            input(StdinPolicy::EndsWithRun),
            "-> prompt $a hi
             <- cancelled $a
             -> eof
             <- exit 0",
        )
        .await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        connection.end_input().unwrap();
        assert!(matches!(turn.result().await, Err(ProtocolError::Cancelled)));
        cli.done().await;
    });
}
