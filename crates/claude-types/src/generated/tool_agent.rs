// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Tools that hand work to others, and the lists of what there is to do: their inputs and outputs.

use super::all::*;

/// Where a subagent is kept apart.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AgentIsolation {
    /// In a git worktree of its own.
    Worktree,
    /// On a machine of the vendor.
    Remote,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] AgentIsolation {
    Worktree = "worktree",
    Remote = "remote",
});

/// Where a workflow runs.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WorkflowStatus {
    /// Here, in the background.
    AsyncLaunched,
    /// On another machine.
    RemoteLaunched,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] WorkflowStatus {
    AsyncLaunched = "async_launched",
    RemoteLaunched = "remote_launched",
});

/// How far a thing to do is.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TodoStatus {
    /// Not begun.
    Pending,
    /// Begun.
    InProgress,
    /// Done.
    Completed,
    /// To be taken off the list; only in `TaskUpdate`.
    Deleted,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] TodoStatus {
    Pending = "pending",
    InProgress = "in_progress",
    Completed = "completed",
    Deleted = "deleted",
});

/// How bad a finding is.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FindingSeverity {
    /// The change makes a bug, or makes one worse.
    Important,
    /// A bug that was there before the change.
    PreExisting,
    /// A small thing.
    Nit,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FindingSeverity {
    Important = "important",
    PreExisting = "pre_existing",
    Nit = "nit",
});

/// How sure a finding is.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FindingVerdict {
    /// It was verified. Wire: `CONFIRMED`.
    Confirmed,
    /// It may be so. Wire: `PLAUSIBLE`.
    Plausible,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FindingVerdict {
    Confirmed = "CONFIRMED",
    Plausible = "PLAUSIBLE",
});

/// What became of a finding.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FindingOutcome {
    /// It was fixed.
    Fixed,
    /// It was left.
    Skipped,
    /// There was nothing to fix.
    NoChangeNeeded,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FindingOutcome {
    Fixed = "fixed",
    Skipped = "skipped",
    NoChangeNeeded = "no_change_needed",
});

/// What became of a subagent, told apart by `status`.
///
/// Chosen by `status`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum AgentOutput {
    /// It is done.
    Completed(Box<AgentCompleted>),
    /// It runs in the background.
    AsyncLaunched(Box<AgentLaunched>),
    /// It runs on another machine.
    RemoteLaunched(Box<AgentRemoteLaunched>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] AgentOutput by "status" {
    "completed" => Completed: Box<AgentCompleted>,
    "async_launched" => AsyncLaunched: Box<AgentLaunched>,
    "remote_launched" => RemoteLaunched: Box<AgentRemoteLaunched>,
} local {  });

/// Starts a subagent. It runs in the background unless told otherwise.
///
/// The input of the tool `Agent`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AgentInput {
    /// The task in three to five words.
    pub description: String,
    /// The task.
    pub prompt: String,
    /// Which sort of agent.
    pub subagent_type: Option<String>,
    /// Its model, as an alias; that of its definition without it.
    pub model: Option<ModelName>,
    /// How hard it is to work.
    pub effort: Option<EffortLevel>,
    /// False to wait for its result; true by default.
    pub run_in_background: Option<bool>,
    /// A name by which it can be sent messages.
    pub name: Option<String>,
    /// Not used any more.
    pub team_name: Option<String>,
    /// Not used any more: it has the permission mode of whoever starts it.
    pub mode: Option<PermissionMode>,
    /// Where it is kept apart from the rest.
    pub isolation: Option<AgentIsolation>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl AgentInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(description: impl Into<String>, prompt: impl Into<String>) -> Self {
        Self {
            description: description.into(),
            prompt: prompt.into(),
            subagent_type: None,
            model: None,
            effort: None,
            run_in_background: None,
            name: None,
            team_name: None,
            mode: None,
            isolation: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`subagent_type`](Self::subagent_type).
    #[inline]
    #[must_use]
    pub fn subagent_type(mut self, value: impl Into<String>) -> Self {
        self.subagent_type = Some(value.into());
        self
    }

    /// Sets [`model`](Self::model).
    #[inline]
    #[must_use]
    pub fn model(mut self, value: impl Into<ModelName>) -> Self {
        self.model = Some(value.into());
        self
    }

    /// Sets [`effort`](Self::effort).
    #[inline]
    #[must_use]
    pub fn effort(mut self, value: impl Into<EffortLevel>) -> Self {
        self.effort = Some(value.into());
        self
    }

    /// Sets [`run_in_background`](Self::run_in_background).
    #[inline]
    #[must_use]
    pub fn run_in_background(mut self, value: bool) -> Self {
        self.run_in_background = Some(value);
        self
    }

    /// Sets [`name`](Self::name).
    #[inline]
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// Sets [`team_name`](Self::team_name).
    #[inline]
    #[must_use]
    pub fn team_name(mut self, value: impl Into<String>) -> Self {
        self.team_name = Some(value.into());
        self
    }

    /// Sets [`mode`](Self::mode).
    #[inline]
    #[must_use]
    pub fn mode(mut self, value: impl Into<PermissionMode>) -> Self {
        self.mode = Some(value.into());
        self
    }

    /// Sets [`isolation`](Self::isolation).
    #[inline]
    #[must_use]
    pub fn isolation(mut self, value: impl Into<AgentIsolation>) -> Self {
        self.isolation = Some(value.into());
        self
    }
}

