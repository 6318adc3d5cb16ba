//! Typed answers: a prompt whose answer is a Rust type.
//!
//! The schema comes from the type (`schema.rs`). The CLI gets it in `initialize` and has the model
//! answer through a tool. In a session that began without the schema, the prompt contains it as
//! text (`prompt_text.rs`). The value is taken from the result, without known wrappers, and checked
//! (`extract.rs`, `candidates.rs`). An answer that does not fit is asked for once more in the same
//! session (`typed_query.rs`).

mod typed_query;
mod extract;
mod candidates;
mod schema;
mod prompt_text;
mod options;

pub use typed_query::JsonAnswer;
