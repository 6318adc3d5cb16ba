//! Constant memory: a long conversation needs the same memory as a short one. One session has a
//! million messages in ten thousand turns. All state of a prompt or a turn must be freed when it
//! ends.
//!
//! The measurement runs in its own process, as in `memory.rs`.

use std::time::Duration;

use claude_sdk::{Client, Message};
use tokio::time::timeout;

use super::memory::kib;
use super::stage::{current_thread, multi_thread, options};

/// Names the measurement of the child. Without it, the test of the child does nothing.
const TASK: &str = "CLAUDE_TESTKIT_FLAT_TASK";
/// Names the file for the result.
const REPORT: &str = "CLAUDE_TESTKIT_FLAT_REPORT";

/// The number of turns before the first reading: ten thousand messages.
const EARLY: usize = 100;
const TURNS: usize = 10_000;
/// A turn has at least this number of messages.
const MESSAGES: usize = 100;
const STEPS: &str = "expect user; flood 98 240 mixed; result; loop";

/// The allowed growth, in KiB.
const ALLOWED: u64 = 2 << 10;
/// Longer than the test takes on a busy machine.
const HANG: Duration = Duration::from_secs(600);

#[test]
fn a_million_messages_take_the_same_memory_as_ten_thousand() {
    for threads in ["one", "many"] {
        let report = tempfile::NamedTempFile::new().unwrap();
        #[expect(clippy::disallowed_methods, reason = "this process itself, measured on its own")]
        let output = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "process::constant_memory::child", "--nocapture"])
            .env(TASK, threads)
            .env(REPORT, report.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{threads}: {said}");
        let text = std::fs::read_to_string(report.path()).unwrap();
        let figures: Vec<u64> = text.split(' ').map(|figure| figure.parse().unwrap()).collect();
        let [early, late] = figures[..] else { panic!("{threads}: no figures in {text:?}") };
        assert!(late <= early + ALLOWED, "{threads}: from {early} to {late} KiB");
    }
}

/// Runs the measurement in its own process, and writes the figures to the file.
#[test]
fn child() {
    let (Ok(threads), Ok(report)) = (std::env::var(TASK), std::env::var(REPORT)) else { return };
    let runtime = if threads == "one" { current_thread() } else { multi_thread() };
    let work = async { timeout(HANG, converse()).await.expect("it hangs") };
    let (early, late) = runtime.block_on(work);
    std::fs::write(report, format!("{early} {late}")).unwrap();
}

/// Runs the conversation. Returns the memory at the early reading and at the end.
async fn converse() -> (u64, u64) {
    let client = Client::connect(options(STEPS)).await.unwrap();
    let mut early = 0;
    for number in 1..=TURNS {
        let mut turn = client.send("go").await.unwrap();
        // Most turns are not read: that is a separate path, and reading all of them takes long.
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
