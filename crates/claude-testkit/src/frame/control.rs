//! Control frames in both directions.

use serde::Serialize;
use serde_json::{Value, json};

use super::catalog::{AGENTS, Agent, COMMANDS, Command, MODELS, Model, VERSION};

/// A control request of the CLI.
#[derive(Serialize)]
pub(crate) struct ControlRequest<'a, R> {
    #[serde(rename = "type")]
    kind: &'static str,
    request_id: &'a str,
    request: R,
}

impl<'a, R> ControlRequest<'a, R> {
    pub(crate) fn new(request_id: &'a str, request: R) -> Self {
        Self { kind: "control_request", request_id, request }
    }
}

/// Withdraws a control request.
pub(crate) fn cancel(request_id: &str) -> Value {
    json!({"type": "control_cancel_request", "request_id": request_id})
}

/// A response of the CLI.
#[derive(Serialize)]
pub(crate) struct ControlResponse<'a, R> {
    #[serde(rename = "type")]
    kind: &'static str,
    response: Response<'a, R>,
}

#[derive(Serialize)]
struct Response<'a, R> {
    subtype: &'static str,
    request_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    response: Option<R>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pending_permission_requests: Option<[(); 0]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pending_user_dialog_requests: Option<[(); 0]>,
}

impl<'a, R> ControlResponse<'a, R> {
    pub(crate) fn success(request_id: &'a str, response: Option<R>) -> Self {
        Self {
            kind: "control_response",
            response: Response {
                subtype: "success",
                request_id,
                response,
                error: None,
                error_code: None,
                pending_permission_requests: None,
                pending_user_dialog_requests: None,
            },
        }
    }

    /// Adds the list of open requests, as in the response to `initialize`; it is empty.
    pub(crate) fn with_nothing_pending(mut self) -> Self {
        self.response.pending_permission_requests = Some([]);
        self.response.pending_user_dialog_requests = Some([]);
        self
    }
}

impl<'a> ControlResponse<'a, ()> {
    pub(crate) fn error(request_id: &'a str, error: &'a str, code: Option<&'a str>) -> Self {
        let mut response = Self::success(request_id, None);
        response.response.subtype = "error";
        response.response.error = Some(error);
        response.response.error_code = code;
        response
    }
}

/// The response to `initialize`.
#[derive(Serialize)]
pub(crate) struct Initialized<'a> {
    commands: &'static [Command],
    agents: &'static [Agent],
    output_style: &'static str,
    available_output_styles: [&'static str; 2],
    models: &'static [Model],
    account: Account,
    pid: u32,
    claude_code_version: &'static str,
    current_permission_mode: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    hooks_applied: bool,
    hook_on_failure_supported: bool,
    analytics_disabled: bool,
    fast_mode_state: &'static str,
    fast_mode_disabled_reason: &'static str,
    session_state: &'a str,
    capabilities: [&'static str; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Account {
    token_source: &'static str,
    api_key_source: &'static str,
    api_provider: &'static str,
}

impl<'a> Initialized<'a> {
    pub(crate) fn new(pid: u32, permission_mode: &'a str, hooks: bool, state: &'a str) -> Self {
        Self {
            commands: &COMMANDS,
            agents: &AGENTS,
            output_style: "default",
            available_output_styles: ["default", "Concise"],
            models: &MODELS,
            account: Account {
                token_source: "none",
                api_key_source: "ANTHROPIC_API_KEY",
                api_provider: "firstParty",
            },
            pid,
            claude_code_version: VERSION,
            current_permission_mode: permission_mode,
            hooks_applied: hooks,
            hook_on_failure_supported: true,
            analytics_disabled: true,
            fast_mode_state: "off",
            fast_mode_disabled_reason: "sdk_opt_in_required",
            session_state: state,
            capabilities: ["ui_surface_v1"],
        }
    }
}
