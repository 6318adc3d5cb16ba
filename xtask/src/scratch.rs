//! Scratch: temporary folders for homes and scripts, removed on drop.
//!
//! It is not `tempfile`, which stays a dev-dependency: xtask is built before everything else.

use std::path::{Path, PathBuf};

use crate::Outcome;

/// A new folder below the temporary folder of the system, removed on drop.
#[derive(Debug)]
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new(purpose: &str) -> Outcome<Self> {
        // Use `create_dir` and not `create_dir_all`: an existing folder belongs to another process.
        let pid = std::process::id();
        (0..1000)
            .map(|n| std::env::temp_dir().join(format!("claude-xtask-{purpose}-{pid}-{n}")))
            .find(|path| std::fs::create_dir(path).is_ok())
            .map(Self)
            .ok_or_else(|| {
                format!("failed to create a folder in {}", std::env::temp_dir().display())
            })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A folder that cannot be removed stays in the temporary folder; the failure is not
        // reported.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
