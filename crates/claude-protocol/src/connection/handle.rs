//! The clonable handle: what users of this layer call. All work is done by [`crate::driver`].

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Weak};
use std::time::Duration;

use claude_transport::KillHandle;
use claude_types::{
    ControlRequest, ModelName, PermissionMode, Raw, SetModelRequest, SetPermissionModeRequest,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::{Notify, Semaphore, mpsc, oneshot};

use super::cli_info::{CliInfo, Handshake};
use super::command::Command;
use super::mcp_server::McpServer;
use crate::error::{Answer, ProtocolError, Subtype};
use crate::limits::Deadlines;
use crate::state::{StallWatch, State, StateCell, StateWatch, TaskCell};

/// A connection to one CLI process. Clones share it; the last one dropped ends it.
#[derive(Clone)]
pub struct Connection {
    pub(crate) shared: Arc<Shared>,
}

#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) commands: mpsc::UnboundedSender<Command>,
    pub(crate) state: Arc<StateCell>,
    pub(crate) tasks: Arc<TaskCell>,
    pub(crate) stalls: StallWatch,
    pub(crate) drained: Arc<Notify>,
    pub(crate) room: Arc<Semaphore>,
    pub(crate) room_size: usize,
    pub(crate) deadlines: Deadlines,
    pub(crate) cli_info: Arc<CliInfo>,
    pub(crate) handshake: Handshake,
    pub(crate) verbatim: bool,
    pub(crate) end: KillHandle,
}

/// The driver notices, too, and drops the peer; but only if somebody drives its runtime.
impl Drop for Shared {
    fn drop(&mut self) {
        self.end.end();
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection")
            .field("state", &self.shared.state.get())
            .finish_non_exhaustive()
    }
}

/// A handle that does not keep the connection alive.
#[derive(Debug, Clone)]
pub struct WeakConnection {
    pub(crate) shared: Weak<Shared>,
}

impl WeakConnection {
    /// The connection, unless its last handle is gone.
    #[must_use]
    pub fn upgrade(&self) -> Option<Connection> {
        self.shared.upgrade().map(|shared| Connection { shared })
    }

    /// As [`Connection::request`], without keeping the connection alive while the answer is on its
    /// way, and without reading the answer.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn tell<R: ControlRequest + Sync>(&self, request: &R) -> Result<(), ProtocolError> {
        let answered = {
            let connection = self.upgrade().ok_or(ProtocolError::Closed)?;
            connection.ask(R::SUBTYPE, request, connection.shared.deadlines.control)?
        };
        answered.await.unwrap_or(Err(ProtocolError::Closed)).map(drop)
    }
}

impl Connection {
    /// A handle that does not keep the connection alive.
    #[must_use]
    pub fn downgrade(&self) -> WeakConnection {
        WeakConnection { shared: Arc::downgrade(&self.shared) }
    }

    /// Watches what the session is doing.
    #[must_use]
    pub fn state(&self) -> StateWatch {
        self.shared.state.watch()
    }

    /// Tells when the CLI is silent for too long, from now on; see [`ConnectionOptions::stall`].
    #[must_use]
    pub fn stalls(&self) -> StallWatch {
        self.shared.stalls.fresh()
    }

