//! What can go wrong with a case: in its text, on the way, or with the CLI.

use std::io;
use std::path::PathBuf;

/// Why there is no recording.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CaseError {
    /// The text of the cases is not understood.
    #[error("line {line}: {problem} in `{statement}`")]
    Language {
        /// The line, counted from one.
        line: usize,
        /// The statement that is wrong.
        statement: String,
        /// What is wrong with it.
        problem: String,
    },
    /// There is no case of that name.
    #[error("there is no case `{name}`")]
    Unknown {
        /// The name that was asked for.
        name: String,
    },
    /// A file or folder could not be used.
    #[error("{}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The CLI could not be started.
    #[error("the CLI could not be started")]
    Start {
        /// Why.
        source: claude_transport::TransportError,
    },
    /// The fake API could not be started.
    #[error("the fake API could not be started")]
    Api {
        /// Why.
        source: io::Error,
    },
    /// Something that a case waits for did not come.
    #[error("{case}: step {step} waits in vain for {what}")]
    Missing {
        /// The name of the case.
        case: String,
        /// The step, counted from one.
        step: usize,
        /// What did not come.
        what: String,
    },
    /// A case asks for what the recorder cannot do.
    #[error("{case}: step {step}: {problem}")]
    Step {
        /// The name of the case.
        case: String,
        /// The step, counted from one.
        step: usize,
        /// Why it cannot be done.
        problem: String,
    },
}

impl CaseError {
    /// Tells of a file that could not be used.
    pub(super) fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
