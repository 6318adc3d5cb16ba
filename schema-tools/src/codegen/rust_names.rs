//! Rust names: refuses names of the schema whose generated code would not compile.

use std::collections::BTreeMap;

use super::emit::{field_name, value_name};
use super::schema::Item;
use super::union::variant_name;

/// Words that cannot name a field or a variant.
const KEYWORDS: [&str; 51] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while",
];

/// Checks the names inside of an item: they are identifiers, differ from each other, and are none
/// that the generated code adds.
pub(super) fn check(item: &Item) -> Result<(), String> {
    match item {
        Item::Id(_) => Ok(()),
        Item::Enum(body) => {
            let names = body.values.0.iter().map(|(wire, value)| (wire, value_name(wire, value)));
            distinct(names, &["Other"])
        }
        Item::Struct(body) => {
            let names = body.fields.0.iter().map(|(wire, field)| (wire, field_name(wire, field)));
            distinct(names, &["extra"])
        }
        Item::Union(body) => {
            let tagged = body.variants.0.iter().map(|(wire, v)| (wire, variant_name(wire, v)));
            let local = body.local.0.iter().map(|(rust, _)| (rust, rust.clone()));
            distinct(tagged.chain(local), &["Unknown", "Undecoded"])
        }
    }
}

fn distinct<'w>(
    names: impl Iterator<Item = (&'w String, String)>,
    reserved: &[&str],
) -> Result<(), String> {
    let mut known = BTreeMap::new();
    for (wire, rust) in names {
        let remedy = format!("give `{wire}` another name: `rust = \"…\"`");
        if !is_identifier(&rust) {
            return Err(format!("`{wire}` becomes `{rust}`, which Rust does not accept; {remedy}"));
        }
        if reserved.contains(&&*rust) {
            return Err(format!("`{wire}` becomes `{rust}`, which codegen adds itself; {remedy}"));
        }
        if let Some(other) = known.insert(rust.clone(), wire) {
            return Err(format!("`{other}` and `{wire}` both become `{rust}`; {remedy}"));
        }
    }
    Ok(())
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && name != "_"
        && !KEYWORDS.contains(&name)
}
