//! Failed handshakes: what the error includes if the CLI does not answer `initialize`.

use std::time::Duration;

use claude_sdk::limits::Deadlines;
use claude_sdk::{Client, Error, ErrorKind, Options, query};
use serde_json::json;

use crate::cli::Cli;
use crate::stage::{Stage, everywhere};

const SECRET: &str = "s3cret";

/// Options with secrets and a short deadline.
fn impatient(options: Options) -> Options {
    let mut deadlines = Deadlines::default();
    deadlines.initialize = Duration::from_millis(20);
    options
        .cli_path("/opt/claude")
        .env("TOKEN", SECRET)
        .system_prompt(SECRET)
        .settings(format!(r#"{{"apiKeyHelper":"{SECRET}"}}"#))
        .model("sonnet")
        .deadlines(deadlines)
}

#[test]
fn a_handshake_timeout_includes_diagnostics() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.request("initialize").await;
            cli.send(json!({
                "type": "system", "subtype": "informational", "content": SECRET,
            }))
            .await;
            cli.eof().await;
            assert!(cli.signal().await.is_some(), "it is ended");
        });
        let error = Client::connect(impatient(options)).await.unwrap_err();
        let Error::Timeout { waiting_for, diagnostics, .. } = &error else { panic!("{error:?}") };
        assert_eq!(waiting_for, "initialize");
        assert_eq!(diagnostics.program.as_deref().unwrap().to_str(), Some("/opt/claude"));
        assert!(diagnostics.args.iter().any(|arg| arg == "--verbose"), "{:?}", diagnostics.args);
        assert_eq!(diagnostics.frames, ["system informational"]);
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Timeout, true));
        assert!(error.hint().contains("diagnostics"), "{}", error.hint());
        let data = serde_json::to_value(&error).unwrap();
        assert_eq!(data["facts"]["program"], "/opt/claude");
        assert_eq!(data["facts"]["waiting_for"], "initialize");
        for shown in [error.to_string(), format!("{error:?}"), data.to_string()] {
            assert!(!shown.contains(SECRET), "{shown}");
        }
        stage.done().await;
    });
}

#[test]
fn an_exit_during_the_handshake_is_an_exit_error() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.request("initialize").await;
            cli.exit(1, "TypeError: x is not a function\n");
        });
        let error = Client::connect(impatient(options)).await.unwrap_err();
        assert!(matches!(error, Error::Exited { .. }), "{error:?}");
        assert!(error.to_string().ends_with("TypeError: x is not a function"), "{error}");
        stage.done().await;
    });
}

#[test]
fn a_program_without_the_protocol_is_reported_with_its_output() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.request("initialize").await;
            cli.text("Update available: 2.1.400").await;
            cli.eof().await;
        });
        let error = Client::connect(impatient(options)).await.unwrap_err();
        let Error::Timeout { diagnostics, .. } = &error else { panic!("{error:?}") };
        assert_eq!(diagnostics.noise, ["Update available: 2.1.400"]);
        assert!(error.to_string().ends_with(": Update available: 2.1.400"), "{error}");
        assert!(error.hint().contains("cli_path"), "{}", error.hint());
        stage.done().await;

        // The same output, and an exit: the output replaces stderr.
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.request("initialize").await;
            cli.text("Update available: 2.1.400").await;
            cli.exit(0, "");
        });
        let error = query("x", impatient(options)).text().await.unwrap_err();
        let expected = "the CLI exited with exit code 0 before the handshake (`/opt/claude`): Update available: 2.1.400";
        assert_eq!(error.to_string(), expected);
        stage.done().await;
    });
}

#[test]
fn a_banner_before_the_response_is_ignored() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.text("Update available: 2.1.400").await;
            cli.serve().await;
        });
        assert_eq!(query("x", options).text().await.unwrap(), "echo: x");
        stage.done().await;
    });
}

#[test]
fn a_response_without_a_body_is_accepted() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let (id, _) = cli.request("initialize").await;
            let response = json!({ "subtype": "success", "request_id": id });
            cli.send(json!({ "type": "control_response", "response": response })).await;
            cli.serve_on().await;
        });
        assert_eq!(query("x", options).text().await.unwrap(), "echo: x");
        stage.done().await;
    });
}

#[test]
fn other_requests_have_deadlines_too() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.request("set_model").await;
            cli.eof().await;
            cli.exit(0, "");
        });
        let mut deadlines = Deadlines::default();
        deadlines.control = Duration::from_millis(20);
        let client = Client::connect(options.deadlines(deadlines)).await.unwrap();
        let error = client.set_model("opus").await.unwrap_err();
        let Error::Timeout { waiting_for, diagnostics, .. } = &error else { panic!("{error:?}") };
        assert_eq!(waiting_for, "set_model");
        // The handshake is complete: its output does not explain a later failure.
        assert_eq!((&diagnostics.program, diagnostics.frames.len()), (&None, 0));
        client.close().await.unwrap();
        stage.done().await;
    });
}
