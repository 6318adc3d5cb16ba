//! CLI info: version, capabilities, commands, models and account.
//!
//! Only [`Client::reinitialize`], [`Client::binary_version`] and [`Client::status`] send a request.
//! The rest is reported by the CLI with the handshake, at the start of each turn, and when it
//! changes.

use std::sync::Arc;

use claude_protocol::Capabilities;
use claude_types::{
    AccountInfo, AgentInfo, GetBinaryVersionRequest, GetBinaryVersionResponse, GetStatusRequest,
    InitMessage, InitializeResponse, ModelInfo, SlashCommand, StatusSection,
};

use crate::error::{CliSupport, CliVersion, Result};
use crate::launch::Warning;
use crate::session::{Client, NotReady};

/// # CLI info
impl Client {
    /// Returns the capabilities that the CLI reports, as an open set of names.
    ///
    /// They come from the handshake and from the last [`Client::system_init`], which contains more.
    #[must_use]
    pub fn capabilities(&self) -> Capabilities {
        self.connection().capabilities()
    }

    /// Returns the version of the CLI. `None` until it is known: older CLIs report it with the
    /// first turn.
    #[must_use]
    pub fn cli_version(&self) -> Option<CliVersion> {
        CliVersion::parse(&self.connection().version()?)
    }

    /// Returns warnings about this session, as far as the CLI has reported the facts:
    ///
    /// - The CLI is older than the supported versions.
    /// - MCP servers are not connected. The CLI reports this when the servers are declared, or with
    ///   the start of a turn. [`Options::require_mcp_servers`](crate::Options::require_mcp_servers)
    ///   makes it an error of the start.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let old = self.cli_version().filter(|found| found.support() != CliSupport::Supported);
        let old = old.map(|found| Warning::OldCli { found });
        let missing = self.session().mcp.not_ready(self.system_init().as_deref());
        let missing = missing.into_iter().map(|NotReady { server, command, reason }| {
            Warning::McpServerNotReady { server, command, reason }
        });
        old.into_iter().chain(missing).collect()
    }

    /// Returns the state of the session at the start of the last turn: tools, model, MCP servers
    /// and more.
    ///
    /// `None` before the first turn.
    #[must_use]
    pub fn system_init(&self) -> Option<Arc<InitMessage>> {
        self.connection().system_init()
    }

    /// Returns the slash commands and skills that the CLI reported last.
    #[must_use]
    pub fn supported_commands(&self) -> Arc<[SlashCommand]> {
        self.connection().commands()
    }

    /// Returns the models that can be selected, as reported by the last handshake.
    ///
    /// [`Client::list_models`] requests them again.
    #[must_use]
    pub fn supported_models(&self) -> Vec<ModelInfo> {
        self.handshake_info(|info| info.models.clone()).unwrap_or_default()
    }

    /// Returns the subagents, as reported by the last handshake.
    #[must_use]
    pub fn supported_agents(&self) -> Vec<AgentInfo> {
        self.handshake_info(|info| info.agents.clone()).unwrap_or_default()
    }

    /// Returns the account that is used, as reported by the last handshake.
    #[must_use]
    pub fn account(&self) -> Option<AccountInfo> {
        self.handshake_info(|info| info.account.clone())
    }

    /// Returns the output styles that can be selected, as reported by the last handshake.
    #[must_use]
    pub fn output_styles(&self) -> Vec<String> {
        self.handshake_info(|info| info.available_output_styles.clone()).unwrap_or_default()
    }

    fn handshake_info<T>(&self, read: impl FnOnce(&InitializeResponse) -> Option<T>) -> Option<T> {
        read(&*self.connection().reinitialized()?)
    }

    /// Repeats the handshake with the hooks and MCP servers of the options.
    ///
    /// Use it to refresh what the CLI reports about itself, and to receive open control requests
    /// again. A request whose callback is still running is not delivered twice.
    /// [`Client::initialized`] keeps the first response.
    ///
    /// # Errors
    ///
    /// - [`Error::Control`](crate::Error::Control) if the CLI refuses. CLIs up to 2.1.150 do.
    /// - [`Error::Timeout`](crate::Error::Timeout) if it does not answer in time.
    /// - [`Error::Precondition`](crate::Error::Precondition) if it did not apply hooks that block on
    ///   failure.
    /// - [`Error::Closed`](crate::Error::Closed) or [`Error::Exited`](crate::Error::Exited) if the
    ///   session is over.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn reinitialize(&self) -> Result<Arc<InitializeResponse>> {
        Ok(self.connection().reinitialize().await?)
    }

    /// Requests the version of the CLI program.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. CLIs up to 2.1.113 do not know the request.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn binary_version(&self) -> Result<GetBinaryVersionResponse> {
        self.request(&GetBinaryVersionRequest::new()).await
    }

    /// Returns what the command `/status` shows.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If the request was already sent, its response is
    /// ignored.
    pub async fn status(&self) -> Result<Vec<StatusSection>> {
        Ok(self.request(&GetStatusRequest::new()).await?.sections.unwrap_or_default())
    }
}
