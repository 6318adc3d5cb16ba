//! Store error: why a version could not be installed, or is not used.

use std::io;
use std::path::{Path, PathBuf};

use crate::cli::CliVersion;

/// An error of a [`Store`](super::Store).
///
/// # Examples
///
/// ```
/// use claude_transport::cli::{CliVersion, Store, StoreError};
///
/// let error = Store::new("/nowhere").get(CliVersion::new(2, 1, 329)).unwrap_err();
/// assert!(matches!(error, StoreError::NotInstalled { .. }));
/// assert_eq!(error.to_string(), "the CLI 2.1.329 is not installed in `/nowhere`");
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The version is not installed.
    #[error("the CLI {version} is not installed in `{}`", folder.display())]
    NotInstalled {
        /// The version.
        version: CliVersion,
        /// The folder of the store.
        folder: PathBuf,
    },
    /// The program is not the one that was installed. Install the version again.
    #[error("`{}` was changed since it was installed: {problem}", program.display())]
    Changed {
        /// The program.
        program: PathBuf,
        /// What is different.
        problem: String,
    },
    /// What npm installed does not match the pin.
    #[error("the installed package `{package}` does not match: {problem}")]
    Mismatch {
        /// The package.
        package: String,
        /// What is different.
        problem: String,
    },
    /// The lock file of npm cannot be used.
    #[error("invalid lock file of npm: {problem}")]
    LockFile {
        /// What is invalid.
        problem: String,
    },
    /// npm was not found. It comes with Node.js.
    #[error("`{}` was not found; install Node.js, which npm is part of", npm.display())]
    NpmMissing {
        /// The program that was started.
        npm: PathBuf,
    },
    /// npm failed.
    #[error("npm failed with {status}: {output}")]
    Npm {
        /// Its exit status.
        status: String,
        /// The end of what it printed, at most 2000 characters.
        output: String,
    },
    /// npm has not installed a program for this system that works.
    #[error("no program of the CLI {version} works here: {problem}")]
    Program {
        /// The version.
        version: CliVersion,
        /// What is wrong.
        problem: String,
    },
    /// A file or folder could not be read or written.
    #[error("failed to access `{}`", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The error of the operating system.
        source: io::Error,
    },
}

impl StoreError {
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { path: path.to_owned(), source }
    }
}
