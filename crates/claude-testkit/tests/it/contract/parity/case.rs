//! Cases: a scenario as text, with what the model and the program do.
//!
//! ```text
//! case bash_allowed
//!   options mode plan; partial
//!   permission allow
//!   hook PreToolUse Bash {"decision": "block", "reason": "no"}
//!   turn tool Bash {"command": "mkdir q"} => ""; text "Done."
//!   prompt "go"
//! ```
//!
//! A `turn` is what the model does for a prompt, in the language of the mock. The fake API gets the same.

use claude_testkit::fake_api::{Block, Turn};
use claude_testkit::scenario::{Scenario, Step};
use serde_json::{Value, json};

/// A scenario.
#[derive(Clone, Debug, Default)]
pub(super) struct Case {
    pub(super) name: String,
    /// One for each process.
    pub(super) processes: Vec<Process>,
}

/// One process of the CLI.
#[derive(Clone, Debug, Default)]
pub(super) struct Process {
    pub(super) options: Vec<(String, String)>,
    pub(super) permission: Option<String>,
    /// The event, the matcher, and the answer.
    pub(super) hooks: Vec<(String, Option<String>, String)>,
    pub(super) has_server: bool,
    turns: Vec<String>,
    pub(super) actions: Vec<(String, String)>,
    /// Steps of the mock before the first prompt.
    head: Vec<String>,
}

pub(super) fn read(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines().map(str::trim) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        if word == "case" {
            let name = rest.to_owned();
            cases.push(Case { name, processes: vec![Process::default()] });
            continue;
        }
        let Some(case) = cases.last_mut() else {
            assert!(line.is_empty() || line.starts_with('#'), "{line}: no case");
            continue;
        };
        if word == "restart" {
            case.processes.push(Process::default());
        }
        let process = case.processes.last_mut().expect("a case has a process");
        match word {
            "" | "#" => {}
            "options" | "restart" => {
                for option in rest.split(';').map(str::trim).filter(|option| !option.is_empty()) {
                    let (name, value) = option.split_once(' ').unwrap_or((option, ""));
                    process.options.push((name.to_owned(), value.to_owned()));
                }
            }
            "permission" => process.permission = Some(rest.to_owned()),
            "hook" => {
                let (event, rest) = rest.split_once(' ').expect("an event and an answer");
                let (matcher, answer) = match rest.split_once(' ') {
                    Some((matcher, answer)) if !rest.starts_with('{') => {
                        (Some(matcher.to_owned()), answer)
                    }
                    _ => (None, rest),
                };
                process.hooks.push((event.to_owned(), matcher, answer.to_owned()));
            }
            "server" => process.has_server = true,
            "head" => process.head.push(rest.to_owned()),
            "turn" | "fails" => process.turns.push(line.to_owned()),
            _ => process.actions.push((word.to_owned(), rest.to_owned())),
        }
    }
    cases
}

impl Process {
    /// The steps of the mock.
    pub(super) fn steps(&self) -> String {
        let mut steps = self.head.join("\n");
        for turn in &self.turns {
            steps.push_str("\nexpect user\n");
            match turn.strip_prefix("turn ") {
                Some(turn) => steps.push_str(turn),
                None => {
                    let (_, said) = turn.split_once(" => ").expect("what the CLI says");
                    steps.push_str(&format!("result error {said}"));
                }
            }
        }
        steps
    }

    /// The answers of the fake API for a turn.
    pub(super) fn answers(&self, turn: usize) -> Vec<Turn> {
        let mut turns = Vec::new();
        if let Some(turn) = self.turns.get(turn) {
            match turn.strip_prefix("turn ") {
                Some(turn) => answers(turn, &mut turns),
                None => turns.push(failure(turn)),
            }
        }
        turns
    }
}

/// `fails 403 permission_error "forbidden" => "…"`
fn failure(line: &str) -> Turn {
    let mut words = line.splitn(4, ' ').skip(1);
    let status = words.next().and_then(|status| status.parse().ok()).expect("a status");
    let kind = words.next().expect("a type");
    let (message, _) = words.next().and_then(|rest| rest.split_once(" => ")).expect("a message");
    let message: String = serde_json::from_str(message).expect("a message");
    // The CLI repeats some requests.
    Turn::error(status, kind, message).forever()
}

/// The answers of the API for the steps of a turn.
fn answers(turn: &str, answers: &mut Vec<Turn>) {
    let scenario: Scenario = turn.parse().expect("steps");
    let mut blocks: Vec<Block> = Vec::new();
    let (mut text, mut is_slow) = (None, false);
    for step in scenario.steps() {
        match step {
            Step::Text(said) => {
                blocks.push(Block::text(said));
                text = Some(said.as_str());
            }
            Step::Thinking(thought) => blocks.push(Block::thinking(thought)),
            Step::Tool { name, input, .. } => {
                let input: Value = serde_json::from_str(input.get()).expect("JSON");
                blocks.push(Block::tool(name, input));
                answers.push(Turn::blocks(std::mem::take(&mut blocks)));
            }
            Step::Agent { name, prompt, report } => {
                let input = json!({
                    "description": prompt, "prompt": prompt, "subagent_type": name,
                    "run_in_background": false,
                });
                blocks.push(Block::tool("Agent", input));
                answers.push(Turn::blocks(std::mem::take(&mut blocks)));
                answers.push(Turn::tool("Bash", json!({"command": "ls"})));
                answers.push(Turn::text(report.as_deref().unwrap_or("Nothing.")));
            }
            Step::Hang if blocks.is_empty() => answers.push(Turn::hang()),
            // The block before is complete, and the message is not.
            Step::Hang => {
                let turn = Turn::blocks(std::mem::take(&mut blocks));
                // message_start, and start, two deltas and stop of the block.
                answers.push(turn.hang_after(if text.is_some() { 5 } else { 4 }));
            }
            Step::ExpectQueued(_) => {
                // The prompts arrive before the model writes.
                is_slow = true;
            }
            _ => {}
        }
    }
    if !blocks.is_empty() {
        let turn = Turn::blocks(blocks);
        let wait = std::time::Duration::from_millis(if is_slow { 2500 } else { 0 });
        answers.push(turn.initial_delay(wait));
    }
}
