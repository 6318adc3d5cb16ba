//! Variables of the CLI: inherited ones, then defaults of the SDK, then the caller's, then those
//! that the caller cannot change.
//!
//! Inherited variables are selected by name; their values are not read. Read next:
//! `credentials.rs`.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use claude_protocol::StateFrames;
use claude_transport::Environment;

use super::{credentials, outer_session, system};
use crate::options::{EnvPolicy, Options};

/// Makes the CLI report its state, in frames that are marked as hidden from the user.
const READS_STATE: &str = "CLAUDE_CODE_SDK_READS_SESSION_STATE";

/// The same for CLIs before 2.1.300, which do not mark the frames. Newer CLIs do not mark them
/// either if both variables are set.
const EMITS_STATE: &str = "CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS";

/// Makes the CLI keep a copy of each file before it changes the file.
const KEEPS_FILES: &str = "CLAUDE_CODE_ENABLE_SDK_FILE_CHECKPOINTING";

/// Prevents the CLI from replacing itself while sessions run, and from becoming an untested version.
const NO_UPDATES: &str = "DISABLE_AUTOUPDATER";

/// The format of previews in questions to the user.
const PREVIEW: &str = "CLAUDE_CODE_QUESTION_PREVIEW_FORMAT";

/// The name of the program that uses the SDK.
const APP: &str = "CLAUDE_AGENT_SDK_CLIENT_APP";

/// The W3C trace context: `traceparent` and `tracestate`.
const TRACE: [&str; 2] = ["TRACEPARENT", "TRACESTATE"];

/// # Environment of the CLI
impl Options {
    /// Returns the environment of the CLI on a host with the given variables.
    ///
    /// The same options and variables give the same environment. It contains the secrets of
    /// [`Options::credentials`] and [`Options::env`] as plain text: do not log it.
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

/// Returns the environment of the CLI.
pub(crate) fn environment(options: &Options) -> Environment {
    build(options, &host(options))
}

/// Returns the variables that the private settings file must set.
pub(crate) fn helper_settings(options: &Options) -> BTreeMap<&'static str, String> {
    let variables = build(options, &host(options)).resolve(host(options));
    let variable = |name: &str| variables.get(OsStr::new(name))?.to_str().map(Into::into);
    credentials::in_settings(options, variable)
}

/// Returns which of the CLI's frames about its state the caller sees: those that it asked for.
pub(crate) fn state_frames(options: &Options) -> StateFrames {
    frames(options, &host(options))
}

/// Returns the variables of this process. None if a custom connector starts the CLI: it may do so on
/// another machine, where this process has no say.
fn host(options: &Options) -> Vec<(OsString, OsString)> {
    match options.connector {
        Some(_) => Vec::new(),
        None => std::env::vars_os().collect(),
    }
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

/// Returns whether the SDK asks for unmarked frames. If the caller sets one of the variables, the
/// SDK does not.
fn emits(options: &Options, host: &[(OsString, OsString)]) -> bool {
    ![READS_STATE, EMITS_STATE].iter().any(|variable| names(options, host, variable))
}

/// Builds the environment for a host with these variables. Later entries replace earlier ones.
fn build(options: &Options, host: &[(OsString, OsString)]) -> Environment {
    let mut env = inherited(options).set("CLAUDE_CODE_ENTRYPOINT", "sdk-rust");
    env = credentials::managed(options, env);
    for (name, value) in &options.env {
        env = env.set(name, value.as_str());
    }
    env = credentials::set(options, env);
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
    if !names(options, host, NO_UPDATES) {
        env = env.set(NO_UPDATES, "1");
    }
    if options.file_checkpointing {
        env = env.set(KEEPS_FILES, "true");
    }
    if let Some(format) = options.question_preview {
        env = env.set(PREVIEW, format.as_str());
    }
    match working_directory(options) {
        Some(Some(cwd)) => env.set("PWD", cwd),
        Some(None) => env.remove("PWD"),
        None => env,
    }
}

/// Returns the absolute path of the working directory, if the options set one. Shells ignore a
/// relative `PWD`.
///
/// A custom connector may start the CLI on another machine, where only that machine can complete a
/// relative path: `Some(None)`.
fn working_directory(options: &Options) -> Option<Option<PathBuf>> {
    let cwd = options.cwd.as_ref()?;
    Some(match options.connector {
        Some(_) => cwd.has_root().then(|| cwd.clone()),
        None => Some(std::path::absolute(cwd).unwrap_or_else(|_| cwd.clone())),
    })
}

/// Returns what the CLI inherits. The variables of this process are not read: the program that starts
/// the CLI resolves the names.
fn inherited(options: &Options) -> Environment {
    let (env, named) = match &options.env_policy {
        EnvPolicy::Inherit => (Environment::inherit(), &[][..]),
        EnvPolicy::Allow(names) => (only(names), &names[..]),
        EnvPolicy::Clear => (only(&[]), &[][..]),
    };
    let is_named = |outer: &&str| named.iter().any(|name| system::is_same(name.as_ref(), outer));
    let outer = outer_session::VARIABLES.iter().filter(|outer| !is_named(outer));
    let env = outer.fold(env, |env, name| env.remove(*name));
    let env = env.remove(outer_session::RESUMES_TURN);
    credentials::without_inherited(options, env)
}

fn only(names: &[String]) -> Environment {
    Environment::inherit_only(
        names.iter().map(String::as_str).chain(system::required().iter().copied()),
    )
}

/// Returns whether a list of names contains a variable. A pattern does not match a variable of an
/// outer session.
fn allows(policy: &EnvPolicy, name: &OsStr) -> bool {
    let EnvPolicy::Allow(patterns) = policy else { return false };
    let is_outer = outer_session::VARIABLES.iter().any(|outer| system::is_same(name, outer));
    patterns.iter().any(|pattern| match is_outer {
        true => system::is_same(name, pattern),
        false => matches(pattern, name),
    })
}

/// Returns whether a name matches a pattern: the same name, or a prefix followed by `*`.
fn matches(pattern: &str, name: &OsStr) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => system::begins_with(name, start),
        None => system::is_same(name, pattern),
    }
}

/// Sets the trace context. Both variables are replaced or removed, because an inherited
/// `TRACESTATE` belongs to another `TRACEPARENT`. Variables of the caller are kept.
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

/// Returns whether the caller sets a variable, in upper or lower case, because some systems do not
/// distinguish them.
///
/// If this process was started by a CLI, an inherited variable belongs to that CLI's session and
/// does not count as the caller's.
fn names(options: &Options, host: &[(OsString, OsString)], variable: &str) -> bool {
    let is_variable = |name: &OsStr| name.eq_ignore_ascii_case(variable);
    let of_a_session = || host.iter().any(|(name, _)| name == outer_session::MARK);
    let is_inherited = |name: &OsStr| match &options.env_policy {
        EnvPolicy::Inherit => !of_a_session(),
        policy => allows(policy, name),
    };
    options.env.iter().any(|(name, _)| is_variable(name.as_ref()))
        || host.iter().any(|(name, _)| is_variable(name) && is_inherited(name))
}

#[cfg(test)]
mod tests;
