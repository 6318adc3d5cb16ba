//! A place in JSON text, and the steps from there: into an object, over a value, to the end.
//!
//! The structure of the text (braces, brackets, commas, colons) is read here; strings with
//! escapes, numbers and whole values to be kept or passed over are read by `serde_json` from where
//! the reader stands. So the code that fills a struct is compiled once, for this one reader, and
//! not for every combination of visitors that a generic deserializer takes.
//!
//! It is strict: text that is no JSON is odd, too. Why something is odd is not told here, because
//! whoever meets it asks [`repair`](super::repair()) next.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

/// How deep values may be nested, as in `serde_json`.
const DEPTH: u8 = 127;

/// A one in each byte.
const EACH: u64 = u64::from_le_bytes([1; 8]);

/// Something is not as the type has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mismatch;

/// A place in JSON text.
#[derive(Clone)]
pub(crate) struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: u8,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    /// The next byte that is no white space; 0 at the end.
    #[inline]
    pub(crate) fn peek(&mut self) -> u8 {
        match self.text.as_bytes().get(self.at) {
            Some(byte) if *byte > b' ' => *byte,
            _ => self.peek_behind_space(),
        }
    }

    /// The CLI writes none.
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

    /// Checks that nothing follows.
    pub(crate) fn end(&mut self) -> Result<(), Mismatch> {
        self.peek();
        if self.at == self.text.len() { Ok(()) } else { Err(Mismatch) }
    }

    /// Goes into an object or a list.
    #[inline]
    pub(crate) fn open(&mut self, brace: u8) -> Result<(), Mismatch> {
        self.expect(brace)?;
        if self.depth == DEPTH {
            return Err(Mismatch);
        }
        self.depth += 1;
        Ok(())
    }

    /// Goes to the next item, or behind the closing brace: then it tells that there is none.
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
        // A comma before the brace is no JSON.
        if self.peek() == close { Err(Mismatch) } else { Ok(true) }
    }

    /// The key of the next entry, with its colon.
    #[inline]
    pub(crate) fn key(&mut self) -> Result<Cow<'t, str>, Mismatch> {
        let key = self.text()?;
        self.expect(b':')?;
        Ok(key)
    }

    /// Goes over a key and its colon, if this one comes, written as the CLI writes it.
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

    /// A string, borrowed where it has no escapes.
    #[inline(never)]
    pub(crate) fn text(&mut self) -> Result<Cow<'t, str>, Mismatch> {
        match self.plain()? {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.escaped(),
        }
    }

    #[inline(never)]
    fn escaped(&mut self) -> Result<Cow<'t, str>, Mismatch> {
        self.leaf().map(Cow::Owned)
    }

    /// Goes over a string that says what it looks like; stays where it is if there are escapes.
    #[inline(never)]
    fn plain(&mut self) -> Result<Option<&'t str>, Mismatch> {
        if self.peek() != b'"' {
            return Err(Mismatch);
        }
        let rest = self.text.get(self.at + 1..).ok_or(Mismatch)?;
        let Some(length) = plain_length(rest.as_bytes()) else {
            return Ok(None);
        };
        self.at += length + 2;
        rest.get(..length).ok_or(Mismatch).map(Some)
    }

    /// A value that `serde_json` reads.
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

    /// A whole value as text.
    pub(crate) fn raw(&mut self) -> Result<&'t RawValue, Mismatch> {
        self.leaf()
    }

    /// Goes over a value.
    pub(crate) fn skip(&mut self) -> Result<(), Mismatch> {
        let is_text = self.peek() == b'"';
        if !is_text || self.plain()?.is_none() {
            self.leaf::<IgnoredAny>()?;
        }
        Ok(())
    }

    /// Goes over `null`, if that is what comes.
    #[inline]
    pub(crate) fn null(&mut self) -> bool {
        let is_null = self.peek() == b'n' && self.text.as_bytes()[self.at..].starts_with(b"null");
        if is_null {
            self.at += 4;
        }
        is_null
    }
}

/// How many bytes a string has, from behind its quote, that holds neither escapes nor control
/// characters.
///
/// Most strings are short: those are searched here, eight bytes in a step. In long ones, images for
/// instance, many more are looked at in one.
#[inline]
fn plain_length(rest: &[u8]) -> Option<usize> {
    const SHORT: usize = 256;
    let (words, _) = rest[..rest.len().min(SHORT)].as_chunks::<8>();
    for (number, word) in words.iter().enumerate() {
        let ends = ends(u64::from_le_bytes(*word));
        if ends != 0 {
            let at = 8 * number + ends.trailing_zeros() as usize / 8;
            return (rest[at] == b'"').then_some(at);
        }
    }
    let at = 8 * words.len();
    let rest = &rest[at..];
    let length = memchr::memchr2(b'"', b'\\', rest)?;
    (rest[length] == b'"' && !has_control(&rest[..length])).then_some(at + length)
}

/// Marks, by its highest bit, the first byte of eight at which a plain string ends: a quote, a
/// backslash, a control character. What is marked behind it means nothing.
#[inline]
const fn ends(word: u64) -> u64 {
    const HIGHEST: u64 = EACH << 7;
    let quote = word ^ (EACH * b'"' as u64);
    let backslash = word ^ (EACH * b'\\' as u64);
    (below(quote, 1) | below(backslash, 1) | below(word, b' ' as u64)) & HIGHEST
}

/// As `ends`, for bytes below a limit.
#[inline]
const fn below(word: u64, limit: u64) -> u64 {
    word.wrapping_sub(EACH * limit) & !word
}

/// Tells whether there are control characters, which strings may not hold as they are. Looks at
/// all bytes at once rather than stopping at the first.
fn has_control(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, byte| found | (*byte < b' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads any value along its structure.
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
    fn takes_json_and_nothing_else() {
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
    fn every_cut_and_every_changed_byte_is_judged_as_serde_json_judges_it() {
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
    fn strings_of_every_length_end_where_they_end() {
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
    fn deep_nesting_ends_and_does_not_overflow() {
        let deep = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(is_read(&deep(usize::from(DEPTH))));
        assert!(!is_read(&deep(100_000)));
    }
}
