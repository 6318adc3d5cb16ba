//! Table: the differences as a page, one row for each name, with the witnesses that have it and the
//! place where it is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::finding::{Finding, Findings, Kind, Witness};
use super::model::Model;

/// What the sources say about one name.
#[derive(Default)]
struct Row<'f> {
    witnesses: BTreeSet<Witness>,
    details: Vec<&'f str>,
}

/// Returns a table of all differences in Markdown.
pub(crate) fn table(findings: &Findings, model: &Model) -> String {
    let mut rows: BTreeMap<(&str, Kind), Row<'_>> = BTreeMap::new();
    for finding in findings.iter() {
        let row = rows.entry((finding.subject.as_str(), finding.kind)).or_default();
        row.witnesses.insert(finding.witness);
        if !finding.detail.is_empty() && !row.details.contains(&finding.detail.as_str()) {
            row.details.push(&finding.detail);
        }
    }
    let mut out = String::from(
        "| name | | declared | seen | command line | detail | where |\n|---|---|---|---|---|---|---|\n",
    );
    for ((subject, kind), Row { witnesses, details }) in rows {
        let mark = |witness| if witnesses.contains(&witness) { "x" } else { "" };
        let _ = writeln!(
            out,
            "| `{subject}` | {} | {} | {} | {} | {} | {} |",
            kind.word(),
            mark(Witness::Declarations),
            mark(Witness::Recordings),
            mark(Witness::CommandLine),
            details.join("; ").replace('|', "\\|"),
            place(subject, model),
        );
    }
    out
}

/// Returns where a difference is written down.
fn place(subject: &str, model: &Model) -> String {
    let adding = |section: &str| format!("docs/adding.md: {section}");
    match subject {
        flag if flag.starts_with("--") => return adding("an option"),
        option if option.starts_with("Options.") => return adding("an option"),
        request if request.starts_with("ControlRequest/") => return adding("a control request"),
        event if event.starts_with("HookEvent=") || event.starts_with("HookInput/") => {
            return adding("a hook event");
        }
        line if line.starts_with("line/") || line.starts_with("SystemMessage/") => {
            return adding("a message");
        }
        _ => {}
    }
    match model.file(Finding::thing_of(subject)) {
        Some(file) => format!("schema/{file}.toml"),
        None => "schema/".to_owned(),
    }
}
