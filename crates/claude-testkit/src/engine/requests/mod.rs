//! Requests: control requests of the CLI to the host, and what its responses do.

mod hook;
mod permission;
mod rules;
mod mcp;

pub(super) use hook::Hooks;
pub(super) use mcp::Server;
