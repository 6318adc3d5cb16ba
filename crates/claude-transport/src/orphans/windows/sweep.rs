//! Sweep: removes the folders of hosts that have ended.

use std::fs;
use std::path::Path;
use std::thread;

use super::super::run_id::RunId;
use super::super::swept::Swept;
use super::host_folder::{PREFIX, lock_file};

/// Removes the private files of programs that were killed.
///
/// Every program does this once by itself, on a thread, when it writes its first private file. Only programs with the
/// same folder for temporary files are concerned. Blocks the thread for some milliseconds.
///
/// It ends no process: the system ends the children of a program that ends.
///
/// # Examples
///
/// ```
/// let swept = claude_transport::sweep();
/// println!("the files of {} programs were removed", swept.hosts);
/// ```
pub fn sweep() -> Swept {
    let mut swept = Swept::default();
    for entry in fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let id = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        if id.and_then(RunId::parse).is_some() && remove_abandoned(&entry.path()) {
            swept.hosts += 1;
        }
    }
    swept
}

/// Sweeps on a thread of its own.
pub(super) fn start() {
    // Ignore the error: nothing of this program depends on it.
    let _ = thread::Builder::new().name("claude-sweep".into()).spawn(sweep);
}

/// Removes the folder of a host that has ended. It has no subfolders.
fn remove_abandoned(folder: &Path) -> bool {
    let Ok(lock) = lock_file(folder, false) else {
        return false;
    };
    // Close the lock file first: a file that is open without sharing cannot be removed.
    drop(lock);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let _ = fs::remove_file(entry.path());
    }
    fs::remove_dir(folder).is_ok()
}
