//! What is kept of objects that this version cannot type.

use crate::Raw;

/// An object with a tag that this version does not know, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unknown {
    /// The value of the tag; empty if the object has none.
    pub tag: Box<str>,
    /// The whole value.
    pub raw: Raw,
}

/// An object with a known tag and a body that cannot be used.
///
/// This means that a field without which the object makes no sense is missing or has another
/// shape. Odd optional fields never lead here; they are found in the object's `extra`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Undecoded {
    /// The value of the tag.
    pub tag: Box<str>,
    /// Which field, and what is wrong with it.
    pub error: Box<str>,
    /// The whole value, byte for byte.
    pub raw: Raw,
}
