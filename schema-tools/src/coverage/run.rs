//! Command `coverage`: reads the rows and the schema, writes the page, and reports problems.

use super::ledger::Ledger;
use super::rows::Rows;
use super::{named, page};
use crate::Outcome;
use crate::codegen::schema;
use crate::pages::{self, Pages};
use crate::protocol::Links;

const PAGE: &str = "docs/coverage.md";

/// Writes the page; with `check`, a stale page is an error, and so is an open row.
pub(crate) fn run(check: bool) -> Outcome {
    let root = crate::root();
    let schema = root.join("schema");
    let modules = schema::read(&schema)?;
    let (rows, named) = (Rows::read(&schema.join("rows"))?, named::read(&schema)?);
    let ledger = Ledger::new(&rows, &named, |file| root.join(file).is_file());
    println!("coverage: {}", ledger.count());
    if !ledger.complaints.is_empty() {
        return Err(format!("coverage:\n  {}", ledger.complaints.join("\n  ")));
    }
    let open: Vec<String> = ledger.open().map(|(id, row)| format!("{id}: {}", row.title)).collect();
    if check && !open.is_empty() {
        return Err(format!("coverage: open rows\n  {}", open.join("\n  ")));
    }
    open.iter().for_each(|row| println!("  open: {row}"));
    let text = page::page(&ledger, &rows, &Links::beside(&modules));
    let pages = Pages::from([(PAGE.to_owned(), text)]);
    pages::settle(&root, &pages, None, check.then_some("cargo xtask coverage"))
}
