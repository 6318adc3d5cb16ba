//! Repair: writes a session file anew without what a CLI cannot read or refuses.
//!
//! Reading order: `options.rs` (what is repaired), `run.rs` (the whole of it), `plan.rs` (what becomes
//! of each line), `edit.rs` (a line with another field), `rewrite.rs` (the new content), `replace.rs`
//! (the steps on the disk).

mod options;
mod run;
mod plan;
mod edit;
mod rewrite;
mod replace;

pub use options::{Repaired, Repairs};
