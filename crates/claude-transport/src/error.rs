//! Errors: why a connection could not be set up, read from or written to.
//!
//! The end of a peer is not an error: an [`Exit`](crate::Exit) describes it. Readers return plain [`io::Error`]s.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// An error of a transport.
///
/// # Examples
///
/// ```
/// use claude_transport::{Connector, Launch, LaunchErrorKind, Spawner, TransportError};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let error = Spawner.connect(&Launch::new("/no/such/program")).err().unwrap();
/// let TransportError::Launch { kind, .. } = error else { panic!("{error}") };
/// assert_eq!(kind, LaunchErrorKind::NotFound);
/// # }
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TransportError {
    /// The program could not be started.
    #[error("failed to launch `{}`: {kind}", program.display())]
    Launch {
        /// The program, as given in [`Launch::program`](crate::Launch::program).
        program: PathBuf,
        /// The kind of failure.
        kind: LaunchErrorKind,
        /// The error of the operating system.
        source: io::Error,
    },
    /// A private file of the launch could not be written.
    #[error("failed to write a private file for the peer")]
    Files {
        /// The error of the operating system.
        source: io::Error,
    },
    /// The streams of a started child could not be set up. The child is ended.
    #[error("failed to set up the streams of the peer")]
    Streams {
        /// The error of the operating system.
        source: io::Error,
    },
    /// Reading from the peer failed.
    #[error("failed to read from the peer")]
    Read {
        /// The error of the stream.
        source: io::Error,
    },
    /// Writing to the peer failed.
    #[error("failed to write to the peer")]
    Write {
        /// The error of the stream.
        source: io::Error,
    },
    /// The call was made outside a tokio runtime.
    #[error("no tokio runtime is running on this thread")]
    NoRuntime,
}

/// The reason why a program could not be started.
///
/// # Examples
///
/// ```
/// use claude_transport::LaunchErrorKind;
///
/// assert_eq!(LaunchErrorKind::CwdMissing.to_string(), "working directory missing");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LaunchErrorKind {
    /// The program does not exist, or the interpreter that its first line names does not.
    NotFound,
    /// The program is not executable by the user.
    PermissionDenied,
    /// The working directory does not exist or is not a directory.
    CwdMissing,
    /// The arguments and the environment exceed a limit of the system, together or one of them alone.
    ArgumentsTooLong,
    /// Another error: see the source.
    Other,
}

impl fmt::Display for LaunchErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotFound => "program not found",
            Self::PermissionDenied => "permission denied",
            Self::CwdMissing => "working directory missing",
            Self::ArgumentsTooLong => "arguments too long",
            Self::Other => "unexpected system error",
        })
    }
}
