//! Questions that no callback can answer.

use claude_protocol::{ConnectionOptions, Hook, OnFailure};
use claude_types::{HookEvent, HookInput, HookOutput, PermissionResult};

use crate::script::{session, session_with};
use crate::show::callback;
use crate::stage::everywhere;

/// A connection whose callbacks agree to everything.
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
fn a_permission_question_that_cannot_be_read_is_denied() {
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
fn a_hook_question_that_cannot_be_read_is_denied_unless_the_hook_may_fail() {
    everywhere(async || {
        // No input; no event; a tool call without its tool; another event; one that nobody knows.
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
fn a_hook_for_an_event_that_nobody_knows_gets_its_input_as_it_came() {
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
fn a_hook_that_is_not_ours_is_denied_by_the_event_that_it_names() {
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

/// Which hook it is cannot be read, and what it is about can.
#[test]
fn a_hook_with_an_odd_id_is_denied_by_the_event_that_it_names() {
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
fn what_this_client_does_not_serve_is_an_error() {
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
fn a_question_without_an_id_is_passed_over() {
    everywhere(async || {
        let (_connection, cli) = session(
            r#"<- {"type":"control_request","request":{"subtype":"can_use_tool"}}
               <- {"type":"control_request","request_id":7}
               <- ask a {"subtype":"brand_new"}
               -> {"response":{"request_id":"a","subtype":"error"}}"#,
        )
        .await;
        cli.done().await;
    });
}
