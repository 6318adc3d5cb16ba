//! Task table: the tasks of a session, such as subagents, workflows and shells. Pure: messages in,
//! a [`TaskTree`] out.
//!
//! The handle that watches, stops and joins tasks is in `connection/tasks.rs`. Which tasks keep
//! stdin open is decided in `tables/stdin_tracker.rs`.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;
use std::time::Instant;

use claude_types::{
    BackgroundTasksChangedMessage, TaskId, TaskNotificationMessage, TaskProgressMessage,
    TaskStartedMessage, TaskStatus, TaskType, TaskUpdatedMessage, TaskUsage, ToolUseId,
};

/// How many ended tasks are kept. Beyond it, the oldest are forgotten.
const ENDED: usize = 64;

/// How many running tasks are kept. Beyond it, the oldest are forgotten.
const LIVE: usize = 1024;

/// How many tool calls of subagents are kept, to find the parent of a task.
const CALLS: usize = 256;

/// A snapshot of one task.
///
/// # Examples
///
/// ```
/// use claude_protocol::Task;
///
/// fn row(task: &Task) -> String {
///     let state = if task.is_live() { "running" } else { task.status.as_str() };
///     format!("{} [{state}] {}", task.id, task.description)
/// }
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Task {
    /// The ID of the task.
    pub id: TaskId,
    /// The type of the task, if the CLI reports it.
    pub kind: Option<TaskType>,
    /// A description for people, which changes while the task runs.
    pub description: String,
    /// The type of the subagent.
    pub agent: Option<String>,
    /// The tool call that started the task.
    pub call: Option<ToolUseId>,
    /// The task that started this one. `None` if the main thread did, or if it is not known.
    pub parent: Option<TaskId>,
    /// Whether the thread that started the task continues in the meantime. `None` if the CLI does
    /// not report it.
    pub background: Option<bool>,
    /// The last status that the CLI reported. If it is [`TaskStatus::Running`] for a task that has
    /// ended, the CLI did not report how the task ended.
    pub status: TaskStatus,
    /// The usage so far.
    pub usage: Option<TaskUsage>,
    /// The name of the last tool that the task used.
    pub last_tool: Option<String>,
    /// A summary of the outcome for people.
    pub summary: Option<String>,
    /// The path of the file with the output.
    pub output_file: Option<String>,
    /// The error, if the task failed.
    pub error: Option<String>,
    /// The time of the first message about the task.
    pub started: Instant,
    /// The time of the last message about the task, or of its last output.
    pub last_activity: Instant,
    /// The time at which the task ended. `None` while it runs.
    pub ended: Option<Instant>,
    /// Known only from the list of background tasks.
    listed: bool,
}

impl Task {
    fn new(id: TaskId, now: Instant) -> Self {
        Self {
            id,
            kind: None,
            description: String::new(),
            agent: None,
            call: None,
            parent: None,
            background: None,
            status: TaskStatus::Running,
            usage: None,
            last_tool: None,
            summary: None,
            output_file: None,
            error: None,
            started: now,
            last_activity: now,
            ended: None,
            listed: false,
        }
    }

    /// Returns whether the task is running.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.ended.is_none()
    }

    /// Returns whether the task is an agent or a workflow. A session is idle only if no such task
    /// runs.
    #[must_use]
    pub fn is_agent(&self) -> bool {
        matches!(self.kind, Some(TaskType::LocalAgent | TaskType::LocalWorkflow))
    }

    fn end(&mut self, now: Instant) {
        self.ended.get_or_insert(now);
    }
}

/// A snapshot of all running tasks, and of the last 64 that have ended. Clones are cheap.
///
/// # Examples
///
/// ```
/// use claude_protocol::{Task, TaskTree};
///
/// fn print(tree: &TaskTree, task: &Task, depth: usize) {
///     println!("{:depth$}{}", "", task.description);
///     tree.children(&task.id).for_each(|child| print(tree, child, depth + 2));
/// }
/// let tree = TaskTree::default();
/// tree.roots().for_each(|task| print(&tree, task, 0));
/// assert!(tree.is_empty());
/// ```
#[derive(Debug, Clone, Default)]
pub struct TaskTree {
    tasks: Arc<[Arc<Task>]>,
}

impl TaskTree {
    /// Returns all tasks, in the order in which they started.
    pub fn iter(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().map(|task| &**task)
    }

    /// Returns the running tasks.
    pub fn live(&self) -> impl Iterator<Item = &Task> {
        self.iter().filter(|task| task.is_live())
    }

    /// Returns the task with this ID.
    #[must_use]
    pub fn find(&self, id: &TaskId) -> Option<&Task> {
        self.iter().find(|task| task.id == *id)
    }

    /// Returns the tasks without a known parent.
    pub fn roots(&self) -> impl Iterator<Item = &Task> {
        self.iter().filter(|task| task.parent.is_none())
    }

    /// Returns the tasks that this task started.
    pub fn children<'t>(&'t self, id: &'t TaskId) -> impl Iterator<Item = &'t Task> {
        self.iter().filter(move |task| task.parent.as_ref() == Some(id))
    }

