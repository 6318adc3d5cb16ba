//! Usage: what fills the context, and what was consumed.

use claude_types::{
    ContextUsage, ContextUsageDetail, GetContextUsageRequest, GetSessionCostRequest,
    GetUsageRequest, PlanUsage,
};

use crate::error::Result;
use crate::session::Client;

/// # Context and usage
impl Client {
    /// What fills the context; in full, unless a summary is asked for.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn context_usage(
        &self,
        detail: impl Into<Option<ContextUsageDetail>>,
    ) -> Result<ContextUsage> {
        let mut request = GetContextUsageRequest::new();
        request.detail = detail.into();
        self.request_slow(&request).await
    }

    /// Use of the session and of the account's plan. The vendor calls it experimental.
    ///
    /// What it says about behaviours is made of the session files of the last days; leaving that
    /// out is faster ([`GetUsageRequest::skip_behaviors`]).
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.150 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn plan_usage(&self, request: GetUsageRequest) -> Result<PlanUsage> {
        self.request_slow(&request).await
    }

    /// What the session cost, as text for a screen.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.113 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn session_cost(&self) -> Result<String> {
        Ok(self.request(&GetSessionCostRequest::new()).await?.text.unwrap_or_default())
    }
}
