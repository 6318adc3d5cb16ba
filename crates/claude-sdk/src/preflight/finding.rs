//! Findings: what a preflight can find, how severe it is, and what to do about it.

use std::fmt;
use std::path::PathBuf;

use claude_protocol::shown;
use claude_transport::cli::CliProblem;

use crate::error::{CliVersion, Error};
use crate::launch::Warning;

/// How severe a finding is.
///
/// # Examples
///
/// ```
/// use claude_sdk::preflight::{Finding, Severity};
///
/// assert_eq!(Finding::RootBypass.severity(), Severity::Error);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// A session does not start, or its first prompt fails.
    Error,
    /// A session works, but something is lost or will fail later.
    Warning,
}

/// What is wrong with a folder.
///
/// # Examples
///
/// ```
/// use claude_sdk::preflight::FolderProblem;
///
/// assert_eq!(FolderProblem::ReadOnly.to_string(), "its file system is read-only");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FolderProblem {
    /// It does not exist.
    Missing,
    /// It does not exist, and cannot be created.
    NotCreatable,
    /// It is not a folder.
    NotAFolder,
    /// The user may not enter it.
    NotAccessible,
    /// The user may not write to it.
    NotWritable,
    /// Its file system is read-only.
    ReadOnly,
}

impl fmt::Display for FolderProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "it does not exist",
            Self::NotCreatable => "it does not exist and cannot be created",
            Self::NotAFolder => "it is not a folder",
            Self::NotAccessible => "it may not be entered",
            Self::NotWritable => "it may not be written",
            Self::ReadOnly => "its file system is read-only",
        })
    }
}

/// Something that a preflight has found. `Display` says what is wrong, [`Finding::hint`] what to do.
///
/// # Examples
///
/// ```
/// use claude_sdk::preflight::Finding;
///
/// println!("{}. {}", Finding::LoggedOut, Finding::LoggedOut.hint());
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Finding {
    /// The options are invalid, or the CLI cannot be found or started: the error that a start would
    /// return.
    Start {
        /// The error.
        error: Error,
    },
    /// An option is valid but probably unintended.
    Unintended {
        /// The warning, as [`Options::warnings`](crate::Options::warnings) returns it.
        warning: Warning,
    },
    /// The program ran, but reported no version. It may be another program than the CLI.
    NoVersion {
        /// The exit code or signal, as text. Empty if it did not exit in time.
        status: String,
        /// The last line that it wrote.
        output: String,
    },
    /// The CLI is too old to be started
    /// ([`CliSupport::Refused`](crate::version::CliSupport::Refused)).
    TooOld {
        /// The version of the CLI.
        found: CliVersion,
    },
    /// The CLI is older than the supported versions
    /// ([`CliSupport::Tolerated`](crate::version::CliSupport::Tolerated)).
    NotSupported {
        /// The version of the CLI.
        found: CliVersion,
    },
    /// The version of the CLI has a problem that a later one does not have.
    KnownProblem {
        /// The version of the CLI.
        found: CliVersion,
        /// The problem.
        problem: &'static CliProblem,
    },
    /// The CLI is newer than all versions that were tested
    /// ([`CliVersion::TESTED`](crate::version::CliVersion::TESTED)). New fields and messages are
    /// kept; the behaviour may differ.
    Untested {
        /// The version of the CLI.
        found: CliVersion,
    },
    /// The options allow `bypassPermissions` for root, which the CLI refuses outside of a sandbox.
    RootBypass,
    /// The CLI has no login and no key.
    LoggedOut,
    /// The CLI did not say whether it has a login.
    LoginUnknown,
    /// The working directory cannot be used.
    WorkingDirectory {
        /// The directory.
        path: PathBuf,
        /// What is wrong with it.
        problem: FolderProblem,
    },
    /// The folder in which the CLI stores sessions, settings and its login cannot be written. The
    /// CLI starts and does not report it: sessions cannot be resumed, and a login is lost.
    ConfigFolder {
        /// The folder: `CLAUDE_CONFIG_DIR`, or `.claude` in the home.
        path: PathBuf,
        /// What is wrong with it.
        problem: FolderProblem,
    },
    /// The temporary folder of this program cannot be written. Settings are passed to the CLI there.
    TemporaryFolder {
        /// The folder.
        path: PathBuf,
        /// What is wrong with it.
        problem: FolderProblem,
    },
    /// Little space is left on a file system that the CLI writes to.
    DiskNearlyFull {
        /// A folder on the file system.
        path: PathBuf,
        /// The bytes that are left for this user.
        bytes: u64,
        /// The number of files that are left, if the file system has such a limit.
        files: Option<u64>,
    },
}

