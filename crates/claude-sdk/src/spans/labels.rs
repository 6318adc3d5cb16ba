//! What the spans of a session are called.

/// What the spans of a session are called, from its options.
#[derive(Debug, Default)]
#[cfg_attr(not(feature = "tracing"), expect(dead_code, reason = "nothing is named without spans"))]
pub(crate) struct Labels {
    /// The agent of the main thread.
    pub(crate) agent: Option<String>,
    pub(crate) model: Option<String>,
    pub(crate) resumed: bool,
}
