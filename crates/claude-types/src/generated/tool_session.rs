// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Tools for questions to the user, plans, worktrees, and schedules: their inputs and outputs.

use super::all::*;

/// The reason why a question is unanswered.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnansweredReason {
    /// The user skipped the question.
    Skipped,
    /// The user wrote something else.
    RepliedInChat,
    /// The user closed the question.
    Dismissed,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] UnansweredReason {
    Skipped = "skipped",
    RepliedInChat = "replied_in_chat",
    Dismissed = "dismissed",
});

/// What to do with a worktree.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WorktreeExitAction {
    /// The worktree is kept.
    Keep,
    /// The worktree and its branch are removed.
    Remove,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] WorktreeExitAction {
    Keep = "keep",
    Remove = "remove",
});

/// Asks the user. The caller that answers sends the input back with `answers`.
///
/// The input of the tool `AskUserQuestion`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AskUserQuestionInput {
    /// One to four questions.
    pub questions: Vec<UserQuestion>,
    /// The answers, by the text of the question; several choices are joined by commas.
    pub answers: Option<BTreeMap<String, String>>,
    /// Remarks on the answers, by the text of the question.
    pub annotations: Option<BTreeMap<String, UserAnswerNote>>,
    /// The source of the question, for the CLI's own statistics.
    pub metadata: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl AskUserQuestionInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(questions: impl Into<Vec<UserQuestion>>) -> Self {
        Self {
            questions: questions.into(),
            answers: None,
            annotations: None,
            metadata: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`answers`](Self::answers).
    #[inline]
    #[must_use]
    pub fn answers(mut self, value: impl Into<BTreeMap<String, String>>) -> Self {
        self.answers = Some(value.into());
        self
    }

    /// Sets [`annotations`](Self::annotations).
    #[inline]
    #[must_use]
    pub fn annotations(mut self, value: impl Into<BTreeMap<String, UserAnswerNote>>) -> Self {
        self.annotations = Some(value.into());
        self
    }

    /// Sets [`metadata`](Self::metadata).
    #[inline]
    #[must_use]
    pub fn metadata(mut self, value: impl Into<Raw>) -> Self {
        self.metadata = Some(value.into());
        self
    }
}

wire_struct!(#[inline] AskUserQuestionInput {
    tags: [],
    fields: [
        0 required questions: Vec<UserQuestion> = "questions",
        1 optional answers: BTreeMap<String, String> = "answers",
        2 optional annotations: BTreeMap<String, UserAnswerNote> = "annotations",
        3 optional metadata: Raw = "metadata",
    ],
});

impl crate::wire::ToolInput for AskUserQuestionInput {
    const TOOL: &'static str = "AskUserQuestion";
    const ALIASES: &'static [&'static str] = &[];
}

/// A question to the user.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UserQuestion {
    /// The question.
    pub question: String,
    /// A label of at most 12 characters.
    pub header: Option<String>,
    /// Two to four choices. The user can always answer with a text instead.
    pub options: Option<Vec<UserQuestionOption>>,
    /// True if several choices may be selected.
    pub multi_select: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl UserQuestion {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(question: impl Into<String>) -> Self {
        Self {
            question: question.into(),
            header: None,
            options: None,
            multi_select: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`header`](Self::header).
    #[inline]
    #[must_use]
    pub fn header(mut self, value: impl Into<String>) -> Self {
        self.header = Some(value.into());
        self
    }

    /// Sets [`options`](Self::options).
    #[inline]
    #[must_use]
    pub fn options(mut self, value: impl Into<Vec<UserQuestionOption>>) -> Self {
        self.options = Some(value.into());
        self
    }

    /// Sets [`multi_select`](Self::multi_select).
    #[inline]
    #[must_use]
    pub fn multi_select(mut self, value: bool) -> Self {
        self.multi_select = Some(value);
        self
    }
}

wire_struct!(#[inline] UserQuestion {
    tags: [],
    fields: [
        0 required question: String = "question",
        1 optional header: String = "header",
        2 optional options: Vec<UserQuestionOption> = "options",
        3 optional multi_select: bool = "multiSelect",
    ],
});

