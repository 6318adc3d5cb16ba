//! Statements: splits the text of a scenario into statements, and a statement into its parts.

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

/// A statement of the text: its line, and its content.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Statement<'a> {
    pub(crate) line: usize,
    pub(crate) text: &'a str,
}

/// Splits at line feeds and semicolons outside strings, and removes comments.
pub(crate) fn statements(text: &str) -> Vec<Statement<'_>> {
    let mut statements = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let mut start = 0;
        for (at, end) in ends(line) {
            push(&mut statements, index + 1, &line[start..at]);
            start = end;
        }
    }
    statements
}

fn push<'a>(statements: &mut Vec<Statement<'a>>, line: usize, text: &'a str) {
    let text = text.trim();
    if !text.is_empty() {
        statements.push(Statement { line, text });
    }
}

/// The end of each statement in a line, and the begin of the next.
fn ends(line: &str) -> Vec<(usize, usize)> {
    let mut ends = Vec::new();
    let (mut quoted, mut escaped) = (false, false);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b';' if !quoted => ends.push((at, at + 1)),
            b'#' if !quoted => {
                ends.push((at, line.len()));
                return ends;
            }
            _ => {}
        }
    }
    ends.push((line.len(), line.len()));
    ends
}

/// The rest of a statement.
#[derive(Clone, Debug)]
pub(crate) struct Parts<'a>(&'a str);

impl<'a> Parts<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self(text.trim())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next word, if there is one before the next value.
    pub(crate) fn word(&mut self) -> Option<&'a str> {
        let end = self.0.find(char::is_whitespace).unwrap_or(self.0.len());
        let word = &self.0[..end];
        if word.is_empty() || word.starts_with(['"', '{', '[']) {
            return None;
        }
        self.0 = self.0[end..].trim_start();
        Some(word)
    }

    /// The next word if it is this one.
    pub(crate) fn skip(&mut self, word: &str) -> bool {
        let mut after = self.clone();
        let found = after.word() == Some(word);
        if found {
            *self = after;
        }
        found
    }

    /// A JSON string.
    pub(crate) fn string(&mut self) -> Result<String, String> {
        if !self.0.starts_with('"') {
            return Err("expected a \"text\"".to_owned());
        }
        self.json()
    }

    /// A JSON string, if anything is left.
    pub(crate) fn optional_string(&mut self) -> Result<Option<String>, String> {
        if self.is_empty() { Ok(None) } else { self.string().map(Some) }
    }

    /// A JSON object, with its fields in order.
    pub(crate) fn object(&mut self) -> Result<Box<RawValue>, String> {
        if !self.0.starts_with('{') {
            return Err("expected a JSON object".to_owned());
        }
        self.json()
    }

    /// A number.
    pub(crate) fn number<T: std::str::FromStr>(&mut self) -> Result<T, String> {
        let number = self.word().and_then(|word| word.replace('_', "").parse().ok());
        number.ok_or_else(|| "expected a number".to_owned())
    }

    /// A JSON value.
    pub(crate) fn json<T: DeserializeOwned>(&mut self) -> Result<T, String> {
        let mut values = serde_json::Deserializer::from_str(self.0).into_iter();
        match values.next() {
            Some(Ok(value)) => {
                self.0 = self.0[values.byte_offset()..].trim_start();
                Ok(value)
            }
            Some(Err(error)) => Err(error.to_string()),
            None => Err("expected a JSON value".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        statements(text).into_iter().map(|statement| statement.text).collect()
    }

    #[test]
    fn statements_end_at_lines_and_semicolons_but_not_in_strings() {
        assert_eq!(texts("a; b\n c \n\n;"), ["a", "b", "c"]);
        assert_eq!(texts(r#"text "a; b # \" ; c"; d"#), [r#"text "a; b # \" ; c""#, "d"]);
        assert_eq!(texts("a # b; c\nd"), ["a", "d"]);
    }

    #[test]
    fn a_statement_knows_its_line() {
        assert_eq!(statements("\n\na")[0], Statement { line: 3, text: "a" });
    }
}
