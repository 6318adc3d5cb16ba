//! Observer: sees each message in the loop before any consumer does, and cannot reply to it.
//!
//! By default it sees only the messages that the loop decodes anyway. An observer that wants all
//! messages makes the loop decode the raw lines, too (`delivery/raw_lines.rs`); they are then
//! delivered decoded, and not decoded again. `driver/messages.rs` notifies it.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use claude_types::Message;

use crate::trace::event;

/// Sees the messages of a connection in the order in which they arrive, before any consumer does.
///
/// It runs in the loop that reads, so it must not block. An observer that panics is removed, and
/// the connection continues.
///
/// # Examples
///
/// ```
/// use claude_protocol::Observe;
/// use claude_types::Message;
///
/// struct Turns(u32);
///
/// impl Observe for Turns {
///     fn message(&mut self, message: &Message) {
///         self.0 += u32::from(matches!(message, Message::Result(_)));
///     }
/// }
/// assert!(!Turns(0).wants_all());
/// ```
pub trait Observe: Send {
    /// Called for each message that the loop decodes, such as results, system messages, tasks and
    /// rate limits. With [`Observe::wants_all`], called for every message.
    fn message(&mut self, message: &Message);

    /// Returns whether messages are wanted that the loop does not decode otherwise: `assistant`,
    /// `user` and `stream_event`. Called once, when the connection is opened. The default is
    /// `false`.
    fn wants_all(&self) -> bool {
        false
    }
}

/// An observer that is passed to a connection. Clones share it: the first connection that is opened
/// takes it.
///
/// # Examples
///
/// ```
/// use claude_protocol::{ConnectionOptions, Observe, Observer};
/// use claude_types::Message;
///
/// struct Log;
///
/// impl Observe for Log {
///     fn message(&mut self, message: &Message) {
///         println!("{message:?}");
///     }
/// }
/// let mut options = ConnectionOptions::default();
/// options.observer = Some(Observer::new(Log));
/// ```
#[derive(Clone)]
pub struct Observer {
    inner: Arc<Mutex<Option<Box<dyn Observe>>>>,
}

impl Observer {
    /// Wraps an observer.
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

    /// Returns whether raw lines must be decoded for it.
    pub(crate) fn wants_all(&self) -> bool {
        self.all
    }

    pub(crate) fn notify(&mut self, message: &Message) {
        let Some(observer) = &mut self.observer else {
            return;
        };
        if catch_unwind(AssertUnwindSafe(|| observer.message(message))).is_err() {
            event!("an observer panicked and is removed");
            self.all = false;
            let observer = self.observer.take();
            // Its `Drop` may panic, too: its state may be inconsistent.
            let _ = catch_unwind(AssertUnwindSafe(|| drop(observer)));
        }
    }
}

impl fmt::Debug for Observers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observers").field("all", &self.all).finish_non_exhaustive()
    }
}
