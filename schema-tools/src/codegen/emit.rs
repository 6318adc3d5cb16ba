//! Emitter: writes the Rust text of one module. It writes data only; the logic behind the tables is
//! hand-written in `claude-types/src/wire`.

use std::fmt::Write as _;

use super::schema::{BUILT_IN, Enum, Field, Id, Item, Module, Need, Struct, Value};
use super::{names, reach, union};

pub(crate) const PREAMBLE: &str =
    "// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.\n";

/// Returns the text of one module, unformatted.
pub(crate) fn module(modules: &[Module], module: &Module) -> Result<String, String> {
    let written = reach::written(modules);
    let in_messages = reach::in_messages(modules);
    let mut out = String::from(PREAMBLE);
    doc(&mut out, "//!", &module.doc);
    out.push_str("\nuse super::all::*;\n");
    for (name, item) in &module.items {
        out.push('\n');
        let inline = if in_messages.contains(name) { "" } else { "#[inline] " };
        match item {
            Item::Id(body) => id(&mut out, name, body),
            Item::Enum(body) => enumeration(&mut out, name, body, inline),
            Item::Struct(body) => {
                structure(&mut out, name, body, written.contains(name), inline);
            }
            Item::Union(body) => union::union(&mut out, modules, name, body, inline)?,
        }
    }
    Ok(out)
}

/// The text of `generated/mod.rs`.
pub(crate) fn root(modules: &[Module]) -> String {
    let mut out = String::from(PREAMBLE);
    out.push_str("//! The wire types, one module for each file of `schema/`.\n\n");
    for module in modules {
        let _ = writeln!(out, "mod {};", module.name);
    }
    out.push_str("mod for_each;\n");
    out.push('\n');
    for module in modules {
        let _ = writeln!(out, "pub use {}::*;", module.name);
    }
    out.push_str(
        "\n/// What every module of generated types may name.\nmod all {\n    \
         pub(super) use super::*;\n    \
         pub(super) use crate::wire::{wire_enum, wire_struct, wire_union};\n    \
         pub(super) use crate::values::{Content, Extra, Lagged, Maybe, Noise, Oversized, Raw, TextOr, Undecoded, Unknown, id_type};\n    \
         pub(super) use std::collections::BTreeMap;\n}\n",
    );
    out
}

fn id(out: &mut String, name: &str, id: &Id) {
    out.push_str("id_type! {\n");
    doc(out, "///", &id.doc);
    if let Some(example) = &id.example {
        doc(out, "///", &format!("\nLooks like `{example}`."));
    }
    let _ = writeln!(out, "{name}\n}}");
}

fn enumeration(out: &mut String, name: &str, body: &Enum, inline: &str) {
    doc(out, "///", &body.doc);
    doc(out, "///", "\nAn open set: a newer CLI may send other values.");
    out.push_str("#[derive(Debug, Clone, PartialEq, Eq, Hash)]\n#[non_exhaustive]\n");
    let _ = writeln!(out, "pub enum {name} {{");
    for (wire, value) in &body.values.0 {
        let renamed = value.rust.as_ref().map(|_| wire.as_str());
        doc(out, "///", &described(&value.doc, renamed, &value.since));
        let _ = writeln!(out, "{},", value_name(wire, value));
    }
    out.push_str("/// A value that this version does not know.\nOther(Box<str>),\n}\n\n");
    let _ = writeln!(out, "wire_enum!({inline}{name} {{");
    for (wire, value) in &body.values.0 {
        let _ = writeln!(out, "    {} = {wire:?},", value_name(wire, value));
    }
    out.push_str("});\n");
}

pub(super) fn value_name(wire: &str, value: &Value) -> String {
    value.rust.clone().unwrap_or_else(|| names::variant(wire))
}

