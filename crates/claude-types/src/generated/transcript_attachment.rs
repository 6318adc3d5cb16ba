// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! What the CLI tells the model beside the prompt, as session files have it.

use super::all::*;

/// What the CLI tells the model beside the prompt. There are more kinds than are known here.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Attachment {
    /// The system prompt and the tools, as they were sent.
    PromptSnapshot(Box<PromptSnapshotAttachment>),
    /// The machine and the working directory.
    Environment(Box<EnvironmentAttachment>),
    /// Which model it is.
    Model(Box<ModelAttachment>),
    /// The date.
    Date(Box<DateAttachment>),
    /// What is true of the session as a whole.
    SessionContext(Box<SessionContextAttachment>),
    /// Memory files such as `CLAUDE.md`.
    Instructions(Box<InstructionsAttachment>),
    /// A memory file that came with a file that was read.
    NestedMemory(Box<NestedMemoryAttachment>),
    /// The skills that there are.
    SkillListing(Box<SkillListingAttachment>),
    /// Agents that are new, or gone.
    AgentListingDelta(Box<AgentListingAttachment>),
    /// Tools that can be looked for and are new, or gone.
    DeferredToolsDelta(Box<DeferredToolsAttachment>),
    /// Tools that were looked for and are loaded now.
    DeferredToolsRecord(Box<DeferredToolsRecordAttachment>),
    /// What MCP servers say about themselves.
    McpInstructionsDelta(Box<McpInstructionsAttachment>),
    /// How commits and pull requests are to be signed.
    RemoteSessionChange(Box<RemoteSessionAttachment>),
    /// A prompt that came while the model was working.
    QueuedCommand(Box<QueuedCommandAttachment>),
    /// A file that the prompt names with `@`.
    File(Box<FileAttachment>),
    /// A folder that the prompt names with `@`.
    Directory(Box<DirectoryAttachment>),
    /// A file that the model has read, and that changed since.
    EditedTextFile(Box<EditedFileAttachment>),
    /// How to plan.
    PlanMode(Box<PlanModeAttachment>),
    /// Planning is over.
    PlanModeExit(Box<PlanModeExitAttachment>),
    /// How to work where nobody is asked.
    AutoMode(Box<AutoModeAttachment>),
    /// The list of tasks, to remember it.
    TaskReminder(Box<TaskReminderAttachment>),
    /// A word to the model that it has not said anything for long.
    SilentTurnReminder(Box<SilentTurnAttachment>),
    /// How many tokens are left.
    TotalTokensReminder(Box<TotalTokensAttachment>),
    /// How much money is left, in US dollars.
    BudgetUsd(Box<BudgetAttachment>),
    /// The turn ended because it took too many requests.
    MaxTurnsReached(Box<MaxTurnsAttachment>),
    /// The output in the form that was asked for.
    StructuredOutput(Box<StructuredOutputAttachment>),
    /// What a slash command or a skill may use without a question.
    CommandPermissions(Box<CommandPermissionsAttachment>),
    /// The prompt begins with a slash command that is not there.
    UnknownCommandFallback(Box<UnknownCommandAttachment>),
    /// A hook ran.
    HookSuccess(Box<HookSuccessAttachment>),
    /// A hook failed, which did no harm.
    HookNonBlockingError(Box<HookErrorAttachment>),
    /// A hook blocked something.
    HookBlockingError(Box<HookBlockAttachment>),
    /// What hooks told the model.
    HookAdditionalContext(Box<HookContextAttachment>),
    /// What a hook told the user.
    HookSystemMessage(Box<HookMessageAttachment>),
    /// A hook decided about a tool call.
    HookPermissionDecision(Box<HookPermissionAttachment>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] Attachment by "type" {
    "prompt_snapshot" => PromptSnapshot: Box<PromptSnapshotAttachment>,
    "environment" => Environment: Box<EnvironmentAttachment>,
    "model" => Model: Box<ModelAttachment>,
    "date" => Date: Box<DateAttachment>,
    "session_context" => SessionContext: Box<SessionContextAttachment>,
    "instructions" => Instructions: Box<InstructionsAttachment>,
    "nested_memory" => NestedMemory: Box<NestedMemoryAttachment>,
    "skill_listing" => SkillListing: Box<SkillListingAttachment>,
    "agent_listing_delta" => AgentListingDelta: Box<AgentListingAttachment>,
    "deferred_tools_delta" => DeferredToolsDelta: Box<DeferredToolsAttachment>,
    "deferred_tools_record" => DeferredToolsRecord: Box<DeferredToolsRecordAttachment>,
    "mcp_instructions_delta" => McpInstructionsDelta: Box<McpInstructionsAttachment>,
    "remote_session_change" => RemoteSessionChange: Box<RemoteSessionAttachment>,
    "queued_command" => QueuedCommand: Box<QueuedCommandAttachment>,
    "file" => File: Box<FileAttachment>,
    "directory" => Directory: Box<DirectoryAttachment>,
    "edited_text_file" => EditedTextFile: Box<EditedFileAttachment>,
    "plan_mode" => PlanMode: Box<PlanModeAttachment>,
    "plan_mode_exit" => PlanModeExit: Box<PlanModeExitAttachment>,
    "auto_mode" => AutoMode: Box<AutoModeAttachment>,
    "task_reminder" => TaskReminder: Box<TaskReminderAttachment>,
    "silent_turn_reminder" => SilentTurnReminder: Box<SilentTurnAttachment>,
    "total_tokens_reminder" => TotalTokensReminder: Box<TotalTokensAttachment>,
    "budget_usd" => BudgetUsd: Box<BudgetAttachment>,
    "max_turns_reached" => MaxTurnsReached: Box<MaxTurnsAttachment>,
    "structured_output" => StructuredOutput: Box<StructuredOutputAttachment>,
    "command_permissions" => CommandPermissions: Box<CommandPermissionsAttachment>,
    "unknown_command_fallback" => UnknownCommandFallback: Box<UnknownCommandAttachment>,
    "hook_success" => HookSuccess: Box<HookSuccessAttachment>,
    "hook_non_blocking_error" => HookNonBlockingError: Box<HookErrorAttachment>,
    "hook_blocking_error" => HookBlockingError: Box<HookBlockAttachment>,
    "hook_additional_context" => HookAdditionalContext: Box<HookContextAttachment>,
    "hook_system_message" => HookSystemMessage: Box<HookMessageAttachment>,
    "hook_permission_decision" => HookPermissionDecision: Box<HookPermissionAttachment>,
} local {  });

