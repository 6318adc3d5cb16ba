//! JSON terms: the types of the schema in the terms of JSON.

use super::links::Links;
use crate::codegen::schema::{Item, Module, find};

/// Returns the JSON type of a schema type.
pub(super) fn words(modules: &[Module], links: &Links<'_>, type_: &str) -> String {
    let inner = |rest: &str| words(modules, links, rest.strip_suffix('>').unwrap_or(rest));
    match type_.split_once('<') {
        Some(("Vec", rest)) => format!("array of {}", grouped(inner(rest))),
        Some(("Map", rest)) => format!("object of {}", grouped(inner(rest))),
        Some(("TextOr", rest)) => format!("string or {}", inner(rest)),
        Some((_, rest)) => inner(rest),
        None => leaf(modules, links, type_),
    }
}

fn leaf(modules: &[Module], links: &Links<'_>, name: &str) -> String {
    let known = match name {
        "String" => "string",
        "bool" => "boolean",
        "u64" => "integer ≥ 0",
        "i64" => "integer",
        "f64" => "number",
        "Raw" => "any JSON",
        "Content" => return format!("string or array of {}", links.item("ContentBlock")),
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    match find(modules, name) {
        Some(Item::Id(_) | Item::Enum(_)) => format!("string, {}", links.item(name)),
        _ => links.item(name),
    }
}

fn grouped(words: String) -> String {
    if words.contains(" or ") { format!("({words})") } else { words }
}
