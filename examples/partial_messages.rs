//! The answer while it is written, and the blocks that stand in the end.
//!
//! Run: `cargo run -p claude-examples --example partial_messages` (needs the Claude Code CLI and a
//! login; set `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: the answer, each piece followed by `|`, then a line for each block of text, and
//! `the pieces add up`.

use std::io::Write as _;

use claude_sdk::events::Transcript;
use claude_sdk::{Event, Options, query};

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let options = Options::default().include_partial_messages(true);
    let mut events = query("Explain ownership in two sentences.", options).await?.into_events();
    // What is taken back, because a stream broke, does not count.
    let mut transcript = Transcript::new();
    let mut last = String::new();
    while let Some(event) = events.next().await {
        let event = event?;
        transcript.apply(&event);
        match event {
            Event::Thinking(delta) => eprint!("{delta}"),
            Event::Text(delta) if delta.is_complete() => {
                last = transcript.text(delta.key()).unwrap_or_default().to_owned();
                println!("{delta}");
            }
            Event::Text(delta) => {
                print!("{delta}|");
                let _ = std::io::stdout().flush();
            }
            Event::Result(result) if result.text() == last => println!("the pieces add up"),
            Event::Result(result) => println!("the result says: {}", result.text()),
            _ => {}
        }
    }
    for (key, text) in transcript.texts() {
        println!("block {} of {}: {text}", key.index(), key.message());
    }
    Ok(())
}
