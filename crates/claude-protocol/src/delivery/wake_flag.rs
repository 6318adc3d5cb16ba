//! Wake flag: a waker that records that it was called.
//!
//! Answering one request wakes the loop three times: for the line, for the reply, and when the
//! reply is written. Commands, the exit of the process and the timer are rarely ready, so polling
//! them each time is wasted work. They get a wake flag as their waker, and are polled only when it
//! is set. Model-checked with loom (`tests/it/loom.rs`).

use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::task::{Wake, Waker};

use super::sync::{AtomicBool, Mutex};

/// A waker that wakes a task and sets a flag.
#[derive(Debug)]
pub(crate) struct WakeFlag {
    is_set: AtomicBool,
    task: Mutex<Waker>,
}

impl WakeFlag {
    /// Creates a flag that is set: no source has been polled yet, so all must be polled first.
    pub(crate) fn new() -> Self {
        Self { is_set: AtomicBool::new(true), task: Mutex::new(Waker::noop().clone()) }
    }

    /// Sets the flag without waking the task.
    pub(crate) fn set(&self) {
        // Use a swap, as in `take`: two swaps of one flag have the same order for all threads. So
        // either `take` sees this write, or the waker that `take` has stored is seen after it.
        self.is_set.swap(true, Ordering::AcqRel);
    }

    /// Clears the flag, and returns whether it was set. From now on, a wake-up wakes `task`.
    pub(crate) fn take(&self, task: &Waker) -> bool {
        self.task.lock().unwrap_or_else(PoisonError::into_inner).clone_from(task);
        // Read the flag after the waker is stored. In the other order, a wake-up in between would
        // call the previous waker and be lost for this one.
        self.is_set.swap(false, Ordering::AcqRel)
    }
}

impl Wake for WakeFlag {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.set();
        let task = self.task.lock().unwrap_or_else(PoisonError::into_inner).clone();
        task.wake();
    }
}
