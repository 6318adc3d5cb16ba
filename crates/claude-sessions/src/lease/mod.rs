//! Lease: who may write a session.

// Reading order: `lease.rs`, `host.rs`.

mod host;
#[expect(clippy::module_inception, reason = "the room and its main type have one name")]
mod lease;
#[cfg(test)]
mod tests;

pub use lease::{Lease, LeaseHolder};
