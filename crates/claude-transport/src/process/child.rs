//! The life of a child: signals while it lives, its end, and the order of the two.
//!
//! One plain thread per child waits for its end. It learns of it without reaping; then, under the lock that
//! signals take too, it kills what is left of the group and reaps. Until the reaping the id of the child, which
//! is also the id of its group, cannot be given to anybody else.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

use rustix::io::{Errno, retry_on_intr};
use rustix::process::{
    Pid, Signal as Unix, WaitId, WaitIdOptions, WaitOptions, WaitStatus, kill_process_group,
    waitid, waitpid,
};
use tokio::task::AbortHandle;

use super::deferred_kill;
use super::stderr::StderrLog;
use crate::launch::{Exit, ExitCell, Signal, Watcher};
use crate::lines::lock;
use crate::transport::{KillHandle, Peer};

/// How long the end is held back for last words while nothing comes. What left the group can keep the stream
/// open for ever.
const QUIET: Duration = Duration::from_millis(200);
/// How long the end is held back for last words in any case.
const STDERR_DRAIN: Duration = Duration::from_secs(2);
/// The stack of a thread that does little more than wait.
pub(super) const SMALL_STACK: usize = 128 * 1024;

/// A child that is being watched.
pub(super) struct Child {
    pid: Pid,
    /// Whether the child has been reaped, so that `pid` may belong to somebody else.
    reaped: Mutex<bool>,
    exit: ExitCell,
    stderr: Arc<StderrLog>,
    /// The task that reads the standard error.
    drain: OnceLock<AbortHandle>,
    /// Whether nobody will ask for the standard error any more.
    released: AtomicBool,
}

impl Child {
    /// Starts the thread that waits for the end of `pid`, which must be a child of ours that leads its group.
    ///
    /// If there can be no thread, the child is killed and reaped here.
    pub(super) fn supervise(pid: Pid, stderr: Arc<StderrLog>) -> io::Result<Arc<Self>> {
        let child = Arc::new(Self {
            pid,
            reaped: Mutex::new(false),
            exit: ExitCell::default(),
            stderr,
            drain: OnceLock::new(),
            released: AtomicBool::new(false),
        });
        let watched = Arc::clone(&child);
        let thread = thread::Builder::new().name("claude-wait".into()).stack_size(SMALL_STACK);
        if let Err(error) = thread.spawn(move || watched.watch()) {
            child.reap();
            return Err(error);
        }
        Ok(child)
    }

    /// Sends `signal` to the whole group, unless the child has been reaped.
    pub(super) fn signal(&self, signal: Signal) {
        let signal = match signal {
            Signal::Terminate => Unix::TERM,
            Signal::Kill => Unix::KILL,
        };
        let reaped = lock(&self.reaped);
        if !*reaped {
            // Fails only if all that is left is a zombie, or members that changed their user.
            let _ = kill_process_group(self.pid, signal);
        }
    }

    /// Tells whether the child is gone for good.
    pub(super) fn is_reaped(&self) -> bool {
        *lock(&self.reaped)
    }

    /// Waits for the end and publishes it; the whole life of the thread.
    fn watch(&self) {
        // An error means that somebody else reaps the children of this process; reaping finds that out too.
        let _ = retry_on_intr(|| {
            waitid(WaitId::Pid(self.pid), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT)
        });
        let status = self.reap();
        self.stderr.wait_closed(QUIET, STDERR_DRAIN);
        self.exit.publish(Exit::new(
            status.and_then(WaitStatus::exit_status),
            status.and_then(WaitStatus::terminating_signal),
            self.stderr.tail(),
        ));
        self.stop_drain_if_useless();
    }

    /// Kills what is left of the group and takes the status, if it is still there.
    fn reap(&self) -> Option<WaitStatus> {
        let mut reaped = lock(&self.reaped);
        if *reaped || self.is_stolen() {
            *reaped = true;
            return None;
        }
        let _ = kill_process_group(self.pid, Unix::KILL);
        let status = retry_on_intr(|| waitpid(Some(self.pid), WaitOptions::empty()));
        *reaped = true;
        status.ok().flatten().map(|(_, status)| status)
    }

    /// Tells whether somebody else has reaped the child: its id must not be signalled then.
    fn is_stolen(&self) -> bool {
        let peek = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
        matches!(retry_on_intr(|| waitid(WaitId::Pid(self.pid), peek)), Err(Errno::CHILD))
    }

    /// Ends the reading of a standard error that outlives both the child and the interest in it.
    fn stop_drain_if_useless(&self) {
        if self.released.load(Ordering::SeqCst)
            && self.exit.is_published()
            && let Some(drain) = self.drain.get()
        {
            drain.abort();
        }
    }
}

/// The owner's view of a [`Child`]; dropping it ends the child.
pub(super) struct ChildPeer {
    child: Arc<Child>,
    drop_grace: Duration,
}

impl ChildPeer {
    pub(super) fn new(child: Arc<Child>, drop_grace: Duration) -> Self {
        Self { child, drop_grace }
    }

    /// Notes the task that reads the standard error.
    pub(super) fn drained_by(&self, task: AbortHandle) {
        let _ = self.child.drain.set(task);
    }
}

impl Peer for ChildPeer {
    fn poll_exit(&mut self, cx: &mut Context<'_>) -> Poll<Exit> {
        self.child.exit.poll(Watcher::Peer, cx)
    }

    fn signal(&mut self, signal: Signal) {
        self.child.signal(signal);
    }

    fn stderr_tail(&self) -> String {
        self.child.stderr.tail()
    }

    fn id(&self) -> Option<u32> {
        u32::try_from(self.child.pid.as_raw_nonzero().get()).ok()
    }

    fn kill_handle(&self) -> KillHandle {
        let (child, grace) = (Arc::clone(&self.child), self.drop_grace);
        KillHandle::new(move || end(&child, grace))
    }
}

/// TERM now, KILL after a grace, by a thread that needs no runtime.
fn end(child: &Arc<Child>, grace: Duration) {
    if !child.is_reaped() {
        child.signal(Signal::Terminate);
        deferred_kill::kill_after(Arc::clone(child), grace);
    }
}

impl Drop for ChildPeer {
    fn drop(&mut self) {
        self.child.released.store(true, Ordering::SeqCst);
        self.child.stop_drain_if_useless();
        end(&self.child, self.drop_grace);
    }
}
