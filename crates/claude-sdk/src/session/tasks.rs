//! Tasks: lists subagents, workflows and shells of a session, waits for them, and stops one.

use std::pin::Pin;
use std::time::Duration;

use claude_protocol::{Task, TaskTree};
use claude_types::TaskId;

use crate::error::Result;

/// The tasks of a session. It does not keep the session open.
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

    /// Returns the tasks: at most 1024 that are running, and the last 64 that have ended.
    #[must_use]
    pub fn get(&self) -> TaskTree {
        self.inner.get()
    }

    /// Waits until the CLI reports something about a task, and returns all tasks. Reports between
    /// two calls are returned together.
    ///
    /// # Errors
    ///
    /// [`Error::Closed`](crate::Error::Closed) if the session is over, so that nothing changes any
    /// more.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no change.
    pub async fn changed(&mut self) -> Result<TaskTree> {
        Ok(self.inner.changed().await?)
    }

    /// Stops a task. The task has ended when this returns. A task that had ended before is not an
    /// error.
    ///
    /// # Errors
    ///
    /// - [`Error::Control`](crate::Error::Control) if the CLI refuses the request.
    /// - [`Error::Timeout`](crate::Error::Timeout) if it does not answer within
    ///   [`Deadlines::control`](crate::limits::Deadlines::control) (60 s by default).
    /// - [`Error::Closed`](crate::Error::Closed) or [`Error::Exited`](crate::Error::Exited) if the
    ///   session is over.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn stop(&self, task: &TaskId) -> Result<()> {
        Ok(self.inner.stop(task).await?)
    }

    /// Waits for tasks to end. By default for all that are running, and for those that start
    /// meanwhile; see the methods of [`TaskJoin`].
    pub fn join(&self) -> TaskJoin {
        TaskJoin { inner: self.inner.join() }
    }
}

/// A wait for tasks. Await it; it returns the tasks that have ended.
///
/// # Errors
///
/// - [`Error::Unfinished`](crate::Error::Unfinished) with the IDs of the tasks that are still
///   running if the deadline passes.
/// - [`Error::Closed`](crate::Error::Closed) if the session ends before.
///
/// # Cancel safety
///
/// The future can be dropped at any time.
#[derive(Debug)]
#[must_use = "nothing waits before this is awaited"]
pub struct TaskJoin {
    inner: claude_protocol::TaskJoin,
}

impl TaskJoin {
    /// Waits for these tasks only. An unknown task counts as ended, because old tasks are not kept.
    pub fn only<T: Into<TaskId>>(self, ids: impl IntoIterator<Item = T>) -> Self {
        Self { inner: self.inner.only(ids) }
    }

    /// Returns as soon as one of the tasks has ended.
    pub fn any(self) -> Self {
        Self { inner: self.inner.any() }
    }

    /// Sets the longest time to wait. There is no deadline by default.
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
