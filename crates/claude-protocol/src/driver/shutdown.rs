//! How a connection ends: by a close, by the CLI, or by a failure. Everything is settled.

use std::time::Duration;

use claude_transport::{Exit, ShutdownGrace, ShutdownSequence};
use tokio::time::Instant;

use super::event_loop::Driver;
use crate::connection::Command;
use crate::delivery::ReadGate;
use crate::error::ProtocolError;
use crate::state::State;
use crate::trace::event;

/// How long the rest of stdout is waited for once the CLI is gone: a grandchild may hold it.
const STDOUT_DRAIN: Duration = Duration::from_secs(1);

impl Driver {
    /// The end of stdin, then the sequence: time to finish, TERM, KILL.
    pub(super) fn close(&mut self) {
        if !std::mem::replace(&mut self.ending.closing, true) {
            self.links.state.change(State::Closing);
            self.start_shutdown();
        }
    }

    /// As [`Driver::close`], without the time to finish.
    pub(super) fn kill(&mut self) {
        self.links.state.change(State::Closing);
        self.terminate();
    }

    /// TERM now, then KILL. A second call does not put that off.
    fn terminate(&mut self) {
        if !std::mem::replace(&mut self.ending.killed, true) {
            let grace = ShutdownGrace { eof: Duration::ZERO, ..self.config.deadlines.close };
            let mut sequence = ShutdownSequence::new(grace);
            sequence.start(self.now.into_std());
            self.ending.shutdown = Some(sequence);
        }
    }

    /// Ends the session for a reason of our own.
    pub(super) fn fail(&mut self, why: ProtocolError) {
        self.ending.fatal.get_or_insert(why);
    }

    /// stdin cannot be written any more: no request of ours can be answered from here on.
    pub(super) fn on_stdin_broken(&mut self) {
        self.io.writer = None;
        self.start_shutdown();
    }

    pub(super) fn on_stdout_end(&mut self, error: Option<std::io::Error>) {
        // A last line may have come without its end.
        self.on_frames();
        self.io.reader = None;
        if let Some(error) = error {
            self.fail(claude_transport::TransportError::Read { source: error }.into());
        }
        self.io.writer = None;
        self.start_shutdown();
    }

    pub(super) fn on_exit(&mut self, exit: Exit) {
        self.ending.exit = Some(exit);
        self.io.writer = None;
        self.ending.drain_deadline = Some(self.now + STDOUT_DRAIN);
    }

    /// Ends a CLI that does not even end by itself: TERM now, then KILL.
    pub(super) fn end_now(&mut self, why: ProtocolError) {
        self.ending.ended_by.get_or_insert(why);
        self.io.writer = None;
        self.terminate();
        self.advance_shutdown(self.now);
    }

    fn start_shutdown(&mut self) {
        if self.ending.shutdown.is_none() {
            let mut sequence = ShutdownSequence::new(self.config.deadlines.close);
            sequence.start(self.now.into_std());
            self.ending.shutdown = Some(sequence);
        }
    }

    /// A CLI whose stdin is closed and whose run is over should be gone. One that is silent for as
    /// long as a run may take to end is ended.
    pub(super) fn end_if_idle(&mut self) {
        let over = self.stdin.has_result() && !self.turns.is_waiting();
        if !over || self.io.writer.is_some() || self.is_ending() {
            self.ending.idle_deadline = None;
        } else if self.ending.idle_deadline.is_none() {
            self.ending.idle_deadline = self.now.checked_add(self.config.deadlines.run_end);
        }
    }

    /// Tells whether the CLI is gone, or on its way.
    pub(super) fn is_ending(&self) -> bool {
        self.ending.shutdown.is_some() || self.io.reader.is_none() || self.ending.exit.is_some()
    }

    /// Takes the next step of the sequence if it is due.
    pub(super) fn advance_shutdown(&mut self, now: Instant) {
        if self.ending.idle_deadline.is_some_and(|due| due <= now) {
            self.ending.idle_deadline = None;
            self.start_shutdown();
        }
        let Some(sequence) = &mut self.ending.shutdown else {
            return;
        };
        while let Some(signal) = sequence.advance(now.into_std()) {
            self.io.writer = None;
            event!(?signal, "the CLI is told to end");
            self.io.peer.signal(signal);
            if sequence.due().is_none() {
                // Killed. What cannot be reaped must not be waited for.
                self.ending.drain_deadline = Some(now + STDOUT_DRAIN);
            }
        }
    }

