//! Names: words that no file and no identifier may contain, and the term to use instead.
//!
//! A word is refused if it is an image, or if it treats a program as a person: a reader who knows
//! the field searches for the term. [`super::phrases`] checks prose.

use std::collections::BTreeSet;

use super::run::Complaints;
use super::syntax::{Kind, code};

/// Parts of names, and what to use instead.
const REFUSED: [(&str, &str); 29] = [
    ("told", "`reported`, or `info` for what was reported"),
    ("tells", "`reports` or `returns`"),
    ("teller", "`guard` or `sender`"),
    ("heard", "`received`, `seen`, or `output` for what was received"),
    ("hear", "`receive`, `note` or `read`"),
    ("hears", "`receives` or `reads`"),
    ("unheard", "`unread`"),
    ("bell", "`wake_flag`"),
    ("hands", "`workers`, or `passes` for a verb"),
    ("mailbox", "`queue`"),
    ("lane", "`thread`"),
    ("lanes", "`threads`"),
    ("herald", "`notifier`"),
    ("heed", "`handle` or `respect`"),
    ("heeds", "`handles` or `respects`"),
    ("odd", "`unexpected`, `invalid` or `mismatch`"),
    ("oddity", "`mismatch`"),
    ("mend", "`repair`"),
    ("mends", "`repairs`"),
    ("mended", "`repaired`"),
    ("stray", "`untyped` or `unexpected`"),
    ("strays", "`untyped` or `unexpected`"),
    ("whoever", "the caller, consumer or task that is meant"),
    ("nap", "`pause`"),
    ("naps", "`pauses`"),
    ("climb", "`advance`"),
    ("linger", "`idle`"),
    ("glance", "`scan`"),
    ("ladder", "`sequence`"),
];

/// The prefix of an ID, if a number follows. The reader does not have the list of the IDs.
const LIST: &str = "pain";

/// Checks the path and the identifiers of a Rust file; generated names come from the protocol.
pub(super) fn check(path: &str, text: &str, complaints: &mut Complaints) {
    if !path.ends_with(".rs") || path.contains("/generated/") {
        return;
    }
    for name in path.trim_end_matches(".rs").split('/') {
        if let Some(why) = refusal(name) {
            complaints.add(path, 1, format!("the name `{name}` {why}"));
        }
    }
    let mut seen = BTreeSet::new();
    for token in code(text).iter().filter(|token| token.kind == Kind::Word) {
        if seen.insert(token.text)
            && let Some(why) = refusal(token.text)
        {
            complaints.add(path, token.line, format!("the name `{}` {why}", token.text));
        }
    }
}

/// Returns why a name is refused.
fn refusal(name: &str) -> Option<String> {
    let parts = parts(name);
    if parts
        .windows(2)
        .any(|two| two[0] == LIST && two[1].starts_with(|c: char| c.is_ascii_digit()))
    {
        return Some("contains an ID: name only the subject".to_owned());
    }
    let refused = REFUSED.iter().find(|(word, _)| parts.iter().any(|part| part == word));
    refused.map(|(word, instead)| format!("contains `{word}`: use {instead}"))
}

/// The words and numbers of `snake_case`, `kebab-case` and `CamelCase`, in lower case.
fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut before = '_';
    for c in name.chars() {
        let is_start = (c.is_uppercase() && before.is_lowercase())
            || c.is_ascii_digit() != before.is_ascii_digit();
        if is_start || !c.is_alphanumeric() {
            parts.push(String::new());
        }
        if c.is_alphanumeric() {
            parts.last_mut().into_iter().for_each(|part| part.extend(c.to_lowercase()));
        }
        before = c;
    }
    parts.retain(|part| !part.is_empty());
    parts
}
