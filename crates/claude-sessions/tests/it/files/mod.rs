//! Files: the layout of the folder, and what else may lie in it.

mod hostile;
mod layout;
mod steps;
mod waiting;

use std::path::Path;

use claude_sessions::ports::{Batch, Entry, SessionKey, SessionStore};
use claude_sessions::stores::FileStore;
use futures_util::TryStreamExt;

const ID: &str = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";

fn key() -> SessionKey {
    SessionKey::new("-home-me-app", ID).unwrap()
}

fn agent() -> SessionKey {
    key().with_subpath("subagents/agent-a1b2").unwrap()
}

fn entry(n: u64) -> Entry {
    Entry::new(format!(r#"{{"type":"user","n":{n}}}"#)).unwrap()
}

fn batch(entries: std::ops::Range<u64>) -> Batch {
    Batch::new(entries.map(entry))
}

async fn open(root: &Path) -> FileStore {
    FileStore::open(root).await.unwrap()
}

/// The number of entries, all of which must be those of [`entry`]. `None` if there is no log.
async fn count(store: &FileStore, key: &SessionKey) -> Option<u64> {
    let entries: Vec<Entry> = store.load(key, 0).await.unwrap()?.try_collect().await.unwrap();
    let count = entries.len() as u64;
    assert!(entries.into_iter().eq((0..count).map(entry)), "other entries");
    Some(count)
}
