//! Starting: when a session starts, with which arguments, and each way to fail.

use std::future::IntoFuture;
use std::io;
use std::sync::{Arc, Mutex};

use claude_sdk::error::{CloseReason, Precondition};
use claude_sdk::options::SandboxSettings;
use claude_sdk::transport::{Launch, LaunchErrorKind, Transport, TransportError};
use claude_sdk::types::{UserApiMessage, UserInput};
use claude_sdk::{Client, Error, ErrorKind, Options, PermissionMode, Skills, query};
use serde_json::json;

use crate::cli::{Cli, SESSION};
use crate::stage::{Stage, everywhere, paused};

const ID: &str = "11111111-2222-4333-8444-555555555555";

/// Options whose session must never be started.
fn never() -> (Options, Stage) {
    Stage::play(async |_: Cli| panic!("it was started"))
}

/// Both ways to start a session.
async fn start_error(options: &Options) -> [Error; 2] {
    [
        Client::connect(options.clone()).await.unwrap_err(),
        query("secret prompt", options.clone()).await.unwrap_err(),
    ]
}

#[test]
fn nothing_is_started_before_the_first_poll() {
    everywhere(async || {
        let (options, stage) = never();
        drop(query("x", options.clone()));
        drop(query("x", options.clone()).into_future());
        drop(query("x", options.clone()).text());
        drop(query("x", options.clone()).result());
        drop(Client::connect(options));
        tokio::task::yield_now().await;
        assert_eq!(stage.started(), 0);
    });
}

#[test]
fn contradictions_are_refused_before_anything_is_started() {
    everywhere(async || {
        let (options, stage) = never();
        for error in start_error(&options.fork_session(true)).await {
            assert!(matches!(error, Error::Options { .. }), "{error:?}");
        }
        assert_eq!(stage.started(), 0);
    });
}

/// The body of the handshake with these options.
async fn handshake(set: impl FnOnce(Options) -> Options) -> serde_json::Value {
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let sender = Mutex::new(Some(sender));
    let (options, stage) = Stage::play(move |mut cli: Cli| {
        let sender = sender.lock().unwrap().take().unwrap();
        async move {
            sender.send(cli.handshake().await).unwrap();
            cli.finish().await;
        }
    });
    Client::connect(set(options)).await.unwrap().close().await.unwrap();
    stage.done().await;
    receiver.await.unwrap()
}

#[test]
fn the_handshake_names_skills_only_where_there_is_a_list() {
    everywhere(async || {
        let plain = handshake(|options| options).await;
        assert_eq!(plain, json!({ "subtype": "initialize" }));
        assert_eq!(handshake(|options| options.skills(Skills::All)).await, plain);
        let two = handshake(|options| options.skills(Skills::only(["pdf", "docx"]))).await;
        assert_eq!(two, json!({ "subtype": "initialize", "skills": ["pdf", "docx"] }));
        let none = handshake(|options| options.skills(Skills::only([""; 0]))).await;
        assert_eq!(none, json!({ "subtype": "initialize", "skills": [] }));
    });
}

/// The connector writes the file where the CLI runs.
#[test]
fn settings_are_a_private_file_of_the_launch() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let options =
            options.settings(r#"{"model":"opus"}"#).sandbox(SandboxSettings::new().enabled(true));
        let client = Client::connect(options).await.unwrap();
        client.send("x").await.unwrap().text().await.unwrap();
        let files = stage.launch().files;
        let [file] = &files[..] else { panic!("{files:?}") };
        assert_eq!(file.argument, "--settings=");
        let sent: serde_json::Value = serde_json::from_slice(&file.content).unwrap();
        let sandbox = json!({ "enabled": true, "failIfUnavailable": true });
        assert_eq!(sent, json!({ "model": "opus", "sandbox": sandbox }));
        client.close().await.unwrap();
        drop(client);
        stage.done().await;
    });
}

#[test]
fn managed_settings_that_were_not_applied_end_the_session() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let request = cli.handshake().await;
            assert_eq!(request["managedSettings"], json!({ "a": 1 }));
            cli.finish().await;
        });
        let error = Client::connect(options.managed_settings(r#"{"a":1}"#)).await.unwrap_err();
        assert!(matches!(error, Error::Precondition(Precondition::Settings { .. })), "{error:?}");
        let flags = ["--await-initialize", "--managed-settings-in-initialize"];
        assert!(flags.iter().all(|flag| stage.args().iter().any(|arg| arg == flag)));
        stage.done().await;
    });
}

