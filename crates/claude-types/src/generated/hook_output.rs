// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The answers of hooks that only one event understands. Events that are not here have none.

use super::all::*;

/// What a PreToolUse or PreModelSwitch hook says.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PermissionDecision {
    /// It may run; nobody is asked.
    Allow,
    /// It may not run.
    Deny,
    /// The permission callback is asked, even where a rule allows the call. CLI 2.0.76 runs the tool instead. A change of the model is refused where there is no screen to ask on.
    Ask,
    /// The turn ends here, and a tool result sent later as a user message answers the call. It is for tools only.
    Defer,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] PermissionDecision {
    Allow = "allow",
    Deny = "deny",
    Ask = "ask",
    Defer = "defer",
});

/// What a hook answers that only its event understands. The CLI refuses one of another event.
///
/// Chosen by `hookEventName`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum HookSpecificOutput {
    /// Whether a tool may run, and with what input.
    PreToolUse(Box<PreToolUseOutput>),
    /// What a tool is to have given back.
    PostToolUse(Box<PostToolUseOutput>),
    /// Something to read after a failure.
    PostToolUseFailure(Box<PostToolUseFailureOutput>),
    /// Something to read after some tool calls.
    PostToolBatch(Box<PostToolBatchOutput>),
    /// Something to read after a notification.
    Notification(Box<NotificationOutput>),
    /// Something to read with a prompt.
    UserPromptSubmit(Box<UserPromptSubmitOutput>),
    /// Something to read with a slash command.
    UserPromptExpansion(Box<UserPromptExpansionOutput>),
    /// What a session begins with.
    SessionStart(Box<SessionStartOutput>),
    /// Something to read after a setup.
    Setup(Box<SetupOutput>),
    /// Something for the model to go on with.
    Stop(Box<StopOutput>),
    /// Something that a subagent begins with.
    SubagentStart(Box<SubagentStartOutput>),
    /// Something for a subagent to go on with.
    SubagentStop(Box<SubagentStopOutput>),
    /// Whether the model may change.
    PreModelSwitch(Box<PreModelSwitchOutput>),
    /// Something for the new model to read.
    PostModelSwitch(Box<PostModelSwitchOutput>),
    /// The answer to a permission question.
    PermissionRequest(Box<PermissionRequestOutput>),
    /// Whether to try again.
    PermissionDenied(Box<PermissionDeniedOutput>),
    /// The answer in place of the user's.
    Elicitation(Box<ElicitationOutput>),
    /// The answer in place of the user's.
    ElicitationResult(Box<ElicitationResultOutput>),
    /// Where the worktree is.
    WorktreeCreate(Box<WorktreeCreateOutput>),
    /// What to watch.
    CwdChanged(Box<CwdChangedOutput>),
    /// What to watch.
    FileChanged(Box<FileChangedOutput>),
    /// What to show.
    MessageDisplay(Box<MessageDisplayOutput>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] HookSpecificOutput by "hookEventName" {
    "PreToolUse" => PreToolUse: Box<PreToolUseOutput>,
    "PostToolUse" => PostToolUse: Box<PostToolUseOutput>,
    "PostToolUseFailure" => PostToolUseFailure: Box<PostToolUseFailureOutput>,
    "PostToolBatch" => PostToolBatch: Box<PostToolBatchOutput>,
    "Notification" => Notification: Box<NotificationOutput>,
    "UserPromptSubmit" => UserPromptSubmit: Box<UserPromptSubmitOutput>,
    "UserPromptExpansion" => UserPromptExpansion: Box<UserPromptExpansionOutput>,
    "SessionStart" => SessionStart: Box<SessionStartOutput>,
    "Setup" => Setup: Box<SetupOutput>,
    "Stop" => Stop: Box<StopOutput>,
    "SubagentStart" => SubagentStart: Box<SubagentStartOutput>,
    "SubagentStop" => SubagentStop: Box<SubagentStopOutput>,
    "PreModelSwitch" => PreModelSwitch: Box<PreModelSwitchOutput>,
    "PostModelSwitch" => PostModelSwitch: Box<PostModelSwitchOutput>,
    "PermissionRequest" => PermissionRequest: Box<PermissionRequestOutput>,
    "PermissionDenied" => PermissionDenied: Box<PermissionDeniedOutput>,
    "Elicitation" => Elicitation: Box<ElicitationOutput>,
    "ElicitationResult" => ElicitationResult: Box<ElicitationResultOutput>,
    "WorktreeCreate" => WorktreeCreate: Box<WorktreeCreateOutput>,
    "CwdChanged" => CwdChanged: Box<CwdChangedOutput>,
    "FileChanged" => FileChanged: Box<FileChangedOutput>,
    "MessageDisplay" => MessageDisplay: Box<MessageDisplayOutput>,
} local {  });

