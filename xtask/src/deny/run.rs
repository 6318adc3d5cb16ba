//! Command `deny`: reads policy and metadata, and prints the problems.

use super::check::check;
use super::policy::Policy;
use crate::Outcome;
use crate::metadata::Metadata;

/// Checks the workspace against `deny.toml`.
pub(crate) fn run() -> Outcome {
    let text = std::fs::read_to_string(crate::run::root().join("deny.toml"));
    let policy = Policy::from_toml(&text.map_err(|error| format!("deny.toml: {error}"))?)?;
    let metadata = Metadata::of_all_platforms()?;
    let complaints = check(&metadata, &policy);
    if complaints.is_empty() {
        println!("deny: {} packages, all allowed", metadata.packages.len());
        return Ok(());
    }
    Err(format!("deny:\n  {}", complaints.join("\n  ")))
}
