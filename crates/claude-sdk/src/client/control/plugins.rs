//! Plugins, skills and output styles: reloads them.

use std::path::Path;

use claude_types::{
    Capability, ReloadOutputStylesRequest, ReloadPluginsRequest, ReloadPluginsResponse,
    ReloadSkillsRequest, SlashCommand,
};

use crate::error::{Error, Result};
use crate::session::Client;

/// # Plugins and skills
impl Client {
    /// Loads plugins anew; the request says which are new, and what is to keep it.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]. A plugin's path is not absolute ([`Error::Options`]). It was to be
    /// refused while a turn runs, and one does
    /// ([`ErrorCode::ReloadPluginsBusy`](claude_types::ErrorCode::ReloadPluginsBusy)), or the CLI
    /// does not know how to refuse that ([`Error::Unsupported`]).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn reload_plugins(
        &self,
        request: ReloadPluginsRequest,
    ) -> Result<ReloadPluginsResponse> {
        let plugins = request.add_plugins.iter().flatten();
        if let Some(plugin) = plugins.into_iter().find(|plugin| !is_absolute(&plugin.path)) {
            return Err(Error::options(format!("the plugin `{}` has no full path", plugin.path)));
        }
        if request.refuse_if_busy == Some(true) {
            self.must_have(&Capability::ReloadPluginsRefuseIfBusyV1, "reload_plugins")?;
        }
        self.request_slow(&request).await
    }

    /// Reads the skills anew, and returns them as slash commands.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.150 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn reload_skills(&self) -> Result<Vec<SlashCommand>> {
        Ok(self.request_slow(&ReloadSkillsRequest::new()).await?.skills.unwrap_or_default())
    }

    /// Reads the output styles anew, and returns their names.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.250 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn reload_output_styles(&self) -> Result<Vec<String>> {
        let answer = self.request_slow(&ReloadOutputStylesRequest::new()).await?;
        Ok(answer.available_output_styles.unwrap_or_default())
    }
}

fn is_absolute(path: &str) -> bool {
    Path::new(path).is_absolute()
}
