//! The clonable handle: what users of this layer call. All work is done by [`crate::driver`].

use std::fmt;
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;

use claude_transport::{EndSwitch, Transport};
use claude_types::{
    ControlRequest, InitializeRequest, InitializeResponse, InterruptRequest, InterruptResponse,
    MessageUuid, ModelName, PermissionMode, Raw, SetModelRequest, SetPermissionModeRequest,
    UserInput,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::{Notify, Semaphore, mpsc, oneshot};
use tokio::time::{Instant, timeout_at};

use crate::consumers::Scope;
use crate::driver::{Command, Driver, Setup};
use crate::inbox::{ConsumerQueue, Inbox};
use crate::pending::Answer;
use crate::state::StateCell;
use crate::{
    Deadlines, Handlers, Input, Limits, McpServer, ProtocolError, State, StateWatch, Subscription,
    Turn,
};

/// How a connection is set up.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct ConnectionOptions {
    /// What is sent first; the hooks and the MCP servers are added to it.
    pub initialize: InitializeRequest,
    /// The permission mode that the CLI was started with; not checked if `None`.
    pub permission_mode: Option<PermissionMode>,
    /// What the CLI may call back.
    pub handlers: Handlers,
    /// When stdin is closed.
    pub input: Input,
    /// How long things may take.
    pub deadlines: Deadlines,
    /// How much may wait.
    pub limits: Limits,
}

impl fmt::Debug for ConnectionOptions {
    /// Leaves out `initialize`, which holds prompts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConnectionOptions")
            .field("permission_mode", &self.permission_mode)
            .field("handlers", &self.handlers)
            .field("input", &self.input)
            .field("deadlines", &self.deadlines)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// A connection to one CLI process. Clones share it; the last one dropped ends it.
#[derive(Clone)]
pub struct Connection {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    commands: mpsc::UnboundedSender<Command>,
    state: Arc<StateCell>,
    drained: Arc<Notify>,
    room: Arc<Semaphore>,
    room_size: usize,
    deadlines: Deadlines,
    initialized: OnceLock<InitializeResponse>,
    end: EndSwitch,
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
    shared: Weak<Shared>,
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

/// What became of an interrupt.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Interrupt {
    /// The turn ended; its result has been delivered.
    Stopped,
    /// There was nothing to stop.
    NothingRunning,
    /// The CLI took the interrupt, and the turn has not ended within the deadline.
    Deferred {
        /// Prompts that wait behind it.
        still_queued: Vec<MessageUuid>,
    },
}

impl Connection {
    /// Takes over a transport, shakes hands and checks the permission mode.
    ///
    /// # Errors
    ///
    /// The CLI ended, did not answer in time, refused, runs in another permission mode, or did
    /// not take the hooks.
    ///
    /// # Panics
    ///
    /// Outside a tokio runtime.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn open(
        transport: Box<dyn Transport>,
        options: ConnectionOptions,
    ) -> Result<Self, ProtocolError> {
        let (connection, request) = Self::start(transport, options.clone());
        let within = options.deadlines.initialize;
        let answer = connection.request_raw("initialize", &request, within).await?;
        let answer = answer.unwrap_or_default();
        let response: InitializeResponse = parse("initialize", &answer)?;
        crate::initialize::check(
            &response,
            options.permission_mode.as_ref(),
            &options.handlers.hooks,
        )?;
        let _ = connection.shared.initialized.set(response);
        connection.command(Command::Ready)?;
        connection.state().wait_for(|state| !matches!(state, State::Starting)).await?;
        Ok(connection)
    }

    /// Spawns the driver.
    fn start(
        transport: Box<dyn Transport>,
        options: ConnectionOptions,
    ) -> (Self, InitializeRequest) {
        let (commands, inbox) = mpsc::unbounded_channel();
        let state = Arc::new(StateCell::new());
        let drained = Arc::new(Notify::new());
        let room_size = options.limits.outbox.clamp(1, Semaphore::MAX_PERMITS);
        let parts = transport.split();
        let shared = Arc::new(Shared {
            end: parts.peer.end_switch(),
            commands,
            state: Arc::clone(&state),
            drained: Arc::clone(&drained),
            room: Arc::new(Semaphore::new(room_size)),
            room_size,
            deadlines: options.deadlines.clone(),
            initialized: OnceLock::new(),
        });
        let request = crate::initialize::with_hooks(
            options.initialize,
            &options.handlers.hooks,
            options.deadlines.hook,
        );
        let request = crate::initialize::with_mcp(request, &options.handlers.mcp);
        let driver = Driver::new(
            parts,
            Setup {
                commands: inbox,
                state,
                drained,
                connection: WeakConnection { shared: Arc::downgrade(&shared) },
                handlers: options.handlers,
                permission_mode: options.permission_mode,
                input: options.input,
                deadlines: options.deadlines,
                limits: options.limits,
            },
        );
        tokio::spawn(driver.run());
        (Self { shared }, request)
    }

