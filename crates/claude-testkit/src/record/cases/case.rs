//! A case: one named run of the CLI, as data.
//!
//! [`Case`] is what a person writes (the language is described in [`record`](crate::record)), parsed. It starts nothing.
//! Next: `parse.rs` (text to cases), `stage.rs` (a case is played).

use std::time::Duration;

use crate::fake_api::Script;

use crate::record::json::Json;

/// A named run: what the CLI finds when it starts, what the model says, and what the host does.
#[derive(Clone, Debug)]
pub struct Case {
    pub(in crate::record) name: String,
    pub(in crate::record) about: String,
    pub(in crate::record) setup: Setup,
    pub(in crate::record) steps: Vec<Step>,
    /// The text that it was parsed from; ids that stand in it are no accident and stay.
    pub(in crate::record) text: String,
}

impl Case {
    /// Returns the name, which is also that of the file that is recorded.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns what the case shows, in one line.
    #[must_use]
    pub fn about(&self) -> &str {
        &self.about
    }

    /// Returns the case whose traces on the disk this one needs.
    #[must_use]
    pub fn after(&self) -> Option<&str> {
        self.setup.after.as_deref()
    }
}

/// What is there before the first step.
#[derive(Clone, Debug)]
pub(in crate::record) struct Setup {
    /// Arguments after those that make the CLI speak JSON lines.
    pub(in crate::record) args: Vec<String>,
    /// All arguments, instead of those.
    pub(in crate::record) command: Option<Vec<String>>,
    /// Variables that are set, or taken out.
    pub(in crate::record) env: Vec<(String, Option<String>)>,
    /// Files by their paths with placeholders.
    pub(in crate::record) files: Vec<(String, String)>,
    pub(in crate::record) cwd: Option<String>,
    pub(in crate::record) script: Script,
    pub(in crate::record) no_api: bool,
    pub(in crate::record) answers: Answers,
    /// Stdin stays open after the last step.
    pub(in crate::record) keep_open: bool,
    /// How long the CLI may take to exit.
    pub(in crate::record) grace: Duration,
    pub(in crate::record) after: Option<String>,
    /// The lines of session files are part of the transcript.
    pub(in crate::record) save_sessions: bool,
    /// The names of the files in the home are part of the transcript.
    pub(in crate::record) save_tree: bool,
    /// Long lists stay whole.
    pub(in crate::record) save_lists: bool,
}

/// What the host answers by itself.
#[derive(Clone, Debug, Default)]
pub(in crate::record) struct Answers {
    /// In their order; when none is left, tools are allowed.
    pub(in crate::record) permissions: Vec<Answer>,
    /// By callback; the last answer of a callback stays.
    pub(in crate::record) hooks: Vec<(String, Answer)>,
    /// To requests of other subtypes.
    pub(in crate::record) others: Vec<(String, Answer)>,
    /// No MCP message is answered.
    pub(in crate::record) silent_mcp: bool,
}

/// One answer to a control request.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::record) enum Answer {
    /// Allows a tool, with its input as it was.
    Allow,
    /// The same, with the permissions that the CLI suggests.
    Suggested,
    /// Allows a tool with these fields besides.
    AllowWith(Json),
    /// A success with this body.
    Body(Json),
    Error(String),
    /// None, until a step answers.
    Hold,
}

/// One thing that the host does, or waits for.
#[derive(Clone, Debug)]
pub(in crate::record) enum Step {
    /// Writes a line.
    Send(String),
    /// Writes bytes without a line feed.
    Raw(String),
    /// Sends a control request; waits for the answer if `wait`.
    Ask {
        id: Option<String>,
        request: Json,
        wait: bool,
    },
    /// Answers the request that was held as the `number`th.
    Answer {
        number: usize,
        answer: Answer,
    },
    /// Waits for a frame that has not been waited for before.
    Wait {
        pattern: Pattern,
        within: Duration,
    },
    /// The same, but goes on without it.
    Perhaps {
        pattern: Pattern,
        within: Duration,
    },
    /// Waits until the model has been asked so many times.
    WaitModel(usize),
    /// Waits for the end of the CLI.
    WaitExit,
    Eof,
    /// Sends a signal by its name.
    Signal(String),
    /// Writes a file: path and content.
    Write(String, String),
    CloseStdout,
}

/// What a frame must be to end a wait: its type, its subtype, and a part of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::record) struct Pattern {
    /// `None` is any.
    pub(in crate::record) kind: Option<String>,
    pub(in crate::record) subtype: Option<String>,
    pub(in crate::record) part: Option<String>,
}

impl Pattern {
    /// Whether a line is what is waited for.
    pub(in crate::record) fn matches(&self, text: &str, json: Option<&Json>) -> bool {
        let named = |wanted: &Option<String>, paths: &[&str]| {
            wanted.as_ref().is_none_or(|wanted| {
                let found = |path: &&str| json.and_then(|json| json.str_at(path));
                paths.iter().filter_map(found).any(|found| found == wanted)
            })
        };
        named(&self.kind, &["type"])
            && named(&self.subtype, &["subtype", "request/subtype", "event/type"])
            && self.part.as_ref().is_none_or(|part| text.contains(part))
    }
}
