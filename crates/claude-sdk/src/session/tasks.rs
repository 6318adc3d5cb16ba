//! Tasks: subagents, workflows and shells of a session. Lists them, waits for them, stops one.

use std::pin::Pin;
use std::time::Duration;

use claude_protocol::{Task, TaskTree};
use claude_types::TaskId;

use crate::error::Result;

/// The tasks of a session. Does not keep the session alive.
///
/// # Examples
///
/// ```no_run
/// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
/// use std::time::Duration;
///
/// let tasks = client.tasks();
/// for task in tasks.get().live() {
///     println!("{}: {} {:?}", task.id, task.description, task.usage);
/// }
/// let first = tasks.join().any().within(Duration::from_secs(60)).await?;
/// for task in tasks.get().live() {
///     tasks.stop(&task.id).await?;
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Tasks {
    inner: claude_protocol::Tasks,
}

impl Tasks {
    pub(crate) fn new(inner: claude_protocol::Tasks) -> Self {
        Self { inner }
    }

    /// All tasks that live, and the last ones that have ended.
    #[must_use]
    pub fn get(&self) -> TaskTree {
        self.inner.get()
    }

    /// Waits until something was told about a task, and returns all of them. What was told between
    /// two calls comes at once.
    ///
    /// # Errors
    ///
    /// [`Error::Closed`](crate::Error::Closed) if the session is over and nothing will change any
    /// more.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn changed(&mut self) -> Result<TaskTree> {
        Ok(self.inner.changed().await?)
    }

    /// Stops a task. It is over when this returns; one that had ended before is no error.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn stop(&self, task: &TaskId) -> Result<()> {
        Ok(self.inner.stop(task).await?)
    }

    /// Waits for tasks to end: for all that live and that begin meanwhile, unless [`TaskJoin`] is told
    /// otherwise.
    pub fn join(&self) -> TaskJoin {
        TaskJoin { inner: self.inner.join() }
    }
}

/// A wait for tasks. Await it; it gives the tasks that have ended.
///
/// # Errors
///
/// [`Error::Unfinished`](crate::Error::Unfinished), with the ids of those that live, if the deadline
/// passes; [`Error::Closed`](crate::Error::Closed) if the session ends before.
///
/// # Cancel safety
///
/// Dropping the future loses nothing.
#[derive(Debug)]
#[must_use = "nothing waits before this is awaited"]
pub struct TaskJoin {
    inner: claude_protocol::TaskJoin,
}

impl TaskJoin {
    /// Waits for these tasks only. One that is not known counts as ended: it was forgotten.
    pub fn only<T: Into<TaskId>>(self, ids: impl IntoIterator<Item = T>) -> Self {
        Self { inner: self.inner.only(ids) }
    }

    /// Is content when one of them has ended.
    pub fn any(self) -> Self {
        Self { inner: self.inner.any() }
    }

    /// Waits no longer than this. Without it there is no deadline.
    pub fn within(self, deadline: Duration) -> Self {
        Self { inner: self.inner.within(deadline) }
    }
}

impl IntoFuture for TaskJoin {
    type Output = Result<Vec<Task>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { Ok(self.inner.await?) })
    }
}
