//! Start timings: how long the steps of a start took.

use std::time::Duration;

/// How long the steps of a start took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct StartTimings {
    /// The search for the CLI, reading the settings, and starting the process.
    pub spawn: Duration,
    /// The handshake, from the running process to its response to `initialize`.
    pub initialize: Duration,
}
