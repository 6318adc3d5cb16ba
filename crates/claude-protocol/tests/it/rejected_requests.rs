//! Rejected requests: requests that no callback can answer.

use claude_protocol::{ConnectionOptions, Hook, OnFailure};
use claude_types::{HookEvent, HookInput, HookOutput, PermissionResult};

use crate::script::{session, session_with};
use crate::show::callback;
use crate::stage::everywhere;

/// A connection whose callbacks allow everything.
fn agreeable(on_failure: OnFailure) -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.handlers.permission =
        Some(callback(|_, _| async { Ok(PermissionResult::allow().into()) }));
    let yes = callback(|_, _| async { Ok(HookOutput::new()) });
    let mut hook = Hook::new(HookEvent::PreToolUse, yes);
    hook.on_failure = on_failure;
    options.handlers.hooks = vec![hook];
    options
}

async fn asked(options: ConnectionOptions, script: &str) {
    let (_connection, cli) = session_with(options, script).await;
    cli.done().await;
}

#[test]
fn an_undecodable_permission_request_is_denied() {
    everywhere(async || {
        asked(
            agreeable(OnFailure::Block),
            r#"<- ask q {"subtype":"can_use_tool","tool_name":["Bash"]}
               -> {"response":{"request_id":"q","subtype":"success","response":{"behavior":"deny"}}}"#,
        )
        .await;
    });
}

#[test]
fn an_undecodable_hook_request_is_denied_unless_its_hook_continues_on_failure() {
    everywhere(async || {
        // No input; no event; a tool call without its tool; another event; an unknown event.
        for input in [
            "7",
            r#"{"cwd":3}"#,
            r#"{"hook_event_name":"PreToolUse","tool_input":{}}"#,
            r#"{"hook_event_name":"PreToolUse","tool_name":["Bash"],"tool_input":{}}"#,
            r#"{"hook_event_name":"PostToolUse","tool_name":"Bash","tool_input":{}}"#,
            r#"{"hook_event_name":"BeforeToolUse","tool_name":"Bash","tool_input":{}}"#,
        ] {
            let question = format!(
                r#"<- ask q {{"subtype":"hook_callback","callback_id":"hook-0","input":{input}}}"#
            );
            let denied = r#"-> {"response":{"request_id":"q","subtype":"success","response":{"hookSpecificOutput":{"permissionDecision":"deny"}}}}"#;
            asked(agreeable(OnFailure::Block), &format!("{question}\n{denied}")).await;
            let error = r#"-> {"response":{"request_id":"q","subtype":"error"}}"#;
            asked(agreeable(OnFailure::Continue), &format!("{question}\n{error}")).await;
        }
    });
}

#[test]
fn a_hook_of_an_unknown_event_gets_its_input_unchanged() {
    everywhere(async || {
        let echo = callback(|input, _| async move {
            let HookInput::Unknown(unknown) = input else { return Err("typed".into()) };
            Ok(HookOutput::new().system_message(unknown.tag()))
        });
        let mut options = ConnectionOptions::default();
        options.handlers.hooks = vec![Hook::new(HookEvent::from("BeforeToolUse"), echo)];
        asked(
            options,
            r#"<- ask q {"subtype":"hook_callback","callback_id":"hook-0","input":{"hook_event_name":"BeforeToolUse"}}
               -> answer q {"systemMessage":"BeforeToolUse"}"#,
        )
        .await;
    });
}

#[test]
fn an_unknown_hook_is_denied_in_the_form_of_its_event() {
    everywhere(async || {
        for id in ["hook-7", "hook-", "theirs", "hook--1"] {
            asked(
                agreeable(OnFailure::Continue),
                &format!(
                    r#"<- ask q {{"subtype":"hook_callback","callback_id":"{id}","input":{{"session_id":"s","transcript_path":"","cwd":"/","hook_event_name":"UserPromptSubmit"}}}}
                       -> answer q {{"decision":"block","reason":"no hook is registered for this callback ID"}}
                       <- ask r {{"subtype":"hook_callback","callback_id":"{id}","input":{{"hook_event_name":"PreToolUse"}}}}
                       -> {{"response":{{"request_id":"r","response":{{"hookSpecificOutput":{{"permissionDecision":"deny"}}}}}}}}"#
                ),
            )
            .await;
        }
    });
}

/// The callback ID cannot be decoded, but the event can.
#[test]
fn a_hook_with_an_invalid_id_is_denied_in_the_form_of_its_event() {
    everywhere(async || {
        asked(
            agreeable(OnFailure::Continue),
            r#"<- ask r {"subtype":"hook_callback","callback_id":["hook-0"],"input":{"hook_event_name":"PreToolUse"}}
               -> {"response":{"request_id":"r","response":{"hookSpecificOutput":{"permissionDecision":"deny"}}}}"#,
        )
        .await;
    });
}

#[test]
fn an_unsupported_request_is_an_error() {
    everywhere(async || {
        let (_connection, cli) = session(
            r#"<- ask a {"subtype":"brand_new","x":1}
               -> {"response":{"request_id":"a","subtype":"error"}}
               <- {"type":"control_request","request_id":"b"}
               -> {"response":{"request_id":"b","subtype":"error"}}
               <- {"type":"control_request","request_id":"c","request":null}
               -> {"response":{"request_id":"c","subtype":"error"}}
               <- {"type":"control_request","request_id":"d","request":{"subtype":["x"]}}
               -> {"response":{"request_id":"d","subtype":"error"}}"#,
        )
        .await;
        cli.done().await;
    });
}

#[test]
fn a_request_without_an_id_is_ignored() {
    everywhere(async || {
        let (_connection, cli) = session(
            r#"<- {"type":"control_request","request":{"subtype":"can_use_tool"}}
               <- ask a {"subtype":"brand_new"}
               -> {"response":{"request_id":"a","subtype":"error"}}"#,
        )
        .await;
        cli.done().await;
    });
}
