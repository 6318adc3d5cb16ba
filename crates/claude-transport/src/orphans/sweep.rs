//! Sweep: ends the runs and removes the folders of hosts that were killed together with their watcher.
//!
//! A folder without a lock has no host. Processes are found by their run ID only: a process ID or group that is
//! written down may belong to another process.

use std::fs::{self, File};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::thread;

use rustix::fs::{FlockOperation, Mode, OFlags, flock, open};
use rustix::process::geteuid;

use super::host_folder::{PREFIX, RUN};
use super::run_id::RunId;
use super::scan;
use super::swept::Swept;

/// Ends what programs have left that were killed together with their watcher, and removes their private files.
///
/// Every program does this once by itself, on a thread, when it starts its first child. Only programs and processes
/// of the same user are concerned. Processes get SIGTERM, and SIGKILL half a second later. Blocks the thread for that
/// time if there is something to end, and for some milliseconds otherwise.
///
/// On systems other than Linux, it removes files, and ends no process.
///
/// # Examples
///
/// ```
/// // Nothing is left of programs that were not killed.
/// let swept = claude_transport::sweep();
/// println!("{} processes of {} programs were ended", swept.processes, swept.hosts);
/// ```
pub fn sweep() -> Swept {
    let mut swept = Swept::default();
    let folders: Vec<_> = abandoned().collect();
    let runs: Vec<_> = folders.iter().flat_map(|folder| runs(&folder.path)).collect();
    if !runs.is_empty() {
        swept.processes = scan::terminate(&runs);
        scan::kill(&runs);
    }
    for folder in folders {
        // The lock is held until the folder is gone.
        swept.hosts += usize::from(remove(&folder.path));
    }
    swept
}

/// Sweeps on a thread of its own.
pub(super) fn start() {
    // Ignore the error: nothing of this program depends on it.
    let _ = thread::Builder::new().name("claude-sweep".into()).spawn(sweep);
}

/// The folder of a host that has ended, with its lock.
struct Abandoned {
    path: PathBuf,
    _lock: File,
}

fn abandoned() -> impl Iterator<Item = Abandoned> {
    let entries = fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten();
    let named = entries.filter(|entry| {
        let name = entry.file_name();
        let id = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        id.and_then(RunId::parse).is_some()
    });
    named.filter_map(|entry| lock_abandoned(entry.path()))
}

/// Locks the folder of a host that has ended. Returns `None` if the host lives, or if another user made the folder.
fn lock_abandoned(path: PathBuf) -> Option<Abandoned> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let folder = File::from(open(&path, flags, Mode::empty()).ok()?);
    let metadata = folder.metadata().ok()?;
    let is_ours = metadata.uid() == geteuid().as_raw() && metadata.mode() & 0o066 == 0;
    flock(&folder, FlockOperation::NonBlockingLockExclusive).ok()?;
    is_ours.then_some(Abandoned { path, _lock: folder })
}

/// The runs that had not ended.
fn runs(folder: &Path) -> Vec<RunId> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| {
        let name = entry.file_name();
        RunId::parse(name.to_str()?.strip_suffix(RUN)?)
    });
    ids.collect()
}

/// Removes a folder and its files. It has no subfolders.
fn remove(folder: &Path) -> bool {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let _ = fs::remove_file(entry.path());
    }
    fs::remove_dir(folder).is_ok()
}
