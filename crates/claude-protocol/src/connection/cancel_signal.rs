//! Cancel signal: a token per control request, which is cancelled when the reply is no longer
//! needed.

use std::sync::{Arc, OnceLock};

use tokio_util::sync::{CancellationToken, DropGuard};

/// The cancel signal of one control request.
///
/// Its token is cancelled when the request is withdrawn or overdue, and when the connection ends,
/// even if the request was answered long before. Few callbacks use the token, and creating it for
/// each request costs time on the hot path. So it is created on first use, or when it is cancelled.
#[derive(Debug, Clone)]
pub(crate) struct CancelSignal {
    connection: Arc<CancellationToken>,
    token: Arc<OnceLock<CancellationToken>>,
}

impl CancelSignal {
    /// Creates the signal of a request that arrived on this connection.
    pub(crate) fn new(connection: &Arc<CancellationToken>) -> Self {
        Self { connection: Arc::clone(connection), token: Arc::default() }
    }

    pub(crate) fn token(&self) -> CancellationToken {
        self.token.get_or_init(|| self.connection.child_token()).clone()
    }

    pub(crate) fn cancel(&self) {
        self.token().cancel();
    }

    /// Returns a guard that cancels the token when the guard is dropped.
    pub(crate) fn cancel_on_drop(&self) -> DropGuard {
        self.token().drop_guard()
    }
}
