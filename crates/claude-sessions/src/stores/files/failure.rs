//! Failure: what an error of the disk means for the store.

use std::io::{Error, ErrorKind};

use crate::ports::StoreError;

/// Translates an error of the system. It contains no path and no content.
pub(super) fn failed(error: Error) -> StoreError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            StoreError::Full
        }
        _ => StoreError::unavailable(error),
    }
}
