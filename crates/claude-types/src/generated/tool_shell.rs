// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Tools that run and monitor commands: their inputs and outputs.

use super::all::*;

/// How a commit was created.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GitCommitKind {
    /// A new commit.
    Committed,
    /// An amended commit.
    Amended,
    /// A cherry-picked commit.
    CherryPicked,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] GitCommitKind {
    Committed = "committed",
    Amended = "amended",
    CherryPicked = "cherry-picked",
});

/// An operation with a branch.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GitBranchAction {
    /// The branch was merged.
    Merged,
    /// The current branch was rebased onto the other branch.
    Rebased,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] GitBranchAction {
    Merged = "merged",
    Rebased = "rebased",
});

/// The kind of change of a pull request.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PullRequestAction {
    /// The pull request was opened.
    Created,
    /// The text of the pull request was changed.
    Edited,
    /// The pull request was merged.
    Merged,
    /// A comment was added.
    Commented,
    /// The pull request was closed.
    Closed,
    /// The pull request was reopened.
    Reopened,
    /// The pull request was marked as ready for review.
    Ready,
    /// The pull request was converted to a draft.
    Draft,
    /// Auto-merge was enabled.
    AutoMergeEnabled,
    /// Auto-merge was disabled.
    AutoMergeDisabled,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] PullRequestAction {
    Created = "created",
    Edited = "edited",
    Merged = "merged",
    Commented = "commented",
    Closed = "closed",
    Reopened = "reopened",
    Ready = "ready",
    Draft = "draft",
    AutoMergeEnabled = "auto-merge-enabled",
    AutoMergeDisabled = "auto-merge-disabled",
});

/// Runs a shell command.
///
/// The input of the tool `Bash`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BashInput {
    /// The command.
    pub command: String,
    /// The timeout in milliseconds: at most 600000 in the foreground, at most 7200000 in the background.
    pub timeout: Option<u64>,
    /// A description of the command in a few words.
    pub description: Option<String>,
    /// True to run the command while the turn continues.
    pub run_in_background: Option<bool>,
    /// True to run the command outside the sandbox.
    pub dangerously_disable_sandbox: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl BashInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(command: impl Into<String>) -> Self {
        Self {
            command: command.into(),
            timeout: None,
            description: None,
            run_in_background: None,
            dangerously_disable_sandbox: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`timeout`](Self::timeout).
    #[inline]
    #[must_use]
    pub fn timeout(mut self, value: u64) -> Self {
        self.timeout = Some(value);
        self
    }

    /// Sets [`description`](Self::description).
    #[inline]
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Sets [`run_in_background`](Self::run_in_background).
    #[inline]
    #[must_use]
    pub fn run_in_background(mut self, value: bool) -> Self {
        self.run_in_background = Some(value);
        self
    }

    /// Sets [`dangerously_disable_sandbox`](Self::dangerously_disable_sandbox).
    #[inline]
    #[must_use]
    pub fn dangerously_disable_sandbox(mut self, value: bool) -> Self {
        self.dangerously_disable_sandbox = Some(value);
        self
    }
}

wire_struct!(#[inline] BashInput {
    tags: [],
    fields: [
        0 required command: String = "command",
        1 optional timeout: u64 = "timeout",
        2 optional description: String = "description",
        3 optional run_in_background: bool = "run_in_background",
        4 optional dangerously_disable_sandbox: bool = "dangerouslyDisableSandbox",
    ],
});

impl crate::wire::ToolInput for BashInput {
    const TOOL: &'static str = "Bash";
    const ALIASES: &'static [&'static str] = &[];
}

