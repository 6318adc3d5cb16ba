//! Report: the findings of a preflight, and what it learned about the CLI.

use std::fmt;

use super::{Finding, Severity};
use crate::auth::AuthStatus;
use crate::error::CliVersion;

/// What [`preflight`](crate::preflight()) has found. `Display` is a list for people, with what to do.
///
/// # Examples
///
/// ```
/// let report = claude_sdk::preflight::Preflight::default();
/// assert!(report.is_ready());
/// assert_eq!(report.to_string(), "no problems were found");
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Preflight {
    /// The findings, errors first.
    pub findings: Vec<Finding>,
    /// The version of the CLI, if it could be started and reports one.
    pub version: Option<CliVersion>,
    /// What the CLI says about its login, if it could be started.
    pub auth: Option<AuthStatus>,
}

impl Preflight {
    pub(super) fn new(
        mut findings: Vec<Finding>,
        version: Option<CliVersion>,
        auth: Option<AuthStatus>,
    ) -> Self {
        findings.sort_by_key(Finding::severity);
        Self { findings, version, auth }
    }

    /// Returns whether a session can be expected to start and work: there is no finding of
    /// [`Severity::Error`].
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity() != Severity::Error)
    }
}

impl fmt::Display for Preflight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.findings.is_empty() {
            return f.write_str("no problems were found");
        }
        for (index, finding) in self.findings.iter().enumerate() {
            let newline = if index > 0 { "\n" } else { "" };
            let severity = match finding.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            write!(f, "{newline}{severity}: {finding}\n  {}", finding.hint())?;
        }
        Ok(())
    }
}
