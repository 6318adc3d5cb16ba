//! From a line to a type: the entry points of this crate.
//!
//! [`frame_type`](crate::frame_type()) tells what a line is without decoding it,
//! [`Message::decode_as`] decodes a message and cannot fail, [`decode`] decodes any other frame.

use serde::de::DeserializeOwned;

use crate::error::DecodeError;
use crate::frame_type::frame_type;
use crate::generated::Message;
use crate::values::Noise;
use crate::wire::{Entries, Mismatch, Reader, Wire, WireType, read_with_repair, utf8_lossy};

/// Decodes a frame that is no message: a control request, a response, a cancellation.
///
/// Mismatch optional fields are tolerated, as everywhere.
///
/// # Errors
///
/// The line is no JSON, or a field that the frame cannot do without is missing or unusable.
pub fn decode<T: WireType>(expected: &'static str, line: &[u8]) -> Result<T, DecodeError> {
    T::from_json(&utf8_lossy(line)).map_err(|error| DecodeError::new(expected, line.len(), error))
}

/// As [`decode`], for a type that is not of this crate.
///
/// # Errors
///
/// The line is no JSON, or has another shape.
pub fn decode_as<T: DeserializeOwned>(
    expected: &'static str,
    line: &[u8],
) -> Result<T, DecodeError> {
    serde_json::from_str(&utf8_lossy(line))
        .map_err(|error| DecodeError::new(expected, line.len(), error))
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
        let text = utf8_lossy(line);
        let mut message = Self::VACANT;
        if message.fill_text(kind, &text).is_ok() {
            return message;
        }
        read_with_repair(&text).unwrap_or_else(|_| Self::Noise(Noise::new(line)))
    }

    fn fill_text(&mut self, kind: &str, text: &str) -> Result<(), Mismatch> {
        let mut from = Reader::new(text);
        from.open(b'{')?;
        self.fill_tagged(kind, &mut Entries::new(&mut from))?;
        from.end()
    }
}
