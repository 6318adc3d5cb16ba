//! Flags: refuses extra arguments that are not names of flags, or that other options set.

use std::ffi::OsString;

use super::check::Problem;
use crate::launch::settings::is_text;
use crate::options::Options;

/// Flags that define the protocol between SDK and CLI. With other values the SDK does not work.
const RESERVED: &[&str] =
    &["print", "p", "output-format", "input-format", "verbose", "help", "version"];

/// Flags that an option sets. The option also keeps the value off the command line, or adjusts
/// other options to it.
const OWNED: &[(&str, &str)] = &[
    ("agents", "agents"),
    ("allow-dangerously-skip-permissions", "allow_bypass"),
    ("append-system-prompt", "system_prompt"),
    ("c", "continue_latest"),
    ("continue", "continue_latest"),
    ("dangerously-skip-permissions", "permission_mode"),
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

/// Connects the CLI to a server instead of its stdin and stdout. Up to CLI 2.1.119 it accepted any
/// host; since 2.1.121 only hosts of its vendor ("reserved for Remote Control worker processes").
const SDK_URL: &str = "sdk-url";

/// Flags whose value may be a path, but not JSON text.
const PATHS: &[(&str, &str)] = &[("mcp-config", "mcp_servers"), ("settings", "settings")];

pub(super) fn problem(options: &Options) -> Problem {
    let mut extra = options.extra_args.iter();
    extra.find_map(|(flag, value)| one(options, flag, value.as_deref()))
}

/// No system can pass a NUL byte in an argument.
pub(super) fn nul_problem(options: &Options) -> Problem {
    let args = options.args();
    let at = args.iter().position(|arg| arg.as_encoded_bytes().contains(&0))?;
    let is_flag = |arg: &&OsString| arg.as_encoded_bytes().starts_with(b"--");
    let flag = args[..=at].iter().rev().find(is_flag)?.to_string_lossy();
    let flag = flag.split('=').next().unwrap_or_default();
    Some(format!("the value of `{flag}` contains a NUL byte"))
}

fn one(options: &Options, flag: &str, value: Option<&str>) -> Problem {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if flag.is_empty() || flag.starts_with('-') || !flag.chars().all(is_word) {
        return Some(format!(
            "`extra_arg` must be the name of a flag without leading dashes, got `{flag}`"
        ));
    }
    if RESERVED.contains(&flag) {
        return Some(format!("`--{flag}` is set by the SDK and cannot be passed with `extra_arg`"));
    }
    if flag == SDK_URL {
        return Some(format!(
            "`--{flag}` cannot be passed with `extra_arg`: the CLI reserves it for Remote Control \
             worker processes, and since version 2.1.121 refuses every host but its vendor's; use \
             `Options::connector` for a CLI on another machine"
        ));
    }
    if let Some((_, option)) = OWNED.iter().find(|(owned, _)| *owned == flag) {
        return Some(format!(
            "`--{flag}` cannot be passed with `extra_arg`: use `Options::{option}`"
        ));
    }
    if let Some((_, option)) = PATHS.iter().find(|(name, _)| *name == flag)
        && value.is_some_and(is_text)
    {
        return Some(format!(
            "`--{flag}` must be a path, because JSON text on the command line is visible to other \
             users: use `Options::{option}`"
        ));
    }
    let ours = options.asks_permissions();
    let ours = ours.or(options.permission_prompt_tool.as_ref().map(|_| "permission_prompt_tool"));
    if flag == "permission-prompt-tool"
        && let Some(ours) = ours
    {
        return Some(format!("`{ours}` and the extra argument `--{flag}` cannot be combined"));
    }
    // The CLI uses only the last `--settings`, so it would ignore those of the SDK.
    let ours = [
        ("sandbox", options.sandbox.is_some()),
        ("settings", options.settings.is_some()),
        ("credentials", options.credentials.are_explicit()),
    ];
    if flag == "settings"
        && let Some((ours, _)) = ours.iter().find(|(_, is_set)| *is_set)
    {
        return Some(format!("`{ours}` and the extra argument `--{flag}` cannot be combined"));
    }
    None
}
