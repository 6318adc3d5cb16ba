//! Play: runs one case with the real CLI, and returns its output.
//!
//! Read `place.rs` first (the folders), then `stage.rs`, `pump.rs` and `steps.rs` (the run),
//! `host.rs` and `lab_server.rs` (the replies of the host).

mod place;
mod stage;
mod pump;
mod steps;
mod host;
mod lab_server;

pub use lab_server::serve_stdio;
pub(super) use place::Place;
pub(super) use stage::{Take, play};
