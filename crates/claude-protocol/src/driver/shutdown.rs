//! Shutdown: ends a connection after a close, an exit of the CLI or a failure, and fails whatever
//! still waits.

use std::time::Duration;

use claude_transport::{Exit, ShutdownGrace, ShutdownSequence, TransportError};
use tokio::time::Instant;

use super::event_loop::Driver;
use crate::connection::{CloseReport, Command, OutgoingPrompt};
use crate::delivery::ReadGate;
use crate::error::ProtocolError;
use crate::facts::Fact;
use crate::state::State;
use crate::tables::{OpenWork, RestartStep, UNREAD};
use crate::trace::event;

/// How long the rest of stdout is read after the CLI has exited or got SIGKILL. Usually stdout ends
/// at once. A grandchild that has inherited the pipe may hold it open for ever.
const STDOUT_DRAIN: Duration = Duration::from_secs(1);
/// By how much the end of [`STDOUT_DRAIN`] may be noticed late. After that, this task was not
/// polled, because a thread was blocked, and had no chance to read.
const DRAIN_LATENESS: Duration = Duration::from_millis(100);

impl Driver {
    /// Starts a close: a running turn is interrupted, stdin is closed once the queued lines are
    /// written, then SIGTERM and SIGKILL follow if the CLI does not exit in time.
    pub(super) fn close(&mut self) {
        self.ending.restart = RestartStep::No;
        if !self.ending.closing {
            // Without the interrupt, the model and its tools would work on until SIGTERM. Queue it
            // before `closing` is set, which refuses further requests.
            // Between turns there is nothing to interrupt, although the CLI may not report yet that
            // it is idle.
            let idle = self.stdin.is_between_turns() && !self.turns.is_waiting();
            if self.is_running() && !idle && self.io.writer.is_some() {
                self.interrupt_turn();
            }
            self.ending.closing = true;
            self.ending.close_begun = Some(self.now);
            self.links.state.change(State::Closing);
            self.start_shutdown();
        }
    }

    /// Closes a session whose deadline has passed. One that is already ending is left alone.
    pub(super) fn end_at_deadline(&mut self, now: Instant) {
        if self.is_restarting() || self.ending.session_due.is_none_or(|due| now < due) {
            return;
        }
        self.ending.session_due = None;
        if let Some(after) = self.config.deadlines.session.filter(|_| !self.is_ending()) {
            event!(?after, "the deadline of the session has passed");
            self.ending.past_deadline = Some(ProtocolError::SessionDeadline { after });
            self.close();
        }
    }

    /// Starts a kill: the same as [`Driver::close`], except that SIGTERM is sent at once.
    pub(super) fn kill(&mut self) {
        self.ending.restart = RestartStep::No;
        self.links.state.change(State::Closing);
        self.terminate();
    }

    /// Sends SIGTERM now, and SIGKILL later. A second call must not restart the sequence: it would
    /// postpone SIGKILL.
    fn terminate(&mut self) {
        if !std::mem::replace(&mut self.ending.killed, true) {
            let grace = ShutdownGrace { eof: Duration::ZERO, ..self.config.deadlines.close };
            let mut sequence = ShutdownSequence::new(grace);
            sequence.start(self.now.into_std());
            self.ending.shutdown = Some(sequence);
        }
    }

    /// Ends the session at once, with an error of this side. Dropping the transport ends the CLI.
    pub(super) fn fail(&mut self, why: ProtocolError) {
        self.ending.fatal.get_or_insert(why);
    }

    /// Handles a failed write. The CLI can get no more requests and replies, so begin the shutdown.
    /// Keep reading: its last messages and its exit say why.
    pub(super) fn on_stdin_broken(&mut self) {
        self.io.writer = None;
        self.start_shutdown();
    }

    pub(super) fn on_stdout_end(&mut self, error: Option<std::io::Error>) {
        // The end of the input also delivers a last line without a line feed.
        self.on_frames();
        self.io.reader = None;
        if let Some(error) = error {
            let why = self.read_failure(error);
            self.fail(why);
        }
        self.io.writer = None;
        self.start_shutdown();
    }

    /// A transport to another machine reports the loss of its connection by its reader.
    fn read_failure(&self, error: std::io::Error) -> ProtocolError {
        match error.downcast::<TransportError>() {
            Ok(TransportError::Lost { resumable }) => {
                ProtocolError::Lost { place: self.io.peer.place(), resumable }
            }
            Ok(error) => error.into(),
            Err(source) => TransportError::Read { source }.into(),
        }
    }

    pub(super) fn on_exit(&mut self, mut exit: Exit) {
        // Do not finish yet: the pipe may still hold the last messages, often the result.
        exit.by_host |= self.ending.signalled;
        exit.place = exit.place.or_else(|| self.io.peer.place());
        self.ending.exit = Some(exit);
        self.io.writer = None;
        self.ending.drain_deadline = Some(self.now + STDOUT_DRAIN);
    }

