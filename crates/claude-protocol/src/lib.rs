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
//! `driver/questions.rs`, `callbacks.rs` and `mcp.rs` for what the CLI asks, `driver/ending.rs` and
//! `lifetime.rs` for the end.

mod connection;
mod driver;
mod route;
mod turns;
mod consumers;
mod run;
mod queue;
mod sync;
mod inbox;
mod turn;
mod pace;
mod outbox;
mod pending;
mod callbacks;
mod handlers;
mod guard;
mod mcp;
mod initialize;
mod lifetime;
mod state;
mod defaults;
mod error;
mod trace;

pub use connection::{Connection, ConnectionOptions, Interrupt, WeakConnection};
pub use defaults::{Deadlines, Limits, Overflow};
pub use error::ProtocolError;
pub use guard::OnFailure;
pub use handlers::{
    Callback, CallbackError, CallbackFuture, Context, Handlers, Hook, PermissionAnswer,
};
pub use initialize::handshake;
pub use lifetime::Input;
pub use mcp::McpServer;
pub use state::{State, StateWatch};
pub use turn::{Subscription, Turn, answers};
