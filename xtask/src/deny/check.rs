//! Check: compares the packages with the policy.
//!
//! A pure function of the metadata and the policy.

use std::collections::{BTreeMap, BTreeSet};

use super::expression;
use super::policy::{Bans, Policy, Sources};
use crate::metadata::{Metadata, Package};

/// Returns everything that the policy forbids.
pub(super) fn check(metadata: &Metadata, policy: &Policy) -> Vec<String> {
    let mut complaints = Vec::new();
    for package in &metadata.packages {
        complaints.extend(license(package, &policy.licenses.allow));
        complaints.extend(source(package, &policy.sources));
    }
    complaints.extend(wildcards(metadata, &policy.bans));
    complaints.extend(duplicates(metadata, &policy.bans));
    complaints
}

fn license(package: &Package, allowed: &[String]) -> Option<String> {
    let name = full_name(package);
    let Some(license) = &package.license else {
        return Some(format!("{name}: no license"));
    };
    match expression::satisfied(license, allowed) {
        Ok(true) => None,
        Ok(false) => Some(format!("{name}: the license {license} is not allowed")),
        Err(error) => Some(format!("{name}: license {error}")),
    }
}

fn source(package: &Package, sources: &Sources) -> Option<String> {
    let source = package.source.as_deref()?;
    let (kind, address) = source.split_once('+').unwrap_or(("", source));
    let known = match kind {
        "git" => sources.allow_git.iter().any(|url| address.starts_with(&**url)),
        _ => sources.allow_registry.iter().any(|url| url == address || url == source),
    };
    // The address is not printed: it may contain a token.
    (!known).then(|| format!("{}: comes from an unknown {kind} source", full_name(package)))
}

fn wildcards(metadata: &Metadata, bans: &Bans) -> Vec<String> {
    let mut complaints = Vec::new();
    for package in metadata.members() {
        for dependency in package.dependencies.iter().filter(|dependency| dependency.req == "*") {
            if dependency.path.is_none() || !bans.allow_wildcard_paths {
                complaints.push(format!("{}: {} has no version", package.name, dependency.name));
            }
        }
    }
    complaints
}

fn duplicates(metadata: &Metadata, bans: &Bans) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut unused: BTreeSet<&str> = bans.skip.iter().map(|skip| &*skip.krate).collect();
    for package in &metadata.packages {
        if !unused.remove(&*full_name(package)) {
            versions.entry(&package.name).or_default().insert(&package.version);
        }
    }
    for (name, versions) in versions.iter().filter(|(_, versions)| versions.len() > 1) {
        let versions: Vec<&str> = versions.iter().copied().collect();
        complaints.push(format!(
            "{name}: used in {} versions: {}",
            versions.len(),
            versions.join(", ")
        ));
    }
    complaints
        .extend(unused.iter().map(|skip| format!("deny.toml: unused skip of {skip}: remove it")));
    complaints
}

fn full_name(package: &Package) -> String {
    format!("{}@{}", package.name, package.version)
}
