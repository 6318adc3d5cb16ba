// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Hooks: the events that call hooks, the request that the CLI sends, and the reply.

use super::all::*;

/// An event at which the CLI calls hooks. A callback for an event that the CLI does not know is accepted and never called.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HookEvent {
    /// A tool is about to run. The hook may deny the call, request permission for it, or change its input.
    PreToolUse,
    /// A shell command in a skill or slash command is about to run. The hook may stop it. `PreToolUse` hooks do not see such commands. Since CLI 2.1.332.
    PreSkillShellCommand,
    /// A tool has run. The hook may replace its output.
    PostToolUse,
    /// A tool has failed.
    PostToolUseFailure,
    /// All tool calls of one answer of the model are finished. A block ends the turn.
    PostToolBatch,
    /// The CLI requests the attention of the user.
    Notification,
    /// A prompt was submitted. The hook may block it. The hook is called before the turn's `system/init`.
    UserPromptSubmit,
    /// A slash command is about to become a prompt. The hook may block it.
    UserPromptExpansion,
    /// A session starts or continues. Hooks are called for `clear` and `compact` only, not for the start of the process.
    SessionStart,
    /// A session ends. Hooks are called for `clear` only, not for the end of the process.
    SessionEnd,
    /// The model has finished. A block makes the model continue.
    Stop,
    /// A turn ended with an API error.
    StopFailure,
    /// A subagent starts.
    SubagentStart,
    /// A subagent has finished. A block makes the subagent continue.
    SubagentStop,
    /// The context is about to be compacted. The hook may block it.
    PreCompact,
    /// The context has been compacted.
    PostCompact,
    /// The model is about to change. The hook may deny it.
    PreModelSwitch,
    /// The model has changed.
    PostModelSwitch,
    /// A permission is requested. The hook and the permission callback are called at the same time, and the first reply counts.
    PermissionRequest,
    /// The classifier of the mode `auto` has denied a tool call.
    PermissionDenied,
    /// The CLI sets up or maintains a project.
    Setup,
    /// A teammate is idle.
    TeammateIdle,
    /// A task is about to be added to the task list. The hook may block it.
    TaskCreated,
    /// A task of the task list is about to be completed. A block leaves the task open.
    TaskCompleted,
    /// An MCP server requests input of the user. The hook may reply in place of the user; a block declines the request.
    Elicitation,
    /// The user has replied to an elicitation. The hook may change the reply; a block withholds it and declines.
    ElicitationResult,
    /// A settings file has changed. The hook may block the change.
    ConfigChange,
    /// A worktree is requested. The hook must create it and return its path.
    WorktreeCreate,
    /// A worktree is to be removed.
    WorktreeRemove,
    /// An instructions file, such as CLAUDE.md, was read.
    InstructionsLoaded,
    /// The working directory has changed.
    CwdChanged,
    /// A watched file has changed.
    FileChanged,
    /// A working directory was added.
    DirectoryAdded,
    /// Text of the model is about to be displayed. The CLI waits for the hook before it displays the text.
    MessageDisplay,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(HookEvent {
    PreToolUse = "PreToolUse",
    PreSkillShellCommand = "PreSkillShellCommand",
    PostToolUse = "PostToolUse",
    PostToolUseFailure = "PostToolUseFailure",
    PostToolBatch = "PostToolBatch",
    Notification = "Notification",
    UserPromptSubmit = "UserPromptSubmit",
    UserPromptExpansion = "UserPromptExpansion",
    SessionStart = "SessionStart",
    SessionEnd = "SessionEnd",
    Stop = "Stop",
    StopFailure = "StopFailure",
    SubagentStart = "SubagentStart",
    SubagentStop = "SubagentStop",
    PreCompact = "PreCompact",
    PostCompact = "PostCompact",
    PreModelSwitch = "PreModelSwitch",
    PostModelSwitch = "PostModelSwitch",
    PermissionRequest = "PermissionRequest",
    PermissionDenied = "PermissionDenied",
    Setup = "Setup",
    TeammateIdle = "TeammateIdle",
    TaskCreated = "TaskCreated",
    TaskCompleted = "TaskCompleted",
    Elicitation = "Elicitation",
    ElicitationResult = "ElicitationResult",
    ConfigChange = "ConfigChange",
    WorktreeCreate = "WorktreeCreate",
    WorktreeRemove = "WorktreeRemove",
    InstructionsLoaded = "InstructionsLoaded",
    CwdChanged = "CwdChanged",
    FileChanged = "FileChanged",
    DirectoryAdded = "DirectoryAdded",
    MessageDisplay = "MessageDisplay",
});

/// A decision that hooks of any event may return.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HookDecision {
    /// The action may proceed.
    Approve,
    /// The action is blocked: the tool does not run, the prompt is dropped, or the model does not stop.
    Block,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] HookDecision {
    Approve = "approve",
    Block = "block",
});

