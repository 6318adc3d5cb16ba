//! Deadlines: a CLI that does not start or does not exit is ended in time.

use std::time::{Duration, Instant};

use claude_sdk::limits::Deadlines;
use claude_sdk::{Client, Error, query};

use super::stage::{
    HANG, Started, closing_within, everywhere, exists, gone, next, options, story, until,
};

const STEP: Duration = Duration::from_millis(200);

fn soon() -> Deadlines {
    let mut deadlines = Deadlines::default();
    deadlines.initialize = STEP;
    deadlines
}

fn assert_initialize_timeout(error: &Error) {
    let Error::Timeout { waiting_for, after, diagnostics } = error else { panic!("{error:?}") };
    assert_eq!((&**waiting_for, *after), ("initialize", STEP));
    assert!(diagnostics.program.is_some() && !diagnostics.args.is_empty(), "{diagnostics:?}");
}

#[test]
fn connect_times_out_if_initialize_is_not_answered() {
    // The last one reads nothing and exits only on SIGKILL.
    for steps in ["no-initialize", "freeze", "ignore-term; freeze"] {
        everywhere(async || {
            let started = Started::default();
            let options = started.watch(options(steps).deadlines(soon()));
            let error = Client::connect(options).await.unwrap_err();
            assert_initialize_timeout(&error);
            gone(started.one()).await;
        });
    }
}

#[test]
fn a_query_times_out_if_initialize_is_not_answered() {
    everywhere(async || {
        let started = Started::default();
        let options = started.watch(options("no-initialize").deadlines(soon()));
        assert_initialize_timeout(&query("hi", options).text().await.unwrap_err());
        gone(started.one()).await;
    });
}

#[test]
fn a_query_ends_a_cli_that_does_not_exit_after_the_result() {
    for (steps, waits) in [("no-exit", 1), ("no-exit; ignore-term", 2)] {
        everywhere(async || {
            let started = Started::default();
            let steps = format!(r#"{steps}; expect user; text "done""#);
            let options = started.watch(options(&steps).deadlines(closing_within(STEP)));
            let begin = Instant::now();
            let result = query("hi", options).result().await.unwrap();
            assert_eq!(result.text(), "done");
            assert!(begin.elapsed() < HANG / 2, "the result does not wait for the exit");
            gone(started.one()).await;
            assert!(begin.elapsed() >= STEP * waits, "it had its time");
            assert!(begin.elapsed() < HANG / 2);
        });
    }
}

#[test]
fn close_ends_a_cli_that_does_not_exit() {
    for (steps, waits) in [("no-exit", 1), ("no-exit; ignore-term", 2)] {
        everywhere(async || {
            let steps = format!(r#"{steps}; expect user; text "done""#);
            let client =
                Client::connect(options(&steps).deadlines(closing_within(STEP))).await.unwrap();
            let pid = client.initialized().unwrap().pid.unwrap().try_into().unwrap();
            assert_eq!(client.send("hi").await.unwrap().text().await.unwrap(), "done");
            let begin = Instant::now();
            client.close().await.unwrap();
            assert!(begin.elapsed() >= STEP * waits, "it had its time");
            assert!(!exists(pid), "closed means gone");
            client.close().await.unwrap();
        });
    }
}

/// A frozen CLI reads nothing: lines that are still to be written must not delay the close.
#[test]
fn close_ends_a_cli_that_reads_nothing() {
    everywhere(async || {
        let steps = r#"expect user; text "begun"; ignore-term; freeze"#;
        let client = Client::connect(options(steps).deadlines(closing_within(STEP))).await.unwrap();
        let pid = client.initialized().unwrap().pid.unwrap().try_into().unwrap();
        let mut turn = client.send("hi").await.unwrap();
        until(&mut turn, "begun").await;
        // More than pipes and the buffers of the mock can take.
        let mut stuck = client.send("x".repeat(6 << 20)).await.unwrap();
        client.close().await.unwrap();
        assert!(!exists(pid));
        for turn in [&mut turn, &mut stuck] {
            let closed = next(turn).await.unwrap().unwrap_err();
            assert!(matches!(closed, Error::Closed { .. }), "{closed:?}");
            assert!(next(turn).await.is_none());
        }
    });
}

#[test]
fn an_orderly_close_interrupts_the_turn_and_delivers_its_result() {
    everywhere(async || {
        let steps = r#"expect user; text "begun"; sleep 600s; text "late"; result"#;
        let client = Client::connect(options(steps)).await.unwrap();
        let mut turn = client.send("hi").await.unwrap();
        until(&mut turn, "begun").await;
        client.close().await.unwrap();
        // The result of an interrupted turn is a failure.
        assert_eq!(story(&mut turn).await, ["user", "failure"]);
    });
}
