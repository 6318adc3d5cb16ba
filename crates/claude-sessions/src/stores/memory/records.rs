//! Records in memory.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout_at};

use super::store::MemoryStore;
use crate::ports::{
    Changes, Expect, LARGEST_RECORD, Put, Record, Records, StoreError, StoreFuture,
};
use crate::stores::watching;

/// The records by their keys.
#[derive(Default)]
pub(super) struct Table {
    rows: BTreeMap<String, Row>,
    /// The highest version so far, of all keys.
    version: u64,
}

struct Row {
    value: Bytes,
    version: u64,
    ends: Option<Instant>,
}

impl Table {
    fn get(&self, key: &str) -> Option<Record> {
        let row = self.rows.get(key).filter(|row| row.lives())?;
        Some(Record::new(key, row.value.clone(), row.version))
    }

    fn put(&mut self, key: &str, value: Bytes, expect: Expect, ttl: Option<Duration>) -> Put {
        let current = self.get(key);
        if !expect.holds(current.as_ref().map(|record| record.version)) {
            return Put::Refused { current };
        }
        self.version += 1;
        let ends = ttl.and_then(|ttl| Instant::now().checked_add(ttl));
        let row = Row { value, version: self.version, ends };
        self.rows.insert(key.to_owned(), row);
        Put::Stored { version: self.version }
    }

    fn remove(&mut self, key: &str, expect: Expect) -> bool {
        let Some(current) = self.get(key) else { return false };
        expect.holds(Some(current.version)) && self.rows.remove(key).is_some()
    }

    fn list(&self, prefix: &str, after: Option<&str>, limit: usize) -> Vec<Record> {
        let from = match after {
            Some(after) if after >= prefix => Bound::Excluded(after),
            _ => Bound::Included(prefix),
        };
        let rows = self.rows.range::<str, _>((from, Bound::Unbounded));
        let rows = rows.take_while(|(key, _)| key.starts_with(prefix));
        let living = rows.filter(|(_, row)| row.lives()).take(limit);
        living.map(|(key, row)| Record::new(key, row.value.clone(), row.version)).collect()
    }

    /// Returns when the next record ends.
    fn next_end(&self) -> Option<Instant> {
        self.rows.values().filter(|row| row.lives()).filter_map(|row| row.ends).min()
    }

    /// Removes what has ended, so that it takes no memory. Returns whether something had.
    fn sweep(&mut self) -> bool {
        let before = self.rows.len();
        self.rows.retain(|_, row| row.lives());
        self.rows.len() < before
    }
}

impl Row {
    fn lives(&self) -> bool {
        self.ends.is_none_or(|ends| ends > Instant::now())
    }
}

impl Records for MemoryStore {
    fn get<'a>(&'a self, key: &'a str) -> StoreFuture<'a, Option<Record>> {
        Box::pin(async move { Ok(self.kept().table.get(key)) })
    }

    fn put<'a>(
        &'a self,
        key: &'a str,
        value: Bytes,
        expect: Expect,
        ttl: Option<Duration>,
    ) -> StoreFuture<'a, Put> {
        Box::pin(async move {
            if value.len() > LARGEST_RECORD {
                let size = value.len();
                return Err(StoreError::TooLarge { size, limit: LARGEST_RECORD });
            }
            let put = self.kept().table.put(key, value, expect, ttl);
            self.changed();
            Ok(put)
        })
    }

    fn remove<'a>(&'a self, key: &'a str, expect: Expect) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let removed = self.kept().table.remove(key, expect);
            self.changed();
            Ok(removed)
        })
    }

    fn list<'a>(
        &'a self,
        prefix: &'a str,
        after: Option<&'a str>,
        limit: usize,
    ) -> StoreFuture<'a, Vec<Record>> {
        Box::pin(async move { Ok(self.kept().table.list(prefix, after, limit)) })
    }

    fn watch<'a>(&'a self, prefix: &'a str) -> Changes<'a> {
        // From before the first list on, no change is missed.
        let revision = Arc::new(Mutex::new(self.shared.revision.subscribe()));
        watching::watch(self, prefix, move || {
            let revision = Arc::clone(&revision);
            async move {
                let end = {
                    let table = &mut self.kept().table;
                    if table.sweep() {
                        // It ended after the last list.
                        return;
                    }
                    table.next_end()
                };
                let mut revision = revision.lock().await;
                match end {
                    Some(end) => drop(timeout_at(end, revision.changed()).await),
                    None => drop(revision.changed().await),
                }
            }
        })
    }
}
