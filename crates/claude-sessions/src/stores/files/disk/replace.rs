//! Replacing: the content of a small file is the old one or the new one, also after a crash.

use std::io::{self, Read as _, Write as _};

use super::Folder;

/// The suffix of a file that is not in its place yet.
const NEW: &str = ".new";

impl Folder {
    /// Replaces the content of a file. When it returns, the new one is durable. One caller at a time.
    pub(in super::super) fn replace(&self, name: &str, content: &[&[u8]]) -> io::Result<()> {
        let new = format!("{name}{NEW}");
        // What a crash has left, or what somebody has put here.
        self.remove(&new)?;
        let mut file = self.create(&new)?;
        let written = content
            .iter()
            .try_for_each(|part| file.write_all(part))
            .and_then(|()| file.sync_data());
        if let Err(error) = written {
            // The error of the write counts. A file that stays is removed by the next one.
            let _ = self.remove(&new);
            return Err(error);
        }
        drop(file);
        self.rename(&new, name)?;
        self.sync()
    }

    /// Reads a small file.
    pub(in super::super) fn content(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let Some(mut file) = self.read(name)? else { return Ok(None) };
        let mut content = Vec::new();
        file.read_to_end(&mut content)?;
        Ok(Some(content))
    }
}