/// What a PermissionRequest hook says about a tool call.
///
/// Chosen by `behavior`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum PermissionRequestDecision {
    /// It may run.
    Allow(PermissionAllow),
    /// It may not run.
    Deny(PermissionDeny),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] PermissionRequestDecision by "behavior" {
    "allow" => Allow: PermissionAllow,
    "deny" => Deny: PermissionDeny,
} local {  });

/// The decision of a PreToolUse hook. Of several hooks, one that denies wins.
///
/// Wire: `hookEventName: PreToolUse`.
///
/// The output of hooks of the event `PreToolUse`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreToolUseOutput {
    /// Whether the tool may run.
    pub permission_decision: Option<PermissionDecision>,
    /// Why. The model is told when the tool may not run.
    pub permission_decision_reason: Option<String>,
    /// The input to run with, as an object.
    pub updated_input: Option<Raw>,
    /// Something more for the model to read.
    pub additional_context: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PreToolUseOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl PreToolUseOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`permission_decision`](Self::permission_decision).
    #[inline]
    #[must_use]
    pub fn permission_decision(mut self, value: impl Into<PermissionDecision>) -> Self {
        self.permission_decision = Some(value.into());
        self
    }

    /// Sets [`permission_decision_reason`](Self::permission_decision_reason).
    #[inline]
    #[must_use]
    pub fn permission_decision_reason(mut self, value: impl Into<String>) -> Self {
        self.permission_decision_reason = Some(value.into());
        self
    }

    /// Sets [`updated_input`](Self::updated_input).
    #[inline]
    #[must_use]
    pub fn updated_input(mut self, value: impl Into<Raw>) -> Self {
        self.updated_input = Some(value.into());
        self
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }
}

wire_struct!(#[inline] PreToolUseOutput {
    tags: ["hookEventName" = "PreToolUse"],
    fields: [
        0 optional permission_decision: PermissionDecision = "permissionDecision",
        1 optional permission_decision_reason: String = "permissionDecisionReason",
        2 optional updated_input: Raw = "updatedInput",
        3 optional additional_context: String = "additionalContext",
    ],
});

/// What a PostToolUse hook makes of the output of a tool.
///
/// Wire: `hookEventName: PostToolUse`.
///
/// The output of hooks of the event `PostToolUse`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostToolUseOutput {
    /// Something more for the model to read.
    pub additional_context: Option<String>,
    /// Something for the classifier of the mode `auto` to know about this call, which it may take for the user's own word: never put the output of a tool into it. All hooks of a call share 2000 UTF-16 code units. It does not count in an asynchronous answer, nor for tools that only read.
    pub classifier_context: Option<String>,
    /// What the model gets in place of the tool's output.
    pub updated_tool_output: Option<Raw>,
    /// The same, for MCP tools only; `updatedToolOutput` wins over it. Wire: `updatedMCPToolOutput`.
    pub updated_mcp_tool_output: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PostToolUseOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl PostToolUseOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }

    /// Sets [`classifier_context`](Self::classifier_context).
    #[inline]
    #[must_use]
    pub fn classifier_context(mut self, value: impl Into<String>) -> Self {
        self.classifier_context = Some(value.into());
        self
    }

    /// Sets [`updated_tool_output`](Self::updated_tool_output).
    #[inline]
    #[must_use]
    pub fn updated_tool_output(mut self, value: impl Into<Raw>) -> Self {
        self.updated_tool_output = Some(value.into());
        self
    }

    /// Sets [`updated_mcp_tool_output`](Self::updated_mcp_tool_output).
    #[inline]
    #[must_use]
    pub fn updated_mcp_tool_output(mut self, value: impl Into<Raw>) -> Self {
        self.updated_mcp_tool_output = Some(value.into());
        self
    }
}

