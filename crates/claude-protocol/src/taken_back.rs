//! The sign that a question is taken back.

use std::sync::{Arc, OnceLock};

use tokio_util::sync::{CancellationToken, DropGuard};

/// Whoever answers a question may ask for a token that fires when the answer is not wanted any
/// more. Few do, so it is made when somebody asks, or when it fires.
#[derive(Debug, Clone, Default)]
pub(crate) struct TakenBack(Arc<OnceLock<CancellationToken>>);

impl TakenBack {
    pub(crate) fn token(&self) -> CancellationToken {
        self.0.get_or_init(CancellationToken::new).clone()
    }

    pub(crate) fn fire(&self) {
        self.0.get_or_init(CancellationToken::new).cancel();
    }

    /// Fires when it is dropped.
    pub(crate) fn fires_when_dropped(&self) -> DropGuard {
        self.token().drop_guard()
    }
}
