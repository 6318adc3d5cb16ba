//! Display texts: the parts of an error's message that depend on its fields.

use claude_types::{RateLimitType, ResultMessage, ResultSubtype};

use super::{CliVersion, Outcome};
use crate::usage::{BudgetItem, BudgetUse};

pub(super) fn over_budget(item: BudgetItem, limit: f64, used: f64) -> BudgetUse {
    BudgetUse { item, limit, used }
}

pub(super) fn text(result: &ResultMessage) -> String {
    let errors = result.errors.iter().flatten().map(|error| error.trim());
    let errors: Vec<_> = errors.filter(|error| !error.is_empty()).collect();
    if !errors.is_empty() {
        return errors.join("; ");
    }
    match (result.text().trim(), &result.subtype) {
        // "success" is no reason to fail.
        ("", None | Some(ResultSubtype::Success)) => "no reason given".into(),
        ("", Some(subtype)) => subtype.to_string(),
        (text, _) => text.into(),
    }
}

pub(super) fn too_old(
    flag: Option<&str>,
    found: Option<CliVersion>,
    needed: Option<CliVersion>,
) -> String {
    let what = match flag {
        Some(flag) => format!("the CLI{} does not know `{flag}`", of_version(found)),
        None => format!("the CLI{} is not supported", of_version(found)),
    };
    let needed = match needed {
        Some(needed) => format!("{needed} or later is needed"),
        None => "it is too old for these options".into(),
    };
    format!("{what}: {needed}")
}

pub(super) fn of_version(version: Option<CliVersion>) -> String {
    version.map(|version| format!(" of version {version}")).unwrap_or_default()
}

pub(super) fn http(status: Option<u64>) -> String {
    status.map(|status| format!(" (HTTP {status})")).unwrap_or_default()
}

pub(super) fn named(window: Option<&RateLimitType>) -> String {
    window.map(|window| format!(" ({window})")).unwrap_or_default()
}

/// What the CLI says about an interrupted run is meant for its own makers.
pub(super) fn run(result: &ResultMessage) -> String {
    match Outcome::of(result) {
        Outcome::Cancelled => "the run was interrupted".into(),
        _ => format!("the run failed: {}", text(result)),
    }
}

/// The last failed result tells the reason; without one, the end of stderr nearly always does.
pub(super) fn last_words(stderr: &str, last_result: Option<&ResultMessage>) -> String {
    let interrupted = |result: &ResultMessage| Outcome::of(result) == Outcome::Cancelled;
    let reason = last_result.filter(|result| !interrupted(result)).map(text);
    tail(reason.or_else(|| last_line(stderr)))
}

/// The last line, with the one before it if that one announces it.
pub(super) fn last_line(stderr: &str) -> Option<String> {
    let mut lines = stderr.lines().rev().map(str::trim).filter(|line| !line.is_empty());
    let last = lines.next()?;
    match lines.next() {
        Some(before) if before.ends_with(':') => Some(format!("{before} {last}")),
        _ => Some(last.into()),
    }
}

pub(super) fn tail(words: Option<String>) -> String {
    words.map(|words| format!(": {words}")).unwrap_or_default()
}
