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

mod connection;
mod driver;
mod route;
mod turns;
mod progress;
mod consumers;
mod run;
mod queue;
mod sync;
mod inbox;
mod turn;
mod steer;
mod interrupt;
mod pace;
mod outbox;
mod pending;
mod request_name;
mod bell;
mod callbacks;
mod hands;
mod mailbox;
mod redelivery;
mod handlers;
mod guard;
mod updates;
mod mcp;
mod initialize;
mod observer;
mod lifetime;
mod state;
mod activity;
mod scan;
mod idle;
mod tasks;
mod taken_back;
mod task_watch;
mod stall;
mod state_frames;
mod told;
mod capabilities;
mod defaults;
mod heard;
mod error;
mod trace;

pub use capabilities::Capabilities;
pub use connection::{Connection, ConnectionOptions, WeakConnection};
pub use defaults::{Deadlines, Limits, Overflow};
pub use error::ProtocolError;
pub use guard::OnFailure;
pub use handlers::{
    Callback, CallbackError, CallbackFuture, Context, DialogAnswer, Dialogs, ElicitationAnswer,
    Handlers, Hook, PermissionAnswer, UserAnswer,
};
pub use heard::Heard;
pub use idle::Idle;
pub use initialize::handshake;
pub use interrupt::{Interrupt, InterruptOptions};
pub use lifetime::Input;
pub use mcp::McpServer;
pub use observer::{Observe, Observer};
pub use progress::{Progress, ProgressWatch, PromptPhase, Timings};
pub use stall::{Recovery, StallPolicy, Stalled, Stalls};
pub use state::{Phase, State, StateWatch};
pub use state_frames::StateFrames;
pub use steer::{Steered, TurnHandle};
pub use task_watch::{Join, Tasks};
pub use tasks::{Task, TaskTree};
pub use told::InitCheck;
pub use turn::{Subscription, Turn, answers};
