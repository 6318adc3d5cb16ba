//! The deadline of a session: a CLI that runs longer is closed, and what waits gets the reason.

use std::time::Duration;

use claude_protocol::{Connection, ConnectionOptions, ProtocolError, State};
use claude_transport::Signal;
use tokio::time::Instant;

use crate::script::{Cli, HANDSHAKE, session_with};
use crate::show::{all, next, prompt};
use crate::stage::paused;

const AFTER: Duration = Duration::from_secs(60);

async fn limited(script: &str) -> (Connection, Cli) {
    let mut options = ConnectionOptions::default();
    options.deadlines.session = Some(AFTER);
    session_with(options, script).await
}

fn is_deadline(error: &ProtocolError) -> bool {
    matches!(error, ProtocolError::SessionDeadline { after } if *after == AFTER)
}

#[test]
fn an_idle_session_is_closed_at_its_deadline() {
    paused(async || {
        let begun = Instant::now();
        let (connection, cli) = limited("-> eof\n <- exit 0").await;
        let messages = connection.subscribe().unwrap();
        let mut state = connection.state();
        let Ok(State::Closed(Some(why))) = state.wait_for(State::is_closed).await else {
            panic!("it has no reason");
        };
        assert!(is_deadline(&why), "{why:?}");
        assert_eq!(begun.elapsed().as_secs(), AFTER.as_secs());
        assert!(all(messages).await.last().unwrap().contains("deadline"));
        let error = connection.post(prompt("late")).await.unwrap_err();
        assert!(is_deadline(&error), "{error:?}");
        let error = connection.close().await.unwrap_err();
        assert!(is_deadline(&error), "{error:?}");
        assert_eq!(cli.done().await.signals(), []);
    });
}

/// The CLI can store what it has: it is interrupted, and its stdin ends, before any signal.
#[test]
fn a_running_turn_is_interrupted_and_ends_with_the_deadline() {
    paused(async || {
        let (connection, cli) = limited(
            "-> prompt $a hi
             <- started $a
             <- say begun
             -> request $i interrupt
             -> eof
             <- success $i {}
             <- failed $a stopped
             <- exit 0",
        )
        .await;
        let mut turn = connection.send(prompt("hi")).await.unwrap();
        while !next(&mut turn).await.unwrap().contains("begun") {}
        let rest = all(turn).await;
        assert!(rest.last().unwrap().contains("deadline"), "{rest:?}");
        assert_eq!(cli.done().await.signals(), []);
    });
}

/// The answer was complete before the interrupt had an effect.
#[test]
fn a_turn_that_succeeds_after_the_deadline_has_its_result() {
    paused(async || {
        let (connection, cli) = limited(
            "-> prompt $a hi
             <- started $a
             -> request $i interrupt
             -> eof
             <- result $a done
             <- exit 0",
        )
        .await;
        let result = connection.send(prompt("hi")).await.unwrap().result().await.unwrap();
        assert_eq!(result.text(), "done");
        cli.done().await;
    });
}

#[test]
fn a_cli_that_ignores_the_deadline_is_killed_and_its_turn_fails_with_the_reason() {
    paused(async || {
        let begun = Instant::now();
        let (connection, cli) = limited(
            "-> prompt $a hi
             <- started $a
             -> request $i interrupt
             -> eof
             -> TERM
             -> KILL",
        )
        .await;
        let error = connection.send(prompt("hi")).await.unwrap().result().await.unwrap_err();
        assert!(is_deadline(&error), "{error:?}");
        assert!(begun.elapsed() < AFTER + Duration::from_secs(12), "{:?}", begun.elapsed());
        assert_eq!(cli.done().await.signals(), [Signal::Terminate, Signal::Kill]);
    });
}

#[test]
fn a_session_that_ends_before_is_not_affected() {
    paused(async || {
        let (connection, cli) = limited("-> eof\n <- exit 0").await;
        connection.close().await.unwrap();
        assert!(matches!(connection.state().get(), State::Closed(None)));
        cli.done().await;
        // Positive control: without a deadline, an hour is not too long.
        let script = "-> eof\n <- exit 0";
        let (connection, cli) = session_with(ConnectionOptions::default(), script).await;
        tokio::time::sleep(Duration::from_secs(3600)).await;
        assert!(!connection.state().get().is_closed());
        connection.close().await.unwrap();
        cli.done().await;
    });
}

/// Each CLI would run for ever if the deadline began again with it.
#[test]
fn the_deadline_goes_on_when_the_cli_is_replaced() {
    paused(async || {
        let begun = Instant::now();
        let (connection, old) = limited("-> eof\n <- exit 0").await;
        tokio::time::sleep(AFTER / 2).await;
        connection.detach().await.unwrap();
        old.done().await;
        let mut new = Cli::play(&format!("{HANDSHAKE}-> eof\n <- exit 0"));
        connection.attach(new.transport(), None).await.unwrap();
        let mut state = connection.state();
        let Ok(State::Closed(Some(why))) = state.wait_for(State::is_closed).await else {
            panic!("it has no reason");
        };
        assert!(is_deadline(&why), "{why:?}");
        assert_eq!(begun.elapsed().as_secs(), AFTER.as_secs());
        new.done().await;
    });
}
