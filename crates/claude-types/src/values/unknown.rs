//! Untyped objects: objects with an unknown tag, and objects that cannot be decoded.

use std::fmt;

use serde::de::DeserializeOwned;

use crate::error::DecodeError;
use crate::values::Raw;

/// An object with a tag that this version does not know. It is kept byte for byte.
///
/// # Examples
///
/// ```
/// use claude_types::Message;
///
/// let message = Message::decode(br#"{"type":"brand_new","speed":9}"#);
/// let Message::Unknown(unknown) = message else { panic!("{message:?}") };
/// assert_eq!(unknown.tag(), "brand_new");
/// assert_eq!(unknown.raw().get(), r#"{"type":"brand_new","speed":9}"#);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Unknown(Option<Box<(Box<str>, Raw)>>);

impl Unknown {
    /// An empty tag and `null`.
    pub(crate) const NONE: Self = Self(None);

    pub(crate) fn new(tag: &str, raw: Raw) -> Self {
        Self(Some(Box::new((tag.into(), raw))))
    }

    /// Returns the value of the tag, or an empty string if the object has no tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        self.0.as_ref().map_or("", |kept| &kept.0)
    }

    /// Returns the whole object.
    #[must_use]
    pub fn raw(&self) -> &Raw {
        self.0.as_ref().map_or(&Raw::NULL, |kept| &kept.1)
    }

    /// Decodes the object as a type of the caller, or returns `None` if it has another tag.
    ///
    /// The type is decoded from the whole object, including the tag.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if the object does not fit the type `T`.
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

/// An object with a known tag that cannot be decoded.
///
/// A required field is missing or has a value of an unexpected type. Invalid optional fields do not
/// have this effect: they are kept in the `extra` of the typed object.
///
/// # Examples
///
/// ```
/// use claude_types::Message;
///
/// // `content` is required.
/// let message = Message::decode(br#"{"type":"user","message":7}"#);
/// let Message::Undecoded(undecoded) = message else { panic!("{message:?}") };
/// assert_eq!(&*undecoded.tag, "user");
/// assert!(!undecoded.error.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Undecoded {
    /// The value of the tag.
    pub tag: Box<str>,
    /// The field that is missing or invalid, and the cause.
    pub error: Box<str>,
    /// The whole object, byte for byte.
    pub raw: Raw,
}