    /// A handle that does not keep the connection alive.
    #[must_use]
    pub fn downgrade(&self) -> WeakConnection {
        WeakConnection { shared: Arc::downgrade(&self.shared) }
    }

    /// What the CLI answered to `initialize`.
    #[must_use]
    pub fn initialized(&self) -> Option<&InitializeResponse> {
        self.shared.initialized.get()
    }

    /// Sends a prompt; its messages come in the returned turn.
    ///
    /// # Errors
    ///
    /// The connection is over.
    ///
    /// # Cancel safety
    ///
    /// Waits for room before anything is sent: dropped before it returns, nothing was sent.
    pub async fn send(&self, prompt: UserInput) -> Result<Turn, ProtocolError> {
        let queue = Arc::new(ConsumerQueue::new(Instant::now()));
        let inbox = Inbox::new(Arc::clone(&queue), Arc::clone(&self.shared.drained));
        let uuid = self.send_to(prompt, Some(queue)).await?;
        Ok(Turn::new(uuid, inbox, self.clone()))
    }

    /// Sends a prompt whose messages are read from a [`Subscription`].
    ///
    /// # Errors
    ///
    /// The connection is over.
    ///
    /// # Cancel safety
    ///
    /// Waits for room before anything is sent: dropped before it returns, nothing was sent.
    pub async fn post(&self, prompt: UserInput) -> Result<MessageUuid, ProtocolError> {
        self.send_to(prompt, None).await
    }

    async fn send_to(
        &self,
        prompt: UserInput,
        queue: Option<Arc<ConsumerQueue>>,
    ) -> Result<MessageUuid, ProtocolError> {
        let uuid = prompt.uuid.clone().unwrap_or_else(new_uuid);
        let json = encode(&prompt.uuid(uuid.clone()))?;
        let size = json.len().clamp(1, self.shared.room_size);
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        let room = Arc::clone(&self.shared.room).acquire_many_owned(size).await;
        let permit = room.map_err(|_| self.why_closed())?;
        self.shared.state.prompt_sent();
        let sent = self.command(Command::Prompt { uuid: uuid.clone(), json, queue, permit });
        if sent.is_err() {
            self.shared.state.prompt_seen();
        }
        sent.map(|()| uuid)
    }

    /// Says that no more prompts will come, so that stdin may close when the run is over.
    ///
    /// # Errors
    ///
    /// The connection is over.
    pub fn end_input(&self) -> Result<(), ProtocolError> {
        self.command(Command::EndInput)
    }

    /// Every message from now on.
    ///
    /// # Errors
    ///
    /// The connection is over.
    pub fn subscribe(&self) -> Result<Subscription, ProtocolError> {
        self.subscribe_to(Scope::Everything)
    }

    /// Messages that no prompt caused, from now on; the first call also gets the last ones before.
    ///
    /// # Errors
    ///
    /// The connection is over.
    pub fn messages(&self) -> Result<Subscription, ProtocolError> {
        self.subscribe_to(Scope::Unsolicited)
    }

    fn subscribe_to(&self, scope: Scope) -> Result<Subscription, ProtocolError> {
        let queue = Arc::new(ConsumerQueue::new(Instant::now()));
        let inbox = Inbox::new(Arc::clone(&queue), Arc::clone(&self.shared.drained));
        self.command(Command::Subscribe { queue, scope })?;
        Ok(Subscription::new(inbox))
    }

