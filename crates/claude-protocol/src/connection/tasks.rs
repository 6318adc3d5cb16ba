//! Task handle: reads the tasks of a session, waits for them, and stops one.
//!
//! The records are kept in `state/task_table.rs`.

use std::collections::BTreeSet;
use std::future::IntoFuture;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use claude_types::{StopTaskRequest, TaskId};
use tokio::sync::watch;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use super::handle::{Connection, WeakConnection};
use crate::error::ProtocolError;
use crate::state::{Task, TaskCell, TaskTree, changed, is_over, names};

/// A handle to the tasks of a session: subagents, workflows and shells.
///
/// It does not keep the session open.
///
/// # Examples
///
/// ```no_run
/// # async fn run(connection: claude_protocol::Connection)
/// # -> Result<(), claude_protocol::ProtocolError> {
/// let mut tasks = connection.tasks();
/// loop {
///     let tree = tasks.changed().await?;
///     println!("{} of {} tasks are running", tree.live().count(), tree.len());
/// }
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Tasks {
    cell: Arc<TaskCell>,
    version: watch::Receiver<u64>,
    connection: WeakConnection,
    /// Cancelled when the scope of the handle ends.
    scope: Option<CancellationToken>,
}

impl Tasks {
    fn new(
        cell: Arc<TaskCell>,
        connection: WeakConnection,
        scope: Option<CancellationToken>,
    ) -> Self {
        let version = cell.watch_version();
        Self { cell, version, connection, scope }
    }

    /// Returns all running tasks, and the last 64 tasks that have ended. None if the scope of the
    /// handle has ended.
    #[must_use]
    pub fn get(&self) -> TaskTree {
        if is_over(self.scope.as_ref()) {
            return TaskTree::default();
        }
        self.cell.with(|table| table.tree())
    }

    /// Waits until a task changes, and returns all tasks.
    ///
    /// Returns at once if a task has changed since the last call. New output of a subagent updates
    /// [`Task::last_activity`], but does not count as a change.
    ///
    /// # Errors
    ///
    /// - [`ProtocolError::Closed`] if the session is over, so nothing can change any more.
    /// - [`ProtocolError::ScopeEnded`] if the scope of the handle ends.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the next call still reports the change.
    pub async fn changed(&mut self) -> Result<TaskTree, ProtocolError> {
        let _waiter = self.cell.register_waiter();
        let over = self.cell.is_over();
        if over && !matches!(self.version.has_changed(), Ok(true)) {
            return Err(ProtocolError::Closed);
        }
        changed(&mut self.version, self.scope.as_ref()).await?;
        Ok(self.get())
    }

    /// Stops a task, and waits for the response of the CLI. The task has ended then.
    ///
    /// Stopping a task that has already ended is not an error.
    ///
    /// # Errors
    ///
    /// The same as [`WeakConnection::tell`].
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    pub async fn stop(&self, task: &TaskId) -> Result<(), ProtocolError> {
        self.connection.tell(&StopTaskRequest::new(task.clone())).await
    }

    /// Returns a wait for tasks to end: all that are running, and all that start in the meantime.
    /// [`TaskJoin`] has methods to wait for fewer.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(tasks: claude_protocol::Tasks) -> Result<(), claude_protocol::ProtocolError> {
    /// use std::time::Duration;
    ///
    /// let first = tasks.join().any().await?;
    /// let rest = tasks.join().within(Duration::from_secs(60)).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn join(&self) -> TaskJoin {
        let live = self.get().live().map(|task| task.id.to_string()).collect();
        TaskJoin { tasks: self.clone(), ids: live, all: true, any: false, within: None }
    }
}

