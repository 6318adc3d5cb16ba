//! Queries: [`query`] and [`query_stream`] return a [`PendingQuery`]. Awaiting it starts the CLI
//! and returns a [`Query`].
//!
//! Reading order: `pending.rs`, `run.rs`, `prompt_stream.rs`.

mod pending;
mod run;
mod prompt_stream;

#[cfg(feature = "json")]
pub(crate) use pending::PromptSource;
pub use pending::{PendingQuery, query, query_stream};
pub use run::Query;
