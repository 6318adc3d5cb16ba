//! Facts: where the driver tells observers what happened.
//!
//! Without an observer of facts, each function returns at once and nothing is kept.

use claude_types::{ControlRequestFrame, IncomingRequest, MessageUuid, Raw};
use serde::Deserialize;

use super::event_loop::Driver;
use crate::error::ProtocolError;
use crate::facts::{
    AnswerOutcome, Asked, Called, Ended, Fact, Observation, RawLine, Sent, Started, Topic,
    Unanswered, failed_results,
};
use crate::state::{State, tool_scan};
use crate::tables::RestartStep;

impl Driver {
    /// Records a line as a sign of life, see [`Route::kind`](crate::tables::Route), and tells it.
    pub(super) fn note_line(&mut self, kind: Option<&str>, bytes: &[u8]) {
        self.activity.note_line(kind, bytes);
        if let Some(kind) = kind {
            self.observation.tell(self.now, || Fact::Line(RawLine { kind, bytes }));
        }
    }

    pub(super) fn tell_started(&mut self) {
        if !self.observation.observers.wants_facts() {
            return;
        }
        let handshake = self.links.cli_info.last_handshake();
        let took = self.now.saturating_duration_since(self.observation.begun);
        let is_replacement = !matches!(self.ending.restart, RestartStep::No);
        self.observation.tell(self.now, || {
            Fact::Started(Started { handshake: handshake.as_deref(), took, is_replacement })
        });
    }

    pub(super) fn tell_sent(&mut self, prompt: &MessageUuid, line: &[u8]) {
        self.observation.tell(self.now, || Fact::Sent(Sent { prompt, line }));
    }

    pub(super) fn tell_unanswered(&mut self, prompt: &MessageUuid, error: &ProtocolError) {
        self.observation.tell(self.now, || Fact::Unanswered(Unanswered { prompt, error }));
    }

    /// Tells the state if it is another one than the last that was told.
    pub(super) fn tell_state(&mut self) {
        let version = self.links.state.version();
        if version == self.observation.state || !self.observation.observers.wants_facts() {
            return;
        }
        self.observation.state = version;
        let state = self.links.state.get();
        self.observation.tell(self.now, || Fact::State(&state));
    }

    /// Tells the tasks if they have changed since they were last told.
    pub(super) fn tell_tasks(&mut self) {
        let version = self.links.tasks.version();
        if version == self.observation.tasks || !self.observation.observers.wants_facts() {
            return;
        }
        self.observation.tasks = version;
        let tree = self.links.tasks.with(|table| table.tree());
        self.observation.tell(self.now, || Fact::Tasks(&tree));
    }

    pub(super) fn tell_calls(&mut self, calls: &tool_scan::Calls<'_>) {
        if !self.observation.observers.wants_facts() {
            return;
        }
        let (now, parent) = (self.now, calls.parent.as_deref());
        for tool_scan::ToolCall { id, name, input } in &calls.tools {
            if self.observation.calls.add(id, name, parent, now.into_std()) {
                let called = Called { call: id, tool: name, parent, input: *input };
                self.observation.tell(now, || Fact::Called(called));
            }
        }
    }

    /// Tells the tool calls whose results a `user` line contains. Only what was called is looked
    /// for.
    pub(super) fn tell_returns(&mut self, line: &[u8]) {
        if self.observation.calls.is_empty() {
            return;
        }
        let now = self.now.into_std();
        let Observation { observers, calls, .. } = &mut self.observation;
        let mut results = tool_scan::results(line).peekable();
        if results.peek().is_none() {
            return;
        }
        let failed = failed_results(line);
        for id in results {
            calls.returned(id, failed.contains(id), line.len(), now, |end| {
                observers.tell(now, || Fact::Returned(end));
            });
        }
    }

