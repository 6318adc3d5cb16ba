//! Load: reads a log in pages, so that no connection is held while the reader rests.

use std::collections::VecDeque;

use futures_util::stream;

use super::client::{bound, column, signed};
use super::logs::subpath;
use super::store::PostgresStore;
use crate::ports::{Entries, Entry, SessionKey, StoreError};

/// The most entries of a page.
const PAGE: i64 = 512;
/// The size at which a page ends, in bytes. The entry that reaches it is the last.
const PAGE_BYTES: i64 = 1 << 20;

/// What is left to read.
struct Reading<'s> {
    store: &'s PostgresStore,
    log: i64,
    next: u64,
    /// The length when the reading began: what is appended later is not read.
    end: u64,
    page: VecDeque<Entry>,
    metadata: Option<Entry>,
}

pub(super) async fn load<'s>(
    store: &'s PostgresStore,
    key: &SessionKey,
    from: u64,
) -> Result<Option<Entries<'s>>, StoreError> {
    let select = "SELECT l.id, l.len, l.metadata
                  FROM SCHEMA.session s JOIN SCHEMA.log l ON l.session = s.id
                  WHERE s.project = $1 AND s.session = $2 AND l.subpath = $3";
    let session = key.session().as_str();
    let rows = store.rows(select, &[&key.project(), &session, &subpath(key)]).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let end = column::<i64>(row, 1)?.cast_unsigned();
    let metadata: Option<&str> = column(row, 2)?;
    let reading = Reading {
        store,
        log: column(row, 0)?,
        next: from.min(end),
        end,
        page: VecDeque::new(),
        metadata: metadata.map(|line| entry(line, end)).transpose()?,
    };
    let entries = stream::try_unfold(reading, |mut reading| async move {
        Ok(reading.entry().await?.map(|entry| (entry, reading)))
    });
    Ok(Some(Box::pin(entries)))
}

impl Reading<'_> {
    async fn entry(&mut self) -> Result<Option<Entry>, StoreError> {
        if self.page.is_empty() && self.next < self.end {
            self.read().await?;
        }
        Ok(self.page.pop_front().or_else(|| self.metadata.take()))
    }

    async fn read(&mut self) -> Result<(), StoreError> {
        let select = "SELECT seq, line FROM (
                          SELECT seq, line,
                                 sum(octet_length(line)) OVER (ORDER BY seq) - octet_length(line) AS before
                          FROM (SELECT seq, line FROM SCHEMA.entry
                                WHERE log = $1 AND seq >= $2 AND seq < $3 ORDER BY seq LIMIT $4) few
                      ) page WHERE before < $5 ORDER BY seq";
        let (next, end) = (signed(self.next), bound(self.end));
        let rows = self.store.rows(select, &[&self.log, &next, &end, &PAGE, &PAGE_BYTES]).await?;
        for row in &rows {
            if column::<i64>(row, 0)? != signed(self.next) {
                break;
            }
            self.page.push_back(entry(column(row, 1)?, self.next)?);
            self.next += 1;
        }
        // The log was deleted meanwhile, or has lost an entry.
        if self.page.is_empty() { Err(StoreError::Corrupt { at: self.next }) } else { Ok(()) }
    }
}

/// Reads a stored line.
pub(super) fn entry(line: &str, at: u64) -> Result<Entry, StoreError> {
    Entry::new(line.to_owned()).map_err(|_| StoreError::Corrupt { at })
}
