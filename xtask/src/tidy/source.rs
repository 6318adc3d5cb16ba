//! Rules on single files: length, head, name, unfinished work, white space.
//!
//! Generated files may be long, and their `mod.rs` may contain any code. Read next:
//! [`super::example`].

use super::run::Complaints;

const LINES: usize = 500;
const LINES_OF_TESTS: usize = 1000;

const VAGUE: [&str; 6] = ["utils", "util", "helpers", "helper", "common", "misc"];

/// Checks a file of any language.
pub(super) fn check(path: &str, text: &str, complaints: &mut Complaints) {
    if let Some(extension) = path.rsplit_once('.').map(|(_, extension)| extension)
        && ["rs", "toml", "md", "sh", "yml", "yaml"].contains(&extension)
    {
        blanks(path, text, complaints);
        unfinished(path, text, complaints);
        if extension == "rs" {
            rust(path, text, complaints);
        }
    }
}

fn rust(path: &str, text: &str, complaints: &mut Complaints) {
    length(path, text, complaints);
    name(path, complaints);
    // A generated file may first say which command wrote it.
    if !text
        .lines()
        .find(|line| !is_plain_comment(line))
        .is_some_and(|line| line.starts_with("//!"))
    {
        complaints.add(path, 1, "must begin with `//!`: what the module is");
    }
    if path.ends_with("/mod.rs") && !is_for_tests(path) && !is_generated(path) {
        folder_module(path, text, complaints);
    }
    for (number, line) in numbered(text) {
        if line.contains('\t') {
            complaints.add(path, number, "contains a tab");
        }
        let code = line.trim_start();
        let bare = ["#[ignore]", "#[ignore = \"\"]"].iter().any(|bare| code.starts_with(bare));
        if bare || (code.starts_with("#[cfg_attr(") && code.ends_with(", ignore)]")) {
            complaints.add(path, number, "an ignored test must have a reason");
        }
    }
}

fn length(path: &str, text: &str, complaints: &mut Complaints) {
    let cap = if is_for_tests(path) { LINES_OF_TESTS } else { LINES };
    let lines = text.lines().count();
    if lines > cap && !is_generated(path) {
        complaints.add(
            path,
            lines,
            format!("has {lines} lines, more than {cap}: split it by subject"),
        );
    }
}

fn name(path: &str, complaints: &mut Complaints) {
    let parts = path.trim_end_matches(".rs").split('/');
    for part in parts.filter(|part| VAGUE.contains(part)) {
        complaints.add(
            path,
            1,
            format!("`{part}` is too general for a file name: name the file after its subject"),
        );
    }
}

/// A `mod.rs` declares and re-exports; logic belongs into a file with a name.
fn folder_module(path: &str, text: &str, complaints: &mut Complaints) {
    let mut inside: Option<&str> = None;
    for (number, line) in numbered(text) {
        let code = line.trim();
        let start = code.strip_prefix("pub").map_or(code, |rest| {
            let rest = rest.trim_start();
            rest.strip_prefix('(')
                .and_then(|rest| rest.split_once(')'))
                .map_or(rest, |(_, rest)| rest)
        });
        if inside.is_none() {
            inside = match start.trim_start() {
                code if code.is_empty() || code.starts_with("//") => continue,
                code if code.starts_with('#') => Some("]"),
                code if code.starts_with("use ") || code.starts_with("mod ") => Some(";"),
                _ => {
                    complaints.add(path, number, "`mod.rs` may contain only docs, `mod` and `use`");
                    return;
                }
            };
        }
        if inside.is_some_and(|end| code.ends_with(end)) {
            inside = None;
        }
    }
}

fn unfinished(path: &str, text: &str, complaints: &mut Complaints) {
    // Written in halves, because this file would report itself otherwise.
    let words = [concat!("TO", "DO"), concat!("FIX", "ME")];
    let macros = [concat!("to", "do!"), concat!("unimple", "mented!")];
    for (number, line) in numbered(text) {
        if words.iter().any(|word| has_word(line, word)) {
            complaints.add(path, number, "unfinished work: finish it, or open an issue");
        }
        if path.ends_with(".rs") && macros.iter().any(|name| has_word(line, name)) {
            complaints.add(path, number, "unfinished code: finish it");
        }
    }
}

fn blanks(path: &str, text: &str, complaints: &mut Complaints) {
    for (number, line) in numbered(text) {
        if line.ends_with([' ', '\t', '\r']) {
            complaints.add(path, number, "trailing white space");
        }
    }
}

/// Returns whether the word occurs alone, and not inside a longer one.
fn has_word(line: &str, word: &str) -> bool {
    let part_of_a_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(part_of_a_word)
            && !line[at + word.len()..].starts_with(part_of_a_word)
    })
}

fn is_plain_comment(line: &str) -> bool {
    line.starts_with("// ") || line == "//"
}

fn is_generated(path: &str) -> bool {
    path.contains("/generated/")
}

fn is_for_tests(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/") || path.starts_with("tests/")
}

fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    // Not `lines()`, which removes a carriage return.
    text.split('\n').enumerate().map(|(index, line)| (index + 1, line))
}
