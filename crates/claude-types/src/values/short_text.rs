//! Short text: stores text of up to 38 bytes without an allocation.
//!
//! IDs, timestamps and model names are made of it. A message has five or more IDs of 24 to 36
//! bytes. As `String`s, they would be most of its allocations, made on one thread and freed on
//! another. Only the newtypes of [`id_type`](super::id_type) are public.

use std::fmt;

use crate::wire::{Mismatch, Reader, Shape, Wire};

/// The longest text that is stored inline, in bytes. A UUID has 36 bytes. With this limit the whole
/// value has 40.
const INLINE: usize = 38;

/// A text that is usually short.
#[derive(Clone)]
pub(crate) enum ShortText {
    /// The text is the first `len` bytes.
    Inline { len: u8, bytes: [u8; INLINE] },
    /// A text longer than [`INLINE`].
    Heap(Box<str>),
}

impl ShortText {
    /// The empty text.
    pub(crate) const EMPTY: Self = Self::Inline { len: 0, bytes: [0; INLINE] };

    /// Replaces the text in place.
    pub(crate) fn set(&mut self, text: &str) {
        match (self, u8::try_from(text.len())) {
            (Self::Inline { len, bytes }, Ok(length)) if text.len() <= INLINE => {
                *len = length;
                copy(text.as_bytes(), bytes);
            }
            (short, _) => *short = Self::Heap(text.into()),
        }
    }

    /// Returns the bytes of the text.
    fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Inline { len, bytes } => &bytes[..usize::from(*len)],
            Self::Heap(text) => text.as_bytes(),
        }
    }

    /// Returns the text.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            // The bytes were copied from a `str`, so they are valid UTF-8.
            Self::Inline { len, bytes } => {
                std::str::from_utf8(&bytes[..usize::from(*len)]).unwrap_or_default()
            }
            Self::Heap(text) => text,
        }
    }
}

impl From<&str> for ShortText {
    fn from(text: &str) -> Self {
        let mut short = Self::EMPTY;
        short.set(text);
        short
    }
}

/// Copies bytes to the front of a buffer.
///
/// For the usual lengths of IDs (UUIDs, `toolu_`, `msg_`, timestamps) the compiler generates a few
/// moves. Any other length costs a call of `memcpy`.
#[inline]
fn copy(from: &[u8], to: &mut [u8; INLINE]) {
    fn fixed<const N: usize>(from: &[u8], to: &mut [u8; INLINE]) {
        if let Ok(from) = <&[u8; N]>::try_from(from) {
            to[..N].copy_from_slice(from);
        }
    }
    match from.len() {
        36 => fixed::<36>(from, to),
        30 => fixed::<30>(from, to),
        28 => fixed::<28>(from, to),
        24 => fixed::<24>(from, to),
        length => to[..length].copy_from_slice(from),
    }
}

impl fmt::Debug for ShortText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq for ShortText {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for ShortText {}

impl PartialOrd for ShortText {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ShortText {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl std::hash::Hash for ShortText {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_bytes().hash(state);
    }
}

impl Wire for ShortText {
    const VACANT: Self = Self::EMPTY;

    fn shape() -> Shape {
        Shape::Text
    }

    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Mismatch> {
        self.set(&from.text()?);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_text_of_every_length_around_the_inline_limit() {
        for length in 0..80 {
            let text = "é".repeat(length / 2) + if length % 2 == 1 { "x" } else { "" };
            assert_eq!(ShortText::from(text.as_str()).as_str(), text);
        }
    }

    #[test]
    fn stays_within_forty_bytes() {
        assert_eq!(size_of::<ShortText>(), 40);
    }
}