/// The system prompt and the tools, as they were sent.
///
/// Wire: `type: prompt_snapshot`. Seen 378 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PromptSnapshotAttachment {
    /// The parts of the system prompt.
    ///
    /// Wire: `systemPrompt`. May be absent; seen 378/378.
    pub system_prompt: Option<Vec<String>>,
    /// The tools, as the API gets them.
    ///
    /// May be absent; seen 188/378.
    pub tools: Option<Vec<Raw>>,
    /// The first sentence of the system prompt.
    ///
    /// Wire: `cliPrefix`. May be absent; seen 188/378.
    pub cli_prefix: Option<String>,
    /// How the rest of the context is told, as in `announced`.
    ///
    /// Wire: `contextRendering`. May be absent; seen 378/378.
    pub context_rendering: Option<String>,
    /// A setting of how prompts are made.
    ///
    /// Wire: `reminderFold`. May be absent; seen 378/378.
    pub reminder_fold: Option<bool>,
    /// A setting of how prompts are made.
    ///
    /// Wire: `echoWireToolInputs`. May be absent; seen 378/378.
    pub echo_wire_tool_inputs: Option<bool>,
    /// A setting of how prompts are made.
    ///
    /// Wire: `systemTurns`. May be absent; seen 185/378.
    pub system_turns: Option<bool>,
    /// A setting of how prompts are made.
    ///
    /// Wire: `toolChangeHeader`. May be absent; seen 185/378.
    pub tool_change_header: Option<bool>,
    /// A setting of how prompts are made.
    ///
    /// Wire: `inlineTools`. May be absent; seen 185/378.
    pub inline_tools: Option<bool>,
    /// A setting of how prompts are made.
    ///
    /// Wire: `keptReminders`. May be absent; seen 185/378.
    pub kept_reminders: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PromptSnapshotAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PromptSnapshotAttachment {
    tags: ["type" = "prompt_snapshot"],
    fields: [
        0 optional system_prompt: Vec<String> = "systemPrompt",
        1 optional tools: Vec<Raw> = "tools",
        2 optional cli_prefix: String = "cliPrefix",
        3 optional context_rendering: String = "contextRendering",
        4 optional reminder_fold: bool = "reminderFold",
        5 optional echo_wire_tool_inputs: bool = "echoWireToolInputs",
        6 optional system_turns: bool = "systemTurns",
        7 optional tool_change_header: bool = "toolChangeHeader",
        8 optional inline_tools: bool = "inlineTools",
        9 optional kept_reminders: bool = "keptReminders",
    ],
});

/// The machine and the working directory.
///
/// Wire: `type: environment`. Seen 196 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EnvironmentAttachment {
    /// What they are.
    ///
    /// May be absent; seen 196/196.
    pub snapshot: Option<EnvironmentSnapshot>,
    /// What has changed since it was told last.
    ///
    /// May be absent; seen 5/196.
    pub changes: Option<Vec<Raw>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for EnvironmentAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] EnvironmentAttachment {
    tags: ["type" = "environment"],
    fields: [
        0 optional snapshot: EnvironmentSnapshot = "snapshot",
        1 optional changes: Vec<Raw> = "changes",
    ],
});

/// Which model it is.
///
/// Wire: `type: model`. Seen 193 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ModelAttachment {
    /// The model.
    ///
    /// May be absent; seen 193/193.
    pub identity: Option<ModelIdentity>,
    /// The sentence about it.
    ///
    /// May be absent; seen 193/193.
    pub text: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ModelAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ModelAttachment {
    tags: ["type" = "model"],
    fields: [
        0 optional identity: ModelIdentity = "identity",
        1 optional text: String = "text",
    ],
});

/// The date.
///
/// Wire: `type: date`. Seen 190 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DateAttachment {
    /// The date, as in `2026-11-21`.
    ///
    /// May be absent; seen 190/190.
    pub date: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for DateAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] DateAttachment {
    tags: ["type" = "date"],
    fields: [
        0 optional date: String = "date",
    ],
});

/// What is true of the session as a whole.
///
/// Wire: `type: session_context`. Seen 190 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionContextAttachment {
    /// Texts by their names, as in `gitStatus`.
    ///
    /// May be absent; seen 190/190.
    pub context: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SessionContextAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SessionContextAttachment {
    tags: ["type" = "session_context"],
    fields: [
        0 optional context: BTreeMap<String, String> = "context",
    ],
});

/// Memory files such as `CLAUDE.md`.
///
/// Wire: `type: instructions`. Seen 4 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InstructionsAttachment {
    /// The files.
    ///
    /// May be absent; seen 4/4.
    pub files: Option<Vec<MemoryFile>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for InstructionsAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] InstructionsAttachment {
    tags: ["type" = "instructions"],
    fields: [
        0 optional files: Vec<MemoryFile> = "files",
    ],
});

