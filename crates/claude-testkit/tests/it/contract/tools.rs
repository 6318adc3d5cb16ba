//! Tools: calls that are allowed, denied, changed, and denied by a hook.

use claude_sdk::hook::{HookEvent, HookMatcher, deny};
use claude_sdk::types::ToolResultBlock;
use claude_sdk::{
    Content, ContentBlock, Message, Options, Permission, PermissionRequest, ResultMessage, query,
};
use claude_testkit::fake_api::Turn;
use serde_json::json;

use super::lab::{Lab, expect};

fn touch() -> [Turn; 2] {
    [Turn::tool("Bash", json!({ "command": "touch trace" })).deltas(4), Turn::text("Done.")]
}

/// Runs a query to its end. Returns the tool results and the result.
async fn run(options: Options) -> (Vec<ToolResultBlock>, ResultMessage) {
    let mut run = expect(query("touch it", options).await);
    let (mut results, mut last) = (Vec::new(), None);
    while let Some(message) = run.next().await {
        match expect(message) {
            Message::User(user) => {
                results.extend(user.message.content.blocks().iter().filter_map(
                    |block| match block {
                        ContentBlock::ToolResult(result) => Some(result.clone()),
                        _ => None,
                    },
                ));
            }
            Message::Result(result) => last = Some(*result),
            _ => {}
        }
    }
    (results, last.expect("no result"))
}

fn text(result: &ToolResultBlock) -> String {
    result.content.value().map(Content::text).unwrap_or_default().into_owned()
}

#[tokio::test]
async fn an_allowed_tool_runs() {
    let Some(lab) = Lab::new(touch()).await else { return };
    let options = lab.options().on_permission(|ask: PermissionRequest, _| async move {
        assert_eq!(ask.tool_name, "Bash");
        assert!(ask.input.get().contains("touch trace"));
        Permission::allow()
    });
    let (results, result) = run(options).await;
    assert!(lab.left_trace("trace"));
    assert_eq!(results.len(), 1);
    assert_eq!(result.text(), "Done.");
}

#[tokio::test]
async fn a_denied_tool_does_not_run_and_the_model_gets_the_reason() {
    let Some(lab) = Lab::new(touch()).await else { return };
    let options = lab
        .options()
        .on_permission(|_: PermissionRequest, _| async { Permission::deny("not today") });
    let (results, result) = run(options).await;
    assert!(!lab.left_trace("trace"));
    assert_eq!(results[0].is_error, Some(true));
    assert!(text(&results[0]).contains("not today"));
    assert_eq!(result.permission_denials.unwrap().len(), 1);
}

#[tokio::test]
async fn the_tool_runs_with_the_changed_input() {
    let Some(lab) = Lab::new(touch()).await else { return };
    let options = lab.options().on_permission(|_: PermissionRequest, _| async {
        Permission::allow_with(json!({ "command": "touch other" }))
    });
    run(options).await;
    assert!(!lab.left_trace("trace"));
    assert!(lab.left_trace("other"));
}

#[tokio::test]
async fn a_hook_that_denies_prevents_the_permission_request() {
    let Some(lab) = Lab::new(touch()).await else { return };
    let guard = HookMatcher::new(HookEvent::PreToolUse).matching("Bash");
    let options = lab
        .options()
        .on_hook(guard, |call, _| async move {
            assert_eq!(call.tool_name(), Some("Bash"));
            deny("hands off")
        })
        .on_permission(|_: PermissionRequest, _| async { Permission::allow() });
    let (results, _) = run(options).await;
    assert!(!lab.left_trace("trace"));
    assert!(text(&results[0]).contains("hands off"), "{:?}", results[0]);
}

#[tokio::test]
async fn a_hook_may_control_the_session_that_calls_it() {
    let Some(lab) = Lab::new(touch()).await else { return };
    let matcher = HookMatcher::new(HookEvent::PreToolUse);
    let options = lab
        .options()
        .on_hook(matcher, |_, context| async move {
            let client = context.client().ok_or("the session is gone")?;
            client.set_model("claude-changed").await.map_err(|error| error.to_string())?;
            Ok::<_, String>(claude_sdk::hook::proceed())
        })
        .on_permission(|_: PermissionRequest, _| async { Permission::allow() });
    let (_, result) = run(options).await;
    assert_eq!(result.text(), "Done.");
    assert!(lab.left_trace("trace"));
    assert_eq!(lab.asked()[1].body["model"], "claude-changed");
}
