//! Setup: the parts of a driver, and its constructor.

use std::pin::Pin;
use std::sync::{Arc, OnceLock};

use claude_transport::{Exit, Frame, Parts, Peer, ReadLines, ShutdownSequence};
use claude_types::{Message, Outlined, ResultMessage};
use tokio::io::AsyncWrite;
use tokio::sync::futures::OwnedNotified;
use tokio::sync::{Notify, mpsc, watch};
use tokio::time::{Instant, Sleep, sleep_until};

use super::activity::ActivityTracker;
use super::decoding::Decoding;
use super::event_loop::Driver;
use super::event_source::EventSources;
use super::options::ConnectionOptions;
use crate::callbacks::{Callbacks, McpServers, ReplayFilter};
use crate::connection::{CliInfo, CloseReport, Command, Handlers, InitCheck, WeakConnection};
use crate::delivery::{Consumers, ReadGate};
use crate::error::ProtocolError;
use crate::facts::{MirrorSink, Observation};
use crate::limits::{Deadlines, Limits};
use crate::state::{Stall, StateCell, StateFrames, TaskCell};
use crate::tables::{
    ModeWatch, Outbox, PendingRequests, RestartStep, SentIds, StartupLog, StdinTracker, Turns,
};

/// What the driver shares with the handles of its connection.
#[derive(Debug)]
pub(super) struct Links {
    pub(super) commands: mpsc::UnboundedReceiver<Command>,
    pub(super) state: Arc<StateCell>,
    pub(super) tasks: Arc<TaskCell>,
    pub(super) stalls: watch::Sender<Option<Stall>>,
    /// Signalled when a consumer has read what the loop waits for, or has been dropped.
    pub(super) drained: Arc<Notify>,
    pub(super) cli_info: Arc<CliInfo>,
    pub(super) report: Arc<OnceLock<CloseReport>>,
    pub(super) connection: WeakConnection,
}

/// The part of [`ConnectionOptions`] that is needed while the connection runs.
#[derive(Debug)]
pub(super) struct Config {
    pub(super) handlers: Handlers,
    pub(super) on_init: Option<InitCheck>,
    pub(super) deadlines: Deadlines,
    pub(super) limits: Limits,
    pub(super) state_frames: StateFrames,
    /// `None` also after the sink panicked.
    pub(super) mirror: Option<MirrorSink>,
}

/// The transport. `None` means that this side is closed.
pub(super) struct Io {
    pub(super) reader: Option<Box<dyn ReadLines>>,
    pub(super) writer: Option<Box<dyn AsyncWrite + Send + Unpin>>,
    pub(super) peer: Box<dyn Peer>,
    /// The frames of the block that was read last.
    pub(super) frames: Vec<Frame>,
    /// A long line that is being decoded. Nothing further is read until it is.
    pub(super) decoding: Option<Decoding>,
}

/// The progress of the shutdown, and its reason.
#[derive(Debug, Default)]
pub(super) struct Ending {
    pub(super) shutdown: Option<ShutdownSequence>,
    pub(super) exit: Option<Exit>,
    /// Until when the rest of stdout is read after the exit.
    pub(super) drain_deadline: Option<Instant>,
    /// When a CLI is ended that has not exited although its stdin is closed and its run is over.
    pub(super) end_deadline: Option<Instant>,
    /// The CLI was ended because it had not exited by [`Ending::end_deadline`], and nothing was open.
    pub(super) overstayed: bool,
    /// A signal was sent to the CLI before it exited.
    pub(super) signalled: bool,
    /// An error on our side, which ends the connection at once.
    pub(super) fatal: Option<ProtocolError>,
    /// The reason for which this side ended the CLI, if it was neither a close nor a kill.
    pub(super) ended_by: Option<ProtocolError>,
    /// The loop has returned. Otherwise the driver is dropped with its runtime.
    pub(super) has_returned: bool,
    /// The replacement of the CLI between two turns.
    pub(super) restart: RestartStep,
    /// When the session is ended ([`Deadlines::session`]).
    pub(super) session_due: Option<Instant>,
    /// The error of a session that was ended at its deadline.
    pub(super) past_deadline: Option<ProtocolError>,
    /// A close has begun: the user called `close`, or the deadline of the session has passed.
    pub(super) closing: bool,
    /// When the close began.
    pub(super) close_begun: Option<Instant>,
    /// The shutdown sequence has begun without the time to exit by itself.
    pub(super) killed: bool,
    /// The last result, if it was a failure: it often contains the reason for an exit.
    pub(super) failed_result: Option<Arc<ResultMessage>>,
    /// The last result of a CLI that does not announce prompts. Later prompts may have been merged
    /// into that turn.
    pub(super) last_result: Option<Outlined<Message>>,
}

/// The sources that wake the loop, besides stdin, stdout and callbacks.
pub(super) struct Wakeups {
    pub(super) timer: Pin<Box<Sleep>>,
    /// Keep the future between polls: dropping it would remove its registration, and the loop
    /// would not be woken.
    pub(super) drained: Pin<Box<OwnedNotified>>,
    pub(super) event_sources: EventSources,
    /// Whether the next block may be read.
    pub(super) gate: ReadGate,
}

impl Driver {
    pub(super) fn new(parts: Parts, links: Links, mut options: ConnectionOptions) -> Self {
        let mut stdin = StdinTracker::new(options.input, options.deadlines.run_end);
        if !options.handlers.is_empty() {
            stdin.may_call_back();
        }
        Self {
            io: Io {
                reader: Some(parts.reader),
                writer: Some(parts.writer),
                peer: parts.peer,
                frames: Vec::new(),
                decoding: None,
            },
            outbox: Outbox::default(),
            pending: PendingRequests::default(),
            callbacks: Callbacks::default(),
            replay_filter: ReplayFilter::default(),
            mcp: McpServers::new(std::mem::take(&mut options.handlers.mcp)),
            turns: Turns::default(),
            sent_ids: SentIds::default(),
            consumers: Consumers::default(),
            stdin,
            activity: ActivityTracker::new(options.stall),
            turn_end: Vec::new(),
            observation: Observation::new(&options.observers),
            startup_log: StartupLog::default(),
            ending: Ending {
                session_due: options
                    .deadlines
                    .session
                    .and_then(|after| Instant::now().checked_add(after)),
                ..Ending::default()
            },
            wakeups: Wakeups {
                timer: Box::pin(sleep_until(Instant::now())),
                drained: Box::pin(Arc::clone(&links.drained).notified_owned()),
                event_sources: EventSources::default(),
                gate: ReadGate::Open,
            },
            now: Instant::now(),
            reply_to_flush: false,
            held: Vec::new(),
            ready: false,
            mode: ModeWatch::new(options.permission_mode),
            config: Config {
                handlers: options.handlers,
                on_init: options.on_init,
                deadlines: options.deadlines,
                limits: options.limits,
                state_frames: options.state_frames,
                mirror: options.mirror,
            },
            links,
        }
    }
}
