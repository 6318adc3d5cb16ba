//! Phrases that no comment and no page may contain, and what to write instead.
//!
//! The list contains only phrases that are wrong in every context. [`super::names`] checks names.

use super::run::Complaints;
use super::syntax::{Kind, tokens};

/// Phrases in lower case, and what to write instead.
const REFUSED: [(&str, &str); 13] = [
    ("as there.", "repeat the sentence, or write \"The same as [`X`], except that ...\""),
    ("whoever", "name the caller, consumer, task or process"),
    ("look on", "write `observe`"),
    ("looks on", "write `observes`"),
    ("what no prompt caused", "write `unsolicited message`"),
    ("take back", "write `cancel`, `withdraw` or `retract`"),
    ("takes back", "write `cancels`, `withdraws` or `retracts`"),
    ("taken back", "write `cancelled`, `withdrawn` or `retracted`"),
    ("shake hands", "write `complete the handshake`"),
    ("shakes hands", "write `completes the handshake`"),
    ("last words", "write `final output`, or name the deadline"),
    ("in vain", "say what fails, and with which error"),
    ("in bounded time", "give the number, its unit and where it is set"),
];

/// Checks the comments of the source of a crate, the pages, and the schema, which is the source of
/// generated docs and pages.
pub(super) fn check(path: &str, text: &str, complaints: &mut Complaints) {
    let is_generated = path.contains("/generated/") || text.starts_with("<!-- Generated");
    let is_page = path.starts_with("docs/") && path.ends_with(".md");
    let is_schema = path.starts_with("schema/") && path.ends_with(".toml");
    let is_source = path.starts_with("crates/") && path.contains("/src/") && path.ends_with(".rs");
    let words: Vec<(usize, String)> = if (is_page || is_schema) && !is_generated {
        words(text, 1).collect()
    } else if is_source && !is_generated {
        let comments = tokens(text).into_iter().filter(|token| token.kind == Kind::Comment);
        comments.flat_map(|comment| words(comment.text, comment.line)).collect()
    } else {
        return;
    };
    // Join the words to one line, so that a phrase is found across the end of a line.
    let mut line = String::new();
    let mut starts = Vec::new();
    for (number, word) in &words {
        line.push(' ');
        starts.push((line.len(), *number));
        line.push_str(word);
    }
    for (phrase, instead) in REFUSED {
        for (at, _) in line.match_indices(phrase) {
            let before = line[..at].chars().next_back();
            let after = line[at + phrase.len()..].chars().next();
            if [before, after].into_iter().flatten().any(char::is_alphanumeric) {
                continue;
            }
            let word = starts.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            let number = starts.get(word).map_or(1, |(_, number)| *number);
            complaints.add(path, number, format!("contains \"{phrase}\": {instead}"));
        }
    }
}

/// The words of a text in lower case, with their lines; comment marks are removed.
fn words(text: &str, first: usize) -> impl Iterator<Item = (usize, String)> {
    text.lines().enumerate().flat_map(move |(index, line)| {
        let line = line.trim_start().trim_start_matches(['/', '!', '*']);
        line.split_whitespace().map(move |word| (first + index, word.to_lowercase()))
    })
}
