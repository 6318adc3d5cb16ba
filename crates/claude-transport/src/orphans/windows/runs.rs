//! Runs: the children of this program, each with its run ID.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::super::run_id::RunId;
use crate::lines::lock;

static RUNS: Mutex<BTreeMap<RunId, u32>> = Mutex::new(BTreeMap::new());

/// Returns the process IDs of the children that this program has started with this crate and that have not been
/// reaped.
///
/// # Examples
///
/// ```
/// println!("{} children are running", claude_transport::children().len());
/// ```
#[must_use]
pub fn children() -> Vec<u32> {
    lock(&RUNS).values().copied().collect()
}

/// One child with everything that it starts.
#[derive(Debug)]
pub(crate) struct Run(RunId);

impl Run {
    /// Creates a run. Pass [`Run::id`] to the child.
    pub(crate) fn begin() -> Self {
        Self(RunId::random())
    }

    pub(crate) fn id(&self) -> &RunId {
        &self.0
    }

    /// Registers the process ID of the child.
    pub(crate) fn started(&self, process: u32) {
        lock(&RUNS).insert(self.0.clone(), process);
    }

    /// Removes the child.
    pub(crate) fn end(&self) {
        lock(&RUNS).remove(&self.0);
    }
}

/// A run that has not ended has no supervisor any more.
impl Drop for Run {
    fn drop(&mut self) {
        self.end();
    }
}