    /// Ends a stalled CLI: SIGTERM now, then SIGKILL. It gets no time to exit by itself.
    pub(super) fn end_now(&mut self, why: ProtocolError) {
        self.ending.ended_by.get_or_insert(why);
        self.io.writer = None;
        self.terminate();
        self.advance_shutdown(self.now);
    }

    /// Ends a CLI that sends requests but does not read the answers.
    pub(super) fn end_if_stdin_is_unread(&mut self, now: Instant) {
        let is_over = self.outbox.due(now).is_some_and(|due| due <= now);
        if is_over && self.io.writer.is_some() {
            let bytes = self.outbox.answers();
            self.end_now(ProtocolError::StdinNotRead { bytes, after: UNREAD });
        }
    }

    pub(super) fn start_shutdown(&mut self) {
        if self.ending.shutdown.is_none() {
            let mut sequence = ShutdownSequence::new(self.config.deadlines.close);
            sequence.start(self.now.into_std());
            self.ending.shutdown = Some(sequence);
        }
    }

    /// Starts or stops the deadline of a CLI that should exit: its stdin is closed, and its run is
    /// over, or the ceiling for its end has passed ([`Deadlines::run_end`]). It has as long to exit
    /// as after a close. What it writes meanwhile does not move the deadline.
    ///
    /// [`Deadlines::run_end`]: crate::Deadlines::run_end
    pub(super) fn end_if_over(&mut self, open: OpenWork) {
        let late = self.stdin.over_at().is_some_and(|at| at <= self.now);
        let over = self.stdin.is_over(open) || (late && !open.prompts && !open.requests);
        if !over || self.io.writer.is_some() || self.is_ending() {
            self.ending.end_deadline = None;
        } else if self.ending.end_deadline.is_none() {
            self.ending.end_deadline = self.now.checked_add(self.config.deadlines.close.eof);
        }
    }

    /// Returns when [`Driver::end_if_over`] has something to do.
    pub(super) fn end_due(&self) -> Option<Instant> {
        let waits = self.io.writer.is_none() && !self.is_ending() && !self.turns.is_waiting();
        self.ending.end_deadline.or_else(|| {
            // Only a time to come: at a past one, the timer would fire in a busy loop.
            self.stdin.over_at().filter(|at| waits && *at > self.now)
        })
    }

    /// Returns whether the CLI has exited, or a shutdown has begun.
    pub(super) fn is_ending(&self) -> bool {
        self.ending.shutdown.is_some() || self.io.reader.is_none() || self.ending.exit.is_some()
    }

    /// Takes the next step of the shutdown if it is due.
    pub(super) fn advance_shutdown(&mut self, now: Instant) {
        if self.ending.end_deadline.is_some_and(|due| due <= now) {
            self.ending.end_deadline = None;
            event!("the CLI has not exited after its run");
            // If the CLI claims that it is still running, its end is an error.
            self.ending.overstayed = !self.stdin.is_running().unwrap_or(false);
            self.terminate();
        }
        let Some(sequence) = &mut self.ending.shutdown else {
            return;
        };
        while let Some(signal) = sequence.advance(now.into_std()) {
            self.io.writer = None;
            event!(?signal, "the CLI is sent a signal");
            self.ending.signalled |= self.ending.exit.is_none();
            self.io.peer.signal(signal);
            if sequence.due().is_none() {
                // SIGKILL was the last step. Wait 1 s more at most: a process that cannot be reaped
                // must not keep the connection open.
                self.ending.drain_deadline = Some(now + STDOUT_DRAIN);
            }
        }
    }

    /// Returns whether the connection is over: the CLI has exited and stdout has ended, the time to
    /// drain stdout has passed, or this side failed.
    pub(super) fn is_over(&self) -> bool {
        (self.is_drained() && !self.is_restarting()) || self.ending.fatal.is_some()
    }

    /// Returns whether the CLI has exited and stdout has ended, or the time to drain stdout has
    /// passed.
    pub(super) fn is_drained(&self) -> bool {
        let is_read = self.io.reader.is_none() && self.io.decoding.is_none();
        (is_read && self.ending.exit.is_some())
            || self.ending.drain_deadline.is_some_and(|due| due <= self.now)
    }

    /// Returns whether the CLI is being replaced.
    pub(super) fn is_restarting(&self) -> bool {
        !matches!(self.ending.restart, RestartStep::No)
    }

    /// Stops [`STDOUT_DRAIN`] while reading is paused for a consumer: a slow consumer must not lose
    /// the last messages of a CLI that has exited. During a close or a kill the time counts all the
    /// same, so that these end.
    pub(super) fn extend_drain_deadline(&mut self, now: Instant) {
        let counts = self.ending.closing || self.ending.killed || self.is_restarting();
        if self.ending.exit.is_none() || counts {
            return;
        }
        self.ending.drain_deadline = match self.wakeups.gate {
            ReadGate::Closed(_) => None,
            ReadGate::Open => self.ending.drain_deadline.or(Some(now + STDOUT_DRAIN)),
        };
    }

