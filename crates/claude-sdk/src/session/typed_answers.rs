//! Typed answers: what a session knows about the type that is asked for.

use claude_types::Raw;

/// What a session knows of typed answers.
#[derive(Debug, Clone, Default)]
pub(crate) struct TypedAnswers {
    /// The schema that the CLI has.
    pub(crate) schema: Option<Raw>,
    /// How often an answer that does not fit is asked for again.
    pub(crate) repairs: u32,
}
