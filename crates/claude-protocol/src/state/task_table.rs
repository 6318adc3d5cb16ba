//! The tasks of a session: subagents, workflows, shells and what else runs beside the model.
//!
//! Pure bookkeeping: messages in, a picture out. The handle that watches, stops and joins them is in
//! `task_watch.rs`; which of them hold stdin open is decided in `lifetime.rs`.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Instant;

use claude_types::{
    BackgroundTasksChangedMessage, TaskId, TaskNotificationMessage, TaskProgressMessage,
    TaskStartedMessage, TaskStatus, TaskType, TaskUpdatedMessage, TaskUsage, ToolUseId,
};

/// How many tasks that have ended are kept; the oldest are forgotten.
const ENDED: usize = 64;

/// How many tasks that live are known; the oldest are forgotten.
const LIVE: usize = 1024;

/// How many calls of subagents are kept, to tell whose child a task is.
const CALLS: usize = 256;

/// One task, as it was when it was looked at.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// What sort of task it is, if the CLI said so.
    pub kind: Option<TaskType>,
    /// What it does, in words; changes as it works.
    pub description: String,
    /// The sort of subagent.
    pub agent: Option<String>,
    /// The tool call that began it.
    pub call: Option<ToolUseId>,
    /// The task that began it; `None` if that was the main thread, or is not known.
    pub parent: Option<TaskId>,
    /// Whether whoever began it goes on meanwhile. `None` if the CLI did not say.
    pub background: Option<bool>,
    /// How it is. A task that has ended and still is [`TaskStatus::Running`] ended without a word.
    pub status: TaskStatus,
    /// What it consumed so far.
    pub usage: Option<TaskUsage>,
    /// The tool that it used last.
    pub last_tool: Option<String>,
    /// What came of it, in words.
    pub summary: Option<String>,
    /// The file with its output.
    pub output_file: Option<String>,
    /// Why it failed.
    pub error: Option<String>,
    /// When it was first heard of.
    pub started: Instant,
    /// When it was last heard of.
    pub last_activity: Instant,
    /// When it ended; `None` while it lives.
    pub ended: Option<Instant>,
    /// Known from the list of what is in the background only.
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

    /// It has not ended.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.ended.is_none()
    }

    /// It is an agent or a workflow: what a session that is idle has none of.
    #[must_use]
    pub fn is_agent(&self) -> bool {
        matches!(self.kind, Some(TaskType::LocalAgent | TaskType::LocalWorkflow))
    }

    fn end(&mut self, now: Instant) {
        self.ended.get_or_insert(now);
    }
}

/// All tasks that live, and the last ones that have ended. A snapshot; clones are cheap.
#[derive(Debug, Clone, Default)]
pub struct TaskTree {
    tasks: Arc<[Arc<Task>]>,
}

impl TaskTree {
    /// All tasks, in the order in which they began.
    pub fn iter(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().map(|task| &**task)
    }

    /// Those that live.
    pub fn live(&self) -> impl Iterator<Item = &Task> {
        self.iter().filter(|task| task.is_live())
    }

    /// The task with this id.
    #[must_use]
    pub fn find(&self, id: &TaskId) -> Option<&Task> {
        self.iter().find(|task| task.id == *id)
    }

    /// Those that no task began, as far as is known.
    pub fn roots(&self) -> impl Iterator<Item = &Task> {
        self.iter().filter(|task| task.parent.is_none())
    }

    /// Those that this task began.
    pub fn children<'t>(&'t self, id: &'t TaskId) -> impl Iterator<Item = &'t Task> {
        self.iter().filter(move |task| task.parent.as_ref() == Some(id))
    }

    /// What all tasks here consumed, each counted once, as the CLI told it.
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

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tasks.len()
    }

    /// Tells whether there are none.
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

