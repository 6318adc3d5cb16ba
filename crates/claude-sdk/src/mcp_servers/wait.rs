//! Wait: requests the status of MCP servers until they are connected.

use std::time::Duration;

use claude_protocol::Connection;
use claude_types::{McpServerState, McpServerStatus, McpStatusRequest, McpTransport};
use tokio::time::{Instant, sleep, timeout};

use crate::error::{Error, Precondition, Result};

/// The pause between two status requests: the first one, which doubles, and the longest one.
const POLL_PAUSE: (Duration, Duration) = (Duration::from_millis(20), Duration::from_millis(500));

/// Requests the status of the servers. Returns `None` if no response arrives in the time that is
/// left.
async fn status_within(
    connection: &Connection,
    left: Option<Duration>,
) -> Option<Result<Vec<McpServerStatus>>> {
    match left {
        Some(left) => timeout(left, status(connection)).await.ok(),
        None => Some(status(connection).await),
    }
}

pub(crate) async fn status(connection: &Connection) -> Result<Vec<McpServerStatus>> {
    Ok(connection.request(&McpStatusRequest::new()).await?.mcp_servers.unwrap_or_default())
}

/// Requests the status again and again, because the CLI does not report when a server is connected.
pub(crate) async fn wait(
    connection: &Connection,
    names: &[&str],
    within: Duration,
) -> Result<Vec<McpServerStatus>> {
    // `None` if the time is too far in the future to be represented: there is no deadline then.
    let deadline = Instant::now().checked_add(within);
    let left = || deadline.map(|at| at.saturating_duration_since(Instant::now()));
    let too_late = |server: Option<String>| match server {
        Some(server) => {
            let reason = format!("not connected within {within:?}");
            Precondition::McpServer { server, reason }.into()
        }
        None => Error::Timeout {
            waiting_for: "the MCP servers".into(),
            after: within,
            diagnostics: std::sync::Arc::default(),
        },
    };
    let mut waiting_for = names.first().map(|name| (*name).to_owned());
    let mut pause = POLL_PAUSE.0;
    loop {
        // At the deadline, one last request is sent, which has 500 ms to be answered.
        let time = left().map(|left| left.max(POLL_PAUSE.1));
        let Some(servers) = status_within(connection, time).await else {
            return Err(too_late(waiting_for));
        };
        let servers = servers?;
        let Some(server) = first_not_ready(&servers, names)? else { return Ok(servers) };
        let left = left();
        if left == Some(Duration::ZERO) {
            return Err(too_late(Some(server)));
        }
        waiting_for = Some(server);
        sleep(left.map_or(pause, |left| pause.min(left))).await;
        pause = (pause * 2).min(POLL_PAUSE.1);
    }
}

/// Returns the first server that is not connected yet. A server that will not connect is an error.
fn first_not_ready(servers: &[McpServerStatus], names: &[&str]) -> Result<Option<String>> {
    let is_there = |name: &&str| servers.iter().any(|server| server.name == *name);
    if let Some(missing) = names.iter().find(|name| !is_there(name)) {
        return Err(failed(missing, "the CLI does not report a server of this name"));
    }
    let wanted = |server: &&McpServerStatus| names.is_empty() || names.contains(&&*server.name);
    let mut pending = None;
    for server in servers.iter().filter(wanted) {
        let why = server.error.as_deref();
        match &server.status {
            // The CLI connects in-process servers with the first prompt.
            _ if server.transport == Some(McpTransport::Sdk) => {}
            Some(McpServerState::Connected) => {}
            Some(McpServerState::Failed) => {
                return Err(failed(&server.name, why.unwrap_or("the connection failed")));
            }
            Some(McpServerState::NeedsAuth) => {
                return Err(failed(&server.name, why.unwrap_or("authentication is required")));
            }
            Some(McpServerState::Disabled) => {
                return Err(failed(&server.name, why.unwrap_or("the server is disabled")));
            }
            _ => pending = pending.or_else(|| Some(server.name.clone())),
        }
    }
    Ok(pending)
}

fn failed(server: &str, reason: &str) -> Error {
    Precondition::McpServer { server: server.into(), reason: reason.into() }.into()
}
