//! Pin: version and checksums of the npm packages of the CLI.
//!
//! The checked-in lock file is the only source; nothing is repeated in code.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Outcome;

pub(super) const MANIFEST: &str = include_str!("../../cli/package.json");
pub(super) const LOCK: &str = include_str!("../../cli/package-lock.json");

/// The package that depends on the one of the platform.
pub(super) const MAIN: &str = "node_modules/@anthropic-ai/claude-code";

/// A lock file of npm: packages by their folder.
#[derive(Debug, Deserialize)]
pub(super) struct Lock {
    packages: BTreeMap<String, Locked>,
}

#[derive(Debug, Default, Deserialize, PartialEq, Eq)]
struct Locked {
    #[serde(default)]
    version: String,
    #[serde(default)]
    integrity: String,
}

impl Lock {
    pub(super) fn from_json(text: &str) -> Outcome<Self> {
        serde_json::from_str(text).map_err(|error| format!("invalid lock file of npm: {error}"))
    }

    /// The version of the CLI.
    pub(super) fn version(&self) -> Outcome<&str> {
        let main = self.packages.get(MAIN).ok_or("the lock file does not name the CLI")?;
        Ok(&main.version)
    }

    /// Checks that npm reports the pinned packages as installed.
    pub(super) fn accepts(&self, installed: &Self) -> Outcome {
        for (folder, package) in &installed.packages {
            match self.packages.get(folder) {
                Some(pinned) if pinned == package && !package.integrity.is_empty() => {}
                Some(_) => {
                    return Err(format!("{folder}: version or checksum is not the pinned one"));
                }
                None => return Err(format!("{folder}: not pinned")),
            }
        }
        installed.version().map(|_| ())
    }
}

/// Returns the possible places of the binary, by system and processor as Rust names them. npm
/// decides which C library a Linux has.
pub(super) fn binaries(os: &str, arch: &str) -> Outcome<Vec<String>> {
    let processor = match arch {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        _ => return Err(format!("the CLI is not available for the processor {arch}")),
    };
    let (systems, file): (&[_], _) = match os {
        "linux" => (&[("linux", ""), ("linux", "-musl")], "claude"),
        "macos" => (&[("darwin", "")], "claude"),
        "windows" => (&[("win32", "")], "claude.exe"),
        _ => return Err(format!("the CLI is not available for the system {os}")),
    };
    let name = |(system, library)| format!("{MAIN}-{system}-{processor}{library}/{file}");
    Ok(systems.iter().copied().map(name).collect())
}
