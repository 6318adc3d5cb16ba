// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Tools for subagents, workflows, skills and task lists: their inputs and outputs.

use super::all::*;

/// Where a subagent is isolated.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AgentIsolation {
    /// A separate git worktree.
    Worktree,
    /// A machine of the vendor.
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
    /// On this machine, in the background.
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

/// The status of an item.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TodoStatus {
    /// The work has not begun.
    Pending,
    /// The work has begun.
    InProgress,
    /// The work is done.
    Completed,
    /// The item is to be removed from the list; only in `TaskUpdate`.
    Deleted,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(TodoStatus {
    Pending = "pending",
    InProgress = "in_progress",
    Completed = "completed",
    Deleted = "deleted",
});

/// The severity of a finding.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FindingSeverity {
    /// The change introduces a bug, or makes one worse.
    Important,
    /// The bug existed before the change.
    PreExisting,
    /// A minor problem.
    Nit,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FindingSeverity {
    Important = "important",
    PreExisting = "pre_existing",
    Nit = "nit",
});

/// The certainty of a finding.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FindingVerdict {
    /// The finding was verified. Wire: `CONFIRMED`.
    Confirmed,
    /// The finding is plausible. Wire: `PLAUSIBLE`.
    Plausible,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FindingVerdict {
    Confirmed = "CONFIRMED",
    Plausible = "PLAUSIBLE",
});

/// The outcome of a finding.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FindingOutcome {
    /// The problem was fixed.
    Fixed,
    /// The problem was not fixed.
    Skipped,
    /// No change was needed.
    NoChangeNeeded,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FindingOutcome {
    Fixed = "fixed",
    Skipped = "skipped",
    NoChangeNeeded = "no_change_needed",
});

/// The state of a subagent, distinguished by `status`.
///
/// Chosen by `status`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum AgentOutput {
    /// The subagent completed.
    Completed(Box<AgentCompleted>),
    /// The subagent runs in the background.
    AsyncLaunched(Box<AgentLaunched>),
    /// The subagent runs on another machine.
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

/// Starts a subagent. It runs in the background by default.
///
/// The input of the tool `Agent`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AgentInput {
    /// The task in three to five words.
    pub description: String,
    /// The task.
    pub prompt: String,
    /// The type of the agent.
    pub subagent_type: Option<String>,
    /// The model as an alias; the model of the agent's definition if absent.
    pub model: Option<ModelName>,
    /// The effort of the agent.
    pub effort: Option<EffortLevel>,
    /// False to wait for the result; true by default.
    pub run_in_background: Option<bool>,
    /// The name to which messages can be sent.
    pub name: Option<String>,
    /// No longer used.
    pub team_name: Option<String>,
    /// No longer used: the subagent uses the permission mode of the agent that starts it.
    pub mode: Option<PermissionMode>,
    /// Where the subagent is isolated.
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

/// A subagent that completed.
///
/// Wire: `status: completed`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AgentCompleted {
    /// The task of the subagent.
    pub prompt: Option<String>,
    /// The ID of the subagent.
    pub agent_id: Option<AgentId>,
    /// The type of the agent.
    pub agent_type: Option<String>,
    /// The last answer of the subagent.
    pub content: Vec<ContentBlock>,
    /// The names of the tools that the subagent called.
    pub tools_used: Option<Vec<String>>,
    /// The model of the subagent.
    pub resolved_model: Option<ModelName>,
    /// All models of the subagent, in order.
    pub models_used: Option<Vec<ModelName>>,
    /// The duration in milliseconds.
    pub total_duration_ms: Option<u64>,
    /// The tokens of the last answer, input and output.
    pub total_tokens: Option<u64>,
    /// The number of tool calls.
    pub total_tool_use_count: Option<u64>,
    /// The tokens of the last answer.
    pub usage: Option<Box<Usage>>,
    /// Statistics on the tool calls of the subagent.
    pub tool_stats: Option<AgentToolStats>,
    /// True if the subagent can be given more work. Not declared.
    pub can_continue_agent: Option<bool>,
    /// Not declared and not explained: a number of notes of the CLI.
    pub harness_note_count: Option<u64>,
    /// Not declared and not explained: a number of notes of the CLI.
    pub harness_tail_count: Option<u64>,
    /// Not declared and not explained: a hash.
    pub harness_section_hash: Option<String>,
    /// The git worktree that the subagent left behind.
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

