//! MCP servers of a running session: their status, and changes to the set.

use std::time::Duration;

use claude_types::{McpReconnectRequest, McpServerStatus, McpSetServersResponse, McpToggleRequest};

#[cfg(feature = "mcp")]
use crate::error::Error;
use crate::error::Result;
use crate::mcp_servers::{McpServers, status, wait};
#[cfg(feature = "mcp")]
use crate::mcp_servers::{replace, restore};
use crate::session::Client;

/// # MCP servers
impl Client {
    /// The MCP servers and how they are.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn mcp_status(&self) -> Result<Vec<McpServerStatus>> {
        status(self.connection()).await
    }

    /// Sets the MCP servers of the session: those of [`Options`](crate::Options) and of earlier
    /// calls that are not among them go, calls in flight are answered. Servers from settings files
    /// stay.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone. A server that cannot be connected is
    /// no error: see [`McpSetServersResponse::errors`]. After a refusal the servers are as they
    /// were.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_mcp_servers(&self, servers: McpServers) -> Result<McpSetServersResponse> {
        let connection = self.connection();
        #[cfg(feature = "mcp")]
        let before = replace(&servers, connection, self.session_id()).await?;
        let response = servers.tell(connection).await;
        #[cfg(feature = "mcp")]
        if let Err(Error::Control { .. }) = &response {
            // After another error the CLI may have taken them, and will call.
            restore(before, connection).await?;
        }
        let response = response?;
        for name in response.removed.iter().flatten() {
            if !servers.names().any(|kept| kept == name) {
                connection.remove_mcp_server(name).await?;
            }
        }
        Ok(response)
    }

    /// Turns an MCP server on or off.
    ///
    /// # Errors
    ///
    /// As [`Client::mcp_status`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn toggle_mcp_server(&self, name: &str, enabled: bool) -> Result<()> {
        self.connection().request(&McpToggleRequest::new(name, enabled)).await?;
        Ok(())
    }

    /// Connects an MCP server anew.
    ///
    /// # Errors
    ///
    /// As [`Client::mcp_status`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn reconnect_mcp_server(&self, name: &str) -> Result<()> {
        self.connection().request(&McpReconnectRequest::new(name)).await?;
        Ok(())
    }

    /// Waits until the named MCP servers are connected; all of them if the list is empty. Returns
    /// how they are then.
    ///
    /// Servers in this process are always ready: the CLI connects them with the first prompt.
    ///
    /// # Errors
    ///
    /// [`Precondition::McpServer`](crate::error::Precondition::McpServer) as soon as one has failed, wants a login, is turned off or is not there,
    /// and with the name of the first that is not ready in time.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn wait_for_mcp(
        &self,
        names: &[&str],
        within: Duration,
    ) -> Result<Vec<McpServerStatus>> {
        wait(self.connection(), names, within).await
    }
}
