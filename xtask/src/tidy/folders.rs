//! Rules on folders: a file and a folder with the same name are easily confused.
//!
//! A room is a folder with a `mod.rs`; only unit tests are in the folder of their file.

use super::run::Complaints;
use super::tree::Tree;

pub(super) fn check(tree: &Tree, complaints: &mut Complaints) {
    let sources = tree.files().map(|(path, _)| path);
    for path in sources.filter(|path| path.contains("/src/") && path.ends_with(".rs")) {
        let Some((folder, name)) = path.rsplit_once('/') else { continue };
        let room = folder.rsplit_once('/').map_or(folder, |(_, room)| room);
        if name.trim_end_matches(".rs") == room && !folder.ends_with("/src") {
            complaints.add(path, 1, format!("has the name of its room: name its part of `{room}`"));
        }
        // `x/y.rs` next to `x.rs`.
        let is_tests = name == "tests.rs" || room == "tests";
        if !is_tests && !folder.ends_with("/src") && tree.text(&format!("{folder}.rs")).is_some() {
            let what =
                format!("is in the folder of `{room}.rs`, which may contain only `tests.rs`");
            complaints.add(path, 1, what);
        }
    }
}