    /// Returns the sum of the usage that the CLI reported for the tasks here.
    #[must_use]
    pub fn usage(&self) -> TaskUsage {
        let mut total = TaskUsage::default();
        for usage in self.iter().filter_map(|task| task.usage.as_ref()) {
            add(&mut total.total_tokens, usage.total_tokens);
            add(&mut total.tool_uses, usage.tool_uses);
            add(&mut total.duration_ms, usage.duration_ms);
        }
        total
    }

    /// Returns the number of tasks.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tasks.len()
    }

    /// Returns whether there are no tasks.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }
}

fn add(total: &mut Option<u64>, one: Option<u64>) {
    if let Some(one) = one {
        *total = Some(total.unwrap_or_default().saturating_add(one));
    }
}

/// The tasks, and the tool calls that connect them.
#[derive(Debug, Default)]
pub(crate) struct TaskTable {
    tasks: Vec<Arc<Task>>,
    /// Tool calls of subagents, each with the call that started the subagent.
    calls: VecDeque<(ToolUseId, ToolUseId)>,
}

impl TaskTable {
    pub(crate) fn tree(&self) -> TaskTree {
        TaskTree { tasks: self.tasks.iter().map(Arc::clone).collect() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    /// Handles the start of a task. A task that had ended may be started again.
    pub(crate) fn started(&mut self, message: &TaskStartedMessage, now: Instant) {
        let called_by = self.caller(message.tool_use_id.as_ref());
        let task = self.entry(&message.task_id, now);
        if task.ended.take().is_some() {
            task.status = TaskStatus::Running;
        }
        task.listed = false;
        task.last_activity = now;
        set(&mut task.kind, message.task_type.as_ref());
        set(&mut task.agent, message.subagent_type.as_ref());
        set(&mut task.call, message.tool_use_id.as_ref());
        set(&mut task.background, message.is_backgrounded.as_ref());
        set(&mut task.parent, message.parent_task_id.as_ref().or(called_by.as_ref()));
        describe(task, message.description.as_ref());
        self.forget();
    }

    /// Handles a progress message.
    pub(crate) fn progressed(&mut self, message: &TaskProgressMessage, now: Instant) {
        let Some(task) = self.find(&message.task_id) else {
            return;
        };
        task.last_activity = now;
        set(&mut task.usage, message.usage.as_ref());
        set(&mut task.last_tool, message.last_tool_name.as_ref());
        set(&mut task.agent, message.subagent_type.as_ref());
        describe(task, message.description.as_ref());
    }

    /// Handles a change of a task, which may be its end.
    pub(crate) fn updated(&mut self, message: &TaskUpdatedMessage, now: Instant) {
        let (Some(task), Some(patch)) = (self.find(&message.task_id), &message.patch) else {
            return;
        };
        task.last_activity = now;
        set(&mut task.background, patch.is_backgrounded.as_ref());
        set(&mut task.error, patch.error.as_ref());
        describe(task, patch.description.as_ref());
        become_(task, patch.status.as_ref(), now);
    }

    /// Handles the notification that a task has ended. A final status from an earlier message is
    /// kept.
    pub(crate) fn notified(&mut self, message: &TaskNotificationMessage, now: Instant) {
        let Some(task) = self.find(&message.task_id) else {
            return;
        };
        task.last_activity = now;
        set(&mut task.usage, message.usage.as_ref());
        set(&mut task.summary, message.summary.as_ref());
        set(&mut task.output_file, message.output_file.as_ref().filter(|file| !file.is_empty()));
        become_(task, message.status.as_ref(), now);
        task.end(now);
        self.forget();
    }

    /// Handles the list of background tasks.
    ///
    /// The list may contain tasks before their start, and it omits tasks in the foreground. So a
    /// missing task has ended only if it is known from the list alone.
    pub(crate) fn listed(&mut self, message: &BackgroundTasksChangedMessage, now: Instant) {
        let listed: HashSet<_> = message.tasks.iter().map(|entry| &entry.task_id).collect();
        for task in self.tasks.iter_mut().filter(|task| task.listed && task.is_live()) {
            if !listed.contains(&task.id) {
                Arc::make_mut(task).end(now);
            }
        }
        let mut known: HashSet<_> = self.tasks.iter().map(|task| task.id.clone()).collect();
        // Older ones would be forgotten below.
        for entry in message.tasks.iter().skip(message.tasks.len().saturating_sub(LIVE)) {
            if !known.insert(entry.task_id.clone()) {
                continue;
            }
            self.tasks.push(Arc::new(Task::new(entry.task_id.clone(), now)));
            let Some(task) = self.tasks.last_mut().map(Arc::make_mut) else { continue };
            (task.listed, task.background) = (true, Some(true));
            set(&mut task.kind, entry.task_type.as_ref());
            set(&mut task.agent, entry.subagent_type.as_ref());
            set(&mut task.parent, entry.parent_task_id.as_ref());
            describe(task, entry.description.as_ref());
        }
        self.forget();
    }

    /// Records the tool call `call` of the subagent that the call `by` started. The task of `call`
    /// may be known already, or start later. Returns whether a known task has got its parent.
    pub(crate) fn called(&mut self, call: &str, by: &str) -> bool {
        self.calls.push_back((ToolUseId::new(call), ToolUseId::new(by)));
        if self.calls.len() > CALLS {
            self.calls.pop_front();
        }
        let Some(parent) = self.of_call(by).map(|task| task.id.clone()) else {
            return false;
        };
        let mut tasks = self.tasks.iter_mut();
        let child = tasks.find(|task| task.call.as_ref().is_some_and(|of| *of == *call));
        match child {
            Some(child) if child.parent.is_none() && child.id != parent => {
                Arc::make_mut(child).parent = Some(parent);
                true
            }
            _ => false,
        }
    }

    /// Handles the result of a tool call, which ends a task in the foreground even if the CLI sends
    /// no notification. Returns the ended task.
    pub(crate) fn returned(&mut self, call: &str, now: Instant) -> Option<TaskId> {
        let task = self.tasks.iter_mut().find(|task| awaits(task, call))?;
        Arc::make_mut(task).end(now);
        Some(task.id.clone())
    }

    /// Returns the calls whose results tasks in the foreground wait for.
    pub(crate) fn awaited(&self) -> Vec<ToolUseId> {
        let in_front = self.tasks.iter().filter(|task| is_in_front(task));
        in_front.filter_map(|task| task.call.clone()).collect()
    }

    /// Returns whether a task in the foreground waits for the result of its call.
    pub(crate) fn awaits_results(&self) -> bool {
        self.tasks.iter().any(|task| is_in_front(task))
    }

    /// Records activity of the task that a call started.
    pub(crate) fn note_activity(&mut self, call: &str, now: Instant) {
        let mut tasks = self.tasks.iter_mut();
        let task = tasks.find(|task| task.call.as_ref().is_some_and(|of| *of == *call));
        if let Some(task) = task
            && task.is_live()
        {
            Arc::make_mut(task).last_activity = now;
        }
    }

    /// Ends all tasks: the session is over.
    pub(crate) fn close(&mut self, now: Instant) {
        for task in self.tasks.iter_mut().filter(|task| task.is_live()) {
            Arc::make_mut(task).end(now);
        }
    }

    /// Returns the task of the subagent that made this call, if it is known.
    fn caller(&self, call: Option<&ToolUseId>) -> Option<TaskId> {
        let call = call?;
        let (_, by) = self.calls.iter().rev().find(|(of, _)| of == call)?;
        Some(self.of_call(by.as_str())?.id.clone())
    }

    fn of_call(&self, call: &str) -> Option<&Task> {
        let mut tasks = self.tasks.iter().rev();
        tasks.find(|task| task.call.as_ref().is_some_and(|of| *of == *call)).map(|task| &**task)
    }

    fn find(&mut self, id: &TaskId) -> Option<&mut Task> {
        self.tasks.iter_mut().find(|task| task.id == *id).map(Arc::make_mut)
    }

    fn entry(&mut self, id: &TaskId, now: Instant) -> &mut Task {
        let at = self.tasks.iter().position(|task| task.id == *id).unwrap_or_else(|| {
            self.tasks.push(Arc::new(Task::new(id.clone(), now)));
            self.tasks.len() - 1
        });
        Arc::make_mut(&mut self.tasks[at])
    }

    /// Removes the oldest tasks beyond the limits.
    fn forget(&mut self) {
        for (live, most) in [(false, ENDED), (true, LIVE)] {
            let count = self.tasks.iter().filter(|task| task.is_live() == live).count();
            let mut surplus = count.saturating_sub(most);
            self.tasks.retain(|task| {
                let goes = surplus > 0 && task.is_live() == live;
                surplus -= usize::from(goes);
                !goes
            });
        }
    }
}

fn is_in_front(task: &Task) -> bool {
    task.is_live() && task.background == Some(false) && task.call.is_some()
}

fn awaits(task: &Task, call: &str) -> bool {
    is_in_front(task) && task.call.as_ref().is_some_and(|of| *of == *call)
}

/// Sets a field if the message has a value for it.
fn set<T: Clone>(field: &mut Option<T>, value: Option<&T>) {
    if let Some(value) = value {
        *field = Some(value.clone());
    }
}

fn describe(task: &mut Task, description: Option<&String>) {
    if let Some(description) = description {
        task.description.clone_from(description);
    }
}

/// Sets the status, unless the task already has a final one.
fn become_(task: &mut Task, status: Option<&TaskStatus>, now: Instant) {
    let Some(status) = status.filter(|_| !task.status.is_final()) else {
        return;
    };
    task.status = status.clone();
    if status.is_final() {
        task.end(now);
    }
}

/// Returns a text with the IDs, for errors.
pub(crate) fn names(ids: &[TaskId]) -> String {
    let ids: Vec<_> = ids.iter().map(TaskId::as_str).collect();
    match ids[..] {
        [id] => format!("the task {id}"),
        _ => format!("the tasks {}", ids.join(", ")),
    }
}

#[cfg(test)]
mod tests;
