//! The transport that rmcp sees: notifications and answers of the client come in, what the server
//! says by itself goes out. Requests of the client do not take this way, see `session.rs`.

use std::convert::Infallible;

use claude_types::Raw;
use rmcp::model::{ClientJsonRpcMessage, JsonRpcMessage, ServerJsonRpcMessage};
use rmcp::service::RoleServer;
use rmcp::transport::Transport;
use tokio::sync::mpsc;

use crate::message::json;

/// The server's end of a session.
pub(crate) struct Bridge {
    pub(crate) incoming: mpsc::UnboundedReceiver<ClientJsonRpcMessage>,
    pub(crate) outgoing: mpsc::UnboundedSender<Raw>,
}

impl Transport<RoleServer> for Bridge {
    type Error = Infallible;

    fn send(
        &mut self,
        message: ServerJsonRpcMessage,
    ) -> impl Future<Output = Result<(), Infallible>> + Send + 'static {
        if matches!(message, JsonRpcMessage::Request(_) | JsonRpcMessage::Notification(_)) {
            // Without a reader nobody wants to hear of it.
            let _ = self.outgoing.send(json(&message));
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
