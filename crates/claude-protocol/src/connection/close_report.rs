//! Close report: how a session ended.

use std::time::Duration;

use claude_transport::Exit;

/// How a session ended, and how long that took.
///
/// Calls of `close` on all clones get the same report.
///
/// # Examples
///
/// ```no_run
/// # async fn run(connection: claude_protocol::Connection) -> Result<(), claude_protocol::ProtocolError> {
/// let report = connection.close().await?;
/// println!("closed in {:?}: {:?}", report.took, report.exit);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CloseReport {
    /// The exit of the CLI. `None` if the connection ended before the CLI had exited.
    pub exit: Option<Exit>,
    /// The time from the first call of `close` until the end. Zero if the session had ended before.
    pub took: Duration,
}
