//! Entry: a registered callback, bound to each session that is started with the options.

use std::fmt;
use std::sync::Arc;

use claude_protocol::{Callback, CallbackError};

use super::Context;
use crate::session::Session;

/// A registered callback, not yet bound to a session.
pub(crate) struct Entry<I, O> {
    bind: Arc<dyn Fn(Session) -> Callback<I, O> + Send + Sync>,
}

impl<I, O> Entry<I, O> {
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

/// A closure as a handler: each trait for handlers is implemented for it.
pub(crate) struct Closure<F>(pub(crate) F);

/// Who answers what a tool asks the user.
#[derive(Debug, Clone, Default)]
pub(crate) enum Answerer<T> {
    /// Nobody: there is no such tool.
    #[default]
    Nobody,
    /// A callback that is made for it.
    Callback(T),
    /// The permission callback, or a hook of the user's.
    Others,
}

impl<T> Answerer<T> {
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
