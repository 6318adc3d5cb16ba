//! Run: one child with everything that it starts, from before its start until nothing of it is left.

use std::time::Duration;

use rustix::process::Pid;

use super::host;
use super::run_id::RunId;
use super::{scan, tree};
use crate::launch::ProcessTree;

/// A registered run. If the host ends before [`Run::end`], the watcher ends the run.
#[derive(Debug)]
pub(crate) struct Run(RunId);

impl Run {
    /// Registers a run. Call this before the child starts, and pass [`Run::id`] to the child.
    pub(crate) fn begin() -> Self {
        let id = RunId::random();
        host::begin(&id);
        Self(id)
    }

    pub(crate) fn id(&self) -> &RunId {
        &self.0
    }

    /// Registers the process group of the child.
    pub(crate) fn started(&self, group: Pid) {
        host::started(&self.0, group);
    }

    /// Samples what the processes of the run use. `age` is the time since the start of the leader.
    pub(crate) fn sample(&self, leader: Pid, age: Duration) -> Option<ProcessTree> {
        tree::sample(&self.0, leader, age)
    }

    /// Kills what has left the process group, and removes the run. Call this before the child is reaped: then its ID,
    /// which the watcher knows as that of the group, cannot belong to another process.
    pub(crate) fn end(&self) {
        scan::kill_run(&self.0);
        host::ended(&self.0);
    }
}

/// A run whose child could not be started has nothing to be ended.
impl Drop for Run {
    fn drop(&mut self) {
        host::ended(&self.0);
    }
}
