// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Hooks: the events that can be hooked, the question that the CLI asks then, and the answers.

use super::all::*;

/// A moment at which the CLI calls hooks. A callback whose event the CLI does not know is accepted and never called.
///
/// An open set: a newer CLI may send other values. Feature: HK-01..HK-33, HKR-08.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum HookEvent {
    /// A tool is about to run. The hook may deny it, have it asked about, or change its input.
    ///
    /// `PreToolUse`. Seen on the wire.
    PreToolUse,
    /// A tool has run. The hook may replace its output.
    ///
    /// `PostToolUse`. Seen on the wire.
    PostToolUse,
    /// A tool has failed.
    ///
    /// `PostToolUseFailure`. Seen on the wire.
    PostToolUseFailure,
    /// All tool calls of one answer of the model are done.
    ///
    /// `PostToolBatch`. Seen on the wire.
    PostToolBatch,
    /// The CLI wants the attention of the user.
    ///
    /// `Notification`. Seen on the wire.
    Notification,
    /// A prompt has come. The hook may block it. It is called before the turn's `system/init`.
    ///
    /// `UserPromptSubmit`. Seen on the wire.
    UserPromptSubmit,
    /// A slash command is about to become a prompt.
    ///
    /// `UserPromptExpansion`. Seen on the wire.
    UserPromptExpansion,
    /// A session begins or goes on. Callbacks are told of `clear` and `compact` only, not of the start of the process.
    ///
    /// `SessionStart`. Seen on the wire.
    SessionStart,
    /// A session ends. Callbacks are told of `clear` only, not of the end of the process.
    ///
    /// `SessionEnd`. Seen on the wire.
    SessionEnd,
    /// The model is done. The hook may make it go on.
    ///
    /// `Stop`. Seen on the wire.
    Stop,
    /// A turn ended with an error of the API.
    ///
    /// `StopFailure`. Seen on the wire.
    StopFailure,
    /// A subagent begins.
    ///
    /// `SubagentStart`. Seen on the wire.
    SubagentStart,
    /// A subagent is done. The hook may make it go on.
    ///
    /// `SubagentStop`. Seen on the wire.
    SubagentStop,
    /// The context is about to be compacted.
    ///
    /// `PreCompact`. Seen on the wire.
    PreCompact,
    /// The context has been compacted.
    ///
    /// `PostCompact`. Seen on the wire.
    PostCompact,
    /// The model is about to change. The hook may deny it.
    ///
    /// `PreModelSwitch`. Seen on the wire.
    PreModelSwitch,
    /// The model has changed.
    ///
    /// `PostModelSwitch`. Seen on the wire.
    PostModelSwitch,
    /// A permission is asked for. The hook and the permission callback are asked at the same time, and the first answer counts.
    ///
    /// `PermissionRequest`. Seen on the wire.
    PermissionRequest,
    /// The classifier of the mode `auto` has refused a tool call.
    ///
    /// `PermissionDenied`. Declared, not seen.
    PermissionDenied,
    /// The CLI sets up or maintains a project.
    ///
    /// `Setup`. Declared, not seen.
    Setup,
    /// A teammate has nothing to do.
    ///
    /// `TeammateIdle`. Declared, not seen.
    TeammateIdle,
    /// A task was put on the list.
    ///
    /// `TaskCreated`. Seen on the wire.
    TaskCreated,
    /// A task of the list is done.
    ///
    /// `TaskCompleted`. Seen on the wire.
    TaskCompleted,
    /// An MCP server wants something of the user. The hook may answer.
    ///
    /// `Elicitation`. Seen on the wire.
    Elicitation,
    /// An elicitation has its answer. The hook may change it.
    ///
    /// `ElicitationResult`. Seen on the wire.
    ElicitationResult,
    /// A settings file has changed.
    ///
    /// `ConfigChange`. Seen on the wire.
    ConfigChange,
    /// A worktree is wanted. The hook must make it and tell its path.
    ///
    /// `WorktreeCreate`. Seen on the wire.
    WorktreeCreate,
    /// A worktree is to be removed.
    ///
    /// `WorktreeRemove`. Declared, not seen.
    WorktreeRemove,
    /// A file of instructions, such as CLAUDE.md, was read.
    ///
    /// `InstructionsLoaded`. Seen on the wire.
    InstructionsLoaded,
    /// The working directory has changed.
    ///
    /// `CwdChanged`. Declared, not seen.
    CwdChanged,
    /// A watched file has changed.
    ///
    /// `FileChanged`. Declared, not seen.
    FileChanged,
    /// A working directory was added.
    ///
    /// `DirectoryAdded`. Seen on the wire.
    DirectoryAdded,
    /// Text of the model is about to be shown. The text waits for the hook.
    ///
    /// `MessageDisplay`. Seen on the wire.
    MessageDisplay,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(HookEvent {
    PreToolUse = "PreToolUse",
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

/// A decision that hooks of any event may make.
///
/// An open set: a newer CLI may send other values. Feature: HKR-03.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum HookDecision {
    /// It may go on.
    ///
    /// `approve`. Declared, not seen.
    Approve,
    /// It may not: the tool does not run, the prompt is dropped, or the model does not stop.
    ///
    /// `block`. Seen on the wire.
    Block,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(HookDecision {
    Approve = "approve",
    Block = "block",
});

/// What a PreToolUse hook says about a tool call.
///
/// An open set: a newer CLI may send other values. Feature: HK-01.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PermissionDecision {
    /// It may run; nobody is asked.
    ///
    /// `allow`. Seen on the wire.
    Allow,
    /// It may not run.
    ///
    /// `deny`. Seen on the wire.
    Deny,
    /// The permission callback is asked, even where a rule allows the call. CLI 2.0.76 runs the tool instead.
    ///
    /// `ask`. Seen on the wire.
    Ask,
    /// The turn ends here, and a tool result sent later as a user message answers the call.
    ///
    /// `defer`. Seen on the wire.
    Defer,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(PermissionDecision {
    Allow = "allow",
    Deny = "deny",
    Ask = "ask",
    Defer = "defer",
});

/// What a PermissionRequest hook says about a tool call.
///
/// Chosen by `behavior`. An unknown one is kept, byte for byte. Feature: HK-18.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum PermissionRequestDecision {
    /// It may run.
    Allow(PermissionAllow),
    /// It may not run.
    Deny(PermissionDeny),
    /// A tag that this version does not know.
    Unknown(Box<Unknown>),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(PermissionRequestDecision by "behavior" {
    "allow" => Allow,
    "deny" => Deny,
} local {  });

/// A hook that the initialize request registered is due. All hooks of an event are asked at the same time.
///
/// Wire: `subtype: hook_callback`. Seen 125 times in the recordings. Feature: CTI-02, HKR-07.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HookCallbackRequest {
    /// Which hook.
    ///
    /// Required; seen 125/125.
    pub callback_id: CallbackId,
    /// What has happened.
    ///
    /// Required; seen 125/125.
    pub input: HookInput,
    /// The tool call; for events without one, an id that the CLI made up.
    ///
    /// May be absent; seen 125/125.
    pub tool_use_id: Option<ToolUseId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl HookCallbackRequest {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(callback_id: impl Into<CallbackId>, input: impl Into<HookInput>) -> Self {
        Self {
            callback_id: callback_id.into(),
            input: input.into(),
            tool_use_id: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }
}

wire_struct!(HookCallbackRequest {
    tags: ["subtype" = "hook_callback"],
    fields: [
        0 required callback_id: CallbackId = "callback_id",
        1 required input: HookInput = "input",
        2 optional tool_use_id: ToolUseId = "tool_use_id",
    ],
});

/// What a hook is told. These are the fields that all events share, and those of the usual events; what only one rare event has is in `extra`.
///
/// Seen 125 times in the recordings. Feature: HKR-09.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HookInput {
    /// The session.
    ///
    /// Required; seen 125/125.
    pub session_id: SessionId,
    /// The file of the session's transcript. It need not exist yet.
    ///
    /// Required; seen 125/125.
    pub transcript_path: String,
    /// The working directory.
    ///
    /// Required; seen 125/125.
    pub cwd: String,
    /// What has happened; it tells which of the other fields are there.
    ///
    /// Required; seen 125/125.
    pub hook_event_name: HookEvent,
    /// The prompt that the work belongs to.
    ///
    /// May be absent; seen 124/125. Feature: OT-03.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    ///
    /// May be absent; seen 97/125.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works.
    ///
    /// May be absent; seen 79/125.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation.
    ///
    /// May be absent; seen 5/125.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent.
    ///
    /// May be absent; seen 5/125.
    pub agent_type: Option<String>,
    /// The tool.
    ///
    /// May be absent; seen 48/125. Feature: HK-01, HK-02, HK-03, HK-18.
    pub tool_name: Option<String>,
    /// The input of the tool.
    ///
    /// May be absent; seen 48/125. Feature: HK-01, HK-02, HK-03, HK-18.
    pub tool_input: Option<Raw>,
    /// The tool call.
    ///
    /// May be absent; seen 41/125. Feature: HK-01, HK-02, HK-03.
    pub tool_use_id: Option<ToolUseId>,
    /// PostToolUse: what the tool gave back, an object or the blocks of an MCP tool.
    ///
    /// May be absent; seen 13/125. Feature: HK-02.
    pub tool_response: Option<Raw>,
    /// How long the tool ran, in milliseconds.
    ///
    /// May be absent; seen 15/125. Feature: HK-02, HK-03.
    pub duration_ms: Option<u64>,
    /// PostToolUseFailure: true where the tool was interrupted.
    ///
    /// May be absent; seen 2/125. Feature: HK-03.
    pub is_interrupt: Option<bool>,
    /// The MCP server of the tool.
    ///
    /// May be absent; seen 1/125.
    pub mcp_server: Option<McpServerRef>,
    /// PermissionRequest: changes of the rules that would make the question needless.
    ///
    /// May be absent; seen 7/125. Feature: HK-18.
    pub permission_suggestions: Option<Vec<PermissionUpdate>>,
    /// UserPromptSubmit and UserPromptExpansion: the prompt.
    ///
    /// May be absent; seen 16/125. Feature: HK-06, HK-07.
    pub prompt: Option<String>,
    /// Stop and SubagentStop: true where a hook has made the model go on already. A hook that does not look may do so for ever.
    ///
    /// May be absent; seen 18/125. Feature: HK-10, HK-13.
    pub stop_hook_active: Option<bool>,
    /// What the model said last.
    ///
    /// May be absent; seen 18/125. Feature: HK-10, HK-11, HK-13.
    pub last_assistant_message: Option<String>,
    /// SubagentStop: the file of the subagent's transcript.
    ///
    /// May be absent; seen 1/125. Feature: HK-13.
    pub agent_transcript_path: Option<String>,
    /// PostToolUseFailure: what the tool said; StopFailure: the kind of error.
    ///
    /// May be absent; seen 2/125. Feature: HK-03, HK-11.
    pub error: Option<String>,
    /// Where it comes from: `clear` or `compact` for SessionStart, the settings for ConfigChange, `sdk` for a change of the model.
    ///
    /// May be absent; seen 8/125.
    pub source: Option<String>,
    /// SessionEnd and PermissionDenied: why.
    ///
    /// May be absent; seen 1/125. Feature: HK-09, HK-19.
    pub reason: Option<String>,
    /// PreCompact and PostCompact: `manual` or `auto`; Setup: `init` or `maintenance`.
    ///
    /// May be absent; seen 2/125. Feature: HK-14, HK-15, HK-20.
    pub trigger: Option<String>,
    /// PreCompact: what the user wants of the summary.
    ///
    /// May be absent or null; seen 1/125. Feature: HK-14.
    pub custom_instructions: Maybe<String>,
    /// SessionStart: the model.
    ///
    /// May be absent; seen 1/125. Feature: HK-08.
    pub model: Option<ModelName>,
    /// ConfigChange, InstructionsLoaded and FileChanged: the file.
    ///
    /// May be absent; seen 2/125. Feature: HK-26, HK-29, HK-31.
    pub file_path: Option<String>,
    /// StopFailure: more about the error.
    ///
    /// May be absent; declared, not seen. Feature: HK-11.
    pub error_details: Option<String>,
    /// Notification and Elicitation: what the user is to read.
    ///
    /// May be absent; declared, not seen. Feature: HK-05, HK-24.
    pub message: Option<String>,
    /// Notification: a heading.
    ///
    /// May be absent; declared, not seen. Feature: HK-05.
    pub title: Option<String>,
    /// Notification: its sort, as in `permission_prompt`.
    ///
    /// May be absent; declared, not seen. Feature: HK-05.
    pub notification_type: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl HookInput {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(
        session_id: impl Into<SessionId>,
        transcript_path: impl Into<String>,
        cwd: impl Into<String>,
        hook_event_name: impl Into<HookEvent>,
    ) -> Self {
        Self {
            session_id: session_id.into(),
            transcript_path: transcript_path.into(),
            cwd: cwd.into(),
            hook_event_name: hook_event_name.into(),
            prompt_id: None,
            permission_mode: None,
            effort: None,
            agent_id: None,
            agent_type: None,
            tool_name: None,
            tool_input: None,
            tool_use_id: None,
            tool_response: None,
            duration_ms: None,
            is_interrupt: None,
            mcp_server: None,
            permission_suggestions: None,
            prompt: None,
            stop_hook_active: None,
            last_assistant_message: None,
            agent_transcript_path: None,
            error: None,
            source: None,
            reason: None,
            trigger: None,
            custom_instructions: Maybe::Absent,
            model: None,
            file_path: None,
            error_details: None,
            message: None,
            title: None,
            notification_type: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`prompt_id`](Self::prompt_id).
    #[must_use]
    pub fn prompt_id(mut self, value: impl Into<PromptId>) -> Self {
        self.prompt_id = Some(value.into());
        self
    }

    /// Sets [`permission_mode`](Self::permission_mode).
    #[must_use]
    pub fn permission_mode(mut self, value: impl Into<PermissionMode>) -> Self {
        self.permission_mode = Some(value.into());
        self
    }

    /// Sets [`effort`](Self::effort).
    #[must_use]
    pub fn effort(mut self, value: impl Into<HookEffort>) -> Self {
        self.effort = Some(value.into());
        self
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn agent_id(mut self, value: impl Into<AgentId>) -> Self {
        self.agent_id = Some(value.into());
        self
    }

    /// Sets [`agent_type`](Self::agent_type).
    #[must_use]
    pub fn agent_type(mut self, value: impl Into<String>) -> Self {
        self.agent_type = Some(value.into());
        self
    }

    /// Sets [`tool_name`](Self::tool_name).
    #[must_use]
    pub fn tool_name(mut self, value: impl Into<String>) -> Self {
        self.tool_name = Some(value.into());
        self
    }

    /// Sets [`tool_input`](Self::tool_input).
    #[must_use]
    pub fn tool_input(mut self, value: impl Into<Raw>) -> Self {
        self.tool_input = Some(value.into());
        self
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }

    /// Sets [`tool_response`](Self::tool_response).
    #[must_use]
    pub fn tool_response(mut self, value: impl Into<Raw>) -> Self {
        self.tool_response = Some(value.into());
        self
    }

    /// Sets [`duration_ms`](Self::duration_ms).
    #[must_use]
    pub fn duration_ms(mut self, value: u64) -> Self {
        self.duration_ms = Some(value);
        self
    }

    /// Sets [`is_interrupt`](Self::is_interrupt).
    #[must_use]
    pub fn is_interrupt(mut self, value: bool) -> Self {
        self.is_interrupt = Some(value);
        self
    }

    /// Sets [`mcp_server`](Self::mcp_server).
    #[must_use]
    pub fn mcp_server(mut self, value: impl Into<McpServerRef>) -> Self {
        self.mcp_server = Some(value.into());
        self
    }

    /// Sets [`permission_suggestions`](Self::permission_suggestions).
    #[must_use]
    pub fn permission_suggestions(mut self, value: impl Into<Vec<PermissionUpdate>>) -> Self {
        self.permission_suggestions = Some(value.into());
        self
    }

    /// Sets [`prompt`](Self::prompt).
    #[must_use]
    pub fn prompt(mut self, value: impl Into<String>) -> Self {
        self.prompt = Some(value.into());
        self
    }

    /// Sets [`stop_hook_active`](Self::stop_hook_active).
    #[must_use]
    pub fn stop_hook_active(mut self, value: bool) -> Self {
        self.stop_hook_active = Some(value);
        self
    }

    /// Sets [`last_assistant_message`](Self::last_assistant_message).
    #[must_use]
    pub fn last_assistant_message(mut self, value: impl Into<String>) -> Self {
        self.last_assistant_message = Some(value.into());
        self
    }

    /// Sets [`agent_transcript_path`](Self::agent_transcript_path).
    #[must_use]
    pub fn agent_transcript_path(mut self, value: impl Into<String>) -> Self {
        self.agent_transcript_path = Some(value.into());
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn error(mut self, value: impl Into<String>) -> Self {
        self.error = Some(value.into());
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn source(mut self, value: impl Into<String>) -> Self {
        self.source = Some(value.into());
        self
    }

    /// Sets [`reason`](Self::reason).
    #[must_use]
    pub fn reason(mut self, value: impl Into<String>) -> Self {
        self.reason = Some(value.into());
        self
    }

    /// Sets [`trigger`](Self::trigger).
    #[must_use]
    pub fn trigger(mut self, value: impl Into<String>) -> Self {
        self.trigger = Some(value.into());
        self
    }

    /// Sets [`custom_instructions`](Self::custom_instructions).
    #[must_use]
    pub fn custom_instructions(mut self, value: impl Into<String>) -> Self {
        self.custom_instructions = Maybe::Value(value.into());
        self
    }

    /// Sets [`model`](Self::model).
    #[must_use]
    pub fn model(mut self, value: impl Into<ModelName>) -> Self {
        self.model = Some(value.into());
        self
    }

    /// Sets [`file_path`](Self::file_path).
    #[must_use]
    pub fn file_path(mut self, value: impl Into<String>) -> Self {
        self.file_path = Some(value.into());
        self
    }

    /// Sets [`error_details`](Self::error_details).
    #[must_use]
    pub fn error_details(mut self, value: impl Into<String>) -> Self {
        self.error_details = Some(value.into());
        self
    }

    /// Sets [`message`](Self::message).
    #[must_use]
    pub fn message(mut self, value: impl Into<String>) -> Self {
        self.message = Some(value.into());
        self
    }

    /// Sets [`title`](Self::title).
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`notification_type`](Self::notification_type).
    #[must_use]
    pub fn notification_type(mut self, value: impl Into<String>) -> Self {
        self.notification_type = Some(value.into());
        self
    }
}

wire_struct!(HookInput {
    tags: [],
    fields: [
        0 required session_id: SessionId = "session_id",
        1 required transcript_path: String = "transcript_path",
        2 required cwd: String = "cwd",
        3 required hook_event_name: HookEvent = "hook_event_name",
        4 optional prompt_id: PromptId = "prompt_id",
        5 optional permission_mode: PermissionMode = "permission_mode",
        6 optional effort: HookEffort = "effort",
        7 optional agent_id: AgentId = "agent_id",
        8 optional agent_type: String = "agent_type",
        9 optional tool_name: String = "tool_name",
        10 optional tool_input: Raw = "tool_input",
        11 optional tool_use_id: ToolUseId = "tool_use_id",
        12 optional tool_response: Raw = "tool_response",
        13 optional duration_ms: u64 = "duration_ms",
        14 optional is_interrupt: bool = "is_interrupt",
        15 optional mcp_server: McpServerRef = "mcp_server",
        16 optional permission_suggestions: Vec<PermissionUpdate> = "permission_suggestions",
        17 optional prompt: String = "prompt",
        18 optional stop_hook_active: bool = "stop_hook_active",
        19 optional last_assistant_message: String = "last_assistant_message",
        20 optional agent_transcript_path: String = "agent_transcript_path",
        21 optional error: String = "error",
        22 optional source: String = "source",
        23 optional reason: String = "reason",
        24 optional trigger: String = "trigger",
        25 maybe custom_instructions: String = "custom_instructions",
        26 optional model: ModelName = "model",
        27 optional file_path: String = "file_path",
        28 optional error_details: String = "error_details",
        29 optional message: String = "message",
        30 optional title: String = "title",
        31 optional notification_type: String = "notification_type",
    ],
});

/// How hard the model works, as hooks are told.
///
/// Seen 79 times in the recordings. Feature: HKR-09.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct HookEffort {
    /// The level.
    ///
    /// May be absent; seen 79/79.
    pub level: Option<EffortLevel>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl HookEffort {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { level: None, extra: Extra::default() }
    }

    /// Sets [`level`](Self::level).
    #[must_use]
    pub fn level(mut self, value: impl Into<EffortLevel>) -> Self {
        self.level = Some(value.into());
        self
    }
}

wire_struct!(HookEffort {
    tags: [],
    fields: [
        0 optional level: EffortLevel = "level",
    ],
});

/// The answer of a hook. An empty one says nothing. An answer of the wrong shape counts as an error, and by default an error counts as nothing said.
///
/// Seen 121 times in the recordings. Feature: HKR-03, HKR-04.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct HookOutput {
    /// False to end the turn. A tool that the hook was asked about still runs.
    ///
    /// Wire: `continue`. May be absent; seen 1/121.
    pub continue_: Option<bool>,
    /// True to keep the hook's output out of the transcript.
    ///
    /// Wire: `suppressOutput`. May be absent; declared, not seen.
    pub suppress_output: Option<bool>,
    /// Why the turn is to end, for the user.
    ///
    /// Wire: `stopReason`. May be absent; seen 1/121.
    pub stop_reason: Option<String>,
    /// Whether the thing may go on; what that is depends on the event.
    ///
    /// May be absent; seen 4/121.
    pub decision: Option<HookDecision>,
    /// Why the decision is so. A blocked model is told.
    ///
    /// May be absent; seen 4/121.
    pub reason: Option<String>,
    /// A notice for the user.
    ///
    /// Wire: `systemMessage`. May be absent; declared, not seen.
    pub system_message: Option<String>,
    /// Control characters for the user's terminal.
    ///
    /// Wire: `terminalSequence`. May be absent; declared, not seen.
    pub terminal_sequence: Option<String>,
    /// What only this event understands, such as a `PreToolUseOutput`.
    ///
    /// Wire: `hookSpecificOutput`. May be absent; seen 13/121.
    pub hook_specific_output: Option<Raw>,
    /// True to let the CLI go on at once, as after an empty answer. It takes no other value.
    ///
    /// Wire: `async`. May be absent; seen 1/121.
    pub async_: Option<bool>,
    /// How long an asynchronous hook may take, in milliseconds.
    ///
    /// Wire: `asyncTimeout`. May be absent; seen 1/121.
    pub async_timeout: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl HookOutput {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            continue_: None,
            suppress_output: None,
            stop_reason: None,
            decision: None,
            reason: None,
            system_message: None,
            terminal_sequence: None,
            hook_specific_output: None,
            async_: None,
            async_timeout: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`continue_`](Self::continue_).
    #[must_use]
    pub fn continue_(mut self, value: bool) -> Self {
        self.continue_ = Some(value);
        self
    }

    /// Sets [`suppress_output`](Self::suppress_output).
    #[must_use]
    pub fn suppress_output(mut self, value: bool) -> Self {
        self.suppress_output = Some(value);
        self
    }

    /// Sets [`stop_reason`](Self::stop_reason).
    #[must_use]
    pub fn stop_reason(mut self, value: impl Into<String>) -> Self {
        self.stop_reason = Some(value.into());
        self
    }

    /// Sets [`decision`](Self::decision).
    #[must_use]
    pub fn decision(mut self, value: impl Into<HookDecision>) -> Self {
        self.decision = Some(value.into());
        self
    }

    /// Sets [`reason`](Self::reason).
    #[must_use]
    pub fn reason(mut self, value: impl Into<String>) -> Self {
        self.reason = Some(value.into());
        self
    }

    /// Sets [`system_message`](Self::system_message).
    #[must_use]
    pub fn system_message(mut self, value: impl Into<String>) -> Self {
        self.system_message = Some(value.into());
        self
    }

    /// Sets [`terminal_sequence`](Self::terminal_sequence).
    #[must_use]
    pub fn terminal_sequence(mut self, value: impl Into<String>) -> Self {
        self.terminal_sequence = Some(value.into());
        self
    }

    /// Sets [`hook_specific_output`](Self::hook_specific_output).
    #[must_use]
    pub fn hook_specific_output(mut self, value: impl Into<Raw>) -> Self {
        self.hook_specific_output = Some(value.into());
        self
    }

    /// Sets [`async_`](Self::async_).
    #[must_use]
    pub fn async_(mut self, value: bool) -> Self {
        self.async_ = Some(value);
        self
    }

    /// Sets [`async_timeout`](Self::async_timeout).
    #[must_use]
    pub fn async_timeout(mut self, value: u64) -> Self {
        self.async_timeout = Some(value);
        self
    }
}

wire_struct!(HookOutput {
    tags: [],
    fields: [
        0 optional continue_: bool = "continue",
        1 optional suppress_output: bool = "suppressOutput",
        2 optional stop_reason: String = "stopReason",
        3 optional decision: HookDecision = "decision",
        4 optional reason: String = "reason",
        5 optional system_message: String = "systemMessage",
        6 optional terminal_sequence: String = "terminalSequence",
        7 optional hook_specific_output: Raw = "hookSpecificOutput",
        8 optional async_: bool = "async",
        9 optional async_timeout: u64 = "asyncTimeout",
    ],
});

/// The decision of a PreToolUse hook. Of several hooks, one that denies wins.
///
/// Wire: `hookEventName: PreToolUse`. Seen 7 times in the recordings. Feature: HK-01.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PreToolUseOutput {
    /// Whether the tool may run.
    ///
    /// Wire: `permissionDecision`. May be absent; seen 7/7.
    pub permission_decision: Option<PermissionDecision>,
    /// Why. The model is told when the tool may not run.
    ///
    /// Wire: `permissionDecisionReason`. May be absent; seen 4/7.
    pub permission_decision_reason: Option<String>,
    /// The input to run with, as an object.
    ///
    /// Wire: `updatedInput`. May be absent; seen 1/7.
    pub updated_input: Option<Raw>,
    /// Something more for the model to read.
    ///
    /// Wire: `additionalContext`. May be absent; seen 1/7.
    pub additional_context: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PreToolUseOutput {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            permission_decision: None,
            permission_decision_reason: None,
            updated_input: None,
            additional_context: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`permission_decision`](Self::permission_decision).
    #[must_use]
    pub fn permission_decision(mut self, value: impl Into<PermissionDecision>) -> Self {
        self.permission_decision = Some(value.into());
        self
    }

    /// Sets [`permission_decision_reason`](Self::permission_decision_reason).
    #[must_use]
    pub fn permission_decision_reason(mut self, value: impl Into<String>) -> Self {
        self.permission_decision_reason = Some(value.into());
        self
    }

    /// Sets [`updated_input`](Self::updated_input).
    #[must_use]
    pub fn updated_input(mut self, value: impl Into<Raw>) -> Self {
        self.updated_input = Some(value.into());
        self
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }
}

wire_struct!(PreToolUseOutput {
    tags: ["hookEventName" = "PreToolUse"],
    fields: [
        0 optional permission_decision: PermissionDecision = "permissionDecision",
        1 optional permission_decision_reason: String = "permissionDecisionReason",
        2 optional updated_input: Raw = "updatedInput",
        3 optional additional_context: String = "additionalContext",
    ],
});

/// The decision of a PermissionRequest hook. It must have one: without it the CLI refuses the whole answer.
///
/// Wire: `hookEventName: PermissionRequest`. Seen 4 times in the recordings. Feature: HK-18.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionRequestOutput {
    /// Whether the tool may run.
    ///
    /// Required; seen 4/4.
    pub decision: PermissionRequestDecision,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PermissionRequestOutput {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(decision: impl Into<PermissionRequestDecision>) -> Self {
        Self { decision: decision.into(), extra: Extra::default() }
    }
}

wire_struct!(PermissionRequestOutput {
    tags: ["hookEventName" = "PermissionRequest"],
    fields: [
        0 required decision: PermissionRequestDecision = "decision",
    ],
});
