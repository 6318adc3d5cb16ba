//! Stores that outlive the process: what they keep when they are opened again, killed, shared or full.

mod canaries;
mod child;
mod full;
mod kills;
mod memory;
mod reopening;
mod writers;

use std::path::Path;
use std::sync::Arc;

use claude_sessions::ports::{Entry, Journal, Records, SessionKey, SessionStore, StoreError};
use claude_sessions::stores::FileStore;
#[cfg(feature = "sqlite")]
use claude_sessions::stores::SqliteStore;
use futures_util::TryStreamExt;

/// All three ports on one type.
trait Ports: SessionStore + Records + Journal + std::fmt::Debug {}
impl<S: SessionStore + Records + Journal + std::fmt::Debug> Ports for S {}

/// The stores that are tested here.
const KINDS: &[Kind] = &[
    Kind::Files,
    #[cfg(feature = "sqlite")]
    Kind::Sqlite,
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Files,
    #[cfg(feature = "sqlite")]
    Sqlite,
}

impl Kind {
    /// Opens the store of this kind in a folder.
    async fn open(self, folder: &Path) -> Result<Arc<dyn Ports>, StoreError> {
        Ok(match self {
            Self::Files => Arc::new(FileStore::open(folder.join("files")).await?),
            #[cfg(feature = "sqlite")]
            Self::Sqlite => Arc::new(SqliteStore::open(folder.join("sessions.db")).await?),
        })
    }

    fn named(name: &str) -> Self {
        *KINDS.iter().find(|kind| format!("{kind:?}") == name).unwrap()
    }
}

fn key() -> SessionKey {
    SessionKey::new("-home-me-App", "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10").unwrap()
}

fn entry(text: &str) -> Entry {
    Entry::new(text.to_owned()).unwrap()
}

/// Returns the lines of a log. Empty if it does not exist.
async fn lines(store: &dyn Ports, key: &SessionKey) -> Vec<String> {
    let Some(entries) = store.load(key, 0).await.unwrap() else { return Vec::new() };
    let entries: Vec<Entry> = entries.try_collect().await.unwrap();
    entries.iter().map(|entry| entry.as_str().to_owned()).collect()
}
