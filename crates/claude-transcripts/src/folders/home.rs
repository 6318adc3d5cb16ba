//! Home: the configuration folder of the CLI, and the session files in it.

use std::path::{Path, PathBuf};

use claude_types::SessionId;

use super::entries::entries;
use super::key::project_key;
use super::worktrees::worktrees;
use crate::error::{Error, Result};

/// The configuration folder of a CLI: `~/.claude`, or that of `CLAUDE_CONFIG_DIR`.
///
/// Nothing is cached: each method reads the folders anew. Only [`Home::import`] changes anything.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::{Home, Scope};
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let home = Home::find()?;
/// for session in home.list(&Scope::directory("/home/me/app")).limit(10).run()?.sessions {
///     println!("{} {}", session.session_id, session.summary);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    config: PathBuf,
}

impl Home {
    /// Finds the folder of the user: `CLAUDE_CONFIG_DIR` if it is set and not empty, otherwise
    /// `.claude` in the user's home.
    ///
    /// # Errors
    ///
    /// [`Error::NoHome`] if neither is known. A folder that does not exist is no error: it has no
    /// sessions.
    pub fn find() -> Result<Self> {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        if let Some(config) = set("CLAUDE_CONFIG_DIR") {
            return Ok(Self::at(config));
        }
        let home = set(if cfg!(windows) { "USERPROFILE" } else { "HOME" });
        Ok(Self::at(PathBuf::from(home.ok_or(Error::NoHome)?).join(".claude")))
    }

    /// Returns the folder at this path.
    #[must_use]
    pub fn at(config: impl Into<PathBuf>) -> Self {
        Self { config: config.into() }
    }

    /// Returns the path of the folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.config
    }

    /// Returns the folder of the sessions of a working directory, which may not exist.
    #[must_use]
    pub fn project(&self, directory: &Path) -> PathBuf {
        let real = directory.canonicalize();
        self.projects().join(project_key(real.as_deref().unwrap_or(directory)))
    }

    /// Finds the file of a session in all projects.
    ///
    /// # Errors
    ///
    /// - [`Error::InvalidId`] if the ID is not a UUID. Nothing is looked up then: only UUIDs become
    ///   paths.
    /// - [`Error::NotFound`] if no project has it. An empty file counts as none, as for the CLI.
    /// - [`Error::Ambiguous`] if several projects have it. Open one of the paths.
    pub fn locate(&self, id: &SessionId) -> Result<PathBuf> {
        let name = file_name(id)?;
        let folders = self.project_folders()?;
        let mut found: Vec<_> = folders
            .into_iter()
            .map(|folder| folder.join(&name))
            .filter(|path| has_content(path))
            .collect();
        match found.len() {
            0 => Err(Error::NotFound { id: id.clone() }),
            1 => Ok(found.remove(0)),
            _ => Err(Error::Ambiguous { id: id.clone(), paths: found }),
        }
    }

    /// Returns the folders that this scope names and that exist, sorted.
    pub(crate) fn folders(&self, scope: &Scope) -> Result<Vec<PathBuf>> {
        let Some(directory) = &scope.directory else { return self.project_folders() };
        let mut directories = vec![directory.clone()];
        if scope.worktrees {
            directories.extend(worktrees(directory));
        }
        let mut folders: Vec<_> =
            directories.iter().map(|directory| self.project(directory)).collect();
        folders.retain(|folder| folder.is_dir());
        folders.sort();
        folders.dedup();
        Ok(folders)
    }

    fn projects(&self) -> PathBuf {
        self.config.join("projects")
    }

    /// Returns the folders of all projects, sorted. Links are left out.
    fn project_folders(&self) -> Result<Vec<PathBuf>> {
        let is_folder =
            |entry: &std::fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_dir());
        let mut folders: Vec<_> =
            entries(&self.projects())?.filter(is_folder).map(|entry| entry.path()).collect();
        folders.sort();
        Ok(folders)
    }
}

/// Which projects are meant: one directory with or without its git worktrees, or all.
///
/// # Examples
///
/// ```
/// use claude_transcripts::Scope;
///
/// let here = Scope::directory("/home/me/app").worktrees(false);
/// assert_ne!(here, Scope::everywhere());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    directory: Option<PathBuf>,
    worktrees: bool,
}

impl Scope {
    /// All projects.
    #[must_use]
    pub fn everywhere() -> Self {
        Self { directory: None, worktrees: false }
    }

    /// A working directory, and the worktrees of its git repository.
    #[must_use]
    pub fn directory(directory: impl Into<PathBuf>) -> Self {
        Self { directory: Some(directory.into()), worktrees: true }
    }

    /// Sets whether the worktrees of the git repository count, too. The default is `true` for a
    /// directory. The files of git are read; git is not started.
    #[must_use]
    pub fn worktrees(mut self, included: bool) -> Self {
        self.worktrees = included;
        self
    }
}

/// Returns the name of the file of a session.
fn file_name(id: &SessionId) -> Result<String> {
    match uuid::Uuid::try_parse(id.as_str()) {
        // The other forms of a UUID (braces, `urn:uuid:`, no hyphens) are no names of files.
        Ok(_) if id.as_str().len() == 36 => Ok(format!("{id}.jsonl")),
        _ => Err(Error::InvalidId { id: id.clone() }),
    }
}

/// Returns whether a regular file is there and not empty.
fn has_content(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|file| file.is_file() && file.len() > 0)
}
