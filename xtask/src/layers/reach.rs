//! Reach: compares what a crate reaches through others with the bans.
//!
//! It follows normal and build edges of the resolved graph; tests may use any crate, and so may
//! features of the crate itself that bring an optional dependency. Each ban has a positive control,
//! because a graph that is read wrongly would show no problems.

use std::collections::{BTreeMap, BTreeSet};

use super::table::Ban;
use crate::metadata::{Metadata, Node, Package, Resolve};

/// Returns every banned crate that is reached, and every control that is not.
pub(super) fn check(metadata: &Metadata, bans: &[Ban]) -> Vec<String> {
    let Some(resolve) = &metadata.resolve else {
        return vec!["the metadata has no resolved graph: do not pass `--no-deps`".to_owned()];
    };
    let graph = Graph::new(metadata, resolve);
    let mut complaints = Vec::new();
    for ban in bans {
        let Ban { krate, external, control } = ban;
        if graph.reaches(krate, external) {
            complaints.push(format!("{krate}: reaches {external}, which it must not"));
        }
        if !graph.reaches(control, external) {
            complaints.push(format!(
                "the check is broken: {control} is known to use {external}, but does not reach it"
            ));
        }
    }
    complaints
}

struct Graph<'a> {
    names: BTreeMap<&'a str, &'a str>,
    nodes: BTreeMap<&'a str, &'a Node>,
    /// A crate, and a dependency of it that only a feature brings.
    optional: BTreeSet<(&'a str, &'a str)>,
}

impl<'a> Graph<'a> {
    fn new(metadata: &'a Metadata, resolve: &'a Resolve) -> Self {
        let packages = metadata.packages.iter();
        Self {
            names: packages.map(|package| (&*package.id, &*package.name)).collect(),
            nodes: resolve.nodes.iter().map(|node| (&*node.id, node)).collect(),
            optional: metadata.packages.iter().flat_map(optional).collect(),
        }
    }

    fn reaches(&self, from: &str, to: &str) -> bool {
        let start = self.names.iter().filter(|(_, name)| **name == from).map(|(id, _)| *id);
        let direct = start.flat_map(|id| self.nodes.get(id)).flat_map(|node| used_by(node));
        let is_optional = |id: &&str| {
            let name = self.names.get(id).copied().unwrap_or_default();
            self.optional.contains(&(from, name))
        };
        let mut open: Vec<&str> = direct.filter(|id| !is_optional(id)).collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            if self.names.get(id) == Some(&to) {
                return true;
            }
            open.extend(self.nodes.get(id).into_iter().flat_map(|node| used_by(node)));
        }
        false
    }
}

fn optional(package: &Package) -> impl Iterator<Item = (&str, &str)> {
    let optional = package.dependencies.iter().filter(|dependency| dependency.optional);
    optional.map(|dependency| (&*package.name, &*dependency.name))
}

/// The IDs that a node uses outside of tests.
fn used_by(node: &Node) -> impl Iterator<Item = &str> {
    node.deps
        .iter()
        .filter(|edge| edge.dep_kinds.iter().any(|kind| kind.kind.as_deref() != Some("dev")))
        .map(|edge| &*edge.pkg)
}
