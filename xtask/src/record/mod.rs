//! `cargo xtask record`: what the real CLI says, in named cases, as files.
//!
//! The cases and all the work are in `claude-testkit`, whose program
//! `record-wire` [`mod@run`] starts; this only says which CLI and which folders.

mod plan;
mod run;

pub(crate) use plan::Plan;
pub(crate) use run::run;
