// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Permissions: requests to run a tool, the replies, and changes to the rules.

use super::all::*;

/// How the CLI decides about tool calls that match no rule.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PermissionMode {
    /// The CLI asks before a tool changes anything or leaves the working directories. The command line's help calls this mode `manual`.
    Default,
    /// The CLI allows edits of files in the working directories without asking.
    AcceptEdits,
    /// The model reads and plans, and changes nothing.
    Plan,
    /// The CLI allows all tools. It must have been started with permission for this mode.
    BypassPermissions,
    /// The CLI never asks: it denies all calls that no rule allows.
    DontAsk,
    /// A classifier decides instead of the user.
    Auto,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(PermissionMode {
    Default = "default",
    AcceptEdits = "acceptEdits",
    Plan = "plan",
    BypassPermissions = "bypassPermissions",
    DontAsk = "dontAsk",
    Auto = "auto",
});

/// The origin of a permission rule.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PermissionRuleSource {
    /// The user's settings.
    UserSettings,
    /// The project's settings.
    ProjectSettings,
    /// The project's settings that are not shared.
    LocalSettings,
    /// The settings given by `--settings`.
    FlagSettings,
    /// Another argument of the command line.
    CliArg,
    /// The running session only.
    Session,
    /// The settings of the organisation.
    PolicySettings,
    /// A slash command that names the tools it may use.
    Command,
    /// An MCP server that was mounted. Named by the vendor without an explanation.
    McpMount,
    /// The host's policy for the tools of an MCP server.
    McpServerPolicy,
    /// The restriction of the tools for this session.
    ToolsNarrowing,
    /// A credential of the host. Named by the vendor without an explanation.
    HostCredential,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] PermissionRuleSource {
    UserSettings = "userSettings",
    ProjectSettings = "projectSettings",
    LocalSettings = "localSettings",
    FlagSettings = "flagSettings",
    CliArg = "cliArg",
    Session = "session",
    PolicySettings = "policySettings",
    Command = "command",
    McpMount = "mcpMount",
    McpServerPolicy = "mcpServerPolicy",
    ToolsNarrowing = "toolsNarrowing",
    HostCredential = "hostCredential",
});

/// A user's decision about a tool call.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecisionClassification {
    /// The user allowed this call only.
    UserTemporary,
    /// The user allowed such calls permanently.
    UserPermanent,
    /// The user denied the call.
    UserReject,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] DecisionClassification {
    UserTemporary = "user_temporary",
    UserPermanent = "user_permanent",
    UserReject = "user_reject",
});

/// The behaviour of a permission rule.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PermissionBehavior {
    /// The call may run.
    Allow,
    /// The call may not run.
    Deny,
    /// The CLI asks whether the call may run.
    Ask,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(PermissionBehavior {
    Allow = "allow",
    Deny = "deny",
    Ask = "ask",
});

/// Where a change to the permissions is written.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PermissionUpdateDestination {
    /// The user's settings, for all projects.
    UserSettings,
    /// The project's settings, which are shared with others.
    ProjectSettings,
    /// The project's settings that are not shared: `.claude/settings.local.json`.
    LocalSettings,
    /// The running session only; nothing is written to disk.
    Session,
    /// The rules from the command line.
    CliArg,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] PermissionUpdateDestination {
    UserSettings = "userSettings",
    ProjectSettings = "projectSettings",
    LocalSettings = "localSettings",
    Session = "session",
    CliArg = "cliArg",
});

/// The reply to a request to run a tool.
///
/// Chosen by `behavior`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum PermissionResult {
    /// The tool may run.
    Allow(PermissionAllow),
    /// The tool may not run.
    Deny(PermissionDeny),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] PermissionResult by "behavior" {
    "allow" => Allow: PermissionAllow,
    "deny" => Deny: PermissionDeny,
} local {  });

/// A change to the permissions of a session or of a settings file. An unknown change is kept as received and sent back unchanged.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum PermissionUpdate {
    /// Adds rules.
    AddRules(AddRules),
    /// Replaces rules.
    ReplaceRules(ReplaceRules),
    /// Removes rules.
    RemoveRules(RemoveRules),
    /// Changes the permission mode.
    SetMode(SetMode),
    /// Adds working directories.
    AddDirectories(AddDirectories),
    /// Removes working directories.
    RemoveDirectories(RemoveDirectories),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] PermissionUpdate by "type" {
    "addRules" => AddRules: AddRules,
    "replaceRules" => ReplaceRules: ReplaceRules,
    "removeRules" => RemoveRules: RemoveRules,
    "setMode" => SetMode: SetMode,
    "addDirectories" => AddDirectories: AddDirectories,
    "removeDirectories" => RemoveDirectories: RemoveDirectories,
} local {  });