/// Statistics on the tool calls of a subagent.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AgentToolStats {
    /// The number of files read.
    pub read_count: Option<u64>,
    /// The number of searches.
    pub search_count: Option<u64>,
    /// The number of commands.
    pub bash_count: Option<u64>,
    /// The number of files edited.
    pub edit_file_count: Option<u64>,
    /// The number of lines added.
    pub lines_added: Option<u64>,
    /// The number of lines removed.
    pub lines_removed: Option<u64>,
    /// The number of other calls.
    pub other_tool_count: Option<u64>,
    /// The number of frames viewed.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AgentLaunched {
    /// Always true.
    pub is_async: Option<bool>,
    /// The ID of the subagent.
    pub agent_id: Option<AgentId>,
    /// The task in a few words.
    pub description: Option<String>,
    /// The model of the subagent.
    pub resolved_model: Option<ModelName>,
    /// The models that the subagent had before it moved to the background.
    pub models_used: Option<Vec<ModelName>>,
    /// The task of the subagent.
    pub prompt: Option<String>,
    /// The file that shows the progress of the subagent.
    pub output_file: Option<String>,
    /// True if the agent that started the subagent has the tools to read that file.
    pub can_read_output_file: Option<bool>,
    /// True if the subagent can be given more work. Not declared.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AgentRemoteLaunched {
    /// The ID of the task.
    pub task_id: Option<TaskId>,
    /// The URL of the session.
    pub session_url: Option<String>,
    /// The task in a few words.
    pub description: Option<String>,
    /// The task of the subagent.
    pub prompt: Option<String>,
    /// The file that shows the progress of the subagent.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkflowInput {
    /// The script.
    pub script: Option<String>,
    /// The name of an existing workflow.
    pub name: Option<String>,
    /// Ignored: the script states it.
    pub description: Option<String>,
    /// Ignored: the script states it.
    pub title: Option<String>,
    /// The value that the script receives as `args`.
    pub args: Option<Raw>,
    /// A file with the script, instead of `script` or `name`.
    pub script_path: Option<String>,
    /// An earlier run whose finished parts are reused.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkflowOutput {
    /// Where the workflow runs.
    pub status: Option<WorkflowStatus>,
    /// The ID of the task.
    pub task_id: Option<TaskId>,
    /// The kind of task.
    pub task_type: Option<TaskType>,
    /// The name of the workflow, as stated by the script.
    pub workflow_name: Option<String>,
    /// The ID of the run, for `resumeFromRunId`.
    pub run_id: Option<String>,
    /// A description of the workflow, as stated by the script.
    pub summary: Option<String>,
    /// The directory of the transcripts of the agents.
    pub transcript_dir: Option<String>,
    /// The file that now holds the script.
    pub script_path: Option<String>,
    /// The URL of the session, if the workflow runs on another machine.
    pub session_url: Option<String>,
    /// A warning that does not stop the workflow.
    pub warning: Option<String>,
    /// The error in the script.
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

/// Loads a skill. The input is not declared; these are the fields that the model is given.
///
/// The input of the tool `Skill`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SkillInput {
    /// The name of the skill.
    pub skill: String,
    /// The arguments of the skill.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SkillOutput {
    /// Whether the skill was loaded.
    pub success: Option<bool>,
    /// The name of the skill.
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

/// Sends a message to another agent. The input is not declared; these are the fields that were seen.
///
/// The input of the tool `SendMessage`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SendMessageInput {
    /// The name or ID of the agent.
    pub to: String,
    /// The message: a text, or an object for requests between teammates.
    pub message: Option<Raw>,
    /// The message in a few words.
    pub summary: Option<String>,
    /// Added by the CLI: the kind of message, as in `message`. Wire: `type`.
    pub kind: Option<String>,
    /// Added by the CLI: the agent again.
    pub recipient: Option<String>,
    /// Added by the CLI: how the agent was named, as in `name`.
    pub recipient_kind: Option<String>,
    /// Added by the CLI: the message again.
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

/// Searches for tools that are not loaded yet. The input is not declared; these are the fields that the model is given.
///
/// The input of the tool `ToolSearch`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolSearchInput {
    /// The words to search for, or `select:` and the names of tools.
    pub query: String,
    /// The maximum number of tools to return; 5 by default.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolSearchOutput {
    /// The names of the tools.
    pub matches: Option<Vec<String>>,
    /// The query of the search.
    pub query: Option<String>,
    /// The number of tools that could be searched.
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

