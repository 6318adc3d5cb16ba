//! The checks can fail: each wrong store is caught by the check that names its fault.

use claude_sessions::conformance::Suite;
use claude_sessions::ports::{
    Appended, Batch, Capabilities, Entries, Entry, SessionKey, SessionStore, StoreError,
    StoreFuture, StoredSession, StoredSummary,
};
use claude_sessions::stores::MemoryStore;
use futures_util::{TryStreamExt, stream};

/// How a store is wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    ReversesBatches,
    DoublesOnRetry,
    SharesProjects,
    ForgetsSubpathsOnDelete,
    ChangesBytes,
    IgnoresPositions,
    IgnoresFences,
    LosesSummaries,
    KeepsHalfOfARefusedBatch,
    LoadsTheWholeLog,
}

struct Wrong {
    inner: MemoryStore,
    fault: Fault,
}

impl Wrong {
    fn key(&self, key: &SessionKey) -> SessionKey {
        if self.fault != Fault::SharesProjects {
            return key.clone();
        }
        let main = SessionKey::new("-shared", key.session().clone()).unwrap();
        match key.subpath() {
            Some(path) => main.with_subpath(path).unwrap(),
            None => main,
        }
    }

    fn batch(&self, batch: &Batch) -> Batch {
        let mut batch = batch.clone();
        match self.fault {
            Fault::ReversesBatches => batch.entries.reverse(),
            Fault::DoublesOnRetry => {
                batch.at = None;
                let fresh = |entry: &Entry| {
                    let text = entry.as_str().replace(r#""uuid""#, r#""id""#);
                    Entry::new(text).unwrap()
                };
                batch.entries = batch.entries.iter().map(fresh).collect();
            }
            Fault::ChangesBytes => {
                let stored =
                    |entry: &Entry| match serde_json::from_str::<serde_json::Value>(entry.as_str())
                    {
                        Ok(value) => Entry::new(value.to_string()).unwrap(),
                        Err(_) => entry.clone(),
                    };
                batch.entries = batch.entries.iter().map(stored).collect();
            }
            Fault::IgnoresPositions => batch.at = None,
            Fault::IgnoresFences => batch.fence = None,
            _ => {}
        }
        batch
    }
}

impl SessionStore for Wrong {
    fn append<'a>(&'a self, key: &'a SessionKey, batch: &'a Batch) -> StoreFuture<'a, Appended> {
        Box::pin(async move {
            let (key, batch) = (self.key(key), self.batch(batch));
            let appended = self.inner.append(&key, &batch).await;
            if self.fault == Fault::KeepsHalfOfARefusedBatch
                && let Err(StoreError::Conflict { .. }) = appended
            {
                let last = batch.entries.last().cloned();
                self.inner.append(&key, &Batch::new(last)).await?;
            }
            appended
        })
    }

    fn load<'a>(&'a self, key: &'a SessionKey, from: u64) -> StoreFuture<'a, Option<Entries<'a>>> {
        Box::pin(async move {
            let from = if self.fault == Fault::LoadsTheWholeLog { 0 } else { from };
            let key = self.key(key);
            let Some(entries) = self.inner.load(&key, from).await? else { return Ok(None) };
            let entries: Vec<_> = entries.map_ok(Ok).try_collect::<Vec<_>>().await?;
            Ok(Some(Box::pin(stream::iter(entries)) as Entries<'a>))
        })
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities::ALL
    }

    fn list_sessions<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSession>> {
        let shared = self.fault == Fault::SharesProjects;
        self.inner.list_sessions(if shared { "-shared" } else { project })
    }

    fn list_summaries<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSummary>> {
        Box::pin(async move {
            let shared = self.fault == Fault::SharesProjects;
            let mut all =
                self.inner.list_summaries(if shared { "-shared" } else { project }).await?;
            if self.fault == Fault::LosesSummaries {
                all.iter_mut().for_each(|listed| listed.summary = Default::default());
            }
            Ok(all)
        })
    }

    fn delete<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let key = self.key(key);
            let paths = self.inner.list_subkeys(&key).await?;
            let mut kept = Vec::new();
            for path in paths {
                let agent = key.main().with_subpath(path).unwrap();
                if let Some(entries) = self.inner.load(&agent, 0).await? {
                    kept.push((agent.clone(), entries.try_collect::<Vec<_>>().await?));
                }
            }
            self.inner.delete(&key).await?;
            if self.fault == Fault::ForgetsSubpathsOnDelete && key.subpath().is_none() {
                for (agent, entries) in kept {
                    self.inner.append(&agent, &Batch::new(entries)).await?;
                }
            }
            Ok(())
        })
    }

    fn list_subkeys<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Vec<String>> {
        Box::pin(async move { self.inner.list_subkeys(&self.key(key)).await })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_wrong_store_is_caught_by_the_check_that_names_its_fault() {
    let faults = [
        (Fault::ReversesBatches, "entries_come_back_in_their_order"),
        (Fault::DoublesOnRetry, "a_known_uuid_is_skipped"),
        (Fault::SharesProjects, "projects_are_apart"),
        (Fault::ForgetsSubpathsOnDelete, "deleting_a_session_deletes_all_of_it"),
        (Fault::ChangesBytes, "bytes_come_back"),
        (Fault::IgnoresPositions, "a_repeated_batch_is_skipped"),
        (Fault::IgnoresFences, "an_older_epoch_is_refused"),
        (Fault::LosesSummaries, "summaries_are_those_of_the_main_log"),
        (Fault::KeepsHalfOfARefusedBatch, "another_entry_at_a_position_is_refused"),
        (Fault::LoadsTheWholeLog, "many_entries_come_back"),
    ];
    for (fault, check) in faults {
        let make = move || async move { Wrong { inner: MemoryStore::new(), fault } };
        let report = Suite::store(make).run().await;
        let failed: Vec<_> = report.failed().map(|(name, _)| name).collect();
        assert!(failed.contains(&check), "{fault:?} was not caught by {check}:\n{report}");
    }
}
