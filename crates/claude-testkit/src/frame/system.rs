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
        #[serde(skip_serializing_if = "Option::is_none")]
        compact_result: Option<&'static str>,
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
        #[serde(skip_serializing_if = "Option::is_none")]
        tag: Option<&'static str>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        prevent_continuation: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        prompt_submit_outcome: Option<Value>,
    },
    Notification {
        key: &'static str,
        text: &'static str,
        priority: &'static str,
    },
    ThinkingTokens {
        estimated_tokens: u64,
        estimated_tokens_delta: u64,
    },
    CompactBoundary {
        compact_metadata: Value,
    },
    BackgroundTasksChanged {
        tasks: [(); 0],
    },
}

impl<'a> System<'a> {
    fn new(session_id: &'a str, body: Body<'a>) -> Self {
        Self { kind: "system", body, uuid: uuid(), session_id }
    }

    /// A request is sent to the API.
    pub(crate) fn requesting(session_id: &'a str) -> Self {
        let status = Body::Status {
            status: Some("requesting"),
            permission_mode: None,
            compact_result: None,
        };
        Self::new(session_id, status)
    }

    pub(crate) fn permission_mode(session_id: &'a str, mode: &'a str) -> Self {
        Self::new(
            session_id,
            Body::Status { status: None, permission_mode: Some(mode), compact_result: None },
        )
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

    /// A compaction begins.
    pub(crate) fn compacting(session_id: &'a str) -> Self {
        let status = Body::Status {
            status: Some("compacting"),
            permission_mode: None,
            compact_result: None,
        };
        Self::new(session_id, status)
    }

    /// A compaction has succeeded.
    pub(crate) fn compacted(session_id: &'a str) -> Self {
        let compact_result = Some("success");
        Self::new(session_id, Body::Status { status: None, permission_mode: None, compact_result })
    }

    pub(crate) fn compact_boundary(session_id: &'a str) -> Self {
        let compact_metadata = serde_json::json!({
            "trigger": "manual",
            "pre_tokens": 120,
            "post_tokens": 60,
            "cumulative_dropped_tokens": 0,
            "duration_ms": 1,
        });
        Self::new(session_id, Body::CompactBoundary { compact_metadata })
    }

    /// No task runs in the background.
    pub(crate) fn no_background_tasks(session_id: &'a str) -> Self {
        Self::new(session_id, Body::BackgroundTasksChanged { tasks: [] })
    }

    /// A `Stop` hook wants the turn to go on.
    pub(crate) fn stop_hook_problem(session_id: &'a str) -> Self {
        let body = Body::Notification {
            key: "stop-hook-error",
            text: "stop hook problem \u{b7} ctrl+o to see",
            priority: "immediate",
        };
        Self::new(session_id, body)
    }

    pub(crate) fn thinking_tokens(session_id: &'a str, tokens: u64, delta: u64) -> Self {
        let body = Body::ThinkingTokens { estimated_tokens: tokens, estimated_tokens_delta: delta };
        Self::new(session_id, body)
    }

    pub(crate) fn informational(
        session_id: &'a str,
        content: &'a str,
        level: &'static str,
        tag: Option<&'static str>,
    ) -> Self {
        let body = Body::Informational {
            content,
            level,
            tag,
            prevent_continuation: false,
            prompt_submit_outcome: None,
        };
        Self::new(session_id, body)
    }

    /// A hook has refused a prompt, or has stopped after it.
    pub(crate) fn prompt_refused(
        session_id: &'a str,
        content: &'a str,
        reason: &str,
        is_kept: bool,
    ) -> Self {
        let kind = if is_kept { "stopped_by_hook" } else { "blocked_by_hook" };
        let outcome = serde_json::json!({"kind": kind, "prompt_kept": is_kept, "reason": reason});
        let body = Body::Informational {
            content,
            level: "warning",
            tag: None,
            prevent_continuation: true,
            prompt_submit_outcome: Some(outcome),
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
