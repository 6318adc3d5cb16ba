//! Candidates: where a value may be in the output of a model: in a wrapper, in a text, between code
//! fences.

use std::collections::BTreeSet;

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
    search(text, &mut 0)
}

/// The same as [`anywhere`]. Adds the bytes that were parsed to `parsed`.
///
/// Parsing fails for all brackets that are open where it fails for one. So these are not tried, and
/// each byte is parsed twice at most: by the place that fails, and by one inside of it.
fn search(text: &str, parsed: &mut usize) -> Vec<Value> {
    let (mut found, mut at, mut endless) = (Vec::new(), 0, BTreeSet::new());
    for _ in 0..MAX_PLACES {
        let Some(start) = next_bracket(text, at, &endless) else { break };
        let rest = &text[start..];
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        match values.next() {
            Some(Ok(value)) => {
                let length = values.byte_offset();
                *parsed += length;
                found.push(value);
                at = start + length;
            }
            Some(Err(error)) => {
                let length = failed_at(rest, &error);
                *parsed += length;
                endless.extend(open_brackets(&rest[..length]).map(|place| start + place));
                at = start + 1;
            }
            None => break,
        }
    }
    found
}

/// Returns the place of the next bracket that may have an end.
fn next_bracket(text: &str, mut at: usize, endless: &BTreeSet<usize>) -> Option<usize> {
    loop {
        let place = at + text[at..].find(['{', '['])?;
        if !endless.contains(&place) {
            return Some(place);
        }
        at = place + 1;
    }
}

/// Returns the length of the text up to an error.
fn failed_at(text: &str, error: &serde_json::Error) -> usize {
    let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let mut length = (lines.map(str::len).sum::<usize>() + error.column()).min(text.len());
    while !text.is_char_boundary(length) {
        length += 1;
    }
    length
}

/// Returns the places of the brackets that are open at the end of a text that begins like JSON.
fn open_brackets(text: &str) -> impl Iterator<Item = usize> {
    let (mut open, mut in_string, mut is_escaped) = (Vec::new(), false, false);
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_string,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => open.push((place, byte)),
            b'}' => drop(open.pop_if(|(_, bracket)| *bracket == b'{')),
            b']' => drop(open.pop_if(|(_, bracket)| *bracket == b'[')),
            _ => {}
        }
    }
    open.into_iter().map(|(place, _)| place)
}

#[cfg(test)]
mod tests;
