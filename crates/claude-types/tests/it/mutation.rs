//! Mutation strategies: recorded lines, changed at any depth.
//!
//! An [`Edit`] changes one place. A [`Style`] defines how the JSON is written: the order of keys,
//! white space, escapes. The checks of the outcome are in `invariants.rs`.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::corpus::{pointers, shapes};

static SHAPES: LazyLock<Vec<Value>> = LazyLock::new(shapes);

/// A changed line.
pub(crate) fn mutated() -> impl Strategy<Value = String> {
    let shape = select(&**SHAPES);
    (shape, prop::collection::vec(edit(), 0..6), style()).prop_map(|(mut value, edits, style)| {
        for edit in edits {
            edit.apply(&mut value);
        }
        let mut text = String::new();
        style.write(&value, &mut text);
        text
    })
}

/// One change at one place.
#[derive(Debug, Clone)]
pub(crate) enum Edit {
    /// Another value, of any type.
    Set(Index, Value),
    /// Another text instead of a text: a renamed type, a new value of a set, another ID.
    Rename(Index, String),
    /// Removes a field or an item.
    Drop(Index),
    /// Adds a field. The name may be one that the object knows.
    Add(Index, String, Value),
    /// Adds a block to any list.
    Push(Index, Value),
    /// Copies the value at one place to another place.
    Copy(Index, Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    prop_oneof![
        (at(), value()).prop_map(|(at, value)| Edit::Set(at, value)),
        (at(), name()).prop_map(|(at, name)| Edit::Rename(at, name)),
        at().prop_map(Edit::Drop),
        (at(), name(), value()).prop_map(|(at, name, value)| Edit::Add(at, name, value)),
        (at(), value()).prop_map(|(at, value)| Edit::Push(at, value)),
        (at(), at()).prop_map(|(from, to)| Edit::Copy(from, to)),
    ]
}

/// Names of fields, types, subtypes and values, known ones and others.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(words()),
        1 => select(vec!["hologram", "", "é😀", "a/b~c", "\u{0}", "\"\\", "extra"])
            .prop_map(String::from),
        1 => any::<String>(),
    ]
}

/// Every key and every short text of the recordings.
fn words() -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for shape in &*SHAPES {
        for pointer in pointers(shape) {
            let (_, key) = pointer.rsplit_once('/').unwrap();
            words.push(key.to_owned());
            words.extend(shape.pointer(&pointer).unwrap().as_str().map(str::to_owned));
        }
    }
    words.retain(|word| word.len() < 40);
    words.sort();
    words.dedup();
    words
}

/// Values of every type, blocks among them.
fn value() -> impl Strategy<Value = Value> {
    let values = vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(1e300),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(""),
        json!("odd"),
        json!([]),
        json!([null]),
        json!([[]]),
        json!({}),
        json!({ "type": null }),
        json!({ "type": "hologram", "beam": [1, { "é": null }] }),
        json!({ "type": "text" }),
        json!({ "type": "text", "text": "more" }),
        json!({ "type": "tool_use", "id": "toolu_1", "name": "Bash", "input": [] }),
        json!({ "type": "tool_result", "tool_use_id": "toolu_1", "content": [{ "type": "text" }] }),
        json!({ "type": "result", "subtype": "success", "is_error": false }),
    ];
    prop_oneof![3 => select(values), 1 => recorded()]
}

/// Any value inside a recorded line.
fn recorded() -> impl Strategy<Value = Value> {
    (select(&**SHAPES), any::<Index>()).prop_map(|(shape, at)| {
        let pointer = at.get(&pointers(&shape)).clone();
        shape.pointer(&pointer).unwrap().clone()
    })
}

