//! Prompts that wait for their turn, taken back.

use claude_types::{
    CancelAsyncMessageRequest, Capability, InterruptRequest, InterruptResponse, MessageUuid,
};

use crate::{Client, Result};

impl Client {
    /// Takes a prompt back that waits for its turn. Tells whether it was still waiting; one that
    /// has begun to run is not touched.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn cancel_prompt(&self, prompt: &MessageUuid) -> Result<bool> {
        let request = CancelAsyncMessageRequest::new(prompt.clone());
        Ok(self.request(&request).await?.cancelled.unwrap_or(false))
    }

    /// Interrupts the running turn and takes back all prompts that wait. Returns when the CLI has
    /// taken note; the turn ends with its own result.
    ///
    /// # Errors
    ///
    /// [`Error::Unsupported`](crate::Error::Unsupported) without sending anything, where the CLI
    /// would run the waiting prompts all the same (up to 2.1.200, or of unknown version before the
    /// first turn); else as [`Client::interrupt`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn cancel_queued(&self) -> Result<InterruptResponse> {
        self.must_have(&Capability::InterruptCancelQueuedV1, "interrupt")?;
        let within = self.connection().deadlines().interrupt;
        self.request_within(&InterruptRequest::new().cancel_queued(true), within).await
    }
}
