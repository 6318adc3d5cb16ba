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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) prompt_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) permission_mode: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) effort: Option<Effort>,
    pub(crate) hook_event_name: &'a str,
    #[serde(flatten)]
    pub(crate) fields: Map<String, Value>,
}

/// The effort of the model.
#[derive(Clone, Copy, Serialize)]
pub(crate) struct Effort {
    level: &'static str,
}

impl Effort {
    pub(crate) const MEDIUM: Self = Self { level: "medium" };
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) permission_suggestions: Option<Vec<Value>>,
    pub(crate) tool_use_id: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) requires_user_interaction: bool,
}

/// A message for an MCP server of the host.
#[derive(Serialize)]
pub(crate) struct McpMessage<'a> {
    pub(crate) subtype: &'static str,
    pub(crate) server_name: &'a str,
    pub(crate) message: Value,
}
