//! Fork: a new session with the messages of another one, up to a point.
//!
//! Reading order: `point.rs` (what users call), `rows.rs` (one pass over the file), `cut.rs` (where a
//! fork ends, next to compactions), `abandoned.rs`
//! (compactions that a rewind left), `rewrite.rs` (a line with its new IDs), `notes.rs` (the lines at
//! the end).

mod abandoned;
mod cut;
mod notes;
mod point;
mod rewrite;
mod rows;

pub use point::ForkPoint;
