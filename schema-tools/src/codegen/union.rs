//! Union emitter: writes the Rust text of a tagged union.

use std::fmt::Write as _;

use super::emit::{doc, expand, field_name};
use super::names;
use super::schema::{Field, Item, Module, Need, Union, Variant, find, leaf};

/// Writes a union with its accessors and its table.
pub(crate) fn union(
    out: &mut String,
    modules: &[Module],
    name: &str,
    body: &Union,
    inline: &str,
) -> Result<(), String> {
    doc(out, "///", &body.doc);
    let tag = &body.tag;
    doc(out, "///", &format!("\nChosen by `{tag}`. An unknown one is kept, byte for byte."));
    let _ = writeln!(out, "#[derive(Debug, PartialEq)]\n#[non_exhaustive]\npub enum {name} {{");
    for (wire, variant) in &body.variants.0 {
        doc(out, "///", &variant.doc);
        let _ = writeln!(out, "{}({}),", variant_name(wire, variant), payload(body, variant));
    }
    for (rust, variant) in &body.local.0 {
        doc(out, "///", &variant.doc);
        doc(out, "///", "\nMade by the SDK; never on the wire.");
        let _ = writeln!(out, "{rust}({}),", expand(&variant.type_));
    }
    out.push_str("/// A tag that this version does not know.\nUnknown(Unknown),\n");
    out.push_str(
        "/// A known tag with a body that cannot be used.\nUndecoded(Box<Undecoded>),\n}\n\n",
    );
    accessors(out, modules, name, body)?;
    table(out, name, body, inline);
    Ok(())
}

fn table(out: &mut String, name: &str, body: &Union, inline: &str) {
    let default = body.default.as_ref().map(|tag| format!(" default {tag:?}")).unwrap_or_default();
    let _ = writeln!(out, "wire_union!({inline}{name} by {:?}{default} {{", body.tag);
    for (wire, variant) in &body.variants.0 {
        let rust = variant_name(wire, variant);
        let _ = writeln!(out, "    {wire:?} => {rust}: {},", payload(body, variant));
    }
    let local: Vec<_> = body.local.0.iter().map(|(name, _)| name.as_str()).collect();
    let _ = writeln!(out, "}} local {{ {} }});", local.join(", "));
}

pub(super) fn variant_name(wire: &str, variant: &Variant) -> String {
    variant.rust.clone().unwrap_or_else(|| names::variant(wire))
}

fn payload(body: &Union, variant: &Variant) -> String {
    if body.boxed && !variant.inline {
        format!("Box<{}>", variant.type_)
    } else {
        expand(&variant.type_)
    }
}

/// Writes one method for each shared field: it returns the field of the variants that have it.
fn accessors(out: &mut String, modules: &[Module], name: &str, body: &Union) -> Result<(), String> {
    if body.shared.is_empty() {
        return Ok(());
    }
    let _ = writeln!(out, "impl {name} {{");
    for field in &body.shared {
        let (type_, arms) = arms(modules, body, field)
            .ok_or_else(|| format!("`{name}`: no variant has `{field}`, or not of one type"))?;
        let returned = match &*type_ {
            "String" => "&str".into(),
            "bool" | "u64" | "i64" | "f64" => expand(&type_),
            _ => format!("&{}", expand(&type_)),
        };
        let method = names::field(field);
        doc(out, "///", &format!("The `{field}` of whichever it is, if it has one."));
        let _ = writeln!(
            out,
            "#[inline]\n#[must_use]\npub fn {method}(&self) -> Option<{returned}> {{"
        );
        let _ = writeln!(out, "match self {{\n{arms}_ => None,\n}}\n}}\n");
    }
    out.push_str("}\n\n");
    Ok(())
}

/// Returns the type of a shared field and its match arms; `None` if the variants disagree.
fn arms(modules: &[Module], body: &Union, field: &str) -> Option<(String, String)> {
    let mut found: Option<String> = None;
    let mut arms = String::new();
    for (wire, variant) in &body.variants.0 {
        let rust = variant_name(wire, variant);
        let type_ = match find(modules, leaf(&variant.type_).ok()?) {
            Some(Item::Struct(of)) => {
                let Some((wire, of)) = of.fields.0.iter().find(|(name, _)| name == field) else {
                    continue;
                };
                let get = get(&field_name(wire, of), of);
                let _ = writeln!(arms, "Self::{rust}(body) => {get},");
                of.type_.clone()
            }
            Some(Item::Union(of)) if of.shared.iter().any(|name| name == field) => {
                let _ = writeln!(arms, "Self::{rust}(body) => body.{}(),", names::field(field));
                self::arms(modules, of, field)?.0
            }
            _ => continue,
        };
        if found.get_or_insert_with(|| type_.clone()) != &type_ {
            return None;
        }
    }
    Some((found?, arms))
}

/// Borrows a field, or copies what is small.
fn get(name: &str, field: &Field) -> String {
    let how = match &*field.type_ {
        "String" => ("Some(&body.N)", "body.N.as_deref()", ".map(String::as_str)"),
        "bool" | "u64" | "i64" | "f64" => ("Some(body.N)", "body.N", ".copied()"),
        _ => ("Some(&body.N)", "body.N.as_ref()", ""),
    };
    let how = match field.need {
        Need::Required => how.0.to_owned(),
        Need::Optional | Need::Nullable => how.1.to_owned(),
        Need::Maybe => format!("body.N.value(){}", how.2),
    };
    how.replace('N', name)
}
