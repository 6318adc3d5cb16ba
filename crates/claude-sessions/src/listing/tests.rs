//! Tests of lists of a store.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::rows::list;
use crate::ports::{
    Appended, Batch, Capabilities, Entries, Entry, SessionKey, SessionStore, StoreError,
    StoreFuture, StoredSession, StoredSummary,
};
use crate::stores::MemoryStore;

/// A store that counts loads, and may keep no summaries, old ones, or a log that cannot be read.
#[derive(Default)]
struct Counting {
    inner: MemoryStore,
    loads: AtomicUsize,
    has_summaries: bool,
    are_old: bool,
    broken: Option<&'static str>,
}

const IDS: [&str; 4] = [
    "00000000-0000-4000-8000-000000000001",
    "00000000-0000-4000-8000-000000000002",
    "00000000-0000-4000-8000-000000000003",
    "00000000-0000-4000-8000-000000000004",
];

impl SessionStore for Counting {
    fn append<'a>(&'a self, key: &'a SessionKey, batch: &'a Batch) -> StoreFuture<'a, Appended> {
        self.inner.append(key, batch)
    }

    fn load<'a>(&'a self, key: &'a SessionKey, from: u64) -> StoreFuture<'a, Option<Entries<'a>>> {
        self.loads.fetch_add(1, Ordering::Relaxed);
        if self.broken == Some(key.session().as_str()) {
            return Box::pin(async { Err(StoreError::Corrupt { at: 0 }) });
        }
        self.inner.load(key, from)
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities { summaries: self.has_summaries, ..Capabilities::ALL }
    }

    fn list_sessions<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSession>> {
        self.inner.list_sessions(project)
    }

    fn list_summaries<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSummary>> {
        Box::pin(async move {
            let mut listed = self.inner.list_summaries(project).await?;
            if self.are_old {
                let old = std::time::UNIX_EPOCH;
                listed.iter_mut().for_each(|listed| listed.session.modified = old);
            }
            Ok(listed)
        })
    }
}

/// Four sessions: the second is a side conversation.
async fn filled(store: Counting) -> Counting {
    for (number, id) in IDS.iter().enumerate() {
        let sidechain = number == 1;
        let line =
            format!(r#"{{"type":"custom-title","customTitle":"{id}","isSidechain":{sidechain}}}"#);
        let key = SessionKey::new("-p", *id).unwrap();
        store.append(&key, &Batch::new([Entry::new(line).unwrap()])).await.unwrap();
    }
    store
}

async fn ids(store: &Counting, offset: usize, limit: usize) -> Vec<String> {
    let rows = list(store, "-p", offset, limit).await.unwrap();
    rows.into_iter().map(|row| row.session.to_string()).collect()
}

#[tokio::test]
async fn a_list_is_newest_first_and_paged_after_filtering() {
    for has_summaries in [true, false] {
        let store = filled(Counting { has_summaries, ..Counting::default() }).await;
        assert_eq!(ids(&store, 0, 10).await, [IDS[3], IDS[2], IDS[0]]);
        assert_eq!(ids(&store, 1, 1).await, [IDS[2]]);
        assert_eq!(ids(&store, 2, 5).await, [IDS[0]]);
        assert_eq!(ids(&store, 3, 5).await, [""; 0]);
        assert_eq!(list(&store, "-other", 0, 5).await.unwrap(), []);
    }
}

#[tokio::test]
async fn no_log_is_read_if_its_summary_is_there_and_new() {
    let store = filled(Counting { has_summaries: true, ..Counting::default() }).await;
    ids(&store, 0, 10).await;
    assert_eq!(store.loads.load(Ordering::Relaxed), 0);
    let store =
        filled(Counting { has_summaries: true, are_old: true, ..Counting::default() }).await;
    assert_eq!(ids(&store, 0, 1).await, [IDS[3]]);
    assert_eq!(store.loads.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn one_log_that_cannot_be_read_is_a_row_without_summary() {
    let store = filled(Counting { broken: Some(IDS[2]), ..Counting::default() }).await;
    let rows = list(&store, "-p", 0, 10).await.unwrap();
    assert_eq!(rows.len(), 3);
    assert!(rows[0].summary.is_some() && rows[1].summary.is_none());
}
