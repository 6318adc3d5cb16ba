//! Stalls: which silence counts as a stall in each state, and what the policy does.

use std::time::Duration;

use claude_protocol::{
    Connection, ConnectionOptions, ProtocolError, Recovery, Stall, StallPolicy, State,
};
use claude_types::{CanUseToolRequest, HookEvent, HookInput, HookOutput, PermissionResult};
use tokio::time::{Instant, timeout};

use crate::script::{Cli, session_with};
use crate::show::{all, callback, prompt};
use crate::stage::paused;

const MINUTE: Duration = Duration::from_secs(60);

/// Each state has its own deadline.
fn policy() -> StallPolicy {
    StallPolicy::default()
        .starting(MINUTE)
        .model(2 * MINUTE)
        .tool(60 * MINUTE)
        .background(3 * MINUTE)
}

fn options(policy: StallPolicy) -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.stall = policy;
    options
}

/// The first stall after a prompt, and when it was reported.
async fn first_stall(connection: &Connection) -> (Stall, Duration) {
    let (begun, mut stalls) = (Instant::now(), connection.stalls());
    let stalled = stalls.next().await.unwrap();
    (stalled, begun.elapsed())
}

async fn assert_none(connection: &Connection, within: Duration) {
    let mut stalls = connection.stalls();
    let reported = timeout(within, stalls.next()).await;
    assert!(reported.is_err(), "{reported:?}");
}

#[test]
fn a_silent_model_is_reported_and_nothing_is_killed() {
    paused(async || {
        let script = "-> prompt $a hi\n <- init\n .. 600s\n <- say late\n <- result $a late";
        let (connection, cli) = session_with(options(policy()), script).await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        let (stalled, after) = first_stall(&connection).await;
        assert_eq!(after, 2 * MINUTE);
        assert_eq!(stalled.silent_for, 2 * MINUTE);
        assert_eq!(stalled.last_frame.as_deref(), Some("system/init"));
        assert_eq!(stalled.recovery, Recovery::Report);
        assert!(matches!(stalled.state, State::Model { .. }));
        assert_eq!(turn.result().await.unwrap().text(), "late");
        cli.done().await;
    });
}

#[test]
fn a_tool_that_prints_nothing_for_ten_minutes_is_not_stalled() {
    paused(async || {
        let script = "-> prompt $a hi\n <- init\n <- call t Bash\n .. 600s\n <- return t\n .. 121s
                      <- result $a x";
        let (connection, cli) = session_with(options(policy()), script).await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        assert_none(&connection, 10 * MINUTE).await;
        // Positive control: the same silence of the model is a stall.
        let (stalled, _) = first_stall(&connection).await;
        assert!(matches!(stalled.state, State::Model { .. }), "{stalled:?}");
        turn.result().await.unwrap();
        cli.done().await;
    });
}

#[test]
fn a_tool_stalls_after_its_own_deadline_and_heartbeats_prevent_it() {
    paused(async || {
        let beat = r#"<- {"type":"tool_progress","tool_use_id":"t","tool_name":"Bash"}"#;
        let script = format!("-> prompt $a hi\n <- init\n <- call t Bash\n .. 3000s\n {beat}");
        let (connection, cli) = session_with(options(policy()), &script).await;
        let _turn = connection.send(prompt("hi")).await.unwrap();
        let (stalled, after) = first_stall(&connection).await;
        assert!(matches!(stalled.state, State::Tool { .. }));
        assert_eq!(after.as_secs(), 3000 + 3600);
        assert_eq!(stalled.last_frame.as_deref(), Some("tool_progress"));
        cli.done().await;
    });
}

#[test]
fn silent_background_agents_are_reported() {
    paused(async || {
        let script = "-> prompt $a hi\n <- init\n <- task x c\n <- result $a x";
        let (connection, cli) = session_with(options(policy()), script).await;
        connection.send(prompt("hi")).await.unwrap().result().await.unwrap();
        let (stalled, after) = first_stall(&connection).await;
        assert!(matches!(stalled.state, State::Background { agents: 1, .. }));
        assert_eq!(after, 3 * MINUTE);
        cli.done().await;
    });
}

#[test]
fn a_start_without_a_response_is_ended_if_the_policy_requests_it() {
    paused(async || {
        let mut cli = Cli::play("-> request $r initialize\n -> eof\n -> TERM\n <- exit 143");
        let begun = Instant::now();
        let policy = policy().starting(MINUTE / 2).recovery(Recovery::End);
        let error = cli.open(options(policy)).await.unwrap_err();
        assert_eq!(begun.elapsed(), MINUTE / 2);
        let ProtocolError::Stalled { waiting_for, last_frame, .. } = &error else {
            panic!("{error:?}")
        };
        assert_eq!((waiting_for.as_str(), last_frame), ("the start", &None));
        cli.done().await;
    });
}

#[test]
fn an_idle_session_is_not_stalled() {
    paused(async || {
        let (connection, cli) = session_with(options(policy()), "").await;
        assert_none(&connection, 600 * MINUTE).await;
        cli.done().await;
    });
}

const ASK: &str =
    r#"<- ask q {"subtype":"can_use_tool","tool_name":"Bash","input":{},"tool_use_id":"t"}"#;