/// The input of a hook: one struct for each event. A guarding hook must not treat an `Unknown` or `Undecoded` input as harmless.
///
/// Chosen by `hook_event_name`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum HookInput {
    /// A tool is about to run.
    PreToolUse(Box<PreToolUseInput>),
    /// A shell command of a skill is about to run.
    PreSkillShellCommand(Box<PreSkillShellCommandInput>),
    /// A tool has run.
    PostToolUse(Box<PostToolUseInput>),
    /// A tool has failed.
    PostToolUseFailure(Box<PostToolUseFailureInput>),
    /// All tool calls of one answer of the model are finished.
    PostToolBatch(Box<PostToolBatchInput>),
    /// The CLI requests the attention of the user.
    Notification(Box<NotificationInput>),
    /// A prompt was submitted.
    UserPromptSubmit(Box<UserPromptSubmitInput>),
    /// A slash command is about to become a prompt.
    UserPromptExpansion(Box<UserPromptExpansionInput>),
    /// A session starts or continues.
    SessionStart(Box<SessionStartInput>),
    /// A session ends.
    SessionEnd(Box<SessionEndInput>),
    /// The model has finished.
    Stop(Box<StopInput>),
    /// A turn ended with an API error.
    StopFailure(Box<StopFailureInput>),
    /// A subagent starts.
    SubagentStart(Box<SubagentStartInput>),
    /// A subagent has finished.
    SubagentStop(Box<SubagentStopInput>),
    /// The context is about to be compacted.
    PreCompact(Box<PreCompactInput>),
    /// The context has been compacted.
    PostCompact(Box<PostCompactInput>),
    /// The model is about to change.
    PreModelSwitch(Box<PreModelSwitchInput>),
    /// The model has changed.
    PostModelSwitch(Box<PostModelSwitchInput>),
    /// A permission is requested.
    PermissionRequest(Box<PermissionRequestInput>),
    /// The classifier of the mode `auto` has denied a tool call.
    PermissionDenied(Box<PermissionDeniedInput>),
    /// The CLI sets up or maintains a project.
    Setup(Box<SetupInput>),
    /// A teammate is idle.
    TeammateIdle(Box<TeammateIdleInput>),
    /// A task is about to be added to the task list.
    TaskCreated(Box<TaskCreatedInput>),
    /// A task of the task list is about to be completed.
    TaskCompleted(Box<TaskCompletedInput>),
    /// An MCP server requests input of the user.
    Elicitation(Box<ElicitationInput>),
    /// The user has replied to an elicitation.
    ElicitationResult(Box<ElicitationResultInput>),
    /// A settings file has changed.
    ConfigChange(Box<ConfigChangeInput>),
    /// A worktree is requested.
    WorktreeCreate(Box<WorktreeCreateInput>),
    /// A worktree is to be removed.
    WorktreeRemove(Box<WorktreeRemoveInput>),
    /// An instructions file was read.
    InstructionsLoaded(Box<InstructionsLoadedInput>),
    /// The working directory has changed.
    CwdChanged(Box<CwdChangedInput>),
    /// A watched file has changed.
    FileChanged(Box<FileChangedInput>),
    /// A working directory was added.
    DirectoryAdded(Box<DirectoryAddedInput>),
    /// Text of the model is about to be displayed.
    MessageDisplay(Box<MessageDisplayInput>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

impl HookInput {
    /// The `session_id` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        match self {
            Self::PreToolUse(body) => body.session_id.as_ref(),
            Self::PreSkillShellCommand(body) => body.session_id.as_ref(),
            Self::PostToolUse(body) => body.session_id.as_ref(),
            Self::PostToolUseFailure(body) => body.session_id.as_ref(),
            Self::PostToolBatch(body) => body.session_id.as_ref(),
            Self::Notification(body) => body.session_id.as_ref(),
            Self::UserPromptSubmit(body) => body.session_id.as_ref(),
            Self::UserPromptExpansion(body) => body.session_id.as_ref(),
            Self::SessionStart(body) => body.session_id.as_ref(),
            Self::SessionEnd(body) => body.session_id.as_ref(),
            Self::Stop(body) => body.session_id.as_ref(),
            Self::StopFailure(body) => body.session_id.as_ref(),
            Self::SubagentStart(body) => body.session_id.as_ref(),
            Self::SubagentStop(body) => body.session_id.as_ref(),
            Self::PreCompact(body) => body.session_id.as_ref(),
            Self::PostCompact(body) => body.session_id.as_ref(),
            Self::PreModelSwitch(body) => body.session_id.as_ref(),
            Self::PostModelSwitch(body) => body.session_id.as_ref(),
            Self::PermissionRequest(body) => body.session_id.as_ref(),
            Self::PermissionDenied(body) => body.session_id.as_ref(),
            Self::Setup(body) => body.session_id.as_ref(),
            Self::TeammateIdle(body) => body.session_id.as_ref(),
            Self::TaskCreated(body) => body.session_id.as_ref(),
            Self::TaskCompleted(body) => body.session_id.as_ref(),
            Self::Elicitation(body) => body.session_id.as_ref(),
            Self::ElicitationResult(body) => body.session_id.as_ref(),
            Self::ConfigChange(body) => body.session_id.as_ref(),
            Self::WorktreeCreate(body) => body.session_id.as_ref(),
            Self::WorktreeRemove(body) => body.session_id.as_ref(),
            Self::InstructionsLoaded(body) => body.session_id.as_ref(),
            Self::CwdChanged(body) => body.session_id.as_ref(),
            Self::FileChanged(body) => body.session_id.as_ref(),
            Self::DirectoryAdded(body) => body.session_id.as_ref(),
            Self::MessageDisplay(body) => body.session_id.as_ref(),
            _ => None,
        }
    }

    /// The `transcript_path` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn transcript_path(&self) -> Option<&str> {
        match self {
            Self::PreToolUse(body) => body.transcript_path.as_deref(),
            Self::PreSkillShellCommand(body) => body.transcript_path.as_deref(),
            Self::PostToolUse(body) => body.transcript_path.as_deref(),
            Self::PostToolUseFailure(body) => body.transcript_path.as_deref(),
            Self::PostToolBatch(body) => body.transcript_path.as_deref(),
            Self::Notification(body) => body.transcript_path.as_deref(),
            Self::UserPromptSubmit(body) => body.transcript_path.as_deref(),
            Self::UserPromptExpansion(body) => body.transcript_path.as_deref(),
            Self::SessionStart(body) => body.transcript_path.as_deref(),
            Self::SessionEnd(body) => body.transcript_path.as_deref(),
            Self::Stop(body) => body.transcript_path.as_deref(),
            Self::StopFailure(body) => body.transcript_path.as_deref(),
            Self::SubagentStart(body) => body.transcript_path.as_deref(),
            Self::SubagentStop(body) => body.transcript_path.as_deref(),
            Self::PreCompact(body) => body.transcript_path.as_deref(),
            Self::PostCompact(body) => body.transcript_path.as_deref(),
            Self::PreModelSwitch(body) => body.transcript_path.as_deref(),
            Self::PostModelSwitch(body) => body.transcript_path.as_deref(),
            Self::PermissionRequest(body) => body.transcript_path.as_deref(),
            Self::PermissionDenied(body) => body.transcript_path.as_deref(),
            Self::Setup(body) => body.transcript_path.as_deref(),
            Self::TeammateIdle(body) => body.transcript_path.as_deref(),
            Self::TaskCreated(body) => body.transcript_path.as_deref(),
            Self::TaskCompleted(body) => body.transcript_path.as_deref(),
            Self::Elicitation(body) => body.transcript_path.as_deref(),
            Self::ElicitationResult(body) => body.transcript_path.as_deref(),
            Self::ConfigChange(body) => body.transcript_path.as_deref(),
            Self::WorktreeCreate(body) => body.transcript_path.as_deref(),
            Self::WorktreeRemove(body) => body.transcript_path.as_deref(),
            Self::InstructionsLoaded(body) => body.transcript_path.as_deref(),
            Self::CwdChanged(body) => body.transcript_path.as_deref(),
            Self::FileChanged(body) => body.transcript_path.as_deref(),
            Self::DirectoryAdded(body) => body.transcript_path.as_deref(),
            Self::MessageDisplay(body) => body.transcript_path.as_deref(),
            _ => None,
        }
    }

    /// The `cwd` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn cwd(&self) -> Option<&str> {
        match self {
            Self::PreToolUse(body) => body.cwd.as_deref(),
            Self::PreSkillShellCommand(body) => body.cwd.as_deref(),
            Self::PostToolUse(body) => body.cwd.as_deref(),
            Self::PostToolUseFailure(body) => body.cwd.as_deref(),
            Self::PostToolBatch(body) => body.cwd.as_deref(),
            Self::Notification(body) => body.cwd.as_deref(),
            Self::UserPromptSubmit(body) => body.cwd.as_deref(),
            Self::UserPromptExpansion(body) => body.cwd.as_deref(),
            Self::SessionStart(body) => body.cwd.as_deref(),
            Self::SessionEnd(body) => body.cwd.as_deref(),
            Self::Stop(body) => body.cwd.as_deref(),
            Self::StopFailure(body) => body.cwd.as_deref(),
            Self::SubagentStart(body) => body.cwd.as_deref(),
            Self::SubagentStop(body) => body.cwd.as_deref(),
            Self::PreCompact(body) => body.cwd.as_deref(),
            Self::PostCompact(body) => body.cwd.as_deref(),
            Self::PreModelSwitch(body) => body.cwd.as_deref(),
            Self::PostModelSwitch(body) => body.cwd.as_deref(),
            Self::PermissionRequest(body) => body.cwd.as_deref(),
            Self::PermissionDenied(body) => body.cwd.as_deref(),
            Self::Setup(body) => body.cwd.as_deref(),
            Self::TeammateIdle(body) => body.cwd.as_deref(),
            Self::TaskCreated(body) => body.cwd.as_deref(),
            Self::TaskCompleted(body) => body.cwd.as_deref(),
            Self::Elicitation(body) => body.cwd.as_deref(),
            Self::ElicitationResult(body) => body.cwd.as_deref(),
            Self::ConfigChange(body) => body.cwd.as_deref(),
            Self::WorktreeCreate(body) => body.cwd.as_deref(),
            Self::WorktreeRemove(body) => body.cwd.as_deref(),
            Self::InstructionsLoaded(body) => body.cwd.as_deref(),
            Self::CwdChanged(body) => body.cwd.as_deref(),
            Self::FileChanged(body) => body.cwd.as_deref(),
            Self::DirectoryAdded(body) => body.cwd.as_deref(),
            Self::MessageDisplay(body) => body.cwd.as_deref(),
            _ => None,
        }
    }

    /// The `prompt_id` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn prompt_id(&self) -> Option<&PromptId> {
        match self {
            Self::PreToolUse(body) => body.prompt_id.as_ref(),
            Self::PreSkillShellCommand(body) => body.prompt_id.as_ref(),
            Self::PostToolUse(body) => body.prompt_id.as_ref(),
            Self::PostToolUseFailure(body) => body.prompt_id.as_ref(),
            Self::PostToolBatch(body) => body.prompt_id.as_ref(),
            Self::Notification(body) => body.prompt_id.as_ref(),
            Self::UserPromptSubmit(body) => body.prompt_id.as_ref(),
            Self::UserPromptExpansion(body) => body.prompt_id.as_ref(),
            Self::SessionStart(body) => body.prompt_id.as_ref(),
            Self::SessionEnd(body) => body.prompt_id.as_ref(),
            Self::Stop(body) => body.prompt_id.as_ref(),
            Self::StopFailure(body) => body.prompt_id.as_ref(),
            Self::SubagentStart(body) => body.prompt_id.as_ref(),
            Self::SubagentStop(body) => body.prompt_id.as_ref(),
            Self::PreCompact(body) => body.prompt_id.as_ref(),
            Self::PostCompact(body) => body.prompt_id.as_ref(),
            Self::PreModelSwitch(body) => body.prompt_id.as_ref(),
            Self::PostModelSwitch(body) => body.prompt_id.as_ref(),
            Self::PermissionRequest(body) => body.prompt_id.as_ref(),
            Self::PermissionDenied(body) => body.prompt_id.as_ref(),
            Self::Setup(body) => body.prompt_id.as_ref(),
            Self::TeammateIdle(body) => body.prompt_id.as_ref(),
            Self::TaskCreated(body) => body.prompt_id.as_ref(),
            Self::TaskCompleted(body) => body.prompt_id.as_ref(),
            Self::Elicitation(body) => body.prompt_id.as_ref(),
            Self::ElicitationResult(body) => body.prompt_id.as_ref(),
            Self::ConfigChange(body) => body.prompt_id.as_ref(),
            Self::WorktreeCreate(body) => body.prompt_id.as_ref(),
            Self::WorktreeRemove(body) => body.prompt_id.as_ref(),
            Self::InstructionsLoaded(body) => body.prompt_id.as_ref(),
            Self::CwdChanged(body) => body.prompt_id.as_ref(),
            Self::FileChanged(body) => body.prompt_id.as_ref(),
            Self::DirectoryAdded(body) => body.prompt_id.as_ref(),
            Self::MessageDisplay(body) => body.prompt_id.as_ref(),
            _ => None,
        }
    }

    /// The `permission_mode` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn permission_mode(&self) -> Option<&PermissionMode> {
        match self {
            Self::PreToolUse(body) => body.permission_mode.as_ref(),
            Self::PreSkillShellCommand(body) => body.permission_mode.as_ref(),
            Self::PostToolUse(body) => body.permission_mode.as_ref(),
            Self::PostToolUseFailure(body) => body.permission_mode.as_ref(),
            Self::PostToolBatch(body) => body.permission_mode.as_ref(),
            Self::Notification(body) => body.permission_mode.as_ref(),
            Self::UserPromptSubmit(body) => body.permission_mode.as_ref(),
            Self::UserPromptExpansion(body) => body.permission_mode.as_ref(),
            Self::SessionStart(body) => body.permission_mode.as_ref(),
            Self::SessionEnd(body) => body.permission_mode.as_ref(),
            Self::Stop(body) => body.permission_mode.as_ref(),
            Self::StopFailure(body) => body.permission_mode.as_ref(),
            Self::SubagentStart(body) => body.permission_mode.as_ref(),
            Self::SubagentStop(body) => body.permission_mode.as_ref(),
            Self::PreCompact(body) => body.permission_mode.as_ref(),
            Self::PostCompact(body) => body.permission_mode.as_ref(),
            Self::PreModelSwitch(body) => body.permission_mode.as_ref(),
            Self::PostModelSwitch(body) => body.permission_mode.as_ref(),
            Self::PermissionRequest(body) => body.permission_mode.as_ref(),
            Self::PermissionDenied(body) => body.permission_mode.as_ref(),
            Self::Setup(body) => body.permission_mode.as_ref(),
            Self::TeammateIdle(body) => body.permission_mode.as_ref(),
            Self::TaskCreated(body) => body.permission_mode.as_ref(),
            Self::TaskCompleted(body) => body.permission_mode.as_ref(),
            Self::Elicitation(body) => body.permission_mode.as_ref(),
            Self::ElicitationResult(body) => body.permission_mode.as_ref(),
            Self::ConfigChange(body) => body.permission_mode.as_ref(),
            Self::WorktreeCreate(body) => body.permission_mode.as_ref(),
            Self::WorktreeRemove(body) => body.permission_mode.as_ref(),
            Self::InstructionsLoaded(body) => body.permission_mode.as_ref(),
            Self::CwdChanged(body) => body.permission_mode.as_ref(),
            Self::FileChanged(body) => body.permission_mode.as_ref(),
            Self::DirectoryAdded(body) => body.permission_mode.as_ref(),
            Self::MessageDisplay(body) => body.permission_mode.as_ref(),
            _ => None,
        }
    }

    /// The `effort` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn effort(&self) -> Option<&HookEffort> {
        match self {
            Self::PreToolUse(body) => body.effort.as_ref(),
            Self::PreSkillShellCommand(body) => body.effort.as_ref(),
            Self::PostToolUse(body) => body.effort.as_ref(),
            Self::PostToolUseFailure(body) => body.effort.as_ref(),
            Self::PostToolBatch(body) => body.effort.as_ref(),
            Self::Notification(body) => body.effort.as_ref(),
            Self::UserPromptSubmit(body) => body.effort.as_ref(),
            Self::UserPromptExpansion(body) => body.effort.as_ref(),
            Self::SessionStart(body) => body.effort.as_ref(),
            Self::SessionEnd(body) => body.effort.as_ref(),
            Self::Stop(body) => body.effort.as_ref(),
            Self::StopFailure(body) => body.effort.as_ref(),
            Self::SubagentStart(body) => body.effort.as_ref(),
            Self::SubagentStop(body) => body.effort.as_ref(),
            Self::PreCompact(body) => body.effort.as_ref(),
            Self::PostCompact(body) => body.effort.as_ref(),
            Self::PreModelSwitch(body) => body.effort.as_ref(),
            Self::PostModelSwitch(body) => body.effort.as_ref(),
            Self::PermissionRequest(body) => body.effort.as_ref(),
            Self::PermissionDenied(body) => body.effort.as_ref(),
            Self::Setup(body) => body.effort.as_ref(),
            Self::TeammateIdle(body) => body.effort.as_ref(),
            Self::TaskCreated(body) => body.effort.as_ref(),
            Self::TaskCompleted(body) => body.effort.as_ref(),
            Self::Elicitation(body) => body.effort.as_ref(),
            Self::ElicitationResult(body) => body.effort.as_ref(),
            Self::ConfigChange(body) => body.effort.as_ref(),
            Self::WorktreeCreate(body) => body.effort.as_ref(),
            Self::WorktreeRemove(body) => body.effort.as_ref(),
            Self::InstructionsLoaded(body) => body.effort.as_ref(),
            Self::CwdChanged(body) => body.effort.as_ref(),
            Self::FileChanged(body) => body.effort.as_ref(),
            Self::DirectoryAdded(body) => body.effort.as_ref(),
            Self::MessageDisplay(body) => body.effort.as_ref(),
            _ => None,
        }
    }

    /// The `agent_id` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn agent_id(&self) -> Option<&AgentId> {
        match self {
            Self::PreToolUse(body) => body.agent_id.as_ref(),
            Self::PreSkillShellCommand(body) => body.agent_id.as_ref(),
            Self::PostToolUse(body) => body.agent_id.as_ref(),
            Self::PostToolUseFailure(body) => body.agent_id.as_ref(),
            Self::PostToolBatch(body) => body.agent_id.as_ref(),
            Self::Notification(body) => body.agent_id.as_ref(),
            Self::UserPromptSubmit(body) => body.agent_id.as_ref(),
            Self::UserPromptExpansion(body) => body.agent_id.as_ref(),
            Self::SessionStart(body) => body.agent_id.as_ref(),
            Self::SessionEnd(body) => body.agent_id.as_ref(),
            Self::Stop(body) => body.agent_id.as_ref(),
            Self::StopFailure(body) => body.agent_id.as_ref(),
            Self::SubagentStart(body) => body.agent_id.as_ref(),
            Self::SubagentStop(body) => body.agent_id.as_ref(),
            Self::PreCompact(body) => body.agent_id.as_ref(),
            Self::PostCompact(body) => body.agent_id.as_ref(),
            Self::PreModelSwitch(body) => body.agent_id.as_ref(),
            Self::PostModelSwitch(body) => body.agent_id.as_ref(),
            Self::PermissionRequest(body) => body.agent_id.as_ref(),
            Self::PermissionDenied(body) => body.agent_id.as_ref(),
            Self::Setup(body) => body.agent_id.as_ref(),
            Self::TeammateIdle(body) => body.agent_id.as_ref(),
            Self::TaskCreated(body) => body.agent_id.as_ref(),
            Self::TaskCompleted(body) => body.agent_id.as_ref(),
            Self::Elicitation(body) => body.agent_id.as_ref(),
            Self::ElicitationResult(body) => body.agent_id.as_ref(),
            Self::ConfigChange(body) => body.agent_id.as_ref(),
            Self::WorktreeCreate(body) => body.agent_id.as_ref(),
            Self::WorktreeRemove(body) => body.agent_id.as_ref(),
            Self::InstructionsLoaded(body) => body.agent_id.as_ref(),
            Self::CwdChanged(body) => body.agent_id.as_ref(),
            Self::FileChanged(body) => body.agent_id.as_ref(),
            Self::DirectoryAdded(body) => body.agent_id.as_ref(),
            Self::MessageDisplay(body) => body.agent_id.as_ref(),
            _ => None,
        }
    }

    /// The `agent_type` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn agent_type(&self) -> Option<&str> {
        match self {
            Self::PreToolUse(body) => body.agent_type.as_deref(),
            Self::PreSkillShellCommand(body) => body.agent_type.as_deref(),
            Self::PostToolUse(body) => body.agent_type.as_deref(),
            Self::PostToolUseFailure(body) => body.agent_type.as_deref(),
            Self::PostToolBatch(body) => body.agent_type.as_deref(),
            Self::Notification(body) => body.agent_type.as_deref(),
            Self::UserPromptSubmit(body) => body.agent_type.as_deref(),
            Self::UserPromptExpansion(body) => body.agent_type.as_deref(),
            Self::SessionStart(body) => body.agent_type.as_deref(),
            Self::SessionEnd(body) => body.agent_type.as_deref(),
            Self::Stop(body) => body.agent_type.as_deref(),
            Self::StopFailure(body) => body.agent_type.as_deref(),
            Self::SubagentStart(body) => body.agent_type.as_deref(),
            Self::SubagentStop(body) => body.agent_type.as_deref(),
            Self::PreCompact(body) => body.agent_type.as_deref(),
            Self::PostCompact(body) => body.agent_type.as_deref(),
            Self::PreModelSwitch(body) => body.agent_type.as_deref(),
            Self::PostModelSwitch(body) => body.agent_type.as_deref(),
            Self::PermissionRequest(body) => body.agent_type.as_deref(),
            Self::PermissionDenied(body) => body.agent_type.as_deref(),
            Self::Setup(body) => body.agent_type.as_deref(),
            Self::TeammateIdle(body) => body.agent_type.as_deref(),
            Self::TaskCreated(body) => body.agent_type.as_deref(),
            Self::TaskCompleted(body) => body.agent_type.as_deref(),
            Self::Elicitation(body) => body.agent_type.as_deref(),
            Self::ElicitationResult(body) => body.agent_type.as_deref(),
            Self::ConfigChange(body) => body.agent_type.as_deref(),
            Self::WorktreeCreate(body) => body.agent_type.as_deref(),
            Self::WorktreeRemove(body) => body.agent_type.as_deref(),
            Self::InstructionsLoaded(body) => body.agent_type.as_deref(),
            Self::CwdChanged(body) => body.agent_type.as_deref(),
            Self::FileChanged(body) => body.agent_type.as_deref(),
            Self::DirectoryAdded(body) => body.agent_type.as_deref(),
            Self::MessageDisplay(body) => body.agent_type.as_deref(),
            _ => None,
        }
    }

    /// The `tool_name` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn tool_name(&self) -> Option<&str> {
        match self {
            Self::PreToolUse(body) => Some(&body.tool_name),
            Self::PreSkillShellCommand(body) => Some(&body.tool_name),
            Self::PostToolUse(body) => Some(&body.tool_name),
            Self::PostToolUseFailure(body) => Some(&body.tool_name),
            Self::PermissionRequest(body) => Some(&body.tool_name),
            Self::PermissionDenied(body) => Some(&body.tool_name),
            _ => None,
        }
    }

    /// The `tool_input` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn tool_input(&self) -> Option<&Raw> {
        match self {
            Self::PreToolUse(body) => Some(&body.tool_input),
            Self::PreSkillShellCommand(body) => Some(&body.tool_input),
            Self::PostToolUse(body) => body.tool_input.as_ref(),
            Self::PostToolUseFailure(body) => body.tool_input.as_ref(),
            Self::PermissionRequest(body) => Some(&body.tool_input),
            Self::PermissionDenied(body) => body.tool_input.as_ref(),
            _ => None,
        }
    }

    /// The `tool_use_id` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn tool_use_id(&self) -> Option<&ToolUseId> {
        match self {
            Self::PreToolUse(body) => body.tool_use_id.as_ref(),
            Self::PreSkillShellCommand(body) => Some(&body.tool_use_id),
            Self::PostToolUse(body) => body.tool_use_id.as_ref(),
            Self::PostToolUseFailure(body) => body.tool_use_id.as_ref(),
            Self::PermissionDenied(body) => body.tool_use_id.as_ref(),
            _ => None,
        }
    }

    /// The `mcp_server` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn mcp_server(&self) -> Option<&McpServerRef> {
        match self {
            Self::PreToolUse(body) => body.mcp_server.as_ref(),
            Self::PostToolUse(body) => body.mcp_server.as_ref(),
            Self::PostToolUseFailure(body) => body.mcp_server.as_ref(),
            Self::PermissionRequest(body) => body.mcp_server.as_ref(),
            Self::PermissionDenied(body) => body.mcp_server.as_ref(),
            _ => None,
        }
    }
}

