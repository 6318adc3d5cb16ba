//! Child supervision: signals, the exit, and their order.
//!
//! One plain thread per child waits for its exit, without reaping it. Then it takes the lock that signals take too,
//! kills the rest of the run (`orphans/`), and reaps. Until a child is reaped, the system does not reuse its ID, which
//! is also the ID of its group. So a signal under the lock cannot reach an unrelated process.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::task::{Context, Poll};
use std::thread;
use std::time::{Duration, Instant};

use rustix::io::{Errno, retry_on_intr};
use rustix::process::{
    Pid, Signal as Unix, WaitId, WaitIdOptions, WaitOptions, WaitStatus, kill_process_group,
    waitid, waitpid,
};
use tokio::task::AbortHandle;

use super::deferred_kill;
use super::exit_wait;
use super::stderr::StderrLog;
use crate::launch::{Exit, ExitCell, ProcessTree, ResourceLimits, Signal, Watcher};
use crate::lines::lock;
use crate::orphans::{PrivateFile, Run};
use crate::transport::{KillHandle, Peer, TreeProbe};

/// How long the exit is held back for the rest of stderr while nothing is read. A process that has left the group
/// can keep the stream open without a limit.
const QUIET: Duration = Duration::from_millis(200);
/// How long the exit is held back for the rest of stderr in any case.
const STDERR_DRAIN: Duration = Duration::from_secs(2);
/// The stack of a thread that mostly waits.
pub(super) const SMALL_STACK: usize = 128 * 1024;

/// A supervised child.
pub(super) struct Child {
    pid: Pid,
    run: Run,
    /// The files that the child reads. They are removed after its exit.
    files: Mutex<Vec<PrivateFile>>,
    limits: ResourceLimits,
    started: Instant,
    /// Whether the child is reaped. Then `pid` may belong to another process.
    reaped: Mutex<bool>,
    exit: ExitCell,
    stderr: Arc<StderrLog>,
    /// The task that reads stderr.
    drain: OnceLock<AbortHandle>,
    /// Whether the owner has dropped its [`ChildPeer`], so that stderr is not requested again.
    released: AtomicBool,
}

impl Child {
    /// Starts the thread that waits for the exit of `pid`, which must be a child of this process and lead its group.
    ///
    /// If the thread cannot be started, kills and reaps the child.
    pub(super) fn supervise(
        pid: Pid,
        run: Run,
        files: Vec<PrivateFile>,
        stderr: Arc<StderrLog>,
        limits: ResourceLimits,
    ) -> io::Result<Arc<Self>> {
        run.started(pid);
        let child = Arc::new(Self {
            pid,
            run,
            files: Mutex::new(files),
            limits,
            started: Instant::now(),
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

    /// Sends `signal` to the whole group, unless the child is reaped.
    pub(super) fn signal(&self, signal: Signal) {
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

    /// Returns whether the child is reaped.
    pub(super) fn is_reaped(&self) -> bool {
        *lock(&self.reaped)
    }

    /// Samples the processes of the child. `None` once it is reaped.
    pub(super) fn tree(&self) -> Option<ProcessTree> {
        // Do not hold the lock: signals do not wait for the sample, which only reads.
        let tree = self.run.sample(self.pid, self.started.elapsed());
        tree.filter(|_| !self.is_reaped())
    }

    /// Waits for the exit and publishes it. This is the body of the thread.
    fn watch(&self) {
        exit_wait::wait(self.pid);
        let status = self.reap();
        lock(&self.files).clear();
        self.stderr.wait_closed(QUIET, STDERR_DRAIN);
        let code = status.and_then(WaitStatus::exit_status);
        let signal = status.and_then(WaitStatus::terminating_signal);
        let mut exit = Exit::new(code, signal, self.stderr.tail());
        exit.limit = self.limits.reached(signal);
        self.exit.publish(exit);
        self.stop_drain_if_useless();
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

    /// Stops reading stderr once the exit is published and the owner has dropped its peer. A process that has left
    /// the group may hold the stream open.
    fn stop_drain_if_useless(&self) {
        if self.released.load(Ordering::SeqCst)
            && self.exit.is_published()
            && let Some(drain) = self.drain.get()
        {
            drain.abort();
        }
    }
}

/// The owner's side of a [`Child`]. Dropping it ends the child.
pub(super) struct ChildPeer {
    child: Arc<Child>,
    drop_grace: Duration,
}

impl ChildPeer {
    pub(super) fn new(child: Arc<Child>, drop_grace: Duration) -> Self {
        Self { child, drop_grace }
    }

    /// Sets the task that reads stderr.
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

    fn tree_probe(&self) -> TreeProbe {
        let child = Arc::clone(&self.child);
        TreeProbe::new(move || child.tree())
    }
}

/// Sends SIGTERM now, and SIGKILL after `grace` from a thread that needs no runtime.
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
