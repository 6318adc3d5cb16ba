//! Orphans: ends the children of a program (the host) that ends without ending them.
//!
//! A host that is killed, aborts or calls `exit` runs no destructor. So a second process looks after its children:
//! the watcher, a shell script that reads the other end of a socket. When the host ends, in whatever way, the system
//! closes the socket, and the watcher ends every run that the host has registered and removes the host's folder.
//!
//! A run is one child with everything that it starts. It is found by its process group and by its run ID, a random
//! number in the environment of the child ([`RunId::VARIABLE`]), which processes inherit that leave the group.
//!
//! If the watcher is killed, too, the next program that uses this crate ends what is left ([`sweep`]).
//!
//! Not ended: a process that has left the group and has no run ID, because it cleared or overwrote its environment;
//! on systems without `/proc`, every process that has left the group.
//!
//! Read `run.rs` first, then `host.rs` (what a host has: one folder, one watcher, its runs), `watcher.rs` and its
//! script `watcher.sh`, `host_folder.rs`, `scan.rs` (processes by run ID), `tree.rs` (what a run uses) and `sweep.rs`.

mod run_id;
mod host_folder;
mod watcher;
mod scan;
mod tree;
mod host;
mod run;
mod sweep;

pub use host::children;
pub(crate) use host::{private_file, renew_watcher, watcher};
pub(crate) use host_folder::PrivateFile;
pub(crate) use run::Run;
pub(crate) use run_id::RunId;
pub use sweep::{Swept, sweep};
