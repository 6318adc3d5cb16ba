//! Keywords: the rule of each keyword of a schema.

use regex_lite::Regex;
use serde_json::{Map, Number, Value};

use super::check::{Check, MOST, SchemaProblem};

/// The most bytes of a rule that a problem shows.
const SHOWN: usize = 200;

impl<'s> Check<'s> {
    pub(super) fn keyword(
        &mut self,
        keyword: &str,
        rule: &'s Value,
        schema: &'s Map<String, Value>,
        value: &Value,
    ) {
        match keyword {
            "$ref" => self.reference(rule, value),
            "type" => self.kind(rule, value),
            "enum" => self.one_of_these(rule, value),
            "const" => {
                self.require(same(rule, value), || format!("must be {}", shown(rule)));
            }
            "allOf" => {
                for all in rule.as_array().into_iter().flatten() {
                    self.schema(all, value);
                }
            }
            "anyOf" => self.alternatives(rule, value, false),
            "oneOf" => self.alternatives(rule, value, true),
            "not" => {
                let fits = self.apart(rule, value).is_empty();
                self.require(!fits, || format!("must not fit {}", shown(rule)));
            }
            "if" => {
                let branch = if self.apart(rule, value).is_empty() { "then" } else { "else" };
                if let Some(branch) = schema.get(branch) {
                    self.schema(branch, value);
                }
            }
            _ => match value {
                Value::Number(number) => self.number(keyword, rule, number),
                Value::String(text) => self.text(keyword, rule, text),
                Value::Array(items) => self.array(keyword, rule, schema, items),
                Value::Object(fields) => self.fields(keyword, rule, schema, fields),
                Value::Null | Value::Bool(_) => {}
            },
        }
    }

    /// Follows a reference within the schema. Other references are ignored: nothing is fetched.
    fn reference(&mut self, rule: &Value, value: &Value) {
        let root = self.root;
        match rule.as_str().and_then(|target| target.strip_prefix('#')) {
            Some("") => self.object(root, value),
            Some(pointer) => {
                let Some((first, rest)) = split(pointer) else { return };
                let target = root.get(&first).and_then(|schema| schema.pointer(rest));
                if let Some(target) = target {
                    self.schema(target, value);
                }
            }
            None => {}
        }
    }

    fn kind(&mut self, rule: &Value, value: &Value) {
        let kinds = match rule {
            Value::Array(kinds) => kinds.as_slice(),
            kind => std::slice::from_ref(kind),
        };
        let mut names = kinds.iter().filter_map(Value::as_str);
        if !names.clone().any(|name| is_a(name, value)) {
            let first = names.next().unwrap_or("value of no kind");
            let all = names.fold(first.to_owned(), |all, name| all + " or " + name);
            self.problem(format!("must be of type {all}"));
        }
    }

    fn one_of_these(&mut self, rule: &Value, value: &Value) {
        let Some(allowed) = rule.as_array() else { return };
        self.require(allowed.iter().any(|one| same(one, value)), || {
            format!("must be one of {}", shown(rule))
        });
    }

    /// Checks `anyOf`, or `oneOf` if `once` is set: then a value must not fit more than one.
    fn alternatives(&mut self, rule: &'s Value, value: &Value, once: bool) {
        let Some(branches) = rule.as_array() else { return };
        let failures: Vec<_> = branches.iter().map(|branch| self.apart(branch, value)).collect();
        let fitting = failures.iter().filter(|problems| problems.is_empty()).count();
        if fitting > 1 && once {
            return self.problem("fits more than one of the alternatives");
        }
        if fitting > 0 {
            return;
        }
        // Report the problems of the alternative that fits deepest: it is probably the intended one.
        let depth = |problems: &[SchemaProblem]| problems.iter().map(|one| one.at.len()).max();
        let closest = failures.into_iter().max_by_key(|problems| depth(problems));
        match closest {
            Some(problems) if depth(&problems) > Some(self.at.len()) => {
                problems.into_iter().for_each(|one| self.adopt(one));
            }
            _ => self.problem(format!("must fit one of {}", shown(rule))),
        }
    }

    fn adopt(&mut self, problem: SchemaProblem) {
        if self.problems.len() < MOST {
            self.problems.push(problem);
        }
    }

    fn number(&mut self, keyword: &str, rule: &Value, number: &Number) {
        let (Some(limit), Some(value)) = (rule.as_f64(), number.as_f64()) else { return };
        let (holds, what) = match keyword {
            "minimum" => (value >= limit, "at least"),
            "maximum" => (value <= limit, "at most"),
            "exclusiveMinimum" => (value > limit, "more than"),
            "exclusiveMaximum" => (value < limit, "less than"),
            "multipleOf" if limit > 0.0 => {
                let times = value / limit;
                ((times - times.round()).abs() <= 1e-9 * times.abs().max(1.0), "a multiple of")
            }
            _ => return,
        };
        self.require(holds, || format!("must be {what} {rule}"));
    }

    fn text(&mut self, keyword: &str, rule: &Value, text: &str) {
        match keyword {
            "minLength" => self.at_least(rule, text.chars().count(), "characters"),
            "maxLength" => self.at_most(rule, text.chars().count(), "characters"),
            "pattern" => {
                // Ignore a pattern that cannot be parsed: it is written in another dialect.
                let Some(Ok(pattern)) = rule.as_str().map(Regex::new) else { return };
                self.require(pattern.is_match(text), || {
                    format!("must match the pattern {}", shown(rule))
                });
            }
            _ => {}
        }
    }

