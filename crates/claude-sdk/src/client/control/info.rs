//! CLI info: version, capabilities, commands, models and account.
//!
//! Except for [`Client::reinitialize`], [`Client::binary_version`] and [`Client::status`], nothing
//! is requested: the CLI reports it with the handshake, at the start of each turn, and when it
//! changes.

use std::sync::Arc;

use claude_protocol::Capabilities;
use claude_types::{
    AccountInfo, AgentInfo, GetBinaryVersionRequest, GetBinaryVersionResponse, GetStatusRequest,
    InitMessage, InitializeResponse, ModelInfo, SlashCommand, StatusSection,
};

use crate::error::{CliSupport, CliVersion, Result};
use crate::launch::Warning;
use crate::session::Client;

/// # CLI info
impl Client {
    /// What the CLI says it can do, as an open set of names: those of the handshake and those of
    /// the last [`Client::system_init`], which has more.
    #[must_use]
    pub fn capabilities(&self) -> Capabilities {
        self.connection().capabilities()
    }

    /// The version of the CLI. `None` until it has told: older ones do with the first turn.
    #[must_use]
    pub fn cli_version(&self) -> Option<CliVersion> {
        CliVersion::parse(&self.connection().version()?)
    }

    /// What is odd about this session: that its CLI is older than what is supported, once its
    /// version is known.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let old = self.cli_version().filter(|found| found.support() != CliSupport::Supported);
        old.map(|found| Warning::OldCli { found }).into_iter().collect()
    }

    /// The state of the session as the last turn began: tools, model, MCP servers and more.
    /// `None` before the first turn.
    #[must_use]
    pub fn system_init(&self) -> Option<Arc<InitMessage>> {
        self.connection().system_init()
    }

    /// The slash commands and skills: those that the CLI told last.
    #[must_use]
    pub fn supported_commands(&self) -> Arc<[SlashCommand]> {
        self.connection().commands()
    }

    /// The models to choose from, as the last handshake told. [`Client::list_models`] asks anew.
    #[must_use]
    pub fn supported_models(&self) -> Vec<ModelInfo> {
        self.handshake_info(|info| info.models.clone()).unwrap_or_default()
    }

    /// The subagents, as the last handshake told.
    #[must_use]
    pub fn supported_agents(&self) -> Vec<AgentInfo> {
        self.handshake_info(|info| info.agents.clone()).unwrap_or_default()
    }

    /// Who pays, as the last handshake told.
    #[must_use]
    pub fn account(&self) -> Option<AccountInfo> {
        self.handshake_info(|info| info.account.clone())
    }

    /// The output styles to choose from, as the last handshake told.
    #[must_use]
    pub fn output_styles(&self) -> Vec<String> {
        self.handshake_info(|info| info.available_output_styles.clone()).unwrap_or_default()
    }

    fn handshake_info<T>(&self, read: impl FnOnce(&InitializeResponse) -> Option<T>) -> Option<T> {
        read(&*self.connection().reinitialized()?)
    }

    /// Makes the handshake again, with the hooks and MCP servers of the options: for what may have
    /// changed since, and to be told again what is open. A question that is being answered is not
    /// asked twice. [`Client::initialized`] keeps the first answer.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, did not take the hooks, or is gone. CLIs up to
    /// 2.1.150 refuse.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn reinitialize(&self) -> Result<Arc<InitializeResponse>> {
        Ok(self.connection().reinitialize().await?)
    }

    /// Asks the CLI which one it is.
    ///
    /// # Errors
    ///
    /// As [`Client::request`]; CLIs up to 2.1.113 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn binary_version(&self) -> Result<GetBinaryVersionResponse> {
        self.request(&GetBinaryVersionRequest::new()).await
    }

    /// What the command `/status` shows.
    ///
    /// # Errors
    ///
    /// As [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn status(&self) -> Result<Vec<StatusSection>> {
        Ok(self.request(&GetStatusRequest::new()).await?.sections.unwrap_or_default())
    }
}