/// The table that the loop keeps.
#[derive(Debug, Default)]
pub(crate) struct TaskTable {
    tasks: Vec<Arc<Task>>,
    /// Calls of subagents, each with the call that its caller serves.
    calls: VecDeque<(ToolUseId, ToolUseId)>,
}

impl TaskTable {
    pub(crate) fn tree(&self) -> TaskTree {
        TaskTree { tasks: self.tasks.iter().map(Arc::clone).collect() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    /// A task began, or one that had ended goes on.
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

    /// A task works.
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

    /// Something about a task changed; it may have ended.
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

    /// A task ended. What it was told to have become before stays.
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

    /// What is in the background now. It tells of tasks before they begin, and leaves out those in
    /// the foreground; so it adds, and ends only what is known from it alone.
    pub(crate) fn listed(&mut self, message: &BackgroundTasksChangedMessage, now: Instant) {
        for task in self.tasks.iter_mut().filter(|task| task.listed && task.is_live()) {
            if !message.tasks.iter().any(|told| told.task_id == task.id) {
                Arc::make_mut(task).end(now);
            }
        }
        for told in &message.tasks {
            if self.tasks.iter().any(|task| task.id == told.task_id) {
                continue;
            }
            let task = self.entry(&told.task_id, now);
            (task.listed, task.background) = (true, Some(true));
            set(&mut task.kind, told.task_type.as_ref());
            set(&mut task.agent, told.subagent_type.as_ref());
            set(&mut task.parent, told.parent_task_id.as_ref());
            describe(task, told.description.as_ref());
        }
        self.forget();
    }

    /// A subagent that serves the call `by` called a tool. The task of that call may be known
    /// already, or begin later. Tells whether that says something about a known task.
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

    /// The result of a call came: a task in the foreground is over with it, whether that was told
    /// or not. Returns such a task.
    pub(crate) fn returned(&mut self, call: &str, now: Instant) -> Option<TaskId> {
        let task = self.tasks.iter_mut().find(|task| awaits(task, call))?;
        Arc::make_mut(task).end(now);
        Some(task.id.clone())
    }

    /// Tells whether the result of a call ends a task.
    pub(crate) fn awaits_results(&self) -> bool {
        self.tasks.iter().any(|task| is_in_front(task))
    }

    /// The subagent that serves a call, or the tool itself, gave a sign of life.
    pub(crate) fn note_activity(&mut self, call: &str, now: Instant) {
        let mut tasks = self.tasks.iter_mut();
        let task = tasks.find(|task| task.call.as_ref().is_some_and(|of| *of == *call));
        if let Some(task) = task
            && task.is_live()
        {
            Arc::make_mut(task).last_activity = now;
        }
    }

    /// The session is over, and everything that lived in it.
    pub(crate) fn close(&mut self, now: Instant) {
        for task in self.tasks.iter_mut().filter(|task| task.is_live()) {
            Arc::make_mut(task).end(now);
        }
    }

    /// The task that began the one of this call, as far as its caller is known.
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

    /// Keeps the table small whatever comes.
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

/// What is not told stays as it was.
fn set<T: Clone>(field: &mut Option<T>, told: Option<&T>) {
    if let Some(told) = told {
        *field = Some(told.clone());
    }
}

fn describe(task: &mut Task, told: Option<&String>) {
    if let Some(told) = told {
        task.description.clone_from(told);
    }
}

/// The first end that is told counts.
fn become_(task: &mut Task, status: Option<&TaskStatus>, now: Instant) {
    let Some(status) = status.filter(|_| !task.status.is_final()) else {
        return;
    };
    task.status = status.clone();
    if status.is_final() {
        task.end(now);
    }
}

#[cfg(test)]
mod tests;

/// Ids as a text.
pub(crate) fn names(ids: &[TaskId]) -> String {
    let ids: Vec<_> = ids.iter().map(TaskId::as_str).collect();
    match ids[..] {
        [id] => format!("the task {id}"),
        _ => format!("the tasks {}", ids.join(", ")),
    }
}
