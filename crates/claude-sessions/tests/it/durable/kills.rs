//! Kills: a writer that is killed at any point leaves whole batches, and all that was acknowledged is stored.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::time::{Duration, Instant};

use claude_sessions::ports::Batch;

use super::{KINDS, Kind, child, entry, key, lines};

/// How often the writer of each store is killed, unless the variable says another number.
const KILLS: usize = 20;
const VARIABLE: &str = "CLAUDE_SESSIONS_KILLS";

/// The line at a position. Lines have many lengths, so that writes end anywhere in a block.
fn line(at: u64) -> String {
    format!(
        r#"{{"n":{at},"text":"{}"}}"#,
        "x".repeat(usize::try_from(at * at * 37 % 5000).unwrap())
    )
}

/// The length of the batch that begins at a position.
fn batch_len(at: u64) -> u64 {
    at * 7 % 5 + 1
}

/// Writes batches until it is killed.
pub(super) async fn write(kind: Kind, folder: &Path, from: u64) {
    let store = kind.open(folder).await.unwrap();
    let mut at = from;
    loop {
        let batch = Batch::new((at..at + batch_len(at)).map(|at| entry(&line(at)))).at(at);
        let appended = store.append(&key(), &batch).await.unwrap();
        at += batch_len(at);
        assert_eq!(appended.len, at);
        child::report(&at.to_string());
    }
}

#[tokio::test]
async fn a_killed_writer_leaves_whole_batches() {
    let kills = std::env::var(VARIABLE).map_or(KILLS, |kills| kills.parse().unwrap());
    for &kind in KINDS {
        let folder = tempfile::tempdir().unwrap();
        let mut len = 0;
        for kill in 0..kills {
            let random = uuid::Uuid::new_v4().as_u64_pair();
            // Some 20 appends at most, and then a point in the next one.
            let (acknowledged, delay) = (random.0 % 20 + 1, Duration::from_micros(random.1 % 4000));
            let before = len;
            let acked = kill_after(kind, folder.path(), len, acknowledged, delay);

            let store = kind.open(folder.path()).await.unwrap();
            let stored = lines(&*store, &key()).await;
            len = stored.len() as u64;
            let what = format!("{kind:?}, kill {kill} after {acknowledged} appends and {delay:?}");
            assert!(len >= acked, "{what}: {acked} lines were acknowledged, {len} are there");
            let wrong = (0..).zip(&stored).find(|(at, stored)| **stored != line(*at));
            assert!(wrong.is_none(), "{what}: line {:?} is another one", wrong.map(|(at, _)| at));
            let ends = std::iter::successors(Some(0), |&at| Some(at + batch_len(at)));
            let is_whole = ends.take_while(|&end| end <= len).last() == Some(len);
            assert!(is_whole, "{what}: {len} lines are not the end of a batch");
            assert!(len > before, "{what}: nothing was written");
        }
    }
}

/// Starts a writer, and kills it. Returns how many lines were acknowledged.
fn kill_after(kind: Kind, folder: &Path, from: u64, appends: u64, delay: Duration) -> u64 {
    let mut child = child::start(kind, folder, &format!("kill {from}"));
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut acked = from;
    for _ in 0..appends {
        let report = output.find_map(|line| child::reported(&line.unwrap())?.parse().ok());
        acked = report.expect("the writer goes on until it is killed");
    }
    let begin = Instant::now();
    while begin.elapsed() < delay {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What was acknowledged before the end.
    output.filter_map(|line| child::reported(&line.unwrap())?.parse().ok()).last().unwrap_or(acked)
}