wire_struct!(#[inline] AgentInput {
    tags: [],
    fields: [
        0 required description: String = "description",
        1 required prompt: String = "prompt",
        2 optional subagent_type: String = "subagent_type",
        3 optional model: ModelName = "model",
        4 optional effort: EffortLevel = "effort",
        5 optional run_in_background: bool = "run_in_background",
        6 optional name: String = "name",
        7 optional team_name: String = "team_name",
        8 optional mode: PermissionMode = "mode",
        9 optional isolation: AgentIsolation = "isolation",
    ],
});

impl crate::wire::ToolInput for AgentInput {
    const TOOL: &'static str = "Agent";
    const ALIASES: &'static [&'static str] = &["Task"];
}

/// A subagent that is done.
///
/// Wire: `status: completed`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AgentCompleted {
    /// Its task.
    pub prompt: Option<String>,
    /// The subagent.
    pub agent_id: Option<AgentId>,
    /// Which sort of agent it is.
    pub agent_type: Option<String>,
    /// Its last answer.
    pub content: Vec<ContentBlock>,
    /// The tools it called.
    pub tools_used: Option<Vec<String>>,
    /// The model it had.
    pub resolved_model: Option<ModelName>,
    /// All models it had, one after the other.
    pub models_used: Option<Vec<ModelName>>,
    /// How long it ran, in milliseconds.
    pub total_duration_ms: Option<u64>,
    /// Tokens of its last answer, input and output.
    pub total_tokens: Option<u64>,
    /// How often it called tools.
    pub total_tool_use_count: Option<u64>,
    /// Tokens of its last answer.
    pub usage: Option<Box<Usage>>,
    /// What it did with its tools.
    pub tool_stats: Option<AgentToolStats>,
    /// True where it can be given more to do. It is not declared.
    pub can_continue_agent: Option<bool>,
    /// Not declared, not explained: notes of the CLI.
    pub harness_note_count: Option<u64>,
    /// Not declared, not explained: notes of the CLI.
    pub harness_tail_count: Option<u64>,
    /// Not declared, not explained: a hash.
    pub harness_section_hash: Option<String>,
    /// The git worktree that it left behind.
    pub worktree_path: Option<String>,
    /// The branch of that worktree.
    pub worktree_branch: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] AgentCompleted {
    tags: ["status" = "completed"],
    fields: [
        0 optional prompt: String = "prompt",
        1 optional agent_id: AgentId = "agentId",
        2 optional agent_type: String = "agentType",
        3 required content: Vec<ContentBlock> = "content",
        4 optional tools_used: Vec<String> = "toolsUsed",
        5 optional resolved_model: ModelName = "resolvedModel",
        6 optional models_used: Vec<ModelName> = "modelsUsed",
        7 optional total_duration_ms: u64 = "totalDurationMs",
        8 optional total_tokens: u64 = "totalTokens",
        9 optional total_tool_use_count: u64 = "totalToolUseCount",
        10 optional usage: Box<Usage> = "usage",
        11 optional tool_stats: AgentToolStats = "toolStats",
        12 optional can_continue_agent: bool = "canContinueAgent",
        13 optional harness_note_count: u64 = "harnessNoteCount",
        14 optional harness_tail_count: u64 = "harnessTailCount",
        15 optional harness_section_hash: String = "harnessSectionHash",
        16 optional worktree_path: String = "worktreePath",
        17 optional worktree_branch: String = "worktreeBranch",
    ],
});

/// What a subagent did with its tools.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AgentToolStats {
    /// Files read.
    pub read_count: Option<u64>,
    /// Searches made.
    pub search_count: Option<u64>,
    /// Commands run.
    pub bash_count: Option<u64>,
    /// Files edited.
    pub edit_file_count: Option<u64>,
    /// Lines added.
    pub lines_added: Option<u64>,
    /// Lines removed.
    pub lines_removed: Option<u64>,
    /// Other calls.
    pub other_tool_count: Option<u64>,
    /// Frames looked at.
    pub frame_count: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AgentToolStats {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] AgentToolStats {
    tags: [],
    fields: [
        0 optional read_count: u64 = "readCount",
        1 optional search_count: u64 = "searchCount",
        2 optional bash_count: u64 = "bashCount",
        3 optional edit_file_count: u64 = "editFileCount",
        4 optional lines_added: u64 = "linesAdded",
        5 optional lines_removed: u64 = "linesRemoved",
        6 optional other_tool_count: u64 = "otherToolCount",
        7 optional frame_count: u64 = "frameCount",
    ],
});

