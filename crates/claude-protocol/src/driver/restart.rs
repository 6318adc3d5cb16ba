//! Restart: replaces the CLI of a connection between two turns. Everything else stays: handles,
//! subscriptions, watches, callbacks and MCP servers.
//!
//! It has two halves, because the new CLI must not start before the old one has exited: both would
//! write to the same session. [`Connection::detach`] ends the old CLI, and [`Connection::attach`]
//! takes the transport of the new one. What is sent in between waits until the new CLI is ready.

use std::time::Duration;

use claude_transport::{Exit, Parts, Transport};
use claude_types::PermissionMode;
use tokio::sync::oneshot;

use super::event_loop::Driver;
use super::setup::Ending;
use crate::connection::{Command, Connection};
use crate::error::ProtocolError;
use crate::state::State;
use crate::tables::{ModeWatch, RestartStep, StartupLog, StdinTracker};
use crate::trace::event;

impl Driver {
    /// Begins to end the CLI, unless something is open.
    pub(super) fn detach(&mut self, reply: oneshot::Sender<Result<Exit, ProtocolError>>) {
        if let Some(waiting_for) = self.open_work() {
            let busy = ProtocolError::Unfinished { waiting_for, after: Duration::ZERO };
            // The caller may have given up.
            let _ = reply.send(Err(busy));
            return;
        }
        event!("the CLI is ended between two turns, to be replaced");
        self.ready = false;
        self.links.state.change(State::Starting);
        self.ending.restart = RestartStep::Detaching(reply);
        self.io.writer = None;
        self.start_shutdown();
    }

    /// Returns what an end of the CLI would lose, if anything.
    fn open_work(&self) -> Option<String> {
        let tasks = self.links.tasks.with(|table| table.tree());
        let live = tasks.live().next();
        let open = [
            (!self.ready, "the end of the handshake"),
            (self.is_ending(), "the end of the CLI"),
            (self.is_running(), "the running turn"),
            (self.callbacks.is_open(), "a callback"),
            (self.pending.is_waiting(), "the response to a request"),
            (!self.outbox.is_empty(), "lines that are not written yet"),
        ];
        let open = open.into_iter().find_map(|(is_open, what)| is_open.then(|| what.to_owned()));
        open.or_else(|| live.map(|task| format!("the task `{}`", task.id)))
    }

    /// Takes the transport of the new CLI. The old one is dropped, which ends what is left of it.
    pub(super) fn attach(&mut self, parts: Parts, mode: Option<PermissionMode>) {
        if matches!(self.ending.restart, RestartStep::No) {
            // The connection was closed meanwhile. Dropping the parts ends the new CLI.
            return;
        }
        self.observation.begin_again(self.now);
        self.io.reader = Some(parts.reader);
        self.io.writer = Some(parts.writer);
        self.io.peer = parts.peer;
        self.io.frames.clear();
        self.io.decoding = None;
        self.ending = Ending {
            restart: RestartStep::Attached,
            session_due: self.ending.session_due,
            ..Ending::default()
        };
        self.stdin = StdinTracker::new(self.stdin.policy(), self.config.deadlines.run_end);
        self.startup_log = StartupLog::default();
        self.mode = ModeWatch::new(mode);
        self.wakeups.event_sources.poll_all();
    }

    /// Completes the step of a restart whose CLI has exited: the old one, or a new one that exited
    /// before it was ready.
    pub(super) fn advance_restart(&mut self) {
        if matches!(self.ending.restart, RestartStep::No | RestartStep::Detached)
            || !self.is_drained()
        {
            return;
        }
        // Stop the clocks of the shutdown: nothing is left that they could act on.
        let exit = self.ending.exit.get_or_insert_default().clone();
        self.ending.shutdown = None;
        self.ending.drain_deadline = None;
        self.io.reader = None;
        self.io.decoding = None;
        match std::mem::replace(&mut self.ending.restart, RestartStep::Detached) {
            RestartStep::Detaching(reply) => {
                // The caller may have given up. Then nobody attaches a CLI, and the session is over.
                if reply.send(Ok(exit)).is_err() {
                    self.fail(ProtocolError::Closed);
                }
            }
            _ => {
                let why = self.pending_error();
                self.fail_requests(&why);
            }
        }
    }

    /// Returns whether a command waits until the new CLI is ready.
    pub(super) fn is_held(&self, command: &Command) -> bool {
        let restarting = !matches!(self.ending.restart, RestartStep::No);
        restarting
            && match command {
                Command::Request { subtype, .. } => subtype != "initialize",
                Command::Prompt(_) | Command::PromptIfIdle { .. } | Command::EndInput => true,
                _ => false,
            }
    }

    /// Ends the restart: the new CLI is ready. What was sent meanwhile is handled now.
    pub(super) fn restarted(&mut self) {
        self.ending.restart = RestartStep::No;
        for command in std::mem::take(&mut self.held) {
            self.on_command(command);
        }
    }
}

impl Connection {
    /// Ends the CLI between two turns and waits for its exit. The connection stays, without a CLI:
    /// call [`Connection::attach`] next, or drop the connection.
    ///
    /// The CLI is ended as by [`Connection::close`]: stdin is closed, and signals follow if it does
    /// not exit in time. Prompts and requests that are sent from now on wait for the new CLI.
    ///
    /// # Errors
    ///
    /// - [`ProtocolError::Unfinished`] if the CLI is busy: a turn, a task, a callback, a request or a
    ///   restart is not finished. Nothing is done then.
    /// - The reason for the end if the connection is over, as [`Connection`] describes.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it closes the connection when the CLI has exited.
    pub async fn detach(&self) -> Result<Exit, ProtocolError> {
        let (reply, detached) = oneshot::channel();
        self.command(Command::Detach(reply))?;
        detached.await.unwrap_or_else(|_| Err(self.why_closed()))
    }

    /// Continues with another CLI after [`Connection::detach`]: takes its transport, and repeats the
    /// handshake.
    ///
    /// Subscriptions, watches, callbacks and MCP servers are the same as before. Prompts that were
    /// sent meanwhile are written when the handshake is done. `mode` is the permission mode with
    /// which the new CLI was started, as in
    /// [`ConnectionOptions::permission_mode`](crate::ConnectionOptions::permission_mode).
    ///
    /// # Errors
    ///
    /// The same as [`Connection::open`]. The connection is still without a CLI then, and may be
    /// attached again.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the connection stays without a CLI that is ready.
    pub async fn attach(
        &self,
        transport: Box<dyn Transport>,
        mode: Option<PermissionMode>,
    ) -> Result<(), ProtocolError> {
        let parts = transport.split();
        self.shared.peer.replace(&*parts.peer);
        self.command(Command::Attach(Box::new(parts), mode.clone()))?;
        self.begin_session(mode.as_ref()).await
    }
}
