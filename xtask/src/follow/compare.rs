//! Comparison of two recordings: which cases the CLI plays differently.

use std::collections::BTreeSet;
use std::path::Path;

use crate::Outcome;

/// Returns the names of the files that differ between two folders, or that only one of them has.
pub(super) fn differing(old: &Path, new: &Path) -> Outcome<Vec<String>> {
    let names: BTreeSet<String> = listed(old)?.into_iter().chain(listed(new)?).collect();
    let differs = |name: &String| {
        let read = |folder: &Path| std::fs::read(folder.join(name)).ok();
        read(old) != read(new)
    };
    Ok(names.into_iter().filter(differs).collect())
}

fn listed(folder: &Path) -> Outcome<Vec<String>> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = std::fs::read_dir(folder).map_err(failed)?;
    Ok(entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_differ_are_named() {
        let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let write = |folder: &tempfile::TempDir, name: &str, text: &str| {
            std::fs::write(folder.path().join(name), text).unwrap();
        };
        for folder in [&old, &new] {
            write(folder, "same", "x");
        }
        write(&old, "changed", "x");
        write(&new, "changed", "y");
        write(&old, "gone", "x");
        assert_eq!(differing(old.path(), new.path()).unwrap(), ["changed", "gone"]);
        assert!(differing(old.path(), Path::new("/not/there")).is_err());
    }
}
