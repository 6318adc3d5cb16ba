//! Versions: every version is declared once, in the manifest of the workspace.
//!
//! `cargo metadata` does not show whether a dependency was inherited, so the manifests are read
//! here.

use toml::{Table, Value};

const SECTIONS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];

/// Returns the dependencies of one manifest without `workspace = true`.
pub(super) fn check(name: &str, manifest: &str) -> Vec<String> {
    let manifest: Table = match toml::from_str(manifest) {
        Ok(manifest) => manifest,
        Err(error) => return vec![format!("{name}: invalid manifest: {error}")],
    };
    let targets = manifest.get("target").and_then(Value::as_table).into_iter().flatten();
    let targets = targets.filter_map(|(_, target)| target.as_table());
    std::iter::once(&manifest)
        .chain(targets)
        .flat_map(|part| SECTIONS.iter().filter_map(|section| part.get(*section)?.as_table()))
        .flatten()
        .filter(|(_, dependency)| !is_inherited(dependency))
        .map(|(dependency, _)| {
            format!("{name}: {dependency} must take its version from [workspace.dependencies]")
        })
        .collect()
}

fn is_inherited(dependency: &Value) -> bool {
    dependency.get("workspace").and_then(Value::as_bool) == Some(true)
}
