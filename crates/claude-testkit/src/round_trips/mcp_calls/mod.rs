//! MCP calls: many calls of a tool that runs in the host, to measure the cost of one round trip.
//!
//! The mock plays the MCP client: handshake, list of tools, then calls of which a fixed number is always in flight.
//! The [`Engine`](crate::engine::Engine) plays the rest of the session, and its result contains a placeholder that the
//! times replace. Nothing is retried: a response that is an error or missing ends the mock.
//!
//! Pipes hold 64 KiB. With more than 100 calls in flight, a host that writes before it reads would block.
//!
//! Read `play.rs` first, then `client.rs` and `answer.rs`.

mod play;
mod client;
mod answer;

pub(crate) use play::{McpCalls, play};
