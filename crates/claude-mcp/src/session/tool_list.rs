//! Tool list: makes a list of tools acceptable to the CLI, whatever handler it comes from.
//!
//! The CLI drops the whole list of a server, without a message, if the schema of one tool is not of the type `object`.
//! Tools that cannot be repaired are left out, and the reasons are kept for [`Manifest::left_out`].
//!
//! [`Manifest::left_out`]: super::Manifest::left_out

use std::collections::HashSet;
use std::sync::Arc;

use rmcp::model::{JsonObject, Tool};
use serde_json::Value;

use crate::limits::LONGEST_TOOL_NAME;
use crate::server::spell_out;

/// Mends the tools of a server. Returns the reasons for those that are left out.
pub(super) fn repair(server: &str, tools: &mut Vec<Tool>) -> Vec<String> {
    let mut left_out = Vec::new();
    let mut names = HashSet::new();
    tools.retain_mut(|tool| {
        let problem = name_problem(server, &tool.name, &mut names).or_else(|| repair_schemas(tool));
        if let Some(problem) = problem {
            left_out.push(format!("the tool `{}` {problem}", tool.name));
            return false;
        }
        true
    });
    left_out
}

/// Returns the reason why the model cannot be given a tool of this name.
fn name_problem(server: &str, name: &str, names: &mut HashSet<String>) -> Option<String> {
    if name.trim().is_empty() {
        return Some("has no name".into());
    }
    let known_as = format!("mcp__{}__{}", plain(server), plain(name));
    if known_as.len() > LONGEST_TOOL_NAME {
        return Some(format!(
            "must have at most {LONGEST_TOOL_NAME} characters in the name that the model knows, `{known_as}`"
        ));
    }
    let clashes = names.contains(&known_as);
    names.insert(known_as.clone());
    clashes.then(|| format!("is known to the model as `{known_as}`, as an earlier tool is"))
}

/// Returns a name as the CLI writes it in names of tools.
fn plain(name: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    name.chars().map(|c| if fits(c) { c } else { '_' }).collect()
}

fn repair_schemas(tool: &mut Tool) -> Option<String> {
    match repaired(&tool.input_schema) {
        Ok(None) => {}
        Ok(Some(schema)) => tool.input_schema = Arc::new(schema),
        Err(kind) => return Some(format!("has an input schema of the type {kind}, not `object`")),
    }
    match tool.output_schema.as_deref().map(repaired) {
        Some(Ok(Some(schema))) => tool.output_schema = Some(Arc::new(schema)),
        // A result does not need a schema.
        Some(Err(_)) => tool.output_schema = None,
        Some(Ok(None)) | None => {}
    }
    None
}

/// Returns a schema that the CLI accepts; `None` if it does so already.
///
/// # Errors
///
/// Returns the type if the schema does not fit objects.
fn repaired(schema: &JsonObject) -> Result<Option<JsonObject>, String> {
    let fits = match schema.get("type") {
        None => true,
        Some(Value::Array(types)) => types.iter().any(|of| of == "object"),
        Some(of) => of == "object",
    };
    if !fits {
        return Err(schema
            .get("type")
            .map(|of| format!("`{of}`").replace('"', ""))
            .unwrap_or_default());
    }
    let mut repaired = schema.clone();
    repaired.insert("type".into(), "object".into());
    spell_out(&mut repaired);
    // The CLI expects an object and a list of names here.
    if repaired.get("properties").is_some_and(|properties| !properties.is_object()) {
        repaired.remove("properties");
    }
    let is_name_list =
        |value: &Value| value.as_array().is_some_and(|names| names.iter().all(Value::is_string));
    if repaired.get("required").is_some_and(|required| !is_name_list(required)) {
        repaired.remove("required");
    }
    Ok((repaired != *schema).then_some(repaired))
}
