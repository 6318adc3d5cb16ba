//! Shapes: which messages exist, which fields they have, and of which types.
//!
//! Two recordings of the same case never have the same values, but the same form. Values are not
//! compared, nor how often or when a message was sent.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::json::Json;

/// Fields whose content is defined by a user, a tool or a server, and not by the protocol.
const OPEN: [&str; 13] = [
    "input",
    "tool_input",
    "updatedInput",
    "tool_response",
    "tool_use_result",
    "structured_output",
    "mcp_response",
    "message_payload",
    "arguments",
    "settings",
    "env",
    "inputSchema",
    "requestedSchema",
];

/// Fields that are maps: their keys are values.
const MAPS: [&str; 4] = ["modelUsage", "model_usage_since_last_result", "answers", "mcpServers"];

/// The types of the fields of the messages of one case, or of many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shapes(BTreeMap<String, BTreeSet<String>>);

impl Shapes {
    /// Reads the shapes of the lines of stdout; lines that are not JSON objects have none.
    #[must_use]
    pub fn of(stdout: &str) -> Self {
        let mut shapes = Self::default();
        for line in stdout.lines().filter_map(Json::parse) {
            if let Json::Object(_) = &line {
                let fields = shapes.0.entry(name(&line)).or_default();
                collect(&line, "", fields);
            }
        }
        shapes
    }

    /// Adds the shapes of another.
    pub fn add(&mut self, other: &Self) {
        for (name, fields) in &other.0 {
            self.0.entry(name.clone()).or_default().extend(fields.iter().cloned());
        }
    }

    /// Returns what is only here and not in `other`, one text for each message or field.
    #[must_use]
    pub fn without(&self, other: &Self) -> Vec<String> {
        let mut only = Vec::new();
        for (name, fields) in &self.0 {
            match other.0.get(name) {
                None => only.push(format!("{name}: the whole message")),
                Some(others) => {
                    only.extend(fields.difference(others).map(|field| format!("{name}: {field}")));
                }
            }
        }
        only
    }
}

/// The difference between fixtures and new recordings of the same cases.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Difference {
    /// Only in new recordings.
    pub new: Vec<String>,
    /// Only in fixtures of these cases.
    pub gone: Vec<String>,
    /// Only on one side, but also in another case; by case. The cause may be timing.
    pub moved: Vec<String>,
}

impl Difference {
    /// Compares fixtures with recordings by case. `all` are the shapes of all fixtures, including
    /// other cases.
    #[must_use]
    pub fn between(
        fixtures: &BTreeMap<String, Shapes>,
        recordings: &BTreeMap<String, Shapes>,
        all: &Shapes,
    ) -> Self {
        let (mut then, mut now) = (Shapes::default(), Shapes::default());
        let mut moved = Vec::new();
        for (case, recording) in recordings {
            now.add(recording);
            if let Some(fixture) = fixtures.get(case) {
                then.add(fixture);
            }
        }
        let (new, gone) = (now.without(all), then.without(&now));
        for (case, recording) in recordings {
            let Some(fixture) = fixtures.get(case) else { continue };
            let more = recording.without(fixture).into_iter().filter(|text| !new.contains(text));
            moved.extend(more.map(|text| format!("{case}: + {text}")));
            let less = fixture.without(recording).into_iter().filter(|text| !gone.contains(text));
            moved.extend(less.map(|text| format!("{case}: - {text}")));
        }
        Self { new, gone, moved }
    }

    /// Returns whether the protocol is the same, as far as these cases show.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.new.is_empty() && self.gone.is_empty()
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (title, lines) in [
            ("only in new recordings", &self.new),
            ("only in the fixtures", &self.gone),
            ("in other cases than before (timing, perhaps)", &self.moved),
        ] {
            writeln!(f, "{} {title}", lines.len())?;
            lines.iter().try_for_each(|line| writeln!(f, "  {line}"))?;
        }
        Ok(())
    }
}

/// The name of a message: its type, and what distinguishes it from others of the type.
fn name(line: &Json) -> String {
    let paths = ["type", "subtype", "request/subtype", "response/subtype", "event/type"];
    let names: Vec<_> = paths.iter().filter_map(|path| line.str_at(path)).collect();
    names.join("/")
}

fn collect(value: &Json, path: &str, fields: &mut BTreeSet<String>) {
    let kind = match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) => "number",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    };
    if !path.is_empty() {
        fields.insert(format!("{path} ({kind})"));
    }
    let last = path.rsplit(['.', ']']).next().unwrap_or_default();
    if OPEN.contains(&last) {
        return;
    }
    match value {
        Json::Array(items) => items.iter().for_each(|item| {
            let kind = item.str_at("type").unwrap_or_default();
            collect(item, &format!("{path}[{kind}]"), fields);
        }),
        Json::Object(inner) => inner.iter().for_each(|(name, value)| {
            let name = if MAPS.contains(&last) { "*" } else { name.as_str() };
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            collect(value, &path, fields);
        }),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = r#"{"type":"assistant","message":{"content":[{"type":"text","text":"a"}]},"uuid":"1"}
        plain text
        {"type":"system","subtype":"init","tools":["a"],"input":{"x":1}}"#;

    fn difference(old: &str, new: &str) -> Difference {
        let by_case = |text| BTreeMap::from([("case".to_owned(), Shapes::of(text))]);
        Difference::between(&by_case(old), &by_case(new), &Shapes::of(old))
    }

    #[test]
    fn different_values_have_the_same_shape() {
        let other = OLD.replace("\"a\"", "\"b\"").replace("{\"x\":1}", "{\"y\":[]}");
        let difference = difference(OLD, &other);
        assert!(difference.is_none() && difference.moved.is_empty(), "{difference}");
    }

    #[test]
    fn new_fields_types_and_messages_are_reported() {
        let new = OLD.replace("\"uuid\":\"1\"", "\"uuid\":null").replace("init", "start");
        let difference = difference(OLD, &new);
        assert_eq!(difference.new, ["assistant: uuid (null)", "system/start: the whole message"]);
        assert_eq!(difference.gone, ["assistant: uuid (string)", "system/init: the whole message"]);
    }

    #[test]
    fn shapes_of_another_case_are_not_reported() {
        let fixtures = BTreeMap::from([("a".to_owned(), Shapes::of(r#"{"type":"x"}"#))]);
        let recordings = BTreeMap::from([("a".to_owned(), Shapes::of(r#"{"type":"x","y":1}"#))]);
        let difference =
            Difference::between(&fixtures, &recordings, &Shapes::of(r#"{"type":"x","y":2}"#));
        assert!(difference.is_none());
        assert_eq!(difference.moved, ["a: + x: y (number)"]);
    }
}