/// A choice.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UserQuestionOption {
    /// The label of the choice in a few words; the answer contains this text.
    pub label: String,
    /// A description of the choice.
    pub description: Option<String>,
    /// A preview to show with the choice.
    pub preview: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl UserQuestionOption {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), description: None, preview: None, extra: Extra::default() }
    }

    /// Sets [`description`](Self::description).
    #[inline]
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Sets [`preview`](Self::preview).
    #[inline]
    #[must_use]
    pub fn preview(mut self, value: impl Into<String>) -> Self {
        self.preview = Some(value.into());
        self
    }
}

wire_struct!(#[inline] UserQuestionOption {
    tags: [],
    fields: [
        0 required label: String = "label",
        1 optional description: String = "description",
        2 optional preview: String = "preview",
    ],
});

/// A remark on an answer.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UserAnswerNote {
    /// The preview of the choice.
    pub preview: Option<String>,
    /// The text that the user wrote.
    pub notes: Option<String>,
    /// The reason why the question is unanswered; absent if it is answered, or if the reason was not reported.
    pub unanswered: Option<UnansweredReason>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UserAnswerNote {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl UserAnswerNote {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`preview`](Self::preview).
    #[inline]
    #[must_use]
    pub fn preview(mut self, value: impl Into<String>) -> Self {
        self.preview = Some(value.into());
        self
    }

    /// Sets [`notes`](Self::notes).
    #[inline]
    #[must_use]
    pub fn notes(mut self, value: impl Into<String>) -> Self {
        self.notes = Some(value.into());
        self
    }

    /// Sets [`unanswered`](Self::unanswered).
    #[inline]
    #[must_use]
    pub fn unanswered(mut self, value: impl Into<UnansweredReason>) -> Self {
        self.unanswered = Some(value.into());
        self
    }
}

wire_struct!(#[inline] UserAnswerNote {
    tags: [],
    fields: [
        0 optional preview: String = "preview",
        1 optional notes: String = "notes",
        2 optional unanswered: UnansweredReason = "unanswered",
    ],
});

/// The answers of the user.
///
/// The output of the tool `AskUserQuestion`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AskUserQuestionOutput {
    /// The questions.
    pub questions: Option<Vec<UserQuestion>>,
    /// The answers, by the text of the question.
    pub answers: Option<BTreeMap<String, String>>,
    /// The text that the user wrote instead of choosing.
    pub response: Option<String>,
    /// Remarks on the answers, by the text of the question.
    pub annotations: Option<BTreeMap<String, UserAnswerNote>>,
    /// The time in milliseconds after which the question was closed, because the user was away.
    pub afk_timeout_ms: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AskUserQuestionOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] AskUserQuestionOutput {
    tags: [],
    fields: [
        0 optional questions: Vec<UserQuestion> = "questions",
        1 optional answers: BTreeMap<String, String> = "answers",
        2 optional response: String = "response",
        3 optional annotations: BTreeMap<String, UserAnswerNote> = "annotations",
        4 optional afk_timeout_ms: u64 = "afkTimeoutMs",
    ],
});

impl crate::wire::ToolOutput for AskUserQuestionOutput {
    const TOOL: &'static str = "AskUserQuestion";
    const ALIASES: &'static [&'static str] = &[];
}

/// Enters plan mode.
///
/// The input of the tool `EnterPlanMode`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct EnterPlanModeInput {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for EnterPlanModeInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl EnterPlanModeInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    EnterPlanModeInput { tags: [], fields: [] }
);

impl crate::wire::ToolInput for EnterPlanModeInput {
    const TOOL: &'static str = "EnterPlanMode";
    const ALIASES: &'static [&'static str] = &[];
}

/// Plan mode has begun.
///
/// The output of the tool `EnterPlanMode`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct EnterPlanModeOutput {
    /// The text that the model receives.
    pub message: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for EnterPlanModeOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] EnterPlanModeOutput {
    tags: [],
    fields: [
        0 optional message: String = "message",
    ],
});

impl crate::wire::ToolOutput for EnterPlanModeOutput {
    const TOOL: &'static str = "EnterPlanMode";
    const ALIASES: &'static [&'static str] = &[];
}

