//! Opening and closing: starts the driver, completes the handshake, and closes the session.

use std::hint::black_box;
use std::sync::{Arc, Once, OnceLock};

use claude_transport::Transport;
use claude_types::{InitializeResponse, PermissionMode, Raw};
use tokio::sync::{Notify, Semaphore, mpsc, watch};

use super::event_loop::Driver;
use super::options::ConnectionOptions;
use super::setup::Links;
use crate::connection::{
    CliInfo, CloseReport, Command, Connection, Handshake, PeerHandles, Shared, WeakConnection,
    encode_error, parse,
};
use crate::error::ProtocolError;
use crate::state::{StallWatch, State, StateCell, TaskCell};

/// The block that [`keep_freed_memory`] allocates, in bytes.
const BLOCK: usize = 512 << 10;

/// Makes glibc keep up to 1 MiB of freed memory for the next message.
///
/// By default, glibc returns memory to the system as soon as 128 KiB at the end of the heap are free.
/// A message of 100 KB that is read and dropped then costs 24 page faults. glibc raises the limit to
/// twice the size of a large block that is freed (`mallopt(3)`, `M_MMAP_THRESHOLD`). Other allocators
/// are not affected.
fn keep_freed_memory() {
    static DONE: Once = Once::new();
    DONE.call_once(|| drop(black_box(Vec::<u8>::with_capacity(BLOCK))));
}

impl Connection {
    /// Opens a connection over a transport: sends `initialize` and checks the response.
    ///
    /// The CLI has [`Deadlines::initialize`] to respond (60 s by default). If this function fails,
    /// the CLI is ended.
    ///
    /// # Errors
    ///
    /// - [`ProtocolError::Exited`] if the CLI exits before it responds.
    /// - [`ProtocolError::Timeout`] if it does not respond within the deadline.
    /// - [`ProtocolError::Refused`] if it refuses the request.
    /// - [`ProtocolError::PermissionMode`] if it runs in another permission mode than requested.
    /// - [`ProtocolError::HooksNotApplied`] if it reports that hooks that must block on failure
    ///   were not applied.
    /// - [`ProtocolError::Decode`] if the response cannot be decoded.
    /// - [`ProtocolError::Transport`] if reading stdout of the CLI fails.
    /// - [`ProtocolError::Stalled`] if it stalls and [`Recovery::End`](crate::Recovery::End) is
    ///   set.
    ///
    /// # Panics
    ///
    /// Panics if polled outside a tokio runtime.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the CLI is ended.
    ///
    /// [`Deadlines::initialize`]: crate::Deadlines::initialize
    pub async fn open(
        transport: Box<dyn Transport>,
        options: ConnectionOptions,
    ) -> Result<Self, ProtocolError> {
        let mode = options.permission_mode.clone();
        let connection = Self::start(transport, options)?;
        connection.begin_session(mode.as_ref()).await?;
        Ok(connection)
    }

    /// Does the handshake with a CLI that was started in this permission mode, and waits until the
    /// session is ready.
    pub(super) async fn begin_session(
        &self,
        mode: Option<&PermissionMode>,
    ) -> Result<(), ProtocolError> {
        self.do_handshake(mode).await?;
        self.command(Command::Ready)?;
        self.state().wait_for(|state| !matches!(state, State::Starting)).await?;
        Ok(())
    }

    /// Sends the handshake, and checks and keeps the response. The permission mode is not checked if
    /// `mode` is `None`.
    async fn do_handshake(
        &self,
        mode: Option<&PermissionMode>,
    ) -> Result<Arc<InitializeResponse>, ProtocolError> {
        let handshake = &self.shared.handshake;
        let within = self.shared.deadlines.initialize;
        let answer = self.request_raw("initialize", &handshake.request, within).await?;
        // The CLI may omit the body of a response. All fields of this one are optional.
        let answer = answer.unwrap_or_else(|| serde_json::json!({}).into());
        let response: InitializeResponse = parse("initialize", &answer)?;
        super::handshake::check(&response, mode, handshake.guards)?;
        let response = Arc::new(response);
        self.shared.cli_info.handshake(Arc::clone(&response));
        Ok(response)
    }

