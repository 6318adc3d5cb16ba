//! Imports: compares the rooms that a file names with the table.
//!
//! A pure function of the source of a crate and its table. Tests are exempt, and so is
//! `generated/`, whose paths codegen writes.

use std::collections::BTreeSet;

use super::table::{House, Room};
use crate::tidy::{Crate, File, Reference};

const FROM_ROOT: &str = "is imported from the crate's root: import it from its room";

/// Returns the problems of a table: a row that uses something that is not above it.
pub(super) fn check_table(house: &House) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut above: Vec<&str> = Vec::new();
    for room in house.rooms {
        for used in room.uses.iter().filter(|used| !above.contains(used)) {
            complaints.push(format!(
                "{}: the row of `{}` uses `{used}`, which is not a row above it",
                house.krate,
                room.names.join("`, `"),
            ));
        }
        for name in room.names {
            if above.contains(name) {
                complaints.push(format!("{}: `{name}` is in the table twice", house.krate));
            }
            above.push(name);
        }
    }
    complaints
}

/// Returns every import that the table does not allow, and every difference between table and
/// folders.
pub(super) fn check(source: &Crate<'_>, house: &House) -> Vec<String> {
    let on_disk: BTreeSet<&str> = source.files.iter().filter_map(File::room).collect();
    let in_table: BTreeSet<&str> =
        house.rooms.iter().flat_map(|room| room.names).copied().collect();
    let mut complaints = Vec::new();
    for name in on_disk.difference(&in_table) {
        complaints.push(format!("{}: the room `{name}` is not in the table", house.krate));
    }
    for name in in_table.difference(&on_disk) {
        complaints.push(format!("{}: `{name}` is in the table, but not a room", house.krate));
    }
    for file in source.files.iter().filter(|file| !file.is_generated()) {
        let Some(room) = file.room().and_then(|room| row(house, room)) else { continue };
        for reference in &file.references {
            if let Some(why) = refusal(source, house, room, file, reference) {
                let path = reference.path.join("::");
                complaints.push(format!("{}:{}: `{path}` {why}", file.path, reference.line));
            }
        }
    }
    complaints
}

fn row<'h>(house: &'h House, name: &str) -> Option<&'h Room> {
    house.rooms.iter().find(|room| room.names.contains(&name))
}

/// Returns why a file of this room must not have this path.
fn refusal(
    source: &Crate<'_>,
    house: &House,
    room: &Room,
    file: &File<'_>,
    reference: &Reference<'_>,
) -> Option<String> {
    let path = &reference.path;
    let supers = path.iter().take_while(|part| ["super", "self"].contains(part));
    let supers = supers.filter(|part| **part == "super").count();
    if supers > 0 && supers >= file.module.len() + reference.scope.len() {
        return Some("leaves the room: begin it with `crate`".to_owned());
    }
    if *path.first()? != "crate" {
        return None;
    }
    let name = *path.get(1).unwrap_or(&"*");
    let target = match source.files.iter().filter_map(File::room).find(|room| *room == name) {
        Some(target) => target,
        None if name == "*" || name.starts_with(char::is_uppercase) => {
            return Some(FROM_ROOT.to_owned());
        }
        // A macro with `#[macro_export]` has its path at the root, wherever it is written.
        None => match source.files.iter().find(|file| declares_macro(file, name)) {
            Some(file) => file.room()?,
            None => return Some(FROM_ROOT.to_owned()),
        },
    };
    // A row that is missing in the table is reported separately.
    row(house, target)?;
    if room.names.contains(&target) || room.uses.contains(&target) {
        return None;
    }
    Some(format!("uses the room `{target}`, which `{}` may not", file.room()?))
}

fn declares_macro(file: &File<'_>, name: &str) -> bool {
    file.text.contains(&format!("macro_rules! {name} "))
}
