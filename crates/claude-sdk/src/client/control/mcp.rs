//! MCP requests: resources, tools and logins of servers, without the model. The set of servers is
//! in `client/mcp_servers.rs`.

use std::time::Duration;

use claude_types::{
    Capability, ChannelEnableRequest, McpAuthenticateRequest, McpAuthenticateResponse,
    McpCallRequest, McpCallResponse, McpClearAuthRequest, McpOauthCallbackUrlRequest,
    McpReadResourceRequest, McpResourceContents, Raw, SendMcpMessageRequest,
};

use crate::error::Result;
use crate::session::Client;

/// How long the CLI gives a tool that no time is set for.
const MCP_CALL: Duration = Duration::from_secs(120);

/// # MCP requests
impl Client {
    /// Reads a page that an MCP server offers for display; its address begins with `ui://`. Servers
    /// in this process are refused. What comes may be hostile: show it in a sandbox only.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.275 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn read_mcp_resource(
        &self,
        server: &str,
        uri: &str,
    ) -> Result<Vec<McpResourceContents>> {
        let answer = self.request_slow(&McpReadResourceRequest::new(server, uri)).await?;
        Ok(answer.contents.unwrap_or_default())
    }

    /// Calls a tool of an MCP server without the model. Servers in this process are refused.
    ///
    /// The answer is waited for as long as the tool may take, and [`Deadlines::control`] more.
    ///
    /// [`Deadlines::control`]: crate::limits::Deadlines::control
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; a tool that fails is refused with its text. Permissions were to be
    /// checked, and the CLI would call the tool without
    /// ([`Error::Unsupported`](crate::Error::Unsupported)): nothing was sent then.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the call back.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use claude_sdk::types::McpCallRequest;
    ///
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// let request = McpCallRequest::new("mcp__web__ping").timeout_ms(5_000_u64);
    /// let answer = client.call_mcp_tool(request).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn call_mcp_tool(&self, request: McpCallRequest) -> Result<McpCallResponse> {
        if request.check_permissions == Some(true) {
            self.must_have(&Capability::McpCallCheckPermissionsV1, "mcp_call")?;
        }
        let tool = request.timeout_ms.map_or(MCP_CALL, Duration::from_millis);
        let within = tool.saturating_add(self.connection().deadlines().control);
        self.request_within(&request, within).await
    }

    /// Hands the CLI a JSON-RPC message of a server in this process, such as the notice that its
    /// tools have changed. The answer says nothing, not even that there is such a server. What a
    /// running server says by itself is handed over without this.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the message back.
    pub async fn send_mcp_message(&self, server: &str, message: Raw) -> Result<()> {
        self.request(&SendMcpMessageRequest::new(server, message)).await?;
        Ok(())
    }

    /// Begins the OAuth login to an MCP server, and tells the address that the user has to open.
    /// The vendor does not declare this request.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn authenticate_mcp_server(&self, server: &str) -> Result<McpAuthenticateResponse> {
        self.request_slow(&McpAuthenticateRequest::new(server)).await
    }

    /// Hands over the address that the browser was sent back to after a login, where it could not
    /// reach the CLI. The vendor does not declare this request.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn finish_mcp_login(&self, server: &str, callback_url: &str) -> Result<()> {
        self.request_slow(&McpOauthCallbackUrlRequest::new(server, callback_url)).await?;
        Ok(())
    }

    /// Forgets the login to an MCP server. The vendor does not declare this request.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn clear_mcp_login(&self, server: &str) -> Result<()> {
        self.request(&McpClearAuthRequest::new(server)).await?;
        Ok(())
    }

    /// Lets an MCP server of a plugin write into the conversation. The vendor does not declare this
    /// request.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn enable_mcp_channel(&self, server: &str) -> Result<()> {
        self.request(&ChannelEnableRequest::new(server)).await?;
        Ok(())
    }
}
