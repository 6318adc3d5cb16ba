//! Tool calls: hooks before, permission, run, hooks after, result.

use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::effect::Effect;
use super::ending::Ending;
use super::play::{Engine, Op};
use crate::frame::{
    self, Content, Decision, Denial, OTHER_TOOLS, TOOLS, ToolMeta, User, UserBlock, api_id,
};
use crate::scenario::{Outcome, Step};

/// A running tool call.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) input: Box<RawValue>,
    /// The output of the tool in the scenario.
    pub(super) scripted: Option<String>,
    pub(super) permit: Permit,
    pub(super) output: Option<Output>,
    /// Whether the result was sent.
    pub(super) done: bool,
    /// The input as the model has written it; hooks and the host may change `input`.
    asked: Box<RawValue>,
    /// Whether there is no such tool.
    is_missing: bool,
    /// Messages that are sent before the result.
    pub(super) notices: Vec<String>,
}

/// Whether the call may run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Permit {
    /// Rules and mode decide, or else the host.
    Undecided,
    /// A hook requires a permission request to the host.
    MustAsk,
    /// A hook leaves the decision to a later process.
    Deferred,
    Allowed,
    Refused,
}

/// The outcome of the call.
#[derive(Debug)]
pub(super) struct Output {
    pub(super) body: Body,
    pub(super) decision: Option<Decision>,
    /// The reason why it did not run.
    pub(super) not_run: Option<&'static str>,
}

#[derive(Debug)]
pub(super) enum Body {
    Text(String),
    /// The blocks of an MCP tool.
    Blocks(Value),
    Error(String),
}

/// The parts of a call, in order.
#[derive(Clone, Copy, Debug)]
pub(super) enum CallStage {
    Permit,
    /// Refuses a call about which no host can be asked, unless a hook has decided.
    Unasked,
    Run,
    PostToolUse,
    Output,
    Batch,
    After,
}

impl Engine {
    pub(super) fn tool(&mut self, name: String, input: Box<RawValue>, output: Option<String>) {
        let id = api_id("toolu");
        self.tool_use(&id, &name, &input);
        self.close_message(Some("tool_use"));
        self.begin_call(Call::new(id, name, input, output));
    }

    /// Runs a call through its stages: hooks before, permission, run, hooks after, result.
    pub(super) fn begin_call(&mut self, call: Call) {
        let fields = [
            ("tool_name", Value::from(call.name.clone())),
            ("tool_input", parse(&call.input)),
            ("tool_use_id", call.id.clone().into()),
        ];
        let name = call.name.clone();
        self.call = Some(call);
        let stages = [
            CallStage::Permit,
            CallStage::Run,
            CallStage::PostToolUse,
            CallStage::Output,
            CallStage::Batch,
            CallStage::After,
        ];
        let missing = self.missing_tool(&name);
        if let (Some(error), Some(call)) = (missing, &mut self.call) {
            call.is_missing = true;
            call.put(Body::Error(error));
            for stage in stages[3..].iter().rev() {
                self.ops.push_front(Op::Call(*stage));
            }
            return;
        }
        for stage in stages.into_iter().rev() {
            self.ops.push_front(Op::Call(stage));
        }
        self.ask_hooks("PreToolUse", Some(&name), &fields);
    }

    pub(super) fn call_stage(&mut self, stage: CallStage) {
        match stage {
            CallStage::Permit => self.permit(),
            CallStage::Unasked => self.deny_unasked(),
            CallStage::Run => self.run_call(),
            CallStage::PostToolUse => self.post_tool_use(),
            CallStage::Output => self.put_out(),
            CallStage::Batch => self.post_tool_batch(),
            CallStage::After => self.after_call(),
        }
    }

