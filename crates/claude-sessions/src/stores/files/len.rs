//! Len: how much of a log is valid. The file beside the log, `<name>.len`; replacing it is the commit of an append.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::disk::Folder;
use super::failure::failed;
use crate::ports::{StoreError, Summary};

/// What the file contains.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Len {
    /// The highest epoch of a writer of the session; beside the main log only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) epoch: Option<u64>,
    /// `None` if there is no log: it is just being made, was deleted, or has only an epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) log: Option<Log>,
}

/// The valid part of a log.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Log {
    /// Another one for each log, also after a deletion.
    pub(super) id: String,
    pub(super) lines: u64,
    pub(super) bytes: u64,
    /// Milliseconds since 1970.
    pub(super) modified: u64,
    /// The description of the subagent, as it was appended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) metadata: Option<String>,
    /// What a list shows of the session; beside the main log only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) summary: Option<Summary>,
}

impl std::fmt::Debug for Log {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Log").field("lines", &self.lines).finish_non_exhaustive()
    }
}

impl Len {
    /// Reads the file of a log. `None` if there is none.
    pub(super) fn read(folder: &Folder, stem: &str) -> Result<Option<Self>, StoreError> {
        let Some(content) = folder.content(&name(stem)).map_err(failed)? else { return Ok(None) };
        let len = serde_json::from_slice(&content).map_err(|_| StoreError::Corrupt { at: 0 })?;
        Ok(Some(len))
    }

    /// Replaces the file of a log.
    pub(super) fn write(&self, folder: &Folder, stem: &str) -> Result<(), StoreError> {
        let content = serde_json::to_vec(self).map_err(StoreError::unavailable)?;
        folder.replace(&name(stem), &[&content]).map_err(failed)
    }

    pub(super) fn lines(&self) -> u64 {
        self.log.as_ref().map_or(0, |log| log.lines)
    }
}

impl Log {
    pub(super) fn new() -> Self {
        Self { id: uuid::Uuid::new_v4().to_string(), ..Self::default() }
    }

    /// Sets the time to now, or to a little after the time before.
    pub(super) fn touch(&mut self) {
        self.modified = millis(SystemTime::now()).max(self.modified + 1);
    }

    pub(super) fn modified(&self) -> SystemTime {
        UNIX_EPOCH.checked_add(Duration::from_millis(self.modified)).unwrap_or(UNIX_EPOCH)
    }
}

/// Milliseconds since 1970.
pub(super) fn millis(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// The suffix of the file.
pub(super) const SUFFIX: &str = ".len";

fn name(stem: &str) -> String {
    format!("{stem}{SUFFIX}")
}
