//! Turns: which messages a turn gets, and when it ends.

use claude_protocol::ProtocolError;

use crate::script::session;
use crate::show::{all, next, prompt, some};
use crate::stage::everywhere;

#[test]
fn two_turns_run_one_after_the_other() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a one
             <- queued $a
             <- started $a
             <- running
             <- init
             <- say first
             <- result $a 1
             <- completed $a
             <- idle
             -> prompt $b two
             <- started $b
             <- init
             <- delta sec
             <- say second
             <- result $b 2",
        )
        .await;
        let turn = connection.send(prompt("one")).await.unwrap();
        assert_eq!(all(turn).await, ["queued", "started", "init", "say first", "result 1"]);
        let turn = connection.send(prompt("two")).await.unwrap();
        assert_eq!(all(turn).await, ["started", "init", "delta", "say second", "result 2"]);
        cli.done().await;
    });
}

#[test]
fn a_turn_ends_after_its_result() {
    everywhere(async || {
        let script = "-> prompt $a hi\n <- started $a\n <- result $a x\n <- say late";
        let (connection, cli) = session(script).await;
        let mut turn = connection.send(prompt("hi")).await.unwrap();
        assert_eq!(some(&mut turn, 2).await, ["started", "result x"]);
        cli.done().await;
        for _ in 0..3 {
            assert!(turn.next().await.is_none());
        }
    });
}

#[test]
fn result_can_be_awaited_without_reading() {
    everywhere(async || {
        let script = "-> prompt $a hi\n <- started $a\n <- say x\n <- say y\n <- failed $a no";
        let (connection, cli) = session(script).await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        let result = turn.result().await.unwrap();
        assert!(result.is_failure(), "a failed run is a result");
        assert_eq!(result.text(), "no");
        cli.done().await;
    });
}

#[test]
fn a_given_uuid_is_kept() {
    everywhere(async || {
        let (connection, cli) =
            session("-> prompt mine hi\n <- started mine\n <- result mine x").await;
        let turn = connection.send(prompt("hi").uuid("mine")).await.unwrap();
        assert_eq!(turn.uuid(), "mine");
        assert_eq!(turn.result().await.unwrap().text(), "x");
        cli.done().await;
    });
}

#[test]
fn queued_prompts_share_one_turn_and_its_result() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> prompt $a one
               <- started $a
               -> prompt $b two
               -> prompt $c three
               <- queued $b
               <- queued $c
               <- result $a 1
               <- started $b
               <- started $c
               <- say both
               <- {"type":"result","subtype":"success","is_error":false,"result":"2","user_message_uuid":"$c","user_message_uuids":["$b","$c"]}"#,
        )
        .await;
        let mut a = connection.send(prompt("one")).await.unwrap();
        assert_eq!(next(&mut a).await.unwrap(), "started");
        let b = connection.send(prompt("two")).await.unwrap();
        let c = connection.send(prompt("three")).await.unwrap();
        assert_eq!(all(a).await, ["result 1"]);
        assert_eq!(all(b).await, ["queued", "started", "say both", "result 2"]);
        assert_eq!(all(c).await, ["queued", "started", "say both", "result 2"]);
        cli.done().await;
    });
}

#[test]
fn a_cancelled_prompt_ends_with_an_error_and_the_others_continue() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a one
             <- started $a
             -> prompt $b two
             <- queued $b
             <- cancelled $b
             <- say on
             <- result $a 1",
        )
        .await;
        let mut a = connection.send(prompt("one")).await.unwrap();
        assert_eq!(next(&mut a).await.unwrap(), "started");
        let b = connection.send(prompt("two")).await.unwrap();
        let cancelled = "error: the prompt was cancelled before it ran";
        assert_eq!(all(b).await, ["queued", "cancelled", cancelled]);
        assert_eq!(all(a).await, ["say on", "result 1"]);
        cli.done().await;
    });
}

#[test]
fn a_dropped_turn_does_not_affect_others() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a one
             <- started $a
             -> prompt $b two
             <- say for a
             <- result $a 1
             <- started $b
             <- say for b
             <- result $b 2",
        )
        .await;
        drop(connection.send(prompt("one")).await.unwrap());
        let b = connection.send(prompt("two")).await.unwrap();
        assert_eq!(all(b).await, ["started", "say for b", "result 2"]);
        let messages = connection.unsolicited().unwrap();
        cli.done().await.exit(0, "");
        assert!(all(messages).await.is_empty(), "they were its own");
    });
}

#[test]
fn prompts_of_an_older_cli_without_announcements_are_answered_in_order() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a one
             -> prompt $b two
             <- init
             <- say 1
             <- result - one
             <- init
             <- say 2
             <- result - two",
        )
        .await;
        let a = connection.send(prompt("one")).await.unwrap();
        let b = connection.send(prompt("two")).await.unwrap();
        assert_eq!(all(a).await, ["init", "say 1", "result one"]);
        assert_eq!(all(b).await, ["init", "say 2", "result two"]);
        cli.done().await;
    });
}

#[test]
fn an_undecodable_result_ends_its_turn() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> prompt $a one
               <- started $a
               <- {"type":"result","subtype":7,"is_error":"no","result":["?"],"usage":3,"user_message_uuids":"x"}"#,
        )
        .await;
        let result = connection.send(prompt("one")).await.unwrap().result().await.unwrap();
        assert!(result.is_failure());
        cli.done().await;
    });
}

#[test]
fn an_open_turn_fails_when_the_cli_exits() {
    everywhere(async || {
        let script = "-> prompt $a hi\n <- started $a\n <- say x\n <- exit 0 bye";
        let (connection, cli) = session(script).await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        assert_eq!(all(turn).await, ["started", "say x", "error: the CLI ended with exit code 0"]);
        let error = connection.send(prompt("again")).await.unwrap_err();
        assert!(matches!(error, ProtocolError::Exited { .. }));
        cli.done().await;
    });
}
