//! Doctor: finds what is wrong with a session file, and repairs it.
//!
//! Reading order: `finding.rs` (what is found, in words), `report.rs` (the check), `pass.rs` and
//! `index.rs` (one pass over the file, and what it keeps), `damage.rs` (lines that are not one JSON
//! object), `chain.rs` and `calls.rs` (what the lines say about each other), `outputs.rs`,
//! `surroundings.rs` and `retention.rs` (what stands around the file), `repair/`.

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
mod repair;

pub use finding::{Finding, Severity};
pub use repair::{Repaired, Repairs};
pub use report::Report;
