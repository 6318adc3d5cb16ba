//! Case errors: in the text of a case, during the run, or from the CLI.

use std::io;
use std::path::PathBuf;

/// The reason why there is no recording.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CaseError {
    /// The text of the cases cannot be parsed.
    #[error("line {line}: {problem} in `{statement}`")]
    Language {
        /// The line, counted from one.
        line: usize,
        /// The invalid statement.
        statement: String,
        /// The problem.
        problem: String,
    },
    /// There is no case with this name.
    #[error("the case `{name}` does not exist")]
    Unknown {
        /// The requested name.
        name: String,
    },
    /// A file or folder could not be used.
    #[error("{}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
    /// The CLI could not be started.
    #[error("failed to start the CLI")]
    Start {
        /// The cause.
        source: claude_transport::TransportError,
    },
    /// The fake API could not be started.
    #[error("failed to start the fake API")]
    Api {
        /// The cause.
        source: io::Error,
    },
    /// A line that a case waits for did not arrive.
    #[error("{case}: step {step}: {what} did not arrive")]
    Missing {
        /// The name of the case.
        case: String,
        /// The step, counted from one.
        step: usize,
        /// What did not arrive.
        what: String,
    },
    /// A case requires something that the recorder does not support.
    #[error("{case}: step {step}: {problem}")]
    Step {
        /// The name of the case.
        case: String,
        /// The step, counted from one.
        step: usize,
        /// The reason.
        problem: String,
    },
}

impl CaseError {
    /// Creates the error of a file that could not be used.
    pub(super) fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
