//! Handle: [`Connection`], which sends commands to the driver and awaits their outcome.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;

use claude_transport::ProcessTree;
use claude_types::{
    ControlRequest, ModelName, PermissionMode, Raw, SetModelRequest, SetPermissionModeRequest,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::{Notify, Semaphore, mpsc, oneshot};
use tokio_util::sync::CancellationToken;

use super::cli_info::{CliInfo, Handshake};
use super::close_report::CloseReport;
use super::command::Command;
use super::mcp_server::McpServer;
use super::peer_handles::PeerHandles;
use super::scope::Gate;
use crate::delivery::ConsumerQueue;
use crate::error::{Answer, ProtocolError, Subtype};
use crate::limits::Deadlines;
use crate::state::{StallWatch, State, StateCell, StateWatch, TaskCell};

/// A handle to a running CLI session.
///
/// A connection is driven by one background task, the driver. It reads the transport, routes
/// messages to turns and subscriptions, answers requests from the CLI through
/// [`Handlers`](crate::Handlers), and writes prompts and requests. The methods of `Connection` send
/// commands to that task and may be called from any task.
///
/// # Lifetime
///
/// Clones share the connection, and a [`Turn`](crate::Turn) holds one of them. When the last is
/// dropped, the peer is ended: a child process gets SIGTERM at once and SIGKILL after its drop
/// grace (2 s by default). [`Subscription`](crate::Subscription),
/// [`TurnHandle`](crate::TurnHandle) and [`WeakConnection`] do not keep the connection open.
///
/// The driver is spawned on the runtime on which [`Connection::open`] is called. If that runtime
/// shuts down, open turns and pending requests fail with [`ProtocolError::Closed`].
///
/// # Errors
///
/// After the end of the connection, every method that can fail returns the reason: for example
/// [`ProtocolError::Exited`] if the CLI exited with an error, or [`ProtocolError::Closed`] if the
/// connection was closed by this program or ended normally. A scoped handle
/// ([`Connection::scoped`]) returns [`ProtocolError::ScopeEnded`] after the end of its scope.
///
/// # Examples
///
/// ```
/// use claude_protocol::{Connection, ConnectionOptions};
/// use claude_transport::memory;
/// use claude_types::{UserApiMessage, UserInput};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let (transport, mut cli) = memory::pair();
/// # tokio::spawn(async move {
/// #     let line = cli.next_line().await.unwrap_or_default();
/// #     let request: serde_json::Value = serde_json::from_str(&line).unwrap_or_default();
/// #     let id = &request["request_id"];
/// #     let response = format!(r#"{{"subtype":"success","request_id":{id}}}"#);
/// #     cli.send(&format!(r#"{{"type":"control_response","response":{response}}}"#)).await;
/// #     cli.next_line().await;
/// #     cli.send(r#"{"type":"system","subtype":"init"}"#).await;
/// #     cli.send(r#"{"type":"result","is_error":false,"result":"4"}"#).await;
/// #     cli.next_line().await;
/// #     cli.exit(0, "");
/// # });
/// let connection = Connection::open(Box::new(transport), ConnectionOptions::default()).await?;
/// let prompt = UserInput::new(UserApiMessage::new("What is 2 + 2?"));
/// let result = connection.send(prompt).await?.result().await?;
/// assert_eq!(result.text(), "4");
/// connection.close().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Connection {
    pub(crate) shared: Arc<Shared>,
    /// What ends this handle before the connection.
    pub(super) gate: Option<Gate>,
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
    pub(crate) peer: PeerHandles,
    /// Set when the connection ends.
    pub(crate) report: Arc<OnceLock<CloseReport>>,
}

/// Ends the peer here. The driver would drop it, too, but only while its runtime is running.
impl Drop for Shared {
    fn drop(&mut self) {
        self.peer.end();
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection")
            .field("state", &self.shared.state.get())
            .finish_non_exhaustive()
    }
}

/// A handle that does not keep the connection open.
///
/// # Examples
///
/// ```no_run
/// # async fn run(connection: claude_protocol::Connection) {
/// let weak = connection.downgrade();
/// drop(connection);
/// assert!(weak.upgrade().is_none());
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct WeakConnection {
    shared: Weak<Shared>,
    gate: Option<Gate>,
}

