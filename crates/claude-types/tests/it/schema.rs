//! Schema validation: each keyword.

use claude_types::schema::schema_problems;
use serde_json::{Value, json};

fn problems(schema: &Value, value: &Value) -> Vec<String> {
    let problems = schema_problems(schema.as_object().unwrap(), value);
    problems.iter().map(ToString::to_string).collect()
}

/// Each schema with a value that matches, one that does not, and a part of the problem that is
/// reported.
#[test]
fn every_keyword_accepts_matching_values_and_reports_others() {
    let table = [
        (json!({ "type": "string" }), json!("a"), json!(1), "the value: must be of type string"),
        (json!({ "type": ["string", "null"] }), json!(null), json!(1), "of type string or null"),
        (json!({ "type": "integer" }), json!(2.0), json!(2.5), "of type integer"),
        (json!({ "type": "number" }), json!(2), json!("2"), "of type number"),
        (json!({ "enum": ["a", 1] }), json!(1.0), json!("b"), "one of [\"a\",1]"),
        (json!({ "const": "a" }), json!("a"), json!("b"), "must be \"a\""),
        (json!({ "minimum": 0 }), json!(0), json!(-1), "at least 0"),
        (json!({ "maximum": 255 }), json!(255), json!(256), "at most 255"),
        (json!({ "exclusiveMinimum": 0 }), json!(0.1), json!(0), "more than 0"),
        (json!({ "exclusiveMaximum": 1 }), json!(0.9), json!(1), "less than 1"),
        (json!({ "multipleOf": 0.1 }), json!(0.3), json!(0.35), "a multiple of 0.1"),
        (json!({ "minLength": 2 }), json!("äö"), json!("ä"), "at least 2 characters"),
        (json!({ "maxLength": 2 }), json!("äö"), json!("äöü"), "at most 2 characters"),
        (json!({ "pattern": "^[a-z]+$" }), json!("ab"), json!("a1"), "the pattern \"^[a-z]+$\""),
        (json!({ "minItems": 1 }), json!([0]), json!([]), "at least 1 items"),
        (json!({ "maxItems": 1 }), json!([0]), json!([0, 1]), "at most 1 items"),
        (json!({ "uniqueItems": true }), json!([1, 2]), json!([1, 1.0]), "no item twice"),
        (json!({ "contains": { "const": 1 } }), json!([0, 1]), json!([0]), "an item that fits"),
        (json!({ "items": { "type": "null" } }), json!([null]), json!([null, 1]), "/1: must be"),
        (json!({ "items": [{ "type": "null" }] }), json!([null, 1]), json!([1]), "/0: must be"),
        (
            json!({ "items": [{}], "additionalItems": false }),
            json!([1]),
            json!([1, 2]),
            "/1: must not be there",
        ),
        (
            json!({ "prefixItems": [{}], "items": { "type": "null" } }),
            json!([1, null]),
            json!([1, 2]),
            "/1: must be of type null",
        ),
        (json!({ "required": ["a"] }), json!({ "a": null }), json!({}), "`a` is missing"),
        (
            json!({ "properties": { "a/b": { "minimum": 0 } } }),
            json!({ "a/b": 0, "c": -1 }),
            json!({ "a/b": -1 }),
            "/a~1b: must be at least 0",
        ),
        (
            json!({ "properties": { "a": {} }, "additionalProperties": false }),
            json!({ "a": 1 }),
            json!({ "b": 1 }),
            "/b: must not be there",
        ),
        (
            json!({ "patternProperties": { "^x": { "minimum": 0 } }, "additionalProperties": false }),
            json!({ "x1": 1 }),
            json!({ "x1": -1 }),
            "/x1: must be at least 0",
        ),
        (
            json!({ "propertyNames": { "maxLength": 1 } }),
            json!({ "a": 1 }),
            json!({ "ab": 1 }),
            "/ab: must have at most 1",
        ),
        (json!({ "minProperties": 1 }), json!({ "a": 1 }), json!({}), "at least 1 fields"),
        (json!({ "maxProperties": 0 }), json!({}), json!({ "a": 1 }), "at most 0 fields"),
        (
            json!({ "dependentRequired": { "a": ["b"] } }),
            json!({ "b": 1 }),
            json!({ "a": 1 }),
            "`b` is missing, which `a` needs",
        ),
        (json!({ "allOf": [{ "minimum": 0 }, { "maximum": 1 }] }), json!(1), json!(2), "at most 1"),
        (
            json!({ "anyOf": [{ "type": "null" }, { "type": "string" }] }),
            json!("a"),
            json!(1),
            "must fit one of",
        ),
        (
            json!({ "anyOf": [{ "type": "null" }, { "properties": { "a": { "minimum": 0 } } }] }),
            json!({ "a": 0 }),
            json!({ "a": -1 }),
            "/a: must be at least 0",
        ),
        (
            json!({ "oneOf": [{ "minimum": 0 }, { "maximum": 9 }] }),
            json!(10),
            json!(5),
            "more than one",
        ),
        (json!({ "not": { "const": 1 } }), json!(2), json!(1), "must not fit"),
        (
            json!({ "if": { "minimum": 5 }, "then": { "maximum": 9 }, "else": { "minimum": 1 } }),
            json!(7),
            json!(10),
            "at most 9",
        ),
        (
            json!({ "if": { "minimum": 5 }, "then": { "maximum": 9 }, "else": { "minimum": 1 } }),
            json!(1),
            json!(0),
            "at least 1",
        ),
        (
            json!({ "properties": { "a": { "$ref": "#/$defs/x" } }, "$defs": { "x": { "minimum": 0 } } }),
            json!({ "a": 0 }),
            json!({ "a": -1 }),
            "/a: must be at least 0",
        ),
        (
            json!({ "properties": { "next": { "$ref": "#" } }, "required": ["id"] }),
            json!({ "id": 1, "next": { "id": 2 } }),
            json!({ "id": 1, "next": {} }),
            "/next: `id` is missing",
        ),
    ];
    for (schema, fits, misfits, said) in table {
        assert_eq!(problems(&schema, &fits), [""; 0], "{schema} against {fits}");
        let found = problems(&schema, &misfits);
        assert_eq!(found.len(), 1, "{schema} against {misfits}: {found:?}");
        assert!(found[0].contains(said), "{schema} against {misfits}: {found:?}");
    }
}

