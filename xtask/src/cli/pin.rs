//! Pin: the version of the CLI that the checked-in lock file of npm names. Nothing is repeated in code.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Outcome;

#[cfg(test)]
pub(super) const MANIFEST: &str = include_str!("../../cli/package.json");
pub(super) const LOCK: &str = include_str!("../../cli/package-lock.json");

/// The package that depends on the one of the platform.
const MAIN: &str = "node_modules/@anthropic-ai/claude-code";

/// A lock file of npm: packages by their folder.
#[derive(Debug, Deserialize)]
pub(super) struct Lock {
    packages: BTreeMap<String, Locked>,
}

#[derive(Debug, Deserialize)]
struct Locked {
    #[serde(default)]
    version: String,
}

impl Lock {
    pub(super) fn from_json(text: &str) -> Outcome<Self> {
        serde_json::from_str(text).map_err(|error| format!("invalid lock file of npm: {error}"))
    }

    /// Returns the version of the CLI.
    pub(super) fn version(&self) -> Outcome<&str> {
        let main = self.packages.get(MAIN).ok_or("the lock file does not name the CLI")?;
        Ok(&main.version)
    }
}
