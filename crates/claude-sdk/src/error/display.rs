//! Display texts: the parts of an error message that depend on its fields.

use std::path::Path;
use std::time::Duration;

use claude_protocol::shown;
use claude_transport::LaunchErrorKind;
use claude_transport::cli::Located;
use claude_types::{RateLimitType, ResultMessage, ResultSubtype};

use super::{CliVersion, CloseReason, ExitCause, Outcome};
use crate::usage::{BudgetItem, BudgetUse};

pub(super) fn over_budget(item: BudgetItem, limit: f64, used: f64, shared: bool) -> String {
    let whose = if shared { "shared budget" } else { "budget" };
    format!("the {whose} is used up: {}", BudgetUse { item, limit, used, shared })
}

pub(super) fn text(result: &ResultMessage) -> String {
    let errors = result.errors.iter().flatten().map(|error| error.trim());
    let errors: Vec<_> = errors.filter(|error| !error.is_empty()).collect();
    if !errors.is_empty() {
        return shown(&errors.join("; "));
    }
    match (result.text().trim(), &result.subtype) {
        // The subtype `success` is not a reason for a failure.
        ("", None | Some(ResultSubtype::Success)) => "no reason given".into(),
        ("", Some(subtype)) => shown(subtype.as_str()),
        (text, _) => shown(text),
    }
}

/// How many of the files that cannot be used are named.
const NAMED: usize = 3;

/// Returns which files cannot be used, and how many paths were checked.
pub(super) fn not_found(located: &Located) -> String {
    let rejected: Vec<String> = located
        .rejected()
        .filter_map(|file| Some(format!("`{}`: {}", file.path.display(), file.rejection()?)))
        .collect();
    let mut named: Vec<String> = rejected.iter().take(NAMED).cloned().collect();
    if let more @ 1.. = rejected.len().saturating_sub(NAMED) {
        named.push(format!("{more} more"));
    }
    let checked = format!("(paths checked: {})", located.searched().count());
    if named.is_empty() {
        format!(" {checked}")
    } else {
        format!(": {} {checked}", named.join("; "))
    }
}

pub(super) fn too_old(
    program: Option<&Path>,
    flag: Option<&str>,
    found: Option<CliVersion>,
    needed: Option<CliVersion>,
) -> String {
    let program = program.map(|program| format!(" `{}`", program.display())).unwrap_or_default();
    let version = of_version(found);
    let what = match flag {
        Some(flag) => format!("the CLI{program}{version} does not support the flag `{flag}`"),
        None => format!("the CLI{program}{version} is not supported"),
    };
    let needed = match needed {
        Some(needed) => format!("version {needed} or later is required"),
        None => "these options require a later version".into(),
    };
    format!("{what}: {needed}")
}

/// Returns what could not be started, and why. A relative path is shown with the directory in which
/// the system looked it up.
pub(super) fn launch(
    program: &Path,
    cwd: Option<&Path>,
    kind: LaunchErrorKind,
    wrapped: bool,
) -> String {
    let shown = program.display();
    if let (LaunchErrorKind::CwdMissing, Some(cwd)) = (kind, cwd) {
        return format!("`{shown}`: the working directory `{}` does not exist", cwd.display());
    }
    let has_folder = program.parent().is_some_and(|folder| !folder.as_os_str().is_empty());
    let place = if program.is_absolute() {
        String::new()
    } else if !has_folder {
        " (looked up in PATH)".into()
    } else {
        let here = || std::env::current_dir().unwrap_or_else(|_| ".".into());
        let folder = match cwd {
            Some(cwd) if cwd.is_absolute() => cwd.to_owned(),
            Some(cwd) => here().join(cwd),
            None => here(),
        };
        format!(" (looked up in `{}`)", folder.display())
    };
    let source = if wrapped { ", the command of `wrap_command`" } else { "" };
    format!("`{shown}`{source}{place}: {kind}")
}

