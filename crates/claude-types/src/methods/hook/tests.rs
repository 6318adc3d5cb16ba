//! Tests of hook outputs: the JSON that the constructors produce.

use serde_json::{Value, json};

use super::*;

fn written(output: impl Into<HookOutput>) -> Value {
    serde_json::to_value(output.into()).unwrap()
}

fn specific(output: impl Into<HookOutput>) -> Value {
    let mut whole = written(output);
    let specific = whole["hookSpecificOutput"].take();
    assert_eq!(whole, json!({ "hookSpecificOutput": null }));
    specific
}

#[test]
fn an_output_without_fields_is_empty() {
    assert_eq!(written(HookOutput::new()), json!({}));
}

#[test]
fn outputs_for_any_event() {
    assert_eq!(written(HookOutput::block("no")), json!({ "decision": "block", "reason": "no" }));
    assert_eq!(
        written(HookOutput::stop("enough")),
        json!({ "continue": false, "stopReason": "enough" })
    );
    assert_eq!(written(HookOutput::async_(500)), json!({ "async": true, "asyncTimeout": 500 }));
}

#[test]
fn decisions_about_a_tool_call() {
    let event = "PreToolUse";
    assert_eq!(
        specific(PreToolUseOutput::allow()),
        json!({ "hookEventName": event, "permissionDecision": "allow" })
    );
    assert_eq!(
        specific(PreToolUseOutput::allow_with(json!({ "command": "ls" }))),
        json!({ "hookEventName": event, "permissionDecision": "allow", "updatedInput": { "command": "ls" } })
    );
    for (output, decision) in
        [(PreToolUseOutput::deny("why"), "deny"), (PreToolUseOutput::ask("why"), "ask")]
    {
        assert_eq!(
            specific(output),
            json!({ "hookEventName": event, "permissionDecision": decision, "permissionDecisionReason": "why" })
        );
    }
    assert_eq!(
        specific(PreToolUseOutput::defer()),
        json!({ "hookEventName": event, "permissionDecision": "defer" })
    );
}

#[test]
fn decisions_about_a_permission() {
    let decided = |output| specific(output)["decision"].take();
    assert_eq!(decided(PermissionRequestOutput::allow()), json!({ "behavior": "allow" }));
    assert_eq!(
        decided(PermissionRequestOutput::allow_with(json!({ "a": 1 }))),
        json!({ "behavior": "allow", "updatedInput": { "a": 1 } })
    );
    assert_eq!(
        decided(PermissionRequestOutput::deny("why")),
        json!({ "behavior": "deny", "message": "why" })
    );
    assert_eq!(
        decided(PermissionRequestOutput::deny_and_interrupt("why")),
        json!({ "behavior": "deny", "message": "why", "interrupt": true })
    );
}

#[test]
fn decisions_about_the_model() {
    let decided = |output| specific(output)["permissionDecision"].take();
    assert_eq!(decided(PreModelSwitchOutput::allow()), "allow");
    assert_eq!(decided(PreModelSwitchOutput::deny("dear")), "deny");
    assert_eq!(decided(PreModelSwitchOutput::ask("dear")), "ask");
}

#[test]
fn outputs_that_replace_a_value() {
    assert_eq!(
        specific(PostToolUseOutput::replace(json!({ "stdout": "***" }))),
        json!({ "hookEventName": "PostToolUse", "updatedToolOutput": { "stdout": "***" } })
    );
    assert_eq!(
        specific(ElicitationOutput::accept(json!({ "name": "Ada" }))),
        json!({ "hookEventName": "Elicitation", "action": "accept", "content": { "name": "Ada" } })
    );
    assert_eq!(
        specific(ElicitationResultOutput::decline()),
        json!({ "hookEventName": "ElicitationResult", "action": "decline" })
    );
    assert_eq!(specific(ElicitationOutput::cancel())["action"], "cancel");
    assert_eq!(
        specific(WorktreeCreateOutput::new("/tmp/tree")),
        json!({ "hookEventName": "WorktreeCreate", "worktreePath": "/tmp/tree" })
    );
}

#[test]
fn additional_context() {
    assert_eq!(
        specific(StopOutput::context("the tests fail")),
        json!({ "hookEventName": "Stop", "additionalContext": "the tests fail" })
    );
    assert_eq!(specific(SessionStartOutput::context("x"))["hookEventName"], "SessionStart");
}

#[test]
fn specific_and_general_fields_can_be_combined() {
    let quiet = UserPromptSubmitOutput::new().suppress_original_prompt(true);
    assert_eq!(
        written(HookOutput::block("secrets").hook_specific_output(quiet)),
        json!({
            "decision": "block", "reason": "secrets",
            "hookSpecificOutput": {
                "hookEventName": "UserPromptSubmit", "suppressOriginalPrompt": true,
            },
        })
    );
}

#[test]
fn an_untyped_input_has_an_event() {
    let event = |json: Value| serde_json::from_value::<HookInput>(json).unwrap().event();
    assert_eq!(event(json!({ "hook_event_name": "Stop" })), HookEvent::Stop);
    assert_eq!(event(json!({ "hook_event_name": "PreToolUse" })), HookEvent::PreToolUse);
    assert_eq!(event(json!({ "hook_event_name": "Later" })), HookEvent::from("Later"));
    assert_eq!(event(json!({ "tool_name": "Bash" })), HookEvent::from(""));
}
