//! Control requests: the requests that a program can send to a running session, by subject. Each
//! method is one request.
//!
//! Each request has a deadline. Its future may be dropped at any time: the request may have been
//! sent by then, and its response is ignored. `request.rs` sends the requests, also those that this
//! version does not know. Requests about the set of MCP servers are in `client/mcp_servers.rs`.

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
