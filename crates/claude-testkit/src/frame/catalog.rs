//! Catalog of the mock: commands, agents, models and tools.
//!
//! It has a part of those of the real CLI, with other descriptions.

use serde::Serialize;
use serde_json::{Value, json};

/// The version of the CLI that the mock simulates.
pub(crate) const VERSION: &str = "2.1.332";

pub(crate) const DEFAULT_MODEL: &str = "claude-opus-5-5";

/// The tools that `system/init` lists.
pub(crate) const TOOLS: [&str; 25] = [
    "Task",
    "AskUserQuestion",
    "Bash",
    "CronCreate",
    "CronDelete",
    "CronList",
    "Edit",
    "EnterPlanMode",
    "EnterWorktree",
    "ExitPlanMode",
    "ExitWorktree",
    "ListAgents",
    "Monitor",
    "NotebookEdit",
    "Read",
    "ReportFindings",
    "ScheduleWakeup",
    "SendMessage",
    "Skill",
    "TaskStop",
    "ToolSearch",
    "WebFetch",
    "WebSearch",
    "Workflow",
    "Write",
];

/// Tools that exist under another name, or only for some models, systems or versions of the CLI. The
/// mock has them all.
pub(crate) const OTHER_TOOLS: [&str; 18] = [
    "Agent",
    "BashOutput",
    "Config",
    "Glob",
    "Grep",
    "KillShell",
    "LS",
    "ListMcpResourcesTool",
    "MultiEdit",
    "NotebookRead",
    "PowerShell",
    "ReadMcpResourceTool",
    "TaskCreate",
    "TaskGet",
    "TaskList",
    "TaskOutput",
    "TaskUpdate",
    "TodoWrite",
];

pub(super) const SKILLS: [&str; 1] = ["debug"];

pub(super) const CAPABILITIES: [&str; 6] = [
    "interrupt_receipt_v1",
    "interrupt_cancel_queued_v1",
    "msg_lifecycle_v1",
    "request_marker_lists_v1",
    "sdk_mcp_tools_list_changed",
    "ui_surface_v1",
];

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Command {
    pub(super) name: &'static str,
    description: &'static str,
    argument_hint: &'static str,
    builtin: bool,
}

pub(super) const COMMANDS: [Command; 4] = [
    command("clear", "Begins a new session", "[name]"),
    command("compact", "Shortens the conversation to a summary", "<instructions>"),
    command("context", "Shows what fills the context", ""),
    command("debug", "Helps to find out what went wrong", "[issue]"),
];

const fn command(
    name: &'static str,
    description: &'static str,
    argument_hint: &'static str,
) -> Command {
    Command { name, description, argument_hint, builtin: true }
}

#[derive(Serialize)]
pub(super) struct Agent {
    pub(super) name: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    model: Option<&'static str>,
}

pub(super) const AGENTS: [Agent; 3] = [
    Agent { name: "general-purpose", description: "Does what no other agent does", model: None },
    Agent {
        name: "Explore",
        description: "Looks for code and changes nothing",
        model: Some("inherit"),
    },
    Agent { name: "Plan", description: "Designs before others build", model: Some("inherit") },
];

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Model {
    value: &'static str,
    resolved_model: &'static str,
    display_name: &'static str,
    description: &'static str,
    supports_effort: bool,
    supported_effort_levels: [&'static str; 5],
    supports_adaptive_thinking: bool,
    supports_fast_mode: bool,
    supports_auto_mode: bool,
    supports_thinking_off: bool,
}

pub(super) const MODELS: [Model; 4] = [
    model("default", DEFAULT_MODEL, "Default", "The model of a session that names none"),
    model("opus", "claude-opus-5-5", "Opus", "For long and complex work"),
    model("sonnet", "claude-sonnet-5-5", "Sonnet", "For everyday work"),
    model("haiku", "claude-haiku-5-5", "Haiku", "For quick answers"),
];

const fn model(
    value: &'static str,
    resolved_model: &'static str,
    display_name: &'static str,
    description: &'static str,
) -> Model {
    Model {
        value,
        resolved_model,
        display_name,
        description,
        supports_effort: true,
        supported_effort_levels: ["low", "medium", "high", "xhigh", "max"],
        supports_adaptive_thinking: true,
        supports_fast_mode: true,
        supports_auto_mode: true,
        supports_thinking_off: false,
    }
}

/// The models, commands and agents, as values.
pub(crate) fn catalog() -> (Value, Value, Value) {
    (json!(MODELS), json!(COMMANDS), json!(AGENTS))
}

/// The full name of a model: aliases are resolved, other names are returned unchanged.
pub(crate) fn resolve(name: &str) -> &str {
    let known = MODELS.iter().find(|model| model.value == name);
    known.map_or(name, |model| model.resolved_model)
}
