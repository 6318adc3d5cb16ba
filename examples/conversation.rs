//! A conversation: one process, several turns.
//!
//! Run: `cargo run -p claude-examples --example conversation` (needs the Claude Code CLI and a
//! login; set `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: two answers; the second one knows the name from the first turn.

use claude_sdk::{Client, Message, Options};

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let client = Client::connect(Options::default()).await?;

    let first = client.send("My name is Ada.").await?.text().await?;
    println!("1: {first}");

    let mut turn = client.send("What is my name?").await?;
    while let Some(message) = turn.next().await {
        if let Message::Assistant(reply) = message? {
            println!("2: {}", reply.text());
        }
    }

    client.close().await?;
    Ok(())
}
