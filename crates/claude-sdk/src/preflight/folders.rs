//! Folders: whether the user may use them, and how much space is left on their disks. Unix only.

/// Fewer files than this are a finding.
pub(super) const FEW_FILES: u64 = 100;

#[cfg(not(all(unix, feature = "process")))]
pub(super) fn user() -> Option<u32> {
    None
}

#[cfg(not(all(unix, feature = "process")))]
pub(super) fn findings(
    _: Option<std::path::PathBuf>,
    _: Option<std::path::PathBuf>,
    _: std::path::PathBuf,
) -> Vec<super::Finding> {
    Vec::new()
}

#[cfg(all(unix, feature = "process"))]
pub(super) use unix::{findings, user};

#[cfg(all(unix, feature = "process"))]
mod unix {
    use std::collections::HashSet;
    use std::os::unix::fs::MetadataExt as _;
    use std::path::{Path, PathBuf};

    use rustix::fs::{Access, access, statvfs};
    use rustix::io::Errno;

    use super::super::{Finding, FolderProblem};
    use super::FEW_FILES;

    /// Less space than this is a finding, in bytes.
    const LITTLE_SPACE: u64 = 64 << 20;

    /// Returns the user ID of this process.
    pub(in crate::preflight) fn user() -> Option<u32> {
        Some(rustix::process::getuid().as_raw())
    }

    pub(in crate::preflight) fn findings(
        cwd: Option<PathBuf>,
        config: Option<PathBuf>,
        temporary: PathBuf,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let Some(path) = cwd.clone()
            && let Some(problem) = problem(&path)
        {
            findings.push(Finding::WorkingDirectory { path, problem });
        }
        if let Some(path) = config.clone()
            && let Some(problem) = problem_or_creatable(&path)
        {
            findings.push(Finding::ConfigFolder { path, problem });
        }
        if let Some(problem) = problem(&temporary) {
            findings.push(Finding::TemporaryFolder { path: temporary.clone(), problem });
        }
        let mut disks = HashSet::new();
        for path in [cwd, config, Some(temporary)].into_iter().flatten() {
            let path = existing(&path).to_owned();
            let is_new = path.metadata().is_ok_and(|metadata| disks.insert(metadata.dev()));
            findings.extend(is_new.then(|| nearly_full(path)).flatten());
        }
        findings
    }

    /// Returns what is wrong with a folder that must exist.
    fn problem(path: &Path) -> Option<FolderProblem> {
        match access(path, Access::EXISTS) {
            Err(Errno::NOENT) => return Some(FolderProblem::Missing),
            Err(Errno::ACCESS) => return Some(FolderProblem::NotAccessible),
            Err(Errno::NOTDIR) => return Some(FolderProblem::NotAFolder),
            _ if !path.is_dir() => return Some(FolderProblem::NotAFolder),
            _ => {}
        }
        if access(path, Access::EXEC_OK | Access::READ_OK).is_err() {
            return Some(FolderProblem::NotAccessible);
        }
        match access(path, Access::WRITE_OK) {
            Ok(()) => None,
            Err(Errno::ROFS) => Some(FolderProblem::ReadOnly),
            Err(_) => Some(FolderProblem::NotWritable),
        }
    }

    /// Returns what is wrong with a folder that the CLI creates if it is missing.
    fn problem_or_creatable(path: &Path) -> Option<FolderProblem> {
        match problem(path) {
            Some(FolderProblem::Missing) => match problem(existing(path)) {
                None => None,
                Some(FolderProblem::ReadOnly) => Some(FolderProblem::ReadOnly),
                Some(_) => Some(FolderProblem::NotCreatable),
            },
            found => found,
        }
    }

    /// Returns the nearest folder above that exists.
    fn existing(path: &Path) -> &Path {
        path.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("/"))
    }

    fn nearly_full(path: PathBuf) -> Option<Finding> {
        let disk = statvfs(&path).ok()?;
        let bytes = disk.f_bavail.saturating_mul(disk.f_frsize);
        // Some file systems report no limit of files.
        let files = (disk.f_files > 0).then_some(disk.f_favail);
        // Some virtual file systems report no size at all.
        let is_full = disk.f_blocks > 0 && bytes < LITTLE_SPACE;
        let has_few_files = files.is_some_and(|files| files < FEW_FILES);
        (is_full || has_few_files).then_some(Finding::DiskNearlyFull { path, bytes, files })
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn each_problem_of_a_folder_is_found() {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("file");
            std::fs::write(&file, "").unwrap();
            let missing = folder.path().join("a/b/c");
            assert_eq!(problem(folder.path()), None);
            assert_eq!(problem(&missing), Some(FolderProblem::Missing));
            assert_eq!(problem(&file), Some(FolderProblem::NotAFolder));
            assert_eq!(problem(&file.join("x")), Some(FolderProblem::NotAFolder));
            assert_eq!(problem_or_creatable(&missing), None);
            assert_eq!(problem_or_creatable(&file), Some(FolderProblem::NotAFolder));
        }

        /// Root may do everything.
        #[test]
        fn folders_that_the_user_may_not_use_are_found() {
            use std::os::unix::fs::PermissionsExt as _;
            let folder = tempfile::tempdir().unwrap();
            let set = |mode| {
                let mode = std::fs::Permissions::from_mode(mode);
                std::fs::set_permissions(folder.path(), mode).unwrap();
            };
            let is_root = user() == Some(0);
            let unless_root = |problem| (!is_root).then_some(problem);
            set(0o555);
            let inside = folder.path().join(".claude");
            assert_eq!(problem(folder.path()), unless_root(FolderProblem::NotWritable));
            assert_eq!(problem_or_creatable(&inside), unless_root(FolderProblem::NotCreatable));
            set(0o600);
            let closed = problem(folder.path());
            // Without the right to execute, even root may not; folders are an exception.
            assert_eq!(closed, unless_root(FolderProblem::NotAccessible));
            set(0o700);
        }
    }
}
