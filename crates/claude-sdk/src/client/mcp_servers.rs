//! MCP servers of a running session: their status, and changes to the set.

use std::time::Duration;

use claude_types::{McpReconnectRequest, McpServerStatus, McpSetServersResponse, McpToggleRequest};

#[cfg(any(feature = "mcp", doc))]
use crate::error::Error;
use crate::error::Result;
use crate::mcp_servers::{McpServers, status, wait};
#[cfg(feature = "mcp")]
use crate::mcp_servers::{replace, restore};
use crate::session::{Change, Client};

/// # MCP servers
impl Client {
    /// Returns the status of each MCP server.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn mcp_status(&self) -> Result<Vec<McpServerStatus>> {
        status(self.connection()).await
    }

    /// Replaces the MCP servers of the session.
    ///
    /// Servers from [`Options`](crate::Options) and from earlier calls that are not in `servers`
    /// are removed; calls that they have started are answered. Servers from settings files stay. A
    /// server that cannot be connected is not an error: see [`McpSetServersResponse::errors`].
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. After [`Error::Control`], the servers are the same as
    /// before.
    ///
    /// # Cancel safety
    ///
    /// The request may have been sent when the future is dropped. In that case some servers of the
    /// earlier set may still be registered in this process.
    pub async fn set_mcp_servers(&self, servers: McpServers) -> Result<McpSetServersResponse> {
        let _held = self.restarter().hold().await;
        let connection = self.connection();
        #[cfg(feature = "mcp")]
        let before = replace(&servers, connection, self.session().ids()).await?;
        let response = servers.tell(connection).await;
        #[cfg(feature = "mcp")]
        if let Err(Error::Control { .. }) = &response {
            // Only after a refusal. After another error the CLI may have applied the new set, and
            // calls its servers.
            restore(before, connection).await?;
        }
        let response = response?;
        self.session().mcp.declare(servers.commands());
        if let Some(reasons) = &response.errors {
            self.session().mcp.failed(reasons);
        }
        for name in response.removed.iter().flatten() {
            if !servers.names().any(|kept| kept == name) {
                connection.remove_mcp_server(name).await?;
            }
        }
        self.restarter().note(Change::Servers(servers));
        Ok(response)
    }

    /// Enables or disables an MCP server.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn toggle_mcp_server(&self, name: &str, enabled: bool) -> Result<()> {
        let _held = self.restarter().hold().await;
        self.connection().request(&McpToggleRequest::new(name, enabled)).await?;
        self.restarter().note(Change::Enabled { server: name.into(), enabled });
        Ok(())
    }

    /// Reconnects an MCP server.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn reconnect_mcp_server(&self, name: &str) -> Result<()> {
        self.connection().request(&McpReconnectRequest::new(name)).await?;
        Ok(())
    }

    /// Waits until the named MCP servers are connected, or all of them if `names` is empty. Returns
    /// their status.
    ///
    /// The status is requested repeatedly: after 20 ms first, then with pauses that double up to
    /// 500 ms. In-process servers count as connected: the CLI connects them with the first prompt.
    ///
    /// # Errors
    ///
    /// - [`Precondition::McpServer`](crate::error::Precondition::McpServer) at once if a server has
    ///   failed, requires authentication, is disabled or does not exist; and with the name of the
    ///   first server that is not connected within `within`.
    /// - [`Error::Timeout`] if `names` is empty and the CLI does not report any status within
    ///   `within`.
    /// - The errors of [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time.
    pub async fn wait_for_mcp(
        &self,
        names: &[&str],
        within: Duration,
    ) -> Result<Vec<McpServerStatus>> {
        wait(self.connection(), names, within).await
    }
}
