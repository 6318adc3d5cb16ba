//! Client: a connection of the pool, for one call, and its deadline.

use std::time::Duration;

use deadpool_postgres::{GenericClient, Object, Transaction};
use tokio::time::timeout;
use tokio_postgres::types::ToSql;
use tokio_postgres::{IsolationLevel, Row};

use super::error::{failed, no_client};
use super::store::PostgresStore;
use crate::ports::StoreError;

/// How long a call may wait for a connection, and then for the database.
const TIMEOUT: Duration = Duration::from_secs(30);

pub(super) type Params<'p> = &'p [&'p (dyn ToSql + Sync)];

impl PostgresStore {
    /// Takes a connection out of the pool.
    pub(super) async fn client(&self) -> Result<Object, StoreError> {
        let client = timeout(TIMEOUT, self.shared.pool.get()).await;
        client.map_err(|_| StoreError::TimedOut { after: TIMEOUT })?.map_err(no_client)
    }

    /// Runs one statement and returns its rows.
    pub(super) async fn rows(&self, sql: &str, params: Params<'_>) -> Result<Vec<Row>, StoreError> {
        let client = self.client().await?;
        let rows = within(rows(&client, &self.sql(sql), params)).await;
        settle(client, rows)
    }

    /// Writes the name of the schema into a statement.
    pub(super) fn sql(&self, sql: &str) -> String {
        sql.replace("SCHEMA", &format!("\"{}\"", self.schema))
    }
}

/// Limits the time of a call.
pub(super) async fn within<T>(
    work: impl Future<Output = Result<T, StoreError>>,
) -> Result<T, StoreError> {
    timeout(TIMEOUT, work).await.unwrap_or(Err(StoreError::TimedOut { after: TIMEOUT }))
}

/// Gives a connection back to the pool, unless it may be broken.
pub(super) fn settle<T>(client: Object, done: Result<T, StoreError>) -> Result<T, StoreError> {
    if done.as_ref().is_err_and(StoreError::is_retryable) {
        drop(Object::take(client));
    }
    done
}

/// Begins a transaction that sees what was committed before each of its statements.
pub(super) async fn begin(client: &mut Object) -> Result<Transaction<'_>, StoreError> {
    let transaction = client.build_transaction().isolation_level(IsolationLevel::ReadCommitted);
    transaction.start().await.map_err(failed)
}

pub(super) async fn commit(transaction: Transaction<'_>) -> Result<(), StoreError> {
    transaction.commit().await.map_err(failed)
}

/// Runs a statement and returns its rows.
pub(super) async fn rows(
    client: &impl GenericClient,
    sql: &str,
    params: Params<'_>,
) -> Result<Vec<Row>, StoreError> {
    let statement = client.prepare_cached(sql).await.map_err(failed)?;
    client.query(&statement, params).await.map_err(failed)
}

/// Runs a statement and returns its first row.
pub(super) async fn row(
    client: &impl GenericClient,
    sql: &str,
    params: Params<'_>,
) -> Result<Option<Row>, StoreError> {
    Ok(rows(client, sql, params).await?.into_iter().next())
}

/// Reads a column.
pub(super) fn column<'r, T: tokio_postgres::types::FromSql<'r>>(
    row: &'r Row,
    index: usize,
) -> Result<T, StoreError> {
    row.try_get(index).map_err(failed)
}

/// A number as the database keeps it. Those above `i64::MAX` become negative, and come back as they were.
pub(super) fn signed(number: u64) -> i64 {
    number.cast_signed()
}

/// A bound as the database compares it: no stored number is above `i64::MAX`.
pub(super) fn bound(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
