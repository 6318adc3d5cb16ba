//! Report: what each check has found.

use std::fmt;

/// What a check has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Passed,
    Skipped(&'static str),
    Failed(String),
}

/// The outcome of each check, in the order in which they ran. `Display` is one line per check.
///
/// # Examples
///
/// ```
/// use claude_sessions::conformance::Report;
///
/// // The report of a suite that has not run.
/// let report = Report::default();
/// assert_eq!((report.passed(), report.failed().count()), (0, 0));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report(Vec<(&'static str, Outcome)>);

impl Report {
    pub(super) fn add(&mut self, name: &'static str, outcome: Outcome) {
        self.0.push((name, outcome));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the number of checks that passed.
    #[must_use]
    pub fn passed(&self) -> usize {
        self.0.iter().filter(|(_, outcome)| *outcome == Outcome::Passed).count()
    }

    /// Returns the checks that were skipped, each with what the store does not support.
    pub fn skipped(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.iter().filter_map(|(name, outcome)| match outcome {
            Outcome::Skipped(what) => Some((*name, *what)),
            _ => None,
        })
    }

    /// Returns the checks that failed, each with the reason.
    pub fn failed(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().filter_map(|(name, outcome)| match outcome {
            Outcome::Failed(why) => Some((*name, why.as_str())),
            _ => None,
        })
    }

    /// Checks that no check failed.
    ///
    /// # Panics
    ///
    /// Panics with the whole report if a check failed.
    #[track_caller]
    pub fn assert_passed(&self) {
        assert!(self.failed().next().is_none(), "the store does not conform:\n{self}");
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, outcome) in &self.0 {
            match outcome {
                Outcome::Passed => writeln!(f, "passed   {name}")?,
                Outcome::Skipped(what) => writeln!(f, "skipped  {name}: no {what}")?,
                Outcome::Failed(why) => writeln!(f, "FAILED   {name}: {why}")?,
            }
        }
        Ok(())
    }
}
