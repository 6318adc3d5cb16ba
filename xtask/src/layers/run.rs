//! The command: gathers the metadata, prints what is wrong.

use std::path::Path;

use super::table::{BANS, LAYERS};
use super::{edges, reach, versions};
use crate::Outcome;
use crate::metadata::Metadata;

/// Checks the workspace, or the output of `cargo metadata` in a file.
pub(crate) fn run(file: Option<&Path>) -> Outcome {
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
    if complaints.is_empty() {
        println!("layers: {} crates, every edge is allowed", LAYERS.len());
        return Ok(());
    }
    Err(format!("layers:\n  {}", complaints.join("\n  ")))
}
