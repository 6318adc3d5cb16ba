//! Found: what is in a folder, and what is refused there.

use std::fs::File;
use std::io;

/// What is in a folder.
pub(in super::super) struct Found {
    pub(in super::super) name: String,
    pub(in super::super) is_folder: bool,
}

/// Checks that a regular file was opened. Anything else in its place is refused.
pub(super) fn regular(file: File) -> io::Result<File> {
    if file.metadata()?.is_file() {
        return Ok(file);
    }
    Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"))
}

/// Makes `None` of what does not exist.
pub(super) fn existing<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
