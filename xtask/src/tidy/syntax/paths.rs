//! Paths: what one file imports, mentions and declares.
//!
//! Items for tests (`#[cfg(test)]`) are left out. [`super::modules`] decides which module a path
//! means.

use super::tokens::{Kind, Token, code};

/// A path in a file, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct Reference<'a> {
    pub(crate) line: usize,
    /// The enclosing inline modules of this file, `mod x { ... }`.
    pub(crate) scope: Vec<&'a str>,
    pub(crate) path: Vec<&'a str>,
    pub(crate) origin: Origin<'a>,
}

/// Where a path occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin<'a> {
    /// In a `use`, which gives it a name; `*` for everything in it.
    Import { name: &'a str, public: bool },
    /// In any other code.
    Inline,
}

/// What a file declares, and what it references.
#[derive(Debug, Default)]
pub(super) struct Contents<'a> {
    pub(super) references: Vec<Reference<'a>>,
    /// Items with the enclosing modules of this file.
    pub(super) declared: Vec<(Vec<&'a str>, &'a str)>,
    /// Modules of this file with a body, and whether they are public.
    pub(super) inline: Vec<(Vec<&'a str>, bool)>,
    /// Public modules that are separate files.
    pub(super) public: Vec<&'a str>,
    /// Modules that are separate files and exist in tests only.
    pub(super) for_tests: Vec<&'a str>,
}

/// Reads a file.
pub(super) fn read(source: &str) -> Contents<'_> {
    let mut contents = Contents::default();
    let tokens = without_tests(&code(source), &mut contents.for_tests);
    Reader { tokens: &tokens, at: 0, depth: 0, scope: Vec::new(), contents: &mut contents }.run();
    contents
}

/// Returns the tokens without items for tests; `modules` gets the names of files for tests.
fn without_tests<'a>(tokens: &[Token<'a>], modules: &mut Vec<&'a str>) -> Vec<Token<'a>> {
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let end = if token.is("#") { attribute(&tokens[at..]) } else { 0 };
        if !is_for_tests(&tokens[at..at + end]) {
            kept.push(*token);
            at += 1;
            continue;
        }
        at += end;
        while tokens.get(at).is_some_and(|token| token.is("#")) {
            at += attribute(&tokens[at..]).max(1);
        }
        let item = &tokens[at..at + item(&tokens[at..])];
        if let [word, name, end] = item
            && word.is("mod")
            && end.is(";")
        {
            modules.push(name.text);
        }
        at += item.len();
    }
    kept
}

/// The number of tokens of the attribute that begins here.
fn attribute(tokens: &[Token<'_>]) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        depth += i32::from(token.is("[")) - i32::from(token.is("]"));
        if depth == 0 && token.is("]") {
            return at + 1;
        }
    }
    0
}

fn is_for_tests(attribute: &[Token<'_>]) -> bool {
    let has = |word: &str| attribute.iter().any(|token| token.is(word));
    has("cfg") && has("test") && !has("not") && !has("any")
}

/// The number of tokens of the item that begins here: up to its `;`, or to the end of its body.
fn item(tokens: &[Token<'_>]) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        let opens = ["{", "(", "["].iter().any(|open| token.is(open));
        let closes = ["}", ")", "]"].iter().any(|close| token.is(close));
        depth += i32::from(opens) - i32::from(closes);
        if depth < 0 {
            return at;
        }
        if depth == 0 && (token.is(";") || token.is("}")) {
            return at + 1;
        }
    }
    tokens.len()
}

/// Walks through the tokens and keeps count of braces and inline modules.
struct Reader<'a, 't, 'c> {
    tokens: &'t [Token<'a>],
    at: usize,
    depth: usize,
    /// Names of the enclosing inline modules, with the depth of their braces.
    scope: Vec<(&'a str, usize)>,
    contents: &'c mut Contents<'a>,
}

impl<'a> Reader<'a, '_, '_> {
    fn run(&mut self) {
        while let Some(token) = self.tokens.get(self.at).copied() {
            match token.text {
                _ if token.kind == Kind::Literal => self.at += 1,
                "{" => {
                    self.depth += 1;
                    self.at += 1;
                }
                "}" => {
                    self.depth = self.depth.saturating_sub(1);
                    self.scope.retain(|(_, depth)| *depth < self.depth + 1);
                    self.at += 1;
                }
                "use" if !self.ahead(1, "<") => self.import(),
                "mod" => self.module(),
                _ if token.kind == Kind::Word => self.word(token),
                _ => self.at += 1,
            }
        }
    }

