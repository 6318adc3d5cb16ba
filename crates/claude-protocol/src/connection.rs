//! The clonable handle: what users of this layer call. All work is done by [`crate::driver`].

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Weak};
use std::time::Duration;

use claude_transport::{KillHandle, Transport};
use claude_types::{
    ControlRequest, InitializeRequest, InitializeResponse, MessageUuid, ModelName, PermissionMode,
    Raw, SetModelRequest, SetPermissionModeRequest, UserInput,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::{Notify, Semaphore, mpsc, oneshot, watch};
use tokio::time::Instant;

use crate::consumers::Scope;
use crate::driver::{Command, Driver, Setup};
use crate::inbox::{ConsumerQueue, Inbox};
use crate::pending::Answer;
use crate::progress::Reporter;
use crate::request_name::named;
use crate::state::StateCell;
use crate::task_watch::TaskCell;
use crate::told::{InitCheck, Told};
use crate::{
    Deadlines, Handlers, Idle, Input, Limits, McpServer, Observer, ProtocolError, StallPolicy,
    Stalls, State, StateFrames, StateWatch, Subscription, Tasks, Turn, TurnHandle,
};

mod about;

use about::Handshake;

/// How a connection is set up.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct ConnectionOptions {
    /// What is sent first; the hooks and the MCP servers are added to it.
    pub initialize: InitializeRequest,
    /// Marks every prompt as one to be taken word for word.
    pub verbatim_prompts: bool,
    /// The permission mode that the CLI was started with; not checked if `None`.
    pub permission_mode: Option<PermissionMode>,
    /// Looks at the first `system/init`, and may end the connection.
    pub on_init: Option<InitCheck>,
    /// What the CLI may call back.
    pub handlers: Handlers,
    /// When stdin is closed.
    pub input: Input,
    /// How long things may take.
    pub deadlines: Deadlines,
    /// How much may wait.
    pub limits: Limits,
    /// When a silence counts as a stall, and what is done about it.
    pub stall: StallPolicy,
    /// Which of the CLI's frames about its state users see.
    pub state_frames: StateFrames,
    /// Who looks on; the first connection with these options takes it.
    pub observer: Option<Observer>,
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
            .field("stall", &self.stall)
            .field("state_frames", &self.state_frames)
            .field("observer", &self.observer)
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
    tasks: Arc<TaskCell>,
    stalls: Stalls,
    drained: Arc<Notify>,
    room: Arc<Semaphore>,
    room_size: usize,
    deadlines: Deadlines,
    told: Arc<Told>,
    handshake: Handshake,
    verbatim: bool,
    end: KillHandle,
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
        let connection = Self::start(transport, options.clone())?;
        let within = options.deadlines.initialize;
        let request = &connection.shared.handshake.request;
        let answer = connection.request_raw("initialize", request, within).await?;
        // An answer without a body says what an empty one says.
        let answer = answer.unwrap_or_else(|| serde_json::json!({}).into());
        let response: InitializeResponse = parse("initialize", &answer)?;
        crate::initialize::check(
            &response,
            options.permission_mode.as_ref(),
            &options.handlers.hooks,
        )?;
        connection.shared.told.handshake(Arc::new(response));
        connection.command(Command::Ready)?;
        connection.state().wait_for(|state| !matches!(state, State::Starting)).await?;
        Ok(connection)
    }

    /// Spawns the driver.
    fn start(
        transport: Box<dyn Transport>,
        options: ConnectionOptions,
    ) -> Result<Self, ProtocolError> {
        let request =
            crate::initialize::handshake(options.initialize, &options.handlers, &options.deadlines);
        let handshake = Handshake {
            request: Raw::from_serialize(&request).map_err(encode_error)?,
            guards: crate::initialize::guards(&options.handlers.hooks),
        };
        let told = Arc::new(Told::default());
        let (commands, inbox) = mpsc::unbounded_channel();
        let state = Arc::new(StateCell::new());
        let tasks = Arc::new(TaskCell::new());
        let (stalled, stalls) = watch::channel(None);
        let drained = Arc::new(Notify::new());
        let room_size = options.limits.outbox.clamp(1, Semaphore::MAX_PERMITS);
        let parts = transport.split();
        let shared = Arc::new(Shared {
            end: parts.peer.kill_handle(),
            commands,
            state: Arc::clone(&state),
            tasks: Arc::clone(&tasks),
            stalls: Stalls::new(stalls),
            drained: Arc::clone(&drained),
            room: Arc::new(Semaphore::new(room_size)),
            room_size,
            deadlines: options.deadlines.clone(),
            told: Arc::clone(&told),
            handshake,
            verbatim: options.verbatim_prompts,
        });
        let driver = Driver::new(
            parts,
            Setup {
                commands: inbox,
                state,
                tasks,
                stalled,
                stall: options.stall,
                state_frames: options.state_frames,
                drained,
                connection: WeakConnection { shared: Arc::downgrade(&shared) },
                handlers: options.handlers,
                permission_mode: options.permission_mode,
                on_init: options.on_init,
                told,
                input: options.input,
                deadlines: options.deadlines,
                limits: options.limits,
                observer: options.observer,
            },
        );
        tokio::spawn(driver.run());
        Ok(Self { shared })
    }

    /// A handle that does not keep the connection alive.
    #[must_use]
    pub fn downgrade(&self) -> WeakConnection {
        WeakConnection { shared: Arc::downgrade(&self.shared) }
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
        let handle = self.send_to(prompt, Some(queue)).await?;
        Ok(Turn::new(handle, inbox, self.clone()))
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
    pub async fn post(&self, prompt: UserInput) -> Result<TurnHandle, ProtocolError> {
        self.send_to(prompt, None).await
    }

    async fn send_to(
        &self,
        prompt: UserInput,
        queue: Option<Arc<ConsumerQueue>>,
    ) -> Result<TurnHandle, ProtocolError> {
        let reporter = Reporter::new(Instant::now());
        let watch = reporter.watch();
        let uuid = prompt.uuid.clone().unwrap_or_else(new_uuid);
        let mut prompt = prompt.uuid(uuid.clone());
        if self.shared.verbatim {
            prompt.client_composed = Some(true);
        }
        let json = encode(&prompt)?;
        let size = json.len().clamp(1, self.shared.room_size);
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        let room = Arc::clone(&self.shared.room).acquire_many_owned(size).await;
        let permit = room.map_err(|_| self.why_closed())?;
        self.shared.state.prompt_sent(Instant::now().into_std());
        let prompt = Command::Prompt { uuid: uuid.clone(), json, queue, permit, reporter };
        if let Err(error) = self.command(prompt) {
            self.shared.state.prompt_seen();
            return Err(error);
        }
        Ok(TurnHandle::new(uuid, watch, self.downgrade()))
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
    pub fn unsolicited(&self) -> Result<Subscription, ProtocolError> {
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

    /// Waits until nothing is queued, running or in the background.
    pub fn idle(&self) -> Idle {
        Idle::new(self.clone())
    }

    /// The tasks of the session: subagents, workflows, shells.
    #[must_use]
    pub fn tasks(&self) -> Tasks {
        Tasks::new(Arc::clone(&self.shared.tasks), self.downgrade())
    }

    /// Tells when the CLI is silent for too long, from now on; see [`ConnectionOptions::stall`].
    #[must_use]
    pub fn stalls(&self) -> Stalls {
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
        let subtype = named(subtype.into());
        self.request_parsed(subtype, request, self.shared.deadlines.control).await
    }

    pub(crate) async fn request_parsed<T: DeserializeOwned>(
        &self,
        subtype: &'static str,
        request: &(impl Serialize + Sync),
        within: Duration,
    ) -> Result<T, ProtocolError> {
        match self.request_raw(subtype, request, within).await? {
            Some(raw) => parse(subtype, &raw),
            None => parse(subtype, &Raw::from(serde_json::json!({}))),
        }
    }

    /// How long things may take.
    #[must_use]
    pub fn deadlines(&self) -> &Deadlines {
        &self.shared.deadlines
    }

    async fn request_raw(
        &self,
        subtype: &'static str,
        request: &(impl Serialize + Sync),
        within: Duration,
    ) -> Answer {
        let answered = self.ask(subtype, request, within)?;
        let answer = answered.await.unwrap_or_else(|_| Err(self.why_closed()));
        answer.map_err(|error| self.explain(error))
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

    pub(crate) fn command(&self, command: Command) -> Result<(), ProtocolError> {
        // Whoever has seen the end cannot send behind it, though the driver may still settle.
        if self.shared.state.get().is_dead() {
            return Err(self.why_closed());
        }
        self.shared.commands.send(command).map_err(|_| self.why_closed())
    }

    /// Why a prompt got no result.
    pub(crate) fn why_unanswered(&self) -> ProtocolError {
        match self.shared.state.get() {
            State::Dead(Some(why)) => why,
            State::Dead(None) | State::Closing => ProtocolError::Closed,
            _ if self.shared.told.has_input_ended() => ProtocolError::InputClosed,
            _ => ProtocolError::Cancelled,
        }
    }

    /// Why the connection is over.
    pub(crate) fn why_closed(&self) -> ProtocolError {
        match self.shared.state.get() {
            State::Dead(Some(why)) => why,
            _ if self.shared.told.has_input_ended() => ProtocolError::InputClosed,
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
