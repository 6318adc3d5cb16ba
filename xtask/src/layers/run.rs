//! Command `layers`: reads the metadata, and prints the problems.

use std::path::Path;

use super::table::{BANS, LAYERS};
use super::{edges, reach, rooms, versions};
use crate::Outcome;
use crate::metadata::Metadata;
use crate::tidy::Tree;

/// Checks the workspace. A file is the output of `cargo metadata` to check instead, and a folder is
/// another checkout, of which only the rooms are checked.
pub(crate) fn run(other: Option<&Path>) -> Outcome {
    let mut complaints = Vec::new();
    let folder = other.filter(|path| path.is_dir());
    if folder.is_none() {
        complaints.extend(check_crates(other)?);
    }
    if let Some(root) = folder.or(other.is_none().then_some(&crate::run::root())) {
        complaints.extend(check_rooms(root)?);
    }
    if complaints.is_empty() {
        println!("layers: {} crates, every edge is allowed", LAYERS.len());
        return Ok(());
    }
    Err(format!("layers: {} problems\n  {}", complaints.len(), complaints.join("\n  ")))
}

fn check_crates(file: Option<&Path>) -> Outcome<Vec<String>> {
    let metadata = match file {
        Some(file) => {
            let json = std::fs::read_to_string(file);
            Metadata::from_json(&json.map_err(|error| format!("{}: {error}", file.display()))?)?
        }
        None => Metadata::of_host()?,
    };
    let mut complaints = edges::check(&metadata, LAYERS);
    complaints.extend(reach::check(&metadata, BANS));
    for package in metadata.members() {
        match std::fs::read_to_string(&package.manifest_path) {
            Ok(manifest) => complaints.extend(versions::check(&package.name, &manifest)),
            Err(error) => complaints.push(format!("{}: no manifest: {error}", package.name)),
        }
    }
    Ok(complaints)
}

fn check_rooms(root: &Path) -> Outcome<Vec<String>> {
    let report = rooms::check(&Tree::load(root)?);
    for line in report.lines {
        println!("layers: {line}");
    }
    Ok(report.complaints)
}
