//! Session: one server at work for one client. JSON-RPC messages go in, responses come out.
//!
//! Requests of the client go straight to the handler, so that each gets exactly one response. Only notifications,
//! responses of the client and messages of the server pass through rmcp's own loop.
//!
//! Read `dispatch.rs` first, then `message.rs` (JSON-RPC), `in_flight.rs` (cancellation), `catch_panic.rs`,
//! `bridge.rs` and `server_messages.rs` (what rmcp sees and sends), `manifest.rs` (the handshake ahead of time), and
//! `tool_list.rs` (what the CLI accepts as a list of tools).

mod dispatch;
mod message;
mod in_flight;
mod catch_panic;
mod bridge;
mod server_messages;
mod manifest;
mod tool_list;

#[cfg(feature = "stdio")]
pub(crate) use catch_panic::CatchPanic;
pub use dispatch::Session;
pub use manifest::Manifest;
