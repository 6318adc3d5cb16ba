//! Schema check: whether a JSON value fits a JSON Schema, and what is wrong with it if it does not.
//!
//! It is for schemas of arguments and answers, derived from Rust types or written by hand for a model. It knows the
//! keywords that constrain a value. Keywords that only describe (`title`, `format`, `default`) are ignored, and
//! so are unknown keywords. References are followed within the schema, never beyond it. A complete validator
//! needs about thirty more crates; see `docs/design.md`.
//!
//! # Examples
//!
//! ```
//! use claude_types::schema::schema_problems;
//! use serde_json::json;
//!
//! let schema = json!({ "properties": { "age": { "minimum": 0 } } });
//! let problems = schema_problems(schema.as_object().unwrap(), &json!({ "age": -1 }));
//! assert_eq!(problems[0].to_string(), "/age: must be at least 0");
//! ```
//!
//! Read `check.rs` first (the walk and its bounds), then `keywords.rs`.

mod check;
mod keywords;

pub use check::{SchemaProblem, schema_problems};
