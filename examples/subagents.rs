//! Subagents: what each does, apart from the main thread and from each other.
//!
//! Run: `cargo run -p claude-examples --example subagents` (needs the Claude Code CLI and a login;
//! set `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock.
//!
//! Expected output: a line for each call of the main thread, such as `[Agent] Explore: Look around.`;
//! below it, with the number of the agent in front, what the agent calls and reports; then the text.

use std::collections::HashMap;

use claude_sdk::types::{AgentInput, ToolUseId};
use claude_sdk::{Event, Options, Permission, PermissionRequest, query};

/// The agents that were started, by the calls that started them.
#[derive(Default)]
struct Agents(HashMap<ToolUseId, usize>);

impl Agents {
    /// What stands in front of a line: nothing for the main thread.
    fn margin(&self, parent: Option<&ToolUseId>) -> String {
        match parent.and_then(|id| self.0.get(id)) {
            Some(number) => format!("  {number} | "),
            None => String::new(),
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let options =
        Options::default().on_permission(|_: PermissionRequest, _| async { Permission::allow() });
    let prompt = "Let one subagent look around here, and another one plan what to do next.";
    let mut events = query(prompt, options).await?.into_events();
    let mut agents = Agents::default();
    while let Some(event) = events.next().await {
        let event = event?;
        let margin = agents.margin(event.parent());
        match event {
            Event::ToolUse(tool) => {
                println!("{margin}[{}] {}", tool.name(), tool.summary());
                if tool.is::<AgentInput>() {
                    let number = agents.0.len() + 1;
                    agents.0.insert(tool.id().clone(), number);
                }
            }
            Event::ToolResult(result) => println!("{margin}-> {}", result.preview(70)),
            Event::Text(text) => println!("{margin}{text}"),
            Event::Status(status) => eprintln!("{margin}({status})"),
            Event::Error(failure) => println!("{margin}failed: {failure}"),
            _ => {}
        }
    }
    Ok(())
}