fn structure(out: &mut String, name: &str, body: &Struct, is_written: bool, inline: &str) {
    doc(out, "///", &described(&body.doc, None, &body.since));
    let tags: Vec<_> = body.tags.0.iter().map(|(tag, value)| format!("`{tag}: {value}`")).collect();
    if !tags.is_empty() {
        doc(out, "///", &format!("\nWire: {}.", tags.join(", ")));
    }
    let of = [
        (&body.tool, "The input of the tool"),
        (&body.output_of, "The output of the tool"),
        (&body.event, "The input of hooks of the event"),
        (&body.output_for, "The output of hooks of the event"),
        (&body.answer, "Answered by"),
    ];
    for (what, phrase) in of {
        if let Some(what) = what {
            doc(out, "///", &format!("\n{phrase} `{what}`."));
        }
    }
    let hides = body.fields.0.iter().any(|(_, field)| field.secret);
    let debug = if hides { "" } else { "Debug, " };
    let _ = writeln!(out, "#[derive({debug}PartialEq)]\n#[non_exhaustive]\npub struct {name} {{");
    for (wire, field) in &body.fields.0 {
        let renamed = field.rust.as_ref().map(|_| wire.as_str());
        doc(out, "///", &described(&field.doc, renamed, &field.since));
        let _ = writeln!(out, "pub {}: {},", field_name(wire, field), rust_type(field));
    }
    out.push_str("/// Fields that this version does not know, or whose value had an odd shape.\n");
    out.push_str("pub extra: Extra,\n}\n\n");
    if hides {
        hiding(out, name, body);
    }
    let is_default = body.fields.0.iter().all(|(_, field)| field.need != Need::Required);
    if is_default {
        default(out, name);
    }
    if is_written {
        constructor(out, name, body, is_default);
    }
    table(out, name, body, inline);
    roles(out, name, body);
}

/// Writes a `Debug` that shows of a secret only whether it is set.
fn hiding(out: &mut String, name: &str, body: &Struct) {
    let _ = writeln!(
        out,
        "impl std::fmt::Debug for {name} {{\nfn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{\n\
         f.debug_struct({name:?})"
    );
    for (wire, field) in &body.fields.0 {
        let name = field_name(wire, field);
        let value = match field.need {
            _ if !field.secret => format!("&self.{name}"),
            Need::Required => "&crate::values::Redacted".into(),
            Need::Maybe => format!("&self.{name}.value().map(|_| crate::values::Redacted)"),
            Need::Optional | Need::Nullable => {
                format!("&self.{name}.as_ref().map(|_| crate::values::Redacted)")
            }
        };
        let _ = writeln!(out, ".field({name:?}, {value})");
    }
    out.push_str(".field(\"extra\", &self.extra)\n.finish()\n}\n}\n\n");
}

/// Writes the roles of the struct: a request, the input or output of a tool.
fn roles(out: &mut String, name: &str, body: &Struct) {
    let subtype = body.tags.0.iter().find(|(tag, _)| tag == "subtype");
    if let (Some(answer), Some((_, subtype))) = (&body.answer, subtype) {
        let _ = writeln!(
            out,
            "\nimpl crate::wire::ControlRequest for {name} {{\nconst SUBTYPE: &'static str = {subtype:?};\n\
             type Response = {answer};\n}}"
        );
    }
    for (tool, role) in [(&body.tool, "ToolInput"), (&body.output_of, "ToolOutput")] {
        if let Some(tool) = tool {
            let _ = writeln!(
                out,
                "\nimpl crate::wire::{role} for {name} {{\nconst TOOL: &'static str = {tool:?};\n\
                 const ALIASES: &'static [&'static str] = &{:?};\n}}",
                body.aliases
            );
        }
    }
}

/// Returns the doc with facts that the Rust name does not show: the name in the protocol if it
/// differs, and the first version. The type shows whether a field may be absent or null;
/// `docs/protocol/` shows where it was seen.
fn described(doc: &str, renamed: Option<&str>, since: &Option<String>) -> String {
    let wire = renamed.map(|wire| format!(" Wire: `{wire}`.")).unwrap_or_default();
    let since = since.as_ref().map(|version| format!(" Since CLI {version}.")).unwrap_or_default();
    format!("{}{wire}{since}", doc.trim_end())
}

/// Writes `Default`: the empty value has all fields absent.
fn default(out: &mut String, name: &str) {
    let _ = writeln!(
        out,
        "impl Default for {name} {{\n#[inline]\nfn default() -> Self {{\n\
         crate::wire::Wire::VACANT\n}}\n}}\n"
    );
}

