//! Leader: the child as the leader of its process group. It receives signals, is waited for, and is reaped.
//!
//! The thread that waits for the child does not reap it first: it takes the lock that signals take too, kills the
//! rest of the run (`orphans/`), and reaps. Until a child is reaped, the system does not reuse its ID, which is also
//! the ID of its group. So a signal under the lock cannot reach an unrelated process.

use std::sync::Mutex;
use std::time::Duration;

use rustix::io::{Errno, retry_on_intr};
use rustix::process::{
    Pid, Signal as Unix, WaitId, WaitIdOptions, WaitOptions, WaitStatus, kill_process_group,
    waitid, waitpid,
};

use super::exit_wait;
use crate::launch::{Exit, ProcessTree, Signal};
use crate::lines::lock;
use crate::orphans::Run;

/// A child that leads a process group of its own.
pub(in crate::process) struct Leader {
    pid: Pid,
    run: Run,
    /// Whether the child is reaped. Then `pid` may belong to another process.
    reaped: Mutex<bool>,
}

impl Leader {
    /// Registers the group of `pid`, which must be a child of this process and lead its group.
    pub(super) fn new(pid: Pid, run: Run) -> Self {
        run.started(pid);
        Self { pid, run, reaped: Mutex::new(false) }
    }

    pub(in crate::process) fn id(&self) -> Option<u32> {
        u32::try_from(self.pid.as_raw_nonzero().get()).ok()
    }

    /// Sends `signal` to the whole group, unless the child is reaped.
    pub(in crate::process) fn signal(&self, signal: Signal) {
        let signal = match signal {
            Signal::Terminate => Unix::TERM,
            Signal::Kill => Unix::KILL,
        };
        let reaped = lock(&self.reaped);
        if !*reaped {
            // Ignore the error: it means that only a zombie is left, or processes that have changed their user.
            let _ = kill_process_group(self.pid, signal);
        }
    }

    /// Returns whether the child has ended, and everything of its group has been killed.
    pub(in crate::process) fn is_over(&self) -> bool {
        *lock(&self.reaped)
    }

    /// Samples what the processes of the run use. `age` is the time since the start.
    pub(in crate::process) fn tree(&self, age: Duration) -> Option<ProcessTree> {
        // Do not take the lock: signals do not wait for the sample, which only reads.
        self.run.sample(self.pid, age)
    }

    /// Waits until the child has exited, and ends the rest of its run. Returns the exit, without stderr.
    pub(in crate::process) fn wait(&self) -> Exit {
        exit_wait::wait(self.pid);
        let status = self.reap();
        Exit::new(
            status.and_then(WaitStatus::exit_status),
            status.and_then(WaitStatus::terminating_signal),
            "",
        )
    }

    /// Kills the run without waiting for an exit, and reaps the child.
    pub(in crate::process) fn abandon(&self) {
        self.reap();
    }

    /// Kills the rest of the run and collects the exit status. Returns `None` if other code has collected it.
    fn reap(&self) -> Option<WaitStatus> {
        let mut reaped = lock(&self.reaped);
        if *reaped || self.is_stolen() {
            *reaped = true;
            self.run.end();
            return None;
        }
        let _ = kill_process_group(self.pid, Unix::KILL);
        self.run.end();
        let status = retry_on_intr(|| waitpid(Some(self.pid), WaitOptions::empty()));
        *reaped = true;
        status.ok().flatten().map(|(_, status)| status)
    }

    /// Returns whether other code has reaped the child. Then no signal may be sent to its ID.
    fn is_stolen(&self) -> bool {
        let peek = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
        matches!(retry_on_intr(|| waitid(WaitId::Pid(self.pid), peek)), Err(Errno::CHILD))
    }
}
