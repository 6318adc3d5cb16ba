//! Finding: what is wrong with a session file, where, and in words without any content of it.

use std::fmt;
use std::path::PathBuf;

use crate::lines::Place;

/// How much a finding matters.
///
/// # Examples
///
/// ```
/// use claude_transcripts::Severity;
///
/// assert!(Severity::Fault > Severity::Note);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// The conversation is whole, and there is something to know about its file.
    Note,
    /// A part of the conversation is lost, or a CLI that resumes it loses or refuses something.
    Fault,
}

/// Something that is wrong with a session file, or that is to know about it.
///
/// Its text says what that is and what follows from it. Neither the text nor a field contains a part
/// of the conversation.
///
/// # Examples
///
/// ```
/// use claude_transcripts::{Finding, Severity, Transcript};
///
/// # let folder = tempfile::tempdir().unwrap();
/// # let path = folder.path().join("4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10.jsonl");
/// std::fs::write(&path, "{\"type\":\"mode\"}\n{\"type\":\"us")?;
/// let report = Transcript::at(path).doctor()?;
/// let torn = report.findings.iter().find(|it| matches!(it, Finding::Torn { line: 2, .. })).unwrap();
/// assert_eq!(torn.severity(), Severity::Fault);
/// assert!(torn.to_string().starts_with("line 2 (byte 16): not a whole JSON object"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding {
    /// A line is not a whole JSON object: the CLI was killed, or the disk was full.
    #[non_exhaustive]
    Torn {
        /// The number of the line, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
    },
    /// Zero bytes, as a crash of the machine leaves them. What is behind them on the line is lost,
    /// too.
    #[non_exhaustive]
    NulBytes {
        /// The number of the line, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
    },
    /// An object stands behind another object, or behind a torn one, on one line. The CLI does not
    /// read it.
    #[non_exhaustive]
    JoinedLines {
        /// The number of the line, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
    },
    /// A line is longer than 64 MiB, and was skipped.
    #[non_exhaustive]
    TooLong {
        /// The number of the line, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
    },
    /// The line before this one in the conversation is not in the file: lines are lost.
    #[non_exhaustive]
    MissingParent {
        /// The number of the line, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
    },
    /// The file begins in the middle of a conversation: it was deleted while a CLI had it open.
    #[non_exhaustive]
    HeadLost {
        /// The number of the line, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
    },
    /// A resumed CLI follows another branch: after a retry, after a rewind, or because two CLIs wrote
    /// to the session at once.
    #[non_exhaustive]
    LostBranch {
        /// The number of the last line of the branch, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
        /// How many messages only this branch has.
        messages: u64,
    },
    /// A tool call of the conversation has no result. Some CLIs refuse to go on for ever, others
    /// leave the call out.
    #[non_exhaustive]
    UnansweredTool {
        /// The number of the line with the call, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
    },
    /// The result of a tool call that is not in the file.
    #[non_exhaustive]
    OrphanResult {
        /// The number of the line, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
    },
    /// An earlier line has the same ID.
    #[non_exhaustive]
    DoubleUuid {
        /// The number of the line, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
    },
    /// Lines of another session.
    #[non_exhaustive]
    ForeignLines {
        /// The number of the first of them, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
        /// How many they are.
        lines: u64,
    },
    /// Other projects have a session of the same ID. A CLI in a third directory does not find it.
    #[non_exhaustive]
    Copies {
        /// The other files, sorted.
        paths: Vec<PathBuf>,
    },
    /// No line was written in the directory that the project folder stands for: the file was moved.
    ForeignCwd,
    /// The description of a subagent is missing.
    #[non_exhaustive]
    SidecarMissing {
        /// The file that is missing.
        path: PathBuf,
    },
    /// The file with the output of a tool is missing. The model can read only its beginning.
    #[non_exhaustive]
    ToolResultMissing {
        /// The number of the line that names the file, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
    },
    /// The file is larger than 20 MiB. A CLI reads all of it when it resumes.
    #[non_exhaustive]
    Bloat {
        /// Its size in bytes.
        size: u64,
        /// The bytes by type of line, the largest first. Types that are not known count as `other`.
        by_type: Vec<(&'static str, u64)>,
    },
    /// Other users of the machine can read or change the file.
    #[non_exhaustive]
    ReadableByOthers {
        /// Its permissions.
        mode: u32,
    },
    /// A running CLI has the session open. What is found may change while it writes.
    #[non_exhaustive]
    HeldBy {
        /// The process.
        pid: u32,
    },
    /// A tool call waits for a decision. A resumed CLI asks again, before any prompt.
    #[non_exhaustive]
    DeferredCall {
        /// The number of the line with the call, from 1 on.
        line: u64,
        /// Where it is.
        place: Place,
    },
    /// The next start of any CLI deletes the file soon, because nothing was written to it.
    #[non_exhaustive]
    DeletedSoon {
        /// In how many days, at most 7. 0 if the next start deletes it.
        in_days: u64,
    },
}

