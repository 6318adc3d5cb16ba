//! Conversation: facts that are read from the messages of a session, without IO.
//!
//! - `last_answer.rs`: what the model said in its last answer.
//! - `session_ids.rs`: the ID under which the conversation can be resumed.

mod last_answer;
mod session_ids;

pub(crate) use last_answer::LastAnswer;
pub(crate) use session_ids::SessionIds;
