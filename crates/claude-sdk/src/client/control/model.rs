//! Model requests: the model that answers, and how much it thinks.

use claude_types::{
    ListModelsRequest, Maybe, ModelInfo, ModelName, SetMaxThinkingTokensRequest, ThinkingDisplay,
};

use crate::error::Result;
use crate::session::{Change, Client};

/// # Model
impl Client {
    /// Changes the model for the following turns. `None` selects the default model.
    ///
    /// Returns the full name of the model if the CLI reports it. The CLI accepts any name: an
    /// unknown model fails with the next turn.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn set_model(&self, model: impl Into<Option<&str>>) -> Result<Option<ModelName>> {
        self.check_usable().await?;
        let model = model.into();
        let _held = self.restarter().hold().await;
        let resolved = self.connection().set_model(model).await?;
        self.restarter().note(Change::Model(model.map(Into::into)));
        Ok(resolved)
    }

    /// Returns the models that can be selected.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. CLIs up to 2.1.150 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn list_models(&self) -> Result<Vec<ModelInfo>> {
        Ok(self.request(&ListModelsRequest::new()).await?.models.unwrap_or_default())
    }

    /// Changes how many tokens the model may use for thinking. 0 turns thinking off; `None`
    /// restores the default of the session.
    ///
    /// How thinking is displayed does not change.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn set_max_thinking_tokens(&self, tokens: impl Into<Option<u64>>) -> Result<()> {
        let mut request = SetMaxThinkingTokensRequest::new();
        request.max_thinking_tokens = tokens.into().map_or(Maybe::Null, Maybe::Value);
        self.set_thinking(request).await
    }

    /// Changes how thinking is displayed. `None` restores the default of the session.
    ///
    /// How much the model thinks does not change.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn set_thinking_display(
        &self,
        display: impl Into<Option<ThinkingDisplay>>,
    ) -> Result<()> {
        let mut request = SetMaxThinkingTokensRequest::new();
        request.thinking_display = display.into().map_or(Maybe::Null, Maybe::Value);
        self.set_thinking(request).await
    }

    async fn set_thinking(&self, request: SetMaxThinkingTokensRequest) -> Result<()> {
        let _held = self.restarter().hold().await;
        self.request(&request).await?;
        self.restarter().note(Change::Thinking(request));
        Ok(())
    }
}