impl Finding {
    /// Returns how much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::Torn { .. }
            | Self::NulBytes { .. }
            | Self::JoinedLines { .. }
            | Self::TooLong { .. }
            | Self::MissingParent { .. }
            | Self::HeadLost { .. }
            | Self::UnansweredTool { .. }
            | Self::OrphanResult { .. }
            | Self::Copies { .. }
            | Self::ToolResultMissing { .. } => Severity::Fault,
            Self::LostBranch { .. }
            | Self::DoubleUuid { .. }
            | Self::ForeignLines { .. }
            | Self::ForeignCwd
            | Self::SidecarMissing { .. }
            | Self::Bloat { .. }
            | Self::ReadableByOthers { .. }
            | Self::HeldBy { .. }
            | Self::DeferredCall { .. }
            | Self::DeletedSoon { .. } => Severity::Note,
        }
    }

    /// Returns the number of the line, from 1 on, and where it is. `None` if the whole file is meant.
    #[must_use]
    pub fn at(&self) -> Option<(u64, Place)> {
        match *self {
            Self::Torn { line, place }
            | Self::NulBytes { line, place }
            | Self::JoinedLines { line, place }
            | Self::TooLong { line, place }
            | Self::MissingParent { line, place }
            | Self::HeadLost { line, place }
            | Self::LostBranch { line, place, .. }
            | Self::UnansweredTool { line, place }
            | Self::OrphanResult { line, place }
            | Self::DoubleUuid { line, place }
            | Self::ForeignLines { line, place, .. }
            | Self::ToolResultMissing { line, place }
            | Self::DeferredCall { line, place } => Some((line, place)),
            _ => None,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((line, place)) = self.at() {
            write!(f, "line {line} (byte {}): ", place.offset)?;
        }
        match self {
            Self::Torn { .. } => f.write_str("not a whole JSON object: its content is lost"),
            Self::NulBytes { .. } => f.write_str("zero bytes: the CLI does not read this line"),
            Self::JoinedLines { .. } => {
                f.write_str("several lines are joined: the CLI does not read all of them")
            }
            Self::TooLong { .. } => f.write_str("longer than 64 MiB: it was not checked"),
            Self::MissingParent { .. } => {
                f.write_str("the line before it in the conversation is lost")
            }
            Self::HeadLost { .. } => {
                f.write_str("the beginning of the conversation is lost: this is its first line")
            }
            Self::LostBranch { messages, .. } => {
                write!(
                    f,
                    "the end of a branch that a resumed CLI does not follow ({messages} messages)"
                )
            }
            Self::UnansweredTool { .. } => {
                f.write_str("a tool call without a result: a resumed CLI may drop it or fail")
            }
            Self::OrphanResult { .. } => {
                f.write_str("a result of a tool call that is not in the file")
            }
            Self::DoubleUuid { .. } => f.write_str("an earlier line has the same ID"),
            Self::ForeignLines { lines, .. } => {
                write!(f, "the first of {lines} lines that belong to another session")
            }
            Self::Copies { paths } => write!(
                f,
                "{} other projects have a session of this ID: a CLI may open another one or none",
                paths.len()
            ),
            Self::ForeignCwd => f.write_str(
                "no line was written in the directory of this project folder: the file was moved",
            ),
            Self::SidecarMissing { path } => {
                write!(f, "the description of a subagent is missing: `{}`", path.display())
            }
            Self::ToolResultMissing { .. } => {
                f.write_str("the file with the output of the tool is missing")
            }
            Self::Bloat { size, by_type } => {
                write!(f, "the file is large ({} MiB)", size >> 20)?;
                for (kind, bytes) in by_type.iter().take(3) {
                    write!(f, ", {kind}: {} MiB", bytes >> 20)?;
                }
                f.write_str(": a CLI reads all of it when it resumes")
            }
            Self::ReadableByOthers { mode } => {
                write!(f, "other users can open the file (mode {mode:04o})")
            }
            Self::HeldBy { pid } => write!(f, "process {pid} has the session open"),
            Self::DeferredCall { .. } => f.write_str(
                "a tool call waits for a decision: a resumed CLI asks again before any prompt",
            ),
            Self::DeletedSoon { in_days: 0 } => {
                f.write_str("the next start of a CLI deletes the file")
            }
            Self::DeletedSoon { in_days } => {
                write!(f, "a CLI that starts in {in_days} days or later deletes the file")
            }
        }
    }
}
