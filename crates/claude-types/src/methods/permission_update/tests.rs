//! Tests of the permission update check: the updates that CLI 2.1.329 accepts. Each of the invalid
//! updates made the CLI ignore a valid one in the same reply.

use serde_json::{Value, json};

use super::*;

fn read(json: Value) -> PermissionUpdate {
    serde_json::from_value(json).unwrap()
}

fn rule(rule: Value) -> Value {
    json!({ "type": "addRules", "rules": [rule], "behavior": "allow", "destination": "session" })
}

#[test]
fn updates_that_the_cli_accepts_are_valid() {
    for update in [
        rule(json!({ "toolName": "Bash", "ruleContent": "git *" })),
        rule(json!({ "toolName": "Read" })),
        rule(json!({ "toolName": "Read", "ruleContent": "" })),
        rule(json!({ "toolName": "Read", "new": 1 })),
        json!({ "type": "addRules", "rules": [], "behavior": "ask", "destination": "cliArg" }),
        json!({ "type": "replaceRules", "rules": [], "behavior": "deny", "destination": "localSettings" }),
        json!({ "type": "removeRules", "rules": [], "behavior": "deny", "destination": "userSettings" }),
        json!({ "type": "setMode", "mode": "auto", "destination": "projectSettings" }),
        json!({ "type": "addDirectories", "directories": [], "destination": "session", "new": null }),
        json!({ "type": "removeDirectories", "directories": ["/x"], "destination": "session" }),
    ] {
        assert_eq!(read(update.clone()).check(), Ok(()), "{update}");
    }
}

#[test]
fn updates_that_the_cli_rejects_are_invalid() {
    for update in [
        rule(json!({ "toolName": "Read", "ruleContent": null })),
        rule(json!({ "toolName": "Read", "ruleContent": 3 })),
        rule(json!({ "ruleContent": "x" })),
        rule(json!("Read")),
        json!({ "type": "addRules", "rules": [{ "toolName": "Read" }], "behavior": "maybe", "destination": "session" }),
        json!({ "type": "addRules", "rules": [{ "toolName": "Read" }], "behavior": "allow", "destination": "nowhere" }),
        json!({ "type": "addRules", "rules": [{ "toolName": "Read" }], "behavior": "allow" }),
        json!({ "type": "setMode", "mode": "wild", "destination": "session" }),
        json!({ "type": "addDirectories", "directories": "/x", "destination": "session" }),
        json!({ "type": "fly", "destination": "session" }),
        json!({ "destination": "session" }),
    ] {
        assert!(read(update.clone()).check().is_err(), "{update}");
    }
}
