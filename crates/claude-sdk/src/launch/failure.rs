//! Start failure: adds what is known about a failed start to its error.
//!
//! An exit gets a cause, which is derived from the output of the CLI (`error/exit_cause.rs`). A
//! timeout gets the diagnostics that a bug report needs.

use std::path::PathBuf;
use std::sync::Arc;

use claude_protocol::ProtocolError;
use claude_transport::Launch;
use claude_transport::cli::version_of;

use crate::error::{Error, ExitCause, since};
use crate::options::Options;

/// Returns the error of a failed start.
pub(crate) async fn explain(error: ProtocolError, options: &Options, launch: &Launch) -> Error {
    let mut error = Error::from(error);
    match &mut error {
        Error::Exited { program: shown, stderr, last_result, cause, .. } => {
            if let Some(flag) = unknown_flag(stderr) {
                let is_own = |(name, _): &(String, _)| flag.strip_prefix("--") == Some(name);
                if options.extra_args.iter().any(is_own) {
                    return Error::options(format!(
                        "the CLI does not know `{flag}`, which `extra_arg` set"
                    ));
                }
                let needed = since(&flag);
                let program = Some(program(options, launch));
                return Error::CliTooOld { program, flag: Some(flag), found: None, needed };
            }
            if *cause == ExitCause::Unknown {
                let resumed = options.resume.is_some() || options.continue_;
                *cause = ExitCause::from_output(stderr, last_result.as_deref(), resumed);
            }
            if *cause == ExitCause::Unknown && last_result.is_none() {
                *cause = match options.wrap_command {
                    Some(_) => ExitCause::WrappedCommand,
                    None => ExitCause::NoHandshake,
                };
                *shown = Some(program(options, launch));
            }
        }
        Error::Timeout { diagnostics, .. } => {
            let diagnostics = Arc::make_mut(diagnostics);
            let program = program(options, launch);
            diagnostics.version = version(program.clone()).await;
            diagnostics.program = Some(program);
            diagnostics.args = launch.shown_args();
        }
        _ => {}
    }
    error
}

/// Returns the path of the CLI. If a JavaScript runtime runs it, the path is one of its arguments.
/// If the caller has wrapped the command, returns the program of the caller.
pub(super) fn program(options: &Options, launch: &Launch) -> PathBuf {
    let script = launch.args.get(options.js_runtime_args.len());
    let is_script = options.js_runtime.is_some() && options.wrap_command.is_none();
    match script.filter(|_| is_script) {
        Some(script) => script.into(),
        None => launch.program.clone(),
    }
}

/// Returns the flag that the CLI does not know, if it exits for this reason. Such a CLI is too old
/// for the options.
fn unknown_flag(stderr: &str) -> Option<String> {
    let (_, rest) = stderr.split_once("error: unknown option '")?;
    let (flag, _) = rest.split_once('\'')?;
    // Leave out a value that is joined by `=`: it may be private.
    Some(flag.split_once('=').map_or(flag, |(flag, _)| flag).into())
}

/// Returns the version of a CLI that does not report it. Reads files on a blocking thread.
async fn version(program: PathBuf) -> Option<String> {
    let version = tokio::task::spawn_blocking(move || version_of(&program)).await.ok().flatten();
    version.map(|version| version.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_flag_is_found_in_stderr() {
        assert_eq!(unknown_flag("error: unknown option '--new'\n").as_deref(), Some("--new"));
        assert_eq!(unknown_flag("error: something else"), None);
    }
}
