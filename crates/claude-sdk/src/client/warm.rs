//! Warm client: a CLI process that is started early and assigned to a session later.
//!
//! If the options are known when it starts, [`Client::connect`] is enough: it sends no prompt.

use claude_types::ClaimSessionRequest;

use crate::error::{Error, Result};
use crate::launch::unclaimed;
use crate::options::Options;
use crate::session::Client;

/// A process of the CLI that waits to become a session. It becomes one only.
///
/// The vendor has not declared this part of the CLI, and may change it.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::types::ClaimSessionRequest;
/// use claude_sdk::Options;
/// use claude_sdk::client::WarmClient;
///
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let spare = WarmClient::start(Options::default()).await?;
/// // Later, when it is known where the work is.
/// let client = spare.claim(ClaimSessionRequest::new("/srv/project")).await?;
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
    /// Starts a process and shakes hands. The options hold for the session that it becomes; its
    /// working directory, and some more, are told by [`WarmClient::claim`].
    ///
    /// # Errors
    ///
    /// As [`Client::connect`]; and if the options name a session, which a spare process has not.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn start(options: Options) -> Result<Self> {
        if options.resume.is_some() || options.continue_ || options.session_id.is_some() {
            return Err(Error::options("a spare process has no session before it is claimed"));
        }
        let options = options.extra_arg("await-claim", None);
        let session = unclaimed(&options);
        let client = Client::connect_as(options, session).await?;
        Ok(Self { client })
    }

    /// Makes it a session.
    ///
    /// # Errors
    ///
    /// [`Error::Control`](crate::Error::Control) if the CLI refuses; its message begins with a word
    /// such as `cwd_not_found` or `env_key_not_claimable`.
    /// [`Error::Timeout`](crate::Error::Timeout) if it does not answer within the deadline of slow
    /// requests. The process is ended then.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn claim(self, request: ClaimSessionRequest) -> Result<Client> {
        let claimed = self.client.claim_session(request).await?;
        Ok(self.client.claimed(claimed.session_id))
    }

    /// Ends the process in order.
    ///
    /// # Errors
    ///
    /// It had broken before; the error tells why.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not stop the close.
    pub async fn close(self) -> Result<()> {
        self.client.close().await
    }
}
