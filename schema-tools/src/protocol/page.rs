//! Page: a module of the schema, with its items in the order unions, objects, values, names.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::item;
use super::links::Links;
use super::uses::holders;
use super::ways::{Ways, structs};
use crate::codegen::schema::{Item, Module};
use crate::drift::Counts;

/// The first line of each generated page.
pub(super) const PREAMBLE: &str =
    "<!-- Generated from `schema/` by `cargo xtask protocol`, do not edit by hand. -->\n";

/// The data of all pages.
#[derive(Debug)]
pub(super) struct Book<'m> {
    pub(super) modules: &'m [Module],
    pub(super) links: Links<'m>,
    pub(super) ways: Ways<'m>,
    pub(super) holders: BTreeMap<&'m str, Vec<&'m str>>,
    /// How often each item occurs in the recordings of the repository.
    pub(super) counts: &'m Counts,
}

impl<'m> Book<'m> {
    pub(super) fn new(modules: &'m [Module], counts: &'m Counts) -> Self {
        let (links, ways) = (Links::within(modules), Ways::new(modules));
        Self { modules, links, ways, holders: holders(modules), counts }
    }

    /// Returns how often an item, or the field of an item, occurs in the recordings.
    pub(super) fn count(&self, subject: &str) -> u64 {
        self.counts.get(subject).copied().unwrap_or_default()
    }

    /// The requests with this response.
    pub(super) fn requests(&self, answer: &str) -> impl Iterator<Item = &'m str> {
        structs(self.modules)
            .filter(move |(_, body)| body.answer.as_deref() == Some(answer))
            .map(|(name, _)| name)
    }
}

/// The title of a kind, and whether an item is of that kind.
type Kind = (&'static str, fn(&Item) -> bool);

/// The kinds of items in the order of the page.
const KINDS: [Kind; 4] = [
    ("Told apart by a tag", |item| matches!(item, Item::Union(_))),
    ("Objects", |item| matches!(item, Item::Struct(_))),
    ("Sets of values", |item| matches!(item, Item::Enum(_))),
    ("Strings", |item| matches!(item, Item::Id(_))),
];

/// The text of the page.
pub(super) fn page(book: &Book<'_>, module: &Module) -> String {
    let mut out = String::from(PREAMBLE);
    let doc = book.links.prose(module.doc.trim_end());
    let _ = writeln!(out, "\n# {}\n\n{doc}\n", module.name);
    out.push_str("How the tables are read: [protocol](../protocol.md#the-tables).\n\n");
    for (title, is_of) in KINDS {
        let items = module.items.iter().filter(|(_, item)| is_of(item));
        let names: Vec<String> = items.map(|(name, _)| book.links.item(name)).collect();
        if !names.is_empty() {
            let _ = writeln!(out, "- {title}: {}", names.join(", "));
        }
    }
    for (_, is_of) in KINDS {
        for (name, item) in module.items.iter().filter(|(_, item)| is_of(item)) {
            item::section(&mut out, book, name, item);
        }
    }
    out
}
