//! Messages of type `system`, and the lifecycle of prompts.

use serde::Serialize;
use serde_json::Value;

use super::catalog::{AGENTS, CAPABILITIES, COMMANDS, SKILLS, VERSION};
use super::id::uuid;

/// The first message of every turn.
#[derive(Serialize)]
pub(crate) struct Init<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    subtype: &'static str,
    cwd: &'a str,
    session_id: &'a str,
    tools: Vec<&'a str>,
    mcp_servers: Vec<McpServer<'a>>,
    model: &'a str,
    #[serde(rename = "permissionMode")]
    permission_mode: &'a str,
    slash_commands: Vec<&'static str>,
    terminal_slash_commands: [&'static str; 0],
    #[serde(rename = "apiKeySource")]
    api_key_source: &'static str,
    claude_code_version: &'static str,
    output_style: &'static str,
    agents: Vec<&'static str>,
    skills: [&'static str; 1],
    plugins: [(); 0],
    capabilities: [&'static str; 6],
    analytics_disabled: bool,
    product_feedback_disabled: bool,
    served_by_anthropic: bool,
    uuid: String,
    original_cwd: &'a str,
    additional_directories: [&'static str; 0],
    fast_mode_state: &'static str,
    fast_mode_disabled_reason: &'static str,
    per_turn_effort_active: bool,
    ultrathink_available: bool,
    ultrathink_typed_raises: bool,
    view_mode: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) user_message_uuids: Vec<&'a str>,
}

#[derive(Serialize)]
pub(crate) struct McpServer<'a> {
    pub(crate) name: &'a str,
    pub(crate) status: &'static str,
    pub(crate) source: &'static str,
}

impl<'a> Init<'a> {
    pub(crate) fn new(
        session_id: &'a str,
        cwd: &'a str,
        model: &'a str,
        permission_mode: &'a str,
        tools: Vec<&'a str>,
        mcp_servers: Vec<McpServer<'a>>,
    ) -> Self {
        Self {
            kind: "system",
            subtype: "init",
            cwd,
            session_id,
            tools,
            mcp_servers,
            model,
            permission_mode,
            slash_commands: COMMANDS.iter().map(|command| command.name).collect(),
            terminal_slash_commands: [],
            api_key_source: "ANTHROPIC_API_KEY",
            claude_code_version: VERSION,
            output_style: "default",
            agents: AGENTS.iter().map(|agent| agent.name).collect(),
            skills: SKILLS,
            plugins: [],
            capabilities: CAPABILITIES,
            analytics_disabled: true,
            product_feedback_disabled: true,
            served_by_anthropic: false,
            uuid: uuid(),
            original_cwd: cwd,
            additional_directories: [],
            fast_mode_state: "off",
            fast_mode_disabled_reason: "sdk_opt_in_required",
            per_turn_effort_active: true,
            ultrathink_available: false,
            ultrathink_typed_raises: false,
            view_mode: "default",
            user_message_uuids: Vec::new(),
        }
    }
}

/// Short system messages.
#[derive(Serialize)]
pub(crate) struct System<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(flatten)]
    body: Body<'a>,
    uuid: String,
    session_id: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "subtype", rename_all = "snake_case")]
enum Body<'a> {
    Status {
        status: Option<&'a str>,
        #[serde(rename = "permissionMode", skip_serializing_if = "Option::is_none")]
        permission_mode: Option<&'a str>,
    },
    SessionStateChanged {
        state: &'a str,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        sdk_host_only: bool,
    },
    PermissionDenied {
        tool_name: &'a str,
        tool_use_id: &'a str,
        message: &'a str,
    },
    Informational {
        content: &'a str,
        level: &'static str,
        prevent_continuation: bool,
        prompt_submit_outcome: Value,
    },
}

impl<'a> System<'a> {
    fn new(session_id: &'a str, body: Body<'a>) -> Self {
        Self { kind: "system", body, uuid: uuid(), session_id }
    }

    /// A request is sent to the API.
    pub(crate) fn requesting(session_id: &'a str) -> Self {
        let status = Body::Status { status: Some("requesting"), permission_mode: None };
        Self::new(session_id, status)
    }

    pub(crate) fn permission_mode(session_id: &'a str, mode: &'a str) -> Self {
        Self::new(session_id, Body::Status { status: None, permission_mode: Some(mode) })
    }

    pub(crate) fn state(session_id: &'a str, state: &'a str, sdk_host_only: bool) -> Self {
        Self::new(session_id, Body::SessionStateChanged { state, sdk_host_only })
    }

    pub(crate) fn permission_denied(
        session_id: &'a str,
        tool_name: &'a str,
        tool_use_id: &'a str,
        message: &'a str,
    ) -> Self {
        Self::new(session_id, Body::PermissionDenied { tool_name, tool_use_id, message })
    }

    pub(crate) fn prompt_blocked(session_id: &'a str, content: &'a str, reason: &str) -> Self {
        let outcome = serde_json::json!({
            "kind": "blocked_by_hook", "prompt_kept": false, "reason": reason
        });
        let body = Body::Informational {
            content,
            level: "warning",
            prevent_continuation: true,
            prompt_submit_outcome: outcome,
        };
        Self::new(session_id, body)
    }
}

/// The state of a prompt with a UUID.
#[derive(Serialize)]
pub(crate) struct CommandLifecycle<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    command_uuid: &'a str,
    state: &'static str,
    uuid: String,
    session_id: &'a str,
}

impl<'a> CommandLifecycle<'a> {
    pub(crate) fn new(session_id: &'a str, command_uuid: &'a str, state: &'static str) -> Self {
        Self { kind: "command_lifecycle", command_uuid, state, uuid: uuid(), session_id }
    }
}