wire_struct!(#[inline] PostToolUseOutput {
    tags: ["hookEventName" = "PostToolUse"],
    fields: [
        0 optional additional_context: String = "additionalContext",
        1 optional classifier_context: String = "classifierContext",
        2 optional updated_tool_output: Raw = "updatedToolOutput",
        3 optional updated_mcp_tool_output: Raw = "updatedMCPToolOutput",
    ],
});

/// What a PostToolUseFailure hook adds.
///
/// Wire: `hookEventName: PostToolUseFailure`.
///
/// The output of hooks of the event `PostToolUseFailure`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostToolUseFailureOutput {
    /// Something more for the model to read.
    pub additional_context: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PostToolUseFailureOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl PostToolUseFailureOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }
}

wire_struct!(#[inline] PostToolUseFailureOutput {
    tags: ["hookEventName" = "PostToolUseFailure"],
    fields: [
        0 optional additional_context: String = "additionalContext",
    ],
});

/// What a PostToolBatch hook adds.
///
/// Wire: `hookEventName: PostToolBatch`.
///
/// The output of hooks of the event `PostToolBatch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostToolBatchOutput {
    /// Something more for the model to read.
    pub additional_context: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PostToolBatchOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl PostToolBatchOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }
}

wire_struct!(#[inline] PostToolBatchOutput {
    tags: ["hookEventName" = "PostToolBatch"],
    fields: [
        0 optional additional_context: String = "additionalContext",
    ],
});

/// The decision of a PermissionRequest hook. It must have one: without it the CLI refuses the whole answer.
///
/// Wire: `hookEventName: PermissionRequest`.
///
/// The output of hooks of the event `PermissionRequest`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionRequestOutput {
    /// Whether the tool may run.
    pub decision: PermissionRequestDecision,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PermissionRequestOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(decision: impl Into<PermissionRequestDecision>) -> Self {
        Self { decision: decision.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] PermissionRequestOutput {
    tags: ["hookEventName" = "PermissionRequest"],
    fields: [
        0 required decision: PermissionRequestDecision = "decision",
    ],
});

/// What a PermissionDenied hook makes of a refusal.
///
/// Wire: `hookEventName: PermissionDenied`.
///
/// The output of hooks of the event `PermissionDenied`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionDeniedOutput {
    /// True to let the model try again.
    pub retry: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PermissionDeniedOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl PermissionDeniedOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`retry`](Self::retry).
    #[inline]
    #[must_use]
    pub fn retry(mut self, value: bool) -> Self {
        self.retry = Some(value);
        self
    }
}

wire_struct!(#[inline] PermissionDeniedOutput {
    tags: ["hookEventName" = "PermissionDenied"],
    fields: [
        0 optional retry: bool = "retry",
    ],
});

/// What a UserPromptSubmit hook adds to a prompt. A prompt is blocked by the decision of the whole answer.
///
/// Wire: `hookEventName: UserPromptSubmit`.
///
/// The output of hooks of the event `UserPromptSubmit`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserPromptSubmitOutput {
    /// Something more for the model to read.
    pub additional_context: Option<String>,
    /// A title for the session.
    pub session_title: Option<String>,
    /// True to leave the prompt out of the note about its being blocked.
    pub suppress_original_prompt: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UserPromptSubmitOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl UserPromptSubmitOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }

    /// Sets [`session_title`](Self::session_title).
    #[inline]
    #[must_use]
    pub fn session_title(mut self, value: impl Into<String>) -> Self {
        self.session_title = Some(value.into());
        self
    }

    /// Sets [`suppress_original_prompt`](Self::suppress_original_prompt).
    #[inline]
    #[must_use]
    pub fn suppress_original_prompt(mut self, value: bool) -> Self {
        self.suppress_original_prompt = Some(value);
        self
    }
}

