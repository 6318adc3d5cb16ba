//! Text or another type: a value for which the CLI accepts a string as well.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::wire::{self, Mismatch, Reader, Shape, Wire};

/// A string or a `T`. For example, an effort is `"high"` or a number, skills are `"all"` or a list.
///
/// # Examples
///
/// ```
/// use claude_types::TextOr;
///
/// let effort: TextOr<u64> = serde_json::from_str("12000")?;
/// assert_eq!(effort, TextOr::Other(12_000));
/// assert_eq!(serde_json::to_string(&TextOr::<u64>::from("high"))?, "\"high\"");
/// # Ok::<_, serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "there are exactly two cases")]
pub enum TextOr<T> {
    /// A string.
    Text(String),
    /// A value that is not a string.
    Other(T),
}

impl<T> TextOr<T> {
    /// Returns the string, or `None` if the value is not a string.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Other(_) => None,
        }
    }

    /// Returns the other value, or `None` if the value is a string.
    #[must_use]
    pub fn other(&self) -> Option<&T> {
        match self {
            Self::Text(_) => None,
            Self::Other(other) => Some(other),
        }
    }
}

impl<T> From<&str> for TextOr<T> {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl<T> From<String> for TextOr<T> {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Wire> Wire for TextOr<T> {
    const VACANT: Self = Self::Text(String::new());

    fn shape() -> Shape {
        Shape::TextOr(T::shape)
    }

    fn fill(&mut self, from: &mut Reader<'_>) -> Result<(), Mismatch> {
        match self {
            Self::Text(text) if from.peek() == b'"' => return text.fill(from),
            _ => wire::put(self, Self::Other(T::vacant())),
        }
        match self {
            Self::Other(other) => other.fill(from),
            Self::Text(_) => Ok(()),
        }
    }
}

impl<T: Serialize> Serialize for TextOr<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => to.serialize_str(text),
            Self::Other(other) => other.serialize(to),
        }
    }
}

impl<'de, T: Wire> Deserialize<'de> for TextOr<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        wire::deserialize(from)
    }
}
