//! The sign that a question is taken back.

use std::sync::{Arc, OnceLock};

use tokio_util::sync::{CancellationToken, DropGuard};

/// Whoever answers a question may ask for a token that fires when the answer is not wanted any
/// more: then, or when the connection ends, though it was answered long ago. Few ask, so it is made
/// when somebody does, or when it fires.
#[derive(Debug, Clone)]
pub(crate) struct CancelSignal {
    connection: Arc<CancellationToken>,
    token: Arc<OnceLock<CancellationToken>>,
}

impl CancelSignal {
    /// Of a question that this connection asks.
    pub(crate) fn new(connection: &Arc<CancellationToken>) -> Self {
        Self { connection: Arc::clone(connection), token: Arc::default() }
    }

    pub(crate) fn token(&self) -> CancellationToken {
        self.token.get_or_init(|| self.connection.child_token()).clone()
    }

    pub(crate) fn cancel(&self) {
        self.token().cancel();
    }

    /// Fires when it is dropped.
    pub(crate) fn cancel_on_drop(&self) -> DropGuard {
        self.token().drop_guard()
    }
}
