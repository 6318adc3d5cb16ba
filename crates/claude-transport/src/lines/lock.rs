//! Lock: locks a mutex although a thread has panicked while holding it.
//!
//! No critical section of this crate leaves its data half changed, so the data of a poisoned mutex is valid.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks `mutex`, poisoned or not.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
