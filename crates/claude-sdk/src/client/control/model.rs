//! Model: which model answers, and how much it thinks.

use claude_types::{
    ListModelsRequest, Maybe, ModelInfo, ModelName, SetMaxThinkingTokensRequest, ThinkingDisplay,
};

use crate::error::Result;
use crate::session::Client;

/// # Model
impl Client {
    /// Changes the model for the turns to come; `None` is the default model. Returns the full name
    /// of the model, if the CLI says so.
    ///
    /// The CLI takes any name: that there is no such model shows with the next turn.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_model(&self, model: impl Into<Option<&str>>) -> Result<Option<ModelName>> {
        Ok(self.connection().set_model(model.into()).await?)
    }

    /// The models to choose from.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.150 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn list_models(&self) -> Result<Vec<ModelInfo>> {
        Ok(self.request(&ListModelsRequest::new()).await?.models.unwrap_or_default())
    }

    /// Changes how many tokens the model may think; 0 for none, `None` for the session's default.
    /// How thinking is shown stays as it is.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_max_thinking_tokens(&self, tokens: impl Into<Option<u64>>) -> Result<()> {
        let mut request = SetMaxThinkingTokensRequest::new();
        request.max_thinking_tokens = tokens.into().map_or(Maybe::Null, Maybe::Value);
        self.request(&request).await?;
        Ok(())
    }

    /// Changes how thinking is shown; `None` for the session's default. How much is thought stays
    /// as it is.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_thinking_display(
        &self,
        display: impl Into<Option<ThinkingDisplay>>,
    ) -> Result<()> {
        let mut request = SetMaxThinkingTokensRequest::new();
        request.thinking_display = display.into().map_or(Maybe::Null, Maybe::Value);
        self.request(&request).await?;
        Ok(())
    }
}
