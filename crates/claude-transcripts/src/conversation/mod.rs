//! Conversation: the messages of a session, from lines that each name the one before it.
//!
//! Reading order: `messages.rs` (what it offers), `index.rs` and `node.rs` (what one pass over
//! the file keeps), `bridge.rs` (lost parents), `chain.rs` (the order),
//! `counts.rs` (the sizes of branches).

mod messages;
mod index;
mod bridge;
mod node;
mod chain;
mod counts;

pub use messages::{Branch, BranchReason, Conversation, Messages, StoredMessage};
pub(crate) use node::millis;
