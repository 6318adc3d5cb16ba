// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Hook inputs about tool calls and their permissions.

use super::all::*;

/// The party that started a skill or slash command.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SkillInvoker {
    /// The user, or a prompt of the SDK.
    User,
    /// The model, by the tool `Skill` or in a turn that it scheduled.
    Claude,
    /// Another party, such as a subagent, or an unknown one. Wire: `other`.
    AnotherParty,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SkillInvoker {
    User = "user",
    Claude = "claude",
    AnotherParty = "other",
});

/// The input of a `PreToolUse` hook: a tool is about to run.
///
/// Wire: `hook_event_name: PreToolUse`.
///
/// The input of hooks of the event `PreToolUse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PreToolUseInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The tool. Tools of MCP servers are named `mcp__server__tool`.
    pub tool_name: String,
    /// The input of the tool.
    pub tool_input: Raw,
    /// The tool call.
    pub tool_use_id: Option<ToolUseId>,
    /// The MCP server of the tool.
    pub mcp_server: Option<McpServerRef>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] PreToolUseInput {
    tags: ["hook_event_name" = "PreToolUse"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required tool_name: String = "tool_name",
        9 required tool_input: Raw = "tool_input",
        10 optional tool_use_id: ToolUseId = "tool_use_id",
        11 optional mcp_server: McpServerRef = "mcp_server",
    ],
});

/// The input of a `PreSkillShellCommand` hook: a shell command in a skill or slash command is about to run. Since CLI 2.1.332.
///
/// Wire: `hook_event_name: PreSkillShellCommand`.
///
/// The input of hooks of the event `PreSkillShellCommand`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PreSkillShellCommandInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The shell tool that runs the command: `Bash` or `PowerShell`.
    pub tool_name: String,
    /// An object with `command`: the command as it would run, with its arguments filled in.
    pub tool_input: Raw,
    /// The ID of this command. It names no tool call in the transcript.
    pub tool_use_id: ToolUseId,
    /// The skill or slash command that contains the shell command.
    pub command_name: String,
    /// Where the skill or slash command comes from.
    pub command_source: Option<String>,
    /// Which party started the skill or slash command.
    pub invoked_by: SkillInvoker,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] PreSkillShellCommandInput {
    tags: ["hook_event_name" = "PreSkillShellCommand"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required tool_name: String = "tool_name",
        9 required tool_input: Raw = "tool_input",
        10 required tool_use_id: ToolUseId = "tool_use_id",
        11 required command_name: String = "command_name",
        12 optional command_source: String = "command_source",
        13 required invoked_by: SkillInvoker = "invoked_by",
    ],
});

/// The input of a `PostToolUse` hook: a tool has run.
///
/// Wire: `hook_event_name: PostToolUse`.
///
/// The input of hooks of the event `PostToolUse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PostToolUseInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The tool.
    pub tool_name: String,
    /// The input that the tool ran with.
    pub tool_input: Option<Raw>,
    /// The output of the tool: an object for tools of the CLI, blocks for MCP tools.
    pub tool_response: Option<Raw>,
    /// The tool call.
    pub tool_use_id: Option<ToolUseId>,
    /// The duration of the run in milliseconds, without control requests and hooks.
    pub duration_ms: Option<u64>,
    /// The MCP server of the tool.
    pub mcp_server: Option<McpServerRef>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] PostToolUseInput {
    tags: ["hook_event_name" = "PostToolUse"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required tool_name: String = "tool_name",
        9 optional tool_input: Raw = "tool_input",
        10 optional tool_response: Raw = "tool_response",
        11 optional tool_use_id: ToolUseId = "tool_use_id",
        12 optional duration_ms: u64 = "duration_ms",
        13 optional mcp_server: McpServerRef = "mcp_server",
    ],
});

/// The input of a `PostToolUseFailure` hook: a tool has failed.
///
/// Wire: `hook_event_name: PostToolUseFailure`.
///
/// The input of hooks of the event `PostToolUseFailure`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PostToolUseFailureInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The tool.
    pub tool_name: String,
    /// The input that the tool ran with.
    pub tool_input: Option<Raw>,
    /// The tool call.
    pub tool_use_id: Option<ToolUseId>,
    /// The error, as text of the tool.
    pub error: Option<String>,
    /// True if the tool was interrupted.
    pub is_interrupt: Option<bool>,
    /// The duration of the run in milliseconds, without control requests and hooks.
    pub duration_ms: Option<u64>,
    /// The MCP server of the tool.
    pub mcp_server: Option<McpServerRef>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] PostToolUseFailureInput {
    tags: ["hook_event_name" = "PostToolUseFailure"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required tool_name: String = "tool_name",
        9 optional tool_input: Raw = "tool_input",
        10 optional tool_use_id: ToolUseId = "tool_use_id",
        11 optional error: String = "error",
        12 optional is_interrupt: bool = "is_interrupt",
        13 optional duration_ms: u64 = "duration_ms",
        14 optional mcp_server: McpServerRef = "mcp_server",
    ],
});

