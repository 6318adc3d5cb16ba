//! Untyped parts: every field, value, block and body of a recorded line has a type.
//!
//! The typed tree is searched as its indented `Debug` text, so that no type can be forgotten.
//! Responses to control requests are decoded as their own types. Values that the schema keeps as
//! raw JSON on purpose, such as the inputs of tools, are not searched.

use std::collections::BTreeMap;

use claude_types::{
    BackgroundTasksResponse, CancelAsyncMessageResponse, ContextUsage, ControlResponseBody,
    ControlResponseFrame, FileSuggestionsResponse, GenerateSessionTitleResponse,
    GetBinaryVersionResponse, GetHooksListingResponse, GetPlanResponse, GetSessionCostResponse,
    GetSettingsResponse, GetTaskOutputResponse, InitializeResponse, InterruptResponse,
    ListModelsResponse, ListPermissionRulesResponse, McpMessageResponse, McpSetServersResponse,
    McpStatusResponse, Message, PermissionResult, PlanUsage, Raw, ReadFileResponse,
    RegisterRepoRootResponse, ReloadOutputStylesResponse, ReloadPluginsResponse,
    ReloadSkillsResponse, RewindFilesResponse, SetModelResponse, SetPermissionModeResponse,
    SideQuestionResponse, decode,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::corpus::{Frame, frame, frames};

#[test]
fn no_part_of_a_recorded_line_is_untyped() {
    let mut found: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (name, line) in frames() {
        for path in untyped_parts(&frame(&line).tree()).into_iter().chain(answer(&line)) {
            found.entry(path).or_insert_with(|| (0, name.clone())).0 += 1;
        }
    }
    let list: String = found
        .iter()
        .map(|(path, (count, name))| format!("\n{count:5} x {path}   e.g. {name}"))
        .collect();
    assert!(found.is_empty(), "{} paths are not typed in full:{list}", found.len());
}

#[test]
fn untyped_parts_are_found_at_any_level() {
    let line = json!({
        "type": "assistant",
        "invented": 1,
        "error": "invented",
        "message": {
            "content": [
                { "type": "text", "text": "extra: {\n Unknown {", "deep": { "a": [1] } },
                { "type": "hologram" },
                { "type": "text" },
            ],
            "usage": { "service_tier": "invented" },
            "container": { "skills": [{ "beam": true }] },
        },
    });
    let mut found = untyped_parts(&frame(&line.to_string()).tree());
    found.sort();
    let expected = [
        "Assistant.error = Other \"invented\"",
        "Assistant.extra \"invented\": 1",
        "Assistant.message.container.skills.extra \"beam\": true",
        "Assistant.message.content.Text.extra \"deep\": {\"a\":[1]}",
        "Assistant.message.content.Undecoded = \"text\"",
        "Assistant.message.content.Unknown = \"hologram\"",
        "Assistant.message.usage.service_tier = Other \"invented\"",
    ];
    assert_eq!(found, expected);
    assert!(
        untyped_parts(&Message::decode(br#"{"type":"user","message":{"content":""}}"#).tree())
            .is_empty()
    );
}

/// The untyped parts of the response to a control request, decoded as its own type.
///
/// The recordings do not contain the request, so a field of the response identifies the type. A
/// response without a known type is reported as a whole.
fn answer(line: &str) -> Vec<String> {
    let Ok(frame) = decode::<ControlResponseFrame>("control_response", line.as_bytes()) else {
        return Vec::new();
    };
    let ControlResponseBody::Success(success) = frame.response else { return Vec::new() };
    let Some(raw) = success.response else { return Vec::new() };
    let body: BTreeMap<String, Value> = raw.parse().unwrap();
    match ANSWERS.iter().find(|(field, _)| body.contains_key(*field)) {
        Some((_, read)) => read(&raw),
        None if body.is_empty() => Vec::new(),
        None => vec![format!("answer {:?}", body.keys())],
    }
}

type Read = fn(&Raw) -> Vec<String>;

/// A field that distinguishes each response from those below it.
const ANSWERS: &[(&str, Read)] = &[
    ("claude_code_version", read::<InitializeResponse>),
    ("error_count", read::<ReloadPluginsResponse>),
    ("gridRows", read::<ContextUsage>),
    ("mcpServers", read::<McpStatusResponse>),
    ("still_queued", read::<InterruptResponse>),
    ("cancelled", read::<CancelAsyncMessageResponse>),
    ("model", read::<SetModelResponse>),
    ("mode", read::<SetPermissionModeResponse>),
    ("applied", read::<GetSettingsResponse>),
    ("mcp_response", read::<McpMessageResponse>),
    ("title", read::<GenerateSessionTitleResponse>),
    ("directory", read::<RegisterRepoRootResponse>),
    ("state", read::<ListPermissionRulesResponse>),
    ("added", read::<McpSetServersResponse>),
    ("buildTime", read::<GetBinaryVersionResponse>),
    ("backgrounded", read::<BackgroundTasksResponse>),
    ("canRewind", read::<RewindFilesResponse>),
    ("behavior", read::<PermissionResult>),
    ("total_bytes", read::<GetTaskOutputResponse>),
    ("synthetic", read::<SideQuestionResponse>),
    ("exists", read::<GetPlanResponse>),
    ("subscription_type", read::<PlanUsage>),
    ("text", read::<GetSessionCostResponse>),
    ("models", read::<ListModelsResponse>),
    ("eventCatalog", read::<GetHooksListingResponse>),
    ("absPath", read::<ReadFileResponse>),
    ("suggestions", read::<FileSuggestionsResponse>),
    ("skills", read::<ReloadSkillsResponse>),
    ("available_output_styles", read::<ReloadOutputStylesResponse>),
];

fn read<T: DeserializeOwned + Frame>(raw: &Raw) -> Vec<String> {
    let name = std::any::type_name::<T>().rsplit("::").next().unwrap();
    match raw.parse::<T>() {
        Ok(value) => {
            untyped_parts(&value.tree()).iter().map(|path| format!("{name} {path}")).collect()
        }
        Err(error) => vec![format!("{name}: {error}")],
    }
}

/// The paths of all untyped parts, in the indented `Debug` text of a value.
pub(crate) fn untyped_parts(tree: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut path: Vec<&str> = Vec::new();
    for line in tree.lines() {
        let line = line.trim_start().trim_end_matches(',');
        if line.starts_with(['}', ')', ']']) {
            path.pop();
            continue;
        }
        let here =
            || path.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(".");
        match path.last() {
            Some(&"extra") => found.push(format!("{} {}", here(), cut(line))),
            Some(&"Other") => {
                found.push(format!("{} {}", here().replace(".Other", " = Other"), cut(line)));
            }
            Some(_) if matches!(path.iter().rev().nth(1), Some(&("Unknown" | "Undecoded"))) => {
                if let Some(tag) = line.strip_prefix("tag: ") {
                    found.push(format!("{} = {tag}", here()));
                }
            }
            _ => {}
        }
        if line.ends_with(['{', '(', '[']) {
            path.push(part(line));
        }
    }
    found
}

/// The part of a path that an opening line adds: the name of a field or of a variant.
fn part(line: &str) -> &str {
    match line.split_once(": ") {
        Some((field, _)) => field,
        None => match line.strip_suffix('(') {
            Some("Some" | "Value") | None => "",
            Some(variant) => variant,
        },
    }
}

fn cut(text: &str) -> String {
    text.chars().take(80).collect()
}
