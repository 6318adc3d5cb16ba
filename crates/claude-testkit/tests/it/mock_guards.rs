//! Guards with the mock: what a program must not rely on fails, as with the real CLI.
//!
//! The contract test `parity` compares the same with the CLI.

use std::sync::{Arc, Mutex};

use claude_sdk::hook::{HookEvent, HookMatcher, HookOutput};
use claude_sdk::{Options, Permission, PermissionRequest, query};
use claude_testkit::connector;
use serde_json::{Value, json};

const CALL: &str = r#"expect user; tool Bash {"command": "mkdir a"} => ""; text "Done."; result"#;

/// What was called, in order.
#[derive(Clone, Default)]
struct Calls(Arc<Mutex<Vec<String>>>);

impl Calls {
    fn add(&self, call: String) {
        self.0.lock().unwrap().push(call);
    }

    fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

fn options(scenario: &str) -> Options {
    Options::default().connector(connector(scenario))
}

/// Adds a hook that answers so.
fn hook(options: Options, event: &str, answer: &Value, calls: &Calls) -> Options {
    let (answer, calls, event) = (answer.clone(), calls.clone(), event.to_owned());
    options.on_hook(HookMatcher::new(HookEvent::from(event.as_str())), move |input, _| {
        let tool = input.tool_name().unwrap_or_default().to_owned();
        calls.add(format!("{event} {tool}").trim_end().to_owned());
        let answer = serde_json::from_value::<HookOutput>(answer.clone()).unwrap();
        async move { answer }
    })
}

async fn result(options: Options) -> Value {
    serde_json::to_value(query("go", options).result().await.unwrap()).unwrap()
}

#[tokio::test]
async fn a_hook_that_stops_ends_the_turn_after_the_tool() {
    let stop = json!({"continue": false, "stopReason": "enough"});
    for event in ["PreToolUse", "PostToolUse", "PostToolBatch"] {
        let calls = Calls::default();
        let options = hook(options(CALL).allow_tools(["Bash"]), event, &stop, &calls);
        let result = result(hook(options, "Stop", &json!({}), &calls)).await;
        assert_eq!(result["terminal_reason"], "hook_stopped", "{event}");
        assert_eq!(result["result"], "", "{event}");
        assert!(!calls.all().contains(&"Stop".to_owned()), "{event}");
    }
    let options = hook(options(CALL), "UserPromptSubmit", &stop, &Calls::default());
    let result = result(options).await;
    assert_eq!(
        (&result["num_turns"], &result["result"]),
        (&json!(0), &json!("Operation stopped by hook: enough"))
    );
}

#[tokio::test]
async fn a_permission_hook_decides_before_the_host() {
    for (behavior, denials) in [("allow", 0), ("deny", 1)] {
        let calls = Calls::default();
        let answer = json!({"hookSpecificOutput": {
            "hookEventName": "PermissionRequest",
            "decision": {"behavior": behavior, "message": "no"},
        }});
        let options = hook(options(CALL), "PermissionRequest", &answer, &calls)
            .on_permission(|_: PermissionRequest, _| std::future::pending::<Permission>());
        let result = result(options).await;
        assert_eq!(calls.all(), ["PermissionRequest Bash"]);
        assert_eq!(result["permission_denials"].as_array().unwrap().len(), denials);
    }
}

#[tokio::test]
async fn hooks_see_subagents_and_their_commands() {
    let calls = Calls::default();
    let mut options =
        options(r#"expect user; agent Explore "Look." => "Seen."; text "Done."; result"#);
    for event in ["PreToolUse", "PostToolUse", "SubagentStart", "SubagentStop", "PostToolBatch"] {
        options = hook(options, event, &json!({}), &calls);
    }
    assert_eq!(result(options).await["result"], "Done.");
    let expected = [
        "PreToolUse Agent",
        "SubagentStart",
        "PreToolUse Bash",
        "PostToolUse Bash",
        "PostToolBatch",
        "SubagentStop",
        "PostToolUse Agent",
        "PostToolBatch",
    ];
    assert_eq!(calls.all(), expected);
}

#[tokio::test]
async fn a_tool_that_is_not_there_needs_no_decision() {
    let asked = Calls::default();
    let scenario = r#"expect user; tool Foo {"x": 1}; text "Done."; result"#;
    for options in [options(scenario), options(CALL).disallow_tools(["Bash"])] {
        let asking = asked.clone();
        let options = options.on_permission(move |_: PermissionRequest, _| {
            asking.add("asked".to_owned());
            std::future::ready(Permission::allow())
        });
        let result = result(options).await;
        assert_eq!(result["permission_denials"], json!([]));
    }
    assert!(asked.all().is_empty());
}

#[tokio::test]
async fn limits_of_the_options_hold() {
    let turns = result(options(CALL).allow_tools(["Bash"]).max_turns(1)).await;
    assert_eq!(turns["subtype"], "error_max_turns");
    let turns = result(options(CALL).allow_tools(["Bash"]).max_turns(2)).await;
    assert_eq!(turns["subtype"], "success");
    let budget = result(options(CALL).allow_tools(["Bash"]).max_budget_usd(0.0001)).await;
    assert_eq!(budget["subtype"], "error_max_budget_usd");
}

#[tokio::test]
async fn a_structured_output_must_fit_its_schema() {
    let schema = json!({"type": "object", "required": ["x"]});
    let schema = || serde_json::from_value::<claude_sdk::types::Raw>(schema.clone()).unwrap();
    let good = r#"expect user; tool StructuredOutput {"x": 1}; result"#;
    let output = result(options(good).output_schema(schema())).await;
    assert_eq!(output["structured_output"], json!({"x": 1}));
    let bad = r#"expect user; tool StructuredOutput {"y": 1}; result"#;
    let output = result(options(bad).output_schema(schema())).await;
    assert_eq!(output.get("structured_output"), None);
    assert_eq!(result(options(good)).await.get("structured_output"), None);
}

#[tokio::test]
async fn an_unknown_flag_is_refused() {
    let error = query("go", options(CALL).extra_arg("no-such-flag", None)).result().await;
    let error = error.unwrap_err().to_string();
    assert!(error.contains("does not know `--no-such-flag`"), "{error}");
}
