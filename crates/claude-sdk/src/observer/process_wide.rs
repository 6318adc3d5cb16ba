//! Observers of all sessions of the process.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Instant;

use claude_protocol::facts::Interest;
use claude_protocol::{Fact, Observe};

use super::app_fact::AppFact;
use super::factory::ObserverFactory;
use crate::trace::warning;

static REGISTERED: RwLock<Vec<Arc<Registered>>> = RwLock::new(Vec::new());

/// A factory that observes all sessions.
pub(super) struct Registered {
    pub(super) factory: Box<dyn ObserverFactory>,
    active: Arc<AtomicBool>,
}

impl Registered {
    /// Wraps an observer, so that it is told nothing more once the guard is dropped.
    pub(super) fn guarded(&self, observer: Box<dyn Observe>) -> Box<dyn Observe> {
        Box::new(Guarded { observer, active: Arc::clone(&self.active) })
    }
}

struct Guarded {
    observer: Box<dyn Observe>,
    active: Arc<AtomicBool>,
}

impl Observe for Guarded {
    fn fact(&mut self, fact: &Fact<'_>, at: Instant) {
        if self.active.load(Ordering::Relaxed) {
            self.observer.fact(fact, at);
        }
    }

    fn interest(&self) -> Interest {
        self.observer.interest()
    }
}

/// Observes all sessions of the process until it is dropped, see [`observe_all`].
#[must_use = "the observation ends when the guard is dropped"]
#[derive(Debug)]
pub struct ObserveGuard {
    active: Arc<AtomicBool>,
}

impl Drop for ObserveGuard {
    fn drop(&mut self) {
        self.active.store(false, Ordering::Relaxed);
        let mut registered = REGISTERED.write().unwrap_or_else(PoisonError::into_inner);
        let ended = registered.extract_if(.., |entry| Arc::ptr_eq(&entry.active, &self.active));
        let ended: Vec<_> = ended.collect();
        drop(registered);
        // Dropped without the lock: its `Drop` is user code.
        drop(ended);
    }
}

/// Observes all sessions that this process starts from now on, until the guard is dropped.
///
/// Sessions that run already are not observed. Observers of running sessions are told nothing more
/// once the guard is dropped.
///
/// # Examples
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
/// use std::time::Instant;
///
/// use claude_sdk::observer::{Fact, Observe, SessionInfo, observe_all};
///
/// static CALLS: AtomicU64 = AtomicU64::new(0);
///
/// struct Count;
///
/// impl Observe for Count {
///     fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
///         if let Fact::Called(_) = fact {
///             CALLS.fetch_add(1, Ordering::Relaxed);
///         }
///     }
/// }
///
/// let guard = observe_all(|_: &SessionInfo| Count);
/// ```
pub fn observe_all(factory: impl ObserverFactory) -> ObserveGuard {
    let active = Arc::new(AtomicBool::new(true));
    let entry = Registered { factory: Box::new(factory), active: Arc::clone(&active) };
    REGISTERED.write().unwrap_or_else(PoisonError::into_inner).push(Arc::new(entry));
    ObserveGuard { active }
}

pub(super) fn registered() -> Vec<Arc<Registered>> {
    REGISTERED.read().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Tells a fact of the application to the factories that observe all sessions. It is not built if
/// there are none. A factory that panics does not affect the caller.
pub fn tell(fact: impl FnOnce() -> AppFact) {
    let registered = registered();
    if registered.is_empty() {
        return;
    }
    let fact = fact();
    for entry in registered {
        let outcome = catch_unwind(AssertUnwindSafe(|| entry.factory.app_fact(&fact)));
        if outcome.is_err() {
            warning!("an observer panicked at a fact of the application");
        }
    }
}
