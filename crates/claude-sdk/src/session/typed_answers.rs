//! Typed answers: the settings of a session for answers of a Rust type.

use claude_types::Raw;

/// The settings of a session for typed answers.
#[derive(Debug, Clone, Default)]
pub(crate) struct TypedAnswers {
    /// The schema that was passed to the CLI.
    pub(crate) schema: Option<Raw>,
    /// How often an answer that does not match is requested again.
    pub(crate) repairs: u32,
}
