//! Callbacks: requests that a callback of the user answers.

use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{Callback, ConnectionOptions, Context, Hook, PermissionAnswer};
use claude_types::{
    CanUseToolRequest, HookEvent, HookOutput, PermissionAllow, PermissionDeny, PermissionResult,
    PreToolUseOutput, Raw,
};
use tokio::sync::{Notify, mpsc};

use crate::script::{by_hand, session_with};
use crate::show::{all, callback, prompt};
use crate::stage::{everywhere, paused, threads};

const ASK: &str = r#"<- ask p1 {"subtype":"can_use_tool","tool_name":"Bash","input":{"command":"ls"},"tool_use_id":"t1"}"#;
const ALLOWED: &str = r#"{"behavior":"allow","updatedInput":{"command":"ls"}}"#;
const HOOK: &str = r#"<- ask h1 {"subtype":"hook_callback","callback_id":"hook-0","tool_use_id":"t1","input":{"session_id":"s","transcript_path":"","cwd":"/","hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"ls"}}}"#;

fn permission(answer: Callback<CanUseToolRequest, PermissionAnswer>) -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.handlers.permission = Some(answer);
    options
}

fn hook(hook: Hook) -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.handlers.hooks = vec![hook];
    options
}

fn allow() -> PermissionAnswer {
    PermissionResult::Allow(PermissionAllow::new()).into()
}

/// Checks the reply to one permission request.
async fn answers(answer: impl Into<PermissionAnswer>, expected: &str) {
    let answer = answer.into();
    let options = permission(callback(move |_, _| std::future::ready(Ok(answer.clone()))));
    let (_connection, cli) =
        session_with(options, &format!("{ASK}\n -> answer p1 {expected}")).await;
    cli.done().await;
}

