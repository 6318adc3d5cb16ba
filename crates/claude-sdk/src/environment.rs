//! The environment of the CLI: inherited, then ours, then the caller's, then what must hold.

use std::ffi::{OsStr, OsString};

use claude_protocol::StateFrames;
use claude_transport::Environment;

use crate::Options;

/// Asks the CLI to tell its state, in frames that are hidden from the user.
const READS_STATE: &str = "CLAUDE_CODE_SDK_READS_SESSION_STATE";

/// The same for CLIs before 2.1.300. They do not mark the frames, and newer ones do not if both
/// variables are set.
const EMITS_STATE: &str = "CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS";

/// Has the CLI keep files as they were before it changed them.
const KEEPS_FILES: &str = "CLAUDE_CODE_ENABLE_SDK_FILE_CHECKPOINTING";

/// Builds the environment. Later entries win.
pub(crate) fn environment(options: &Options) -> Environment {
    build(options, &host())
}

/// Which of the CLI's frames about its state the caller wants to see: those that it asked for.
pub(crate) fn state_frames(options: &Options) -> StateFrames {
    frames(options, &host())
}

/// The names of the variables of the host.
fn host() -> Vec<OsString> {
    std::env::vars_os().map(|(name, _)| name).collect()
}

fn frames(options: &Options, ambient: &[OsString]) -> StateFrames {
    if options.include_session_state {
        StateFrames::Shown
    } else if emits(options, ambient) {
        StateFrames::Hidden
    } else {
        StateFrames::Unmarked
    }
}

/// Tells whether unmarked frames are asked for by us, and not by the caller.
fn emits(options: &Options, ambient: &[OsString]) -> bool {
    ![READS_STATE, EMITS_STATE].iter().any(|variable| names(options, ambient, variable))
}

/// The same for a host that has these variables.
fn build(options: &Options, ambient: &[OsString]) -> Environment {
    let base = if options.env_clear { Environment::empty() } else { Environment::inherit() };
    // A CLI that finds this believes to run inside itself.
    let mut env = base.remove("CLAUDECODE").set("CLAUDE_CODE_ENTRYPOINT", "sdk-rust");
    for (name, value) in &options.env {
        env = env.set(name, value);
    }
    env = env.set("CLAUDE_AGENT_SDK_VERSION", env!("CARGO_PKG_VERSION"));
    if !names(options, ambient, READS_STATE) {
        env = env.set(READS_STATE, "1");
    }
    if emits(options, ambient) {
        env = env.set(EMITS_STATE, "1");
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

/// The caller decides about a variable by naming it, in any case: some systems know no difference.
fn names(options: &Options, ambient: &[OsString], variable: &str) -> bool {
    let is_it = |name: &OsStr| name.eq_ignore_ascii_case(variable);
    options.env.iter().any(|(name, _)| is_it(name.as_ref()))
        || (!options.env_clear && ambient.iter().any(|name| is_it(name)))
}

#[cfg(test)]
mod tests;
