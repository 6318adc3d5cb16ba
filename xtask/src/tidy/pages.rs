//! Rules on pages: links have a target, and named paths exist.
//!
//! Only what needs no network is checked: links to other sites are ignored. Text in code fences is
//! not read.

use super::run::Complaints;
use super::tree::Tree;

/// The pages that guide a reader through the code; every path in them is checked.
const GUIDES: [&str; 5] = [
    "docs/architecture.md",
    "docs/message-path.md",
    "docs/adding.md",
    "docs/guarantees.md",
    "docs/shutdown.md",
];

/// The beginnings of paths of the repository.
const PLACES: [&str; 9] = [
    "crates/",
    "claude-",
    "xtask/",
    "schema-tools/",
    "docs/",
    "schema/",
    "examples/",
    "benches/",
    ".ci/",
];

pub(super) fn check(tree: &Tree, complaints: &mut Complaints) {
    for (path, text) in tree.files().filter(|(path, _)| path.ends_with(".md")) {
        for (number, line) in prose(text) {
            for target in links(line) {
                if let Some(why) = broken(tree, path, target) {
                    complaints.add(path, number, format!("the link `{target}` {why}"));
                }
            }
        }
    }
    for page in GUIDES {
        guide(tree, page, complaints);
    }
}

fn guide(tree: &Tree, page: &str, complaints: &mut Complaints) {
    let Some(text) = tree.text(page) else {
        complaints.add(page, 1, "is missing: create the page");
        return;
    };
    let mut named = 0;
    for (number, line) in prose(text) {
        for path in line.split('`').skip(1).step_by(2).filter_map(as_path) {
            named += 1;
            if !tree.has(path) && !tree.has(&format!("crates/{path}")) {
                complaints.add(page, number, format!("names `{path}`, which does not exist"));
            }
        }
    }
    if named == 0 {
        complaints.add(page, 1, "must name at least one path, because it is a guide");
    }
}

/// A code span that is a path of this repository.
fn as_path(span: &str) -> Option<&str> {
    let path = span.split([':', '#', '<', '*', '{']).next()?;
    let is_path = path.contains('/')
        && PLACES.iter().any(|place| path.starts_with(place))
        && !path.contains(char::is_whitespace);
    is_path.then_some(path)
}

/// Returns why a link has no target.
fn broken(tree: &Tree, page: &str, target: &str) -> Option<&'static str> {
    if target.contains("://") || target.starts_with("mailto:") || target.is_empty() {
        return None;
    }
    let (file, heading) = target.split_once('#').unwrap_or((target, ""));
    let Some(file) = resolve(page, file) else {
        return Some("leaves the repository");
    };
    if !tree.has(&file) {
        return Some("has no target file");
    }
    if heading.is_empty() || !file.ends_with(".md") {
        return None;
    }
    let has_heading =
        prose(tree.text(&file)?).any(|(_, line)| anchor(line).as_deref() == Some(heading));
    (!has_heading).then_some("has no target heading")
}

/// The path of a link, from the root of the repository.
fn resolve(page: &str, file: &str) -> Option<String> {
    if file.is_empty() {
        return Some(page.to_owned());
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The anchor that Markdown hosts create for a heading.
fn anchor(line: &str) -> Option<String> {
    let heading = line.strip_prefix('#')?.trim_start_matches('#').trim().to_lowercase();
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c));
    Some(kept.map(|c| if c == ' ' { '-' } else { c }).collect())
}

/// The targets of `[text](target)` and of `[label]: target`.
fn links(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut in_code = false;
    for (at, c) in line.char_indices() {
        if c == '`' {
            in_code = !in_code;
        }
        if !in_code && let Some(rest) = line[at..].strip_prefix("](") {
            found.extend(rest.split([')', ' ']).next());
        }
    }
    if let Some((_, target)) = line.strip_prefix('[').and_then(|rest| rest.split_once("]: ")) {
        found.extend(target.split_whitespace().next());
    }
    found
}

/// The lines outside code fences, with their numbers.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    text.lines().enumerate().filter_map(move |(index, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        (!fenced && !fence).then_some((index + 1, line))
    })
}
