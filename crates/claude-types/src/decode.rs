//! From a line to a type: the entry points of this crate.
//!
//! [`frame_type`](crate::frame_type()) tells what a line is without decoding it,
//! [`Message::decode_as`] decodes a message and cannot fail, [`decode`] decodes any other frame.

use std::borrow::Cow;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::frame_type::frame_type;
use crate::wire::{Entries, Odd, Reader, Wire, WireType, read_odd};
use crate::{DecodeError, Message, Noise};

/// Decodes a frame that is no message: a control request, a response, a cancellation.
///
/// Odd optional fields are tolerated, as everywhere.
///
/// # Errors
///
/// The line is no JSON, or a field that the frame cannot do without is missing or unusable.
pub fn decode<T: WireType>(expected: &'static str, line: &[u8]) -> Result<T, DecodeError> {
    T::from_json(&text(line)).map_err(|error| failure(expected.into(), line, error))
}

/// As [`decode`], for a type that is not of this crate.
///
/// # Errors
///
/// The line is no JSON, or has another shape.
pub fn decode_as<T: DeserializeOwned>(
    expected: impl Into<Cow<'static, str>>,
    line: &[u8],
) -> Result<T, DecodeError> {
    serde_json::from_str(&text(line)).map_err(|error| failure(expected.into(), line, error))
}

fn failure(expected: Cow<'static, str>, line: &[u8], error: serde_json::Error) -> DecodeError {
    DecodeError { expected, length: line.len(), source: Arc::new(error) }
}

impl Message {
    /// Decodes a line that holds a message. Never fails: what cannot be typed is kept.
    #[inline]
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
    // Compiled where it is used, for there messages are dropped too: the code that drops them is
    // a third of all code of this crate.
    #[inline]
    #[must_use]
    pub fn decode_as(kind: &str, line: &[u8]) -> Self {
        let text = text(line);
        let mut message = Self::VACANT;
        if message.fill_text(kind, &text).is_ok() {
            return message;
        }
        read_odd(&text).unwrap_or_else(|_| Self::Noise(Noise::new(line)))
    }

    fn fill_text(&mut self, kind: &str, text: &str) -> Result<(), Odd> {
        let mut from = Reader::new(text);
        from.open(b'{')?;
        self.fill_tagged(kind, &mut Entries::new(&mut from))?;
        from.end()
    }
}

/// The text of a line; bytes that are no UTF-8 are replaced.
pub(crate) fn text(line: &[u8]) -> Cow<'_, str> {
    // Checking first is several times as quick as `from_utf8_lossy`, and nearly always enough.
    match std::str::from_utf8(line) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(line),
    }
}
