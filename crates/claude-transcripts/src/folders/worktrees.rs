//! Worktrees: the working directories of a git repository, from its files.
//!
//! `git worktree list` says the same, but it needs a git, and may hang.

use std::path::{Path, PathBuf};

/// Returns the directories of the repository that contains `directory`, without `directory` itself
/// if it is no root of a worktree. Empty outside a repository.
pub(super) fn worktrees(directory: &Path) -> Vec<PathBuf> {
    let Some(common) = common_folder(directory) else { return Vec::new() };
    let mut found = Vec::new();
    // A bare repository has no working directory of its own.
    if common.file_name().is_some_and(|name| name == ".git") {
        found.extend(common.parent().map(Path::to_path_buf));
    }
    let entries = std::fs::read_dir(common.join("worktrees")).into_iter().flatten().flatten();
    let mut linked: Vec<_> = entries
        .filter_map(|entry| {
            let folder = entry.path();
            // The path of the file `.git` in the worktree.
            let link = read_path(&folder.join("gitdir"), &folder)?;
            Some(link.parent()?.to_path_buf())
        })
        .collect();
    linked.sort();
    found.extend(linked);
    found
}

/// Returns the folder that all worktrees of a repository share.
fn common_folder(directory: &Path) -> Option<PathBuf> {
    let start = directory.canonicalize().ok()?;
    let git = start.ancestors().map(|folder| folder.join(".git")).find(|git| git.exists())?;
    if git.is_dir() {
        return Some(git);
    }
    let text = std::fs::read_to_string(&git).ok()?;
    let named = text.trim().strip_prefix("gitdir:")?.trim();
    let own = git.parent()?.join(named);
    let common = read_path(&own.join("commondir"), &own).unwrap_or(own);
    common.canonicalize().ok()
}

/// Reads a file that holds a path, which may be relative to `base`.
fn read_path(file: &Path, base: &Path) -> Option<PathBuf> {
    let text = std::fs::read_to_string(file).ok()?;
    let text = text.trim_end_matches(['\n', '\r']);
    (!text.is_empty()).then(|| base.join(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_git_name_all_worktrees() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let (main, linked) = (root.join("main"), root.join("linked"));
        let own = main.join(".git/worktrees/linked");
        std::fs::create_dir_all(&own).unwrap();
        std::fs::create_dir_all(linked.join("sub")).unwrap();
        std::fs::write(own.join("gitdir"), format!("{}\n", linked.join(".git").display())).unwrap();
        std::fs::write(own.join("commondir"), "../..\n").unwrap();
        std::fs::write(linked.join(".git"), format!("gitdir: {}\n", own.display())).unwrap();
        for directory in [main.clone(), linked.clone(), linked.join("sub")] {
            assert_eq!(worktrees(&directory), [main.clone(), linked.clone()], "{directory:?}");
        }
        assert_eq!(worktrees(&root), [] as [PathBuf; 0]);
        assert_eq!(worktrees(&root.join("missing")), [] as [PathBuf; 0]);
    }
}
