//! Request summary: the parts of a request to the model that a recording contains.
//!
//! The complete body is long, contains the CLI's own prompts, and changes with each version. The
//! summary contains what a user of the SDK can influence or rely on.

use serde_json::{Map, Value, json};

use crate::fake_api::Request;
use crate::record::entry::{Direction, Entry};
use crate::record::json::Json;

/// Headers that are included; others change with the machine.
const HEADERS: [&str; 5] =
    ["anthropic-beta", "anthropic-version", "user-agent", "x-app", "x-stainless-retry-count"];

/// Whether an entry is a request for a message.
pub(in crate::record) fn is_message(entry: &Entry) -> bool {
    entry.direction == Direction::Api && entry.line.at("request").is_some()
}

pub(in crate::record) fn summary(request: &Request) -> Json {
    let mut summary = Map::new();
    summary.insert("method".to_owned(), request.method.clone().into());
    summary.insert("path".to_owned(), request.path.clone().into());
    if request.is_message() {
        let kind = if request.offers_tools() { "main" } else { "side" };
        let headers = request.headers.iter().filter(|(name, _)| HEADERS.contains(&name.as_str()));
        let headers: Map<_, _> = headers.map(|(n, v)| (n.clone(), v.clone().into())).collect();
        summary.insert("kind".to_owned(), kind.into());
        summary.insert("headers".to_owned(), headers.into());
        summary.insert("request".to_owned(), body(&request.body));
    }
    Json::from(Value::Object(summary))
}

fn body(body: &Value) -> Value {
    let mut fields: Map<String, Value> = body
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| !["messages", "tools", "system", "metadata"].contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let tools = body["tools"].as_array().into_iter().flatten();
    fields.insert("tools".to_owned(), tools.map(|tool| tool["name"].clone()).collect());
    let messages = body["messages"].as_array().map_or(&[][..], Vec::as_slice);
    let roles = messages.iter().filter_map(|message| message["role"].as_str()?.chars().next());
    fields.insert("roles".to_owned(), roles.collect::<String>().into());
    if let Some(last) = messages.last() {
        fields.insert("last".to_owned(), last.clone());
    }
    let system = body["system"].as_array().into_iter().flatten();
    let heads = system.map(|block| head(block["text"].as_str().unwrap_or_default()));
    fields.insert("system".to_owned(), heads.collect());
    json!(fields)
}

/// The beginning of a prompt, which identifies it.
fn head(text: &str) -> Value {
    text.chars().take(64).collect::<String>().into()
}
