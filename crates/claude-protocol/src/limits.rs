//! Limits and deadlines that users of this crate can set. `docs/defaults.md` lists all of them.

use std::time::Duration;

use claude_transport::ShutdownGrace;

/// The deadlines of a connection.
///
/// A duration that is too long for the clock means "no deadline".
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use claude_protocol::{ConnectionOptions, Deadlines};
///
/// let mut deadlines = Deadlines::default();
/// deadlines.hook = Duration::from_secs(10);
/// assert_eq!(deadlines.close.eof, Duration::from_secs(7));
///
/// let mut options = ConnectionOptions::default();
/// options.deadlines = deadlines;
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Deadlines {
    /// For the response to `initialize`, from the moment the request is written: 60 s by default.
    pub initialize: Duration,
    /// For the response to any other control request, from the moment the request is written: 60 s
    /// by default.
    pub control: Duration,
    /// For requests that take the CLI longer, because it asks a model or a server, or reads many
    /// files: 300 s by default. This crate does not use it; pass it to
    /// [`Connection::request_within`](crate::Connection::request_within).
    pub slow: Duration,
    /// For the outcome of an interrupt: 5 s by default.
    pub interrupt: Duration,
    /// For a hook callback that does not set [`Hook::timeout`](crate::Hook::timeout): 60 s by
    /// default.
    pub hook: Duration,
    /// How long a query stays open after its last result if the CLI does not become idle. Then stdin
    /// is closed, if it is still open, and the CLI has [`ShutdownGrace::eof`] of `close` to exit
    /// before it is ended. Counts between turns only, and not while a background agent runs. 600 s
    /// by default.
    pub run_end: Duration,
    /// How long the CLI may run, from the start of the connection, idle time included: `None`, for
    /// no limit, by default. Then the session is closed: a running turn is interrupted, stdin is
    /// closed, and the steps of `close` follow. What still waits, and a turn that was interrupted,
    /// fails with [`ProtocolError::SessionDeadline`](crate::ProtocolError::SessionDeadline).
    pub session: Option<Duration>,
    /// The steps of a close, and of the end of a run whose CLI stays: 7 s to SIGTERM, and 2 s from
    /// SIGTERM to SIGKILL by default.
    pub close: ShutdownGrace,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self {
            initialize: Duration::from_secs(60),
            control: Duration::from_secs(60),
            slow: Duration::from_secs(300),
            interrupt: Duration::from_secs(5),
            hook: Duration::from_secs(60),
            run_end: Duration::from_secs(600),
            session: None,
            close: ShutdownGrace::default(),
        }
    }
}

/// The limits of unread messages and unwritten prompts of a connection.
///
/// A consumer is a [`Turn`](crate::Turn) or a [`Subscription`](crate::Subscription).
///
/// # Examples
///
/// ```
/// use claude_protocol::{Limits, OverflowPolicy};
///
/// let mut limits = Limits::default();
/// assert_eq!((limits.soft, limits.hard), (192 << 10, 64 << 20));
/// limits.hard = 16 << 20;
/// limits.overflow = OverflowPolicy::Fail;
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Limits {
    /// The bytes of unread lines of one consumer from which reading pauses after each block: 320 KiB
    /// by default. Also the most memory of unsolicited messages that are kept for the first
    /// subscription to them.
    pub soft: usize,
    /// The memory of the unread messages of one consumer from which reading stops until it reads, or
    /// until [`Limits::overflow`] applies: 64 MiB by default. A short line takes more memory than its
    /// bytes.
    pub hard: usize,
    /// How long a consumer at the hard limit may take nothing before [`Limits::overflow`] applies:
    /// 10 s by default.
    pub stale: Duration,
    /// The longest pause after each block at the soft limit: 10 ms by default.
    pub pause: Duration,
    /// What happens to a consumer that stays at the hard limit and does not read:
    /// [`OverflowPolicy::DropOldest`] by default.
    pub overflow: OverflowPolicy,
    /// The bytes of prompts that may wait to be written to stdin: 8 MiB by default. Sending waits
    /// beyond it. A single larger prompt is sent once the queue is empty.
    pub outbox: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            soft: 192 << 10,
            hard: 64 << 20,
            stale: Duration::from_secs(10),
            pause: Duration::from_millis(10),
            overflow: OverflowPolicy::DropOldest,
            outbox: 8 << 20,
        }
    }
}

/// What happens to a consumer that stays at the hard limit and does not read.
///
/// # Examples
///
/// ```
/// use claude_protocol::{Limits, OverflowPolicy};
///
/// assert_eq!(Limits::default().overflow, OverflowPolicy::DropOldest);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum OverflowPolicy {
    /// Drops its oldest messages, deltas first, until three quarters of [`Limits::hard`] are left,
    /// and reports the number as [`Message::Lagged`](claude_types::Message::Lagged). Results are
    /// dropped last, and a [`Turn`](crate::Turn) never loses its own.
    #[default]
    DropOldest,
    /// Stops reading until the consumer reads, without a deadline. Control requests, responses and
    /// all other consumers wait, too.
    Pause,
    /// Ends its stream with [`ProtocolError::Overflow`](crate::ProtocolError::Overflow).
    Fail,
}

/// When the stdin of the CLI is closed.
///
/// The CLI exits when its stdin ends, and it reads replies to its control requests from there.
///
/// # Examples
///
/// ```
/// use claude_protocol::{ConnectionOptions, StdinPolicy};
///
/// let mut options = ConnectionOptions::default();
/// assert_eq!(options.input, StdinPolicy::Open);
/// options.input = StdinPolicy::EndsWithRun;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum StdinPolicy {
    /// When the connection is closed. For a conversation.
    #[default]
    Open,
    /// After [`Connection::end_input`](crate::Connection::end_input), when the last prompt is
    /// written. For a run without callbacks. If a callback or an MCP server is registered, it is
    /// the same as [`StdinPolicy::EndsWithRun`].
    EndsWithPrompt,
    /// After [`Connection::end_input`](crate::Connection::end_input), when the run is over: every
    /// prompt has its result, the CLI is idle, no background agent runs, and no control request is
    /// open. For a run with callbacks.
    EndsWithRun,
}
