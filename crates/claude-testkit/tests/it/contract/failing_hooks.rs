//! Failing hooks at events other than tool calls: the guarded action does not happen.

use std::time::Duration;

use claude_sdk::callbacks::ElicitationOutcome;
use claude_sdk::limits::OnFailure;
use claude_sdk::options::SettingSource;
use claude_sdk::types::McpServerConfig;
use claude_sdk::{Client, McpServers, Message, Options, ToolName, hook, query};
use claude_testkit::fake_api::Turn;
use serde_json::json;

use super::lab::{Lab, expect};

/// The output of a hook that fails.
async fn down() -> Result<(), &'static str> {
    Err("the policy server is down")
}

/// Runs a prompt. Returns everything that the CLI wrote on stdout, as one text.
async fn said(prompt: &str, options: Options) -> String {
    let mut run = expect(query(prompt, options).await);
    let mut said = String::new();
    while let Some(message) = run.next().await {
        let message = expect(message);
        if !matches!(message, Message::System(claude_sdk::SystemMessage::Init(_))) {
            said.push_str(&serde_json::to_string(&message).unwrap());
        }
    }
    said
}

#[tokio::test]
async fn a_failed_hook_blocks_a_slash_command() {
    for lenient in [false, true] {
        let Some(lab) = Lab::new([Turn::text("Done.")]).await else { return };
        let on_failure = if lenient { OnFailure::Continue } else { OnFailure::Block };
        let matcher = hook::UserPromptExpansion::any().on_failure(on_failure);
        said("/init", lab.options().on(matcher, |_, _| down())).await;
        assert_eq!(lab.api.messages().is_empty(), !lenient);
    }
}

/// The shell command of a slash command: hooks of `PreToolUse` do not see it.
#[tokio::test]
async fn a_failed_hook_blocks_a_shell_command_of_a_skill() {
    for (failing, runs) in [
        ("none", true),
        ("denies", false),
        ("errs", false),
        ("panics", false),
        ("hangs", false),
        ("is lenient", true),
    ] {
        let Some(lab) = Lab::new([Turn::text("Done.")]).await else { return };
        std::fs::create_dir_all(lab.file(".claude/commands")).unwrap();
        let command = "---\nallowed-tools: Bash(touch:*)\n---\nIt printed: !`touch ran`\n";
        std::fs::write(lab.file(".claude/commands/deploy.md"), command).unwrap();
        let mut matcher = hook::PreSkillShellCommand::any();
        if failing == "hangs" {
            matcher = matcher.timeout(Duration::from_secs(1));
        }
        if failing == "is lenient" {
            matcher = matcher.on_failure(OnFailure::Continue);
        }
        let mut options = lab.options().setting_sources([SettingSource::Project]);
        if failing != "none" {
            options = options.on(matcher, move |_, _| async move {
                match failing {
                    "denies" => Ok(Some(hook::PreSkillShellCommandOutput::deny("not here"))),
                    "panics" => panic!("a panic that the test asked for"),
                    "hangs" => std::future::pending().await,
                    _ => Err("the policy server is down"),
                }
            });
        }
        said("/deploy", options).await;
        assert_eq!(lab.left_trace("ran"), runs, "a hook that {failing}");
    }
}

#[tokio::test]
async fn a_failed_hook_blocks_a_model_switch() {
    for lenient in [false, true] {
        let Some(lab) = Lab::new([Turn::text("one"), Turn::text("two")]).await else { return };
        let on_failure = if lenient { OnFailure::Continue } else { OnFailure::Block };
        let matcher = hook::PreModelSwitch::any().on_failure(on_failure);
        let options = lab.options().on(matcher, |_, _| down());
        let client = expect(Client::connect(options).await);
        expect(expect(client.send("1").await).text().await);
        let changed = client.set_model("claude-haiku-4-5").await;
        assert_eq!(changed.is_ok(), lenient, "{changed:?}");
        expect(client.close().await);
    }
}

#[tokio::test]
async fn a_failed_hook_blocks_a_new_task() {
    for lenient in [false, true] {
        let task = json!({ "subject": "buy milk", "description": "two bottles" });
        let turns = [Turn::tool("TaskCreate", task), Turn::text("Done.")];
        let Some(lab) = Lab::new(turns).await else { return };
        let on_failure = if lenient { OnFailure::Continue } else { OnFailure::Block };
        let matcher = hook::TaskCreated::any().on_failure(on_failure);
        let options = lab
            .options()
            .tools(claude_sdk::Tools::Default)
            .allow_tools(["TaskCreate"])
            .on(matcher, |_, _| down());
        let said = said("note it", options).await;
        assert_eq!(said.contains("created successfully"), lenient, "{said}");
    }
}

#[tokio::test]
async fn a_failed_hook_blocks_compaction() {
    for lenient in [false, true] {
        let Some(lab) = Lab::new([Turn::text("Hello. ".repeat(50)), Turn::text("summary")]).await
        else {
            return;
        };
        let on_failure = if lenient { OnFailure::Continue } else { OnFailure::Block };
        let matcher = hook::PreCompact::any().on_failure(on_failure);
        let client = expect(Client::connect(lab.options().on(matcher, |_, _| down())).await);
        expect(expect(client.send("hi").await).text().await);
        let result = expect(expect(client.send("/compact").await).result().await);
        assert_eq!(result.text().contains("Compaction blocked"), !lenient, "{}", result.text());
        expect(client.close().await);
    }
}

/// A form is declined before the user sees it, and an answer of the user is not sent.
#[tokio::test]
async fn a_failed_hook_declines_a_form() {
    for (request_fails, result_fails, expected) in [
        (false, false, r#""action":"accept""#),
        (true, false, r#""action":"decline""#),
        (false, true, r#""action":"decline""#),
    ] {
        let tool = ToolName::mcp("ext", "ask");
        let turns = [Turn::tool(tool.as_str(), json!({})), Turn::text("Done.")];
        let Some(lab) = Lab::new(turns).await else { return };
        let server = McpServerConfig::stdio(env!("CARGO_BIN_EXE_record-wire"), ["mcp-server"]);
        let mut options = lab
            .options()
            .mcp_servers(McpServers::new().external("ext", server))
            .require_mcp_servers(["ext"])
            .allow_tools([ToolName::server("ext")])
            .on_elicitation(|_, _| async { ElicitationOutcome::accept(json!({ "name": "Ada" })) });
        if request_fails {
            options = options.on(hook::Elicitation::any(), |_, _| down());
        }
        if result_fails {
            options = options.on(hook::ElicitationResult::any(), |_, _| down());
        }
        let said = said("ask me", options).await.replace(['\\', ' '], "");
        assert!(said.contains(expected), "{said}");
    }
}

/// The CLI continues at once while the hook runs.
#[tokio::test]
async fn a_background_hook_does_not_delay_the_turn() {
    let turns = [Turn::tool("Bash", json!({ "command": "touch trace" })), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let options = lab
        .options()
        .allow_tools(["Bash"])
        .on(hook::PostToolUse::any().in_background(), |_, _| std::future::pending::<()>());
    let result = expect(query("touch it", options).result().await);
    assert_eq!(result.text(), "Done.");
    assert!(lab.left_trace("trace"));
}
