//! Archive: the mark by which lists of sessions hide one. It is a file of its own, as the official
//! SDK for TypeScript writes it.

use std::io::Write;

use serde::Serialize;

use super::clock::now;
use crate::error::{Error, Result};
use crate::files::{Draft, private_folder};
use crate::transcript::Transcript;

#[derive(Serialize)]
struct Archived {
    archived: bool,
    at: String,
    by: &'static str,
}

impl Transcript {
    /// Archives the session: [`SessionInfo::archived`](crate::SessionInfo::archived) becomes
    /// `Some(true)` until the next prompt. Nothing is moved or removed.
    ///
    /// The mark is a file in the session's folder. It is replaced as a whole.
    ///
    /// # Errors
    ///
    /// - [`Error::InvalidId`] if the name of the file is not a session ID.
    /// - [`Error::NotFound`] if there is no file, or an empty one.
    /// - [`Error::Io`] if the mark cannot be written.
    pub fn archive(&self) -> Result<()> {
        self.mark(true)
    }

    /// Takes the session out of the archive.
    ///
    /// # Errors
    ///
    /// As for [`Transcript::archive`].
    pub fn unarchive(&self) -> Result<()> {
        self.mark(false)
    }

    fn mark(&self, archived: bool) -> Result<()> {
        let id = self.session_id()?;
        let exists = self.path().symlink_metadata().is_ok_and(|it| it.is_file() && it.len() > 0);
        if !exists {
            return Err(Error::NotFound { id });
        }
        let folder = self.folder();
        private_folder(&folder).map_err(|error| Error::io(&folder, error))?;
        let path = folder.join("archived.json");
        let write = || {
            let mut draft = Draft::of(path.clone())?;
            let text = serde_json::to_vec(&Archived { archived, at: now(), by: "sdk" })?;
            draft.write_all(&text)?;
            draft.replace()
        };
        write().map_err(|error| Error::io(&path, error))
    }
}
