//! Decode error: the only error type for decoding in this crate.

use std::borrow::Cow;
use std::sync::Arc;

/// An error from decoding JSON as a type that it does not fit.
///
/// # Examples
///
/// ```
/// let error = claude_types::decode_as::<Vec<u64>>("numbers", b"[1, true]").unwrap_err();
/// assert_eq!(error.to_string(), "failed to decode `numbers` from 9 bytes");
/// ```
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
#[error("failed to decode `{expected}` from {length} bytes")]
pub struct DecodeError {
    /// The name of the expected type.
    pub expected: Cow<'static, str>,
    /// The length of the JSON in bytes. The JSON is not kept, because it may contain a prompt.
    pub length: usize,
    /// The position in the JSON, and the cause.
    #[source]
    pub source: Arc<serde_json::Error>,
}

impl DecodeError {
    pub(crate) fn new(
        expected: impl Into<Cow<'static, str>>,
        length: usize,
        error: serde_json::Error,
    ) -> Self {
        Self { expected: expected.into(), length, source: Arc::new(error) }
    }
}