/// A wait for tasks. Await it to get the tasks that have ended.
///
/// There is no deadline unless [`TaskJoin::within`] sets one.
///
/// # Errors
///
/// - [`ProtocolError::Unfinished`] if the deadline passes. It contains the IDs of the tasks that
///   are still running.
/// - [`ProtocolError::Closed`] if the session ends before.
/// - [`ProtocolError::ScopeEnded`] if the scope of the handle ends before.
///
/// # Cancel safety
///
/// Dropping the future has no effect on the tasks.
///
/// # Examples
///
/// ```no_run
/// # async fn run(tasks: claude_protocol::Tasks) -> Result<(), claude_protocol::ProtocolError> {
/// use std::time::Duration;
///
/// for task in tasks.join().only(["a1", "a2"]).within(Duration::from_secs(60)).await? {
///     println!("{}: {}", task.id, task.status.as_str());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "nothing waits before this is awaited"]
pub struct TaskJoin {
    tasks: Tasks,
    ids: BTreeSet<String>,
    all: bool,
    any: bool,
    within: Option<Duration>,
}

impl TaskJoin {
    /// Waits for these tasks only. An unknown task counts as ended: only the last 64 ended tasks
    /// are kept.
    pub fn only<T: Into<TaskId>>(mut self, ids: impl IntoIterator<Item = T>) -> Self {
        self.ids = ids.into_iter().map(|id| id.into().to_string()).collect();
        self.all = false;
        self
    }

    /// Waits until one of the tasks has ended. Tasks that start later are ignored.
    pub fn any(mut self) -> Self {
        (self.all, self.any) = (false, true);
        self
    }

    /// Sets the deadline of the wait. There is none by default.
    pub fn within(mut self, deadline: Duration) -> Self {
        self.within = Some(deadline);
        self
    }

    async fn run(self) -> Result<Vec<Task>, ProtocolError> {
        let Self { mut tasks, ids, all, any, within } = self;
        let (cell, deadline) = (Arc::clone(&tasks.cell), within.unwrap_or(Duration::MAX));
        let mut wanted = Wanted { ids, all, any };
        match timeout(deadline, wanted.wait(&mut tasks)).await {
            Ok(ended) => ended,
            Err(_) => {
                let live = wanted.live(&cell.with(|table| table.tree()));
                Err(ProtocolError::Unfinished { waiting_for: names(&live), after: deadline })
            }
        }
    }
}

impl IntoFuture for TaskJoin {
    type Output = Result<Vec<Task>, ProtocolError>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

/// The tasks that a [`TaskJoin`] waits for.
struct Wanted {
    ids: BTreeSet<String>,
    /// Include tasks that start during the wait.
    all: bool,
    any: bool,
}

impl Wanted {
    async fn wait(&mut self, tasks: &mut Tasks) -> Result<Vec<Task>, ProtocolError> {
        loop {
            tasks.version.mark_unchanged();
            if is_over(tasks.scope.as_ref()) {
                return Err(ProtocolError::ScopeEnded);
            }
            let tree = tasks.get();
            // Read `over` after the tree: at the end of a session, the driver sets `over` first and
            // then ends the tasks. In the other order, tasks that ended with the session would look
            // as if they had finished before.
            let over = tasks.cell.is_over();
            if self.all {
                self.ids.extend(tree.live().map(|task| task.id.to_string()));
            }
            let live = self.live(&tree).len();
            let ended = self.ended(&tree);
            // A task without a final status was ended by the end of the session.
            if over && ended.iter().any(|task| !task.status.is_final()) {
                return Err(ProtocolError::Closed);
            }
            if live == 0 || (self.any && live < self.ids.len()) {
                return Ok(ended);
            }
            tasks.changed().await?;
        }
    }

    fn live(&self, tree: &TaskTree) -> Vec<TaskId> {
        let wanted = tree.live().filter(|task| self.ids.contains(task.id.as_str()));
        wanted.map(|task| task.id.clone()).collect()
    }

    fn ended(&self, tree: &TaskTree) -> Vec<Task> {
        let wanted = |task: &&Task| !task.is_live() && self.ids.contains(task.id.as_str());
        tree.iter().filter(wanted).cloned().collect()
    }
}

impl Connection {
    /// Returns a handle to the tasks of the session: subagents, workflows and shells.
    #[must_use]
    pub fn tasks(&self) -> Tasks {
        Tasks::new(Arc::clone(&self.shared.tasks), self.downgrade(), self.token())
    }
}
