//! Error: why a session was not opened.

use std::path::PathBuf;

use claude_transcripts::Holder;
use claude_types::SessionId;

use super::parked::ParkedCall;
use crate::lease::LeaseHolder;
use crate::ports::StoreError;

/// A session was not opened. No prompt was sent.
///
/// # Examples
///
/// ```
/// use claude_sessions::OpenError;
///
/// let error = OpenError::NotFound { id: "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10".into() };
/// assert!(error.to_string().contains("neither"));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// Neither the machine nor the store has a message of the session.
    #[error("neither this machine nor the store has a message of the session {id}")]
    NotFound {
        /// The session.
        id: SessionId,
    },
    /// The ID of a session to create is taken.
    #[error("there is a session {id} already: resume it")]
    Exists {
        /// The session.
        id: SessionId,
    },
    /// Several projects of this machine have the session.
    #[error("{} projects have the session: name the working directory", .paths.len())]
    Ambiguous {
        /// The files.
        paths: Vec<PathBuf>,
    },
    /// A CLI of this machine has the session open.
    #[error("the session is open in process {}", .holder.pid)]
    Open {
        /// The process.
        holder: Box<Holder>,
    },
    /// Another program has the lease of the session.
    #[error("process {} holds the session", .holder.pid)]
    Held {
        /// The process.
        holder: LeaseHolder,
    },
    /// This machine and the store have different continuations. Nothing was overwritten.
    #[error("this machine and the store differ after {common} entries: open one of them")]
    Diverged {
        /// How many entries are equal.
        common: u64,
        /// The file of this machine.
        local: PathBuf,
    },
    /// A tool call of the session waits for a decision. The CLI would repeat it at once, so the
    /// session is opened only if [`Open::decides_parked_call`](crate::Open::decides_parked_call) says
    /// that somebody decides.
    #[error("a call of the tool `{}` waits for a decision", .call.tool)]
    Parked {
        /// The call.
        call: ParkedCall,
    },
    /// The CLI did not find the message that was read last: it would have opened something else.
    #[error("the CLI does not have the conversation that was read from `{}`", .path.display())]
    LeafUnknown {
        /// The file that was read.
        path: PathBuf,
        /// What the CLI said.
        source: Box<claude_sdk::Error>,
    },
    /// The CLI did not start.
    #[error("the CLI did not start")]
    Start {
        /// Why.
        source: Box<claude_sdk::Error>,
    },
    /// The store failed.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// A session file cannot be read.
    #[error("the session file cannot be read")]
    Transcript(#[from] claude_transcripts::Error),
    /// A private file cannot be written.
    #[error("a private file for the session cannot be written")]
    Io(#[from] std::io::Error),
}
