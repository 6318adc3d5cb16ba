//! Echo: what the mock answers without a scenario.

use serde_json::{Value, json};

use super::running_call::{Body, raw};
use crate::engine::play::{Engine, Op};
use crate::engine::prompt::Prompt;
use crate::scenario::Step;

impl Engine {
    /// Answers the prompt with a short text, or with a tool call: of `AskUserQuestion` or
    /// `ExitPlanMode` if the prompt names one of them.
    pub(in crate::engine) fn echo(&mut self) {
        let prompt = self.turn.as_ref().and_then(|turn| turn.prompts.last());
        let prompt = prompt.map(Prompt::text).unwrap_or_default();
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

    pub(in crate::engine) fn echo_summary(&mut self) {
        let output = self.call.as_ref().and_then(|call| call.output.as_ref());
        let text = match output.map(|output| &output.body) {
            Some(Body::Text(text)) => format!("The tool said: {text}"),
            Some(Body::Error(error)) => format!("The tool did not run: {error}"),
            Some(Body::Blocks(_)) | None => "The tool said something.".to_owned(),
        };
        self.text(&text);
    }
}

fn command() -> Value {
    // The pipe makes the CLI ask: it runs a plain `echo` without a question.
    json!({"command": "echo hi | tee log", "description": "Says hi"})
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
