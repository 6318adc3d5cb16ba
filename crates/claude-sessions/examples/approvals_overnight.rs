//! A tool call that waits for a person over night: asked in one process, decided in another one, and
//! run in a third, which may be on another machine.
//!
//! Run: `cargo run -p claude-sessions --example approvals_overnight` (needs the Claude Code CLI and a
//! login). The three processes are three parts of this program, which share a store only.
//!
//! Runs unattended: real CLI.
//!
//! Expected output: the call that waits, that it is allowed with another input, and the final text.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use claude_sdk::approvals::{Approvals, Decision};
use claude_sdk::types::SessionId;
use claude_sdk::{Message, Options};
use claude_sessions::stores::MemoryStore;
use claude_sessions::{ApprovalStore, Sessions};
use serde_json::json;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // A database in a program of yours.
    let store = MemoryStore::new();
    let session = evening(&store).await?;
    night(&store).await?;
    morning(&store, session).await
}

/// Calls are held for a second. One that nobody decides until then is parked.
fn approvals(store: &MemoryStore) -> Approvals {
    Approvals::park(Duration::from_secs(1)).kept_in(ApprovalStore::new(Arc::new(store.clone())))
}

/// The model calls a tool, nobody answers, and the session ends.
async fn evening(store: &MemoryStore) -> Result<SessionId, Box<dyn Error>> {
    let options = Options::default().asked_by(approvals(store));
    let opened = Sessions::in_store(store.clone())?.create().open(options).await?;
    opened.client().send("Run `echo draft`.").await?.result().await?;
    let session = opened.proof().session.clone();
    opened.close().await?;
    Ok(session)
}

/// A person looks at what waits, and allows it with another input.
async fn night(store: &MemoryStore) -> Result<(), Box<dyn Error>> {
    let approvals = approvals(store);
    for waiting in approvals.open().await? {
        println!("waits: {}", waiting.approval.subject);
        let input = json!({ "command": "echo final", "description": "Print a word" });
        approvals.answer(&waiting.approval.id, Decision::allow().with_input(input)?).await?;
        println!("allowed, with another input");
    }
    Ok(())
}

/// The session is resumed. The CLI repeats the call before any prompt, and goes on.
async fn morning(store: &MemoryStore, session: SessionId) -> Result<(), Box<dyn Error>> {
    let options = Options::default().asked_by(approvals(store));
    let resume = Sessions::in_store(store.clone())?.resume(session).decides_parked_call();
    let opened = resume.open(options).await?;
    let mut messages = opened.client().unsolicited()?;
    while let Some(item) = messages.next().await {
        if let Message::Result(result) = item?.message {
            println!("result: {}", result.text());
            break;
        }
    }
    opened.close().await?;
    Ok(())
}
