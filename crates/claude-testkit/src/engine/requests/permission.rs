//! Permissions: rules and the mode decide, or else the host.

use serde_json::value::to_raw_value;
use serde_json::{Value, json};

use super::rules::{mode_allows, names};
use crate::engine::play::{Engine, RequestKind};
use crate::engine::tool::{Call, Permit, parse};
use crate::frame::{CanUseTool, Decision, System};

const BY_RULES: Decision = Decision { decision: "reject", source: "config", reason_type: None };
const BY_FAILURE: Decision =
    Decision { decision: "reject", source: "config", reason_type: Some("other") };
const BY_USER: Decision = Decision { decision: "reject", source: "user_reject", reason_type: None };

impl Engine {
    pub(in crate::engine) fn permit(&mut self) {
        let mode = self.mode();
        let Some(call) = &mut self.call else { return };
        match call.permit {
            Permit::Allowed | Permit::Refused => return,
            Permit::Deferred => return self.park(),
            Permit::Undecided
                if names(&self.setup.disallowed_tools, &call.name, &parse(&call.input)) =>
            {
                return self.deny_by_rules();
            }
            Permit::Undecided if mode_allows(&mode, &call.name) => {
                return call.allow("config", Some("mode"));
            }
            Permit::Undecided
                if names(&self.setup.allowed_tools, &call.name, &parse(&call.input)) =>
            {
                return call.allow("config", Some("rule"));
            }
            Permit::Undecided | Permit::MustAsk => {}
        }
        let barred = mode == "dontAsk"
            || names(&self.setup.disallowed_tools, &call.name, &parse(&call.input));
        if barred || !self.setup.prompt_tool {
            self.deny_by_rules();
        } else {
            self.ask_permission();
        }
    }

    fn deny_by_rules(&mut self) {
        let session_id = self.session();
        let Some(call) = &mut self.call else { return };
        let message = format!("{} needs approval, and nobody can be asked.", call.name);
        call.refuse(message.clone(), "user-rejected", Some(BY_RULES));
        let (name, id) = (call.name.clone(), call.id.clone());
        self.send(&System::permission_denied(&session_id, &name, &id, &message));
    }

    fn ask_permission(&mut self) {
        self.state("requires_action");
        let Some(call) = &self.call else { return };
        let (name, id, input) = (call.name.clone(), call.id.clone(), call.input.clone());
        let value = parse(&input);
        let described = value["description"].as_str().or_else(|| value["command"].as_str());
        let request = CanUseTool {
            subtype: "can_use_tool",
            tool_name: &name,
            display_name: &name,
            input: &input,
            description: described.map(str::to_owned),
            permission_suggestions: suggestions(&name, &value),
            tool_use_id: &id,
        };
        self.ask(RequestKind::Permission, request);
    }

    /// Handles the reply of the host, or its failure.
    pub(in crate::engine) fn permission_answer(&mut self, answer: Result<Value, String>) {
        self.state("running");
        let Some(call) = &mut self.call else { return };
        match answer {
            Err(error) => {
                let error = format!("Tool permission request failed: {error}");
                call.refuse(error, "permission-rule", Some(BY_FAILURE));
            }
            Ok(answer) => match (answer["behavior"].as_str(), answer["message"].as_str()) {
                (Some("allow"), _) => {
                    call.update_input(&answer["updatedInput"]);
                    call.allow("user_temporary", None);
                    self.apply_updates(&answer["updatedPermissions"]);
                }
                (Some("deny"), _) if answer["interrupt"] == true => self.abort(),
                (Some("deny"), Some(message)) => {
                    call.refuse(message.to_owned(), "permission-rule", Some(BY_USER));
                }
                _ => {
                    let error = "The canUseTool callback returned an invalid permission result.";
                    call.refuse(error.to_owned(), "permission-rule", Some(BY_FAILURE));
                }
            },
        }
    }
}

impl Call {
    /// Replaces the input, if there is a new one.
    pub(in crate::engine) fn update_input(&mut self, input: &Value) {
        if let Some(raw) = input.is_object().then(|| to_raw_value(input)).and_then(Result::ok) {
            self.input = raw;
        }
    }
}

fn suggestions(tool: &str, input: &Value) -> Vec<Value> {
    let mut rule = json!({"toolName": tool});
    if let Some(command) = input["command"].as_str() {
        rule["ruleContent"] = command.into();
    }
    vec![
        json!({
            "type": "addRules",
            "rules": [rule],
            "behavior": "allow",
            "destination": "localSettings",
        }),
        json!({"type": "setMode", "mode": "acceptEdits", "destination": "session"}),
    ]
}
