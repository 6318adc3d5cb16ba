//! Errors: what can fail when session files are found, read and changed.

use std::io;
use std::path::{Path, PathBuf};

use claude_types::{MessageUuid, SessionId};

use crate::folders::Holder;

/// The result of a fallible function of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A session file cannot be found, read or changed.
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
    #[error("the session {} is open in process {}: end it first", .holder.session_id, .holder.pid)]
    #[non_exhaustive]
    HeldBy {
        /// The CLI.
        holder: Box<Holder>,
    },
    /// A title or a tag is empty, or has only invisible characters.
    #[error("a {field} must contain a visible character")]
    #[non_exhaustive]
    Empty {
        /// `title` or `tag`.
        field: &'static str,
    },
    /// A session has no message, or not the one that a fork should end with.
    #[error("{} in the session {id}", .message.as_ref().map_or("no message".to_owned(), |uuid| format!("no message {uuid}")))]
    #[non_exhaustive]
    NoMessage {
        /// The session.
        id: SessionId,
        /// The message. `None` if there is none at all.
        message: Option<MessageUuid>,
    },
    /// A session of this ID exists already.
    #[error("the session exists already: `{}`", .path.display())]
    #[non_exhaustive]
    Exists {
        /// Its file or folder.
        path: PathBuf,
    },
    /// A bundle cannot be written or imported.
    #[error("the bundle is refused: {reason}")]
    #[non_exhaustive]
    Bundle {
        /// The reason.
        reason: String,
        /// The error of the reader or writer, if that is the reason.
        source: Option<io::Error>,
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

    pub(crate) fn bundle(reason: impl Into<String>) -> Self {
        Self::Bundle { reason: reason.into(), source: None }
    }
}
