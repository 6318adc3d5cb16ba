//! Session requests: its title, its subscribers, its end.

use claude_types::{
    ClaimSessionRequest, ClaimSessionResponse, EndSessionRequest, GenerateSessionTitleRequest,
    RemoteControlRequest, RenameSessionRequest, SetColorRequest, SetHasSubscribersRequest,
};

use crate::error::Result;
use crate::session::Client;

/// # Session
impl Client {
    /// Sets the title of the session: a text, or a [`RenameSessionRequest`] that also sets who
    /// chose it.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. CLIs up to 2.1.113 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn rename_session(
        &self,
        request: impl Into<RenameSessionRequest> + Send,
    ) -> Result<()> {
        self.request(&request.into()).await?;
        Ok(())
    }

    /// Lets a model generate a title from a description of the session. The vendor does not
    /// document this request.
    ///
    /// Pass a text, or a [`GenerateSessionTitleRequest`] that also sets the title at once. Returns
    /// `None` if the model generated none.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default).
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn generate_session_title(
        &self,
        request: impl Into<GenerateSessionTitleRequest> + Send,
    ) -> Result<Option<String>> {
        Ok(self.request_slow(&request.into()).await?.title)
    }

    /// Sets the color of the session; `default` removes it. The vendor documents this request, but
    /// no CLI up to 2.1.329 knows it.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn set_color(&self, color: &str) -> Result<()> {
        self.request(&SetColorRequest::new(color)).await?;
        Ok(())
    }

    /// Reports to the CLI whether the output has subscribers; `None` if that is not known.
    ///
    /// Without subscribers, some CLIs merge small deltas of the stream.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. CLIs up to 2.1.300 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn set_has_subscribers(&self, has: impl Into<Option<bool>>) -> Result<()> {
        let mut request = SetHasSubscribersRequest::new();
        request.has_subscribers = has.into();
        self.request(&request).await?;
        Ok(())
    }

    /// Turns remote control on or off. The vendor does not document this request, and only turning
    /// it off was tested.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn set_remote_control(&self, enabled: bool) -> Result<()> {
        self.request(&RemoteControlRequest::new(enabled)).await?;
        Ok(())
    }

    /// Turns a process that was started as a warm client into a session. This works once. The
    /// vendor does not document this request.
    ///
    /// [`WarmClient::claim`](crate::client::WarmClient::claim) does this.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default). The message of a
    /// refusal begins with a code such as `not_a_spare`.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn claim_session(
        &self,
        request: ClaimSessionRequest,
    ) -> Result<ClaimSessionResponse> {
        self.request_slow(&request).await
    }

    /// Requests that the CLI exits by itself, even if a turn is running.
    ///
    /// [`Client::close`] gives the CLI time to finish instead, and waits for its exit.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn end_session(&self) -> Result<()> {
        self.request(&EndSessionRequest::new()).await?;
        Ok(())
    }
}
