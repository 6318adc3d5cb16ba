//! Environment of the CLI: inherited variables, then those of the SDK, then the caller's, then
//! those that must hold.
//!
//! What may be inherited is chosen by name; values are not looked at. Read next: `args.rs`.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};

use claude_protocol::StateFrames;
use claude_transport::Environment;

use crate::options::Options;

/// Asks the CLI to tell its state, in frames that are hidden from the user.
const READS_STATE: &str = "CLAUDE_CODE_SDK_READS_SESSION_STATE";

/// The same for CLIs before 2.1.300. They do not mark the frames, and newer ones do not if both
/// variables are set.
const EMITS_STATE: &str = "CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS";

/// Has the CLI keep files as they were before it changed them.
const KEEPS_FILES: &str = "CLAUDE_CODE_ENABLE_SDK_FILE_CHECKPOINTING";

/// How previews in questions are written.
const PREVIEW: &str = "CLAUDE_CODE_QUESTION_PREVIEW_FORMAT";

/// Which program uses the SDK.
const APP: &str = "CLAUDE_AGENT_SDK_CLIENT_APP";

/// Which trace the work belongs to.
const TRACE: [&str; 2] = ["TRACEPARENT", "TRACESTATE"];

/// What a CLI sets for the commands that it runs. A CLI that finds the first believes to run inside
/// itself; the others are about that session, and not about the one that is started here.
const OF_A_SESSION: [&str; 14] = [
    "CLAUDECODE",
    "CLAUDE_AGENT_SDK_DERIVED_CLIENT_APP",
    "CLAUDE_CODE_CHILD_NOTES_DIR",
    "CLAUDE_CODE_CHILD_SESSION",
    "CLAUDE_CODE_EXECPATH",
    "CLAUDE_CODE_MESSAGING_SOCKET",
    "CLAUDE_CODE_MESSAGING_TOKEN",
    "CLAUDE_CODE_REMOTE_SESSION_ID",
    "CLAUDE_CODE_SESSION_ATTENDED",
    "CLAUDE_CODE_SESSION_ID",
    "CLAUDE_CODE_SSE_PORT",
    "CLAUDE_EFFORT",
    "CLAUDE_PID",
    "CLAUDE_PROJECT_DIR",
];

/// # Environment of the CLI
impl Options {
    /// The environment that the CLI has, on a host with these variables. The same options and the
    /// same host give the same environment.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    ///
    /// let env = Options::default().env("NAME", "x").environment(std::env::vars_os());
    /// assert_eq!(env[std::ffi::OsStr::new("NAME")], "x");
    /// ```
    #[must_use]
    pub fn environment<N: Into<OsString>, V: Into<OsString>>(
        &self,
        host: impl IntoIterator<Item = (N, V)>,
    ) -> BTreeMap<OsString, OsString> {
        let host: Vec<(OsString, OsString)> =
            host.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        build(self, &host).resolve(host)
    }
}

/// Builds the environment. Later entries win.
pub(crate) fn environment(options: &Options) -> Environment {
    build(options, &host())
}

/// Which of the CLI's frames about its state the caller wants to see: those that it asked for.
pub(crate) fn state_frames(options: &Options) -> StateFrames {
    frames(options, &host())
}

/// The variables of the host.
fn host() -> Vec<(OsString, OsString)> {
    std::env::vars_os().collect()
}

fn frames(options: &Options, host: &[(OsString, OsString)]) -> StateFrames {
    if options.include_session_state {
        StateFrames::Shown
    } else if emits(options, host) {
        StateFrames::Hidden
    } else {
        StateFrames::Unmarked
    }
}

/// Tells whether unmarked frames are asked for by us, and not by the caller.
fn emits(options: &Options, host: &[(OsString, OsString)]) -> bool {
    ![READS_STATE, EMITS_STATE].iter().any(|variable| names(options, host, variable))
}

/// The same for a host that has these variables.
fn build(options: &Options, host: &[(OsString, OsString)]) -> Environment {
    let mut env = inherited(options, host).set("CLAUDE_CODE_ENTRYPOINT", "sdk-rust");
    for (name, value) in &options.env {
        env = env.set(name, value);
    }
    env = env.set("CLAUDE_AGENT_SDK_VERSION", env!("CARGO_PKG_VERSION"));
    if let Some(app) = &options.client_app {
        env = env.set(APP, app);
    }
    env = traced(env, options);
    if !names(options, host, READS_STATE) {
        env = env.set(READS_STATE, "1");
    }
    if emits(options, host) {
        env = env.set(EMITS_STATE, "1");
    }
    if options.file_checkpointing {
        env = env.set(KEEPS_FILES, "true");
    }
    if let Some(format) = options.question_preview {
        env = env.set(PREVIEW, format.as_str());
    }
    if let Some(cwd) = &options.cwd {
        // A shell does not believe a relative one.
        env = env.set("PWD", std::path::absolute(cwd).unwrap_or_else(|_| cwd.clone()));
    }
    env
}

/// What of the host's environment the CLI gets.
fn inherited(options: &Options, host: &[(OsString, OsString)]) -> Environment {
    if !options.env_clear {
        let without = |env: Environment, name: &&str| env.remove(*name);
        return OF_A_SESSION.iter().fold(Environment::inherit(), without);
    }
    let named = |name: &OsStr| options.env_inherit.iter().any(|pattern| matches(pattern, name));
    let picked = host.iter().filter(|(name, _)| named(name));
    picked.fold(Environment::empty(), |env, (name, value)| env.set(name, value))
}

/// Tells whether a variable is meant: by its name, or by how its name begins.
fn matches(pattern: &str, name: &OsStr) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => name.as_encoded_bytes().starts_with(start.as_bytes()),
        None => name == pattern,
    }
}

/// Sets the trace. An inherited one would be another, so it goes as a whole.
fn traced(env: Environment, options: &Options) -> Environment {
    let Some((parent, state)) = &options.trace_context else { return env };
    let values = [Some(parent), state.as_ref()];
    let named = |name: &str| options.env.iter().any(|(own, _)| own == name);
    TRACE.iter().zip(values).filter(|(name, _)| !named(name)).fold(env, |env, (name, value)| {
        match value {
            Some(value) => env.set(*name, value),
            None => env.remove(*name),
        }
    })
}

/// The caller decides about a variable by naming it, in any case: some systems know no difference.
/// Within another session it is that session's variable, and not the caller's.
fn names(options: &Options, host: &[(OsString, OsString)], variable: &str) -> bool {
    let is_it = |name: &OsStr| name.eq_ignore_ascii_case(variable);
    let of_a_session = || host.iter().any(|(name, _)| name == OF_A_SESSION[0]);
    let reaches_it = |name: &OsStr| match options.env_clear {
        true => options.env_inherit.iter().any(|pattern| matches(pattern, name)),
        false => !of_a_session(),
    };
    options.env.iter().any(|(name, _)| is_it(name.as_ref()))
        || host.iter().any(|(name, _)| is_it(name) && reaches_it(name))
}

#[cfg(test)]
mod tests;