    fn module(&mut self) {
        let public = self.is_public();
        if let Some(name) = self.tokens.get(self.at + 1).filter(|token| token.kind == Kind::Word) {
            if self.ahead(2, "{") {
                self.depth += 1;
                self.scope.push((name.text, self.depth));
                self.contents.inline.push((self.scope(), public));
                self.at += 2;
            } else if public {
                self.contents.public.push(name.text);
            }
        }
        self.at += 1;
    }

    /// Handles a word of code: the start of a path, or the keyword of an item.
    fn word(&mut self, token: Token<'a>) {
        let start = self.at;
        self.declaration(token);
        let is_start = start == 0 || !self.tokens[start - 1].is("::");
        let mut path = vec![token.text];
        self.at += 1;
        while self.ahead(0, "::")
            && let Some(next) = self.tokens.get(self.at + 1)
            && next.kind == Kind::Word
        {
            path.push(next.text);
            self.at += 2;
        }
        if is_start && path.len() > 1 {
            self.add(token.line, path, Origin::Inline);
        }
    }

    fn declaration(&mut self, token: Token<'a>) {
        let at_module_level = self.depth == self.scope.last().map_or(0, |(_, depth)| *depth);
        let name = match token.text {
            "struct" | "enum" | "union" | "trait" => self.tokens.get(self.at + 1),
            "type" | "const" | "static" | "fn" if at_module_level => self.tokens.get(self.at + 1),
            "macro_rules" if self.ahead(1, "!") => self.tokens.get(self.at + 2),
            _ => None,
        };
        if let Some(name) = name.filter(|token| token.kind == Kind::Word) {
            self.contents.declared.push((self.scope(), name.text));
        }
    }

    fn import(&mut self) {
        let public = self.is_public();
        self.at += 1;
        self.tree(&[], public);
        while self.at < self.tokens.len() && !self.ahead(0, ";") {
            self.at += 1;
        }
    }

    /// One tree of a `use`: `a::b`, `a::b as c`, `a::*`, `a::{...}`.
    fn tree(&mut self, before: &[&'a str], public: bool) {
        let mut path = before.to_vec();
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        while let Some(token) = self.tokens.get(self.at).copied() {
            self.at += 1;
            match token.text {
                "::" => {}
                "*" => {
                    self.add(token.line, path, Origin::Import { name: "*", public });
                    return;
                }
                "{" => {
                    while self.at < self.tokens.len() && !self.ahead(0, "}") {
                        let start = self.at;
                        self.tree(&path, public);
                        // A macro may contain tokens that are not a path; continue after them.
                        let skip = self.ahead(0, ",") || self.at == start;
                        self.at += usize::from(skip);
                    }
                    self.at += 1;
                    return;
                }
                "as" => {
                    let name = self.tokens.get(self.at).map_or("_", |token| token.text);
                    self.at += 1;
                    self.add(line, path, Origin::Import { name, public });
                    return;
                }
                "self" if !before.is_empty() && path.len() == before.len() => {}
                text if token.kind == Kind::Word => path.push(text),
                "$" => {}
                _ => {
                    self.at -= 1;
                    break;
                }
            }
        }
        if let Some(name) = path.last().copied() {
            self.add(line, path, Origin::Import { name, public });
        } else {
            self.at += usize::from(!self.ahead(0, ";"));
        }
    }

    fn add(&mut self, line: usize, path: Vec<&'a str>, origin: Origin<'a>) {
        let scope = self.scope();
        self.contents.references.push(Reference { line, scope, path, origin });
    }

    fn scope(&self) -> Vec<&'a str> {
        self.scope.iter().map(|(name, _)| *name).collect()
    }

    /// Whether `pub` is before the keyword here; `pub(crate)` is not public.
    fn is_public(&self) -> bool {
        self.at > 0 && self.tokens[self.at - 1].is("pub")
    }

    fn ahead(&self, by: usize, text: &str) -> bool {
        self.tokens.get(self.at + by).is_some_and(|token| token.is(text))
    }
}
