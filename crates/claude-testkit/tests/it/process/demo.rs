//! Demo: the mock without a scenario, as the examples and the demo use it.

use claude_sdk::hook::{HookEvent, HookMatcher, deny};
use claude_sdk::{Client, Permission, PermissionRequest, query};

use super::stage::{echo, everywhere, story};

const CALL: &str = r#"use Bash {"command":"echo hi | tee log","description":"Says hi"}"#;

#[test]
fn a_prompt_is_echoed() {
    everywhere(async || {
        assert_eq!(query("hello", echo()).text().await.unwrap(), "You said: hello");
    });
}

#[test]
fn an_allowed_tool_runs_and_its_output_is_reported() {
    everywhere(async || {
        let options = echo().on_permission(|ask: PermissionRequest, _| async move {
            assert_eq!(ask.tool_name, "Bash");
            Permission::allow()
        });
        let expected = [CALL, "output hi", "say The tool said: hi", "result The tool said: hi"];
        let mut run = query("use a tool", options.clone()).await.unwrap();
        assert_eq!(story(&mut run).await, expected);

        let client = Client::connect(options).await.unwrap();
        assert_eq!(client.send("hello").await.unwrap().text().await.unwrap(), "You said: hello");
        let mut turn = client.send("use a tool").await.unwrap();
        assert_eq!(story(&mut turn).await, expected);
        client.close().await.unwrap();
    });
}

#[test]
fn a_tool_that_is_denied_does_not_run() {
    everywhere(async || {
        let denied = echo()
            .on_permission(|_: PermissionRequest, _| async { Permission::deny("not on the list") });
        let answer = query("use a tool", denied).text().await.unwrap();
        assert_eq!(answer, "The tool did not run: not on the list");

        let guard = HookMatcher::new(HookEvent::PreToolUse);
        let hooked = echo().on_hook(guard, |_, _| async { deny("hands off") });
        let answer = query("use a tool", hooked).text().await.unwrap();
        assert_eq!(answer, "The tool did not run: PreToolUse:Bash hook error: hands off");
        // Without a callback, the tool is denied.
        let answer = query("use a tool", echo()).text().await.unwrap();
        assert!(answer.starts_with("The tool did not run: "), "{answer}");
    });
}
