//! The session protocol of the Claude Code CLI: routing, control requests, turns and state.
//!
//! One background task drives each [`Connection`]. It routes messages to turns ([`Turn`]) and
//! subscriptions ([`Subscription`]), answers requests of the CLI through callbacks
//! ([`Handlers`]), and matches responses of the CLI to our requests. It handles neither bytes nor
//! processes: those belong to `claude-transport`.
//!
//! ```text
//!   your tasks                          one background task          transport
//!
//!   Connection ────── commands ───────▶ ┌────────┐ ◀── lines from stdout ── reader
//!                                       │ Driver │
//!   Turn, Subscription ◀── messages ─── └────────┘ ─── lines to stdin ────▶ writer
//!                                         │    ▲
//!                       control requests  │    │  replies
//!                                         ▼    │
//!                                        callbacks, one task each
//! ```
//!
//! Start with [`Connection::open`], then [`Connection::send`].
//!
//! # Reading order
//!
//! - `connection/`: the handle. `handle.rs`, then `callback.rs` for what users register.
//! - `turn/`: what a prompt returns. `send.rs`, `stream.rs`, `interrupt.rs`.
//! - `driver/`: the background task. `event_loop.rs` (the loop) and `event_source.rs` (what it
//!   waits for), then `messages.rs`, `requests.rs`, and `shutdown.rs` for the end.
//! - `tables/`: the records that the driver keeps. `route.rs`, `turns.rs`, `outbox.rs`,
//!   `pending_requests.rs`, and `stdin_tracker.rs` for when stdin closes.
//! - `callbacks/`: how requests of the CLI are answered. `in_flight.rs`, then `failure.rs`.
//! - `delivery/`: how messages reach a stream. `consumers.rs`, `queue.rs`, `receiver.rs`,
//!   `backpressure.rs`.
//! - `state/`: what the session is doing. `value.rs`, `main_thread.rs`, `task_table.rs`,
//!   `stall.rs`.
//! - `facts/`: what observers are told. `fact.rs`, `observer.rs`.
//! - `limits.rs`, `error.rs` and `trace.rs`: limits and deadlines, the error type, log events.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod connection;
mod turn;
mod driver;
mod tables;
mod callbacks;
mod delivery;
mod state;
pub mod facts;
mod limits;
mod error;
mod trace;

pub use connection::{
    Callback, CallbackError, CallbackFuture, Capabilities, CloseReport, Connection,
    ConnectionScope, Context, DialogAnswer, Dialogs, ElicitationAnswer, Handlers, Hook, Idle,
    InitCheck, McpServer, OnFailure, PermissionAnswer, TaskJoin, Tasks, UserAnswer, WeakConnection,
};
pub use driver::{ConnectionOptions, handshake};
#[doc(hidden)]
pub use error::shown;
pub use error::{ProtocolError, StartupOutput};
pub use facts::{Fact, Observe, Observer};
pub use limits::{Deadlines, Limits, OverflowPolicy, StdinPolicy};
pub use state::{
    Phase, Progress, ProgressWatch, PromptPhase, Recovery, Stall, StallPolicy, StallWatch, State,
    StateFrames, StateWatch, Task, TaskTree, Timings,
};
pub use turn::{
    InterruptOptions, InterruptOutcome, SteerOutcome, Subscription, Turn, TurnHandle, answers,
};

/// The README of this crate, so that its blocks are compiled as doc tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
