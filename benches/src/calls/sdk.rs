//! SDK reader: one query with an in-process server.

use claude_sdk::query;
use tokio::runtime::Builder;

use claude_benches::Failure;

use crate::mcp_server;
use crate::placement::Mock;

/// Answers a complete session. Returns the text of its result.
pub(crate) fn answer(mock: &Mock, calls: &str, mut runtime: Builder) -> Result<String, Failure> {
    let options =
        mock.options().env(crate::VARIABLE, calls).mcp_server("bench", mcp_server::server());
    runtime.enable_all().build()?.block_on(async { Ok(query("go", options).text().await?) })
}
