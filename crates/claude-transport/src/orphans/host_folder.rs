//! Host folder: the private folder of one host, for its run files and private files.
//!
//! It is locked as long as the host lives: the system releases the lock when the host ends. `sweep.rs` removes
//! folders that nobody has locked. The lock also keeps `systemd-tmpfiles` from removing old files.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _, chown};
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};

use super::run_id::RunId;

/// The prefix of the names of host folders. `watcher.sh` removes only folders with this prefix.
pub(super) const PREFIX: &str = "claude-sdk-";
/// The suffix of a run file: an empty file whose name is the ID of a run that has not ended.
pub(super) const RUN: &str = ".run";

/// The private folder of this host.
pub(super) struct HostFolder {
    path: PathBuf,
    /// The lock ends when this file is closed.
    _lock: File,
}

impl HostFolder {
    /// Creates a folder in the folder for temporary files, and locks it.
    pub(super) fn create() -> io::Result<Self> {
        let parent = std::path::absolute(std::env::temp_dir())?;
        let name = format!("{PREFIX}{}", RunId::random());
        // Lock the folder before it has its name: `sweep` would remove one that is not locked.
        let unnamed = parent.join(format!(".{name}"));
        DirBuilder::new().mode(0o700).create(&unnamed)?;
        let lock = File::open(&unnamed)?;
        flock(&lock, FlockOperation::NonBlockingLockExclusive)?;
        let path = parent.join(name);
        fs::rename(&unnamed, &path)?;
        Ok(Self { path, _lock: lock })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Records that a run has begun, for `sweep`.
    pub(super) fn begin_run(&self, id: &RunId) {
        // Ignore the error: the run file matters only if the host and the watcher are killed.
        let mut options = OpenOptions::new();
        let _ = options.write(true).create_new(true).mode(0o600).open(self.run_file(id));
    }

    /// Removes the record of a run.
    pub(super) fn end_run(&self, id: &RunId) {
        let _ = fs::remove_file(self.run_file(id));
    }

    fn run_file(&self, id: &RunId) -> PathBuf {
        self.path.join(format!("{id}{RUN}"))
    }
}

/// A file that only one user can read, in a host folder. Dropping it removes the file.
#[derive(Debug)]
pub(crate) struct PrivateFile {
    path: PathBuf,
}

impl PrivateFile {
    /// Writes a file that the user `uid` and the group `gid` can read; `None` is that of the host.
    pub(super) fn write(
        folder: &HostFolder,
        content: &[u8],
        uid: Option<u32>,
        gid: Option<u32>,
    ) -> io::Result<Self> {
        let file = Self { path: folder.path.join(RunId::random().as_str()) };
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(0o600).open(&file.path)?.write_all(content)?;
        if uid.is_some() || gid.is_some() {
            // Another user must be able to open the file by its path, which cannot be guessed.
            fs::set_permissions(&folder.path, Permissions::from_mode(0o711))?;
            chown(&file.path, uid, gid)?;
        }
        Ok(file)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for PrivateFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}
