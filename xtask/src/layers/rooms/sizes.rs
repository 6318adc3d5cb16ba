//! Sizes: the number of files in each folder.
//!
//! A pure function. Files of unit tests count, because a reader sees them, too; `generated/` does
//! not.

use std::collections::BTreeMap;

/// Files in the root of a crate, `lib.rs` included.
pub(super) const MOST_ROOT_FILES: usize = 4;
/// Files in any other folder.
pub(super) const MOST_FILES: usize = 15;
/// The largest allowed number of files that depend on each other in a cycle.
pub(super) const LARGEST_KNOT: usize = 6;

/// The number of `.rs` files of each folder below `src/`; the root is the empty path.
pub(super) fn folders<'a>(
    paths: impl Iterator<Item = &'a str>,
    krate: &str,
) -> BTreeMap<&'a str, usize> {
    let place = format!("crates/{krate}/src/");
    let mut folders = BTreeMap::new();
    let paths = paths.filter_map(|path| path.strip_prefix(&place));
    for path in paths.filter(|path| path.ends_with(".rs") && !path.starts_with("generated/")) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        *folders.entry(folder).or_default() += 1;
    }
    folders
}

/// Returns every folder with too many files.
pub(super) fn check(folders: &BTreeMap<&str, usize>, krate: &str) -> Vec<String> {
    let too_many = folders.iter().filter_map(|(folder, files)| {
        let most = if folder.is_empty() { MOST_ROOT_FILES } else { MOST_FILES };
        let place = format!("crates/{krate}/src/{folder}");
        let place = place.trim_end_matches('/');
        (*files > most).then(|| format!("{place}: {files} files; the limit is {most}"))
    });
    too_many.collect()
}
