//! Check: walks a schema and a value side by side, within fixed bounds.

use std::fmt;

use serde_json::{Map, Value};

/// The most problems that are reported for one value.
pub(super) const MOST: usize = 20;

/// How deep schemas and references are followed. Deeper ones are ignored.
const DEEPEST: usize = 128;

/// The number of schemas that are checked in total. The bound is needed because alternatives can refer to
/// themselves without an end.
const STEPS: usize = 100_000;

/// A mismatch between a value and a schema.
///
/// # Examples
///
/// ```
/// use claude_types::schema::schema_problems;
/// use serde_json::json;
///
/// let schema = json!({ "type": "object", "required": ["name"] });
/// let problems = schema_problems(schema.as_object().unwrap(), &json!({}));
/// assert!(problems[0].to_string().contains("name"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SchemaProblem {
    /// The location, as a JSON pointer. Empty for the whole value.
    pub at: String,
    /// The problem. It names what the schema requires, and never what the value contains.
    pub what: String,
}

/// Formats the problem as `/name: must be of type string`.
impl fmt::Display for SchemaProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = if self.at.is_empty() { "the value" } else { &self.at };
        write!(f, "{at}: {}", self.what)
    }
}

/// Returns the mismatches between a value and a schema, at most 20. Empty if the value fits.
///
/// Unknown keywords, and those that only describe (`title`, `format`, `default`), are ignored. References are followed
/// within the schema, at most 128 levels deep. At most 100 000 schemas are checked.
///
/// # Examples
///
/// ```
/// use claude_types::schema::schema_problems;
/// use serde_json::json;
///
/// let schema = json!({ "type": "object", "properties": { "age": { "minimum": 0 } } });
/// let problems = schema_problems(schema.as_object().unwrap(), &json!({ "age": -1 }));
/// assert_eq!(problems[0].to_string(), "/age: must be at least 0");
/// ```
#[must_use]
pub fn schema_problems(schema: &Map<String, Value>, value: &Value) -> Vec<SchemaProblem> {
    let mut check =
        Check { root: schema, at: String::new(), depth: 0, steps: 0, problems: Vec::new() };
    check.object(schema, value);
    check.problems
}

/// The state of a walk along a schema and a value.
pub(super) struct Check<'s> {
    pub(super) root: &'s Map<String, Value>,
    pub(super) at: String,
    pub(super) depth: usize,
    pub(super) steps: usize,
    pub(super) problems: Vec<SchemaProblem>,
}

impl<'s> Check<'s> {
    pub(super) fn schema(&mut self, schema: &'s Value, value: &Value) {
        match schema {
            Value::Bool(false) => self.problem("must not be there"),
            Value::Object(schema) => self.object(schema, value),
            _ => {}
        }
    }

    pub(super) fn object(&mut self, schema: &'s Map<String, Value>, value: &Value) {
        if self.depth == DEEPEST || self.steps == STEPS || self.problems.len() >= MOST {
            return;
        }
        self.steps += 1;
        self.depth += 1;
        for (keyword, rule) in schema {
            self.keyword(keyword, rule, schema, value);
        }
        self.depth -= 1;
    }

    /// Checks a value that is one step deeper.
    pub(super) fn below(&mut self, step: impl fmt::Display, schema: &'s Value, value: &Value) {
        let length = self.at.len();
        let step = step.to_string().replace('~', "~0").replace('/', "~1");
        self.at.push('/');
        self.at.push_str(&step);
        self.schema(schema, value);
        self.at.truncate(length);
    }

    /// Returns the mismatches with another schema, without reporting them.
    pub(super) fn apart(&mut self, schema: &'s Value, value: &Value) -> Vec<SchemaProblem> {
        let Self { root, depth, steps, .. } = *self;
        let mut check = Check { root, at: self.at.clone(), depth, steps, problems: Vec::new() };
        check.schema(schema, value);
        self.steps = check.steps;
        check.problems
    }

    pub(super) fn problem(&mut self, what: impl Into<String>) {
        if self.problems.len() < MOST {
            self.problems.push(SchemaProblem { at: self.at.clone(), what: what.into() });
        }
    }

    pub(super) fn require(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.problem(what());
        }
    }
}
