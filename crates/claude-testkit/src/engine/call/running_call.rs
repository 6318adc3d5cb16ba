//! Running call: the state of a tool call, from its hooks to its result.

use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::frame::Decision;

/// A running tool call.
#[derive(Debug)]
pub(in crate::engine) struct Call {
    pub(in crate::engine) id: String,
    pub(in crate::engine) name: String,
    pub(in crate::engine) input: Box<RawValue>,
    /// The output of the tool in the scenario.
    pub(in crate::engine) scripted: Option<String>,
    pub(in crate::engine) permit: Permit,
    pub(in crate::engine) output: Option<Output>,
    /// Whether the result was sent.
    pub(in crate::engine) done: bool,
    /// The input as the model has written it; hooks and the host may change `input`.
    pub(super) asked: Box<RawValue>,
    /// Whether there is no such tool.
    pub(super) is_missing: bool,
    /// Whether the call was running when it was refused: then it is no denial.
    pub(in crate::engine) was_allowed: bool,
    /// The MCP server of the host that has the tool.
    pub(super) server: Option<String>,
    /// Messages that are sent before the result.
    pub(in crate::engine) notices: Vec<String>,
}

/// Whether the call may run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::engine) enum Permit {
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
pub(in crate::engine) struct Output {
    pub(in crate::engine) body: Body,
    pub(in crate::engine) decision: Option<Decision>,
    /// The reason why it did not run.
    pub(in crate::engine) not_run: Option<&'static str>,
}

#[derive(Debug)]
pub(in crate::engine) enum Body {
    Text(String),
    /// The blocks of an MCP tool.
    Blocks(Value),
    Error(String),
}

/// The parts of a call, in order.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) enum CallStage {
    Permit,
    /// Refuses a call about which no host can be asked, unless a hook has decided.
    Unasked,
    Run,
    PostToolUse,
    Output,
    Batch,
    After,
}

impl Call {
    pub(in crate::engine) fn new(
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
            was_allowed: false,
            server: None,
            notices: Vec::new(),
        }
    }

    /// The MCP server of the tool, for hooks.
    pub(super) fn server_field(&self) -> Option<(&'static str, Value)> {
        let name = self.server.as_ref()?;
        Some(("mcp_server", json!({"name": name, "source": "sdk"})))
    }

    /// Hooks and the host get absolute paths, whatever the model has written.
    pub(super) fn make_path_absolute(&mut self, cwd: &str) {
        let mut input = parse(&self.input);
        if let Some(path) = input["file_path"].as_str()
            && !path.starts_with('/')
        {
            input["file_path"] = format!("{cwd}/{path}").into();
            self.input = raw(&input);
        }
    }

    /// The value that hooks and hosts get in addition to the result for the model.
    pub(super) fn response(&self, body: &Body) -> Value {
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
    pub(in crate::engine) fn put(&mut self, body: Body) {
        let decision = self.output.take().and_then(|output| output.decision);
        self.output = Some(Output { body, decision, not_run: None });
    }

    /// Refuses the call with an error for the model.
    pub(in crate::engine) fn refuse(
        &mut self,
        error: String,
        kind: &'static str,
        decision: Option<Decision>,
    ) {
        self.permit = Permit::Refused;
        self.output = Some(Output { body: Body::Error(error), decision, not_run: Some(kind) });
    }

    pub(in crate::engine) fn is_allowed(&self) -> bool {
        self.permit == Permit::Allowed
    }

    /// Allows the call; its output follows later.
    pub(in crate::engine) fn allow(
        &mut self,
        source: &'static str,
        reason_type: Option<&'static str>,
    ) {
        self.permit = Permit::Allowed;
        let decision = Some(Decision { decision: "accept", source, reason_type });
        self.output = Some(Output { body: Body::Text(String::new()), decision, not_run: None });
    }
}

impl Output {
    pub(super) fn failed(&self) -> bool {
        matches!(self.body, Body::Error(_))
    }

    /// Whether the host has interrupted the turn before a decision.
    pub(super) fn interrupted(&self) -> bool {
        self.not_run == Some("user-rejected") && self.decision.is_none()
    }
}

/// A value as the input of a call.
pub(in crate::engine) fn raw(input: &Value) -> Box<RawValue> {
    #[expect(clippy::expect_used, reason = "a value has string keys")]
    serde_json::value::to_raw_value(input).expect("a value serialises")
}

/// The input as a value, for hooks and permission requests.
pub(in crate::engine) fn parse(input: &RawValue) -> Value {
    serde_json::from_str(input.get()).unwrap_or_default()
}
