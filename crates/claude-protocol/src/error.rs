//! The one error of this crate. It is `Clone`, because one death settles many waiters.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use claude_transport::{Exit, TransportError};
use claude_types::{DecodeError, ErrorCode, PermissionMode, Raw, ResultMessage};

/// The subtype of a control request: a constant, or a name that the caller made.
pub(crate) type Subtype = Cow<'static, str>;

/// The outcome of a request: the `response` field of the CLI's response, which many responses omit.
pub(crate) type Answer = Result<Option<Raw>, ProtocolError>;

/// Why a connection, a turn or a request failed.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum ProtocolError {
    /// The CLI could not be started, or its pipes failed.
    #[error("failed to talk to the CLI")]
    Transport(#[source] Arc<TransportError>),
    /// The CLI is gone, and something was still waiting for it.
    #[error("the CLI ended with {exit}")]
    Exited {
        /// How it ended, with its last words: on stderr or, where it wrote nothing there, what it
        /// wrote on stdout that is no protocol, before the handshake was done.
        exit: Exit,
        /// The last result it wrote, which often tells why.
        last_result: Option<Arc<ResultMessage>>,
    },
    /// The CLI refused a control request.
    #[error("the CLI refused `{subtype}`: {message}")]
    Refused {
        /// Which request.
        subtype: Cow<'static, str>,
        /// What the CLI said.
        message: String,
        /// Its machine-readable reason, from CLI 2.1.329 on.
        code: Option<ErrorCode>,
    },
    /// The CLI does not know a control request.
    #[error("the CLI does not know `{subtype}`")]
    Unsupported {
        /// Which request.
        subtype: Cow<'static, str>,
        /// The version of the CLI, where it has told.
        version: Option<Arc<str>>,
    },
    /// The CLI is older than what is needed.
    #[error("the CLI is version {found}, and {needed} is needed")]
    TooOld {
        /// Its version.
        found: Arc<str>,
        /// The oldest version that would do.
        needed: Arc<str>,
    },
    /// A frame that was needed could not be read.
    #[error("failed to read an answer of the CLI")]
    Decode(#[source] DecodeError),
    /// A value of ours could not be written as JSON.
    #[error("failed to encode a request")]
    Encode(#[source] Arc<serde_json::Error>),
    /// Something did not happen in time.
    #[error("timed out after {after:?} waiting for {waiting_for}")]
    Timeout {
        /// What was waited for.
        waiting_for: Cow<'static, str>,
        /// For how long.
        after: Duration,
        /// What the CLI had said by then.
        output: Arc<StartupOutput>,
    },
    /// What was waited for went on beyond the deadline.
    #[error("not done after {after:?}: waiting for {waiting_for}")]
    Unfinished {
        /// What was still going on, with the ids of its tasks.
        waiting_for: String,
        /// For how long it was waited for.
        after: Duration,
    },
    /// The CLI was silent for too long, and was ended by [`Recovery::End`](crate::Recovery::End).
    #[error("ended after {silent_for:?} of silence, waiting for {waiting_for}")]
    Stalled {
        /// What the CLI was at, as a text for people, such as ``the tool `Bash` ``.
        waiting_for: String,
        /// How long the CLI had been silent.
        silent_for: Duration,
        /// The type of the last frame that was a sign of life, such as `system/init`, if any.
        last_frame: Option<String>,
    },
    /// The CLI runs in another permission mode than asked for, so it might not ask at all.
    #[error("the CLI runs in permission mode `{actual}` instead of `{expected}`")]
    PermissionMode {
        /// The mode that was asked for.
        expected: PermissionMode,
        /// The mode that the CLI reports.
        actual: PermissionMode,
    },
    /// A hook was to block on failure, and the CLI did not take the hooks.
    #[error("the CLI did not apply the hooks")]
    HooksNotApplied,
    /// The prompt was cancelled before it ran.
    #[error("the prompt was cancelled before it ran")]
    Cancelled,
    /// The CLI took the prompt, and has been idle since without a result.
    #[error("the CLI is idle and gave no result")]
    NoResult,
    /// The consumer did not read and the policy is to fail.
    #[error("a consumer that did not read has {bytes} bytes waiting")]
    Overflow {
        /// What was waiting when the limit was met.
        bytes: usize,
    },
    /// stdin is closed, as it is when no prompt will follow and nothing needs it; what runs goes on.
    #[error("stdin of the CLI is closed")]
    InputClosed,
    /// The connection was closed by this side.
    #[error("the connection is closed")]
    Closed,
}

impl From<TransportError> for ProtocolError {
    fn from(error: TransportError) -> Self {
        Self::Transport(Arc::new(error))
    }
}

/// What a CLI said before something was waited for in vain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct StartupOutput {
    /// The last part of what it wrote on stderr.
    pub stderr: String,
    /// The types of its last frames before the handshake was done, such as `system init`.
    pub frames: Vec<String>,
    /// Its last lines before the handshake was done that were no frames, such as the banner of an
    /// update.
    pub noise: Vec<String>,
}
