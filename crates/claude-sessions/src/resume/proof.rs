//! Proof: what was opened, known before a prompt is sent.

use std::path::{Path, PathBuf};

use claude_transcripts::Transcript;
use claude_types::{MessageUuid, SessionId};

use super::error::OpenError;

/// Where a session came from.
///
/// # Examples
///
/// ```
/// use claude_sessions::Source;
///
/// assert_ne!(Source::Local, Source::Store);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// It is new.
    New,
    /// It was on this machine.
    Local,
    /// It was only in the store, or longer there.
    Store,
}

/// What was opened. It was read from the session's file, and the CLI has shown that it has loaded a
/// conversation with this last message.
///
/// # Examples
///
/// ```no_run
/// # fn words(opened: &claude_sessions::Opened) -> String {
/// let proof = opened.proof();
/// format!("{} messages, from {:?}", proof.messages, proof.source)
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Proof {
    /// The session that was asked for. A fork gets an ID of its own later:
    /// [`Client::session_id`](claude_sdk::Client::session_id).
    pub session: SessionId,
    /// Where it came from.
    pub source: Source,
    /// The file that the CLI has loaded. `None` for a new session.
    pub path: Option<PathBuf>,
    /// The last message. `None` for a new session.
    pub leaf: Option<MessageUuid>,
    /// How many messages the conversation has.
    pub messages: usize,
    /// The size of the file, in bytes.
    pub bytes: u64,
    /// The working directory that the session began in.
    pub cwd: Option<PathBuf>,
}

impl Proof {
    pub(super) fn new(session: SessionId) -> Self {
        let source = Source::New;
        Self { session, source, path: None, leaf: None, messages: 0, bytes: 0, cwd: None }
    }

    /// Reads a session file. This blocks.
    pub(super) fn read(session: SessionId, source: Source, path: &Path) -> Result<Self, OpenError> {
        let transcript = Transcript::at(path);
        let conversation = transcript.conversation()?;
        let Some(leaf) = conversation.last_message()? else {
            return Err(OpenError::NotFound { id: session });
        };
        Ok(Self {
            session,
            source,
            messages: conversation.messages().len(),
            leaf: Some(leaf),
            bytes: path.metadata()?.len(),
            cwd: transcript.info()?.and_then(|info| info.cwd),
            path: Some(path.to_path_buf()),
        })
    }
}
