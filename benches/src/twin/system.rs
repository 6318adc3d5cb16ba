//! System messages of the CLI.
#![expect(dead_code, reason = "decoding them is the work")]

use std::collections::BTreeMap;

use claude_types::{
    ApiBeta, ApiKeySource, Capability, EffortLevel, Extra, FastModeDisabledReason, FastModeState,
    InitMcpServer, Maybe, McpServerError, MessageUuid, ModelName, PermissionMode, PluginError,
    RunId, SessionId, TaskId, ToolUseId, ViewMode,
};
use serde::Deserialize;

use super::{Of, maybe};

#[derive(Deserialize)]
pub(crate) struct InitMessage {
    cwd: Option<String>,
    original_cwd: Option<String>,
    additional_directories: Option<Vec<String>>,
    model: Option<Of<ModelName>>,
    #[serde(rename = "permissionMode")]
    permission_mode: Option<Of<PermissionMode>>,
    tools: Option<Vec<String>>,
    mcp_servers: Option<Vec<InitMcpServer>>,
    slash_commands: Option<Vec<String>>,
    terminal_slash_commands: Option<Vec<String>>,
    agents: Option<Vec<String>>,
    skills: Option<Vec<String>>,
    plugins: Option<Vec<InitPlugin>>,
    #[serde(rename = "apiKeySource")]
    api_key_source: Option<Of<ApiKeySource>>,
    claude_code_version: Option<String>,
    capabilities: Option<Vec<Of<Capability>>>,
    output_style: Option<String>,
    per_turn_effort_active: Option<bool>,
    fast_mode_state: Option<Of<FastModeState>>,
    fast_mode_disabled_reason: Option<Of<FastModeDisabledReason>>,
    ultrathink_available: Option<bool>,
    ultrathink_typed_raises: Option<bool>,
    view_mode: Option<Of<ViewMode>>,
    memory_paths: Option<BTreeMap<String, String>>,
    messaging_socket_path: Option<String>,
    served_by_anthropic: Option<bool>,
    analytics_disabled: Option<bool>,
    product_feedback_disabled: Option<bool>,
    session_id: Option<Of<SessionId>>,
    uuid: Option<Of<MessageUuid>>,
    mcp_server_errors: Option<Vec<McpServerError>>,
    plugin_errors: Option<Vec<PluginError>>,
    user_message_uuids: Option<Vec<Of<MessageUuid>>>,
    #[serde(default, deserialize_with = "maybe")]
    effort: Maybe<Of<EffortLevel>>,
    betas: Option<Vec<Of<ApiBeta>>>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct InitPlugin {
    name: String,
    path: Option<String>,
    source: Option<String>,
    version: Option<String>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct TaskProgressMessage {
    task_id: Of<TaskId>,
    run_id: Option<Of<RunId>>,
    tool_use_id: Option<Of<ToolUseId>>,
    description: Option<String>,
    subagent_type: Option<String>,
    usage: Option<TaskUsage>,
    last_tool_name: Option<String>,
    session_id: Option<Of<SessionId>>,
    uuid: Option<Of<MessageUuid>>,
    summary: Option<String>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct TaskUsage {
    total_tokens: Option<u64>,
    tool_uses: Option<u64>,
    duration_ms: Option<u64>,
    #[serde(skip)]
    extra: Extra,
}
