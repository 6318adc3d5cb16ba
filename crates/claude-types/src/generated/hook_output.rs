// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Hook outputs that are specific to one event. Events that are not listed here have no such output.

use super::all::*;

/// The decision of a `PreToolUse` or `PreModelSwitch` hook.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PermissionDecision {
    /// The action is allowed, without a permission request.
    Allow,
    /// The action is denied.
    Deny,
    /// The permission callback is called, even if a rule allows the call. CLI 2.0.76 runs the tool instead. A model switch is refused if there is no terminal to prompt the user.
    Ask,
    /// The turn ends here, and a tool result sent later as a user message completes the call. Only for tools.
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

/// The output of a hook that is specific to its event. The CLI refuses the output of another event.
///
/// Chosen by `hookEventName`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum HookSpecificOutput {
    /// The decision about a tool call, and its input.
    PreToolUse(Box<PreToolUseOutput>),
    /// The decision about a shell command of a skill.
    PreSkillShellCommand(Box<PreSkillShellCommandOutput>),
    /// The replaced output of a tool.
    PostToolUse(Box<PostToolUseOutput>),
    /// Additional context after a failure.
    PostToolUseFailure(Box<PostToolUseFailureOutput>),
    /// Additional context after a batch of tool calls.
    PostToolBatch(Box<PostToolBatchOutput>),
    /// Additional context after a notification.
    Notification(Box<NotificationOutput>),
    /// Additional context for a prompt.
    UserPromptSubmit(Box<UserPromptSubmitOutput>),
    /// Additional context for a slash command.
    UserPromptExpansion(Box<UserPromptExpansionOutput>),
    /// The initial context and prompt of a session.
    SessionStart(Box<SessionStartOutput>),
    /// Additional context after a setup.
    Setup(Box<SetupOutput>),
    /// Context with which the model continues.
    Stop(Box<StopOutput>),
    /// Initial context of a subagent.
    SubagentStart(Box<SubagentStartOutput>),
    /// Context with which a subagent continues.
    SubagentStop(Box<SubagentStopOutput>),
    /// The decision about a model switch.
    PreModelSwitch(Box<PreModelSwitchOutput>),
    /// Additional context for the new model.
    PostModelSwitch(Box<PostModelSwitchOutput>),
    /// The decision about a permission request.
    PermissionRequest(Box<PermissionRequestOutput>),
    /// Whether to retry the tool call.
    PermissionDenied(Box<PermissionDeniedOutput>),
    /// The reply in place of the user's.
    Elicitation(Box<ElicitationOutput>),
    /// The reply in place of the user's.
    ElicitationResult(Box<ElicitationResultOutput>),
    /// The path of the worktree.
    WorktreeCreate(Box<WorktreeCreateOutput>),
    /// The files to watch.
    CwdChanged(Box<CwdChangedOutput>),
    /// The files to watch.
    FileChanged(Box<FileChangedOutput>),
    /// The text to display.
    MessageDisplay(Box<MessageDisplayOutput>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] HookSpecificOutput by "hookEventName" {
    "PreToolUse" => PreToolUse: Box<PreToolUseOutput>,
    "PreSkillShellCommand" => PreSkillShellCommand: Box<PreSkillShellCommandOutput>,
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

/// The decision of a `PermissionRequest` hook about a tool call.
///
/// Chosen by `behavior`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum PermissionRequestDecision {
    /// The tool may run.
    Allow(PermissionAllow),
    /// The tool may not run.
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

/// The decision of a `PreToolUse` hook. If several hooks decide, a denial takes precedence.
///
/// Wire: `hookEventName: PreToolUse`.
///
/// The output of hooks of the event `PreToolUse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PreToolUseOutput {
    /// The decision about the tool call.
    pub permission_decision: Option<PermissionDecision>,
    /// The reason for the decision. The model receives it if the tool may not run.
    pub permission_decision_reason: Option<String>,
    /// The input that replaces the model's, as an object.
    pub updated_input: Option<Raw>,
    /// Additional context for the model.
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

/// The decision of a `PreSkillShellCommand` hook. The command runs unless a hook refuses it: `deny`, `ask` and `defer` all keep it from running. Since CLI 2.1.332.
///
/// Wire: `hookEventName: PreSkillShellCommand`.
///
/// The output of hooks of the event `PreSkillShellCommand`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PreSkillShellCommandOutput {
    /// The decision about the command.
    pub permission_decision: Option<PermissionDecision>,
    /// The reason for the decision.
    pub permission_decision_reason: Option<String>,
    /// It is never applied: any value keeps the command from running.
    pub updated_input: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PreSkillShellCommandOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl PreSkillShellCommandOutput {
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
}

wire_struct!(#[inline] PreSkillShellCommandOutput {
    tags: ["hookEventName" = "PreSkillShellCommand"],
    fields: [
        0 optional permission_decision: PermissionDecision = "permissionDecision",
        1 optional permission_decision_reason: String = "permissionDecisionReason",
        2 optional updated_input: Raw = "updatedInput",
    ],
});