/// Asks whether a tool may run. The CLI sends it only with `--permission-prompt-tool stdio`, and waits for the reply without a limit.
///
/// Wire: `subtype: can_use_tool`.
///
/// Answered by `PermissionResult`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CanUseToolRequest {
    /// The name of the tool. Tools of MCP servers are named `mcp__server__tool`.
    pub tool_name: String,
    /// The name of the tool for display.
    pub display_name: Option<String>,
    /// The input of the tool: an object whose fields depend on the tool.
    pub input: Raw,
    /// A one-line description of the call, such as the command or the file.
    pub description: Option<String>,
    /// The request as a text for a heading.
    pub title: Option<String>,
    /// Changes to the rules that would make this request unnecessary. They can be sent back with the reply.
    pub permission_suggestions: Option<Vec<PermissionUpdate>>,
    /// The path that caused the request.
    pub blocked_path: Option<String>,
    /// The reason for the request as a text.
    pub decision_reason: Option<String>,
    /// The kind of reason for the request.
    pub decision_reason_type: Option<DecisionReasonType>,
    /// The event of the hook that requires the request.
    pub decision_reason_hook_event: Option<HookEvent>,
    /// The origin of that hook, such as `settings`.
    pub decision_reason_hook_source: Option<String>,
    /// The origin of the rule that requires the request.
    pub decision_reason_rule_source: Option<PermissionRuleSource>,
    /// The rule that requires the request.
    pub matched_ask_rule: Option<MatchedAskRule>,
    /// Not declared. It was true for an MCP tool without a matching rule, and false for a tool with an ask rule.
    pub server_policy_ask_only: Option<bool>,
    /// Whether a classifier may allow the call instead of the user; false if the call is too dangerous for that.
    pub classifier_approvable: Option<bool>,
    /// True if the user should not be offered a permanent rule.
    pub suppress_always_allow_rule: Option<bool>,
    /// True if the dialog should preselect no.
    pub default_to_no: Option<bool>,
    /// True for tools that are themselves a question to the user: AskUserQuestion and ExitPlanMode.
    pub requires_user_interaction: Option<bool>,
    /// The MCP server of the tool.
    pub mcp_server: Option<McpServerRef>,
    /// The subagent that calls the tool; absent for the main conversation.
    pub agent_id: Option<AgentId>,
    /// The tool call that waits for the reply.
    pub tool_use_id: Option<ToolUseId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] CanUseToolRequest {
    tags: ["subtype" = "can_use_tool"],
    fields: [
        0 required tool_name: String = "tool_name",
        1 optional display_name: String = "display_name",
        2 required input: Raw = "input",
        3 optional description: String = "description",
        4 optional title: String = "title",
        5 optional permission_suggestions: Vec<PermissionUpdate> = "permission_suggestions",
        6 optional blocked_path: String = "blocked_path",
        7 optional decision_reason: String = "decision_reason",
        8 optional decision_reason_type: DecisionReasonType = "decision_reason_type",
        9 optional decision_reason_hook_event: HookEvent = "decision_reason_hook_event",
        10 optional decision_reason_hook_source: String = "decision_reason_hook_source",
        11 optional decision_reason_rule_source: PermissionRuleSource = "decision_reason_rule_source",
        12 optional matched_ask_rule: MatchedAskRule = "matched_ask_rule",
        13 optional server_policy_ask_only: bool = "server_policy_ask_only",
        14 optional classifier_approvable: bool = "classifier_approvable",
        15 optional suppress_always_allow_rule: bool = "suppress_always_allow_rule",
        16 optional default_to_no: bool = "default_to_no",
        17 optional requires_user_interaction: bool = "requires_user_interaction",
        18 optional mcp_server: McpServerRef = "mcp_server",
        19 optional agent_id: AgentId = "agent_id",
        20 optional tool_use_id: ToolUseId = "tool_use_id",
    ],
});

impl crate::wire::ControlRequest for CanUseToolRequest {
    const SUBTYPE: &'static str = "can_use_tool";
    type Response = PermissionResult;
}

/// The MCP server that a tool belongs to.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpServerRef {
    /// The name of the server.
    pub name: String,
    /// Where the server was declared. Only `sdk` proves that the tool is the caller's own: other servers can use any name.
    pub source: Option<McpServerSource>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] McpServerRef {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional source: McpServerSource = "source",
    ],
});

