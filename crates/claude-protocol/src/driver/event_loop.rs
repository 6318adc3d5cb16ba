//! Event loop: [`Driver::next_event`] waits for an event, [`Driver::handle`] acts on it.
//!
//! Nothing else waits. The loop must always be able to answer the CLI, so it never awaits user
//! code, a consumer's queue or a write: those are sources of events (`event_source.rs`). How
//! messages change turns, state and stdin is in `messages.rs`; how a connection ends is in
//! `shutdown.rs`.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use claude_transport::{Frame, ShutdownSequence};
use claude_types::{LinePart, Message, Noise, Outlined, Oversized, is_single_frame, line_parts};
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::activity::ActivityTracker;
use super::decoding::{Decoded, Decoding, LONG, LongLine, Part, RawDecoding};
use super::event_source::Event;
use super::setup::{Config, Ending, Io, Links, Wakeups};
use super::{requests, shutdown};
use crate::callbacks::{Callbacks, McpServers, ReplayFilter};
use crate::connection::Command;
use crate::delivery::{Consumers, ReadGate, Size};
use crate::error::ProtocolError;
use crate::facts::{AnswerOutcome, Fact, Observation};
use crate::tables::{
    Kind, ModeWatch, OpenWork, Outbox, Outgoing, PendingRequests, SentIds, StartupLog,
    StdinTracker, Turns, route,
};
use crate::trace::event;

/// The owner of a connection: the transport, the tables, and the course of the session.
pub(crate) struct Driver {
    pub(super) io: Io,
    // The tables.
    pub(super) outbox: Outbox,
    pub(super) pending: PendingRequests,
    pub(super) callbacks: Callbacks,
    pub(super) replay_filter: ReplayFilter,
    pub(super) mcp: McpServers,
    pub(super) turns: Turns,
    pub(super) sent_ids: SentIds,
    pub(super) consumers: Consumers,
    pub(super) stdin: StdinTracker,
    pub(super) activity: ActivityTracker,
    pub(super) observation: Observation,
    /// Cleared when the handshake is done.
    pub(super) startup_log: StartupLog,
    /// The callers of `interrupt` that wait for the end of the running turn. They get `true`, or
    /// `false` if the CLI became idle without a result.
    pub(super) turn_end: Vec<oneshot::Sender<bool>>,
    // The course of the connection.
    /// The handshake is done.
    pub(super) ready: bool,
    pub(super) mode: ModeWatch,
    pub(super) ending: Ending,
    pub(super) wakeups: Wakeups,
    /// The time of the event that is being handled. Read the clock once per event, so that all
    /// deadlines that the event sets start at the same time.
    pub(super) now: Instant,
    /// The last event was the reply to a control request: it is written before the state is
    /// published, because the CLI is blocked until the reply arrives.
    pub(super) reply_to_flush: bool,
    /// The commands that wait for the CLI that replaces another one.
    pub(super) held: Vec<Command>,
    // Parts that are shared with the handles, and the configuration.
    pub(super) links: Links,
    pub(super) config: Config,
}

impl Driver {
    /// Runs until the connection is over, or until its last handle is dropped. If the future is
    /// dropped before, with its runtime, `Drop` fails all open turns and pending requests.
    pub(crate) async fn run(mut self) {
        while !self.is_over() {
            let event = self.next_event().await;
            if self.handle(event).is_break() {
                break;
            }
            self.advance_restart();
        }
        self.ending.has_returned = true;
    }

