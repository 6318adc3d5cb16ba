//! State of a turn: the model, tools, requests to the user, and background tasks.

use claude_protocol::{
    Connection, ConnectionOptions, PermissionAnswer, Phase, ProtocolError, State, StateFrames,
};
use claude_types::{CanUseToolRequest, PermissionResult};
use tokio::sync::mpsc;

use crate::script::{session, session_with};
use crate::show::{all, callback, next, prompt};
use crate::stage::{everywhere, paused};

/// The state at each fence. A fence is a line of noise.
async fn at_fences(
    connection: &Connection,
    cli: &crate::script::Cli,
    fences: usize,
) -> Vec<String> {
    let mut messages = connection.subscribe().unwrap();
    let mut states = Vec::new();
    // Subscribe before the first fence.
    cli.meet().await;
    for _ in 0..fences {
        while next(&mut messages).await.unwrap() != "noise fence" {}
        states.push(connection.state().get().to_string());
        cli.meet().await;
    }
    states
}

/// The same, after one prompt.
async fn states(script: &str) -> Vec<String> {
    let fences = script.matches("fence").count();
    let script = script.replace("<- fence", "<- raw fence\n ==");
    let (connection, cli) = session(&format!("-> prompt $a hi\n ==\n {script}")).await;
    let _turn = connection.send(prompt("hi")).await.unwrap();
    let states = at_fences(&connection, &cli, fences).await;
    cli.done().await;
    states
}

#[test]
fn running_tools_are_reported_until_the_last_has_returned() {
    everywhere(async || {
        let states = states(
            "<- started $a
             <- init
             <- fence
             <- call t1 Bash
             <- call t2 Read
             <- fence
             <- return t1
             <- fence
             <- return t2
             <- fence
             <- result $a x
             <- fence",
        )
        .await;
        let two = "the tool `Bash` and 1 others";
        assert_eq!(states, ["the model", two, "the tool `Read`", "the model", "nothing"]);
    });
}

#[test]
fn tools_of_a_subagent_do_not_belong_to_the_main_thread() {
    everywhere(async || {
        let states = states(
            "<- started $a
             <- init
             <- call agent Agent
             <- task x agent local_agent front
             <- in agent sub Bash
             <- fence
             <- return sub
             <- fence
             <- notify x completed
             <- return agent
             <- fence",
        )
        .await;
        assert_eq!(states, ["the tool `Agent`", "the tool `Agent`", "the model"]);
    });
}

#[test]
fn a_parent_named_by_a_line_has_not_returned() {
    everywhere(async || {
        let states = states(
            r#"<- init
               <- call agent Agent
               <- {"type":"user","parent_tool_use_id":"agent","message":{"content":[{"type":"tool_result","tool_use_id":"x","content":"\"tool_use_id\":\"agent\""}]}}
               <- fence"#,
        )
        .await;
        assert_eq!(states, ["the tool `Agent`"]);
    });
}

#[test]
fn a_new_message_of_the_model_means_that_all_tools_returned() {
    everywhere(async || {
        let states = states(
            r#"<- init
               <- call t1 Bash
               <- fence
               <- raw {"type":"stream_event","event":{"type":"message_start","message":{}},"parent_tool_use_id":null}
               <- fence
               <- call t2 Bash
               <- {"type":"assistant","parent_tool_use_id":"t2","message":{"id":"sub","content":[{"type":"text","text":"x"}]}}
               <- fence
               <- say by another message
               <- fence"#,
        )
        .await;
        assert_eq!(states, ["the tool `Bash`", "the model", "the tool `Bash`", "the model"]);
    });
}

#[test]
fn delays_of_the_model_are_reported() {
    everywhere(async || {
        let states = states(
            r#"<- init
               <- {"type":"system","subtype":"api_retry","attempt":2,"max_retries":10,"retry_delay_ms":1000}
               <- fence
               <- say again
               <- fence
               <- {"type":"system","subtype":"status","status":"compacting"}
               <- fence
               <- {"type":"system","subtype":"status","status":null}
               <- fence"#,
        )
        .await;
        let retried = "the model, after 2 failed attempts";
        assert_eq!(states, [retried, "the model", "a compaction", "the model"]);
    });
}

#[test]
fn background_agents_are_reported_after_the_result_and_after_their_own_turn() {
    everywhere(async || {
        let states = states(
            "<- running
             <- started $a
             <- init
             <- call c Agent
             <- task x c
             <- task sh d local_bash
             <- return c
             <- fence
             <- result $a launched
             <- fence
             <- update x completed
             <- fence
             <- init
             <- fence
             <- result - noticed
             <- idle
             <- fence",
        )
        .await;
        // Between the end of the agent and the turn that follows, the CLI reports that it is
        // running.
        let expected = ["the model", "1 background agents", "the model", "the model", "nothing"];
        assert_eq!(states, expected);
    });
}

const ASK: &str =
    r#"<- ask q {"subtype":"can_use_tool","tool_name":"Bash","input":{},"tool_use_id":"t1"}"#;

