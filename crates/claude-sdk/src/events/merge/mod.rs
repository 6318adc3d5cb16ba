//! Merging: partial and complete messages of one thread become one sequence of deltas.
//!
//! Reading order: `agent_thread.rs`, `partial.rs`, then the values.

mod agent_thread;
mod partial;
mod recent_messages;
mod block_key;
mod text_delta;

pub(crate) use agent_thread::{AgentThread, MessageContext};
pub use block_key::{BlockKey, Reason, Retracted};
pub(crate) use recent_messages::RecentMessages;
pub use text_delta::TextDelta;
