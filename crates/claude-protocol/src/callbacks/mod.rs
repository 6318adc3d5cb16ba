//! Callbacks: how the control requests of the CLI are answered.
//!
//! Each request runs as a task ([`in_flight`]). If the callback fails, a guard denies
//! ([`failure`]).

mod in_flight;
mod workers;
mod completions;
mod failure;
mod reply;
mod replay;
pub(crate) mod permission_updates;
pub(crate) mod mcp;

pub(crate) use failure::{RequestKind, failed, is_guard};
pub(crate) use in_flight::Callbacks;
pub(crate) use mcp::McpServers;
pub(crate) use replay::ReplayFilter;
pub(crate) use reply::Reply;
