//! Server messages: notifications and requests that the server sends on its own.

use std::sync::{Arc, Mutex, PoisonError};

use claude_types::Raw;
use tokio::sync::mpsc;

use crate::limits::UNREAD;

/// The messages that the server sends on its own. Until the receiver is taken, only the last [`UNREAD`] are kept.
#[derive(Clone)]
pub(super) struct ServerMessages {
    to: mpsc::UnboundedSender<Raw>,
    unread: Arc<Mutex<Option<mpsc::UnboundedReceiver<Raw>>>>,
}

impl ServerMessages {
    pub(super) fn new() -> Self {
        let (to, unread) = mpsc::unbounded_channel();
        Self { to, unread: Arc::new(Mutex::new(Some(unread))) }
    }

    /// Returns the receiver to the first caller, and `None` to later ones.
    pub(super) fn receiver(&self) -> Option<mpsc::UnboundedReceiver<Raw>> {
        self.unread.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Adds a message. Drops the oldest one if [`UNREAD`] messages are kept and the receiver is not taken.
    pub(super) fn push(&self, message: Raw) {
        // Nothing under this lock panics, so it is never poisoned.
        let mut unread = self.unread.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(unread) = &mut *unread
            && unread.len() >= UNREAD
        {
            let _ = unread.try_recv();
        }
        // Fails only if the receiver was dropped; then nobody reads these messages.
        let _ = self.to.send(message);
    }
}
