//! Stages of a call: hooks before, permission, run, hooks after, result, and what follows.

use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::missing_tool::bare;
use super::running_call::{Body, Call, CallStage, Output, Permit, parse};
use crate::engine::effect::Effect;
use crate::engine::ending::Ending;
use crate::engine::play::{Engine, Op};
use crate::frame::{self, Content, Denial, ToolMeta, User, UserBlock, api_id};
use crate::scenario::Outcome;

/// What the CLI says about a command without an output.
const NO_OUTPUT: &str = "(Bash completed with no output)";

/// After so many values that do not fit the schema, the turn ends.
const MAX_REFUSED_OUTPUTS: usize = 5;

impl Engine {
    pub(in crate::engine) fn tool(
        &mut self,
        name: String,
        input: Box<RawValue>,
        output: Option<String>,
    ) {
        let id = api_id("toolu");
        self.tool_use(&id, &name, &input);
        self.close_message(Some("tool_use"));
        self.begin_call(Call::new(id, name, input, output));
    }

    /// Runs a call through its stages: hooks before, permission, run, hooks after, result.
    pub(in crate::engine) fn begin_call(&mut self, mut call: Call) {
        call.make_path_absolute(&self.setup.cwd);
        let server = self.host_tool(&call.name).map(|(index, _)| self.servers[index].name.clone());
        call.server = server;
        let mut fields = vec![
            ("tool_name", Value::from(call.name.clone())),
            ("tool_input", parse(&call.input)),
            ("tool_use_id", call.id.clone().into()),
        ];
        fields.extend(call.server_field());
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

    pub(in crate::engine) fn call_stage(&mut self, stage: CallStage) {
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
        fields.extend(call.server_field());
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
    pub(in crate::engine) fn put_out(&mut self) {
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
            Body::Blocks(blocks) => {
                let is_error = (call.name == "Bash").then_some(false);
                UserBlock::result(&call.id, Content::Blocks(blocks), is_error)
            }
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
        if call.permit == Permit::Refused && !call.was_allowed {
            turn.denials.push(Denial {
                // The CLI calls the tool by its older name here.
                tool_name: if call.name == "Agent" { "Task".into() } else { call.name.clone() },
                tool_use_id: call.id.clone(),
                tool_input: call.asked.clone(),
            });
        }
    }

    fn post_tool_batch(&mut self) {
        // A replayed call is no batch.
        if self.turn.as_ref().is_some_and(|turn| turn.replay.is_some()) {
            return;
        }
        let is_stopped = self.turn.as_ref().is_some_and(|turn| turn.hook_stopped);
        let Some(call) = &self.call else { return };
        if is_stopped && call.permit != Permit::Refused {
            return;
        }
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
        let Some(turn) = &self.turn else { return };
        let is_refused = self.call.as_ref().is_some_and(|call| call.permit == Permit::Refused);
        // After a refused call the model goes on.
        if turn.hook_stopped && !is_refused {
            self.skip_to_next_prompt();
            return self.close_turn(Ending::hook_stopped());
        }
        if turn.structured.is_some() {
            self.skip_to_next_prompt();
            self.message = None;
            return self.result_step(Outcome::Success, None);
        }
        if turn.refused_outputs >= MAX_REFUSED_OUTPUTS {
            let last = match self.call.as_ref().and_then(|call| call.output.as_ref()) {
                Some(Output { body: Body::Error(error), .. }) => error.as_str(),
                _ => "",
            };
            let error = format!(
                "Failed to provide valid structured output after {MAX_REFUSED_OUTPUTS} attempts \
                 \u{2014} last StructuredOutput error: {last}"
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

    /// Whether a call is running.
    pub(in crate::engine) fn in_tool(&self) -> bool {
        self.call.as_ref().is_some_and(|call| !call.done)
    }
}