#[test]
fn an_allow_always_carries_an_input() {
    everywhere(async || {
        answers(allow(), r#"{"behavior":"allow","updatedInput":{"command":"ls"}}"#).await;
    });
}

#[test]
fn an_allow_may_change_the_input() {
    everywhere(async || {
        let changed = Raw::from_text(r#"{"command":"ls -l"}"#).unwrap();
        let answer = PermissionResult::Allow(PermissionAllow::new().updated_input(changed));
        answers(answer, r#"{"behavior":"allow","updatedInput":{"command":"ls -l"}}"#).await;
    });
}

#[test]
fn an_input_of_many_lines_is_written_as_one() {
    everywhere(async || {
        let pretty = Raw::from_text("{\n  \"command\": \"a\\nb\"\r\n}").unwrap();
        let answer = PermissionResult::Allow(PermissionAllow::new().updated_input(pretty));
        answers(answer, r#"{"behavior":"allow","updatedInput":{"command":"a\nb"}}"#).await;
    });
}

#[test]
fn a_denial_includes_its_reason_and_may_interrupt() {
    everywhere(async || {
        let answer = PermissionResult::Deny(PermissionDeny::new("not now").interrupt(true));
        answers(answer, r#"{"behavior":"deny","message":"not now","interrupt":true}"#).await;
    });
}

#[test]
fn a_callback_sees_its_request() {
    everywhere(async || {
        let options = permission(callback(|request: CanUseToolRequest, context| async move {
            assert_eq!((&*request.tool_name, request.input.get()), ("Bash", r#"{"command":"ls"}"#));
            assert_eq!(context.request_id, "p1");
            assert_eq!(context.tool_use_id.unwrap(), "t1");
            Ok(allow())
        }));
        let script = format!(
            r#"{ASK}
            -> {{"response":{{"request_id":"p1","response":{{"behavior":"allow"}}}}}}"#
        );
        let (_connection, cli) = session_with(options, &script).await;
        cli.done().await;
    });
}

#[test]
fn a_hook_answers_with_its_output() {
    everywhere(async || {
        let context = r#"{"hookEventName":"PreToolUse","additionalContext":"x"}"#;
        let output = HookOutput::from(PreToolUseOutput::context("x"));
        let answer = callback(move |_, _| std::future::ready(Ok(output.clone())));
        let script = format!(
            r#"{HOOK}
            -> answer h1 {{"hookSpecificOutput":{context}}}"#
        );
        let (_connection, cli) =
            session_with(hook(Hook::new(HookEvent::PreToolUse, answer)), &script).await;
        cli.done().await;
    });
}

#[test]
fn a_hook_may_use_the_connection_that_calls_it() {
    everywhere(async || {
        let answer = callback(|_, context: Context| async move {
            let connection = context.connection().unwrap();
            let model = connection.set_model(Some("opus")).await?;
            Ok(HookOutput::new().reason(model.unwrap().as_str()))
        });
        let script = format!(
            r#"{HOOK}
            -> request $m set_model {{"model":"opus"}}
            <- success $m {{"model":"claude-opus-5"}}
            -> answer h1 {{"reason":"claude-opus-5"}}"#
        );
        let (_connection, cli) =
            session_with(hook(Hook::new(HookEvent::PreToolUse, answer)), &script).await;
        cli.done().await;
    });
}

/// A permission callback that reports each call and waits for `go`.
fn waiting() -> (ConnectionOptions, mpsc::UnboundedReceiver<Context>, Arc<Notify>) {
    let go = Arc::new(Notify::new());
    let (calls, called) = mpsc::unbounded_channel();
    let wait = Arc::clone(&go);
    let options = permission(callback(move |_, context| {
        calls.send(context).unwrap();
        let go = Arc::clone(&wait);
        async move {
            go.notified().await;
            Ok(allow())
        }
    }));
    (options, called, go)
}

#[test]
fn a_repeated_request_joins_the_running_one() {
    everywhere(async || {
        let (options, mut called, go) = waiting();
        let script = format!(
            r#"{ASK}
            {ASK}
            <- raw both are asked
            -> answer p1 {ALLOWED}
            ==
            -> request $r set_model
            <- success $r"#
        );
        let (connection, cli) = session_with(options, &script).await;
        connection.unsolicited().unwrap().next().await.unwrap().unwrap();
        called.recv().await.unwrap();
        go.notify_one();
        cli.meet().await;
        connection.set_model(None).await.unwrap();
        cli.done().await;
        assert!(called.try_recv().is_err(), "it was called once");
    });
}

#[test]
fn an_answered_id_may_be_used_again() {
    everywhere(async || {
        let script = format!("{ASK}\n -> answer p1 {ALLOWED}\n{ASK}\n -> answer p1 {ALLOWED}");
        let (_connection, cli) =
            session_with(permission(callback(|_, _| async { Ok(allow()) })), &script).await;
        cli.done().await;
    });
}

#[test]
fn a_withdrawn_request_is_dropped_and_not_answered() {
    everywhere(async || {
        let (options, mut called, go) = waiting();
        let script = format!(
            r#"{ASK}
            ==
            <- withdraw p1
            ==
            -> request $r set_model
            <- success $r"#
        );
        let (connection, cli) = session_with(options, &script).await;
        let context = called.recv().await.unwrap();
        assert!(!context.cancelled().is_cancelled());
        cli.meet().await;
        context.cancelled().cancelled().await;
        go.notify_one();
        cli.meet().await;
        connection.set_model(None).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn the_id_of_a_withdrawn_request_can_be_used_again_at_once() {
    everywhere(async || {
        let (options, mut called, go) = waiting();
        let script = format!("{ASK}\n==\n<- withdraw p1\n{ASK}\n -> answer p1 {ALLOWED}");
        let (_connection, cli) = session_with(options, &script).await;
        called.recv().await.unwrap();
        cli.meet().await;
        called.recv().await.unwrap();
        let mut done = std::pin::pin!(cli.done());
        loop {
            // Notify repeatedly: the first callback may be in its last poll and use up a notification
            // that is meant for the second.
            go.notify_one();
            tokio::select! {
                _ = &mut done => break,
                () = tokio::task::yield_now() => {}
            }
        }
    });
}

#[test]
fn the_token_is_cancelled_when_the_connection_ends() {
    everywhere(async || {
        let (options, mut called, _go) = waiting();
        let (connection, cli) = session_with(options, &format!("{ASK}\n ==\n <- exit 0")).await;
        let context = called.recv().await.unwrap();
        cli.meet().await;
        context.cancelled().cancelled().await;
        drop(connection);
        assert!(context.connection().is_none(), "a callback keeps nothing alive");
        cli.done().await;
    });
}

#[test]
fn requests_are_answered_concurrently() {
    everywhere(async || {
        // Each of the three callbacks waits for the other two.
        let all_here = Arc::new(tokio::sync::Barrier::new(3));
        let options = permission(callback(move |_, _| {
            let all_here = Arc::clone(&all_here);
            async move {
                all_here.wait().await;
                Ok(allow())
            }
        }));
        let asks = ASK.replace("p1", "p2") + "\n" + &ASK.replace("p1", "p3");
        let any = r#"-> {"response":{"response":{"behavior":"allow"}}}"#;
        let script = format!("{ASK}\n{asks}\n{any}\n{any}\n{any}");
        let (_connection, cli) = session_with(options, &script).await;
        cli.done().await;
    });
}

#[test]
fn a_permission_callback_may_take_all_day() {
    paused(async || {
        let options = permission(callback(|_, _| async {
            tokio::time::sleep(Duration::from_secs(10 * 3600)).await;
            Ok(allow())
        }));
        let (_connection, cli) =
            session_with(options, &format!("{ASK}\n -> answer p1 {ALLOWED}")).await;
        cli.done().await;
    });
}

#[test]
fn a_callback_that_blocks_its_thread_does_not_block_the_connection() {
    threads(async || {
        let (release, blocked) = std::sync::mpsc::channel::<()>();
        let blocked = std::sync::Mutex::new(blocked);
        // Blocks before a future is returned.
        let options = permission(Arc::new(move |_, _| {
            blocked.lock().unwrap().recv().unwrap();
            Box::pin(async { Ok(allow()) })
        }));
        let script = format!(
            "{ASK}
            -> request $r set_model
            <- success $r
            -> answer p1 {ALLOWED}"
        );
        let (connection, cli) = session_with(options, &script).await;
        connection.set_model(None).await.unwrap();
        release.send(()).unwrap();
        cli.done().await;
    });
}

#[test]
fn an_unread_turn_does_not_delay_a_reply() {
    everywhere(async || {
        let options = permission(callback(|_, _| async { Ok(allow()) }));
        let (connection, mut far) = by_hand(options, 64 * 1024).await;
        let turn = connection.send(prompt("go").uuid("a")).await.unwrap();
        far.next_line().await.unwrap();
        far.send(r#"{"type":"command_lifecycle","command_uuid":"a","state":"started"}"#).await;
        for _ in 0..1000 {
            far.send(r#"{"type":"assistant","message":{"content":[]}}"#).await;
        }
        far.send(r#"{"type":"control_request","request_id":"p1","request":{"subtype":"can_use_tool","tool_name":"Bash","input":{},"tool_use_id":"t"}}"#).await;
        assert!(far.next_line().await.unwrap().contains("\"allow\""));
        far.send(r#"{"type":"result","subtype":"success","is_error":false}"#).await;
        assert_eq!(all(turn).await.len(), 1002);
    });
}
