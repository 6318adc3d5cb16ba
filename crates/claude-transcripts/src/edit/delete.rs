//! Delete: removes a session with everything that belongs to it.

use std::fs::{remove_dir_all, remove_file};
use std::path::Path;

use super::append::is_missing;
use crate::error::{Error, Result};
use crate::folders::{Home, entries};
use crate::transcript::Transcript;

/// A session that was deleted.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::Home;
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let transcript = Home::find()?.open(&"4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10".into())?;
/// for problem in transcript.delete()?.remaining {
///     eprintln!("{problem}");
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Default)]
#[must_use = "something may remain"]
#[non_exhaustive]
pub struct Deleted {
    /// What could not be removed, and why. The session itself is gone: no list shows it. Delete it
    /// again to remove the rest.
    pub remaining: Vec<Error>,
}

impl Transcript {
    /// Deletes the session for ever: its file, and its folder with subagents, large results of tools,
    /// title and archive mark.
    ///
    /// A fork of the session loses the large results of tools, too, because it names the files of this
    /// session.
    ///
    /// # Errors
    ///
    /// - [`Error::HeldBy`] if a running CLI has it open, as far as the list of the CLI shows
    ///   ([`Home::holders`]). Nothing is removed. [`Transcript::force_delete`] does not look.
    /// - [`Error::InvalidId`] if the name of the file is not a session ID.
    /// - [`Error::NotFound`] if there is neither its file nor its folder.
    /// - [`Error::Io`] if the file cannot be removed. Its folder is not touched then.
    pub fn delete(&self) -> Result<Deleted> {
        self.refuse_if_held()?;
        self.force_delete()
    }

    /// Deletes the session, also while a running CLI has it open.
    ///
    /// That CLI does not notice: it goes on in a new file of the same name, which begins in the middle
    /// of the conversation (seen). The conversation before is lost, and the session is in lists again.
    ///
    /// # Errors
    ///
    /// As for [`Transcript::delete`], except for [`Error::HeldBy`].
    pub fn force_delete(&self) -> Result<Deleted> {
        let id = self.session_id()?;
        let had_file = match remove_file(self.path()) {
            Ok(()) => true,
            Err(error) if is_missing(error.kind()) => false,
            Err(error) => return Err(Error::io(self.path(), error)),
        };
        let folder = self.folder();
        if !had_file && folder.symlink_metadata().is_err() {
            return Err(Error::NotFound { id });
        }
        Ok(Deleted { remaining: remove_folder(&folder) })
    }

    /// Fails if a running CLI has the session open. A file outside of the folder of a CLI is in no
    /// list.
    fn refuse_if_held(&self) -> Result<()> {
        let id = self.session_id()?;
        let Some(home) = self.home() else { return Ok(()) };
        match home.holder(&id)? {
            Some(holder) => Err(Error::HeldBy { holder: Box::new(holder) }),
            None => Ok(()),
        }
    }

    /// Returns the folder of the CLI that the file is in: `projects/KEY/ID.jsonl`.
    fn home(&self) -> Option<Home> {
        let path = std::path::absolute(self.path()).ok()?;
        let projects = path.parent()?.parent()?;
        let is_projects = projects.file_name().is_some_and(|name| name == "projects");
        is_projects.then(|| projects.parent().map(Home::at))?
    }
}

/// Removes a folder. Returns what is left of it. Links are removed and not followed.
fn remove_folder(folder: &Path) -> Vec<Error> {
    let Some(first) = remove_any(folder) else { return Vec::new() };
    // One file that cannot be removed does not keep the others.
    let inside = entries(folder).into_iter().flatten();
    let mut remaining: Vec<_> = inside.filter_map(|entry| remove_any(&entry.path())).collect();
    match remove_any(folder) {
        Some(_) if remaining.is_empty() => remaining.push(first),
        Some(_) => {}
        None => remaining.clear(),
    }
    remaining
}

fn remove_any(path: &Path) -> Option<Error> {
    let about = match path.symlink_metadata() {
        Ok(about) => about,
        Err(error) if is_missing(error.kind()) => return None,
        Err(error) => return Some(Error::io(path, error)),
    };
    let removed = if about.is_dir() { remove_dir_all(path) } else { remove_file(path) };
    match removed {
        Err(error) if !is_missing(error.kind()) => Some(Error::io(path, error)),
        _ => None,
    }
}
