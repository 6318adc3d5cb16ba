//! MCP servers of a session: in-process servers, and external ones.
//!
//! Reading order: `set.rs` (what users set), `at_launch.rs` (what the CLI knows from its start),
//! `in_process.rs`, `wait.rs` (waits until they are connected), `tool_name.rs`.

mod set;
mod at_launch;
#[cfg(feature = "mcp")]
mod in_process;
mod wait;
mod tool_name;

#[cfg(feature = "mcp")]
pub(crate) use in_process::{forward, replace, restore, serve};
pub use set::McpServers;
pub use tool_name::ToolName;
pub(crate) use wait::{status, wait};
