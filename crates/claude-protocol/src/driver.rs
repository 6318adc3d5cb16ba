//! The one loop: [`Driver::next_event`], [`Driver::handle`], nothing else waits.
//!
//! One task owns a connection. It never awaits user code, a user's queue, or a write: those are
//! sources of events (`sources.rs`). What a message means for turns, state and stdin is in
//! `observe.rs`; how a connection ends is in `ending.rs`.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use claude_transport::{Exit, Frame, Parts, Peer, ReadLines, ShutdownSequence};
use claude_types::{
    ControlCancelFrame, ControlResponseBody, ControlResponseFrame, Message, MessageUuid, Noise,
    Oversized, PermissionMode, Raw, ResultMessage,
};
use tokio::io::AsyncWrite;
use tokio::sync::futures::OwnedNotified;
use tokio::sync::{Notify, OwnedSemaphorePermit, mpsc, oneshot};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::callbacks::Callbacks;
use crate::connection::WeakConnection;
use crate::consumers::{Consumers, Pace, Scope};
use crate::heard::Listener;
use crate::inbox::ConsumerQueue;
use crate::lifetime::{Lifetime, Waiting};
use crate::mcp::McpServers;
use crate::observer::Looking;
use crate::outbox::{Kind, Outbox, Outgoing};
use crate::pending::{Answer, Pending};
use crate::progress::Reporter;
use crate::redelivery::Redelivery;
use crate::route::{Route, route};
use crate::state::StateCell;
use crate::task_watch::TaskCell;
use crate::told::{InitCheck, Told};
use crate::trace::event;
use crate::turns::Turns;
use crate::{
    Deadlines, Handlers, Input, Limits, McpServer, Observer, ProtocolError, StallPolicy, Stalled,
    StateFrames,
};

mod dialogs;
mod ending;
mod observe;
mod questions;
mod sources;
mod watch;

use sources::{Event, Sources};

