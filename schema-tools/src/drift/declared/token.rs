//! Lexer: TypeScript text to tokens; comments and spaces are skipped.

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A name, a keyword or a number.
    Word(String),
    /// A literal text.
    Text(String),
    /// A template: a text of some form.
    Template,
    /// One character, but `=>` is [`Token::Arrow`].
    Sign(char),
    Arrow,
}

impl Token {
    pub(super) fn is(&self, sign: char) -> bool {
        *self == Self::Sign(sign)
    }

    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(self, Self::Word(text) if text == word)
    }
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, after)| after);
        } else if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, after)| after);
        } else if first.is_whitespace() {
            rest = rest.trim_start();
        } else if is_part_of_a_word(first) {
            let end = rest.find(|c| !is_part_of_a_word(c)).unwrap_or(rest.len());
            tokens.push(Token::Word(rest[..end].to_owned()));
            rest = &rest[end..];
        } else if ['\'', '"', '`'].contains(&first) {
            let (literal, after) = quoted(&rest[1..], first);
            tokens.push(if first == '`' { Token::Template } else { Token::Text(literal) });
            rest = after;
        } else if let Some(after) = rest.strip_prefix("=>") {
            tokens.push(Token::Arrow);
            rest = after;
        } else {
            tokens.push(Token::Sign(first));
            rest = &rest[first.len_utf8()..];
        }
    }
    tokens
}

fn is_part_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// Returns the text up to the closing quote, and the rest.
fn quoted(text: &str, quote: char) -> (String, &str) {
    let mut literal = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if c == quote {
            return (literal, &text[at + 1..]);
        }
        // In names, only escaped signs occur.
        let c = if c == '\\' { chars.next().map_or('\\', |(_, c)| c) } else { c };
        literal.push(c);
    }
    (literal, "")
}
