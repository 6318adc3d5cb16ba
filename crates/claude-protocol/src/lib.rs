//! Who gets which line: the protocol between an SDK and the Claude Code CLI.
//!
//! One task owns a connection ([`Connection`]). It routes what the CLI writes, answers what it
//! asks through callbacks ([`Handlers`]), settles what we ask, and hands messages to turns
//! ([`Turn`]) and subscriptions ([`Subscription`]). It sees no byte stream and no process; those
//! are `claude-transport`'s business.
//!
//! ```text
//!   Connection (handle) ──commands──▶ ┌────────┐ ◀──frames── ReadLines
//!                                     │ Driver │
//!   Turn, Subscription ◀──queues───── └────────┘ ──lines───▶ AsyncWrite
//!                                       │    ▲
//!                                       ▼    │ answers
//!                                     callbacks (tasks)
//! ```
//!
//! # Reading order
//!
//! `driver.rs` (the loop), `route.rs`, `driver/observe.rs`, `turns.rs`, `queue.rs`; then
//! `driver/questions.rs`, `driver/dialogs.rs`, `callbacks.rs` and `mcp.rs` for what the CLI asks, `driver/ending.rs` and
//! `lifetime.rs` for the end; `driver/watch.rs`, `activity.rs`, `state.rs`, `tasks.rs` and `stall.rs`
//! for what the session is doing.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod connection;
mod turn;
mod driver;
mod tables;
mod callbacks;
mod delivery;
mod state;
mod limits;
mod error;
mod trace;

pub use connection::{
    Callback, CallbackError, CallbackFuture, Capabilities, Connection, Context, DialogAnswer,
    Dialogs, ElicitationAnswer, Handlers, Hook, Idle, InitCheck, McpServer, OnFailure,
    PermissionAnswer, TaskJoin, Tasks, UserAnswer, WeakConnection,
};
pub use driver::{ConnectionOptions, handshake};
pub use error::{ProtocolError, StartupOutput};
pub use limits::{Deadlines, Limits, OverflowPolicy, StdinPolicy};
pub use state::{
    Phase, Progress, ProgressWatch, PromptPhase, Recovery, Stall, StallPolicy, StallWatch, State,
    StateFrames, StateWatch, Task, TaskTree, Timings,
};
pub use tables::{Observe, Observer};
pub use turn::{
    InterruptOptions, InterruptOutcome, SteerOutcome, Subscription, Turn, TurnHandle, answers,
};

/// The README of this crate, so that its blocks are compiled as doc tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
