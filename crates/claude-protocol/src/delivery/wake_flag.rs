//! A waker that remembers that it was used.
//!
//! The loop has sources that seldom have anything to say. They get a bell in place of the task's
//! own waker, and are polled only when it has rung: a line that is answered wakes the loop three
//! times, and each time all sources would be polled for nothing. Model-checked with loom
//! (`tests/it/loom.rs`).

use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::task::{Wake, Waker};

use super::sync::{AtomicBool, Mutex};

/// Wakes a task, and tells it afterwards that it was this one that did.
#[derive(Debug)]
pub(crate) struct WakeFlag {
    is_set: AtomicBool,
    task: Mutex<Waker>,
}

impl WakeFlag {
    /// A bell that has rung, since nothing was polled yet.
    pub(crate) fn new() -> Self {
        Self { is_set: AtomicBool::new(true), task: Mutex::new(Waker::noop().clone()) }
    }

    /// Makes the next [`WakeFlag::take_for`] say so. The task is awake.
    pub(crate) fn set(&self) {
        // A swap, as in `take_for`: of the two, one comes after the other for all threads.
        self.is_set.swap(true, Ordering::AcqRel);
    }

    /// Tells whether it has rung since this was asked last. From now on it wakes this task.
    pub(crate) fn take(&self, task: &Waker) -> bool {
        self.task.lock().unwrap_or_else(PoisonError::into_inner).clone_from(task);
        // Only now: who rings in between wakes the task.
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
