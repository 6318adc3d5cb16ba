//! Callbacks: how the control requests of the CLI are answered.
//!
//! Each callback runs in a task of its own. A request gets at most one reply, and if the
//! callback fails, the reply of a guard denies. The types that users register are in
//! `connection/callback.rs`; which request calls which callback is decided in `driver/requests.rs`.
//!
//! Begin with `in_flight.rs`, then `failure.rs`.

mod in_flight;
mod failure;
mod hook_outcome;
mod panic_note;
mod reply;
mod replay;
pub(crate) mod permission_updates;
pub(crate) mod mcp;

pub(crate) use failure::{RequestKind, failed, is_guard};
pub(crate) use hook_outcome::hook_outcome;
pub(crate) use in_flight::Callbacks;
pub(crate) use mcp::McpServers;
pub(crate) use panic_note::PanicNote;
pub(crate) use replay::ReplayFilter;
pub(crate) use reply::{Answer, Reply};