/// A subagent that runs in the background.
///
/// Wire: `status: async_launched`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AgentLaunched {
    /// Always true.
    pub is_async: Option<bool>,
    /// The subagent.
    pub agent_id: Option<AgentId>,
    /// Its task in a few words.
    pub description: Option<String>,
    /// The model it has.
    pub resolved_model: Option<ModelName>,
    /// The models it had before it was sent to the background.
    pub models_used: Option<Vec<ModelName>>,
    /// Its task.
    pub prompt: Option<String>,
    /// The file that shows how far it is.
    pub output_file: Option<String>,
    /// True where whoever started it has the tools to read that file.
    pub can_read_output_file: Option<bool>,
    /// True where it can be given more to do. It is not declared.
    pub can_continue_agent: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AgentLaunched {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] AgentLaunched {
    tags: ["status" = "async_launched"],
    fields: [
        0 optional is_async: bool = "isAsync",
        1 optional agent_id: AgentId = "agentId",
        2 optional description: String = "description",
        3 optional resolved_model: ModelName = "resolvedModel",
        4 optional models_used: Vec<ModelName> = "modelsUsed",
        5 optional prompt: String = "prompt",
        6 optional output_file: String = "outputFile",
        7 optional can_read_output_file: bool = "canReadOutputFile",
        8 optional can_continue_agent: bool = "canContinueAgent",
    ],
});

/// A subagent that runs on another machine.
///
/// Wire: `status: remote_launched`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AgentRemoteLaunched {
    /// The task.
    pub task_id: Option<TaskId>,
    /// The address of its session.
    pub session_url: Option<String>,
    /// Its task in a few words.
    pub description: Option<String>,
    /// Its task.
    pub prompt: Option<String>,
    /// The file that shows how far it is.
    pub output_file: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AgentRemoteLaunched {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] AgentRemoteLaunched {
    tags: ["status" = "remote_launched"],
    fields: [
        0 optional task_id: TaskId = "taskId",
        1 optional session_url: String = "sessionUrl",
        2 optional description: String = "description",
        3 optional prompt: String = "prompt",
        4 optional output_file: String = "outputFile",
    ],
});

/// Runs a script that starts many agents.
///
/// The input of the tool `Workflow`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkflowInput {
    /// The script itself.
    pub script: Option<String>,
    /// The name of a workflow that is there already.
    pub name: Option<String>,
    /// Not used: the script says it.
    pub description: Option<String>,
    /// Not used: the script says it.
    pub title: Option<String>,
    /// What the script gets as `args`.
    pub args: Option<Raw>,
    /// A file with the script, in place of the other two.
    pub script_path: Option<String>,
    /// An earlier run, whose finished parts are taken over.
    pub resume_from_run_id: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WorkflowInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl WorkflowInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`script`](Self::script).
    #[inline]
    #[must_use]
    pub fn script(mut self, value: impl Into<String>) -> Self {
        self.script = Some(value.into());
        self
    }

    /// Sets [`name`](Self::name).
    #[inline]
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// Sets [`description`](Self::description).
    #[inline]
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Sets [`title`](Self::title).
    #[inline]
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`args`](Self::args).
    #[inline]
    #[must_use]
    pub fn args(mut self, value: impl Into<Raw>) -> Self {
        self.args = Some(value.into());
        self
    }

    /// Sets [`script_path`](Self::script_path).
    #[inline]
    #[must_use]
    pub fn script_path(mut self, value: impl Into<String>) -> Self {
        self.script_path = Some(value.into());
        self
    }

    /// Sets [`resume_from_run_id`](Self::resume_from_run_id).
    #[inline]
    #[must_use]
    pub fn resume_from_run_id(mut self, value: impl Into<String>) -> Self {
        self.resume_from_run_id = Some(value.into());
        self
    }
}

wire_struct!(#[inline] WorkflowInput {
    tags: [],
    fields: [
        0 optional script: String = "script",
        1 optional name: String = "name",
        2 optional description: String = "description",
        3 optional title: String = "title",
        4 optional args: Raw = "args",
        5 optional script_path: String = "scriptPath",
        6 optional resume_from_run_id: String = "resumeFromRunId",
    ],
});

impl crate::wire::ToolInput for WorkflowInput {
    const TOOL: &'static str = "Workflow";
    const ALIASES: &'static [&'static str] = &[];
}

