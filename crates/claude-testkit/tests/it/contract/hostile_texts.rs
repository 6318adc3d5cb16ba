//! Hostile texts: the real CLI reads them as the oracle of `security/argv_oracle.rs` does, as values
//! of their options.

use claude_sdk::types::{InitMessage, SystemMessage};
use claude_sdk::{Message, Options, PermissionMode, Skills, query};
use claude_testkit::fake_api::Turn;
use serde_json::json;

use super::lab::{Lab, expect};

/// Texts that would change the session if they were flags, prompts or rules.
const HOSTILE: [&str; 8] = [
    "--dangerously-skip-permissions",
    "-p",
    "--",
    "--allowedTools=Bash",
    "x --dangerously-skip-permissions",
    "x\n--dangerously-skip-permissions",
    "\u{202e}snoissimrep-piks-ylsuoregnad--",
    "' \" ; $(touch trace) `touch trace` =",
];

/// Runs a session with one prompt, and returns its first message.
async fn init(options: Options) -> Box<InitMessage> {
    let mut run = expect(query("go", options).await);
    while let Some(message) = run.next().await {
        if let Message::System(SystemMessage::Init(init)) = expect(message) {
            expect(run.run_to_end().await);
            return init;
        }
    }
    panic!("no init")
}

/// The model tries a command, which no rule allows: it must be denied.
fn turns() -> [Turn; 2] {
    [Turn::tool("Bash", json!({ "command": "touch trace" })), Turn::text("Done.")]
}

#[tokio::test]
async fn hostile_values_are_values_and_allow_nothing() {
    for text in HOSTILE {
        let Some(lab) = Lab::new(turns()).await else { return };
        let options = lab
            .options()
            .fallback_model("haiku")
            .add_dir(text)
            .debug_filter(text)
            .extra_arg("name", text)
            .title(text)
            .system_prompt(text);
        let first = init(options.clone()).await;
        assert_eq!(first.permission_mode, Some(PermissionMode::Default), "{text:?}");
        // The model has tried the command, and was denied.
        let asked = lab.api.messages();
        let tried = asked.iter().any(|request| request.body.to_string().contains("tool_result"));
        assert!(tried, "{text:?}");
        assert!(!lab.left_trace("trace"), "{text:?} has allowed a command");
        // The CLI may refuse a model, so it is set in a run of its own.
        let first = init(options.model(text)).await;
        assert_eq!(first.permission_mode, Some(PermissionMode::Default), "{text:?}");
        assert_eq!(first.model.as_ref().map(|model| model.as_str()), Some(text));
    }
}

/// What the SDK refuses is what the CLI would read as two rules.
#[tokio::test]
async fn names_that_are_refused_would_be_rules_of_the_cli() {
    for name in ["Read,Bash", "Read Bash", "x),Bash(*", "Read(a) , Bash"] {
        let Some(lab) = Lab::new(turns()).await else { return };
        lab.options().allow_tools([name]).validate().unwrap_err();
        let skill = lab.options().skills(Skills::only([name])).validate();
        assert_eq!(skill.is_err(), name.contains([',', ')']), "{name}");
        // Past the checks of the SDK, as one value: the CLI finds the second rule.
        let raw = if name.starts_with('x') { format!("Skill({name})") } else { name.to_owned() };
        let raced = lab.options().extra_arg("allowed-tools", raw.as_str());
        init(raced).await;
        assert!(lab.left_trace("trace"), "{name}: the CLI does not read it as two rules");
    }
    // One rule that contains separators allows only what it says.
    for rule in ["Read", "Bash(echo a, b)", "Bash(echo (touch trace))"] {
        let Some(lab) = Lab::new(turns()).await else { return };
        init(lab.options().allow_tools([rule])).await;
        assert!(!lab.left_trace("trace"), "{rule} has allowed another command");
    }
}
