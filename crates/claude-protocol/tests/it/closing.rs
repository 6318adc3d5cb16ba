//! Closing: `close`, and dropping the last handle.

use claude_protocol::{ConnectionOptions, Hook, ProtocolError, State};
use claude_transport::Signal;
use claude_types::{HookEvent, HookOutput};
use tokio::time::Instant;

use crate::script::{by_hand, session, session_with};
use crate::show::{all, callback, next, prompt};
use crate::stage::{everywhere, paused};

#[test]
fn close_ends_stdin_and_waits_for_the_cli() {
    everywhere(async || {
        let (connection, cli) = session("-> eof\n <- raw bye\n <- exit 0").await;
        let messages = connection.unsolicited().unwrap();
        connection.close().await.unwrap();
        assert_eq!(all(messages).await, ["noise bye"]);
        assert!(matches!(connection.state().get(), State::Closed(None)));
        assert_eq!(cli.done().await.signals(), []);
    });
}

#[test]
fn what_was_sent_before_a_close_is_written_first() {
    everywhere(async || {
        let script = "-> prompt $a hi\n -> request $i interrupt\n -> eof\n <- exit 0";
        let (connection, cli) = session(script).await;
        connection.post(prompt("hi")).await.unwrap();
        connection.close().await.unwrap();
        cli.done().await;
    });
}

/// Otherwise the model and its tools would work on until SIGTERM.
#[test]
fn close_interrupts_a_running_turn() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a hi
             <- started $a
             <- say begun
             ==
             -> request $i interrupt
             -> eof
             <- success $i {}
             <- result $a stopped
             <- exit 0",
        )
        .await;
        let mut turn = connection.send(prompt("hi")).await.unwrap();
        while !next(&mut turn).await.unwrap().contains("begun") {}
        cli.meet().await;
        let report = connection.close().await.unwrap();
        assert_eq!(report.exit.unwrap().code, Some(0));
        let rest = all(turn).await;
        assert!(rest.last().unwrap().contains("stopped"), "{rest:?}");
        cli.done().await;
    });
}

#[test]
fn all_calls_of_close_get_the_same_report() {
    paused(async || {
        let (connection, cli) = session("-> eof\n .. 3s\n <- exit 0").await;
        let other = connection.clone();
        let (first, second) = tokio::join!(connection.close(), other.close());
        let later = connection.close().await.unwrap();
        for report in [first.unwrap(), second.unwrap(), later] {
            assert_eq!(report.took.as_secs(), 3);
            assert!(report.exit.unwrap().is_success());
        }
        cli.done().await;
    });
}

#[test]
fn close_escalates_to_sigkill_and_ends() {
    paused(async || {
        let (connection, cli) = session("-> eof\n .. 6s\n -> TERM\n .. 1s\n -> KILL").await;
        let begun = Instant::now();
        connection.close().await.unwrap();
        assert_eq!(begun.elapsed().as_secs(), 9);
        assert_eq!(cli.done().await.signals(), [Signal::Terminate, Signal::Kill]);
    });
}

#[test]
fn a_cli_that_exits_on_sigterm_is_not_killed() {
    paused(async || {
        let (connection, cli) = session("-> eof\n -> TERM\n <- exit 143").await;
        let begun = Instant::now();
        connection.close().await.unwrap();
        assert_eq!(begun.elapsed().as_secs(), 7);
        assert_eq!(cli.done().await.signals(), [Signal::Terminate]);
    });
}

#[test]
fn a_cli_that_reads_nothing_is_closed_too() {
    paused(async || {
        let (connection, far) = by_hand(ConnectionOptions::default(), 512).await;
        connection.post(prompt(&"x".repeat(4096))).await.unwrap();
        let begun = Instant::now();
        connection.close().await.unwrap();
        assert_eq!(begun.elapsed().as_secs(), 9);
        assert_eq!(far.signals(), [Signal::Terminate, Signal::Kill]);
    });
}

#[test]
fn a_close_ends_open_turns_and_all_other_handles() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a hi
             <- started $a
             -> request $r set_model
             ==
             -> request $i interrupt
             -> eof
             <- exit 0",
        )
        .await;
        let other = connection.clone();
        let everything = connection.subscribe().unwrap();
        let mut turn = connection.send(prompt("hi")).await.unwrap();
        next(&mut turn).await.unwrap();
        let asked = tokio::spawn(async move { other.set_model(None).await });
        cli.meet().await;
        let mut state = connection.state();
        connection.close().await.unwrap();
        assert!(matches!(asked.await.unwrap(), Err(ProtocolError::Closed)));
        assert_eq!(all(turn).await, ["error: the connection is closed"]);
        assert_eq!(all(everything).await, ["started"], "the end of a close is no error");
        assert!(matches!(connection.send(prompt("x")).await, Err(ProtocolError::Closed)));
        assert!(matches!(connection.unsolicited(), Err(ProtocolError::Closed)));
        assert!(matches!(connection.interrupt().await, Err(ProtocolError::Closed)));
        assert!(matches!(state.wait_for(State::is_closed).await, Ok(State::Closed(None))));
        cli.done().await;
    });
}

#[test]
fn a_close_during_a_close_ends_with_it() {
    everywhere(async || {
        let (connection, cli) = session("-> eof\n <- exit 0").await;
        let (first, second) = tokio::join!(connection.close(), connection.close());
        first.unwrap();
        second.unwrap();
        connection.close().await.unwrap();
        cli.done().await;
    });
}

#[test]
fn dropping_the_last_handle_ends_the_cli_even_if_a_hook_refers_to_the_connection() {
    everywhere(async || {
        let mut options = ConnectionOptions::default();
        let yes = callback(|_, context: claude_protocol::Context| async move {
            let _weak = context;
            Ok(HookOutput::new())
        });
        options.handlers.hooks = vec![Hook::new(HookEvent::Stop, yes)];
        let (connection, cli) = session_with(options, "-> eof\n -> TERM").await;
        let messages = connection.unsolicited().unwrap();
        let mut state = connection.state();
        let second = connection.clone();
        drop(connection);
        assert!(state.get().is_idle());
        drop(second);
        state.wait_for(State::is_closed).await.unwrap();
        assert_eq!(all(messages).await, ["error: the connection is closed"]);
        cli.done().await;
    });
}

#[test]
fn an_open_turn_keeps_the_connection_open() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a hi
             <- started $a
             ==
             <- say still here
             <- result $a done
             -> eof
             -> TERM",
        )
        .await;
        let mut turn = connection.send(prompt("hi")).await.unwrap();
        drop(connection);
        next(&mut turn).await.unwrap();
        cli.meet().await;
        assert_eq!(next(&mut turn).await.unwrap(), "say still here");
        assert_eq!(next(&mut turn).await.unwrap(), "result done");
        drop(turn);
        cli.done().await;
    });
}

#[test]
fn an_open_request_does_not_delay_a_close() {
    everywhere(async || {
        let mut options = ConnectionOptions::default();
        options.handlers.permission = Some(callback(|_, _| std::future::pending()));
        let ask = r#"<- ask q {"subtype":"can_use_tool","tool_name":"Bash","input":{},"tool_use_id":"t"}
                     <- raw asked
                     -> eof
                     <- exit 0"#;
        let (connection, cli) = session_with(options, ask).await;
        next(&mut connection.unsolicited().unwrap()).await.unwrap();
        connection.close().await.unwrap();
        cli.done().await;
    });
}
