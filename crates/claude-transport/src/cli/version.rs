//! CLI version: parsing and comparison, and which versions are supported, tested, or known for a problem.
//!
//! These are the only figures about versions; nothing is refused here. `docs/versions.md` lists how older versions
//! differ.

use std::fmt;

/// A version of the CLI, such as 2.1.329.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::{CliSupport, CliVersion};
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

/// How well the SDK supports a version of the CLI.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::{CliSupport, CliVersion};
///
/// assert_eq!(CliVersion::new(2, 0, 76).support(), CliSupport::Refused);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CliSupport {
    /// The version is supported.
    Supported,
    /// The basics work; some hooks and control requests do not. A start logs a warning.
    Tolerated,
    /// A start is refused, unless the options skip the check of the version.
    Refused,
}

/// A problem of some versions of the CLI.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::CliVersion;
///
/// for problem in CliVersion::new(2, 0, 76).problems() {
///     println!("up to {}: {}", problem.last, problem.text);
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct CliProblem {
    /// The last version that is known to have the problem. Earlier ones are assumed to have it.
    pub last: CliVersion,
    /// The first version that was tested and does not have it.
    pub fixed: CliVersion,
    /// What happens.
    pub text: &'static str,
}

impl CliVersion {
    /// The oldest supported version: 2.1.250.
    pub const SUPPORTED: Self = Self::new(2, 1, 250);

    /// The oldest version that is not refused: 2.1.113.
    pub const TOLERATED: Self = Self::new(2, 1, 113);

    /// The versions on which the contract tests were run, the newest first. Those of the first one all pass.
    pub const TESTED: &[Self] =
        &[Self::new(2, 1, 332), Self::new(2, 1, 329), Self::new(2, 1, 300), Self::new(2, 1, 250)];

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

    /// Returns how well the SDK supports the version.
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

    /// Returns whether the contract tests were run on this very version ([`CliVersion::TESTED`]).
    #[must_use]
    pub fn is_tested(self) -> bool {
        Self::TESTED.contains(&self)
    }

    /// Returns the known problems of the version, the gravest first.
    pub fn problems(self) -> impl Iterator<Item = &'static CliProblem> {
        PROBLEMS.iter().filter(move |problem| self <= problem.last)
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

const fn problem(last: [u32; 3], fixed: [u32; 3], text: &'static str) -> CliProblem {
    CliProblem {
        last: CliVersion::new(last[0], last[1], last[2]),
        fixed: CliVersion::new(fixed[0], fixed[1], fixed[2]),
        text,
    }
}

/// The problems that the SDK cannot compensate for.
const PROBLEMS: &[CliProblem] = &[
    problem([2, 0, 76], [2, 1, 113], "a tool runs although a hook returns `ask`"),
    problem([2, 0, 76], [2, 1, 113], "most control requests get no response"),
    problem(
        [2, 1, 300],
        [2, 1, 329],
        "policies of the tools of in-process MCP servers are ignored",
    ),
    problem(
        [2, 1, 250],
        [2, 1, 300],
        "hooks of `PreModelSwitch`, `Elicitation` and `ElicitationResult` are never called",
    ),
    problem([2, 1, 250], [2, 1, 300], "an interrupt does not stop a prompt that was just sent"),
];

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
    fn tested_versions_are_supported_and_problems_end() {
        assert!(
            CliVersion::TESTED.iter().all(|version| version.support() == CliSupport::Supported)
        );
        assert!(CliVersion::TESTED.is_sorted_by(|newer, older| newer > older));
        assert_eq!(CliVersion::TESTED[0].problems().count(), 0);
        assert_eq!(CliVersion::SUPPORTED.problems().count(), 3);
        assert!(PROBLEMS.iter().all(|problem| problem.last < problem.fixed));
    }
}
