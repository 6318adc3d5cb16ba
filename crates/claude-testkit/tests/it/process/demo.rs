//! The mock as it is without any scenario: what the examples and the demo show.

use claude_sdk::hook::{HookEvent, HookMatcher, deny};
use claude_sdk::{Client, Permission, PermissionRequest, query};

use super::stage::{echo, everywhere, story};

const CALL: &str = r#"use Bash {"command":"echo hi","description":"Says hi"}"#;

#[test]
fn a_prompt_is_echoed() {
    everywhere(async || {
        assert_eq!(query("hello", echo()).text().await.unwrap(), "You said: hello");
    });
}

#[test]
fn a_tool_is_asked_for_runs_and_is_told() {
    everywhere(async || {
        let options = echo().on_permission(|ask: PermissionRequest, _| async move {
            assert_eq!(ask.tool_name, "Bash");
            Permission::allow()
        });
        let told = [CALL, "output hi", "say The tool said: hi", "result The tool said: hi"];
        let mut run = query("use a tool", options.clone()).await.unwrap();
        assert_eq!(story(&mut run).await, told);

        let client = Client::connect(options).await.unwrap();
        assert_eq!(client.send("hello").await.unwrap().text().await.unwrap(), "You said: hello");
        let mut turn = client.send("use a tool").await.unwrap();
        assert_eq!(story(&mut turn).await, told);
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
        // Nobody can be asked, so it is not allowed.
        let answer = query("use a tool", echo()).text().await.unwrap();
        assert!(answer.starts_with("The tool did not run: "), "{answer}");
    });
}
