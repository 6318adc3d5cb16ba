//! Item section: the description of one item, its facts, and its table.

use std::fmt::Write as _;

use super::links::escaped;
use super::page::Book;
use super::words::words;
use crate::codegen::schema::{Enum, Field, Id, Item, Need, Provenance, Struct, Union};

/// The number of items that are named in one sentence.
const NAMED: usize = 8;

/// Writes the section.
pub(super) fn section(out: &mut String, book: &Book<'_>, name: &str, item: &Item) {
    let doc = match item {
        Item::Id(body) => &body.doc,
        Item::Enum(body) => &body.doc,
        Item::Struct(body) => &body.doc,
        Item::Union(body) => &body.doc,
    };
    let _ = writeln!(out, "\n## {name}\n\n{}\n", book.links.prose(doc.trim_end()));
    facts(out, book, name, item);
    match item {
        Item::Id(body) => id(out, body),
        Item::Enum(body) => values(out, book, body),
        Item::Struct(body) => fields(out, book, name, body),
        Item::Union(body) => variants(out, book, body),
    }
}

/// Writes direction, how often it was seen, and where it belongs: one sentence per line.
fn facts(out: &mut String, book: &Book<'_>, name: &str, item: &Item) {
    if matches!(item, Item::Id(_)) {
        return;
    }
    let mut facts = Vec::new();
    let ways: Vec<String> = book.ways.of(name).map(|way| way.to_string()).collect();
    if !ways.is_empty() {
        facts.push(format!("{}.", ways.join(" and ")));
    }
    if let Item::Struct(body) = item {
        facts.push(match book.count(name) {
            0 if body.seen => format!("Seen{}.", since(body.since.as_deref())),
            0 => format!("Declared, not seen{}.", since(body.since.as_deref())),
            1 => format!("Seen once{}.", since(body.since.as_deref())),
            count => format!("Seen {count} times{}.", since(body.since.as_deref())),
        });
        facts.extend(roles(book, body));
    }
    let requests: Vec<&str> = book.requests(name).collect();
    facts.extend(list(book, "The answer to", &requests));
    let holders = book.holders.get(name).map(Vec::as_slice).unwrap_or_default();
    facts.extend(list(book, "Stands in", holders));
    if !facts.is_empty() {
        let _ = writeln!(out, "{}\n", facts.join("\n"));
    }
}

/// Returns a sentence that names items; `None` if there are none.
fn list(book: &Book<'_>, phrase: &str, names: &[&str]) -> Option<String> {
    let mut links: Vec<String> =
        names.iter().take(NAMED).map(|name| book.links.item(name)).collect();
    let last = match names.len().saturating_sub(NAMED) {
        0 => links.pop()?,
        more => format!("{more} more"),
    };
    let all = if links.is_empty() { last } else { format!("{} and {last}", links.join(", ")) };
    Some(format!("{phrase} {all}."))
}

/// Returns the roles of the object.
fn roles(book: &Book<'_>, body: &Struct) -> Vec<String> {
    let mut roles = Vec::new();
    if let Some(answer) = &body.answer {
        roles.push(format!("A control request; answered by {}.", book.links.item(answer)));
    }
    let old = body.aliases.iter().map(|alias| format!("`{alias}`")).collect::<Vec<_>>();
    let old = if old.is_empty() { String::new() } else { format!(", once {}", old.join(", ")) };
    for (what, phrase) in [
        (&body.tool, "The input of the tool"),
        (&body.output_of, "The output of the tool"),
        (&body.event, "The input of hooks of the event"),
        (&body.output_for, "The own answer of hooks of the event"),
    ] {
        roles.extend(what.as_ref().map(|what| format!("{phrase} `{what}`{old}.")));
    }
    roles
}

fn id(out: &mut String, body: &Id) {
    if let Some(example) = &body.example {
        let _ = writeln!(out, "A string, as in `{example}`.");
    } else {
        out.push_str("A string.\n");
    }
}

fn values(out: &mut String, book: &Book<'_>, body: &Enum) {
    out.push_str("| value | seen | meaning |\n|---|---|---|\n");
    for (wire, value) in &body.values.0 {
        let seen = match value.from {
            Provenance::Seen => "seen",
            Provenance::Declared => "declared",
        };
        let _ = writeln!(
            out,
            "| `{}` | {seen}{} | {} |",
            escaped(wire),
            since(value.since.as_deref()),
            book.links.cell(&value.doc)
        );
    }
}

fn fields(out: &mut String, book: &Book<'_>, name: &str, body: &Struct) {
    if body.tags.0.is_empty() && body.fields.0.is_empty() {
        out.push_str("It has no fields.\n");
        return;
    }
    out.push_str("| field | JSON | presence | seen | meaning |\n|---|---|---|---|---|\n");
    for (tag, value) in &body.tags.0 {
        let _ = writeln!(out, "| `{tag}` | `\"{}\"` | always | | |", escaped(value));
    }
    for (wire, field) in &body.fields.0 {
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {} | {} |",
            escaped(wire),
            words(book.modules, &book.links, &field.type_),
            presence(field.need),
            seen(field, book.count(&format!("{name}.{wire}")), book.count(name)),
            book.links.cell(&field.doc)
        );
    }
}

fn variants(out: &mut String, book: &Book<'_>, body: &Union) {
    let _ = writeln!(out, "| `{}` | object | meaning |\n|---|---|---|", body.tag);
    for (wire, variant) in &body.variants.0 {
        let absent = if body.default.as_ref() == Some(wire) { ", or absent" } else { "" };
        let _ = writeln!(
            out,
            "| `{}`{absent} | {} | {} |",
            escaped(wire),
            words(book.modules, &book.links, &variant.type_),
            book.links.cell(&variant.doc)
        );
    }
}

fn presence(need: Need) -> &'static str {
    match need {
        Need::Required => "always",
        Need::Optional => "may be absent",
        Need::Nullable => "may be null",
        Need::Maybe => "may be absent or null",
    }
}

/// Returns in how many of the recorded objects a field occurs.
fn seen(field: &Field, count: u64, of: u64) -> String {
    let seen = match count {
        0 if field.seen => "seen".to_owned(),
        0 => "declared".to_owned(),
        _ => format!("{count}/{of}"),
    };
    format!("{seen}{}", since(field.since.as_deref()))
}

fn since(version: Option<&str>) -> String {
    version.map(|version| format!(", since {version}")).unwrap_or_default()
}
