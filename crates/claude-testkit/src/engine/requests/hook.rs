//! Hooks that the host has registered, and the effect of their outputs.

use std::collections::BTreeMap;

use regex_lite::Regex;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::engine::play::{Engine, RequestKind};
use crate::engine::tool::{Body, Permit};
use crate::frame::{self, Decision, HookCallback, HookInput};

/// The callbacks of each event.
#[derive(Debug, Default)]
pub(in crate::engine) struct Hooks(BTreeMap<String, Vec<Matcher>>);

#[derive(Debug)]
struct Matcher {
    /// The tools that it applies to; all if absent.
    tools: Option<String>,
    callbacks: Vec<String>,
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

    fn callbacks(&self, event: &str, tool: Option<&str>) -> Vec<String> {
        let matchers = self.0.get(event).into_iter().flatten();
        let matching = matchers.filter(|matcher| tool.is_none_or(|tool| matcher.is_for(tool)));
        matching.flat_map(|matcher| matcher.callbacks.iter().cloned()).collect()
    }
}

impl Matcher {
    fn new(matcher: &Value) -> Self {
        let ids = matcher["hookCallbackIds"].as_array().into_iter().flatten();
        Self {
            tools: matcher["matcher"].as_str().map(str::to_owned),
            callbacks: ids.filter_map(Value::as_str).map(str::to_owned).collect(),
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
        let fields: Map<String, Value> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        let made_up = frame::uuid();
        let tool_use_id = fields.get("tool_use_id").and_then(Value::as_str).unwrap_or(&made_up);
        let session_id = self.session();
        let transcript_path = self.setup.transcript_path();
        let (cwd, mode) = (self.setup.cwd.clone(), self.mode());
        let prompt_id = self.turn.as_ref().map(|turn| turn.prompt_id.clone()).unwrap_or_default();
        for callback_id in self.hooks.callbacks(event, tool) {
            let input = HookInput {
                session_id: &session_id,
                transcript_path: &transcript_path,
                cwd: &cwd,
                prompt_id: &prompt_id,
                permission_mode: &mode,
                hook_event_name: event,
                fields: fields.clone(),
            };
            let callback_id = &callback_id;
            let request =
                HookCallback { subtype: "hook_callback", callback_id, input, tool_use_id };
            self.ask(RequestKind::Hook(event.to_owned()), request);
        }
    }

    /// Handles the reply of a hook; an error counts as no decision, as in the CLI.
    pub(in crate::engine) fn hook_answer(&mut self, event: &str, answer: &Value) {
        if let Some(turn) = &mut self.turn {
            match event {
                "PreToolUse" => turn.hooked[0] += 1,
                "PostToolUse" => turn.hooked[1] += 1,
                _ => {}
            }
        }
        let specific = &answer["hookSpecificOutput"];
        let blocks = answer["decision"] == "block";
        let reason = answer["reason"].as_str().unwrap_or("blocked by a hook");
        match event {
            "PreToolUse" => {
                let decision = specific["permissionDecision"].as_str();
                let decision = if blocks { Some("deny") } else { decision };
                let reason = specific["permissionDecisionReason"].as_str().unwrap_or(reason);
                self.pre_tool_use_answer(decision, reason, &specific["updatedInput"]);
            }
            "PostToolUse" => self.post_tool_use_answer(&specific["updatedToolOutput"]),
            "UserPromptSubmit" if blocks => {
                if let Some(turn) = &mut self.turn {
                    turn.blocked = Some(reason.to_owned());
                }
            }
            "Stop" if blocks => {
                self.note(&format!("Stop hook feedback:\n{reason}"), true);
                self.text("I went on.");
                self.close_message(Some("end_turn"));
            }
            _ => {}
        }
    }

    fn pre_tool_use_answer(&mut self, decision: Option<&str>, reason: &str, input: &Value) {
        let Some(call) = &mut self.call else { return };
        if call.permit == Permit::Refused {
            return;
        }
        call.update_input(input);
        match decision {
            Some("deny") => {
                let error = format!("PreToolUse:{} hook error: {reason}", call.name);
                let by_hook =
                    Decision { decision: "reject", source: "hook", reason_type: Some("hook") };
                call.refuse(error, "permission-rule", Some(by_hook));
            }
            Some("defer") => call.permit = Permit::Deferred,
            Some("ask") if call.permit != Permit::Deferred => call.permit = Permit::MustAsk,
            Some("allow") if call.permit == Permit::Undecided => call.allow("hook", Some("hook")),
            _ => {}
        }
    }

    fn post_tool_use_answer(&mut self, output: &Value) {
        let Some(call) = &mut self.call else { return };
        match output {
            Value::Null => {}
            Value::String(text) => call.put(Body::Text(text.clone())),
            other => call.put(Body::Blocks(other.clone())),
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
            {"matcher": null, "hookCallbackIds": ["b", "c"]},
            {"matcher": "^mcp__lab__", "hookCallbackIds": ["d"]},
            {"matcher": "mcp__lab", "hookCallbackIds": ["never"]},
            {"matcher": "(", "hookCallbackIds": ["never"]},
        ]}));
        assert_eq!(hooks.callbacks("PreToolUse", Some("mcp__lab__add")), ["b", "c", "d"]);
        assert_eq!(hooks.callbacks("PreToolUse", Some("Bash")), ["a", "b", "c"]);
        assert_eq!(hooks.callbacks("PreToolUse", Some("Write")), ["b", "c"]);
        assert!(hooks.callbacks("PostToolUse", Some("Bash")).is_empty());
        assert!(Hooks::new(&Value::Null).callbacks("Stop", None).is_empty());
    }
}
