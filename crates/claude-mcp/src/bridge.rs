//! The transport that rmcp sees: messages come from a channel, answers go to who waits for them.

use std::convert::Infallible;
use std::sync::Arc;

use claude_types::Raw;
use rmcp::model::{ClientJsonRpcMessage, JsonRpcMessage, ServerJsonRpcMessage};
use rmcp::service::RoleServer;
use rmcp::transport::Transport;
use tokio::sync::mpsc;

use crate::message::{json, refusal};
use crate::waiting::Waiting;

/// The server's end of a session.
pub(crate) struct Bridge {
    pub(crate) incoming: mpsc::UnboundedReceiver<ClientJsonRpcMessage>,
    pub(crate) waiting: Arc<Waiting>,
    /// Requests and notifications of the server itself.
    pub(crate) outgoing: mpsc::UnboundedSender<Raw>,
}

impl Bridge {
    fn deliver(&self, message: ServerJsonRpcMessage) {
        match message {
            JsonRpcMessage::Response(mut answer) => {
                self.waiting.settle(&answer.id.clone(), |theirs| {
                    answer.id = theirs;
                    json(&ServerJsonRpcMessage::Response(answer))
                });
            }
            JsonRpcMessage::Error(error) => {
                if let Some(ours) = error.id {
                    self.waiting.settle(&ours, |theirs| refusal(theirs, error.error));
                }
            }
            JsonRpcMessage::Request(_) | JsonRpcMessage::Notification(_) => {
                // Without a reader nobody wants to hear of it.
                let _ = self.outgoing.send(json(&message));
            }
        }
    }
}

impl Transport<RoleServer> for Bridge {
    type Error = Infallible;

    fn send(
        &mut self,
        message: ServerJsonRpcMessage,
    ) -> impl Future<Output = Result<(), Infallible>> + Send + 'static {
        self.deliver(message);
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
