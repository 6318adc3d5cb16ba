//! Exit: the CLI exits by itself, and every turn, request and subscription ends.

use claude_protocol::{Connection, ConnectionOptions, OverflowPolicy, ProtocolError, State};

use crate::script::{session, session_with};
use crate::show::{all, next, prompt};
use crate::stage::{OpenStdout, everywhere, paused};

#[test]
fn an_exit_settles_turns_requests_and_subscriptions() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a hi
             ==
             -> request $r set_model
             <- exit 7 out of memory",
        )
        .await;
        let (everything, news) =
            (connection.subscribe().unwrap(), connection.unsolicited().unwrap());
        let turn = connection.send(prompt("hi")).await.unwrap();
        cli.meet().await;
        let error = connection.set_model(None).await.unwrap_err();
        match &error {
            ProtocolError::Exited { exit, last_result: None } => {
                assert_eq!((exit.code, &*exit.stderr), (Some(7), "out of memory"));
            }
            other => panic!("{other:?}"),
        }
        let expected = [format!("error: {error}")];
        assert_eq!(all(turn).await, expected);
        assert_eq!(all(everything).await, expected);
        assert_eq!(all(news).await, expected);
        assert!(matches!(connection.state().get(), State::Closed(Some(_))));
        cli.done().await;
    });
}

#[test]
fn an_orderly_exit_is_not_an_error() {
    everywhere(async || {
        let (connection, cli) = session("==\n <- raw bye\n <- exit 0").await;
        let messages = connection.unsolicited().unwrap();
        cli.meet().await;
        assert_eq!(all(messages).await, ["noise bye"]);
        connection.state().wait_for(State::is_closed).await.unwrap();
        assert!(matches!(connection.state().get(), State::Closed(None)));
        let error = connection.send(prompt("x")).await.unwrap_err();
        assert!(matches!(error, ProtocolError::Closed), "{error:?}");
        connection.close().await.unwrap();
        cli.done().await;
    });
}

#[test]
fn exit_code_one_after_a_failed_result_is_not_an_error() {
    everywhere(async || {
        let script = "-> prompt $a hi\n <- started $a\n <- failed $a no\n <- exit 1";
        let (connection, cli) = session(script).await;
        let everything = connection.subscribe().unwrap();
        connection.send(prompt("hi")).await.unwrap().result().await.unwrap();
        assert_eq!(all(everything).await, ["started", "result no"]);
        assert!(matches!(connection.state().get(), State::Closed(None)));
        cli.done().await;
    });
}

#[test]
fn exit_code_one_after_a_successful_result_is_an_error() {
    everywhere(async || {
        let script = "-> prompt $a hi\n <- started $a\n <- result $a ok\n <- exit 1 boom";
        let (connection, cli) = session(script).await;
        let everything = connection.subscribe().unwrap();
        connection.send(prompt("hi")).await.unwrap().result().await.unwrap();
        let seen = ["started", "result ok", "error: the CLI ended with exit code 1"];
        assert_eq!(all(everything).await, seen);
        cli.done().await;
    });
}

#[test]
fn a_last_line_without_a_line_feed_is_delivered() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> prompt $a hi
               <- started $a
               <- torn {"type":"result","subtype":"success","is_error":false,"result":"torn"}
               <- exit 0"#,
        )
        .await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        assert_eq!(all(turn).await, ["started", "result torn"]);
        cli.done().await;
    });
}

#[test]
fn lines_before_a_read_error_are_delivered() {
    everywhere(async || {
        let (connection, cli) = session("==\n <- raw x\n <- broken pipe\n -> eof\n -> TERM").await;
        let messages = connection.unsolicited().unwrap();
        cli.meet().await;
        let seen = all(messages).await;
        assert_eq!(seen, ["noise x", "error: failed to communicate with the CLI"]);
        cli.done().await;
    });
}

#[test]
fn a_lost_connection_fails_the_turn_at_once_and_says_whether_the_cli_has_ended() {
    for (script, ended) in [("<- lost ended", true), ("<- lost", false)] {
        everywhere(async || {
            let script = format!("-> prompt $a hi\n<- started $a\n{script}\n-> eof\n-> TERM");
            let (connection, cli) = session(&script).await;
            let turn = connection.send(prompt("hi")).await.unwrap();
            let error = turn.result().await.unwrap_err();
            let ProtocolError::Lost { place: None, resumable } = error else { panic!("{error:?}") };
            assert_eq!(resumable, ended);
            cli.done().await;
        });
    }
}

#[test]
fn stdout_that_ends_before_the_cli_closes_stdin_and_waits() {
    paused(async || {
        let script = "==\n <- eof\n -> eof\n .. 3s\n <- exit 0";
        let (connection, cli) = session(script).await;
        let messages = connection.unsolicited().unwrap();
        cli.meet().await;
        assert!(all(messages).await.is_empty());
        assert!(matches!(connection.state().get(), State::Closed(None)));
        cli.done().await;
    });
}

#[test]
fn stdout_that_ends_while_the_cli_hangs_starts_the_shutdown() {
    paused(async || {
        let script = "==\n <- eof\n -> eof\n -> TERM\n -> KILL";
        let (connection, cli) = session(script).await;
        let messages = connection.unsolicited().unwrap();
        cli.meet().await;
        let begun = tokio::time::Instant::now();
        assert_eq!(all(messages).await.len(), 1);
        assert_eq!(begun.elapsed().as_secs(), 9);
        cli.done().await;
    });
}

#[test]
fn a_grandchild_that_holds_stdout_is_not_waited_for() {
    paused(async || {
        let opened = Connection::open(Box::new(OpenStdout), Default::default()).await;
        let error = opened.unwrap_err();
        assert!(matches!(error, ProtocolError::Exited { .. }), "{error:?}");
    });
}

#[test]
fn unread_messages_are_not_lost_at_the_exit() {
    paused(async || {
        let mut options = ConnectionOptions::default();
        options.limits.soft = 64;
        options.limits.hard = 256;
        options.limits.overflow = OverflowPolicy::Pause;
        let lines = "<- raw 0123456789012345678901234567890123456789012345678901234567890\n";
        let script = format!("==\n{}<- raw last\n<- exit 0", lines.repeat(3000));
        let (connection, cli) = session_with(options, &script).await;
        let mut messages = connection.unsolicited().unwrap();
        cli.meet().await;
        let mut seen = 0;
        while let Some(message) = next(&mut messages).await {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            seen += 1;
            assert!(!message.starts_with("lagged"));
        }
        assert_eq!(seen, 3001);
        cli.done().await;
    });
}
