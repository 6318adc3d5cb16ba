//! Locating the CLI: `Options::cli_path`, then `CLAUDE_CLI_PATH`, then `PATH`, then installation
//! directories. Nothing further is searched if one of the first two is set.
//!
//! The search returns all files that may be the CLI. If the system cannot start the first one,
//! `start.rs` tries the next.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::options::Options;

/// The path of the CLI, if the options do not set it.
pub(crate) const VARIABLE: &str = "CLAUDE_CLI_PATH";

/// Installation paths below the home directory.
const IN_HOME: &[&str] = &[
    ".local/bin/claude",
    ".claude/local/claude",
    ".npm-global/bin/claude",
    ".yarn/bin/claude",
    "node_modules/.bin/claude",
];

/// Installation paths for all users of the machine.
const ON_SYSTEM: &[&str] =
    &["/usr/local/bin/claude", "/opt/homebrew/bin/claude", "/usr/bin/claude"];

/// Finds the files that may be the CLI, at least one, in order of precedence. A path set in the
/// options is not checked; the search runs on a blocking thread.
pub(crate) async fn find(options: &Options) -> Result<Vec<PathBuf>> {
    if let Some(path) = &options.cli_path {
        return Ok(vec![path.clone()]);
    }
    // A file that was named is tried even if it is not executable: the error then says why.
    let is_named = variable(options, VARIABLE).is_some();
    let places = places(|name| variable(options, name));
    let search = move || usable(places, |place| is_executable(place) || is_named && place.exists());
    // Joining fails only if the search panics or the runtime shuts down.
    let found = tokio::task::spawn_blocking(search).await;
    found.unwrap_or_else(|_| {
        Err(Error::Runtime { problem: "the tokio runtime has shut down".into() })
    })
}

/// Returns a variable as the CLI would see it: the caller's value before the inherited one. An
/// empty value counts as not set.
fn variable(options: &Options, name: &str) -> Option<OsString> {
    let own = options.env.iter().rev().find(|(key, _)| key == name);
    let own = own.map(|(_, value)| OsString::from(value.as_str()));
    own.or_else(|| std::env::var_os(name)).filter(|value| !value.is_empty())
}

/// Returns the paths at which the CLI may be installed, in order of precedence.
pub(crate) fn places(variable: impl Fn(&str) -> Option<OsString>) -> Vec<PathBuf> {
    if let Some(path) = variable(VARIABLE) {
        return vec![path.into()];
    }
    let path = variable("PATH").unwrap_or_default();
    // Skip relative entries of `PATH`: a program in the working directory must never be run as the
    // CLI.
    let folders = std::env::split_paths(&path).filter(|folder| folder.is_absolute());
    let mut places: Vec<_> = folders.map(|folder| folder.join("claude")).collect();
    if let Some(home) = variable("HOME").map(PathBuf::from).filter(|home| home.is_absolute()) {
        places.extend(IN_HOME.iter().map(|name| home.join(name)));
    }
    places.extend(ON_SYSTEM.iter().map(PathBuf::from));
    let mut known = HashSet::new();
    places.retain(|place| known.insert(place.clone()));
    places
}

fn usable(places: Vec<PathBuf>, is_usable: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>> {
    let usable: Vec<_> = places.iter().filter(|place| is_usable(place)).cloned().collect();
    if usable.is_empty() {
        return Err(Error::CliNotFound { tried: places });
    }
    Ok(usable)
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}

#[cfg(test)]
mod tests;
