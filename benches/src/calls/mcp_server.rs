//! MCP server of the bench: one tool that returns at once, and one that takes a fixed time.

use std::convert::Infallible;
use std::time::Duration;

use claude_sdk::mcp::{Server, schemars};
use serde::Deserialize;

/// How long `sleep` takes.
pub(crate) const TOOL_DELAY: Duration = Duration::from_millis(50);

/// The arguments of both tools.
#[derive(Deserialize, schemars::JsonSchema)]
struct Echo {
    /// What to say.
    text: String,
}

/// A server with the tools `echo` and `sleep`.
pub(crate) fn server() -> Server {
    Server::builder("bench", "1.0.0")
        .tool("echo", "Says it again.", |args: Echo| async move { Ok::<_, Infallible>(args.text) })
        .tool("sleep", "Says it again, later.", |args: Echo| async move {
            tokio::time::sleep(TOOL_DELAY).await;
            Ok::<_, Infallible>(args.text)
        })
        .build()
}
