//! Commands: what a handle asks the driver to do.

use std::sync::Arc;
use std::time::Duration;

use claude_types::{MessageUuid, Raw};
use tokio::sync::{OwnedSemaphorePermit, oneshot};

use super::mcp_server::McpServer;
use crate::delivery::{ConsumerQueue, Scope};
use crate::error::{Answer, Subtype};
use crate::state::Reporter;

/// What a handle asks of the driver.
#[derive(Debug)]
pub(crate) enum Command {
    /// The handshake is done.
    Ready,
    /// Send a control request.
    Request { subtype: Subtype, body: Raw, within: Duration, answer: oneshot::Sender<Answer> },
    /// Send a prompt.
    Prompt {
        uuid: MessageUuid,
        json: Vec<u8>,
        queue: Option<Arc<ConsumerQueue>>,
        permit: OwnedSemaphorePermit,
        reporter: Reporter,
    },
    /// Add a consumer.
    Subscribe { queue: Arc<ConsumerQueue>, scope: Scope },
    /// Tell when the running turn ends; `false` at once if none runs.
    NotifyTurnEnd(oneshot::Sender<bool>),
    /// Answer messages to a server; tells which one did so under its name.
    SetMcpServer(McpServer, Option<oneshot::Sender<Option<McpServer>>>),
    /// Answer them no more; tells whether there was such a server.
    RemoveMcpServer { name: String, removed: oneshot::Sender<bool> },
    /// No more prompts will come.
    EndInput,
    /// Close in order.
    Close,
    /// End the CLI without asking it.
    Kill,
}