#[test]
fn verbatim_prompts_are_always_marked() {
    everywhere(async || {
        for verbatim in [true, false] {
            let (options, stage) = Stage::play(move |mut cli: Cli| async move {
                cli.handshake().await;
                for marked in [false, true] {
                    let line = cli.expect("user").await;
                    let mark = line.get("client_composed").cloned();
                    let expected = verbatim || marked;
                    assert_eq!(mark == Some(json!(true)), expected, "{line}");
                }
                cli.request("interrupt").await;
                cli.finish().await;
            });
            let options = if verbatim { options.verbatim_prompts(true) } else { options };
            let client = Client::connect(options).await.unwrap();
            let prompt = |text: &str| UserInput::new(UserApiMessage::new(text));
            let _first = client.send(prompt("x").client_composed(false)).await.unwrap();
            let _second = client.send(prompt("y").client_composed(true)).await.unwrap();
            client.close().await.unwrap();
            stage.done().await;
        }
    });
}

/// If a runtime runs the CLI, the runtime is started, and not the CLI itself.
#[test]
fn a_javascript_runtime_runs_the_cli() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let options =
            options.cli_path("/cli.js").js_runtime("node").js_runtime_arg("--no-warnings");
        query("x", options).text().await.unwrap();
        assert_eq!(stage.launch().program, std::path::Path::new("node"));
        assert_eq!(stage.args()[..3], ["--no-warnings", "/cli.js", "--output-format"]);
        stage.done().await;
    });
}

#[test]
fn unreadable_settings_and_invalid_names_are_refused_before_anything_is_started() {
    everywhere(async || {
        let (options, stage) = never();
        let unread = options.clone().settings("[1]").sandbox(SandboxSettings::new());
        for error in start_error(&unread).await {
            assert!(
                matches!(error, Error::Precondition(Precondition::Settings { .. })),
                "{error:?}"
            );
        }
        for error in start_error(&options.skills(Skills::only(["a),Bash(*"]))).await {
            assert!(matches!(error, Error::Options { .. }), "{error:?}");
        }
        assert_eq!(stage.started(), 0);
    });
}

#[test]
fn each_start_is_a_session_of_its_own() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let ids = [query("x", options.clone()), query("x", options)]
            .map(|ask| (ask.session_id().unwrap().clone(), ask));
        assert_ne!(ids[0].0, ids[1].0);
        for (_, ask) in ids {
            ask.text().await.unwrap();
        }
        assert_eq!(stage.started(), 2);
        stage.done().await;
    });
}

#[test]
fn the_session_id_is_known_before_the_cli_runs() {
    // On one thread, the messages of the CLI come after this: they have an ID of their own.
    paused(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let ask = query("x", options);
        let id = ask.session_id().unwrap().clone();
        assert_eq!(stage.started(), 0);
        let run = ask.await.unwrap();
        assert_eq!(stage.glued("--session-id").unwrap(), id.as_str());
        assert_eq!(run.session_id(), Some(&id));
        run.text().await.unwrap();
        stage.done().await;

        let (options, stage) = Stage::play(Cli::serve);
        let client = Client::connect(options.session_id(ID)).await.unwrap();
        assert_eq!(client.session_id().unwrap().as_str(), ID);
        assert_eq!(stage.glued("--session-id").unwrap(), ID);
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_resumed_session_keeps_its_id_and_a_fork_has_a_new_one() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let ask = query("x", options.resume(ID));
        assert_eq!(ask.session_id().unwrap().as_str(), ID);
        ask.text().await.unwrap();
        assert_eq!(stage.glued("--resume").unwrap(), ID);
        assert_eq!(stage.glued("--session-id"), None);
        stage.done().await;

        let (options, stage) = Stage::play(Cli::serve);
        let ask = query("x", options.resume(ID).fork_session(true));
        let id = ask.session_id().unwrap().clone();
        assert_ne!(id.as_str(), ID);
        ask.text().await.unwrap();
        assert_eq!(stage.glued("--session-id").unwrap(), id.as_str());
        stage.done().await;
    });
}

