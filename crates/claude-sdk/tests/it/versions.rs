//! Versions: old CLIs that are refused, those with a warning, and when.

use claude_sdk::version::{CliVersion, Warning};
use claude_sdk::{Client, Error, ErrorKind, Options, query};
use serde_json::{Value, json};

use crate::cli::{Cli, Prompt};
use crate::stage::{Stage, everywhere, paused};

/// A CLI with this version, which it reports in one of several places.
#[derive(Clone, Copy)]
struct Old {
    version: &'static str,
    in_handshake: bool,
    /// How it answers the request for its version.
    asked: Asked,
}

#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Answers,
    Refuses,
    SaysNothing,
}

impl Old {
    fn play(self) -> (Options, Stage) {
        Stage::play(move |cli| self.session(cli))
    }

    async fn session(self, mut cli: Cli) {
        let (id, _) = cli.request("initialize").await;
        let mut answer = json!({});
        if self.in_handshake {
            answer["claude_code_version"] = json!(self.version);
        }
        cli.succeed(&id, answer).await;
        while let Some(line) = cli.line().await {
            if line["type"] == "user" {
                let prompt = Cli::read_prompt(&line);
                self.turn(&mut cli, &prompt).await;
            } else {
                self.answer(&mut cli, &line).await;
            }
        }
        cli.exit(0, "");
    }

    async fn turn(self, cli: &mut Cli, prompt: &Prompt) {
        cli.send(json!({
            "type": "system", "subtype": "init", "claude_code_version": self.version,
            "permissionMode": "default",
        }))
        .await;
        cli.result(&[prompt], "fine").await;
    }

    async fn answer(self, cli: &mut Cli, line: &Value) {
        assert_eq!(line["request"]["subtype"], "get_binary_version");
        let id = line["request_id"].as_str().unwrap();
        match self.asked {
            Asked::Answers => cli.succeed(id, json!({ "version": self.version })).await,
            Asked::Refuses => {
                cli.refuse(id, "Unsupported control request subtype: get_binary_version").await;
            }
            Asked::SaysNothing => {}
        }
    }
}

fn too_old(error: &Error, found: &str) {
    let Error::CliTooOld { flag: None, found: is, needed, program } = error else {
        panic!("{error:?}")
    };
    assert_eq!(program.as_deref(), Some(std::path::Path::new("claude")));
    assert!(error.to_string().contains("the CLI `claude` (version"), "{error}");
    assert_eq!((*is, *needed), (CliVersion::parse(found), Some(CliVersion::TOLERATED)));
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains(found), "{error}");
}

#[test]
fn a_cli_that_is_too_old_is_refused_at_the_start() {
    everywhere(async || {
        for in_handshake in [true, false] {
            let old = Old { version: "2.1.112", in_handshake, asked: Asked::Answers };
            let (options, stage) = old.play();
            too_old(&Client::connect(options.clone()).await.unwrap_err(), "2.1.112");
            too_old(&query("x", options).text().await.unwrap_err(), "2.1.112");
            stage.done().await;
        }
    });
}

/// A CLI that is too old for the request reports its version in the first turn, and the session
/// ends there.
#[test]
fn a_cli_that_reports_its_version_late_is_refused_with_its_first_turn() {
    paused(async || {
        let old = Old { version: "2.0.76", in_handshake: false, asked: Asked::SaysNothing };
        let (options, stage) = old.play();
        let client = Client::connect(options.clone()).await.unwrap();
        too_old(&client.send("x").await.unwrap().text().await.unwrap_err(), "2.0.76");
        too_old(&client.close().await.unwrap_err(), "2.0.76");
        too_old(&query("x", options).text().await.unwrap_err(), "2.0.76");
        drop(stage);
    });
}

#[test]
fn an_old_cli_works_with_a_warning() {
    everywhere(async || {
        for (version, asked) in [("2.1.113", Asked::Refuses), ("2.1.249", Asked::Answers)] {
            let (options, stage) = Old { version, in_handshake: false, asked }.play();
            let client = Client::connect(options).await.unwrap();
            assert_eq!(client.cli_version().is_some(), asked == Asked::Answers);
            assert_eq!(client.send("x").await.unwrap().text().await.unwrap(), "fine");
            let found = CliVersion::parse(version).unwrap();
            assert_eq!(client.warnings(), [Warning::OldCli { found }]);
            assert!(client.warnings()[0].to_string().contains(version));
            client.close().await.unwrap();
            stage.done().await;
        }
    });
}

#[test]
fn a_supported_cli_works_without_a_warning() {
    everywhere(async || {
        let asked = Asked::Answers;
        for (version, in_handshake) in [("2.1.250", false), ("2.1.300", true), ("3.0.0", true)] {
            let (options, stage) = Old { version, in_handshake, asked }.play();
            let client = Client::connect(options).await.unwrap();
            assert_eq!(client.send("x").await.unwrap().text().await.unwrap(), "fine");
            assert_eq!(client.warnings(), []);
            client.close().await.unwrap();
            stage.done().await;
        }
    });
}

#[test]
fn the_check_can_be_skipped() {
    everywhere(async || {
        let old = Old { version: "2.0.76", in_handshake: false, asked: Asked::SaysNothing };
        let (options, stage) = old.play();
        let named = options.clone().env("CLAUDE_AGENT_SDK_SKIP_VERSION_CHECK", "1");
        for options in [options.skip_version_check(true), named] {
            let client = Client::connect(options).await.unwrap();
            assert_eq!(client.send("x").await.unwrap().text().await.unwrap(), "fine");
            client.close().await.unwrap();
        }
        stage.done().await;
    });
}
