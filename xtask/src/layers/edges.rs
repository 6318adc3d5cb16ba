//! Edges: compares the dependencies in the manifests with the table.
//!
//! A pure function of the metadata. Read next: [`super::reach`].

use super::table::Layer;
use crate::metadata::{Dependency, Metadata, Package};

/// Returns every declared edge that the table does not allow.
pub(super) fn check(metadata: &Metadata, layers: &[Layer]) -> Vec<String> {
    let mut complaints = Vec::new();
    for package in metadata.members() {
        match layers.iter().find(|layer| layer.name == package.name) {
            Some(layer) => complaints.extend(check_package(metadata, package, layer)),
            None => complaints.push(format!("{}: not in the table of layers", package.name)),
        }
    }
    let gone = layers.iter().filter(|layer| !metadata.is_member(layer.name));
    complaints.extend(gone.map(|layer| format!("{}: in the table, but not a crate", layer.name)));
    complaints
}

fn check_package(metadata: &Metadata, package: &Package, layer: &Layer) -> Vec<String> {
    package
        .dependencies
        .iter()
        .filter(|dependency| !allowed(metadata, dependency, layer))
        .map(|dependency| {
            let kind = dependency.kind.as_deref().unwrap_or("normal");
            format!("{}: must not have the {kind} dependency {}", layer.name, dependency.name)
        })
        .collect()
}

fn allowed(metadata: &Metadata, dependency: &Dependency, layer: &Layer) -> bool {
    let name = dependency.name.as_str();
    let for_tests = dependency.kind.as_deref() == Some("dev");
    if metadata.is_member(name) {
        return layer.uses.contains(&name) || (for_tests && layer.tests_use.contains(&name));
    }
    for_tests || layer.externals.is_none_or(|externals| externals.contains(&name))
}
