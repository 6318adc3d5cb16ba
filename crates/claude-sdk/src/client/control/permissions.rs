//! Permission requests: the permission mode, and the rules that apply.

use claude_types::{
    ListPermissionRulesRequest, PermissionMode, PermissionRulesState,
    SetMcpPermissionModeOverrideRequest, SetPermissionModeRequest,
};

use crate::error::{Precondition, Result};
use crate::session::{Change, Client};

/// # Permissions
impl Client {
    /// Changes the permission mode, and returns the mode in effect.
    ///
    /// CLIs that do not report the mode are assumed to have accepted it.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. In addition, [`Precondition::PermissionMode`] if the CLI
    /// reports another mode than the requested one.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn set_permission_mode(&self, mode: PermissionMode) -> Result<PermissionMode> {
        let _held = self.restarter().hold().await;
        let actual = self.request(&SetPermissionModeRequest::new(mode.clone())).await?.mode;
        match actual {
            Some(actual) if actual != mode => {
                Err(Precondition::PermissionMode { expected: mode, actual }.into())
            }
            _ => {
                self.restarter().note(Change::Mode(mode.clone()));
                Ok(mode)
            }
        }
    }

    /// Sets a stricter permission mode for the tools of one MCP server: `default` or `auto`. `None`
    /// restores the mode of the session.
    ///
    /// Returns a warning if the mode has no effect yet.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn set_mcp_permission_mode(
        &self,
        server: &str,
        mode: impl Into<Option<PermissionMode>>,
    ) -> Result<Option<String>> {
        let mut request = SetMcpPermissionModeOverrideRequest::new(server);
        request.mode = mode.into();
        Ok(self.request(&request).await?.warning)
    }

    /// Returns the permission rules that apply, and where they are set.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. CLIs up to 2.1.250 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn list_permission_rules(&self) -> Result<PermissionRulesState> {
        Ok(self.request(&ListPermissionRulesRequest::new()).await?.state)
    }
}
