//! Queries: [`query`] and [`query_stream`] return an [`PendingQuery`]. Awaiting it starts the CLI and
//! returns a [`Query`].

mod pending;
mod run;
mod prompt_stream;

#[cfg(feature = "json")]
pub(crate) use pending::PromptSource;
pub use pending::{PendingQuery, query, query_stream};
pub use run::Query;
