//! Extraction: from a result to a typed value.

use std::cmp::Reverse;

use claude_types::{Raw, ResultMessage, ResultSubtype, TerminalReason};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::candidates;
use super::schema::Shape;
use crate::error::JsonFailure;

/// Returns the value in a result: first what the CLI took for it, then what the text contains.
///
/// Not for a result that failed for another reason.
pub(super) fn read<T: DeserializeOwned>(
    shape: &Shape,
    result: &ResultMessage,
) -> Result<T, JsonFailure> {
    if is_exhausted(result) {
        return Err(JsonFailure::Exhausted);
    }
    let given = result.structured_output.as_ref().and_then(|raw| raw.parse::<Value>().ok());
    let given = given.filter(|value| !value.is_null()).map(candidates::of_value);
    let mut closest: Option<Misfit> = None;
    let texts = || candidates::of_text(result.text());
    let all = given.into_iter().flatten().chain(std::iter::once_with(texts).flatten());
    for value in all.flat_map(|value| in_order(shape, value)) {
        match fit(shape, value) {
            Ok(value) => return Ok(value),
            Err(misfit) => {
                let rank = |misfit: &Misfit| {
                    (Reverse(shape.likeness(&misfit.value)), misfit.problems.len())
                };
                let is_closer = |before: &Misfit| rank(&misfit) < rank(before);
                if closest.as_ref().is_none_or(is_closer) {
                    closest = Some(misfit);
                }
            }
        }
    }
    Err(match closest {
        Some(Misfit { value, problems }) => JsonFailure::Invalid { raw: value.into(), problems },
        None => JsonFailure::Missing,
    })
}

/// Returns a value, after the value in its wrapper if that is more likely the answer: a type may
/// accept any object, and then it accepts the wrapper, too.
fn in_order(shape: &Shape, value: Value) -> impl Iterator<Item = Value> {
    let inner = shape.wrapped_in(&value).cloned();
    inner.into_iter().chain(std::iter::once(value))
}

/// Returns whether the CLI gave up because no value matched the schema.
pub(super) fn is_exhausted(result: &ResultMessage) -> bool {
    result.subtype == Some(ResultSubtype::ErrorMaxStructuredOutputRetries)
        || result.terminal_reason == Some(TerminalReason::StructuredOutputRetryExhausted)
}

struct Misfit {
    value: Value,
    problems: Vec<String>,
}

/// Returns the value as the type, if it matches the schema and the type. Both are checked, because
/// each may be stricter than the other.
fn fit<T: DeserializeOwned>(shape: &Shape, value: Value) -> Result<T, Misfit> {
    let problems = shape.problems(&value);
    if !problems.is_empty() {
        let problems = problems.iter().map(ToString::to_string).collect();
        return Err(Misfit { value, problems });
    }
    // Parse from text: some types read numbers as they are written.
    let raw = Raw::from(value);
    raw.parse().map_err(|error| Misfit {
        value: raw.parse().unwrap_or_default(),
        problems: vec![error.to_string()],
    })
}

#[cfg(test)]
mod tests;
