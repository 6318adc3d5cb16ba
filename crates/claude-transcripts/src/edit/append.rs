//! Append: one line at the end of a session file.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};

use crate::error::{Error, Result};
use crate::files::open_regular;
use crate::transcript::Transcript;

impl Transcript {
    /// Appends a line in one write, so lines of a running CLI are neither cut nor overwritten.
    pub(super) fn append(&self, line: &impl serde::Serialize) -> Result<()> {
        let id = self.session_id()?;
        let failed = |error| Error::io(self.path(), error);
        let mut options = OpenOptions::new();
        // Without `create`: a session that is not there is not begun.
        options.read(true).append(true);
        let mut file = match open_regular(self.path(), &mut options) {
            Ok(file) => file,
            Err(error) if is_missing(error.kind()) => return Err(Error::NotFound { id }),
            Err(error) => return Err(failed(error)),
        };
        // An empty file counts as none, as for the CLI.
        if file.metadata().map_err(failed)?.len() == 0 {
            return Err(Error::NotFound { id });
        }
        let mut last = [0];
        file.seek(SeekFrom::End(-1)).and_then(|_| file.read_exact(&mut last)).map_err(failed)?;
        let mut text = serde_json::to_vec(line).map_err(|error| failed(error.into()))?;
        text.push(b'\n');
        if last != *b"\n" {
            // A torn line stays alone. Behind a line that another writer is just writing, this becomes
            // an empty line, which all readers pass over.
            text.insert(0, b'\n');
        }
        file.write_all(&text).map_err(failed)
    }
}

pub(super) fn is_missing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}
