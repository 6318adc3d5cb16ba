// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Permissions: the question whether a tool may run, the answer, and changes to the rules.

use super::all::*;

/// How the CLI decides about tool calls that no rule decides.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PermissionMode {
    /// It asks before anything that changes something or leaves the working directories. The command line's help calls it `manual`.
    Default,
    /// Edits of files in the working directories need no question.
    AcceptEdits,
    /// The model reads and plans, and changes nothing.
    Plan,
    /// Everything may run. The CLI must have been started with leave for it.
    BypassPermissions,
    /// Nothing is asked: what no rule allows is refused.
    DontAsk,
    /// A classifier decides in place of the user.
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

/// Where a permission rule stands.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PermissionRuleSource {
    /// In the user's settings.
    UserSettings,
    /// In the project's settings.
    ProjectSettings,
    /// In the project's settings that are not shared.
    LocalSettings,
    /// In the settings given by `--settings`.
    FlagSettings,
    /// In another argument of the command line.
    CliArg,
    /// In the running session only.
    Session,
    /// In the settings of the organisation.
    PolicySettings,
    /// In a slash command that names the tools it may use.
    Command,
    /// Named by the vendor, not explained: an MCP server that was mounted.
    McpMount,
    /// In the policy that the host gave for the tools of an MCP server.
    McpServerPolicy,
    /// In the narrower choice of tools for this session.
    ToolsNarrowing,
    /// Named by the vendor, not explained: a credential of the host.
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

/// How a user decided about a tool call.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecisionClassification {
    /// Yes, for this once.
    UserTemporary,
    /// Yes, for good.
    UserPermanent,
    /// The user said no.
    UserReject,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] DecisionClassification {
    UserTemporary = "user_temporary",
    UserPermanent = "user_permanent",
    UserReject = "user_reject",
});

/// What a permission rule says.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PermissionBehavior {
    /// The call may run.
    Allow,
    /// The call may not run.
    Deny,
    /// Somebody is to be asked.
    Ask,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] PermissionBehavior {
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

/// The answer to the question whether a tool may run.
///
/// Chosen by `behavior`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum PermissionResult {
    /// It may run.
    Allow(PermissionAllow),
    /// It may not run.
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

/// A change to the permissions of a session or of a settings file. What cannot be read stays as it came and goes back so.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum PermissionUpdate {
    /// Adds rules.
    AddRules(AddRules),
    /// Puts rules in the place of others.
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

/// Asks whether a tool may run. It comes only with `--permission-prompt-tool stdio`, and waits for the answer without a limit.
///
/// Wire: `subtype: can_use_tool`.
///
/// Answered by `PermissionResult`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CanUseToolRequest {
    /// The tool. Those of MCP servers are named `mcp__server__tool`.
    pub tool_name: String,
    /// The tool's name as a screen may show it.
    pub display_name: Option<String>,
    /// The input of the tool: an object whose shape depends on the tool.
    pub input: Raw,
    /// The call in one line, such as the command or the file.
    pub description: Option<String>,
    /// The question in words, for a heading.
    pub title: Option<String>,
    /// Changes of the rules that would make this question needless. They can be handed back with the answer.
    pub permission_suggestions: Option<Vec<PermissionUpdate>>,
    /// The path that led to the question.
    pub blocked_path: Option<String>,
    /// Why it is asked, in words.
    pub decision_reason: Option<String>,
    /// Why it is asked.
    pub decision_reason_type: Option<DecisionReasonType>,
    /// The event of the hook that wants the question.
    pub decision_reason_hook_event: Option<HookEvent>,
    /// Where that hook comes from, as in `settings`.
    pub decision_reason_hook_source: Option<String>,
    /// Where the rule stands that wants the question.
    pub decision_reason_rule_source: Option<PermissionRuleSource>,
    /// The rule that wants the question.
    pub matched_ask_rule: Option<MatchedAskRule>,
    /// Not declared. It was true for an MCP tool that no rule is about, and false for a tool with a rule that says to ask.
    pub server_policy_ask_only: Option<bool>,
    /// Whether a classifier may say yes in the place of the user; false where the call is too dangerous for that.
    pub classifier_approvable: Option<bool>,
    /// True where a rule for the future should not be offered.
    pub suppress_always_allow_rule: Option<bool>,
    /// True where the dialog should stand on no.
    pub default_to_no: Option<bool>,
    /// True for tools that are themselves a question to the user: AskUserQuestion and ExitPlanMode.
    pub requires_user_interaction: Option<bool>,
    /// The MCP server of the tool.
    pub mcp_server: Option<McpServerRef>,
    /// The subagent that wants to use the tool; absent for the main conversation.
    pub agent_id: Option<AgentId>,
    /// The tool call that waits.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct McpServerRef {
    /// Its name.
    pub name: String,
    /// Where it was declared. Only `sdk` proves that the tool is the caller's own: a name can be anybody's.
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

/// A rule that says to ask.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MatchedAskRule {
    /// Where the rule stands.
    pub source: Option<PermissionRuleSource>,
    /// The tool that it is about.
    pub tool_name: String,
    /// Which calls of the tool it is about; all of them if it is absent.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionAllow {
    /// The input to run with, as an object. CLIs up to 2.1.200 cannot do without it, even if it is the old one.
    pub updated_input: Option<Raw>,
    /// Changes to the rules. If one of them is malformed, the CLI ignores them all.
    pub updated_permissions: Option<Vec<PermissionUpdate>>,
    /// The tool call that is meant.
    pub tool_use_id: Option<ToolUseId>,
    /// For how long the user meant it.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionDeny {
    /// What the model is told. Without it the CLI takes the answer for malformed.
    pub message: String,
    /// True to end the turn, too.
    pub interrupt: Option<bool>,
    /// The tool call that is meant.
    pub tool_use_id: Option<ToolUseId>,
    /// For how long the user meant it.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddRules {
    /// The rules.
    pub rules: Vec<PermissionRule>,
    /// What the rules say.
    pub behavior: PermissionBehavior,
    /// Where they go.
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

/// Puts rules in the place of those that a destination has.
///
/// Wire: `type: replaceRules`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReplaceRules {
    /// The rules.
    pub rules: Vec<PermissionRule>,
    /// What the rules say.
    pub behavior: PermissionBehavior,
    /// Where they go.
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

/// Removes rules from those of a destination.
///
/// Wire: `type: removeRules`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveRules {
    /// The rules.
    pub rules: Vec<PermissionRule>,
    /// What the rules say.
    pub behavior: PermissionBehavior,
    /// Where they are.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetMode {
    /// The mode.
    pub mode: PermissionMode,
    /// For whom it changes.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddDirectories {
    /// The directories.
    pub directories: Vec<String>,
    /// Where they are noted.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveDirectories {
    /// The directories.
    pub directories: Vec<String>,
    /// Where they are noted.
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

/// Which calls a rule is about.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionRule {
    /// The tool.
    pub tool_name: String,
    /// Which calls of the tool, as in `touch q *` or `domain:example.com`; all of them if it is absent. The CLI refuses null. Wire: `ruleContent`.
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
