//! Hooks that the host has registered: which are called, and their input.

use std::collections::BTreeMap;

use regex_lite::Regex;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::engine::play::{Engine, RequestKind};
use crate::frame::{self, Effort, HookCallback, HookInput};

/// The callbacks of each event.
#[derive(Debug, Default)]
pub(in crate::engine) struct Hooks(BTreeMap<String, Vec<Matcher>>);

#[derive(Debug)]
struct Matcher {
    /// The tools that it applies to; all if absent.
    tools: Option<String>,
    callbacks: Vec<String>,
    /// Whether a failure of a callback blocks.
    blocks: bool,
}

/// A callback that was called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::engine) struct HookCall {
    pub(in crate::engine) event: String,
    pub(in crate::engine) callback_id: String,
    /// Whether a failure of the callback blocks.
    pub(in crate::engine) blocks: bool,
}

impl Hooks {
    /// Reads the `hooks` of `initialize`.
    pub(in crate::engine) fn new(hooks: &Value) -> Self {
        let events = hooks.as_object().into_iter().flatten();
        let read = |(event, matchers): (&String, &Value)| {
            let matchers = matchers.as_array().into_iter().flatten().map(Matcher::new);
            (event.clone(), matchers.collect())
        };
        Self(events.map(read).collect())
    }

    pub(in crate::engine) fn calls(&self, event: &str, tool: Option<&str>) -> Vec<HookCall> {
        let matchers = self.0.get(event).into_iter().flatten();
        let matching = matchers.filter(|matcher| tool.is_none_or(|tool| matcher.is_for(tool)));
        let calls = matching.flat_map(|matcher| {
            matcher.callbacks.iter().map(|callback_id| HookCall {
                event: event.to_owned(),
                callback_id: callback_id.clone(),
                blocks: matcher.blocks,
            })
        });
        calls.collect()
    }
}

impl Matcher {
    fn new(matcher: &Value) -> Self {
        let ids = matcher["hookCallbackIds"].as_array().into_iter().flatten();
        Self {
            tools: matcher["matcher"].as_str().map(str::to_owned),
            callbacks: ids.filter_map(Value::as_str).map(str::to_owned).collect(),
            blocks: matcher["onFailure"] == "block",
        }
    }

    /// Reads the pattern as CLI 2.1.329 does: a list of names, or a regular expression that may
    /// match anywhere in the name. One that is invalid fits nothing. Lookaround, which JavaScript
    /// has and this library has not, fits everything.
    fn is_for(&self, tool: &str) -> bool {
        let Some(pattern) = self.tools.as_deref() else { return true };
        if matches!(pattern, "" | "*") {
            return true;
        }
        let in_list = |c: char| c.is_ascii_alphanumeric() || "_-|, ".contains(c);
        if pattern.chars().all(in_list) {
            return pattern.split(['|', ',']).any(|name| name.trim() == tool);
        }
        match Regex::new(pattern) {
            Ok(regex) => regex.is_match(tool),
            Err(_) => ["(?=", "(?!", "(?<"].iter().any(|look| pattern.contains(look)),
        }
    }
}

/// The events whose input names neither the permission mode nor the effort.
const BARE: [&str; 7] = [
    "MessageDisplay",
    "PostCompact",
    "PreCompact",
    "SessionEnd",
    "SessionStart",
    "SubagentStart",
    "Notification",
];

impl Engine {
    pub(in crate::engine) fn hook_step(&mut self, event: &str, fields: Option<&RawValue>) {
        let fields: Map<String, Value> =
            fields.and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default();
        let fields: Vec<(&str, Value)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        self.ask_hooks(event, None, &fields);
    }

    /// Calls all hooks of an event at once, and waits for all their replies.
    pub(in crate::engine) fn ask_hooks(
        &mut self,
        event: &str,
        tool: Option<&str>,
        fields: &[(&str, Value)],
    ) {
        let mut fields: Map<String, Value> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        if let Some(agent) = &self.agent {
            fields.insert("agent_id".to_owned(), agent.id.clone().into());
            fields.insert("agent_type".to_owned(), agent.kind.clone().into());
        }
        let made_up = frame::uuid();
        let tool_use_id = fields.get("tool_use_id").and_then(Value::as_str).unwrap_or(&made_up);
        let session_id = self.session();
        let transcript_path = self.setup.transcript_path();
        let (cwd, mode) = (self.setup.cwd.clone(), self.mode());
        let is_bare = BARE.contains(&event);
        // The replay of a deferred call belongs to no prompt.
        let prompt_id = self.turn.as_ref().filter(|turn| turn.replay.is_none());
        let prompt_id = prompt_id.map(|turn| turn.prompt_id.clone());
        for call in self.hooks.calls(event, tool) {
            let input = HookInput {
                session_id: &session_id,
                transcript_path: &transcript_path,
                cwd: &cwd,
                prompt_id: prompt_id.as_deref(),
                permission_mode: (!is_bare && event != "StopFailure").then_some(&*mode),
                effort: (!is_bare && event != "UserPromptSubmit").then_some(Effort::MEDIUM),
                hook_event_name: event,
                fields: fields.clone(),
            };
            let callback_id = &*call.callback_id;
            let request =
                HookCallback { subtype: "hook_callback", callback_id, input, tool_use_id };
            self.ask(RequestKind::Hook(call.clone()), request);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_matcher_names_its_tools_or_none() {
        let hooks = Hooks::new(&json!({"PreToolUse": [
            {"matcher": "Bash|Read", "hookCallbackIds": ["a"]},
            {"matcher": null, "hookCallbackIds": ["b", "c"], "onFailure": "block"},
            {"matcher": "^mcp__lab__", "hookCallbackIds": ["d"]},
            {"matcher": "mcp__lab", "hookCallbackIds": ["never"]},
            {"matcher": "(", "hookCallbackIds": ["never"]},
        ]}));
        let ids = |event: &str, tool| {
            let calls = hooks.calls(event, tool).into_iter();
            calls.map(|call| (call.callback_id, call.blocks)).collect::<Vec<_>>()
        };
        let id = |id: &str, blocks| (id.to_owned(), blocks);
        let [b, c] = [id("b", true), id("c", true)];
        assert_eq!(
            ids("PreToolUse", Some("mcp__lab__add")),
            [b.clone(), c.clone(), id("d", false)]
        );
        assert_eq!(ids("PreToolUse", Some("Bash")), [id("a", false), b.clone(), c.clone()]);
        assert_eq!(ids("PreToolUse", Some("Write")), [b, c]);
        assert!(ids("PostToolUse", Some("Bash")).is_empty());
        assert!(Hooks::new(&Value::Null).calls("Stop", None).is_empty());
    }
}
