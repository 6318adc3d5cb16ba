//! Error: what a failure of the driver tells. The texts of the server are left out.

use redis::RedisError;

use crate::ports::StoreError;

/// Why the server cannot be used: a condition and a code, and nothing of an entry or an address.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("the connection fails")]
    Connection,
    #[error("the server refuses it ({0})")]
    Refused(String),
    #[error("the driver fails")]
    Driver,
}

/// Wraps an error of the driver.
pub(super) fn failed(error: RedisError) -> StoreError {
    if error.is_io_error() || error.is_timeout() || error.is_connection_dropped() {
        return StoreError::unavailable(Failure::Connection);
    }
    match error.code() {
        Some("OOM" | "MISCONF") => StoreError::Full,
        // A code is one word in capital letters.
        Some(code) if code.bytes().all(|byte| byte.is_ascii_uppercase()) => {
            StoreError::unavailable(Failure::Refused(code.to_owned()))
        }
        _ => StoreError::unavailable(Failure::Driver),
    }
}
