//! State: what a session is doing, and waiting until it is idle.
//!
//! `claude-protocol` derives the state. Next: `tasks.rs` for subagents, workflows and shells. When
//! silence counts as a stall is set by [`crate::Options::on_stall`].

use std::pin::Pin;
use std::time::Duration;

use claude_protocol::{StallWatch, State};

use super::{Client, Tasks};
use crate::error::Result;

/// Watches the state of a session. Does not keep the session alive.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::{Client, Options, State};
///
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let client = Client::connect(Options::default()).await?;
/// let mut state = client.state();
/// let turn = client.send("Run the tests.").await?;
/// while let Ok(now) = state.changed().await {
///     match now {
///         State::Tool { name, .. } => println!("running {name}"),
///         State::WaitingForHuman { tool, .. } => println!("may it use {tool:?}?"),
///         State::Idle => break,
///         _ => {}
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct StateWatch {
    inner: claude_protocol::StateWatch,
}

impl StateWatch {
    /// The state now.
    #[must_use]
    pub fn get(&self) -> State {
        self.inner.get()
    }

    /// Waits for the next change and returns the new state. States that came and went between two
    /// calls are passed over.
    ///
    /// # Errors
    ///
    /// [`Error::Closed`](crate::Error::Closed) if the session is over and will not change any more.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn changed(&mut self) -> Result<State> {
        Ok(self.inner.changed().await?)
    }

    /// Waits until a state holds, which may be now.
    ///
    /// # Errors
    ///
    /// [`Error::Closed`](crate::Error::Closed) if the session ends before; its reason is in
    /// [`StateWatch::get`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn wait_for(&mut self, holds: impl FnMut(&State) -> bool + Send) -> Result<State> {
        Ok(self.inner.wait_for(holds).await?)
    }
}

/// A wait until nothing is queued, running or in the background. Await it.
///
/// Shells in the background do not count: they may never end. [`Tasks::join`] waits for them.
///
/// # Errors
///
/// [`Error::Unfinished`](crate::Error::Unfinished), which names what it waits for, if the deadline
/// passes; why the session ended, if it does before.
///
/// # Cancel safety
///
/// Dropping the future loses nothing.
#[derive(Debug)]
#[must_use = "nothing waits before this is awaited"]
pub struct Idle {
    inner: claude_protocol::Idle,
}

impl Idle {
    /// Waits no longer than this. Without it there is no deadline.
    pub fn within(self, deadline: Duration) -> Self {
        Self { inner: self.inner.within(deadline) }
    }
}

impl IntoFuture for Idle {
    type Output = Result<()>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { Ok(self.inner.await?) })
    }
}

/// # Status
impl Client {
    /// Watches what the session is doing.
    #[must_use]
    pub fn state(&self) -> StateWatch {
        StateWatch { inner: self.connection().state() }
    }

    /// Waits until nothing is queued, running or in the background.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// use std::time::Duration;
    ///
    /// let result = client.send("Review this with three agents.").await?.result().await?;
    /// client.idle().within(Duration::from_secs(600)).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn idle(&self) -> Idle {
        Idle { inner: self.connection().idle() }
    }

    /// The tasks of the session: subagents, workflows, shells.
    #[must_use]
    pub fn tasks(&self) -> Tasks {
        Tasks::new(self.connection().tasks())
    }

    /// Tells when the CLI is silent for too long, from now on; see
    /// [`Options::on_stall`](crate::Options::on_stall).
    #[must_use]
    pub fn stalls(&self) -> StallWatch {
        self.connection().stalls()
    }
}
