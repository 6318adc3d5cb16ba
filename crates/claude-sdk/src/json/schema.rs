//! Schema of a type, in the form that the CLI accepts.
//!
//! The CLI checks by draft 7 and silently drops a schema that declares a later draft. The schema is
//! also that of the arguments of a tool, which are an object: any other type is wrapped in one.

use claude_types::Raw;
use claude_types::schema::{SchemaProblem, schema_problems};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

/// The field of the wrapper that contains a value that is not an object.
const FIELD: &str = "output";

/// The form of an answer.
#[derive(Debug)]
pub(super) struct Shape {
    /// The schema of the type itself, with the definitions that it refers to.
    inner: Map<String, Value>,
    /// The schema that is sent, if it differs.
    wrapped: Option<Map<String, Value>>,
}

impl Shape {
    pub(super) fn of<T: JsonSchema>() -> Self {
        let settings = SchemaSettings::draft07().with(|settings| settings.meta_schema = None);
        let schema = settings.into_generator().into_root_schema_for::<T>();
        let inner = object(schema);
        let wrapped = (!is_plain_object(&inner)).then(|| wrap(inner.clone()));
        Self { inner, wrapped }
    }

    /// Returns the schema for the CLI and for the model.
    pub(super) fn raw(&self) -> Raw {
        let asked_for = self.wrapped.as_ref().unwrap_or(&self.inner);
        Raw::from(Value::Object(asked_for.clone()))
    }

    /// Returns how many of the fields of the type a value has. The more, the more likely it is the
    /// answer.
    pub(super) fn likeness(&self, value: &Value) -> usize {
        let wanted = self.inner.get("properties").and_then(Value::as_object);
        let (Some(wanted), Some(fields)) = (wanted, value.as_object()) else { return 0 };
        wanted.keys().filter(|name| fields.contains_key(*name)).count()
    }

    /// Returns the value in the wrapper of this crate, or in one of the model that has less in
    /// common with the type than its content.
    pub(super) fn wrapped_in<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        let fields = value.as_object().filter(|fields| fields.len() == 1)?;
        let (name, inner) = fields.iter().next()?;
        let by_us = self.wrapped.is_some() && name == FIELD;
        (by_us || self.likeness(inner) > self.likeness(value)).then_some(inner)
    }

    /// Returns the mismatches of a value.
    pub(super) fn problems(&self, value: &Value) -> Vec<SchemaProblem> {
        schema_problems(&self.inner, value)
    }
}

fn object(schema: Schema) -> Map<String, Value> {
    match schema.to_value() {
        Value::Object(schema) => schema,
        // `true`: the schema of a type that accepts any value.
        _ => Map::new(),
    }
}

/// Returns whether the schema can be that of a tool's arguments. The API rejects alternatives at
/// the top level.
fn is_plain_object(schema: &Map<String, Value>) -> bool {
    let has = |keyword| schema.contains_key(keyword);
    schema.get("type").is_some_and(|kind| kind == "object")
        && !has("oneOf")
        && !has("anyOf")
        && !has("allOf")
        && !has("$ref")
}

fn wrap(mut inner: Map<String, Value>) -> Map<String, Value> {
    let definitions = inner.remove("definitions");
    let mut inner = Value::Object(inner);
    redirect(&mut inner);
    let mut outer = Map::new();
    outer.insert("type".into(), "object".into());
    outer.insert("properties".into(), json!({ FIELD: inner }));
    outer.insert("required".into(), json!([FIELD]));
    outer.insert("additionalProperties".into(), false.into());
    if let Some(mut definitions) = definitions {
        redirect(&mut definitions);
        outer.insert("definitions".into(), definitions);
    }
    outer
}

/// Redirects references to the whole schema, which has moved into the wrapper.
fn redirect(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.get("$ref").is_some_and(|target| target == "#") {
                fields.insert("$ref".into(), format!("#/properties/{FIELD}").into());
            }
            fields.values_mut().for_each(redirect);
        }
        Value::Array(items) => items.iter_mut().for_each(redirect),
        _ => {}
    }
}

#[cfg(test)]
mod tests;