impl WeakConnection {
    pub(crate) fn new(shared: Weak<Shared>) -> Self {
        Self { shared, gate: None }
    }

    /// Returns the connection, or `None` if its last handle was dropped.
    #[must_use]
    pub fn upgrade(&self) -> Option<Connection> {
        let shared = self.shared.upgrade()?;
        Some(Connection { shared, gate: self.gate.clone() })
    }

    /// Sends a control request and waits for the response, without decoding its body.
    ///
    /// Unlike [`Connection::request`], it does not keep the connection open while it waits.
    ///
    /// # Errors
    ///
    /// - [`ProtocolError::Refused`] if the CLI refuses the request or does not know it.
    /// - [`ProtocolError::Timeout`] if the CLI does not respond within [`Deadlines::control`] (60 s
    ///   by default).
    /// - [`ProtocolError::Closed`] if the last handle of the connection was dropped.
    /// - The reason for the end if the connection is over, as [`Connection`] describes.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn tell<R: ControlRequest + Sync>(&self, request: &R) -> Result<(), ProtocolError> {
        let answered = {
            let connection = self.upgrade().ok_or(ProtocolError::Closed)?;
            connection.ask(R::SUBTYPE, request, connection.shared.deadlines.control)?
        };
        answered.await.unwrap_or(Err(ProtocolError::Closed)).map(drop)
    }
}

