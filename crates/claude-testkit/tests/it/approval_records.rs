//! Stores of approvals: those of this repository keep the contract, and the checks find each store
//! that does not.

use std::pin::Pin;

use claude_sdk::approvals::{
    ApprovalId, ApprovalRecords, MemoryRecords, Record, RecordsError, RecordsFuture, Version,
};
use claude_sdk::types::SessionId;
use claude_testkit::approval_records::{FileRecords, check};
use tempfile::TempDir;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_stores_of_this_repository_keep_the_contract() {
    check(async || MemoryRecords::new()).await.unwrap();
    let folder = TempDir::new().unwrap();
    let number = std::sync::atomic::AtomicUsize::new(0);
    let empty = async || {
        let number = number.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        FileRecords::new(folder.path().join(number.to_string())).unwrap()
    };
    check(empty).await.unwrap();
}

/// What a store does wrong.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    Overwrites,
    IgnoresVersions,
    ForgetsAnswers,
    MixesSessions,
    ChangesNumbers,
    FoldsCase,
    RepeatsVersions,
    MissesChanges,
}

struct Faulty {
    inner: MemoryRecords,
    fault: Fault,
}

impl Faulty {
    async fn store(&self, record: &Record, at: Option<&Version>) -> Result<Version, RecordsError> {
        let mut record = record.clone();
        if self.fault == Fault::FoldsCase {
            record.approval.id = record.approval.id.as_str().to_lowercase().into();
        }
        if self.fault == Fault::ChangesNumbers {
            let json: serde_json::Value =
                serde_json::from_str(record.approval.input.get()).unwrap();
            record.approval.input = json.into();
        }
        let stored = self.inner.get(&record.approval.id).await?.map(|(_, version)| version);
        let at = match self.fault {
            Fault::Overwrites if at.is_none() => stored.as_ref(),
            Fault::IgnoresVersions if at.is_some() => stored.as_ref(),
            _ => at,
        };
        let version = self.inner.put(&record, at).await?;
        Ok(if self.fault == Fault::RepeatsVersions { Version::from(1) } else { version })
    }
}

impl ApprovalRecords for Faulty {
    fn put<'r>(
        &'r self,
        record: &'r Record,
        at: Option<&'r Version>,
    ) -> RecordsFuture<'r, Version> {
        Box::pin(self.store(record, at))
    }

    fn get<'r>(&'r self, id: &'r ApprovalId) -> RecordsFuture<'r, Option<(Record, Version)>> {
        Box::pin(async move {
            let folded = match self.fault {
                Fault::FoldsCase => id.as_str().to_lowercase().into(),
                _ => id.clone(),
            };
            self.inner.get(&folded).await
        })
    }

    fn list<'r>(&'r self, of: Option<&'r SessionId>) -> RecordsFuture<'r, Vec<(Record, Version)>> {
        Box::pin(async move {
            let of = of.filter(|_| self.fault != Fault::MixesSessions);
            let mut all = self.inner.list(of).await?;
            all.retain(|(record, _)| self.fault != Fault::ForgetsAnswers || record.is_open());
            Ok(all)
        })
    }

    fn changed(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        match self.fault {
            Fault::MissesChanges => Box::pin(async { self.inner.changed().await }),
            _ => self.inner.changed(),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn the_checks_find_what_a_store_does_wrong() {
    for (fault, found) in [
        (Fault::Overwrites, "an existing record was replaced"),
        (Fault::IgnoresVersions, "a version that is not the stored one was replaced"),
        (Fault::ForgetsAnswers, "the list lacks a record"),
        (Fault::MixesSessions, "the list has records of another session"),
        (Fault::ChangesNumbers, "the record was changed"),
        (Fault::FoldsCase, "IDs are kept apart"),
        (Fault::RepeatsVersions, "`get` returns another version than `put`"),
        (Fault::MissesChanges, "a change after the call of `changed` was missed"),
    ] {
        let why = check(async || Faulty { inner: MemoryRecords::new(), fault }).await.unwrap_err();
        assert!(why.contains(found), "{why}");
    }
}
