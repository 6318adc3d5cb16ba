//! Reply: the body of our reply to a control request of the CLI.

use serde::Serialize;

use crate::facts::AnswerOutcome;

/// The reply of a callback, and what it means.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) reply: Reply,
    pub(crate) outcome: AnswerOutcome,
}

impl From<Reply> for Answer {
    fn from(reply: Reply) -> Self {
        Self { reply, outcome: AnswerOutcome::Given }
    }
}

/// The body of a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reply {
    /// The requested value, as JSON.
    Success(Vec<u8>),
    /// The reason for which there is no value.
    Error(String),
}

impl Reply {
    /// Serializes a value. Returns an error reply if that fails.
    pub(crate) fn from_serialize<T: Serialize>(value: &T) -> Self {
        match serde_json::to_vec(value) {
            Ok(json) => Self::Success(json),
            Err(error) => Self::Error(format!("failed to serialize the reply: {error}")),
        }
    }
}
