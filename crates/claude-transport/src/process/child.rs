//! Child supervision: the thread that waits for the exit, and the owner's side.
//!
//! One plain thread per child waits for its exit and publishes it, with the rest of stderr.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::task::{Context, Poll};
use std::thread;
use std::time::{Duration, Instant};

use tokio::task::AbortHandle;

use super::deferred_kill;
use super::stderr::StderrLog;
use super::system::Leader;
use crate::launch::{Exit, ExitCell, ProcessTree, ResourceLimits, Signal, Watcher};
use crate::lines::lock;
use crate::orphans::PrivateFile;
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
    leader: Leader,
    /// The files that the child reads. They are removed after its exit.
    files: Mutex<Vec<PrivateFile>>,
    limits: ResourceLimits,
    started: Instant,
    exit: ExitCell,
    stderr: Arc<StderrLog>,
    /// The task that reads stderr.
    drain: OnceLock<AbortHandle>,
    /// Whether the owner has dropped its [`ChildPeer`], so that stderr is not requested again.
    released: AtomicBool,
}

impl Child {
    /// Starts the thread that waits for the exit.
    ///
    /// If the thread cannot be started, kills the child.
    pub(super) fn supervise(
        leader: Leader,
        files: Vec<PrivateFile>,
        stderr: Arc<StderrLog>,
        limits: ResourceLimits,
    ) -> io::Result<Arc<Self>> {
        let child = Arc::new(Self {
            leader,
            files: Mutex::new(files),
            limits,
            started: Instant::now(),
            exit: ExitCell::default(),
            stderr,
            drain: OnceLock::new(),
            released: AtomicBool::new(false),
        });
        let watched = Arc::clone(&child);
        let thread = thread::Builder::new().name("claude-wait".into()).stack_size(SMALL_STACK);
        if let Err(error) = thread.spawn(move || watched.watch()) {
            child.leader.abandon();
            return Err(error);
        }
        Ok(child)
    }

    /// Sends `signal` to the child and what it has started, unless the child is over.
    pub(super) fn signal(&self, signal: Signal) {
        self.leader.signal(signal);
    }

    /// Returns whether the child has ended, and everything that it has started has been killed.
    pub(super) fn is_over(&self) -> bool {
        self.leader.is_over()
    }

    /// Samples the processes of the child. `None` once it is over.
    pub(super) fn tree(&self) -> Option<ProcessTree> {
        let tree = self.leader.tree(self.started.elapsed());
        tree.filter(|_| !self.is_over())
    }

    /// Waits for the exit and publishes it. This is the body of the thread.
    fn watch(&self) {
        let mut exit = self.leader.wait();
        lock(&self.files).clear();
        self.stderr.wait_closed(QUIET, STDERR_DRAIN);
        exit.stderr = self.stderr.tail();
        exit.limit = self.limits.reached(exit.signal);
        self.exit.publish(exit);
        self.stop_drain_if_useless();
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
        self.child.leader.id()
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
    if !child.is_over() {
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
