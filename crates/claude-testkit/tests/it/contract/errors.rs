//! Errors: failures of the API, of the options, and of the start.

use claude_sdk::error::ExitCause;
use claude_sdk::options::SandboxSettings;
use claude_sdk::{Client, Error, ErrorKind, Message, SystemMessage, query};
use claude_testkit::fake_api::Turn;

use super::lab::{Lab, expect};

#[tokio::test]
async fn a_bad_request_is_an_api_error() {
    let bad = Turn::error(400, "invalid_request_error", "bad").forever();
    let Some(lab) = Lab::new([bad]).await else { return };
    let error = query("x", lab.options()).text().await.unwrap_err();
    let Error::Api { status: Some(400), result } = &error else { panic!("{error:?}") };
    assert!(result.is_failure());
    assert!(!error.is_retryable());
    // In a stream, and as a result, a failed run is not an error.
    let result = expect(query("x", lab.options()).result().await);
    assert!(result.is_failure());
}

#[tokio::test]
async fn an_overloaded_api_is_retried() {
    let busy = Turn::error(529, "overloaded_error", "Overloaded");
    let Some(lab) = Lab::new([busy, Turn::text("now")]).await else { return };
    let mut run = expect(query("x", lab.options()).await);
    let (mut retries, mut text) = (0, String::new());
    while let Some(message) = run.next().await {
        match expect(message) {
            Message::System(SystemMessage::ApiRetry(_)) => retries += 1,
            Message::Result(result) => text = result.text().to_owned(),
            _ => {}
        }
    }
    assert_eq!((retries, text.as_str()), (1, "now"));
}

#[tokio::test]
async fn a_refused_key_is_an_auth_error() {
    let refused = Turn::error(403, "permission_error", "no").forever();
    let Some(lab) = Lab::new([refused]).await else { return };
    let error = query("x", lab.options()).text().await.unwrap_err();
    assert!(matches!(error, Error::Auth { .. }), "{error:?}");
    assert_eq!(error.kind(), ErrorKind::Auth);
}

#[tokio::test]
async fn a_session_continues_after_an_error() {
    let refused = Turn::error(403, "permission_error", "no");
    let Some(lab) = Lab::new([refused, Turn::text("better")]).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    assert!(expect(expect(client.send("1").await).result().await).is_failure());
    assert_eq!(expect(expect(client.send("2").await).text().await), "better");
    expect(client.close().await);
}

#[tokio::test]
async fn an_unknown_flag_is_named() {
    let Some(lab) = Lab::new([Turn::text("never")]).await else { return };
    let options = lab.options().extra_arg("no-such-flag", None);
    let error = query("x", options).text().await.unwrap_err();
    let Error::Options { problem } = &error else { panic!("{error:?}") };
    assert_eq!(problem, "the CLI does not know `--no-such-flag`, which `extra_arg` set");
}

#[tokio::test]
async fn a_session_that_does_not_exist_cannot_be_resumed() {
    let Some(lab) = Lab::new([Turn::text("never")]).await else { return };
    let id = "00000000-0000-4000-8000-000000000000";
    let error = query("x", lab.options().resume(id)).text().await.unwrap_err();
    let Error::Exited { last_result: Some(result), cause, .. } = &error else {
        panic!("{error:?}")
    };
    assert_eq!(*cause, ExitCause::ResumeRejected);
    assert!(result.errors.as_ref().unwrap()[0].contains(id));
    assert_eq!(error.kind(), ErrorKind::Session);
}

#[tokio::test]
async fn a_missing_working_directory_and_a_missing_cli_are_different_errors() {
    let Some(lab) = Lab::new([Turn::text("never")]).await else { return };
    let error = query("x", lab.options().cwd(lab.file("nowhere"))).text().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config, "{error:?}");
    let error = query("x", lab.options().cli_path(lab.file("nocli"))).text().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error:?}");
}

/// The SDK once classified this as a broken session: both write a result without turns.
#[tokio::test]
async fn an_unavailable_sandbox_is_not_a_broken_session() {
    let Some(lab) = Lab::new([Turn::text("never")]).await else { return };
    // Without its programs, the sandbox is not available.
    let sandbox = SandboxSettings::new().enabled(true);
    let options = lab.options().env("PATH", "/nowhere").sandbox(sandbox);
    let error = query("x", options).text().await.unwrap_err();
    let Error::Exited { cause, .. } = &error else { panic!("{error:?}") };
    assert_eq!((*cause, error.kind()), (ExitCause::Sandbox, ErrorKind::Config));
    assert!(error.to_string().to_lowercase().contains("sandbox"), "{error}");
}

#[tokio::test]
async fn other_refusals_to_start_have_their_cause() {
    let Some(lab) = Lab::new([Turn::text("never")]).await else { return };
    let cause = async |options| match query("x", options).text().await.unwrap_err() {
        Error::Exited { cause, .. } => cause,
        other => panic!("{other:?}"),
    };
    let missing = lab.options().settings("/nowhere/settings.json");
    assert_eq!(cause(missing).await, ExitCause::Settings);
    let untitled = lab.options().resume("no such title");
    assert_eq!(cause(untitled).await, ExitCause::ResumeRejected);
    let servers = lab.options().extra_arg("mcp-config", Some("/nowhere/mcp.json"));
    assert_eq!(cause(servers).await, ExitCause::McpConfig);
}
