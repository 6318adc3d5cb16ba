//! The SDK as a user has it: one query with an in-process server.

use claude_sdk::{Options, query};
use tokio::runtime::Builder;

use claude_benches::Failure;

use crate::mcp_server;

/// Answers a whole session, and returns what its result says.
pub(crate) fn answer(mock: &str, calls: &str, mut runtime: Builder) -> Result<String, Failure> {
    let options = Options::default()
        .cli_path(mock)
        .env_clear()
        .env(crate::VARIABLE, calls)
        .mcp_server("bench", mcp_server::server());
    runtime.enable_all().build()?.block_on(async { Ok(query("go", options).text().await?) })
}
