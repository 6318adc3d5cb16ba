//! Foreground subagents: a task, a command that the subagent runs, and its report.
//!
//! The command needs no permission, and the text of a subagent is sent only to a host that asks for
//! it, as the real CLI does. Stream events of subagents are never sent.

use serde_json::json;

use super::play::{Engine, Op};
use super::tool::raw;
use crate::frame::{Agent, Assistant, Block, Content, Task, TaskEvent, User, UserBlock, api_id};
use crate::scenario::Step;

/// The command that every subagent of the mock runs.
const COMMAND: &str = "ls";

impl Engine {
    pub(super) fn agent(&mut self, name: &str, prompt: &str, report: Option<String>) {
        let report = report.unwrap_or_else(|| format!("{name} has nothing to report."));
        let description: String = prompt.chars().take(40).collect();
        let (call, id) = (api_id("toolu"), api_id("a"));
        let agent = Agent { agent_id: &id, subagent_type: name, task_description: &description };
        let input = raw(&json!({
            "description": description, "prompt": prompt, "subagent_type": name,
            "run_in_background": false,
        }));
        self.tool_use(&call, "Agent", &input);
        self.close_message(Some("tool_use"));
        self.task(agent, TaskEvent::started(&call, agent, prompt));
        self.agent_user(&call, agent, UserBlock::text(prompt));
        self.agent_runs(&call, agent);
        self.agent_says(&call, agent, &report);
        self.task(agent, TaskEvent::completed());
        self.task(agent, TaskEvent::ended(&call, agent));
        let session_id = self.session();
        let block = UserBlock::result(&call, Content::Text(&report));
        self.send(&User::new(&session_id, block));
    }

    /// Answers the prompt with the help of two subagents.
    pub(super) fn echo_agents(&mut self) {
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

    fn agent_runs(&mut self, call: &str, agent: Agent<'_>) {
        let (id, input) = (api_id("toolu"), raw(&json!({"command": COMMAND})));
        self.task(agent, TaskEvent::progress(call, agent, "Running ls"));
        self.agent_block(call, agent, Block::ToolUse { id: &id, name: "Bash", input: &input });
        self.agent_user(call, agent, UserBlock::result(&id, Content::Text("a.txt")));
    }

    fn agent_says(&mut self, call: &str, agent: Agent<'_>, text: &str) {
        if self.agents_text {
            self.agent_block(call, agent, Block::Text { text });
        }
    }

    fn agent_block(&mut self, call: &str, agent: Agent<'_>, block: Block<'_>) {
        let (session_id, id, model) = (self.session(), api_id("msg"), self.setup.model.clone());
        let mut frame = Assistant::new(&session_id, &id, &model, block);
        (frame.parent_tool_use_id, frame.agent) = (Some(call), Some(agent));
        self.send(&frame);
    }

    fn agent_user(&mut self, call: &str, agent: Agent<'_>, block: UserBlock<'_>) {
        let session_id = self.session();
        let mut frame = User::new(&session_id, block);
        (frame.parent_tool_use_id, frame.agent) = (Some(call), Some(agent));
        self.send(&frame);
    }

    fn task(&mut self, agent: Agent<'_>, event: TaskEvent<'_>) {
        let session_id = self.session();
        self.send(&Task::new(&session_id, agent, event));
    }
}
