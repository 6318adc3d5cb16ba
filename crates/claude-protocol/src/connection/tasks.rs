//! Task handle: reads the tasks of a session, waits for them, and stops one.

use std::collections::BTreeSet;
use std::future::IntoFuture;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use claude_types::{StopTaskRequest, TaskId};
use tokio::sync::watch;
use tokio::time::timeout;

use super::handle::{Connection, WeakConnection};
use crate::error::ProtocolError;
use crate::state::{Task, TaskCell, TaskTree, names};

/// The tasks of a session: subagents, workflows, shells. Does not keep the session alive.
#[derive(Debug, Clone)]
pub struct Tasks {
    cell: Arc<TaskCell>,
    version: watch::Receiver<u64>,
    connection: WeakConnection,
}

impl Tasks {
    pub(crate) fn new(cell: Arc<TaskCell>, connection: WeakConnection) -> Self {
        let version = cell.watch_version();
        Self { cell, version, connection }
    }

    /// All tasks that live, and the last ones that have ended.
    #[must_use]
    pub fn get(&self) -> TaskTree {
        self.cell.with(|table| table.tree())
    }

    /// Waits until something was told about a task, and returns all of them.
    ///
    /// What was told between two calls comes at once. That a subagent still writes is seen in
    /// [`Task::last_activity`] and ends no wait.
    ///
    /// # Errors
    ///
    /// [`ProtocolError::Closed`] if the session is over and nothing will change any more.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn changed(&mut self) -> Result<TaskTree, ProtocolError> {
        let _waiter = self.cell.register_waiter();
        let over = self.cell.is_over();
        if over && !matches!(self.version.has_changed(), Ok(true)) {
            return Err(ProtocolError::Closed);
        }
        self.version.changed().await.map_err(|_| ProtocolError::Closed)?;
        Ok(self.get())
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
    pub async fn stop(&self, task: &TaskId) -> Result<(), ProtocolError> {
        self.connection.tell(&StopTaskRequest::new(task.clone())).await
    }

    /// Waits for tasks to end: for all that live now and that begin meanwhile, unless [`TaskJoin`] is told
    /// otherwise.
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

/// A wait for tasks. Await it; it gives the tasks that have ended.
///
/// # Errors
///
/// [`ProtocolError::Unfinished`], with the ids of those that live, if the deadline passes;
/// [`ProtocolError::Closed`] if the session ends before.
///
/// # Cancel safety
///
/// Dropping the future loses nothing.
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
    /// Waits for these tasks only. One that is not known counts as ended: it was forgotten.
    pub fn only<T: Into<TaskId>>(mut self, ids: impl IntoIterator<Item = T>) -> Self {
        self.ids = ids.into_iter().map(|id| id.into().to_string()).collect();
        self.all = false;
        self
    }

    /// Is content when one of them has ended.
    pub fn any(mut self) -> Self {
        (self.all, self.any) = (false, true);
        self
    }

    /// Waits no longer than this.
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

/// The tasks that are waited for.
struct Wanted {
    ids: BTreeSet<String>,
    /// Those that begin meanwhile, too.
    all: bool,
    any: bool,
}

impl Wanted {
    async fn wait(&mut self, tasks: &mut Tasks) -> Result<Vec<Task>, ProtocolError> {
        loop {
            tasks.version.mark_unchanged();
            let tree = tasks.get();
            // Later than the tree, which changes after it when the session dies.
            let over = tasks.cell.is_over();
            if self.all {
                self.ids.extend(tree.live().map(|task| task.id.to_string()));
            }
            let live = self.live(&tree).len();
            let ended = self.ended(&tree);
            // What died with the session did not end by itself.
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
    /// The tasks of the session: subagents, workflows, shells.
    #[must_use]
    pub fn tasks(&self) -> Tasks {
        Tasks::new(Arc::clone(&self.shared.tasks), self.downgrade())
    }
}