/// The output of a shell command. A failed command has a text instead of this object.
///
/// The output of the tool `Bash`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BashOutput {
    /// The standard output, errors included.
    pub stdout: Option<String>,
    /// The standard error, if it is reported separately.
    pub stderr: Option<String>,
    /// True if the command was stopped before its end.
    pub interrupted: Option<bool>,
    /// True if the output is an image.
    pub is_image: Option<bool>,
    /// True for commands that write nothing if they succeed.
    pub no_output_expected: Option<bool>,
    /// The ID of the task, if the command runs in the background.
    pub background_task_id: Option<TaskId>,
    /// True if the user moved the command to the background.
    pub backgrounded_by_user: Option<bool>,
    /// The time in milliseconds after which the command was moved to the background, because it took too long.
    pub timed_out_after_ms: Option<u64>,
    /// A note for the model that the working directory is unchanged.
    pub background_cwd_hint: Option<String>,
    /// True if the command ends with the last answer of the agent that started it, so that its end is not reported.
    pub background_ends_with_final_response: Option<bool>,
    /// True if the subagent that started the command waits for its end.
    pub background_wakes_owner: Option<bool>,
    /// True if the command ran outside the sandbox.
    pub dangerously_disable_sandbox: Option<bool>,
    /// The meaning of an exit code that is not a failure, as in `No matches found`.
    pub return_code_interpretation: Option<String>,
    /// The file with the whole output, if the output was too long.
    pub persisted_output_path: Option<String>,
    /// The size of the whole output in bytes.
    pub persisted_output_size: Option<u64>,
    /// The file with the raw output.
    pub raw_output_path: Option<String>,
    /// The output as content blocks.
    pub structured_content: Option<Vec<Raw>>,
    /// A note for the model about files that changed since they were read.
    pub stale_read_file_state_hint: Option<String>,
    /// A note for the model about the rate limits of GitHub.
    pub gh_rate_limit_hint: Option<String>,
    /// What the command did with git, if the CLI recognised it.
    pub git_operation: Option<GitOperation>,
    /// What the command changed in files. Not declared; seen empty.
    pub bash_edit_diff: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for BashOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] BashOutput {
    tags: [],
    fields: [
        0 optional stdout: String = "stdout",
        1 optional stderr: String = "stderr",
        2 optional interrupted: bool = "interrupted",
        3 optional is_image: bool = "isImage",
        4 optional no_output_expected: bool = "noOutputExpected",
        5 optional background_task_id: TaskId = "backgroundTaskId",
        6 optional backgrounded_by_user: bool = "backgroundedByUser",
        7 optional timed_out_after_ms: u64 = "timedOutAfterMs",
        8 optional background_cwd_hint: String = "backgroundCwdHint",
        9 optional background_ends_with_final_response: bool = "backgroundEndsWithFinalResponse",
        10 optional background_wakes_owner: bool = "backgroundWakesOwner",
        11 optional dangerously_disable_sandbox: bool = "dangerouslyDisableSandbox",
        12 optional return_code_interpretation: String = "returnCodeInterpretation",
        13 optional persisted_output_path: String = "persistedOutputPath",
        14 optional persisted_output_size: u64 = "persistedOutputSize",
        15 optional raw_output_path: String = "rawOutputPath",
        16 optional structured_content: Vec<Raw> = "structuredContent",
        17 optional stale_read_file_state_hint: String = "staleReadFileStateHint",
        18 optional gh_rate_limit_hint: String = "ghRateLimitHint",
        19 optional git_operation: GitOperation = "gitOperation",
        20 optional bash_edit_diff: Raw = "bashEditDiff",
    ],
});

impl crate::wire::ToolOutput for BashOutput {
    const TOOL: &'static str = "Bash";
    const ALIASES: &'static [&'static str] = &[];
}

/// What a command did with git or with a pull request.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GitOperation {
    /// The commit that was created.
    pub commit: Option<GitCommit>,
    /// A push.
    pub push: Option<GitPush>,
    /// A branch that was merged or rebased onto.
    pub branch: Option<GitBranchChange>,
    /// The change of the pull request.
    pub pr: Option<PullRequestChange>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GitOperation {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GitOperation {
    tags: [],
    fields: [
        0 optional commit: GitCommit = "commit",
        1 optional push: GitPush = "push",
        2 optional branch: GitBranchChange = "branch",
        3 optional pr: PullRequestChange = "pr",
    ],
});

/// A commit that was created.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GitCommit {
    /// The hash of the commit.
    pub sha: Option<String>,
    /// How the commit was created.
    pub kind: Option<GitCommitKind>,
    /// The branch of the commit.
    pub branch: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GitCommit {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GitCommit {
    tags: [],
    fields: [
        0 optional sha: String = "sha",
        1 optional kind: GitCommitKind = "kind",
        2 optional branch: String = "branch",
    ],
});

/// A push of a branch.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GitPush {
    /// The branch that was pushed.
    pub branch: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GitPush {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GitPush {
    tags: [],
    fields: [
        0 optional branch: String = "branch",
    ],
});

/// A merge or a rebase.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GitBranchChange {
    /// The other branch. Wire: `ref`.
    pub other: Option<String>,
    /// Whether the branch was merged or rebased.
    pub action: Option<GitBranchAction>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GitBranchChange {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GitBranchChange {
    tags: [],
    fields: [
        0 optional other: String = "ref",
        1 optional action: GitBranchAction = "action",
    ],
});

/// A change of a pull request.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PullRequestChange {
    /// The number of the pull request.
    pub number: Option<u64>,
    /// The URL of the pull request.
    pub url: Option<String>,
    /// The kind of change.
    pub action: Option<PullRequestAction>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PullRequestChange {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PullRequestChange {
    tags: [],
    fields: [
        0 optional number: u64 = "number",
        1 optional url: String = "url",
        2 optional action: PullRequestAction = "action",
    ],
});

