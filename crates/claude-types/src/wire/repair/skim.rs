//! Skim: finds the items of a list and the entries of an object in text that is valid JSON.
//!
//! The text was validated as a whole, so nothing is checked again: values are skipped by counting
//! brackets. A strict reader would read each value anew on each level that contains it.

use std::borrow::Cow;

use serde_json::Error;

/// Returns the items of a list, or `None` if the value is not a list.
pub(super) fn items(value: &str) -> Option<Items<'_>> {
    value.starts_with('[').then_some(Items(Skim { text: value, at: 1 }))
}

/// Returns the entries of an object, or `None` if the value is not an object.
pub(super) fn entries(value: &str) -> Option<Entries<'_>> {
    value.starts_with('{').then_some(Entries(Skim { text: value, at: 1 }))
}

/// The items of a list.
pub(super) struct Items<'t>(Skim<'t>);

impl<'t> Iterator for Items<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        self.0.value()
    }
}

/// The entries of an object, with unescaped keys. A key with a lone surrogate is an error.
pub(super) struct Entries<'t>(Skim<'t>);

impl<'t> Iterator for Entries<'t> {
    type Item = Result<(Cow<'t, str>, &'t str), Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let key = self.0.value()?;
        let value = self.0.value()?;
        Some(match key.get(1..key.len().saturating_sub(1)) {
            Some(plain) if !plain.contains('\\') => Ok((Cow::Borrowed(plain), value)),
            _ => serde_json::from_str(key).map(|key: String| (Cow::Owned(key), value)),
        })
    }
}

/// A cursor in valid JSON.
struct Skim<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Skim<'t> {
    /// Returns the next value or key. `None` at the end of the list or object.
    fn value(&mut self) -> Option<&'t str> {
        let bytes = self.text.as_bytes();
        let is_between = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\r' | b',' | b':');
        while bytes.get(self.at).is_some_and(is_between) {
            self.at += 1;
        }
        let begin = self.at;
        self.at = match bytes.get(begin)? {
            b']' | b'}' => return None,
            b'"' => end_of_text(bytes, begin + 1),
            b'[' | b'{' => end_of_brackets(bytes, begin + 1),
            _ => {
                let rest = bytes[begin..].iter();
                begin + rest.take_while(|byte| !is_between(byte) && !is_close(**byte)).count()
            }
        };
        self.text.get(begin..self.at)
    }
}

fn is_close(byte: u8) -> bool {
    matches!(byte, b']' | b'}')
}

/// Returns the position behind a string, from the position behind its opening quote.
fn end_of_text(bytes: &[u8], mut at: usize) -> usize {
    // Most strings of a line with many of them are short.
    for byte in bytes.iter().skip(at).take(16) {
        match byte {
            b'"' => return at + 1,
            b'\\' => break,
            _ => at += 1,
        }
    }
    while let Some(found) = memchr::memchr2(b'"', b'\\', bytes.get(at..).unwrap_or_default()) {
        at += found + 1;
        if bytes[at - 1] == b'"' {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

/// Returns the position behind an object or a list, from the position behind its opening bracket.
fn end_of_brackets(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 1_usize;
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'"' => at = end_of_text(bytes, at),
            b'[' | b'{' => depth += 1,
            b']' | b'}' if depth == 1 => return at,
            b']' | b'}' => depth -= 1,
            _ => {
                while let Some(word) = bytes[at..].first_chunk::<8>()
                    && !has_structure(u64::from_le_bytes(*word))
                {
                    at += 8;
                }
            }
        }
    }
    bytes.len()
}

/// Returns whether one of eight bytes is a quote, a bracket or a brace. May return `true` for
/// others.
const fn has_structure(word: u64) -> bool {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    /// The highest bit of each byte that is zero is set.
    const fn zeros(word: u64) -> u64 {
        word.wrapping_sub(EACH) & !word & (EACH << 7)
    }
    // A bracket and a brace differ in one bit.
    let braces = word | (EACH * 0x20);
    let quote = zeros(word ^ (EACH * b'"' as u64));
    quote | zeros(braces ^ (EACH * b'{' as u64)) | zeros(braces ^ (EACH * b'}' as u64)) != 0
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;
    use serde_json::{Map, Value};

    use super::*;

    const VALUES: [&str; 8] = [
        "1",
        "-1.5e3",
        "null",
        r#""a\"],}\\""#,
        "[]",
        r#"[1,[2,{"a":"]"}]]"#,
        "{}",
        r#"{"k\n":[{}],"":"}"}"#,
    ];

    #[test]
    fn structure_is_seen_at_every_place() {
        for byte in 0..=255_u8 {
            for place in 0..8 {
                let mut word = *b"0,1:-.e ";
                word[place] = byte;
                if matches!(byte, b'"' | b'[' | b']' | b'{' | b'}') {
                    assert!(has_structure(u64::from_le_bytes(word)), "{byte} at {place}");
                }
            }
        }
        assert!(!has_structure(u64::from_le_bytes(*b"0,1:-.e ")));
    }

    #[test]
    fn finds_the_items_that_a_parser_finds() {
        for separator in [",", " , ", "\n,\t"] {
            let list = format!("[ {} ]", VALUES.join(separator));
            let parsed: Vec<Box<RawValue>> = serde_json::from_str(&list).unwrap();
            let parsed: Vec<_> = parsed.iter().map(|item| item.get()).collect();
            assert_eq!(items(&list).unwrap().collect::<Vec<_>>(), parsed, "{list}");
        }
        assert_eq!(items("[]").unwrap().count(), 0);
        assert!(items("{}").is_none());
    }

    #[test]
    fn finds_the_entries_that_a_parser_finds() {
        for separator in [":", " : "] {
            let all: Vec<_> = VALUES
                .iter()
                .enumerate()
                .map(|(n, v)| format!("\"k{n}\\t\"{separator}{v}"))
                .collect();
            let object = format!("{{{}}}", all.join(" , "));
            let parsed: Map<String, Value> = serde_json::from_str(&object).unwrap();
            let found: Vec<_> = entries(&object).unwrap().map(Result::unwrap).collect();
            assert_eq!(found.len(), parsed.len());
            for (key, value) in found {
                assert_eq!(serde_json::from_str::<Value>(value).unwrap(), parsed[&*key]);
            }
        }
        assert_eq!(entries("{ }").unwrap().count(), 0);
        assert!(entries(r#""{""#).is_none());
        assert!(entries(r#"{"\ud83d":1}"#).unwrap().next().unwrap().is_err());
    }
}
