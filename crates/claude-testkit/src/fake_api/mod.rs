//! A fake Messages API on loopback, so that the real CLI can be tested without a key, a network or tokens.
//!
//! A [`Script`] says what the model answers, turn by turn; [`FakeApi`] serves it and records what was asked. It
//! checks no request and knows no model: it says what it was told to say, also wrongly or never.
//!
//! Next: `script.rs` and `turn.rs` (what is said), `events.rs` and `order.rs` (how it is streamed), `body.rs` and `respond.rs`
//! (how it goes out, breaks and hangs), `server.rs` (the server), `request.rs` (what was asked).

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
