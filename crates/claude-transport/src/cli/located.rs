//! Located: the result of a search, and its table for people.

use std::fmt;
use std::path::{Path, PathBuf};

use super::{Candidate, Verdict};

/// How many of the paths at which nothing is are shown.
const SHOWN: usize = 3;

/// The result of a search for the CLI: every file that may be it, in order of precedence.
///
/// `Display` shows a table: verdict, path, kind, version, where it was found, and why it was rejected.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::Search;
///
/// let located = Search::new().explicit("/nowhere/claude").run();
/// assert!(located.chosen().is_none());
/// assert_eq!(
///     located.to_string(),
///     "rejected  /nowhere/claude  unknown  -  explicit path  there is no such file\n"
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Located {
    /// The files that are there, and named paths at which nothing is, in order of precedence.
    pub candidates: Vec<Candidate>,
    /// The paths that were looked at and at which nothing is, in order.
    pub absent: Vec<PathBuf>,
}

impl Located {
    /// Returns the program to start; `None` if no candidate can be started.
    #[must_use]
    pub fn chosen(&self) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.verdict == Verdict::Chosen)
    }

    /// Returns the candidates that can be started, the chosen one first.
    pub fn usable(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().filter(|candidate| candidate.is_usable())
    }

    /// Returns the candidates that cannot be used.
    pub fn rejected(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().filter(|candidate| !candidate.is_usable())
    }

    /// Returns all paths that were looked at, those of the candidates first.
    pub fn searched(&self) -> impl Iterator<Item = &Path> {
        let found = self.candidates.iter().map(|candidate| &*candidate.path);
        found.chain(self.absent.iter().map(|path| &**path))
    }
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows: Vec<[String; 6]> = self.candidates.iter().map(row).collect();
        let mut widths = [0; 6];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count());
            }
        }
        for row in &rows {
            let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
            let line = cells.collect::<Vec<_>>().join("  ");
            writeln!(f, "{}", line.trim_end())?;
        }
        if !self.absent.is_empty() {
            writeln!(f, "nothing is at {} other paths, such as:", self.absent.len())?;
            for path in self.absent.iter().take(SHOWN) {
                writeln!(f, "  {}", shown(path))?;
            }
        }
        if rows.is_empty() && self.absent.is_empty() {
            writeln!(f, "no path was searched: neither PATH nor a home directory is set")?;
        }
        Ok(())
    }
}

/// Returns the cells of a row.
fn row(candidate: &Candidate) -> [String; 6] {
    let verdict = match candidate.verdict {
        Verdict::Chosen => "chosen",
        Verdict::Usable => "usable",
        Verdict::Rejected(_) => "rejected",
    };
    [
        verdict.into(),
        shown(&candidate.path),
        candidate.kind.to_string(),
        candidate.version.map_or_else(|| "-".into(), |version| version.to_string()),
        candidate.source.to_string(),
        candidate.rejection().map_or_else(String::new, ToString::to_string),
    ]
}

/// Returns a path as text. A name may contain control characters, which would break the table.
fn shown(path: &Path) -> String {
    path.display().to_string().replace(char::is_control, "\u{fffd}")
}
