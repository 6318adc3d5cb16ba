//! Command `protocol`: reads the schema and writes the pages.

use std::path::Path;

use super::page::{Book, page};
use super::{index, order};
use crate::Outcome;
use crate::codegen::schema;
use crate::drift::{self, Counts, Model};
use crate::pages::{self, Pages};

const FRONT: &str = "docs/protocol.md";
const FOLDER: &str = "docs/protocol";

/// Writes the pages; with `check`, a stale page is an error.
pub(crate) fn run(check: bool) -> Outcome {
    let root = crate::root();
    let schema = root.join("schema");
    let counts = drift::count(&Model::new(schema::read(&schema)?), &root)?;
    let pages = generate(&schema, &counts)?;
    pages::settle(&root, &pages, Some(FOLDER), check.then_some("cargo xtask protocol"))
}

/// Returns all pages of a schema.
pub(super) fn generate(schema: &Path, counts: &Counts) -> Outcome<Pages> {
    let mut modules = schema::read(schema)?;
    order::sort(&mut modules)?;
    let chapters = order::chapters(&modules);
    let book = Book::new(&modules, counts);
    let mut pages = Pages::from([(FRONT.to_owned(), index::front(&modules, &chapters))]);
    for module in &modules {
        pages.insert(format!("{FOLDER}/{}.md", module.name), page(&book, module));
    }
    Ok(pages)
}
