//! MCP servers of a session: in-process servers, and external ones.
//!
//! Reading order: `set.rs` (what users set), `in_process.rs`, `wait.rs` (waits until they are
//! connected), `tool_name.rs`.

mod set;
#[cfg(feature = "mcp")]
mod in_process;
mod wait;
mod tool_name;

#[cfg(feature = "mcp")]
pub(crate) use in_process::{forward, replace, restore, serve};
pub use set::McpServers;
pub use tool_name::ToolName;
pub(crate) use wait::{status, wait};
