//! Callback entry: a registered callback, which is bound to each session that the options start.

use std::fmt;
use std::sync::Arc;

use claude_protocol::{Callback, CallbackError};

use super::Context;
use crate::session::Session;

/// A registered callback that is not bound to a session yet.
pub(crate) struct Entry<I, O> {
    bind: Arc<dyn Fn(Session) -> Callback<I, O> + Send + Sync>,
}

impl<I, O> Entry<I, O> {
    /// Returns what tells this callback apart from others while it exists.
    pub(crate) fn identity(&self) -> usize {
        Arc::as_ptr(&self.bind).cast::<()>().addr()
    }

    pub(crate) fn new<F, Fut>(call: F) -> Self
    where
        F: Fn(I, Context) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<O, CallbackError>> + Send + 'static,
    {
        let call = Arc::new(call);
        let bind = move |session: Session| -> Callback<I, O> {
            let (call, session) = (Arc::clone(&call), Arc::new(session));
            Arc::new(move |input, context| {
                Box::pin(call(input, Context::new(context, Arc::clone(&session))))
            })
        };
        Self { bind: Arc::new(bind) }
    }

    pub(crate) fn callback(&self, session: &Session) -> Callback<I, O> {
        (self.bind)(session.clone())
    }
}

impl<I, O> Clone for Entry<I, O> {
    fn clone(&self) -> Self {
        Self { bind: Arc::clone(&self.bind) }
    }
}

impl<I, O> fmt::Debug for Entry<I, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("callback")
    }
}

/// A closure as a handler. All handler traits are implemented for it.
pub(crate) struct Closure<F>(pub(crate) F);

/// Where the questions of a tool to the user are answered.
#[derive(Debug, Clone, Default)]
pub(crate) enum Answerer<T> {
    /// Nowhere: the tool is disabled.
    #[default]
    Nobody,
    /// In the callback for this tool.
    Callback(T),
    /// In the permission callback, or in a hook of the caller.
    Others,
}

impl<T> Answerer<T> {
    /// Returns what tells it apart from others while it exists. `of`: the same of a callback.
    pub(super) fn identity(&self, of: impl Fn(&T) -> usize) -> (u8, Option<usize>) {
        match self {
            Self::Nobody => (0, None),
            Self::Callback(callback) => (1, Some(of(callback))),
            Self::Others => (2, None),
        }
    }

    pub(crate) fn is_nobody(&self) -> bool {
        matches!(self, Self::Nobody)
    }

    pub(crate) fn callback(&self) -> Option<&T> {
        match self {
            Self::Callback(callback) => Some(callback),
            Self::Nobody | Self::Others => None,
        }
    }
}