#[test]
fn an_id_chosen_by_the_cli_is_read_from_its_first_message() {
    everywhere(async || {
        for continued in [|o: Options| o.continue_latest(true), |o: Options| o.resume("a title")] {
            let (options, stage) = Stage::play(Cli::serve);
            let ask = query("x", continued(options));
            assert_eq!(ask.session_id(), None);
            let mut run = ask.await.unwrap();
            run.next().await.unwrap().unwrap();
            assert_eq!(run.session_id().unwrap().as_str(), SESSION);
            run.text().await.unwrap();
            stage.done().await;
        }
    });
}

#[test]
fn the_cli_is_started_with_the_options() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let lines = Arc::new(Mutex::new(Vec::new()));
        let collected = Arc::clone(&lines);
        let options = options
            .cli_path("/opt/claude")
            .cwd("/project")
            .env("NAME", "value")
            .max_line(1000)
            .on_stderr(move |line| collected.lock().unwrap().push(line.to_owned()));
        query("secret prompt", options).text().await.unwrap();
        let launch = stage.launch();
        assert_eq!(launch.program.to_str(), Some("/opt/claude"));
        assert_eq!(launch.cwd.as_deref().unwrap().to_str(), Some("/project"));
        assert_eq!(launch.max_line, 1000);
        let env = launch.env.resolve([("CLAUDECODE".into(), "1".into())]);
        let value = |name: &str| env.get(std::ffi::OsStr::new(name)).and_then(|v| v.to_str());
        assert_eq!(value("NAME"), Some("value"));
        assert_eq!(value("CLAUDE_CODE_ENTRYPOINT"), Some("sdk-rust"));
        assert_eq!(value("PWD"), Some("/project"));
        assert_eq!(value("CLAUDECODE"), None);
        (launch.stderr.on_line.as_ref().unwrap())("a warning");
        assert_eq!(*lines.lock().unwrap(), ["a warning"]);
        // The prompt is sent only over stdin.
        let args = stage.args();
        assert!(!args.iter().any(|arg| arg.contains("secret prompt") || arg == "-p"), "{args:?}");
        stage.done().await;
    });
}

#[test]
fn a_custom_transport_requires_no_installed_cli() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let options = options.env("PATH", "").env("CLAUDE_CLI_PATH", "/not/there");
        query("x", options).text().await.unwrap();
        assert_eq!(stage.launch().program.to_str(), Some("claude"));
        stage.done().await;
    });
}

#[test]
fn start_fails_if_the_cli_is_not_found() {
    everywhere(async || {
        let options = Options::default().env("CLAUDE_CLI_PATH", "/not/there");
        for error in start_error(&options).await {
            let Error::CliNotFound { located } = &error else { panic!("{error:?}") };
            assert_eq!(located.searched().count(), 1);
        }
    });
}

#[test]
fn start_fails_if_the_cli_cannot_be_started() {
    everywhere(async || {
        let refuse = |_: &Launch| -> Result<Box<dyn Transport>, TransportError> {
            let (kind, source) = (LaunchErrorKind::CwdMissing, io::Error::other("no"));
            Err(TransportError::Launch { program: "claude".into(), kind, source })
        };
        for error in start_error(&Options::default().connector(refuse)).await {
            let Error::Launch { kind, .. } = &error else { panic!("{error:?}") };
            assert_eq!(*kind, LaunchErrorKind::CwdMissing);
            assert_eq!(error.kind(), ErrorKind::Config);
            let hint = error.hint();
            assert!(hint.contains("Options::cwd"), "{hint}");
        }
    });
}

#[test]
fn a_cli_that_rejects_a_flag_is_too_old() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.request("initialize").await;
            cli.exit(1, "error: unknown option '--setting-sources'\n");
        });
        for error in start_error(&options).await {
            let Error::CliTooOld { flag: Some(flag), .. } = &error else { panic!("{error:?}") };
            assert_eq!(flag, "--setting-sources");
            assert!(error.to_string().contains("the CLI `claude` does not"), "{error}");
            assert_eq!(error.kind(), ErrorKind::Config);
        }
        stage.done().await;
    });
}