/// A workflow that was started.
///
/// The output of the tool `Workflow`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkflowOutput {
    /// Where it runs.
    pub status: Option<WorkflowStatus>,
    /// The task.
    pub task_id: Option<TaskId>,
    /// What sort of task it is.
    pub task_type: Option<TaskType>,
    /// Its name, as the script says it.
    pub workflow_name: Option<String>,
    /// The run, for `resumeFromRunId`.
    pub run_id: Option<String>,
    /// What it does, as the script says it.
    pub summary: Option<String>,
    /// The folder for the transcripts of its agents.
    pub transcript_dir: Option<String>,
    /// The file that holds the script now.
    pub script_path: Option<String>,
    /// The address of its session, where it runs on another machine.
    pub session_url: Option<String>,
    /// Something to know that does not stop it.
    pub warning: Option<String>,
    /// What is wrong with the script.
    pub error: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WorkflowOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] WorkflowOutput {
    tags: [],
    fields: [
        0 optional status: WorkflowStatus = "status",
        1 optional task_id: TaskId = "taskId",
        2 optional task_type: TaskType = "taskType",
        3 optional workflow_name: String = "workflowName",
        4 optional run_id: String = "runId",
        5 optional summary: String = "summary",
        6 optional transcript_dir: String = "transcriptDir",
        7 optional script_path: String = "scriptPath",
        8 optional session_url: String = "sessionUrl",
        9 optional warning: String = "warning",
        10 optional error: String = "error",
    ],
});

impl crate::wire::ToolOutput for WorkflowOutput {
    const TOOL: &'static str = "Workflow";
    const ALIASES: &'static [&'static str] = &[];
}

/// Loads a skill. Its input is not declared; this is what the model is told.
///
/// The input of the tool `Skill`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SkillInput {
    /// The skill's name.
    pub skill: String,
    /// Arguments for it.
    pub args: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SkillInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(skill: impl Into<String>) -> Self {
        Self { skill: skill.into(), args: None, extra: Extra::default() }
    }

    /// Sets [`args`](Self::args).
    #[inline]
    #[must_use]
    pub fn args(mut self, value: impl Into<String>) -> Self {
        self.args = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SkillInput {
    tags: [],
    fields: [
        0 required skill: String = "skill",
        1 optional args: String = "args",
    ],
});

impl crate::wire::ToolInput for SkillInput {
    const TOOL: &'static str = "Skill";
    const ALIASES: &'static [&'static str] = &[];
}

/// A skill that was loaded.
///
/// The output of the tool `Skill`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SkillOutput {
    /// Whether it was.
    pub success: Option<bool>,
    /// The skill's name.
    pub command_name: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SkillOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SkillOutput {
    tags: [],
    fields: [
        0 optional success: bool = "success",
        1 optional command_name: String = "commandName",
    ],
});

impl crate::wire::ToolOutput for SkillOutput {
    const TOOL: &'static str = "Skill";
    const ALIASES: &'static [&'static str] = &[];
}

/// Sends a message to another agent. Its input is not declared; these are the fields that were seen.
///
/// The input of the tool `SendMessage`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SendMessageInput {
    /// The agent, by its name or id.
    pub to: String,
    /// The message: a text, or an object for requests among teammates.
    pub message: Option<Raw>,
    /// The message in a few words.
    pub summary: Option<String>,
    /// Put in by the CLI: which sort of message, as in `message`. Wire: `type`.
    pub kind: Option<String>,
    /// Put in by the CLI: the agent again.
    pub recipient: Option<String>,
    /// Put in by the CLI: how the agent was named, as in `name`.
    pub recipient_kind: Option<String>,
    /// Put in by the CLI: the message again.
    pub content: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SendMessageInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(to: impl Into<String>) -> Self {
        Self {
            to: to.into(),
            message: None,
            summary: None,
            kind: None,
            recipient: None,
            recipient_kind: None,
            content: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`message`](Self::message).
    #[inline]
    #[must_use]
    pub fn message(mut self, value: impl Into<Raw>) -> Self {
        self.message = Some(value.into());
        self
    }

    /// Sets [`summary`](Self::summary).
    #[inline]
    #[must_use]
    pub fn summary(mut self, value: impl Into<String>) -> Self {
        self.summary = Some(value.into());
        self
    }

    /// Sets [`kind`](Self::kind).
    #[inline]
    #[must_use]
    pub fn kind(mut self, value: impl Into<String>) -> Self {
        self.kind = Some(value.into());
        self
    }

    /// Sets [`recipient`](Self::recipient).
    #[inline]
    #[must_use]
    pub fn recipient(mut self, value: impl Into<String>) -> Self {
        self.recipient = Some(value.into());
        self
    }

    /// Sets [`recipient_kind`](Self::recipient_kind).
    #[inline]
    #[must_use]
    pub fn recipient_kind(mut self, value: impl Into<String>) -> Self {
        self.recipient_kind = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[inline]
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SendMessageInput {
    tags: [],
    fields: [
        0 required to: String = "to",
        1 optional message: Raw = "message",
        2 optional summary: String = "summary",
        3 optional kind: String = "type",
        4 optional recipient: String = "recipient",
        5 optional recipient_kind: String = "recipient_kind",
        6 optional content: String = "content",
    ],
});

impl crate::wire::ToolInput for SendMessageInput {
    const TOOL: &'static str = "SendMessage";
    const ALIASES: &'static [&'static str] = &[];
}

