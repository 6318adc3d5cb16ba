//! Reader: a cursor in JSON text that enters objects and lists, and reads or skips values.
//!
//! The reader handles the structure of the text: braces, brackets, commas and colons, and strings
//! (`string.rs`). Numbers, and whole values that are kept or skipped, are read by `serde_json`, from
//! the position of the cursor. The code that fills a struct is thus compiled once, for this reader, and
//! not for each combination of visitors of a generic deserializer.
//!
//! The reader is strict: invalid JSON is a [`Mismatch`], too. A mismatch does not have a cause,
//! because [`repair`](super::repair()) runs next and finds it.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::budget::Budget;
use super::string::{first_special, unescape};

/// How deeply values may be nested, the same as in `serde_json`.
const DEPTH: u8 = 127;

/// How often each byte may be read in search of a tag, on average. Then the line is repaired.
const AHEAD: usize = 2;

/// The JSON does not fit the type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mismatch;

/// A cursor in JSON text.
#[derive(Clone)]
pub(crate) struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: u8,
    budget: Budget,
    /// How many bytes were read in search of a tag, before they are read again.
    ahead: usize,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0, depth: 0, budget: Budget::of_line(text.len()), ahead: 0 }
    }

    /// Creates a reader of a repaired text, in which nothing is too large.
    pub(crate) fn of_repaired(text: &'t str) -> Self {
        Self { budget: Budget::unlimited(), ..Self::new(text) }
    }

    /// Counts memory that the value takes beyond its texts.
    #[inline]
    pub(crate) fn spend(&mut self, bytes: usize) -> Result<(), Mismatch> {
        if self.budget.spend(bytes) { Ok(()) } else { Err(Mismatch) }
    }

    /// Returns the memory that the value takes beyond its texts.
    pub(crate) fn spent(&self) -> usize {
        self.budget.spent()
    }

    /// Counts the bytes up to another position, which are read twice. Objects in objects with their
    /// tags at the end would be read once for each level.
    pub(crate) fn note_ahead(&mut self, other: &Self) -> Result<(), Mismatch> {
        self.ahead += other.at - self.at;
        if self.ahead / AHEAD > self.text.len() { Err(Mismatch) } else { Ok(()) }
    }

    /// Skips white space. Returns the next byte, or 0 at the end.
    #[inline]
    pub(crate) fn peek(&mut self) -> u8 {
        match self.text.as_bytes().get(self.at) {
            Some(byte) if *byte > b' ' => *byte,
            _ => self.peek_behind_space(),
        }
    }

    /// Cold, because the CLI does not write white space between values.
    #[cold]
    #[inline(never)]
    fn peek_behind_space(&mut self) -> u8 {
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\r');
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().take_while(|byte| is_space(byte)).count();
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    #[inline]
    fn expect(&mut self, byte: u8) -> Result<(), Mismatch> {
        if self.peek() != byte {
            return Err(Mismatch);
        }
        self.at += 1;
        Ok(())
    }

    /// Checks that nothing but white space follows.
    pub(crate) fn end(&mut self) -> Result<(), Mismatch> {
        self.peek();
        if self.at == self.text.len() { Ok(()) } else { Err(Mismatch) }
    }

    /// Enters an object or a list.
    #[inline]
    pub(crate) fn open(&mut self, brace: u8) -> Result<(), Mismatch> {
        self.expect(brace)?;
        if self.depth == DEPTH {
            return Err(Mismatch);
        }
        self.depth += 1;
        Ok(())
    }

    /// Moves to the next item and returns true, or leaves the object or list and returns false.
    #[inline]
    pub(crate) fn more(&mut self, first: bool, close: u8) -> Result<bool, Mismatch> {
        let next = self.peek();
        if next == close {
            self.at += 1;
            self.depth -= 1;
            return Ok(false);
        }
        if first {
            return Ok(true);
        }
        if next != b',' {
            return Err(Mismatch);
        }
        self.at += 1;
        // A trailing comma is not valid JSON.
        if self.peek() == close { Err(Mismatch) } else { Ok(true) }
    }

    /// Reads the key of the next entry and its colon.
    #[inline]
    pub(crate) fn key(&mut self) -> Result<Cow<'t, str>, Mismatch> {
        let key = self.text()?;
        self.expect(b':')?;
        Ok(key)
    }

    /// Skips a key and its colon, and returns true, if they are next.
    ///
    /// Recognizes the form of the CLI only, without white space and escapes.
    #[inline]
    pub(crate) fn skip_key(&mut self, name: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let behind = rest.get(name.len() + 1..name.len() + 3);
        let found = behind == Some(b"\":")
            && rest.first() == Some(&b'"')
            && rest.get(1..=name.len()) == Some(name.as_bytes());
        if found {
            self.at += name.len() + 3;
        }
        found
    }

    /// Reads a string. Borrows it from the text if it has no escapes.
    #[inline(never)]
    pub(crate) fn text(&mut self) -> Result<Cow<'t, str>, Mismatch> {
        let (text, length, has_escapes) = self.until_special()?;
        if has_escapes {
            return self.escaped(text, length);
        }
        self.at += length + 2;
        text.get(..length).ok_or(Mismatch).map(Cow::Borrowed)
    }

    /// Reads a string with escapes, of which the first is known.
    #[inline(never)]
    fn escaped(&mut self, text: &'t str, first: usize) -> Result<Cow<'t, str>, Mismatch> {
        match unescape(text, first) {
            Some((unescaped, length)) => {
                self.at += length + 2;
                Ok(Cow::Owned(unescaped))
            }
            // Invalid, or with surrogates: then `serde_json` decides.
            None => self.leaf().map(Cow::Owned),
        }
    }

    /// Returns the text behind the opening quote of a string, the length up to its end or its first
    /// escape, and whether it has escapes. Does not move.
    #[inline(never)]
    fn until_special(&mut self) -> Result<(&'t str, usize, bool), Mismatch> {
        if self.peek() != b'"' {
            return Err(Mismatch);
        }
        let text = self.text.get(self.at + 1..).ok_or(Mismatch)?;
        let length = first_special(text.as_bytes()).ok_or(Mismatch)?;
        Ok((text, length, text.as_bytes()[length] == b'\\'))
    }

    /// Reads a value with `serde_json`.
    #[inline]
    pub(crate) fn leaf<T: Deserialize<'t>>(&mut self) -> Result<T, Mismatch> {
        let rest = self.text.get(self.at..).ok_or(Mismatch)?;
        let mut values = serde_json::Deserializer::from_str(rest).into_iter();
        match values.next() {
            Some(Ok(value)) => {
                self.at += values.byte_offset();
                Ok(value)
            }
            _ => Err(Mismatch),
        }
    }

    /// Reads a whole value as text.
    pub(crate) fn raw(&mut self) -> Result<&'t RawValue, Mismatch> {
        self.leaf()
    }

    /// Skips a value.
    pub(crate) fn skip(&mut self) -> Result<(), Mismatch> {
        if self.peek() == b'"'
            && let (_, length, false) = self.until_special()?
        {
            self.at += length + 2;
            return Ok(());
        }
        self.leaf::<IgnoredAny>().map(drop)
    }

    /// Skips `null` and returns true, if it is next.
    #[inline]
    pub(crate) fn null(&mut self) -> bool {
        let is_null = self.peek() == b'n' && self.text.as_bytes()[self.at..].starts_with(b"null");
        if is_null {
            self.at += 4;
        }
        is_null
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a value of any type.
    fn walk(from: &mut Reader<'_>) -> Result<(), Mismatch> {
        let mut first = true;
        match from.peek() {
            b'{' => {
                from.open(b'{')?;
                while from.more(std::mem::take(&mut first), b'}')? {
                    from.key()?;
                    walk(from)?;
                }
                Ok(())
            }
            b'[' => {
                from.open(b'[')?;
                while from.more(std::mem::take(&mut first), b']')? {
                    walk(from)?;
                }
                Ok(())
            }
            b'"' => from.text().map(drop),
            _ if from.null() => Ok(()),
            _ => from.leaf::<serde_json::Value>().map(drop),
        }
    }

    fn is_read(text: &str) -> bool {
        let mut from = Reader::new(text);
        walk(&mut from).and_then(|()| from.end()).is_ok()
    }

    #[test]
    fn accepts_json_only() {
        let good = [
            r#"{"a":1,"b":[true,null,{}],"c":"x\n\u00e9"}"#,
            " { \"a\" : [ ] , \"b\" : -1.5e3 } \r\n",
            r#""é\"""#,
            "[[],[[]]]",
            "null",
        ];
        for text in good {
            assert!(is_read(text), "{text}");
        }
        let bad = [
            "",
            " ",
            "{",
            "}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{,}",
            "{\"a\" 1}",
            "[1,]",
            "[1 2]",
            "[,1]",
            "{\"a\":1}}",
            "{\"a\":1]",
            "\"a",
            "\"\n\"",
            "\"\\x\"",
            "01",
            "nul",
            "nulll",
            "{a:1}",
            "[1",
            "{\"a\":1 \"b\":2}",
        ];
        for text in bad {
            assert!(!is_read(text), "{text}");
        }
    }

    #[test]
    fn accepts_the_same_cut_and_changed_texts_as_serde_json() {
        let text = r#"{"type":"x","l":[1,{"a":null},"é"],"s":"\ud83d\ude00","t":true}"#;
        let same = |text: &str| {
            assert_eq!(
                is_read(text),
                serde_json::from_str::<serde_json::Value>(text).is_ok(),
                "{text}"
            );
        };
        for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
            same(&text[..at]);
            for other in ['"', ',', ':', '{', '}', '[', ']', ' ', '\\', '0', 'n', '\u{1}'] {
                let mut changed = text.to_owned();
                let length = text[at..].chars().next().map_or(0, char::len_utf8);
                changed.replace_range(at..at + length, &other.to_string());
                same(&changed);
            }
        }
    }

    #[test]
    fn strings_of_every_length_are_read_and_skipped() {
        for length in (0..72).chain(250..262) {
            for at in 0..=length {
                for middle in ["", "é", "\\n", "\\", "\"", "\u{1}", "\u{7f}", "\u{80}", "!", " "] {
                    let text = format!("\"{}{middle}{}\"", "x".repeat(at), "~".repeat(length - at));
                    let expected = serde_json::from_str::<String>(&text).ok();
                    let mut from = Reader::new(&text);
                    let read = from.text().map(Cow::into_owned);
                    let read = read.ok().filter(|_| from.end().is_ok());
                    assert_eq!(read, expected, "{text}");
                    let mut from = Reader::new(&text);
                    let skipped = from.skip().is_ok() && from.end().is_ok();
                    assert_eq!(skipped, expected.is_some(), "{text}");
                }
            }
        }
    }

    #[test]
    fn deep_nesting_is_refused_without_stack_overflow() {
        let deep = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(is_read(&deep(usize::from(DEPTH))));
        assert!(!is_read(&deep(100_000)));
    }
}
