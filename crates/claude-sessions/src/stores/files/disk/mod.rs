//! Disk: a folder of the store. Nothing in it is opened through a symbolic link.

// Reading order: `found.rs`, `unix.rs`, `portable.rs` (where folders cannot be opened), `replace.rs`.

mod found;
#[cfg(any(not(unix), test))]
mod portable;
mod replace;
#[cfg(unix)]
mod unix;

pub(super) use found::Found;
#[cfg(not(unix))]
pub(super) use portable::{Folder, check_owner};
#[cfg(unix)]
pub(super) use unix::{Folder, check_owner};
