//! Windows: the private files of a host, and the IDs of its children.
//!
//! A job object ends the children of a host that ends, so no process is watched, and none has to be found later.
//! Private files of a host that was killed stay until another host removes them.
//!
//! Read `runs.rs` first, then `host_folder.rs` (private files) and `sweep.rs`.

mod runs;
mod host_folder;
mod sweep;

pub(crate) use host_folder::{PrivateFile, private_file};
pub(crate) use runs::Run;
pub use runs::children;
pub use sweep::sweep;
