//! Server: an MCP server made of closures.
//!
//! Read `builder.rs` first, then `tool.rs`, `context.rs` (what a tool knows about its call) and `output.rs` (what a
//! tool returns).

mod builder;
mod tool;
mod context;
mod output;

pub use builder::{Server, ServerBuilder};
pub use context::ToolContext;
pub use output::{Json, ToolOutput};
pub use tool::{NoArgs, Tool};
