//! Schemas of types of every form.

use schemars::JsonSchema;
use serde_json::{Value, json};

use super::Shape;

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is looked at")]
struct Point {
    x: u8,
    label: Option<Label>,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is looked at")]
struct Label {
    text: String,
}

#[derive(JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(dead_code, reason = "only its schema is looked at")]
enum Tree {
    Leaf { label: Label },
    Fork { left: Box<Tree>, right: Box<Tree> },
}

fn asked_for<T: JsonSchema>() -> Value {
    Shape::of::<T>().raw().parse().unwrap()
}

#[test]
fn an_object_is_asked_for_as_it_is() {
    let schema = asked_for::<Point>();
    assert_eq!(schema["type"], "object");
    assert_eq!(schema["properties"]["x"]["maximum"], 255);
    // The CLI drops later drafts.
    assert_eq!(schema.get("$schema"), None);
    assert!(schema["definitions"]["Label"].is_object(), "{schema}");
}

#[test]
fn anything_else_is_asked_for_in_an_object() {
    for schema in [asked_for::<Vec<Label>>(), asked_for::<u8>(), asked_for::<Tree>()] {
        assert_eq!(schema["type"], "object", "{schema}");
        assert_eq!(schema["required"], json!(["output"]), "{schema}");
        assert!(schema["properties"]["output"].is_object(), "{schema}");
    }
    assert!(asked_for::<Vec<Label>>()["definitions"]["Label"].is_object());
}

#[test]
fn references_lead_to_the_same_place_in_a_wrapper() {
    let schema = asked_for::<Tree>();
    let text = schema.to_string();
    let mut references = Vec::new();
    for part in text.split(r##""$ref":"#"##).skip(1) {
        references.push(part.split('"').next().unwrap());
    }
    assert!(references.len() >= 3, "{text}");
    for pointer in references {
        assert!(schema.pointer(pointer).is_some_and(|it| !it["output"].is_object()), "{pointer}");
        assert_ne!(pointer, "", "{text}");
    }
}

#[test]
fn what_does_not_fit_is_found_through_references() {
    let leaf = json!({ "kind": "leaf", "label": { "text": "a" } });
    let fork = json!({ "kind": "fork", "left": leaf, "right": { "kind": "leaf", "label": { "text": 5 } } });
    let shape = Shape::of::<Tree>();
    assert_eq!(shape.problems(&leaf), []);
    let problems = shape.problems(&fork);
    assert!(problems.iter().any(|one| one.at.starts_with("/right")), "{problems:?}");
}
