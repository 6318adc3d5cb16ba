// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! What hooks are told about tool calls, and about the permission for them.

use super::all::*;

/// A tool is about to run.
///
/// Wire: `hook_event_name: PreToolUse`.
///
/// The input of hooks of the event `PreToolUse`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreToolUseInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The tool. Those of MCP servers are named `mcp__server__tool`.
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

/// A tool has run.
///
/// Wire: `hook_event_name: PostToolUse`.
///
/// The input of hooks of the event `PostToolUse`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostToolUseInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The tool.
    pub tool_name: String,
    /// The input with which it ran.
    pub tool_input: Option<Raw>,
    /// What it gave back: an object for tools of the CLI, blocks for MCP tools.
    pub tool_response: Option<Raw>,
    /// The tool call.
    pub tool_use_id: Option<ToolUseId>,
    /// How long it ran, in milliseconds, without questions and hooks.
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

/// A tool has failed.
///
/// Wire: `hook_event_name: PostToolUseFailure`.
///
/// The input of hooks of the event `PostToolUseFailure`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostToolUseFailureInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The tool.
    pub tool_name: String,
    /// The input with which it ran.
    pub tool_input: Option<Raw>,
    /// The tool call.
    pub tool_use_id: Option<ToolUseId>,
    /// What went wrong, in the words of the tool.
    pub error: Option<String>,
    /// True where the tool was interrupted.
    pub is_interrupt: Option<bool>,
    /// How long it ran, in milliseconds, without questions and hooks.
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

/// All tool calls of one answer of the model are done, and the model is about to read what came of them.
///
/// Wire: `hook_event_name: PostToolBatch`.
///
/// The input of hooks of the event `PostToolBatch`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostToolBatchInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
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

/// One of several tool calls that the model made at once.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BatchedToolCall {
    /// The tool.
    pub tool_name: String,
    /// Its input.
    pub tool_input: Option<Raw>,
    /// The tool call.
    pub tool_use_id: Option<ToolUseId>,
    /// What the tool gave back, or the text of its failure.
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

/// A permission is asked for. The hook has no tool call id; the context of the callback has one that the CLI made up.
///
/// Wire: `hook_event_name: PermissionRequest`.
///
/// The input of hooks of the event `PermissionRequest`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionRequestInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The tool.
    pub tool_name: String,
    /// The input of the tool.
    pub tool_input: Raw,
    /// Changes of the rules that would make the question needless.
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

/// The classifier of the mode `auto` has refused a tool call.
///
/// Wire: `hook_event_name: PermissionDenied`.
///
/// The input of hooks of the event `PermissionDenied`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PermissionDeniedInput {
    /// The session.
    pub session_id: Option<SessionId>,
    /// The file of the session's transcript. It need not exist yet.
    pub transcript_path: Option<String>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The prompt that the work belongs to; absent before the first one.
    pub prompt_id: Option<PromptId>,
    /// The permission mode in use.
    pub permission_mode: Option<PermissionMode>,
    /// How hard the model works; told within turns, by models that know it.
    pub effort: Option<HookEffort>,
    /// The subagent in which it happens; absent for the main conversation, and so the way to tell them apart.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent, or of the agent that the main conversation was started with.
    pub agent_type: Option<String>,
    /// The tool.
    pub tool_name: String,
    /// The input of the tool.
    pub tool_input: Option<Raw>,
    /// The tool call.
    pub tool_use_id: Option<ToolUseId>,
    /// Why.
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
