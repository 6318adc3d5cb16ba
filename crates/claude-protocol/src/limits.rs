//! Every limit and deadline of this crate, with its name. `docs/defaults.md` is the same table.

use std::time::Duration;

use claude_transport::ShutdownGrace;

/// How long things may take.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Deadlines {
    /// The answer to `initialize`, counted from when the request is written. 60 s.
    pub initialize: Duration,
    /// The answer to any other control request. 60 s.
    pub control: Duration,
    /// The answer to a control request for which the CLI asks a model, a server or much of the
    /// disk. 300 s.
    pub slow: Duration,
    /// What became of an interrupt. 5 s.
    pub interrupt: Duration,
    /// A hook callback that names no deadline of its own. 60 s.
    pub hook: Duration,
    /// The end of the run after the last result, before stdin is closed anyway; and after that, the
    /// end of a CLI that stays and says nothing, before it is ended. 600 s.
    pub run_end: Duration,
    /// The steps of a close. 7 s for the end after stdin is closed, then 2 s after TERM.
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
            close: ShutdownGrace::default(),
        }
    }
}

/// How much may wait, and what happens beyond it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Limits {
    /// Unread bytes of one consumer at which reading slows down. 320 KiB.
    pub soft: usize,
    /// Unread bytes of one consumer that are never exceeded for long. 64 MiB.
    pub hard: usize,
    /// After how long without reading a consumer at the hard bound counts as gone. 10 s.
    pub stale: Duration,
    /// How long one pause at the soft bound is. 20 ms.
    pub pause: Duration,
    /// What happens to a consumer that is at the hard bound and does not read.
    pub overflow: OverflowPolicy,
    /// Bytes of prompts that may wait for the CLI to read them. 8 MiB.
    pub outbox: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            soft: 320 << 10,
            hard: 64 << 20,
            stale: Duration::from_secs(10),
            pause: Duration::from_millis(20),
            overflow: OverflowPolicy::DropOldest,
            outbox: 8 << 20,
        }
    }
}

/// What happens to a consumer that is at the hard bound and does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum OverflowPolicy {
    /// It loses its oldest messages, deltas first, and is told how many. Results are kept.
    #[default]
    DropOldest,
    /// Reading waits for it, for as long as it takes. Everything else waits too.
    Pause,
    /// Its stream ends with an error.
    Fail,
}

/// Who decides that stdin is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum StdinPolicy {
    /// The user, by closing: a conversation.
    #[default]
    Open,
    /// Nothing can call back: closed when the last prompt is written. Once something can, it is the
    /// same as [`StdinPolicy::EndsWithRun`].
    EndsWithPrompt,
    /// Something may call back: closed when the run is over.
    EndsWithRun,
}
