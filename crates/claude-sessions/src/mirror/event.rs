//! Event: what a mirror tells of.

use std::path::PathBuf;
use std::sync::Arc;

use crate::ports::{SessionKey, StoreError};

/// What a mirror tells of while it works. It says nothing as long as all goes well.
///
/// # Examples
///
/// ```
/// use claude_sessions::{Mirror, MirrorEvent};
/// use claude_sessions::stores::MemoryStore;
///
/// let mirror = Mirror::new(MemoryStore::new()).on_event(|event| match event {
///     MirrorEvent::Failing { key, error, .. } => eprintln!("{key} is not stored: {error}"),
///     MirrorEvent::CaughtUp { key, .. } => eprintln!("{key} is stored again"),
///     _ => {}
/// });
/// # drop(mirror);
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum MirrorEvent {
    /// The store has failed three times. It is tried again for as long as the session lives. Told once
    /// for each outage.
    #[non_exhaustive]
    Failing {
        /// The log.
        key: SessionKey,
        /// The latest failure.
        error: Arc<StoreError>,
    },
    /// All is stored again after [`MirrorEvent::Failing`].
    #[non_exhaustive]
    CaughtUp {
        /// The log.
        key: SessionKey,
    },
    /// The store has refused: another writer has been there, or has taken over. The session goes on
    /// in its file, and the log is not stored any more.
    #[non_exhaustive]
    Stopped {
        /// The log.
        key: SessionKey,
        /// Why.
        error: Arc<StoreError>,
    },
    /// A line follows one that is not in the file: the CLI has lost it, for example because the disk
    /// is full. Told once for each log.
    #[non_exhaustive]
    LinesLost {
        /// The log.
        key: SessionKey,
    },
}

/// What of a session is stored.
///
/// # Examples
///
/// ```
/// use claude_sessions::MirrorReport;
///
/// assert!(MirrorReport::default().is_stored());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct MirrorReport {
    /// How many entries this mirror has stored.
    pub stored: u64,
    /// The logs that are not stored to their ends, with the files that have what is missing. Give them
    /// to [`catch_up`](crate::catch_up) later, also from another process.
    pub behind: Vec<(SessionKey, PathBuf)>,
}

impl MirrorReport {
    /// Returns whether all is stored.
    #[must_use]
    pub fn is_stored(&self) -> bool {
        self.behind.is_empty()
    }
}
