//! Export: writes a session as a bundle.

use std::io::Write;
use std::path::Path;

use super::checked::{Checksum, copy};
use super::manifest::{Manifest, Packed, open};
use super::tar::{failed, write_end, write_header, write_padding};
use crate::error::{Error, Result};
use crate::transcript::Transcript;

/// The names of the first two entries.
pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const CHECKSUM: &str = "manifest.sha256";

impl Transcript {
    /// Writes the session as a bundle, to be imported elsewhere: [`Home::import`](crate::Home::import).
    ///
    /// A bundle is a tar archive of the session file and of all that belongs to it: subagents, large
    /// results of tools, title and archive mark. A manifest names the session, its project, its last
    /// working directory, the version of the CLI, and size and SHA-256 of each file. Files keep their
    /// bytes. They may contain secrets, as session files do.
    ///
    /// Each file is read twice, and never more than 256 KiB at once. If a CLI has the session open, what
    /// it writes meanwhile is left out.
    ///
    /// # Errors
    ///
    /// - [`Error::InvalidId`] if the name of the file is not a session ID.
    /// - [`Error::Io`] if a file cannot be read.
    /// - [`Error::Bundle`] if the writer fails, a file was changed at another place than its end, or the
    ///   session's folder has a link, or a name that other systems refuse.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use claude_transcripts::Home;
    ///
    /// # fn main() -> claude_transcripts::Result<()> {
    /// let transcript = Home::find()?.open(&"4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10".into())?;
    /// let mut bundle = Vec::new();
    /// transcript.export_bundle(&mut bundle)?;
    /// // On another machine:
    /// let transcript = Home::find()?.import(&bundle[..], "/home/you/app".as_ref())?;
    /// # drop(transcript);
    /// # Ok(())
    /// # }
    /// ```
    pub fn export_bundle(&self, mut to: impl Write) -> Result<()> {
        let manifest = Manifest::of(self)?;
        let folder = self.path().parent().unwrap_or(Path::new(""));
        let text = serde_json::to_vec_pretty(&manifest).map_err(|error| failed(error.into()))?;
        write_file(&mut to, MANIFEST, &text)?;
        write_file(&mut to, CHECKSUM, Checksum::of(&text).text().as_bytes())?;
        for file in &manifest.files {
            write_packed(&mut to, folder, file)?;
        }
        write_end(&mut to).and_then(|()| to.flush()).map_err(failed)
    }
}

fn write_file(to: &mut impl Write, path: &str, bytes: &[u8]) -> Result<()> {
    let size = bytes.len() as u64;
    write_header(to, path, size)
        .and_then(|()| to.write_all(bytes))
        .and_then(|()| write_padding(to, size))
        .map_err(failed)
}

fn write_packed(to: &mut impl Write, folder: &Path, file: &Packed) -> Result<()> {
    let mut from = open(&folder.join(&file.path))?;
    write_header(to, &file.path, file.size).map_err(failed)?;
    let sum = copy(&mut from, file.size, to).map_err(failed)?;
    if sum != file.sha256 {
        return Err(Error::bundle("a file of the session was changed meanwhile"));
    }
    write_padding(to, file.size).map_err(failed)
}
