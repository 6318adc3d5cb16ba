//! Command `protocol`: reads the schema and writes the pages.

use std::path::Path;

use super::page::{Book, page};
use super::{index, order};
use crate::Outcome;
use crate::codegen::schema;
use crate::pages::{self, Pages};

const FRONT: &str = "docs/protocol.md";
const FOLDER: &str = "docs/protocol";

/// Writes the pages; with `check`, a stale page is an error.
pub(crate) fn run(check: bool) -> Outcome {
    let root = crate::root();
    let pages = generate(&root.join("schema"))?;
    pages::settle(&root, &pages, Some(FOLDER), check.then_some("cargo xtask protocol"))
}

/// Returns all pages of a schema.
pub(super) fn generate(schema: &Path) -> Outcome<Pages> {
    let mut modules = schema::read(schema)?;
    order::sort(&mut modules)?;
    let chapters = order::chapters(&modules);
    let book = Book::new(&modules);
    let mut pages = Pages::from([(FRONT.to_owned(), index::front(&modules, &chapters))]);
    for module in &modules {
        pages.insert(format!("{FOLDER}/{}.md", module.name), page(&book, module));
    }
    Ok(pages)
}
