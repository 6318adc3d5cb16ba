//! From a line to a type: the entry points of this crate.
//!
//! [`frame_type`] tells what a line is without decoding it, [`Message::decode_as`] decodes a
//! message and cannot fail, [`decode`] decodes any other frame.

use std::borrow::Cow;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::wire::{Entries, Odd, Reader, Vacant, mend_text, read_mended};
use crate::{DecodeError, Message, Noise};

/// The `type` of a line; `None` if the line is no JSON object that has one.
///
/// The CLI writes `type` first in nearly all lines, and then only its value is looked at: a line
/// that begins well and ends badly still has a type. Otherwise the whole object is scanned; where
/// the key comes twice, the last one counts.
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
            return Some(text(&rest[..end]));
        }
    }
    match text(line) {
        Cow::Borrowed(text) => scan_type(text).map(Cow::Owned),
        Cow::Owned(text) => scan_type(&text).map(Cow::Owned),
    }
}

fn scan_type(text: &str) -> Option<String> {
    last_type(text).unwrap_or_else(|Odd| {
        // Half an emoji in a key hides nothing but itself.
        last_type(&mend_text(text)?).ok()?
    })
}

/// Looks at all entries of an object: of a key that comes twice, the last one counts.
fn last_type(text: &str) -> Result<Option<String>, Odd> {
    let mut from = Reader::new(text);
    let (mut first, mut found) = (true, None);
    from.open(b'{')?;
    while from.more(std::mem::take(&mut first), b'}')? {
        let is_type = from.key()? == "type";
        let raw = from.raw()?;
        if is_type {
            found = Some(raw);
        }
    }
    Ok(found.and_then(|raw| serde_json::from_str(raw.get()).ok()))
}

/// Decodes a frame that is no message: a control request, a response, a cancellation.
///
/// Odd optional fields are tolerated, as everywhere.
///
/// # Errors
///
/// The line is no JSON, or a field that the frame cannot do without is missing or unusable.
pub fn decode<T: DeserializeOwned>(expected: &'static str, line: &[u8]) -> Result<T, DecodeError> {
    serde_json::from_str(&text(line)).map_err(|error| DecodeError {
        expected,
        length: line.len(),
        source: Arc::new(error),
    })
}

impl Message {
    /// Decodes a line that holds a message. Never fails: what cannot be typed is kept.
    #[must_use]
    pub fn decode(line: &[u8]) -> Self {
        match frame_type(line) {
            Some(kind) => Self::decode_as(&kind, line),
            None => Self::Noise(Noise::new(line)),
        }
    }

    /// Decodes a line whose type is known from [`frame_type`].
    ///
    /// First strictly and in one pass; if that fails, with tolerance: lone surrogates become
    /// U+FFFD, optional fields of an odd shape go to `extra`, and only if a field that the message
    /// cannot do without is unusable, the message is [`Message::Undecoded`]. A line that is no
    /// JSON is [`Message::Noise`].
    #[must_use]
    pub fn decode_as(kind: &str, line: &[u8]) -> Self {
        let text = text(line);
        strict(kind, &text)
            .or_else(|Odd| read_mended(&text))
            .unwrap_or_else(|_| Self::Noise(Noise::new(line)))
    }
}

/// The text of a line; bytes that are no UTF-8 are replaced.
fn text(line: &[u8]) -> Cow<'_, str> {
    // Checking first is several times as quick as `from_utf8_lossy`, and nearly always enough.
    match std::str::from_utf8(line) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(line),
    }
}

fn strict(kind: &str, text: &str) -> Result<Message, Odd> {
    let mut from = Reader::new(text);
    let mut message = Message::VACANT;
    from.open(b'{')?;
    message.fill_tagged(kind, &mut Entries::new(&mut from))?;
    from.end()?;
    Ok(message)
}
