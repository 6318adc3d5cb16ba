//! npm: the only place that runs it, never with the scripts of packages and never with a registry of its own.

use std::io::{ErrorKind, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::store_error::StoreError;

/// How much of the output of npm is in an error, in characters.
const OUTPUT: usize = 2000;
/// How long the CLI may take to report its version.
const VERSION: Duration = Duration::from_secs(60);

/// The name of npm. On Windows it is a batch file; its arguments are constants, so that none has to be quoted.
pub(super) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Installs the packages of a folder with a `package.json`. npm checks the checksums of the packages.
pub(super) fn install(npm: &Path, folder: &Path, has_lock: bool) -> Result<(), StoreError> {
    let command = if has_lock { "ci" } else { "install" };
    let flags = ["--ignore-scripts", "--include=optional", "--no-audit", "--no-fund"];
    #[expect(clippy::disallowed_methods, reason = "npm is no child that lines are exchanged with")]
    let output = Command::new(npm)
        .arg(command)
        .args(flags)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output();
    let output = output.map_err(|source| match source.kind() {
        ErrorKind::NotFound => StoreError::NpmMissing { npm: npm.to_owned() },
        _ => StoreError::Io { path: npm.to_owned(), source },
    })?;
    if output.status.success() {
        return Ok(());
    }
    let printed = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    let start = printed.char_indices().rev().nth(OUTPUT - 1).map_or(0, |(at, _)| at);
    Err(StoreError::Npm { status: output.status.to_string(), output: printed[start..].to_owned() })
}

/// Returns what a program prints for `--version`. It gets no variables of this process, except those that Windows needs.
pub(super) fn reported_version(program: &Path) -> Result<String, String> {
    let needed = ["SYSTEMROOT", "TEMP"].map(|name| (name, std::env::var_os(name)));
    let needed = needed.into_iter().filter_map(|(name, value)| Some((name, value?)));
    #[expect(clippy::disallowed_methods, reason = "no lines are exchanged with it")]
    let started = Command::new(program)
        .arg("--version")
        .env_clear()
        .envs(needed.filter(|_| cfg!(windows)))
        .env("DISABLE_AUTOUPDATER", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = started.map_err(|error| error.to_string())?;
    let stdout = child.stdout.take();
    let (sender, printed) = mpsc::channel();
    std::thread::spawn(move || {
        let mut text = String::new();
        // What was read before an error counts.
        let _ = stdout.map(|stdout| stdout.take(OUTPUT as u64).read_to_string(&mut text));
        // Nobody waits any more if it took too long.
        let _ = sender.send(text);
    });
    let text = printed.recv_timeout(VERSION);
    if text.is_err() {
        let _ = child.kill();
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    match text {
        Ok(text) if status.success() => Ok(text),
        Ok(_) => Err(format!("it exited with {status}")),
        Err(_) => Err(format!("it did not report its version within {} s", VERSION.as_secs())),
    }
}