#[test]
fn an_open_request_is_reported_until_it_is_answered() {
    everywhere(async || {
        let (answers, answered) = mpsc::channel::<()>(1);
        let answered = std::sync::Arc::new(tokio::sync::Mutex::new(answered));
        let mut options = ConnectionOptions::default();
        options.handlers.permission = Some(callback(move |_: CanUseToolRequest, _| {
            let answered = std::sync::Arc::clone(&answered);
            async move {
                answered.lock().await.recv().await;
                Ok(PermissionResult::allow().into())
            }
        }));
        let script = format!(
            "-> prompt $a hi\n <- init\n <- call t1 Bash\n {ASK}
             -> {{\"type\":\"control_response\"}}\n <- return t1\n <- result $a x"
        );
        let (connection, cli) = session_with(options, &script).await;
        let mut state = connection.state();
        let turn = connection.send(prompt("hi")).await.unwrap();
        let waits = state.wait_for(|state| matches!(state, State::WaitingForHuman { .. })).await;
        let State::WaitingForHuman { request, tool, .. } = waits.unwrap() else { panic!() };
        assert_eq!((request, tool.as_deref()), ("q".into(), Some("Bash")));
        answers.send(()).await.unwrap();
        turn.result().await.unwrap();
        connection.idle().await.unwrap();
        cli.done().await;
    });
}

#[test]
fn an_externally_answered_request_is_reported_until_the_cli_continues() {
    everywhere(async || {
        let mut options = ConnectionOptions::default();
        options.handlers.permission =
            Some(callback(async |_: CanUseToolRequest, _| Ok(PermissionAnswer::External)));
        let script = format!(
            r#"-> prompt $a hi
               ==
               <- running
               <- init
               <- call t1 Bash
               <- {{"type":"system","subtype":"session_state_changed","state":"requires_action","sdk_host_only":true}}
               {ASK}
               <- raw fence
               ==
               <- running"#
        );
        let (connection, cli) = session_with(options, &script).await;
        let _turn = connection.send(prompt("hi")).await.unwrap();
        assert_eq!(at_fences(&connection, &cli, 1).await, ["an answer about the tool `Bash`"]);
        let mut state = connection.state();
        state.wait_for(|state| matches!(state, State::Tool { .. })).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn waiting_for_idle_reports_the_running_agents() {
    paused(async || {
        let script = "-> prompt $a hi\n <- init\n <- task x c\n <- result $a launched\n .. 60s
                      <- notify x completed";
        let (connection, cli) = session(script).await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        let second = std::time::Duration::from_secs(1);
        turn.result().await.unwrap();
        let error = connection.idle().within(second).await.unwrap_err();
        let ProtocolError::Unfinished { waiting_for, after } = &error else { panic!("{error:?}") };
        assert_eq!((waiting_for.as_str(), *after), ("the task x", second));
        connection.idle().await.unwrap();
        connection.idle().within(second).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn waiting_for_idle_fails_with_the_last_state_and_the_reason() {
    paused(async || {
        let script = "-> prompt $a hi\n <- init\n <- call t Bash\n .. 5s\n <- exit 3";
        let (connection, cli) = session(script).await;
        let _turn = connection.send(prompt("hi")).await.unwrap();
        let second = std::time::Duration::from_secs(1);
        let error = connection.idle().within(second).await.unwrap_err();
        assert_eq!(error.to_string(), "not finished after 1s: still waiting for the tool `Bash`");
        let error = connection.idle().await.unwrap_err();
        assert!(matches!(error, ProtocolError::Exited { .. }), "{error:?}");
        cli.done().await;
    });
}

#[test]
fn a_state_is_published_once_even_if_many_lines_repeat_it() {
    everywhere(async || {
        let lines = "<- say x\n <- delta x\n <- running\n".repeat(50);
        let script = format!("-> prompt $a hi\n <- init\n {lines} ==\n <- result $a x\n <- idle");
        let (connection, cli) = session(&script).await;
        let mut state = connection.state();
        let turn = connection.send(prompt("hi")).await.unwrap();
        assert!(matches!(state.changed().await, Ok(State::Model { phase: Phase::Working, .. })));
        cli.meet().await;
        turn.result().await.unwrap();
        assert!(matches!(state.changed().await, Ok(State::Idle)));
        cli.done().await;
    });
}

#[test]
fn state_frames_go_only_to_full_subscriptions() {
    let unmarked = r#"<- {"type":"system","subtype":"session_state_changed","state":"running"}"#;
    let script = format!("==\n <- running\n {unmarked}\n <- idle\n <- exit 0");
    for (frames, count) in
        [(StateFrames::Hidden, 0), (StateFrames::Unmarked, 1), (StateFrames::Shown, 3)]
    {
        everywhere(async || {
            let mut options = ConnectionOptions::default();
            options.state_frames = frames;
            let (connection, cli) = session_with(options, &script).await;
            let messages = connection.subscribe().unwrap();
            cli.meet().await;
            assert_eq!(all(messages).await.len(), count, "{frames:?}");
            cli.done().await;
        });
    }
}
