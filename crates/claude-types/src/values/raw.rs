//! Raw JSON: a value that is kept as text.
//!
//! Tool inputs, unknown fields and unknown messages are kept in this form. The text is the same
//! byte for byte, and is parsed only on request. It is valid JSON, and nothing else is checked.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::error::DecodeError;

/// One JSON value, kept as text.
///
/// Two values are equal if their texts are equal. A `Raw` owns a copy of its text, so it does not
/// keep the line that it was read from.
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

    /// Creates a value from JSON text.
    ///
    /// # Errors
    ///
    /// An error if the text is not exactly one JSON value.
    pub fn from_text(text: impl Into<String>) -> Result<Self, serde_json::Error> {
        RawValue::from_string(text.into()).map(Self::from)
    }

    /// Serializes a value as JSON.
    ///
    /// # Errors
    ///
    /// An error if the value cannot be serialized as JSON, for example a map whose keys are
    /// structs.
    pub fn from_serialize<T: Serialize + ?Sized>(value: &T) -> Result<Self, serde_json::Error> {
        serde_json::value::to_raw_value(value).map(Self::from)
    }

    /// Returns the JSON text, unchanged.
    #[must_use]
    pub fn get(&self) -> &str {
        self.as_raw_value().get()
    }

    /// Parses the JSON as a type.
    ///
    /// # Errors
    ///
    /// An error if the JSON does not fit the type `T`.
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
        // Serializing a `Value` does not fail, so `null` is never used.
        Self::from_serialize(&value).unwrap_or_default()
    }
}

impl Default for Raw {
    /// Returns `null`.
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
