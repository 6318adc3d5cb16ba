//! Dialogs: forms of MCP servers, and dialogs of the CLI. They are answered concurrently, can be
//! withdrawn and repeated, and a failed callback does not break them.

use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{
    Callback, ConnectionOptions, Context, DialogAnswer, Dialogs, ElicitationAnswer, Hook,
    StdinPolicy,
};
use claude_types::{
    DialogKind, ElicitationRequest, ElicitationResponse, HookEvent, HookOutput, PermissionAllow,
    PermissionRequestOutput, PermissionUpdate, Raw, UserDialogRequest, UserDialogResult,
};
use tokio::sync::{Barrier, Notify, mpsc};

use crate::script::{Cli, session, session_with};
use crate::show::callback;
use crate::stage::{everywhere, paused};

const FORM: &str =
    r#"<- ask e1 {"subtype":"elicitation","mcp_server_name":"lab","message":"Your name?"}"#;
const DECLINED: &str = r#"{"action":"decline"}"#;
const DIALOG: &str = r#"<- ask d1 {"subtype":"request_user_dialog","dialog_kind":"refusal_fallback_prompt","payload":{},"tool_use_id":"t1"}"#;
const CANCELLED: &str = r#"{"behavior":"cancelled"}"#;

fn forms(answer: Callback<ElicitationRequest, ElicitationAnswer>) -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.handlers.elicitation = Some(answer);
    options
}

fn dialogs(answer: Callback<UserDialogRequest, DialogAnswer>) -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.handlers.dialogs = Some(Dialogs::new(vec![DialogKind::RefusalFallbackPrompt], answer));
    options
}

