//! Task messages: the progress of a subagent.

use serde::Serialize;

use super::Agent;
use super::id::uuid;

/// A message about the task of a subagent.
#[derive(Serialize)]
pub(crate) struct Task<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(flatten)]
    event: TaskEvent<'a>,
    task_id: &'a str,
    uuid: String,
    session_id: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "subtype", rename_all = "snake_case")]
pub(crate) enum TaskEvent<'a> {
    #[serde(rename = "task_started")]
    Started {
        tool_use_id: &'a str,
        description: &'a str,
        subagent_type: &'a str,
        is_backgrounded: bool,
        spawn_depth: u64,
        task_type: &'static str,
        prompt: &'a str,
    },
    #[serde(rename = "task_progress")]
    Progress {
        tool_use_id: &'a str,
        description: &'a str,
        subagent_type: &'a str,
        usage: TaskUsage,
        last_tool_name: &'static str,
    },
    #[serde(rename = "task_updated")]
    Updated { patch: TaskPatch },
    #[serde(rename = "task_notification")]
    Ended {
        tool_use_id: &'a str,
        status: &'static str,
        output_file: &'static str,
        summary: &'a str,
        usage: TaskUsage,
    },
}

#[derive(Serialize)]
pub(crate) struct TaskUsage {
    total_tokens: u64,
    tool_uses: u64,
    duration_ms: u64,
}

#[derive(Serialize)]
pub(crate) struct TaskPatch {
    status: &'static str,
}

impl<'a> Task<'a> {
    pub(crate) fn new(session_id: &'a str, agent: Agent<'a>, event: TaskEvent<'a>) -> Self {
        Self { kind: "system", event, task_id: agent.agent_id, uuid: uuid(), session_id }
    }
}

impl<'a> TaskEvent<'a> {
    pub(crate) fn started(call: &'a str, agent: Agent<'a>, prompt: &'a str) -> Self {
        Self::Started {
            tool_use_id: call,
            description: agent.task_description,
            subagent_type: agent.subagent_type,
            is_backgrounded: false,
            spawn_depth: 1,
            task_type: "local_agent",
            prompt,
        }
    }

    pub(crate) fn progress(call: &'a str, agent: Agent<'a>, description: &'a str) -> Self {
        Self::Progress {
            tool_use_id: call,
            description,
            subagent_type: agent.subagent_type,
            usage: TaskUsage::one_call(),
            last_tool_name: "Bash",
        }
    }

    pub(crate) fn completed() -> Self {
        Self::Updated { patch: TaskPatch { status: "completed" } }
    }

    pub(crate) fn ended(call: &'a str, report: &'a str) -> Self {
        Self::Ended {
            tool_use_id: call,
            status: "completed",
            output_file: "",
            summary: report,
            usage: TaskUsage::one_call(),
        }
    }
}

impl TaskUsage {
    fn one_call() -> Self {
        Self { total_tokens: 101, tool_uses: 1, duration_ms: 42 }
    }
}
