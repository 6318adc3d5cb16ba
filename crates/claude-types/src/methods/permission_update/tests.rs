//! Which changes the CLI takes, as seen with CLI 2.1.329: each of the bad ones made it ignore a
//! good one beside it.

use serde_json::{Value, json};

use super::*;

fn read(json: Value) -> PermissionUpdate {
    serde_json::from_value(json).unwrap()
}

fn rule(rule: Value) -> Value {
    json!({ "type": "addRules", "rules": [rule], "behavior": "allow", "destination": "session" })
}

#[test]
fn what_the_cli_takes_is_valid() {
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
fn what_makes_the_cli_ignore_the_rest_is_not() {
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