/// Shows the plan to the user and asks to continue.
///
/// The input of the tool `ExitPlanMode`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ExitPlanModeInput {
    /// The plan. The model can omit it: newer CLIs read it from a file before they ask, and accept a changed plan in the reply to `can_use_tool`.
    pub plan: Option<String>,
    /// The file with the plan; added by the CLI before it asks. Not declared.
    pub plan_file_path: Option<String>,
    /// No longer used.
    pub allowed_prompts: Option<Vec<Raw>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ExitPlanModeInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ExitPlanModeInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`plan`](Self::plan).
    #[inline]
    #[must_use]
    pub fn plan(mut self, value: impl Into<String>) -> Self {
        self.plan = Some(value.into());
        self
    }

    /// Sets [`plan_file_path`](Self::plan_file_path).
    #[inline]
    #[must_use]
    pub fn plan_file_path(mut self, value: impl Into<String>) -> Self {
        self.plan_file_path = Some(value.into());
        self
    }

    /// Sets [`allowed_prompts`](Self::allowed_prompts).
    #[inline]
    #[must_use]
    pub fn allowed_prompts(mut self, value: impl Into<Vec<Raw>>) -> Self {
        self.allowed_prompts = Some(value.into());
        self
    }
}

wire_struct!(#[inline] ExitPlanModeInput {
    tags: [],
    fields: [
        0 optional plan: String = "plan",
        1 optional plan_file_path: String = "planFilePath",
        2 optional allowed_prompts: Vec<Raw> = "allowedPrompts",
    ],
});

impl crate::wire::ToolInput for ExitPlanModeInput {
    const TOOL: &'static str = "ExitPlanMode";
    const ALIASES: &'static [&'static str] = &[];
}

/// The outcome of the plan.
///
/// The output of the tool `ExitPlanMode`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ExitPlanModeOutput {
    /// The plan; null if none was written.
    pub plan: Option<String>,
    /// True if a subagent planned.
    pub is_agent: Option<bool>,
    /// The file with the plan.
    pub file_path: Option<String>,
    /// True if subagents can be started.
    pub has_task_tool: Option<bool>,
    /// True if the user changed the plan.
    pub plan_was_edited: Option<bool>,
    /// True if the leader of a team must approve first.
    pub awaiting_leader_approval: Option<bool>,
    /// The ID of the request to the leader.
    pub request_id: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ExitPlanModeOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ExitPlanModeOutput {
    tags: [],
    fields: [
        0 nullable plan: String = "plan",
        1 optional is_agent: bool = "isAgent",
        2 optional file_path: String = "filePath",
        3 optional has_task_tool: bool = "hasTaskTool",
        4 optional plan_was_edited: bool = "planWasEdited",
        5 optional awaiting_leader_approval: bool = "awaitingLeaderApproval",
        6 optional request_id: String = "requestId",
    ],
});

impl crate::wire::ToolOutput for ExitPlanModeOutput {
    const TOOL: &'static str = "ExitPlanMode";
    const ALIASES: &'static [&'static str] = &[];
}

/// Proposes the goal of the session.
///
/// The input of the tool `SetGoal`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ProposeGoalInput {
    /// The condition that reaches the goal; at most 500 characters.
    pub condition: String,
    /// False to set the goal without asking; true by default.
    pub ask_user: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ProposeGoalInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(condition: impl Into<String>) -> Self {
        Self { condition: condition.into(), ask_user: None, extra: Extra::default() }
    }

    /// Sets [`ask_user`](Self::ask_user).
    #[inline]
    #[must_use]
    pub fn ask_user(mut self, value: bool) -> Self {
        self.ask_user = Some(value);
        self
    }
}

wire_struct!(#[inline] ProposeGoalInput {
    tags: [],
    fields: [
        0 required condition: String = "condition",
        1 optional ask_user: bool = "ask_user",
    ],
});

impl crate::wire::ToolInput for ProposeGoalInput {
    const TOOL: &'static str = "SetGoal";
    const ALIASES: &'static [&'static str] = &["ProposeGoal"];
}

/// The goal that was proposed.
///
/// The output of the tool `SetGoal`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ProposeGoalOutput {
    /// The condition that reaches the goal.
    pub condition: Option<String>,
    /// Whether the user was asked.
    pub ask_user: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ProposeGoalOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ProposeGoalOutput {
    tags: [],
    fields: [
        0 optional condition: String = "condition",
        1 optional ask_user: bool = "askUser",
    ],
});

impl crate::wire::ToolOutput for ProposeGoalOutput {
    const TOOL: &'static str = "SetGoal";
    const ALIASES: &'static [&'static str] = &["ProposeGoal"];
}