/// Looks for tools that are not loaded yet. Its input is not declared; this is what the model is told.
///
/// The input of the tool `ToolSearch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolSearchInput {
    /// Words, or `select:` and the names of tools.
    pub query: String,
    /// The most tools to give back; 5 by default.
    pub max_results: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ToolSearchInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(query: impl Into<String>) -> Self {
        Self { query: query.into(), max_results: None, extra: Extra::default() }
    }

    /// Sets [`max_results`](Self::max_results).
    #[inline]
    #[must_use]
    pub fn max_results(mut self, value: u64) -> Self {
        self.max_results = Some(value);
        self
    }
}

wire_struct!(#[inline] ToolSearchInput {
    tags: [],
    fields: [
        0 required query: String = "query",
        1 optional max_results: u64 = "max_results",
    ],
});

impl crate::wire::ToolInput for ToolSearchInput {
    const TOOL: &'static str = "ToolSearch";
    const ALIASES: &'static [&'static str] = &[];
}

/// Tools that were found.
///
/// The output of the tool `ToolSearch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolSearchOutput {
    /// Their names.
    pub matches: Option<Vec<String>>,
    /// What was looked for.
    pub query: Option<String>,
    /// How many tools were there to be found.
    pub total_deferred_tools: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ToolSearchOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ToolSearchOutput {
    tags: [],
    fields: [
        0 optional matches: Vec<String> = "matches",
        1 optional query: String = "query",
        2 optional total_deferred_tools: u64 = "total_deferred_tools",
    ],
});

impl crate::wire::ToolOutput for ToolSearchOutput {
    const TOOL: &'static str = "ToolSearch";
    const ALIASES: &'static [&'static str] = &[];
}

/// Writes the list of things to do.
///
/// The input of the tool `TodoWrite`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TodoWriteInput {
    /// The whole list.
    pub todos: Vec<TodoItem>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl TodoWriteInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(todos: impl Into<Vec<TodoItem>>) -> Self {
        Self { todos: todos.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] TodoWriteInput {
    tags: [],
    fields: [
        0 required todos: Vec<TodoItem> = "todos",
    ],
});

impl crate::wire::ToolInput for TodoWriteInput {
    const TOOL: &'static str = "TodoWrite";
    const ALIASES: &'static [&'static str] = &[];
}

/// A thing to do.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TodoItem {
    /// What is to be done.
    pub content: String,
    /// How far it is.
    pub status: Option<TodoStatus>,
    /// The same in the words of somebody who is doing it.
    pub active_form: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl TodoItem {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(content: impl Into<String>) -> Self {
        Self { content: content.into(), status: None, active_form: None, extra: Extra::default() }
    }

    /// Sets [`status`](Self::status).
    #[inline]
    #[must_use]
    pub fn status(mut self, value: impl Into<TodoStatus>) -> Self {
        self.status = Some(value.into());
        self
    }

    /// Sets [`active_form`](Self::active_form).
    #[inline]
    #[must_use]
    pub fn active_form(mut self, value: impl Into<String>) -> Self {
        self.active_form = Some(value.into());
        self
    }
}

wire_struct!(#[inline] TodoItem {
    tags: [],
    fields: [
        0 required content: String = "content",
        1 optional status: TodoStatus = "status",
        2 optional active_form: String = "activeForm",
    ],
});

/// The list of things to do, before and after.
///
/// The output of the tool `TodoWrite`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TodoWriteOutput {
    /// The list before.
    pub old_todos: Option<Vec<TodoItem>>,
    /// The list now.
    pub new_todos: Option<Vec<TodoItem>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TodoWriteOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] TodoWriteOutput {
    tags: [],
    fields: [
        0 optional old_todos: Vec<TodoItem> = "oldTodos",
        1 optional new_todos: Vec<TodoItem> = "newTodos",
    ],
});

impl crate::wire::ToolOutput for TodoWriteOutput {
    const TOOL: &'static str = "TodoWrite";
    const ALIASES: &'static [&'static str] = &[];
}