wire_union!(#[inline] HookInput by "hook_event_name" {
    "PreToolUse" => PreToolUse: Box<PreToolUseInput>,
    "PreSkillShellCommand" => PreSkillShellCommand: Box<PreSkillShellCommandInput>,
    "PostToolUse" => PostToolUse: Box<PostToolUseInput>,
    "PostToolUseFailure" => PostToolUseFailure: Box<PostToolUseFailureInput>,
    "PostToolBatch" => PostToolBatch: Box<PostToolBatchInput>,
    "Notification" => Notification: Box<NotificationInput>,
    "UserPromptSubmit" => UserPromptSubmit: Box<UserPromptSubmitInput>,
    "UserPromptExpansion" => UserPromptExpansion: Box<UserPromptExpansionInput>,
    "SessionStart" => SessionStart: Box<SessionStartInput>,
    "SessionEnd" => SessionEnd: Box<SessionEndInput>,
    "Stop" => Stop: Box<StopInput>,
    "StopFailure" => StopFailure: Box<StopFailureInput>,
    "SubagentStart" => SubagentStart: Box<SubagentStartInput>,
    "SubagentStop" => SubagentStop: Box<SubagentStopInput>,
    "PreCompact" => PreCompact: Box<PreCompactInput>,
    "PostCompact" => PostCompact: Box<PostCompactInput>,
    "PreModelSwitch" => PreModelSwitch: Box<PreModelSwitchInput>,
    "PostModelSwitch" => PostModelSwitch: Box<PostModelSwitchInput>,
    "PermissionRequest" => PermissionRequest: Box<PermissionRequestInput>,
    "PermissionDenied" => PermissionDenied: Box<PermissionDeniedInput>,
    "Setup" => Setup: Box<SetupInput>,
    "TeammateIdle" => TeammateIdle: Box<TeammateIdleInput>,
    "TaskCreated" => TaskCreated: Box<TaskCreatedInput>,
    "TaskCompleted" => TaskCompleted: Box<TaskCompletedInput>,
    "Elicitation" => Elicitation: Box<ElicitationInput>,
    "ElicitationResult" => ElicitationResult: Box<ElicitationResultInput>,
    "ConfigChange" => ConfigChange: Box<ConfigChangeInput>,
    "WorktreeCreate" => WorktreeCreate: Box<WorktreeCreateInput>,
    "WorktreeRemove" => WorktreeRemove: Box<WorktreeRemoveInput>,
    "InstructionsLoaded" => InstructionsLoaded: Box<InstructionsLoadedInput>,
    "CwdChanged" => CwdChanged: Box<CwdChangedInput>,
    "FileChanged" => FileChanged: Box<FileChangedInput>,
    "DirectoryAdded" => DirectoryAdded: Box<DirectoryAddedInput>,
    "MessageDisplay" => MessageDisplay: Box<MessageDisplayInput>,
} local {  });

