//! Coverage page: the text of `docs/coverage.md`.

use std::fmt::Write as _;

use super::ledger::{Count, Ledger, Part, State};
use super::rows::{Elsewhere, Rows};
use crate::protocol::Links;

const HEAD: &str = "\
<!-- Generated from `schema/` by `cargo xtask coverage`, do not edit by hand. -->

# Coverage

Which features of the wire have a place.
A row is one feature; the rows are listed in `schema/rows/`, and the schema names them.
A row is typed where an item of the schema names it, done by code where a file does it that no type shows, left out for a reason, or open.
";

/// The number of items of the schema that are named for one row.
const PLACES: usize = 6;

/// The page.
pub(super) fn page(ledger: &Ledger<'_>, rows: &Rows, links: &Links<'_>) -> String {
    let mut out = format!("{HEAD}\n**{}.**\n", ledger.count());
    out.push_str("\n| group | | rows | typed | by code | left out | open |\n");
    out.push_str("|---|---|---|---|---|---|---|\n");
    for part in &ledger.parts {
        let Count { rows, typed, done, not, open } = part.count();
        let (id, title) = (part.id, &part.group.title);
        let _ = writeln!(
            out,
            "| [{id}](#{}) | {title} | {rows} | {typed} | {done} | {not} | {open} |",
            id.to_lowercase()
        );
    }
    for part in &ledger.parts {
        group(&mut out, part, links);
    }
    elsewhere(&mut out, &rows.elsewhere);
    out
}

fn group(out: &mut String, part: &Part<'_>, links: &Links<'_>) {
    let _ = writeln!(out, "\n## {}\n\n{}.\n", part.id, part.group.title);
    out.push_str("| row | feature | where |\n|---|---|---|\n");
    for (id, row, state) in &part.rows {
        let mut place = match state {
            State::Typed(places) => typed(places, links),
            State::Done(_) => String::new(),
            State::Not(reason) => format!("left out: {reason}"),
            State::Open => "**open**".to_owned(),
        };
        if let Some(file) = &row.by {
            let separator = if place.is_empty() { "" } else { ", " };
            let _ = write!(place, "{separator}[`{file}`](../{file})");
        }
        let _ = writeln!(out, "| {id} | {} | {} |", row.title, place.replace('|', "\\|"));
    }
}

fn typed(places: &[String], links: &Links<'_>) -> String {
    let link = |place: &String| links.labelled(place, place.split('.').next().unwrap_or(place));
    let mut named: Vec<String> = places.iter().take(PLACES).map(link).collect();
    if places.len() > PLACES {
        named.push(format!("{} more", places.len() - PLACES));
    }
    named.join(", ")
}

fn elsewhere(out: &mut String, groups: &[(String, Elsewhere)]) {
    if groups.is_empty() {
        return;
    }
    out.push_str("\n## Elsewhere\n\nGroups that are no matter of the wire alone; they are not held here.\n\n");
    out.push_str("| group | | rows |\n|---|---|---|\n");
    for (id, Elsewhere { title, rows }) in groups {
        let _ = writeln!(out, "| {id} | {title} | {rows} |");
    }
}
