//! Optional and nullable values: absent, `null`, or a value.
//!
//! The CLI distinguishes the three in some fields, such as `api_error_status` of a result. A
//! decoded object must encode to the same JSON, so the difference is kept.

/// A value that is absent, `null`, or present.
///
/// [`Maybe::value`] converts it to an [`Option`].
///
/// # Examples
///
/// ```
/// use claude_types::Maybe;
///
/// let status = Maybe::Value(529_u64);
/// assert_eq!(status.value(), Some(&529));
/// assert_eq!(Maybe::<u64>::Null.value(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::exhaustive_enums, reason = "JSON has no fourth case")]
pub enum Maybe<T> {
    /// The key is absent.
    #[default]
    Absent,
    /// The key is present, and its value is `null`.
    Null,
    /// The key is present, and has a value.
    Value(T),
}

impl<T> Maybe<T> {
    /// Returns a reference to the value, or `None` if it is absent or `null`.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Returns the value, or `None` if it is absent or `null`.
    #[must_use]
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Returns whether there is a value.
    #[must_use]
    pub fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// Returns whether the key is absent.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T> From<T> for Maybe<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
