//! Options: what is repaired, and what a repair did.

use std::path::PathBuf;

/// What [`Report::repair`](crate::Report::repair) repairs.
///
/// # Examples
///
/// ```
/// use claude_transcripts::Repairs;
///
/// let no_new_sessions = Repairs::safe();
/// let all = Repairs::safe().lost_branches(true);
/// let only_permissions = Repairs::none().permissions(true);
/// assert!(no_new_sessions != all && all != only_permissions);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repairs {
    pub(super) torn_lines: bool,
    pub(super) nul_bytes: bool,
    pub(super) joined_lines: bool,
    pub(super) missing_parents: bool,
    pub(super) unanswered_tools: bool,
    pub(super) orphan_results: bool,
    pub(super) lost_branches: bool,
    pub(super) permissions: bool,
}

impl Repairs {
    /// All repairs but that of lost branches. No message is removed, except results of calls that are
    /// not there.
    #[must_use]
    pub fn safe() -> Self {
        Self {
            torn_lines: true,
            nul_bytes: true,
            joined_lines: true,
            missing_parents: true,
            unanswered_tools: true,
            orphan_results: true,
            lost_branches: false,
            permissions: true,
        }
    }

    /// No repair, to choose single ones.
    #[must_use]
    pub fn none() -> Self {
        Self {
            torn_lines: false,
            nul_bytes: false,
            joined_lines: false,
            missing_parents: false,
            unanswered_tools: false,
            orphan_results: false,
            lost_branches: false,
            permissions: false,
        }
    }

    /// Sets whether torn lines are cut. A line that only has bytes that are not UTF-8 is kept, with
    /// U+FFFD in their place, as a CLI reads it.
    #[must_use]
    pub fn torn_lines(mut self, repaired: bool) -> Self {
        self.torn_lines = repaired;
        self
    }

    /// Sets whether zero bytes are removed. What is whole behind them becomes a line.
    #[must_use]
    pub fn nul_bytes(mut self, repaired: bool) -> Self {
        self.nul_bytes = repaired;
        self
    }

    /// Sets whether each object of a joined line becomes a line.
    #[must_use]
    pub fn joined_lines(mut self, repaired: bool) -> Self {
        self.joined_lines = repaired;
        self
    }

    /// Sets whether a line whose parent is missing follows the line before it in the file. The first
    /// line of a file whose head is lost becomes the beginning. What is lost stays lost.
    #[must_use]
    pub fn missing_parents(mut self, repaired: bool) -> Self {
        self.missing_parents = repaired;
        self
    }

    /// Sets whether a tool call without a result gets one, an error. Calls that wait for a decision
    /// are left alone.
    #[must_use]
    pub fn unanswered_tools(mut self, repaired: bool) -> Self {
        self.unanswered_tools = repaired;
        self
    }

    /// Sets whether results of calls that are not in the file are removed.
    #[must_use]
    pub fn orphan_results(mut self, repaired: bool) -> Self {
        self.orphan_results = repaired;
        self
    }

    /// Sets whether each branch that a resumed CLI does not follow becomes a session of its own, in
    /// the same folder: a new file with all messages of the branch. Off for [`Repairs::safe`], because
    /// every rewind leaves a branch. At most 100 branches are moved at once.
    #[must_use]
    pub fn lost_branches(mut self, repaired: bool) -> Self {
        self.lost_branches = repaired;
        self
    }

    /// Sets whether only the user can read and write the file afterwards (mode 0600).
    #[must_use]
    pub fn permissions(mut self, repaired: bool) -> Self {
        self.permissions = repaired;
        self
    }
}

/// What a repair did.
///
/// # Examples
///
/// ```
/// use claude_transcripts::{Repairs, Transcript};
///
/// # let folder = tempfile::tempdir().unwrap();
/// # let path = folder.path().join("4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10.jsonl");
/// std::fs::write(&path, "{\"type\":\"mode\"}\n{\"type\":\"us")?;
/// let repaired = Transcript::at(&path).doctor()?.repair(&Repairs::safe())?;
/// assert_eq!(repaired.removed, 1);
/// assert_eq!(std::fs::read(&path)?, b"{\"type\":\"mode\"}\n");
/// assert!(repaired.before.unwrap().exists());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Repaired {
    /// The old file, whole: `ID.jsonl.before-TIME`. `None` if the content was not changed.
    pub before: Option<PathBuf>,
    /// The files of the new sessions that lost branches were moved to.
    pub forks: Vec<PathBuf>,
    /// How many lines were removed.
    pub removed: u64,
    /// How many lines were changed or split.
    pub changed: u64,
    /// How many lines were added.
    pub added: u64,
}
