//! Opening and closing: sets up the driver, completes the handshake, and closes the session.

use std::sync::Arc;

use claude_transport::Transport;
use claude_types::{InitializeResponse, Raw};
use tokio::sync::{Notify, Semaphore, mpsc, watch};

use super::event_loop::Driver;
use super::options::ConnectionOptions;
use super::setup::Links;
use crate::connection::{
    CliInfo, Command, Connection, Handshake, Shared, WeakConnection, encode_error, parse,
};
use crate::error::ProtocolError;
use crate::state::{StallWatch, State, StateCell, TaskCell};

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
        super::handshake::check(
            &response,
            options.permission_mode.as_ref(),
            &options.handlers.hooks,
        )?;
        connection.shared.cli_info.handshake(Arc::new(response));
        connection.command(Command::Ready)?;
        connection.state().wait_for(|state| !matches!(state, State::Starting)).await?;
        Ok(connection)
    }

    /// Spawns the driver.
    fn start(
        transport: Box<dyn Transport>,
        options: ConnectionOptions,
    ) -> Result<Self, ProtocolError> {
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
        let (commands, receiver) = mpsc::unbounded_channel();
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
            stalls: StallWatch::new(stalls),
            drained: Arc::clone(&drained),
            room: Arc::new(Semaphore::new(room_size)),
            room_size,
            deadlines: options.deadlines.clone(),
            cli_info: Arc::clone(&cli_info),
            handshake,
            verbatim: options.verbatim_prompts,
        });
        let links = Links {
            commands: receiver,
            state,
            tasks,
            stalls: stalled,
            drained,
            cli_info: cli_info,
            connection: WeakConnection { shared: Arc::downgrade(&shared) },
        };
        tokio::spawn(Driver::new(parts, links, options).run());
        Ok(Self { shared })
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
        match self.state().wait_for(State::is_closed).await {
            Ok(State::Closed(Some(why))) => Err(why),
            _ => Ok(()),
        }
    }
}

impl Connection {
    /// Makes the handshake again, with the hooks and MCP servers of the first one. Questions that
    /// are open are told again by the CLI; each is answered once all the same.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not take the hooks, did not answer in time, or is gone. CLIs up to
    /// 2.1.150 refuse.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn reinitialize(&self) -> Result<Arc<InitializeResponse>, ProtocolError> {
        let handshake = &self.shared.handshake;
        let within = self.shared.deadlines.initialize;
        let answer = self.request_raw("initialize", &handshake.request, within).await?;
        let response: InitializeResponse =
            parse("initialize", &answer.unwrap_or_else(|| serde_json::json!({}).into()))?;
        super::handshake::check_hooks(&response, handshake.guards)?;
        let response = Arc::new(response);
        self.shared.cli_info.handshake(Arc::clone(&response));
        Ok(response)
    }
}
