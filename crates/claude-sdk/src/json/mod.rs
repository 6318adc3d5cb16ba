//! Typed answers: a prompt whose answer is a Rust type.
//!
//! The schema comes from the type (`schema.rs`). The CLI gets it in `initialize` and has the model
//! answer through a tool. In a session that began without the schema, the prompt contains it as
//! text (`prompt_text.rs`). The value is taken from the result, without known wrappers, and checked
//! (`extract.rs`, `candidates.rs`). If an answer does not match, the model is asked once more in
//! the same session (`typed_query.rs`).
//!
//! # Examples
//!
//! ```no_run
//! use claude_sdk::json::JsonAnswer;
//! use claude_sdk::schemars::{self, JsonSchema};
//! use claude_sdk::{Options, query};
//!
//! #[derive(serde::Deserialize, JsonSchema)]
//! struct City { name: String, inhabitants: Option<u64> }
//!
//! # async fn run() -> Result<(), claude_sdk::Error> {
//! let pending = query("Which city is the largest of Japan?", Options::default());
//! let answer: JsonAnswer<City> = pending.json_answer().await?;
//! match answer.outcome {
//!     Ok(city) => println!("{} ({:?})", city.name, city.inhabitants),
//!     Err(failure) => eprintln!("{failure} after {} repairs", answer.repairs),
//! }
//! # Ok(())
//! # }
//! ```

mod typed_query;
mod extract;
mod candidates;
mod schema;
mod prompt_text;
mod options;

pub use typed_query::JsonAnswer;
#[cfg(feature = "tower")]
pub(crate) use typed_query::read;