/// Puts a task on the list.
///
/// The input of the tool `TaskCreate`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskCreateInput {
    /// Its title.
    pub subject: String,
    /// What is to be done.
    pub description: Option<String>,
    /// The title in the words of somebody who is doing it.
    pub active_form: Option<String>,
    /// Anything to keep with it.
    pub metadata: Option<BTreeMap<String, Raw>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl TaskCreateInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(subject: impl Into<String>) -> Self {
        Self {
            subject: subject.into(),
            description: None,
            active_form: None,
            metadata: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`description`](Self::description).
    #[inline]
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Sets [`active_form`](Self::active_form).
    #[inline]
    #[must_use]
    pub fn active_form(mut self, value: impl Into<String>) -> Self {
        self.active_form = Some(value.into());
        self
    }

    /// Sets [`metadata`](Self::metadata).
    #[inline]
    #[must_use]
    pub fn metadata(mut self, value: impl Into<BTreeMap<String, Raw>>) -> Self {
        self.metadata = Some(value.into());
        self
    }
}

wire_struct!(#[inline] TaskCreateInput {
    tags: [],
    fields: [
        0 required subject: String = "subject",
        1 optional description: String = "description",
        2 optional active_form: String = "activeForm",
        3 optional metadata: BTreeMap<String, Raw> = "metadata",
    ],
});

impl crate::wire::ToolInput for TaskCreateInput {
    const TOOL: &'static str = "TaskCreate";
    const ALIASES: &'static [&'static str] = &[];
}

/// The task that was put on the list.
///
/// The output of the tool `TaskCreate`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskCreateOutput {
    /// The task, with its id, title and description.
    pub task: ListedTask,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] TaskCreateOutput {
    tags: [],
    fields: [
        0 required task: ListedTask = "task",
    ],
});

impl crate::wire::ToolOutput for TaskCreateOutput {
    const TOOL: &'static str = "TaskCreate";
    const ALIASES: &'static [&'static str] = &[];
}

/// A task of the list. Which fields are there depends on the tool that tells.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListedTask {
    /// Names it, as in `1`.
    pub id: String,
    /// Its title.
    pub subject: Option<String>,
    /// What is to be done.
    pub description: Option<String>,
    /// The title in the words of somebody who is doing it.
    pub active_form: Option<String>,
    /// How far it is.
    pub status: Option<TodoStatus>,
    /// Who does it.
    pub owner: Option<String>,
    /// Tasks that wait for it.
    pub blocks: Option<Vec<String>>,
    /// Tasks that it waits for.
    pub blocked_by: Option<Vec<String>>,
    /// What is kept with it.
    pub metadata: Option<BTreeMap<String, Raw>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ListedTask {
    tags: [],
    fields: [
        0 required id: String = "id",
        1 optional subject: String = "subject",
        2 optional description: String = "description",
        3 optional active_form: String = "activeForm",
        4 optional status: TodoStatus = "status",
        5 optional owner: String = "owner",
        6 optional blocks: Vec<String> = "blocks",
        7 optional blocked_by: Vec<String> = "blockedBy",
        8 optional metadata: BTreeMap<String, Raw> = "metadata",
    ],
});

/// Asks for one task of the list.
///
/// The input of the tool `TaskGet`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskGetInput {
    /// The task.
    pub task_id: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl TaskGetInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(task_id: impl Into<String>) -> Self {
        Self { task_id: task_id.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] TaskGetInput {
    tags: [],
    fields: [
        0 required task_id: String = "taskId",
    ],
});

impl crate::wire::ToolInput for TaskGetInput {
    const TOOL: &'static str = "TaskGet";
    const ALIASES: &'static [&'static str] = &[];
}

/// A task of the list.
///
/// The output of the tool `TaskGet`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskGetOutput {
    /// The task; null if there is none.
    pub task: Option<ListedTask>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskGetOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] TaskGetOutput {
    tags: [],
    fields: [
        0 nullable task: ListedTask = "task",
    ],
});

impl crate::wire::ToolOutput for TaskGetOutput {
    const TOOL: &'static str = "TaskGet";
    const ALIASES: &'static [&'static str] = &[];
}