/// A memory file that came with a file that was read.
///
/// Wire: `type: nested_memory`. Seen 3 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NestedMemoryAttachment {
    /// The file.
    ///
    /// May be absent; seen 3/3.
    pub path: Option<String>,
    /// The file and what it says.
    ///
    /// May be absent; seen 3/3.
    pub content: Option<MemoryFile>,
    /// The path as it is shown.
    ///
    /// Wire: `displayPath`. May be absent; seen 3/3.
    pub display_path: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for NestedMemoryAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] NestedMemoryAttachment {
    tags: ["type" = "nested_memory"],
    fields: [
        0 optional path: String = "path",
        1 optional content: MemoryFile = "content",
        2 optional display_path: String = "displayPath",
    ],
});

/// The skills that there are.
///
/// Wire: `type: skill_listing`. Seen 180 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SkillListingAttachment {
    /// The list as text.
    ///
    /// May be absent; seen 180/180.
    pub content: Option<String>,
    /// How many.
    ///
    /// Wire: `skillCount`. May be absent; seen 180/180.
    pub skill_count: Option<u64>,
    /// True for the first list of the session.
    ///
    /// Wire: `isInitial`. May be absent; seen 180/180.
    pub is_initial: Option<bool>,
    /// Their names.
    ///
    /// May be absent; seen 180/180.
    pub names: Option<Vec<String>>,
    /// Hashes of what was told about each.
    ///
    /// May be absent; seen 180/180.
    pub digests: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SkillListingAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SkillListingAttachment {
    tags: ["type" = "skill_listing"],
    fields: [
        0 optional content: String = "content",
        1 optional skill_count: u64 = "skillCount",
        2 optional is_initial: bool = "isInitial",
        3 optional names: Vec<String> = "names",
        4 optional digests: Vec<String> = "digests",
    ],
});

/// Agents that are new, or gone.
///
/// Wire: `type: agent_listing_delta`. Seen 178 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AgentListingAttachment {
    /// New ones.
    ///
    /// Wire: `addedTypes`. May be absent; seen 178/178.
    pub added_types: Option<Vec<String>>,
    /// What the model is told about these.
    ///
    /// Wire: `addedLines`. May be absent; seen 178/178.
    pub added_lines: Option<Vec<String>>,
    /// Those of the CLI.
    ///
    /// Wire: `builtInTypes`. May be absent; seen 178/178.
    pub built_in_types: Option<Vec<String>>,
    /// Those of plugins of the CLI.
    ///
    /// Wire: `builtInPluginTypes`. May be absent; seen 178/178.
    pub built_in_plugin_types: Option<Vec<String>>,
    /// Those that are gone.
    ///
    /// Wire: `removedTypes`. May be absent; seen 178/178.
    pub removed_types: Option<Vec<String>>,
    /// True for the first list of the session.
    ///
    /// Wire: `isInitial`. May be absent; seen 178/178.
    pub is_initial: Option<bool>,
    /// True where the model is told to start several at once.
    ///
    /// Wire: `showConcurrencyNote`. May be absent; seen 178/178.
    pub show_concurrency_note: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AgentListingAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] AgentListingAttachment {
    tags: ["type" = "agent_listing_delta"],
    fields: [
        0 optional added_types: Vec<String> = "addedTypes",
        1 optional added_lines: Vec<String> = "addedLines",
        2 optional built_in_types: Vec<String> = "builtInTypes",
        3 optional built_in_plugin_types: Vec<String> = "builtInPluginTypes",
        4 optional removed_types: Vec<String> = "removedTypes",
        5 optional is_initial: bool = "isInitial",
        6 optional show_concurrency_note: bool = "showConcurrencyNote",
    ],
});

/// Tools that can be looked for and are new, or gone.
///
/// Wire: `type: deferred_tools_delta`. Seen 182 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeferredToolsAttachment {
    /// New ones.
    ///
    /// Wire: `addedNames`. May be absent; seen 182/182.
    pub added_names: Option<Vec<String>>,
    /// What the model is told about these.
    ///
    /// Wire: `addedLines`. May be absent; seen 182/182.
    pub added_lines: Option<Vec<String>>,
    /// Those that are gone.
    ///
    /// Wire: `removedNames`. May be absent; seen 182/182.
    pub removed_names: Option<Vec<String>>,
    /// Those that are not told to the API.
    ///
    /// Wire: `wireHiddenNames`. May be absent; seen 182/182.
    pub wire_hidden_names: Option<Vec<String>>,
    /// Those that are back.
    ///
    /// Wire: `readdedNames`. May be absent; seen 182/182.
    pub readded_names: Option<Vec<String>>,
    /// MCP servers that are not ready yet.
    ///
    /// Wire: `pendingMcpServers`. May be absent; seen 177/182.
    pub pending_mcp_servers: Option<Vec<String>>,
    /// MCP servers that want a login.
    ///
    /// Wire: `needsAuthMcpServers`. May be absent; seen 177/182.
    pub needs_auth_mcp_servers: Option<Vec<String>>,
    /// MCP servers that failed.
    ///
    /// Wire: `failedMcpServers`. May be absent; seen 177/182.
    pub failed_mcp_servers: Option<Vec<String>>,
    /// Not explained.
    ///
    /// Wire: `causeNeutral`. May be absent; seen 1/182.
    pub cause_neutral: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for DeferredToolsAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] DeferredToolsAttachment {
    tags: ["type" = "deferred_tools_delta"],
    fields: [
        0 optional added_names: Vec<String> = "addedNames",
        1 optional added_lines: Vec<String> = "addedLines",
        2 optional removed_names: Vec<String> = "removedNames",
        3 optional wire_hidden_names: Vec<String> = "wireHiddenNames",
        4 optional readded_names: Vec<String> = "readdedNames",
        5 optional pending_mcp_servers: Vec<String> = "pendingMcpServers",
        6 optional needs_auth_mcp_servers: Vec<String> = "needsAuthMcpServers",
        7 optional failed_mcp_servers: Vec<String> = "failedMcpServers",
        8 optional cause_neutral: bool = "causeNeutral",
    ],
});

