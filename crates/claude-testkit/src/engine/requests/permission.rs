//! Permissions: rules and the mode decide, or else the host.

use serde_json::value::to_raw_value;
use serde_json::{Value, json};

use super::rules::{Verdict, mode_allows, names};
use crate::engine::call::{Call, CallStage, Permit, parse};
use crate::engine::play::{Engine, Op, RequestKind};
use crate::frame::{CanUseTool, Decision, System, cancel};

const BY_RULES: Decision = Decision { decision: "reject", source: "config", reason_type: None };
const BY_FAILURE: Decision =
    Decision { decision: "reject", source: "config", reason_type: Some("other") };
const BY_USER: Decision = Decision { decision: "reject", source: "user_reject", reason_type: None };

impl Engine {
    pub(in crate::engine) fn permit(&mut self) {
        let Some(call) = &self.call else { return };
        match call.permit {
            Permit::Allowed | Permit::Refused => return,
            Permit::Deferred => return self.park(),
            Permit::Undecided | Permit::MustAsk => {}
        }
        let must_ask = call.permit == Permit::MustAsk;
        let (verdict, mode) = (self.verdict(must_ask), self.mode());
        let Some(call) = &mut self.call else { return };
        match verdict {
            Verdict::Allowed(reason) => call.allow("config", Some(reason)),
            Verdict::Denied => {
                let subject = match parse(&call.input)["command"].as_str() {
                    Some(command) => format!(" with command {command}"),
                    None => String::new(),
                };
                let message = format!("Permission to use {}{subject} has been denied.", call.name);
                self.deny_by_rules(&message);
            }
            Verdict::Ask if mode == "dontAsk" => self.deny_unasked(),
            Verdict::Ask => self.ask_permission(),
        }
    }

    /// What the rules and the mode say about the running call.
    fn verdict(&self, must_ask: bool) -> Verdict {
        let Some(call) = &self.call else { return Verdict::Ask };
        let input = parse(&call.input);
        if names(&self.setup.disallowed_tools, &call.name, &input) {
            return Verdict::Denied;
        }
        // The mock's subagents run commands that only read.
        if self.agent.is_some() {
            return Verdict::Allowed("subcommandResults");
        }
        if must_ask || call.needs_a_person() {
            return Verdict::Ask;
        }
        if mode_allows(&self.mode(), &call.name, &input) {
            return Verdict::Allowed("mode");
        }
        if names(&self.setup.allowed_tools, &call.name, &input) {
            return Verdict::Allowed("rule");
        }
        Verdict::Ask
    }

    /// Refuses the call that nobody has decided about.
    pub(in crate::engine) fn deny_unasked(&mut self) {
        let Some(call) = &self.call else { return };
        if !call.is_decided() {
            let message = format!("{} needs approval, and nobody can be asked.", call.name);
            self.deny_by_rules(&message);
        }
    }

    fn deny_by_rules(&mut self, message: &str) {
        let Some(call) = &mut self.call else { return };
        call.refuse(message.to_owned(), "permission-rule", Some(BY_RULES));
        self.report_denial(message);
    }

    pub(in crate::engine) fn report_denial(&mut self, message: &str) {
        let session_id = self.session();
        let Some(call) = &self.call else { return };
        let (name, id) = (call.name.clone(), call.id.clone());
        self.send(&System::permission_denied(&session_id, &name, &id, message));
    }

    /// Asks the host and its `PermissionRequest` hooks at once. The first decision counts.
    fn ask_permission(&mut self) {
        let asks_host = self.setup.prompt_tool;
        let cwd = self.setup.cwd.clone();
        let Some(call) = &self.call else { return };
        let (name, id, input) = (call.name.clone(), call.id.clone(), call.input.clone());
        let value = parse(&input);
        let is_plan = self.mode() == "plan";
        let suggestions = call.suggestions(&value, &cwd, asks_host).filter(|_| !is_plan);
        if asks_host {
            self.state("requires_action");
            let described = ["description", "command", "file_path"];
            let described = described.iter().find_map(|field| value[*field].as_str());
            let needs_person = matches!(&*name, "AskUserQuestion" | "ExitPlanMode");
            let request = CanUseTool {
                subtype: "can_use_tool",
                tool_name: &name,
                display_name: &name,
                input: &input,
                description: described.map(str::to_owned),
                permission_suggestions: suggestions.clone(),
                tool_use_id: &id,
                requires_user_interaction: needs_person,
            };
            self.ask(RequestKind::Permission, request);
        } else {
            self.ops.push_front(Op::Call(CallStage::Unasked));
        }
        let mut fields = vec![("tool_name", Value::from(name.clone())), ("tool_input", value)];
        if let Some(suggestions) = suggestions {
            fields.push(("permission_suggestions", suggestions.into()));
        }
        self.ask_hooks("PermissionRequest", Some(&name), &fields);
    }

    /// Withdraws the open request for a permission: a hook has decided.
    pub(in crate::engine) fn withdraw_permission_requests(&mut self) {
        let (withdrawn, rest) = std::mem::take(&mut self.pending)
            .into_iter()
            .partition::<Vec<_>, _>(|asked| asked.kind == RequestKind::Permission);
        self.pending = rest;
        for asked in &withdrawn {
            self.send(&cancel(&asked.request_id));
        }
        if !withdrawn.is_empty() {
            self.state("running");
        }
    }

    /// Handles the reply of the host, or its failure.
    pub(in crate::engine) fn permission_answer(&mut self, answer: Result<Value, String>) {
        self.state("running");
        // What hooks answer later is ignored.
        self.pending.retain(|asked| !asked.is_permission_hook());
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

    pub(in crate::engine) fn is_decided(&self) -> bool {
        matches!(self.permit, Permit::Allowed | Permit::Refused)
    }

    /// Whether the tool is a question to a person: rules and modes do not answer it.
    fn needs_a_person(&self) -> bool {
        matches!(&*self.name, "AskUserQuestion" | "ExitPlanMode")
    }

    /// What the host may remember. The real CLI has suggestions for commands and files, and for MCP
    /// tools a rule; after a hook has asked, and for questions, it has none.
    fn suggestions(&self, input: &Value, cwd: &str, asks_host: bool) -> Option<Vec<Value>> {
        if self.needs_a_person() || self.permit == Permit::MustAsk {
            return None;
        }
        let mode = json!({"type": "setMode", "mode": "acceptEdits", "destination": "session"});
        let folder =
            json!({"type": "addDirectories", "directories": [cwd], "destination": "session"});
        let rule = |rule: Value| {
            json!({
                "type": "addRules",
                "rules": [rule],
                "behavior": "allow",
                "destination": "localSettings",
            })
        };
        Some(match &*self.name {
            "Bash" => {
                let command = input["command"].as_str().unwrap_or_default();
                let content = format!("{command} *");
                let add = rule(json!({"toolName": "Bash", "ruleContent": content}));
                if asks_host { vec![add, folder, mode] } else { vec![folder, mode] }
            }
            "Edit" | "MultiEdit" | "NotebookEdit" | "Write" => vec![mode],
            name => vec![rule(json!({"toolName": name}))],
        })
    }
}