impl Connection {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self { shared, gate: None }
    }

    /// Returns a handle that does not keep the connection open.
    #[must_use]
    pub fn downgrade(&self) -> WeakConnection {
        WeakConnection { shared: Arc::downgrade(&self.shared), gate: self.gate.clone() }
    }

    /// Returns a watch on the state of the session.
    #[must_use]
    pub fn state(&self) -> StateWatch {
        self.shared.state.watch(self.token())
    }

    /// Returns a watch on stalls: times in which the CLI is silent for longer than
    /// [`ConnectionOptions::stall`](crate::ConnectionOptions::stall) allows. It reports stalls that
    /// begin after this call.
    #[must_use]
    pub fn stalls(&self) -> StallWatch {
        self.shared.stalls.fresh(self.token())
    }

    /// Samples what the CLI and everything that it has started use: memory, processes, age.
    ///
    /// Returns `None` if the system (other than Linux) or the transport cannot tell, and once the
    /// CLI has exited or the scope of the handle has ended. Reads `/proc` on a thread for blocking
    /// work, which takes some milliseconds.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time.
    pub async fn process_tree(&self) -> Option<ProcessTree> {
        if self.is_out_of_scope() {
            return None;
        }
        let probe = self.shared.peer.probe();
        tokio::task::spawn_blocking(move || probe.sample()).await.ok().flatten()
    }

    /// Changes the model of later turns. `None` selects the default model.
    ///
    /// Returns the model that the CLI resolved, if it reports one.
    ///
    /// # Errors
    ///
    /// The same as [`Connection::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
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
    /// The same as [`Connection::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn set_permission_mode(&self, mode: PermissionMode) -> Result<(), ProtocolError> {
        let request = SetPermissionModeRequest::new(mode);
        self.request(&request).await?;
        Ok(())
    }

    /// Registers an MCP server, replacing a server with the same name.
    ///
    /// Calls that the previous server has started run to their end. The CLI is not notified: send
    /// [`claude_types::McpSetServersRequest`] afterwards, with the server's configuration and
    /// manifest.
    ///
    /// # Errors
    ///
    /// Returns the reason for the end if the connection is over, as [`Connection`] describes.
    pub fn set_mcp_server(&self, server: McpServer) -> Result<(), ProtocolError> {
        self.command(Command::SetMcpServer(server, None))
    }

    /// Registers an MCP server, as [`Connection::set_mcp_server`] does, and returns the server that
    /// it replaced. Pass that to [`Connection::set_mcp_server`] to restore it.
    ///
    /// # Errors
    ///
    /// Returns the reason for the end if the connection is over, as [`Connection`] describes.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the replacement.
    pub async fn replace_mcp_server(
        &self,
        server: McpServer,
    ) -> Result<Option<McpServer>, ProtocolError> {
        let (replaced, reply) = oneshot::channel();
        self.command(Command::SetMcpServer(server, Some(replaced)))?;
        reply.await.map_err(|_| self.why_closed())
    }

    /// Removes an MCP server. Returns `false` if there is no server with this name.
    ///
    /// Calls that the server has started run to their end. The CLI is not notified.
    ///
    /// # Errors
    ///
    /// Returns the reason for the end if the connection is over, as [`Connection`] describes.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the removal.
    pub async fn remove_mcp_server(&self, name: &str) -> Result<bool, ProtocolError> {
        let (removed, reply) = oneshot::channel();
        self.command(Command::RemoveMcpServer { name: name.to_owned(), removed })?;
        reply.await.map_err(|_| self.why_closed())
    }

    /// Sends a control request and decodes the response. A response without a body is decoded as
    /// `{}`.
    ///
    /// The CLI has [`Deadlines::control`] to respond (60 s by default), from the moment the request
    /// is written.
    ///
    /// # Errors
    ///
    /// - [`ProtocolError::Timeout`] if the CLI does not respond within the deadline.
    /// - [`ProtocolError::Refused`] if the CLI refuses the request.
    /// - [`ProtocolError::Unsupported`] if the CLI does not know the request.
    /// - [`ProtocolError::Decode`] if the response has another type.
    /// - [`ProtocolError::Encode`] if the request cannot be serialized.
    /// - [`ProtocolError::InputClosed`] if stdin of the CLI is already closed, as it is after the
    ///   end of a run.
    /// - The reason for the end if the connection is over, as [`Connection`] describes.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn request<R: ControlRequest + Sync>(
        &self,
        request: &R,
    ) -> Result<R::Response, ProtocolError> {
        self.request_within(request, self.shared.deadlines.control).await
    }

    /// Sends a control request, as [`Connection::request`] does, with a deadline of its own.
    ///
    /// # Errors
    ///
    /// The same as [`Connection::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn request_within<R: ControlRequest + Sync>(
        &self,
        request: &R,
        within: Duration,
    ) -> Result<R::Response, ProtocolError> {
        self.request_parsed(R::SUBTYPE, request, within).await
    }

    /// Sends a control request that this version of the crate does not know. The body must contain
    /// the `subtype`, too.
    ///
    /// # Errors
    ///
    /// The same as [`Connection::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
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

    /// Returns the deadlines of this connection.
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

    /// Passes a request to the driver. The response arrives on the returned receiver.
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
        self.pass(None, || self.deliver(command))
    }

    /// Sends something, unless the scope of the handle has ended. The stream that belongs to it ends
    /// with the scope.
    pub(crate) fn pass<R>(
        &self,
        queue: Option<&Arc<ConsumerQueue>>,
        send: impl FnOnce() -> Result<R, ProtocolError>,
    ) -> Result<R, ProtocolError> {
        match &self.gate {
            Some(gate) => gate.pass(queue, send),
            None => send(),
        }
    }

    /// Returns whether the scope of the handle has ended, though not the connection.
    #[must_use]
    pub fn is_out_of_scope(&self) -> bool {
        self.gate.as_ref().is_some_and(Gate::is_over)
    }

    pub(super) fn token(&self) -> Option<CancellationToken> {
        self.gate.as_ref().map(Gate::token)
    }

    /// Passes a command to the driver. [`Connection::command`] also checks the scope.
    pub(crate) fn deliver(&self, command: Command) -> Result<(), ProtocolError> {
        // Check the state first: the driver publishes the end before it closes the channel. A
        // caller that has seen the end must not be able to send after it.
        if self.shared.state.get().is_closed() {
            return Err(self.why_closed());
        }
        self.shared.commands.send(command).map_err(|_| self.why_closed())
    }

    /// Returns why a prompt got no result.
    pub(crate) fn why_unanswered(&self) -> ProtocolError {
        if self.is_out_of_scope() {
            return ProtocolError::ScopeEnded;
        }
        match self.shared.state.get() {
            State::Closed(Some(why)) => why,
            State::Closed(None) | State::Closing => ProtocolError::Closed,
            _ if self.shared.cli_info.has_input_ended() => ProtocolError::InputClosed,
            _ => ProtocolError::Cancelled,
        }
    }

    /// Returns why the connection is over.
    pub(crate) fn why_closed(&self) -> ProtocolError {
        if self.is_out_of_scope() {
            return ProtocolError::ScopeEnded;
        }
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
