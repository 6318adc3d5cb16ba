//! MCP requests: resources, tools and authentication of MCP servers, without the model. The set of
//! servers is in `client/mcp_servers.rs`.

use std::time::Duration;

use claude_types::{
    Capability, ChannelEnableRequest, McpAuthenticateRequest, McpAuthenticateResponse,
    McpCallRequest, McpCallResponse, McpClearAuthRequest, McpOauthCallbackUrlRequest,
    McpReadResourceRequest, McpResourceContents, Raw, SendMcpMessageRequest,
};

use crate::error::Result;
use crate::session::Client;

/// The time that the CLI gives a tool call without a timeout of its own.
const MCP_CALL: Duration = Duration::from_secs(120);

/// # MCP requests
impl Client {
    /// Reads a resource that an MCP server offers for display. Its URI begins with `ui://`.
    ///
    /// In-process servers are refused. The content may be hostile: show it only in a sandbox.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default). CLIs up to 2.1.275
    /// do not know the request.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn read_mcp_resource(
        &self,
        server: &str,
        uri: &str,
    ) -> Result<Vec<McpResourceContents>> {
        let answer = self.request_slow(&McpReadResourceRequest::new(server, uri)).await?;
        Ok(answer.contents.unwrap_or_default())
    }

    /// Calls a tool of an MCP server without the model. In-process servers are refused.
    ///
    /// Waits for the timeout of the call (120 s by default) plus [`Deadlines::control`] (60 s by
    /// default).
    ///
    /// [`Deadlines::control`]: crate::limits::Deadlines::control
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except for the deadline. In addition:
    ///
    /// - [`Error::Control`](crate::Error::Control) with the text of the tool if the tool fails.
    /// - [`Error::Unsupported`](crate::Error::Unsupported) if the request asks to check permissions
    ///   and the CLI would call the tool without the check. Nothing is sent then.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the call.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use claude_sdk::types::McpCallRequest;
    ///
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// let request = McpCallRequest::new("mcp__web__ping").timeout_ms(5_000_u64);
    /// let response = client.call_mcp_tool(request).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn call_mcp_tool(&self, request: McpCallRequest) -> Result<McpCallResponse> {
        if request.check_permissions == Some(true) {
            self.must_have(&Capability::McpCallCheckPermissionsV1, "mcp_call")?;
        }
        if request.soft_error_result == Some(true) {
            self.must_have(&Capability::McpCallSoftErrorResultV1, "mcp_call")?;
        }
        let tool = request.timeout_ms.map_or(MCP_CALL, Duration::from_millis);
        let within = tool.saturating_add(self.connection().deadlines().control);
        self.request_within(&request, within).await
    }

    /// Passes a JSON-RPC message of an in-process server to the CLI, such as a notification that
    /// its tools have changed.
    ///
    /// The response is empty, even if there is no such server. Messages that a running server sends
    /// by itself are passed on without this call.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn send_mcp_message(&self, server: &str, message: Raw) -> Result<()> {
        self.request(&SendMcpMessageRequest::new(server, message)).await?;
        Ok(())
    }

    /// Starts the OAuth login to an MCP server, and returns the URL that the user has to open. The
    /// vendor does not document this request.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default).
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn authenticate_mcp_server(&self, server: &str) -> Result<McpAuthenticateResponse> {
        self.request_slow(&McpAuthenticateRequest::new(server)).await
    }

    /// Passes the URL to which the browser was redirected after a login, if the browser could not
    /// reach the CLI. The vendor does not document this request.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default).
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn finish_mcp_login(&self, server: &str, callback_url: &str) -> Result<()> {
        self.request_slow(&McpOauthCallbackUrlRequest::new(server, callback_url)).await?;
        Ok(())
    }

    /// Removes the login to an MCP server. The vendor does not document this request.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn clear_mcp_login(&self, server: &str) -> Result<()> {
        self.request(&McpClearAuthRequest::new(server)).await?;
        Ok(())
    }

    /// Allows an MCP server of a plugin to write into the conversation. The vendor does not
    /// document this request.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn enable_mcp_channel(&self, server: &str) -> Result<()> {
        self.request(&ChannelEnableRequest::new(server)).await?;
        Ok(())
    }
}
