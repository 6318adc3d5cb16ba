//! Start failure: adds what is known about a failed start to its error.
//!
//! An exit gets a cause, which is derived from the output of the CLI (`error/exit_cause.rs`). A
//! timeout gets the diagnostics that a bug report needs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use claude_protocol::ProtocolError;
use claude_transport::Launch;
use serde::Deserialize;

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
                return Error::CliTooOld { flag: Some(flag), found: None, needed };
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
fn program(options: &Options, launch: &Launch) -> PathBuf {
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
    tokio::task::spawn_blocking(move || version_at(&program)).await.ok().flatten()
}

/// Returns the version from the path of the program, as in `versions/2.1.329`, or from the
/// `package.json` of the package that contains it.
fn version_at(program: &Path) -> Option<String> {
    let program = program.canonicalize().ok()?;
    let named = program.iter().rev().filter_map(|part| part.to_str()).find(|part| is_version(part));
    named.map(Into::into).or_else(|| program.ancestors().skip(1).take(3).find_map(package_version))
}

fn is_version(part: &str) -> bool {
    let numbers: Vec<_> = part.split('.').collect();
    numbers.len() == 3 && numbers.iter().all(|n| n.parse::<u32>().is_ok())
}

fn package_version(folder: &Path) -> Option<String> {
    #[derive(Deserialize)]
    struct Package {
        name: String,
        version: String,
    }
    let text = std::fs::read_to_string(folder.join("package.json")).ok()?;
    let package: Package = serde_json::from_str(&text).ok()?;
    package.name.starts_with("@anthropic-ai/claude-code").then_some(package.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(folder: &Path, path: &str, text: &str) -> PathBuf {
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
        file
    }

    #[test]
    fn the_version_is_read_from_the_path_or_the_package() {
        let folder = tempfile::tempdir().unwrap();
        let native = file(folder.path(), "versions/2.1.329", "");
        assert_eq!(version_at(&native).as_deref(), Some("2.1.329"));
        let script = file(folder.path(), "code/cli.js", "");
        assert_eq!(version_at(&script), None);
        let package = r#"{"name":"@anthropic-ai/claude-code","version":"2.1.9"}"#;
        file(folder.path(), "code/package.json", package);
        assert_eq!(version_at(&script).as_deref(), Some("2.1.9"));
        let other = file(folder.path(), "other/claude", "");
        file(folder.path(), "other/package.json", r#"{"name":"other","version":"1.0.0"}"#);
        assert_eq!(version_at(&other), None);
        assert_eq!(version_at(Path::new("/not/there/2.1.3")), None);
    }

    #[test]
    fn an_unknown_flag_is_found_in_stderr() {
        assert_eq!(unknown_flag("error: unknown option '--new'\n").as_deref(), Some("--new"));
        assert_eq!(unknown_flag("error: something else"), None);
    }
}
