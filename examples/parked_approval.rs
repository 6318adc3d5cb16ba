//! An approval that outlives the process: asked in one process, answered in another one, and the
//! tool runs in a third.
//!
//! Run: `cargo run -p claude-examples --example parked_approval` (needs the Claude Code CLI and a
//! login; set `CLAUDE_CLI_PATH` to run it against another CLI). It starts itself once for each step.
//!
//! Runs unattended: real CLI.
//!
//! Expected output: that a call is parked, that another process allows it with a changed input, and
//! the final text.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use claude_sdk::approvals::{Approvals, Decision};
use claude_sdk::types::TerminalReason;
use claude_sdk::{Client, Message, Options};
use claude_testkit::approval_records::FileRecords;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Holds each call for a second, then parks it. The store is a folder here, and a database elsewhere.
fn approvals(folder: &Path) -> Result<Approvals, std::io::Error> {
    Ok(Approvals::park(Duration::from_secs(1)).kept_in(FileRecords::new(folder.join("records"))?))
}

/// The first process: the turn ends with a call that waits.
async fn ask(folder: &Path) -> Outcome {
    let client = Client::connect(Options::default().asked_by(approvals(folder)?)).await?;
    let result = client.send("Run `echo draft` with the tool Bash.").await?.result().await?;
    match result.terminal_reason {
        Some(TerminalReason::ToolDeferred) => println!("asked: a call is parked"),
        _ => println!("asked: nothing had to be approved: {}", result.text()),
    }
    let session = client.session_id().ok_or("the session has no ID")?;
    std::fs::write(folder.join("session"), session.as_str())?;
    client.close().await?;
    Ok(())
}

/// The second process needs no CLI: it reads the store, and writes the decision.
async fn answer(folder: &Path) -> Outcome {
    let approvals = approvals(folder)?;
    for record in approvals.open().await? {
        println!("answered: {} wants {}", record.approval.subject, record.approval.input.get());
        let input = serde_json::json!({ "command": "echo final" });
        let decision = Decision::allow().with_input(input)?.by("ada");
        approvals.answer(&record.approval.id, decision).await?;
    }
    Ok(())
}

/// The third process: the CLI asks again by itself, and the turn goes on without a prompt.
async fn resume(folder: &Path) -> Outcome {
    let session = std::fs::read_to_string(folder.join("session"))?;
    let options = Options::default().resume(session).asked_by(approvals(folder)?);
    let client = Client::connect(options).await?;
    let mut turn = client.unsolicited()?;
    while let Some(item) = turn.next().await {
        if let Message::Result(result) = item?.message {
            println!("resumed: {}", result.text());
            break;
        }
    }
    client.close().await?;
    Ok(())
}

#[tokio::main]
#[expect(clippy::disallowed_methods, reason = "it starts itself, and no CLI")]
async fn main() -> Outcome {
    let args: Vec<_> = std::env::args().collect();
    if let [_, step, folder] = &args[..] {
        let folder = Path::new(folder);
        return match step.as_str() {
            "ask" => ask(folder).await,
            "answer" => answer(folder).await,
            _ => resume(folder).await,
        };
    }
    let folder = std::env::temp_dir().join(format!("parked-approval-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    for step in ["ask", "answer", "resume"] {
        let status = Command::new(&args[0]).arg(step).arg(&folder).status()?;
        if !status.success() {
            return Err(format!("the step `{step}` failed").into());
        }
    }
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
