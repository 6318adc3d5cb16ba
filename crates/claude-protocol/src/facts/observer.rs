//! Observer: is told the facts of a session in the loop, and cannot reply.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use super::fact::Fact;

/// Is told what happens in a session: each [`Fact`] once, in order, before any consumer can see it.
///
/// It runs in the loop that reads, so it must not block: pass facts on to a queue. An observer that
/// panics is removed, and the session and its other observers continue.
///
/// # Examples
///
/// ```
/// use std::time::Instant;
///
/// use claude_protocol::{Fact, Observe};
/// use claude_types::Message;
///
/// struct Turns(u32);
///
/// impl Observe for Turns {
///     fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
///         self.0 += u32::from(matches!(fact, Fact::Message(Message::Result(_))));
///     }
/// }
/// ```
pub trait Observe: Send {
    /// Called for each fact, with the time of the event that it belongs to.
    fn fact(&mut self, fact: &Fact<'_>, at: Instant);

    /// Returns what the observer wants to be told. Called once, when the connection is opened. The
    /// default is [`Interest::Facts`].
    fn interest(&self) -> Interest {
        Interest::Facts
    }
}

/// What an observer wants to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Interest {
    /// All facts. Lines are searched for tool calls and their results, but not decoded.
    Facts,
    /// Only [`Fact::Message`], for the messages that the loop decodes anyway. This costs nothing.
    Messages,
    /// Only [`Fact::Message`], for all messages: the loop decodes `assistant`, `user` and
    /// `stream_event`, too. Several times more expensive than [`Interest::Facts`].
    AllMessages,
}

/// An observer that is passed to a connection. Clones share it: the first connection that is opened
/// takes it.
///
/// # Examples
///
/// ```
/// use std::time::Instant;
///
/// use claude_protocol::{ConnectionOptions, Fact, Observe, Observer};
///
/// struct Log;
///
/// impl Observe for Log {
///     fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
///         println!("{fact:?}");
///     }
/// }
/// let mut options = ConnectionOptions::default();
/// options.observers.push(Observer::new(Log));
/// ```
#[derive(Clone)]
pub struct Observer {
    inner: Arc<Mutex<Option<Box<dyn Observe>>>>,
}

impl Observer {
    /// Wraps an observer.
    #[must_use]
    pub fn new(observer: impl Observe + 'static) -> Self {
        Self::from(Box::new(observer) as Box<dyn Observe>)
    }

    pub(super) fn take(&self) -> Option<Box<dyn Observe>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl From<Box<dyn Observe>> for Observer {
    fn from(observer: Box<dyn Observe>) -> Self {
        Self { inner: Arc::new(Mutex::new(Some(observer))) }
    }
}

impl fmt::Debug for Observer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observer").finish_non_exhaustive()
    }
}
