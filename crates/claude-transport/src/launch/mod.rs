//! Launch: what is started and how a peer ends, as plain data and pure functions.
//!
//! This room starts nothing and sends no signal: `process/` does. It is compiled without the feature `process`
//! too, because transports outside this crate read a [`Launch`] and report an [`Exit`].
//!
//! Read `config.rs` first, then `environment.rs`, `limits.rs`, `exit.rs`, `process_tree.rs`, `signal.rs` and `shutdown.rs`.

mod config;
mod environment;
mod limits;
mod exit;
mod process_tree;
mod signal;
mod shutdown;

pub use config::{Launch, LaunchFile, StderrOptions};
pub use environment::Environment;
pub use exit::Exit;
pub(crate) use exit::{ExitCell, Watcher};
pub use limits::{ResourceLimit, ResourceLimits};
pub use process_tree::ProcessTree;
pub use shutdown::{ShutdownGrace, ShutdownSequence};
pub use signal::Signal;