/// Enters a git worktree.
///
/// The input of the tool `EnterWorktree`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct EnterWorktreeInput {
    /// The name of a new worktree; generated if absent.
    pub name: Option<String>,
    /// The path of an existing worktree, instead of a name.
    pub path: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for EnterWorktreeInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl EnterWorktreeInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](Self::name).
    #[inline]
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// Sets [`path`](Self::path).
    #[inline]
    #[must_use]
    pub fn path(mut self, value: impl Into<String>) -> Self {
        self.path = Some(value.into());
        self
    }
}

wire_struct!(#[inline] EnterWorktreeInput {
    tags: [],
    fields: [
        0 optional name: String = "name",
        1 optional path: String = "path",
    ],
});

impl crate::wire::ToolInput for EnterWorktreeInput {
    const TOOL: &'static str = "EnterWorktree";
    const ALIASES: &'static [&'static str] = &[];
}

/// The worktree that the session has entered.
///
/// The output of the tool `EnterWorktree`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct EnterWorktreeOutput {
    /// The directory of the worktree.
    pub worktree_path: Option<String>,
    /// The branch of the worktree.
    pub worktree_branch: Option<String>,
    /// The text that the model receives.
    pub message: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for EnterWorktreeOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] EnterWorktreeOutput {
    tags: [],
    fields: [
        0 optional worktree_path: String = "worktreePath",
        1 optional worktree_branch: String = "worktreeBranch",
        2 optional message: String = "message",
    ],
});

impl crate::wire::ToolOutput for EnterWorktreeOutput {
    const TOOL: &'static str = "EnterWorktree";
    const ALIASES: &'static [&'static str] = &[];
}

/// Leaves the git worktree.
///
/// The input of the tool `ExitWorktree`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ExitWorktreeInput {
    /// What to do with the worktree.
    pub action: WorktreeExitAction,
    /// True to remove the worktree even if it contains work that exists nowhere else.
    pub discard_changes: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ExitWorktreeInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(action: impl Into<WorktreeExitAction>) -> Self {
        Self { action: action.into(), discard_changes: None, extra: Extra::default() }
    }

    /// Sets [`discard_changes`](Self::discard_changes).
    #[inline]
    #[must_use]
    pub fn discard_changes(mut self, value: bool) -> Self {
        self.discard_changes = Some(value);
        self
    }
}

wire_struct!(#[inline] ExitWorktreeInput {
    tags: [],
    fields: [
        0 required action: WorktreeExitAction = "action",
        1 optional discard_changes: bool = "discard_changes",
    ],
});

impl crate::wire::ToolInput for ExitWorktreeInput {
    const TOOL: &'static str = "ExitWorktree";
    const ALIASES: &'static [&'static str] = &[];
}

/// The worktree that the session has left.
///
/// The output of the tool `ExitWorktree`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ExitWorktreeOutput {
    /// What was done with the worktree.
    pub action: Option<WorktreeExitAction>,
    /// The working directory before the worktree was entered.
    pub original_cwd: Option<String>,
    /// The directory of the worktree.
    pub worktree_path: Option<String>,
    /// The branch of the worktree.
    pub worktree_branch: Option<String>,
    /// The tmux session of the worktree.
    pub tmux_session_name: Option<String>,
    /// The number of discarded changed files.
    pub discarded_files: Option<u64>,
    /// The number of discarded commits.
    pub discarded_commits: Option<u64>,
    /// The current working directory. Not declared.
    pub restored_cwd: Option<String>,
    /// True if the earlier working directory no longer exists. Not declared.
    pub original_cwd_missing: Option<bool>,
    /// The text that the model receives.
    pub message: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ExitWorktreeOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ExitWorktreeOutput {
    tags: [],
    fields: [
        0 optional action: WorktreeExitAction = "action",
        1 optional original_cwd: String = "originalCwd",
        2 optional worktree_path: String = "worktreePath",
        3 optional worktree_branch: String = "worktreeBranch",
        4 optional tmux_session_name: String = "tmuxSessionName",
        5 optional discarded_files: u64 = "discardedFiles",
        6 optional discarded_commits: u64 = "discardedCommits",
        7 optional restored_cwd: String = "restoredCwd",
        8 optional original_cwd_missing: bool = "originalCwdMissing",
        9 optional message: String = "message",
    ],
});

impl crate::wire::ToolOutput for ExitWorktreeOutput {
    const TOOL: &'static str = "ExitWorktree";
    const ALIASES: &'static [&'static str] = &[];
}

