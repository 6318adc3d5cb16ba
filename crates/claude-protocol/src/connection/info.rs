//! What is known of the CLI, and the handshake made again.

use std::sync::Arc;
use std::time::Duration;

use claude_types::{
    ErrorCode, GetBinaryVersionRequest, InitMessage, InitializeResponse, SlashCommand,
};

use super::capabilities::Capabilities;
use super::handle::Connection;
use crate::error::ProtocolError;

/// What CLIs without error codes begin their text with. Newer ones say both.
const UNSUPPORTED: &str = "Unsupported control request subtype";

impl Connection {
    /// What the CLI answered to the first `initialize`.
    #[must_use]
    pub fn initialized(&self) -> Option<&InitializeResponse> {
        self.shared.cli_info.first_handshake()
    }

    /// What the CLI answered to the last `initialize`.
    #[must_use]
    pub fn reinitialized(&self) -> Option<Arc<InitializeResponse>> {
        self.shared.cli_info.last_handshake()
    }

    /// The last `system/init`: the state of the session when the last turn began. `None` before
    /// the first turn.
    #[must_use]
    pub fn system_init(&self) -> Option<Arc<InitMessage>> {
        self.shared.cli_info.last_init()
    }

    /// The slash commands: those of the handshake, or those that the CLI told since.
    #[must_use]
    pub fn commands(&self) -> Arc<[SlashCommand]> {
        self.shared.cli_info.commands()
    }

    /// What the CLI says it can do, as far as it has told: more after the first `system/init`.
    #[must_use]
    pub fn capabilities(&self) -> Capabilities {
        self.shared.cli_info.capabilities()
    }

    /// The version of the CLI, as far as it has told.
    #[must_use]
    pub fn version(&self) -> Option<Arc<str>> {
        self.shared.cli_info.version()
    }

    /// Asks the CLI for its version. `None` if it does not know the question, or does not answer.
    ///
    /// # Errors
    ///
    /// The CLI is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn ask_version(&self, within: Duration) -> Result<Option<Arc<str>>, ProtocolError> {
        match self.request_within(&GetBinaryVersionRequest::new(), within).await {
            Ok(answer) => {
                if let Some(version) = &answer.version {
                    self.shared.cli_info.version_told(version);
                }
                Ok(self.version())
            }
            Err(
                ProtocolError::Unsupported { .. }
                | ProtocolError::Refused { .. }
                | ProtocolError::Decode(_)
                | ProtocolError::Timeout { .. },
            ) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Tells a request that this CLI does not know from one that it refuses.
    pub(super) fn explain(&self, error: ProtocolError) -> ProtocolError {
        match error {
            ProtocolError::Refused { subtype, message, code }
                if code == Some(ErrorCode::UnsupportedRequest)
                    || message.starts_with(UNSUPPORTED) =>
            {
                ProtocolError::Unsupported { subtype, version: self.version() }
            }
            error => error,
        }
    }
}
