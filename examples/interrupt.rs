//! Stops a turn that takes too long, and goes on with the same session.
//!
//! Run: `cargo run -p claude-examples --example interrupt` (needs the Claude Code CLI and a
//! login; set `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock.
//!
//! Expected output: what became of the interrupt, such as `interrupt: Stopped`, then the answer
//! of the next turn.

use claude_sdk::{Client, Message, Options};

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let options = Options::default().include_partial_messages(true);
    let client = Client::connect(options).await?;

    let mut turn = client.send("Count to one thousand, in words.").await?;
    while let Some(message) = turn.next().await {
        if matches!(message?, Message::StreamEvent(_) | Message::Assistant(_)) {
            println!("interrupt: {:?}", client.interrupt().await?);
            break;
        }
    }

    let answer = client.send("Now say one word.").await?.text().await?;
    println!("{answer}");
    client.close().await?;
    Ok(())
}
