//! Flags: extra arguments that are not names of flags, or that are set by other options.

use super::check::Problem;
use crate::launch::settings::is_text;
use crate::options::Options;

/// Flags that the SDK speaks through; a caller that changes them breaks the protocol.
const RESERVED: &[&str] =
    &["print", "p", "output-format", "input-format", "verbose", "help", "version"];

/// Flags whose meaning an option has, which also keeps their values off the command line or knows
/// what follows from them.
const OWNED: &[(&str, &str)] = &[
    ("agents", "agents"),
    ("append-system-prompt", "system_prompt"),
    ("c", "continue_latest"),
    ("continue", "continue_latest"),
    ("fork-session", "fork_session"),
    ("json-schema", "output_schema"),
    ("managed-settings", "managed_settings"),
    ("permission-mode", "permission_mode"),
    ("plan-mode-instructions", "plan_mode_instructions"),
    ("r", "resume"),
    ("resume", "resume"),
    ("session-id", "session_id"),
    ("system-prompt", "system_prompt"),
];

/// Flags whose value may be a path, but no JSON text.
const PATHS: &[(&str, &str)] = &[("mcp-config", "mcp_servers"), ("settings", "settings")];

pub(super) fn problem(options: &Options) -> Problem {
    options.extra_args.iter().find_map(|(flag, value)| one(options, flag, value.as_deref()))
}

fn one(options: &Options, flag: &str, value: Option<&str>) -> Problem {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if flag.is_empty() || flag.starts_with('-') || !flag.chars().all(word) {
        return Some(format!("`{flag}` is no name of a flag; leave the dashes out"));
    }
    if RESERVED.contains(&flag) {
        return Some(format!("the flag `{flag}` belongs to the SDK"));
    }
    if let Some((_, option)) = OWNED.iter().find(|(owned, _)| *owned == flag) {
        return Some(format!("the flag `{flag}` is set by `Options::{option}`"));
    }
    if value.is_some_and(|value| value.contains('\0')) {
        return Some(format!("the value of the flag `{flag}` holds a zero"));
    }
    if let Some((_, option)) = PATHS.iter().find(|(name, _)| *name == flag)
        && value.is_some_and(is_text)
    {
        return Some(format!(
            "the flag `{flag}` would show its text on the command line: use `Options::{option}`"
        ));
    }
    let ours = options.asks_permissions();
    let ours = ours.or(options.permission_prompt_tool.as_ref().map(|_| "permission_prompt_tool"));
    if flag == "permission-prompt-tool"
        && let Some(ours) = ours
    {
        return Some(format!("`{ours}` and another prompt tool exclude each other"));
    }
    if flag == "settings" && (options.sandbox.is_some() || options.settings.is_some()) {
        // The CLI heeds the last one only: the others would be gone.
        let ours = if options.sandbox.is_some() { "sandbox" } else { "settings" };
        return Some(format!("`{ours}` and the flag `settings` exclude each other"));
    }
    None
}
