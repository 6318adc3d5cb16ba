//! The one loop: [`Driver::next_event`], [`Driver::handle`], nothing else waits.
//!
//! One task owns a connection. It never awaits user code, a user's queue, or a write: those are
//! sources of events (`sources.rs`). What a message means for turns, state and stdin is in
//! `observe.rs`; how a connection ends is in `ending.rs`.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use claude_transport::{Frame, ShutdownSequence};
use claude_types::{
    ControlCancelFrame, ControlResponseBody, ControlResponseFrame, Message, Noise, Oversized,
};
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::activity::ActivityTracker;
use super::event_source::Event;
use super::setup::{Config, Ending, Io, Links, Wakeups};
use super::{requests, shutdown};
use crate::callbacks::{Callbacks, McpServers, ReplayFilter};
use crate::connection::Command;
use crate::delivery::{Consumers, ReadGate, Scope};
use crate::error::ProtocolError;
use crate::tables::{
    Kind, Observers, OpenWork, Outbox, Outgoing, PendingRequests, Route, StartupLog, StdinTracker,
    Turns, route,
};
use crate::trace::event;

/// The owner of a connection.
pub(crate) struct Driver {
    pub(super) io: Io,
    // The tables.
    pub(super) outbox: Outbox,
    pub(super) pending: PendingRequests,
    pub(super) callbacks: Callbacks,
    pub(super) replay_filter: ReplayFilter,
    pub(super) mcp: McpServers,
    pub(super) turns: Turns,
    pub(super) consumers: Consumers,
    pub(super) stdin: StdinTracker,
    pub(super) activity: ActivityTracker,
    pub(super) observers: Observers,
    /// Empty once the handshake is done.
    pub(super) startup_log: StartupLog,
    /// Senders that are told when the running turn ends; `false` if none runs any more.
    pub(super) turn_end: Vec<oneshot::Sender<bool>>,
    // The course of the connection.
    pub(super) ready: bool,
    pub(super) mode_checked: bool,
    pub(super) ending: Ending,
    pub(super) wakeups: Wakeups,
    /// When the event occurred that is being handled.
    pub(super) now: Instant,
    /// The last event was the reply to a control request: it is written before the state is
    /// published, because the CLI is blocked until the reply arrives.
    pub(super) reply_to_flush: bool,
    // What it was given.
    pub(super) links: Links,
    pub(super) config: Config,
}

impl Driver {
    /// Runs until the CLI is gone, or until nobody holds the connection any more. Dropped before,
    /// with its runtime, it settles everything all the same.
    pub(crate) async fn run(mut self) {
        while !self.is_over() {
            let event = self.next_event().await;
            if self.handle(event).is_break() {
                break;
            }
        }
    }

    /// The only place that waits.
    async fn next_event(&mut self) -> Event {
        if std::mem::take(&mut self.reply_to_flush) {
            // The CLI waits for it: it leaves before anything else is looked at.
            let written = poll_fn(|cx| Poll::Ready(self.poll_write(cx))).await;
            if let Poll::Ready(written) = written {
                return written;
            }
            self.publish_state();
            self.close_stdin_if_done();
        }
        self.prepare();
        poll_fn(|cx| self.poll_event(cx)).await
    }

    /// Decides what the next wait is for: whether to read, and the nearest deadline.
    fn prepare(&mut self) {
        let now = self.now;
        let released = self.pending.is_waiting()
            || self.ending.closing
            || self.ending.exit.is_some()
            || self.links.state.has_waiters()
            || self.links.tasks.has_waiters();
        self.wakeups.gate = self.consumers.pace(&self.config.limits, released, now);
        let pace = match self.wakeups.gate {
            ReadGate::Wait(until) => until,
            ReadGate::Read => None,
        };
        self.extend_drain_deadline(now);
        let sequence =
            self.ending.shutdown.as_ref().and_then(ShutdownSequence::due).map(Instant::from_std);
        let due = [
            pace,
            sequence,
            self.ending.drain_deadline,
            self.ending.idle_deadline,
            self.pending.due(),
            self.callbacks.due(),
            self.turns.due().filter(|_| self.is_up_to_date()),
            // Once stdin is closed, or while a line waits, it would be due for ever.
            self.stdin.due().filter(|_| self.io.writer.is_some() && self.outbox.is_empty()),
            self.activity.due(self.wakeups.gate == ReadGate::Read, now),
        ];
        // Without any deadline, one in an hour does no harm.
        let due = due.into_iter().flatten().min().unwrap_or(now + Duration::from_secs(3600));
        // One that ticks too early ticks for nothing, once; to set it anew for each line costs more.
        if due < self.wakeups.timer.deadline() || self.wakeups.timer.is_elapsed() {
            self.wakeups.timer.as_mut().reset(due);
            self.wakeups.event_sources.poll_all();
        }
    }