    /// Starts [`STDOUT_DRAIN`] again if this task was not polled in time. What is left in the pipe
    /// may need several reads, and on Windows each of them needs the event loop of the runtime.
    pub(super) fn restart_late_drain(&mut self) {
        let late = |due: Instant| self.now >= due + DRAIN_LATENESS;
        let is_reading = self.ending.exit.is_some() && !self.ending.closing && !self.ending.killed;
        if is_reading && self.ending.drain_deadline.is_some_and(late) {
            self.ending.drain_deadline = Some(self.now + STDOUT_DRAIN);
        }
    }

    /// Completes every open turn, request and stream. The transport is dropped right after, which
    /// ends the CLI if it is still running.
    pub(super) fn finish(&mut self) {
        let why = self.end_reason();
        let unanswered = why.clone().unwrap_or_else(|| self.pending_error());
        event!(exit = ?self.ending.exit.as_ref().map(|exit| exit.code), "the connection is over");
        let took = self.ending.close_begun.map(|begun| self.now.saturating_duration_since(begun));
        // The connection ends once, so the report is not set yet.
        let _ = self
            .links
            .report
            .set(CloseReport { exit: self.ending.exit.clone(), took: took.unwrap_or_default() });
        // Tell the end before any handle can see it.
        self.fail_requests(&unanswered);
        let unfinished = self.turns.take();
        for prompt in &unfinished {
            self.tell_unanswered(&prompt.uuid, &unanswered);
        }
        self.tell_end(why.as_ref());
        // Publish the end first. If the channel were closed first, a call in between would fail
        // and find no reason yet.
        self.links.state.change(State::Closed(why.clone()));
        // After the end: who waits for a prompt looks up why it got no result.
        unfinished.iter().for_each(|prompt| prompt.reporter.unanswered());
        self.links.tasks.close(Instant::now().into_std());
        self.links.commands.close();
        let mut held = std::mem::take(&mut self.held).into_iter();
        while let Some(command) = held.next().or_else(|| self.links.commands.try_recv().ok()) {
            match command {
                // Accept it: it gets the unsolicited messages that were kept, and then the end.
                Command::Subscribe { queue, scope } => {
                    self.consumers.add(queue, scope, self.now);
                }
                command => refuse(command, &unanswered),
            }
        }
        for prompt in unfinished {
            if let Some(id) = prompt.consumer {
                self.consumers.finish(id, Some(unanswered.clone()));
            }
        }
        self.consumers.finish_all(why.as_ref());
    }

    /// Fails the requests of this side that have no response.
    pub(super) fn fail_requests(&mut self, why: &ProtocolError) {
        let (now, observation) = (self.now, &mut self.observation);
        self.pending.close(why, now, |settled| observation.tell(now, || Fact::Requested(settled)));
    }

    /// Returns why the connection ended. `None` if it was closed, or if the CLI exited normally.
    fn end_reason(&self) -> Option<ProtocolError> {
        if let Some(fatal) = &self.ending.fatal {
            return Some(fatal.clone());
        }
        if let Some(why) = &self.ending.past_deadline {
            return Some(why.clone());
        }
        if self.ending.closing {
            return None;
        }
        if let Some(why) = &self.ending.ended_by {
            return Some(why.clone());
        }
        if self.ending.overstayed && !self.turns.is_waiting() {
            return None;
        }
        let clean = match &self.ending.exit {
            // The CLI exits with code 1 after a failed result. The result has reported it already.
            Some(exit) => {
                exit.code == Some(0)
                    || (exit.code == Some(1) && self.ending.failed_result.is_some())
            }
            None => false,
        };
        if clean && !self.turns.is_waiting() { None } else { Some(self.pending_error()) }
    }

    /// Returns the error for turns and requests that are still waiting.
    pub(super) fn pending_error(&self) -> ProtocolError {
        if let Some(why) = &self.ending.past_deadline {
            return why.clone();
        }
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

/// Fails a command that arrived too late.
pub(super) fn refuse(command: Command, why: &ProtocolError) {
    match command {
        Command::Request { answer, .. } => {
            let _ = answer.send(Err(why.clone()));
        }
        Command::Prompt(OutgoingPrompt { queue, reporter, .. }) => {
            reporter.unanswered();
            if let Some(queue) = queue {
                queue.finish(Some(why.clone()));
            }
        }
        Command::PromptIfIdle { sent, .. } => {
            let _ = sent.send(Err(why.clone()));
        }
        Command::Subscribe { queue, .. } => queue.finish(Some(why.clone())),
        Command::Ready
        | Command::NotifyTurnEnd(_)
        | Command::SetMcpServer(..)
        | Command::RemoveMcpServer { .. }
        | Command::EndInput
        | Command::Detach(_)
        | Command::Attach(..)
        | Command::Close
        | Command::Kill => {}
    }
}
