//! What is reached from where, so that nobody compiles what he does not use.
//!
//! Structs that a user of the SDK writes get setters; what is only read has public fields and needs
//! none, and thousands of setters that nobody calls would be most of what the compiler looks at.
//! Types that no message holds (inputs of tools, session files, answers to rare requests) are
//! compiled in the crates that use them.

use std::collections::BTreeSet;

use super::schema::{Item, Module, find, leaf};

/// The names of all items that are written, or that stand in something written.
pub(crate) fn written(modules: &[Module]) -> BTreeSet<String> {
    let incoming = incoming(modules);
    // Most blocks are only read; those that are written are marked one by one.
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

/// The requests of the CLI: of these the answer is written, of all others the request.
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

/// The names of all items that may stand in a message of the CLI.
pub(crate) fn in_messages(modules: &[Module]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    follow(modules, "Message", &mut found);
    // A hand-written type of the schema holds blocks.
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
