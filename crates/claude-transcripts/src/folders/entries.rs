//! Entries: what is in a folder of the CLI.

use std::fs::{DirEntry, read_dir};
use std::io::ErrorKind;
use std::path::Path;

use crate::error::{Error, Result};

/// Returns the entries of a folder. One that does not exist has none. An entry that cannot be read is
/// left out, because the CLI may just have removed it.
pub(crate) fn entries(folder: &Path) -> Result<impl Iterator<Item = DirEntry> + use<>> {
    let entries = match read_dir(folder) {
        Ok(entries) => Some(entries),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(Error::io(folder, error)),
    };
    Ok(entries.into_iter().flatten().flatten())
}
