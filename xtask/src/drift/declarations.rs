//! Declarations: files of the official npm package, installed below `target/` and read from there.
//!
//! The pinned version is that of the pinned CLI, with its checksum in
//! `xtask/declarations/package-lock.json`. Only the package itself is installed, without its
//! dependencies. Nothing of it is added to the repository.

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::cli::{is_version, npm};
use crate::metadata::Metadata;

pub(super) const MANIFEST: &str = include_str!("../../declarations/package.json");
pub(super) const LOCK: &str = include_str!("../../declarations/package-lock.json");

/// The package.
pub(super) const PACKAGE: &str = "@anthropic-ai/claude-agent-sdk";

/// The files that are read.
const FILES: [&str; 2] = ["sdk.d.ts", "sdk-tools.d.ts"];

/// Returns a folder, or that of a version; that of the pinned one by default.
pub(super) fn folder(chosen: Option<&str>) -> Outcome<PathBuf> {
    match chosen {
        Some(folder) if Path::new(folder).is_dir() => {
            std::path::absolute(folder).map_err(|error| format!("{folder}: {error}"))
        }
        Some(version) if is_version(version) => install(version, &manifest(version), None),
        Some(other) => Err(format!("`{other}` is neither a folder nor a version such as 0.3.300")),
        None => install(&pinned()?, MANIFEST, Some(LOCK)),
    }
}

/// Returns the version in the manifest.
pub(super) fn pinned() -> Outcome<String> {
    let manifest: serde_json::Value = serde_json::from_str(MANIFEST)
        .map_err(|error| format!("xtask/declarations/package.json: {error}"))?;
    let version = manifest["dependencies"][PACKAGE].as_str();
    version.map(str::to_owned).ok_or_else(|| format!("no version of {PACKAGE} is pinned"))
}

fn manifest(version: &str) -> String {
    let dependencies = serde_json::json!({ PACKAGE: version });
    serde_json::json!({ "name": "declarations", "private": true, "dependencies": dependencies })
        .to_string()
}

/// Returns the folder of the package, and installs it if it is missing.
fn install(version: &str, manifest: &str, lock: Option<&str>) -> Outcome<PathBuf> {
    let home = Metadata::members_only()?.target_directory.join("declarations").join(version);
    let package = home.join("node_modules").join(PACKAGE);
    if FILES.iter().all(|file| package.join(file).is_file()) {
        return Ok(package);
    }
    eprintln!("installing the declarations {version} below {}", home.display());
    let aside = home.with_file_name(format!(".installing-{}", std::process::id()));
    let placed = fetch(&aside, manifest, lock).and_then(|()| place(&aside, &home));
    let _ = std::fs::remove_dir_all(&aside);
    placed.map(|()| package).map_err(|error| format!("{PACKAGE} {version}: {error}"))
}

fn fetch(aside: &Path, manifest: &str, lock: Option<&str>) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", aside.display());
    std::fs::create_dir_all(aside).map_err(failed)?;
    std::fs::write(aside.join("package.json"), manifest).map_err(failed)?;
    if let Some(lock) = lock {
        std::fs::write(aside.join("package-lock.json"), lock).map_err(failed)?;
    }
    let command = if lock.is_some() { "ci" } else { "install" };
    npm(&[command, "--omit=optional", "--legacy-peer-deps"], aside)
}

/// Renames the folder when it is complete, so that an interrupted installation never counts as
/// complete.
fn place(aside: &Path, home: &Path) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", home.display());
    if home.exists() {
        std::fs::remove_dir_all(home).map_err(failed)?;
    }
    std::fs::rename(aside, home).map_err(failed)
}
