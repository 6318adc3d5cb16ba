//! Installation of the pinned CLI below `target/cli/<version>/`, once.
//!
//! It is installed in another folder, verified, then renamed: an interrupted installation never
//! counts as complete.

use std::path::{Path, PathBuf};

use super::npm::npm;
use super::pin::{self, Lock};
use crate::Outcome;
use crate::metadata::Metadata;
use crate::run::Task;

/// Written last; a folder without it is not used.
const VERIFIED: &str = "verified";

/// Returns the binary of the pinned CLI, and installs it if it is missing.
pub(crate) fn install() -> Outcome<PathBuf> {
    let lock = Lock::from_json(pin::LOCK)?;
    let version = lock.version()?;
    let home = home(version)?;
    if let Some(binary) = installed(&home, version) {
        return Ok(binary);
    }
    eprintln!("installing the Claude Code CLI {version} below {}", home.display());
    let aside = home.with_file_name(format!(".installing-{}", std::process::id()));
    let placed = fetch(&aside, &lock).and_then(|()| place(&aside, &home, version));
    if placed.is_err() {
        let _ = std::fs::remove_dir_all(&aside);
    }
    placed
}

/// Returns the binary of the pinned CLI, if it is installed.
pub(crate) fn path() -> Outcome<PathBuf> {
    let lock = Lock::from_json(pin::LOCK)?;
    let version = lock.version()?;
    installed(&home(version)?, version)
        .ok_or_else(|| format!("the CLI {version} is not installed; run `cargo xtask cli install`"))
}

/// Returns the version of the pinned CLI.
pub(crate) fn version() -> Outcome<String> {
    Lock::from_json(pin::LOCK)?.version().map(str::to_owned)
}

fn home(version: &str) -> Outcome<PathBuf> {
    Ok(Metadata::members_only()?.target_directory.join("cli").join(version))
}

fn installed(home: &Path, version: &str) -> Option<PathBuf> {
    let marked = std::fs::read_to_string(home.join(VERIFIED)).ok()?;
    (marked.trim() == version).then(|| working_binary(home, version).ok()).flatten()
}

fn fetch(aside: &Path, lock: &Lock) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", aside.display());
    std::fs::create_dir_all(aside).map_err(failed)?;
    std::fs::write(aside.join("package.json"), pin::MANIFEST).map_err(failed)?;
    std::fs::write(aside.join("package-lock.json"), pin::LOCK).map_err(failed)?;
    // `npm ci` refuses packages that do not match the checksums of the lock file.
    npm(&["ci"], aside).map_err(|error| format!("the CLI could not be installed: {error}"))?;
    let written = aside.join("node_modules/.package-lock.json");
    let written = std::fs::read_to_string(written).map_err(failed)?;
    lock.accepts(&Lock::from_json(&written)?)
}

fn place(aside: &Path, home: &Path, version: &str) -> Outcome<PathBuf> {
    working_binary(aside, version)?;
    let failed = |error: std::io::Error| format!("{}: {error}", home.display());
    std::fs::write(aside.join(VERIFIED), version).map_err(failed)?;
    if installed(home, version).is_none() {
        if home.exists() {
            std::fs::remove_dir_all(home).map_err(failed)?;
        }
        let renamed = std::fs::rename(aside, home);
        // Another process may have been faster; its installation is as good.
        renamed
            .or_else(|error| installed(home, version).map(|_| ()).ok_or(error))
            .map_err(failed)?;
    }
    let _ = std::fs::remove_dir_all(aside);
    working_binary(home, version)
}

/// Returns the binary below a folder, if it reports the pinned version.
pub(super) fn working_binary(folder: &Path, version: &str) -> Outcome<PathBuf> {
    let places = pin::binaries(std::env::consts::OS, std::env::consts::ARCH)?;
    let binary = places.iter().map(|place| folder.join(place)).find(|path| path.is_file());
    let binary = binary.ok_or(
        "npm left the package of this platform out: it could not be downloaded, \
         or its checksum is not the pinned one",
    )?;
    let answer = Task::new(&binary).args(["--version"]).clean().read()?;
    if answer.split_whitespace().next() == Some(version) {
        return Ok(binary);
    }
    Err(format!("{} reports the version {}", binary.display(), answer.trim()))
}
