//! Requests: control requests of the CLI to the host, and what its responses do.

mod hook;
mod hook_answer;
mod permission;
mod rules;
mod mcp;

pub(super) use hook::{HookCall, Hooks};
pub(super) use mcp::Server;