/// Tools that were looked for and are loaded now.
///
/// Wire: `type: deferred_tools_record`. Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeferredToolsRecordAttachment {
    /// The tools, as the API gets them.
    ///
    /// May be absent; seen 1/1.
    pub entries: Option<Vec<Raw>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for DeferredToolsRecordAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] DeferredToolsRecordAttachment {
    tags: ["type" = "deferred_tools_record"],
    fields: [
        0 optional entries: Vec<Raw> = "entries",
    ],
});

/// What MCP servers say about themselves.
///
/// Wire: `type: mcp_instructions_delta`. Seen 10 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct McpInstructionsAttachment {
    /// The servers.
    ///
    /// Wire: `addedNames`. May be absent; seen 10/10.
    pub added_names: Option<Vec<String>>,
    /// What they say.
    ///
    /// Wire: `addedBlocks`. May be absent; seen 10/10.
    pub added_blocks: Option<Vec<String>>,
    /// Servers that are gone.
    ///
    /// Wire: `removedNames`. May be absent; seen 10/10.
    pub removed_names: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for McpInstructionsAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] McpInstructionsAttachment {
    tags: ["type" = "mcp_instructions_delta"],
    fields: [
        0 optional added_names: Vec<String> = "addedNames",
        1 optional added_blocks: Vec<String> = "addedBlocks",
        2 optional removed_names: Vec<String> = "removedNames",
    ],
});

/// How commits and pull requests are to be signed.
///
/// Wire: `type: remote_session_change`. Seen 189 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoteSessionAttachment {
    /// The address of the session on the vendor's machines, if it is there.
    ///
    /// May be null; seen 189/189.
    pub url: Option<String>,
    /// The text for commits.
    ///
    /// May be absent; seen 189/189.
    pub commit: Option<String>,
    /// The text for pull requests.
    ///
    /// May be absent; seen 189/189.
    pub pr: Option<String>,
    /// True where the model is told how to send files.
    ///
    /// Wire: `sendUserFileHint`. May be absent; seen 189/189.
    pub send_user_file_hint: Option<bool>,
    /// True where the organisation sets the text for commits.
    ///
    /// Wire: `managedCommit`. May be absent; seen 189/189.
    pub managed_commit: Option<bool>,
    /// True where the organisation sets the text for pull requests.
    ///
    /// Wire: `managedPr`. May be absent; seen 189/189.
    pub managed_pr: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for RemoteSessionAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] RemoteSessionAttachment {
    tags: ["type" = "remote_session_change"],
    fields: [
        0 nullable url: String = "url",
        1 optional commit: String = "commit",
        2 optional pr: String = "pr",
        3 optional send_user_file_hint: bool = "sendUserFileHint",
        4 optional managed_commit: bool = "managedCommit",
        5 optional managed_pr: bool = "managedPr",
    ],
});

/// A prompt that came while the model was working.
///
/// Wire: `type: queued_command`. Seen 4 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct QueuedCommandAttachment {
    /// The prompt.
    ///
    /// May be absent; seen 4/4.
    pub prompt: Option<Content>,
    /// The prompt's own name.
    ///
    /// May be absent; seen 4/4.
    pub source_uuid: Option<MessageUuid>,
    /// Names its way into the conversation.
    ///
    /// May be absent; seen 4/4.
    pub delivery_id: Option<String>,
    /// What sort of prompt it is, as in `prompt` or `task-notification`.
    ///
    /// Wire: `commandMode`. May be absent; seen 4/4.
    pub command_mode: Option<String>,
    /// Who it comes from.
    ///
    /// May be absent; seen 3/4.
    pub origin: Option<MessageOrigin>,
    /// The run of the task that it is about.
    ///
    /// Wire: `runId`. May be absent; seen 3/4.
    pub run_id: Option<RunId>,
    /// When it came.
    ///
    /// May be absent; seen 4/4.
    pub timestamp: Option<Timestamp>,
    /// What that task consumed.
    ///
    /// May be absent; seen 2/4.
    pub usage: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for QueuedCommandAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] QueuedCommandAttachment {
    tags: ["type" = "queued_command"],
    fields: [
        0 optional prompt: Content = "prompt",
        1 optional source_uuid: MessageUuid = "source_uuid",
        2 optional delivery_id: String = "delivery_id",
        3 optional command_mode: String = "commandMode",
        4 optional origin: MessageOrigin = "origin",
        5 optional run_id: RunId = "runId",
        6 optional timestamp: Timestamp = "timestamp",
        7 optional usage: Raw = "usage",
    ],
});

