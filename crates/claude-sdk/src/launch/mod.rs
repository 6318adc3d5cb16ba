//! Launch: from options to a running CLI.
//!
//! Reading order: `start.rs` (the steps), `validate/` and `warning.rs` (what is refused or warned
//! about), `args.rs`, `environment.rs`, `settings.rs` and `initialize.rs` (how options reach the
//! CLI), `bind.rs` (callbacks), `locate.rs`, `failure.rs`.

mod start;
mod validate;
mod warning;
mod args;
mod argument_length;
mod skills;
mod environment;
mod env_deadlines;
mod settings;
mod private_file;
mod initialize;
mod bind;
mod locate;
mod version_check;
mod failure;

pub(crate) use start::{mint, start, unclaimed};
pub use warning::Warning;
