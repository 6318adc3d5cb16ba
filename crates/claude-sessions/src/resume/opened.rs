//! Opened: a session that is open.

use std::time::Duration;

use claude_sdk::Client;

use super::private::PrivateCopy;
use super::proof::Proof;
use crate::lease::Lease;
use crate::mirror::{Mirror, MirrorReport};

/// How long closing waits for the store.
const STORE: Duration = Duration::from_secs(10);

/// A session that is open, with its proof. Close it with [`Opened::close`].
///
/// If it is dropped instead, the CLI is ended, the lease ends within 30 s, and what is not stored yet
/// can be caught up from the session's file. The lines of a session that was copied from a store are
/// then lost.
///
/// # Examples
///
/// ```no_run
/// # async fn run(opened: claude_sessions::Opened) -> claude_sdk::Result<()> {
/// opened.client().send("Go on.").await?.text().await?;
/// let report = opened.close().await?;
/// assert!(report.is_stored());
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Opened {
    // Dropped first: the CLI writes to what is below.
    pub(super) client: Client,
    pub(super) proof: Proof,
    pub(super) mirror: Option<Mirror>,
    pub(super) lease: Option<Lease>,
    pub(super) copy: Option<PrivateCopy>,
}

impl Opened {
    /// Returns the client of the session.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Returns what was opened.
    #[must_use]
    pub fn proof(&self) -> &Proof {
        &self.proof
    }

    /// Returns the lease of the session. `None` without a store that keeps records.
    #[must_use]
    pub fn lease(&self) -> Option<&Lease> {
        self.lease.as_ref()
    }

    /// Waits until all that the CLI has written so far is stored. Returns whether it is; `true`
    /// without a store.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future changes nothing.
    pub async fn stored(&self, deadline: Duration) -> bool {
        match &self.mirror {
            Some(mirror) => mirror.stored(deadline).await,
            None => true,
        }
    }

    /// Closes the session, stores its end within 10 s, and gives the lease back. What is not stored
    /// then is named in the report, and its files are kept.
    ///
    /// # Errors
    ///
    /// As for [`Client::close`]. The end is stored anyway.
    ///
    /// # Cancel safety
    ///
    /// As for dropping the session.
    pub async fn close(self) -> claude_sdk::Result<MirrorReport> {
        let Self { client, mirror, lease, copy, .. } = self;
        let closed = client.close().await;
        let report = match mirror {
            Some(mirror) => mirror.finish(STORE).await,
            None => MirrorReport::default(),
        };
        if let Some(copy) = copy
            && !report.is_stored()
        {
            copy.keep();
        }
        if let Some(lease) = lease {
            lease.release().await;
        }
        closed.map(|_| report)
    }
}
