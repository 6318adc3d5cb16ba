//! What nobody else may see: values of variables and prompts, in errors and on the command line.

use claude_sdk::{Client, Prompt, query};

use super::stage::{everywhere, options};

const KEY: &str = "sk-secret-0815";
const PROMPT: &str = "the secret plan";

fn assert_silent(text: &str) {
    assert!(!text.contains("secret"), "{text}");
}

/// A file of a process in which zeros divide the entries.
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
        // The positive control: the value did reach the process, in the one place for it.
        assert!(entries(pid, "environ").contains(&format!("API_KEY={KEY}")));
    });
}

#[test]
fn nothing_that_can_be_printed_shows_them() {
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
