//! Reach: which items can be reached from which, so that users compile only what they use.
//!
//! Structs that a user of the SDK creates get setters. Structs that are only read have public
//! fields and no setters, because thousands of unused setters would dominate the compile time.
//! Types that no message contains (inputs of tools, session files, responses to rare requests) are
//! compiled in the crates that use them.

use std::collections::BTreeSet;

use super::schema::{Item, Module, find, leaf};

/// Returns the names of all items that users create, or that are part of such an item.
pub(crate) fn written(modules: &[Module]) -> BTreeSet<String> {
    let incoming = incoming(modules);
    // Most blocks are only read; those that users create are marked one by one.
    let mut found = BTreeSet::from(["ContentBlock".to_owned()]);
    for (name, item) in modules.iter().flat_map(|module| &module.items) {
        let root = match item {
            Item::Struct(body) => match &body.answer {
                Some(answer) if incoming.contains(&**name) => Some(answer),
                answer => {
                    let is_root = body.written
                        || answer.is_some()
                        || body.output_for.is_some()
                        || body.tool.is_some();
                    is_root.then_some(name)
                }
            },
            Item::Union(body) => body.written.then_some(name),
            Item::Id(_) | Item::Enum(_) => None,
        };
        if let Some(root) = root {
            follow(modules, root, &mut found);
        }
    }
    found
}

/// Returns the requests of the CLI. Users create the responses of these, and the requests of all
/// others.
fn incoming(modules: &[Module]) -> BTreeSet<&str> {
    let Some(Item::Union(union)) = find(modules, "IncomingRequest") else { return BTreeSet::new() };
    union.variants.0.iter().filter_map(|(_, variant)| leaf(&variant.type_).ok()).collect()
}

/// The requests of the SDK, in the order of the schema.
pub(crate) fn outgoing(modules: &[Module]) -> Vec<&str> {
    let incoming = incoming(modules);
    let items = modules.iter().flat_map(|module| &module.items);
    items
        .filter(|(_, item)| matches!(item, Item::Struct(body) if body.answer.is_some()))
        .map(|(name, _)| &**name)
        .filter(|name| !incoming.contains(name))
        .collect()
}

/// Returns the names of all items that may be part of a message of the CLI.
pub(crate) fn in_messages(modules: &[Module]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    follow(modules, "Message", &mut found);
    // A hand-written type of the schema contains blocks.
    follow(modules, "ContentBlock", &mut found);
    found
}

fn follow(modules: &[Module], name: &str, found: &mut BTreeSet<String>) {
    let Some(item) = find(modules, name) else { return };
    if !found.insert(name.to_owned()) {
        return;
    }
    let types: Vec<&str> = match item {
        Item::Struct(body) => body.fields.0.iter().map(|(_, field)| &*field.type_).collect(),
        Item::Union(body) => body.variants.0.iter().map(|(_, variant)| &*variant.type_).collect(),
        Item::Id(_) | Item::Enum(_) => Vec::new(),
    };
    for type_ in types {
        if let Ok(leaf) = leaf(type_) {
            follow(modules, leaf, found);
        }
    }
}
