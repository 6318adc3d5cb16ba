//! CLI info: methods of [`Connection`] that return what the CLI has reported about itself.

use std::sync::Arc;
use std::time::Duration;

use claude_types::{
    ErrorCode, GetBinaryVersionRequest, InitMessage, InitializeResponse, SlashCommand,
};

use super::capabilities::Capabilities;
use super::handle::Connection;
use crate::error::ProtocolError;

/// The beginning of the refusal of an unknown request. CLIs that have error codes send the code,
/// too; older ones send only this text.
const UNSUPPORTED: &str = "Unsupported control request subtype";

impl Connection {
    /// Returns the response of the CLI to the first `initialize`.
    #[must_use]
    pub fn initialized(&self) -> Option<&InitializeResponse> {
        self.shared.cli_info.first_handshake()
    }

    /// Returns the response of the CLI to the last `initialize`.
    #[must_use]
    pub fn reinitialized(&self) -> Option<Arc<InitializeResponse>> {
        self.shared.cli_info.last_handshake()
    }

    /// Returns the last `system/init` message: the state of the session when the last turn began.
    /// `None` before the first turn, and when the scope of the handle has ended.
    #[must_use]
    pub fn system_init(&self) -> Option<Arc<InitMessage>> {
        if self.is_out_of_scope() {
            return None;
        }
        self.shared.cli_info.last_init()
    }

    /// Returns the slash commands that the CLI reported last: in the handshake, or in a later
    /// message.
    #[must_use]
    pub fn commands(&self) -> Arc<[SlashCommand]> {
        self.shared.cli_info.commands()
    }

    /// Returns the capabilities that the CLI has reported so far. The first `system/init` adds more
    /// to those of the handshake.
    #[must_use]
    pub fn capabilities(&self) -> Capabilities {
        self.shared.cli_info.capabilities()
    }

    /// Returns the version of the CLI, if it has reported one.
    #[must_use]
    pub fn version(&self) -> Option<Arc<str>> {
        self.shared.cli_info.version()
    }

    /// Requests the version from the CLI, and returns it.
    ///
    /// Returns `None` if the CLI does not know or refuses the request, does not respond within
    /// `within`, or sends a response that cannot be decoded.
    ///
    /// # Errors
    ///
    /// Returns the reason for the end if the connection is over, as [`Connection`] describes.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request, but its response
    /// is ignored.
    pub async fn ask_version(&self, within: Duration) -> Result<Option<Arc<str>>, ProtocolError> {
        match self.request_within(&GetBinaryVersionRequest::new(), within).await {
            Ok(answer) => {
                if let Some(version) = &answer.version {
                    self.shared.cli_info.version_reported(version);
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

    /// Turns the refusal of an unknown request into [`ProtocolError::Unsupported`].
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
