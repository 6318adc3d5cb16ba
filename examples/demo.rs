//! What `cargo xtask demo` runs: a streamed answer with a tool call and a permission question.
//!
//! Run: `cargo xtask demo`, `cargo xtask demo --real-cli`, or `cargo xtask demo --live`; by itself,
//! `cargo run -p claude-examples --example demo`.
//!
//! Runs unattended: mock.
//!
//! Expected output: the session's id and model, the question `permission: Bash ...`, the tool's
//! result, the streamed text, and a last line `result: success`.

use std::io::Write as _;

use claude_sdk::types::{ContentDelta, StreamEvent};
use claude_sdk::{
    Content, ContentBlock, Message, Options, Permission, PermissionRequest, SystemMessage, query,
};

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let options = Options::default()
        .include_partial_messages(true)
        .on_permission(|ask: PermissionRequest, _| async move {
            println!("permission: {} {} -> allowed", ask.tool_name, ask.input.get());
            Permission::allow()
        })
        .on_stderr(|line| eprintln!("stderr: {line}"));
    let prompt = "Use the Bash tool to run `mkdir -p demo && echo hello from the tool`, then say what it printed.";
    let ask = query(prompt, options);
    println!("session: {}", ask.session_id().map(ToString::to_string).unwrap_or_default());

    let mut run = ask.await?;
    while let Some(message) = run.next().await {
        show(&message?);
    }
    Ok(())
}

fn show(message: &Message) {
    match message {
        Message::System(SystemMessage::Init(init)) => {
            println!("model: {}", init.model.as_ref().map_or("unknown", |model| model.as_str()));
        }
        Message::StreamEvent(piece) => {
            if let StreamEvent::ContentBlockDelta(delta) = &piece.event
                && let ContentDelta::TextDelta(text) = &delta.delta
            {
                print!("{}", text.text);
                // A closed pipe is no reason to stop.
                let _ = std::io::stdout().flush();
            }
        }
        Message::Assistant(reply) => {
            println!();
            for tool in reply.tool_uses() {
                println!("tool: {} {}", tool.name, tool.input.get());
            }
        }
        Message::User(user) => {
            for block in user.message.content.blocks() {
                if let ContentBlock::ToolResult(result) = block {
                    let text = result.content.value().map(Content::text);
                    println!("tool result: {}", text.unwrap_or_default());
                }
            }
        }
        Message::Result(result) => {
            let subtype = result.subtype.as_ref().map_or("unknown", |subtype| subtype.as_str());
            println!("result: {subtype}");
        }
        _ => {}
    }
}
