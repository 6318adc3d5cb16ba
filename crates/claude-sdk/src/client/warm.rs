//! Warm client: a CLI process that is started early and assigned to a session later.
//!
//! If the options are known when it starts, use [`Client::connect`]: it sends no prompt.

use claude_protocol::CloseReport;
use claude_types::ClaimSessionRequest;

use crate::error::{Error, Result};
use crate::launch::unclaimed;
use crate::options::Options;
use crate::session::Client;

/// A CLI process that is started early and becomes one session later.
///
/// The vendor does not document this part of the CLI, and may change it. Dropping a `WarmClient`
/// ends the process.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::types::ClaimSessionRequest;
/// use claude_sdk::Options;
/// use claude_sdk::client::WarmClient;
///
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let warm = WarmClient::start(Options::default()).await?;
/// // Later, when the working directory is known.
/// let client = warm.claim(ClaimSessionRequest::new("/srv/project")).await?;
/// let answer = client.send("What is this project?").await?.text().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "dropping it ends the process"]
pub struct WarmClient {
    client: Client,
}

impl WarmClient {
    /// Starts a process and completes the handshake.
    ///
    /// The options apply to the session that the process becomes. Its working directory and the
    /// other fields of [`ClaimSessionRequest`] are set by [`WarmClient::claim`].
    ///
    /// # Errors
    ///
    /// The same as [`Client::connect`]. In addition, [`Error::Options`] if the options choose a
    /// session (`resume`, `continue_latest` or `session_id`).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn start(options: Options) -> Result<Self> {
        if options.resume.is_some() || options.continue_ || options.session_id.is_some() {
            return Err(Error::options(
                "`WarmClient::start` does not accept `resume`, `continue_latest` or `session_id`",
            ));
        }
        let options = options.extra_arg("await-claim", None);
        let session = unclaimed(&options);
        let client = Client::connect_as(options, session).await?;
        Ok(Self { client })
    }

    /// Turns the process into a session, and returns its client.
    ///
    /// # Errors
    ///
    /// - [`Error::Control`] if the CLI refuses. The message begins with a code such as
    ///   `cwd_not_found` or `env_key_not_claimable`.
    /// - [`Error::Timeout`] if the CLI does not answer within
    ///   [`Deadlines::slow`](crate::limits::Deadlines::slow) (300 s by default).
    /// - [`Error::Closed`] or [`Error::Exited`] if the process has exited.
    ///
    /// After an error, the process is ended.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn claim(self, request: ClaimSessionRequest) -> Result<Client> {
        let claimed = self.client.claim_session(request).await?;
        Ok(self.client.claimed(claimed.session_id))
    }

    /// Closes the process, as [`Client::close`] does.
    ///
    /// # Errors
    ///
    /// The same as [`Client::close`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not stop the close.
    pub async fn close(self) -> Result<CloseReport> {
        self.client.close().await
    }
}