fn ada() -> ElicitationAnswer {
    ElicitationResponse::accept(Raw::from_text(r#"{"name":"Ada"}"#).unwrap()).into()
}

async fn plays(options: ConnectionOptions, script: &str) {
    let (_connection, cli) = session_with(options, script).await;
    cli.done().await;
}

#[test]
fn a_form_is_answered_and_declined_by_default() {
    everywhere(async || {
        let answer = forms(callback(|request: ElicitationRequest, context: Context| async move {
            assert_eq!((&*request.mcp_server_name, &*request.message), ("lab", "Your name?"));
            assert_eq!(context.request_id, "e1");
            Ok(ada())
        }));
        let script = format!(
            r#"{FORM}
            -> answer e1 {{"action":"accept","content":{{"name":"Ada"}}}}"#
        );
        plays(answer, &script).await;
        plays(ConnectionOptions::default(), &format!("{FORM}\n -> answer e1 {DECLINED}")).await;
    });
}

#[test]
fn a_declared_dialog_is_shown_and_other_dialogs_are_not_answered() {
    everywhere(async || {
        let show = || {
            dialogs(callback(|request: UserDialogRequest, context: Context| async move {
                assert_eq!(request.dialog_kind, DialogKind::RefusalFallbackPrompt);
                assert_eq!(context.tool_use_id.unwrap(), "t1");
                Ok(UserDialogResult::completed(Raw::from_text("[1]").unwrap()).into())
            }))
        };
        let other = DIALOG.replace("d1", "d2").replace("refusal_fallback_prompt", "new");
        let invalid = r#"<- ask d3 {"subtype":"request_user_dialog","dialog_kind":["x"]}"#;
        let script = format!(
            r#"-> request $init initialize {{"supportedDialogKinds":["refusal_fallback_prompt"]}}
               <- success $init {{"current_permission_mode":"default"}}
               {other}
               {invalid}
               {DIALOG}
               -> answer d1 {{"behavior":"completed","result":[1]}}"#
        );
        let mut cli = Cli::play(&script);
        let _connection = cli.open(show()).await.unwrap();
        cli.done().await;
        // Without a handler, no dialog is declared and none is answered.
        let script = format!("{DIALOG}\n -> request $r set_model\n <- success $r");
        let (connection, cli) = session(&script).await;
        connection.set_model(None).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn undecodable_forms_are_declined_and_dialogs_closed() {
    everywhere(async || {
        let no_server = r#"<- ask e1 {"subtype":"elicitation","message":["x"]}"#;
        let script = format!("{no_server}\n -> answer e1 {DECLINED}");
        plays(forms(callback(|_, _| async { Ok(ada()) })), &script).await;
        plays(ConnectionOptions::default(), &script).await;
    });
}

#[test]
fn a_failed_callback_declines_the_form_or_closes_the_dialog() {
    everywhere(async || {
        for panics in [true, false] {
            let form = forms(Arc::new(move |_, _| {
                Box::pin(async move {
                    assert!(!panics, "a panic that the test asked for");
                    Err("no screen".into())
                })
            }));
            plays(form, &format!("{FORM}\n -> answer e1 {DECLINED}")).await;
            let dialog = dialogs(Arc::new(move |_, _| {
                assert!(!panics, "a panic that the test asked for");
                Box::pin(async { Err("no screen".into()) })
            }));
            plays(dialog, &format!("{DIALOG}\n -> answer d1 {CANCELLED}")).await;
        }
    });
}

#[test]
fn dialog_callbacks_may_take_all_day() {
    paused(async || {
        let day = Duration::from_secs(10 * 3600);
        let form = forms(callback(move |_, _| async move {
            tokio::time::sleep(day).await;
            Ok(ElicitationResponse::cancel().into())
        }));
        plays(form, &format!("{FORM}\n -> answer e1 {{\"action\":\"cancel\"}}")).await;
        let dialog = dialogs(callback(move |_, _| async move {
            tokio::time::sleep(day).await;
            Ok(UserDialogResult::cancelled().into())
        }));
        plays(dialog, &format!("{DIALOG}\n -> answer d1 {CANCELLED}")).await;
    });
}

#[test]
fn forms_and_dialogs_are_answered_concurrently() {
    everywhere(async || {
        // Each of the four callbacks waits for the other three.
        let all_here = Arc::new(Barrier::new(4));
        let (here, there) = (Arc::clone(&all_here), all_here);
        let mut options = forms(callback(move |_, _| {
            let here = Arc::clone(&here);
            async move {
                here.wait().await;
                Ok(ada())
            }
        }));
        options.handlers.dialogs = dialogs(callback(move |_, _| {
            let there = Arc::clone(&there);
            async move {
                there.wait().await;
                Ok(UserDialogResult::cancelled().into())
            }
        }))
        .handlers
        .dialogs;
        let asks =
            [FORM.into(), FORM.replace("e1", "e2"), DIALOG.into(), DIALOG.replace("d1", "d2")];
        let any = r#"-> {"response":{"subtype":"success"}}"#;
        plays(options, &format!("{}\n{any}\n{any}\n{any}\n{any}", asks.join("\n"))).await;
    });
}

#[test]
fn a_callback_may_use_the_connection_that_asks() {
    everywhere(async || {
        let form = forms(callback(|_, context: Context| async move {
            context.connection().unwrap().set_model(Some("opus")).await?;
            Ok(ada())
        }));
        let script = format!(
            r#"{FORM}
            -> request $m set_model {{"model":"opus"}}
            <- success $m
            -> {{"response":{{"request_id":"e1","response":{{"action":"accept"}}}}}}"#
        );
        plays(form, &script).await;
    });
}

/// A callback that reports each call and waits for `go`.
fn waiting() -> (ConnectionOptions, mpsc::UnboundedReceiver<Context>, Arc<Notify>) {
    let go = Arc::new(Notify::new());
    let (calls, called) = mpsc::unbounded_channel();
    let wait = Arc::clone(&go);
    let options = forms(callback(move |_, context| {
        calls.send(context).unwrap();
        let go = Arc::clone(&wait);
        async move {
            go.notified().await;
            Ok(ada())
        }
    }));
    (options, called, go)
}

#[test]
fn a_repeated_form_joins_the_open_one_and_can_be_withdrawn() {
    everywhere(async || {
        let (options, mut called, go) = waiting();
        let script = format!(
            r#"{FORM}
            {FORM}
            ==
            <- withdraw e1
            ==
            -> request $r set_model
            <- success $r"#
        );
        let (connection, cli) = session_with(options, &script).await;
        let context = called.recv().await.unwrap();
        cli.meet().await;
        context.cancelled().cancelled().await;
        go.notify_one();
        cli.meet().await;
        connection.set_model(None).await.unwrap();
        cli.done().await;
        assert!(called.try_recv().is_err(), "it was called once");
    });
}

#[test]
fn externally_answered_requests_get_no_reply() {
    everywhere(async || {
        let form = forms(callback(|_, _| async { Ok(ElicitationAnswer::External) }));
        let script = format!("{FORM}\n{FORM}\n -> request $r set_model\n <- success $r");
        let (connection, cli) = session_with(form, &script).await;
        connection.set_model(None).await.unwrap();
        cli.done().await;
    });
}

/// A query with a dialog callback keeps stdin open as long as the run lasts.
#[test]
fn stdin_stays_open_for_them() {
    everywhere(async || {
        for mut options in [
            forms(callback(|_, _| async { Ok(ada()) })),
            dialogs(callback(|_, _| async { Ok(UserDialogResult::cancelled().into()) })),
        ] {
            options.input = StdinPolicy::EndsWithPrompt;
            let script = "-> prompt $a go
                <- started $a
                ==
                -> request $r set_model
                <- success $r
                <- result $a done
                -> eof
                <- exit 0";
            let (connection, cli) = session_with(options, script).await;
            let turn = connection.send(crate::show::prompt("go")).await.unwrap();
            connection.end_input().unwrap();
            cli.meet().await;
            connection.set_model(None).await.unwrap();
            turn.result().await.unwrap();
            cli.done().await;
        }
    });
}

/// The CLI treats the complete output of a hook as invalid if one update is invalid.
#[test]
fn a_hook_keeps_its_decision_if_one_update_is_invalid() {
    everywhere(async || {
        let hook = Hook::new(
            HookEvent::PermissionRequest,
            callback(|_, _| async {
                let bad = PermissionUpdate::allow(["Read"]).to("nowhere".into());
                let good = PermissionUpdate::allow(["Grep"]);
                let allow = PermissionAllow::new().updated_permissions(vec![bad, good]);
                Ok(HookOutput::from(PermissionRequestOutput::new(allow)))
            }),
        );
        let mut options = ConnectionOptions::default();
        options.handlers.hooks = vec![hook];
        let kept = r#"[{"type":"addRules","rules":[{"toolName":"Grep"}],"behavior":"allow","destination":"session"}]"#;
        let script = format!(
            r#"<- ask h {{"subtype":"hook_callback","callback_id":"hook-0","input":{{"hook_event_name":"PermissionRequest","tool_name":"Bash","tool_input":{{}}}}}}
               -> answer h {{"hookSpecificOutput":{{"hookEventName":"PermissionRequest","decision":{{"behavior":"allow","updatedPermissions":{kept}}}}}}}"#
        );
        plays(options, &script).await;
    });
}
