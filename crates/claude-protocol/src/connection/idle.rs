//! Waiting until a session has nothing left to do.

use std::future::IntoFuture;
use std::pin::Pin;
use std::time::Duration;

use tokio::time::timeout;

use super::handle::Connection;
use crate::error::ProtocolError;
use crate::state::{State, names};

/// A wait until nothing is queued, running or in the background. Await it.
///
/// Shells in the background do not count: they may never end.
///
/// # Errors
///
/// [`ProtocolError::Unfinished`], which names what it waits for, if the deadline passes; why the
/// session ended, if it does before.
///
/// # Cancel safety
///
/// Dropping the future loses nothing.
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

    /// Waits no longer than this.
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
    /// Waits until nothing is queued, running or in the background.
    pub fn idle(&self) -> Idle {
        Idle::new(self.clone())
    }
}
