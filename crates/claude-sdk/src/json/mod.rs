//! Typed answers: a question whose answer is a Rust type.
//!
//! The schema comes from the type (`schema.rs`). The CLI gets it in `initialize` and has the model
//! answer through a tool of its own; in a session that began without it, the prompt holds the
//! schema in words (`words.rs`). What comes back is looked for in the result, taken out of known
//! wrappers and checked (`read.rs`, `candidates.rs`). An answer that does not fit is asked for once
//! more, in the same session (`ask.rs`).

mod failure;

#[cfg(feature = "json")]
mod ask;
#[cfg(feature = "json")]
mod candidates;
#[cfg(feature = "json")]
mod options;
#[cfg(feature = "json")]
mod read;
#[cfg(feature = "json")]
mod schema;
#[cfg(feature = "json")]
mod words;

#[cfg(feature = "json")]
pub(crate) use ask::Answers;
#[cfg(feature = "json")]
pub use ask::JsonAnswer;
pub use failure::JsonFailure;
