//! Waiting: another process holds the locks and does not go on.

use std::fs::{File, OpenOptions};
use std::time::Duration;

use claude_sessions::ports::{Expect, Records, SessionStore, StoreError};
use tokio::time::advance;

use super::{batch, count, key, open};

/// More than a call waits.
const LATE: Duration = Duration::from_secs(31);

#[tokio::test(start_paused = true)]
async fn a_call_does_not_wait_forever_for_another_process() {
    let place = tempfile::tempdir().unwrap();
    let store = open(place.path()).await;
    store.append(&key(), &batch(0..2)).await.unwrap();
    let locks = place.path().join(".locks");
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    let held: Vec<File> = (0..=64)
        .map(|number| {
            let file = options.open(locks.join(format!("{number:02}"))).unwrap();
            file.lock().unwrap();
            file
        })
        .collect();
    let (key, more) = (key(), batch(2..3).at(2));
    // The first leaves a thread that waits, the second finds it.
    for _ in 0..2 {
        let (append, ()) = tokio::join!(store.append(&key, &more), advance(LATE));
        assert!(matches!(append, Err(StoreError::TimedOut { .. })), "{append:?}");
        let (load, ()) = tokio::join!(store.load(&key, 0), advance(LATE));
        assert!(matches!(load.err(), Some(StoreError::TimedOut { .. })));
        let (put, ()) = tokio::join!(store.put("a", "x".into(), Expect::Any, None), advance(LATE));
        assert!(matches!(put, Err(StoreError::TimedOut { .. })), "{put:?}");
    }
    drop(held);
    assert_eq!(store.append(&key, &more).await.unwrap().len, 3);
    assert_eq!(count(&store, &key).await, Some(3));
    assert!(store.list("", None, 9).await.unwrap().is_empty(), "a put that was late has written");
}