#[test]
fn waiting_for_a_person_is_not_a_stall() {
    paused(async || {
        let mut options = options(policy().tool(MINUTE));
        options.handlers.permission = Some(callback(async |_: CanUseToolRequest, _| {
            tokio::time::sleep(600 * MINUTE).await;
            Ok(PermissionResult::allow().into())
        }));
        let script = format!(
            "-> prompt $a hi\n <- init\n <- call t Bash\n {ASK}\n -> {{\"type\":\"control_response\"}}"
        );
        let (connection, cli) = session_with(options, &script).await;
        let _turn = connection.send(prompt("hi")).await.unwrap();
        // Counted from the reply on.
        let (stalled, after) = first_stall(&connection).await;
        assert!(matches!(stalled.state, State::Tool { .. }));
        assert_eq!(after, 601 * MINUTE);
        cli.done().await;
    });
}

#[test]
fn a_running_hook_callback_is_not_a_stall() {
    paused(async || {
        let mut options = options(policy());
        let slow = callback(async |_: HookInput, _| {
            tokio::time::sleep(10 * MINUTE).await;
            Ok(HookOutput::default())
        });
        let mut hook = claude_protocol::Hook::new(HookEvent::UserPromptSubmit, slow);
        hook.timeout = Some(60 * MINUTE);
        options.handlers.hooks.push(hook);
        let ask = r#"<- ask q {"subtype":"hook_callback","callback_id":"hook-0","input":{"hook_event_name":"UserPromptSubmit","prompt":"hi"}}"#;
        let script = format!("-> prompt $a hi\n {ask}\n -> {{\"type\":\"control_response\"}}");
        let (connection, cli) = session_with(options, &script).await;
        let _turn = connection.send(prompt("hi")).await.unwrap();
        let (stalled, after) = first_stall(&connection).await;
        assert_eq!((after, stalled.silent_for), (12 * MINUTE, 2 * MINUTE));
        cli.done().await;
    });
}

#[test]
fn an_announced_retry_may_take_its_announced_delay() {
    paused(async || {
        let script = r#"-> prompt $a hi
            <- init
            <- raw {"type":"system","subtype":"api_retry","attempt":1,"retry_delay_ms":300000}"#;
        let (connection, cli) = session_with(options(policy()), script).await;
        let _turn = connection.send(prompt("hi")).await.unwrap();
        let (stalled, after) = first_stall(&connection).await;
        assert_eq!(after, 7 * MINUTE);
        assert_eq!(stalled.last_frame.as_deref(), Some("system/api_retry"));
        cli.done().await;
    });
}

#[test]
fn responses_to_our_requests_do_not_hide_a_stall() {
    paused(async || {
        let script =
            "-> prompt $a hi\n <- init\n .. 90s\n -> request $r set_model\n <- success $r {}";
        let (connection, cli) = session_with(options(policy()), script).await;
        let _turn = connection.send(prompt("hi")).await.unwrap();
        let begun = Instant::now();
        let mut stalls = connection.stalls();
        let asks = async {
            tokio::time::sleep(MINUTE).await;
            connection.set_model(None).await.unwrap();
        };
        let (reported, ()) = tokio::join!(stalls.next(), asks);
        assert_eq!((begun.elapsed(), reported.unwrap().silent_for), (2 * MINUTE, 2 * MINUTE));
        cli.done().await;
    });
}

#[test]
fn an_interrupt_ends_a_stalled_turn() {
    paused(async || {
        let script = "-> prompt $a hi\n <- init\n -> request $r interrupt\n <- success $r {}
                      <- failed $a interrupted\n <- idle";
        let policy = policy().recovery(Recovery::End);
        let (connection, cli) = session_with(options(policy), script).await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        let (stalled, _) = first_stall(&connection).await;
        assert_eq!(stalled.recovery, Recovery::Interrupt);
        assert!(turn.result().await.unwrap().is_failure());
        connection.idle().await.unwrap();
        assert_none(&connection, 60 * MINUTE).await;
        cli.done().await;
    });
}

#[test]
fn a_cli_that_ignores_everything_is_ended_within_deadline_and_grace() {
    paused(async || {
        let script =
            "-> prompt $a hi\n <- init\n -> request $r interrupt\n -> eof\n -> TERM\n -> KILL";
        let policy = policy().recovery(Recovery::End).grace(MINUTE);
        let (connection, cli) = session_with(options(policy), script).await;
        let begun = Instant::now();
        let mut stalls = connection.stalls();
        let turn = connection.send(prompt("hi")).await.unwrap();
        let steps = async {
            let mut steps = Vec::new();
            while let Some(stalled) = stalls.next().await {
                steps.push((begun.elapsed().as_secs(), stalled.recovery));
            }
            steps
        };
        let (steps, reported) = tokio::join!(steps, all(turn));
        assert_eq!(steps, [(120, Recovery::Interrupt), (180, Recovery::End)]);
        // SIGTERM has its grace period.
        assert_eq!(begun.elapsed().as_secs(), 182);
        let last = "error: the CLI was ended after 180s of silence while waiting for the model";
        assert_eq!(reported, ["init", last]);
        let error = connection.idle().await.unwrap_err();
        assert!(matches!(error, ProtocolError::Stalled { .. }), "{error:?}");
        cli.done().await;
    });
}