impl Edit {
    fn apply(self, value: &mut Value) {
        match self {
            Self::Set(at, new) => {
                if let Some(place) = find(value, at, |_| true) {
                    *place = new;
                }
            }
            Self::Rename(at, name) => {
                if let Some(place) = find(value, at, Value::is_string) {
                    *place = Value::String(name);
                }
            }
            Self::Drop(at) => {
                match find(value, at, |value| value.is_object() || value.is_array()) {
                    Some(Value::Object(map)) if !map.is_empty() => {
                        let key = at.get(&map.keys().collect::<Vec<_>>()).to_string();
                        map.remove(&key);
                    }
                    Some(Value::Array(list)) if !list.is_empty() => {
                        list.remove(at.index(list.len()));
                    }
                    _ => {}
                }
            }
            Self::Add(at, name, new) => {
                if let Some(Value::Object(map)) = find(value, at, Value::is_object) {
                    map.insert(name, new);
                }
            }
            Self::Push(at, new) => {
                if let Some(Value::Array(list)) = find(value, at, Value::is_array) {
                    list.insert(at.index(list.len() + 1), new);
                }
            }
            Self::Copy(from, to) => {
                let Some(copy) = find(value, from, |_| true).cloned() else { return };
                if let Some(place) = find(value, to, |_| true) {
                    *place = copy;
                }
            }
        }
    }
}

/// A place of the right type; the root is included.
fn find(value: &mut Value, at: Index, holds: fn(&Value) -> bool) -> Option<&mut Value> {
    let all = pointers(value).into_iter().chain([String::new()]);
    let places: Vec<String> =
        all.filter(|pointer| value.pointer(pointer).is_some_and(holds)).collect();
    if places.is_empty() {
        return None;
    }
    let place: &String = at.get(&places);
    value.pointer_mut(place)
}

/// How JSON is written.
#[derive(Debug, Clone)]
pub(crate) struct Style {
    /// Where the tags are; the other keys are rotated by this number of places.
    tags: Tags,
    turned: usize,
    spaced: bool,
    /// All characters of texts are escaped; keys are not.
    escaped: bool,
    /// Every key except the tags comes twice, first with another value.
    doubled: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Tags {
    First,
    Second,
    Anywhere,
}

fn style() -> impl Strategy<Value = Style> {
    let tags = prop_oneof![
        3 => Just(Tags::First),
        1 => Just(Tags::Second),
        1 => Just(Tags::Anywhere),
    ];
    let rarely = || prop::bool::weighted(0.05);
    (tags, 0..9_usize, rarely(), rarely(), rarely()).prop_map(
        |(tags, turned, spaced, escaped, doubled)| Style { tags, turned, spaced, escaped, doubled },
    )
}

impl Style {
    fn write(&self, value: &Value, out: &mut String) {
        let space = if self.spaced { " \t\r\n" } else { "" };
        match value {
            Value::Object(map) => {
                out.push('{');
                for (at, key) in self.order(map.keys()).into_iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    if self.doubled && !is_tag(key) {
                        self.text(key, out);
                        out.push_str(":[{\"type\":0}],");
                    }
                    out.push_str(space);
                    quote(key, out);
                    out.push_str(space);
                    out.push(':');
                    self.write(&map[key], out);
                }
                out.push('}');
            }
            Value::Array(list) => {
                out.push('[');
                for (at, item) in list.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    self.write(item, out);
                }
                out.push_str(space);
                out.push(']');
            }
            Value::String(text) => self.text(text, out),
            other => out.push_str(&other.to_string()),
        }
    }

    fn order<'k>(&self, keys: impl Iterator<Item = &'k String>) -> Vec<&'k String> {
        let (tags, mut rest): (Vec<_>, Vec<_>) =
            keys.partition(|key| self.tags != Tags::Anywhere && is_tag(key));
        let turned = self.turned % rest.len().max(1);
        rest.rotate_left(turned);
        let at = if self.tags == Tags::Second { rest.len().min(1) } else { 0 };
        // The outermost tag is the last of the two in alphabetical order.
        rest.splice(at..at, tags.into_iter().rev());
        rest
    }

    fn text(&self, text: &str, out: &mut String) {
        if !self.escaped {
            return quote(text, out);
        }
        out.push('"');
        text.encode_utf16().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
        out.push('"');
    }
}

fn is_tag(key: &str) -> bool {
    matches!(key, "type" | "subtype" | "behavior" | "role")
}

fn quote(text: &str, out: &mut String) {
    out.push_str(&Value::String(text.to_owned()).to_string());
}
