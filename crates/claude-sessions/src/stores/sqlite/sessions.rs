//! Sessions in `SQLite`: the port.

use std::collections::VecDeque;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use futures_util::stream;

use super::logs;
use super::store::{SqliteStore, unsigned};
use crate::ports::{
    Appended, Batch, Capabilities, Entries, Entry, SessionKey, SessionStore, StoreError,
    StoreFuture, StoredSession, StoredSummary,
};

impl SessionStore for SqliteStore {
    fn append<'a>(&'a self, key: &'a SessionKey, batch: &'a Batch) -> StoreFuture<'a, Appended> {
        Box::pin(async move {
            let (key, batch) = (key.clone(), batch.clone());
            self.write(move |change| logs::append(change, &key, &batch)).await
        })
    }

    fn load<'a>(&'a self, key: &'a SessionKey, from: u64) -> StoreFuture<'a, Option<Entries<'a>>> {
        Box::pin(async move {
            let key = key.clone();
            let Some(log) = self.read(move |file| logs::find(file, &key)).await? else {
                return Ok(None);
            };
            let at = from.min(log.len);
            let (page, metadata) = (VecDeque::new(), log.metadata);
            let state = Reading { log: log.id, at, end: log.len, page, metadata };
            Ok(Some(Box::pin(stream::try_unfold(state, move |state| self.next(state))) as _))
        })
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities::ALL
    }

    fn list_sessions<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSession>> {
        Box::pin(async move {
            let project = project.to_owned();
            let rows = self.read(move |file| logs::list(file, &project)).await?;
            Ok(rows.into_iter().map(|(id, mtime, _)| session(id, mtime)).collect())
        })
    }

    fn list_summaries<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSummary>> {
        Box::pin(async move {
            let project = project.to_owned();
            let rows = self.read(move |file| logs::list(file, &project)).await?;
            let summary = |(id, mtime, summary): (String, i64, Option<Bytes>)| {
                let summary = logs::read_summary(summary.as_deref())?;
                Ok(StoredSummary::new(session(id, mtime), summary))
            };
            rows.into_iter().map(summary).collect()
        })
    }

    fn delete<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let key = key.clone();
            self.write(move |change| logs::delete(change, &key)).await
        })
    }

    fn list_subkeys<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Vec<String>> {
        Box::pin(async move {
            let of = key.clone();
            let mut found = self.read(move |file| logs::subkeys(file, &of)).await?;
            // What somebody else has written into the file is no key.
            found.retain(|path| key.with_subpath(path.as_str()).is_ok());
            Ok(found)
        })
    }
}

fn session(id: String, mtime: i64) -> StoredSession {
    let modified = UNIX_EPOCH.checked_add(Duration::from_millis(unsigned(mtime)));
    StoredSession::new(id, modified.unwrap_or(SystemTime::UNIX_EPOCH))
}

/// A log that is being read, up to the end that it had at first.
struct Reading {
    log: i64,
    /// The position of the next line.
    at: u64,
    end: u64,
    page: VecDeque<Bytes>,
    metadata: Option<Entry>,
}

impl SqliteStore {
    async fn next(&self, mut state: Reading) -> Result<Option<(Entry, Reading)>, StoreError> {
        if state.at == state.end {
            return Ok(state.metadata.take().map(|metadata| (metadata, state)));
        }
        if state.page.is_empty() {
            let (log, at, end) = (state.log, state.at, state.end);
            state.page = self.read(move |file| logs::page(file, log, at, end)).await?;
        }
        let corrupt = StoreError::Corrupt { at: state.at };
        let Some(Ok(entry)) = state.page.pop_front().map(Entry::new) else { return Err(corrupt) };
        state.at += 1;
        Ok(Some((entry, state)))
    }
}
