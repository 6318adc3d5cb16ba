//! Scope: handles that end without the connection.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use tokio_util::sync::CancellationToken;

use super::handle::Connection;
use crate::delivery::ConsumerQueue;
use crate::error::ProtocolError;

/// A handle to the same connection, which ends when this value is dropped.
///
/// After that, the methods of [`ConnectionScope::connection`] and of its clones fail with
/// [`ProtocolError::ScopeEnded`]. What was made with them ends, too: streams with that error, and
/// watches as if the connection were over. The connection itself stays open, and what was sent runs
/// on. Responses to requests that were sent still arrive, and a turn that is over can still be read.
///
/// A scoped handle keeps the connection open, as any other does, also after its end.
///
/// # Examples
///
/// ```no_run
/// # async fn run(connection: claude_protocol::Connection) {
/// use claude_protocol::ProtocolError;
///
/// let scope = connection.scoped();
/// let lent = scope.connection().clone();
/// drop(scope);
/// assert!(matches!(lent.interrupt().await, Err(ProtocolError::ScopeEnded)));
/// # }
/// ```
#[derive(Debug)]
#[must_use = "its handles end when it is dropped"]
pub struct ConnectionScope {
    connection: Connection,
    gate: Gate,
}

impl ConnectionScope {
    /// Returns the handle that ends with the scope.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }
}

impl Drop for ConnectionScope {
    fn drop(&mut self) {
        self.gate.end();
    }
}

impl Connection {
    /// Creates a scope: a handle to the same connection that ends without it. The scope of a scoped
    /// handle ends with that handle, too.
    pub fn scoped(&self) -> ConnectionScope {
        let gate = Gate::inside(self.gate.as_ref());
        let connection = Self { shared: Arc::clone(&self.shared), gate: Some(gate.clone()) };
        ConnectionScope { connection, gate }
    }
}

/// What the handles of one scope share. All that they send passes through it.
#[derive(Debug, Clone)]
pub(crate) struct Gate {
    /// Cancelled at the end, for watches.
    ended: CancellationToken,
    inner: Arc<Mutex<Inner>>,
}

#[derive(Debug, Default)]
struct Inner {
    is_over: bool,
    /// The streams that are open. Those that were dropped are removed when the number has doubled.
    queues: Vec<Weak<ConsumerQueue>>,
    scopes: Vec<Weak<Mutex<Inner>>>,
}

/// The number of entries above which those that were dropped are removed.
const CROWD: usize = 64;

impl Gate {
    fn inside(outer: Option<&Self>) -> Self {
        let inner = Arc::<Mutex<Inner>>::default();
        let Some(outer) = outer else {
            return Self { ended: CancellationToken::new(), inner };
        };
        let mut around = lock(&outer.inner);
        lock(&inner).is_over = around.is_over;
        keep(&mut around.scopes, &inner);
        Self { ended: outer.ended.child_token(), inner }
    }

    /// Returns the token that is cancelled at the end.
    pub(crate) fn token(&self) -> CancellationToken {
        self.ended.clone()
    }

    pub(crate) fn is_over(&self) -> bool {
        lock(&self.inner).is_over
    }

    /// Sends something, unless the scope has ended. Nothing is sent after [`Gate::end`] has returned.
    /// The stream that belongs to it ends with the scope.
    pub(crate) fn pass<R>(
        &self,
        queue: Option<&Arc<ConsumerQueue>>,
        send: impl FnOnce() -> Result<R, ProtocolError>,
    ) -> Result<R, ProtocolError> {
        let mut inner = lock(&self.inner);
        if inner.is_over {
            return Err(ProtocolError::ScopeEnded);
        }
        if let Some(queue) = queue {
            keep(&mut inner.queues, queue);
        }
        send()
    }

    fn end(&self) {
        end(&self.inner);
        self.ended.cancel();
    }
}

/// Ends a scope and those inside of it.
fn end(inner: &Mutex<Inner>) {
    let (queues, scopes) = {
        let mut inner = lock(inner);
        inner.is_over = true;
        (std::mem::take(&mut inner.queues), std::mem::take(&mut inner.scopes))
    };
    for queue in queues.iter().filter_map(Weak::upgrade) {
        queue.cut(ProtocolError::ScopeEnded);
    }
    for scope in scopes.iter().filter_map(Weak::upgrade) {
        end(&scope);
    }
}

/// Adds an entry, and removes those that were dropped if there are many.
fn keep<T>(list: &mut Vec<Weak<T>>, entry: &Arc<T>) {
    if list.len() >= CROWD && list.len() == list.capacity() {
        list.retain(|entry| entry.strong_count() > 0);
    }
    list.push(Arc::downgrade(entry));
}

fn lock(inner: &Mutex<Inner>) -> MutexGuard<'_, Inner> {
    inner.lock().unwrap_or_else(PoisonError::into_inner)
}
