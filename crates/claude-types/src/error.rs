//! The one error of this crate.

use std::sync::Arc;

/// A line that is not what it was decoded as.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
#[error("failed to decode `{expected}` from {length} bytes")]
pub struct DecodeError {
    /// What the line was decoded as.
    pub expected: &'static str,
    /// How long the line is, in bytes. The line itself may hold a prompt and is not shown.
    pub length: usize,
    /// Where in the line, and why.
    #[source]
    pub source: Arc<serde_json::Error>,
}

impl DecodeError {
    pub(crate) fn new(expected: &'static str, length: usize, error: serde_json::Error) -> Self {
        Self { expected, length, source: Arc::new(error) }
    }
}
