//! A turn as a screen shows it: text, tools with their results, status, failures.
//!
//! Run: `cargo run -p claude-examples --example events` (needs the Claude Code CLI and a login; set
//! `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: for the first prompt the text of the answer; for the second a line such as
//! `[Bash] echo hi | tee log`, its result behind `->`, and the text. Status lines go to stderr.

use std::io::Write as _;

use claude_sdk::{Client, Event, Events, Options, Permission, PermissionRequest};

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let options = Options::default()
        .include_partial_messages(true)
        .on_permission(|_: PermissionRequest, _| async { Permission::allow() });
    let client = Client::connect(options).await?;
    for prompt in ["Say hello.", "Use a tool to say hi, then say what it printed."] {
        println!("> {prompt}");
        show(client.send(prompt).await?.into_events()).await?;
    }
    client.close().await?;
    Ok(())
}

async fn show(mut events: Events) -> Result<(), claude_sdk::Error> {
    while let Some(event) = events.next().await {
        match event? {
            // Each piece is new, whether partial messages are on or off.
            Event::Text(delta) => {
                print!("{delta}");
                if delta.is_complete() {
                    println!();
                }
                // A pipe that nobody reads is no reason to stop.
                let _ = std::io::stdout().flush();
            }
            Event::ToolUse(tool) => println!("[{}] {}", tool.name(), tool.summary()),
            Event::ToolResult(result) => println!("-> {}", result.preview(80)),
            Event::Status(status) => eprintln!("({status})"),
            Event::Error(failure) => println!("failed: {failure}"),
            Event::Retracted(retracted) => {
                // What a terminal has printed stays; a screen would remove these blocks.
                println!("\n(the last {} blocks do not count)", retracted.keys().len());
            }
            Event::Result(result) => {
                println!("= {} turns, {:.4} USD", result.num_turns.unwrap_or_default(), {
                    result.total_cost_usd.unwrap_or_default()
                });
            }
            _ => {}
        }
    }
    Ok(())
}
