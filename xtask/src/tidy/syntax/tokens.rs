//! Lexer: splits Rust source into words, marks, literals and comments.
//!
//! It is sufficient to read paths, names and docs without being misled by strings and comments.
//! Numbers are words. Nothing is parsed; read next: [`super::paths`].

use std::iter::Peekable;
use std::str::CharIndices;

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identifier, a keyword or a number; a raw identifier without its `r#`.
    Word,
    /// One character of punctuation, or `::`.
    Mark,
    /// A string or a character, with its quotes.
    Literal,
    /// A lifetime or a label, with its apostrophe.
    Lifetime,
    /// A comment with its slashes; doc comments, too.
    Comment,
}

/// A part of the source text and its line, counted from 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'a> {
    pub(crate) kind: Kind,
    pub(crate) text: &'a str,
    pub(crate) line: usize,
}

impl Token<'_> {
    pub(crate) fn is(&self, text: &str) -> bool {
        self.text == text && matches!(self.kind, Kind::Word | Kind::Mark)
    }
}

/// Returns all tokens of a source text, in order.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut lexer = Lexer { source, chars: source.char_indices().peekable(), line: 1 };
    std::iter::from_fn(|| lexer.next()).collect()
}

/// The tokens that are code.
pub(crate) fn code(source: &str) -> Vec<Token<'_>> {
    tokens(source).into_iter().filter(|token| token.kind != Kind::Comment).collect()
}

struct Lexer<'a> {
    source: &'a str,
    chars: Peekable<CharIndices<'a>>,
    line: usize,
}

impl<'a> Lexer<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        while self.peek().is_some_and(char::is_whitespace) {
            self.bump();
        }
        let (start, line) = (self.chars.peek()?.0, self.line);
        let kind = self.take();
        let text = &self.source[start..self.at()];
        let text = if kind == Kind::Word { text.trim_start_matches("r#") } else { text };
        Some(Token { kind, text, line })
    }

    /// Reads one token that begins here, and returns its kind.
    fn take(&mut self) -> Kind {
        let rest = &self.source[self.at()..];
        if rest.starts_with("//") {
            self.take_while(|c| c != '\n');
            return Kind::Comment;
        }
        if rest.starts_with("/*") {
            self.block_comment();
            return Kind::Comment;
        }
        if let Some(hashes) = raw_string(rest) {
            let end = format!("\"{}", "#".repeat(hashes));
            let open = rest.find('"').unwrap_or(0) + 1;
            let length = rest[open..].find(&end).map_or(rest.len(), |at| open + at + end.len());
            self.skip(length);
            return Kind::Literal;
        }
        if ["\"", "b\"", "c\""].iter().any(|quote| rest.starts_with(quote)) {
            self.take_while(|c| c != '"');
            self.quoted('"');
            return Kind::Literal;
        }
        if rest.starts_with("b'") || (rest.starts_with('\'') && is_character(rest)) {
            self.take_while(|c| c != '\'');
            self.quoted('\'');
            return Kind::Literal;
        }
        if rest.starts_with('\'') {
            self.bump();
            self.take_while(is_part_of_a_word);
            return Kind::Lifetime;
        }
        if rest.starts_with("r#") {
            self.skip(2);
        }
        if self.peek().is_some_and(is_part_of_a_word) {
            self.take_while(is_part_of_a_word);
            return Kind::Word;
        }
        self.skip(if rest.starts_with("::") { 2 } else { 1 });
        Kind::Mark
    }

    /// A literal from its opening quote to its closing one.
    fn quoted(&mut self, quote: char) {
        self.bump();
        while let Some(c) = self.bump() {
            if c == '\\' {
                self.bump();
            } else if c == quote {
                return;
            }
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            let rest = &self.source[self.at()..];
            let step = if rest.starts_with("/*") {
                depth += 1;
                2
            } else if rest.starts_with("*/") {
                depth -= 1;
                2
            } else {
                1
            };
            self.skip(step);
            if depth == 0 || rest.is_empty() {
                return;
            }
        }
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) {
        while self.peek().is_some_and(&wanted) {
            self.bump();
        }
    }

    /// Skips this number of bytes, to the end of a character.
    fn skip(&mut self, bytes: usize) {
        let end = self.at() + bytes;
        while self.at() < end && self.bump().is_some() {}
    }

    fn bump(&mut self) -> Option<char> {
        let (_, c) = self.chars.next()?;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    fn peek(&mut self) -> Option<char> {
        self.chars.peek().map(|(_, c)| *c)
    }

    fn at(&mut self) -> usize {
        self.chars.peek().map_or(self.source.len(), |(at, _)| *at)
    }
}

/// The number of `#` of a raw string that begins here.
fn raw_string(rest: &str) -> Option<usize> {
    let after = ["r", "br", "cr"].iter().find_map(|start| {
        let after = rest.strip_prefix(start)?;
        after.starts_with(['"', '#']).then_some(after)
    })?;
    let hashes = after.chars().take_while(|c| *c == '#').count();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// Whether an apostrophe begins a character, and not a lifetime.
fn is_character(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    chars.next() == Some('\\') || chars.next() == Some('\'')
}

fn is_part_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::{Kind, code, tokens};

    fn words(source: &str) -> Vec<&str> {
        let words = tokens(source).into_iter().filter(|token| token.kind == Kind::Word);
        words.map(|token| token.text).collect()
    }

    #[test]
    fn strings_and_comments_contain_no_words() {
        let source = r####"a /* x /* y */ z */ b // x
            "x \" y" c b"x" 'x' '\'' d r#"x " y"# e r"x\" f b'x' r#type 'life g"####;
        assert_eq!(words(source), ["a", "b", "c", "d", "e", "f", "type", "g"]);
    }

    #[test]
    fn lines_are_counted_inside_literals() {
        let source = "a \"\n\n\" b /*\n*/ c r\"\n\" d";
        let lines: Vec<usize> = tokens(source).iter().map(|token| token.line).collect();
        assert_eq!(lines, [1, 1, 3, 3, 4, 4, 5]);
    }

    #[test]
    fn a_path_is_words_and_double_colons() {
        let texts: Vec<&str> = code("crate::a::{B<'b>}; 'c'").iter().map(|t| t.text).collect();
        assert_eq!(texts, ["crate", "::", "a", "::", "{", "B", "<", "'b", ">", "}", ";", "'c'"]);
    }

    #[test]
    fn an_unclosed_literal_ends_with_the_file() {
        for source in ["\"a", "/* a", "r#\"a", "'", "b'", "r#"] {
            assert!(tokens(source).len() <= 2, "{source}");
        }
    }
}
