//! Uses: which items an item contains, and which contain it.

use std::collections::BTreeMap;

use crate::codegen::schema::{Item, Module, leaf};

/// Returns the items that are named directly, each with the field or the value of the tag that
/// names it.
pub(super) fn parts(item: &Item) -> Vec<(&str, &str)> {
    let named: Vec<(&str, &str)> = match item {
        Item::Id(_) | Item::Enum(_) => Vec::new(),
        Item::Struct(body) => {
            body.fields.0.iter().map(|(name, field)| (name.as_str(), &*field.type_)).collect()
        }
        Item::Union(body) => {
            body.variants.0.iter().map(|(tag, variant)| (tag.as_str(), &*variant.type_)).collect()
        }
    };
    let leaves = named.into_iter().filter_map(|(by, type_)| Some((by, leaf(type_).ok()?)));
    // The hand-written type that is a text or blocks.
    leaves.map(|(by, name)| (by, if name == "Content" { "ContentBlock" } else { name })).collect()
}

/// Returns for each item the items that name it.
pub(super) fn holders(modules: &[Module]) -> BTreeMap<&str, Vec<&str>> {
    let mut holders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, item) in modules.iter().flat_map(|module| &module.items) {
        for (_, part) in parts(item) {
            let known = holders.entry(part).or_default();
            if part != name && !known.contains(&name.as_str()) {
                known.push(name);
            }
        }
    }
    holders
}
