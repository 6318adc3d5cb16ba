//! Failure: what an error of the database means for the store.

use rusqlite::{Error, ErrorCode};

use super::schema::BUSY;
use crate::ports::StoreError;

/// Translates an error of the driver. It may contain our SQL, and no value.
pub(super) fn failed(error: Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            StoreError::TimedOut { after: BUSY }
        }
        Some(ErrorCode::DiskFull) => StoreError::Full,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Corrupt { at: 0 },
        _ => StoreError::unavailable(error),
    }
}