    /// Watches what the session is doing.
    #[must_use]
    pub fn state(&self) -> StateWatch {
        self.shared.state.watch()
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

    /// Interrupts what is running and tells what became of it, in bounded time.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the interrupt back.
    pub async fn interrupt(&self) -> Result<Interrupt, ProtocolError> {
        let within = self.shared.deadlines.interrupt;
        let until = Instant::now().checked_add(within);
        let (told, ended) = oneshot::channel();
        self.command(Command::TellTurnEnd(told))?;
        let request = InterruptRequest::new();
        let answer = self.request_raw("interrupt", &request, within).await?;
        let answer: InterruptResponse = match answer {
            Some(raw) => parse("interrupt", &raw)?,
            None => InterruptResponse::default(),
        };
        let ended = match until {
            Some(until) => timeout_at(until, ended).await.ok(),
            None => Some(ended.await),
        };
        match ended {
            Some(Ok(true)) => Ok(Interrupt::Stopped),
            Some(Ok(false)) => Ok(Interrupt::NothingRunning),
            Some(Err(_)) => Err(self.why_closed()),
            None => {
                Ok(Interrupt::Deferred { still_queued: answer.still_queued.unwrap_or_default() })
            }
        }
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
        let (replaced, told) = oneshot::channel();
        self.command(Command::SetMcpServer(server, Some(replaced)))?;
        told.await.map_err(|_| self.why_closed())
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
        let (removed, told) = oneshot::channel();
        self.command(Command::RemoveMcpServer { name: name.to_owned(), removed })?;
        told.await.map_err(|_| self.why_closed())
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
        self.request_untyped(R::SUBTYPE, request).await
    }

    /// As [`Connection::request`], for a request that this version does not know.
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
        subtype: &'static str,
        request: &(impl Serialize + Sync),
    ) -> Result<T, ProtocolError> {
        let within = self.shared.deadlines.control;
        match self.request_raw(subtype, request, within).await? {
            Some(raw) => parse(subtype, &raw),
            None => parse(subtype, &Raw::from(serde_json::json!({}))),
        }
    }

    async fn request_raw(
        &self,
        subtype: &'static str,
        request: &(impl Serialize + Sync),
        within: Duration,
    ) -> Answer {
        let answered = self.ask(subtype, request, within)?;
        answered.await.unwrap_or_else(|_| Err(self.why_closed()))
    }

    /// Hands a request to the driver. Its answer comes later.
    fn ask(
        &self,
        subtype: &'static str,
        request: &impl Serialize,
        within: Duration,
    ) -> Result<oneshot::Receiver<Answer>, ProtocolError> {
        let body = Raw::from_serialize(request).map_err(encode_error)?;
        let (answer, answered) = oneshot::channel();
        self.command(Command::Request { subtype, body, within, answer })?;
        Ok(answered)
    }

    /// Closes the session: stdin ends, the CLI gets time to finish, and is then ended.
    ///
    /// # Errors
    ///
    /// None that matters to the caller: a CLI that had to be killed is closed, too. The error
    /// is why the connection was over before.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not stop the close.
    pub async fn close(&self) -> Result<(), ProtocolError> {
        let _ = self.command(Command::Close);
        match self.state().wait_for(State::is_dead).await {
            Ok(State::Dead(Some(why))) => Err(why),
            _ => Ok(()),
        }
    }

    fn command(&self, command: Command) -> Result<(), ProtocolError> {
        // Whoever has seen the end cannot send behind it, though the driver may still settle.
        if self.shared.state.get().is_dead() {
            return Err(self.why_closed());
        }
        self.shared.commands.send(command).map_err(|_| self.why_closed())
    }

    /// Why the connection is over.
    fn why_closed(&self) -> ProtocolError {
        match self.shared.state.get() {
            State::Dead(Some(why)) => why,
            _ => ProtocolError::Closed,
        }
    }
}

fn new_uuid() -> MessageUuid {
    uuid::Uuid::new_v4().to_string().into()
}

fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, ProtocolError> {
    serde_json::to_vec(value).map_err(encode_error)
}

fn encode_error(error: serde_json::Error) -> ProtocolError {
    ProtocolError::Encode(Arc::new(error))
}

fn parse<T: DeserializeOwned>(subtype: &'static str, raw: &Raw) -> Result<T, ProtocolError> {
    claude_types::decode_as(subtype, raw.get().as_bytes()).map_err(ProtocolError::Decode)
}
