//! Private copy: a session of a store, as files that a CLI can open.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use futures_util::StreamExt;
use tempfile::TempDir;

use super::error::OpenError;
use crate::ports::{Entries, Entry, SessionKey, SessionStore, StoreError};

/// How much is written at once, in bytes.
const BLOCK: usize = 1 << 20;

/// A session of a store, in a folder that nobody else can read. It is removed when this is dropped.
#[derive(Debug)]
pub(super) struct PrivateCopy {
    folder: TempDir,
    pub(super) path: PathBuf,
}

impl PrivateCopy {
    /// Writes the files of a session.
    pub(super) async fn write(
        store: &dyn SessionStore,
        key: &SessionKey,
    ) -> Result<Self, OpenError> {
        let folder = private_folder()?;
        let path = folder.path().join(format!("{}.jsonl", key.session()));
        log(store, key, &path).await?;
        if store.capabilities().subkeys {
            let below = path.with_extension("");
            for subpath in store.list_subkeys(key).await? {
                // What a store returns is checked as what it gets.
                let key = key.with_subpath(subpath.as_str())?;
                log(store, &key, &below.join(format!("{subpath}.jsonl"))).await?;
            }
        }
        Ok(Self { folder, path })
    }

    /// Keeps the folder, because it has lines that are stored nowhere else.
    pub(super) fn keep(self) {
        drop(self.folder.keep());
    }
}

/// Creates a folder with the mode 0700.
fn private_folder() -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("claude-session-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o700));
    }
    builder.tempdir()
}

/// Creates a file with the mode 0600, and the folders above it with 0700.
fn private_file(path: &Path) -> io::Result<File> {
    let mut folders = std::fs::DirBuilder::new();
    folders.recursive(true);
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
        folders.mode(0o700);
        options.mode(0o600);
    }
    if let Some(folder) = path.parent() {
        folders.create(folder)?;
    }
    options.open(path)
}

/// Writes a log, and the description of a subagent beside it. A log that does not exist has no file.
async fn log(store: &dyn SessionStore, key: &SessionKey, path: &Path) -> Result<(), OpenError> {
    let Some(mut entries) = store.load(key, 0).await? else { return Ok(()) };
    let file = path.to_path_buf();
    let mut writer = blocking(move || Ok(BufWriter::new(private_file(&file)?))).await?;
    loop {
        let (block, metadata) = next_block(&mut entries).await?;
        if let Some(metadata) = metadata {
            let path = path.with_extension("meta.json");
            let text = description(&metadata)?;
            blocking(move || private_file(&path)?.write_all(text.as_bytes())).await?;
        }
        if block.is_empty() {
            break;
        }
        writer = blocking(move || writer.write_all(&block).map(|()| writer)).await?;
    }
    blocking(move || writer.into_inner().map_err(|error| error.into_error())?.sync_all()).await?;
    Ok(())
}

/// Reads entries until there is enough for a block, or the end. A log in memory takes one block only.
async fn next_block(entries: &mut Entries<'_>) -> Result<(Vec<u8>, Option<Entry>), StoreError> {
    let (mut block, mut metadata) = (Vec::new(), None);
    while block.len() < BLOCK {
        match entries.next().await.transpose()? {
            Some(entry) if entry.is_metadata() => metadata = Some(entry),
            Some(entry) => {
                block.extend_from_slice(entry.bytes());
                block.push(b'\n');
            }
            None => break,
        }
    }
    Ok((block, metadata))
}

/// Returns the description of a subagent as the CLI keeps it: without the type of the entry.
fn description(entry: &Entry) -> Result<String, StoreError> {
    let object = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(entry.as_str());
    let mut object = object.map_err(|_| StoreError::Corrupt { at: 0 })?;
    object.remove("type");
    Ok(serde_json::Value::Object(object).to_string())
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}
