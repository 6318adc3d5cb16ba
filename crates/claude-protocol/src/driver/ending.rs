//! How a connection ends: by a close, by the CLI, or by a failure. Everything is settled.

use std::time::Duration;

use claude_transport::{Exit, ShutdownGrace, ShutdownSequence};
use tokio::time::Instant;

use super::Driver;
use crate::consumers::Pace;
use crate::trace::event;
use crate::{ProtocolError, State};

/// How long the rest of stdout is waited for once the CLI is gone: a grandchild may hold it.
const LAST_WORDS: Duration = Duration::from_secs(1);

impl Driver {
    /// The end of stdin, then the ladder: time to finish, TERM, KILL.
    pub(super) fn close(&mut self) {
        if !std::mem::replace(&mut self.closing, true) {
            self.setup.state.change(State::Closing);
            self.start_ladder();
        }
    }

    /// As [`Driver::close`], without the time to finish.
    pub(super) fn kill(&mut self) {
        self.setup.state.change(State::Closing);
        self.without_grace();
    }

    /// TERM now, then KILL. A second call does not put that off.
    fn without_grace(&mut self) {
        if !std::mem::replace(&mut self.killed, true) {
            let grace = ShutdownGrace { eof: Duration::ZERO, ..self.setup.deadlines.close };
            let mut ladder = ShutdownSequence::new(grace);
            ladder.start(self.now.into_std());
            self.ladder = Some(ladder);
        }
    }

    /// Ends the session for a reason of our own.
    pub(super) fn fail(&mut self, why: ProtocolError) {
        self.fatal.get_or_insert(why);
    }

    /// stdin cannot be written any more: no request of ours can be answered from here on.
    pub(super) fn stdin_gone(&mut self) {
        self.writer = None;
        self.start_ladder();
    }

    pub(super) fn end_of_input(&mut self, error: Option<std::io::Error>) {
        // A last line may have come without its end.
        self.frames();
        self.reader = None;
        if let Some(error) = error {
            self.fail(claude_transport::TransportError::Read { source: error }.into());
        }
        self.writer = None;
        self.start_ladder();
    }

    pub(super) fn exited(&mut self, exit: Exit) {
        self.exit = Some(exit);
        self.writer = None;
        self.last_chance = Some(self.now + LAST_WORDS);
    }

    /// Ends a CLI that does not even end by itself: TERM now, then KILL.
    pub(super) fn end_now(&mut self, why: ProtocolError) {
        self.ended_by.get_or_insert(why);
        self.writer = None;
        self.without_grace();
        self.climb(self.now);
    }

    fn start_ladder(&mut self) {
        if self.ladder.is_none() {
            let mut ladder = ShutdownSequence::new(self.setup.deadlines.close);
            ladder.start(self.now.into_std());
            self.ladder = Some(ladder);
        }
    }

    /// A CLI whose stdin is closed and whose run is over should be gone. One that is silent for as
    /// long as a run may take to end is ended.
    pub(super) fn linger(&mut self) {
        let over = self.lifetime.has_result() && !self.turns.is_waiting();
        if !over || self.writer.is_some() || self.is_ending() {
            self.lingers_until = None;
        } else if self.lingers_until.is_none() {
            self.lingers_until = self.now.checked_add(self.setup.deadlines.run_end);
        }
    }

    /// Tells whether the CLI is gone, or on its way.
    pub(super) fn is_ending(&self) -> bool {
        self.ladder.is_some() || self.reader.is_none() || self.exit.is_some()
    }

    /// Takes the next step of the ladder if it is due.
    pub(super) fn climb(&mut self, now: Instant) {
        if self.lingers_until.is_some_and(|due| due <= now) {
            self.lingers_until = None;
            self.start_ladder();
        }
        let Some(ladder) = &mut self.ladder else {
            return;
        };
        while let Some(signal) = ladder.advance(now.into_std()) {
            self.writer = None;
            event!(?signal, "the CLI is told to end");
            self.peer.signal(signal);
            if ladder.due().is_none() {
                // Killed. What cannot be reaped must not be waited for.
                self.last_chance = Some(now + LAST_WORDS);
            }
        }
    }

    /// Tells whether nothing more can come.
    pub(super) fn is_over(&self) -> bool {
        let drained = self.reader.is_none() && self.exit.is_some();
        let out_of_time = self.last_chance.is_some_and(|due| due <= self.now);
        drained || out_of_time || self.fatal.is_some()
    }

    /// The rest of stdout cannot come while a consumer is waited for. Unless we end it, that time
    /// does not count.
    pub(super) fn grant_last_words(&mut self, now: Instant) {
        if self.exit.is_none() || self.closing || self.killed {
            return;
        }
        self.last_chance = match self.pace {
            Pace::Wait(_) => None,
            Pace::Read => self.last_chance.or(Some(now + LAST_WORDS)),
        };
    }

    /// Settles everything that waits. The transport is dropped right after, which ends the CLI if
    /// it still runs.
    pub(super) fn finish(&mut self) {
        let why = self.why();
        let unanswered = why.clone().unwrap_or_else(|| self.unanswered());
        event!(exit = ?self.exit.as_ref().map(|exit| exit.code), "the connection is over");
        // First, so that a call that comes now finds the reason.
        self.setup.state.change(State::Dead(why.clone()));
        self.setup.tasks.close(Instant::now().into_std());
        self.setup.commands.close();
        while let Ok(command) = self.setup.commands.try_recv() {
            match command {
                // It came in time for what is kept, and for the end.
                super::Command::Subscribe { queue, scope } => {
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
    fn why(&self) -> Option<ProtocolError> {
        if let Some(fatal) = &self.fatal {
            return Some(fatal.clone());
        }
        if self.closing {
            return None;
        }
        if let Some(why) = &self.ended_by {
            return Some(why.clone());
        }
        let clean = match &self.exit {
            Some(exit) => {
                exit.code == Some(0) || (exit.code == Some(1) && self.failed_result.is_some())
            }
            None => false,
        };
        if clean && !self.turns.is_waiting() { None } else { Some(self.unanswered()) }
    }

    /// What whoever still waits is told.
    fn unanswered(&self) -> ProtocolError {
        match &self.exit {
            _ if !self.closing && self.ended_by.is_some() => {
                self.ended_by.clone().unwrap_or(ProtocolError::Closed)
            }
            Some(exit) if !self.closing => {
                let mut exit = exit.clone();
                if exit.stderr.trim().is_empty() {
                    exit.stderr = self.listener.noise();
                }
                ProtocolError::Exited { exit, last_result: self.failed_result.clone() }
            }
            _ => ProtocolError::Closed,
        }
    }
}

/// A command that came too late.
pub(super) fn refuse(command: super::Command, why: &ProtocolError) {
    use super::Command;
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
        | Command::TellTurnEnd(_)
        | Command::SetMcpServer(..)
        | Command::RemoveMcpServer { .. }
        | Command::EndInput
        | Command::Close
        | Command::Kill => {}
    }
}
