//! Summary: what a tool call is about, in one line.
//!
//! The tools of the CLI are known by the types of their inputs, which also contain their names. If
//! the input does not match its tool, it is shown as JSON.

use claude_types::{
    AgentInput, ArtifactInput, AskUserQuestionInput, BashInput, CronCreateInput, CronDeleteInput,
    EditInput, EnterWorktreeInput, ExitPlanModeInput, GlobInput, GrepInput, MonitorInput,
    NotebookEditInput, ProposeGoalInput, PushNotificationInput, ReadInput, ReadMcpResourceInput,
    ReportFindingsInput, ScheduleWakeupInput, SendMessageInput, SkillInput, TaskCreateInput,
    TaskGetInput, TaskStopInput, TaskUpdateInput, TodoStatus, TodoWriteInput, ToolSearchInput,
    WebFetchInput, WebSearchInput, WireType, WorkflowInput, WriteInput,
};

use super::ToolUse;
use super::one_line::one_line;

/// The length of a summary, in characters.
const WIDTH: usize = 120;

pub(super) fn summary(call: &ToolUse) -> String {
    let known = known(call).filter(|line| !line.is_empty());
    known.unwrap_or_else(|| one_line(call.input().get(), WIDTH))
}

/// Tries the tools one after the other. The first one with a matching name decides.
macro_rules! first_of {
    ($call:ident: $($input:ident => $line:expr,)*) => {
        $(if $call.is::<$input>() {
            let line: fn($input) -> String = $line;
            let input = $input::from_json($call.input().get()).ok();
            return input.map(|input| one_line(&line(input), WIDTH));
        })*
    };
}

fn known(call: &ToolUse) -> Option<String> {
    first_of! { call:
        BashInput => |input| input.command,
        ReadInput => |input| input.file_path,
        EditInput => |input| input.file_path,
        WriteInput => |input| {
            format!("{} ({} lines)", input.file_path, input.content.lines().count())
        },
        GlobInput => |input| within(input.pattern, input.path),
        GrepInput => |input| within(input.pattern, input.path.or(input.glob)),
        NotebookEditInput => |input| input.notebook_path,
        AgentInput => |input| titled(input.subagent_type, &input.description),
        TodoWriteInput => todos,
        WebFetchInput => |input| input.url,
        WebSearchInput => |input| input.query,
        SkillInput => |input| format!("{} {}", input.skill, input.args.unwrap_or_default()),
        ToolSearchInput => |input| input.query,
        AskUserQuestionInput => |input| {
            let questions = input.questions.into_iter().map(|question| question.question);
            questions.collect::<Vec<_>>().join(" / ")
        },
        ExitPlanModeInput => |input| input.plan.unwrap_or_default(),
        TaskCreateInput => |input| input.subject,
        TaskGetInput => |input| input.task_id,
        TaskUpdateInput => |input| match input.status {
            Some(status) => format!("{} -> {status}", input.task_id),
            None => input.task_id,
        },
        TaskStopInput => |input| input.task_id.or(input.shell_id).unwrap_or_default(),
        MonitorInput => |input| input.description,
        SendMessageInput => |input| titled(Some(input.to), &input.summary.unwrap_or_default()),
        WorkflowInput => |input| input.title.or(input.name).or(input.description).unwrap_or_default(),
        ReportFindingsInput => |input| format!("{} findings", input.findings.len()),
        ReadMcpResourceInput => |input| titled(Some(input.server), &input.uri),
        ArtifactInput => |input| input.title.or(input.file_path).or(input.url).unwrap_or_default(),
        PushNotificationInput => |input| input.message,
        ProposeGoalInput => |input| input.condition,
        EnterWorktreeInput => |input| input.name.or(input.path).unwrap_or_default(),
        CronCreateInput => |input| titled(Some(input.cron), &input.prompt),
        CronDeleteInput => |input| input.id,
        ScheduleWakeupInput => |input| input.reason.unwrap_or_default(),
    }
    None
}

fn within(pattern: String, place: Option<String>) -> String {
    match place {
        Some(place) => format!("{pattern} in {place}"),
        None => pattern,
    }
}

fn titled(title: Option<String>, text: &str) -> String {
    match title {
        Some(title) if !text.is_empty() => format!("{title}: {text}"),
        Some(title) => title,
        None => text.to_owned(),
    }
}

/// Returns how many items are done, and the one in progress.
fn todos(input: TodoWriteInput) -> String {
    let is = |status: TodoStatus| {
        move |item: &&claude_types::TodoItem| item.status == Some(status.clone())
    };
    let done = input.todos.iter().filter(is(TodoStatus::Completed)).count();
    let now = input.todos.iter().find(is(TodoStatus::InProgress));
    let now = now.map(|item| format!(": {}", item.content)).unwrap_or_default();
    format!("{done} of {} done{now}", input.todos.len())
}
