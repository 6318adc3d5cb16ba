//! Installation of CLIs below `target/`: the pinned one in `cli/`, others in `cli-other/`.
//!
//! `claude-cli-manager` of the crate claude-transport does the work: it has npm install a version in another folder,
//! verifies it, then renames the folder. It keeps a checksum of the program and compares it each time.

use std::path::{Path, PathBuf};

use super::pin::{self, Lock};
use crate::Outcome;
use crate::metadata::Metadata;
use crate::run::{Task, root};

/// The lock file with the checksums of the packages.
const LOCK_FILE: &str = "xtask/cli/package-lock.json";

/// The manager, without the parts of its crate that it does not use.
const MANAGER: [&str; 9] = [
    "run",
    "--quiet",
    "--package",
    "claude-transport",
    "--no-default-features",
    "--features",
    "cli",
    "--bin",
    "claude-cli-manager",
];

/// Returns the binary of the pinned CLI, and installs it if it is missing or was changed.
pub(crate) fn install() -> Outcome<PathBuf> {
    program(&pinned("install")?)
}

/// Returns the binary of the pinned CLI, if it is installed and unchanged.
pub(crate) fn path() -> Outcome<PathBuf> {
    program(&pinned("path")?).map_err(|error| format!("{error}; run `cargo xtask cli install`"))
}

/// Prints the installed CLIs.
pub(crate) fn list() -> Outcome {
    for folder in ["cli", "cli-other"] {
        manager(&words("list", &below_target(folder)?)).run()?;
    }
    Ok(())
}

/// Returns the version of the pinned CLI.
pub(crate) fn version() -> Outcome<String> {
    Lock::from_json(pin::LOCK)?.version().map(str::to_owned)
}

/// Returns the binary for a version or a path.
pub(crate) fn chosen(cli: &str) -> Outcome<PathBuf> {
    let path = Path::new(cli);
    if path.is_file() {
        return std::path::absolute(path).map_err(|error| format!("{cli}: {error}"));
    }
    if !is_version(cli) {
        return Err(format!("`{cli}` is neither a file nor a version such as 2.1.300"));
    }
    let mut words = words("install", &below_target("cli-other")?);
    words.push(cli.into());
    program(&words)
}

/// Numbers with dots between: npm cannot take it for a flag or an address.
pub(crate) fn is_version(text: &str) -> bool {
    let parts: Vec<_> = text.split('.').collect();
    let number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(number)
}

fn below_target(folder: &str) -> Outcome<PathBuf> {
    Ok(Metadata::members_only()?.target_directory.join(folder))
}

fn words(command: &str, folder: &Path) -> Vec<PathBuf> {
    vec![command.into(), "--folder".into(), folder.into()]
}

fn pinned(command: &str) -> Outcome<Vec<PathBuf>> {
    let mut words = words(command, &below_target("cli")?);
    words.extend(["--lock".into(), root().join(LOCK_FILE)]);
    Ok(words)
}

fn manager(words: &[PathBuf]) -> Task {
    Task::cargo(&MANAGER).args(["--"]).args(words)
}

/// Runs the manager and returns the path that it prints. Its messages go to the terminal.
fn program(words: &[PathBuf]) -> Outcome<PathBuf> {
    match manager(words).outcome()? {
        (true, printed) => Ok(printed.trim_end().into()),
        (false, _) => Err("the CLI is not available, for the reason that is printed above".into()),
    }
}
