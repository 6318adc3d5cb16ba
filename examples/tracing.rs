//! Tracing: a turn as a tree of spans on the terminal, with the spans of the program in it.
//!
//! Run: `cargo run -p claude-examples --example tracing` (needs the Claude Code CLI and a login;
//! set `CLAUDE_CLI_PATH` to run it against another CLI, such as the `mock-claude` of this project).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: each span as it ends, behind the spans that it is in, with its times.

use claude_sdk::{Client, Options, Permission};
use tracing::Instrument as _;
use tracing_subscriber::fmt::format::FmtSpan;

/// Decides about a tool. Its span is below that of the tool call.
#[tracing::instrument(target = "claude_sdk::example")]
async fn look_up(tool: &str) -> Permission {
    if tool == "Bash" { Permission::allow() } else { Permission::deny("only commands") }
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    tracing_subscriber::fmt()
        .without_time()
        .with_target(false)
        .with_span_events(FmtSpan::CLOSE)
        .init();

    let options =
        Options::default().on_permission(async |request, _| look_up(&request.tool_name).await);
    let client = Client::connect(options).await?;

    // The span in which a prompt is sent is the parent of its turn.
    let request = tracing::info_span!("request", user = 7);
    let turn = client.send("Make a folder.").instrument(request.clone()).await?;
    let answer = turn.text().instrument(request).await?;
    println!("{answer}");
    client.close().await?;
    Ok(())
}