/// A file that the prompt names with `@`.
///
/// Wire: `type: file`. Seen 3 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileAttachment {
    /// The file.
    ///
    /// May be absent; seen 3/3.
    pub filename: Option<String>,
    /// What it holds, as if it had been read.
    ///
    /// May be absent; seen 3/3.
    pub content: Option<ReadOutput>,
    /// The path as it is shown.
    ///
    /// Wire: `displayPath`. May be absent; seen 3/3.
    pub display_path: Option<String>,
    /// How a saved copy of it is shown to the model.
    ///
    /// Wire: `savedCopyFraming`. May be absent; seen 3/3.
    pub saved_copy_framing: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FileAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] FileAttachment {
    tags: ["type" = "file"],
    fields: [
        0 optional filename: String = "filename",
        1 optional content: ReadOutput = "content",
        2 optional display_path: String = "displayPath",
        3 optional saved_copy_framing: Raw = "savedCopyFraming",
    ],
});

/// A folder that the prompt names with `@`.
///
/// Wire: `type: directory`. Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DirectoryAttachment {
    /// The folder.
    ///
    /// May be absent; seen 1/1.
    pub path: Option<String>,
    /// What is in it.
    ///
    /// May be absent; seen 1/1.
    pub content: Option<String>,
    /// The path as it is shown.
    ///
    /// Wire: `displayPath`. May be absent; seen 1/1.
    pub display_path: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for DirectoryAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] DirectoryAttachment {
    tags: ["type" = "directory"],
    fields: [
        0 optional path: String = "path",
        1 optional content: String = "content",
        2 optional display_path: String = "displayPath",
    ],
});

/// A file that the model has read, and that changed since.
///
/// Wire: `type: edited_text_file`. Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EditedFileAttachment {
    /// The file.
    ///
    /// May be absent; seen 1/1.
    pub filename: Option<String>,
    /// The lines that changed, with their numbers.
    ///
    /// May be absent; seen 1/1.
    pub snippet: Option<String>,
    /// What the CLI remembers of the file.
    ///
    /// Wire: `rereadEntry`. May be absent; seen 1/1.
    pub reread_entry: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for EditedFileAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] EditedFileAttachment {
    tags: ["type" = "edited_text_file"],
    fields: [
        0 optional filename: String = "filename",
        1 optional snippet: String = "snippet",
        2 optional reread_entry: Raw = "rereadEntry",
    ],
});

/// How to plan.
///
/// Wire: `type: plan_mode`. Seen 4 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PlanModeAttachment {
    /// How much the model is told, as in `full`.
    ///
    /// Wire: `reminderType`. May be absent; seen 4/4.
    pub reminder_type: Option<String>,
    /// True in subagents.
    ///
    /// Wire: `isSubAgent`. May be absent; seen 4/4.
    pub is_sub_agent: Option<bool>,
    /// The file for the plan.
    ///
    /// Wire: `planFilePath`. May be absent; seen 4/4.
    pub plan_file_path: Option<String>,
    /// True where that file is there.
    ///
    /// Wire: `planExists`. May be absent; seen 4/4.
    pub plan_exists: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PlanModeAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PlanModeAttachment {
    tags: ["type" = "plan_mode"],
    fields: [
        0 optional reminder_type: String = "reminderType",
        1 optional is_sub_agent: bool = "isSubAgent",
        2 optional plan_file_path: String = "planFilePath",
        3 optional plan_exists: bool = "planExists",
    ],
});

/// Planning is over.
///
/// Wire: `type: plan_mode_exit`. Seen 2 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PlanModeExitAttachment {
    /// The file for the plan.
    ///
    /// Wire: `planFilePath`. May be absent; seen 2/2.
    pub plan_file_path: Option<String>,
    /// True where that file is there.
    ///
    /// Wire: `planExists`. May be absent; seen 2/2.
    pub plan_exists: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PlanModeExitAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PlanModeExitAttachment {
    tags: ["type" = "plan_mode_exit"],
    fields: [
        0 optional plan_file_path: String = "planFilePath",
        1 optional plan_exists: bool = "planExists",
    ],
});

/// How to work where nobody is asked.
///
/// Wire: `type: auto_mode`. Seen 26 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AutoModeAttachment {
    /// A setting of what the model is told.
    ///
    /// Wire: `autoModeConsentFlow`. May be absent; seen 26/26.
    pub auto_mode_consent_flow: Option<bool>,
    /// A setting of what the model is told.
    ///
    /// Wire: `finishExposedWork`. May be absent; seen 26/26.
    pub finish_exposed_work: Option<bool>,
    /// A setting of what the model is told.
    ///
    /// Wire: `bashFirst`. May be absent; seen 26/26.
    pub bash_first: Option<bool>,
    /// A setting of what the model is told.
    ///
    /// Wire: `bashFirstSteer`. May be absent; seen 26/26.
    pub bash_first_steer: Option<String>,
    /// A setting of what the model is told.
    ///
    /// Wire: `steerOnly`. May be absent; seen 26/26.
    pub steer_only: Option<bool>,
    /// True in the permission mode `bypassPermissions`.
    ///
    /// May be absent; seen 26/26.
    pub bypass: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AutoModeAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] AutoModeAttachment {
    tags: ["type" = "auto_mode"],
    fields: [
        0 optional auto_mode_consent_flow: bool = "autoModeConsentFlow",
        1 optional finish_exposed_work: bool = "finishExposedWork",
        2 optional bash_first: bool = "bashFirst",
        3 optional bash_first_steer: String = "bashFirstSteer",
        4 optional steer_only: bool = "steerOnly",
        5 optional bypass: bool = "bypass",
    ],
});

/// The list of tasks, to remember it.
///
/// Wire: `type: task_reminder`. Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskReminderAttachment {
    /// The tasks.
    ///
    /// May be absent; seen 1/1.
    pub content: Option<Vec<ListedTask>>,
    /// How many.
    ///
    /// Wire: `itemCount`. May be absent; seen 1/1.
    pub item_count: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskReminderAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] TaskReminderAttachment {
    tags: ["type" = "task_reminder"],
    fields: [
        0 optional content: Vec<ListedTask> = "content",
        1 optional item_count: u64 = "itemCount",
    ],
});