#[test]
fn start_fails_with_the_reason_if_the_cli_exits_at_once() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.request("initialize").await;
            cli.exit(1, "Error: Settings file not found: /x\n");
        });
        for error in start_error(&options).await {
            assert!(matches!(error, Error::Exited { .. }), "{error:?}");
            let expected = "the CLI exited with exit code 1: Error: Settings file not found: /x";
            assert_eq!(error.to_string(), expected);
        }
        stage.done().await;
    });
}

/// A failed resume is a result, and not a response to the handshake.
#[test]
fn start_fails_if_the_session_cannot_be_resumed() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.request("initialize").await;
            cli.send(json!({
                "type": "result", "subtype": "error_during_execution", "is_error": true,
                "num_turns": 0, "errors": ["No conversation found with session ID: x"],
            }))
            .await;
            cli.exit(1, "");
        });
        for error in start_error(&options.resume(ID)).await {
            assert_eq!(error.kind(), ErrorKind::Session);
            assert_eq!(error.result().unwrap().num_turns, Some(0));
            let expected =
                "the CLI exited with exit code 1: No conversation found with session ID: x";
            assert_eq!(error.to_string(), expected);
        }
        stage.done().await;
    });
}

#[test]
fn a_cli_in_another_permission_mode_gets_no_prompt() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake_in("bypassPermissions").await;
            cli.eof().await;
        });
        for error in start_error(&options).await {
            let Error::Precondition(Precondition::PermissionMode { expected, actual }) = &error
            else {
                panic!("{error:?}")
            };
            assert_eq!(*expected, PermissionMode::Default);
            assert_eq!(*actual, PermissionMode::BypassPermissions);
        }
        stage.done().await;
    });
}

#[test]
fn a_requested_mode_and_a_mode_from_settings_are_accepted() {
    everywhere(async || {
        let plan = |options: Options| options.permission_mode(PermissionMode::Plan);
        for choose in [plan, |options: Options| options.permission_mode_from_settings(true)] {
            let (options, stage) = Stage::play(async |mut cli: Cli| {
                cli.handshake_in("plan").await;
                cli.finish().await;
            });
            let client = Client::connect(choose(options)).await.unwrap();
            client.close().await.unwrap();
            stage.done().await;
        }
    });
}

#[test]
fn start_fails_if_the_cli_refuses_the_handshake() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let (id, _) = cli.request("initialize").await;
            cli.refuse(&id, "not today").await;
            cli.eof().await;
        });
        for error in start_error(&options).await {
            let Error::Control { subtype, message, .. } = &error else { panic!("{error:?}") };
            assert_eq!(subtype, "initialize");
            assert_eq!(message, "not today");
        }
        stage.done().await;
    });
}

/// In paused time the deadline costs no time; in real time it is short.
#[test]
fn start_fails_if_the_cli_writes_nothing() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.request("initialize").await;
            cli.eof().await;
        });
        let mut deadlines = claude_sdk::limits::Deadlines::default();
        deadlines.initialize = std::time::Duration::from_millis(20);
        for error in start_error(&options.deadlines(deadlines)).await {
            assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
            assert_eq!(error.kind(), ErrorKind::Timeout);
        }
        stage.done().await;
    });
}

#[test]
fn dropping_a_start_ends_the_cli() {
    everywhere(async || {
        let (begun, begins) = tokio::sync::oneshot::channel();
        let begun = Mutex::new(Some(begun));
        let (options, stage) = Stage::play(move |mut cli: Cli| {
            let begun = begun.lock().unwrap().take().unwrap();
            async move {
                cli.request("initialize").await;
                begun.send(()).unwrap();
                cli.eof().await;
            }
        });
        tokio::select! {
            _ = Client::connect(options) => panic!("nobody answered"),
            begun = begins => begun.unwrap(),
        }
        stage.done().await;
    });
}

#[test]
fn errors_of_a_closed_session_include_the_close_reason() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let client = Client::connect(options).await.unwrap();
        client.close().await.unwrap();
        let error = client.send("x").await.unwrap_err();
        assert!(matches!(error, Error::Closed { reason: CloseReason::ByUser }), "{error:?}");
        stage.done().await;
    });
}