/// The changes of a `PostToolUse` hook to the output of a tool.
///
/// Wire: `hookEventName: PostToolUse`.
///
/// The output of hooks of the event `PostToolUse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PostToolUseOutput {
    /// Additional context for the model.
    pub additional_context: Option<String>,
    /// Context for the classifier of the mode `auto` about this call. The classifier may treat it as the user's own statement: never put the output of a tool into it. All hooks of a call share 2000 UTF-16 code units. The field is ignored in an asynchronous reply, and for tools that only read.
    pub classifier_context: Option<String>,
    /// The output that the model receives instead of the tool's output.
    pub updated_tool_output: Option<Raw>,
    /// The same as `updatedToolOutput`, for MCP tools only. `updatedToolOutput` takes precedence. Wire: `updatedMCPToolOutput`.
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

/// The context that a `PostToolUseFailure` hook adds.
///
/// Wire: `hookEventName: PostToolUseFailure`.
///
/// The output of hooks of the event `PostToolUseFailure`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PostToolUseFailureOutput {
    /// Additional context for the model.
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

/// The context that a `PostToolBatch` hook adds.
///
/// Wire: `hookEventName: PostToolBatch`.
///
/// The output of hooks of the event `PostToolBatch`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PostToolBatchOutput {
    /// Additional context for the model.
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

/// The decision of a `PermissionRequest` hook. It is required: without a decision the CLI refuses the complete reply.
///
/// Wire: `hookEventName: PermissionRequest`.
///
/// The output of hooks of the event `PermissionRequest`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PermissionRequestOutput {
    /// The decision about the tool call.
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

/// The reaction of a `PermissionDenied` hook to a denial.
///
/// Wire: `hookEventName: PermissionDenied`.
///
/// The output of hooks of the event `PermissionDenied`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PermissionDeniedOutput {
    /// True to let the model retry the call.
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

/// The additions of a `UserPromptSubmit` hook to a prompt. To block the prompt, set `decision` of the hook's reply.
///
/// Wire: `hookEventName: UserPromptSubmit`.
///
/// The output of hooks of the event `UserPromptSubmit`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UserPromptSubmitOutput {
    /// Additional context for the model.
    pub additional_context: Option<String>,
    /// The title for the session.
    pub session_title: Option<String>,
    /// True to omit the prompt from the notice that it was blocked.
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

/// The additions of a `UserPromptExpansion` hook to a slash command. To block the command, set `decision` of the hook's reply.
///
/// Wire: `hookEventName: UserPromptExpansion`.
///
/// The output of hooks of the event `UserPromptExpansion`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UserPromptExpansionOutput {
    /// Additional context for the model.
    pub additional_context: Option<String>,
    /// True to omit the prompt from the notice that it was blocked.
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

