//! Arguments: the schema of a tool's arguments, and how the arguments become a value of its type.
//!
//! A client sends an object. The CLI drops the whole list of a server if the schema of one tool is not of the type
//! `object`, and the API refuses a request with a schema that has `oneOf`, `anyOf` or `allOf` at its top. So arguments
//! of other types are put into an object with one field, [`FIELD`].

use rmcp::handler::server::tool::schema_for_type;
use rmcp::model::JsonObject;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The field that holds the arguments if their type is no struct.
const FIELD: &str = "value";

/// The keywords that the API does not accept at the top of a schema.
const COMBINATIONS: [&str; 3] = ["oneOf", "anyOf", "allOf"];

/// Arguments in an object of their own.
#[derive(Deserialize, JsonSchema)]
struct Wrapped<A> {
    value: A,
}

/// How the object that the client sends becomes the arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// The object is the arguments.
    Object,
    /// The arguments are the field [`FIELD`] of the object.
    Field,
    /// There are no arguments: the type is `()` or a unit struct.
    Nothing,
}

/// Returns the schema that is listed for arguments of a type, and their form.
pub(super) fn schema<A: JsonSchema + 'static>() -> (JsonObject, Form) {
    let whole = schema_for_type::<A>();
    let says = |kind: &str| whole.get("type").is_some_and(|of| of == kind);
    let (mut schema, form) = if says("null") {
        (object([("type", json!("object")), ("properties", json!({}))]), Form::Nothing)
    } else if says("object") && !COMBINATIONS.iter().any(|key| whole.contains_key(*key)) {
        ((*whole).clone(), Form::Object)
    } else if fits_anything(&whole) {
        (object([("type", json!("object"))]), Form::Object)
    } else {
        ((*schema_for_type::<Wrapped<A>>()).clone(), Form::Field)
    };
    // The name and the documentation of the type say nothing about the tool.
    schema.remove("title");
    schema.remove("description");
    spell_out(&mut schema);
    (schema, form)
}

impl Form {
    /// Decodes the arguments.
    pub(super) fn decode<A: DeserializeOwned>(self, args: JsonObject) -> Result<A, String> {
        let whole = |args| serde_json::from_value(Value::Object(args)).map_err(|e| e.to_string());
        match self {
            Self::Object => whole(args),
            Self::Nothing => match serde_json::from_value(Value::Null) {
                Ok(nothing) => Ok(nothing),
                Err(_) => whole(args),
            },
            Self::Field => {
                let wrapped = serde_json::from_value(Value::Object(args));
                wrapped.map(|Wrapped { value }| value).map_err(|error| error.to_string())
            }
        }
    }

    /// Puts arguments that lack the field into it: a model may send an object that is itself the arguments.
    pub(super) fn complete(self, args: JsonObject) -> JsonObject {
        if self != Self::Field || args.is_empty() || args.contains_key(FIELD) {
            return args;
        }
        object([(FIELD, Value::Object(args))])
    }
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> JsonObject {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Returns whether a schema has no rules, such as the one of `serde_json::Value`.
fn fits_anything(schema: &JsonObject) -> bool {
    let describes = ["$schema", "$id", "title", "description", "default", "examples", "$defs"];
    schema.keys().all(|key| describes.contains(&key.as_str()))
}

/// Replaces schemas without rules, in which the type of a value is not named: `true` and `{}` become a list of all
/// types, and `false` becomes `{"not": {}}`.
///
/// The CLI expects an object for each property, and drops the list of tools over `true`. Where no type is named, a
/// model writes an object or an array as text.
pub(crate) fn spell_out(schema: &mut JsonObject) {
    for (key, value) in schema.iter_mut() {
        match (key.as_str(), value) {
            (
                "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas",
                Value::Object(schemas),
            ) => schemas.values_mut().for_each(spell_out_one),
            ("prefixItems" | "anyOf" | "oneOf" | "allOf", Value::Array(schemas)) => {
                schemas.iter_mut().for_each(spell_out_one);
            }
            // `true` and `false` have a meaning of their own here, which clients know.
            (
                "additionalProperties" | "unevaluatedProperties" | "unevaluatedItems",
                value @ Value::Object(_),
            )
            | ("items" | "contains", value) => spell_out_one(value),
            ("not" | "if" | "then" | "else" | "propertyNames", Value::Object(schema)) => {
                spell_out(schema);
            }
            _ => {}
        }
    }
}

fn spell_out_one(schema: &mut Value) {
    match schema {
        Value::Bool(true) => *schema = json!({ "type": ALL_TYPES }),
        Value::Bool(false) => *schema = json!({ "not": {} }),
        Value::Object(rules) if fits_anything(rules) => {
            rules.insert("type".into(), json!(ALL_TYPES));
        }
        Value::Object(rules) => spell_out(rules),
        _ => {}
    }
}

const ALL_TYPES: [&str; 6] = ["object", "array", "string", "number", "boolean", "null"];
