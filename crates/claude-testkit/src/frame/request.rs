//! Control requests of the CLI to the host.

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// Runs a hook.
#[derive(Serialize)]
pub(crate) struct HookCallback<'a> {
    pub(crate) subtype: &'static str,
    pub(crate) callback_id: &'a str,
    pub(crate) input: HookInput<'a>,
    pub(crate) tool_use_id: &'a str,
}

#[derive(Serialize)]
pub(crate) struct HookInput<'a> {
    pub(crate) session_id: &'a str,
    pub(crate) transcript_path: &'a str,
    pub(crate) cwd: &'a str,
    pub(crate) prompt_id: &'a str,
    pub(crate) permission_mode: &'a str,
    pub(crate) hook_event_name: &'a str,
    #[serde(flatten)]
    pub(crate) fields: Map<String, Value>,
}

/// Requests permission for a tool call.
#[derive(Serialize)]
pub(crate) struct CanUseTool<'a> {
    pub(crate) subtype: &'static str,
    pub(crate) tool_name: &'a str,
    pub(crate) display_name: &'a str,
    pub(crate) input: &'a RawValue,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    pub(crate) permission_suggestions: Vec<Value>,
    pub(crate) tool_use_id: &'a str,
}

/// A message for an MCP server of the host.
#[derive(Serialize)]
pub(crate) struct McpMessage<'a> {
    pub(crate) subtype: &'static str,
    pub(crate) server_name: &'a str,
    pub(crate) message: Value,
}
