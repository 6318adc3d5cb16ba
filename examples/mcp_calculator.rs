//! Rust functions as tools of the model, in this process.
//!
//! Run: `cargo run -p claude-examples --example mcp_calculator` (needs the Claude Code CLI and a
//! login; set `CLAUDE_CLI_PATH` to run it against another CLI). With `--serve` it is an MCP server
//! over stdin and stdout instead, for any MCP client.
//!
//! Runs unattended: mock, real CLI.
//!
//! Expected output: the answer of the model, and how often it has used the calculator.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use claude_sdk::mcp::schemars::{self, JsonSchema};
use claude_sdk::mcp::{Server, Tool, serve_stdio};
use claude_sdk::{Options, ToolName, query};
use serde::Deserialize;

#[derive(Deserialize, JsonSchema)]
struct Operands {
    /// The first number.
    a: f64,
    /// The second number.
    b: f64,
}

/// Tools share state through their closures.
fn calculator(used: &Arc<AtomicU64>) -> Server {
    let (adding, dividing) = (Arc::clone(used), Arc::clone(used));
    let add = move |args: Operands| {
        adding.fetch_add(1, Ordering::Relaxed);
        async move { args.a + args.b }
    };
    let divide = move |args: Operands| {
        dividing.fetch_add(1, Ordering::Relaxed);
        // An error is text that the model reads.
        async move { if args.b == 0.0 { Err("division by zero") } else { Ok(args.a / args.b) } }
    };
    Server::builder("calculator", "1.0.0")
        .add(Tool::new("add", "Adds two numbers.", add).read_only(true))
        .add(Tool::new("divide", "Divides a by b.", divide).read_only(true))
        .build()
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let used = Arc::new(AtomicU64::new(0));
    let server = calculator(&used);
    if std::env::args().any(|arg| arg == "--serve") {
        return Ok(serve_stdio(server).await?);
    }
    let options = Options::default()
        .mcp_server("calculator", server)
        .allow_tools([ToolName::server("calculator")]);
    let answer = query("Use the calculator: what is 1.5 + 2?", options).text().await?;
    println!("{answer} (calls: {})", used.load(Ordering::Relaxed));
    Ok(())
}