    /// Splits the transport and spawns the driver.
    fn start(
        transport: Box<dyn Transport>,
        options: ConnectionOptions,
    ) -> Result<Self, ProtocolError> {
        keep_freed_memory();
        let request = super::handshake::handshake(
            options.initialize.clone(),
            &options.handlers,
            &options.deadlines,
        );
        let handshake = Handshake {
            request: Raw::from_serialize(&request).map_err(encode_error)?,
            guards: super::handshake::guards(&options.handlers.hooks),
        };
        let cli_info = Arc::new(CliInfo::default());
        let report = Arc::new(OnceLock::new());
        let (commands, receiver) = mpsc::unbounded_channel();
        let state = Arc::new(StateCell::new());
        let tasks = Arc::new(TaskCell::new());
        let (stalled, stalls) = watch::channel(None);
        let drained = Arc::new(Notify::new());
        let room_size = options.limits.outbox.clamp(1, Semaphore::MAX_PERMITS);
        let parts = transport.split();
        let shared = Arc::new(Shared {
            peer: PeerHandles::of(&*parts.peer),
            commands,
            state: Arc::clone(&state),
            tasks: Arc::clone(&tasks),
            stalls: StallWatch::new(stalls),
            drained: Arc::clone(&drained),
            room: Arc::new(Semaphore::new(room_size)),
            room_size,
            deadlines: options.deadlines.clone(),
            cli_info: Arc::clone(&cli_info),
            handshake,
            verbatim: options.verbatim_prompts,
            report: Arc::clone(&report),
        });
        let links = Links {
            commands: receiver,
            state,
            tasks,
            stalls: stalled,
            drained,
            cli_info,
            report,
            connection: WeakConnection::new(Arc::downgrade(&shared)),
        };
        tokio::spawn(Driver::new(parts, links, options).run());
        Ok(Self::new(shared))
    }

    /// Closes the session and waits until the CLI has exited.
    ///
    /// Lines that are already queued are written first. A running turn is interrupted, so that
    /// neither the model nor a tool works on. Then stdin is closed. By default, the CLI has 7 s from
    /// this call to exit by itself; after that its process group gets SIGTERM, and 2 s later SIGKILL.
    /// Both periods are set with [`Deadlines::close`](crate::Deadlines::close). After SIGKILL, or
    /// after the CLI has exited, the rest of stdout is read for at most 1 s.
    ///
    /// The interrupted turn gets the result that the CLI writes for it. Turns without a result end
    /// with [`ProtocolError::Closed`].
    ///
    /// Every call, on any clone, waits for the same end and gets the same report.
    ///
    /// # Errors
    ///
    /// Returns the reason if the connection had failed before it was closed. A CLI that has to be
    /// killed is not an error.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not stop the close.
    pub async fn close(&self) -> Result<CloseReport, ProtocolError> {
        let _ = self.command(Command::Close);
        match self.state().wait_for(State::is_closed).await {
            Ok(State::Closed(Some(why))) => Err(why),
            Err(ProtocolError::ScopeEnded) => Err(ProtocolError::ScopeEnded),
            _ => Ok(self.shared.report.get().cloned().unwrap_or_default()),
        }
    }
}

impl Connection {
    /// Repeats the handshake, with the hooks and MCP servers of the first one.
    ///
    /// The CLI repeats its open control requests in the response. Each gets only one reply.
    ///
    /// # Errors
    ///
    /// The same as [`Connection::request`], with [`Deadlines::initialize`] as the deadline, and
    /// [`ProtocolError::HooksNotApplied`] if the CLI reports that hooks that must block on failure
    /// were not applied. CLIs up to 2.1.150 refuse the request.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    ///
    /// [`Deadlines::initialize`]: crate::Deadlines::initialize
    pub async fn reinitialize(&self) -> Result<Arc<InitializeResponse>, ProtocolError> {
        self.do_handshake(None).await
    }
}
