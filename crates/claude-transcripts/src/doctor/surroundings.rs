//! Surroundings: what stands around a session file, and whether a CLI has it open.

use std::fs::Metadata;
use std::path::{Path, PathBuf};

use claude_types::SessionId;

use super::finding::Finding;
use crate::error::{Error, Result};
use crate::folders::{Holder, Home};
use crate::list::id_of;
use crate::transcript::Transcript;

/// Where a session file is.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) path: PathBuf,
    /// The session, as the names of the file and its folders say.
    pub(super) session: Option<SessionId>,
    /// The folder of the CLI, if the file is in a project of it.
    pub(super) home: Option<Home>,
    /// The name of the folder of the project.
    pub(super) project: Option<String>,
    /// Whether the file is of a session itself, not of one of its subagents.
    is_main: bool,
}

impl Spot {
    pub(super) fn of(path: &Path) -> Result<Self> {
        let path = std::path::absolute(path).map_err(|error| Error::io(path, error))?;
        let of_agent =
            path.ancestors().find(|it| it.file_name().is_some_and(|it| it == "subagents"));
        let main = of_agent.and_then(Path::parent).map(|folder| folder.with_extension("jsonl"));
        let main = main.filter(|main| id_of(main).is_some()).unwrap_or_else(|| path.clone());
        let session = id_of(&main);
        let folder = main.parent().filter(|_| session.is_some());
        let projects = folder.and_then(Path::parent);
        let projects = projects.filter(|it| it.file_name().is_some_and(|name| name == "projects"));
        let home = projects.and_then(Path::parent).map(Home::at);
        let project = folder.filter(|_| home.is_some()).and_then(Path::file_name);
        let project = project.map(|name| name.to_string_lossy().into_owned());
        Ok(Self { is_main: main == path, path, session, home, project })
    }

    /// Returns the other files of the session.
    pub(super) fn copies(&self) -> Result<Option<Finding>> {
        let (Some(home), Some(id), true) = (&self.home, &self.session, self.is_main) else {
            return Ok(None);
        };
        match home.locate(id) {
            Err(Error::Ambiguous { mut paths, .. }) => {
                paths.retain(|path| *path != self.path);
                Ok(Some(Finding::Copies { paths }))
            }
            Err(error @ Error::Io { .. }) => Err(error),
            _ => Ok(None),
        }
    }

    /// Returns the CLI that has the session open. A CLI that opened the file by its path stands in the
    /// folder of its user.
    pub(super) fn holder(&self, session: Option<&SessionId>) -> Result<Option<Holder>> {
        let home = self.home.clone().or_else(|| Home::find().ok());
        match (home, session) {
            (Some(home), Some(session)) => home.holder(session),
            _ => Ok(None),
        }
    }

    /// Returns the subagents whose descriptions are missing.
    pub(super) fn missing_sidecars(&self) -> Result<Vec<Finding>> {
        let subagents = Transcript::at(&self.path).subagents()?.into_iter();
        let missing = subagents.filter(|subagent| subagent.meta.is_none());
        Ok(missing
            .map(|it| Finding::SidecarMissing { path: it.path.with_extension("meta.json") })
            .collect())
    }
}

#[cfg(unix)]
pub(super) fn readable_by_others(about: &Metadata) -> Option<Finding> {
    let mode = std::os::unix::fs::PermissionsExt::mode(&about.permissions()) & 0o7777;
    (mode & 0o077 != 0).then_some(Finding::ReadableByOthers { mode })
}

#[cfg(not(unix))]
pub(super) fn readable_by_others(_: &Metadata) -> Option<Finding> {
    None
}
