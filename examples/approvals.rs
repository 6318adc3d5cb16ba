//! Several answerers: a terminal and a web page both show what the CLI asks. The first answer wins.
//!
//! Run: `cargo run -p claude-examples --example approvals` (needs the Claude Code CLI and a login;
//! set `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: what is asked, who answers, and that the second answer comes too late; then the
//! final text.

use std::time::Duration;

use claude_sdk::approvals::{AnswerError, Approval, Approvals, Change, Decision, RecordState};
use claude_sdk::{Client, Options};

/// Stands for a terminal, whose user has gone for a coffee. A real one prints the approval and reads
/// a line; its future is dropped when somebody else is first.
async fn ask_in_the_terminal(approval: Approval) -> Option<Decision> {
    println!("terminal: {} wants {}", approval.subject, approval.input.get());
    tokio::time::sleep(Duration::from_secs(3600)).await;
    Some(Decision::deny("the user said no").by("terminal"))
}

/// Stands for a web page: shows what is open, and answers when somebody clicks.
async fn serve(approvals: Approvals) {
    let mut changes = approvals.changes();
    while let Some(change) = changes.next().await {
        let Change::Record(record) = change else { continue };
        let id = &record.approval.id;
        match &record.state {
            RecordState::Open => {
                for update in &record.approval.suggestions {
                    println!("web page: could also be allowed always: {update}");
                }
                // Two people click at the same time.
                let ada = approvals.answer(id, Decision::allow().by("ada"));
                let bob = approvals.answer(id, Decision::deny("not now").by("bob"));
                let (ada, bob) = tokio::join!(ada, bob);
                for (name, answered) in [("ada", ada), ("bob", bob)] {
                    match answered {
                        Ok(_) => println!("web page: {name} has decided"),
                        Err(AnswerError::AlreadyAnswered(first)) => {
                            println!("web page: {name} is too late, {} was first", first.by);
                        }
                        Err(error) => println!("web page: {error}"),
                    }
                }
            }
            RecordState::Delivered(_) => println!("web page: the CLI goes on"),
            RecordState::Withdrawn => println!("web page: {id} is not asked any more"),
            _ => {}
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let approvals = Approvals::hold(Duration::from_secs(600)).or(ask_in_the_terminal);
    let page = tokio::spawn(serve(approvals.clone()));
    let client = Client::connect(Options::default().asked_by(approvals)).await?;
    let prompt = "Run `touch approved` with the tool Bash.";
    println!("{}", client.send(prompt).await?.text().await?);
    client.close().await?;
    page.abort();
    Ok(())
}
