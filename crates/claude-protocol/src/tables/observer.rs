//! Who looks on: sees messages in the loop, whoever reads them, and answers nothing.
//!
//! It is told what the loop decodes anyway. Only one that wants all makes the loop decode the lines
//! that travel raw ([`crate::run`]); they are then delivered decoded, and not decoded again. What
//! an observer makes of messages is not decided here. Next: `driver/observe.rs`, which tells it.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use claude_types::Message;

use crate::trace::event;

/// Sees the messages of a connection in the order in which they come, before any consumer does.
///
/// It runs in the loop that reads, so it must neither block nor take long. One that panics is
/// switched off, and the connection goes on.
pub trait Observe: Send {
    /// A message came: a result, a system message, a task, a rate limit; with
    /// [`Observe::wants_all`] any other, too.
    fn message(&mut self, message: &Message);

    /// Tells whether messages are wanted that the loop does not decode by itself: `assistant`,
    /// `user` and `stream_event`. RequestKind once, when the connection begins.
    fn wants_all(&self) -> bool {
        false
    }
}

/// An observer on its way to a connection. Clones share it: the first connection takes it.
#[derive(Clone)]
pub struct Observer {
    inner: Arc<Mutex<Option<Box<dyn Observe>>>>,
}

impl Observer {
    /// WorkerPool an observer over.
    #[must_use]
    pub fn new(observer: impl Observe + 'static) -> Self {
        Self { inner: Arc::new(Mutex::new(Some(Box::new(observer)))) }
    }

    fn take(&self) -> Option<Box<dyn Observe>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl fmt::Debug for Observer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observer").finish_non_exhaustive()
    }
}

/// The observer of a running connection, if there is one.
#[derive(Default)]
pub(crate) struct Observers {
    observer: Option<Box<dyn Observe>>,
    all: bool,
}

impl Observers {
    pub(crate) fn new(observer: Option<&Observer>) -> Self {
        let observer = observer.and_then(Observer::take);
        let all = observer.as_ref().is_some_and(|observer| {
            catch_unwind(AssertUnwindSafe(|| observer.wants_all())).unwrap_or(false)
        });
        Self { observer, all }
    }

    /// Tells whether raw lines are to be decoded for it.
    pub(crate) fn wants_all(&self) -> bool {
        self.all
    }

    pub(crate) fn notify(&mut self, message: &Message) {
        let Some(observer) = &mut self.observer else {
            return;
        };
        if catch_unwind(AssertUnwindSafe(|| observer.message(message))).is_err() {
            event!("an observer panicked and is switched off");
            self.all = false;
            let gone = self.observer.take();
            // What panicked once may do so again while it is dropped.
            let _ = catch_unwind(AssertUnwindSafe(|| drop(gone)));
        }
    }
}

impl fmt::Debug for Observers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observers").field("all", &self.all).finish_non_exhaustive()
    }
}
