//! Settings of the running session and of settings files; hooks of settings files.

use std::sync::Arc;

use claude_types::{
    ApplyFlagSettingsRequest, GetHooksListingRequest, GetHooksListingResponse, GetSettingsRequest,
    GetSettingsResponse, Raw, SettingsSource, UpdateSettingsRequest,
};
use serde::Serialize;

use crate::error::{Error, Result};
use crate::session::Client;

/// # Settings
impl Client {
    /// The settings in force and where they come from. They hold what the files hold, secrets
    /// included.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn settings(&self) -> Result<GetSettingsResponse> {
        self.request(&GetSettingsRequest::new()).await
    }

    /// Changes settings for the running session only: an object of the keys to change, where null
    /// takes one back. If one is malformed, none is applied.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// let settings = serde_json::json!({ "effortLevel": "high", "model": null });
    /// client.apply_flag_settings(&settings).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn apply_flag_settings(&self, settings: &(impl Serialize + Sync)) -> Result<()> {
        self.request(&ApplyFlagSettingsRequest::new(raw(settings)?)).await?;
        Ok(())
    }

    /// Writes settings to a file: an object of texts. The CLI allows few keys: `outputStyle` for
    /// [`SettingsSource::LocalSettings`], `effortLevel` for [`SettingsSource::UserSettings`].
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.250 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn update_settings(
        &self,
        source: SettingsSource,
        settings: &(impl Serialize + Sync),
    ) -> Result<()> {
        self.request(&UpdateSettingsRequest::new(source, raw(settings)?)).await?;
        Ok(())
    }

    /// The hooks of settings files and plugins, for a screen. Those of
    /// [`Options::on_hook`](crate::Options::on_hook) are not among them.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.250 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn hooks_listing(&self) -> Result<GetHooksListingResponse> {
        self.request(&GetHooksListingRequest::new()).await
    }
}

fn raw(settings: &impl Serialize) -> Result<Raw> {
    Raw::from_serialize(settings).map_err(|error| Error::Decode { source: Arc::new(error) })
}