wire_struct!(#[inline] UserPromptSubmitOutput {
    tags: ["hookEventName" = "UserPromptSubmit"],
    fields: [
        0 optional additional_context: String = "additionalContext",
        1 optional session_title: String = "sessionTitle",
        2 optional suppress_original_prompt: bool = "suppressOriginalPrompt",
    ],
});

/// What a UserPromptExpansion hook adds to a slash command. A command is blocked by the decision of the whole answer.
///
/// Wire: `hookEventName: UserPromptExpansion`.
///
/// The output of hooks of the event `UserPromptExpansion`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserPromptExpansionOutput {
    /// Something more for the model to read.
    pub additional_context: Option<String>,
    /// True to leave the prompt out of the note about its being blocked.
    pub suppress_original_prompt: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UserPromptExpansionOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl UserPromptExpansionOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }

    /// Sets [`suppress_original_prompt`](Self::suppress_original_prompt).
    #[inline]
    #[must_use]
    pub fn suppress_original_prompt(mut self, value: bool) -> Self {
        self.suppress_original_prompt = Some(value);
        self
    }
}

wire_struct!(#[inline] UserPromptExpansionOutput {
    tags: ["hookEventName" = "UserPromptExpansion"],
    fields: [
        0 optional additional_context: String = "additionalContext",
        1 optional suppress_original_prompt: bool = "suppressOriginalPrompt",
    ],
});

/// What a SessionStart hook begins the session with.
///
/// Wire: `hookEventName: SessionStart`.
///
/// The output of hooks of the event `SessionStart`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionStartOutput {
    /// Something more for the model to read.
    pub additional_context: Option<String>,
    /// A first prompt.
    pub initial_user_message: Option<String>,
    /// A title for the session.
    pub session_title: Option<String>,
    /// Files whose changes FileChanged hooks are to be told of.
    pub watch_paths: Option<Vec<String>>,
    /// True to look for skills and commands again, which the hook may have installed.
    pub reload_skills: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SessionStartOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SessionStartOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }

    /// Sets [`initial_user_message`](Self::initial_user_message).
    #[inline]
    #[must_use]
    pub fn initial_user_message(mut self, value: impl Into<String>) -> Self {
        self.initial_user_message = Some(value.into());
        self
    }

    /// Sets [`session_title`](Self::session_title).
    #[inline]
    #[must_use]
    pub fn session_title(mut self, value: impl Into<String>) -> Self {
        self.session_title = Some(value.into());
        self
    }

    /// Sets [`watch_paths`](Self::watch_paths).
    #[inline]
    #[must_use]
    pub fn watch_paths(mut self, value: impl Into<Vec<String>>) -> Self {
        self.watch_paths = Some(value.into());
        self
    }

    /// Sets [`reload_skills`](Self::reload_skills).
    #[inline]
    #[must_use]
    pub fn reload_skills(mut self, value: bool) -> Self {
        self.reload_skills = Some(value);
        self
    }
}

wire_struct!(#[inline] SessionStartOutput {
    tags: ["hookEventName" = "SessionStart"],
    fields: [
        0 optional additional_context: String = "additionalContext",
        1 optional initial_user_message: String = "initialUserMessage",
        2 optional session_title: String = "sessionTitle",
        3 optional watch_paths: Vec<String> = "watchPaths",
        4 optional reload_skills: bool = "reloadSkills",
    ],
});

/// What a Setup hook adds.
///
/// Wire: `hookEventName: Setup`.
///
/// The output of hooks of the event `Setup`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetupOutput {
    /// Something more for the model to read.
    pub additional_context: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SetupOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SetupOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SetupOutput {
    tags: ["hookEventName" = "Setup"],
    fields: [
        0 optional additional_context: String = "additionalContext",
    ],
});

/// What a Notification hook adds.
///
/// Wire: `hookEventName: Notification`.
///
/// The output of hooks of the event `Notification`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NotificationOutput {
    /// Something more for the model to read.
    pub additional_context: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for NotificationOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl NotificationOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }
}

wire_struct!(#[inline] NotificationOutput {
    tags: ["hookEventName" = "Notification"],
    fields: [
        0 optional additional_context: String = "additionalContext",
    ],
});