/// Schedules a prompt.
///
/// The input of the tool `CronCreate`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CronCreateInput {
    /// The schedule as five fields of cron, in local time.
    pub cron: String,
    /// The prompt.
    pub prompt: String,
    /// False to run once; true by default, for seven days at most.
    pub recurring: Option<bool>,
    /// True to keep the schedule after the session; false by default.
    pub durable: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CronCreateInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(cron: impl Into<String>, prompt: impl Into<String>) -> Self {
        Self {
            cron: cron.into(),
            prompt: prompt.into(),
            recurring: None,
            durable: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`recurring`](Self::recurring).
    #[inline]
    #[must_use]
    pub fn recurring(mut self, value: bool) -> Self {
        self.recurring = Some(value);
        self
    }

    /// Sets [`durable`](Self::durable).
    #[inline]
    #[must_use]
    pub fn durable(mut self, value: bool) -> Self {
        self.durable = Some(value);
        self
    }
}

wire_struct!(#[inline] CronCreateInput {
    tags: [],
    fields: [
        0 required cron: String = "cron",
        1 required prompt: String = "prompt",
        2 optional recurring: bool = "recurring",
        3 optional durable: bool = "durable",
    ],
});

impl crate::wire::ToolInput for CronCreateInput {
    const TOOL: &'static str = "CronCreate";
    const ALIASES: &'static [&'static str] = &[];
}

/// A schedule that was created.
///
/// The output of the tool `CronCreate`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CronCreateOutput {
    /// The ID of the schedule.
    pub id: Option<String>,
    /// The schedule as a text for people.
    pub human_schedule: Option<String>,
    /// Whether the schedule repeats.
    pub recurring: Option<bool>,
    /// Whether the schedule is kept after the session.
    pub durable: Option<bool>,
    /// When the schedule runs next, in milliseconds since 1970.
    pub next_fire_at: Option<f64>,
    /// Other schedules that are still to run once.
    pub other_one_shots: Option<Vec<CronJob>>,
    /// The age in milliseconds at which a repeating schedule ends; 0 if it does not. Since CLI 2.1.332.
    pub max_age_ms: Option<f64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CronCreateOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] CronCreateOutput {
    tags: [],
    fields: [
        0 optional id: String = "id",
        1 optional human_schedule: String = "humanSchedule",
        2 optional recurring: bool = "recurring",
        3 optional durable: bool = "durable",
        4 optional next_fire_at: f64 = "nextFireAt",
        5 optional other_one_shots: Vec<CronJob> = "otherOneShots",
        6 optional max_age_ms: f64 = "maxAgeMs",
    ],
});

impl crate::wire::ToolOutput for CronCreateOutput {
    const TOOL: &'static str = "CronCreate";
    const ALIASES: &'static [&'static str] = &[];
}

/// Cancels a schedule.
///
/// The input of the tool `CronDelete`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CronDeleteInput {
    /// The ID of the schedule.
    pub id: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CronDeleteInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] CronDeleteInput {
    tags: [],
    fields: [
        0 required id: String = "id",
    ],
});

impl crate::wire::ToolInput for CronDeleteInput {
    const TOOL: &'static str = "CronDelete";
    const ALIASES: &'static [&'static str] = &[];
}

/// A schedule that was cancelled.
///
/// The output of the tool `CronDelete`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CronDeleteOutput {
    /// The ID of the schedule.
    pub id: Option<String>,
    /// True if a loop ended with the schedule.
    pub ended_loop_wakeup: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CronDeleteOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] CronDeleteOutput {
    tags: [],
    fields: [
        0 optional id: String = "id",
        1 optional ended_loop_wakeup: bool = "endedLoopWakeup",
    ],
});

impl crate::wire::ToolOutput for CronDeleteOutput {
    const TOOL: &'static str = "CronDelete";
    const ALIASES: &'static [&'static str] = &[];
}

/// Requests all schedules.
///
/// The input of the tool `CronList`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CronListInput {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CronListInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl CronListInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    CronListInput { tags: [], fields: [] }
);

impl crate::wire::ToolInput for CronListInput {
    const TOOL: &'static str = "CronList";
    const ALIASES: &'static [&'static str] = &[];
}

/// The schedules of the session.
///
/// The output of the tool `CronList`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CronListOutput {
    /// The schedules.
    pub jobs: Option<Vec<CronJob>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CronListOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] CronListOutput {
    tags: [],
    fields: [
        0 optional jobs: Vec<CronJob> = "jobs",
    ],
});

