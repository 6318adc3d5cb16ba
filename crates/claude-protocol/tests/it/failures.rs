//! Failed callbacks: guarding hooks and permission callbacks deny.

use std::sync::Arc;

use claude_protocol::{Callback, CallbackFuture, ConnectionOptions, Hook, OnFailure};
use claude_types::{HookEvent, HookInput, HookOutput};

use crate::script::session_with;
use crate::stage::{everywhere, paused};

/// How a callback fails, and the reason that is reported.
#[derive(Clone, Copy)]
enum Failing {
    Panics,
    PanicsAtOnce,
    Errs,
    NeverEnds,
}

const AT_ONCE: [(Failing, &str); 3] = [
    (Failing::Panics, "the callback panicked"),
    (Failing::PanicsAtOnce, "the callback panicked"),
    (Failing::Errs, "no idea"),
];
const IN_A_MINUTE: (Failing, &str) = (Failing::NeverEnds, "the callback did not answer within 60s");

impl Failing {
    fn callback<I: 'static, O: 'static>(self) -> Callback<I, O> {
        Arc::new(move |_, _| -> CallbackFuture<O> {
            assert!(!matches!(self, Self::PanicsAtOnce), "a panic that the test asked for");
            Box::pin(async move {
                match self {
                    Self::Errs => Err("no idea".into()),
                    Self::NeverEnds => std::future::pending().await,
                    _ => panic!("a panic that the test asked for"),
                }
            })
        })
    }
}

fn hook_question(event: &str) -> String {
    format!(
        r#"<- ask q {{"subtype":"hook_callback","callback_id":"hook-0","input":{{"session_id":"s","transcript_path":"","cwd":"/","hook_event_name":"{event}","tool_name":"Bash","tool_input":{{}},"tool_use_id":"t","prompt":"p","command_name":"c","invoked_by":"user"}}}}"#
    )
}

/// The reply of a failed hook.
fn no(event: &str, why: &str) -> String {
    match event {
        "PreToolUse" => format!(
            r#"-> answer q {{"hookSpecificOutput":{{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"{why}"}}}}"#
        ),
        "PermissionRequest" => format!(
            r#"-> answer q {{"hookSpecificOutput":{{"hookEventName":"PermissionRequest","decision":{{"behavior":"deny","message":"{why}"}}}}}}"#
        ),
        "PostToolUse" | "Stop" => format!("-> refusal q {why}"),
        // Prompts, and the events that this version does not know.
        "UserPromptSubmit" | "PreSkillShellCommand" | "PreTomorrow" | "pretooluse" => {
            format!(r#"-> answer q {{"decision":"block","reason":"{why}"}}"#)
        }
        other => unreachable!("{other}"),
    }
}

/// Runs a hook that fails twice: the second request must not be affected by the first.
async fn hook_fails(event: &str, on_failure: OnFailure, failing: Failing, expected: &str) {
    let callback: Callback<HookInput, HookOutput> = failing.callback();
    let mut hook = Hook::new(HookEvent::from(event), callback);
    hook.on_failure = on_failure;
    let mut options = ConnectionOptions::default();
    options.handlers.hooks = vec![hook];
    let asked = format!("{}\n{expected}", hook_question(event));
    let (_connection, cli) = session_with(options, &format!("{asked}\n{asked}")).await;
    cli.done().await;
}

const EVENTS: [&str; 8] = [
    "PreToolUse",
    "PermissionRequest",
    "UserPromptSubmit",
    "PostToolUse",
    "Stop",
    "PreSkillShellCommand",
    "PreTomorrow",
    "pretooluse",
];

#[test]
fn a_failed_guarding_hook_denies() {
    everywhere(async || {
        for event in EVENTS {
            for (failing, why) in AT_ONCE {
                hook_fails(event, OnFailure::Block, failing, &no(event, why)).await;
            }
        }
    });
}

#[test]
fn a_guarding_hook_denies_at_its_deadline() {
    paused(async || {
        for event in EVENTS {
            let (failing, why) = IN_A_MINUTE;
            let begun = tokio::time::Instant::now();
            hook_fails(event, OnFailure::Block, failing, &no(event, why)).await;
            assert_eq!(begun.elapsed().as_secs(), 2 * 60);
        }
    });
}

#[test]
fn a_failed_hook_that_continues_on_failure_reports_an_error() {
    paused(async || {
        for event in EVENTS {
            for (failing, why) in AT_ONCE.into_iter().chain([IN_A_MINUTE]) {
                let refusal = format!("-> refusal q {why}");
                hook_fails(event, OnFailure::Continue, failing, &refusal).await;
            }
        }
    });
}

#[test]
fn the_deadline_of_a_matcher_takes_precedence() {
    paused(async || {
        let mut hook = Hook::new(HookEvent::PreToolUse, Failing::NeverEnds.callback());
        hook.timeout = Some(std::time::Duration::from_secs(5));
        let mut options = ConnectionOptions::default();
        options.handlers.hooks = vec![hook];
        let expected = no("PreToolUse", "the callback did not answer within 5s");
        let script = format!("{}\n{expected}", hook_question("PreToolUse"));
        let (_connection, cli) = session_with(options, &script).await;
        cli.done().await;
    });
}

const ASK: &str =
    r#"<- ask q {"subtype":"can_use_tool","tool_name":"Bash","input":{},"tool_use_id":"t"}"#;

#[test]
fn a_permission_callback_that_fails_denies() {
    everywhere(async || {
        for (failing, why) in AT_ONCE {
            let mut options = ConnectionOptions::default();
            options.handlers.permission = Some(failing.callback());
            let denied = format!(r#"-> answer q {{"behavior":"deny","message":"{why}"}}"#);
            let (_connection, cli) = session_with(options, &format!("{ASK}\n{denied}")).await;
            cli.done().await;
        }
    });
}

#[test]
fn a_permission_callback_that_never_ends_has_no_deadline() {
    paused(async || {
        let mut options = ConnectionOptions::default();
        options.handlers.permission = Some(Failing::NeverEnds.callback());
        let script = format!(
            "{ASK}
            .. 86000s
            ==
            -> request $r set_model
            <- success $r"
        );
        let (connection, cli) = session_with(options, &script).await;
        cli.meet().await;
        connection.set_model(None).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn without_a_permission_callback_requests_are_denied() {
    everywhere(async || {
        let denied =
            r#"-> answer q {"behavior":"deny","message":"no permission handler is registered"}"#;
        let (_connection, cli) =
            session_with(ConnectionOptions::default(), &format!("{ASK}\n{denied}")).await;
        cli.done().await;
    });
}
