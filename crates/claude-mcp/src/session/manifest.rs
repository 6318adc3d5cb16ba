//! Manifest: the responses of a server to the MCP handshake, requested ahead of time.

use std::sync::atomic::{AtomicU64, Ordering};

use claude_types::Raw;
use serde::Deserialize;

use super::dispatch::{Session, lock};
use super::message::json;
use crate::version::CLI_SPEAKS;

static ASKED: AtomicU64 = AtomicU64::new(0);

/// The results of `initialize` and `tools/list`.
///
/// A CLI that gets them needs no handshake, and has the tools in the first turn.
///
/// # Examples
///
/// ```
/// use claude_mcp::{NoArgs, Server, Session};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let server = Server::builder("clock", "1.0.0")
///     .tool("now", "Returns the time.", |_: NoArgs| async { "12:00" })
///     .build();
/// let manifest = Session::new("clock", server).manifest().await;
/// assert!(manifest.is_some());
/// # }
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Manifest {
    /// The result of `initialize`.
    pub initialize_result: Raw,
    /// The result of `tools/list`.
    pub tools_list_result: Raw,
    /// The tools of the server that the list does not contain because the CLI or the API would not accept them, each
    /// with the reason. Empty for a [`Server`](crate::Server), unless a schema of its own is of another type than
    /// `object`, or two names differ only in characters that are no letters or digits.
    pub left_out: Vec<String>,
}

impl Session {
    /// Requests the results of the handshake from the server.
    ///
    /// Returns `None` if the server refuses a request, or if its list of tools has several pages. Then the CLI has to
    /// complete the handshake itself.
    pub async fn manifest(&self) -> Option<Manifest> {
        let hello = serde_json::json!({
            "protocolVersion": CLI_SPEAKS,
            "capabilities": {},
            "clientInfo": { "name": "claude-code", "version": env!("CARGO_PKG_VERSION") },
        });
        let initialize_result = self.ask("initialize", hello).await?;
        let tools_list_result = self.ask("tools/list", serde_json::json!({})).await?;
        let page = tools_list_result.parse::<Page>().ok()?;
        let left_out = std::mem::take(&mut *lock(&self.left_out));
        page.next_cursor.is_none().then_some(Manifest {
            initialize_result,
            tools_list_result,
            left_out,
        })
    }

    async fn ask(&self, method: &str, params: serde_json::Value) -> Option<Raw> {
        // Use an ID of its own: the client may send requests at the same time.
        let id = format!("manifest {}: {method}", ASKED.fetch_add(1, Ordering::Relaxed));
        let request =
            serde_json::json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params });
        self.answer(json(&request)).await.parse::<Answer>().ok()?.result
    }
}

#[derive(Deserialize)]
struct Answer {
    result: Option<Raw>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    next_cursor: Option<Raw>,
}
