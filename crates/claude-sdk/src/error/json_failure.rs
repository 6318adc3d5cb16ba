//! JSON failure: why an answer does not match the requested type.

use std::fmt;

use claude_types::Raw;

/// Why an answer does not match the requested type, after all repairs.
///
/// Together with `Ok(T)` in [`JsonAnswer::outcome`](crate::json::JsonAnswer::outcome), these are
/// all outcomes of a run that did not fail otherwise.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum JsonFailure {
    /// The answer contains no JSON: the model did not use the tool for structured output, and its
    /// text contains none.
    Missing,
    /// The answer contains JSON that does not match.
    Invalid {
        /// The value, without its wrapper if the wrapper was recognized.
        raw: Raw,
        /// The mismatches, each with its place.
        problems: Vec<String>,
    },
    /// The CLI gave up after several attempts of the model. It has reported the mismatches to the
    /// model each time, so this SDK does not try a repair.
    Exhausted,
}

impl fmt::Display for JsonFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("the answer contains no JSON"),
            Self::Invalid { problems, .. } => {
                f.write_str(&claude_protocol::shown(&problems.join("; ")))
            }
            Self::Exhausted => f.write_str("the CLI gave up after several attempts"),
        }
    }
}
