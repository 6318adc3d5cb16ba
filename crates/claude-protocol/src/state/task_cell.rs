//! Task cell: the task table, shared by the loop and the handles.
//!
//! The lock is held only during one access, so a user cannot block the connection. The watch
//! channel carries a version number instead of the data.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use tokio::sync::watch;

use super::cell::Waiter;
use super::task_table::TaskTable;

/// The shared task table.
#[derive(Debug)]
pub(crate) struct TaskCell {
    table: Mutex<TaskTable>,
    version: watch::Sender<u64>,
    waiters: AtomicUsize,
    over: AtomicBool,
}

impl TaskCell {
    pub(crate) fn new() -> Self {
        Self {
            table: Mutex::default(),
            version: watch::Sender::new(0),
            waiters: AtomicUsize::new(0),
            over: AtomicBool::new(false),
        }
    }

    /// Reads the table, or changes it without notifying watches.
    pub(crate) fn with<R>(&self, act: impl FnOnce(&mut TaskTable) -> R) -> R {
        // No code under this lock panics, so the lock is never poisoned.
        act(&mut self.table.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the table and notifies watches.
    pub(crate) fn change<R>(&self, act: impl FnOnce(&mut TaskTable) -> R) -> R {
        let done = self.with(act);
        self.version.send_modify(|version| *version += 1);
        done
    }

    /// Ends all tasks: the session is over.
    pub(crate) fn close(&self, now: std::time::Instant) {
        // Set `over` first: a reader that sees the ended tasks must also see why they ended.
        self.over.store(true, Ordering::SeqCst);
        self.change(|table| table.close(now));
    }

    /// Returns whether the session is over.
    pub(crate) fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }

    /// Returns the version of the table.
    pub(crate) fn version(&self) -> u64 {
        *self.version.borrow()
    }

    /// Returns a watch on the version of the table, which increases with each published change.
    pub(crate) fn watch_version(&self) -> watch::Receiver<u64> {
        self.version.subscribe()
    }

    /// Registers a caller that waits for a change, until the returned guard is dropped.
    pub(crate) fn register_waiter(&self) -> Waiter<'_> {
        Waiter::new(&self.waiters)
    }

    /// Returns whether a caller waits for a task. Only reading can bring about its end.
    pub(crate) fn has_waiters(&self) -> bool {
        self.waiters.load(Ordering::Relaxed) > 0
    }
}