    /// Tells the calls of the main thread whose turn is over, or all calls, as lost.
    pub(super) fn tell_lost_calls(&mut self, all: bool) {
        let now = self.now.into_std();
        let Observation { observers, calls, .. } = &mut self.observation;
        calls.lost(all, now, |end| observers.tell(now, || Fact::Returned(end)));
    }

    /// Tells what consumers have lost since the last call.
    pub(super) fn tell_losses(&mut self) {
        for lost in self.consumers.take_lost() {
            self.observation.tell(self.now, || Fact::Lost(lost));
        }
    }

    /// Tells a request of the CLI. A repeated one is not told again.
    pub(super) fn tell_asked(&mut self, frame: &ControlRequestFrame) {
        let id = &frame.request_id;
        if !self.observation.observers.wants_facts() || self.callbacks.has(id) {
            return;
        }
        let (now, observation) = (self.now, &mut self.observation);
        let mut ask = |topic, tool_use_id: Option<&str>, input| {
            observation.asked.insert(id.clone(), now);
            observation.tell(now, || Fact::Asked(Asked { request: id, topic, tool_use_id, input }));
        };
        match &frame.request {
            IncomingRequest::CanUseTool(request) => {
                let topic = match request.tool_name.as_str() {
                    "AskUserQuestion" => Topic::Question,
                    "ExitPlanMode" => Topic::Plan,
                    tool => Topic::Permission { tool },
                };
                let call = request.tool_use_id.as_ref().map(|id| id.as_str());
                ask(topic, call, Some(&request.input));
            }
            IncomingRequest::HookCallback(request) => {
                let event = request.input.event();
                let topic = Topic::Hook { event: &event, tool: request.input.tool_name() };
                ask(topic, request.tool_use_id.as_ref().map(|id| id.as_str()), None);
            }
            IncomingRequest::McpMessage(request) => {
                let message = McpCall::read(&request.message);
                let (method, tool) = (message.method.as_deref(), message.params.name.as_deref());
                let tool = tool.filter(|_| method == Some("tools/call"));
                let topic = Topic::Mcp { server: &request.server_name, method, tool };
                ask(topic, message.params.meta.call.as_deref(), None);
            }
            IncomingRequest::Elicitation(request) => {
                ask(Topic::Elicitation { server: &request.mcp_server_name }, None, None);
            }
            IncomingRequest::RequestUserDialog(request) => {
                let topic = Topic::Dialog { kind: request.dialog_kind.as_str() };
                ask(topic, request.tool_use_id.as_ref().map(|id| id.as_str()), None);
            }
            _ => {}
        }
    }

    /// Tells the end of the connection, and before it the end of all that was open. The last state is
    /// told before it is published.
    pub(super) fn tell_end(&mut self, why: Option<&ProtocolError>) {
        let open: Vec<_> = self.observation.asked.keys().cloned().collect();
        for id in open {
            self.observation.answered(&id, AnswerOutcome::Lost, self.now);
        }
        self.tell_lost_calls(true);
        self.tell_tasks();
        self.tell_state();
        let closed = State::Closed(why.cloned());
        self.observation.tell(self.now, || Fact::State(&closed));
        let exit = self.ending.exit.as_ref();
        self.observation.tell(self.now, || Fact::Ended(Ended { error: why, exit }));
    }
}

/// The parts of a JSON-RPC message that a fact names.
#[derive(Deserialize, Default)]
struct McpCall {
    method: Option<String>,
    #[serde(default)]
    params: McpParams,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct McpParams {
    name: Option<String>,
    #[serde(rename = "_meta")]
    meta: McpMeta,
}

#[derive(Deserialize, Default)]
struct McpMeta {
    /// The tool call, as observed with CLI 2.1.329.
    #[serde(rename = "claudecode/toolUseId")]
    call: Option<String>,
}

impl McpCall {
    /// Reads a message. One of another shape has no parts.
    fn read(message: &Raw) -> Self {
        message.parse().unwrap_or_default()
    }
}
