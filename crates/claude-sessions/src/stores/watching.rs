//! Watching: the changes of records, found by comparing lists.

use std::collections::{BTreeMap, VecDeque};

use futures_util::stream;

use crate::ports::{Change, Changes, Record, Records, StoreError};

/// How many records are listed at once.
const PAGE: usize = 256;

/// Watches the records with a prefix. `wait` returns when something may have changed.
pub(crate) fn watch<'a, R, W, F>(records: &'a R, prefix: &'a str, wait: W) -> Changes<'a>
where
    R: Records + ?Sized,
    W: Fn() -> F + Send + 'a,
    F: Future<Output = ()> + Send + 'a,
{
    let state = Watched { known: BTreeMap::new(), changes: VecDeque::new(), is_first: true };
    Box::pin(stream::unfold((state, wait), move |(mut state, wait)| async move {
        loop {
            if let Some(change) = state.changes.pop_front() {
                return Some((Ok(change), (state, wait)));
            }
            if !std::mem::take(&mut state.is_first) {
                wait().await;
            }
            match all(records, prefix).await {
                Ok(now) => state.compare(now),
                Err(error) => return Some((Err(error), (state, wait))),
            }
        }
    }))
}

struct Watched {
    /// The versions that were told.
    known: BTreeMap<String, u64>,
    changes: VecDeque<Change>,
    is_first: bool,
}

impl Watched {
    fn compare(&mut self, now: Vec<Record>) {
        let before = std::mem::take(&mut self.known);
        self.known = now.iter().map(|record| (record.key.clone(), record.version)).collect();
        let gone = before.keys().filter(|key| !self.known.contains_key(*key));
        self.changes.extend(gone.map(Change::removed));
        let is_new = |record: &Record| before.get(&record.key) != Some(&record.version);
        self.changes.extend(now.into_iter().filter(is_new).map(Change::from));
    }
}

/// Lists all records with a prefix.
async fn all<R: Records + ?Sized>(records: &R, prefix: &str) -> Result<Vec<Record>, StoreError> {
    let mut all: Vec<Record> = Vec::new();
    loop {
        let after = all.last().map(|record| record.key.clone());
        let page = records.list(prefix, after.as_deref(), PAGE).await?;
        let is_last = page.len() < PAGE;
        all.extend(page);
        if is_last {
            return Ok(all);
        }
    }
}