    /// Waits for the next event. No other function waits.
    async fn next_event(&mut self) -> Event {
        if std::mem::take(&mut self.reply_to_flush) {
            // Write the reply first. The CLI is blocked until it arrives; state and deadlines can
            // wait. This polls the pipe once and does not wait: a full pipe is an event source.
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

    /// Decides whether to read during the next wait, and sets the timer to the nearest deadline.
    fn prepare(&mut self) {
        let now = self.now;
        // Do not pause at the soft limit while something waits that only reading can release: a
        // response to our request, the end of the session, or a state or task that a caller awaits.
        // The consumer that is behind may be the one that waits for it.
        let released = self.pending.is_waiting()
            || self.ending.closing
            || self.ending.exit.is_some()
            || self.links.state.has_waiters()
            || self.links.tasks.has_waiters();
        self.wakeups.gate = self.consumers.read_gate(&self.config.limits, released, now);
        self.tell_losses();
        let unread = self.outbox.due(now).filter(|_| self.io.writer.is_some());
        let is_ended = self.ending.ended_by.is_some() && self.ending.exit.is_none();
        if unread.is_some() || (is_ended && self.outbox.is_full()) || self.io.decoding.is_some() {
            // Read nothing that needs an answer before the CLI reads those that it has, and nothing
            // that stands behind a line that is being decoded.
            self.wakeups.gate = ReadGate::Closed(None);
        }
        let paused_until = match self.wakeups.gate {
            ReadGate::Closed(until) => until,
            ReadGate::Open => None,
        };
        self.extend_drain_deadline(now);
        let sequence =
            self.ending.shutdown.as_ref().and_then(ShutdownSequence::due).map(Instant::from_std);
        let due = [
            paused_until,
            unread,
            sequence,
            self.ending.drain_deadline,
            self.ending.session_due.filter(|_| !self.is_restarting()),
            self.end_due(),
            self.pending.due(),
            self.callbacks.due(),
            // Only while the deadline can be acted on: `resolve_left_prompts` returns early
            // otherwise, and the timer would fire in a busy loop.
            self.turns.due().filter(|_| self.is_up_to_date()),
            // Only while stdin can be closed: otherwise this deadline stays in the past, and the
            // timer would fire in a busy loop.
            self.stdin.due().filter(|_| self.io.writer.is_some() && self.outbox.is_empty()),
            self.activity.due(self.wakeups.gate == ReadGate::Open, now),
        ];
        // The timer always needs a time. With no deadline set, one empty pass per hour is cheap.
        let due = due.into_iter().flatten().min().unwrap_or(now + Duration::from_secs(3600));
        // Move the timer only to an earlier time. Being early costs one empty pass of the loop;
        // resetting the timer for each line costs more.
        if due < self.wakeups.timer.deadline() || self.wakeups.timer.is_elapsed() {
            self.wakeups.timer.as_mut().reset(due);
            // The timer must be polled once after a reset, or it wakes no task.
            self.wakeups.event_sources.poll_all();
        }
    }

    fn handle(&mut self, event: Event) -> std::ops::ControlFlow<()> {
        self.now = Instant::now();
        self.restart_late_drain();
        let is_observed = matches!(event, Event::Frames | Event::Decoded(_));
        match event {
            Event::Frames => self.on_frames(),
            Event::Decoded(line) => self.on_long_line(line),
            Event::EndOfInput(error) => self.on_stdout_end(error),
            Event::Written(Ok(Kind::Request(id))) => self.pending.written(&id, self.now),
            // Dropping the permit of a prompt here frees its bytes in the outbox.
            Event::Written(Ok(Kind::Answer | Kind::Prompt(_))) => {}
            Event::Written(Err(_)) => self.on_stdin_broken(),
            Event::Command(None) => return std::ops::ControlFlow::Break(()),
            Event::Command(Some(command)) => self.on_command(command),
            Event::Answer(id, reply, outcome) => {
                self.observation.answered(&id, outcome, self.now);
                self.on_callback_done(id, reply);
                // The state and stdin are updated in `next_event`, after the reply is written.
                self.reply_to_flush = true;
            }
            Event::Exited(exit) => self.on_exit(exit),
            Event::Tick => self.on_tick(),
        }
        if !self.reply_to_flush {
            // `on_frames` has published the state already, before it delivered the messages.
            if !is_observed {
                self.publish_state();
            }
            self.close_stdin_if_done();
        }
        std::ops::ControlFlow::Continue(())
    }

    pub(super) fn on_frames(&mut self) {
        // Handle queued commands first, so that a subscription made before these lines were read
        // receives them. Handle only as many as are queued now: handles may keep sending.
        for _ in 0..self.links.commands.len() {
            if let Ok(command) = self.links.commands.try_recv() {
                self.on_command(command);
            }
        }
        let mut frames = std::mem::take(&mut self.io.frames);
        let mut blocked = frames.drain(..);
        while let Some(frame) = blocked.next() {
            // Drop the lines after the one that failed the session: for example, a CLI in the wrong
            // permission mode must not reach the callbacks.
            if self.ending.fatal.is_some() {
                break;
            }
            match frame {
                Frame::Line(line)
                    if line.len() > LONG && !self.raw_decoding().leaves_raw(&line) =>
                {
                    let rest = blocked.by_ref().collect();
                    self.io.decoding = Some(Decoding::start(line, self.raw_decoding(), rest));
                }
                Frame::Line(line) => self.on_line(line.as_bytes()),
                Frame::Oversized(skipped) => {
                    let message = Message::Oversized(Oversized::new(skipped.length, &skipped.head));
                    let bytes = skipped.head.len();
                    let size = Size { bytes, memory: 4 * bytes };
                    self.observation.message(&message, self.now);
                    self.deliver(Outlined::new(message), size);
                }
                _ => {}
            }
        }
        drop(blocked);
        self.io.frames = frames;
        // Publish the state before the messages: a consumer must not see a message that the state
        // does not reflect yet.
        self.publish_state();
        self.consumers.flush();
    }

    /// Handles a long line that is decoded, and then the frames behind it.
    #[cold]
    fn on_long_line(&mut self, line: LongLine) {
        let bytes = line.line.as_bytes();
        for part in line.parts {
            match part {
                _ if self.ending.fatal.is_some() => break,
                Part::Frame { place, kind, decoded } => {
                    let frame = bytes.get(place).unwrap_or_default();
                    self.note_line(kind.as_deref(), frame);
                    if !self.on_decoded(decoded, frame) {
                        self.on_noise(frame);
                    }
                }
                Part::Noise(place) => self.on_noise(bytes.get(place).unwrap_or_default()),
            }
        }
        if let Some(decoding) = self.io.decoding.take() {
            self.io.frames = decoding.rest;
        }
        self.on_frames();
    }

    /// Handles a line, which normally is one frame.
    fn on_line(&mut self, line: &[u8]) {
        if !(is_single_frame(line) && self.on_frame(line)) {
            self.on_parts(line);
        }
    }

    /// Handles a line that holds something else than one frame: each frame acts as on a line of its
    /// own, and the rest is noise.
    #[cold]
    fn on_parts(&mut self, line: &[u8]) {
        for part in line_parts(line) {
            match part {
                // The lines after the one that failed the session are dropped, see `on_frames`.
                _ if self.ending.fatal.is_some() => return,
                LinePart::Frame(frame) if self.on_frame(frame) => {}
                LinePart::Frame(other) | LinePart::Noise(other) => self.on_noise(other),
            }
        }
    }

    fn on_noise(&mut self, noise: &[u8]) {
        event!(bytes = noise.len(), "output that is not a protocol frame");
        if !self.ready {
            self.startup_log.note_line(noise);
        }
        let message = Noise::new(noise);
        // An allocation takes 32 bytes at least.
        let size = Size { bytes: noise.len(), memory: message.text.len() + 32 };
        let message = Message::Noise(message);
        self.observation.message(&message, self.now);
        self.deliver(Outlined::new(message), size);
    }

    /// Handles a frame. Returns `false` if it is not JSON, or if it is a control frame that nothing
    /// can be done about. Then nothing was delivered or answered.
    fn on_frame(&mut self, line: &[u8]) -> bool {
        let route = route(line);
        self.note_line(route.kind(), line);
        self.on_decoded(Decoded::new(route, line), line)
    }

    /// Handles a decoded frame. Returns `false` like [`Driver::on_frame`].
    fn on_decoded(&mut self, decoded: Decoded, frame: &[u8]) -> bool {
        let handled = match decoded {
            Decoded::Message(message, size) => {
                self.on_message(message, size);
                true
            }
            Decoded::Raw(kind, message) => self.on_raw_line(kind, frame, message),
            Decoded::Request(request) => self.on_control_request(request, frame),
            Decoded::Response(response) => self.on_control_response(response, frame),
            Decoded::Cancel(id) => self.on_control_cancel(id),
            Decoded::Mirror => {
                self.on_mirror(frame);
                true
            }
            Decoded::KeepAlive => true,
            Decoded::Noise => false,
        };
        if handled && !self.ready {
            self.startup_log.note_line(frame);
        }
        handled
    }

    /// Returns which raw messages the loop needs decoded. An assistant message is decoded only
    /// while it matters whether it is of the main thread or of a subagent: while the ceiling for
    /// the end of the run counts, or before a turn that an older CLI does not announce. Decoding
    /// each of them in the loop would cost more than the rest.
    pub(super) fn raw_decoding(&self) -> RawDecoding {
        let all = self.observation.observers.wants_all_messages();
        RawDecoding { all, assistant: self.stdin.is_waiting() || self.turns.is_guessing() }
    }

    pub(super) fn on_command(&mut self, command: Command) {
        if self.is_held(&command) {
            self.held.push(command);
            return;
        }
        match command {
            Command::Ready => {
                self.ready = true;
                self.startup_log = StartupLog::default();
                self.tell_started();
                self.restarted();
            }
            // Refuse if stdin was closed by decision. If the CLI is exiting instead, queue the
            // command: it fails with the exit as its reason when the connection is over.
            Command::Request { .. } | Command::Prompt(_) | Command::PromptIfIdle { .. }
                if self.io.writer.is_none() && (self.ending.closing || !self.is_ending()) =>
            {
                if let Command::Prompt(_) = &command {
                    self.links.state.prompt_seen();
                }
                let closed = self.ending.past_deadline.clone().unwrap_or(ProtocolError::Closed);
                let why = if self.ending.closing { closed } else { ProtocolError::InputClosed };
                shutdown::refuse(command, &why);
            }
            Command::Request { subtype, body, within, answer } => {
                let id = self.pending.enter(subtype.clone(), within, answer, self.now);
                self.mode.note_request(&subtype, &body);
                if subtype == "initialize" {
                    self.replay_filter.begin(id.clone());
                }
                let json = requests::request_line(&id, &body);
                let line = Outgoing::new(json, Kind::Request(id));
                match &*subtype {
                    // These refer to prompts that were sent earlier. Other control lines overtake
                    // queued prompts; these must not.
                    "interrupt" | "cancel_async_message" => self.outbox.push_behind_prompts(line),
                    _ => self.outbox.push(line),
                }
            }
            Command::Prompt(prompt) => {
                self.send_prompt(prompt);
                self.links.state.prompt_seen();
            }
            Command::PromptIfIdle { prompt, sent } => {
                // The caller may have given up.
                let _ = sent.send(self.send_if_idle(prompt));
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
            Command::Detach(reply) => self.detach(reply),
            Command::Attach(parts, mode) => self.attach(*parts, mode),
            Command::Close => self.close(),
            Command::Kill => self.kill(),
        }
    }

    /// Closes stdin if the policy or a close allows it. Called after every event, because any event
    /// may have removed the last obstacle.
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
        self.end_if_over(waiting);
    }

    /// Returns whether a report of the CLI that it is idle can be trusted: all lines of ours are
    /// written, reading is not paused, and no control request is open.
    pub(super) fn is_up_to_date(&self) -> bool {
        self.wakeups.gate == ReadGate::Open && self.outbox.is_empty() && !self.callbacks.is_open()
    }

    /// Returns whether a turn runs, or a prompt waits for one.
    pub(super) fn is_running(&self) -> bool {
        self.turns.is_waiting() || self.stdin.is_running().unwrap_or(false)
    }

    fn on_tick(&mut self) {
        let now = self.now;
        let (startup_log, peer) = (&self.startup_log, &self.io.peer);
        let observation = &mut self.observation;
        self.pending.expire(
            now,
            || startup_log.output(peer.stderr_tail()),
            |settled| {
                observation.tell(now, || Fact::Requested(settled));
            },
        );
        self.replay_filter.keep_if(|handshake| self.pending.has(handshake));
        while let Some((id, reply)) = self.callbacks.overdue(now) {
            event!(%id, "a callback exceeded its deadline");
            self.observation.answered(&id, AnswerOutcome::TimedOut, now);
            self.send_reply(id, reply);
        }
        self.resolve_left_prompts(now);
        self.end_if_stdin_is_unread(now);
        self.end_at_deadline(now);
        self.advance_shutdown(now);
        self.check_stall(now);
    }

    pub(super) fn deliver(&mut self, message: Outlined<Message>, size: Size) {
        let (turns, unsolicited) = (self.turns.open_consumers(), !self.turns.is_open());
        self.consumers.deliver(message, size, turns, unsolicited, &self.config.limits);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !self.ending.has_returned && self.ending.exit.is_none() {
            self.ending.ended_by.get_or_insert(ProtocolError::RuntimeGone);
        }
        self.finish();
    }
}
