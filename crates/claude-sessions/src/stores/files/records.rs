//! Records in files: one file each, replaced as a whole.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use super::disk::Folder;
use super::failure::failed;
use super::len::millis;
use super::names::{decode, encode, is_partial};
use super::place::{enter, make};
use super::store::{FileStore, Lock, Shared};
use crate::ports::{
    Changes, Expect, LARGEST_RECORD, Put, Record, Records, StoreError, StoreFuture,
};
use crate::stores::watching;

/// The folder of the records.
const FOLDER: &str = ".records";
/// The file with the number of changes so far, which is the latest version.
const VERSION: &str = ".version";
/// The suffix of a record.
const SUFFIX: &str = ".record";

/// The first line of a file; the value follows.
#[derive(Serialize, Deserialize)]
struct Head {
    version: u64,
    /// Milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ends: Option<u64>,
}

struct Row {
    head: Head,
    value: Bytes,
}

impl Row {
    fn lives(&self) -> bool {
        self.head.ends.is_none_or(|ends| ends > millis(SystemTime::now()))
    }
}

/// The folder and the name of a record in it.
fn place(key: &str) -> (Vec<String>, String) {
    let mut parts = encode(key);
    let name = parts.pop().unwrap_or_default() + SUFFIX;
    (parts, name)
}

fn records(shared: &Shared) -> Result<Option<Folder>, StoreError> {
    shared.root.enter(FOLDER).map_err(failed)
}

fn read(folder: &Folder, name: &str) -> Result<Option<Row>, StoreError> {
    let Some(content) = folder.content(name).map_err(failed)? else { return Ok(None) };
    let content = Bytes::from(content);
    let corrupt = || StoreError::Corrupt { at: 0 };
    let end = memchr::memchr(b'\n', &content).ok_or_else(corrupt)?;
    let head = serde_json::from_slice(&content[..end]).map_err(|_| corrupt())?;
    Ok(Some(Row { head, value: content.slice(end + 1..) }))
}

/// Returns the record of a key, if its time is not over.
fn get(shared: &Shared, key: &str) -> Result<Option<Record>, StoreError> {
    let (parts, name) = place(key);
    let Some(records) = records(shared)? else { return Ok(None) };
    let Some(folder) = enter(&records, &parts)? else { return Ok(None) };
    let row = read(&folder, &name)?.filter(Row::lives);
    Ok(row.map(|row| Record::new(key, row.value, row.head.version)))
}

/// The number of changes so far.
fn version(shared: &Shared) -> Result<u64, StoreError> {
    let Some(records) = records(shared)? else { return Ok(0) };
    let Some(content) = records.content(VERSION).map_err(failed)? else { return Ok(0) };
    let text = std::str::from_utf8(&content).ok();
    text.and_then(|text| text.trim().parse().ok()).ok_or(StoreError::Corrupt { at: 0 })
}

/// Takes the next version. It is durable before it is used, so it never comes again.
fn next_version(shared: &Shared, records: &Folder) -> Result<u64, StoreError> {
    let next = version(shared)? + 1;
    records.replace(VERSION, &[next.to_string().as_bytes()]).map_err(failed)?;
    Ok(next)
}

fn put(
    shared: &Shared,
    key: &str,
    value: &Bytes,
    expect: Expect,
    ttl: Option<Duration>,
) -> Result<Put, StoreError> {
    let current = get(shared, key)?;
    if !expect.holds(current.as_ref().map(|record| record.version)) {
        return Ok(Put::Refused { current });
    }
    let records = shared.root.make(FOLDER).map_err(failed)?;
    let (parts, name) = place(key);
    let folder = make(&records, &parts)?;
    let version = next_version(shared, &records)?;
    let ends = ttl.and_then(|ttl| SystemTime::now().checked_add(ttl)).map(millis);
    let head = serde_json::to_vec(&Head { version, ends }).map_err(StoreError::unavailable)?;
    folder.replace(&name, &[&head, b"\n", value]).map_err(failed)?;
    Ok(Put::Stored { version })
}

fn remove(shared: &Shared, key: &str, expect: Expect) -> Result<bool, StoreError> {
    let Some(current) = get(shared, key)? else { return Ok(false) };
    if !expect.holds(Some(current.version)) {
        return Ok(false);
    }
    let (parts, name) = place(key);
    let Some(records) = records(shared)? else { return Ok(false) };
    let Some(folder) = enter(&records, &parts)? else { return Ok(false) };
    next_version(shared, &records)?;
    folder.remove(&name).and_then(|()| folder.sync()).map_err(failed)?;
    Ok(true)
}