/// The input of a `PostToolBatch` hook: all tool calls of one answer of the model are finished, and the model is about to read their results.
///
/// Wire: `hook_event_name: PostToolBatch`.
///
/// The input of hooks of the event `PostToolBatch`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PostToolBatchInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The calls.
    pub tool_calls: Option<Vec<BatchedToolCall>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PostToolBatchInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PostToolBatchInput {
    tags: ["hook_event_name" = "PostToolBatch"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 optional tool_calls: Vec<BatchedToolCall> = "tool_calls",
    ],
});

/// A tool call of a batch that the model made at once.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BatchedToolCall {
    /// The tool.
    pub tool_name: String,
    /// The input of the tool.
    pub tool_input: Option<Raw>,
    /// The tool call.
    pub tool_use_id: Option<ToolUseId>,
    /// The output of the tool, or the text of its failure.
    pub tool_response: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] BatchedToolCall {
    tags: [],
    fields: [
        0 required tool_name: String = "tool_name",
        1 optional tool_input: Raw = "tool_input",
        2 optional tool_use_id: ToolUseId = "tool_use_id",
        3 optional tool_response: Raw = "tool_response",
    ],
});

/// The input of a `PermissionRequest` hook: a permission is requested. The input has no tool call ID; the context of the callback has an ID that the CLI made up.
///
/// Wire: `hook_event_name: PermissionRequest`.
///
/// The input of hooks of the event `PermissionRequest`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PermissionRequestInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The tool.
    pub tool_name: String,
    /// The input of the tool.
    pub tool_input: Raw,
    /// Rule changes that would make the permission request unnecessary.
    pub permission_suggestions: Option<Vec<PermissionUpdate>>,
    /// The MCP server of the tool.
    pub mcp_server: Option<McpServerRef>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] PermissionRequestInput {
    tags: ["hook_event_name" = "PermissionRequest"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required tool_name: String = "tool_name",
        9 required tool_input: Raw = "tool_input",
        10 optional permission_suggestions: Vec<PermissionUpdate> = "permission_suggestions",
        11 optional mcp_server: McpServerRef = "mcp_server",
    ],
});

/// The input of a `PermissionDenied` hook: the classifier of the mode `auto` has denied a tool call.
///
/// Wire: `hook_event_name: PermissionDenied`.
///
/// The input of hooks of the event `PermissionDenied`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PermissionDeniedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The session's transcript file. It may not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the event belongs to; absent before the first prompt.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// The effort of the model. Reported within turns, for models that support it.
    pub effort: Option<HookEffort>,
    /// The subagent in which the event happens. It is absent for the main conversation, which distinguishes the two.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The tool.
    pub tool_name: String,
    /// The input of the tool.
    pub tool_input: Option<Raw>,
    /// The tool call.
    pub tool_use_id: Option<ToolUseId>,
    /// The reason for the denial.
    pub reason: Option<String>,
    /// The MCP server of the tool.
    pub mcp_server: Option<McpServerRef>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] PermissionDeniedInput {
    tags: ["hook_event_name" = "PermissionDenied"],
    fields: [
        0 optional session_id: SessionId = "session_id",
        1 optional transcript_path: String = "transcript_path",
        2 optional cwd: String = "cwd",
        3 optional prompt_id: PromptId = "prompt_id",
        4 optional permission_mode: PermissionMode = "permission_mode",
        5 optional effort: HookEffort = "effort",
        6 optional agent_id: AgentId = "agent_id",
        7 optional agent_type: String = "agent_type",
        8 required tool_name: String = "tool_name",
        9 optional tool_input: Raw = "tool_input",
        10 optional tool_use_id: ToolUseId = "tool_use_id",
        11 optional reason: String = "reason",
        12 optional mcp_server: McpServerRef = "mcp_server",
    ],
});
