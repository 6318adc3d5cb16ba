//! Walk: one line after the other through the types of the schema.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::tools::Calls;
use crate::codegen::schema::{Enum, Need, Struct, Union};
use crate::drift::finding::{Findings, Kind, Witness};
use crate::drift::model::{Model, Type, variant};

/// How often each item occurred: `Struct`, `Struct.field`, `Enum`, `Enum=value`.
pub(crate) type Counts = BTreeMap<String, u64>;

pub(super) struct Walk<'m> {
    pub(super) model: &'m Model,
    pub(super) calls: Calls,
    findings: Findings,
    counts: Counts,
}

impl<'m> Walk<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        let (findings, counts) = (Findings::default(), Counts::new());
        Self { model, calls: Calls::default(), findings, counts }
    }

    /// Clears the IDs of tool calls, which are unique only within one recording.
    pub(super) fn next_recording(&mut self) {
        self.calls = Calls::default();
    }

    pub(super) fn finish(self) -> (Findings, Counts) {
        (self.findings, self.counts)
    }

    /// Checks a complete line: a frame, or a control request of the SDK with its response.
    pub(super) fn line(&mut self, line: &Value) {
        match line.get("type").and_then(Value::as_str) {
            Some(tag) => match self.model.frame(tag) {
                Some(type_) => self.value(type_, line, "line"),
                None => self.add(Kind::New, format!("line/{tag}"), "a type of line"),
            },
            None => match line.get("request") {
                Some(request) => self.exchange(request, line.get("answer")),
                None => self.add(Kind::New, "line", "a line without a type"),
            },
        }
    }

    fn exchange(&mut self, request: &Value, answer: Option<&Value>) {
        let subtype = request.get("subtype").and_then(Value::as_str).unwrap_or_default();
        let Some(type_) = self.model.control_request(subtype) else {
            return self.add(Kind::New, format!("ControlRequest/{subtype}"), "");
        };
        self.value(type_, request, "request");
        if let (Some(answer), Some(type_)) = (answer, self.model.answer(type_)) {
            self.value(type_, answer, "answer");
        }
    }

    /// Checks a value of this type; `place` is the field that contains it.
    pub(super) fn value(&mut self, type_: &str, value: &Value, place: &str) {
        match (self.model.type_(type_), value) {
            (Type::Any, _)
            | (Type::Text | Type::Content | Type::TextOr(_), Value::String(_))
            | (Type::Bool, Value::Bool(_))
            | (Type::Number, Value::Number(_)) => {}
            (Type::Whole, Value::Number(number)) if fits(type_, number) => {}
            (Type::List(inner), Value::Array(list)) => {
                list.iter().for_each(|item| self.value(inner, item, place));
            }
            (Type::Content, Value::Array(list)) => {
                list.iter().for_each(|item| self.value("ContentBlock", item, place));
            }
            (Type::Map(inner), Value::Object(map)) => {
                map.values().for_each(|item| self.value(inner, item, place));
            }
            (Type::TextOr(inner), _) => self.value(inner, value, place),
            (Type::Enum(name, body), Value::String(text)) => self.word(name, body, text),
            (Type::Struct(name, body), Value::Object(object)) => self.object(name, body, object),
            (Type::Union(name, body), Value::Object(object)) => {
                self.tagged(name, body, object, value, place);
            }
            _ => self.add(Kind::Type, place, format!("{}; the schema has {type_}", kind(value))),
        }
    }

    fn word(&mut self, name: &str, body: &Enum, text: &str) {
        let subject = format!("{name}={text}");
        if body.values.0.iter().any(|(value, _)| value == text) {
            self.count(name);
            self.count(&subject);
        } else {
            self.add(Kind::New, subject, "");
        }
    }

    fn tagged(
        &mut self,
        name: &str,
        body: &Union,
        object: &Map<String, Value>,
        value: &Value,
        place: &str,
    ) {
        let tag = object.get(&body.tag).and_then(Value::as_str);
        let Some(tag) = tag.or(body.default.as_deref()) else {
            return self.add(Kind::Type, name, format!("no `{}` in {place}", body.tag));
        };
        match variant(body, tag) {
            Some(type_) => self.value(type_, value, place),
            None => self.add(Kind::New, format!("{name}/{tag}"), ""),
        }
    }

    fn object(&mut self, name: &str, body: &Struct, object: &Map<String, Value>) {
        self.count(name);
        if let Some(event) = &body.event {
            // The name of the event is the tag, so no field contains it.
            self.count(&format!("HookEvent={event}"));
        }
        for (key, value) in object {
            if body.tags.0.iter().any(|(tag, constant)| tag == key && value == constant) {
                continue;
            }
            let subject = format!("{name}.{key}");
            match body.fields.0.iter().find(|(wire, _)| wire == key) {
                None => self.add(Kind::New, subject, kind(value)),
                Some((_, field)) => {
                    self.count(&subject);
                    match (value, field.need) {
                        (Value::Null, Need::Nullable | Need::Maybe) => {}
                        (Value::Null, need) => {
                            self.add(Kind::Type, subject, format!("null; it is {need:?}"));
                        }
                        _ => self.value(&field.type_, value, &subject),
                    }
                }
            }
        }
        for (wire, field) in &body.fields.0 {
            if matches!(field.need, Need::Required | Need::Nullable) && !object.contains_key(wire) {
                let detail = format!("absent; it is {:?}", field.need);
                self.add(Kind::Type, format!("{name}.{wire}"), detail);
            }
        }
        self.inside(name, object);
    }

    fn count(&mut self, subject: &str) {
        match self.counts.get_mut(subject) {
            Some(count) => *count += 1,
            None => drop(self.counts.insert(subject.to_owned(), 1)),
        }
    }

    fn add(&mut self, kind: Kind, subject: impl Into<String>, detail: impl Into<String>) {
        self.findings.add(Witness::Recordings, kind, subject, detail);
    }
}

fn fits(type_: &str, number: &serde_json::Number) -> bool {
    if type_.contains("u64") { number.is_u64() } else { number.is_u64() || number.is_i64() }
}

/// Returns the name of the type of a JSON value.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(number) if number.is_f64() => "a fraction",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
