//! Server: an MCP server made of closures.
//!
//! Read `builder.rs` first, then `tool.rs`, `arguments.rs` (the schema of a tool's arguments), `context.rs` (what a tool
//! knows about its call) and `output.rs` (what a tool returns).

mod builder;
mod tool;
mod arguments;
mod context;
mod output;

pub(crate) use arguments::spell_out;
pub use builder::{Server, ServerBuilder};
pub use context::ToolContext;
pub use output::{Json, ToolOutput};
pub use tool::{NoArgs, Tool};
