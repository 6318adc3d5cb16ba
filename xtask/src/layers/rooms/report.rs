//! Report: all rules on rooms over all crates, and one line for each crate.

use std::collections::BTreeSet;

use super::table::House;
use super::{imports, knots, sizes};
use crate::tidy::{Crate, Tree};

/// What the command prints, and the problems.
#[derive(Debug, Default)]
pub(in crate::layers) struct Report {
    pub(in crate::layers) lines: Vec<String>,
    pub(in crate::layers) complaints: Vec<String>,
}

/// Checks the crates of a tree against the table of this workspace.
pub(in crate::layers) fn check(tree: &Tree) -> Report {
    check_with(tree, super::table::HOUSES)
}

pub(super) fn check_with(tree: &Tree, houses: &[House]) -> Report {
    let on_disk: BTreeSet<&str> = tree
        .files()
        .filter_map(|(path, _)| path.strip_prefix("crates/")?.split_once("/src/"))
        .map(|(krate, _)| krate)
        .collect();
    let mut report = Report::default();
    for krate in &on_disk {
        match houses.iter().find(|house| house.krate == *krate) {
            Some(house) => check_crate(tree, house, &mut report),
            None => report.complaints.push(format!("{krate}: the table of rooms is missing")),
        }
    }
    let gone = houses.iter().filter(|house| !on_disk.contains(house.krate));
    report
        .complaints
        .extend(gone.map(|house| format!("{}: the crate does not exist", house.krate)));
    report
}

fn check_crate(tree: &Tree, house: &House, report: &mut Report) {
    let source = Crate::read(tree, house.krate);
    report.complaints.extend(imports::check_table(house));
    report.complaints.extend(imports::check(&source, house));

    let rooms = knots::knots(&knots::of_rooms(&source));
    for circle in rooms.iter().filter(|circle| !is_one_row(house, circle)) {
        let names: Vec<&str> = circle.iter().copied().collect();
        report.complaints.push(format!("{}: a cycle of rooms: {}", house.krate, names.join(", ")));
    }

    let graph = knots::of_files(&source);
    let files = knots::knots(&graph);
    for knot in files.iter().filter(|knot| knot.len() > sizes::LARGEST_KNOT) {
        report.complaints.push(format!(
            "{}: {} files depend on each other in a cycle; the limit is {}. Remove one of these imports:\n    {}",
            house.krate,
            knot.len(),
            sizes::LARGEST_KNOT,
            edges(house.krate, &graph, knot).join("\n    "),
        ));
    }

    let folders = sizes::folders(tree.files().map(|(path, _)| path), house.krate);
    report.complaints.extend(sizes::check(&folders, house.krate));

    let rooms = folders.keys().filter(|folder| !folder.is_empty() && !folder.contains('/')).count();
    let (largest, most) = folders
        .iter()
        .filter(|(folder, _)| !folder.is_empty())
        .max_by_key(|(_, files)| **files)
        .map_or(("none", 0), |(folder, files)| (*folder, *files));
    let root = folders.get("").copied().unwrap_or(0);
    let knot = files.first().map_or_else(
        || "none".to_owned(),
        |knot| format!("{} files ({})", knot.len(), short(house.krate, knot).join(", ")),
    );
    report.lines.push(format!(
        "{}: {rooms} rooms, largest folder {largest} ({most} files), {root} root files, \
         largest knot: {knot}",
        house.krate,
    ));
}

/// Whether the rooms are one row of the table, which may use each other.
fn is_one_row(house: &House, circle: &BTreeSet<&str>) -> bool {
    house.rooms.iter().any(|room| circle.iter().all(|name| room.names.contains(name)))
}

/// Returns the imports inside a knot, one line for each file.
fn edges(krate: &str, graph: &knots::Graph<'_>, knot: &BTreeSet<&str>) -> Vec<String> {
    let edges = graph.iter().filter(|(from, _)| knot.contains(*from)).map(|(from, used)| {
        let from = short(krate, &BTreeSet::from([*from])).concat();
        let used: BTreeSet<&str> = used.intersection(knot).copied().collect();
        format!("{from} -> {}", short(krate, &used).join(", "))
    });
    edges.collect()
}

fn short<'a>(krate: &str, paths: &BTreeSet<&'a str>) -> Vec<&'a str> {
    let place = format!("crates/{krate}/src/");
    paths.iter().map(|path| path.strip_prefix(&place).unwrap_or(path)).collect()
}