    fn handle(&mut self, event: Event) -> std::ops::ControlFlow<()> {
        self.now = Instant::now();
        let is_observed = matches!(event, Event::Frames);
        match event {
            Event::Frames => self.on_frames(),
            Event::EndOfInput(error) => self.on_stdout_end(error),
            Event::Written(Ok(Kind::Request(id))) => self.pending.written(&id, self.now),
            // The room of a prompt is given back by dropping its permit here.
            Event::Written(Ok(Kind::Answer | Kind::Prompt(_))) => {}
            Event::Written(Err(_)) => self.on_stdin_broken(),
            Event::Command(None) => return std::ops::ControlFlow::Break(()),
            Event::Command(Some(command)) => self.on_command(command),
            Event::Answer(id, reply) => {
                self.on_callback_done(id, reply);
                self.reply_to_flush = true;
            }
            Event::Exited(exit) => self.on_exit(exit),
            Event::Tick => self.on_tick(),
        }
        if !self.reply_to_flush {
            if !is_observed {
                self.publish_state();
            }
            self.close_stdin_if_done();
        }
        std::ops::ControlFlow::Continue(())
    }

    pub(super) fn on_frames(&mut self) {
        self.ending.idle_deadline = None;
        // Whoever subscribed before these lines were read gets them.
        for _ in 0..self.links.commands.len() {
            if let Ok(command) = self.links.commands.try_recv() {
                self.on_command(command);
            }
        }
        let mut frames = std::mem::take(&mut self.io.frames);
        for frame in frames.drain(..) {
            // What comes behind a line that ended the session is nobody's.
            if self.ending.fatal.is_some() {
                break;
            }
            match frame {
                Frame::Line(line) => self.on_line(line.as_bytes()),
                Frame::Oversized(skipped) => {
                    let message = Oversized::new(skipped.length, &skipped.head);
                    self.deliver(Message::Oversized(message), skipped.head.len());
                }
                _ => {}
            }
        }
        self.io.frames = frames;
        // Whoever reads a message finds a state that knows of it.
        self.publish_state();
        self.consumers.flush();
    }

    fn on_line(&mut self, line: &[u8]) {
        let route = route(line);
        self.activity.note_line(&route, line);
        if !self.ready {
            self.startup_log.note_line(line);
        }
        match route {
            Route::Message(kind) => self.on_message(Message::decode_as(&kind, line), line.len()),
            Route::Raw(kind) => self.on_raw_line(kind, line),
            Route::Request => self.on_control_request(line),
            Route::Response => self.on_control_response(line),
            Route::Cancel => {
                let frame =
                    claude_types::decode::<ControlCancelFrame>("control_cancel_request", line);
                if let Ok(frame) = frame {
                    self.callbacks.cancel(&frame.request_id);
                }
            }
            Route::KeepAlive => {}
            Route::Noise => {
                event!(bytes = line.len(), "a line that is no JSON object with a type");
                let noise = Message::Noise(Noise::new(line));
                self.deliver(noise, line.len());
            }
        }
    }

    fn on_control_response(&mut self, line: &[u8]) {
        match claude_types::decode::<ControlResponseFrame>("control_response", line) {
            Ok(ControlResponseFrame {
                response:
                    mut body @ (ControlResponseBody::Success(_) | ControlResponseBody::Error(_)),
                ..
            }) => {
                let again = self.replay_filter.end(&mut body);
                self.pending.answer(body);
                again.iter().for_each(|question| self.replay_request(question));
            }
            // An answer that cannot be read settles nothing, but it must not vanish either.
            _ => {
                let undecoded = Message::decode_as("control_response", line);
                self.deliver(undecoded, line.len());
            }
        }
    }