/// Writes `new` with the required fields, and a setter for each other field.
fn constructor(out: &mut String, name: &str, body: &Struct, is_default: bool) {
    let fields = &body.fields.0;
    let required = || fields.iter().filter(|(_, field)| field.need == Need::Required);
    let _ = writeln!(out, "impl {name} {{");
    let _ = writeln!(out, "/// Makes one from what it cannot do without.\n#[inline]\n#[must_use]");
    let parameters: Vec<_> =
        required().map(|(wire, field)| parameter(&field_name(wire, field), &field.type_)).collect();
    let _ = writeln!(out, "pub fn new({}) -> Self {{", parameters.join(", "));
    if is_default {
        out.push_str("Self::default()\n}\n");
    } else {
        literal(out, fields);
    }
    let settable = |(_, field): &&(String, Field)| field.need != Need::Required;
    for (wire, field) in fields.iter().filter(settable) {
        let name = field_name(wire, field);
        let wrap = if field.need == Need::Maybe { "Maybe::Value" } else { "Some" };
        let _ = writeln!(out, "\n/// Sets [`{name}`](Self::{name}).\n#[inline]\n#[must_use]");
        let _ = writeln!(
            out,
            "pub fn {name}(mut self, {}) -> Self {{",
            parameter("value", &field.type_)
        );
        let _ =
            writeln!(out, "self.{name} = {wrap}({});\nself\n}}", converted("value", &field.type_));
    }
    out.push_str("}\n\n");
}

fn literal(out: &mut String, fields: &[(String, Field)]) {
    out.push_str("Self {\n");
    for (wire, field) in fields {
        let name = field_name(wire, field);
        let value = match field.need {
            Need::Required => converted(&name, &field.type_),
            Need::Maybe => "Maybe::Absent".into(),
            Need::Optional | Need::Nullable => "None".into(),
        };
        let value = if value == name { String::new() } else { format!(": {value}") };
        let _ = writeln!(out, "{name}{value},");
    }
    out.push_str("extra: Extra::default(),\n}\n}\n");
}

fn parameter(name: &str, type_: &str) -> String {
    let rust = expand(type_);
    if takes_into(type_) { format!("{name}: impl Into<{rust}>") } else { format!("{name}: {rust}") }
}

fn converted(name: &str, type_: &str) -> String {
    if takes_into(type_) { format!("{name}.into()") } else { name.into() }
}

/// Whether a setter takes the type itself: numbers and flags, so that a literal needs no suffix.
fn takes_into(type_: &str) -> bool {
    !BUILT_IN.contains(&type_) || matches!(type_, "String" | "Raw")
}

fn table(out: &mut String, name: &str, body: &Struct, inline: &str) {
    let tags: Vec<_> =
        body.tags.0.iter().map(|(tag, value)| format!("{tag:?} = {value:?}")).collect();
    let _ = writeln!(
        out,
        "wire_struct!({inline}{name} {{\n    tags: [{}],\n    fields: [",
        tags.join(", ")
    );
    for (at, (wire, field)) in body.fields.0.iter().enumerate() {
        let need = match field.need {
            Need::Required => "required",
            Need::Optional => "optional",
            Need::Nullable => "nullable",
            Need::Maybe => "maybe",
        };
        let rust = field_name(wire, field);
        let _ = writeln!(out, "        {at} {need} {rust}: {} = {wire:?},", expand(&field.type_));
    }
    out.push_str("    ],\n});\n");
}

pub(crate) fn field_name(wire: &str, field: &Field) -> String {
    field.rust.clone().unwrap_or_else(|| names::field(wire))
}

fn rust_type(field: &Field) -> String {
    let type_ = expand(&field.type_);
    match field.need {
        Need::Required => type_,
        Need::Optional | Need::Nullable => format!("Option<{type_}>"),
        Need::Maybe => format!("Maybe<{type_}>"),
    }
}

/// Expands `Map<T>`.
pub(crate) fn expand(type_: &str) -> String {
    match type_.split_once('<') {
        Some(("Map", rest)) => format!("BTreeMap<String, {}", expand(rest)),
        Some((container, rest)) => format!("{container}<{}", expand(rest)),
        None => type_.into(),
    }
}

pub(crate) fn doc(out: &mut String, mark: &str, text: &str) {
    for line in text.trim_end().lines() {
        let _ = writeln!(out, "{}", format!("{mark} {line}").trim_end());
    }
}