    /// Why the model cannot call this tool, if it cannot.
    fn missing_tool(&self, name: &str) -> Option<String> {
        let setup = &self.setup;
        let is_off = |tool: &str| setup.disallowed_tools.iter().any(|rule| rule == tool);
        let is_listed = |list: &Vec<String>| {
            list.iter().any(|tool| tool == "default" || same_tool(tool, name))
        };
        if let Some(rest) = name.strip_prefix("mcp__") {
            let is_known = match self.host_tool(name) {
                Some((server, tool)) => self.servers[server].has(&tool),
                None => self.other_servers().any(|server| {
                    rest.strip_prefix(server).is_some_and(|rest| rest.starts_with("__"))
                }),
            };
            return (!is_known).then(|| no_such_tool(name, ""));
        }
        let is_built_in = match name {
            "StructuredOutput" => return setup.schema.is_none().then(|| no_such_tool(name, "")),
            _ => TOOLS.contains(&name) || OTHER_TOOLS.contains(&name),
        };
        let disabled = format!(". {name} is disabled for this session, in subagents as well as here.");
        let is_disabled = is_off(name) || setup.tools.as_ref().is_some_and(|list| !is_listed(list));
        match (is_built_in, is_disabled) {
            (false, _) => Some(no_such_tool(name, "")),
            (true, true) => Some(no_such_tool(name, &disabled)),
            (true, false) => None,
        }
    }

    fn run_call(&mut self) {
        // The budget is checked when the answer of the API is complete, which is now.
        if self.agent.is_none() && self.budget_is_exhausted() {
            return self.end_over_budget(Some("tool_use"));
        }
        let Some(call) = &self.call else { return };
        if call.permit != Permit::Allowed || call.output.as_ref().is_some_and(Output::failed) {
            return;
        }
        if let Some((server, tool)) = self.host_tool(&call.name) {
            return self.call_host_tool(server, &tool);
        }
        let input = parse(&call.input);
        match &*call.name {
            "Agent" | "Task" => return self.run_agent(&input),
            "StructuredOutput" => return self.structured_output(input),
            "ExitPlanMode" => self.change_mode("default"),
            "EnterPlanMode" => self.change_mode("plan"),
            _ => {}
        }
        let Some(call) = &mut self.call else { return };
        let made_up = || format!("ran {} with {}", call.name, call.input.get());
        let text = call.scripted.clone().unwrap_or_else(made_up);
        call.put(Body::Text(text));
    }

    fn post_tool_use(&mut self) {
        let Some(call) = &self.call else { return };
        if call.permit != Permit::Allowed {
            return;
        }
        let name = call.name.clone();
        let mut fields = vec![
            ("tool_name", Value::from(name.clone())),
            ("tool_input", parse(&call.input)),
            ("tool_use_id", call.id.clone().into()),
            ("duration_ms", 1.into()),
        ];
        match call.output.as_ref().map(|output| &output.body) {
            Some(Body::Error(error)) => {
                fields.push(("error", error.clone().into()));
                fields.push(("is_interrupt", false.into()));
                self.ask_hooks("PostToolUseFailure", Some(&name), &fields);
            }
            Some(body) => {
                fields.push(("tool_response", call.response(body)));
                self.ask_hooks("PostToolUse", Some(&name), &fields);
            }
            None => {}
        }
    }

    /// Sends the result to the host.
    pub(super) fn put_out(&mut self) {
        let Some(call) = &mut self.call else { return };
        let (id, ran) = (call.id.clone(), call.permit == Permit::Allowed);
        for notice in std::mem::take(&mut call.notices) {
            self.effect_of(Effect::Write(notice.into_bytes()));
        }
        if ran {
            self.attach_callbacks("PreToolUse", 0, &id);
        }
        self.put_result();
        if ran {
            self.attach_callbacks("PostToolUse", 1, &id);
        }
    }

    fn put_result(&mut self) {
        let Some(call) = &self.call else { return };
        let Some(output) = &call.output else { return };
        let session_id = self.session();
        let block = match &output.body {
            // Only shells say that a result is not an error.
            Body::Text(text) if call.name == "Bash" => {
                let text = if text.is_empty() { NO_OUTPUT } else { text };
                UserBlock::result(&call.id, Content::Text(text), Some(false))
            }
            Body::Text(text) => UserBlock::result(&call.id, Content::Text(text), None),
            Body::Blocks(blocks) => UserBlock::result(&call.id, Content::Blocks(blocks), None),
            Body::Error(error) => UserBlock::error(&call.id, error),
        };
        let agent = self.agent.clone();
        let mut frame = User::new(&session_id, block);
        Self::of_agent(agent.as_ref(), &mut frame);
        frame.tool_use_result = agent.is_none().then(|| match &output.body {
            Body::Error(_) if output.interrupted() => "User rejected tool use".into(),
            Body::Error(error) if call.is_missing => bare(error).into(),
            Body::Error(error) => format!("Error: {error}").into(),
            body => call.response(body),
        });
        // The CLI says nothing about calls of tools that are not there.
        frame.tool_result_meta = (!call.is_missing).then_some([ToolMeta {
            id: &call.id,
            non_execution_kind: output.not_run,
            permission_decision: output.decision,
        }]);
        let line = frame::line(&frame).into_bytes();
        self.effect_of(Effect::Write(line));
        self.count_denial();
        if let Some(call) = &mut self.call {
            call.done = true;
        }
    }

