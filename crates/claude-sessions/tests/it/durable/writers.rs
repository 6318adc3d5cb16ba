//! Writers: two processes append to one log.

use std::io::Read as _;
use std::path::Path;

use claude_sessions::ports::{Batch, StoreError};

use super::{KINDS, Kind, child, entry, key, lines};

/// How many entries each process appends, unless the variable says another number.
const EACH: usize = 200;
const VARIABLE: &str = "CLAUDE_SESSIONS_APPENDS";

fn line(who: &str, number: usize) -> String {
    format!(r#"{{"by":"{who}","n":{number}}}"#)
}

/// Appends entries one by one: each at the end, or each at the first position that is free.
pub(super) async fn write(kind: Kind, folder: &Path, who: &str, count: usize, placed: bool) {
    let store = kind.open(folder).await.unwrap();
    let (mut at, mut conflicts) = (0, 0);
    for number in 0..count {
        let batch = Batch::new([entry(&line(who, number))]);
        if !placed {
            store.append(&key(), &batch).await.unwrap();
            continue;
        }
        loop {
            let appended = store.append(&key(), &batch.clone().at(at)).await;
            at += 1;
            match appended {
                Ok(appended) => break assert_eq!(appended.skipped, 0),
                Err(StoreError::Conflict { .. }) => conflicts += 1,
                Err(other) => panic!("{other}"),
            }
        }
    }
    child::report(&format!("done {conflicts}"));
}

#[tokio::test]
async fn two_processes_lose_and_double_nothing() {
    let each = std::env::var(VARIABLE).map_or(EACH, |each| each.parse().unwrap());
    for &kind in KINDS {
        for placed in ["placed", "unplaced"] {
            let folder = tempfile::tempdir().unwrap();
            let task = |who| format!("write {who} {each} {placed}");
            let writers = ["one", "two"].map(|who| child::start(kind, folder.path(), &task(who)));
            for mut writer in writers {
                let mut output = String::new();
                writer.stdout.take().unwrap().read_to_string(&mut output).unwrap();
                assert!(writer.wait().unwrap().success(), "{kind:?} {placed}: {output}");
                assert!(output.lines().any(|line| child::reported(line).is_some()), "{output}");
            }
            let store = kind.open(folder.path()).await.unwrap();
            let stored = lines(&*store, &key()).await;
            assert_eq!(stored.len(), 2 * each, "{kind:?} {placed}");
            for who in ["one", "two"] {
                let own = stored.iter().filter(|line| line.contains(who));
                let expected = (0..each).map(|number| line(who, number));
                assert!(own.cloned().eq(expected), "{kind:?} {placed}: the order of {who}");
            }
        }
    }
}
