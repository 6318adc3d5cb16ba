//! JSON failure: why an answer is not of the type that was asked for.

use std::fmt;

use claude_types::Raw;

/// Why an answer is not of the type that was asked for, after all repairs.
///
/// With `Ok(T)` in [`JsonAnswer::outcome`](crate::json::JsonAnswer::outcome) these are all outcomes of a
/// run that did not fail otherwise.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum JsonFailure {
    /// There is no JSON in the answer: the model has not used the tool for it, and its text holds
    /// none.
    Missing,
    /// There is JSON, and it does not fit.
    Invalid {
        /// What came, without the wrapper if that was known.
        raw: Raw,
        /// What does not fit, each with its place.
        problems: Vec<String>,
    },
    /// The CLI has let the model try several times, to no avail. It has told the model what was
    /// wrong each time, so nothing is repaired.
    Exhausted,
}

impl fmt::Display for JsonFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("it holds no JSON"),
            Self::Invalid { problems, .. } => f.write_str(&problems.join("; ")),
            Self::Exhausted => f.write_str("the model tried several times and did not manage"),
        }
    }
}
