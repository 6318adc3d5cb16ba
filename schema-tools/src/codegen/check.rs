//! Check: refuses a schema that is inconsistent or incomplete.

use std::collections::BTreeMap;

use super::rust_names;
use super::schema::{BUILT_IN, HAND_WRITTEN, Item, Module, Need, Struct, Union, find, leaf};

/// Refuses duplicate names, undefined types and empty docs.
pub(crate) fn check(modules: &[Module]) -> Result<(), String> {
    let mut names = BTreeMap::new();
    for module in modules {
        for (name, item) in &module.items {
            if let Some(other) = names.insert(name.as_str(), &module.name) {
                return Err(format!("`{name}` is defined in `{other}` and in `{}`", module.name));
            }
            for doc in docs(item) {
                if !doc.trim_end().ends_with(['.', '?', ':', '`', ')']) || doc.len() < 3 {
                    return Err(format!("`{name}`: a doc is missing or no sentence: `{doc}`"));
                }
            }
        }
    }
    for module in modules {
        for (name, item) in &module.items {
            rust_names::check(item).map_err(|e| format!("`{name}`: {e}"))?;
            shape(modules, item).map_err(|e| format!("`{name}`: {e}"))?;
            for type_ in types(item) {
                let leaf = leaf(type_)?;
                if !names.contains_key(leaf)
                    && !BUILT_IN.contains(&leaf)
                    && !HAND_WRITTEN.contains(&leaf)
                {
                    return Err(format!("`{name}`: nobody defines the type `{leaf}`"));
                }
            }
        }
    }
    Ok(())
}

fn docs(item: &Item) -> Vec<&str> {
    match item {
        Item::Id(id) => vec![&id.doc],
        Item::Enum(e) => e.values.0.iter().map(|(_, v)| &*v.doc).chain([&*e.doc]).collect(),
        Item::Struct(s) => s.fields.0.iter().map(|(_, f)| &*f.doc).chain([&*s.doc]).collect(),
        Item::Union(u) => u.variants.0.iter().map(|(_, v)| &*v.doc).chain([&*u.doc]).collect(),
    }
}

fn types(item: &Item) -> Vec<&str> {
    match item {
        Item::Id(_) | Item::Enum(_) => vec![],
        Item::Struct(s) => s.fields.0.iter().map(|(_, field)| &*field.type_).collect(),
        Item::Union(u) => {
            u.variants.0.iter().chain(&u.local.0).map(|(_, variant)| &*variant.type_).collect()
        }
    }
}

/// Checks the assumptions of the generated code.
fn shape(modules: &[Module], item: &Item) -> Result<(), String> {
    match item {
        Item::Struct(body) => fields(body),
        Item::Union(body) => variants(modules, body),
        Item::Enum(body) if body.values.0.is_empty() => Err("no value is known".into()),
        Item::Id(_) | Item::Enum(_) => Ok(()),
    }
}

fn fields(body: &Struct) -> Result<(), String> {
    let boxed = |(_, field): &&(String, super::schema::Field)| {
        field.need == Need::Required && field.type_.starts_with("Box<")
    };
    match body.fields.0.iter().find(boxed) {
        Some((name, _)) => Err(format!("`{name}` is required and boxed; box what holds it")),
        None => Ok(()),
    }
}

/// Checks that the struct of a variant writes the tag: as a constant, or as a field if it may be
/// absent.
fn variants(modules: &[Module], union: &Union) -> Result<(), String> {
    for (value, variant) in &union.variants.0 {
        let Some(Item::Struct(body)) = find(modules, leaf(&variant.type_)?) else {
            continue;
        };
        let constant = body.tags.0.iter().find(|(name, _)| *name == union.tag);
        let field = body.fields.0.iter().any(|(name, _)| *name == union.tag);
        let is_default = union.default.as_ref() == Some(value);
        if is_default != field || (!is_default && constant.is_none_or(|(_, tag)| tag != value)) {
            let type_ = &variant.type_;
            return Err(format!(
                "`{type_}` needs `{} = {value:?}` among its tags, or as a field if it is the default",
                union.tag
            ));
        }
    }
    Ok(())
}
