//! Journals in `SQLite`.

use bytes::Bytes;
use rusqlite::{Connection, OptionalExtension as _, Transaction, params};

use super::failure::failed;
use super::store::{SqliteStore, signed, unsigned};
use crate::ports::{Extent, Journal, JournalItem, StoreError, StoreFuture};

/// Returns the row of a stream, if there is one.
fn find(connection: &Connection, stream: &str) -> Result<Option<(i64, Extent)>, StoreError> {
    let sql = "SELECT id, oldest, next, epoch FROM stream WHERE name = ?1";
    let row = connection.query_row(sql, [stream], |row| {
        let (oldest, next, epoch): (i64, i64, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
        // All 64 bits of an epoch are used.
        Ok((row.get(0)?, Extent::new(unsigned(oldest), unsigned(next), epoch.cast_unsigned())))
    });
    row.optional().map_err(failed)
}

fn write(
    change: &Transaction<'_>,
    stream: &str,
    next: u64,
    epoch: u64,
    items: &[Bytes],
) -> Result<u64, StoreError> {
    let found = find(change, stream)?;
    let extent = found.map(|(_, extent)| extent).unwrap_or_default();
    if epoch < extent.epoch {
        return Err(StoreError::Fenced { epoch: extent.epoch });
    }
    if next != extent.next {
        return Err(StoreError::Conflict { at: extent.next });
    }
    let after = next + items.len() as u64;
    let sql = "INSERT INTO stream (name, oldest, next, epoch) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT DO UPDATE SET next = excluded.next, epoch = excluded.epoch
        RETURNING id";
    let values = params![stream, signed(extent.oldest), signed(after), epoch.cast_signed()];
    let id: i64 = change.query_row(sql, values, |row| row.get(0)).map_err(failed)?;
    let sql = "INSERT INTO event (stream, seq, epoch, body) VALUES (?1, ?2, ?3, ?4)";
    let mut insert = change.prepare(sql).map_err(failed)?;
    for (seq, body) in (next..).zip(items) {
        insert.execute(params![id, signed(seq), epoch.cast_signed(), &body[..]]).map_err(failed)?;
    }
    Ok(after)
}

fn read(
    connection: &Connection,
    stream: &str,
    after: u64,
    limit: usize,
) -> Result<Vec<JournalItem>, StoreError> {
    let Some((id, _)) = find(connection, stream)? else { return Ok(Vec::new()) };
    let sql = "SELECT seq, epoch, body FROM event WHERE stream = ?1 AND seq > ?2
        ORDER BY seq LIMIT ?3";
    let mut select = connection.prepare(sql).map_err(failed)?;
    let rows = select.query_map(params![id, signed(after), signed(limit as u64)], |row| {
        let (seq, epoch, body): (i64, i64, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(JournalItem::new(unsigned(seq), epoch.cast_unsigned(), body))
    });
    rows.and_then(Iterator::collect).map_err(failed)
}

fn extent(connection: &Connection, stream: &str) -> Result<Extent, StoreError> {
    Ok(find(connection, stream)?.map(|(_, extent)| extent).unwrap_or_default())
}

fn trim(change: &Transaction<'_>, stream: &str, before: u64) -> Result<(), StoreError> {
    let Some((id, extent)) = find(change, stream)? else { return Ok(()) };
    let oldest = signed(before.clamp(extent.oldest, extent.next));
    let sql = "DELETE FROM event WHERE stream = ?1 AND seq < ?2";
    change.execute(sql, params![id, oldest]).map_err(failed)?;
    let sql = "UPDATE stream SET oldest = ?2 WHERE id = ?1";
    change.execute(sql, params![id, oldest]).map_err(failed)?;
    Ok(())
}

impl Journal for SqliteStore {
    fn write<'a>(
        &'a self,
        stream: &'a str,
        next: u64,
        epoch: u64,
        items: &'a [Bytes],
    ) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            let (stream, items) = (stream.to_owned(), items.to_vec());
            let write =
                SqliteStore::write(self, move |change| write(change, &stream, next, epoch, &items));
            let next = write.await?;
            SqliteStore::changed(self);
            Ok(next)
        })
    }

    fn read<'a>(
        &'a self,
        stream: &'a str,
        after: u64,
        limit: usize,
    ) -> StoreFuture<'a, Vec<JournalItem>> {
        Box::pin(async move {
            let stream = stream.to_owned();
            SqliteStore::read(self, move |file| read(file, &stream, after, limit)).await
        })
    }

    fn extent<'a>(&'a self, stream: &'a str) -> StoreFuture<'a, Extent> {
        Box::pin(async move {
            let stream = stream.to_owned();
            SqliteStore::read(self, move |file| extent(file, &stream)).await
        })
    }

    fn trim<'a>(&'a self, stream: &'a str, before: u64) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let stream = stream.to_owned();
            SqliteStore::write(self, move |change| trim(change, &stream, before)).await
        })
    }

    fn changed<'a>(&'a self, stream: &'a str, after: u64) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let mut revision = self.revision();
            while self.extent(stream).await?.next <= after.saturating_add(1) {
                Self::pause(&mut revision).await;
            }
            Ok(())
        })
    }
}
