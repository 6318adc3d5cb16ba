//! Records in `SQLite`.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};
use tokio::sync::{Mutex, watch};

use super::failure::failed;
use super::store::{SqliteStore, millis, unsigned};
use crate::ports::{
    Changes, Expect, LARGEST_RECORD, Put, Record, Records, StoreError, StoreFuture,
};
use crate::stores::watching;

fn now() -> i64 {
    millis(SystemTime::now())
}

fn record(row: &Row<'_>) -> rusqlite::Result<Record> {
    let (key, value, version): (String, Vec<u8>, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
    Ok(Record::new(key, value, unsigned(version)))
}

fn get(connection: &Connection, key: &str) -> Result<Option<Record>, StoreError> {
    let sql = "SELECT key, value, version FROM record
        WHERE key = ?1 AND (ends IS NULL OR ends > ?2)";
    connection.query_row(sql, params![key, now()], record).optional().map_err(failed)
}

fn put(
    change: &Transaction<'_>,
    key: &str,
    value: &[u8],
    expect: Expect,
    ttl: Option<Duration>,
) -> Result<Put, StoreError> {
    sweep(change)?;
    let current = get(change, key)?;
    if !expect.holds(current.as_ref().map(|record| record.version)) {
        return Ok(Put::Refused { current });
    }
    let sql = "UPDATE version SET last = last + 1 RETURNING last";
    let version: i64 = change.query_row(sql, [], |row| row.get(0)).map_err(failed)?;
    let ends = ttl.and_then(|ttl| SystemTime::now().checked_add(ttl)).map(millis);
    let sql = "INSERT INTO record (key, value, version, ends) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT DO UPDATE
        SET value = excluded.value, version = excluded.version, ends = excluded.ends";
    change.execute(sql, params![key, value, version, ends]).map_err(failed)?;
    Ok(Put::Stored { version: unsigned(version) })
}

fn remove(change: &Transaction<'_>, key: &str, expect: Expect) -> Result<bool, StoreError> {
    let Some(current) = get(change, key)? else { return Ok(false) };
    if !expect.holds(Some(current.version)) {
        return Ok(false);
    }
    change.execute("DELETE FROM record WHERE key = ?1", [key]).map_err(failed)?;
    Ok(true)
}

fn list(
    connection: &Connection,
    prefix: &str,
    after: Option<&str>,
    limit: usize,
) -> Result<Vec<Record>, StoreError> {
    let sql = "SELECT key, value, version FROM record
        WHERE key >= ?1 AND (?2 IS NULL OR key > ?2) AND (ends IS NULL OR ends > ?3) ORDER BY key";
    let mut select = connection.prepare(sql).map_err(failed)?;
    let mut rows = select.query(params![prefix, after, now()]).map_err(failed)?;
    let mut found = Vec::new();
    while found.len() < limit
        && let Some(row) = rows.next().map_err(failed)?
    {
        let record = record(row).map_err(failed)?;
        if !record.key.starts_with(prefix) {
            break;
        }
        found.push(record);
    }
    Ok(found)
}

/// Removes the records whose time is over. Returns how many.
fn sweep(change: &Transaction<'_>) -> Result<usize, StoreError> {
    change.execute("DELETE FROM record WHERE ends <= ?1", [now()]).map_err(failed)
}

/// Returns the number of changes that other connections have made, and when the next record ends.
fn look(connection: &Connection) -> Result<(i64, Option<i64>), StoreError> {
    let changes = connection.query_row("PRAGMA data_version", [], |row| row.get(0));
    let end = "SELECT min(ends) FROM record WHERE ends IS NOT NULL";
    let end = connection.query_row(end, [], |row| row.get(0));
    Ok((changes.map_err(failed)?, end.map_err(failed)?))
}

impl Records for SqliteStore {
    fn get<'a>(&'a self, key: &'a str) -> StoreFuture<'a, Option<Record>> {
        Box::pin(async move {
            let key = key.to_owned();
            self.read(move |file| get(file, &key)).await
        })
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
            let key = key.to_owned();
            let put = self.write(move |change| put(change, &key, &value, expect, ttl)).await?;
            self.changed();
            Ok(put)
        })
    }

    fn remove<'a>(&'a self, key: &'a str, expect: Expect) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let key = key.to_owned();
            let removed = self.write(move |change| remove(change, &key, expect)).await?;
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
        Box::pin(async move {
            let (prefix, after) = (prefix.to_owned(), after.map(str::to_owned));
            self.read(move |file| list(file, &prefix, after.as_deref(), limit)).await
        })
    }

    fn watch<'a>(&'a self, prefix: &'a str) -> Changes<'a> {
        // From before the first list on, no change is missed.
        let seen = Arc::new(Mutex::new((self.revision(), None)));
        watching::watch(self, prefix, move || {
            let seen = Arc::clone(&seen);
            async move {
                let (revision, changes) = &mut *seen.lock().await;
                // A failure is that of the next list.
                let _ = self.wait(revision, changes).await;
            }
        })
    }
}

impl SqliteStore {
    /// Waits until something may have changed since the call before. At the first call there is nothing
    /// to compare with, so it returns at once.
    async fn wait(
        &self,
        revision: &mut watch::Receiver<u64>,
        seen: &mut Option<i64>,
    ) -> Result<(), StoreError> {
        loop {
            let (changes, end) = self.read(look).await?;
            if end.is_some_and(|end| end <= now()) && self.write(sweep).await? > 0 {
                // Each watch of this process looks again, also those that did not see the record end.
                self.changed();
            }
            if seen.replace(changes) != Some(changes) || Self::pause(revision).await {
                return Ok(());
            }
        }
    }
}