/// What a handle asks of the driver.
#[derive(Debug)]
pub(crate) enum Command {
    /// The handshake is done.
    Ready,
    /// Send a control request.
    Request { subtype: &'static str, body: Raw, within: Duration, answer: oneshot::Sender<Answer> },
    /// Send a prompt.
    Prompt {
        uuid: MessageUuid,
        json: Vec<u8>,
        queue: Option<Arc<ConsumerQueue>>,
        permit: OwnedSemaphorePermit,
        reporter: Reporter,
    },
    /// Add a consumer.
    Subscribe { queue: Arc<ConsumerQueue>, scope: Scope },
    /// Tell when the running turn ends; `false` at once if none runs.
    TellTurnEnd(oneshot::Sender<bool>),
    /// Answer messages to a server; tells which one did so under its name.
    SetMcpServer(McpServer, Option<oneshot::Sender<Option<McpServer>>>),
    /// Answer them no more; tells whether there was such a server.
    RemoveMcpServer { name: String, removed: oneshot::Sender<bool> },
    /// No more prompts will come.
    EndInput,
    /// Close in order.
    Close,
    /// End the CLI without asking it.
    Kill,
}

/// What a driver needs beside its transport.
#[derive(Debug)]
pub(crate) struct Setup {
    pub(crate) commands: mpsc::UnboundedReceiver<Command>,
    pub(crate) state: Arc<StateCell>,
    pub(crate) tasks: Arc<TaskCell>,
    pub(crate) stalled: tokio::sync::watch::Sender<Option<Stalled>>,
    pub(crate) stall: StallPolicy,
    pub(crate) state_frames: StateFrames,
    pub(crate) drained: Arc<Notify>,
    pub(crate) connection: WeakConnection,
    pub(crate) handlers: Handlers,
    pub(crate) permission_mode: Option<PermissionMode>,
    pub(crate) on_init: Option<InitCheck>,
    pub(crate) told: Arc<Told>,
    pub(crate) input: Input,
    pub(crate) deadlines: Deadlines,
    pub(crate) limits: Limits,
    pub(crate) observer: Option<Observer>,
}

/// The owner of a connection.
pub(crate) struct Driver {
    // The transport. `None`: that side is closed.
    reader: Option<Box<dyn ReadLines>>,
    writer: Option<Box<dyn AsyncWrite + Send + Unpin>>,
    peer: Box<dyn Peer>,
    frames: Vec<Frame>,
    // The tables.
    outbox: Outbox,
    pending: Pending,
    callbacks: Callbacks,
    redelivery: Redelivery,
    mcp: McpServers,
    turns: Turns,
    consumers: Consumers,
    lifetime: Lifetime,
    watch: watch::Watch,
    turn_end: Vec<oneshot::Sender<bool>>,
    looking: Looking,
    // The end.
    ladder: Option<ShutdownSequence>,
    exit: Option<Exit>,
    last_chance: Option<Instant>,
    lingers_until: Option<Instant>,
    fatal: Option<ProtocolError>,
    ended_by: Option<ProtocolError>,
    closing: bool,
    killed: bool,
    failed_result: Option<Arc<ResultMessage>>,
    /// Of a CLI that does not announce prompts: the result that prompts may have been merged into.
    last_result: Option<Box<ResultMessage>>,
    /// Empty once the handshake is done.
    listener: Listener,
    /// When the event came that is being handled.
    now: Instant,
    /// The last event was the answer to a question: what follows from it waits for its write.
    answered: bool,
    // What happens next.
    timer: Pin<Box<Sleep>>,
    /// Kept between polls: a dropped one would not wake the loop.
    drained: Pin<Box<OwnedNotified>>,
    pace: Pace,
    sources: Sources,
    ready: bool,
    mode_checked: bool,
    setup: Setup,
}

impl Driver {
    pub(crate) fn new(parts: Parts, mut setup: Setup) -> Self {
        let mut lifetime = Lifetime::new(setup.input, setup.deadlines.run_end);
        if !setup.handlers.is_empty() {
            lifetime.may_call_back();
        }
        Self {
            reader: Some(parts.reader),
            writer: Some(parts.writer),
            peer: parts.peer,
            frames: Vec::new(),
            outbox: Outbox::default(),
            pending: Pending::default(),
            callbacks: Callbacks::default(),
            redelivery: Redelivery::default(),
            mcp: McpServers::new(std::mem::take(&mut setup.handlers.mcp)),
            turns: Turns::default(),
            consumers: Consumers::default(),
            lifetime,
            watch: watch::Watch::new(setup.stall.clone()),
            turn_end: Vec::new(),
            looking: Looking::new(setup.observer.take().as_ref()),
            ladder: None,
            exit: None,
            last_chance: None,
            lingers_until: None,
            fatal: None,
            ended_by: None,
            closing: false,
            killed: false,
            failed_result: None,
            last_result: None,
            listener: Listener::default(),
            now: Instant::now(),
            answered: false,
            timer: Box::pin(sleep_until(Instant::now())),
            drained: Box::pin(Arc::clone(&setup.drained).notified_owned()),
            pace: Pace::Read,
            sources: Sources::default(),
            ready: false,
            mode_checked: setup.permission_mode.is_none(),
            setup,
        }
    }

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
        if std::mem::take(&mut self.answered) {
            // The CLI waits for it: it leaves before anything else is looked at.
            let written = poll_fn(|cx| Poll::Ready(self.poll_write(cx))).await;
            if let Poll::Ready(written) = written {
                return written;
            }
            self.observe();
            self.settle();
        }
        self.prepare();
        poll_fn(|cx| self.poll_event(cx)).await
    }

