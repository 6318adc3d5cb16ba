//! Requests to the user: the model never gets an empty answer, in any permission mode. These tests
//! decide through which request `on_question` and `on_plan` are answered.

use std::time::Duration;

use claude_sdk::callbacks::{ElicitationOutcome, PlanDecision, QuestionAnswers};
use claude_sdk::types::{McpServerConfig, PermissionRule, PermissionUpdate};
use claude_sdk::{
    Content, ContentBlock, McpServers, Message, Options, Permission, PermissionMode,
    PermissionRequest, ToolName, hook, query,
};
use claude_testkit::fake_api::Turn;
use serde_json::{Value, json};

use super::lab::{Lab, expect};

fn question() -> Value {
    let choice = |label: &str| json!({ "label": label, "description": "d" });
    json!({ "questions": [
        { "question": "Which color?", "header": "Color", "multiSelect": false,
          "options": [choice("Red"), choice("Blue")] },
        { "question": "Which size?", "header": "Size", "multiSelect": true,
          "options": [choice("S"), choice("M")] },
    ] })
}

async fn asking() -> Option<Lab> {
    Lab::new([Turn::tool("AskUserQuestion", question()), Turn::text("Done.")]).await
}

/// The texts of the tool results, and the tools of the model.
async fn outcome(options: Options) -> (Vec<String>, Vec<String>) {
    let mut run = expect(query("ask me", options).await);
    let (mut texts, mut tools) = (Vec::new(), Vec::new());
    while let Some(message) = run.next().await {
        match expect(message) {
            Message::User(user) => {
                texts.extend(user.message.content.blocks().iter().filter_map(|block| {
                    let ContentBlock::ToolResult(result) = block else { return None };
                    Some(result.content.value().map(Content::text).unwrap_or_default().into_owned())
                }));
            }
            Message::System(claude_sdk::SystemMessage::Init(init)) => {
                tools = init.tools.unwrap_or_default();
            }
            _ => {}
        }
    }
    (texts, tools)
}

/// The options for a mode. For root, the mode that allows everything requires another option.
fn in_mode(lab: &Lab, mode: PermissionMode) -> Options {
    let options = lab.options().env("IS_SANDBOX", "1");
    let bypass = mode == PermissionMode::BypassPermissions;
    let options = options.permission_mode(mode);
    if bypass { options.allow_bypass(true).allow_shadowed_permissions(true) } else { options }
}

const MODES: [PermissionMode; 5] = [
    PermissionMode::Default,
    PermissionMode::AcceptEdits,
    PermissionMode::Plan,
    PermissionMode::DontAsk,
    PermissionMode::BypassPermissions,
];

#[tokio::test]
async fn a_question_is_answered_in_every_mode_and_under_every_rule() {
    for mode in MODES {
        for allowed in [false, true] {
            let Some(lab) = asking().await else { return };
            let options = in_mode(&lab, mode.clone()).on_question(|_, _| async {
                QuestionAnswers::new()
                    .answer("Which color?", "Blue")
                    .answer_many("Which size?", ["S", "M"])
            });
            let options = match allowed {
                true => options.allow_tools(["AskUserQuestion"]),
                false => options,
            };
            let (texts, _) = outcome(options).await;
            assert_eq!(texts.len(), 1, "{mode}: {texts:?}");
            // CLIs before 2.1.300 join choices with a comma only.
            let text = texts[0].replace("S, M", "S,M");
            for part in ["\"Which color?\"=\"Blue\"", "\"Which size?\"=\"S,M\""] {
                assert!(text.contains(part), "{mode}: {text}");
            }
        }
    }
}

#[tokio::test]
async fn a_comma_in_a_label_does_not_end_it() {
    let options =
        json!([{ "label": "S, M", "description": "d" }, { "label": "L", "description": "d" }]);
    for many in [false, true] {
        let questions = json!({ "questions": [{ "question": "Which size?", "header": "Size",
            "multiSelect": many, "options": options.clone() }] });
        let turns = [Turn::tool("AskUserQuestion", questions), Turn::text("Done.")];
        let Some(lab) = Lab::new(turns).await else { return };
        let options = lab
            .options()
            .on_question(|_, _| async { QuestionAnswers::new().answer("Which size?", "S, M") });
        let (texts, _) = outcome(options).await;
        assert!(texts[0].contains("\"Which size?\"=\"S, M\""), "{many}: {}", texts[0]);
    }
}

#[tokio::test]
async fn incomplete_answers_are_completed_and_a_timeout_denies_the_call() {
    let Some(lab) = asking().await else { return };
    let options = lab
        .options()
        .on_question(|_, _| async { QuestionAnswers::new().answer("Which color?", "Blue") });
    let (texts, _) = outcome(options).await;
    assert!(texts[0].contains("did not answer this question"), "{}", texts[0]);
    for mode in MODES {
        let Some(lab) = asking().await else { return };
        let options = in_mode(&lab, mode.clone())
            .question_timeout(Duration::from_millis(200))
            .on_question(|_, _| std::future::pending::<QuestionAnswers>());
        let (texts, _) = outcome(options).await;
        assert!(texts[0].contains("did not answer within"), "{mode}: {}", texts[0]);
    }
}

