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
//! `driver/questions.rs` and `callbacks.rs` for what the CLI asks, `driver/ending.rs` and
//! `lifetime.rs` for the end.

mod callbacks;
mod connection;
mod consumers;
mod defaults;
mod driver;
mod error;
mod guard;
mod handlers;
mod inbox;
mod initialize;
mod lifetime;
mod outbox;
mod pace;
mod pending;
mod queue;
mod route;
mod run;
mod state;
mod sync;
mod trace;
mod turn;
mod turns;

pub use connection::{Connection, ConnectionOptions, Interrupt};
pub use defaults::{Deadlines, Limits, Overflow};
pub use error::ProtocolError;
pub use guard::OnFailure;
pub use handlers::{Callback, CallbackError, CallbackFuture, Context, Handlers, Hook};
pub use lifetime::Input;
pub use state::{State, StateWatch};
pub use turn::{Subscription, Turn, answers};