impl crate::wire::ToolOutput for CronListOutput {
    const TOOL: &'static str = "CronList";
    const ALIASES: &'static [&'static str] = &[];
}

/// A schedule of a prompt.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CronJob {
    /// The ID of the schedule.
    pub id: String,
    /// The schedule as five fields of cron.
    pub cron: Option<String>,
    /// The schedule as a text for people.
    pub human_schedule: Option<String>,
    /// The prompt.
    pub prompt: Option<String>,
    /// Whether the schedule repeats.
    pub recurring: Option<bool>,
    /// Whether the schedule is kept after the session.
    pub durable: Option<bool>,
    /// When the schedule runs next, in milliseconds since 1970.
    pub next_fire_at: Option<f64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] CronJob {
    tags: [],
    fields: [
        0 required id: String = "id",
        1 optional cron: String = "cron",
        2 optional human_schedule: String = "humanSchedule",
        3 optional prompt: String = "prompt",
        4 optional recurring: bool = "recurring",
        5 optional durable: bool = "durable",
        6 optional next_fire_at: f64 = "nextFireAt",
    ],
});

/// Schedules the next step of a loop.
///
/// The input of the tool `ScheduleWakeup`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ScheduleWakeupInput {
    /// The delay in seconds, from 60 to 3600.
    pub delay_seconds: Option<f64>,
    /// The reason for the delay, in one sentence for the user.
    pub reason: Option<String>,
    /// The prompt of the next step.
    pub prompt: Option<String>,
    /// True to end the loop.
    pub stop: Option<bool>,
    /// True if nothing has changed since the last step.
    pub noop: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ScheduleWakeupInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ScheduleWakeupInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`delay_seconds`](Self::delay_seconds).
    #[inline]
    #[must_use]
    pub fn delay_seconds(mut self, value: f64) -> Self {
        self.delay_seconds = Some(value);
        self
    }

    /// Sets [`reason`](Self::reason).
    #[inline]
    #[must_use]
    pub fn reason(mut self, value: impl Into<String>) -> Self {
        self.reason = Some(value.into());
        self
    }

    /// Sets [`prompt`](Self::prompt).
    #[inline]
    #[must_use]
    pub fn prompt(mut self, value: impl Into<String>) -> Self {
        self.prompt = Some(value.into());
        self
    }

    /// Sets [`stop`](Self::stop).
    #[inline]
    #[must_use]
    pub fn stop(mut self, value: bool) -> Self {
        self.stop = Some(value);
        self
    }

    /// Sets [`noop`](Self::noop).
    #[inline]
    #[must_use]
    pub fn noop(mut self, value: bool) -> Self {
        self.noop = Some(value);
        self
    }
}

wire_struct!(#[inline] ScheduleWakeupInput {
    tags: [],
    fields: [
        0 optional delay_seconds: f64 = "delaySeconds",
        1 optional reason: String = "reason",
        2 optional prompt: String = "prompt",
        3 optional stop: bool = "stop",
        4 optional noop: bool = "noop",
    ],
});

impl crate::wire::ToolInput for ScheduleWakeupInput {
    const TOOL: &'static str = "ScheduleWakeup";
    const ALIASES: &'static [&'static str] = &[];
}

/// The time of the next step of a loop.
///
/// The output of the tool `ScheduleWakeup`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ScheduleWakeupOutput {
    /// When the next step runs, in milliseconds since 1970.
    pub scheduled_for: Option<f64>,
    /// The delay that was used, in seconds.
    pub clamped_delay_seconds: Option<f64>,
    /// True if the delay differs from the requested one.
    pub was_clamped: Option<bool>,
    /// True if the loop ended.
    pub stopped: Option<bool>,
    /// The number of wakeups that were cancelled as well.
    pub cancelled_wakeups: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ScheduleWakeupOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ScheduleWakeupOutput {
    tags: [],
    fields: [
        0 optional scheduled_for: f64 = "scheduledFor",
        1 optional clamped_delay_seconds: f64 = "clampedDelaySeconds",
        2 optional was_clamped: bool = "wasClamped",
        3 optional stopped: bool = "stopped",
        4 optional cancelled_wakeups: u64 = "cancelledWakeups",
    ],
});

impl crate::wire::ToolOutput for ScheduleWakeupOutput {
    const TOOL: &'static str = "ScheduleWakeup";
    const ALIASES: &'static [&'static str] = &[];
}
