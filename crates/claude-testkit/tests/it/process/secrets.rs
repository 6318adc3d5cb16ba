//! Secrets: values of variables and prompts are not visible in errors and on the command line.

use claude_sdk::error::Precondition;
use claude_sdk::{Client, Error, ErrorKind, Prompt, query};

use super::stage::{everywhere, options};

const KEY: &str = "sk-secret-0815";
const PROMPT: &str = "the secret plan";

fn assert_silent(text: &str) {
    assert!(!text.contains("secret"), "{text}");
}

/// A file of a process whose entries are separated by NUL bytes.
fn entries(pid: u64, name: &str) -> String {
    let bytes = std::fs::read(format!("/proc/{pid}/{name}")).unwrap();
    String::from_utf8(bytes).unwrap().replace('\0', " ")
}

#[test]
fn the_command_line_shows_neither_variables_nor_prompts() {
    everywhere(async || {
        let steps = r#"expect user; text "begun"; hang"#;
        let client = Client::connect(options(steps).env("API_KEY", KEY)).await.unwrap();
        let _turn = client.send(PROMPT).await.unwrap();
        let pid = client.initialized().unwrap().pid.unwrap();
        let shown = entries(pid, "cmdline");
        assert!(shown.contains("--output-format stream-json"), "it is its command line: {shown}");
        assert_silent(&shown);
        assert!(!shown.contains(" -p ") && !shown.contains("--print"), "{shown}");
        // Positive control: the value did reach the process, in its environment.
        assert!(entries(pid, "environ").contains(&format!("API_KEY={KEY}")));
    });
}

#[test]
fn errors_and_debug_show_neither_variables_nor_prompts() {
    everywhere(async || {
        let steps = r#"stderr "something broke"; expect user; exit 3"#;
        let options = options(steps).env("API_KEY", KEY);
        assert!(format!("{options:?}").contains("API_KEY"), "names may be shown");
        assert_silent(&format!("{options:?} {options:#?}"));
        assert_silent(&format!("{:?} {:?}", Prompt::from(PROMPT), query(PROMPT, options.clone())));

        let client = Client::connect(options.clone()).await.unwrap();
        assert_silent(&format!("{client:?} {:?}", client.state().get()));
        let turn = client.send(PROMPT).await.unwrap();
        assert_silent(&format!("{turn:?}"));
        let broken = turn.text().await.unwrap_err();
        let closed = client.send(PROMPT).await.unwrap_err();
        let mode = options.clone().env("MOCK_CLAUDE_FAULT", "mode plan");
        let mode = Client::connect(mode).await.unwrap_err();
        let missing = options.clone().cli_path("/nowhere/claude");
        let missing = Client::connect(missing).await.unwrap_err();
        let refused = Client::connect(options.cwd("/nowhere")).await.unwrap_err();
        for error in [broken, closed, mode, missing, refused] {
            let json = serde_json::to_string(&error).unwrap();
            let causes = std::iter::successors(std::error::Error::source(&error), |e| e.source());
            let causes: Vec<_> = causes.map(|cause| format!("{cause} {cause:?}")).collect();
            assert_silent(&format!("{error} {error:?} {error:#?} {json} {causes:?}"));
        }
    });
}

/// What is too long is named before the start: a single argument, and the largest part of all.
#[test]
fn arguments_too_long_for_the_system_are_named() {
    everywhere(async || {
        let long = || "x".repeat(200_000);
        let one = options("exit 0").extra_arg("name", long().as_str());
        let error = Client::connect(one).await.unwrap_err();
        let Error::Precondition(Precondition::ArgumentTooLong { name, bytes, limit }) = &error
        else {
            panic!("{error:?}")
        };
        assert_eq!((name.as_str(), *bytes, *limit), ("--name", 200_008, 131_072));
        assert_eq!(error.kind(), ErrorKind::Config);

        let variable = Client::connect(options("exit 0").env("KEY", long())).await.unwrap_err();
        assert_eq!(variable.to_string().split('`').nth(1), Some("KEY"));

        let many = (0..80).fold(options("exit 0"), |options, n| {
            options.env(format!("KEY{n}"), "x".repeat(100_000))
        });
        let error = Client::connect(many).await.unwrap_err();
        let Error::Precondition(Precondition::ArgumentsTooLong { name, total, limit, .. }) = &error
        else {
            panic!("{error:?}")
        };
        assert!(name.starts_with("KEY") && total > limit, "{error}");
        assert_silent(&error.to_string());
    });
}