    /// Decides what the next wait is for: whether to read, and the nearest deadline.
    fn prepare(&mut self) {
        let now = self.now;
        let released = self.pending.is_waiting()
            || self.closing
            || self.exit.is_some()
            || self.setup.state.has_waiters()
            || self.setup.tasks.has_waiters();
        self.pace = self.consumers.pace(&self.setup.limits, released, now);
        let pace = match self.pace {
            Pace::Wait(until) => until,
            Pace::Read => None,
        };
        self.grant_last_words(now);
        let ladder = self.ladder.as_ref().and_then(ShutdownSequence::due).map(Instant::from_std);
        let due = [
            pace,
            ladder,
            self.last_chance,
            self.lingers_until,
            self.pending.due(),
            self.callbacks.due(),
            self.turns.due().filter(|_| self.is_up_to_date()),
            // Once stdin is closed, or while a line waits, it would be due for ever.
            self.lifetime.due().filter(|_| self.writer.is_some() && self.outbox.is_empty()),
            self.watch.due(self.pace == Pace::Read, now),
        ];
        // Without any deadline, one in an hour does no harm.
        let due = due.into_iter().flatten().min().unwrap_or(now + Duration::from_secs(3600));
        // One that ticks too early ticks for nothing, once; to set it anew for each line costs more.
        if due < self.timer.deadline() || self.timer.is_elapsed() {
            self.timer.as_mut().reset(due);
            self.sources.ask_all();
        }
    }

    fn handle(&mut self, event: Event) -> std::ops::ControlFlow<()> {
        self.now = Instant::now();
        let is_observed = matches!(event, Event::Frames);
        match event {
            Event::Frames => self.frames(),
            Event::EndOfInput(error) => self.end_of_input(error),
            Event::Written(Ok(Kind::Request(id))) => self.pending.written(&id, self.now),
            // The room of a prompt is given back by dropping its permit here.
            Event::Written(Ok(Kind::Answer | Kind::Prompt(_))) => {}
            Event::Written(Err(_)) => self.stdin_gone(),
            Event::Command(None) => return std::ops::ControlFlow::Break(()),
            Event::Command(Some(command)) => self.command(command),
            Event::Answer(id, reply) => {
                self.answered(id, reply);
                self.answered = true;
            }
            Event::Exited(exit) => self.exited(exit),
            Event::Tick => self.tick(),
        }
        if !self.answered {
            if !is_observed {
                self.observe();
            }
            self.settle();
        }
        std::ops::ControlFlow::Continue(())
    }

    fn frames(&mut self) {
        self.lingers_until = None;
        // Whoever subscribed before these lines were read gets them.
        for _ in 0..self.setup.commands.len() {
            if let Ok(command) = self.setup.commands.try_recv() {
                self.command(command);
            }
        }
        let mut frames = std::mem::take(&mut self.frames);
        for frame in frames.drain(..) {
            // What comes behind a line that ended the session is nobody's.
            if self.fatal.is_some() {
                break;
            }
            match frame {
                Frame::Line(line) => self.line(line.as_bytes()),
                Frame::Oversized(skipped) => {
                    let message = Oversized::new(skipped.length, &skipped.head);
                    self.deliver(Message::Oversized(message), skipped.head.len());
                }
                _ => {}
            }
        }
        self.frames = frames;
        // Whoever reads a message finds a state that knows of it.
        self.observe();
        self.consumers.flush();
    }

