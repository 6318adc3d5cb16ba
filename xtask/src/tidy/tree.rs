//! Tree: the text files of the project.
//!
//! Git lists them; a folder without git is searched. Files that are not UTF-8 are left out. Read
//! next: [`super::source`].

use std::collections::BTreeMap;
use std::path::Path;

use crate::Outcome;
use crate::run::Task;

/// Folders that a search without git skips.
const NOT_OURS: [&str; 3] = [".git", "target", "node_modules"];

/// Text by path; paths are relative, with forward slashes.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    /// Reads the files below a root.
    pub(crate) fn load(root: &Path) -> Outcome<Self> {
        let mut names = Vec::new();
        if root.join(".git").exists() {
            let args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
            let list = Task::new("git").args(args).dir(root).read()?;
            names.extend(list.split_terminator('\0').map(str::to_owned));
        } else {
            walk(root, "", &mut names)?;
        }
        let mut tree = Self::default();
        for name in names {
            match std::fs::read(root.join(&name)) {
                Ok(bytes) => tree.add(name, bytes),
                // The file was deleted, but is still in the index of git.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(format!("{name}: {error}")),
            }
        }
        Ok(tree)
    }

    /// Adds a file; of a binary file only the name is kept.
    pub(crate) fn add(&mut self, path: String, bytes: Vec<u8>) {
        self.files.insert(path, String::from_utf8(bytes).unwrap_or_default());
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (&**path, &**text))
    }

    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Whether a file or a folder with this path is there.
    pub(crate) fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let folder = format!("{path}/");
        path.is_empty()
            || self.files.contains_key(path)
            || self
                .files
                .range(folder.clone()..)
                .next()
                .is_some_and(|(p, _)| p.starts_with(&folder))
    }
}

fn walk(root: &Path, below: &str, names: &mut Vec<String>) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", root.join(below).display());
    for entry in std::fs::read_dir(root.join(below)).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
        if !entry.file_type().map_err(failed)?.is_dir() {
            names.push(path);
        } else if !NOT_OURS.contains(&&*name) {
            walk(root, &path, names)?;
        }
    }
    Ok(())
}
