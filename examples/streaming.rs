//! The answer while it is written.
//!
//! Run: `cargo run -p claude-examples --example streaming` (needs the Claude Code CLI and a
//! login; set `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: the text of the answer, piece by piece, then what the run cost.

use std::io::Write as _;

use claude_sdk::types::{ContentDelta, StreamEvent};
use claude_sdk::{Message, Options, query};

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let options = Options::default().include_partial_messages(true);
    let mut run = query("Explain ownership in two sentences.", options).await?;
    while let Some(message) = run.next().await {
        match message? {
            Message::StreamEvent(piece) => {
                if let StreamEvent::ContentBlockDelta(delta) = &piece.event
                    && let ContentDelta::TextDelta(text) = &delta.delta
                {
                    print!("{}", text.text);
                    // A pipe that nobody reads is no reason to stop.
                    let _ = std::io::stdout().flush();
                }
            }
            Message::Result(result) => {
                println!();
                println!("cost: {} USD", result.total_cost_usd.unwrap_or_default());
            }
            _ => {}
        }
    }
    Ok(())
}
