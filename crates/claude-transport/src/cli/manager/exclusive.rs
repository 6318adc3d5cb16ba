//! Exclusive: one installation at a time in a folder, also among processes.

use std::fs::{File, OpenOptions};
use std::path::Path;

use super::store_error::StoreError;

/// The right to install. It ends with this value, and with the process.
#[derive(Debug)]
pub(super) struct Exclusive {
    _file: File,
}

impl Exclusive {
    /// Waits for the right to install in a folder, as long as another process has it.
    pub(super) fn wait(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(".lock");
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = open(&options, &path).map_err(StoreError::io(&path))?;
        Ok(Self { _file: file })
    }
}

#[cfg(unix)]
fn open(options: &OpenOptions, path: &Path) -> std::io::Result<File> {
    use rustix::fs::{FlockOperation, flock};
    let file = options.open(path)?;
    while let Err(error) = flock(&file, FlockOperation::LockExclusive) {
        if error != rustix::io::Errno::INTR {
            return Err(error.into());
        }
    }
    Ok(file)
}

/// Fails at once if another process has the file open.
#[cfg(windows)]
fn open(options: &OpenOptions, path: &Path) -> std::io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt as _;
    options.clone().share_mode(0).open(path)
}

#[cfg(not(any(unix, windows)))]
fn open(options: &OpenOptions, path: &Path) -> std::io::Result<File> {
    options.open(path)
}
