//! Command: the arguments, the directory and the variables of a child, which are the same on every system.

use std::process::Command;

use crate::launch::Launch;
use crate::orphans::{PrivateFile, Run, RunId};

/// Adds what the launch says. Its private files are written already.
pub(super) fn configure(command: &mut Command, launch: &Launch, run: &Run, files: &[PrivateFile]) {
    let paths: Vec<_> = files.iter().map(PrivateFile::path).collect();
    command.args(launch.args_with_files(&paths));
    if let Some(cwd) = &launch.cwd {
        command.current_dir(cwd);
    }
    if launch.env.inherited().is_some() {
        command.env_clear();
        // The values are read here, and are in no launch.
        command.envs(std::env::vars_os().filter(|(name, _)| launch.env.inherits(name)));
    }
    for (name, value) in launch.env.changes() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command.env(RunId::VARIABLE, run.id().as_str());
}