    fn array(
        &mut self,
        keyword: &str,
        rule: &'s Value,
        schema: &'s Map<String, Value>,
        items: &[Value],
    ) {
        let length_of = |name: &str| schema.get(name).and_then(Value::as_array).map_or(0, Vec::len);
        match (keyword, rule) {
            ("minItems", _) => self.at_least(rule, items.len(), "items"),
            ("maxItems", _) => self.at_most(rule, items.len(), "items"),
            ("uniqueItems", Value::Bool(true)) => {
                let twice = (1..items.len())
                    .any(|at| items[..at].iter().any(|before| same(before, &items[at])));
                self.require(!twice, || "must hold no item twice".to_owned());
            }
            ("contains", _) => {
                let found = items.iter().any(|item| self.apart(rule, item).is_empty());
                self.require(found, || format!("must hold an item that fits {}", shown(rule)));
            }
            // Older drafts have a list in `items`.
            ("prefixItems" | "items", Value::Array(places)) => {
                for (place, (rule, item)) in places.iter().zip(items).enumerate() {
                    self.below(place, rule, item);
                }
            }
            ("items", _) => self.from(length_of("prefixItems"), rule, items),
            ("additionalItems", _) => {
                if let Some(Value::Array(places)) = schema.get("items") {
                    self.from(places.len(), rule, items);
                }
            }
            _ => {}
        }
    }

    fn from(&mut self, first: usize, rule: &'s Value, items: &[Value]) {
        for (place, item) in items.iter().enumerate().skip(first) {
            self.below(place, rule, item);
        }
    }

    fn fields(
        &mut self,
        keyword: &str,
        rule: &'s Value,
        schema: &'s Map<String, Value>,
        fields: &Map<String, Value>,
    ) {
        match (keyword, rule) {
            ("required", Value::Array(names)) => {
                for name in names.iter().filter_map(Value::as_str) {
                    self.require(fields.contains_key(name), || format!("`{name}` is missing"));
                }
            }
            ("properties", Value::Object(rules)) => {
                for (name, rule) in rules {
                    if let Some(value) = fields.get(name) {
                        self.below(name, rule, value);
                    }
                }
            }
            ("patternProperties", Value::Object(rules)) => {
                for (pattern, rule) in rules {
                    let Ok(pattern) = Regex::new(pattern) else { continue };
                    for (name, value) in fields.iter().filter(|(name, _)| pattern.is_match(name)) {
                        self.below(name, rule, value);
                    }
                }
            }
            ("additionalProperties", _) => {
                let others = fields.iter().filter(|(name, _)| !is_declared(schema, name));
                for (name, value) in others {
                    self.below(name, rule, value);
                }
            }
            ("propertyNames", _) => {
                for name in fields.keys() {
                    self.below(name, rule, &Value::String(name.clone()));
                }
            }
            ("minProperties", _) => self.at_least(rule, fields.len(), "fields"),
            ("maxProperties", _) => self.at_most(rule, fields.len(), "fields"),
            ("dependentRequired", Value::Object(rules)) => {
                for (name, needs) in rules.iter().filter(|(name, _)| fields.contains_key(*name)) {
                    for need in needs.as_array().into_iter().flatten().filter_map(Value::as_str) {
                        self.require(fields.contains_key(need), || {
                            format!("`{need}` is missing, which `{name}` needs")
                        });
                    }
                }
            }
            _ => {}
        }
    }

    fn at_least(&mut self, rule: &Value, count: usize, of: &str) {
        let holds = rule.as_u64().is_none_or(|least| count as u64 >= least);
        self.require(holds, || format!("must have at least {rule} {of}"));
    }

    fn at_most(&mut self, rule: &Value, count: usize, of: &str) {
        let holds = rule.as_u64().is_none_or(|most| count as u64 <= most);
        self.require(holds, || format!("must have at most {rule} {of}"));
    }
}

/// Returns whether `properties` or `patternProperties` declares a field.
fn is_declared(schema: &Map<String, Value>, name: &str) -> bool {
    let part = |keyword| schema.get(keyword).and_then(Value::as_object);
    part("properties").is_some_and(|rules| rules.contains_key(name))
        || part("patternProperties").is_some_and(|rules| {
            rules.keys().any(|pattern| Regex::new(pattern).is_ok_and(|it| it.is_match(name)))
        })
}

fn is_a(name: &str, value: &Value) -> bool {
    match (name, value) {
        // JSON Schema counts 1.0 as an integer.
        ("integer", Value::Number(number)) => {
            !number.is_f64() || number.as_f64().is_some_and(|number| number.fract() == 0.0)
        }
        ("null", Value::Null)
        | ("boolean", Value::Bool(_))
        | ("number", Value::Number(_))
        | ("string", Value::String(_))
        | ("array", Value::Array(_))
        | ("object", Value::Object(_)) => true,
        _ => false,
    }
}

/// Returns whether two values are equal. 1 and 1.0 are.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            one == other || one.as_f64() == other.as_f64()
        }
        _ => one == other,
    }
}

/// Splits a JSON pointer into its first step, unescaped, and the rest.
fn split(pointer: &str) -> Option<(String, &str)> {
    let steps = pointer.strip_prefix('/')?;
    let end = steps.find('/').unwrap_or(steps.len());
    let first = steps[..end].replace("~1", "/").replace("~0", "~");
    Some((first, &steps[end..]))
}

/// Returns a part of the schema as text, cut at [`SHOWN`] bytes.
fn shown(rule: &Value) -> String {
    let mut text = rule.to_string();
    if text.len() > SHOWN {
        let end = (0..=SHOWN).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        text.truncate(end);
        text.push('…');
    }
    text
}
