//! Late results: turns that end without a result, whose result arrives late, or that another result
//! seems to answer.

use std::time::Duration;

use claude_protocol::{Connection, PromptPhase, ProtocolError, Turn};
use tokio::time::Instant;

use crate::script::session;
use crate::show::prompt;
use crate::stage::{everywhere, paused};

async fn send(connection: &Connection, text: &str) -> Turn {
    connection.send(prompt(text)).await.unwrap()
}

async fn text(turn: Turn) -> String {
    turn.result().await.unwrap().text().to_owned()
}

async fn gets_no_result(turn: Turn) {
    let error = turn.result().await.unwrap_err();
    assert!(matches!(error, ProtocolError::NoResult), "{error:?}");
}

#[test]
fn a_result_that_names_another_prompt_ends_no_turn_of_ours() {
    everywhere(async || {
        for other in [
            r#""user_message_uuid":"another""#,
            r#""user_message_uuids":["another","one more"]"#,
            r#""user_message_uuid":"another","origin":{"kind":"peer"}"#,
        ] {
            let script = format!(
                r#"-> prompt $a hi
                   <- started $a
                   <- raw {{"type":"result","result":"not ours",{other}}}
                   <- result $a ours"#
            );
            let (connection, cli) = session(&script).await;
            assert_eq!(text(send(&connection, "hi").await).await, "ours", "{other}");
            cli.done().await;
        }
    });
}

#[test]
fn a_result_that_names_a_waiting_prompt_leaves_the_running_one() {
    everywhere(async || {
        let script = "-> prompt $a one
             <- started $a
             -> prompt $b two
             <- result $b second
             <- result $a first";
        let (connection, cli) = session(script).await;
        let a = send(&connection, "one").await;
        let b = send(&connection, "two").await;
        assert_eq!(text(b).await, "second");
        assert_eq!(text(a).await, "first");
        cli.done().await;
    });
}

#[test]
fn a_result_may_come_seconds_after_the_cli_is_idle() {
    paused(async || {
        for (result, late) in [("$a", "3s"), ("-", "3s"), ("$a", "9s"), ("-", "9s")] {
            for lifecycle in ["<- started $a", "<- init"] {
                let script = format!(
                    "-> prompt $a hi\n<- running\n{lifecycle}\n<- say x\n<- idle\n.. {late}\n<- result {result} late"
                );
                let (connection, cli) = session(&script).await;
                assert_eq!(text(send(&connection, "hi").await).await, "late");
                cli.done().await;
            }
        }
    });
}

#[test]
fn a_turn_that_is_over_without_a_result_ends_with_an_error_in_seconds() {
    paused(async || {
        for (end, lines) in [
            ("idle", "<- started $a\n<- say x\n<- idle"),
            ("completed", "<- started $a\n<- say x\n<- completed $a"),
            ("completed, never started", "<- queued $a\n<- completed $a"),
            ("an older CLI", "<- running\n<- init\n<- say x\n<- idle"),
            ("an older CLI that does not start it", "<- running\n<- idle"),
        ] {
            let (connection, cli) = session(&format!("-> prompt $a hi\n{lines}")).await;
            let turn = send(&connection, "hi").await;
            let begun = Instant::now();
            gets_no_result(turn).await;
            assert!(begun.elapsed() < Duration::from_secs(12), "{end}: {:?}", begun.elapsed());
            // The session continues.
            let _far = cli.done().await;
            assert!(!connection.state().get().is_closed(), "{end}");
        }
    });
}

#[test]
fn a_prompt_that_the_cli_knows_ends_at_once() {
    paused(async || {
        let script = "-> prompt $a hi
             <- completed $a
             -> prompt $b next
             <- queued $b
             <- started $b
             <- result $b done
             <- completed $b";
        let (connection, cli) = session(script).await;
        let begun = Instant::now();
        let turn = send(&connection, "hi").await;
        let handle = turn.handle().clone();
        let error = turn.result().await.unwrap_err();
        assert!(matches!(error, ProtocolError::AlreadyDelivered), "{error:?}");
        assert_eq!(begun.elapsed(), Duration::ZERO);
        assert_eq!(handle.progress().phase, PromptPhase::AlreadyDelivered);
        assert!(connection.state().get().is_idle(), "{}", connection.state().get());
        assert_eq!(text(send(&connection, "next").await).await, "done");
        cli.done().await;
    });
}

/// CLI 2.1.332 ignores an ID that this process has read before.
#[test]
fn a_prompt_that_was_sent_before_is_not_sent_again() {
    paused(async || {
        let script = "-> prompt $a hi
             <- queued $a
             <- started $a
             <- result $a done
             <- completed $a
             <- idle
             -> prompt $b next
             <- queued $b
             <- started $b
             <- result $b done
             <- completed $b";
        let (connection, cli) = session(script).await;
        let first = send(&connection, "hi").await;
        let id = first.uuid().clone();
        text(first).await;
        connection.idle().await.unwrap();
        for _ in 0..2 {
            let turn = connection.send(prompt("hi").uuid(id.clone())).await.unwrap();
            let error = turn.result().await.unwrap_err();
            assert!(matches!(error, ProtocolError::AlreadyDelivered), "{error:?}");
        }
        connection.idle().await.unwrap();
        assert_eq!(text(send(&connection, "next").await).await, "done");
        cli.done().await;
    });
}