    /// Changes the model for the turns to come; `None` is the default model. Returns the model
    /// that the CLI resolved, if it says so.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_model(&self, model: Option<&str>) -> Result<Option<ModelName>, ProtocolError> {
        let mut request = SetModelRequest::new();
        request.model = model.map(Into::into);
        let response = self.request(&request).await?;
        Ok(response.model)
    }

    /// Changes the permission mode.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_permission_mode(&self, mode: PermissionMode) -> Result<(), ProtocolError> {
        let request = SetPermissionModeRequest::new(mode);
        self.request(&request).await?;
        Ok(())
    }

    /// Answers the CLI's messages to an MCP server from now on, in the place of a server with the
    /// same name. What that one has begun runs on.
    ///
    /// The CLI hears nothing of it, nor of the configuration and the manifest: telling it is a
    /// request of its own ([`claude_types::McpSetServersRequest`]), and should follow.
    ///
    /// # Errors
    ///
    /// The connection is over.
    pub fn set_mcp_server(&self, server: McpServer) -> Result<(), ProtocolError> {
        self.command(Command::SetMcpServer(server, None))
    }

    /// As [`Connection::set_mcp_server`], and returns the server in whose place it is: with
    /// [`Connection::set_mcp_server`] it can be put back.
    ///
    /// # Errors
    ///
    /// The connection is over.
    ///
    /// # Cancel safety
    ///
    /// Once polled, dropping the future does not keep the former server.
    pub async fn replace_mcp_server(
        &self,
        server: McpServer,
    ) -> Result<Option<McpServer>, ProtocolError> {
        let (replaced, reply) = oneshot::channel();
        self.command(Command::SetMcpServer(server, Some(replaced)))?;
        reply.await.map_err(|_| self.why_closed())
    }

    /// Answers no more messages to an MCP server; those that it has begun to answer, it finishes.
    /// Tells whether there was such a server. The CLI hears nothing of it.
    ///
    /// # Errors
    ///
    /// The connection is over.
    ///
    /// # Cancel safety
    ///
    /// Once polled, dropping the future does not keep the server.
    pub async fn remove_mcp_server(&self, name: &str) -> Result<bool, ProtocolError> {
        let (removed, reply) = oneshot::channel();
        self.command(Command::RemoveMcpServer { name: name.to_owned(), removed })?;
        reply.await.map_err(|_| self.why_closed())
    }

    /// Sends a control request and reads its answer. An answer without a body reads as `{}`.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, answered something else, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn request<R: ControlRequest + Sync>(
        &self,
        request: &R,
    ) -> Result<R::Response, ProtocolError> {
        self.request_within(request, self.shared.deadlines.control).await
    }

    /// As [`Connection::request`], with a deadline of its own.
    ///
    /// # Errors
    ///
    /// As there.
    ///
    /// # Cancel safety
    ///
    /// As there.
    pub async fn request_within<R: ControlRequest + Sync>(
        &self,
        request: &R,
        within: Duration,
    ) -> Result<R::Response, ProtocolError> {
        self.request_parsed(R::SUBTYPE, request, within).await
    }

    /// As [`Connection::request`], for a request that this version does not know. Its body names
    /// the subtype, too.
    ///
    /// # Errors
    ///
    /// As there.
    ///
    /// # Cancel safety
    ///
    /// As there.
    pub async fn request_untyped<T: DeserializeOwned>(
        &self,
        subtype: impl Into<Cow<'static, str>>,
        request: &(impl Serialize + Sync),
    ) -> Result<T, ProtocolError> {
        self.request_parsed(subtype, request, self.shared.deadlines.control).await
    }

    pub(crate) async fn request_parsed<T: DeserializeOwned>(
        &self,
        subtype: impl Into<Subtype>,
        request: &(impl Serialize + Sync),
        within: Duration,
    ) -> Result<T, ProtocolError> {
        let subtype = subtype.into();
        let response = self.request_raw(subtype.clone(), request, within).await?;
        parse(subtype, &response.unwrap_or_else(|| serde_json::json!({}).into()))
    }

    /// How long things may take.
    #[must_use]
    pub fn deadlines(&self) -> &Deadlines {
        &self.shared.deadlines
    }

    pub(crate) async fn request_raw(
        &self,
        subtype: impl Into<Subtype>,
        request: &(impl Serialize + Sync),
        within: Duration,
    ) -> Answer {
        let answered = self.ask(subtype, request, within)?;
        let answer = answered.await.unwrap_or_else(|_| Err(self.why_closed()));
        answer.map_err(|error| self.explain(error))
    }

    /// WorkerPool a request to the driver. Its answer comes later.
    fn ask(
        &self,
        subtype: impl Into<Subtype>,
        request: &impl Serialize,
        within: Duration,
    ) -> Result<oneshot::Receiver<Answer>, ProtocolError> {
        let body = Raw::from_serialize(request).map_err(encode_error)?;
        let (answer, answered) = oneshot::channel();
        let subtype = subtype.into();
        self.command(Command::Request { subtype, body, within, answer })?;
        Ok(answered)
    }

    pub(crate) fn command(&self, command: Command) -> Result<(), ProtocolError> {
        // Whoever has seen the end cannot send behind it, though the driver may still settle.
        if self.shared.state.get().is_closed() {
            return Err(self.why_closed());
        }
        self.shared.commands.send(command).map_err(|_| self.why_closed())
    }

    /// Why a prompt got no result.
    pub(crate) fn why_unanswered(&self) -> ProtocolError {
        match self.shared.state.get() {
            State::Closed(Some(why)) => why,
            State::Closed(None) | State::Closing => ProtocolError::Closed,
            _ if self.shared.cli_info.has_input_ended() => ProtocolError::InputClosed,
            _ => ProtocolError::Cancelled,
        }
    }

    /// Why the connection is over.
    pub(crate) fn why_closed(&self) -> ProtocolError {
        match self.shared.state.get() {
            State::Closed(Some(why)) => why,
            _ if self.shared.cli_info.has_input_ended() => ProtocolError::InputClosed,
            _ => ProtocolError::Closed,
        }
    }
}

pub(crate) fn encode_error(error: serde_json::Error) -> ProtocolError {
    ProtocolError::Encode(Arc::new(error))
}

pub(crate) fn parse<T: DeserializeOwned>(
    subtype: impl Into<Subtype>,
    raw: &Raw,
) -> Result<T, ProtocolError> {
    claude_types::decode_as(subtype, raw.get().as_bytes()).map_err(ProtocolError::Decode)
}
