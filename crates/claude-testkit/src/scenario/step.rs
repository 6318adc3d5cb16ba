//! The steps of a scenario as values.

use std::str::FromStr;
use std::time::Duration;

use serde_json::value::RawValue;

use super::parse::{ScenarioError, parse};
use crate::flood::Flood;

/// A row of steps. Parse it from its text.
#[derive(Clone, Debug, Default)]
pub struct Scenario {
    pub(crate) steps: Vec<Step>,
}

impl Scenario {
    /// The scenario of a mock that was given none: it answers every prompt with a few words, and one that contains
    /// `tool` with a tool call.
    #[must_use]
    pub fn echo() -> Self {
        let steps = vec![Step::ExpectUser { containing: None }, Step::Echo, Step::Loop];
        Self { steps }
    }

    /// A scenario that answers the first prompt with a flood of messages.
    #[must_use]
    pub fn flood(flood: Flood) -> Self {
        let expect = Step::ExpectUser { containing: None };
        let result = Step::Result { outcome: Outcome::Success, text: None };
        Self { steps: vec![expect, Step::Flood(flood), result] }
    }

    /// Puts the steps of `first` before these, for example a fault.
    #[must_use]
    pub fn after(mut self, first: Self) -> Self {
        self.steps.splice(0..0, first.steps);
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
        Ok(Self { steps: parse(text)? })
    }
}

/// One step; the module tells how each is written.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Step {
    /// Waits for a prompt and begins a turn.
    ExpectUser {
        /// What the prompt must contain.
        containing: Option<String>,
    },
    /// Waits until this many prompts more have been queued in the middle of the turn.
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
        /// What it puts out; made up if not given.
        output: Option<String>,
    },
    /// A subagent in the foreground.
    Agent {
        /// Which kind of agent.
        name: String,
        /// What it is asked.
        prompt: String,
        /// What it reports; made up if not given.
        report: Option<String>,
    },
    /// Asks the hooks of an event.
    Hook {
        /// The name of the event.
        event: String,
        /// Fields of the input besides those that all events have.
        fields: Option<Box<RawValue>>,
    },
    /// Takes the queued prompts into the running turn.
    Fold,
    /// Answers the prompt in a few words, or with a tool call.
    Echo,
    /// Ends the turn.
    Result {
        /// How.
        outcome: Outcome,
        /// What the result says; the last text if not given.
        text: Option<String>,
    },
    /// A message as it is.
    Send(Box<RawValue>),
    /// Bytes as they are.
    Raw(Vec<u8>),
    /// A message of exactly this many bytes.
    LineOf(usize),
    /// Many messages.
    Flood(Flood),
    /// A text to stderr.
    Stderr(String),
    /// This many bytes to stderr.
    StderrBytes(usize),
    /// Waits, and goes on answering control requests.
    Sleep(Duration),
    /// Goes no further, but answers control requests.
    Hang,
    /// Goes no further, reads nothing, answers nothing.
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
    /// It ends the turn, as it should.
    Stop,
    /// It is answered, and the turn goes on.
    Defer,
    /// It is not even answered.
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