/// What a Stop hook gives the model to go on with, without blaming it as a block does.
///
/// Wire: `hookEventName: Stop`.
///
/// The output of hooks of the event `Stop`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StopOutput {
    /// What the model is to read; the turn goes on.
    pub additional_context: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for StopOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl StopOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }
}

wire_struct!(#[inline] StopOutput {
    tags: ["hookEventName" = "Stop"],
    fields: [
        0 optional additional_context: String = "additionalContext",
    ],
});

/// What a SubagentStart hook adds.
///
/// Wire: `hookEventName: SubagentStart`.
///
/// The output of hooks of the event `SubagentStart`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentStartOutput {
    /// Something more for the subagent to read.
    pub additional_context: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SubagentStartOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SubagentStartOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SubagentStartOutput {
    tags: ["hookEventName" = "SubagentStart"],
    fields: [
        0 optional additional_context: String = "additionalContext",
    ],
});

/// What a SubagentStop hook gives the subagent to go on with.
///
/// Wire: `hookEventName: SubagentStop`.
///
/// The output of hooks of the event `SubagentStop`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentStopOutput {
    /// What the subagent is to read; it goes on.
    pub additional_context: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SubagentStopOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SubagentStopOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SubagentStopOutput {
    tags: ["hookEventName" = "SubagentStop"],
    fields: [
        0 optional additional_context: String = "additionalContext",
    ],
});

/// The decision of a PreModelSwitch hook.
///
/// Wire: `hookEventName: PreModelSwitch`.
///
/// The output of hooks of the event `PreModelSwitch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreModelSwitchOutput {
    /// Whether the model may change: allow, deny or ask.
    pub permission_decision: Option<PermissionDecision>,
    /// Why.
    pub permission_decision_reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PreModelSwitchOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl PreModelSwitchOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`permission_decision`](Self::permission_decision).
    #[inline]
    #[must_use]
    pub fn permission_decision(mut self, value: impl Into<PermissionDecision>) -> Self {
        self.permission_decision = Some(value.into());
        self
    }

    /// Sets [`permission_decision_reason`](Self::permission_decision_reason).
    #[inline]
    #[must_use]
    pub fn permission_decision_reason(mut self, value: impl Into<String>) -> Self {
        self.permission_decision_reason = Some(value.into());
        self
    }
}

wire_struct!(#[inline] PreModelSwitchOutput {
    tags: ["hookEventName" = "PreModelSwitch"],
    fields: [
        0 optional permission_decision: PermissionDecision = "permissionDecision",
        1 optional permission_decision_reason: String = "permissionDecisionReason",
    ],
});

/// What a PostModelSwitch hook adds.
///
/// Wire: `hookEventName: PostModelSwitch`.
///
/// The output of hooks of the event `PostModelSwitch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostModelSwitchOutput {
    /// Something for the new model to read with its next request.
    pub additional_context: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PostModelSwitchOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl PostModelSwitchOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`additional_context`](Self::additional_context).
    #[inline]
    #[must_use]
    pub fn additional_context(mut self, value: impl Into<String>) -> Self {
        self.additional_context = Some(value.into());
        self
    }
}

wire_struct!(#[inline] PostModelSwitchOutput {
    tags: ["hookEventName" = "PostModelSwitch"],
    fields: [
        0 optional additional_context: String = "additionalContext",
    ],
});

/// What a MessageDisplay hook has shown. What the model sees stays as it is.
///
/// Wire: `hookEventName: MessageDisplay`.
///
/// The output of hooks of the event `MessageDisplay`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageDisplayOutput {
    /// The text to show in place of the new one.
    pub display_content: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for MessageDisplayOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl MessageDisplayOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`display_content`](Self::display_content).
    #[inline]
    #[must_use]
    pub fn display_content(mut self, value: impl Into<String>) -> Self {
        self.display_content = Some(value.into());
        self
    }
}

wire_struct!(#[inline] MessageDisplayOutput {
    tags: ["hookEventName" = "MessageDisplay"],
    fields: [
        0 optional display_content: String = "displayContent",
    ],
});