/// Changes a task of the list.
///
/// The input of the tool `TaskUpdate`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskUpdateInput {
    /// The task.
    pub task_id: String,
    /// Its new title.
    pub subject: Option<String>,
    /// What is to be done now.
    pub description: Option<String>,
    /// The title in the words of somebody who is doing it.
    pub active_form: Option<String>,
    /// How far it is now.
    pub status: Option<TodoStatus>,
    /// More tasks that wait for it.
    pub add_blocks: Option<Vec<String>>,
    /// More tasks that it waits for.
    pub add_blocked_by: Option<Vec<String>>,
    /// Who does it now.
    pub owner: Option<String>,
    /// What to keep with it; null takes an entry away.
    pub metadata: Option<BTreeMap<String, Raw>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl TaskUpdateInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(task_id: impl Into<String>) -> Self {
        Self {
            task_id: task_id.into(),
            subject: None,
            description: None,
            active_form: None,
            status: None,
            add_blocks: None,
            add_blocked_by: None,
            owner: None,
            metadata: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`subject`](Self::subject).
    #[inline]
    #[must_use]
    pub fn subject(mut self, value: impl Into<String>) -> Self {
        self.subject = Some(value.into());
        self
    }

    /// Sets [`description`](Self::description).
    #[inline]
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Sets [`active_form`](Self::active_form).
    #[inline]
    #[must_use]
    pub fn active_form(mut self, value: impl Into<String>) -> Self {
        self.active_form = Some(value.into());
        self
    }

    /// Sets [`status`](Self::status).
    #[inline]
    #[must_use]
    pub fn status(mut self, value: impl Into<TodoStatus>) -> Self {
        self.status = Some(value.into());
        self
    }

    /// Sets [`add_blocks`](Self::add_blocks).
    #[inline]
    #[must_use]
    pub fn add_blocks(mut self, value: impl Into<Vec<String>>) -> Self {
        self.add_blocks = Some(value.into());
        self
    }

    /// Sets [`add_blocked_by`](Self::add_blocked_by).
    #[inline]
    #[must_use]
    pub fn add_blocked_by(mut self, value: impl Into<Vec<String>>) -> Self {
        self.add_blocked_by = Some(value.into());
        self
    }

    /// Sets [`owner`](Self::owner).
    #[inline]
    #[must_use]
    pub fn owner(mut self, value: impl Into<String>) -> Self {
        self.owner = Some(value.into());
        self
    }

    /// Sets [`metadata`](Self::metadata).
    #[inline]
    #[must_use]
    pub fn metadata(mut self, value: impl Into<BTreeMap<String, Raw>>) -> Self {
        self.metadata = Some(value.into());
        self
    }
}

wire_struct!(#[inline] TaskUpdateInput {
    tags: [],
    fields: [
        0 required task_id: String = "taskId",
        1 optional subject: String = "subject",
        2 optional description: String = "description",
        3 optional active_form: String = "activeForm",
        4 optional status: TodoStatus = "status",
        5 optional add_blocks: Vec<String> = "addBlocks",
        6 optional add_blocked_by: Vec<String> = "addBlockedBy",
        7 optional owner: String = "owner",
        8 optional metadata: BTreeMap<String, Raw> = "metadata",
    ],
});

impl crate::wire::ToolInput for TaskUpdateInput {
    const TOOL: &'static str = "TaskUpdate";
    const ALIASES: &'static [&'static str] = &[];
}

/// What was changed.
///
/// The output of the tool `TaskUpdate`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskUpdateOutput {
    /// Whether it was.
    pub success: Option<bool>,
    /// The task.
    pub task_id: Option<String>,
    /// What changed.
    pub updated_fields: Option<Vec<String>>,
    /// What went wrong.
    pub error: Option<String>,
    /// How far it was and is.
    pub status_change: Option<TaskStatusChange>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskUpdateOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] TaskUpdateOutput {
    tags: [],
    fields: [
        0 optional success: bool = "success",
        1 optional task_id: String = "taskId",
        2 optional updated_fields: Vec<String> = "updatedFields",
        3 optional error: String = "error",
        4 optional status_change: TaskStatusChange = "statusChange",
    ],
});

impl crate::wire::ToolOutput for TaskUpdateOutput {
    const TOOL: &'static str = "TaskUpdate";
    const ALIASES: &'static [&'static str] = &[];
}

/// A change of how far a task is.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskStatusChange {
    /// Before.
    pub from: Option<TodoStatus>,
    /// Now.
    pub to: Option<TodoStatus>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskStatusChange {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] TaskStatusChange {
    tags: [],
    fields: [
        0 optional from: TodoStatus = "from",
        1 optional to: TodoStatus = "to",
    ],
});

/// Asks for the whole list.
///
/// The input of the tool `TaskList`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskListInput {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskListInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl TaskListInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    TaskListInput { tags: [], fields: [] }
);

impl crate::wire::ToolInput for TaskListInput {
    const TOOL: &'static str = "TaskList";
    const ALIASES: &'static [&'static str] = &[];
}

/// The tasks of the list.
///
/// The output of the tool `TaskList`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskListOutput {
    /// The tasks.
    pub tasks: Option<Vec<ListedTask>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskListOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] TaskListOutput {
    tags: [],
    fields: [
        0 optional tasks: Vec<ListedTask> = "tasks",
    ],
});

impl crate::wire::ToolOutput for TaskListOutput {
    const TOOL: &'static str = "TaskList";
    const ALIASES: &'static [&'static str] = &[];
}

