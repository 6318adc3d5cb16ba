//! The one error of this crate.

/// A line that is not what it was decoded as.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
#[error("failed to decode `{expected}` from {length} bytes")]
pub struct DecodeError {
    /// What the line was decoded as.
    pub expected: std::borrow::Cow<'static, str>,
    /// How long the line is, in bytes. The line itself may hold a prompt and is not shown.
    pub length: usize,
    /// Where in the line, and why.
    #[source]
    pub source: std::sync::Arc<serde_json::Error>,
}
