//! stdio: a CLI that continues without its stdout or its stdin.

use std::time::Duration;

use claude_sdk::{Client, Error, query};

use super::stage::{Started, closing_within, everywhere, exited, gone, options, story, until};

const STEP: Duration = Duration::from_millis(200);
/// The exit of the mock on SIGTERM.
const ENDED: &str = "error the CLI exited with exit code 143, after a signal of this program";

#[test]
fn closing_stdout_during_a_turn_ends_the_session() {
    everywhere(async || {
        let steps = r#"expect user; text "half"; close-stdout; hang"#;
        let options = options(steps).deadlines(closing_within(STEP));
        let client = Client::connect(options.clone()).await.unwrap();
        let pid = client.initialized().unwrap().pid.unwrap().try_into().unwrap();
        let mut turn = client.send("hi").await.unwrap();
        assert_eq!(story(&mut turn).await, ["say half", ENDED]);
        assert_eq!(
            exited(&client.close().await.unwrap_err()).0,
            "exit code 143, after a signal of this program"
        );
        gone(pid).await;

        let mut run = query("hi", options).await.unwrap();
        assert_eq!(story(&mut run).await, ["say half", ENDED]);
    });
}

#[test]
fn closing_stdout_before_the_handshake_fails_the_start() {
    everywhere(async || {
        let started = Started::default();
        let options = options("close-stdout; sleep 60s").deadlines(closing_within(STEP));
        let error = Client::connect(started.watch(options)).await.unwrap_err();
        assert_eq!(exited(&error).0, "exit code 143, after a signal of this program");
        gone(started.one()).await;
    });
}

#[test]
fn closing_stdin_during_a_turn_ends_the_session() {
    everywhere(async || {
        let steps = r#"expect user; text "half"; close-stdin; text "deaf"; hang"#;
        let mut deadlines = closing_within(STEP);
        deadlines.control = STEP;
        let options = options(steps).deadlines(deadlines);
        let client = Client::connect(options).await.unwrap();
        let pid = client.initialized().unwrap().pid.unwrap().try_into().unwrap();
        let mut turn = client.send("hi").await.unwrap();
        until(&mut turn, "deaf").await;
        // A request that was written before the pipe broke is lost and times out.
        let error = loop {
            match client.set_model("opus").await.unwrap_err() {
                Error::Timeout { waiting_for, .. } if waiting_for == "set_model" => {}
                error => break error,
            }
        };
        assert_over(&error);
        assert_eq!(story(&mut turn).await, [ENDED]);
        gone(pid).await;
    });
}

/// The request may have been written before, and lost: then it times out.
#[test]
fn closing_stdin_before_the_handshake_fails_the_start() {
    everywhere(async || {
        let mut deadlines = closing_within(STEP);
        deadlines.initialize = STEP * 3;
        let started = Started::default();
        let options = options("close-stdin; sleep 60s").deadlines(deadlines);
        let error = Client::connect(started.watch(options)).await.unwrap_err();
        if !matches!(&error, Error::Timeout { waiting_for, .. } if waiting_for == "initialize") {
            assert_over(&error);
        }
        gone(started.one()).await;
    });
}

/// The error is the exit of the CLI, or `Closed` if it came before.
fn assert_over(error: &Error) {
    if !matches!(error, Error::Closed { .. }) {
        assert_eq!(exited(error).0, "exit code 143, after a signal of this program");
    }
}
