//! Launch: the steps from options to a running CLI.
//!
//! Reading order: `start.rs` (the steps), `validate/` (refused options), `warning.rs` (warnings),
//! `args.rs`, `environment/`, `settings.rs` and `initialize.rs` (how options are passed to the
//! CLI), `loading.rs` (time for a long transcript), `bind.rs` (callbacks), `locate.rs` (path of the
//! CLI), `failure.rs` (errors of a start).

mod start;
mod command;
mod validate;
mod warning;
mod args;
mod argument_length;
mod skills;
mod environment;
mod settings;
mod initialize;
mod loading;
mod bind;
mod locate;
mod version_check;
mod failure;
mod fingerprint;

pub(crate) use command::{output, output_with_settings};
pub use fingerprint::Fingerprint;
pub use locate::locate;
pub(crate) use start::{Servers, mint, restart, start, unclaimed};
pub use warning::Warning;
