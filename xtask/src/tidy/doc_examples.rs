//! Doc examples: each type at the root of a published crate has one, and each public module.
//!
//! An example is a fenced block of Rust that rustdoc compiles. It is in the docs of the item, or in
//! those of the `pub use` at the root. The docs of a generated type come from the schema: its
//! example may also be in the docs of a hand-written `impl` block of it, or of a method there.
//! Functions, aliases and glob re-exports are not checked.

use std::collections::BTreeMap;

use super::run::Complaints;
use super::syntax::{Crate, Found, Kind, Origin, Token, tokens};
use super::tree::Tree;

/// Words of a fence with which a block is compiled.
const COMPILED: [&str; 5] = ["rust", "no_run", "should_panic", "compile_fail", "edition2024"];

const TYPES: [&str; 4] = ["struct", "enum", "union", "trait"];

pub(super) fn check(tree: &Tree, complaints: &mut Complaints) {
    let crates: BTreeMap<&str, Crate<'_>> =
        published(tree).map(|krate| (krate, Crate::read(tree, krate))).collect();
    for (krate, source) in &crates {
        for (path, file) in source.public_modules() {
            let (file, name) = (&source.files[file], path.last().copied().unwrap_or_default());
            let docs =
                if file.module == path { head(file.text) } else { docs_of_module(file.text, name) };
            if !has_example(&docs) {
                let path = path.join("::");
                complaints.add(
                    file.path,
                    1,
                    format!("the public module `{path}` has no doc example"),
                );
            }
        }
        root(&crates, krate, source, complaints);
    }
}

/// The crates of `crates/` without `publish = false`.
fn published(tree: &Tree) -> impl Iterator<Item = &str> {
    let manifests = tree.files().filter_map(|(path, text)| {
        Some((path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml")?, text))
    });
    manifests.filter(|(_, text)| !text.contains("publish = false")).map(|(krate, _)| krate)
}

/// Checks what `lib.rs` re-exports by name.
fn root(
    crates: &BTreeMap<&str, Crate<'_>>,
    krate: &str,
    source: &Crate<'_>,
    complaints: &mut Complaints,
) {
    let Some(lib) = source.lib() else { return };
    let lib_tokens = tokens(lib.text);
    for reference in lib.references.iter().filter(|reference| reference.scope.is_empty()) {
        let Origin::Import { name, public: true } = reference.origin else { continue };
        // The docs of a re-export come before those of the item.
        let on_use = lib_tokens.iter().rposition(|t| t.is("use") && t.line <= reference.line);
        if on_use.is_some_and(|at| has_example(&docs_before(&lib_tokens, at))) {
            continue;
        }
        let (first, rest) = (reference.path[0], &reference.path[1..]);
        let other = crates.get(&*first.replace('_', "-"));
        let missing = match (other, rest.last()) {
            (Some(other), None) => other.lib().is_some_and(|lib| !has_example(&head(lib.text))),
            (Some(other), Some(name)) => {
                let found = other.find(&[], &[&["crate"], rest].concat());
                lacks_example(other, found, name)
            }
            (None, name) => {
                let name = name.copied().unwrap_or(first);
                lacks_example(source, source.find(&[], &reference.path), name)
            }
        };
        if missing {
            let what = format!("`{name}` at the root of `{krate}` has no doc example");
            complaints.add(lib.path, reference.line, what);
        }
    }
}

/// Whether this is a type whose docs have no example.
fn lacks_example(source: &Crate<'_>, found: Option<Found<'_>>, name: &str) -> bool {
    let name = found.and_then(|found| found.item).unwrap_or(name);
    // A type that a macro declares is searched in all files.
    let files = found.map_or(0..source.files.len(), |found| found.file..found.file + 1);
    let mut declared = files.filter_map(|at| {
        let file = &source.files[at];
        Some((file, docs_of_type(file.text, name)?))
    });
    let Some((file, docs)) = declared.next() else { return false };
    if has_example(&docs) {
        return false;
    }
    // The schema cannot contain an example.
    let by_hand = source.files.iter().filter(|other| !other.is_generated());
    let mut impls = by_hand.map(|other| docs_of_impls(other.text, name));
    !(file.is_generated() && impls.any(|docs| has_example(&docs)))
}

fn has_example(docs: &[&str]) -> bool {
    let mut open = false;
    for line in docs {
        let line = line.trim_start_matches(['/', '!', '*']).trim();
        let Some(words) = line.strip_prefix("```") else { continue };
        if !open && words.split(',').all(|word| word.is_empty() || COMPILED.contains(&word.trim()))
        {
            return true;
        }
        open = !open;
    }
    false
}

/// The `//!` lines at the head of a file.
fn head(text: &str) -> Vec<&str> {
    let comments = tokens(text).into_iter().take_while(|token| token.kind == Kind::Comment);
    comments.map(|token| token.text).collect()
}

/// The docs above a token, with attributes between them.
fn docs_before<'a>(tokens: &[Token<'a>], at: usize) -> Vec<&'a str> {
    let mut docs = Vec::new();
    let mut depth = 0;
    for token in tokens[..at].iter().rev() {
        if token.kind == Kind::Comment {
            docs.push(token.text);
        }
        depth += i32::from(token.is("]")) - i32::from(token.is("["));
        if depth == 0 && [";", "{", "}", ","].iter().any(|end| token.is(end)) {
            break;
        }
    }
    docs.retain(|line| line.starts_with("///"));
    docs.reverse();
    docs
}

/// The docs of a type; `None` if the file does not declare it.
fn docs_of_type<'a>(text: &'a str, name: &str) -> Option<Vec<&'a str>> {
    let tokens = tokens(text);
    let named = |at: usize, keyword: &dyn Fn(&Token<'_>) -> bool| {
        tokens[at].is(name) && at.checked_sub(1).is_some_and(|before| keyword(&tokens[before]))
    };
    let by_keyword =
        (0..tokens.len()).find(|at| named(*at, &|t| TYPES.iter().any(|word| t.is(word))));
    // In a macro that creates a type from docs and a name.
    let by_docs = || (0..tokens.len()).find(|at| named(*at, &|t| t.text.starts_with("///")));
    let at = by_keyword.or_else(by_docs)?;
    Some(docs_before(&tokens, at))
}

/// The docs above `mod name { ... }`, and those at its start.
fn docs_of_module<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let tokens = tokens(text);
    let Some(at) = tokens.windows(2).position(|two| two[0].is("mod") && two[1].is(name)) else {
        return Vec::new();
    };
    let inside = tokens[at..].iter().skip(3).take_while(|token| token.kind == Kind::Comment);
    docs_before(&tokens, at).into_iter().chain(inside.map(|token| token.text)).collect()
}

/// The docs of the `impl` blocks of a type, and of their items.
fn docs_of_impls<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let tokens = tokens(text);
    let mut docs = Vec::new();
    for at in 0..tokens.len().saturating_sub(2) {
        if tokens[at].is("impl") && tokens[at + 1].is(name) && tokens[at + 2].is("{") {
            docs.extend(docs_before(&tokens, at));
            let mut depth = 0;
            for token in &tokens[at + 2..] {
                depth += i32::from(token.is("{")) - i32::from(token.is("}"));
                if depth == 0 {
                    break;
                }
                docs.extend(token.text.starts_with("///").then_some(token.text));
            }
        }
    }
    docs
}
