//! Catching up: stores a session from its files, when no CLI writes them.

use std::path::Path;
use std::sync::Arc;

use claude_transcripts::Transcript;

use super::paths::key_of;
use super::source::FileSource;
use crate::ports::{Batch, Entry, SessionKey, SessionStore, StoreError};

/// Stores what of a session file and its subagents is missing in a store, and returns how many entries
/// that were. So a session of this machine comes into a store, and a mirror that was interrupted is
/// made whole. To do it twice does nothing.
///
/// `project` is the project in the store; by default the name of the folder that has the file.
///
/// # Errors
///
/// - [`StoreError::Invalid`] if the path is not that of a session file.
/// - [`StoreError::Conflict`] if the store has other entries than the file, or more.
/// - [`StoreError::Unavailable`] if the file cannot be read, and the errors of the store.
///
/// # Cancel safety
///
/// If the future is dropped, a beginning is stored.
///
/// # Examples
///
/// ```no_run
/// use std::path::Path;
/// use std::sync::Arc;
///
/// use claude_sessions::{catch_up, stores::MemoryStore};
///
/// # async fn run(file: &Path) -> Result<(), claude_sessions::ports::StoreError> {
/// let store = Arc::new(MemoryStore::new());
/// println!("{} entries were missing", catch_up(store, file, None).await?);
/// # Ok(())
/// # }
/// ```
pub async fn catch_up(
    store: Arc<dyn SessionStore>,
    file: &Path,
    project: Option<&str>,
) -> Result<u64, StoreError> {
    let key = key_of(file, project).ok_or_else(|| StoreError::Invalid {
        why: "this is not the path of a session file".to_owned(),
    })?;
    catch_up_as(&*store, &key, file, None).await
}

/// Stores what of a session file and its subagents is missing in a log, as a writer of this epoch.
pub(crate) async fn catch_up_as(
    store: &dyn SessionStore,
    key: &SessionKey,
    file: &Path,
    epoch: Option<u64>,
) -> Result<u64, StoreError> {
    let mut added = one(store, key, file, epoch).await?;
    let transcript = Transcript::at(file);
    let subagents = blocking(move || transcript.subagents()).await?;
    let folder = file.with_extension("");
    for subagent in subagents.map_err(StoreError::unavailable)? {
        let path = subagent.path;
        let below = path.strip_prefix(&folder).ok().map(|below| below.with_extension(""));
        let Some(below) = below.as_deref().and_then(Path::to_str) else { continue };
        let key = key.main().with_subpath(below.replace('\\', "/"))?;
        added += one(store, &key, &path, epoch).await?;
        if let Some(metadata) = metadata(&path).await? {
            store.append(&key, &Batch { fence: epoch, ..Batch::new([metadata]) }).await?;
        }
    }
    Ok(added)
}

/// Stores what of one log is missing.
async fn one(
    store: &dyn SessionStore,
    key: &SessionKey,
    path: &Path,
    epoch: Option<u64>,
) -> Result<u64, StoreError> {
    let batch = |entries| Batch { fence: epoch, ..Batch::new(entries) };
    let mut len = store.append(key, &batch(Vec::new())).await?.len;
    let (mut source, mut added) = (FileSource::new(path), 0);
    loop {
        let read;
        (read, source) = blocking(move || (source.read(len), source)).await?;
        let chunk = read.map_err(StoreError::unavailable)?;
        let end = chunk.at + chunk.entries.len() as u64;
        if end > len {
            let appended = store.append(key, &batch(chunk.entries).at(chunk.at)).await?;
            added += appended.len - len;
            len = appended.len;
        } else if chunk.is_last && end < len {
            return Err(StoreError::Conflict { at: end });
        }
        if chunk.is_last {
            return Ok(added);
        }
    }
}

/// Counts the entries of a session file. This blocks.
pub(crate) fn count_entries(path: &Path) -> std::io::Result<u64> {
    let mut source = FileSource::new(path);
    loop {
        let chunk = source.read(u64::MAX)?;
        if chunk.is_last {
            return Ok(chunk.at + chunk.entries.len() as u64);
        }
    }
}

/// Reads the description of a subagent beside its file, as the entry that the CLI would send.
async fn metadata(path: &Path) -> Result<Option<Entry>, StoreError> {
    let path = path.with_extension("meta.json");
    let read = blocking(move || std::fs::read(path)).await?;
    let object = read.ok().and_then(|text| {
        serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(&text).ok()
    });
    let Some(mut object) = object else { return Ok(None) };
    // A field of this name in the file must not hide what the entry is.
    object.insert("type".to_owned(), "agent_metadata".into());
    Entry::new(serde_json::Value::Object(object).to_string()).map(Some)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work).await.map_err(StoreError::unavailable)
}
