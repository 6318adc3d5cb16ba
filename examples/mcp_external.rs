//! MCP servers that the CLI starts or reaches, and waiting until one is there.
//!
//! Run: `cargo run -p claude-examples --example mcp_external -- COMMAND [ARG...]`, with the command
//! of an MCP server over stdio (needs the Claude Code CLI and a login; set `CLAUDE_CLI_PATH` to run
//! it against another CLI).
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: one line for each server with its state and its tools, then the answer.

use std::time::Duration;

use claude_sdk::types::McpServerConfig;
use claude_sdk::{Client, McpServers, Options, ToolName};

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_else(|| "mcp-lab".into());
    // Commands, variables and headers go through the pipe: nothing of them is on a command line.
    let servers = McpServers::new().external("tools", McpServerConfig::stdio(command, words));
    let options = Options::default().mcp_servers(servers).allow_tools([ToolName::server("tools")]);
    let client = Client::connect(options).await?;
    // The error tells which server is not ready, and why.
    for server in client.wait_for_mcp(&["tools"], Duration::from_secs(30)).await? {
        let tools: Vec<_> = server.tools.iter().flatten().map(|tool| &*tool.name).collect();
        println!("{}: {:?}, {}", server.name, server.status, tools.join(", "));
    }
    let answer = client.send("Which tools do you have?").await?.text().await?;
    println!("{answer}");
    client.close().await?;
    Ok(())
}
