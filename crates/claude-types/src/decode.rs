//! Decoding: the functions that turn a line into a value.
//!
//! - [`frame_type`](crate::frame_type()) returns the type of a line without decoding the line.
//! - [`Message::decode_as`] decodes a message, and cannot fail.
//! - [`decode`] decodes any other frame.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use crate::error::DecodeError;
use crate::framing::frame_type;
use crate::generated::{ControlRequestFrame, Message};
use crate::values::{Noise, Outlined};
use crate::wire::{Entries, Mismatch, Reader, Wire, WireType, fill_with_repair, utf8_lossy};

/// Decodes a frame that is not a message: a control request, a response or a cancellation.
///
/// An optional field with a value of an unexpected type is kept in `extra`.
///
/// # Errors
///
/// [`DecodeError`] if the line is not JSON, or if a required field is missing or has a value of
/// another type.
pub fn decode<T: WireType>(expected: &'static str, line: &[u8]) -> Result<T, DecodeError> {
    T::from_json(&utf8_lossy(line)).map_err(|error| DecodeError::new(expected, line.len(), error))
}

/// Decodes a line as a type of another crate, with the `Deserialize` of that type.
///
/// # Errors
///
/// [`DecodeError`] if the line is not JSON, or does not fit the type.
pub fn decode_as<T: DeserializeOwned>(
    expected: impl Into<Cow<'static, str>>,
    line: &[u8],
) -> Result<T, DecodeError> {
    serde_json::from_str(&utf8_lossy(line))
        .map_err(|error| DecodeError::new(expected, line.len(), error))
}

impl Outlined<ControlRequestFrame> {
    /// Decodes a control request, see [`decode`].
    ///
    /// # Errors
    ///
    /// As for [`decode`].
    pub fn decode(line: &[u8]) -> Result<Self, DecodeError> {
        decode("control_request", line).map(Self::new)
    }
}

impl Outlined<Message> {
    /// Decodes a message, see [`Message::decode_as`].
    #[must_use]
    pub fn decode_as(kind: &str, line: &[u8]) -> Self {
        Self::decode_weighed(kind, line).0
    }

    /// Decodes a message, and returns the bytes of memory that it takes. The number is an estimate
    /// that is rather too high than too low.
    #[must_use]
    pub fn decode_weighed(kind: &str, line: &[u8]) -> (Self, usize) {
        let text = utf8_lossy(line);
        let own = size_of::<Self>() + text.len();
        let mut message = Self::new(Message::VACANT);
        if let Ok(spent) = message.fill_text(kind, &text) {
            return (message, own + spent);
        }
        // A vacant value owns nothing, but what a failed pass has read must be dropped.
        message = Self::new(Message::VACANT);
        match fill_with_repair(&mut |from| message.fill(from), Message::shape(), &text) {
            Ok(spent) => (message, own + spent),
            Err(_) => (Self::new(Message::Noise(Noise { text: text.into() })), own),
        }
    }
}

impl Message {
    /// Decodes a message. Never fails: a line that cannot be typed is kept as it is.
    ///
    /// The line must be one frame. A line that holds a frame and something else is
    /// [`Message::Noise`]: [`line_parts`](crate::line_parts) returns its frames.
    #[must_use]
    pub fn decode(line: &[u8]) -> Self {
        match frame_type(line) {
            Some(kind) => Self::decode_as(&kind, line),
            None => Self::Noise(Noise::new(line)),
        }
    }

    /// Decodes a message whose type is known from [`frame_type`].
    ///
    /// The first pass is strict. If it fails, a tolerant pass follows:
    ///
    /// - Lone surrogates become U+FFFD.
    /// - Optional fields with a value of an unexpected type are kept in `extra`.
    /// - If a required field is missing or invalid, the result is [`Message::Undecoded`].
    ///
    /// A line that is not JSON is [`Message::Noise`].
    #[must_use]
    pub fn decode_as(kind: &str, line: &[u8]) -> Self {
        Outlined::decode_as(kind, line).into_inner()
    }

    /// Returns what the message takes beyond its texts.
    fn fill_text(&mut self, kind: &str, text: &str) -> Result<usize, Mismatch> {
        let mut from = Reader::new(text);
        from.open(b'{')?;
        self.fill_tagged(kind, &mut Entries::new(&mut from))?;
        from.end()?;
        Ok(from.spent())
    }
}
