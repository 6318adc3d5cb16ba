//! Place: temporary folders: a home, a working directory in it, and a folder for temporary files.
//!
//! It resolves the placeholders of a case (`{WORK}`). `normalize/` decides what replaces the paths
//! in a recording.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::record::cases::Setup;
use crate::record::error::CaseError;
use crate::record::tools::Tools;

/// The folders of one recording; they are removed when this value is dropped.
#[derive(Debug)]
pub(in crate::record) struct Place {
    // Held for its `Drop`.
    _folder: TempDir,
    pub(in crate::record) root: PathBuf,
    pub(in crate::record) home: PathBuf,
    pub(in crate::record) project: PathBuf,
    pub(in crate::record) temporary: PathBuf,
}

impl Place {
    /// Creates the folders.
    pub(in crate::record) fn new() -> Result<Self, CaseError> {
        let failed = CaseError::file(std::env::temp_dir());
        let folder = TempDir::with_prefix("claude-record-").map_err(failed)?;
        // The CLI reports real paths, and a temporary folder may be behind a link.
        let failed = CaseError::file(folder.path());
        let root = folder.path().canonicalize().map_err(failed)?;
        let home = root.join("home");
        let place = Self {
            project: home.join("project"),
            temporary: root.join("tmp"),
            home,
            root,
            _folder: folder,
        };
        for folder in [&place.project, &place.temporary, &place.root.join("outside")] {
            std::fs::create_dir_all(folder).map_err(CaseError::file(folder))?;
        }
        Ok(place)
    }

    /// Writes the files of a case and returns its working directory.
    pub(in crate::record) fn prepare(
        &self,
        setup: &Setup,
        names: &Names<'_>,
    ) -> Result<PathBuf, CaseError> {
        for (path, content) in &setup.files {
            self.write(&names.fill(path), &names.fill(content))?;
        }
        let work =
            setup.cwd.as_ref().map_or_else(|| self.project.clone(), |cwd| self.root.join(cwd));
        std::fs::create_dir_all(&work).map_err(CaseError::file(&work))?;
        Ok(work)
    }

    /// Writes a file: below the project, or below the home if the path begins with `~/`.
    pub(in crate::record) fn write(&self, path: &str, content: &str) -> Result<(), CaseError> {
        let path = match path.strip_prefix("~/") {
            Some(rest) => self.home.join(rest),
            None => self.project.join(path),
        };
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(CaseError::file(folder))?;
        }
        std::fs::write(&path, content).map_err(CaseError::file(&path))
    }

    /// All files of the home, by their relative paths, sorted.
    pub(in crate::record) fn files(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        collect(&self.home, &mut files);
        let mut files: Vec<_> = files
            .into_iter()
            .filter_map(|file| file.strip_prefix(&self.home).map(Path::to_path_buf).ok())
            .collect();
        files.sort();
        files
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        // Links are not followed: they may leave the folder, or form a cycle.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// The values of the placeholders of a case.
#[derive(Clone, Debug)]
pub(in crate::record) struct Names<'a> {
    pub(in crate::record) place: &'a Place,
    pub(in crate::record) tools: &'a Tools,
    pub(in crate::record) port: u16,
    /// The last task that the CLI has started.
    pub(in crate::record) task: String,
}

impl Names<'_> {
    /// Replaces the placeholders in a text, which may be JSON.
    pub(in crate::record) fn fill(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let path = |path: &Path| path.to_string_lossy().into_owned();
        let outside = self.place.root.join("outside");
        [
            ("{WORK}", path(&self.place.project)),
            ("{HOME}", path(&self.place.home)),
            ("{OUTSIDE}", path(&outside)),
            ("{SERVER}", path(&self.tools.server)),
            ("{PORT}", self.port.to_string()),
            ("{TASK}", self.task.clone()),
        ]
        .iter()
        .fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }
}