impl Finding {
    /// Returns how severe the finding is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::Start { .. }
            | Self::NoVersion { .. }
            | Self::TooOld { .. }
            | Self::RootBypass
            | Self::LoggedOut => Severity::Error,
            Self::WorkingDirectory { problem, .. } => match problem {
                // A session that only reads and answers works there.
                FolderProblem::NotWritable | FolderProblem::ReadOnly => Severity::Warning,
                _ => Severity::Error,
            },
            Self::DiskNearlyFull { bytes: 0, .. } | Self::DiskNearlyFull { files: Some(0), .. } => {
                Severity::Error
            }
            _ => Severity::Warning,
        }
    }

    /// Returns one sentence that says what to do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Start { error } => error.hint(),
            Self::Unintended { .. } => "Change the options, or ignore this if it is intended.",
            Self::NoVersion { .. } => {
                "Run the program with `--version`, and check that it is the Claude Code CLI. \
                 `Options::cli_path` or CLAUDE_CLI_PATH sets another one."
            }
            Self::TooOld { .. } | Self::NotSupported { .. } => {
                "Update the CLI. Version 2.1.250 and later are supported."
            }
            Self::KnownProblem { .. } => {
                "Update the CLI, or do not depend on what the problem names."
            }
            Self::Untested { .. } => {
                "Run your own tests on this version, or install one that was tested."
            }
            Self::RootBypass => {
                "Run as another user, choose another permission mode without \
                 `Options::allow_bypass`, or set IS_SANDBOX=1 in a container."
            }
            Self::LoggedOut => "Log in with `claude /login`, or set ANTHROPIC_API_KEY.",
            Self::LoginUnknown => {
                "Run `claude auth status` as this user with this environment, or send a prompt."
            }
            Self::WorkingDirectory { .. } => {
                "Create the directory, give this user access to it, or set another one with \
                 `Options::cwd`."
            }
            Self::ConfigFolder { .. } => {
                "Make the folder writable for this user, or set HOME or CLAUDE_CONFIG_DIR to a \
                 folder that is."
            }
            Self::TemporaryFolder { .. } => {
                "Make the folder writable for this user, or set TMPDIR to a folder that is."
            }
            Self::DiskNearlyFull { .. } => {
                "Remove files. A full disk loses the session, and fails the tools."
            }
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start { error } => error.fmt(f),
            Self::Unintended { warning } => warning.fmt(f),
            Self::NoVersion { status, output } => {
                f.write_str("the program reports no version of the CLI")?;
                match (status.is_empty(), output.trim().is_empty()) {
                    (true, _) => f.write_str(": it did not exit in time"),
                    (false, true) => write!(f, ": it wrote nothing, and ended with {status}"),
                    (false, false) => write!(f, ": {} ({status})", shown(output)),
                }
            }
            Self::TooOld { found } => {
                write!(f, "CLI {found} is too old: {} or later is required", CliVersion::TOLERATED)
            }
            Self::NotSupported { found } => {
                let supported = CliVersion::SUPPORTED;
                write!(f, "CLI {found} is older than {supported}, the oldest supported version")
            }
            Self::KnownProblem { found, problem } => {
                write!(f, "CLI {found}: {}; this is fixed in {}", problem.text, problem.fixed)
            }
            Self::Untested { found } => {
                write!(f, "CLI {found} is newer than all versions that were tested")
            }
            Self::RootBypass => f.write_str(
                "the options allow the mode `bypassPermissions`, which the CLI refuses to root",
            ),
            Self::LoggedOut => f.write_str("the CLI has no login and no API key"),
            Self::LoginUnknown => f.write_str("the CLI does not say whether it has a login"),
            Self::WorkingDirectory { path, problem } => {
                write!(f, "the working directory `{}`: {problem}", path.display())
            }
            Self::ConfigFolder { path, problem } => {
                write!(f, "the configuration folder `{}`: {problem}", path.display())
            }
            Self::TemporaryFolder { path, problem } => {
                write!(f, "the temporary folder `{}`: {problem}", path.display())
            }
            Self::DiskNearlyFull { path, bytes, files } => {
                write!(f, "the disk of `{}` is nearly full: ", path.display())?;
                match files {
                    Some(files) if *files < super::folders::FEW_FILES => {
                        write!(f, "{files} files are left")
                    }
                    _ => write!(f, "{} MiB are left", bytes >> 20),
                }
            }
        }
    }
}