    /// Tells whether nothing more can come.
    pub(super) fn is_over(&self) -> bool {
        let drained = self.io.reader.is_none() && self.ending.exit.is_some();
        let out_of_time = self.ending.drain_deadline.is_some_and(|due| due <= self.now);
        drained || out_of_time || self.ending.fatal.is_some()
    }

    /// The rest of stdout cannot come while a consumer is waited for. Unless we end it, that time
    /// does not count.
    pub(super) fn extend_drain_deadline(&mut self, now: Instant) {
        if self.ending.exit.is_none() || self.ending.closing || self.ending.killed {
            return;
        }
        self.ending.drain_deadline = match self.wakeups.gate {
            ReadGate::Wait(_) => None,
            ReadGate::Read => self.ending.drain_deadline.or(Some(now + STDOUT_DRAIN)),
        };
    }

    /// Settles everything that waits. The transport is dropped right after, which ends the CLI if
    /// it still runs.
    pub(super) fn finish(&mut self) {
        let why = self.end_reason();
        let unanswered = why.clone().unwrap_or_else(|| self.pending_error());
        event!(exit = ?self.ending.exit.as_ref().map(|exit| exit.code), "the connection is over");
        // First, so that a call that comes now finds the reason.
        self.links.state.change(State::Closed(why.clone()));
        self.links.tasks.close(Instant::now().into_std());
        self.links.commands.close();
        while let Ok(command) = self.links.commands.try_recv() {
            match command {
                // It came in time for what is kept, and for the end.
                Command::Subscribe { queue, scope } => {
                    self.consumers.add(queue, scope, self.now);
                }
                command => refuse(command, &unanswered),
            }
        }
        self.pending.close(&unanswered);
        for prompt in self.turns.take() {
            if let Some(id) = prompt.consumer {
                self.consumers.finish(id, Some(unanswered.clone()));
            }
        }
        self.consumers.finish_all(why.as_ref());
    }

    /// Why it ended; `None` if it ended in order.
    fn end_reason(&self) -> Option<ProtocolError> {
        if let Some(fatal) = &self.ending.fatal {
            return Some(fatal.clone());
        }
        if self.ending.closing {
            return None;
        }
        if let Some(why) = &self.ending.ended_by {
            return Some(why.clone());
        }
        let clean = match &self.ending.exit {
            Some(exit) => {
                exit.code == Some(0)
                    || (exit.code == Some(1) && self.ending.failed_result.is_some())
            }
            None => false,
        };
        if clean && !self.turns.is_waiting() { None } else { Some(self.pending_error()) }
    }

    /// What whoever still waits is told.
    fn pending_error(&self) -> ProtocolError {
        match &self.ending.exit {
            _ if !self.ending.closing && self.ending.ended_by.is_some() => {
                self.ending.ended_by.clone().unwrap_or(ProtocolError::Closed)
            }
            Some(exit) if !self.ending.closing => {
                let mut exit = exit.clone();
                if exit.stderr.trim().is_empty() {
                    exit.stderr = self.startup_log.noise();
                }
                ProtocolError::Exited { exit, last_result: self.ending.failed_result.clone() }
            }
            _ => ProtocolError::Closed,
        }
    }
}

/// A command that came too late.
pub(super) fn refuse(command: Command, why: &ProtocolError) {
    match command {
        Command::Request { answer, .. } => {
            let _ = answer.send(Err(why.clone()));
        }
        Command::Prompt { queue, reporter, .. } => {
            reporter.unanswered();
            if let Some(queue) = queue {
                queue.finish(Some(why.clone()));
            }
        }
        Command::Subscribe { queue, .. } => queue.finish(Some(why.clone())),
        Command::Ready
        | Command::NotifyTurnEnd(_)
        | Command::SetMcpServer(..)
        | Command::RemoveMcpServer { .. }
        | Command::EndInput
        | Command::Close
        | Command::Kill => {}
    }
}
