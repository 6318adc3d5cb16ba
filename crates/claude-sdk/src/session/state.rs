//! State watch: what a session is doing, and waiting until it is idle.
//!
//! `claude-protocol` derives the state. Subagents, workflows and shells are in `tasks.rs`.
//! [`crate::Options::on_stall`] sets when silence counts as a stall.

use std::pin::Pin;
use std::time::Duration;

use claude_protocol::{StallWatch, State};
use claude_transport::ProcessTree;

use super::{Client, Tasks};
use crate::error::Result;

/// A watch on the state of a session. It does not keep the session open.
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
    /// Returns the current state.
    #[must_use]
    pub fn get(&self) -> State {
        self.inner.get()
    }

    /// Waits for the next change and returns the new state. States between two calls are skipped.
    ///
    /// # Errors
    ///
    /// [`Error::Closed`](crate::Error::Closed) if the session is over, so that the state does not
    /// change any more.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no change.
    pub async fn changed(&mut self) -> Result<State> {
        Ok(self.inner.changed().await?)
    }

    /// Waits until `holds` returns true, which may be at once. Returns that state.
    ///
    /// # Errors
    ///
    /// [`Error::Closed`](crate::Error::Closed) if the session ends before. [`StateWatch::get`] then
    /// returns the reason.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time.
    pub async fn wait_for(&mut self, holds: impl FnMut(&State) -> bool + Send) -> Result<State> {
        Ok(self.inner.wait_for(holds).await?)
    }
}

/// A wait until nothing is queued, running or in the background. Await it.
///
/// Background shells do not count, because they may never end; use [`Tasks::join`] to wait for
/// them. An `Idle` keeps the session open.
///
/// # Errors
///
/// - [`Error::Unfinished`](crate::Error::Unfinished) with the names of what is still running if the
///   deadline passes.
/// - The reason for the end of the session if it ends before, such as
///   [`Error::Exited`](crate::Error::Exited).
///
/// # Cancel safety
///
/// The future can be dropped at any time.
#[derive(Debug)]
#[must_use = "nothing waits before this is awaited"]
pub struct Idle {
    inner: claude_protocol::Idle,
}

impl Idle {
    /// Sets the longest time to wait. There is no deadline by default.
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
    /// Returns a watch on what the session is doing.
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

    /// Returns the tasks of the session: subagents, workflows and shells.
    #[must_use]
    pub fn tasks(&self) -> Tasks {
        Tasks::new(self.connection().tasks())
    }

    /// Samples what the CLI and everything that it has started use: memory, processes, and the time
    /// since the start.
    ///
    /// Returns `None` on systems other than Linux, once the CLI has exited, and with a
    /// [`connector`](crate::Options::connector) that cannot tell. Takes some milliseconds, on a
    /// thread for blocking work.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: claude_sdk::Client) {
    /// if let Some(tree) = client.process_tree().await {
    ///     println!("{} MiB in {} processes", tree.memory() >> 20, tree.processes);
    /// }
    /// # }
    /// ```
    pub async fn process_tree(&self) -> Option<ProcessTree> {
        self.connection().process_tree().await
    }

    /// Returns a watch that reports stalls from now on: a CLI that is silent longer than the
    /// deadline of its current state. See [`Options::on_stall`](crate::Options::on_stall).
    #[must_use]
    pub fn stalls(&self) -> StallWatch {
        self.connection().stalls()
    }
}
