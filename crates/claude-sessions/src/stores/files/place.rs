//! Place: where a log is.

use super::disk::Folder;
use super::failure::failed;
use super::names::encode;
use crate::ports::{SessionKey, StoreError};

/// The folders to a log, and its name in the last.
pub(super) struct Place {
    project: Vec<String>,
    /// The name of the main log, which is also the folder of the others.
    pub(super) session: String,
    /// The path of another log below that folder.
    below: Option<(Vec<String>, String)>,
}

impl Place {
    pub(super) fn of(key: &SessionKey) -> Self {
        // A UUID is one part.
        let session = encode(key.session().as_str()).concat();
        let below = key.subpath().map(|subpath| {
            let mut parts: Vec<String> = subpath.split('/').flat_map(encode).collect();
            let stem = parts.pop().unwrap_or_default();
            (parts, stem)
        });
        Self { project: encode(key.project()), session, below }
    }

    pub(super) fn is_main(&self) -> bool {
        self.below.is_none()
    }

    /// The name of the log, without suffix.
    pub(super) fn stem(&self) -> &str {
        self.below.as_ref().map_or(&self.session, |(_, stem)| stem)
    }

    /// Opens the folder of the main log.
    pub(super) fn project(&self, root: &Folder) -> Result<Option<Folder>, StoreError> {
        enter(root, &self.project)
    }

    pub(super) fn make_project(&self, root: &Folder) -> Result<Folder, StoreError> {
        make(root, &self.project)
    }

    /// Opens the folder of the log, given that of the main log.
    pub(super) fn folder(&self, project: &Folder) -> Result<Option<Folder>, StoreError> {
        let Some((parts, _)) = &self.below else { return reopen(project).map(Some) };
        let Some(session) = project.enter(&self.session).map_err(failed)? else { return Ok(None) };
        if parts.is_empty() { Ok(Some(session)) } else { enter(&session, parts) }
    }

    pub(super) fn make_folder(&self, project: &Folder) -> Result<Folder, StoreError> {
        let Some((parts, _)) = &self.below else { return reopen(project) };
        let session = project.make(&self.session).map_err(failed)?;
        if parts.is_empty() { Ok(session) } else { make(&session, parts) }
    }
}

fn reopen(folder: &Folder) -> Result<Folder, StoreError> {
    folder.again().map_err(failed)
}

/// Opens a folder below another. `None` if it does not exist.
pub(super) fn enter(root: &Folder, parts: &[String]) -> Result<Option<Folder>, StoreError> {
    let mut folder = root.again().map_err(failed)?;
    for part in parts {
        let Some(next) = folder.enter(part).map_err(failed)? else { return Ok(None) };
        folder = next;
    }
    Ok(Some(folder))
}

/// Opens a folder below another, and makes what is missing.
pub(super) fn make(root: &Folder, parts: &[String]) -> Result<Folder, StoreError> {
    let mut folder = root.again().map_err(failed)?;
    for part in parts {
        folder = folder.make(part).map_err(failed)?;
    }
    Ok(folder)
}
