//! Queries: [`query`] and [`query_stream`] return an [`Ask`]. Awaiting it starts the CLI and
//! returns a [`Query`].

mod pending;
mod run;
mod prompt_stream;

#[cfg(feature = "json")]
pub(crate) use pending::PromptSource;
pub use pending::{Ask, query, query_stream};
pub use run::Query;