#[test]
fn annotations_and_unknown_keywords_are_ignored() {
    for schema in [
        json!({}),
        json!({ "title": "T", "format": "uuid", "default": 1, "unknown": false }),
        json!({ "$ref": "https://example.com/schema.json" }),
        json!({ "$ref": "#/definitions/none" }),
        json!({ "pattern": "(?=lookahead)", "minimum": "x", "properties": 5, "required": "a" }),
        json!({ "minLength": 2, "minItems": 2, "minProperties": 2, "minimum": 2 }),
    ] {
        assert_eq!(problems(&schema, &json!(true)), [""; 0], "{schema}");
        assert_eq!(problems(&schema, &json!("text")), [""; 0], "{schema}");
    }
}

#[test]
fn validation_of_a_recursive_schema_ends() {
    let endless = json!({ "$ref": "#/$defs/a", "$defs": { "a": { "$ref": "#/$defs/a" } } });
    assert_eq!(problems(&endless, &json!(1)), [""; 0]);
    let itself = json!({ "allOf": [{ "$ref": "#" }], "minimum": 1 });
    assert!(problems(&itself, &json!(0)).len() <= 20);
    let twice = json!({ "anyOf": [{ "$ref": "#" }, { "$ref": "#" }] });
    let _ = problems(&twice, &json!(0));
}

#[test]
fn a_problem_does_not_show_the_value() {
    let schema = json!({ "properties": { "key": { "type": "integer" } }, "enum": [1] });
    let found = problems(&schema, &json!({ "key": "sk-secret" })).join("\n");
    assert!(!found.is_empty() && !found.contains("sk-secret"), "{found}");
}
