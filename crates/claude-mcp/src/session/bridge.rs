//! Bridge: the transport that rmcp uses for one session.
//!
//! Notifications and responses of the client come in, and messages that the server sends on its own go out. Requests
//! of the client do not pass through it: `dispatch.rs` calls the handler directly.

use std::convert::Infallible;

use rmcp::model::{ClientJsonRpcMessage, JsonRpcMessage, ServerJsonRpcMessage};
use rmcp::service::RoleServer;
use rmcp::transport::Transport;
use tokio::sync::mpsc;

use super::message::json;
use super::server_messages::ServerMessages;

/// The server's side of a session.
pub(crate) struct Bridge {
    pub(crate) incoming: mpsc::UnboundedReceiver<ClientJsonRpcMessage>,
    pub(crate) outgoing: ServerMessages,
}

impl Transport<RoleServer> for Bridge {
    type Error = Infallible;

    fn send(
        &mut self,
        message: ServerJsonRpcMessage,
    ) -> impl Future<Output = Result<(), Infallible>> + Send + 'static {
        if matches!(message, JsonRpcMessage::Request(_) | JsonRpcMessage::Notification(_)) {
            self.outgoing.push(json(&message));
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
