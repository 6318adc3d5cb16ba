//! Logs: their rows.

use std::collections::VecDeque;

use bytes::Bytes;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};

use super::failure::failed;
use super::store::{millis, signed, unsigned};
use crate::ports::{Appended, Batch, Entry, Plan, SessionKey, StoreError, Summary};

/// A page of a stream ends behind this many bytes.
const PAGE: usize = 1 << 20;
/// The most lines of a page.
const MOST: usize = 512;

/// The row of a log.
pub(super) struct Log {
    pub(super) id: i64,
    pub(super) len: u64,
    pub(super) mtime: i64,
    pub(super) metadata: Option<Entry>,
    pub(super) summary: Summary,
}

/// How a log is found. The main log has an empty subpath.
fn names(key: &SessionKey) -> [&str; 3] {
    [key.project(), key.session().as_str(), key.subpath().unwrap_or_default()]
}

/// The bytes of a text, without a check that SQLite has none of.
fn text(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Bytes>> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(Bytes::copy_from_slice(bytes)),
        _ => None,
    })
}

pub(super) fn find(connection: &Connection, key: &SessionKey) -> Result<Option<Log>, StoreError> {
    let sql = "SELECT id, len, mtime, metadata, summary FROM log
        WHERE project = ?1 AND session = ?2 AND subpath = ?3";
    let row = connection
        .query_row(sql, names(key), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, text(row, 3)?, text(row, 4)?))
        })
        .optional()
        .map_err(failed)?;
    let Some((id, len, mtime, metadata, summary)) = row else { return Ok(None) };
    let len = unsigned(len);
    let metadata =
        metadata.map(Entry::new).transpose().map_err(|_| StoreError::Corrupt { at: len })?;
    Ok(Some(Log { id, len, mtime, metadata, summary: read_summary(summary.as_deref())? }))
}

pub(super) fn read_summary(text: Option<&[u8]>) -> Result<Summary, StoreError> {
    let summary = text.map(serde_json::from_slice).transpose();
    Ok(summary.map_err(|_| StoreError::Corrupt { at: 0 })?.unwrap_or_default())
}

fn epoch(connection: &Connection, key: &SessionKey) -> Result<Option<u64>, StoreError> {
    let sql = "SELECT epoch FROM session WHERE project = ?1 AND session = ?2";
    let epoch = connection
        .query_row(sql, params![key.project(), key.session().as_str()], |row| row.get(0))
        .optional()
        .map_err(failed)?;
    // All 64 bits are used.
    Ok(epoch.map(i64::cast_unsigned))
}

/// Appends a batch, in a transaction.
pub(super) fn append(
    change: &Transaction<'_>,
    key: &SessionKey,
    batch: &Batch,
) -> Result<Appended, StoreError> {
    let log = find(change, key)?;
    let len = log.as_ref().map_or(0, |log| log.len);
    let known = epoch(change, key)?;
    let plan = Plan::new(batch, len, known)?;
    let range = plan.overlap();
    let overlap = match &log {
        Some(log) if !range.is_empty() => {
            lines(change, log.id, range.start, range.end, usize::MAX)?
        }
        _ => VecDeque::new(),
    };
    let entries = (range.start..).zip(overlap);
    let entries =
        entries.map(|(at, line)| Entry::new(line).map_err(|_| StoreError::Corrupt { at }));
    let fresh = plan.fresh(&entries.collect::<Result<Vec<_>, _>>()?)?;
    if let Some(fence) = batch.fence.filter(|fence| Some(*fence) != known) {
        let sql = "INSERT INTO session (project, session, epoch) VALUES (?1, ?2, ?3)
            ON CONFLICT DO UPDATE SET epoch = excluded.epoch";
        let values = params![key.project(), key.session().as_str(), fence.cast_signed()];
        change.execute(sql, values).map_err(failed)?;
    }
    let placed = batch.entries.iter().filter(|entry| !entry.is_metadata()).count();
    if fresh.is_empty() && plan.metadata().is_none() {
        return Ok(Appended::new(len, placed));
    }

    let mut log = match log {
        Some(log) => log,
        None => create(change, key)?,
    };
    for &entry in fresh {
        let uuid = entry.uuid().map(|uuid| uuid.as_bytes().to_vec());
        let is_known = uuid.as_ref().map(|uuid| has(change, log.id, uuid)).transpose()?;
        let is_known = is_known.unwrap_or(false);
        if is_known && plan.is_unplaced() {
            continue;
        }
        // The first one has the UUID: it is unique in the table.
        let uuid = uuid.filter(|_| !is_known);
        let sql = "INSERT INTO entry (log, seq, uuid, line) VALUES (?1, ?2, ?3, ?4)";
        let values = params![log.id, signed(log.len), uuid, entry.as_str()];
        change.execute(sql, values).map_err(failed)?;
        log.len += 1;
        if key.subpath().is_none() {
            log.summary.fold([entry]);
        }
    }
    let metadata = plan.metadata().cloned().or(log.metadata);
    let summary = match key.subpath() {
        None => Some(serde_json::to_string(&log.summary).map_err(StoreError::unavailable)?),
        Some(_) => None,
    };
    let mtime = millis(std::time::SystemTime::now()).max(log.mtime + 1);
    let sql = "UPDATE log SET len = ?2, mtime = ?3, metadata = ?4, summary = ?5 WHERE id = ?1";
    let metadata = metadata.as_ref().map(Entry::as_str);
    change
        .execute(sql, params![log.id, signed(log.len), mtime, metadata, summary])
        .map_err(failed)?;
    let added = usize::try_from(log.len - len).unwrap_or(placed);
    Ok(Appended::new(log.len, placed - added))
}

