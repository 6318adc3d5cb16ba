//! Idle wait: [`Idle`], a future that resolves when the session has nothing left to do.

use std::future::IntoFuture;
use std::pin::Pin;
use std::time::Duration;

use tokio::time::timeout;

use super::handle::Connection;
use crate::error::ProtocolError;
use crate::state::{State, names};

/// A wait until nothing is queued, running or in the background. Await it.
///
/// Background shells do not count, because they may never end. There is no deadline unless
/// [`Idle::within`] sets one.
///
/// # Errors
///
/// - [`ProtocolError::Unfinished`] if the deadline passes. It names what is still running.
/// - The reason for the end if the session ends before, or [`ProtocolError::Closed`] if it ended
///   normally.
///
/// # Cancel safety
///
/// Dropping the future has no effect on the session.
///
/// # Examples
///
/// ```no_run
/// # async fn run(connection: claude_protocol::Connection)
/// # -> Result<(), claude_protocol::ProtocolError> {
/// use std::time::Duration;
///
/// connection.idle().within(Duration::from_secs(60)).await?;
/// connection.close().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "nothing waits before this is awaited"]
pub struct Idle {
    connection: Connection,
    within: Option<Duration>,
}

impl Idle {
    pub(crate) fn new(connection: Connection) -> Self {
        Self { connection, within: None }
    }

    /// Sets the deadline of the wait. There is none by default.
    pub fn within(mut self, deadline: Duration) -> Self {
        self.within = Some(deadline);
        self
    }

    async fn run(self) -> Result<(), ProtocolError> {
        let mut state = self.connection.state();
        let after = self.within.unwrap_or(Duration::MAX);
        match timeout(after, state.wait_for(State::is_idle)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(closed)) => match state.get() {
                State::Closed(Some(why)) => Err(why),
                _ => Err(closed),
            },
            Err(_) => {
                let waiting_for = self.waiting_for(&state.get());
                Err(ProtocolError::Unfinished { waiting_for, after })
            }
        }
    }

    fn waiting_for(&self, state: &State) -> String {
        if let State::Background { .. } = state {
            let tree = self.connection.tasks().get();
            let live = tree.live().filter(|task| task.is_agent());
            let ids: Vec<_> = live.map(|task| task.id.clone()).collect();
            if !ids.is_empty() {
                return names(&ids);
            }
        }
        state.to_string()
    }
}

impl IntoFuture for Idle {
    type Output = Result<(), ProtocolError>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

impl Connection {
    /// Returns a wait until nothing is queued, running or in the background.
    pub fn idle(&self) -> Idle {
        Idle::new(self.clone())
    }
}
