//! Lease: who may write a session.

// Reading order: `held.rs`, `host.rs`.

mod host;
mod held;
#[cfg(test)]
mod tests;

pub use held::{Lease, LeaseHolder};