/// The answer of an Elicitation hook, in place of the user's. Without an action the user is asked. CLI 2.1.329 was seen to pass over the action of a callback; `decision: block` declines.
///
/// Wire: `hookEventName: Elicitation`.
///
/// The output of hooks of the event `Elicitation`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ElicitationOutput {
    /// What the user is to have done.
    pub action: Option<ElicitationAction>,
    /// The filled-in form, as an object.
    pub content: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ElicitationOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ElicitationOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`action`](Self::action).
    #[inline]
    #[must_use]
    pub fn action(mut self, value: impl Into<ElicitationAction>) -> Self {
        self.action = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[inline]
    #[must_use]
    pub fn content(mut self, value: impl Into<Raw>) -> Self {
        self.content = Some(value.into());
        self
    }
}

wire_struct!(#[inline] ElicitationOutput {
    tags: ["hookEventName" = "Elicitation"],
    fields: [
        0 optional action: ElicitationAction = "action",
        1 optional content: Raw = "content",
    ],
});

/// What an ElicitationResult hook puts in the place of the user's answer. CLI 2.1.329 was seen to pass over the action of a callback; `decision: block` declines.
///
/// Wire: `hookEventName: ElicitationResult`.
///
/// The output of hooks of the event `ElicitationResult`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ElicitationResultOutput {
    /// What the user is to have done.
    pub action: Option<ElicitationAction>,
    /// The filled-in form, as an object.
    pub content: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ElicitationResultOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ElicitationResultOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`action`](Self::action).
    #[inline]
    #[must_use]
    pub fn action(mut self, value: impl Into<ElicitationAction>) -> Self {
        self.action = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[inline]
    #[must_use]
    pub fn content(mut self, value: impl Into<Raw>) -> Self {
        self.content = Some(value.into());
        self
    }
}

wire_struct!(#[inline] ElicitationResultOutput {
    tags: ["hookEventName" = "ElicitationResult"],
    fields: [
        0 optional action: ElicitationAction = "action",
        1 optional content: Raw = "content",
    ],
});

/// Where a WorktreeCreate hook made the worktree. Without it there is none, and the tool fails.
///
/// Wire: `hookEventName: WorktreeCreate`.
///
/// The output of hooks of the event `WorktreeCreate`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorktreeCreateOutput {
    /// Its absolute path.
    pub worktree_path: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl WorktreeCreateOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(worktree_path: impl Into<String>) -> Self {
        Self { worktree_path: worktree_path.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] WorktreeCreateOutput {
    tags: ["hookEventName" = "WorktreeCreate"],
    fields: [
        0 required worktree_path: String = "worktreePath",
    ],
});

/// What is to be watched in another working directory.
///
/// Wire: `hookEventName: CwdChanged`.
///
/// The output of hooks of the event `CwdChanged`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CwdChangedOutput {
    /// Files whose changes FileChanged hooks are to be told of.
    pub watch_paths: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CwdChangedOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl CwdChangedOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`watch_paths`](Self::watch_paths).
    #[inline]
    #[must_use]
    pub fn watch_paths(mut self, value: impl Into<Vec<String>>) -> Self {
        self.watch_paths = Some(value.into());
        self
    }
}

wire_struct!(#[inline] CwdChangedOutput {
    tags: ["hookEventName" = "CwdChanged"],
    fields: [
        0 optional watch_paths: Vec<String> = "watchPaths",
    ],
});

/// What is to be watched after a change.
///
/// Wire: `hookEventName: FileChanged`.
///
/// The output of hooks of the event `FileChanged`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileChangedOutput {
    /// Files whose changes FileChanged hooks are to be told of.
    pub watch_paths: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FileChangedOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl FileChangedOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`watch_paths`](Self::watch_paths).
    #[inline]
    #[must_use]
    pub fn watch_paths(mut self, value: impl Into<Vec<String>>) -> Self {
        self.watch_paths = Some(value.into());
        self
    }
}

wire_struct!(#[inline] FileChangedOutput {
    tags: ["hookEventName" = "FileChanged"],
    fields: [
        0 optional watch_paths: Vec<String> = "watchPaths",
    ],
});
