//! Steering: messages to a running turn, and each outcome.

use claude_protocol::{PromptPhase, ProtocolError, SteerOutcome};

use crate::script::session;
use crate::show::{next, prompt, some};
use crate::stage::{everywhere, paused};

#[test]
fn a_message_merged_into_the_turn_is_delivered() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a first
             <- started $a
             <- init
             <- say one
             ==
             -> prompt $b more
             <- queued $b
             <- started $b
             <- completed $b
             <- result $a both",
        )
        .await;
        let mut turn = connection.send(prompt("first")).await.unwrap();
        assert_eq!(some(&mut turn, 3).await, ["started", "init", "say one"]);
        cli.meet().await;
        let steered = turn.handle().steer(prompt("more")).await.unwrap();
        assert!(matches!(steered, SteerOutcome::Delivered), "{steered:?}");
        assert_eq!(turn.result().await.unwrap().text(), "both");
        cli.done().await;
    });
}

#[test]
fn a_message_not_merged_into_the_turn_becomes_a_prompt() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a first
             <- started $a
             <- init
             -> prompt $b more
             <- queued $b
             <- result $a one
             <- completed $a
             <- started $b
             <- init
             <- result $b two",
        )
        .await;
        let turn = connection.send(prompt("first")).await.unwrap();
        let steered = turn.handle().steer(prompt("more")).await.unwrap();
        let SteerOutcome::QueuedAfter(after) = steered else { panic!("{steered:?}") };
        assert_eq!(turn.result().await.unwrap().text(), "one");
        assert_eq!(after.result().await.unwrap().text(), "two");
        cli.done().await;
    });
}

#[test]
fn after_the_end_of_the_turn_nothing_is_sent() {
    everywhere(async || {
        let script = "-> prompt $a x\n <- started $a\n <- result $a y\n -> prompt $b next\n <- started $b\n <- result $b z";
        let (connection, cli) = session(script).await;
        let turn = connection.send(prompt("x")).await.unwrap();
        let handle = turn.handle().clone();
        turn.result().await.unwrap();
        let steered = handle.steer(prompt("late")).await.unwrap();
        assert!(matches!(steered, SteerOutcome::TooLate), "{steered:?}");
        // The script would fail if another line were written.
        let turn = connection.send(prompt("next")).await.unwrap();
        assert_eq!(turn.result().await.unwrap().text(), "z");
        cli.done().await;
    });
}

#[test]
fn a_message_to_a_queued_prompt_is_merged_with_it() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a first
             <- queued $a
             -> prompt $b more
             <- queued $b
             <- started $a
             <- started $b
             <- init
             <- result $a both",
        )
        .await;
        let turn = connection.send(prompt("first")).await.unwrap();
        let steered = turn.handle().steer(prompt("more")).await.unwrap();
        assert!(matches!(steered, SteerOutcome::Delivered), "{steered:?}");
        cli.done().await;
    });
}

#[test]
fn steering_fails_if_the_session_ends() {
    everywhere(async || {
        let script = "-> prompt $a x\n <- started $a\n -> prompt $b y\n <- exit 3 gone";
        let (connection, cli) = session(script).await;
        let turn = connection.send(prompt("x")).await.unwrap();
        let error = turn.handle().steer(prompt("y")).await.unwrap_err();
        assert!(matches!(error, ProtocolError::Exited { .. }), "{error:?}");
        assert_eq!(turn.handle().progress().phase, PromptPhase::Unanswered);
        cli.done().await;
    });
}

#[test]
fn a_handle_does_not_keep_the_session_open() {
    everywhere(async || {
        let (connection, cli) = session("-> prompt $a x\n ==\n -> eof\n -> TERM").await;
        let turn = connection.send(prompt("x")).await.unwrap();
        let handle = turn.handle().clone();
        cli.meet().await;
        drop((turn, connection));
        cli.done().await;
        let after = handle.watch().wait_for(|_| false).await;
        assert_eq!(after.phase, PromptPhase::Unanswered);
        assert!(matches!(handle.steer(prompt("y")).await.unwrap(), SteerOutcome::TooLate));
        assert!(!handle.cancel().await.unwrap());
    });
}

#[test]
fn a_queued_prompt_can_be_cancelled() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> prompt $a x
               <- started $a
               -> prompt $b y
               <- queued $b
               -> request $c cancel_async_message {"message_uuid":"$b"}
               <- cancelled $b
               <- success $c {"cancelled":true}
               -> request $d cancel_async_message {"message_uuid":"$a"}
               <- success $d {"cancelled":false}
               <- result $a one"#,
        )
        .await;
        let running = connection.send(prompt("x")).await.unwrap();
        let mut waiting = connection.send(prompt("y")).await.unwrap();
        let handle = waiting.handle().clone();
        assert!(handle.cancel().await.unwrap());
        assert_eq!(next(&mut waiting).await.as_deref(), Some("queued"));
        assert_eq!(next(&mut waiting).await.as_deref(), Some("cancelled"));
        let why = next(&mut waiting).await.unwrap();
        assert_eq!(why, "error: the prompt was cancelled before it ran");
        assert!(!running.handle().cancel().await.unwrap(), "it runs already");
        assert_eq!(running.result().await.unwrap().text(), "one");
        cli.done().await;
    });
}

#[test]
fn dropping_the_future_does_not_cancel_the_message() {
    paused(async || {
        let (connection, cli) = session(
            "-> prompt $a x\n <- started $a\n <- init\n -> prompt $b y\n == \n <- started $b\n <- result $a both",
        )
        .await;
        let turn = connection.send(prompt("x")).await.unwrap();
        let steer = turn.handle().steer(prompt("y"));
        tokio::time::timeout(std::time::Duration::from_secs(3), steer).await.unwrap_err();
        cli.meet().await;
        assert_eq!(turn.result().await.unwrap().text(), "both");
        cli.done().await;
    });
}
