//! Fake Messages API on loopback: runs the real CLI without a key, a network or tokens.
//!
//! A [`Script`] defines the answers of the model, turn by turn. [`FakeApi`] serves it and records
//! the requests. It checks no request and has no model: it sends what the script says, including
//! errors and hangs.
//!
//! # Examples
//!
//! ```
//! use claude_testkit::fake_api::{FakeApi, Turn};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! let api = FakeApi::start([Turn::text("Hello."), Turn::error(529, "overloaded_error", "Busy")]).await?;
//! assert!(api.url().starts_with("http://127.0.0.1:"));
//! assert!(api.messages().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! Next: `script.rs` and `turn.rs` (the answers), `events.rs` and `order.rs` (streaming), `body.rs`
//! and `respond.rs` (sending, breaking off and hanging), `server.rs` (the server), `request.rs`
//! (the recorded requests).

mod block;
mod body;
mod events;
mod order;
mod request;
mod respond;
mod script;
mod server;
mod turn;

pub use block::Block;
pub use request::Request;
pub use script::Script;
pub use server::FakeApi;
pub use turn::Turn;
