//! Records in the database. One writer at a time has a key: it takes an advisory lock, which works
//! also for a key that does not exist yet.

use std::time::Duration;

use bytes::Bytes;
use deadpool_postgres::{Object, Transaction};
use tokio_postgres::Row;

use super::client::{begin, column, commit, row, rows, settle, within};
use super::listen::CHANNEL;
use super::store::PostgresStore;
use crate::ports::{
    Changes, Expect, LARGEST_RECORD, Put, Record, Records, StoreError, StoreFuture,
};

/// The longest key of a record and name of a stream, in bytes: an index takes no longer ones.
const LONGEST_KEY: usize = 2048;

/// The longest time of a record, in seconds. What ends later does not end: it is 1,000 years.
const LONGEST_TTL: f64 = 31_557_600_000.0;

/// How many records that have ended are removed with a record that will end.
const SWEPT: i64 = 100;

impl PostgresStore {
    async fn put_with(
        &self,
        client: &mut Object,
        key: &str,
        value: &[u8],
        expect: Expect,
        ttl: Option<f64>,
    ) -> Result<Put, StoreError> {
        let transaction = begin(client).await?;
        let current = self.lock_record(&transaction, key).await?;
        if !expect.holds(current.as_ref().map(|record| record.version)) {
            return Ok(Put::Refused { current });
        }
        let put = "WITH put AS (
                       INSERT INTO SCHEMA.record (key, value, version, ends)
                       VALUES ($1, $2, nextval('SCHEMA.record_version'),
                               clock_timestamp() + make_interval(secs => $3))
                       ON CONFLICT (key) DO UPDATE SET value = excluded.value,
                           version = excluded.version, ends = excluded.ends
                       RETURNING version
                   )
                   SELECT version, pg_notify($4, '') FROM put";
        let put = self.sql(put);
        let put = row(&transaction, &put, &[&key.as_bytes(), &value, &ttl, &CHANNEL]).await?;
        if ttl.is_some() {
            let sweep = "DELETE FROM SCHEMA.record WHERE key IN (
                             SELECT key FROM SCHEMA.record WHERE ends <= clock_timestamp()
                             LIMIT $1 FOR UPDATE SKIP LOCKED
                         )";
            rows(&transaction, &self.sql(sweep), &[&SWEPT]).await?;
        }
        commit(transaction).await?;
        let put = put.ok_or(StoreError::Corrupt { at: 0 })?;
        Ok(Put::Stored { version: column::<i64>(&put, 0)?.cast_unsigned() })
    }

    async fn remove_with(
        &self,
        client: &mut Object,
        key: &str,
        expect: Expect,
    ) -> Result<bool, StoreError> {
        let transaction = begin(client).await?;
        let Some(current) = self.lock_record(&transaction, key).await? else { return Ok(false) };
        if !expect.holds(Some(current.version)) {
            return Ok(false);
        }
        let delete = "WITH gone AS (DELETE FROM SCHEMA.record WHERE key = $1 RETURNING key)
                      SELECT pg_notify($2, '') FROM gone";
        let gone = rows(&transaction, &self.sql(delete), &[&key.as_bytes(), &CHANNEL]).await?;
        commit(transaction).await?;
        Ok(!gone.is_empty())
    }

    /// Locks a key until the transaction ends. Returns its record.
    async fn lock_record(
        &self,
        transaction: &Transaction<'_>,
        key: &str,
    ) -> Result<Option<Record>, StoreError> {
        let lock = hash(&[self.schema.as_bytes(), key.as_bytes()]);
        row(transaction, "SELECT pg_advisory_xact_lock($1)", &[&lock]).await?;
        let found = row(transaction, &self.sql(GET), &[&key.as_bytes()]).await?;
        found.map(|row| record(&row)).transpose()
    }
}

const GET: &str = "SELECT key, value, version FROM SCHEMA.record
                   WHERE key = $1 AND (ends IS NULL OR ends > clock_timestamp())";

fn record(row: &Row) -> Result<Record, StoreError> {
    let key = std::str::from_utf8(column(row, 0)?).map_err(|_| StoreError::Corrupt { at: 0 })?;
    let value: Vec<u8> = column(row, 1)?;
    Ok(Record::new(key, value, column::<i64>(row, 2)?.cast_unsigned()))
}

/// FNV-1a: all processes must get the same number. Two keys with one number wait for each other, and
/// that is all.
fn hash(parts: &[&[u8]]) -> i64 {
    let bytes = parts.iter().flat_map(|part| part.iter().copied().chain([0xff]));
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.fold(0xcbf2_9ce4_8422_2325, step).cast_signed()
}

/// Refuses a key that no index takes.
pub(super) fn check(key: &str) -> Result<(), StoreError> {
    if key.len() > LONGEST_KEY {
        let why = "a key is longer than 2,048 bytes".to_owned();
        return Err(StoreError::Invalid { why });
    }
    Ok(())
}

/// Returns the first bytes that are behind all keys with this prefix.
fn behind(prefix: &str) -> Option<Vec<u8>> {
    let mut bytes = prefix.as_bytes().to_vec();
    // No byte of UTF-8 is 0xff.
    *bytes.last_mut()? += 1;
    Some(bytes)
}

impl Records for PostgresStore {
    fn get<'a>(&'a self, key: &'a str) -> StoreFuture<'a, Option<Record>> {
        Box::pin(async move {
            check(key)?;
            self.rows(GET, &[&key.as_bytes()]).await?.first().map(record).transpose()
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
            check(key)?;
            if value.len() > LARGEST_RECORD {
                let size = value.len();
                return Err(StoreError::TooLarge { size, limit: LARGEST_RECORD });
            }
            let ttl = ttl.map(|ttl| ttl.as_secs_f64()).filter(|ttl| *ttl < LONGEST_TTL);
            let mut client = self.client().await?;
            let done = within(self.put_with(&mut client, key, &value, expect, ttl)).await;
            let put = settle(client, done)?;
            self.shared.notices.changed();
            Ok(put)
        })
    }

    fn remove<'a>(&'a self, key: &'a str, expect: Expect) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            check(key)?;
            let mut client = self.client().await?;
            let done = within(self.remove_with(&mut client, key, expect)).await;
            let removed = settle(client, done)?;
            self.shared.notices.changed();
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
            let select = "SELECT key, value, version FROM SCHEMA.record
                          WHERE key >= $1 AND ($2::bytea IS NULL OR key < $2)
                            AND ($3::bytea IS NULL OR key > $3)
                            AND (ends IS NULL OR ends > clock_timestamp())
                          ORDER BY key LIMIT $4";
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let after = after.map(str::as_bytes);
            let rows =
                self.rows(select, &[&prefix.as_bytes(), &behind(prefix), &after, &limit]).await?;
            rows.iter().map(record).collect()
        })
    }

    fn watch<'a>(&'a self, prefix: &'a str) -> Changes<'a> {
        self.shared.notices.watch(self, prefix)
    }
}
