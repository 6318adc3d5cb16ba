//! Clients: the methods of [`Client`](crate::Client), a session for many prompts, and its message
//! streams.
//!
//! Reading order: `connect.rs`, `send.rs`, `reset.rs`, `messages.rs`, `changes.rs` and `recycle.rs`,
//! then the control requests in `control/`.
//! The type is declared in `session/client.rs`.
//!
//! # Examples
//!
//! Read unsolicited messages, and interrupt a turn together with the queued prompts:
//!
//! ```no_run
//! use claude_sdk::client::InterruptOptions;
//!
//! # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
//! let mut unsolicited = client.unsolicited()?;
//! client.interrupt_with(InterruptOptions::new().cancel_queued()).await?;
//! while let Some(item) = unsolicited.next().await {
//!     println!("{:?}", item?.message);
//! }
//! # Ok(())
//! # }
//! ```

mod connect;
mod send;
mod reset;
mod changes;
mod recycle;
mod messages;
mod warm;
mod mcp_servers;
mod control;

pub use claude_protocol::{CloseReport, InterruptOptions};

pub use crate::session::Scope;
pub use crate::turn::SteerOutcome;
pub use messages::{Messages, Unsolicited, UnsolicitedMessages};
pub use warm::WarmClient;
