//! Doctor: finds what is wrong with a session file.
//!
//! Reading order: `finding.rs` (what is found, in words), `report.rs` (the check), `index.rs` (what
//! one pass over the file keeps), `damage.rs` (lines that are not one JSON object), `pass.rs` (the pass), `chain.rs` and
//! `calls.rs` (what the lines say about each other), `outputs.rs`, `surroundings.rs` and
//! `retention.rs` (what stands around the file).

mod finding;
mod report;
mod index;
mod damage;
mod pass;
mod chain;
mod calls;
mod outputs;
mod surroundings;
mod retention;

pub use finding::{Finding, Severity};
pub use report::Report;
