//! Usage requests: what fills the context, and what was consumed.

use claude_types::{
    ContextUsage, ContextUsageDetail, GetContextUsageRequest, GetSessionCostRequest,
    GetUsageRequest, PlanUsage,
};

use crate::error::Result;
use crate::session::Client;

/// # Context and usage
impl Client {
    /// Returns what fills the context: in full, unless `detail` asks for a summary.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default).
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn context_usage(
        &self,
        detail: impl Into<Option<ContextUsageDetail>>,
    ) -> Result<ContextUsage> {
        let mut request = GetContextUsageRequest::new();
        request.detail = detail.into();
        self.request_slow(&request).await
    }

    /// Returns the usage of the session and of the account's plan. The vendor calls this request
    /// experimental.
    ///
    /// The part about behaviors is computed from the session files of the last days.
    /// [`GetUsageRequest::skip_behaviors`] leaves it out, which is faster.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default). CLIs up to 2.1.150
    /// do not know the request.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn plan_usage(&self, request: GetUsageRequest) -> Result<PlanUsage> {
        self.request_slow(&request).await
    }

    /// Returns what the session cost, as text for display.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. CLIs up to 2.1.113 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn session_cost(&self) -> Result<String> {
        Ok(self.request(&GetSessionCostRequest::new()).await?.text.unwrap_or_default())
    }
}
