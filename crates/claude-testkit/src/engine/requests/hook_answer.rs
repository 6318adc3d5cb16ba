//! Answers of hooks: their effect on the call, the prompt and the turn.

use serde_json::{Value, json};

use super::hook::HookCall;
use crate::engine::call::{Body, Permit};
use crate::engine::play::Engine;
use crate::frame::{self, Decision, System};

const BY_HOOK: Decision =
    Decision { decision: "reject", source: "hook", reason_type: Some("hook") };

impl Engine {
    /// Handles the reply of a hook. A failure counts as an empty answer, or blocks if the host has
    /// said so.
    pub(in crate::engine) fn hook_answer(
        &mut self,
        hook: &HookCall,
        answer: Result<Value, String>,
    ) {
        let event = &*hook.event;
        let answer = answer.ok().filter(is_valid).unwrap_or_else(|| self.hook_failed(hook));
        if let Some(turn) = &mut self.turn {
            match event {
                "PreToolUse" => turn.hooked[0] += 1,
                "PostToolUse" => turn.hooked[1] += 1,
                _ => {}
            }
        }
        if let Some(text) = answer["systemMessage"].as_str() {
            let name = self.call.as_ref().map_or("", |call| &call.name);
            let source = if event.contains("ToolUse") {
                format!("{event}:{name}")
            } else {
                event.to_owned()
            };
            self.notice(event, &format!("{source} says: {text}"), "notice", None);
        }
        if answer["continue"] == false {
            self.stop_by_hook(event, answer["stopReason"].as_str());
        }
        let specific = &answer["hookSpecificOutput"];
        let blocks = answer["decision"] == "block";
        let is_approved = answer["decision"] == "approve";
        let reason = answer["reason"].as_str().unwrap_or("blocked by a hook");
        match event {
            "PreToolUse" => {
                let decision = specific["permissionDecision"].as_str();
                let decision = if blocks { Some("deny") } else { decision };
                let decision = decision.or(is_approved.then_some("allow"));
                let reason = specific["permissionDecisionReason"].as_str().unwrap_or(reason);
                self.pre_tool_use_answer(decision, reason, &specific["updatedInput"]);
            }
            "PostToolUse" => self.post_tool_use_answer(specific),
            "PermissionRequest" => self.permission_hook_answer(&specific["decision"]),
            "UserPromptSubmit" if blocks => {
                if let Some(turn) = &mut self.turn {
                    turn.blocked = Some(reason.to_owned());
                }
            }
            "Stop" if blocks => {
                if let Some(turn) = &mut self.turn {
                    turn.stop_feedback.push(reason.to_owned());
                }
            }
            _ => {}
        }
    }

    /// `continue: false`: the turn ends, after a tool that runs already.
    fn stop_by_hook(&mut self, event: &str, reason: Option<&str>) {
        // In a subagent, it ends the subagent only, and the mock has no more of it to end.
        if self.agent.is_some() {
            return;
        }
        let Some(turn) = &mut self.turn else { return };
        match event {
            "UserPromptSubmit" => turn.prompt_stopped = Some(reason.unwrap_or_default().to_owned()),
            "Stop" => turn.stop_prevented = true,
            "PreToolUse" | "PostToolUse" | "PostToolUseFailure" | "PostToolBatch" => {
                turn.hook_stopped = true;
            }
            _ => {}
        }
    }

    /// Reports a failed callback. Returns the answer that takes its place.
    fn hook_failed(&mut self, hook: &HookCall) -> Value {
        let HookCall { event, callback_id, blocks } = hook;
        let failed = format!(
            "Hook callback {callback_id} failed: the SDK host replied with an error or an invalid \
             answer."
        );
        let effect = if *blocks {
            "onFailure is \"block\", so this failure counts as a block."
        } else {
            "Its answer was treated as empty."
        };
        let tag = Some("hook_callback_failed");
        self.notice(event, &format!("{event}: {failed} {effect}"), "warning", tag);
        if *blocks {
            let reason =
                format!("[callback]: failed; blocking because onFailure is \"block\"\n{failed}");
            json!({"decision": "block", "reason": reason})
        } else {
            json!({})
        }
    }

    /// Sends a message to the user: at once, or before the result of the running call.
    fn notice(
        &mut self,
        event: &str,
        content: &str,
        level: &'static str,
        tag: Option<&'static str>,
    ) {
        let session_id = self.session();
        let line = frame::line(&System::informational(&session_id, content, level, tag));
        match (&mut self.call, &mut self.turn) {
            (_, Some(turn)) if event == "UserPromptSubmit" => turn.notices.push(line),
            (Some(call), _) if !call.done => call.notices.push(line),
            _ => self.effect_of(crate::engine::effect::Effect::Write(line.into_bytes())),
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
                call.refuse(error, "permission-rule", Some(BY_HOOK));
            }
            Some("defer") => call.permit = Permit::Deferred,
            Some("ask") if call.permit != Permit::Deferred => call.permit = Permit::MustAsk,
            Some("allow") if call.permit == Permit::Undecided => call.allow("hook", Some("hook")),
            _ => {}
        }
    }

    fn post_tool_use_answer(&mut self, specific: &Value) {
        let Some(call) = &mut self.call else { return };
        let mcp = &specific["updatedMCPToolOutput"];
        let output = match &specific["updatedToolOutput"] {
            Value::Null if call.name.starts_with("mcp__") => mcp,
            output => output,
        };
        match output {
            Value::Null => {}
            Value::String(text) => call.put(Body::Text(text.clone())),
            other => call.put(Body::Blocks(other.clone())),
        }
    }

    /// A hook decides before the host does: the request to the host is withdrawn.
    fn permission_hook_answer(&mut self, decision: &Value) {
        let behavior = decision["behavior"].as_str();
        let is_open = self.call.as_ref().is_some_and(|call| !call.is_decided());
        if !is_open || !matches!(behavior, Some("allow" | "deny")) {
            return;
        }
        self.withdraw_permission_requests();
        let Some(call) = &mut self.call else { return };
        if behavior == Some("allow") {
            call.update_input(&decision["updatedInput"]);
            call.allow("hook", Some("hook"));
            self.apply_updates(&decision["updatedPermissions"]);
        } else if decision["interrupt"] == true {
            self.abort();
        } else {
            let message = decision["message"].as_str().unwrap_or("Permission denied by hook");
            call.refuse(message.to_owned(), "permission-rule", Some(BY_HOOK));
            // A host that cannot be asked gets the message of every other denial.
            if !self.setup.prompt_tool {
                self.report_denial(message);
            }
        }
    }
}

/// Whether the CLI accepts an answer. Of the many rules, this knows those about decisions.
fn is_valid(answer: &Value) -> bool {
    let specific = &answer["hookSpecificOutput"];
    let decision = &specific["permissionDecision"];
    let one_of = |value: &Value, known: &[&str]| {
        value.is_null() || value.as_str().is_some_and(|value| known.contains(&value))
    };
    (answer.is_object() || answer.is_null())
        && one_of(decision, &["allow", "deny", "ask", "defer"])
        && one_of(&answer["decision"], &["approve", "block"])
        && one_of(&specific["decision"]["behavior"], &["allow", "deny"])
}