/// A word to the model that it has not said anything for long.
///
/// Wire: `type: silent_turn_reminder`. Seen 13 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SilentTurnAttachment {
    /// The words.
    ///
    /// May be absent; seen 13/13.
    pub text: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SilentTurnAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SilentTurnAttachment {
    tags: ["type" = "silent_turn_reminder"],
    fields: [
        0 optional text: String = "text",
    ],
});

/// How many tokens are left.
///
/// Wire: `type: total_tokens_reminder`. Seen 19 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TotalTokensAttachment {
    /// The words.
    ///
    /// May be absent; seen 19/19.
    pub text: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TotalTokensAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] TotalTokensAttachment {
    tags: ["type" = "total_tokens_reminder"],
    fields: [
        0 optional text: String = "text",
    ],
});

/// How much money is left, in US dollars.
///
/// Wire: `type: budget_usd`. Seen 2 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BudgetAttachment {
    /// What was spent.
    ///
    /// May be absent; seen 2/2.
    pub used: Option<f64>,
    /// What there was.
    ///
    /// May be absent; seen 2/2.
    pub total: Option<f64>,
    /// What is left.
    ///
    /// May be absent; seen 2/2.
    pub remaining: Option<f64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for BudgetAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] BudgetAttachment {
    tags: ["type" = "budget_usd"],
    fields: [
        0 optional used: f64 = "used",
        1 optional total: f64 = "total",
        2 optional remaining: f64 = "remaining",
    ],
});

/// The turn ended because it took too many requests.
///
/// Wire: `type: max_turns_reached`. Seen 2 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MaxTurnsAttachment {
    /// How many it may take.
    ///
    /// Wire: `maxTurns`. May be absent; seen 2/2.
    pub max_turns: Option<u64>,
    /// How many it would have taken.
    ///
    /// Wire: `turnCount`. May be absent; seen 2/2.
    pub turn_count: Option<u64>,
    /// Not explained.
    ///
    /// Wire: `exitCommitted`. May be absent; seen 2/2.
    pub exit_committed: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for MaxTurnsAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] MaxTurnsAttachment {
    tags: ["type" = "max_turns_reached"],
    fields: [
        0 optional max_turns: u64 = "maxTurns",
        1 optional turn_count: u64 = "turnCount",
        2 optional exit_committed: bool = "exitCommitted",
    ],
});

/// The output in the form that was asked for.
///
/// Wire: `type: structured_output`. Seen 3 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StructuredOutputAttachment {
    /// The output.
    ///
    /// May be absent; seen 3/3.
    pub data: Option<Raw>,
    /// The call that brought it.
    ///
    /// Wire: `toolUseID`. May be absent; seen 3/3.
    pub tool_use_id: Option<ToolUseId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for StructuredOutputAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] StructuredOutputAttachment {
    tags: ["type" = "structured_output"],
    fields: [
        0 optional data: Raw = "data",
        1 optional tool_use_id: ToolUseId = "toolUseID",
    ],
});

/// What a slash command or a skill may use without a question.
///
/// Wire: `type: command_permissions`. Seen 5 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CommandPermissionsAttachment {
    /// Rules for tools.
    ///
    /// Wire: `allowedTools`. May be absent; seen 5/5.
    pub allowed_tools: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CommandPermissionsAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] CommandPermissionsAttachment {
    tags: ["type" = "command_permissions"],
    fields: [
        0 optional allowed_tools: Vec<String> = "allowedTools",
    ],
});

/// The prompt begins with a slash command that is not there.
///
/// Wire: `type: unknown_command_fallback`. Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnknownCommandAttachment {
    /// Its name.
    ///
    /// Wire: `commandName`. May be absent; seen 1/1.
    pub command_name: Option<String>,
    /// Some that are there.
    ///
    /// Wire: `availableCommandNames`. May be absent; seen 1/1.
    pub available_command_names: Option<Vec<String>>,
    /// How many are there.
    ///
    /// Wire: `availableCommandCount`. May be absent; seen 1/1.
    pub available_command_count: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UnknownCommandAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] UnknownCommandAttachment {
    tags: ["type" = "unknown_command_fallback"],
    fields: [
        0 optional command_name: String = "commandName",
        1 optional available_command_names: Vec<String> = "availableCommandNames",
        2 optional available_command_count: u64 = "availableCommandCount",
    ],
});

/// A hook ran.
///
/// Wire: `type: hook_success`. Seen 8 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HookSuccessAttachment {
    /// The event and what it was about, as in `PreToolUse:Bash`.
    ///
    /// Wire: `hookName`. May be absent; seen 8/8.
    pub hook_name: Option<String>,
    /// The event.
    ///
    /// Wire: `hookEvent`. May be absent; seen 8/8.
    pub hook_event: Option<HookEvent>,
    /// The tool call; for other events, the run of the hooks.
    ///
    /// Wire: `toolUseID`. May be absent; seen 8/8.
    pub tool_use_id: Option<ToolUseId>,
    /// What it told the model.
    ///
    /// May be absent; seen 8/8.
    pub content: Option<String>,
    /// What it wrote.
    ///
    /// May be absent; seen 8/8.
    pub stdout: Option<String>,
    /// What it wrote to standard error.
    ///
    /// May be absent; seen 8/8.
    pub stderr: Option<String>,
    /// Its exit code.
    ///
    /// Wire: `exitCode`. May be absent; seen 8/8.
    pub exit_code: Option<i64>,
    /// Its command.
    ///
    /// May be absent; seen 8/8.
    pub command: Option<String>,
    /// How long it ran, in milliseconds.
    ///
    /// Wire: `durationMs`. May be absent; seen 8/8.
    pub duration_ms: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HookSuccessAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] HookSuccessAttachment {
    tags: ["type" = "hook_success"],
    fields: [
        0 optional hook_name: String = "hookName",
        1 optional hook_event: HookEvent = "hookEvent",
        2 optional tool_use_id: ToolUseId = "toolUseID",
        3 optional content: String = "content",
        4 optional stdout: String = "stdout",
        5 optional stderr: String = "stderr",
        6 optional exit_code: i64 = "exitCode",
        7 optional command: String = "command",
        8 optional duration_ms: u64 = "durationMs",
    ],
});