    fn count_denial(&mut self) {
        let (Some(call), Some(turn)) = (&self.call, &mut self.turn) else { return };
        if call.permit == Permit::Refused {
            turn.denials.push(Denial {
                tool_name: call.name.clone(),
                tool_use_id: call.id.clone(),
                tool_input: call.asked.clone(),
            });
        }
    }

    fn post_tool_batch(&mut self) {
        let is_stopped = self.turn.as_ref().is_some_and(|turn| turn.hook_stopped);
        let (Some(call), false) = (&self.call, is_stopped) else { return };
        let response = match call.output.as_ref().map(|output| &output.body) {
            Some(Body::Text(text)) if text.is_empty() && call.name == "Bash" => NO_OUTPUT.into(),
            Some(Body::Text(text) | Body::Error(text)) => text.clone().into(),
            Some(Body::Blocks(blocks)) => blocks.clone(),
            None => Value::Null,
        };
        let calls = json!([{
            "tool_name": call.name,
            "tool_input": parse(&call.asked),
            "tool_use_id": call.id,
            "tool_response": response,
        }]);
        self.ask_hooks("PostToolBatch", None, &[("tool_calls", calls)]);
    }

    /// Ends the turn after a call, if a hook, an accepted output or a limit wants it.
    fn after_call(&mut self) {
        if self.agent.is_some() {
            return;
        }
        let Some(turn) = &mut self.turn else { return };
        if turn.hook_stopped {
            self.skip_to_next_prompt();
            return self.close_turn(Ending::hook_stopped());
        }
        if turn.structured.is_some() {
            self.skip_to_next_prompt();
            self.message = None;
            return self.result_step(Outcome::Success, None);
        }
        if turn.refused_outputs >= MAX_REFUSED_OUTPUTS {
            let error = format!(
                "Failed to provide valid structured output after {MAX_REFUSED_OUTPUTS} attempts"
            );
            self.skip_to_next_prompt();
            let subtype = "error_max_structured_output_retries";
            return self.close_turn(Ending::limit(subtype, error, Some("tool_use")));
        }
        let (calls, max) = (turn.calls, self.setup.max_turns);
        if max.is_some_and(|max| calls >= max) {
            let error = format!("Reached maximum number of turns ({})", max.unwrap_or_default());
            self.skip_to_next_prompt();
            self.close_turn(Ending::limit("error_max_turns", error, Some("tool_use")));
        }
    }

    /// Answers the prompt with a short text, or with a tool call: of `AskUserQuestion` or
    /// `ExitPlanMode` if the prompt names one of them.
    pub(super) fn echo(&mut self) {
        let prompt = self.turn.as_ref().and_then(|turn| turn.prompts.last());
        let prompt = prompt.map(super::prompt::Prompt::text).unwrap_or_default();
        if prompt.contains("subagent") {
            self.echo_agents();
        } else if prompt.contains("tool") {
            let (name, input, output) = match () {
                () if prompt.contains("AskUserQuestion") => ("AskUserQuestion", question(), None),
                () if prompt.contains("ExitPlanMode") => ("ExitPlanMode", plan(), None),
                () => ("Bash", command(), Some("hi".to_owned())),
            };
            let input = raw(&input);
            self.ops.push_front(Op::EchoSummary);
            self.ops.push_front(Op::Step(Step::Tool { name: name.to_owned(), input, output }));
        } else {
            let head: String = prompt.chars().take(200).collect();
            self.text(&format!("You said: {head}"));
        }
    }