/// Reports what a review found.
///
/// The input of the tool `ReportFindings`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReportFindingsInput {
    /// How hard the review worked.
    pub level: Option<EffortLevel>,
    /// What it found, the worst first; at most 32.
    pub findings: Vec<Finding>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ReportFindingsInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(findings: impl Into<Vec<Finding>>) -> Self {
        Self { level: None, findings: findings.into(), extra: Extra::default() }
    }

    /// Sets [`level`](Self::level).
    #[inline]
    #[must_use]
    pub fn level(mut self, value: impl Into<EffortLevel>) -> Self {
        self.level = Some(value.into());
        self
    }
}

wire_struct!(#[inline] ReportFindingsInput {
    tags: [],
    fields: [
        0 optional level: EffortLevel = "level",
        1 required findings: Vec<Finding> = "findings",
    ],
});

impl crate::wire::ToolInput for ReportFindingsInput {
    const TOOL: &'static str = "ReportFindings";
    const ALIASES: &'static [&'static str] = &[];
}

/// What was reported.
///
/// The output of the tool `ReportFindings`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReportFindingsOutput {
    /// How many findings.
    pub count: Option<u64>,
    /// How hard the review worked.
    pub level: Option<EffortLevel>,
    /// The findings again.
    pub findings: Option<Vec<Finding>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReportFindingsOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ReportFindingsOutput {
    tags: [],
    fields: [
        0 optional count: u64 = "count",
        1 optional level: EffortLevel = "level",
        2 optional findings: Vec<Finding> = "findings",
    ],
});

impl crate::wire::ToolOutput for ReportFindingsOutput {
    const TOOL: &'static str = "ReportFindings";
    const ALIASES: &'static [&'static str] = &[];
}

/// Something that a review found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// The file, from the root of the repository.
    pub file: Option<String>,
    /// The line, counted from 1.
    pub line: Option<u64>,
    /// What is wrong.
    pub summary: String,
    /// The same in at most 60 characters.
    pub short_summary: Option<String>,
    /// How it goes wrong.
    pub failure_scenario: Option<String>,
    /// What sort of finding, as in `correctness`.
    pub category: Option<String>,
    /// How bad it is.
    pub severity: Option<FindingSeverity>,
    /// How sure it is, where it was verified.
    pub verdict: Option<FindingVerdict>,
    /// What became of it, where it was to be fixed.
    pub outcome: Option<FindingOutcome>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Finding {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(summary: impl Into<String>) -> Self {
        Self {
            file: None,
            line: None,
            summary: summary.into(),
            short_summary: None,
            failure_scenario: None,
            category: None,
            severity: None,
            verdict: None,
            outcome: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`file`](Self::file).
    #[inline]
    #[must_use]
    pub fn file(mut self, value: impl Into<String>) -> Self {
        self.file = Some(value.into());
        self
    }

    /// Sets [`line`](Self::line).
    #[inline]
    #[must_use]
    pub fn line(mut self, value: u64) -> Self {
        self.line = Some(value);
        self
    }

    /// Sets [`short_summary`](Self::short_summary).
    #[inline]
    #[must_use]
    pub fn short_summary(mut self, value: impl Into<String>) -> Self {
        self.short_summary = Some(value.into());
        self
    }

    /// Sets [`failure_scenario`](Self::failure_scenario).
    #[inline]
    #[must_use]
    pub fn failure_scenario(mut self, value: impl Into<String>) -> Self {
        self.failure_scenario = Some(value.into());
        self
    }

    /// Sets [`category`](Self::category).
    #[inline]
    #[must_use]
    pub fn category(mut self, value: impl Into<String>) -> Self {
        self.category = Some(value.into());
        self
    }

    /// Sets [`severity`](Self::severity).
    #[inline]
    #[must_use]
    pub fn severity(mut self, value: impl Into<FindingSeverity>) -> Self {
        self.severity = Some(value.into());
        self
    }

    /// Sets [`verdict`](Self::verdict).
    #[inline]
    #[must_use]
    pub fn verdict(mut self, value: impl Into<FindingVerdict>) -> Self {
        self.verdict = Some(value.into());
        self
    }

    /// Sets [`outcome`](Self::outcome).
    #[inline]
    #[must_use]
    pub fn outcome(mut self, value: impl Into<FindingOutcome>) -> Self {
        self.outcome = Some(value.into());
        self
    }
}

wire_struct!(#[inline] Finding {
    tags: [],
    fields: [
        0 optional file: String = "file",
        1 optional line: u64 = "line",
        2 required summary: String = "summary",
        3 optional short_summary: String = "short_summary",
        4 optional failure_scenario: String = "failure_scenario",
        5 optional category: String = "category",
        6 optional severity: FindingSeverity = "severity",
        7 optional verdict: FindingVerdict = "verdict",
        8 optional outcome: FindingOutcome = "outcome",
    ],
});
