//! Reply: the body of our reply to a control request of the CLI.

use serde::Serialize;

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