/// A call of a hook that the `initialize` request registered. All hooks of an event are called at the same time.
///
/// Wire: `subtype: hook_callback`.
///
/// Answered by `HookOutput`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookCallbackRequest {
    /// The ID of the callback.
    pub callback_id: CallbackId,
    /// The input of the hook.
    pub input: HookInput,
    /// The tool call; for events without one, an ID that the CLI made up.
    pub tool_use_id: Option<ToolUseId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] HookCallbackRequest {
    tags: ["subtype" = "hook_callback"],
    fields: [
        0 required callback_id: CallbackId = "callback_id",
        1 required input: HookInput = "input",
        2 optional tool_use_id: ToolUseId = "tool_use_id",
    ],
});

impl crate::wire::ControlRequest for HookCallbackRequest {
    const SUBTYPE: &'static str = "hook_callback";
    type Response = HookOutput;
}

/// The effort of the model, in the input of a hook.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookEffort {
    /// The effort level, limited to what the model supports.
    pub level: Option<EffortLevel>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HookEffort {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] HookEffort {
    tags: [],
    fields: [
        0 optional level: EffortLevel = "level",
    ],
});

/// The reply of a hook. An empty reply has no effect. A reply of the wrong shape counts as an error, and by default an error counts as an empty reply.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookOutput {
    /// False to end the turn. The tool that the hook was called for still runs. Wire: `continue`.
    pub continue_: Option<bool>,
    /// True to keep the hook's output out of the transcript.
    pub suppress_output: Option<bool>,
    /// The reason for ending the turn, for the user.
    pub stop_reason: Option<String>,
    /// Whether the action may proceed. The action depends on the event.
    pub decision: Option<HookDecision>,
    /// The reason for the decision. If the hook blocks the model, the model receives the reason.
    pub reason: Option<String>,
    /// A notice for the user.
    pub system_message: Option<String>,
    /// Control characters for the user's terminal: a notification, a title or a bell. Anything else is dropped.
    pub terminal_sequence: Option<String>,
    /// The output that is specific to the event.
    pub hook_specific_output: Option<HookSpecificOutput>,
    /// True to let the CLI continue at once, as after an empty reply. No other value is accepted. Wire: `async`.
    pub is_async: Option<bool>,
    /// The maximum duration of an asynchronous hook in milliseconds.
    pub async_timeout: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HookOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl HookOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`continue_`](Self::continue_).
    #[inline]
    #[must_use]
    pub fn continue_(mut self, value: bool) -> Self {
        self.continue_ = Some(value);
        self
    }

    /// Sets [`suppress_output`](Self::suppress_output).
    #[inline]
    #[must_use]
    pub fn suppress_output(mut self, value: bool) -> Self {
        self.suppress_output = Some(value);
        self
    }

    /// Sets [`stop_reason`](Self::stop_reason).
    #[inline]
    #[must_use]
    pub fn stop_reason(mut self, value: impl Into<String>) -> Self {
        self.stop_reason = Some(value.into());
        self
    }

    /// Sets [`decision`](Self::decision).
    #[inline]
    #[must_use]
    pub fn decision(mut self, value: impl Into<HookDecision>) -> Self {
        self.decision = Some(value.into());
        self
    }

    /// Sets [`reason`](Self::reason).
    #[inline]
    #[must_use]
    pub fn reason(mut self, value: impl Into<String>) -> Self {
        self.reason = Some(value.into());
        self
    }

    /// Sets [`system_message`](Self::system_message).
    #[inline]
    #[must_use]
    pub fn system_message(mut self, value: impl Into<String>) -> Self {
        self.system_message = Some(value.into());
        self
    }

    /// Sets [`terminal_sequence`](Self::terminal_sequence).
    #[inline]
    #[must_use]
    pub fn terminal_sequence(mut self, value: impl Into<String>) -> Self {
        self.terminal_sequence = Some(value.into());
        self
    }

    /// Sets [`hook_specific_output`](Self::hook_specific_output).
    #[inline]
    #[must_use]
    pub fn hook_specific_output(mut self, value: impl Into<HookSpecificOutput>) -> Self {
        self.hook_specific_output = Some(value.into());
        self
    }

    /// Sets [`is_async`](Self::is_async).
    #[inline]
    #[must_use]
    pub fn is_async(mut self, value: bool) -> Self {
        self.is_async = Some(value);
        self
    }

    /// Sets [`async_timeout`](Self::async_timeout).
    #[inline]
    #[must_use]
    pub fn async_timeout(mut self, value: u64) -> Self {
        self.async_timeout = Some(value);
        self
    }
}

wire_struct!(#[inline] HookOutput {
    tags: [],
    fields: [
        0 optional continue_: bool = "continue",
        1 optional suppress_output: bool = "suppressOutput",
        2 optional stop_reason: String = "stopReason",
        3 optional decision: HookDecision = "decision",
        4 optional reason: String = "reason",
        5 optional system_message: String = "systemMessage",
        6 optional terminal_sequence: String = "terminalSequence",
        7 optional hook_specific_output: HookSpecificOutput = "hookSpecificOutput",
        8 optional is_async: bool = "async",
        9 optional async_timeout: u64 = "asyncTimeout",
    ],
});
