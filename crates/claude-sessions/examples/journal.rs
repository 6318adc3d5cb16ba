//! Keeps what is said in a session in a journal, and reads it in another task, as a user interface that
//! reconnects does.
//!
//! Run: `cargo run -p claude-sessions --example journal` (needs the Claude Code CLI and a login; set
//! `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: the number, source and kind of each item, until the session ends.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use claude_sdk::{Client, Options};
use claude_sessions::stores::MemoryStore;
use claude_sessions::{Followed, SessionLog};
use futures_util::StreamExt;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // A database in a program of yours: then the reader may be in any process.
    let journal = Arc::new(MemoryStore::new());

    let log = SessionLog::open(journal.clone(), "chat-17").await?;
    let client = Client::connect(log.attach(Options::default())).await?;
    let reader = tokio::spawn(read(journal));
    client.send("Say hello.").await?.text().await?;
    client.close().await?;
    log.written(Duration::from_secs(10)).await?;
    reader.await??;
    Ok(())
}

/// Reads all from the beginning on, and follows. One that reconnects begins after the last number.
async fn read(journal: Arc<MemoryStore>) -> Result<(), claude_sessions::ports::StoreError> {
    let mut items = SessionLog::follow(journal, "chat-17", 0);
    while let Some(next) = items.next().await.transpose()? {
        match next {
            Followed::Item(item) => {
                println!("{:>3} {:?} {}", item.seq, item.source, item.kind);
                if item.kind == "ended" {
                    break;
                }
            }
            Followed::Gap { from, to } => println!("{from} to {to} were removed"),
            _ => {}
        }
    }
    Ok(())
}
