//! Each store passes the checks of its ports.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use claude_sessions::conformance::Suite;
use claude_sessions::ports::{Entry, SessionKey, StoreFuture};
use claude_sessions::stores::{FileStore, MemoryStore, Plain, PlainStore};

#[tokio::test(flavor = "multi_thread")]
async fn memory_conforms() {
    let make = || async { MemoryStore::new() };
    for (suite, checks) in
        [(Suite::store(make), 34), (Suite::records(make), 13), (Suite::journal(make), 10)]
    {
        let report = suite.run().await;
        report.assert_passed();
        assert_eq!((report.passed(), report.skipped().count()), (checks, 0), "{report}");
    }
}

/// Folders that stay until the checks are done.
#[derive(Default)]
struct Folders(Mutex<Vec<tempfile::TempDir>>);

impl Folders {
    fn make(&self) -> PathBuf {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        self.0.lock().unwrap().push(folder);
        path
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_conform() {
    let folders = Arc::new(Folders::default());
    let make = move || {
        let path = folders.make();
        async move { FileStore::open(path).await.unwrap() }
    };
    for (suite, checks) in [
        (Suite::store(make.clone()), 34),
        (Suite::records(make.clone()), 13),
        (Suite::journal(make), 10),
    ] {
        let report = suite.run().await;
        report.assert_passed();
        assert_eq!((report.passed(), report.skipped().count()), (checks, 0), "{report}");
    }
}

#[cfg(feature = "sqlite")]
#[tokio::test(flavor = "multi_thread")]
async fn sqlite_conforms() {
    use claude_sessions::stores::SqliteStore;

    let folders = Arc::new(Folders::default());
    let make = move || {
        let path = folders.make().with_extension("db");
        async move { SqliteStore::open(path).await.unwrap() }
    };
    for (suite, checks) in [
        (Suite::store(make.clone()), 34),
        (Suite::records(make.clone()), 13),
        (Suite::journal(make), 10),
    ] {
        let report = suite.run().await;
        report.assert_passed();
        assert_eq!((report.passed(), report.skipped().count()), (checks, 0), "{report}");
    }
}

/// A store as a user of the official SDKs has it: two methods.
#[derive(Default)]
struct TwoMethods(Mutex<BTreeMap<SessionKey, Vec<Entry>>>);

impl PlainStore for TwoMethods {
    fn append<'a>(&'a self, key: &'a SessionKey, entries: &'a [Entry]) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let mut logs = self.0.lock().unwrap();
            logs.entry(key.clone()).or_default().extend_from_slice(entries);
            Ok(())
        })
    }

    fn load<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<Vec<Entry>>> {
        Box::pin(async move { Ok(self.0.lock().unwrap().get(key).cloned()) })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_with_two_methods_conforms_as_far_as_it_goes() {
    let report = Suite::store(|| async { Plain::new(TwoMethods::default()) }).run().await;
    report.assert_passed();
    let mut skipped: Vec<_> = report.skipped().map(|(_, what)| what).collect();
    skipped.dedup();
    assert_eq!(
        skipped,
        [
            "listing",
            "deleting",
            "listing of subkeys",
            "summaries",
            "fences",
            "equal bytes",
            "positions of several writers"
        ]
    );
}
