//! Handshake: the declared options, and each way to fail.

use std::time::Duration;

use claude_protocol::{Connection, ConnectionOptions, Hook, OnFailure, ProtocolError};
use claude_types::{HookEvent, HookOutput};

use crate::script::{Cli, session, session_with};
use crate::show::{all, callback, next, prompt};
use crate::stage::{everywhere, paused};

fn in_mode(mode: &str) -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.permission_mode = Some(mode.into());
    options
}

fn with_hooks(hooks: Vec<Hook>) -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.handlers.hooks = hooks;
    options
}

fn hook(event: HookEvent) -> Hook {
    Hook::new(event, callback(|_, _| async { Ok(HookOutput::new()) }))
}

/// Opens a connection that must fail.
async fn refused(script: &str, options: ConnectionOptions) -> ProtocolError {
    let mut cli = Cli::play(script);
    let error = cli.open(options).await.expect_err("the CLI was refused");
    cli.done().await;
    error
}

#[test]
fn the_response_can_be_read_afterwards() {
    everywhere(async || {
        let mut cli = Cli::play(
            r#"-> request $r initialize {"hooks":null}
               <- success $r {"claude_code_version":"2.1.329"}"#,
        );
        let connection = cli.open(ConnectionOptions::default()).await.unwrap();
        let version = connection.initialized().unwrap().claude_code_version.clone();
        assert_eq!(version.as_deref(), Some("2.1.329"));
        assert!(connection.state().get().is_idle());
        cli.done().await;
    });
}

#[test]
fn hooks_are_declared_with_a_later_deadline_than_ours() {
    everywhere(async || {
        let mut guard = hook(HookEvent::PreToolUse);
        guard.matcher = Some("Bash".into());
        let mut lenient = hook(HookEvent::PreToolUse);
        lenient.on_failure = OnFailure::Continue;
        lenient.timeout = Some(Duration::from_millis(1500));
        let mut cli = Cli::play(
            r#"-> request $r initialize {"hooks":{
"PreToolUse":[
{"matcher":"Bash","hookCallbackIds":["hook-0"],"timeout":65.0,"onFailure":"block"},
{"hookCallbackIds":["hook-1"],"timeout":7.0,"onFailure":null}],
"Stop":[{"hookCallbackIds":["hook-2"],"timeout":65.0,"onFailure":null}]}}
            <- success $r {"hooks_applied":true}"#
                .replace(",\n", ",")
                .replace("{\n", "{")
                .replace("[\n", "[")
                .as_str(),
        );
        cli.open(with_hooks(vec![guard, lenient, hook(HookEvent::Stop)])).await.unwrap();
        cli.done().await;
    });
}

