//! Tests of permissions: the JSON that the constructors produce.

use serde::Serialize;
use serde_json::{Value, json};

use super::*;

fn written<T: Serialize>(value: T) -> Value {
    serde_json::to_value(value).unwrap()
}

#[test]
fn decisions_have_the_form_of_the_cli() {
    assert_eq!(written(PermissionResult::allow()), json!({ "behavior": "allow" }));
    assert_eq!(
        written(PermissionResult::allow_with(json!({ "command": "ls" }))),
        json!({ "behavior": "allow", "updatedInput": { "command": "ls" } })
    );
    assert_eq!(
        written(PermissionResult::deny("no")),
        json!({ "behavior": "deny", "message": "no" })
    );
    assert_eq!(
        written(PermissionResult::deny_and_interrupt("no")),
        json!({ "behavior": "deny", "message": "no", "interrupt": true })
    );
}

/// The CLI rejects `null` as the content, and then ignores all updates of the reply.
#[test]
fn a_rule_for_a_whole_tool_has_no_content() {
    assert_eq!(written(PermissionRule::new("Read")), json!({ "toolName": "Read" }));
    assert_eq!(
        written(PermissionRule::new("Read").content("")),
        json!({ "toolName": "Read", "ruleContent": "" })
    );
}

#[test]
fn updates_apply_to_the_session_by_default() {
    let session = "session";
    let changes = [
        (
            PermissionUpdate::allow(["Read", "Grep"]),
            json!({
                "type": "addRules", "behavior": "allow", "destination": session,
                "rules": [{ "toolName": "Read" }, { "toolName": "Grep" }],
            }),
        ),
        (
            PermissionUpdate::deny([PermissionRule::new("Bash").content("rm *")]),
            json!({
                "type": "addRules", "behavior": "deny", "destination": session,
                "rules": [{ "toolName": "Bash", "ruleContent": "rm *" }],
            }),
        ),
        (
            PermissionUpdate::ask(["Bash"]),
            json!({
                "type": "addRules", "behavior": "ask", "destination": session,
                "rules": [{ "toolName": "Bash" }],
            }),
        ),
        (
            PermissionUpdate::replace(PermissionBehavior::Allow, ["Bash"]),
            json!({
                "type": "replaceRules", "behavior": "allow", "destination": session,
                "rules": [{ "toolName": "Bash" }],
            }),
        ),
        (
            PermissionUpdate::remove(PermissionBehavior::Ask, ["Bash"]),
            json!({
                "type": "removeRules", "behavior": "ask", "destination": session,
                "rules": [{ "toolName": "Bash" }],
            }),
        ),
        (
            PermissionUpdate::mode(PermissionMode::AcceptEdits),
            json!({ "type": "setMode", "mode": "acceptEdits", "destination": session }),
        ),
        (
            PermissionUpdate::add_directories(["/srv"]),
            json!({ "type": "addDirectories", "directories": ["/srv"], "destination": session }),
        ),
        (
            PermissionUpdate::remove_directories(["/srv"]),
            json!({ "type": "removeDirectories", "directories": ["/srv"], "destination": session }),
        ),
    ];
    for (update, mut json) in changes {
        assert_eq!(written(&update), json);
        json["destination"] = "localSettings".into();
        assert_eq!(written(update.to(PermissionUpdateDestination::LocalSettings)), json);
    }
}

#[test]
fn an_unknown_suggestion_is_sent_back_unchanged() {
    for text in [
        r#"{"type":"grantMoon","phase":1,"destination":"session"}"#,
        r#"{"type":"setMode","destination":"session"}"#,
        r#"{"type":"addRules","rules":[{"toolName":"Bash","ruleContent":"touch q *"}],"behavior":"allow","destination":"localSettings"}"#,
    ] {
        let update: PermissionUpdate = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&update).unwrap(), text);
    }
}

#[test]
fn a_rule_is_read_as_in_settings() {
    for (rule, tool, content) in [
        ("Bash", "Bash", None),
        ("Bash(mkdir:*)", "Bash", Some("mkdir:*")),
        ("Bash()", "Bash", None),
        ("Bash(*)", "Bash", None),
        ("mcp__lab__add", "mcp__lab__add", None),
        ("Read(/a (b)/**)", "Read", Some("/a (b)/**")),
        (r"Bash(echo \(x\) \\ \n)", "Bash", Some(r"echo (x) \ \n")),
        ("(x)", "(x)", None),
        ("Bash(", "Bash(", None),
        ("x)", "x)", None),
    ] {
        let read = PermissionRule::from(rule);
        assert_eq!((&*read.tool_name, read.content.as_deref()), (tool, content), "{rule}");
    }
}