#[tokio::test]
async fn another_hook_does_not_remove_the_answers() {
    for other in [hook::PreToolUseOutput::allow(), hook::PreToolUseOutput::ask("look at it")] {
        let Some(lab) = asking().await else { return };
        let options = lab
            .options()
            .on(hook::PreToolUse::any(), move |_, _| std::future::ready(other.clone()))
            .on_question(|set, _| async move { set.answer_each(|_| Some("none of these".into())) });
        let (texts, _) = outcome(options).await;
        assert!(texts[0].contains("\"Which size?\"=\"none of these\""), "{}", texts[0]);
    }
}

#[tokio::test]
async fn without_a_callback_the_tool_is_disabled() {
    for mode in MODES {
        let Some(lab) = asking().await else { return };
        let options = in_mode(&lab, mode.clone())
            .on_permission(|_: PermissionRequest, _| async { Permission::allow() });
        let (texts, tools) = outcome(options).await;
        assert!(texts[0].contains("No such tool available"), "{mode}: {}", texts[0]);
        for tool in ["AskUserQuestion", "EnterPlanMode", "ExitPlanMode"] {
            assert!(!tools.iter().any(|name| name == tool), "{mode}: {tools:?}");
        }
    }
    // Control: with `questions_by_permission` the model has the tools.
    let Some(lab) = asking().await else { return };
    let options = lab
        .options()
        .questions_by_permission(true)
        .on_permission(|_: PermissionRequest, _| async { Permission::allow() });
    let (texts, tools) = outcome(options).await;
    assert_eq!(texts, ["The user did not answer the questions."]);
    assert!(tools.iter().any(|name| name == "AskUserQuestion"), "{tools:?}");
}

#[tokio::test]
async fn a_plan_can_be_approved_changed_or_rejected() {
    let cases: [(PlanDecision, &str); 3] = [
        (PlanDecision::approve(), "approved"),
        (
            PlanDecision::approve_changed("LEAP").then(PermissionMode::AcceptEdits),
            "(edited by user):\nLEAP",
        ),
        (PlanDecision::reject("no tests"), "no tests"),
    ];
    for (decision, expected) in cases {
        let turns = [Turn::tool("ExitPlanMode", json!({ "plan": "look" })), Turn::text("Done.")];
        let Some(lab) = Lab::new(turns).await else { return };
        let options = in_mode(&lab, PermissionMode::Plan)
            .on_plan(move |_, _| std::future::ready(decision.clone()));
        let (texts, _) = outcome(options).await;
        assert!(texts[0].contains(expected), "{}", texts[0]);
    }
}

/// The server `ext` of the recorder sends an elicitation.
#[tokio::test]
async fn a_form_of_an_mcp_server_is_answered() {
    let recorder = env!("CARGO_BIN_EXE_record-wire");
    for (answer, expected) in [
        (Some(ElicitationOutcome::accept(json!({ "name": "Ada" }))), r#""name":"Ada""#),
        (Some(ElicitationOutcome::cancel()), r#""action":"cancel""#),
        (None, r#""action":"decline""#),
    ] {
        let tool = ToolName::mcp("ext", "ask");
        let turns = [Turn::tool(tool.as_str(), json!({})), Turn::text("Done.")];
        let Some(lab) = Lab::new(turns).await else { return };
        let server = McpServerConfig::stdio(recorder, ["mcp-server"]);
        let options = lab
            .options()
            .mcp_servers(McpServers::new().external("ext", server))
            .require_mcp_servers(["ext"])
            .allow_tools([ToolName::server("ext")])
            .allow_shadowed_permissions(true);
        let options = match answer {
            Some(answer) => options.on_elicitation(move |ask, _| {
                assert_eq!((&*ask.mcp_server_name, &*ask.message), ("ext", "Your name?"));
                std::future::ready(answer.clone())
            }),
            // Set another callback, because stdin would be closed without one.
            None => options.on_permission(|_: PermissionRequest, _| async { Permission::allow() }),
        };
        let (texts, _) = outcome(options).await;
        let text = texts[0].replace(' ', "");
        assert!(text.contains(expected), "{text}");
    }
}

/// With one update that the CLI cannot decode, it would ask again for the second call.
#[tokio::test]
async fn one_invalid_update_does_not_invalidate_the_others() {
    let touch = |file: &str| Turn::tool("Bash", json!({ "command": format!("touch {file}") }));
    let turns = [touch("one"), touch("two"), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let options = lab.options().on_permission(|ask: PermissionRequest, _| async move {
        if ask.input.get().contains("two") {
            return Permission::deny("asked again");
        }
        let rule = PermissionRule::new("Bash").content("touch *");
        let bad = json!({ "type": "setMode", "mode": "wild", "destination": "session" });
        let bad: PermissionUpdate = serde_json::from_value(bad).unwrap();
        Permission::allow_updating(&ask.input, [bad, PermissionUpdate::allow([rule])])
    });
    outcome(options).await;
    assert!(lab.left_trace("one") && lab.left_trace("two"));
}