#[test]
fn a_prompt_that_the_cli_knows_does_not_end_the_running_turn() {
    paused(async || {
        let script = "-> prompt $a one
             <- started $a
             -> prompt $b known
             <- completed $b
             <- say x
             <- result $a done
             <- completed $a";
        let (connection, cli) = session(script).await;
        let (a, b) = (send(&connection, "one").await, send(&connection, "known").await);
        let error = b.result().await.unwrap_err();
        assert!(matches!(error, ProtocolError::AlreadyDelivered), "{error:?}");
        assert_eq!(text(a).await, "done");
        cli.done().await;
    });
}

#[test]
fn lines_do_not_put_off_the_end_of_a_turn_that_is_over() {
    paused(async || {
        let noise = "<- {\"type\":\"keep_alive\"}\n<- raw x\n<- idle\n.. 0.5s\n".repeat(40);
        let script = format!("-> prompt $a hi\n<- started $a\n<- idle\n{noise}");
        let (connection, cli) = session(&script).await;
        let begun = Instant::now();
        gets_no_result(send(&connection, "hi").await).await;
        assert!(begun.elapsed() < Duration::from_secs(12), "{:?}", begun.elapsed());
        cli.done().await;
    });
}

#[test]
fn a_turn_that_continues_after_idle_is_not_over() {
    paused(async || {
        let script = "-> prompt $a hi
             <- started $a
             <- idle
             .. 5s
             <- running
             .. 60s
             <- say still here
             <- result $a done";
        let (connection, cli) = session(script).await;
        assert_eq!(text(send(&connection, "hi").await).await, "done");
        cli.done().await;
    });
}

#[test]
fn a_prompt_that_was_merged_before_its_turn_is_over_is_not_the_end() {
    paused(async || {
        let script = "-> prompt $a one
             <- started $a
             -> prompt $b two
             <- queued $b
             <- started $b
             <- completed $b
             .. 60s
             <- result $a,$b done
             <- completed $a";
        let (connection, cli) = session(script).await;
        let (a, b) = (send(&connection, "one").await, send(&connection, "two").await);
        assert_eq!((text(a).await, text(b).await), ("done".into(), "done".into()));
        cli.done().await;
    });
}

/// A turn of a CLI that does not announce prompts.
fn older(words: &str, result: &str) -> String {
    format!("<- running\n<- init\n<- say {words}\n{result}\n<- idle\n")
}

#[test]
fn a_started_prompt_of_an_older_cli_does_not_get_the_answer_before() {
    paused(async || {
        let script = format!(
            "-> prompt $a one\n{}-> prompt $b two\n{}-> prompt $c three\n{}",
            older("first", "<- result - first"),
            older("second", ""),
            older("third", "<- result - third"),
        );
        let (connection, cli) = session(&script).await;
        assert_eq!(text(send(&connection, "one").await).await, "first");
        gets_no_result(send(&connection, "two").await).await;
        assert_eq!(text(send(&connection, "three").await).await, "third");
        cli.done().await;
    });
}

#[test]
fn queued_prompts_of_an_older_cli_do_not_get_each_others_answers() {
    paused(async || {
        let script = format!(
            "-> prompt $a one\n-> prompt $b two\n-> prompt $c three\n{}{}{}",
            older("first", "<- result - first"),
            older("second", ""),
            older("third", "<- result - third"),
        );
        let (connection, cli) = session(&script).await;
        let a = send(&connection, "one").await;
        let b = send(&connection, "two").await;
        let c = send(&connection, "three").await;
        assert_eq!(text(a).await, "first");
        gets_no_result(b).await;
        assert_eq!(text(c).await, "third");
        cli.done().await;
    });
}

#[test]
fn a_prompt_that_was_sent_after_the_last_result_was_not_merged() {
    paused(async || {
        let script = format!(
            "-> prompt $a one\n{}-> prompt $b two\n<- running\n<- idle\n",
            older("first", "<- result - first"),
        );
        let (connection, cli) = session(&script).await;
        assert_eq!(text(send(&connection, "one").await).await, "first");
        gets_no_result(send(&connection, "two").await).await;
        cli.done().await;
    });
}

#[test]
fn prompts_of_an_older_cli_that_wait_behind_a_turn_without_a_result_were_not_merged() {
    paused(async || {
        let script = format!(
            "-> prompt $a one\n-> prompt $b two\n-> prompt $c three\n{}{}",
            older("first", "<- result - first"),
            older("second", ""),
        );
        let (connection, cli) = session(&script).await;
        let a = send(&connection, "one").await;
        let (b, c) = (send(&connection, "two").await, send(&connection, "three").await);
        assert_eq!(text(a).await, "first");
        gets_no_result(b).await;
        gets_no_result(c).await;
        cli.done().await;
    });
}
