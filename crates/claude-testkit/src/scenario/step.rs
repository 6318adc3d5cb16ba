//! Steps of a scenario, as values.

use std::str::FromStr;
use std::time::Duration;

use serde_json::value::RawValue;

use super::parse::{ScenarioError, parse};
use crate::flood::Flood;

/// A sequence of steps. Parse it from its text.
#[derive(Clone, Debug, Default)]
pub struct Scenario {
    pub(crate) steps: Vec<Step>,
    /// The text of each step.
    pub(crate) texts: Vec<String>,
}

impl Scenario {
    /// Returns the default scenario of a mock: it answers every prompt with a short text, and a
    /// prompt that contains `tool` with a tool call.
    #[must_use]
    pub fn echo() -> Self {
        let steps = vec![Step::ExpectUser { containing: None }, Step::Echo, Step::Loop];
        let texts = ["expect user", "echo", "loop"].map(str::to_owned).into();
        Self { steps, texts }
    }

    /// Returns a scenario that answers the first prompt with a flood of messages.
    #[must_use]
    pub fn flood(flood: Flood) -> Self {
        let expect = Step::ExpectUser { containing: None };
        let result = Step::Result { outcome: Outcome::Success, text: None };
        // No call can be deferred in a flood, so nobody needs the texts of its steps.
        let texts = vec![String::new(); 3];
        Self { steps: vec![expect, Step::Flood(flood), result], texts }
    }

    /// Puts the steps of `first` before these, for example a fault.
    #[must_use]
    pub fn after(mut self, first: Self) -> Self {
        self.steps.splice(0..0, first.steps);
        self.texts.splice(0..0, first.texts);
        self
    }

    /// Returns the steps.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }
}

impl FromStr for Scenario {
    type Err = ScenarioError;

    fn from_str(text: &str) -> Result<Self, ScenarioError> {
        let (steps, texts) = parse(text)?.into_iter().unzip();
        Ok(Self { steps, texts })
    }
}

/// One step; the module docs describe how each is written.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Step {
    /// Waits for a prompt and begins a turn.
    ExpectUser {
        /// What the prompt must contain.
        containing: Option<String>,
    },
    /// Waits until this many more prompts were queued during the turn.
    ExpectQueued(usize),
    /// Waits for a control request of this subtype.
    ExpectControl(String),
    /// A text block of the assistant.
    Text(String),
    /// A thinking block of the assistant.
    Thinking(String),
    /// A call of a tool.
    Tool {
        /// The name of the tool.
        name: String,
        /// Its input, as written.
        input: Box<RawValue>,
        /// Its output; generated if absent.
        output: Option<String>,
    },
    /// A subagent in the foreground.
    Agent {
        /// The kind of the agent.
        name: String,
        /// Its prompt.
        prompt: String,
        /// Its report; generated if absent.
        report: Option<String>,
    },
    /// Calls the hooks of an event.
    Hook {
        /// The name of the event.
        event: String,
        /// Fields of the input in addition to those that all events have.
        fields: Option<Box<RawValue>>,
    },
    /// Merges the queued prompts into the running turn.
    Fold,
    /// Answers the prompt with a short text, or with a tool call.
    Echo,
    /// Ends the turn.
    Result {
        /// The outcome.
        outcome: Outcome,
        /// The text of the result; the last text if absent.
        text: Option<String>,
    },
    /// A message, unchanged.
    Send(Box<RawValue>),
    /// Bytes, unchanged.
    Raw(Vec<u8>),
    /// A message of exactly this many bytes.
    LineOf(usize),
    /// Many messages.
    Flood(Flood),
    /// A text to stderr.
    Stderr(String),
    /// This many bytes to stderr.
    StderrBytes(usize),
    /// Waits, and continues to answer control requests.
    Sleep(Duration),
    /// Stops here, but answers control requests.
    Hang,
    /// Stops here, reads nothing and answers nothing.
    Freeze,
    /// Exits at once with this code.
    Exit(i32),
    /// Closes stdout.
    CloseStdout,
    /// Closes stdin.
    CloseStdin,
    /// Does not exit at the end of stdin.
    NoExit,
    /// Does not exit at SIGTERM.
    IgnoreTerm,
    /// Starts a process that outlives this one.
    SpawnGrandchild,
    /// Never answers `initialize`.
    NoInitialize,
    /// Says that a session with this ID exists.
    Session(String),
    /// Reports this permission mode.
    Mode(String),
    /// What an interrupt does from now on.
    Interrupt(Interrupt),
    /// Goes back to the first prompt.
    Loop,
}

/// What an interrupt does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Interrupt {
    /// It ends the turn.
    Stop,
    /// It is answered, and the turn continues.
    Defer,
    /// It is not answered.
    Ignore,
}

/// How a turn ends.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// `success`.
    Success,
    /// `success` with `is_error`, as after an error of the API.
    Error,
    /// A subtype such as `error_max_turns`, which is an error.
    Subtype(String),
}
