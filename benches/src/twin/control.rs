//! Control requests of the CLI.
#![expect(dead_code, reason = "decoding them is the work")]

use claude_types::{
    AgentId, DecisionReasonType, Extra, HookEvent, MatchedAskRule, McpServerRef,
    PermissionBehavior, PermissionMode, PermissionRuleSource, PermissionUpdateDestination,
    RequestId, ToolUseId,
};
use serde::Deserialize;

use super::{Of, Way};

#[derive(Deserialize)]
#[serde(bound = "W: Way")]
pub(crate) struct ControlRequestFrame<W: Way> {
    request_id: Of<RequestId>,
    request: W::Request,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
#[serde(bound = "W: Way")]
pub(crate) struct CanUseToolRequest<W: Way> {
    tool_name: String,
    display_name: Option<String>,
    input: W::Raw,
    description: Option<String>,
    title: Option<String>,
    permission_suggestions: Option<Vec<W::Update>>,
    blocked_path: Option<String>,
    decision_reason: Option<String>,
    decision_reason_type: Option<Of<DecisionReasonType>>,
    decision_reason_hook_event: Option<Of<HookEvent>>,
    decision_reason_hook_source: Option<String>,
    decision_reason_rule_source: Option<Of<PermissionRuleSource>>,
    matched_ask_rule: Option<MatchedAskRule>,
    server_policy_ask_only: Option<bool>,
    classifier_approvable: Option<bool>,
    suppress_always_allow_rule: Option<bool>,
    default_to_no: Option<bool>,
    requires_user_interaction: Option<bool>,
    mcp_server: Option<McpServerRef>,
    agent_id: Option<Of<AgentId>>,
    tool_use_id: Option<Of<ToolUseId>>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct AddRules {
    rules: Vec<PermissionRule>,
    behavior: Of<PermissionBehavior>,
    destination: Of<PermissionUpdateDestination>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct ReplaceRules {
    rules: Vec<PermissionRule>,
    behavior: Of<PermissionBehavior>,
    destination: Of<PermissionUpdateDestination>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct RemoveRules {
    rules: Vec<PermissionRule>,
    behavior: Of<PermissionBehavior>,
    destination: Of<PermissionUpdateDestination>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct PermissionRule {
    #[serde(rename = "toolName")]
    tool_name: String,
    #[serde(rename = "ruleContent")]
    content: Option<String>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct SetMode {
    mode: Of<PermissionMode>,
    destination: Of<PermissionUpdateDestination>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct AddDirectories {
    directories: Vec<String>,
    destination: Of<PermissionUpdateDestination>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct RemoveDirectories {
    directories: Vec<String>,
    destination: Of<PermissionUpdateDestination>,
    #[serde(skip)]
    extra: Extra,
}
