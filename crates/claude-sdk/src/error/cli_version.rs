//! CLI version: parsing and comparison, and which version introduced which flag or request.
//!
//! Nothing is requested or refused here; that is `launch/version_check.rs`. `docs/versions.md`
//! lists how older versions differ. The tables contain the first version that was tried and has the
//! feature, so the true first one may be somewhat older.

use std::fmt;

/// A version of the CLI, such as 2.1.329.
///
/// # Examples
///
/// ```
/// use claude_sdk::version::{CliSupport, CliVersion};
///
/// let version = CliVersion::parse("2.1.329 (Claude Code)").unwrap();
/// assert!(version > CliVersion::SUPPORTED);
/// assert_eq!(version.support(), CliSupport::Supported);
/// assert_eq!(version.to_string(), "2.1.329");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CliVersion {
    major: u32,
    minor: u32,
    patch: u32,
}

/// How well this crate supports a version of the CLI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CliSupport {
    /// The version is tested and supported.
    Supported,
    /// The basics work; some hooks and control requests do not. A start logs a warning.
    Tolerated,
    /// A start is refused, unless
    /// [`Options::skip_version_check`](crate::Options::skip_version_check) is set.
    Refused,
}

impl CliVersion {
    /// The oldest supported version: 2.1.250.
    pub const SUPPORTED: Self = Self::new(2, 1, 250);

    /// The oldest version that is not refused: 2.1.113.
    pub const TOLERATED: Self = Self::new(2, 1, 113);

    /// Creates a version from its three numbers.
    #[must_use]
    pub const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self { major, minor, patch }
    }

    /// Parses the version that a CLI reports: three numbers. Text after them is ignored.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let word = text.split_whitespace().next()?;
        let mut parts = word.trim_start_matches('v').splitn(3, '.');
        let (major, minor, rest) = (parts.next()?, parts.next()?, parts.next()?);
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (patch, more) = rest.split_at(end);
        if !more.is_empty() && !more.starts_with(['-', '+']) {
            return None;
        }
        Some(Self::new(number(major)?, number(minor)?, number(patch)?))
    }

    /// Returns how well this crate supports the version.
    #[must_use]
    pub fn support(self) -> CliSupport {
        if self >= Self::SUPPORTED {
            CliSupport::Supported
        } else if self >= Self::TOLERATED {
            CliSupport::Tolerated
        } else {
            CliSupport::Refused
        }
    }
}

impl fmt::Display for CliVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

fn number(text: &str) -> Option<u32> {
    // Check the digits, because `parse` alone accepts a sign.
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// The flags that this crate may send and that some accepted CLIs do not know, then flags that all
/// accepted CLIs know. The number is the patch version of 2.1.
const FLAGS: &[(&str, u32)] = &[
    ("--await-initialize", 261),
    ("--initialize-fields", 329),
    ("--managed-settings", 150),
    ("--managed-settings-in-initialize", 329),
    ("--permission-prompts", 275),
    ("--plugin-dir-no-mcp", 200),
    ("--project-config-root", 275),
    ("--prompt-suggestions", 200),
    ("--resume-drops-turn", 250),
    ("--debug-file", 113),
    ("--effort", 113),
    ("--include-hook-events", 113),
    ("--name", 113),
    ("--session-mirror", 113),
    ("--task-budget", 113),
    ("--thinking", 113),
    ("--thinking-display", 113),
];

/// The capabilities that this crate requires before it sends fields that older CLIs ignore.
const CAPABILITIES: &[(&str, u32)] = &[
    ("interrupt_cancel_queued_v1", 250),
    ("mcp_call_check_permissions_v1", 329),
    ("mcp_call_soft_error_result_v1", 332),
    ("reload_plugins_refuse_if_busy_v1", 329),
];

/// Returns the first version that has a flag or a capability; `None` if it is not in the tables.
pub(crate) fn since(name: &str) -> Option<CliVersion> {
    let (_, patch) = FLAGS.iter().chain(CAPABILITIES).find(|(known, _)| *known == name)?;
    Some(CliVersion::new(2, 1, *patch))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_what_a_cli_reports() {
        let version = |text| CliVersion::parse(text).map(|version| version.to_string());
        for (text, expected) in [
            ("2.1.329", Some("2.1.329")),
            ("2.1.329 (Claude Code)\n", Some("2.1.329")),
            ("v2.1.329-beta.1", Some("2.1.329")),
            ("2.1.329+build", Some("2.1.329")),
            ("10.20.30", Some("10.20.30")),
            ("2.1", None),
            ("2.1.x", None),
            ("2.1.3.4", None),
            ("2.+1.3", None),
            ("2.1.99999999999", None),
            ("", None),
        ] {
            assert_eq!(version(text).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn versions_are_ordered_by_number_and_not_by_text() {
        let [old, middle, new] = ["2.1.99", "2.1.113", "2.2.0"].map(CliVersion::parse);
        assert!(old < middle && middle < new);
    }

    #[test]
    fn what_is_supported_tolerated_and_refused() {
        for (version, support) in [
            ("1.0.0", CliSupport::Refused),
            ("2.0.76", CliSupport::Refused),
            ("2.1.112", CliSupport::Refused),
            ("2.1.113", CliSupport::Tolerated),
            ("2.1.249", CliSupport::Tolerated),
            ("2.1.250", CliSupport::Supported),
            ("3.0.0", CliSupport::Supported),
        ] {
            assert_eq!(CliVersion::parse(version).unwrap().support(), support, "{version}");
        }
    }

    #[test]
    fn the_tables_are_known_by_exact_names() {
        assert_eq!(since("--await-initialize"), Some(CliVersion::new(2, 1, 261)));
        assert_eq!(since("interrupt_cancel_queued_v1"), Some(CliVersion::SUPPORTED));
        assert_eq!(since("--no-such-flag"), None);
        let names: std::collections::BTreeSet<_> = FLAGS.iter().chain(CAPABILITIES).collect();
        assert_eq!(names.len(), FLAGS.len() + CAPABILITIES.len(), "each name once");
    }
}