    pub(super) fn on_command(&mut self, command: Command) {
        match command {
            Command::Ready => {
                self.ready = true;
                self.startup_log = StartupLog::default();
            }
            // Closed by decision. If the CLI is going, whoever asks is told how it ended instead.
            Command::Request { .. } | Command::Prompt { .. }
                if self.io.writer.is_none() && (self.ending.closing || !self.is_ending()) =>
            {
                if let Command::Prompt { .. } = &command {
                    self.links.state.prompt_seen();
                }
                let closed = ProtocolError::Closed;
                let why = if self.ending.closing { closed } else { ProtocolError::InputClosed };
                shutdown::refuse(command, &why);
            }
            Command::Request { subtype, body, within, answer } => {
                let id = self.pending.enter(subtype.clone(), within, answer, self.now);
                if subtype == "initialize" {
                    self.replay_filter.begin(id.clone());
                }
                let json = requests::request_line(&id, &body);
                let line = Outgoing::new(json, Kind::Request(id));
                match &*subtype {
                    // They are meant for prompts that were sent before.
                    "interrupt" | "cancel_async_message" => self.outbox.push_behind_prompts(line),
                    _ => self.outbox.push(line),
                }
            }
            Command::Prompt { uuid, json, queue, permit, reporter } => {
                let consumer = queue.map(|queue| self.consumers.add(queue, Scope::Turn, self.now));
                self.turns.add(uuid, consumer, reporter);
                self.stdin.prompted();
                self.links.state.prompt_seen();
                self.outbox.push(Outgoing::new(json, Kind::Prompt(permit)));
            }
            Command::Subscribe { queue, scope } => {
                self.consumers.add(queue, scope, self.now);
            }
            Command::NotifyTurnEnd(notify) => {
                if self.is_running() {
                    self.turn_end.push(notify);
                } else {
                    // The caller may have given up.
                    let _ = notify.send(false);
                }
            }
            Command::SetMcpServer(server, notify) => {
                self.stdin.may_call_back();
                let replaced = self.mcp.set(server);
                if let Some(notify) = notify {
                    // The caller may have given up.
                    let _ = notify.send(replaced);
                }
            }
            Command::RemoveMcpServer { name, removed } => {
                // The caller may have given up.
                let _ = removed.send(self.mcp.remove(&name));
            }
            Command::EndInput => self.stdin.end_input(),
            Command::Close => self.close(),
            Command::Kill => self.kill(),
        }
    }

    /// What follows from whatever happened: the end of stdin.
    fn close_stdin_if_done(&mut self) {
        let waiting = OpenWork {
            lines: !self.outbox.is_empty(),
            prompts: self.turns.is_waiting(),
            requests: self.callbacks.is_open(),
        };
        if self.stdin.may_close(waiting, self.now) || (self.ending.closing && !waiting.lines) {
            self.io.writer = None;
            if !self.ending.closing {
                self.links.cli_info.input_ended();
            }
        }
        self.end_if_idle();
    }

    /// Tells whether the CLI, when it says that it is idle, knows all that was sent, and we all that
    /// it wrote. A question that is open means that it is not idle, whatever it says.
    pub(super) fn is_up_to_date(&self) -> bool {
        self.wakeups.gate == ReadGate::Read && self.outbox.is_empty() && !self.callbacks.is_open()
    }

    /// Tells whether a turn runs or a prompt waits for one.
    fn is_running(&self) -> bool {
        self.turns.is_waiting() || self.stdin.is_running().unwrap_or(false)
    }

    fn on_tick(&mut self) {
        let now = self.now;
        let (startup_log, peer) = (&self.startup_log, &self.io.peer);
        self.pending.expire(now, || startup_log.output(peer.stderr_tail()));
        self.replay_filter.keep_if(|handshake| self.pending.has(handshake));
        while let Some((id, reply)) = self.callbacks.overdue(now) {
            event!(%id, "a callback did not answer in time");
            self.send_reply(id, reply);
        }
        self.resolve_merged_prompts(now);
        self.advance_shutdown(now);
        self.check_stall(now);
    }

    pub(super) fn deliver(&mut self, message: Message, weight: usize) {
        let (turns, unsolicited) = (self.turns.open_consumers(), !self.turns.is_open());
        self.consumers.deliver(message, weight, turns, unsolicited, &self.config.limits);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.finish();
    }
}
