//! Settings requests: settings of the running session and of settings files, and hooks of settings
//! files.

use std::sync::Arc;

use claude_types::{
    ApplyFlagSettingsRequest, GetHooksListingRequest, GetHooksListingResponse, GetSettingsRequest,
    GetSettingsResponse, Raw, SettingsSource, UpdateSettingsRequest,
};
use serde::Serialize;

use crate::error::{Error, Result};
use crate::session::{Change, Client};

/// # Settings
impl Client {
    /// Returns the settings that apply, and where they are set. They contain the content of the
    /// settings files, secrets included.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn settings(&self) -> Result<GetSettingsResponse> {
        self.request(&GetSettingsRequest::new()).await
    }

    /// Changes settings for the running session only.
    ///
    /// `settings` is an object with the keys to change; null removes a setting that was changed
    /// this way. If one value is malformed, none is applied.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. [`Error::Decode`] if `settings` cannot be serialized.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
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
        let request = ApplyFlagSettingsRequest::new(raw(settings)?);
        let _held = self.restarter().hold().await;
        self.request(&request).await?;
        // The CLI refuses everything that is not an object.
        if let Ok(settings) = request.settings.parse() {
            self.restarter().note(Change::FlagSettings(settings));
        }
        Ok(())
    }

    /// Writes settings to a settings file. `settings` is an object of strings.
    ///
    /// The CLI allows few keys: `outputStyle` for [`SettingsSource::LocalSettings`], and
    /// `effortLevel` for [`SettingsSource::UserSettings`].
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. [`Error::Decode`] if `settings` cannot be serialized. CLIs
    /// up to 2.1.250 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn update_settings(
        &self,
        source: SettingsSource,
        settings: &(impl Serialize + Sync),
    ) -> Result<()> {
        self.request(&UpdateSettingsRequest::new(source, raw(settings)?)).await?;
        Ok(())
    }

    /// Returns the hooks of settings files and plugins. Those of
    /// [`Options::on_hook`](crate::Options::on_hook) are not included.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. CLIs up to 2.1.250 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn hooks_listing(&self) -> Result<GetHooksListingResponse> {
        self.request(&GetHooksListingRequest::new()).await
    }
}

fn raw(settings: &impl Serialize) -> Result<Raw> {
    Raw::from_serialize(settings).map_err(|error| Error::Decode { source: Arc::new(error) })
}
