//! The environment of the CLI: inherited, then ours, then the caller's, then what must hold.

use std::ffi::{OsStr, OsString};

use claude_transport::Environment;

use crate::Options;

/// Asks the CLI to tell its state, in frames that are hidden from the user.
const READS_STATE: &str = "CLAUDE_CODE_SDK_READS_SESSION_STATE";

/// Has the CLI keep files as they were before it changed them.
const KEEPS_FILES: &str = "CLAUDE_CODE_ENABLE_SDK_FILE_CHECKPOINTING";

/// Builds the environment. Later entries win.
pub(crate) fn environment(options: &Options) -> Environment {
    build(options, std::env::vars_os().map(|(name, _)| name))
}

/// The same for a host that has these variables.
fn build(options: &Options, ambient: impl Iterator<Item = OsString>) -> Environment {
    let base = if options.env_clear { Environment::empty() } else { Environment::inherit() };
    // A CLI that finds this believes to run inside itself.
    let mut env = base.remove("CLAUDECODE").set("CLAUDE_CODE_ENTRYPOINT", "sdk-rust");
    for (name, value) in &options.env {
        env = env.set(name, value);
    }
    env = env.set("CLAUDE_AGENT_SDK_VERSION", env!("CARGO_PKG_VERSION"));
    if !names_state(options, ambient) {
        env = env.set(READS_STATE, "1");
    }
    if options.file_checkpointing {
        env = env.set(KEEPS_FILES, "true");
    }
    if let Some(cwd) = &options.cwd {
        // A shell does not believe a relative one.
        env = env.set("PWD", std::path::absolute(cwd).unwrap_or_else(|_| cwd.clone()));
    }
    env
}

/// The caller decides about state frames by naming the variable, in any case: some systems know
/// no difference.
fn names_state(options: &Options, mut ambient: impl Iterator<Item = OsString>) -> bool {
    let is_it = |name: &OsStr| name.eq_ignore_ascii_case(READS_STATE);
    options.env.iter().any(|(name, _)| is_it(name.as_ref()))
        || (!options.env_clear && ambient.any(|name| is_it(&name)))
}

#[cfg(test)]
mod tests;
