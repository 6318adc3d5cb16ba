//! Setup: the command line and the environment of the host. `flags.rs` reads the flags,
//! `command_line.rs` says what they mean.

mod command_line;
mod flags;

pub use command_line::Setup;
pub(super) use command_line::{StateFrames, is_schema};
