//! Error: what a failure of the driver tells. The texts of the server are left out: they may quote a
//! row.

use deadpool_postgres::PoolError;
use tokio_postgres::error::SqlState;

use crate::ports::StoreError;

/// Why the database cannot be used: a condition and a code, and nothing of a row or an address.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("the tables are missing or incomplete: call `migrate`")]
    NoTables,
    #[error("the database refuses it (SQLSTATE {0})")]
    Refused(String),
    #[error("the connection fails ({0})")]
    Connection(std::io::ErrorKind),
    #[error("the connection is closed")]
    Closed,
    #[error("the driver fails")]
    Driver,
    #[error("the pool has no connection")]
    Pool,
}

/// Wraps an error of the driver.
pub(super) fn failed(error: tokio_postgres::Error) -> StoreError {
    let failure = match error.code() {
        Some(code) if *code == SqlState::DISK_FULL => return StoreError::Full,
        Some(code) if is_missing(code) => Failure::NoTables,
        Some(code) => Failure::Refused(code.code().to_owned()),
        None if error.is_closed() => Failure::Closed,
        None => io(&error).map_or(Failure::Driver, Failure::Connection),
    };
    StoreError::unavailable(failure)
}

/// Wraps an error of the pool.
pub(super) fn no_client(error: PoolError) -> StoreError {
    match error {
        PoolError::Backend(error) => failed(error),
        _ => StoreError::unavailable(Failure::Pool),
    }
}

fn is_missing(code: &SqlState) -> bool {
    [SqlState::UNDEFINED_TABLE, SqlState::UNDEFINED_COLUMN, SqlState::INVALID_SCHEMA_NAME]
        .contains(code)
}

fn io(error: &tokio_postgres::Error) -> Option<std::io::ErrorKind> {
    let source = std::error::Error::source(error)?;
    source.downcast_ref::<std::io::Error>().map(std::io::Error::kind)
}
