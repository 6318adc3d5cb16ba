//! The transport that rmcp sees: notifications and answers of the client come in, what the server
//! says by itself goes out. Requests of the client do not take this way, see `session.rs`.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use claude_types::Raw;
use rmcp::model::{ClientJsonRpcMessage, JsonRpcMessage, ServerJsonRpcMessage};
use rmcp::service::RoleServer;
use rmcp::transport::Transport;
use tokio::sync::mpsc;

use crate::defaults::UNHEARD;
use crate::message::json;

/// The server's end of a session.
pub(crate) struct Bridge {
    pub(crate) incoming: mpsc::UnboundedReceiver<ClientJsonRpcMessage>,
    pub(crate) outgoing: Outgoing,
}

/// The way of what the server says by itself. While nobody listens, only the last messages are kept.
#[derive(Clone)]
pub(crate) struct Outgoing {
    to: mpsc::UnboundedSender<Raw>,
    unheard: Arc<Mutex<Option<mpsc::UnboundedReceiver<Raw>>>>,
}

impl Outgoing {
    pub(crate) fn new() -> Self {
        let (to, unheard) = mpsc::unbounded_channel();
        Self { to, unheard: Arc::new(Mutex::new(Some(unheard))) }
    }

    /// What is said, for the first who asks.
    pub(crate) fn listen(&self) -> Option<mpsc::UnboundedReceiver<Raw>> {
        self.unheard.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn say(&self, message: Raw) {
        // Nothing under this lock panics, so it is never poisoned.
        let mut unheard = self.unheard.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(unheard) = &mut *unheard
            && unheard.len() >= UNHEARD
        {
            let _ = unheard.try_recv();
        }
        // Without a reader nobody wants to hear of it.
        let _ = self.to.send(message);
    }
}

impl Transport<RoleServer> for Bridge {
    type Error = Infallible;

    fn send(
        &mut self,
        message: ServerJsonRpcMessage,
    ) -> impl Future<Output = Result<(), Infallible>> + Send + 'static {
        if matches!(message, JsonRpcMessage::Request(_) | JsonRpcMessage::Notification(_)) {
            self.outgoing.say(json(&message));
        }
        std::future::ready(Ok(()))
    }

    async fn receive(&mut self) -> Option<ClientJsonRpcMessage> {
        self.incoming.recv().await
    }

    async fn close(&mut self) -> Result<(), Infallible> {
        self.incoming.close();
        Ok(())
    }
}
