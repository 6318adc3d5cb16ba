//! Restart step: where the replacement of a CLI is. The steps are taken in `driver/restart.rs`.

use claude_transport::Exit;
use tokio::sync::oneshot;

use crate::error::ProtocolError;

/// Where the replacement of a CLI is. While it is not [`RestartStep::No`], the end of a CLI does not
/// end the connection.
#[derive(Debug, Default)]
pub(crate) enum RestartStep {
    /// No CLI is being replaced.
    #[default]
    No,
    /// The old CLI is ending.
    Detaching(oneshot::Sender<Result<Exit, ProtocolError>>),
    /// There is no CLI.
    Detached,
    /// The new CLI has not completed the handshake.
    Attached,
}