/// Writes the to-do list.
///
/// The input of the tool `TodoWrite`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TodoWriteInput {
    /// The complete list.
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

/// An item of a to-do list.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TodoItem {
    /// The work to do.
    pub content: String,
    /// The status of the item.
    pub status: Option<TodoStatus>,
    /// The work to do, in the present continuous form.
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

/// The to-do list before and after a change.
///
/// The output of the tool `TodoWrite`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TodoWriteOutput {
    /// The list before the change.
    pub old_todos: Option<Vec<TodoItem>>,
    /// The list after the change.
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

/// Adds a task to the list.
///
/// The input of the tool `TaskCreate`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskCreateInput {
    /// The title of the task.
    pub subject: String,
    /// The work to do.
    pub description: Option<String>,
    /// The title in the present continuous form.
    pub active_form: Option<String>,
    /// Any data to keep with the task.
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

/// The task that was added to the list.
///
/// The output of the tool `TaskCreate`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskCreateOutput {
    /// The task, with its ID, title and description.
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

/// A task of the list. The fields depend on the tool.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ListedTask {
    /// The ID of the task, as in `1`.
    pub id: String,
    /// The title of the task.
    pub subject: Option<String>,
    /// The work to do.
    pub description: Option<String>,
    /// The title in the present continuous form.
    pub active_form: Option<String>,
    /// The status of the task.
    pub status: Option<TodoStatus>,
    /// The owner of the task.
    pub owner: Option<String>,
    /// The tasks that wait for this task.
    pub blocks: Option<Vec<String>>,
    /// The tasks that this task waits for.
    pub blocked_by: Option<Vec<String>>,
    /// Any data to keep with the task.
    pub metadata: Option<BTreeMap<String, Raw>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ListedTask {
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

/// Requests one task of the list.
///
/// The input of the tool `TaskGet`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskGetInput {
    /// The ID of the task.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskGetOutput {
    /// The task; null if it does not exist.
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskUpdateInput {
    /// The ID of the task.
    pub task_id: String,
    /// The new title.
    pub subject: Option<String>,
    /// The new description of the work.
    pub description: Option<String>,
    /// The new title in the present continuous form.
    pub active_form: Option<String>,
    /// The new status.
    pub status: Option<TodoStatus>,
    /// Further tasks that wait for this task.
    pub add_blocks: Option<Vec<String>>,
    /// Further tasks that this task waits for.
    pub add_blocked_by: Option<Vec<String>>,
    /// The new owner.
    pub owner: Option<String>,
    /// Data to keep with the task; null removes an entry.
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

/// The changes to a task.
///
/// The output of the tool `TaskUpdate`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskUpdateOutput {
    /// Whether the task was changed.
    pub success: Option<bool>,
    /// The ID of the task.
    pub task_id: Option<String>,
    /// The names of the changed fields.
    pub updated_fields: Option<Vec<String>>,
    /// The error message.
    pub error: Option<String>,
    /// The change of the status.
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

/// A change of the status of a task.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskStatusChange {
    /// The old status.
    pub from: Option<TodoStatus>,
    /// The new status.
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

/// Requests the complete list.
///
/// The input of the tool `TaskList`.
#[derive(Debug, PartialEq)]
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
#[derive(Debug, PartialEq)]
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReportFindingsInput {
    /// The effort of the review.
    pub level: Option<EffortLevel>,
    /// The findings, the most severe first; at most 32.
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

/// The findings that were reported.
///
/// The output of the tool `ReportFindings`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReportFindingsOutput {
    /// The number of findings.
    pub count: Option<u64>,
    /// The effort of the review.
    pub level: Option<EffortLevel>,
    /// The findings as reported.
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

/// A finding of a review.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// The path of the file, relative to the root of the repository.
    pub file: Option<String>,
    /// The number of the line, counted from 1.
    pub line: Option<u64>,
    /// A description of the problem.
    pub summary: String,
    /// The summary in at most 60 characters.
    pub short_summary: Option<String>,
    /// A description of how the problem causes a failure.
    pub failure_scenario: Option<String>,
    /// The kind of finding, as in `correctness`.
    pub category: Option<String>,
    /// The severity of the finding.
    pub severity: Option<FindingSeverity>,
    /// The certainty of the finding, if it was verified.
    pub verdict: Option<FindingVerdict>,
    /// The outcome of the finding, if it was to be fixed.
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
