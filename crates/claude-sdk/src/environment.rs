//! The environment of the CLI: inherited, then ours, then the caller's, then what must hold.

use claude_transport::Environment;

use crate::Options;

/// Asks the CLI to tell its state, in frames that are hidden from the user.
const READS_STATE: &str = "CLAUDE_CODE_SDK_READS_SESSION_STATE";

/// Builds the environment. Later entries win.
pub(crate) fn environment(options: &Options) -> Environment {
    let base = if options.env_clear { Environment::empty() } else { Environment::inherit() };
    // A CLI that finds this believes to run inside itself.
    let mut env = base.remove("CLAUDECODE").set("CLAUDE_CODE_ENTRYPOINT", "sdk-rust");
    for (name, value) in &options.env {
        env = env.set(name, value);
    }
    env = env.set("CLAUDE_AGENT_SDK_VERSION", env!("CARGO_PKG_VERSION"));
    if !names_state(options) {
        env = env.set(READS_STATE, "1");
    }
    if let Some(cwd) = &options.cwd {
        env = env.set("PWD", cwd);
    }
    env
}

/// The caller decides about state frames by naming the variable, in any case: some systems know
/// no difference.
fn names_state(options: &Options) -> bool {
    let own = options.env.iter().map(|(name, _)| name.clone());
    let ambient = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    let ambient = ambient.filter(|_| !options.env_clear);
    own.chain(ambient).any(|name| name.eq_ignore_ascii_case(READS_STATE))
}
