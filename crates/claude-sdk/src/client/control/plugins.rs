//! Plugin requests: reloads plugins, skills and output styles.

use std::path::Path;

use claude_types::{
    Capability, ReloadOutputStylesRequest, ReloadPluginsRequest, ReloadPluginsResponse,
    ReloadSkillsRequest, SlashCommand,
};

use crate::error::{Error, Result};
use crate::session::Client;

/// # Plugins and skills
impl Client {
    /// Reloads the plugins. The request sets which plugins are added, and what prevents the reload.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default). In addition:
    ///
    /// - [`Error::Options`] if the path of a plugin is not absolute.
    /// - [`Error::Control`] with
    ///   [`ErrorCode::ReloadPluginsBusy`](claude_types::ErrorCode::ReloadPluginsBusy) if the
    ///   request sets `refuse_if_busy` and a turn is running.
    /// - [`Error::Unsupported`] if the request sets `refuse_if_busy` and the CLI does not support
    ///   it.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn reload_plugins(
        &self,
        request: ReloadPluginsRequest,
    ) -> Result<ReloadPluginsResponse> {
        let plugins = request.add_plugins.iter().flatten();
        if let Some(plugin) = plugins.into_iter().find(|plugin| !is_absolute(&plugin.path)) {
            let problem = format!("the plugin path `{}` must be absolute", plugin.path);
            return Err(Error::options(problem));
        }
        if request.refuse_if_busy == Some(true) {
            self.must_have(&Capability::ReloadPluginsRefuseIfBusyV1, "reload_plugins")?;
        }
        self.request_slow(&request).await
    }

    /// Reloads the skills, and returns them as slash commands.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default). CLIs up to 2.1.150
    /// do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn reload_skills(&self) -> Result<Vec<SlashCommand>> {
        Ok(self.request_slow(&ReloadSkillsRequest::new()).await?.skills.unwrap_or_default())
    }

    /// Reloads the output styles, and returns their names.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`], except that the deadline is
    /// [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default). CLIs up to 2.1.250
    /// do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn reload_output_styles(&self) -> Result<Vec<String>> {
        let answer = self.request_slow(&ReloadOutputStylesRequest::new()).await?;
        Ok(answer.available_output_styles.unwrap_or_default())
    }
}

fn is_absolute(path: &str) -> bool {
    Path::new(path).is_absolute()
}
