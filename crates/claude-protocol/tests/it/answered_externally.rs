//! External answers: requests that a callback leaves to another party get no reply from the SDK.

use std::sync::Arc;

use claude_protocol::{ConnectionOptions, Context, PermissionAnswer, StdinPolicy};
use claude_types::{CanUseToolRequest, PermissionResult};
use tokio::sync::{Notify, mpsc};

use crate::script::session_with;
use crate::show::{callback, next, prompt};
use crate::stage::{everywhere, paused};

const ASK: &str =
    r#"<- ask p1 {"subtype":"can_use_tool","tool_name":"Bash","input":{},"tool_use_id":"t1"}"#;

/// Leaves requests about `Bash` to another party and allows the rest. Sends the context of each
/// request to the test.
fn left() -> (ConnectionOptions, mpsc::UnboundedReceiver<Context>) {
    let (asked, questions) = mpsc::unbounded_channel();
    let mut options = ConnectionOptions::default();
    options.handlers.permission = Some(callback(move |request: CanUseToolRequest, context| {
        asked.send(context).unwrap();
        async move {
            Ok(match &*request.tool_name {
                "Bash" => PermissionAnswer::External,
                _ => PermissionResult::allow().into(),
            })
        }
    }));
    (options, questions)
}

#[test]
fn nothing_is_written_and_other_requests_are_answered() {
    paused(async || {
        let (options, _questions) = left();
        let script = format!(
            r#"{ASK}
            .. 86000s
            <- ask p2 {{"subtype":"can_use_tool","tool_name":"Read","input":{{}},"tool_use_id":"t2"}}
            -> answer p2 {{"behavior":"allow","updatedInput":{{}}}}"#
        );
        let (_connection, cli) = session_with(options, &script).await;
        cli.done().await;
    });
}

/// The token of a request is cancelled when the connection ends, even if it was answered long
/// before.
#[test]
fn the_token_is_cancelled_also_after_an_external_answer() {
    paused(async || {
        let (options, mut questions) = left();
        let script = r#"<- ask p2 {"subtype":"can_use_tool","tool_name":"Read","input":{},"tool_use_id":"t2"}
            -> answer p2 {"behavior":"allow","updatedInput":{}}
            .. 60s
            <- exit 0"#;
        let (connection, cli) = session_with(options, script).await;
        let cancelled = questions.recv().await.unwrap().cancelled();
        tokio::time::sleep(std::time::Duration::from_secs(30)).await;
        assert!(!cancelled.is_cancelled(), "it was answered, and not withdrawn");
        cancelled.cancelled().await;
        cli.done().await;
        drop(connection);
    });
}

#[test]
fn a_repeated_request_does_not_call_the_callback_again() {
    everywhere(async || {
        let (options, mut questions) = left();
        // A request about another tool with this ID would be allowed.
        let again = ASK.replace("Bash", "Read");
        let script = format!(
            r#"{ASK}
            ==
            {again}
            <- raw both are asked
            -> request $r set_model
            <- success $r"#
        );
        let (connection, cli) = session_with(options, &script).await;
        let mut everything = connection.subscribe().unwrap();
        questions.recv().await.unwrap();
        cli.meet().await;
        while next(&mut everything).await.unwrap() != "noise both are asked" {}
        connection.set_model(None).await.unwrap();
        cli.done().await;
        assert!(questions.try_recv().is_err(), "it was asked once");
    });
}

#[test]
fn the_token_is_cancelled_when_the_request_is_withdrawn() {
    everywhere(async || {
        let (options, mut questions) = left();
        let script = format!(
            r#"{ASK}
            ==
            <- withdraw p1
            ==
            -> request $r set_model
            <- success $r
            {ASK}"#
        );
        let (connection, cli) = session_with(options, &script).await;
        let context = questions.recv().await.unwrap();
        let cancelled = context.cancelled();
        assert!(!cancelled.is_cancelled());
        cli.meet().await;
        cancelled.cancelled().await;
        cli.meet().await;
        connection.set_model(None).await.unwrap();
        // The same ID may be used again.
        questions.recv().await.unwrap();
        cli.done().await;
    });
}

#[test]
fn a_close_does_not_wait_for_it_and_writes_nothing() {
    everywhere(async || {
        let (options, mut questions) = left();
        let (connection, cli) = session_with(options, &format!("{ASK}\n -> eof\n <- exit 0")).await;
        let context = questions.recv().await.unwrap();
        connection.close().await.unwrap();
        context.cancelled().cancelled().await;
        cli.done().await;
    });
}

/// The run has ended and nothing is to be written: stdin closes as soon as the callback returns.
#[test]
fn it_does_not_hold_stdin_open() {
    everywhere(async || {
        let go = Arc::new(Notify::new());
        let human = Arc::clone(&go);
        let mut options = ConnectionOptions::default();
        options.input = StdinPolicy::EndsWithRun;
        options.handlers.permission = Some(callback(move |_, _| {
            let human = Arc::clone(&human);
            async move {
                human.notified().await;
                Ok(PermissionAnswer::External)
            }
        }));
        let script = format!(
            "-> prompt $a hi
            <- started $a
            {ASK}
            <- result $a done
            <- idle
            <- raw all is said
            -> eof
            <- exit 0"
        );
        let (connection, cli) = session_with(options, &script).await;
        let mut everything = connection.subscribe().unwrap();
        connection.post(prompt("hi")).await.unwrap();
        connection.end_input().unwrap();
        while next(&mut everything).await.unwrap() != "noise all is said" {}
        go.notify_one();
        cli.done().await;
    });
}
