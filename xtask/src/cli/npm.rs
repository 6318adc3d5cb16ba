//! npm: the only place that runs it, never with scripts and never with a registry of its own.

use std::path::Path;

use crate::Outcome;
use crate::run::{RunError, Task};

/// Runs a command of npm that installs something into the folder. It checks the checksums.
pub(crate) fn npm(command: &[&str], folder: &Path) -> Outcome {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let quiet = ["--no-audit", "--no-fund", "--ignore-scripts"];
    match Task::new(program).args(command).args(quiet).dir(folder).read() {
        Ok(_) => Ok(()),
        Err(RunError::NotFound { .. }) => Err("npm was not found; \
             install Node.js 22 or newer from https://nodejs.org (npm comes with it)"
            .to_owned()),
        Err(error) => Err(error.into()),
    }
}
