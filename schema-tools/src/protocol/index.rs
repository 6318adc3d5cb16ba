//! Front page: the overview, and an index by the names in the protocol.

use std::fmt::Write as _;

use super::links::{Links, escaped, first_sentence};
use super::order::Chapter;
use super::page::PREAMBLE;
use super::ways::{CLI_REQUESTS, is_cli_request, output_beside, structs};
use crate::codegen::schema::{Item, Module, Struct, find};

/// The hand-written overview.
const OVERVIEW: &str = include_str!("overview.md");

/// The indexed unions: a title, and the union.
const UNIONS: [(&str, &str); 6] = [
    ("Messages of the CLI, by `type`", "Message"),
    ("System messages, by `subtype`", "SystemMessage"),
    ("Content blocks, by `type`", "ContentBlock"),
    ("Events of the stream, by `type`", "StreamEvent"),
    ("Requests of the CLI, by `subtype`", CLI_REQUESTS),
    ("Lines of session files, by `type`", "TranscriptLine"),
];

/// The text of the front page.
pub(super) fn front(modules: &[Module], chapters: &[Chapter<'_>]) -> String {
    let links = Links::beside(modules);
    let mut out = format!("{PREAMBLE}\n{}", links.prose(OVERVIEW));
    out.push_str("\n## All pages\n");
    for chapter in chapters {
        let _ = writeln!(out, "\n{}:\n", chapter.title);
        for module in &chapter.modules {
            let doc = links.prose(first_sentence(module.doc.trim_end()));
            let _ = writeln!(out, "- {}: {doc}", links.module(&module.name));
        }
    }
    for (title, name) in UNIONS {
        union(&mut out, modules, &links, title, name);
    }
    requests(&mut out, modules, &links);
    pairs(&mut out, modules, &links, "Hook events", "own answer", |body| {
        (&body.event, &body.output_for)
    });
    pairs(&mut out, modules, &links, "Tools", "output", |body| (&body.tool, &body.output_of));
    out
}

fn union(out: &mut String, modules: &[Module], links: &Links<'_>, title: &str, name: &str) {
    let Some(Item::Union(body)) = find(modules, name) else {
        return;
    };
    let _ = writeln!(out, "\n## {title}\n\n| `{}` | object | meaning |\n|---|---|---|", body.tag);
    for (wire, variant) in &body.variants.0 {
        let (object, doc) = (links.item(&variant.type_), links.cell(&variant.doc));
        let _ = writeln!(out, "| `{}` | {object} | {doc} |", escaped(wire));
    }
}

/// Writes the requests of the SDK, by their names in the protocol.
fn requests(out: &mut String, modules: &[Module], links: &Links<'_>) {
    let mut rows = Vec::new();
    for (name, body) in structs(modules).filter(|(name, _)| !is_cli_request(modules, name)) {
        let subtype = body.tags.0.iter().find(|(tag, _)| tag == "subtype");
        if let (Some((_, subtype)), Some(answer)) = (subtype, &body.answer) {
            rows.push(format!(
                "| `{subtype}` | {} | {} | {} |",
                links.item(name),
                links.item(answer),
                links.cell(first_sentence(&body.doc))
            ));
        }
    }
    if !rows.is_empty() {
        rows.sort();
        out.push_str("\n## Requests to the CLI, by `subtype`\n\n");
        out.push_str("| `subtype` | object | answer | meaning |\n|---|---|---|---|\n");
        let _ = writeln!(out, "{}", rows.join("\n"));
    }
}

/// Writes items with a struct for their input, and perhaps one for their output.
fn pairs(
    out: &mut String,
    modules: &[Module],
    links: &Links<'_>,
    title: &str,
    back: &str,
    roles: impl Fn(&Struct) -> (&Option<String>, &Option<String>),
) {
    let mut rows = Vec::new();
    for (name, body) in structs(modules) {
        let Some(what) = roles(body).0 else {
            continue;
        };
        let outputs = structs(modules).filter(|(_, other)| roles(other).1.as_ref() == Some(what));
        let mut outputs: Vec<String> = outputs.map(|(other, _)| links.item(other)).collect();
        if outputs.is_empty() {
            outputs.extend(output_beside(modules, name).map(|other| links.item(other)));
        }
        let doc = links.cell(first_sentence(&body.doc));
        let (input, output) = (links.item(name), outputs.join(", "));
        rows.push(format!("| `{what}` | {input} | {output} | {doc} |"));
    }
    if !rows.is_empty() {
        let _ = writeln!(out, "\n## {title}\n\n| name | input | {back} | meaning |");
        let _ = writeln!(out, "|---|---|---|---|\n{}", rows.join("\n"));
    }
}
