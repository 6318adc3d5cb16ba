//! Command `tidy`: applies all rules to all files, and prints problems in the order of the files.

use std::path::Path;

use super::tree::Tree;
use super::{doc_examples, example, folders, machine, names, pages, phrases, source};
use crate::Outcome;

/// The problems, each with its place.
#[derive(Debug, Default)]
pub(super) struct Complaints(Vec<String>);

impl Complaints {
    pub(super) fn add(&mut self, path: &str, line: usize, what: impl AsRef<str>) {
        self.0.push(format!("{path}:{line}: {}", what.as_ref()));
    }

    pub(super) fn into_vec(self) -> Vec<String> {
        self.0
    }
}

/// Checks the workspace, or another folder.
pub(crate) fn run(root: Option<&Path>) -> Outcome {
    let root = root.map_or_else(crate::run::root, Path::to_path_buf);
    let tree = Tree::load(&root)?;
    let files = tree.files().count();
    let complaints = check(&tree).into_vec();
    if files == 0 {
        return Err(format!("tidy: no files in {}", root.display()));
    }
    if complaints.is_empty() {
        println!("tidy: {files} files checked, no problems");
        return Ok(());
    }
    Err(format!("tidy: {} problems\n  {}", complaints.len(), complaints.join("\n  ")))
}

/// Applies all rules to all files.
pub(super) fn check(tree: &Tree) -> Complaints {
    let mut complaints = Complaints::default();
    for (path, text) in tree.files() {
        source::check(path, text, &mut complaints);
        example::check(path, text, &mut complaints);
        machine::check(path, text, &mut complaints);
        names::check(path, text, &mut complaints);
        phrases::check(path, text, &mut complaints);
    }
    folders::check(tree, &mut complaints);
    doc_examples::check(tree, &mut complaints);
    pages::check(tree, &mut complaints);
    complaints
}
