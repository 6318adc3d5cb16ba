//! Leader: the child as the first process of its job. It is waited for, and its job is killed.
//!
//! Windows has no SIGTERM. Ctrl-Break reaches only processes that share a console with the sender, and a child without
//! a window has a console of its own. So the end of stdin is the only request to end, and `Signal::Terminate` does
//! nothing: it leaves the child the time until `Signal::Kill`.

use std::future::Future as _;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

use process_wrap::tokio::ChildWrapper;

use crate::launch::{Exit, ProcessTree, Signal};
use crate::lines::lock;
use crate::orphans::Run;

/// A child that is the first process of a job of its own.
pub(in crate::process) struct Leader {
    id: Option<u32>,
    run: Run,
    job: Mutex<Box<dyn ChildWrapper>>,
    over: AtomicBool,
}

impl Leader {
    pub(super) fn new(job: Box<dyn ChildWrapper>, run: Run) -> Self {
        let id = job.id();
        if let Some(id) = id {
            run.started(id);
        }
        Self { id, run, job: Mutex::new(job), over: AtomicBool::new(false) }
    }

    pub(in crate::process) fn id(&self) -> Option<u32> {
        self.id
    }

    /// Kills the whole job if `signal` is [`Signal::Kill`].
    pub(in crate::process) fn signal(&self, signal: Signal) {
        if signal == Signal::Kill && !self.is_over() {
            // Ignore the error: it means that the job is empty.
            let _ = lock(&self.job).start_kill();
        }
    }

    /// Returns whether the child has ended, and everything of its job has been killed.
    pub(in crate::process) fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }

    /// What the job uses is not sampled.
    #[expect(clippy::unused_self, reason = "the other systems use it")]
    pub(in crate::process) fn tree(&self, _: Duration) -> Option<ProcessTree> {
        None
    }

    /// Waits until the child has exited, and kills the rest of its job. Returns the exit, without stderr.
    pub(in crate::process) fn wait(&self) -> Exit {
        let waker = Waker::from(Arc::new(Unpark(thread::current())));
        let status = loop {
            match self.poll_exit(&mut Context::from_waker(&waker)) {
                Poll::Ready(status) => break status,
                Poll::Pending => thread::park(),
            }
        };
        self.abandon();
        Exit::new(status, None, "")
    }

    /// Kills the job without waiting for an exit.
    pub(in crate::process) fn abandon(&self) {
        self.signal(Signal::Kill);
        self.run.end();
        self.over.store(true, Ordering::SeqCst);
    }

    /// Holds the lock for one poll only, so that a signal does not wait for the exit.
    fn poll_exit(&self, cx: &mut Context<'_>) -> Poll<Option<i32>> {
        let mut job = lock(&self.job);
        // Wait for the process, and not for the job: what is left in the job is killed.
        let exit = pin!(job.inner_mut().wait());
        exit.poll(cx).map(|status| status.ok()?.code())
    }
}

/// A waker that continues a parked thread.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}
