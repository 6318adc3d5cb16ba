//! Errors: why a connection could not be set up, read from or written to.
//!
//! The end of a peer is not an error: an [`Exit`](crate::Exit) describes it. Readers return plain [`io::Error`]s.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::launch::ResourceLimit;

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
    /// A resource limit of the launch could not be set. The program is not started, or ended.
    #[error("failed to set the limit of the peer: {limit}")]
    Limit {
        /// The limit.
        limit: ResourceLimit,
        /// The error of the operating system. Its kind is [`io::ErrorKind::Unsupported`] if the system has no such
        /// limit.
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
    /// The connection to a peer on another machine was lost, and not restored.
    ///
    /// A connector returns it, or the reader of a connection, as an [`io::Error`].
    #[error("the connection to the peer was lost")]
    Lost {
        /// Whether the peer is known to have ended. Otherwise it may still be running.
        resumable: bool,
    },
    /// The call was made outside a tokio runtime.
    #[error("no tokio runtime is running on this thread")]
    NoRuntime,
    /// The tokio runtime was built without a driver that a child process requires.
    #[error("the tokio runtime was built without its {driver} driver")]
    NoDriver {
        /// `IO` or `time`.
        driver: &'static str,
    },
}

/// For readers: with [`TransportError::Lost`], the layers above find the error in the [`io::Error`].
///
/// ```
/// use std::io;
///
/// use claude_transport::TransportError;
///
/// let error = io::Error::from(TransportError::Lost { resumable: true });
/// let lost = error.downcast::<TransportError>().unwrap();
/// assert!(matches!(lost, TransportError::Lost { resumable: true }));
/// ```
impl From<TransportError> for io::Error {
    fn from(error: TransportError) -> Self {
        let kind = match error {
            TransportError::Lost { .. } => io::ErrorKind::ConnectionAborted,
            _ => io::ErrorKind::Other,
        };
        Self::new(kind, error)
    }
}

/// The reason why a program could not be started.
///
/// # Examples
///
/// ```
/// use claude_transport::LaunchErrorKind;
///
/// assert_eq!(LaunchErrorKind::NotFound.to_string(), "no such file");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LaunchErrorKind {
    /// The program does not exist. A link to a missing file is one, too.
    NotFound,
    /// The program is not executable by the user.
    PermissionDenied,
    /// The program is a directory.
    IsDirectory,
    /// The file is executable, but not a program of this machine: it is a text without a first line that names its
    /// interpreter, it is cut off, or it is for another processor.
    NotAProgram,
    /// The program exists, but not the interpreter that its first line names, or the loader of its libraries.
    InterpreterMissing,
    /// The file system of the program does not allow to execute programs (`noexec`).
    NoExec,
    /// The program is a batch file (`.bat` or `.cmd`, on Windows only). The system would run it with `cmd.exe`, for
    /// which arguments cannot be quoted safely.
    BatchFile,
    /// Another process is writing to the program.
    Busy,
    /// The process or the system has too many open files.
    TooManyFiles,
    /// The system has too little memory, or the user has too many processes.
    OutOfResources,
    /// The working directory does not exist or is not a directory.
    CwdMissing,
    /// The arguments and the environment exceed a limit of the system, together or one of them alone.
    ArgumentsTooLong,
    /// Another error: see the source.
    Other,
}

impl LaunchErrorKind {
    /// Returns whether the same launch may succeed later, unchanged.
    #[must_use]
    pub fn is_transient(self) -> bool {
        matches!(self, Self::Busy | Self::TooManyFiles | Self::OutOfResources)
    }

    /// Returns whether the file is the reason, so that another file may be started in its place.
    #[must_use]
    pub fn is_about_the_file(self) -> bool {
        matches!(
            self,
            Self::NotFound
                | Self::PermissionDenied
                | Self::IsDirectory
                | Self::NotAProgram
                | Self::InterpreterMissing
                | Self::NoExec
                | Self::BatchFile
        )
    }
}

impl fmt::Display for LaunchErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotFound => "no such file",
            Self::PermissionDenied => "permission denied",
            Self::IsDirectory => "it is a directory",
            Self::NotAProgram => "it is not a program of this machine",
            Self::InterpreterMissing => "its interpreter or loader does not exist",
            Self::NoExec => "its file system does not allow to execute programs",
            Self::BatchFile => "batch files are not started",
            Self::Busy => "another process is writing to the file",
            Self::TooManyFiles => "too many open files",
            Self::OutOfResources => "too little memory or too many processes",
            Self::CwdMissing => "the working directory does not exist",
            Self::ArgumentsTooLong => "the arguments are too long",
            Self::Other => "the system refused",
        })
    }
}
