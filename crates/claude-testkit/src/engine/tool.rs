//! Tool calls: hooks before, permission, run, hooks after, result.

use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::effect::Effect;
use super::play::{Engine, Op};
use crate::frame::{self, Content, Decision, Denial, ToolMeta, User, UserBlock, api_id};
use crate::scenario::Step;

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
    done: bool,
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
    Run,
    PostToolUse,
    Output,
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
        let stages = [CallStage::Permit, CallStage::Run, CallStage::PostToolUse, CallStage::Output];
        for stage in stages.into_iter().rev() {
            self.ops.push_front(Op::Call(stage));
        }
        self.ask_hooks("PreToolUse", Some(&name), &fields);
    }

    pub(super) fn call_stage(&mut self, stage: CallStage) {
        match stage {
            CallStage::Permit => self.permit(),
            CallStage::Run => self.run_call(),
            CallStage::PostToolUse => self.post_tool_use(),
            CallStage::Output => self.put_out(),
        }
    }

    fn run_call(&mut self) {
        let Some(call) = &self.call else { return };
        if call.permit != Permit::Allowed || call.output.as_ref().is_some_and(Output::failed) {
            return;
        }
        if let Some((server, tool)) = self.host_tool(&call.name) {
            return self.call_host_tool(server, &tool);
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
        ];
        match call.output.as_ref().map(|output| &output.body) {
            Some(Body::Error(error)) => {
                fields.push(("error", error.clone().into()));
                self.ask_hooks("PostToolUseFailure", Some(&name), &fields);
            }
            Some(body) => {
                fields.push(("tool_response", body.response()));
                self.ask_hooks("PostToolUse", Some(&name), &fields);
            }
            None => {}
        }
    }

    /// Sends the result to the host.
    pub(super) fn put_out(&mut self) {
        let Some(call) = &self.call else { return };
        let (id, ran) = (call.id.clone(), call.permit == Permit::Allowed);
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
            Body::Text(text) => UserBlock::result(&call.id, Content::Text(text)),
            Body::Blocks(blocks) => UserBlock::result(&call.id, Content::Blocks(blocks)),
            Body::Error(error) => UserBlock::error(&call.id, error),
        };
        let mut frame = User::new(&session_id, block);
        frame.tool_use_result = Some(match &output.body {
            Body::Error(_) if output.interrupted() => "User rejected tool use".into(),
            Body::Error(error) => format!("Error: {error}").into(),
            body => body.response(),
        });
        frame.tool_result_meta = Some([ToolMeta {
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
                tool_input: call.input.clone(),
            });
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
        let permit = Permit::Undecided;
        Self { id, name, input, scripted, permit, output: None, done: false }
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

impl Body {
    /// The value that hooks and hosts get in addition to the result for the model.
    fn response(&self) -> Value {
        match self {
            Self::Text(text) => json!({
                "stdout": text,
                "stderr": "",
                "interrupted": false,
                "isImage": false,
                "noOutputExpected": text.is_empty(),
            }),
            Self::Blocks(blocks) => blocks.clone(),
            Self::Error(error) => error.clone().into(),
        }
    }
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