/// A hook failed, which did no harm.
///
/// Wire: `type: hook_non_blocking_error`. Seen 2 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HookErrorAttachment {
    /// The event and what it was about, as in `PreToolUse:Bash`.
    ///
    /// Wire: `hookName`. May be absent; seen 2/2.
    pub hook_name: Option<String>,
    /// The event.
    ///
    /// Wire: `hookEvent`. May be absent; seen 2/2.
    pub hook_event: Option<HookEvent>,
    /// The tool call; for other events, the run of the hooks.
    ///
    /// Wire: `toolUseID`. May be absent; seen 2/2.
    pub tool_use_id: Option<ToolUseId>,
    /// What it wrote.
    ///
    /// May be absent; seen 2/2.
    pub stdout: Option<String>,
    /// What it wrote to standard error.
    ///
    /// May be absent; seen 2/2.
    pub stderr: Option<String>,
    /// Its exit code.
    ///
    /// Wire: `exitCode`. May be absent; seen 2/2.
    pub exit_code: Option<i64>,
    /// Its command.
    ///
    /// May be absent; seen 2/2.
    pub command: Option<String>,
    /// How long it ran, in milliseconds.
    ///
    /// Wire: `durationMs`. May be absent; seen 2/2.
    pub duration_ms: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HookErrorAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] HookErrorAttachment {
    tags: ["type" = "hook_non_blocking_error"],
    fields: [
        0 optional hook_name: String = "hookName",
        1 optional hook_event: HookEvent = "hookEvent",
        2 optional tool_use_id: ToolUseId = "toolUseID",
        3 optional stdout: String = "stdout",
        4 optional stderr: String = "stderr",
        5 optional exit_code: i64 = "exitCode",
        6 optional command: String = "command",
        7 optional duration_ms: u64 = "durationMs",
    ],
});

/// A hook blocked something.
///
/// Wire: `type: hook_blocking_error`. Seen 3 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HookBlockAttachment {
    /// The event and what it was about, as in `PreToolUse:Bash`.
    ///
    /// Wire: `hookName`. May be absent; seen 3/3.
    pub hook_name: Option<String>,
    /// The event.
    ///
    /// Wire: `hookEvent`. May be absent; seen 3/3.
    pub hook_event: Option<HookEvent>,
    /// The tool call; for other events, the run of the hooks.
    ///
    /// Wire: `toolUseID`. May be absent; seen 3/3.
    pub tool_use_id: Option<ToolUseId>,
    /// Why.
    ///
    /// Wire: `blockingError`. May be absent; seen 3/3.
    pub blocking_error: Option<HookBlock>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HookBlockAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] HookBlockAttachment {
    tags: ["type" = "hook_blocking_error"],
    fields: [
        0 optional hook_name: String = "hookName",
        1 optional hook_event: HookEvent = "hookEvent",
        2 optional tool_use_id: ToolUseId = "toolUseID",
        3 optional blocking_error: HookBlock = "blockingError",
    ],
});

/// What hooks told the model.
///
/// Wire: `type: hook_additional_context`. Seen 3 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HookContextAttachment {
    /// The event and what it was about, as in `PreToolUse:Bash`.
    ///
    /// Wire: `hookName`. May be absent; seen 3/3.
    pub hook_name: Option<String>,
    /// The event.
    ///
    /// Wire: `hookEvent`. May be absent; seen 3/3.
    pub hook_event: Option<HookEvent>,
    /// The tool call; for other events, the run of the hooks.
    ///
    /// Wire: `toolUseID`. May be absent; seen 3/3.
    pub tool_use_id: Option<ToolUseId>,
    /// The texts.
    ///
    /// May be absent; seen 3/3.
    pub content: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HookContextAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] HookContextAttachment {
    tags: ["type" = "hook_additional_context"],
    fields: [
        0 optional hook_name: String = "hookName",
        1 optional hook_event: HookEvent = "hookEvent",
        2 optional tool_use_id: ToolUseId = "toolUseID",
        3 optional content: Vec<String> = "content",
    ],
});

/// What a hook told the user.
///
/// Wire: `type: hook_system_message`. Seen 3 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HookMessageAttachment {
    /// The event and what it was about, as in `PreToolUse:Bash`.
    ///
    /// Wire: `hookName`. May be absent; seen 3/3.
    pub hook_name: Option<String>,
    /// The event.
    ///
    /// Wire: `hookEvent`. May be absent; seen 3/3.
    pub hook_event: Option<HookEvent>,
    /// The tool call; for other events, the run of the hooks.
    ///
    /// Wire: `toolUseID`. May be absent; seen 3/3.
    pub tool_use_id: Option<ToolUseId>,
    /// The text.
    ///
    /// May be absent; seen 3/3.
    pub content: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HookMessageAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] HookMessageAttachment {
    tags: ["type" = "hook_system_message"],
    fields: [
        0 optional hook_name: String = "hookName",
        1 optional hook_event: HookEvent = "hookEvent",
        2 optional tool_use_id: ToolUseId = "toolUseID",
        3 optional content: String = "content",
    ],
});

