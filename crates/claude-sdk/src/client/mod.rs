//! Client: a conversation with many turns. The type itself is in `session/client.rs`; these are its
//! methods.
//!
//! Reading order: `connect.rs`, `send.rs`, `messages.rs`, then the control requests in `control/`.

mod connect;
mod send;
mod messages;
mod warm;
mod mcp_servers;
mod control;

pub use claude_protocol::InterruptOptions;

pub use crate::turn::SteerOutcome;
pub use messages::{Messages, Unsolicited, UnsolicitedMessages};
pub use warm::WarmClient;