/// A newer CLI may ask hooks of an event before an action, so their failures must block there, too.
#[test]
fn a_hook_of_an_unknown_event_is_declared_as_a_guard() {
    everywhere(async || {
        let mut lenient = hook(HookEvent::from("PreTomorrow"));
        lenient.on_failure = OnFailure::Continue;
        let mut cli = Cli::play(
            r#"-> request $r initialize {"hooks":{"PreSkillShellCommand":[{"onFailure":"block"}],"PreAction":[{"onFailure":"block"}],"PreTomorrow":[{"onFailure":null}]}}
               <- success $r {"hooks_applied":true}"#,
        );
        let guard = hook(HookEvent::PreSkillShellCommand);
        let unknown = hook(HookEvent::from("PreAction"));
        cli.open(with_hooks(vec![guard, unknown, lenient])).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn a_hook_without_a_deadline_is_declared_with_the_longest_the_cli_supports() {
    everywhere(async || {
        let mut patient = hook(HookEvent::Stop);
        patient.timeout = Some(Duration::MAX);
        let mut cli = Cli::play(
            r#"-> request $r initialize {"hooks":{"Stop":[{"timeout":2000000.0}]}}
               <- success $r {}"#,
        );
        cli.open(with_hooks(vec![patient])).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn hooks_that_guard_must_be_applied() {
    everywhere(async || {
        let script = r#"-> request $r initialize {}
                        <- success $r {"hooks_applied":false}
                        -> eof
                        -> TERM"#;
        let error = refused(script, with_hooks(vec![hook(HookEvent::PreToolUse)])).await;
        assert!(matches!(error, ProtocolError::HooksNotApplied));
    });
}

#[test]
fn another_mode_in_the_response_ends_the_cli() {
    everywhere(async || {
        let script = r#"-> request $r initialize {}
                        <- success $r {"current_permission_mode":"bypassPermissions"}
                        -> eof
                        -> TERM"#;
        let error = refused(script, in_mode("default")).await;
        assert!(matches!(error, ProtocolError::PermissionMode { .. }));
        let text = error.to_string();
        assert_eq!(
            text,
            "the CLI runs in permission mode `bypassPermissions` instead of `default`"
        );
    });
}

#[test]
fn another_mode_in_the_first_turn_ends_the_cli() {
    everywhere(async || {
        let mut cli = Cli::play(
            r#"-> request $r initialize {}
               <- success $r {}
               -> prompt $a hi
               <- started $a
               <- init
               -> eof
               -> TERM"#,
        );
        let connection = cli.open(in_mode("plan")).await.unwrap();
        let turn = connection.send(prompt("hi")).await.unwrap();
        let error = "error: the CLI runs in permission mode `default` instead of `plan`";
        assert_eq!(all(turn).await.last().unwrap(), error);
        assert!(connection.state().get().is_closed());
        assert!(matches!(connection.close().await, Err(ProtocolError::PermissionMode { .. })));
        cli.done().await;
    });
}

#[test]
fn a_later_mode_that_nobody_asked_for_ends_the_cli() {
    everywhere(async || {
        for report in [
            r#"{"type":"system","subtype":"init","permissionMode":"bypassPermissions"}"#,
            r#"{"type":"system","subtype":"status","status":null,"permissionMode":"bypassPermissions"}"#,
        ] {
            let mut cli = Cli::play(&format!(
                r#"-> request $r initialize {{}}
                   <- success $r {{}}
                   -> prompt $a hi
                   <- started $a
                   <- init
                   <- {{"type":"system","subtype":"status","status":null,"permissionMode":"plan"}}
                   <- init
                   <- say x
                   <- {report}
                   <- result $a x
                   -> eof
                   -> TERM"#
            ));
            let connection = cli.open(in_mode("default")).await.unwrap();
            let turn = connection.send(prompt("hi")).await.unwrap();
            let error =
                "error: the CLI runs in permission mode `bypassPermissions` instead of `default`";
            assert_eq!(all(turn).await.last().unwrap(), error);
            cli.done().await;
        }
    });
}

#[test]
fn a_mode_that_was_changed_by_request_is_not_a_mismatch() {
    everywhere(async || {
        let (connection, cli) = session_with(
            in_mode("default"),
            r#"-> request $m set_permission_mode {"mode":"plan"}
               <- success $m {"mode":"plan"}
               <- {"type":"system","subtype":"status","status":null,"permissionMode":"plan"}
               -> prompt $a hi
               <- started $a
               <- {"type":"system","subtype":"init","session_id":"s","permissionMode":"plan"}
               <- result $a done"#,
        )
        .await;
        connection.set_permission_mode("plan".into()).await.unwrap();
        let result = connection.send(prompt("hi")).await.unwrap().result().await.unwrap();
        assert_eq!(result.text(), "done");
        cli.done().await;
    });
}

#[test]
fn a_missing_response_is_an_error_after_a_minute() {
    paused(async || {
        let begun = tokio::time::Instant::now();
        let script = "-> request $r initialize {}\n -> eof\n -> TERM";
        match refused(script, ConnectionOptions::default()).await {
            ProtocolError::Timeout { waiting_for, after, .. } => {
                assert_eq!((&*waiting_for, after), ("initialize", Duration::from_secs(60)));
            }
            other => panic!("{other}"),
        }
        assert_eq!(begun.elapsed().as_secs(), 60);
    });
}

#[test]
fn a_timeout_includes_the_startup_output() {
    paused(async || {
        let script = r#"-> request $r initialize {}
            <- raw Update available: 3.0
            <- {"type":"system","subtype":"informational","content":"secret"}
            -> eof
            -> TERM"#;
        let error = refused(script, ConnectionOptions::default()).await;
        let ProtocolError::Timeout { output, .. } = &error else { panic!("{error:?}") };
        assert_eq!(output.noise, ["Update available: 3.0"]);
        assert_eq!(output.frames, ["system informational"]);
        assert!(!format!("{error:?}").contains("secret"));
    });
}

#[test]
fn an_exit_without_stderr_includes_the_output_on_stdout() {
    everywhere(async || {
        let script = "-> request $r initialize {}\n <- raw this is another program\n <- exit 0";
        let error = refused(script, ConnectionOptions::default()).await;
        let ProtocolError::Exited { exit, .. } = &error else { panic!("{error:?}") };
        assert_eq!(exit.stderr, "this is another program");
    });
}

#[test]
fn a_response_without_a_body_is_empty() {
    everywhere(async || {
        let mut cli = Cli::play("-> request $r initialize {}\n <- success $r");
        let connection = cli.open(ConnectionOptions::default()).await.unwrap();
        assert!(connection.initialized().unwrap().claude_code_version.is_none());
        cli.done().await;
    });
}

#[test]
fn a_cli_that_reads_nothing_times_out_too() {
    paused(async || {
        let (near, mut far) = claude_transport::memory::pair_with_capacity(16);
        let opened = Connection::open(Box::new(near), ConnectionOptions::default()).await;
        assert!(
            matches!(opened, Err(ProtocolError::Timeout { waiting_for, .. }) if waiting_for == "initialize")
        );
        assert_eq!(far.next_signal().await, Some(claude_transport::Signal::Terminate));
    });
}

#[test]
fn an_early_exit_includes_stderr() {
    everywhere(async || {
        let script = "-> request $r initialize {}\n <- exit 1 error: unknown option --nope";
        match refused(script, ConnectionOptions::default()).await {
            ProtocolError::Exited { exit, last_result: None } => {
                assert_eq!(exit.code, Some(1));
                assert_eq!(exit.stderr, "error: unknown option --nope");
            }
            other => panic!("{other:?}"),
        }
    });
}

#[test]
fn a_failed_resume_includes_its_result() {
    everywhere(async || {
        let script = "-> request $r initialize {}
                      <- failed - No conversation found
                      <- exit 1 boom";
        match refused(script, ConnectionOptions::default()).await {
            ProtocolError::Exited { exit, last_result: Some(result) } => {
                assert_eq!((exit.code, result.text()), (Some(1), "No conversation found"));
            }
            other => panic!("{other:?}"),
        }
    });
}

#[test]
fn a_refusal_and_an_undecodable_response_are_errors() {
    everywhere(async || {
        let script = "-> request $r initialize {}\n <- error $r bad_hooks no such event";
        let error = refused(script, ConnectionOptions::default()).await;
        assert!(matches!(error, ProtocolError::Refused { subtype, .. } if subtype == "initialize"));
        let script = "-> request $r initialize {}\n <- success $r [1]";
        let error = refused(script, ConnectionOptions::default()).await;
        assert!(matches!(error, ProtocolError::Decode(_)), "{error:?}");
    });
}

#[test]
fn a_cli_that_is_busy_from_the_start_can_be_opened() {
    everywhere(async || {
        let mut cli = Cli::play(
            "-> request $r initialize {}
             <- running
             <- success $r {}
             ==
             <- idle",
        );
        let connection = cli.open(ConnectionOptions::default()).await.unwrap();
        assert!(!connection.state().get().is_idle());
        cli.meet().await;
        connection.state().wait_for(|state| state.is_idle()).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn messages_before_the_response_are_kept() {
    everywhere(async || {
        let mut cli = Cli::play(
            r#"-> request $r initialize {}
               <- {"type":"system","subtype":"informational","content":"hello"}
               <- success $r {}"#,
        );
        let connection = cli.open(ConnectionOptions::default()).await.unwrap();
        let mut messages = connection.unsolicited().unwrap();
        assert_eq!(next(&mut messages).await.unwrap(), "informational");
        cli.done().await;
    });
}

#[test]
fn every_call_on_a_failed_connection_returns_the_reason() {
    everywhere(async || {
        let (connection, cli) = session("==\n <- exit 3 boom").await;
        cli.meet().await;
        connection.state().wait_for(|state| state.is_closed()).await.unwrap();
        let why = "the CLI ended with exit code 3";
        assert_eq!(connection.send(prompt("x")).await.unwrap_err().to_string(), why);
        assert_eq!(connection.set_model(None).await.unwrap_err().to_string(), why);
        assert_eq!(connection.interrupt().await.unwrap_err().to_string(), why);
        assert_eq!(connection.subscribe().unwrap_err().to_string(), why);
        assert_eq!(connection.close().await.unwrap_err().to_string(), why);
        cli.done().await;
    });
}
