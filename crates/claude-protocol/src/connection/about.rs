//! What is known of the CLI, and the handshake made again.

use std::sync::Arc;
use std::time::Duration;

use claude_types::{
    ErrorCode, GetBinaryVersionRequest, InitMessage, InitializeResponse, Raw, SlashCommand,
};

use super::{Connection, parse};
use crate::{Capabilities, ProtocolError};

/// What CLIs without error codes begin their text with. Newer ones say both.
const UNSUPPORTED: &str = "Unsupported control request subtype";

/// The handshake as it was made, to be made again.
pub(super) struct Handshake {
    pub(super) request: Raw,
    /// A hook is to block on failure, so the hooks must be taken.
    pub(super) guards: bool,
}

impl std::fmt::Debug for Handshake {
    /// Leaves out the request, which holds prompts.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handshake").field("guards", &self.guards).finish_non_exhaustive()
    }
}

impl Connection {
    /// What the CLI answered to the first `initialize`.
    #[must_use]
    pub fn initialized(&self) -> Option<&InitializeResponse> {
        self.shared.told.first_handshake()
    }

    /// What the CLI answered to the last `initialize`.
    #[must_use]
    pub fn reinitialized(&self) -> Option<Arc<InitializeResponse>> {
        self.shared.told.last_handshake()
    }

    /// The last `system/init`: the state of the session when the last turn began. `None` before
    /// the first turn.
    #[must_use]
    pub fn system_init(&self) -> Option<Arc<InitMessage>> {
        self.shared.told.last_init()
    }

    /// The slash commands: those of the handshake, or those that the CLI told since.
    #[must_use]
    pub fn commands(&self) -> Arc<[SlashCommand]> {
        self.shared.told.commands()
    }

    /// What the CLI says it can do, as far as it has told: more after the first `system/init`.
    #[must_use]
    pub fn capabilities(&self) -> Capabilities {
        self.shared.told.capabilities()
    }

    /// The version of the CLI, as far as it has told.
    #[must_use]
    pub fn version(&self) -> Option<Arc<str>> {
        self.shared.told.version()
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
                    self.shared.told.version_told(version);
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

    /// Makes the handshake again, with the hooks and MCP servers of the first one. Questions that
    /// are open are told again by the CLI; each is answered once all the same.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not take the hooks, did not answer in time, or is gone. CLIs up to
    /// 2.1.150 refuse.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn reinitialize(&self) -> Result<Arc<InitializeResponse>, ProtocolError> {
        let handshake = &self.shared.handshake;
        let within = self.shared.deadlines.initialize;
        let answer = self.request_raw("initialize", &handshake.request, within).await?;
        let response: InitializeResponse =
            parse("initialize", &answer.unwrap_or_else(|| serde_json::json!({}).into()))?;
        crate::initialize::check_hooks(&response, handshake.guards)?;
        let response = Arc::new(response);
        self.shared.told.handshake(Arc::clone(&response));
        Ok(response)
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
