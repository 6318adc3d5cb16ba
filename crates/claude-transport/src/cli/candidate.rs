//! Candidate: a file that may be the CLI, where it was found, what it is, and whether it is used.
//!
//! Plain data. `inspect.rs` finds out what a file is, `search.rs` decides which one is chosen. Next: `rejection.rs`.

use std::fmt;
use std::path::PathBuf;

use super::{CliVersion, KnownPlace, Rejection};

/// A file that may be the CLI.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::{Search, Source};
///
/// let located = Search::new().explicit("/nowhere/claude").run();
/// assert_eq!(located.candidates[0].source, Source::Explicit);
/// assert!(!located.candidates[0].is_usable());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate {
    /// The path as it was found. Links are not resolved.
    pub path: PathBuf,
    /// Where it was found.
    pub source: Source,
    /// What the file is.
    pub kind: Kind,
    /// The version, if the path or the package that contains the file tells it. The file is not run.
    pub version: Option<CliVersion>,
    /// Whether it is used, and the reason if it is not.
    pub verdict: Verdict,
    /// The folder of the interpreter of a script, if it is not in `PATH`: that of the script, or one of the login
    /// shell's. The script starts only with this folder in the `PATH` of the child.
    pub interpreter_folder: Option<PathBuf>,
}

impl Candidate {
    /// Returns whether the file is chosen, or is tried if the system does not start those before it.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        matches!(self.verdict, Verdict::Chosen | Verdict::Usable)
    }

    /// Returns why the file is not used; `None` if it is usable.
    #[must_use]
    pub fn rejection(&self) -> Option<&Rejection> {
        match &self.verdict {
            Verdict::Rejected(reason) => Some(reason),
            Verdict::Chosen | Verdict::Usable => None,
        }
    }
}

/// Where a candidate was found, in order of precedence.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::{KnownPlace, Source};
///
/// assert!(Source::Path < Source::Known(KnownPlace::Nvm));
/// assert_eq!(Source::Known(KnownPlace::Nvm).to_string(), "nvm");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Source {
    /// The path that the program set ([`Search::explicit`](super::Search::explicit)).
    Explicit,
    /// The variable `CLAUDE_CLI_PATH`.
    Variable,
    /// A folder of `PATH`.
    Path,
    /// A folder of the `PATH` of the user's login shell. The shell is run only if nothing usable was found before.
    LoginShell,
    /// A folder in which an installer or a version manager puts programs.
    Known(KnownPlace),
}

impl Source {
    /// Returns whether this very path was named, so that no other one is used.
    #[must_use]
    pub fn is_named(self) -> bool {
        matches!(self, Self::Explicit | Self::Variable)
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Explicit => f.write_str("explicit path"),
            Self::Variable => f.write_str("CLAUDE_CLI_PATH"),
            Self::Path => f.write_str("PATH"),
            Self::LoginShell => f.write_str("PATH of the login shell"),
            Self::Known(place) => place.fmt(f),
        }
    }
}

/// What a candidate is, by its content and its path.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::Kind;
///
/// assert_eq!(Kind::Stub.to_string(), "stub");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A native program.
    Native,
    /// A program or a script in a package of npm.
    Npm,
    /// A script with an interpreter line.
    Script,
    /// A program of a version manager that starts the CLI of the active version.
    Shim,
    /// The file that npm's package contains until its install script has run.
    Stub,
    /// Something else, or nothing.
    Unknown,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Native => "native",
            Self::Npm => "npm",
            Self::Script => "script",
            Self::Shim => "shim",
            Self::Stub => "stub",
            Self::Unknown => "unknown",
        })
    }
}

/// Whether a candidate is used.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::{Rejection, Verdict};
///
/// let verdict = Verdict::Rejected(Rejection::Directory);
/// assert_eq!(verdict.to_string(), "rejected: it is a directory");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// It is the first one that can be started, as far as its content shows.
    Chosen,
    /// It can be started, too. It is tried if the system does not start those before it.
    Usable,
    /// It is not used.
    Rejected(Rejection),
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chosen => f.write_str("chosen"),
            Self::Usable => f.write_str("usable"),
            Self::Rejected(reason) => write!(f, "rejected: {reason}"),
        }
    }
}