/// Stops a background task.
///
/// The input of the tool `TaskStop`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskStopInput {
    /// The ID of the task, or the name of an agent.
    pub task_id: Option<String>,
    /// The ID of the task, as older CLIs named it.
    pub shell_id: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskStopInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl TaskStopInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`task_id`](Self::task_id).
    #[inline]
    #[must_use]
    pub fn task_id(mut self, value: impl Into<String>) -> Self {
        self.task_id = Some(value.into());
        self
    }

    /// Sets [`shell_id`](Self::shell_id).
    #[inline]
    #[must_use]
    pub fn shell_id(mut self, value: impl Into<String>) -> Self {
        self.shell_id = Some(value.into());
        self
    }
}

wire_struct!(#[inline] TaskStopInput {
    tags: [],
    fields: [
        0 optional task_id: String = "task_id",
        1 optional shell_id: String = "shell_id",
    ],
});

impl crate::wire::ToolInput for TaskStopInput {
    const TOOL: &'static str = "TaskStop";
    const ALIASES: &'static [&'static str] = &["KillShell", "KillBash"];
}

/// A task that was stopped.
///
/// The output of the tool `TaskStop`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskStopOutput {
    /// What happened, as a text.
    pub message: Option<String>,
    /// The ID of the task.
    pub task_id: Option<TaskId>,
    /// The kind of task.
    pub task_type: Option<TaskType>,
    /// The command or description of the task.
    pub command: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskStopOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] TaskStopOutput {
    tags: [],
    fields: [
        0 optional message: String = "message",
        1 optional task_id: TaskId = "task_id",
        2 optional task_type: TaskType = "task_type",
        3 optional command: String = "command",
    ],
});

impl crate::wire::ToolOutput for TaskStopOutput {
    const TOOL: &'static str = "TaskStop";
    const ALIASES: &'static [&'static str] = &[];
}

/// Monitors something in the background, and sends each event to the model.
///
/// The input of the tool `Monitor`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MonitorInput {
    /// What is monitored, in a few words.
    pub description: String,
    /// When to stop, in milliseconds: 300000 by default, at most 1800000.
    pub timeout_ms: Option<u64>,
    /// The command to monitor: each line of its output is an event.
    pub command: Option<String>,
    /// The WebSocket to monitor: each text frame is an event.
    pub ws: Option<MonitorSocket>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl MonitorInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(description: impl Into<String>) -> Self {
        Self {
            description: description.into(),
            timeout_ms: None,
            command: None,
            ws: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`timeout_ms`](Self::timeout_ms).
    #[inline]
    #[must_use]
    pub fn timeout_ms(mut self, value: u64) -> Self {
        self.timeout_ms = Some(value);
        self
    }

    /// Sets [`command`](Self::command).
    #[inline]
    #[must_use]
    pub fn command(mut self, value: impl Into<String>) -> Self {
        self.command = Some(value.into());
        self
    }

    /// Sets [`ws`](Self::ws).
    #[inline]
    #[must_use]
    pub fn ws(mut self, value: impl Into<MonitorSocket>) -> Self {
        self.ws = Some(value.into());
        self
    }
}

wire_struct!(#[inline] MonitorInput {
    tags: [],
    fields: [
        0 required description: String = "description",
        1 optional timeout_ms: u64 = "timeout_ms",
        2 optional command: String = "command",
        3 optional ws: MonitorSocket = "ws",
    ],
});

impl crate::wire::ToolInput for MonitorInput {
    const TOOL: &'static str = "Monitor";
    const ALIASES: &'static [&'static str] = &[];
}

/// A WebSocket to monitor.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MonitorSocket {
    /// The URL of the WebSocket.
    pub url: String,
    /// Subprotocols to offer.
    pub protocols: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl MonitorSocket {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), protocols: None, extra: Extra::default() }
    }

    /// Sets [`protocols`](Self::protocols).
    #[inline]
    #[must_use]
    pub fn protocols(mut self, value: impl Into<Vec<String>>) -> Self {
        self.protocols = Some(value.into());
        self
    }
}

wire_struct!(#[inline] MonitorSocket {
    tags: [],
    fields: [
        0 required url: String = "url",
        1 optional protocols: Vec<String> = "protocols",
    ],
});

/// A monitor that was started.
///
/// The output of the tool `Monitor`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MonitorOutput {
    /// The ID of the task of the monitor.
    pub task_id: Option<TaskId>,
    /// When the monitor stops, in milliseconds; 0 for never.
    pub timeout_ms: Option<u64>,
    /// True if the monitor runs until it is stopped or the session ends.
    pub persistent: Option<bool>,
    /// True if the command is in the sandbox because its permission depended on that.
    pub kept_in_sandbox_by_check: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for MonitorOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] MonitorOutput {
    tags: [],
    fields: [
        0 optional task_id: TaskId = "taskId",
        1 optional timeout_ms: u64 = "timeoutMs",
        2 optional persistent: bool = "persistent",
        3 optional kept_in_sandbox_by_check: bool = "keptInSandboxByCheck",
    ],
});

impl crate::wire::ToolOutput for MonitorOutput {
    const TOOL: &'static str = "Monitor";
    const ALIASES: &'static [&'static str] = &[];
}
