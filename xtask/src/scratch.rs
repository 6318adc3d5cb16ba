//! A folder that lives as long as its value: throw-away homes and scripts.
//!
//! Not `tempfile`, which stays a dev-dependency: xtask is built before
//! everything else.

use std::path::{Path, PathBuf};

use crate::Outcome;

/// A new folder below the system's temporary one, removed on drop.
#[derive(Debug)]
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new(purpose: &str) -> Outcome<Self> {
        // `create_dir` and not `create_dir_all`: a folder someone else put there is not ours.
        let pid = std::process::id();
        (0..1000)
            .map(|n| std::env::temp_dir().join(format!("claude-xtask-{purpose}-{pid}-{n}")))
            .find(|path| std::fs::create_dir(path).is_ok())
            .map(Self)
            .ok_or_else(|| format!("no folder can be made in {}", std::env::temp_dir().display()))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What stays behind is in the temporary folder; there is nobody to tell.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
