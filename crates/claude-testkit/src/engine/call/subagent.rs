//! Foreground subagents: a task, a command that the subagent runs, and its report.
//!
//! The `Agent` call goes through the stages of every tool call. The command of the subagent is a call
//! of its own: hooks see it, and it needs no permission. The text of a subagent is sent only to a
//! host that asks for it. Stream events of subagents are never sent.

use serde_json::{Value, json};

use super::running_call::{Body, Call, raw};
use crate::engine::play::{Engine, Op};
use crate::frame::{Agent, Assistant, Block, Task, TaskEvent, User, UserBlock, api_id};
use crate::scenario::Step;

/// The command that every subagent of the mock runs.
const COMMAND: &str = "ls";

/// A running subagent.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Subagent {
    pub(in crate::engine) id: String,
    pub(in crate::engine) kind: String,
    description: String,
    prompt: String,
    report: String,
    /// The ID of the `Agent` call.
    call: String,
}

/// The parts of its run, in order.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) enum AgentStage {
    Prompt,
    Command,
    Report,
    End,
}

impl Subagent {
    fn frame(&self) -> Agent<'_> {
        Agent { agent_id: &self.id, subagent_type: &self.kind, task_description: &self.description }
    }
}

impl Engine {
    /// The step `agent`: a call of the tool `Agent`.
    pub(in crate::engine) fn agent(&mut self, name: &str, prompt: &str, report: Option<String>) {
        let description: String = prompt.chars().take(40).collect();
        let input = raw(&json!({
            "description": description, "prompt": prompt, "subagent_type": name,
            "run_in_background": false,
        }));
        self.tool("Agent".to_owned(), input, report);
    }

    /// Runs the subagent of the running call.
    pub(in crate::engine) fn run_agent(&mut self, input: &Value) {
        let Some(call) = &self.call else { return };
        let text = |field: &str| input[field].as_str().unwrap_or_default().to_owned();
        let kind = match text("subagent_type") {
            kind if kind.is_empty() => "general-purpose".to_owned(),
            kind => kind,
        };
        let report = call.scripted.clone();
        let report = report.unwrap_or_else(|| format!("{kind} has nothing to report."));
        let agent = Subagent {
            // The CLI's IDs are an `a` and 16 digits.
            id: format!("a{}", &api_id("x")[2..18]),
            kind,
            description: text("description"),
            prompt: text("prompt"),
            report,
            call: call.id.clone(),
        };
        self.task(&agent, TaskEvent::started(&agent.call, agent.frame(), &agent.prompt));
        self.agent = Some(agent);
        let stages = [AgentStage::Prompt, AgentStage::Command, AgentStage::Report, AgentStage::End];
        for stage in stages.into_iter().rev() {
            self.ops.push_front(Op::Agent(stage));
        }
        self.ask_hooks("SubagentStart", None, &[]);
    }

    pub(in crate::engine) fn agent_stage(&mut self, stage: AgentStage) {
        let Some(agent) = self.agent.clone() else { return };
        match stage {
            AgentStage::Prompt => {
                self.agent_user(&agent, UserBlock::text(&agent.prompt));
                let progress = TaskEvent::progress(&agent.call, agent.frame(), "Running ls");
                self.task(&agent, progress);
                let (id, input) = (api_id("toolu"), raw(&json!({ "command": COMMAND })));
                let block = Block::ToolUse { id: &id, name: "Bash", input: &input };
                self.agent_block(&agent, block);
                // The stages of the command come first; the call of the agent waits meanwhile.
                self.outer_call = self.call.take();
                let output = Some("a.txt".to_owned());
                self.begin_call(Call::new(id, "Bash".to_owned(), input, output));
            }
            AgentStage::Command => self.call = self.outer_call.take(),
            AgentStage::Report => {
                if self.agents_text {
                    self.agent_block(&agent, Block::Text { text: &agent.report });
                }
                let fields = [
                    ("stop_hook_active", false.into()),
                    ("agent_transcript_path", self.setup.agent_path(&agent.id).into()),
                    ("last_assistant_message", agent.report.clone().into()),
                    ("background_tasks", json!([])),
                    ("session_crons", json!([])),
                ];
                self.ask_hooks("SubagentStop", None, &fields);
            }
            AgentStage::End => {
                self.task(&agent, TaskEvent::completed());
                self.task(&agent, TaskEvent::ended(&agent.call, &agent.report));
                self.agent = None;
                if let Some(call) = &mut self.call {
                    call.put(Body::Blocks(json!([{"type": "text", "text": agent.report}])));
                }
            }
        }
    }

    /// Ends the subagent of a turn that ends in another way.
    pub(in crate::engine) fn drop_agent(&mut self) {
        self.agent = None;
        if let Some(call) = self.outer_call.take() {
            self.call = Some(call);
        }
    }

    /// Answers the prompt with the help of two subagents.
    pub(in crate::engine) fn echo_agents(&mut self) {
        let agent = |name: &str, prompt: &str, report: &str| {
            Op::Step(Step::Agent {
                name: name.to_owned(),
                prompt: prompt.to_owned(),
                report: Some(report.to_owned()),
            })
        };
        self.ops.push_front(Op::Step(Step::Text("Both agents are done.".to_owned())));
        self.ops.push_front(agent("Plan", "Say what to do next.", "Nothing is left to do."));
        self.ops.push_front(agent("Explore", "Look around.", "There is one file."));
    }

    fn agent_block(&mut self, agent: &Subagent, block: Block<'_>) {
        let (session_id, id, model) = (self.session(), api_id("msg"), self.setup.model.clone());
        let mut frame = Assistant::new(&session_id, &id, &model, block);
        (frame.parent_tool_use_id, frame.agent) = (Some(&*agent.call), Some(agent.frame()));
        self.send(&frame);
    }

    fn agent_user(&mut self, agent: &Subagent, block: UserBlock<'_>) {
        let session_id = self.session();
        let mut frame = User::new(&session_id, block);
        (frame.parent_tool_use_id, frame.agent) = (Some(&*agent.call), Some(agent.frame()));
        self.send(&frame);
    }

    fn task(&mut self, agent: &Subagent, event: TaskEvent<'_>) {
        let session_id = self.session();
        self.send(&Task::new(&session_id, agent.frame(), event));
    }

    /// Marks the result of a tool as that of the subagent that has called it.
    pub(in crate::engine) fn of_agent<'a>(agent: Option<&'a Subagent>, frame: &mut User<'a>) {
        if let Some(agent) = agent {
            (frame.parent_tool_use_id, frame.agent) = (Some(&*agent.call), Some(agent.frame()));
        }
    }
}