/// A permission rule with the behaviour `ask`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MatchedAskRule {
    /// The origin of the rule.
    pub source: Option<PermissionRuleSource>,
    /// The tool that the rule applies to.
    pub tool_name: String,
    /// The calls of the tool that the rule applies to; all calls if absent.
    pub rule_content: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] MatchedAskRule {
    tags: [],
    fields: [
        0 optional source: PermissionRuleSource = "source",
        1 required tool_name: String = "tool_name",
        2 optional rule_content: String = "rule_content",
    ],
});

/// The tool may run.
///
/// Wire: `behavior: allow`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PermissionAllow {
    /// The input to run the tool with, as an object. CLIs up to 2.1.200 require it, even if it is unchanged.
    pub updated_input: Option<Raw>,
    /// Changes to the rules. If one of them is malformed, the CLI ignores all of them.
    pub updated_permissions: Option<Vec<PermissionUpdate>>,
    /// The tool call that the reply is for.
    pub tool_use_id: Option<ToolUseId>,
    /// How long the user's decision applies.
    pub decision_classification: Option<DecisionClassification>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PermissionAllow {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl PermissionAllow {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`updated_input`](Self::updated_input).
    #[inline]
    #[must_use]
    pub fn updated_input(mut self, value: impl Into<Raw>) -> Self {
        self.updated_input = Some(value.into());
        self
    }

    /// Sets [`updated_permissions`](Self::updated_permissions).
    #[inline]
    #[must_use]
    pub fn updated_permissions(mut self, value: impl Into<Vec<PermissionUpdate>>) -> Self {
        self.updated_permissions = Some(value.into());
        self
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[inline]
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }

    /// Sets [`decision_classification`](Self::decision_classification).
    #[inline]
    #[must_use]
    pub fn decision_classification(mut self, value: impl Into<DecisionClassification>) -> Self {
        self.decision_classification = Some(value.into());
        self
    }
}

wire_struct!(#[inline] PermissionAllow {
    tags: ["behavior" = "allow"],
    fields: [
        0 optional updated_input: Raw = "updatedInput",
        1 optional updated_permissions: Vec<PermissionUpdate> = "updatedPermissions",
        2 optional tool_use_id: ToolUseId = "toolUseID",
        3 optional decision_classification: DecisionClassification = "decisionClassification",
    ],
});

/// The tool may not run.
///
/// Wire: `behavior: deny`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PermissionDeny {
    /// The text that the model receives. Without it, the CLI rejects the reply as malformed.
    pub message: String,
    /// True to also end the turn.
    pub interrupt: Option<bool>,
    /// The tool call that the reply is for.
    pub tool_use_id: Option<ToolUseId>,
    /// How long the user's decision applies.
    pub decision_classification: Option<DecisionClassification>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PermissionDeny {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            interrupt: None,
            tool_use_id: None,
            decision_classification: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`interrupt`](Self::interrupt).
    #[inline]
    #[must_use]
    pub fn interrupt(mut self, value: bool) -> Self {
        self.interrupt = Some(value);
        self
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[inline]
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }

    /// Sets [`decision_classification`](Self::decision_classification).
    #[inline]
    #[must_use]
    pub fn decision_classification(mut self, value: impl Into<DecisionClassification>) -> Self {
        self.decision_classification = Some(value.into());
        self
    }
}

wire_struct!(#[inline] PermissionDeny {
    tags: ["behavior" = "deny"],
    fields: [
        0 required message: String = "message",
        1 optional interrupt: bool = "interrupt",
        2 optional tool_use_id: ToolUseId = "toolUseID",
        3 optional decision_classification: DecisionClassification = "decisionClassification",
    ],
});

/// Adds rules to those of a destination.
///
/// Wire: `type: addRules`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AddRules {
    /// The rules.
    pub rules: Vec<PermissionRule>,
    /// The behaviour of the rules.
    pub behavior: PermissionBehavior,
    /// The destination of the change.
    pub destination: PermissionUpdateDestination,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl AddRules {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(
        rules: impl Into<Vec<PermissionRule>>,
        behavior: impl Into<PermissionBehavior>,
        destination: impl Into<PermissionUpdateDestination>,
    ) -> Self {
        Self {
            rules: rules.into(),
            behavior: behavior.into(),
            destination: destination.into(),
            extra: Extra::default(),
        }
    }
}

wire_struct!(#[inline] AddRules {
    tags: ["type" = "addRules"],
    fields: [
        0 required rules: Vec<PermissionRule> = "rules",
        1 required behavior: PermissionBehavior = "behavior",
        2 required destination: PermissionUpdateDestination = "destination",
    ],
});

