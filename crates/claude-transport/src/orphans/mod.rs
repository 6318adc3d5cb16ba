//! Orphans: ends the children of a program (the host) that ends without ending them.
//!
//! A host that is killed, aborts or calls `exit` runs no destructor.
//!
//! On Unix, a second process looks after its children: the watcher, a shell script that reads the other end of a
//! socket. When the host ends, in whatever way, the system closes the socket, and the watcher ends every run that the
//! host has registered and removes the host's folder. If the watcher is killed, too, the next program that uses this
//! crate ends what is left ([`sweep`]).
//!
//! A run is one child with everything that it starts. It is found by its process group and by its run ID, a random
//! number in the environment of the child ([`RunId::VARIABLE`]), which processes inherit that leave the group.
//!
//! Not ended on Unix: a process that has left the group and has no run ID, because it cleared or overwrote its
//! environment; on systems without `/proc`, every process that has left the group.
//!
//! On Windows, the system ends the job of a child when the host ends (`process/windows/`). This room removes the
//! private files of hosts that were killed.
//!
//! Read `run.rs` first, then `host.rs` (what a host has: one folder, one watcher, its runs), `watcher.rs` and its
//! script `watcher.sh`, `host_folder.rs`, `scan.rs` (processes by run ID), `tree.rs` (what a run uses) and `sweep.rs`;
//! then `windows/`.

mod run_id;
mod swept;
#[cfg(unix)]
mod host_folder;
#[cfg(unix)]
mod watcher;
#[cfg(unix)]
mod scan;
#[cfg(unix)]
mod tree;
#[cfg(unix)]
mod host;
#[cfg(unix)]
mod run;
#[cfg(unix)]
mod sweep;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub use host::children;
#[cfg(unix)]
pub(crate) use host::private_file;
#[cfg(target_os = "linux")]
pub(crate) use host::{renew_watcher, watcher};
#[cfg(unix)]
pub(crate) use host_folder::PrivateFile;
#[cfg(unix)]
pub(crate) use run::Run;
pub(crate) use run_id::RunId;
#[cfg(unix)]
pub use sweep::sweep;
pub use swept::Swept;
#[cfg(windows)]
pub(crate) use windows::{PrivateFile, Run, private_file};
#[cfg(windows)]
pub use windows::{children, sweep};
