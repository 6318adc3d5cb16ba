//! Rejection: the reasons for which a candidate is not used, with their texts.

use std::fmt;
use std::path::PathBuf;

use super::Source;

/// Why a candidate is not used.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::Rejection;
///
/// let cut = Rejection::CutOff { size: 4096, expected: 377_545_232 };
/// assert_eq!(cut.to_string(), "it is cut off: it has 4096 of at least 377545232 bytes");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rejection {
    /// Nothing is there, although the path was named.
    Missing,
    /// It is a link to a file that does not exist.
    BrokenLink,
    /// It is a directory.
    Directory,
    /// It is neither a file nor a directory, such as a socket.
    SpecialFile,
    /// Nobody may execute it, or its directory may not be entered.
    NotExecutable,
    /// It is a batch file, or may be taken for one. Such files are never started: `cmd.exe` interprets the arguments,
    /// and no quoting is reliable there.
    BatchFile,
    /// npm's package is there, but its install script did not run.
    Stub,
    /// The file ends before the end that its headers name.
    CutOff {
        /// The size of the file in bytes.
        size: u64,
        /// The size that its headers require, at least.
        expected: u64,
    },
    /// It is empty, or a text without an interpreter line.
    NotAProgram,
    /// The interpreter of the script, or the loader of the program, does not exist.
    InterpreterMissing(PathBuf),
    /// It is the same file as an earlier candidate.
    SameAs(PathBuf),
    /// It can be started, but a path was named, so no other one is used.
    Overruled(Source),
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no such file"),
            Self::BrokenLink => f.write_str("it is a link to a missing file"),
            Self::Directory => f.write_str("it is a directory"),
            Self::SpecialFile => f.write_str("it is not a regular file"),
            Self::NotExecutable => f.write_str("it is not executable"),
            Self::BatchFile => f.write_str("it is a batch file, which is never started"),
            Self::Stub => f.write_str("the install script of the npm package did not run"),
            Self::CutOff { size, expected } => {
                write!(f, "it is cut off: it has {size} of at least {expected} bytes")
            }
            Self::NotAProgram => f.write_str("it is not a program"),
            Self::InterpreterMissing(interpreter) => {
                write!(f, "its interpreter or loader `{}` was not found", interpreter.display())
            }
            Self::SameAs(path) => write!(f, "it is the same file as `{}`", path.display()),
            Self::Overruled(source) => write!(f, "{source} is set, so nothing else is used"),
        }
    }
}
