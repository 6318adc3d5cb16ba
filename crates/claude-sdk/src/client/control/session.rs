//! Session requests: its name, its subscribers, its end.

use claude_types::{
    ClaimSessionRequest, ClaimSessionResponse, EndSessionRequest, GenerateSessionTitleRequest,
    RemoteControlRequest, RenameSessionRequest, SetColorRequest, SetHasSubscribersRequest,
};

use crate::error::Result;
use crate::session::Client;

/// # Session
impl Client {
    /// Gives the session a title: a text, or a [`RenameSessionRequest`] that says who chose it.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.113 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn rename_session(
        &self,
        request: impl Into<RenameSessionRequest> + Send,
    ) -> Result<()> {
        self.request(&request.into()).await?;
        Ok(())
    }

    /// Has a model think up a title from what the session is about: a text, or a
    /// [`GenerateSessionTitleRequest`] that names the session so at once. `None` where the model
    /// gave none. The vendor does not declare this request.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn generate_session_title(
        &self,
        request: impl Into<GenerateSessionTitleRequest> + Send,
    ) -> Result<Option<String>> {
        Ok(self.request_slow(&request.into()).await?.title)
    }

    /// Sets the colour of the session; `default` for none. It is declared, but no CLI up to 2.1.329
    /// knows it.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_color(&self, color: &str) -> Result<()> {
        self.request(&SetColorRequest::new(color)).await?;
        Ok(())
    }

    /// Tells whether anybody watches the output; `None` where that is not known. Some CLIs join
    /// small pieces of the stream for nobody.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.300 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_has_subscribers(&self, has: impl Into<Option<bool>>) -> Result<()> {
        let mut request = SetHasSubscribersRequest::new();
        request.has_subscribers = has.into();
        self.request(&request).await?;
        Ok(())
    }

    /// Turns remote control on or off. The vendor does not declare this request, and only turning
    /// it off was tried.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_remote_control(&self, enabled: bool) -> Result<()> {
        self.request(&RemoteControlRequest::new(enabled)).await?;
        Ok(())
    }

    /// Turns a process that was started as a spare into a session. It works once. The vendor does
    /// not declare this request.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; a refusal begins with a word such as `not_a_spare`.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn claim_session(
        &self,
        request: ClaimSessionRequest,
    ) -> Result<ClaimSessionResponse> {
        self.request_slow(&request).await
    }

    /// Has the CLI end by itself, whatever runs. [`Client::close`] gives it time to finish instead,
    /// and waits for it.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn end_session(&self) -> Result<()> {
        self.request(&EndSessionRequest::new()).await?;
        Ok(())
    }
}
