//! Reply: the body of an answer to a control request of the CLI.

use serde::Serialize;

/// The body of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reply {
    /// The JSON of what was asked for.
    Success(Vec<u8>),
    /// Why there is none.
    Error(String),
}

impl Reply {
    /// Renders a value, or tells that it could not be.
    pub(crate) fn from_serialize<T: Serialize>(value: &T) -> Self {
        match serde_json::to_vec(value) {
            Ok(json) => Self::Success(json),
            Err(error) => Self::Error(format!("the answer has no JSON form: {error}")),
        }
    }
}
