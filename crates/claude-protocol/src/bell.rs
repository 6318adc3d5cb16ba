//! A waker that remembers that it was used.
//!
//! The loop has sources that seldom have anything to say. They get a bell in place of the task's
//! own waker, and are polled only when it has rung: a line that is answered wakes the loop three
//! times, and each time all sources would be polled for nothing.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Wake, Waker};

/// Wakes a task, and tells it afterwards that it was this one that did.
#[derive(Debug)]
pub(crate) struct Bell {
    rung: AtomicBool,
    task: Mutex<Waker>,
}

impl Bell {
    /// A bell that has rung, since nothing was polled yet.
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self { rung: AtomicBool::new(true), task: Mutex::new(Waker::noop().clone()) })
    }

    /// Makes the next [`Bell::has_rung`] say so. The task is awake.
    pub(crate) fn ring(&self) {
        self.rung.store(true, Ordering::Release);
    }

    /// Tells whether it has rung since this was asked last. From now on it wakes this task.
    pub(crate) fn has_rung(&self, task: &Waker) -> bool {
        self.task.lock().unwrap_or_else(PoisonError::into_inner).clone_from(task);
        // Only now: who rings in between wakes the task.
        self.rung.swap(false, Ordering::AcqRel)
    }
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.ring();
        self.task.lock().unwrap_or_else(PoisonError::into_inner).wake_by_ref();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_rings_once_for_many_strokes_and_wakes_whoever_listens() {
        let bell = Bell::new();
        let (first, second) = (Bell::new(), Bell::new());
        let [of_first, of_second] = [&first, &second].map(|task| Waker::from(Arc::clone(task)));
        first.has_rung(Waker::noop());
        second.has_rung(Waker::noop());
        assert!(bell.has_rung(&of_first), "nothing was polled yet");
        assert!(!bell.has_rung(&of_first));
        let waker = Waker::from(Arc::clone(&bell));
        waker.wake_by_ref();
        waker.wake();
        assert!(first.has_rung(Waker::noop()));
        assert!(bell.has_rung(&of_second));
        assert!(!bell.has_rung(&of_second));
        Waker::from(Arc::clone(&bell)).wake();
        assert!(second.has_rung(Waker::noop()), "the task has moved");
        assert!(!first.has_rung(Waker::noop()));
    }
}
