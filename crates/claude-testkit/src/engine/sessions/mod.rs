//! Sessions: what the mock keeps between processes, which session a start uses, and parked calls.
//!
//! Next: `stored.rs` (the kept data), `named.rs` (what a command line names), `start.rs` (new, resumed, continued and forked sessions), then
//! `defer.rs` (a call that a hook defers, and its replay).

mod defer;
mod named;
mod start;
mod stored;

pub(super) use named::Start;
pub use stored::{Deferred, Session, Sessions};