/// Finds the records with a prefix, in no order. Those whose time is over are removed, and counted.
fn find(
    folder: &Folder,
    parts: &mut Vec<String>,
    prefix: &str,
    found: &mut Vec<(String, Row)>,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<u64, StoreError> {
    let mut removed = 0;
    for entry in folder.entries().map_err(failed)? {
        if entry.is_folder && is_partial(&entry.name) {
            let Some(inner) = folder.enter(&entry.name).map_err(failed)? else { continue };
            parts.push(entry.name);
            removed += find(&inner, parts, prefix, found, wanted)?;
            parts.pop();
            continue;
        }
        let Some(stem) = entry.name.strip_suffix(SUFFIX) else { continue };
        parts.push(stem.to_owned());
        let key = decode(parts);
        parts.pop();
        let Some(key) = key.filter(|key| key.starts_with(prefix) && wanted(key)) else { continue };
        match read(folder, &entry.name)? {
            Some(row) if row.lives() => found.push((key, row)),
            Some(_) => {
                folder.remove(&entry.name).map_err(failed)?;
                removed += 1;
            }
            None => {}
        }
    }
    Ok(removed)
}

fn list(
    shared: &Shared,
    prefix: &str,
    after: Option<&str>,
) -> Result<Vec<(String, Row)>, StoreError> {
    let mut found = Vec::new();
    let Some(records) = records(shared)? else { return Ok(found) };
    let wanted = |key: &str| after.is_none_or(|after| key > after);
    if find(&records, &mut Vec::new(), prefix, &mut found, &wanted)? > 0 {
        // Each watch looks again, also one that does not find the record any more.
        next_version(shared, &records)?;
    }
    found.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    Ok(found)
}

impl Records for FileStore {
    fn get<'a>(&'a self, key: &'a str) -> StoreFuture<'a, Option<Record>> {
        Box::pin(async move {
            let key = key.to_owned();
            self.looking(move |shared| get(shared, &key)).await
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
            let put = move |shared: &Shared| put(shared, &key, &value, expect, ttl);
            let put = self.locked(Lock::RECORDS, put).await?;
            self.changed();
            Ok(put)
        })
    }

    fn remove<'a>(&'a self, key: &'a str, expect: Expect) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let key = key.to_owned();
            let remove = move |shared: &Shared| remove(shared, &key, expect);
            let removed = self.locked(Lock::RECORDS, remove).await?;
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
            // Exclusive, because it removes what has ended; and a change that was counted is waited for.
            let rows = move |shared: &Shared| list(shared, &prefix, after.as_deref());
            let rows = self.locked(Lock::RECORDS, rows).await?.into_iter().take(limit);
            Ok(rows.map(|(key, row)| Record::new(key, row.value, row.head.version)).collect())
        })
    }

    fn watch<'a>(&'a self, prefix: &'a str) -> Changes<'a> {
        // From before the first list on, no change is missed.
        let seen = Arc::new(Mutex::new((self.revision(), None)));
        watching::watch(self, prefix, move || {
            let seen = Arc::clone(&seen);
            async move {
                let (revision, version) = &mut *seen.lock().await;
                // A failure is that of the next list.
                let _ = self.wait(prefix, revision, version).await;
            }
        })
    }
}

impl FileStore {
    /// Waits until the records are not those of `seen`, or one of them has ended. At the first call
    /// there is nothing to compare with, so it returns at once.
    async fn wait(
        &self,
        prefix: &str,
        revision: &mut tokio::sync::watch::Receiver<u64>,
        seen: &mut Option<u64>,
    ) -> Result<(), StoreError> {
        let prefix = prefix.to_owned();
        let rows = move |shared: &Shared| list(shared, &prefix, None);
        let rows = self.locked(Lock::RECORDS, rows).await?;
        let end = rows.iter().filter_map(|(_, row)| row.head.ends).min();
        loop {
            let now = self.looking(version).await?;
            let has_ended = end.is_some_and(|end| end <= millis(SystemTime::now()));
            if seen.replace(now) != Some(now) || has_ended {
                return Ok(());
            }
            Self::pause(revision).await;
        }
    }
}
