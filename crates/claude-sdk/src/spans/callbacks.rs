//! Callbacks of users run inside the span of their request.

use std::sync::Arc;

use claude_protocol::{Callback, CallbackFuture, Context, Handlers};
use tracing::{Instrument as _, Span};

use super::session_spans::{Shared, lock};

pub(super) fn instrument(table: &Shared, handlers: &mut Handlers) {
    if let Some(permission) = &mut handlers.permission {
        wrap(table, permission);
    }
    for hook in &mut handlers.hooks {
        wrap(table, &mut hook.callback);
    }
    if let Some(elicitation) = &mut handlers.elicitation {
        wrap(table, elicitation);
    }
    if let Some(dialogs) = &mut handlers.dialogs {
        wrap(table, &mut dialogs.callback);
    }
    for server in &mut handlers.mcp {
        wrap(table, &mut server.answer);
    }
}

fn wrap<I: 'static, O: 'static>(table: &Shared, callback: &mut Callback<I, O>) {
    let (table, inner) = (Arc::clone(table), Arc::clone(callback));
    *callback = Arc::new(move |input: I, context: Context| -> CallbackFuture<O> {
        let span = lock(&table).requests.span(&context.request_id).unwrap_or_else(Span::none);
        // The call itself may already do some of the work.
        let future = span.in_scope(|| inner(input, context));
        Box::pin(future.instrument(span))
    });
}
