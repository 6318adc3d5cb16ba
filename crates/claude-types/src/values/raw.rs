//! JSON that is kept as the text it came in.
//!
//! Tool inputs, unknown fields and unknown messages are held this way: byte for byte, parsed only
//! when somebody looks. It does no validation beyond "this is one JSON value".

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::error::DecodeError;

/// One JSON value, kept as text.
///
/// Two values are equal when their texts are. Owns an exact copy: keeping it keeps no buffer alive.
///
/// # Examples
///
/// ```
/// use claude_types::Raw;
///
/// let input: Raw = serde_json::from_str(r#"{"command": "ls"}"#)?;
/// assert_eq!(input.get(), r#"{"command": "ls"}"#);
/// let value: serde_json::Value = input.parse()?;
/// assert_eq!(value["command"], "ls");
/// # Ok::<_, serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Raw(Option<Box<RawValue>>);

impl Raw {
    /// The value `null`.
    pub const NULL: Self = Self(None);

    /// Takes JSON text.
    ///
    /// # Errors
    ///
    /// The text is not exactly one JSON value.
    pub fn from_text(text: impl Into<String>) -> Result<Self, serde_json::Error> {
        RawValue::from_string(text.into()).map(Self::from)
    }

    /// Renders a value as JSON.
    ///
    /// # Errors
    ///
    /// The value has no JSON form, for instance a map whose keys are no strings.
    pub fn from_serialize<T: Serialize + ?Sized>(value: &T) -> Result<Self, serde_json::Error> {
        serde_json::value::to_raw_value(value).map(Self::from)
    }

    /// The JSON text, as it came.
    #[must_use]
    pub fn get(&self) -> &str {
        self.as_raw_value().get()
    }

    /// Parses the text into a type of the caller's.
    ///
    /// # Errors
    ///
    /// The JSON does not have the shape of `T`.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.get())
    }

    /// The same as [`Raw::parse`], with an error that names the expected type.
    pub(crate) fn parse_as<T: DeserializeOwned>(
        &self,
        expected: &'static str,
    ) -> Result<T, DecodeError> {
        self.parse().map_err(|error| DecodeError::new(expected, self.get().len(), error))
    }

    pub(crate) fn copy_of(raw: &RawValue) -> Self {
        Self(Some(raw.to_owned()))
    }

    pub(crate) fn as_raw_value(&self) -> &RawValue {
        self.0.as_deref().unwrap_or(RawValue::NULL)
    }
}

impl From<Box<RawValue>> for Raw {
    fn from(raw: Box<RawValue>) -> Self {
        Self(Some(raw))
    }
}

impl From<serde_json::Value> for Raw {
    fn from(value: serde_json::Value) -> Self {
        // A `Value` always renders; `null` stands in for the case that cannot happen.
        Self::from_serialize(&value).unwrap_or_default()
    }
}

impl Default for Raw {
    /// `null`.
    fn default() -> Self {
        Self::NULL
    }
}

impl PartialEq for Raw {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for Raw {}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get())
    }
}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_raw_value().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(Self::from)
    }
}