    pub(super) fn echo_summary(&mut self) {
        let output = self.call.as_ref().and_then(|call| call.output.as_ref());
        let text = match output.map(|output| &output.body) {
            Some(Body::Text(text)) => format!("The tool said: {text}"),
            Some(Body::Error(error)) => format!("The tool did not run: {error}"),
            Some(Body::Blocks(_)) | None => "The tool said something.".to_owned(),
        };
        self.text(&text);
    }

    /// Whether a call is running.
    pub(super) fn in_tool(&self) -> bool {
        self.call.as_ref().is_some_and(|call| !call.done)
    }
}

impl Call {
    pub(super) fn new(
        id: String,
        name: String,
        input: Box<RawValue>,
        scripted: Option<String>,
    ) -> Self {
        Self {
            id,
            name,
            asked: input.clone(),
            input,
            scripted,
            permit: Permit::Undecided,
            output: None,
            done: false,
            is_missing: false,
            notices: Vec::new(),
        }
    }

    /// The value that hooks and hosts get in addition to the result for the model.
    fn response(&self, body: &Body) -> Value {
        match body {
            Body::Text(text) if self.name == "Bash" => json!({
                "stdout": text,
                "stderr": "",
                "interrupted": false,
                "isImage": false,
                "noOutputExpected": text.is_empty(),
            }),
            Body::Text(text) | Body::Error(text) => text.clone().into(),
            Body::Blocks(blocks) => blocks.clone(),
        }
    }

    /// Sets the output, and keeps the source of the permission.
    pub(super) fn put(&mut self, body: Body) {
        let decision = self.output.take().and_then(|output| output.decision);
        self.output = Some(Output { body, decision, not_run: None });
    }

    /// Refuses the call with an error for the model.
    pub(super) fn refuse(&mut self, error: String, kind: &'static str, decision: Option<Decision>) {
        self.permit = Permit::Refused;
        self.output = Some(Output { body: Body::Error(error), decision, not_run: Some(kind) });
    }

    /// Allows the call; its output follows later.
    pub(super) fn allow(&mut self, source: &'static str, reason_type: Option<&'static str>) {
        self.permit = Permit::Allowed;
        let decision = Some(Decision { decision: "accept", source, reason_type });
        self.output = Some(Output { body: Body::Text(String::new()), decision, not_run: None });
    }
}

impl Output {
    fn failed(&self) -> bool {
        matches!(self.body, Body::Error(_))
    }

    /// Whether the host has interrupted the turn before a decision.
    fn interrupted(&self) -> bool {
        self.not_run == Some("user-rejected") && self.decision.is_none()
    }
}

/// What the CLI says about a command without an output.
const NO_OUTPUT: &str = "(Bash completed with no output)";

/// After so many values that do not fit the schema, the turn ends.
const MAX_REFUSED_OUTPUTS: usize = 5;

fn no_such_tool(name: &str, more: &str) -> String {
    format!("<tool_use_error>Error: No such tool available: {name}{more}</tool_use_error>")
}

/// The error without the mark that the model gets.
fn bare(error: &str) -> &str {
    let error = error.strip_prefix("<tool_use_error>").unwrap_or(error);
    error.strip_suffix("</tool_use_error>").unwrap_or(error)
}

/// Whether two names are of one tool: `Task` is another name of `Agent`.
fn same_tool(one: &str, other: &str) -> bool {
    let name = |name: &str| if name == "Task" { "Agent".to_owned() } else { name.to_owned() };
    name(one) == name(other)
}

fn command() -> Value {
    json!({"command": "echo hi", "description": "Says hi"})
}

fn question() -> Value {
    json!({"questions": [{
        "question": "Which color do you like?",
        "header": "Color",
        "multiSelect": false,
        "options": [
            {"label": "Red", "description": "Like a tomato"},
            {"label": "Blue", "description": "Like the sea"},
        ],
    }]})
}

fn plan() -> Value {
    json!({"plan": "1. Write a test.\n2. Make it pass.", "planFilePath": "/plans/plan.md"})
}

/// A value as the input of a call.
pub(super) fn raw(input: &Value) -> Box<RawValue> {
    #[expect(clippy::expect_used, reason = "a value has string keys")]
    serde_json::value::to_raw_value(input).expect("a value serialises")
}

/// The input as a value, for hooks and permission requests.
pub(super) fn parse(input: &RawValue) -> Value {
    serde_json::from_str(input.get()).unwrap_or_default()
}
