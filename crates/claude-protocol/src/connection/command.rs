//! Commands: the messages that a handle sends to the driver.

use std::sync::Arc;
use std::time::Duration;

use claude_transport::{Exit, Parts};
use claude_types::{MessageUuid, PermissionMode, Raw};
use tokio::sync::{OwnedSemaphorePermit, oneshot};

use super::mcp_server::McpServer;
use crate::delivery::{ConsumerQueue, Scope};
use crate::error::{Answer, ProtocolError, Subtype};
use crate::state::Reporter;

/// A prompt on its way to the driver.
#[derive(Debug)]
pub(crate) struct OutgoingPrompt {
    pub(crate) uuid: MessageUuid,
    pub(crate) json: Vec<u8>,
    /// Where its messages are read, unless a subscription gets them.
    pub(crate) queue: Option<Arc<ConsumerQueue>>,
    /// Its room in the outbox.
    pub(crate) permit: OwnedSemaphorePermit,
    pub(crate) reporter: Reporter,
}

/// A message from a handle to the driver. The driver replies through the senders in it.
#[derive(Debug)]
pub(crate) enum Command {
    /// The handshake is done.
    Ready,
    /// Send a control request.
    Request { subtype: Subtype, body: Raw, within: Duration, answer: oneshot::Sender<Answer> },
    /// Send a prompt.
    Prompt(OutgoingPrompt),
    /// Send a prompt if no turn runs and no prompt waits; replies whether it was sent.
    PromptIfIdle { prompt: OutgoingPrompt, sent: oneshot::Sender<Result<(), ProtocolError>> },
    /// Add a consumer.
    Subscribe { queue: Arc<ConsumerQueue>, scope: Scope },
    /// Report the end of the running turn: `true`, or `false` if none runs.
    NotifyTurnEnd(oneshot::Sender<bool>),
    /// Register an MCP server; replies with the server of the same name that it replaces.
    SetMcpServer(McpServer, Option<oneshot::Sender<Option<McpServer>>>),
    /// Remove an MCP server; replies whether there was one.
    RemoveMcpServer { name: String, removed: oneshot::Sender<bool> },
    /// Close stdin once the policy allows it: no more prompts will come.
    EndInput,
    /// End the CLI between two turns, without ending the connection.
    Detach(oneshot::Sender<Result<Exit, ProtocolError>>),
    /// Continue with another CLI, which was started in this permission mode.
    Attach(Box<Parts>, Option<PermissionMode>),
    /// Close stdin, and signal the CLI if it does not exit in time.
    Close,
    /// Signal the CLI at once.
    Kill,
}