/// Replaces the rules of a destination.
///
/// Wire: `type: replaceRules`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReplaceRules {
    /// The rules.
    pub rules: Vec<PermissionRule>,
    /// The behaviour of the rules.
    pub behavior: PermissionBehavior,
    /// The destination of the change.
    pub destination: PermissionUpdateDestination,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ReplaceRules {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(
        rules: impl Into<Vec<PermissionRule>>,
        behavior: impl Into<PermissionBehavior>,
        destination: impl Into<PermissionUpdateDestination>,
    ) -> Self {
        Self {
            rules: rules.into(),
            behavior: behavior.into(),
            destination: destination.into(),
            extra: Extra::default(),
        }
    }
}

wire_struct!(#[inline] ReplaceRules {
    tags: ["type" = "replaceRules"],
    fields: [
        0 required rules: Vec<PermissionRule> = "rules",
        1 required behavior: PermissionBehavior = "behavior",
        2 required destination: PermissionUpdateDestination = "destination",
    ],
});

/// Removes rules from a destination.
///
/// Wire: `type: removeRules`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoveRules {
    /// The rules.
    pub rules: Vec<PermissionRule>,
    /// The behaviour of the rules.
    pub behavior: PermissionBehavior,
    /// The destination to remove them from.
    pub destination: PermissionUpdateDestination,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl RemoveRules {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(
        rules: impl Into<Vec<PermissionRule>>,
        behavior: impl Into<PermissionBehavior>,
        destination: impl Into<PermissionUpdateDestination>,
    ) -> Self {
        Self {
            rules: rules.into(),
            behavior: behavior.into(),
            destination: destination.into(),
            extra: Extra::default(),
        }
    }
}

wire_struct!(#[inline] RemoveRules {
    tags: ["type" = "removeRules"],
    fields: [
        0 required rules: Vec<PermissionRule> = "rules",
        1 required behavior: PermissionBehavior = "behavior",
        2 required destination: PermissionUpdateDestination = "destination",
    ],
});

/// Changes the permission mode.
///
/// Wire: `type: setMode`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetMode {
    /// The new permission mode.
    pub mode: PermissionMode,
    /// The destination of the change.
    pub destination: PermissionUpdateDestination,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SetMode {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(
        mode: impl Into<PermissionMode>,
        destination: impl Into<PermissionUpdateDestination>,
    ) -> Self {
        Self { mode: mode.into(), destination: destination.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] SetMode {
    tags: ["type" = "setMode"],
    fields: [
        0 required mode: PermissionMode = "mode",
        1 required destination: PermissionUpdateDestination = "destination",
    ],
});

/// Adds directories in which tools may work.
///
/// Wire: `type: addDirectories`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AddDirectories {
    /// The directories.
    pub directories: Vec<String>,
    /// The destination of the change.
    pub destination: PermissionUpdateDestination,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl AddDirectories {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(
        directories: impl Into<Vec<String>>,
        destination: impl Into<PermissionUpdateDestination>,
    ) -> Self {
        Self {
            directories: directories.into(),
            destination: destination.into(),
            extra: Extra::default(),
        }
    }
}

wire_struct!(#[inline] AddDirectories {
    tags: ["type" = "addDirectories"],
    fields: [
        0 required directories: Vec<String> = "directories",
        1 required destination: PermissionUpdateDestination = "destination",
    ],
});

/// Removes directories in which tools may work.
///
/// Wire: `type: removeDirectories`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoveDirectories {
    /// The directories.
    pub directories: Vec<String>,
    /// The destination to remove them from.
    pub destination: PermissionUpdateDestination,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl RemoveDirectories {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(
        directories: impl Into<Vec<String>>,
        destination: impl Into<PermissionUpdateDestination>,
    ) -> Self {
        Self {
            directories: directories.into(),
            destination: destination.into(),
            extra: Extra::default(),
        }
    }
}

wire_struct!(#[inline] RemoveDirectories {
    tags: ["type" = "removeDirectories"],
    fields: [
        0 required directories: Vec<String> = "directories",
        1 required destination: PermissionUpdateDestination = "destination",
    ],
});

/// A permission rule: a tool, and the calls of the tool that the rule applies to.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PermissionRule {
    /// The tool.
    pub tool_name: String,
    /// The calls of the tool that the rule applies to, as in `touch q *` or `domain:example.com`; all calls if absent. The CLI rejects null. Wire: `ruleContent`.
    pub content: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PermissionRule {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(tool_name: impl Into<String>) -> Self {
        Self { tool_name: tool_name.into(), content: None, extra: Extra::default() }
    }

    /// Sets [`content`](Self::content).
    #[inline]
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
        self
    }
}

wire_struct!(#[inline] PermissionRule {
    tags: [],
    fields: [
        0 required tool_name: String = "toolName",
        1 optional content: String = "ruleContent",
    ],
});