fn create(change: &Transaction<'_>, key: &SessionKey) -> Result<Log, StoreError> {
    let sql = "INSERT INTO log (project, session, subpath, len, mtime) VALUES (?1, ?2, ?3, 0, 0)";
    change.execute(sql, names(key)).map_err(failed)?;
    let id = change.last_insert_rowid();
    Ok(Log { id, len: 0, mtime: 0, metadata: None, summary: Summary::default() })
}

fn has(connection: &Connection, log: i64, uuid: &[u8]) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM entry WHERE log = ?1 AND uuid = ?2)";
    connection.query_row(sql, params![log, uuid], |row| row.get(0)).map_err(failed)
}

/// Reads lines, at most a page if `limit` is one. They must all be there.
fn lines(
    connection: &Connection,
    log: i64,
    from: u64,
    to: u64,
    limit: usize,
) -> Result<VecDeque<Bytes>, StoreError> {
    let sql = "SELECT seq, line FROM entry WHERE log = ?1 AND seq >= ?2 AND seq < ?3 ORDER BY seq";
    let mut select = connection.prepare(sql).map_err(failed)?;
    let mut rows = select.query(params![log, signed(from), signed(to)]).map_err(failed)?;
    let (mut lines, mut size) = (VecDeque::new(), 0);
    while let Some(row) = rows.next().map_err(failed)? {
        let at = from + lines.len() as u64;
        let seq: i64 = row.get(0).map_err(failed)?;
        let line = text(row, 1).map_err(failed)?.filter(|_| unsigned(seq) == at);
        let line = line.ok_or(StoreError::Corrupt { at })?;
        size += line.len();
        lines.push_back(line);
        if size >= limit || (limit != usize::MAX && lines.len() == MOST) {
            return Ok(lines);
        }
    }
    let at = from + lines.len() as u64;
    if at < to { Err(StoreError::Corrupt { at }) } else { Ok(lines) }
}

/// Reads a page of lines for a stream. The log may have been deleted meanwhile.
pub(super) fn page(
    connection: &Connection,
    log: i64,
    from: u64,
    to: u64,
) -> Result<VecDeque<Bytes>, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM log WHERE id = ?1)";
    if !connection.query_row(sql, [log], |row| row.get::<_, bool>(0)).map_err(failed)? {
        return Err(StoreError::unavailable("the log was deleted while it was read"));
    }
    lines(connection, log, from, to, PAGE)
}

/// Returns the session, time and summary of the main logs of a project.
pub(super) fn list(
    connection: &Connection,
    project: &str,
) -> Result<Vec<(String, i64, Option<Bytes>)>, StoreError> {
    let sql = "SELECT session, mtime, summary FROM log WHERE project = ?1 AND subpath = ''";
    let mut select = connection.prepare(sql).map_err(failed)?;
    let rows = select.query_map([project], |row| Ok((row.get(0)?, row.get(1)?, text(row, 2)?)));
    rows.and_then(Iterator::collect).map_err(failed)
}

pub(super) fn subkeys(
    connection: &Connection,
    key: &SessionKey,
) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT subpath FROM log WHERE project = ?1 AND session = ?2 AND subpath <> ''
        ORDER BY subpath";
    let mut select = connection.prepare(sql).map_err(failed)?;
    let rows = select.query_map([key.project(), key.session().as_str()], |row| row.get(0));
    rows.and_then(Iterator::collect).map_err(failed)
}

/// Deletes a log, or all of a session. Its epoch stays: an old writer must not come back.
pub(super) fn delete(change: &Transaction<'_>, key: &SessionKey) -> Result<(), StoreError> {
    let which = "project = ?1 AND session = ?2 AND (?3 = '' OR subpath = ?3)";
    let entries = format!("DELETE FROM entry WHERE log IN (SELECT id FROM log WHERE {which})");
    change.execute(&entries, names(key)).map_err(failed)?;
    change.execute(&format!("DELETE FROM log WHERE {which}"), names(key)).map_err(failed)?;
    Ok(())
}
