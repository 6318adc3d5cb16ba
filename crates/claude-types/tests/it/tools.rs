//! Tools: inputs and outputs of the tools of the CLI, from the recordings and the session files.

use std::collections::{BTreeMap, BTreeSet};

use claude_types::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::corpus::{equal, frames};
use crate::transcripts;

/// Decodes a text as some type. The error describes what is untyped.
type Check = fn(&Raw) -> Result<(), String>;

fn check<T: DeserializeOwned + Serialize + std::fmt::Debug>(raw: &Raw) -> Result<(), String> {
    let value: T = raw.parse().map_err(|error| error.to_string())?;
    if let Some(untyped) = transcripts::untyped(&format!("{value:?}")) {
        return Err(untyped);
    }
    let before = raw.parse().unwrap();
    let after: Value = serde_json::to_value(&value).unwrap();
    if equal(&before, &after) { Ok(()) } else { Err(format!("{before}\n{after}")) }
}

macro_rules! table {
    ($role:ident: $($name:ty,)*) => {
        vec![$((<$name as $role>::TOOL, <$name as $role>::ALIASES, check::<$name> as Check)),*]
    };
}

fn inputs() -> Vec<(&'static str, &'static [&'static str], Check)> {
    table! { ToolInput:
        AgentInput, ArtifactInput, AskUserQuestionInput, BashInput, ClaudeDesignInput,
        CronCreateInput, CronDeleteInput, CronListInput, EditInput, EnterPlanModeInput,
        EnterWorktreeInput, ExitPlanModeInput, ExitWorktreeInput, GlobInput, GrepInput,
        ListMcpResourcesInput, MonitorInput, NotebookEditInput, OfferChromeSetupInput,
        ProjectsInput, ProposeGoalInput, ProposeSkillsInput, PushNotificationInput, ReadInput,
        ReadMcpResourceDirInput, ReadMcpResourceInput, ReadNotificationsInput,
        RefreshMcpToolsInput, RemoteTriggerInput, ReportFindingsInput, ScheduleWakeupInput,
        SendFeedbackInput, SendMessageInput, ShowOnboardingRolePickerInput, SkillInput,
        TaskCreateInput, TaskGetInput, TaskListInput, TaskStopInput, TaskUpdateInput,
        TodoWriteInput, ToolSearchInput, WebFetchInput, WebSearchInput, WorkflowInput, WriteInput,
    }
}

fn outputs() -> Vec<(&'static str, &'static [&'static str], Check)> {
    table! { ToolOutput:
        AgentOutput, AskUserQuestionOutput, BashOutput, ClaudeDesignOutput, CronCreateOutput,
        CronDeleteOutput, CronListOutput, EditOutput, EnterPlanModeOutput, EnterWorktreeOutput,
        ExitPlanModeOutput, ExitWorktreeOutput, GlobOutput, GrepOutput, Vec<ListedMcpResource>,
        MonitorOutput, NotebookEditOutput, OfferChromeSetupOutput, ProposeGoalOutput,
        ProposeSkillsOutput, PushNotificationOutput, ReadOutput, ReadMcpResourceDirOutput,
        ReadMcpResourceOutput, ReadNotificationsOutput, Vec<RefreshedMcpServer>,
        RemoteTriggerOutput, ReportFindingsOutput, ScheduleWakeupOutput, SendFeedbackOutput,
        ShowOnboardingRolePickerOutput, SkillOutput, TaskCreateOutput, TaskGetOutput,
        TaskListOutput, TaskStopOutput, TaskUpdateOutput, TodoWriteOutput, ToolSearchOutput,
        WebFetchOutput, WebSearchOutput, WorkflowOutput, WriteOutput,
    }
}

/// Calls and their outputs, from the recordings and the session files.
struct Calls {
    inputs: Vec<(String, Raw)>,
    outputs: Vec<(String, Raw)>,
}

fn calls() -> Calls {
    let mut all = Calls { inputs: Vec::new(), outputs: Vec::new() };
    let mut names = BTreeMap::new();
    for (content, output) in messages() {
        for block in content.blocks() {
            match block {
                ContentBlock::ToolUse(call) => {
                    names.insert(call.id.clone(), call.name.clone());
                    all.inputs.push((call.name.clone(), call.input.clone()));
                }
                // The output of a failed call, and of some MCP tools, is not an object.
                ContentBlock::ToolResult(result) => {
                    if let (Some(name), Some(output)) = (names.get(&result.tool_use_id), &output)
                        && output.get().starts_with('{')
                    {
                        all.outputs.push((name.clone(), output.clone()));
                    }
                }
                _ => {}
            }
        }
    }
    all
}

/// The content of messages, and the output of a tool in addition to it.
fn messages() -> impl Iterator<Item = (Content, Option<Raw>)> {
    let streamed =
        frames().into_iter().filter_map(|(_, line)| match Message::decode(line.as_bytes()) {
            Message::Assistant(message) => Some((message.message.content.into(), None)),
            Message::User(message) => Some((message.message.content, message.tool_use_result)),
            _ => None,
        });
    let written = transcripts::lines().into_iter().filter_map(|(_, line)| {
        match TranscriptLine::decode(line.as_bytes()).unwrap() {
            TranscriptLine::Assistant(line) => Some((line.message.content.into(), None)),
            TranscriptLine::User(line) => Some((line.message.content, line.tool_use_result)),
            _ => None,
        }
    });
    streamed.chain(written)
}

/// What is untyped, and the tools that were checked.
fn untyped(
    calls: &[(String, Raw)],
    table: &[(&'static str, &[&str], Check)],
) -> (Vec<String>, BTreeSet<&'static str>) {
    let (mut untyped, mut seen) = (Vec::new(), BTreeSet::new());
    for (name, raw) in calls {
        let known =
            table.iter().find(|(tool, aliases, _)| tool == name || aliases.contains(&&**name));
        let Some((tool, _, check)) = known else { continue };
        seen.insert(*tool);
        untyped.extend(check(raw).err().map(|untyped| format!("{name}: {untyped}")));
    }
    (untyped, seen)
}

#[test]
fn every_recorded_input_is_typed_in_full() {
    let mut calls = calls().inputs;
    // Two recordings contain invalid calls of the model.
    let wrong = ["{\"__unparsedToolInput\"", "{\"cmd\""];
    calls.retain(|(_, input)| wrong.iter().all(|start| !input.get().starts_with(start)));
    let (untyped, seen) = untyped(&calls, &inputs());
    assert!(untyped.is_empty(), "{}", untyped.join("\n"));
    assert!(seen.len() >= 30, "only {seen:?}");
}

#[test]
fn every_recorded_output_is_typed_in_full() {
    let (untyped, seen) = untyped(&calls().outputs, &outputs());
    assert!(untyped.is_empty(), "{}", untyped.join("\n"));
    assert!(seen.len() >= 25, "only {seen:?}");
}

#[test]
fn every_name_belongs_to_one_tool() {
    for table in [inputs(), outputs()] {
        let mut names = BTreeSet::new();
        for (tool, aliases, _) in table {
            for name in aliases.iter().chain([&tool]) {
                assert!(names.insert(*name), "{name}");
            }
        }
    }
}

#[test]
fn a_call_is_decoded_by_all_names_of_its_tool() {
    let input = || Raw::from_text(r#"{"description":"d","prompt":"p"}"#).unwrap();
    for name in ["Agent", "Task"] {
        let call = ToolUseBlock::new("toolu_1", name, input());
        assert!(call.is::<AgentInput>());
        assert_eq!(call.try_input::<AgentInput>().unwrap().unwrap().prompt, "p");
        assert!(call.try_input::<BashInput>().is_none());
    }
}

#[test]
fn a_tool_with_unknown_fields_is_decoded() {
    let text = r#"{"command":"ls","timeout":"soon","colour":"red"}"#;
    let call = ToolUseBlock::new("toolu_1", "Bash", Raw::from_text(text).unwrap());
    let input: BashInput = call.input_as().unwrap();
    assert_eq!((input.command.as_str(), input.timeout), ("ls", None));
    assert_eq!(input.extra.get("timeout").unwrap().get(), "\"soon\"");
    assert_eq!(input.extra.get("colour").unwrap().get(), "\"red\"");
    assert_eq!(serde_json::to_value(&input).unwrap(), serde_json::from_str::<Value>(text).unwrap());
}

#[test]
fn an_invalid_call_is_an_error_that_does_not_show_its_input() {
    let call = ToolUseBlock::new("toolu_1", "Bash", Raw::from_text(r#"{"cmd":"secret"}"#).unwrap());
    let error = call.try_input::<BashInput>().unwrap().unwrap_err();
    assert_eq!(error.expected, "Bash");
    assert!(!format!("{error} {error:?}").contains("secret"));
}

#[test]
fn permission_requests_and_hooks_have_the_typed_input_too() {
    let mut asked = 0;
    for (_, line) in frames() {
        if frame_type(line.as_bytes()).as_deref() != Some("control_request") {
            continue;
        }
        let frame: ControlRequestFrame = decode("control_request", line.as_bytes()).unwrap();
        match &frame.request {
            IncomingRequest::CanUseTool(request) => {
                let of_bash = request.try_input::<BashInput>();
                assert_eq!(of_bash.is_some(), request.tool_name == "Bash");
                asked += of_bash.map_or(0, |input| usize::from(!input.unwrap().command.is_empty()));
            }
            IncomingRequest::HookCallback(request) => match &request.input {
                HookInput::PreToolUse(hook) if hook.is::<BashInput>() => {
                    assert!(!hook.input_as::<BashInput>().unwrap().command.is_empty());
                }
                HookInput::PostToolUse(hook) if hook.is::<BashInput>() => {
                    let output = hook.tool_output_as::<BashOutput>().unwrap();
                    assert!(output.stdout.is_some());
                }
                _ => {}
            },
            _ => {}
        }
    }
    assert!(asked > 10, "{asked} questions about Bash");
}

#[test]
fn a_failed_call_has_no_output() {
    let line =
        r#"{"type":"user","message":{"role":"user","content":[]},"tool_use_result":"Error: no"}"#;
    let Message::User(message) = Message::decode(line.as_bytes()) else { panic!() };
    assert!(message.tool_output_as::<BashOutput>().is_err());
}
