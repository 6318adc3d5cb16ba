//! What can be asked of a running session, by subject. Each method is a control request.
//!
//! All have a deadline, and all may be dropped at any time: the request may have been sent then,
//! and its answer goes nowhere. `request.rs` is what they are made of, and what is left where the
//! CLI knows more than this version. MCP servers have `mcp_control.rs`, too.

mod request;
mod about;
mod model;
mod permissions;
mod settings;
mod usage;
mod files;
mod plugins;
mod tasks;
mod session;
mod conversation;
mod mcp;
