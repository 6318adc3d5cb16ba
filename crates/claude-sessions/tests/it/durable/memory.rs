//! Memory: a long log is read in little memory, while another task appends to it.

use std::path::Path;

use claude_sessions::ports::{Batch, Entry};
use futures_util::TryStreamExt;

use super::{Kind, child, key};

/// The entries of a batch.
const BATCH: u64 = 500;

fn batch(at: u64) -> Batch {
    let text = "x".repeat(1000);
    let line = |at| Entry::new(format!(r#"{{"n":{at},"text":"{text}"}}"#)).unwrap();
    Batch::new((at..at + BATCH).map(line)).at(at)
}

/// Writes a log of some megabytes, reads it while more is appended, and reports the growth in KiB.
pub(super) async fn load(kind: Kind, folder: &Path, megabytes: u64) {
    let store = kind.open(folder).await.unwrap();
    let len = megabytes * 1000;
    for at in (0..len).step_by(usize::try_from(BATCH).unwrap()) {
        store.append(&key(), &batch(at)).await.unwrap();
    }
    drop(store);
    let store = kind.open(folder).await.unwrap();
    let before = kib("VmRSS:");
    let key = key();
    let mut entries = store.load(&key, 0).await.unwrap().unwrap();
    let (mut read, mut at) = (0, len);
    while let Some(entry) = entries.try_next().await.unwrap() {
        assert!(entry.as_str().starts_with(&format!(r#"{{"n":{read},"#)), "at {read}");
        read += 1;
        if read % 10_000 == 0 {
            store.append(&key, &batch(at)).await.unwrap();
            at += BATCH;
        }
    }
    assert_eq!(read, len, "the log of another moment");
    child::report(&kib("VmHWM:").saturating_sub(before).to_string());
}

/// A figure of this process; 0 where it is not known.
fn kib(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("0");
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_long_log_is_read_in_little_memory() {
    /// The allowed growth, in KiB.
    const ALLOWED: u64 = 24 << 10;
    for &kind in super::KINDS {
        let folder = tempfile::tempdir().unwrap();
        let child = child::start(kind, folder.path(), "load 100");
        let output = child.wait_with_output().unwrap();
        let output = String::from_utf8_lossy(&output.stdout);
        let growth = output
            .lines()
            .filter_map(|line| child::reported(line)?.parse::<u64>().ok())
            .next_back();
        let growth = growth.unwrap_or_else(|| panic!("{kind:?}: {output}"));
        assert!(growth <= ALLOWED, "{kind:?}: grew by {growth} KiB");
    }
}
