//! What the builders of hook answers write, as JSON.

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
fn an_answer_that_says_nothing_is_empty() {
    assert_eq!(written(HookOutput::new()), json!({}));
}

#[test]
fn what_any_event_understands() {
    assert_eq!(written(HookOutput::block("no")), json!({ "decision": "block", "reason": "no" }));
    assert_eq!(
        written(HookOutput::stop("enough")),
        json!({ "continue": false, "stopReason": "enough" })
    );
    assert_eq!(written(HookOutput::async_(500)), json!({ "async": true, "asyncTimeout": 500 }));
}

#[test]
fn decisions_about_a_tool() {
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
fn answers_in_place_of_others() {
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
fn more_to_read() {
    assert_eq!(
        specific(StopOutput::context("the tests fail")),
        json!({ "hookEventName": "Stop", "additionalContext": "the tests fail" })
    );
    assert_eq!(specific(SessionStartOutput::context("x"))["hookEventName"], "SessionStart");
}

#[test]
fn what_is_specific_and_what_is_not_go_together() {
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
fn an_input_that_cannot_be_read_still_tells_its_event() {
    let event = |json: Value| serde_json::from_value::<HookInput>(json).unwrap().event();
    assert_eq!(event(json!({ "hook_event_name": "Stop" })), HookEvent::Stop);
    assert_eq!(event(json!({ "hook_event_name": "PreToolUse" })), HookEvent::PreToolUse);
    assert_eq!(event(json!({ "hook_event_name": "Later" })), HookEvent::from("Later"));
    assert_eq!(event(json!({ "tool_name": "Bash" })), HookEvent::from(""));
}
