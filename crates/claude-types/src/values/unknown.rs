//! What is kept of objects that this version cannot type.

use std::fmt;

use serde::de::DeserializeOwned;

use crate::error::DecodeError;
use crate::values::Raw;

/// An object with a tag that this version does not know, byte for byte.
#[derive(Clone, PartialEq, Eq)]
pub struct Unknown(Option<Box<(Box<str>, Raw)>>);

impl Unknown {
    /// Nothing.
    pub(crate) const NONE: Self = Self(None);

    pub(crate) fn new(tag: &str, raw: Raw) -> Self {
        Self(Some(Box::new((tag.into(), raw))))
    }

    /// The value of the tag; empty if the object has none.
    #[must_use]
    pub fn tag(&self) -> &str {
        self.0.as_ref().map_or("", |kept| &kept.0)
    }

    /// The whole value.
    #[must_use]
    pub fn raw(&self) -> &Raw {
        self.0.as_ref().map_or(&Raw::NULL, |kept| &kept.1)
    }

    /// Reads it as a type of the caller's own, if it has this tag. The type sees the whole object,
    /// tag included.
    ///
    /// # Errors
    ///
    /// The object does not have the shape of `T`.
    #[must_use]
    pub fn decode_as<T: DeserializeOwned>(
        &self,
        tag: &'static str,
    ) -> Option<Result<T, DecodeError>> {
        (self.tag() == tag).then(|| self.raw().parse_as(tag))
    }
}

impl fmt::Debug for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unknown").field("tag", &self.tag()).field("raw", self.raw()).finish()
    }
}

/// An object with a known tag and a body that cannot be used.
///
/// This means that a field without which the object makes no sense is missing or has another
/// shape. Mismatch optional fields never lead here; they are found in the object's `extra`.
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
