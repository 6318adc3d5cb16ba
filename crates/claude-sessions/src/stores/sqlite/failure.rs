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

#[cfg(test)]
mod tests {
    use futures_util::TryStreamExt as _;

    use super::super::store::SqliteStore;
    use super::failed;
    use crate::ports::{Batch, Entry, SessionKey, SessionStore as _, StoreError};

    #[tokio::test]
    async fn a_full_disk_is_reported_and_loses_nothing() {
        let place = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(place.path().join("x.db")).await.unwrap();
        let key = SessionKey::new("p", "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10").unwrap();
        let limit = |pages: u32| {
            // The same error as that of a disk without space.
            let sql = format!("PRAGMA max_page_count = {pages}");
            store.read(move |file| file.query_row(&sql, [], |_| Ok(())).map_err(failed))
        };
        limit(100).await.unwrap();
        let text = "x".repeat(10_000);
        let batch = |at: u64| {
            let line = |n| Entry::new(format!(r#"{{"n":{n},"text":"{text}"}}"#)).unwrap();
            Batch::new([line(at), line(at + 1)]).at(at)
        };
        let mut len = 0;
        let error = loop {
            match store.append(&key, &batch(len)).await {
                Ok(appended) => len = appended.len,
                Err(error) => break error,
            }
        };
        assert!(matches!(error, StoreError::Full) && error.is_retryable(), "{error:?}");
        assert!(len > 0);
        let entries = store.load(&key, 0).await.unwrap().unwrap();
        assert_eq!(entries.try_collect::<Vec<_>>().await.unwrap().len() as u64, len);
        limit(10_000).await.unwrap();
        assert_eq!(store.append(&key, &batch(len)).await.unwrap().len, len + 2);
    }
}
