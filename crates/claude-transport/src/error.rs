//! Why there is no connection.
//!
//! A connection that ends is no error here: readers return plain [`io::Error`]s, and an [`Exit`](crate::Exit)
//! tells how a peer ended.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// What can go wrong with a transport.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TransportError {
    /// The program could not be started.
    #[error("failed to launch `{}`: {kind}", program.display())]
    Launch {
        /// The program as it was named.
        program: PathBuf,
        /// What kept it from starting.
        kind: LaunchErrorKind,
        /// The error of the system.
        source: io::Error,
    },
    /// The streams of a started child could not be set up; the child has been ended.
    #[error("failed to set up the streams of the peer")]
    Streams {
        /// The error of the system.
        source: io::Error,
    },
    /// The peer could not be read from.
    #[error("failed to read from the peer")]
    Read {
        /// The error of the stream.
        source: io::Error,
    },
    /// The peer could not be written to.
    #[error("failed to write to the peer")]
    Write {
        /// The error of the stream.
        source: io::Error,
    },
    /// There is no tokio runtime here.
    #[error("no tokio runtime is running on this thread")]
    NoRuntime,
}

/// What kept a program from starting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LaunchErrorKind {
    /// The program, or the interpreter that its first line names, does not exist.
    NotFound,
    /// The program may not be executed.
    PermissionDenied,
    /// The working directory does not exist or is not a directory.
    CwdMissing,
    /// The arguments and the environment are together, or one of them alone, too long for the system.
    ArgumentsTooLong,
    /// Something else; the source tells.
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
