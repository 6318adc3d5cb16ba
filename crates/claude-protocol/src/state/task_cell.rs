//! Task cell: the task table as the loop and the handles share it.
//!
//! The lock is held only for the time of one access, so a user cannot block the connection. The
//! watch channel carries a version number and no data.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use tokio::sync::watch;

use super::cell::Waiter;
use super::task_table::TaskTable;

/// The table as the loop and the handles share it.
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

    /// Looks at the table, or changes it in a way that nobody need be told.
    pub(crate) fn with<R>(&self, act: impl FnOnce(&mut TaskTable) -> R) -> R {
        // Nothing under this lock panics, so it is never poisoned.
        act(&mut self.table.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the table and tells.
    pub(crate) fn change<R>(&self, act: impl FnOnce(&mut TaskTable) -> R) -> R {
        let done = self.with(act);
        self.version.send_modify(|version| *version += 1);
        done
    }

    /// The session is over.
    pub(crate) fn close(&self, now: std::time::Instant) {
        self.over.store(true, Ordering::SeqCst);
        self.change(|table| table.close(now));
    }

    /// Tells whether the session is over.
    pub(crate) fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }

    /// The version of the table, which changes with each change that is published.
    pub(crate) fn watch_version(&self) -> watch::Receiver<u64> {
        self.version.subscribe()
    }

    /// Registers a task that waits for a change, until the returned value is dropped.
    pub(crate) fn register_waiter(&self) -> Waiter<'_> {
        Waiter::new(&self.waiters)
    }

    /// Tells whether somebody waits for a task: only reading can bring its end.
    pub(crate) fn has_waiters(&self) -> bool {
        self.waiters.load(Ordering::Relaxed) > 0
    }
}
