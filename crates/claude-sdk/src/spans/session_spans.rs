//! The spans of a session, as its handles and its launch use them.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use claude_protocol::{Handlers, Observer};
use claude_types::MessageUuid;
use tracing::Span;

use super::observer::SpanObserver;
use super::table::Table;
use super::{Labels, callbacks};
use crate::usage::Ledger;

/// The table of a session, shared by the observer in the loop, the handles and the callbacks.
pub(super) type Shared = Arc<Mutex<Table>>;

pub(super) fn lock(table: &Shared) -> MutexGuard<'_, Table> {
    table.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The spans of a session. Clones share them. There are none before [`SessionSpans::begin`], or if
/// no subscriber wants them.
#[derive(Clone, Default)]
pub(crate) struct SessionSpans {
    table: Arc<OnceLock<Shared>>,
}

impl SessionSpans {
    /// Begins the span of the session as a child of the current span, and returns the observer that
    /// makes all others. `ledger` returns the usage up to the last result.
    pub(crate) fn begin(
        &self,
        labels: Labels,
        ledger: impl Fn() -> Ledger + Send + 'static,
    ) -> Option<Observer> {
        let span = tracing::info_span!(
            target: "claude_sdk",
            "claude.session",
            otel.kind = "internal",
            otel.status_code = tracing::field::Empty,
            error.type = tracing::field::Empty,
            gen_ai.conversation.id = tracing::field::Empty,
            claude_sdk.cli.version = tracing::field::Empty,
            claude_sdk.resumed = labels.resumed,
            claude_sdk.end = tracing::field::Empty,
        );
        if span.is_disabled() {
            return None;
        }
        let table = Arc::new(Mutex::new(Table::new(span, labels)));
        // A session begins once; a CLI that replaces another one has the same observer.
        let _ = self.table.set(Arc::clone(&table));
        Some(Observer::new(SpanObserver::new(table, Box::new(ledger))))
    }

    /// Remembers the current span as the parent of the turn of a prompt that is about to be sent.
    pub(crate) fn sending(&self, prompt: &MessageUuid) {
        if let Some(table) = self.table.get() {
            lock(table).callers.insert(prompt.clone(), Span::current());
        }
    }

    /// Runs `act` inside the span of the session.
    pub(crate) fn in_scope<R>(&self, act: impl FnOnce() -> R) -> R {
        match self.table.get() {
            Some(table) => {
                let span = lock(table).session.clone();
                span.in_scope(act)
            }
            None => act(),
        }
    }

    /// Makes the callbacks run inside the spans of their requests.
    pub(crate) fn instrument(&self, handlers: &mut Handlers) {
        if let Some(table) = self.table.get() {
            callbacks::instrument(table, handlers);
        }
    }
}

impl fmt::Debug for SessionSpans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionSpans").finish_non_exhaustive()
    }
}
