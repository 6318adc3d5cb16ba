//! Errors: what can fail when session files are found and read.

use std::io;
use std::path::{Path, PathBuf};

use claude_types::SessionId;

use crate::folders::Holder;

/// The result of a fallible function of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A session file cannot be found or read.
///
/// No error contains a part of a transcript.
///
/// # Examples
///
/// ```
/// use claude_transcripts::{Error, Home};
///
/// let missing = Home::at("/nowhere").locate(&"4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10".into());
/// assert!(matches!(missing, Err(Error::NotFound { .. })));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The home of the user is not known.
    #[error("the home of the user is not known: neither CLAUDE_CONFIG_DIR nor HOME is set")]
    NoHome,
    /// A session ID is not a UUID.
    #[error("a session ID must be a UUID, got `{id}`")]
    #[non_exhaustive]
    InvalidId {
        /// The ID.
        id: SessionId,
    },
    /// No project has the session.
    #[error("no session file for {id} in any project")]
    #[non_exhaustive]
    NotFound {
        /// The ID.
        id: SessionId,
    },
    /// Several projects have a session of this ID.
    #[error("{} projects have the session {id}: open one of the paths", .paths.len())]
    #[non_exhaustive]
    Ambiguous {
        /// The ID.
        id: SessionId,
        /// The files, sorted.
        paths: Vec<PathBuf>,
    },
    /// A file or folder cannot be read or written.
    #[error("`{}` cannot be read or written", .path.display())]
    #[non_exhaustive]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The reason.
        source: io::Error,
    },
    /// A running CLI has the session open.
    #[error("process {} has the session {} open: end it first", .holder.pid, .holder.session_id)]
    #[non_exhaustive]
    HeldBy {
        /// The CLI.
        holder: Box<Holder>,
    },
    /// A file was changed after it was checked.
    #[error("`{}` was changed after it was checked: check it again", .path.display())]
    #[non_exhaustive]
    Changed {
        /// The file.
        path: PathBuf,
    },
}

impl Error {
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        Self::Io { path: path.to_path_buf(), source }
    }
}