/// The context and settings that a `SessionStart` hook starts the session with.
///
/// Wire: `hookEventName: SessionStart`.
///
/// The output of hooks of the event `SessionStart`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SessionStartOutput {
    /// Additional context for the model.
    pub additional_context: Option<String>,
    /// The first prompt of the session.
    pub initial_user_message: Option<String>,
    /// The title for the session.
    pub session_title: Option<String>,
    /// The files that `FileChanged` hooks watch.
    pub watch_paths: Option<Vec<String>>,
    /// True to search skills and commands again, because the hook may have installed some.
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

/// The context that a `Setup` hook adds.
///
/// Wire: `hookEventName: Setup`.
///
/// The output of hooks of the event `Setup`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetupOutput {
    /// Additional context for the model.
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

/// The context that a `Notification` hook adds.
///
/// Wire: `hookEventName: Notification`.
///
/// The output of hooks of the event `Notification`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct NotificationOutput {
    /// Additional context for the model.
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

/// The context with which a `Stop` hook makes the model continue. Unlike a block, it is not presented as a failure of the model.
///
/// Wire: `hookEventName: Stop`.
///
/// The output of hooks of the event `Stop`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct StopOutput {
    /// The context for the model. The turn continues.
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

/// The context that a `SubagentStart` hook adds.
///
/// Wire: `hookEventName: SubagentStart`.
///
/// The output of hooks of the event `SubagentStart`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SubagentStartOutput {
    /// Additional context for the subagent.
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

/// The context with which a `SubagentStop` hook makes the subagent continue.
///
/// Wire: `hookEventName: SubagentStop`.
///
/// The output of hooks of the event `SubagentStop`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SubagentStopOutput {
    /// The context for the subagent, which continues.
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

/// The decision of a `PreModelSwitch` hook.
///
/// Wire: `hookEventName: PreModelSwitch`.
///
/// The output of hooks of the event `PreModelSwitch`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PreModelSwitchOutput {
    /// The decision about the switch: allow, deny or ask.
    pub permission_decision: Option<PermissionDecision>,
    /// The reason for the decision.
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

/// The context that a `PostModelSwitch` hook adds.
///
/// Wire: `hookEventName: PostModelSwitch`.
///
/// The output of hooks of the event `PostModelSwitch`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PostModelSwitchOutput {
    /// Context for the new model, sent with its next request.
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

/// The text that a `MessageDisplay` hook displays. The text that the model sees does not change.
///
/// Wire: `hookEventName: MessageDisplay`.
///
/// The output of hooks of the event `MessageDisplay`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageDisplayOutput {
    /// The text to display instead of the new text.
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

/// The reply of an `Elicitation` hook, in place of the user's. Without an action the user is asked. CLI 2.1.329 was seen to ignore the action of a callback; `decision: block` declines.
///
/// Wire: `hookEventName: Elicitation`.
///
/// The output of hooks of the event `Elicitation`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ElicitationOutput {
    /// The decision in place of the user's.
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

/// The reply of an `ElicitationResult` hook that replaces the user's. CLI 2.1.329 was seen to ignore the action of a callback; `decision: block` declines.
///
/// Wire: `hookEventName: ElicitationResult`.
///
/// The output of hooks of the event `ElicitationResult`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ElicitationResultOutput {
    /// The decision in place of the user's.
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

/// The worktree that a `WorktreeCreate` hook created. Without it no worktree exists, and the tool fails.
///
/// Wire: `hookEventName: WorktreeCreate`.
///
/// The output of hooks of the event `WorktreeCreate`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WorktreeCreateOutput {
    /// The absolute path of the worktree.
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

/// The files to watch after a change of the working directory.
///
/// Wire: `hookEventName: CwdChanged`.
///
/// The output of hooks of the event `CwdChanged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CwdChangedOutput {
    /// The files that `FileChanged` hooks watch.
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

/// The files to watch after a change of a file.
///
/// Wire: `hookEventName: FileChanged`.
///
/// The output of hooks of the event `FileChanged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FileChangedOutput {
    /// The files that `FileChanged` hooks watch.
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
