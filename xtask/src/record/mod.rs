//! `cargo xtask record`: records the real CLI in named cases, as files.
//!
//! The cases and all the work are in `claude-testkit`, whose program `record-wire` [`mod@run`]
//! starts. This module only selects the CLI and the folders.

mod plan;
mod run;

pub(crate) use plan::Plan;
pub(crate) use run::{fixtures, run};
