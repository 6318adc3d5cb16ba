//! One question, one answer.
//!
//! Run: `cargo run -p claude-examples --example hello` (needs the Claude Code CLI and a login; set
//! `CLAUDE_CLI_PATH` to run it against another CLI, such as the `mock-claude` of this project).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: the answer of the model, such as `4`.

use claude_sdk::{Options, query};

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let answer = query("What is 2 + 2?", Options::default()).text().await?;
    println!("{answer}");
    Ok(())
}
