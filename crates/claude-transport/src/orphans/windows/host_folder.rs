//! Host folder: the folder of the private files of one host.
//!
//! It is in the user's folder for temporary files, whose access list it inherits: the user, the system and
//! administrators. It holds a lock file that the host keeps open without sharing. `sweep.rs` removes folders whose
//! lock file can be opened.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::windows::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::super::run_id::RunId;
use super::sweep;
use crate::lines::lock;

/// The prefix of the names of host folders.
pub(super) const PREFIX: &str = "claude-sdk-";
/// The name of the lock file.
const LOCK: &str = "lock";

static FOLDER: Mutex<Option<HostFolder>> = Mutex::new(None);

/// The folder of this host.
struct HostFolder {
    path: PathBuf,
    /// The lock ends when this file is closed.
    _lock: File,
}

impl HostFolder {
    fn create() -> io::Result<Self> {
        sweep::start();
        let path =
            std::path::absolute(std::env::temp_dir())?.join(format!("{PREFIX}{}", RunId::random()));
        fs::create_dir(&path)?;
        // `sweep` ignores a folder without a lock file, so it cannot remove the folder before this line.
        let lock = lock_file(&path, true)?;
        Ok(Self { path, _lock: lock })
    }
}

/// Opens the lock file of a folder. Fails while another process has it open.
pub(super) fn lock_file(folder: &Path, create: bool) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(create).share_mode(0).open(folder.join(LOCK))
}

/// Writes a file for a child.
///
/// The user and the group are those of this program: `Launch::uid` and `Launch::gid` are refused before.
pub(crate) fn private_file(
    content: &[u8],
    _uid: Option<u32>,
    _gid: Option<u32>,
) -> io::Result<PrivateFile> {
    let mut folder = lock(&FOLDER);
    match folder.as_ref().map(|folder| PrivateFile::write(folder, content)) {
        Some(Ok(file)) => Ok(file),
        // There is no folder, or other code has removed it.
        Some(Err(_)) | None => PrivateFile::write(folder.insert(HostFolder::create()?), content),
    }
}

/// A file in the folder of this host. Dropping it removes the file.
#[derive(Debug)]
pub(crate) struct PrivateFile {
    path: PathBuf,
}

impl PrivateFile {
    fn write(folder: &HostFolder, content: &[u8]) -> io::Result<Self> {
        let file = Self { path: folder.path.join(RunId::random().as_str()) };
        OpenOptions::new().write(true).create_new(true).open(&file.path)?.write_all(content)?;
        Ok(file)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for PrivateFile {
    fn drop(&mut self) {
        // Ignore the error: a scanner may have the file open. `sweep` of a later program removes it.
        let _ = fs::remove_file(&self.path);
    }
}