/// A hook decided about a tool call.
///
/// Wire: `type: hook_permission_decision`. Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HookPermissionAttachment {
    /// The event.
    ///
    /// Wire: `hookEvent`. May be absent; seen 1/1.
    pub hook_event: Option<HookEvent>,
    /// The tool call; for other events, the run of the hooks.
    ///
    /// Wire: `toolUseID`. May be absent; seen 1/1.
    pub tool_use_id: Option<ToolUseId>,
    /// What it said.
    ///
    /// May be absent; seen 1/1.
    pub decision: Option<PermissionBehavior>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HookPermissionAttachment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] HookPermissionAttachment {
    tags: ["type" = "hook_permission_decision"],
    fields: [
        0 optional hook_event: HookEvent = "hookEvent",
        1 optional tool_use_id: ToolUseId = "toolUseID",
        2 optional decision: PermissionBehavior = "decision",
    ],
});

/// The machine and the working directory.
///
/// Seen 196 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EnvironmentSnapshot {
    /// The working directory.
    ///
    /// Wire: `workingDirectory`. May be absent; seen 196/196.
    pub working_directory: Option<String>,
    /// True in a git worktree.
    ///
    /// Wire: `isWorktree`. May be absent; seen 196/196.
    pub is_worktree: Option<bool>,
    /// True in a git repository.
    ///
    /// Wire: `isGitRepo`. May be absent; seen 196/196.
    pub is_git_repo: Option<bool>,
    /// Other folders that count as working directories.
    ///
    /// Wire: `additionalWorkingDirectories`. May be absent; seen 196/196.
    pub additional_working_directories: Option<Vec<String>>,
    /// The system, as in `linux`.
    ///
    /// May be absent; seen 196/196.
    pub platform: Option<String>,
    /// The shell, as in `bash`.
    ///
    /// May be absent; seen 196/196.
    pub shell: Option<String>,
    /// The version of the system.
    ///
    /// Wire: `osVersion`. May be absent; seen 196/196.
    pub os_version: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for EnvironmentSnapshot {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] EnvironmentSnapshot {
    tags: [],
    fields: [
        0 optional working_directory: String = "workingDirectory",
        1 optional is_worktree: bool = "isWorktree",
        2 optional is_git_repo: bool = "isGitRepo",
        3 optional additional_working_directories: Vec<String> = "additionalWorkingDirectories",
        4 optional platform: String = "platform",
        5 optional shell: String = "shell",
        6 optional os_version: String = "osVersion",
    ],
});

/// A model.
///
/// Seen 193 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ModelIdentity {
    /// Its full name.
    ///
    /// Wire: `modelId`. May be absent; seen 193/193.
    pub model_id: Option<ModelName>,
    /// Its name for people.
    ///
    /// Wire: `marketingName`. May be absent; seen 193/193.
    pub marketing_name: Option<String>,
    /// Up to when it knows the world, as in `June 2026`.
    ///
    /// Wire: `knowledgeCutoff`. May be absent; seen 193/193.
    pub knowledge_cutoff: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ModelIdentity {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ModelIdentity {
    tags: [],
    fields: [
        0 optional model_id: ModelName = "modelId",
        1 optional marketing_name: String = "marketingName",
        2 optional knowledge_cutoff: String = "knowledgeCutoff",
    ],
});

/// A memory file.
///
/// Seen 8 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MemoryFile {
    /// The file.
    ///
    /// May be absent; seen 8/8.
    pub path: Option<String>,
    /// Whose it is.
    ///
    /// Wire: `type`. May be absent; seen 8/8.
    pub scope: Option<InstructionsScope>,
    /// What the model reads of it.
    ///
    /// May be absent; seen 8/8.
    pub content: Option<String>,
    /// True where the file says more than that.
    ///
    /// Wire: `contentDiffersFromDisk`. May be absent; seen 3/8.
    pub content_differs_from_disk: Option<bool>,
    /// What the file says.
    ///
    /// Wire: `rawContent`. May be absent; seen 1/8.
    pub raw_content: Option<String>,
    /// The files for which it counts.
    ///
    /// May be absent; seen 1/8.
    pub globs: Option<Vec<String>>,
    /// True for a file among the rules.
    ///
    /// Wire: `isRule`. May be absent; seen 1/8.
    pub is_rule: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for MemoryFile {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] MemoryFile {
    tags: [],
    fields: [
        0 optional path: String = "path",
        1 optional scope: InstructionsScope = "type",
        2 optional content: String = "content",
        3 optional content_differs_from_disk: bool = "contentDiffersFromDisk",
        4 optional raw_content: String = "rawContent",
        5 optional globs: Vec<String> = "globs",
        6 optional is_rule: bool = "isRule",
    ],
});

/// Why a hook blocked something.
///
/// Seen 3 times in the recordings.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HookBlock {
    /// The reason.
    ///
    /// Wire: `blockingError`. May be absent; seen 3/3.
    pub blocking_error: Option<String>,
    /// The hook's command; `callback` for those of the SDK.
    ///
    /// May be absent; seen 3/3.
    pub command: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HookBlock {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] HookBlock {
    tags: [],
    fields: [
        0 optional blocking_error: String = "blockingError",
        1 optional command: String = "command",
    ],
});
