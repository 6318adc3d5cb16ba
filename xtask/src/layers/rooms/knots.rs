//! Cycles: files that depend on each other in a cycle, called knots here.
//!
//! A pure function. A knot is a strongly connected component of the graph of imports, in which an
//! import through a `mod.rs` or through `lib.rs` leads to the file of the item. Only paths are
//! followed, not method calls.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::{Crate, File};

/// Which node uses which.
pub(super) type Graph<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// The files of a crate by path. Files that only declare and re-export have no edges, and generated
/// files are left out.
pub(super) fn of_files<'a>(source: &Crate<'a>) -> Graph<'a> {
    graph(source, |file| Some(file.path))
}

/// The rooms of a crate, joined by the edges of their files.
pub(super) fn of_rooms<'a>(source: &Crate<'a>) -> Graph<'a> {
    graph(source, File::room)
}

fn graph<'a>(source: &Crate<'a>, node: impl Fn(&File<'a>) -> Option<&'a str>) -> Graph<'a> {
    let mut graph = Graph::new();
    for file in source.files.iter().filter(|file| !file.is_index() && !file.is_generated()) {
        let Some(from) = node(file) else { continue };
        let used = file.references.iter().filter_map(|reference| source.file_of(file, reference));
        let used = used.map(|at| &source.files[at]).filter(|file| !file.is_generated());
        graph.entry(from).or_default().extend(used.filter_map(&node).filter(|to| *to != from));
    }
    graph
}

/// All knots with more than one node, the largest first.
pub(super) fn knots<'a>(graph: &Graph<'a>) -> Vec<BTreeSet<&'a str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        graph.keys().map(|from| (*from, reached(graph, from))).collect();
    let reaches = |from: &str, to: &str| reached.get(from).is_some_and(|all| all.contains(to));
    let knots: BTreeSet<BTreeSet<&str>> = reached
        .iter()
        .filter(|(from, all)| all.contains(*from))
        .map(|(from, all)| all.iter().copied().filter(|to| reaches(to, from)).collect())
        .collect();
    let mut knots: Vec<_> = knots.into_iter().collect();
    knots.sort_by_key(|knot| std::cmp::Reverse(knot.len()));
    knots
}

/// Returns what is reached from a node by at least one edge.
fn reached<'a>(graph: &Graph<'a>, from: &str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&str> = graph.get(from).into_iter().flatten().copied().collect();
    while let Some(node) = open.pop() {
        if seen.insert(node) {
            open.extend(graph.get(node).into_iter().flatten());
        }
    }
    seen
}
