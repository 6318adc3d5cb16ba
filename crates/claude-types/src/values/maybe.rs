//! A field that can be absent, null, or there.
//!
//! The CLI tells the three apart in some fields (`api_error_status` of a result, for one), and
//! what was decoded must encode to the same JSON.

/// A value that is absent, `null`, or given.
///
/// Has the methods of `Option` that reading needs; [`Maybe::value`] turns it into one.
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
    /// The key is not there.
    #[default]
    Absent,
    /// The key is there with `null`.
    Null,
    /// The key is there with a value.
    Value(T),
}

impl<T> Maybe<T> {
    /// Borrows the value, if there is one.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Takes the value, if there is one.
    #[must_use]
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Tells whether there is a value.
    #[must_use]
    pub fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// Tells whether the key is missing.
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
