//! Permissions: the permission mode, and the rules that apply.

use claude_types::{
    ListPermissionRulesRequest, PermissionMode, PermissionRulesState,
    SetMcpPermissionModeOverrideRequest, SetPermissionModeRequest,
};

use crate::error::{Precondition, Result};
use crate::session::Client;

/// # Permissions
impl Client {
    /// Changes the permission mode.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; and [`Precondition::PermissionMode`] where the CLI says that it runs in
    /// another mode now.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_permission_mode(&self, mode: PermissionMode) -> Result<()> {
        let actual = self.request(&SetPermissionModeRequest::new(mode.clone())).await?.mode;
        match actual {
            Some(actual) if actual != mode => {
                Err(Precondition::PermissionMode { expected: mode, actual }.into())
            }
            _ => Ok(()),
        }
    }

    /// Has the tools of one MCP server decided in a stricter mode than the session's: `default` or
    /// `auto`; `None` for that of the session. Returns why it has no effect yet, if so.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_mcp_permission_mode(
        &self,
        server: &str,
        mode: impl Into<Option<PermissionMode>>,
    ) -> Result<Option<String>> {
        let mut request = SetMcpPermissionModeOverrideRequest::new(server);
        request.mode = mode.into();
        Ok(self.request(&request).await?.warning)
    }

    /// The permission rules in force, and where they stand.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.250 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn list_permission_rules(&self) -> Result<PermissionRulesState> {
        Ok(self.request(&ListPermissionRulesRequest::new()).await?.state)
    }
}
