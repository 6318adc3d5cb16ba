//! Generated pages: finds stale pages and writes them.
//!
//! The content of the pages is defined elsewhere. Read next: [`crate::protocol`],
//! [`crate::coverage`].

use std::collections::BTreeMap;
use std::path::Path;

use crate::Outcome;

/// Texts by path; paths are relative to the root, with forward slashes.
pub(crate) type Pages = BTreeMap<String, String>;

/// Writes the stale pages and removes unknown ones from the folder. With `check`, nothing is
/// changed, and a stale page is an error that names the command to run.
pub(crate) fn settle(
    root: &Path,
    pages: &Pages,
    folder: Option<&str>,
    check: Option<&str>,
) -> Outcome {
    let stale = stale(root, pages, folder);
    if let (Some(command), false) = (check, stale.is_empty()) {
        return Err(format!("stale: {}; run `{command}`", stale.join(", ")));
    }
    for name in stale {
        let path = root.join(&name);
        let parent = path.parent().unwrap_or(root);
        let done = match pages.get(&name) {
            Some(text) => std::fs::create_dir_all(parent).and_then(|()| std::fs::write(path, text)),
            None => std::fs::remove_file(path),
        };
        done.map_err(|error| format!("{name}: {error}"))?;
        println!("wrote {name}");
    }
    Ok(())
}

/// Returns the pages that differ, are missing, or do not belong to the folder.
fn stale(root: &Path, pages: &Pages, folder: Option<&str>) -> Vec<String> {
    let differs = |name: &str, text: &str| {
        std::fs::read_to_string(root.join(name)).ok().as_deref() != Some(text)
    };
    let mut stale: Vec<String> = pages
        .iter()
        .filter(|(name, text)| differs(name, text))
        .map(|(name, _)| name.clone())
        .collect();
    if let Some(folder) = folder
        && let Ok(listing) = std::fs::read_dir(root.join(folder))
    {
        let names = listing.filter_map(|entry| entry.ok().map(|entry| entry.file_name()));
        let present = names.map(|name| format!("{folder}/{}", name.to_string_lossy()));
        stale.extend(present.filter(|name| !pages.contains_key(name)));
    }
    stale
}

#[cfg(test)]
mod tests {
    use super::{Pages, settle};

    #[test]
    fn stale_pages_are_reported_and_written() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        std::fs::create_dir(root.join("docs")).unwrap();
        for (name, text) in [("docs/old.md", ""), ("docs/same.md", "same"), ("docs/new.md", "was")]
        {
            std::fs::write(root.join(name), text).unwrap();
        }
        let pages = [("docs/same.md", "same"), ("docs/new.md", "is"), ("missing/a.md", "a")];
        let pages: Pages = pages.map(|(name, text)| (name.to_owned(), text.to_owned())).into();

        let error = settle(root, &pages, Some("docs"), Some("make")).unwrap_err();
        assert_eq!(error, "stale: docs/new.md, missing/a.md, docs/old.md; run `make`");
        assert_eq!(std::fs::read_to_string(root.join("docs/new.md")).unwrap(), "was");

        settle(root, &pages, Some("docs"), None).unwrap();
        settle(root, &pages, Some("docs"), Some("make")).unwrap();
        assert!(!root.join("docs/old.md").exists());
        assert_eq!(std::fs::read_to_string(root.join("docs/new.md")).unwrap(), "is");
    }
}