pub(super) fn of_version(version: Option<CliVersion>) -> String {
    version.map(|version| format!(" (version {version})")).unwrap_or_default()
}

pub(super) fn http(status: Option<u64>) -> String {
    status.map(|status| format!(" (HTTP {status})")).unwrap_or_default()
}

pub(super) fn named(window: Option<&RateLimitType>) -> String {
    window.map(|window| format!(" ({})", shown(window.as_str()))).unwrap_or_default()
}

/// For an interrupted run, the errors of the CLI are left out: they are internal diagnostics.
pub(super) fn run(result: &ResultMessage) -> String {
    match Outcome::of(result) {
        Outcome::Cancelled => "the run was interrupted".into(),
        Outcome::Refused => format!("the model refused: {}", text(result)),
        Outcome::OutputLimit => {
            format!("the answer reached the limit of output tokens: {}", text(result))
        }
        _ => format!("the run failed: {}", text(result)),
    }
}

pub(super) fn before_handshake(program: Option<&Path>) -> String {
    let shown = program.map(|program| format!(" before the handshake (`{}`)", program.display()));
    shown.unwrap_or_default()
}

pub(super) fn disconnected(place: Option<&str>, resumable: bool) -> String {
    let place = place.map(|place| format!(" on {}", shown(place))).unwrap_or_default();
    match resumable {
        true => format!("the connection to the CLI{place} was lost, and the CLI has ended"),
        false => format!("the connection to the CLI{place} was lost; the CLI may still be running"),
    }
}

/// A wait that was not begun has no time.
pub(super) fn unfinished(waiting_for: &str, after: Duration) -> String {
    let waiting_for = shown(waiting_for);
    match after.is_zero() {
        true => format!("not possible yet: still waiting for {waiting_for}"),
        false => format!("not finished after {after:?}: still waiting for {waiting_for}"),
    }
}

/// How many lines of stderr are read as a message of usage, which begins with the reason.
const SHORT: usize = 8;

/// The reason for an exit: the text of the last failed result, otherwise the end of stderr.
pub(super) fn last_output(
    cause: ExitCause,
    stderr: &str,
    last_result: Option<&ResultMessage>,
) -> String {
    if matches!(cause, ExitCause::NoHandshake | ExitCause::WrappedCommand) {
        // Another program begins with the reason, and ends with where its help is. A long output is
        // a log, and its beginning may be cut off: there the reason is at the end.
        let mut lines = stderr.lines().map(str::trim).filter(|line| !line.is_empty());
        let is_error = |line: &&str| line.to_ascii_lowercase().starts_with("error");
        let is_short = lines.clone().nth(SHORT).is_none();
        let reason = lines.clone().find(is_error).or_else(|| lines.next().filter(|_| is_short));
        return tail(reason.map(Into::into).or_else(|| last_line(stderr)));
    }
    let interrupted = |result: &ResultMessage| Outcome::of(result) == Outcome::Cancelled;
    let reason = last_result.filter(|result| !interrupted(result)).map(text);
    tail(reason.or_else(|| last_line(stderr)))
}

/// Returns the last line, with the line before it if that ends with a colon.
pub(super) fn last_line(stderr: &str) -> Option<String> {
    let mut lines = stderr.lines().rev().map(str::trim).filter(|line| !line.is_empty());
    let last = lines.next()?;
    match lines.next() {
        Some(before) if before.ends_with(':') => Some(shown(&format!("{before} {last}"))),
        _ => Some(shown(last)),
    }
}

/// A turn that failed does not close the session, and neither does a cancelled prompt.
pub(super) fn closed(reason: CloseReason) -> String {
    match reason {
        CloseReason::ByUser | CloseReason::RuntimeGone => {
            format!("the session is closed: {reason}")
        }
        reason => reason.to_string(),
    }
}

pub(super) fn tail(text: Option<String>) -> String {
    let text = text.map(|text| shown(&text)).filter(|text| !text.is_empty());
    text.map(|text| format!(": {text}")).unwrap_or_default()
}
