//! Memory: the growth of a process that reads a flood. Each measurement runs in its own process,
//! because the other tests of this binary allocate, too: the binary is started again, with the one
//! test that measures.

use std::io::Write as _;

use claude_sdk::{Message, query};

use super::stage::{bounded, current_thread, echo, multi_thread};

/// Names the measurement of the child. Without it, the test of the child does nothing.
const TASK: &str = "CLAUDE_TESTKIT_MEMORY_TASK";
/// Names the file for the result.
const REPORT: &str = "CLAUDE_TESTKIT_MEMORY_REPORT";

/// The allowed growth, in KiB.
const ALLOWED: u64 = 16 << 10;

/// A flood of 105 MB, of which some hundred messages are kept. If a kept message held the block of
/// lines in which it arrived, they would hold 20 MB or more.
const KEPT: (&str, usize) = ("300000 350 mixed", 1000);
const READ: (&str, usize) = ("200000 300 mixed", usize::MAX);

#[test]
fn a_kept_message_keeps_no_other_memory() {
    for threads in ["one", "many"] {
        assert_bounded(&format!("keep {threads}"));
    }
}

#[test]
fn a_reader_stays_below_its_memory_limit() {
    for threads in ["one", "many"] {
        assert_bounded(&format!("read {threads}"));
    }
}

/// The length of a long line.
const LINE: usize = 16 << 20;

#[test]
fn a_line_takes_no_more_than_four_times_itself_and_a_fixed_amount() {
    for part in ["0,", "{},", r#"{"type":"text","text":""},"#, r#"{"type":"new"},"#] {
        let growth = growth(&format!("line {part}"));
        assert!(growth <= ((4 * LINE as u64) >> 10) + (64 << 10), "{part}: grew by {growth} KiB");
    }
}

/// Decodes a line of one repeated part, and returns how much the process has grown before it is
/// dropped.
fn decode(part: &str) -> u64 {
    let head = r#"{"type":"user","message":{"role":"user","content":["#;
    let before = kib("VmRSS:");
    let line = format!("{head}{}0]}}}}", part.repeat(LINE / part.len()));
    let message = Message::decode(line.as_bytes());
    let growth = kib("VmHWM:") - before;
    assert!(matches!(message, Message::Undecoded(_)), "{part} is kept as a whole");
    growth
}

fn assert_bounded(task: &str) {
    let growth = growth(task);
    assert!(growth <= ALLOWED, "{task}: grew by {growth} KiB");
}

/// Runs a measurement in a process of its own, and returns its growth in KiB.
fn growth(task: &str) -> u64 {
    let report = tempfile::NamedTempFile::new().unwrap();
    #[expect(clippy::disallowed_methods, reason = "this process itself, measured on its own")]
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "process::memory::child", "--nocapture"])
        .env(TASK, task)
        .env(REPORT, report.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{task}: {said}");
    let growth = std::fs::read_to_string(report.path()).unwrap();
    growth.parse().unwrap_or_else(|_| panic!("{task}: no figure in {growth:?}"))
}

/// Runs one of the measurements above in its own process, and writes the growth to the file.
#[test]
fn child() {
    let (Ok(task), Ok(report)) = (std::env::var(TASK), std::env::var(REPORT)) else { return };
    if let Some(part) = task.strip_prefix("line ") {
        return std::fs::write(report, decode(part).to_string()).unwrap();
    }
    let (what, threads) = task.split_once(' ').unwrap();
    let (flood, every) = if what == "keep" { KEPT } else { READ };
    let runtime = if threads == "one" { current_thread() } else { multi_thread() };
    let before = kib("VmRSS:");
    let (seen, kept) = runtime.block_on(bounded(read(flood, every)));
    let growth = kib("VmHWM:") - before;
    let count: usize = flood.split(' ').next().unwrap().parse().unwrap();
    assert!(seen > count, "{seen} of {count} messages came");
    assert_eq!(kept.len(), seen / every);
    // A kept message is complete: it encodes to the line that was read.
    for message in kept {
        assert!(serde_json::to_string(&message).unwrap().len() > 200);
    }
    let mut report = std::fs::File::create(report).unwrap();
    write!(report, "{growth}").unwrap();
}

/// Reads a flood to its end. Returns the number of messages, and every `every`-th of them.
async fn read(flood: &str, every: usize) -> (usize, Vec<Message>) {
    let mut run = query("go", echo().env("MOCK_CLAUDE_FLOOD", flood)).await.unwrap();
    let (mut seen, mut kept) = (0, Vec::new());
    while let Some(message) = run.next().await {
        let message = message.unwrap();
        assert!(!matches!(message, Message::Lagged(_)), "a reader loses nothing");
        seen += 1;
        if seen % every == 0 {
            kept.push(message);
        }
    }
    (seen, kept)
}

/// A figure of this process.
pub(super) fn kib(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
