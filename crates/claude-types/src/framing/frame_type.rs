//! Frame type: finds the `type` of a line without decoding the line.

use std::borrow::Cow;

use crate::wire::{Mismatch, Reader, repair_surrogates, utf8_lossy};

/// Returns the `type` of a line, or `None` if the line is not a JSON object with a `type`.
///
/// The CLI writes `type` first in nearly all lines. In such a line only this value is read, so an
/// incomplete line still has a type. Other lines are scanned. If the key occurs twice, the first one
/// with a string counts, here and when the line is decoded.
///
/// A line that holds more than one frame has the type of one of them: see
/// [`line_parts`](crate::line_parts).
///
/// # Examples
///
/// ```
/// use claude_types::frame_type;
///
/// assert_eq!(frame_type(br#"{"type":"keep_alive"}"#).as_deref(), Some("keep_alive"));
/// assert_eq!(frame_type(br#"{"is_error":false,"type":"result"}"#).as_deref(), Some("result"));
/// assert_eq!(frame_type(b"[SandboxDebug] hello"), None);
/// ```
#[must_use]
pub fn frame_type(line: &[u8]) -> Option<Cow<'_, str>> {
    if let Some(rest) = line.strip_prefix(b"{\"type\":\"") {
        let end = memchr::memchr2(b'"', b'\\', rest)?;
        if rest[end] == b'"' {
            return Some(utf8_lossy(&rest[..end]));
        }
    }
    if let Some(found) = scan_keys(line) {
        return found.map(|place| utf8_lossy(place));
    }
    match utf8_lossy(line) {
        Cow::Borrowed(text) => scan_type(text).map(Cow::Owned),
        Cow::Owned(text) => scan_type(&text).map(Cow::Owned),
    }
}

fn scan_type(text: &str) -> Option<String> {
    first_type(text).unwrap_or_else(|Mismatch| {
        // A key with a lone surrogate cannot be read. Replace the surrogate, and read again.
        first_type(&repair_surrogates(text)?).ok()?
    })
}

/// Reads the entries of an object, up to the first `type` that is a string.
fn first_type(text: &str) -> Result<Option<String>, Mismatch> {
    let mut from = Reader::new(text);
    let mut first = true;
    from.open(b'{')?;
    while from.more(std::mem::take(&mut first), b'}')? {
        let is_type = from.key()? == "type";
        let raw = from.raw()?;
        let found = is_type.then(|| serde_json::from_str(raw.get()).ok()).flatten();
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// Scans the keys of the outer object without validating the JSON between them.
///
/// Returns the bytes of the first `type` that is a string, or `Some(None)` if there is none.
/// Returns `None` if only reading can find the type: a key or the type contains escapes, a string
/// has no end, or the line does not begin with `{`.
#[expect(clippy::option_option, reason = "unknown and absent are two cases")]
fn scan_keys(line: &[u8]) -> Option<Option<&[u8]>> {
    if !line.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    let (mut at, mut depth) = (0, 0_usize);
    // The last string of the outer object: a key, if a colon follows.
    let (mut last, mut is_type) = (&line[..0], false);
    while let Some(byte) = line.get(at) {
        at += 1;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b':' if depth == 1 => is_type = last == b"type",
            b',' if depth == 1 => is_type = false,
            b'"' => {
                let begin = at;
                let mut escaped = false;
                loop {
                    at += memchr::memchr2(b'"', b'\\', line.get(at..)?)? + 1;
                    if line[at - 1] == b'"' {
                        break;
                    }
                    escaped = true;
                    at += 1;
                }
                if depth == 1 {
                    last = &line[begin..at - 1];
                    // A key or a type with escapes: its bytes are not its text.
                    let is_key = line[at..].trim_ascii_start().first() == Some(&b':');
                    if escaped && (is_key || is_type) {
                        return None;
                    }
                    if is_type {
                        return Some(Some(last));
                    }
                }
            }
            _ => {}
        }
    }
    Some(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scanning_finds_the_same_type_as_reading() {
        let lines = [
            r#"{"a":1,"type":"x"}"#,
            r#"{"a":{"type":"inner"},"type":"x","b":["type",{"type":"y"}]}"#,
            r#"{"a":"type","b":":","type":"x"}"#,
            r#" { "a" : "}\"{" , "type" : "x" } "#,
            r#"{"type":"w","a":1,"type":"x"}"#,
            r#"{"a":1,"type":[2],"type":"w","type":"x"}"#,
            r#"{"a":"type"}"#,
            r#"{"a":["type","x"]}"#,
            r#"{"type":{"type":"x"},"a":"b"}"#,
            r#"{"type":7}"#,
            "{}",
        ];
        for line in lines {
            let read = first_type(line).unwrap();
            let scanned = scan_keys(line.as_bytes()).unwrap();
            assert_eq!(scanned, read.as_deref().map(str::as_bytes), "{line}");
        }
    }

    #[test]
    fn scanning_returns_none_for_escapes() {
        assert_eq!(scan_keys(br#"{"\u0074ype":"x"}"#), None);
        assert_eq!(scan_keys(br#"{"a":1,"type":"\u0078"}"#), None);
        assert_eq!(scan_keys(br#"{"a":"\u0078","type":"x"}"#), Some(Some(&b"x"[..])));
        assert_eq!(frame_type(br#"{"\u0074ype":"\u0078"}"#).as_deref(), Some("x"));
    }

    #[test]
    fn incomplete_lines_and_other_values_have_no_type() {
        for line in
            ["", "{", "[]", "\"type\"", "{\"a\":\"", "{\"a\":1,\"type\":\"res", "x{\"type\":\"y\"}"]
        {
            assert_eq!(frame_type(line.as_bytes()), None, "{line}");
        }
    }
}
