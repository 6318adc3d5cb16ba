//! Tests of leases, with time that is paused.

use std::sync::Arc;

use bytes::Bytes;
use tokio::task::JoinSet;
use tokio::time::{Instant, advance, sleep};

use super::Lease;
use super::held::{LASTS, RENEWED_AFTER};
use crate::ports::{Expect, Records};
use crate::stores::MemoryStore;

async fn acquire(records: &Arc<MemoryStore>) -> Option<Lease> {
    Lease::acquire(records.clone(), "s").await.unwrap().ok()
}

#[tokio::test(start_paused = true)]
async fn of_many_one_gets_it_and_epochs_grow() {
    let records = Arc::new(MemoryStore::new());
    let mut tasks = JoinSet::new();
    for _ in 0..20 {
        let records = records.clone();
        tasks.spawn(async move { acquire(&records).await });
    }
    let mut held: Vec<_> = tasks.join_all().await.into_iter().flatten().collect();
    assert_eq!(held.len(), 1);
    let first = held.remove(0);
    let epoch = first.epoch();
    first.release().await;
    assert!(acquire(&records).await.unwrap().epoch() > epoch);
}

#[tokio::test(start_paused = true)]
async fn a_lease_is_renewed_as_long_as_it_is_kept() {
    let records = Arc::new(MemoryStore::new());
    let lease = acquire(&records).await.unwrap();
    for _ in 0..100 {
        sleep(LASTS / 3).await;
        assert!(acquire(&records).await.is_none());
    }
    assert!(!lease.is_lost());
    drop(lease);
    sleep(LASTS + LASTS / 30).await;
    assert!(acquire(&records).await.is_some());
}

// sessions SB-43
#[tokio::test(start_paused = true)]
async fn a_holder_that_was_stopped_learns_that_it_has_lost_it() {
    let records = Arc::new(MemoryStore::new());
    let stopped = acquire(&records).await.unwrap();
    // All of the process was stopped, so nothing was renewed, and another one has it.
    advance(LASTS + LASTS / 3).await;
    let next = acquire(&records).await;
    if let Some(next) = &next {
        assert!(next.epoch() > stopped.epoch());
        stopped.lost().await;
    } else {
        // The renewal came first, and made a lease of a record that had ended: that must not be.
        panic!("a lease that has ended was renewed");
    }
    assert!(stopped.is_lost() && !next.unwrap().is_lost());
}

#[tokio::test(start_paused = true)]
async fn a_lease_that_somebody_else_has_taken_is_lost() {
    let records = Arc::new(MemoryStore::new());
    let lease = acquire(&records).await.unwrap();
    records.put("lease/s", Bytes::from_static(b"{}"), Expect::Any, None).await.unwrap();
    let begun = Instant::now();
    lease.lost().await;
    assert!(begun.elapsed() <= RENEWED_AFTER);
    lease.release().await;
    // What is not its own is not removed.
    assert!(records.get("lease/s").await.unwrap().is_some());
}

#[cfg(target_os = "linux")]
#[tokio::test(start_paused = true)]
async fn a_lease_of_a_process_that_was_killed_here_is_taken_at_once() {
    let records = Arc::new(MemoryStore::new());
    let lease = acquire(&records).await.unwrap();
    let record = records.get("lease/s").await.unwrap().unwrap();
    let mut content: serde_json::Value = serde_json::from_slice(&record.value).unwrap();
    content["process"]["pid"] = u32::MAX.into();
    let killed = Bytes::from(content.to_string());
    records.put("lease/s", killed, Expect::Any, None).await.unwrap();
    let next = acquire(&records).await.unwrap();
    assert!(next.epoch() > lease.epoch());
}