    fn line(&mut self, line: &[u8]) {
        let route = route(line);
        self.watch.hear(&route, line);
        if !self.ready {
            self.listener.line(line);
        }
        match route {
            Route::Message(kind) => self.message(Message::decode_as(&kind, line), line.len()),
            Route::Raw(kind) => self.raw(kind, line),
            Route::Request => self.question(line),
            Route::Response => self.response(line),
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

    fn response(&mut self, line: &[u8]) {
        match claude_types::decode::<ControlResponseFrame>("control_response", line) {
            Ok(ControlResponseFrame {
                response:
                    mut body @ (ControlResponseBody::Success(_) | ControlResponseBody::Error(_)),
                ..
            }) => {
                let again = self.redelivery.end(&mut body);
                self.pending.answer(body);
                again.iter().for_each(|question| self.question_again(question));
            }
            // An answer that cannot be read settles nothing, but it must not vanish either.
            _ => {
                let undecoded = Message::decode_as("control_response", line);
                self.deliver(undecoded, line.len());
            }
        }
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Ready => {
                self.ready = true;
                self.listener = Listener::default();
            }
            // Closed by decision. If the CLI is going, whoever asks is told how it ended instead.
            Command::Request { .. } | Command::Prompt { .. }
                if self.writer.is_none() && (self.closing || !self.is_ending()) =>
            {
                if let Command::Prompt { .. } = &command {
                    self.setup.state.prompt_seen();
                }
                let closed = ProtocolError::Closed;
                let why = if self.closing { closed } else { ProtocolError::InputClosed };
                ending::refuse(command, &why);
            }
            Command::Request { subtype, body, within, answer } => {
                let id = self.pending.enter(subtype, within, answer, self.now);
                if subtype == "initialize" {
                    self.redelivery.begin(id.clone());
                }
                let json = questions::request_line(&id, &body);
                let line = Outgoing::new(json, Kind::Request(id));
                match subtype {
                    // They are meant for prompts that were sent before.
                    "interrupt" | "cancel_async_message" => self.outbox.push_behind_prompts(line),
                    _ => self.outbox.push(line),
                }
            }
            Command::Prompt { uuid, json, queue, permit, reporter } => {
                let consumer = queue.map(|queue| self.consumers.add(queue, Scope::Turn, self.now));
                self.turns.add(uuid, consumer, reporter);
                self.lifetime.prompted();
                self.setup.state.prompt_seen();
                self.outbox.push(Outgoing::new(json, Kind::Prompt(permit)));
            }
            Command::Subscribe { queue, scope } => {
                self.consumers.add(queue, scope, self.now);
            }
            Command::TellTurnEnd(told) => {
                if self.is_running() {
                    self.turn_end.push(told);
                } else {
                    // The caller may have given up.
                    let _ = told.send(false);
                }
            }
            Command::SetMcpServer(server, told) => {
                self.lifetime.may_call_back();
                let replaced = self.mcp.set(server);
                if let Some(told) = told {
                    // The caller may have given up.
                    let _ = told.send(replaced);
                }
            }
            Command::RemoveMcpServer { name, removed } => {
                // The caller may have given up.
                let _ = removed.send(self.mcp.remove(&name));
            }
            Command::EndInput => self.lifetime.end_input(),
            Command::Close => self.close(),
            Command::Kill => self.kill(),
        }
    }

    /// What follows from whatever happened: the end of stdin.
    fn settle(&mut self) {
        let waiting = Waiting {
            lines: !self.outbox.is_empty(),
            prompts: self.turns.is_waiting(),
            questions: self.callbacks.is_open(),
        };
        if self.lifetime.may_close(waiting, self.now) || (self.closing && !waiting.lines) {
            self.writer = None;
            if !self.closing {
                self.setup.told.input_ended();
            }
        }
        self.linger();
    }

    /// Tells whether the CLI, when it says that it is idle, knows all that was sent, and we all that
    /// it wrote. A question that is open means that it is not idle, whatever it says.
    fn is_up_to_date(&self) -> bool {
        self.pace == Pace::Read && self.outbox.is_empty() && !self.callbacks.is_open()
    }

    /// Tells whether a turn runs or a prompt waits for one.
    fn is_running(&self) -> bool {
        self.turns.is_waiting() || self.lifetime.is_running().unwrap_or(false)
    }

    fn tick(&mut self) {
        let now = self.now;
        let (listener, peer) = (&self.listener, &self.peer);
        self.pending.expire(now, || listener.heard(peer.stderr_tail()));
        self.redelivery.keep_if(|handshake| self.pending.has(handshake));
        while let Some((id, reply)) = self.callbacks.overdue(now) {
            event!(%id, "a callback did not answer in time");
            self.answer(id, reply);
        }
        self.settle_left(now);
        self.climb(now);
        self.look_for_a_stall(now);
    }

    fn deliver(&mut self, message: Message, weight: usize) {
        let (turns, unsolicited) = (self.turns.open_consumers(), !self.turns.is_open());
        self.consumers.deliver(message, weight, turns, unsolicited, &self.setup.limits);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.finish();
    }
}
