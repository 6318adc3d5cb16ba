//! Candidates: where a value may be in the output of a model: in a wrapper, in a text, between code
//! fences.

use serde_json::Value;

/// Fields in which models put an answer although the schema does not contain them.
const WRAPPERS: [&str; 11] = [
    "answer",
    "arguments",
    "data",
    "input",
    "json",
    "output",
    "parameters",
    "properties",
    "response",
    "result",
    "value",
];

/// The number of nested wrappers that are removed.
const MAX_WRAPPERS: usize = 4;

/// The number of places in a text that are tried.
const MAX_PLACES: usize = 64;

/// Returns the values that a value may stand for: itself first, then what it wraps.
pub(super) fn of_value(value: Value) -> Vec<Value> {
    let mut all = vec![value];
    for _ in 0..MAX_WRAPPERS {
        let Some(inner) = all.last().and_then(unwrapped) else { break };
        all.push(inner);
    }
    all
}

/// Returns the values that a text contains, most likely first: the whole text, what is between code
/// fences, what is anywhere.
pub(super) fn of_text(text: &str) -> Vec<Value> {
    let text = text.trim();
    if let Ok(value) = serde_json::from_str(text) {
        return of_value(value);
    }
    let (fenced, anywhere): (Vec<_>, _) = (fenced(text).collect(), anywhere(text));
    // Try the last value first: it is the answer, and earlier ones are steps towards it.
    let found = fenced.into_iter().rev().chain(anywhere.into_iter().rev());
    found.flat_map(of_value).collect()
}

fn unwrapped(value: &Value) -> Option<Value> {
    match value {
        Value::Object(fields) if fields.len() == 1 => {
            let (name, inner) = fields.iter().next()?;
            WRAPPERS.contains(&name.as_str()).then(|| inner.clone())
        }
        Value::String(text) => {
            let text = text.trim();
            let inner = serde_json::from_str(text).ok();
            inner.or_else(|| fenced(text).last())
        }
        _ => None,
    }
}

/// Returns what is between code fences, if it is JSON.
fn fenced(text: &str) -> impl Iterator<Item = Value> {
    let mut parts = text.split("```");
    // Skip the text before the first fence.
    parts.next();
    parts.step_by(2).filter_map(|part| {
        // Skip the name of the language behind the fence.
        let start = part.find(['{', '[', '"', '\n'])?;
        serde_json::from_str(part[start..].trim()).ok()
    })
}

/// Returns the objects and lists between words.
fn anywhere(text: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut rest = text;
    for _ in 0..MAX_PLACES {
        let Some(start) = rest.find(['{', '[']) else { break };
        rest = &rest[start..];
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        match values.next() {
            Some(Ok(value)) => {
                let end = values.byte_offset();
                found.push(value);
                rest = &rest[end..];
            }
            _ => rest = &rest[1..],
        }
    }
    found
}

#[cfg(test)]
mod tests;
