//! Journals in the database. One writer at a time has a stream: it locks the stream's row.

use bytes::Bytes;
use deadpool_postgres::{Object, Transaction};
use tokio_postgres::Row;

use super::client::{begin, bound, column, commit, row, rows, settle, signed, within};
use super::listen::CHANNEL;
use super::records::check;
use super::store::PostgresStore;
use crate::ports::{Extent, Journal, JournalItem, StoreError, StoreFuture};

impl PostgresStore {
    async fn write_with(
        &self,
        client: &mut Object,
        stream: &str,
        next: u64,
        epoch: u64,
        items: &[Bytes],
    ) -> Result<u64, StoreError> {
        let transaction = begin(client).await?;
        let insert = "INSERT INTO SCHEMA.stream (name, oldest, next, epoch) VALUES ($1, 1, 1, 0)
                      ON CONFLICT DO NOTHING";
        let name = stream.as_bytes();
        let (id, extent) = match self.lock_stream(&transaction, stream).await? {
            Some(found) => found,
            None => {
                rows(&transaction, &self.sql(insert), &[&name]).await?;
                let made = self.lock_stream(&transaction, stream).await?;
                made.ok_or(StoreError::Corrupt { at: next })?
            }
        };
        if epoch < extent.epoch {
            return Err(StoreError::Fenced { epoch: extent.epoch });
        }
        if next != extent.next {
            return Err(StoreError::Conflict { at: extent.next });
        }
        let after = next + items.len() as u64;
        let seqs: Vec<i64> = (next..after).map(signed).collect();
        let bodies: Vec<&[u8]> = items.iter().map(|item| &item[..]).collect();
        let write = "WITH moved AS (
                         UPDATE SCHEMA.stream SET next = $2, epoch = $3 WHERE id = $1 RETURNING id
                     ), written AS (
                         INSERT INTO SCHEMA.event (stream, seq, epoch, body)
                         SELECT $1, seq, $3, body
                         FROM unnest($4::bigint[], $5::bytea[]) AS item (seq, body)
                     )
                     SELECT pg_notify($6, '') FROM moved";
        let (behind, epoch) = (signed(after), signed(epoch));
        let write = self.sql(write);
        rows(&transaction, &write, &[&id, &behind, &epoch, &seqs, &bodies, &CHANNEL]).await?;
        commit(transaction).await?;
        Ok(after)
    }

    async fn lock_stream(
        &self,
        transaction: &Transaction<'_>,
        stream: &str,
    ) -> Result<Option<(i64, Extent)>, StoreError> {
        let lock = self
            .sql("SELECT oldest, next, epoch, id FROM SCHEMA.stream WHERE name = $1 FOR UPDATE");
        let found = row(transaction, &lock, &[&stream.as_bytes()]).await?;
        found.map(|row| Ok((column(&row, 3)?, extent(&row)?))).transpose()
    }

    async fn trim_with(
        &self,
        client: &mut Object,
        stream: &str,
        before: u64,
    ) -> Result<(), StoreError> {
        let transaction = begin(client).await?;
        let Some((id, extent)) = self.lock_stream(&transaction, stream).await? else {
            return Ok(());
        };
        let oldest = signed(before.clamp(extent.oldest, extent.next));
        let update = self.sql("UPDATE SCHEMA.stream SET oldest = $2 WHERE id = $1");
        rows(&transaction, &update, &[&id, &oldest]).await?;
        let delete = self.sql("DELETE FROM SCHEMA.event WHERE stream = $1 AND seq < $2");
        rows(&transaction, &delete, &[&id, &oldest]).await?;
        commit(transaction).await
    }
}

fn extent(row: &Row) -> Result<Extent, StoreError> {
    let number = |index| Ok::<_, StoreError>(column::<i64>(row, index)?.cast_unsigned());
    Ok(Extent::new(number(0)?, number(1)?, number(2)?))
}

impl Journal for PostgresStore {
    fn write<'a>(
        &'a self,
        stream: &'a str,
        next: u64,
        epoch: u64,
        items: &'a [Bytes],
    ) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            check(stream)?;
            let mut client = self.client().await?;
            let done = within(self.write_with(&mut client, stream, next, epoch, items)).await;
            let next = settle(client, done)?;
            self.shared.notices.changed();
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
            let select = "SELECT e.seq, e.epoch, e.body
                          FROM SCHEMA.stream s JOIN SCHEMA.event e ON e.stream = s.id
                          WHERE s.name = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3";
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let rows = self.rows(select, &[&stream.as_bytes(), &bound(after), &limit]).await?;
            let item = |row: &Row| {
                let (seq, epoch): (i64, i64) = (column(row, 0)?, column(row, 1)?);
                let body: Vec<u8> = column(row, 2)?;
                Ok(JournalItem::new(seq.cast_unsigned(), epoch.cast_unsigned(), body))
            };
            rows.iter().map(item).collect()
        })
    }

    fn extent<'a>(&'a self, stream: &'a str) -> StoreFuture<'a, Extent> {
        Box::pin(async move {
            let select = "SELECT oldest, next, epoch FROM SCHEMA.stream WHERE name = $1";
            let rows = self.rows(select, &[&stream.as_bytes()]).await?;
            rows.first().map_or(Ok(Extent::default()), extent)
        })
    }

    fn trim<'a>(&'a self, stream: &'a str, before: u64) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let mut client = self.client().await?;
            let done = within(self.trim_with(&mut client, stream, before)).await;
            settle(client, done)
        })
    }

    fn changed<'a>(&'a self, stream: &'a str, after: u64) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let mut waiting = self.shared.notices.waiting();
            while self.extent(stream).await?.next <= after.saturating_add(1) {
                waiting.wait().await;
            }
            Ok(())
        })
    }
}
