//! What the user is asked: questions of the model, plans, and forms of MCP servers.
//!
//! Run: `cargo run -p claude-examples --example questions` (needs the Claude Code CLI and a login;
//! set `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: the questions of the model with their choices, the answers that are given here
//! in the place of a user, and the final text; then the plan, and the final text.

use std::collections::BTreeMap;
use std::time::Duration;

use claude_sdk::callbacks::{ElicitationOutcome, PlanDecision, QuestionAnswers, QuestionRequest};
use claude_sdk::types::UserQuestion;
use claude_sdk::{Client, Context, Options, PermissionMode};

/// Stands for a user who takes the last choice.
fn choose(question: &UserQuestion) -> Option<String> {
    println!("? {}", question.question);
    let choices = question.options.as_deref().unwrap_or_default();
    for choice in choices {
        println!("  - {}: {}", choice.label, choice.description.as_deref().unwrap_or_default());
    }
    let choice = choices.last()?.label.clone();
    println!("> {choice}");
    Some(choice)
}

async fn ask(set: QuestionRequest, context: Context) -> QuestionAnswers {
    tokio::select! {
        // A real host shows a dialog and waits. A question without an answer is told to the
        // model as such.
        answers = async { set.answer_each(choose) } => answers,
        // An interrupt takes the question back; this is for work that was handed to others.
        () = context.cancelled() => QuestionAnswers::declined("the question was taken back"),
    }
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let options = Options::default()
        .on_question(ask)
        // No limit unless it is set. The model is told that nobody answered.
        .question_timeout(Duration::from_secs(300))
        .on_plan(|plan, _| async move {
            println!("the plan:\n{}", plan.text.as_deref().unwrap_or("(none)"));
            match plan.text {
                Some(text) if text.contains("test") => {
                    PlanDecision::approve().then(PermissionMode::AcceptEdits)
                }
                _ => PlanDecision::reject("there is no test in it"),
            }
        })
        .on_elicitation(|form, _| async move {
            println!("{} asks: {}", form.mcp_server_name, form.message);
            ElicitationOutcome::accept(BTreeMap::from([("name", "Ada")]))
        });
    let client = Client::connect(options).await?;
    for prompt in [
        "Use the tool AskUserQuestion to ask me which color I like.",
        "Plan a small change, and use the tool ExitPlanMode to show me the plan.",
    ] {
        println!("{}", client.send(prompt).await?.text().await?);
    }
    client.close().await?;
    Ok(())
}
