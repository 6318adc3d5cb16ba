//! A long conversation needs no more memory than a short one: a million messages in ten thousand
//! turns of one session. What is kept for a prompt or a turn must be gone when it is over.
//!
//! It runs in a process of its own, as in `memory.rs`.

use std::time::Duration;

use claude_sdk::{Client, Message};
use tokio::time::timeout;

use super::memory::kib;
use super::stage::{current_thread, multi_thread, options};

/// Names what the child is to measure; without it, the child's test has nothing to do.
const TASK: &str = "CLAUDE_TESTKIT_FLAT_TASK";
/// Names the file for the result.
const REPORT: &str = "CLAUDE_TESTKIT_FLAT_REPORT";

/// The turns after which the memory is read first: ten thousand messages.
const EARLY: usize = 100;
const TURNS: usize = 10_000;
/// At least this many messages belong to a turn.
const MESSAGES: usize = 100;
const STEPS: &str = "expect user; flood 98 240 mixed; result; loop";

/// The growth that is allowed, in KiB.
const ALLOWED: u64 = 2 << 10;
/// Longer than it takes on a busy machine.
const HANG: Duration = Duration::from_secs(600);

#[test]
fn a_million_messages_take_no_more_memory_than_ten_thousand() {
    for threads in ["one", "many"] {
        let report = tempfile::NamedTempFile::new().unwrap();
        #[expect(clippy::disallowed_methods, reason = "this process itself, measured on its own")]
        let output = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "process::flat::child", "--nocapture"])
            .env(TASK, threads)
            .env(REPORT, report.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{threads}: {said}");
        let told = std::fs::read_to_string(report.path()).unwrap();
        let figures: Vec<u64> = told.split(' ').map(|figure| figure.parse().unwrap()).collect();
        let [early, late] = figures[..] else { panic!("{threads}: no figures in {told:?}") };
        assert!(late <= early + ALLOWED, "{threads}: from {early} to {late} KiB");
    }
}

/// Does the work in a process of its own, and writes down how much memory it had.
#[test]
fn child() {
    let (Ok(threads), Ok(report)) = (std::env::var(TASK), std::env::var(REPORT)) else { return };
    let runtime = if threads == "one" { current_thread() } else { multi_thread() };
    let work = async { timeout(HANG, converse()).await.expect("it hangs") };
    let (early, late) = runtime.block_on(work);
    std::fs::write(report, format!("{early} {late}")).unwrap();
}

/// Holds the conversation; returns the memory early on and at its end.
async fn converse() -> (u64, u64) {
    let client = Client::connect(options(STEPS)).await.unwrap();
    let mut early = 0;
    for number in 1..=TURNS {
        let mut turn = client.send("go").await.unwrap();
        // Most turns are not read: that is a path of its own, and reading all takes long.
        if number % 10 == 0 {
            let mut seen = 0;
            while let Some(message) = turn.next().await {
                let message = message.unwrap();
                assert!(!matches!(message, Message::Lagged(_)), "a reader loses nothing");
                seen += 1;
            }
            assert!(seen >= MESSAGES, "{seen} messages in a turn");
        } else {
            turn.result().await.unwrap();
        }
        if number == EARLY {
            early = kib("VmRSS:");
        }
    }
    assert_eq!(client.ledger().turn_count, TURNS as u64);
    let late = kib("VmRSS:");
    client.close().await.unwrap();
    (early, late)
}
