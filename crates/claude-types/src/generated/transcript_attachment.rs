// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Attachments: context that the CLI gives the model in addition to the prompt, as recorded in session files.

use super::all::*;

/// Context that the CLI gives the model in addition to the prompt. The CLI has further kinds.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum Attachment {
    /// The system prompt and the tools as they were sent.
    PromptSnapshot(Box<PromptSnapshotAttachment>),
    /// The machine and the working directory.
    Environment(Box<EnvironmentAttachment>),
    /// The identity of the model.
    Model(Box<ModelAttachment>),
    /// The date.
    Date(Box<DateAttachment>),
    /// Facts about the session as a whole.
    SessionContext(Box<SessionContextAttachment>),
    /// Memory files such as `CLAUDE.md`.
    Instructions(Box<InstructionsAttachment>),
    /// A memory file that was loaded together with another file.
    NestedMemory(Box<NestedMemoryAttachment>),
    /// The available skills.
    SkillListing(Box<SkillListingAttachment>),
    /// Agents that were added or removed.
    AgentListingDelta(Box<AgentListingAttachment>),
    /// Tools that can be searched for and were added or removed.
    DeferredToolsDelta(Box<DeferredToolsAttachment>),
    /// Tools that were found by a search and are loaded now.
    DeferredToolsRecord(Box<DeferredToolsRecordAttachment>),
    /// The instructions of MCP servers.
    McpInstructionsDelta(Box<McpInstructionsAttachment>),
    /// How to sign commits and pull requests.
    RemoteSessionChange(Box<RemoteSessionAttachment>),
    /// A prompt that arrived while the model was working.
    QueuedCommand(Box<QueuedCommandAttachment>),
    /// A file that the prompt names with `@`.
    File(Box<FileAttachment>),
    /// A directory that the prompt names with `@`.
    Directory(Box<DirectoryAttachment>),
    /// A file that changed after the model read it.
    EditedTextFile(Box<EditedFileAttachment>),
    /// How to work in plan mode.
    PlanMode(Box<PlanModeAttachment>),
    /// The end of plan mode.
    PlanModeExit(Box<PlanModeExitAttachment>),
    /// How to work if no permission requests are sent.
    AutoMode(Box<AutoModeAttachment>),
    /// A reminder of the task list.
    TaskReminder(Box<TaskReminderAttachment>),
    /// A reminder that the model has not written a text for a long time.
    SilentTurnReminder(Box<SilentTurnAttachment>),
    /// The number of tokens that are left.
    TotalTokensReminder(Box<TotalTokensAttachment>),
    /// The budget that is left, in US dollars.
    BudgetUsd(Box<BudgetAttachment>),
    /// The turn ended because it needed too many requests.
    MaxTurnsReached(Box<MaxTurnsAttachment>),
    /// The output in the requested format.
    StructuredOutput(Box<StructuredOutputAttachment>),
    /// The tools that a slash command or a skill may use without asking.
    CommandPermissions(Box<CommandPermissionsAttachment>),
    /// The prompt begins with an unknown slash command.
    UnknownCommandFallback(Box<UnknownCommandAttachment>),
    /// A hook ran.
    HookSuccess(Box<HookSuccessAttachment>),
    /// A hook failed without further effect.
    HookNonBlockingError(Box<HookErrorAttachment>),
    /// A hook blocked an action.
    HookBlockingError(Box<HookBlockAttachment>),
    /// The texts of hooks for the model.
    HookAdditionalContext(Box<HookContextAttachment>),
    /// The text of a hook for the user.
    HookSystemMessage(Box<HookMessageAttachment>),
    /// The decision of a hook about a tool call.
    HookPermissionDecision(Box<HookPermissionAttachment>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(Attachment by "type" {
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

/// The system prompt and the tools as they were sent.
///
/// Wire: `type: prompt_snapshot`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PromptSnapshotAttachment {
    /// The parts of the system prompt.
    pub system_prompt: Option<Vec<String>>,
    /// The tools, in the form that is sent to the API.
    pub tools: Option<Vec<Raw>>,
    /// The first sentence of the system prompt.
    pub cli_prefix: Option<String>,
    /// How the rest of the context is given, as in `announced`.
    pub context_rendering: Option<String>,
    /// A setting for building prompts.
    pub reminder_fold: Option<bool>,
    /// A setting for building prompts.
    pub echo_wire_tool_inputs: Option<bool>,
    /// A setting for building prompts.
    pub system_turns: Option<bool>,
    /// A setting for building prompts.
    pub tool_change_header: Option<bool>,
    /// A setting for building prompts.
    pub inline_tools: Option<bool>,
    /// A setting for building prompts.
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

wire_struct!(PromptSnapshotAttachment {
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
/// Wire: `type: environment`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct EnvironmentAttachment {
    /// The current values.
    pub snapshot: Option<EnvironmentSnapshot>,
    /// The changes since the previous attachment of this kind.
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

wire_struct!(EnvironmentAttachment {
    tags: ["type" = "environment"],
    fields: [
        0 optional snapshot: EnvironmentSnapshot = "snapshot",
        1 optional changes: Vec<Raw> = "changes",
    ],
});

/// The identity of the model.
///
/// Wire: `type: model`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ModelAttachment {
    /// The model.
    pub identity: Option<ModelIdentity>,
    /// The sentence about the model.
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

wire_struct!(ModelAttachment {
    tags: ["type" = "model"],
    fields: [
        0 optional identity: ModelIdentity = "identity",
        1 optional text: String = "text",
    ],
});

/// The date.
///
/// Wire: `type: date`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct DateAttachment {
    /// The date, as in `2026-11-21`.
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

wire_struct!(DateAttachment {
    tags: ["type" = "date"],
    fields: [
        0 optional date: String = "date",
    ],
});

/// Facts about the session as a whole.
///
/// Wire: `type: session_context`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SessionContextAttachment {
    /// Texts by name, as in `gitStatus`.
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

wire_struct!(SessionContextAttachment {
    tags: ["type" = "session_context"],
    fields: [
        0 optional context: BTreeMap<String, String> = "context",
    ],
});

/// Memory files such as `CLAUDE.md`.
///
/// Wire: `type: instructions`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InstructionsAttachment {
    /// The files.
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

wire_struct!(InstructionsAttachment {
    tags: ["type" = "instructions"],
    fields: [
        0 optional files: Vec<MemoryFile> = "files",
    ],
});

/// A memory file that was loaded together with another file.
///
/// Wire: `type: nested_memory`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct NestedMemoryAttachment {
    /// The file.
    pub path: Option<String>,
    /// The file and its content.
    pub content: Option<MemoryFile>,
    /// The path for display.
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

wire_struct!(NestedMemoryAttachment {
    tags: ["type" = "nested_memory"],
    fields: [
        0 optional path: String = "path",
        1 optional content: MemoryFile = "content",
        2 optional display_path: String = "displayPath",
    ],
});

/// The available skills.
///
/// Wire: `type: skill_listing`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SkillListingAttachment {
    /// The list as text.
    pub content: Option<String>,
    /// The number of skills.
    pub skill_count: Option<u64>,
    /// True for the first list of the session.
    pub is_initial: Option<bool>,
    /// The names of the skills.
    pub names: Option<Vec<String>>,
    /// The hashes of what the model received about each skill.
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

wire_struct!(SkillListingAttachment {
    tags: ["type" = "skill_listing"],
    fields: [
        0 optional content: String = "content",
        1 optional skill_count: u64 = "skillCount",
        2 optional is_initial: bool = "isInitial",
        3 optional names: Vec<String> = "names",
        4 optional digests: Vec<String> = "digests",
    ],
});

/// Agents that were added or removed.
///
/// Wire: `type: agent_listing_delta`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AgentListingAttachment {
    /// The types that were added.
    pub added_types: Option<Vec<String>>,
    /// The texts about these that the model receives.
    pub added_lines: Option<Vec<String>>,
    /// The types that belong to the CLI.
    pub built_in_types: Option<Vec<String>>,
    /// The types of the CLI's plugins.
    pub built_in_plugin_types: Option<Vec<String>>,
    /// The types that were removed.
    pub removed_types: Option<Vec<String>>,
    /// True for the first list of the session.
    pub is_initial: Option<bool>,
    /// True if the model is asked to start several agents at once.
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

wire_struct!(AgentListingAttachment {
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

/// Tools that can be searched for and were added or removed.
///
/// Wire: `type: deferred_tools_delta`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct DeferredToolsAttachment {
    /// The names that were added.
    pub added_names: Option<Vec<String>>,
    /// The texts about these that the model receives.
    pub added_lines: Option<Vec<String>>,
    /// The names that were removed.
    pub removed_names: Option<Vec<String>>,
    /// The names that are not sent to the API.
    pub wire_hidden_names: Option<Vec<String>>,
    /// The names that were added again.
    pub readded_names: Option<Vec<String>>,
    /// The MCP servers that are not ready yet.
    pub pending_mcp_servers: Option<Vec<String>>,
    /// The MCP servers that require a login.
    pub needs_auth_mcp_servers: Option<Vec<String>>,
    /// The MCP servers that failed.
    pub failed_mcp_servers: Option<Vec<String>>,
    /// Not explained.
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

wire_struct!(DeferredToolsAttachment {
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

/// Tools that were found by a search and are loaded now.
///
/// Wire: `type: deferred_tools_record`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct DeferredToolsRecordAttachment {
    /// The tools, in the form that is sent to the API.
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

wire_struct!(DeferredToolsRecordAttachment {
    tags: ["type" = "deferred_tools_record"],
    fields: [
        0 optional entries: Vec<Raw> = "entries",
    ],
});

/// The instructions of MCP servers.
///
/// Wire: `type: mcp_instructions_delta`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpInstructionsAttachment {
    /// The names of the servers.
    pub added_names: Option<Vec<String>>,
    /// The instructions of these servers.
    pub added_blocks: Option<Vec<String>>,
    /// The servers that were removed.
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

wire_struct!(McpInstructionsAttachment {
    tags: ["type" = "mcp_instructions_delta"],
    fields: [
        0 optional added_names: Vec<String> = "addedNames",
        1 optional added_blocks: Vec<String> = "addedBlocks",
        2 optional removed_names: Vec<String> = "removedNames",
    ],
});

/// How to sign commits and pull requests.
///
/// Wire: `type: remote_session_change`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoteSessionAttachment {
    /// The URL of the session on the vendor's machines, if it runs there.
    pub url: Option<String>,
    /// The text for commits.
    pub commit: Option<String>,
    /// The text for pull requests.
    pub pr: Option<String>,
    /// True if the model receives a hint on how to send files.
    pub send_user_file_hint: Option<bool>,
    /// True if the organisation sets the text for commits.
    pub managed_commit: Option<bool>,
    /// True if the organisation sets the text for pull requests.
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

wire_struct!(RemoteSessionAttachment {
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

/// A prompt that arrived while the model was working.
///
/// Wire: `type: queued_command`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct QueuedCommandAttachment {
    /// The prompt.
    pub prompt: Option<Content>,
    /// The ID of the prompt.
    pub source_uuid: Option<MessageUuid>,
    /// The ID of the delivery into the conversation.
    pub delivery_id: Option<String>,
    /// The kind of prompt, as in `prompt` or `task-notification`.
    pub command_mode: Option<String>,
    /// The origin of the prompt.
    pub origin: Option<MessageOrigin>,
    /// The run of the task that the prompt is about.
    pub run_id: Option<RunId>,
    /// The time at which the prompt arrived.
    pub timestamp: Option<Timestamp>,
    /// The usage of that task.
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

wire_struct!(QueuedCommandAttachment {
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
/// Wire: `type: file`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FileAttachment {
    /// The path of the file.
    pub filename: Option<String>,
    /// The content of the file, in the form of the output of Read.
    pub content: Option<ReadOutput>,
    /// The path for display.
    pub display_path: Option<String>,
    /// How a saved copy of the file is shown to the model.
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

wire_struct!(FileAttachment {
    tags: ["type" = "file"],
    fields: [
        0 optional filename: String = "filename",
        1 optional content: ReadOutput = "content",
        2 optional display_path: String = "displayPath",
        3 optional saved_copy_framing: Raw = "savedCopyFraming",
    ],
});

/// A directory that the prompt names with `@`.
///
/// Wire: `type: directory`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct DirectoryAttachment {
    /// The path of the directory.
    pub path: Option<String>,
    /// The entries of the directory.
    pub content: Option<String>,
    /// The path for display.
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

wire_struct!(DirectoryAttachment {
    tags: ["type" = "directory"],
    fields: [
        0 optional path: String = "path",
        1 optional content: String = "content",
        2 optional display_path: String = "displayPath",
    ],
});

/// A file that changed after the model read it.
///
/// Wire: `type: edited_text_file`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct EditedFileAttachment {
    /// The path of the file.
    pub filename: Option<String>,
    /// The lines that changed, with their numbers.
    pub snippet: Option<String>,
    /// What the CLI records about the file.
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

wire_struct!(EditedFileAttachment {
    tags: ["type" = "edited_text_file"],
    fields: [
        0 optional filename: String = "filename",
        1 optional snippet: String = "snippet",
        2 optional reread_entry: Raw = "rereadEntry",
    ],
});

/// How to work in plan mode.
///
/// Wire: `type: plan_mode`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PlanModeAttachment {
    /// The level of detail of the reminder, as in `full`.
    pub reminder_type: Option<String>,
    /// True in subagents.
    pub is_sub_agent: Option<bool>,
    /// The file for the plan.
    pub plan_file_path: Option<String>,
    /// True if that file exists.
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

wire_struct!(PlanModeAttachment {
    tags: ["type" = "plan_mode"],
    fields: [
        0 optional reminder_type: String = "reminderType",
        1 optional is_sub_agent: bool = "isSubAgent",
        2 optional plan_file_path: String = "planFilePath",
        3 optional plan_exists: bool = "planExists",
    ],
});

/// The end of plan mode.
///
/// Wire: `type: plan_mode_exit`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PlanModeExitAttachment {
    /// The file for the plan.
    pub plan_file_path: Option<String>,
    /// True if that file exists.
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

wire_struct!(PlanModeExitAttachment {
    tags: ["type" = "plan_mode_exit"],
    fields: [
        0 optional plan_file_path: String = "planFilePath",
        1 optional plan_exists: bool = "planExists",
    ],
});

/// How to work if no permission requests are sent.
///
/// Wire: `type: auto_mode`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AutoModeAttachment {
    /// A setting of the text that the model receives.
    pub auto_mode_consent_flow: Option<bool>,
    /// A setting of the text that the model receives.
    pub finish_exposed_work: Option<bool>,
    /// A setting of the text that the model receives.
    pub bash_first: Option<bool>,
    /// A setting of the text that the model receives.
    pub bash_first_steer: Option<String>,
    /// A setting of the text that the model receives.
    pub steer_only: Option<bool>,
    /// True in the permission mode `bypassPermissions`.
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

wire_struct!(AutoModeAttachment {
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

/// A reminder of the task list.
///
/// Wire: `type: task_reminder`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskReminderAttachment {
    /// The tasks.
    pub content: Option<Vec<ListedTask>>,
    /// The number of tasks.
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

wire_struct!(TaskReminderAttachment {
    tags: ["type" = "task_reminder"],
    fields: [
        0 optional content: Vec<ListedTask> = "content",
        1 optional item_count: u64 = "itemCount",
    ],
});

/// A reminder that the model has not written a text for a long time.
///
/// Wire: `type: silent_turn_reminder`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SilentTurnAttachment {
    /// The text of the reminder.
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

wire_struct!(SilentTurnAttachment {
    tags: ["type" = "silent_turn_reminder"],
    fields: [
        0 optional text: String = "text",
    ],
});

/// The number of tokens that are left.
///
/// Wire: `type: total_tokens_reminder`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TotalTokensAttachment {
    /// The text that the model receives.
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

wire_struct!(TotalTokensAttachment {
    tags: ["type" = "total_tokens_reminder"],
    fields: [
        0 optional text: String = "text",
    ],
});

/// The budget that is left, in US dollars.
///
/// Wire: `type: budget_usd`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BudgetAttachment {
    /// The amount that was spent.
    pub used: Option<f64>,
    /// The total budget.
    pub total: Option<f64>,
    /// The amount that is left.
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

wire_struct!(BudgetAttachment {
    tags: ["type" = "budget_usd"],
    fields: [
        0 optional used: f64 = "used",
        1 optional total: f64 = "total",
        2 optional remaining: f64 = "remaining",
    ],
});

/// The turn ended because it needed too many requests.
///
/// Wire: `type: max_turns_reached`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MaxTurnsAttachment {
    /// The maximum number of requests.
    pub max_turns: Option<u64>,
    /// The number of requests that the turn would have needed.
    pub turn_count: Option<u64>,
    /// Not explained.
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

wire_struct!(MaxTurnsAttachment {
    tags: ["type" = "max_turns_reached"],
    fields: [
        0 optional max_turns: u64 = "maxTurns",
        1 optional turn_count: u64 = "turnCount",
        2 optional exit_committed: bool = "exitCommitted",
    ],
});

/// The output in the requested format.
///
/// Wire: `type: structured_output`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct StructuredOutputAttachment {
    /// The output.
    pub data: Option<Raw>,
    /// The tool call that returned the output.
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

wire_struct!(StructuredOutputAttachment {
    tags: ["type" = "structured_output"],
    fields: [
        0 optional data: Raw = "data",
        1 optional tool_use_id: ToolUseId = "toolUseID",
    ],
});

/// The tools that a slash command or a skill may use without asking.
///
/// Wire: `type: command_permissions`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CommandPermissionsAttachment {
    /// Rules for tools.
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

wire_struct!(CommandPermissionsAttachment {
    tags: ["type" = "command_permissions"],
    fields: [
        0 optional allowed_tools: Vec<String> = "allowedTools",
    ],
});

/// The prompt begins with an unknown slash command.
///
/// Wire: `type: unknown_command_fallback`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UnknownCommandAttachment {
    /// The name of the command.
    pub command_name: Option<String>,
    /// Some of the available commands.
    pub available_command_names: Option<Vec<String>>,
    /// The number of available commands.
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

wire_struct!(UnknownCommandAttachment {
    tags: ["type" = "unknown_command_fallback"],
    fields: [
        0 optional command_name: String = "commandName",
        1 optional available_command_names: Vec<String> = "availableCommandNames",
        2 optional available_command_count: u64 = "availableCommandCount",
    ],
});

/// A hook ran.
///
/// Wire: `type: hook_success`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookSuccessAttachment {
    /// The event and its subject, as in `PreToolUse:Bash`.
    pub hook_name: Option<String>,
    /// The event of the hook.
    pub hook_event: Option<HookEvent>,
    /// The ID of the tool call; for other events, the ID of the run of the hooks.
    pub tool_use_id: Option<ToolUseId>,
    /// The text for the model.
    pub content: Option<String>,
    /// The standard output of the hook.
    pub stdout: Option<String>,
    /// The standard error of the hook.
    pub stderr: Option<String>,
    /// The exit code of the hook.
    pub exit_code: Option<i64>,
    /// The command of the hook.
    pub command: Option<String>,
    /// The duration in milliseconds.
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

wire_struct!(HookSuccessAttachment {
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

/// A hook failed without further effect.
///
/// Wire: `type: hook_non_blocking_error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookErrorAttachment {
    /// The event and its subject, as in `PreToolUse:Bash`.
    pub hook_name: Option<String>,
    /// The event of the hook.
    pub hook_event: Option<HookEvent>,
    /// The ID of the tool call; for other events, the ID of the run of the hooks.
    pub tool_use_id: Option<ToolUseId>,
    /// The standard output of the hook.
    pub stdout: Option<String>,
    /// The standard error of the hook.
    pub stderr: Option<String>,
    /// The exit code of the hook.
    pub exit_code: Option<i64>,
    /// The command of the hook.
    pub command: Option<String>,
    /// The duration in milliseconds.
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

wire_struct!(HookErrorAttachment {
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

/// A hook blocked an action.
///
/// Wire: `type: hook_blocking_error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookBlockAttachment {
    /// The event and its subject, as in `PreToolUse:Bash`.
    pub hook_name: Option<String>,
    /// The event of the hook.
    pub hook_event: Option<HookEvent>,
    /// The ID of the tool call; for other events, the ID of the run of the hooks.
    pub tool_use_id: Option<ToolUseId>,
    /// The reason for blocking.
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

wire_struct!(HookBlockAttachment {
    tags: ["type" = "hook_blocking_error"],
    fields: [
        0 optional hook_name: String = "hookName",
        1 optional hook_event: HookEvent = "hookEvent",
        2 optional tool_use_id: ToolUseId = "toolUseID",
        3 optional blocking_error: HookBlock = "blockingError",
    ],
});

/// The texts of hooks for the model.
///
/// Wire: `type: hook_additional_context`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookContextAttachment {
    /// The event and its subject, as in `PreToolUse:Bash`.
    pub hook_name: Option<String>,
    /// The event of the hook.
    pub hook_event: Option<HookEvent>,
    /// The ID of the tool call; for other events, the ID of the run of the hooks.
    pub tool_use_id: Option<ToolUseId>,
    /// The texts.
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

wire_struct!(HookContextAttachment {
    tags: ["type" = "hook_additional_context"],
    fields: [
        0 optional hook_name: String = "hookName",
        1 optional hook_event: HookEvent = "hookEvent",
        2 optional tool_use_id: ToolUseId = "toolUseID",
        3 optional content: Vec<String> = "content",
    ],
});

/// The text of a hook for the user.
///
/// Wire: `type: hook_system_message`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookMessageAttachment {
    /// The event and its subject, as in `PreToolUse:Bash`.
    pub hook_name: Option<String>,
    /// The event of the hook.
    pub hook_event: Option<HookEvent>,
    /// The ID of the tool call; for other events, the ID of the run of the hooks.
    pub tool_use_id: Option<ToolUseId>,
    /// The text.
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

wire_struct!(HookMessageAttachment {
    tags: ["type" = "hook_system_message"],
    fields: [
        0 optional hook_name: String = "hookName",
        1 optional hook_event: HookEvent = "hookEvent",
        2 optional tool_use_id: ToolUseId = "toolUseID",
        3 optional content: String = "content",
    ],
});

/// The decision of a hook about a tool call.
///
/// Wire: `type: hook_permission_decision`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookPermissionAttachment {
    /// The event of the hook.
    pub hook_event: Option<HookEvent>,
    /// The ID of the tool call; for other events, the ID of the run of the hooks.
    pub tool_use_id: Option<ToolUseId>,
    /// The decision of the hook.
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

wire_struct!(HookPermissionAttachment {
    tags: ["type" = "hook_permission_decision"],
    fields: [
        0 optional hook_event: HookEvent = "hookEvent",
        1 optional tool_use_id: ToolUseId = "toolUseID",
        2 optional decision: PermissionBehavior = "decision",
    ],
});

/// The machine and the working directory.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct EnvironmentSnapshot {
    /// The working directory.
    pub working_directory: Option<String>,
    /// True in a git worktree.
    pub is_worktree: Option<bool>,
    /// True in a git repository.
    pub is_git_repo: Option<bool>,
    /// Further directories that count as working directories.
    pub additional_working_directories: Option<Vec<String>>,
    /// The system, as in `linux`.
    pub platform: Option<String>,
    /// The shell, as in `bash`.
    pub shell: Option<String>,
    /// The version of the system.
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

wire_struct!(EnvironmentSnapshot {
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
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ModelIdentity {
    /// The full name of the model.
    pub model_id: Option<ModelName>,
    /// The name of the model for display.
    pub marketing_name: Option<String>,
    /// The date of the latest knowledge of the model, as in `June 2026`.
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

wire_struct!(ModelIdentity {
    tags: [],
    fields: [
        0 optional model_id: ModelName = "modelId",
        1 optional marketing_name: String = "marketingName",
        2 optional knowledge_cutoff: String = "knowledgeCutoff",
    ],
});

/// A memory file.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MemoryFile {
    /// The path of the file.
    pub path: Option<String>,
    /// The scope of the file. Wire: `type`.
    pub scope: Option<InstructionsScope>,
    /// The content that the model receives.
    pub content: Option<String>,
    /// True if the content of the file differs from what the model receives.
    pub content_differs_from_disk: Option<bool>,
    /// The content of the file.
    pub raw_content: Option<String>,
    /// The patterns of the files that the memory file applies to.
    pub globs: Option<Vec<String>>,
    /// True if the file is one of the rules.
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

wire_struct!(MemoryFile {
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

/// The reason why a hook blocked an action.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HookBlock {
    /// The reason.
    pub blocking_error: Option<String>,
    /// The command of the hook; `callback` for hooks of the SDK.
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

wire_struct!(HookBlock {
    tags: [],
    fields: [
        0 optional blocking_error: String = "blockingError",
        1 optional command: String = "command",
    ],
});
