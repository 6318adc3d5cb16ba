//! Typed answers: the settings of a session for answers of a Rust type.

use std::fmt;

use claude_types::Raw;

/// The settings of a session for typed answers.
#[derive(Clone, Default)]
pub(crate) struct TypedAnswers {
    /// The schema that was passed to the CLI.
    pub(crate) schema: Option<Raw>,
    /// How often an answer that does not match is requested again.
    pub(crate) repairs: u32,
}

impl fmt::Debug for TypedAnswers {
    /// Leaves out the schema, which may quote what the program keeps to itself.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TypedAnswers")
            .field("schema", &self.schema.is_some())
            .field("repairs", &self.repairs)
            .finish()
    }
}
