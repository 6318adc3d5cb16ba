//! Interrupts: every outcome, within the deadline of 5 s.

use claude_protocol::{InterruptOutcome, ProtocolError};

use crate::script::session;
use crate::show::{next, prompt};
use crate::stage::{everywhere, paused};

#[test]
fn a_turn_that_ends_is_stopped_and_its_result_is_there() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> prompt $a hi
               <- started $a
               -> request $i interrupt
               <- success $i {"still_queued":[]}
               <- failed $a aborted"#,
        )
        .await;
        let mut turn = connection.send(prompt("hi")).await.unwrap();
        next(&mut turn).await.unwrap();
        assert_eq!(connection.interrupt().await.unwrap(), InterruptOutcome::Stopped);
        assert_eq!(next(&mut turn).await.unwrap(), "result aborted");
        cli.done().await;
    });
}

#[test]
fn a_result_before_the_response_counts() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a hi
             ==
             -> request $i interrupt
             <- started $a
             <- result $a done
             <- success $i",
        )
        .await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        cli.meet().await;
        assert_eq!(connection.interrupt().await.unwrap(), InterruptOutcome::Stopped);
        assert_eq!(turn.result().await.unwrap().text(), "done");
        cli.done().await;
    });
}

#[test]
fn nothing_running_is_reported_at_once() {
    everywhere(async || {
        let script = "-> request $i interrupt\n <- success $i {\"still_queued\":[]}";
        let (connection, cli) = session(script).await;
        assert_eq!(connection.interrupt().await.unwrap(), InterruptOutcome::NothingRunning);
        cli.done().await;
    });
}

#[test]
fn a_turn_that_continues_is_deferred_after_five_seconds() {
    paused(async || {
        let (connection, cli) = session(
            r#"-> prompt $a hi
               <- started $a
               ==
               -> request $i interrupt
               .. 1s
               <- success $i {"still_queued":["b"]}
               .. 9s
               <- result $a late"#,
        )
        .await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        cli.meet().await;
        let begun = tokio::time::Instant::now();
        let deferred = connection.interrupt().await.unwrap();
        assert_eq!(deferred, InterruptOutcome::Deferred { still_queued: vec!["b".into()] });
        assert_eq!(begun.elapsed().as_secs(), 5);
        assert_eq!(turn.result().await.unwrap().text(), "late");
        cli.done().await;
    });
}

#[test]
fn a_missing_response_is_an_error_after_five_seconds() {
    paused(async || {
        let (connection, cli) = session("-> request $i interrupt").await;
        let begun = tokio::time::Instant::now();
        let error = connection.interrupt().await.unwrap_err();
        assert!(
            matches!(error, ProtocolError::Timeout { waiting_for, .. } if waiting_for == "interrupt")
        );
        assert_eq!(begun.elapsed().as_secs(), 5);
        cli.done().await;
    });
}

#[test]
fn a_cli_that_exits_on_the_interrupt_is_an_error() {
    everywhere(async || {
        let script = "-> prompt $a hi\n ==\n -> request $i interrupt\n <- success $i\n <- exit 143";
        let (connection, cli) = session(script).await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        cli.meet().await;
        let error = connection.interrupt().await.unwrap_err();
        assert!(matches!(error, ProtocolError::Exited { .. }), "{error:?}");
        drop(turn);
        cli.done().await;
    });
}

#[test]
fn an_interrupt_is_written_after_earlier_prompts() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a hi
             -> request $i interrupt
             <- started $a
             <- success $i {}
             <- result $a stopped",
        )
        .await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        assert_eq!(connection.interrupt().await.unwrap(), InterruptOutcome::Stopped);
        assert_eq!(turn.result().await.unwrap().text(), "stopped");
        cli.done().await;
    });
}
