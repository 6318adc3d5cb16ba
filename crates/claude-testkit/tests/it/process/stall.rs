//! Stalls: a silent CLI is reported, and ended only if the policy requests it.

use std::time::{Duration, Instant};

use claude_sdk::status::{Recovery, StallPolicy};
use claude_sdk::{Client, Error, State};

use super::stage::{HANG, closing_within, everywhere, exists, options};

const STEP: Duration = Duration::from_millis(200);

fn policy() -> StallPolicy {
    StallPolicy::default().model(STEP).grace(STEP)
}

#[test]
fn a_cli_that_ignores_everything_is_ended_within_deadline_and_grace() {
    everywhere(async || {
        let options = options("expect user; ignore-term; freeze")
            .on_stall(policy().recovery(Recovery::End))
            .deadlines(closing_within(STEP));
        let client = Client::connect(options).await.unwrap();
        let pid = client.initialized().unwrap().pid.unwrap().try_into().unwrap();
        let (begin, mut stalls) = (Instant::now(), client.stalls());
        let error = client.send("hi").await.unwrap().result().await.unwrap_err();
        let Error::Timeout { waiting_for, .. } = error else { panic!("{error:?}") };
        assert_eq!(waiting_for, "output of the CLI");
        // The silence, the grace period of the interrupt, and that of SIGTERM.
        assert!(begin.elapsed() >= STEP * 3, "it had its time");
        assert!(begin.elapsed() < HANG / 2);
        assert!(!exists(pid), "ended means gone");
        assert_eq!(stalls.next().await.unwrap().recovery, Recovery::End);
        assert!(stalls.next().await.is_none());
    });
}

#[test]
fn by_default_a_silent_cli_is_reported_and_not_ended() {
    everywhere(async || {
        let steps = r#"expect user; hang"#;
        let client = Client::connect(options(steps).on_stall(policy())).await.unwrap();
        let pid = client.initialized().unwrap().pid.unwrap().try_into().unwrap();
        let mut stalls = client.stalls();
        let turn = client.send("hi").await.unwrap();
        let stalled = stalls.next().await.unwrap();
        assert_eq!(stalled.recovery, Recovery::Report);
        assert!(matches!(stalled.state, State::Model { .. }));
        assert!(exists(pid));
        // The CLI still accepts an interrupt.
        client.interrupt().await.unwrap();
        assert!(turn.result().await.unwrap().is_failure());
        client.idle().await.unwrap();
        client.close().await.unwrap();
    });
}
