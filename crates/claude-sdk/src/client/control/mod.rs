//! Control requests: what can be asked of a running session, by subject. Each method is one
//! request.
//!
//! Each request has a deadline, and its future may be dropped at any time: the request may have
//! been sent by then, and its response is ignored. `request.rs` sends them, and is the way to
//! requests that this version does not know. Requests about the set of MCP servers are in
//! `client/mcp_servers.rs`.

mod request;
mod info;
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
